"""Speech inside of quotations: marks within marks, and what is reported inside a report.

Weights learned from articles know little of either, so grammar must be plain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from quoteattr.attribution.content_candidates import trim
from quoteattr.attribution.cue_sources import relations
from quoteattr.attribution.decisions import Reading
from quoteattr.attribution.naming_rules import is_titled
from quoteattr.attribution.not_quotations import is_negated, is_nobody, is_questioned
from quoteattr.attribution.quoted_segments import modifies
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.grammar import CUE_CLAUSE, MARK_TAGS
from quoteattr.syntax.mentions import Mention, can_speak
from quoteattr.syntax.tokens import (
    Parse,
    TokenRange,
    ancestors,
    chars_of,
    paragraph_of,
    roots_of,
    subtree,
    tokens_between,
)
from quoteattr.text.ranges import CharRange
from quoteattr.text.segments import words_between_marks

__all__ = ["InnerSpeech", "marked_inside", "reported_inside"]

_ADJOINING = 6  # tokens from inner marks to their cue
_REPORTED = frozenset({"acomp", "attr", "ccomp", "conj", "dep", "dobj", "oprd", "xcomp"})
_BESIDE = frozenset({*CUE_CLAUSE, "dobj"})
_BETWEEN_TAGS = frozenset({*MARK_TAGS, ",", ":"})
_PAUSES = frozenset({",", "!", "?"})


@attrs.frozen(kw_only=True)
class InnerSpeech:
    """What somebody says inside of what somebody else says.

    Attributes:
        content: (start, end) code-point offsets of the words.
        cue: the reporting token.
        source: the mention whose words they are.
    """

    content: CharRange
    cue: int
    source: Mention


def marked_inside(reading: Reading) -> Iterator[InnerSpeech]:
    """Find whose words stand in marks within marks: “He told me, ‘Go home,’ and I went,” she said.

    A reporting word has to stand next to the inner marks, with a subject of its own that is
    somebody: not “People say, ‘No way.’” A title, each word of it with a capital, is no speech.
    """
    parse = reading.parse
    if not reading.alignment.nested:
        return
    mentions = {mention.head: mention for mention in reading.mentions}
    for segment, (first, last) in reading.alignment.nested:
        titled = is_titled(parse, first, last)
        cue = None if titled else next(_adjoining_cues(reading, first, last), None)
        source = None if cue is None else _subject(parse, mentions, cue)
        if cue is None or source is None or _is_unsaid(parse, cue, source, range(first, last)):
            continue
        if parse.lowers[source.head] not in marked_words("anybody"):
            content = words_between_marks(parse.text, segment)
            yield InnerSpeech(content=content, cue=cue, source=source)


def _adjoining_cues(reading: Reading, first: int, last: int) -> Iterator[int]:
    """Give the reporting verbs between the outer marks, close to the inner ones, that govern them.

    Or what stands between is theirs too: whom it was told, when, by whom.
    """
    parse, quoted = reading.parse, reading.alignment.quoted
    start, end = paragraph_of(parse, first)
    before = range(first - 1, max(start, first - _ADJOINING) - 1, -1)
    behind = range(last, min(end, last + _ADJOINING))
    words = TokenRange(first, last)
    for token in (*before, *behind):
        within = quoted[token] == quoted[first]
        verb = within and parse.tags[token][0] == "V" and parse.reporting[token]
        if verb and (_governs(parse, token, words) or _touches(parse, token, words)):
            yield token


def _governs(parse: Parse, cue: int, words: TokenRange) -> bool:
    """Tell whether words are what a verb reports, or the predicate of a clause that it reports."""
    for root in roots_of(parse, *words):
        path = (root, *ancestors(parse, root))
        if cue in path[1:]:
            return all(_is_reported(parse, step) for step in path[: path.index(cue)])
    return False


def _is_reported(parse: Parse, token: int) -> bool:
    """Tell whether a token stands as what its head reports: said it is so, described it as so."""
    named = "as" in (parse.lowers[token], parse.lowers[parse.heads[token]])
    return named or parse.deps[token] in _REPORTED


def _touches(parse: Parse, cue: int, words: TokenRange) -> bool:
    """Tell whether between a verb and words stands only what goes with the verb.

    A verb behind them needs a comma or a stop between: “‘Go home,’ the guard told me.”
    """
    first, last = words
    closed = cue < first or not _PAUSES.isdisjoint(parse.words[last - 1 : last + 2])
    if not closed or modifies(parse, first, last):
        return False
    beside = (subtree(parse, one) for one in parse.children[cue] if parse.deps[one] in _BESIDE)
    own = {
        token
        for start, end in beside
        if end <= first or last <= start
        for token in range(start, end)
    }
    between = range(cue + 1, first) if cue < first else range(last, cue)
    return all(token in own or parse.tags[token] in _BETWEEN_TAGS for token in between)


def _subject(parse: Parse, mentions: Mapping[int, Mention], cue: int) -> Mention | None:
    """Give the mention that is the cue's own or inherited subject."""
    subjects = [head for head, role in relations(parse, cue).items() if role.endswith("nsubj")]
    return next((mentions[head] for head in subjects if head in mentions), None)


