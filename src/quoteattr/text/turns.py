"""Turns: names set before the words they speak, in transcripts, posts and behind dashes."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from quoteattr.text.dash_speeches import find_dash_speech
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.patterns import CAPITAL, NAME, SMALL
from quoteattr.text.ranges import CharRange

__all__ = ["LEAD_VERB", "Turn", "find_turns", "label_end"]

LEAD_VERB = (  # Said Ann Lee: “Go.”
    r"(?:Said|Says|Add(?:ed|s)|Ask(?:ed|s)|Repli(?:ed|es)|Explain(?:ed|s)|Recall(?:ed|s)|Remarked"
    r"|Continue[ds]|Conclude[ds]|Insist(?:ed|s)|Argue[ds]|Wr(?:ote|ites)|Quipped|Joked)[ \u00a0]"
)
_TURN = re.compile(
    rf"[\"“”‘'«„*_\[(]*((?:Q|A|{NAME}"
    rf"(?:[ \u00a0](?:{NAME}|and|de|for|hon\.|members?|of|the|van|von|\([A-Z]\w{{1,4}}\.\)))"
    r"{0,8})"
    r"(?:, [^\W\d_][\w.'’-]*(?:[ \u00a0][\w.'’&-]+){0,6})?"
    r"(?: ?\([^()\n]{1,80}\)){0,2})(?:(?<=(?<!\w)[QA])[ .]?\d{1,3})?[*_\])]*:[*_]*(?:\s+|$)"
)
_COURTESY = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Hon|Senator|Madam|Deputy)\.?[ \u00a0]"
_COURTEOUS = re.compile(_COURTESY)
_PARLIAMENTARY = re.compile(rf"{_COURTESY}|(?:The|An|Some) ")
_MEMBER = rf"(?:Mc|Mac|De|La|Le|[DO]['’])?{CAPITAL}{{2,}}"  # McLEE, O'LEE
_RECORD = re.compile(  # Mr. LEE (during the reading). I object.
    rf"((?:{_COURTESY}|The ){_MEMBER}(?:[ '’-]{_MEMBER})*"
    rf"(?: of [A-Z]\w+(?: [A-Z]\w+)?)?)(?: ?\([^()\n]{{1,60}}\))?\.\s+(?=[^\w\s]|{CAPITAL})"
)
_POSTER = rf"((?:{NAME} )(?:(?:{NAME}|and|for|of|the|&) ){{0,5}})"
_POSTED = re.compile(  # Ann Lee (@annlee) · 3h; but not: Ann Lee (@annlee) in Ayton
    rf"{_POSTER}\(?@\w+\)?(?: ?[·•|–—-] ?| )"
    r"(?=[^\n]*(?:\d|\b(?:ago|now|today|yesterday)$))[^.!?\n]{2,30}$"
)
_POST_SIGNED = re.compile(rf"(?<!\S)[–—-]{{1,2}} ?{_POSTER}\(@\w+\)[^.!?\n]{{0,30}}$")
_ASIDE = re.compile(  # a line of the record's own: (CROSSTALK), [END TAPE]
    r"[(\[][^()\[\]\n]*[)\]]"
)
_CAPITALS = re.compile(rf"{CAPITAL}{{2}}")
_SMALL = re.compile(f"[{SMALL}]")
_LEADS = re.compile(LEAD_VERB)
_ENDS = tuple(".?!…—”’\"'")
_ASKING = {"Q", "A"}
_CARRY = 2


@attrs.frozen(kw_only=True)
class Turn:
    """One speaker's turn in a transcript, a post, or a paragraph that a dash opens.

    Attributes:
        label: the name, with what is added to it.
        colon: offset of the colon or full stop behind it, -1 where there is none.
        stretches: what is said, a stretch a paragraph.
        verb: the verb that stands beside the name behind a dash speech.
    """

    label: CharRange
    colon: int
    stretches: tuple[CharRange, ...]
    verb: CharRange | None = None


# Three stages ask for the turns of a text while it is read.
@functools.lru_cache(maxsize=16)
def find_turns(text: str) -> tuple[Turn, ...]:
    r"""Find the turns of a transcript; a label carries on until the next one.

    A line "NAME: words" is a turn when its name stands in capitals, when names before a colon
    open at least three paragraphs of the text and take turns, when a courtesy or an article opens
    it and another one, or when it answers a question under another label and the text names its
    bearer elsewhere ("Q" and "A" need no name, and may have a number). A name whose initials take
    turns is a label, too.

    Examples:
        >>> [turn.colon for turn in find_turns("LEE: Is it safe?\n\nORR: It is.")]
        [3, 21]
    """
    paragraphs = find_paragraphs(text)
    records = [_RECORD.match(text, start, end) for start, end in paragraphs]
    if len([match for match in records if match]) > 1:
        return tuple(_turns(text, paragraphs, records))
    labels = _labels(text, paragraphs)
    return (
        *_turns(text, paragraphs, labels),
        *_posts(text, paragraphs),
        *_dash_speeches(text, paragraphs),
    )


def _labels(text: str, paragraphs: Sequence[CharRange]) -> list[re.Match[str] | None]:
    """Match the labels that open turns, None for a paragraph without one."""
    matches = [_TURN.match(text, start, end) for start, end in paragraphs]
    matches = _without_dateline(_without_verbs(text, matches))
    labels = [match[1] for match in matches if match]
    shouted = [label for label in labels if label in _ASKING or _is_shouted(label)]
    for alike in (shouted, labels):
        if _take_turns([_bearer(label) for label in alike]):
            kept = {*alike, *(label for label in labels if _initials(label) in alike)}
            return [match if match and match[1] in kept else None for match in matches]
    members = {match[1] for match in matches if match and _is_parliamentary(match)}
    if len({*map(_bearer, members)}) > 1 and any(map(_COURTEOUS.match, members)):
        return [match if match and match[1] in members else None for match in matches]
    several = len(labels) > 1
    answers = set(_asked_and_answered(text, matches, paragraphs))
    return [
        match if match and several and (number in answers or _in_capitals(match[1])) else None
        for number, match in enumerate(matches)
    ]


def _is_parliamentary(match: re.Match[str]) -> bool:
    """Tell whether a courtesy or article opens a label, and a sentence ends its paragraph.

    The Speaker: Order! But not: Mr Lee: 34 per cent
    """
    said = match.string[match.end() : match.endpos].rstrip()
    return bool(_PARLIAMENTARY.match(match[1])) and said.endswith(_ENDS)


def _without_verbs(
    text: str, matches: Sequence[re.Match[str] | None]
) -> list[re.Match[str] | None]:
    """Leave out what a verb opens: Added Ann Lee: “Go.”; but *Said* is a name that recurs."""
    labels = Counter(match[1] for match in matches if match)
    names = {
        label
        for label, count in labels.items()
        if count > 1
        and label.startswith("Said ")
        and label.count(" ") == 1
        and not _stands_alone(text, label)
    }
    return [
        match if match and (match[1] in names or not _LEADS.match(match[1])) else None
        for match in matches
    ]


def _stands_alone(text: str, label: str) -> bool:
    """Tell whether the name behind a label's first word stands without that word elsewhere."""
    first, _, name = label.partition(" ")
    return bool(re.search(rf"(?<!\b{first}[ \u00a0])\b{re.escape(name)}\b", text))


