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
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.mentions import Mention, can_speak
from quoteattr.syntax.tokens import Parse, chars_of, paragraph_of, subtree, tokens_between
from quoteattr.text.ranges import CharRange
from quoteattr.text.segments import words_between_marks

__all__ = ["InnerSpeech", "marked_inside", "reported_inside"]

_ADJOINING = 6  # tokens from inner marks to their cue


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
        if (
            cue is not None
            and source is not None
            and parse.lowers[source.head] not in marked_words("anybody")
        ):
            content = words_between_marks(parse.text, segment)
            yield InnerSpeech(content=content, cue=cue, source=source)


def _adjoining_cues(reading: Reading, first: int, last: int) -> Iterator[int]:
    """Give the reporting verbs between the outer marks, close before or behind the inner ones."""
    parse, quoted = reading.parse, reading.alignment.quoted
    start, end = paragraph_of(parse, first)
    before = range(first - 1, max(start, first - _ADJOINING) - 1, -1)
    behind = range(last, min(end, last + _ADJOINING))
    for token in (*before, *behind):
        within = quoted[token] == quoted[first]
        if within and parse.tags[token][0] == "V" and parse.reporting[token]:
            yield token


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
    layers = {reading.alignment.quoted[token] for token in (cue, *range(start, end))}
    if start <= cue or len(layers) > 1 or not _is_other(parse, source, marked=layers != {-1}):
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


def _is_plain(parse: Parse, cue: int) -> bool:
    """Tell whether a verb is finite or a participle, and nothing negates or conditions it."""
    return parse.tags[cue] != "VB" and not any(
        parse.deps[child] == "neg"
        or parse.tags[child] == "MD"
        or (parse.deps[child] == "mark" and parse.lowers[child] != "that")
        for child in parse.children[cue]
    )