def reported_inside(
    reading: Reading, contents: Iterable[CharRange], taken: Iterable[int]
) -> Iterator[InnerSpeech]:
    """Find what is reported inside a report: the paper wrote that she had said it was over.

    A reporting verb stands in the content, with a subject that is somebody else and a clause of its
    own, all of it between the same marks or outside of any, neither negated nor merely possible.

    Args:
        reading: what the models decided.
        contents: the stretches of text in which to look.
        taken: code-point offsets of the cues that report something already.
    """
    parse = reading.parse
    mentions = {mention.head: mention for mention in reading.mentions}
    cues = set(taken)
    for chars in contents:
        for token in range(*tokens_between(parse, *chars)):
            found = _inner_report(reading, mentions, token)
            if found is not None and parse.starts[token] not in cues:
                cues.add(parse.starts[token])
                yield found


def _inner_report(
    reading: Reading, mentions: Mapping[int, Mention], cue: int
) -> InnerSpeech | None:
    """Read a verb that plainly reports, with its source and content; None for any other token."""
    parse = reading.parse
    if parse.tags[cue][0] != "V" or not parse.reporting[cue]:
        return None
    clauses = (child for child in parse.children[cue] if parse.deps[child] == "ccomp")
    source, clause = _subject(parse, mentions, cue), next(clauses, -1)
    if source is None or clause < cue or not _is_plain(parse, cue):
        return None
    start, end = trim(parse, *subtree(parse, clause))
    if _is_unsaid(parse, cue, source, range(start, end)):
        return None
    layers = {reading.alignment.quoted[token] for token in (cue, *range(start, end))}
    if (
        not cue < start < end
        or len(layers) > 1
        or not _is_other(parse, source, marked=layers != {-1})
    ):
        return None
    return InnerSpeech(content=chars_of(parse, start, end), cue=cue, source=source)


def _is_other(parse: Parse, source: Mention, *, marked: bool) -> bool:
    """Tell whether a source inside a report is another one than its speaker.

    A pronoun is mostly the speaker again; but between marks the speaker is "I".
    """
    word, sort = parse.lowers[source.head], parse.noun_kinds[source.head]
    if not can_speak(parse, source) or word in marked_words("anybody"):
        return False
    return sort != "pronoun" or (marked and word not in marked_words("speaking-person"))


def _is_unsaid(parse: Parse, cue: int, source: Mention, said: range) -> bool:
    """Tell whether nobody said the words: “Nobody told us, ‘Stop.’”, she did not say it rained."""
    return is_nobody(parse, cue, source) or is_negated(parse, cue, said)


def _is_plain(parse: Parse, cue: int) -> bool:
    """Tell whether a verb is finite or a participle, and nothing asks or conditions it."""
    if parse.tags[cue] == "VB" or is_questioned(parse, cue):
        return False
    return not any(
        parse.tags[child] == "MD" or (parse.deps[child] == "mark" and parse.lowers[child] != "that")
        for child in parse.children[cue]
    )