def _without_dateline(matches: Sequence[re.Match[str] | None]) -> list[re.Match[str] | None]:
    """Leave out a label before all questions and answers: LIMA: Ann Lee runs a school."""
    first = next((number for number, match in enumerate(matches) if match), 0)
    others = {match[1] for match in matches[first + 1 :] if match}
    label = matches[first] if matches else None
    dated = label is not None and label[1] not in _ASKING and others == _ASKING
    return [match if number != first or not dated else None for number, match in enumerate(matches)]


def _asked_and_answered(
    text: str, labels: Sequence[re.Match[str] | None], paragraphs: Sequence[CharRange]
) -> Iterator[int]:
    """Number the paragraphs of a question and its answer under another label."""
    for number, (asks, answers) in enumerate(itertools.pairwise(labels)):
        if asks is None or answers is None or not text.endswith("?", 0, paragraphs[number][1]):
            continue
        known = (asks[1], answers[1]) == ("Q", "A") or text.find(answers[1], 0, asks.start()) >= 0
        if known and _bearer(asks[1]) != _bearer(answers[1]):
            yield from (number, number + 1)


def _take_turns(names: Sequence[str]) -> bool:
    """Tell whether there are at least three names, some of them, but not all, the same."""
    return len(names) >= 3 and 1 < len(set(names)) < len(names)  # noqa: PLR2004


