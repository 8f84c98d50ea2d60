"""Segment features: what tells speech from other marked words, and clauses from fragments."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.attribution.document_evidence import Evidence
from quoteattr.attribution.naming_rules import capitals
from quoteattr.lexicon.reporting_words import stem
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.scoring.binned_numbers import size_bin
from quoteattr.scoring.choice import Question, yes_or_no
from quoteattr.syntax.grammar import FINITE_TAGS, MARK_TAGS, NOMINAL_SUBJECTS
from quoteattr.syntax.quoted_tokens import Alignment, token_before_marks
from quoteattr.syntax.tokens import Parse, lacks_stop, paragraph_of, sentence_of

__all__ = [
    "directness_features",
    "directness_question",
    "speech_features",
    "speech_question",
]

# subjects that are no clause
_STATED_SUBJECTS = frozenset({*NOMINAL_SUBJECTS, "expl"})

_LENGTHS = (1, 2, 3, 4, 6, 9, 14)  # tokens


def speech_question(
    parse: Parse, alignment: Alignment, evidence: Evidence, number: int, share: float
) -> Question[bool]:
    """Ask whether a segment is somebody's words; `share` is the probability of its source."""
    return yes_or_no(lambda: speech_features(parse, alignment, evidence, number, share))


def directness_question(parse: Parse, alignment: Alignment, number: int) -> Question[bool]:
    """Ask whether clauses or sentences stand between the marks, and no fragment."""
    return yes_or_no(lambda: directness_features(parse, alignment, number))


def speech_features(
    parse: Parse, alignment: Alignment, evidence: Evidence, number: int, share: float
) -> Iterator[str]:
    """Name what speaks for the segment's being somebody's words.

    Args:
        parse: the tokens.
        alignment: the segments laid over them.
        evidence: what the document says.
        number: the segment's number.
        share: probability (0-1) of its best source.
    """
    first, last = alignment.ranges[number]
    yield "bias"
    yield f"source={_tenths(share)}"
    yield from _size(parse, first, last)
    yield from _context(parse, alignment, evidence, number)
    _, reported = evidence.reported.get(first, (-1, 0.0))
    yield f"reported={_tenths(reported)}"
    strongest = _strongest(parse, evidence, alignment, number)
    yield f"cue={_tenths(strongest)}"
    yield f"cue+size={_tenths(strongest)}|{_words(last - first)}"


def directness_features(parse: Parse, alignment: Alignment, number: int) -> Iterator[str]:
    """Name what speaks for clauses or sentences between the marks, against a fragment."""
    first, last = alignment.ranges[number]
    yield "bias"
    yield from _size(parse, first, last)
    before = _before(parse, first)
    yield f"before={before if before in (':', ',', '.', 'that', '#') else 'word'}"
    subject = any(parse.deps[token] in _STATED_SUBJECTS for token in range(first, last))
    finite = any(parse.tags[token] in FINITE_TAGS for token in range(first, last))
    yield f"clause={subject}|{finite}"
    yield f"clause+before={subject and finite}|{before in (':', ',', '.', '#')}"
    lead = before if before in (":", ",", ".", "#") else "word"
    upper = parse.words[first][:1].isupper()
    ends = parse.words[last - 1] in (".", "?", "!", ",")
    yield f"lead={lead}|{upper}|{ends}"
    yield f"lead+clause={lead}|{upper}|{subject and finite}"
    yield f"clause+upper={subject and finite}|{parse.words[first][:1].isupper()}"


def _size(parse: Parse, first: int, last: int) -> Iterator[str]:
    yield f"words={_words(last - first)}"
    upper = parse.words[first][:1].isupper()
    yield f"upper={upper}"
    ends = parse.words[last - 1]
    yield f"ends={ends if ends in ('.', ',', '?', '!') else 'word'}"
    yield f"words+upper={_words(last - first)}|{upper}"
    yield f"words+ends={_words(last - first)}|{ends if ends in '.,?!' else 'word'}"
    share = capitals(parse, first, last)
    yield f"titled={share}"
    yield f"titled+words={share != 'few'}|{_words(last - first)}"
    yield f"verb={any(parse.tags[token][0] == 'V' for token in range(first, last))}"
    person = not marked_words("speaking-person").isdisjoint(parse.lowers[first:last])
    yield f"person={person}"
    yield f"firsttag={parse.tags[first]}"


def _context(parse: Parse, alignment: Alignment, evidence: Evidence, number: int) -> Iterator[str]:
    first, last = alignment.ranges[number]
    before = _before(parse, first)
    yield f"before={before}"
    yield f"before+words={before}|{_words(last - first)}"
    start, end = paragraph_of(parse, first)
    place = token_before_marks(parse, first)
    yield f"before2={parse.plain[place - 1] if place > start else '#'}"
    yield f"beforetag={parse.tags[place] if place >= 0 else '#'}"
    after = last
    while after < end and parse.tags[after] in MARK_TAGS:
        after += 1
    yield f"after={parse.plain[after] if after < end else '#'}"
    yield f"aftertag={parse.tags[after] if after < end else '#'}"
    segment = alignment.segments[number]
    yield f"closed={segment.closed}"
    yield f"mark={parse.text[segment.start]}"
    yield f"headline={lacks_stop(parse, first)}"
    heads = {
        parse.heads[token] for token in range(first, last) if not first <= parse.heads[token] < last
    }
    yield f"roots={min(len(heads), 3)}"
    for head in heads:
        yield f"governor={stem(parse.plain[head])}"
        yield f"governortag={parse.tags[head]}"
        yield f"governor-cue={_tenths(evidence.strength.get(head, 0.0))}"


def _strongest(parse: Parse, evidence: Evidence, alignment: Alignment, number: int) -> float:
    """Give the probability of the likeliest cue in the sentences that the segment touches."""
    first, last = alignment.ranges[number]
    start = sentence_of(parse, first)[0]
    end = sentence_of(parse, last - 1)[1]
    return max(
        (
            evidence.strength.get(token, 0.0)
            for token in (*range(start, first), *range(last, end))
            if alignment.quoted[token] < 0
        ),
        default=0.0,
    )


def _before(parse: Parse, first: int) -> str:
    """Give the word before the segment's mark, "#" at the start of a paragraph."""
    place = token_before_marks(parse, first)
    return parse.plain[place] if place >= 0 else "#"


def _words(count: int) -> str:
    return size_bin(count, _LENGTHS, "many")


def _tenths(probability: float) -> int:
    return int(probability * 10)