def label_end(text: str, start: int) -> int | None:
    """Give the offset behind the label that stands at `start`, None where none does."""
    label = _TURN.match(text, start)
    return label.end() if label else None


def _bearer(label: str) -> str:
    """Give the last name in a label, by which a speaker is called later on: LENA FROST (host)."""
    return _bearer_as_written(label).lower()


def _bearer_as_written(label: str) -> str:
    return _names_in(label)[-1]


def _initials(label: str) -> str:
    """Give the letters that may stand for a label later on: JN, of Jane Nowak."""
    return "".join(word[0] for word in _names_in(label))


def _names_in(label: str) -> list[str]:
    """Give the words of a label but for what is added in brackets or behind a comma."""
    return label.partition("(")[0].partition(",")[0].split()


def _is_shouted(label: str) -> bool:
    """Tell whether the last name in a label has capitals in a row: McCAIN, JUDY PARK (host)."""
    return bool(_CAPITALS.search(_bearer_as_written(label)))


def _in_capitals(name: str) -> bool:
    """Tell whether a name, but for what is added in brackets, has capitals and no small letters."""
    plain = name.partition("(")[0] if _SMALL.search(name) else name
    return not _SMALL.search(plain) and bool(_CAPITALS.search(plain))


def _posts(text: str, paragraphs: Sequence[CharRange]) -> Iterator[Turn]:
    """Give the embedded posts: under a line with name and handle, or signed with both."""
    for number, (start, end) in enumerate(paragraphs):
        header = _POSTED.match(text, start, end)
        below = paragraphs[number + 1 : number + 2] if header else ()
        if header and below and text.count("\n", end, below[0][0]) == 1:
            yield _post(header, *below)
        signature = None if header else _POST_SIGNED.search(text, start, end)
        if signature:
            yield from _signed_post(text, paragraphs[: number + 1], signature)


def _signed_post(
    text: str, paragraphs: Sequence[CharRange], signature: re.Match[str]
) -> Iterator[Turn]:
    """Give the post that name and handle sign: the words before them, or the lines above."""
    (*above, (start, _)) = paragraphs
    words = [CharRange(start, start + len(text[start : signature.start()].rstrip()))]
    if start == signature.start():
        words = _block(text, above)
    if words and text[words[0][0]] not in "“\"‘'«":
        yield _post(signature, *words)


def _block(text: str, paragraphs: Sequence[CharRange]) -> list[CharRange]:
    """Give the last paragraph, with those before it that no empty line sets off."""
    first = len(paragraphs) - 1
    while first > 0 and text.count("\n", paragraphs[first - 1][1], paragraphs[first][0]) == 1:
        first -= 1
    return list(paragraphs[max(first, 0) :])


def _post(match: re.Match[str], *words: CharRange) -> Turn:
    start = match.start(1)
    name = CharRange(start, start + len(match[1].rstrip()))
    return Turn(label=name, colon=-1, stretches=words)


def _dash_speeches(text: str, paragraphs: Sequence[CharRange]) -> Iterator[Turn]:
    """Give the paragraphs that a dash opens in place of a mark."""
    for start, end in paragraphs:
        speech = find_dash_speech(text, start, end)
        if speech:
            yield Turn(label=speech.name, colon=-1, stretches=speech.stretches, verb=speech.verb)


def _turns(
    text: str, paragraphs: Sequence[CharRange], labels: Sequence[re.Match[str] | None]
) -> Iterator[Turn]:
    """Give the turns that labels open, each with the paragraphs before the next if they are few."""
    opening = [(number, label) for number, label in enumerate(labels) if label]
    behind = [number for number, _ in opening[1:]]
    for (number, label), following in itertools.zip_longest(opening, behind):
        near = following is not None and following - number <= _CARRY + 1
        carried = paragraphs[number + 1 : following] if near else ()
        spoken = [bounds for bounds in carried if not _ASIDE.fullmatch(text, *bounds)]
        stretches = [CharRange(label.end(), paragraphs[number].end), *spoken]
        yield Turn(
            label=CharRange(label.start(1), label.start(1) + len(label[1].rstrip())),
            colon=_behind_label(text, label),
            stretches=tuple(stretch for stretch in stretches if stretch.start < stretch.end),
        )


def _behind_label(text: str, match: re.Match[str]) -> int:
    """Give the offset of the colon behind a label, or of the full stop in a record."""
    last = match.end() - 1
    while text[last] not in ":.":
        last -= 1
    return last
