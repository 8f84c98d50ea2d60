"""Line wraps: line breaks that only end a line of a page, a wire or a mail, and no paragraph.

Which they are shows in the lines around: how long they are, how the one before ends, how the one
behind begins, and whether a quotation is open.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from quoteattr.text.edits import Edit, apart, replaced
from quoteattr.text.patterns import SMALL

__all__ = ["find_line_wraps", "find_reply_signs"]

Line = tuple[int, int]

_SHORT_LINE = 40
_LONG_LINE = 110  # what is longer was not wrapped
_FEW_LINES = 3
_RAGGED = 0.6  # of the longest line's length a wrapped one has this much at least

_REPLY_SIGN = re.compile(r"^[ \t]?(?:>[ \t]?)+", re.MULTILINE)
_BROKEN_WORD = re.compile(rf"(?<=[^\W\d_]{{2}})-\r?\n[ \t]*(?=[{SMALL}]{{2}})")
_LONGEST_WORD = 30
_LAST_WORD = re.compile(r"(?<![^\W_])[^\W_]{1,30}\Z")
_HYPHENED = re.compile(r"\b\w{1,30}-\w{1,30}\b")
_WHOLE_WORD = re.compile(r"[\w'’]+")
_LINE = re.compile(r"[^\r\n]+")
_STOP = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_DANGLING = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|that|the|to|was|were|which|who"
    r"|with|said|says|told|his|her|their|its|he|she|they|we|it|I))$"
)
# These end no headline either: Mayor defends tax she once voted for
_CUT_OFF = re.compile(r"(?:,|\b(?:a|an|and|or|the|his|their|its|said|says|which))$")
_SENTENCE_START = re.compile(
    r"(?:A|An|And|As|At|But|By|For|From|He|Her|His|I|If|In|It|Its|No|On|She|So|That|The|Their"
    r"|There|They|This|To|We|When|While|With|You)\b"
)
_ITEM = re.compile(r"[\"“‘«*•·–—-]|\d+[.)/]\s")
_OPENERS = re.compile(r"[“«]|(?:^|(?<=[\s(]))\"(?=\w)")
_BEHIND_MARKS = re.compile(r"[”»\"] \w")
_BEHIND_SPEECH = re.compile(r"[,?!…][”»\"] \w")
_CLOSERS = re.compile(r"[”»]|(?<=\S)\"(?!\w)")


def find_reply_signs(text: str) -> list[Edit]:
    """Find the signs that a mail puts in front of the lines it answers.

    Examples:
        >>> find_reply_signs("> Yes.")
        [Edit(start=0, end=2, replacement='')]
    """
    return [replaced(match, "") for match in _REPLY_SIGN.finditer(text)] if ">" in text else []


def find_line_wraps(text: str) -> list[Edit]:
    r"""Find the line breaks inside sentences, and the words that a line's end has parted.

    Examples:
        >>> find_line_wraps("We were\ntold. He re-\ntreats.")
        [Edit(start=7, end=8, replacement=' '), Edit(start=19, end=21, replacement='')]
    """
    if "\n" not in text:
        return []
    edits = list(_broken_words(text))
    for block in _blocks(text):
        edits += _wraps(text, block)
    return apart(edits)


def _blocks(text: str) -> Iterator[list[Line]]:
    """Give the lines that stand together, without an empty one between them; two at least."""
    block: list[Line] = []
    for match in _LINE.finditer(text):
        joined = block and text[block[-1][1] : match.start()] in ("\n", "\r\n")
        if match.group().isspace() or not joined:
            if len(block) > 1:
                yield block
            block = []
        if not match.group().isspace():
            block.append(match.span())
    if len(block) > 1:
        yield block


def _broken_words(text: str) -> Iterator[Edit]:
    """Join what a hyphen at the line's end parts, and keep the hyphen of a word that has one."""
    if "-\n" not in text and "-\r\n" not in text:
        return
    broken = list(_BROKEN_WORD.finditer(text))
    known = {word.lower() for word in _HYPHENED.findall(text)} if broken else set()
    for match in broken:
        before = _LAST_WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        behind = _WHOLE_WORD.match(text, match.end())
        hyphened = before and behind and f"{before[0]}-{behind[0]}".lower() in known
        yield Edit(match.start() + bool(hyphened), match.end(), "")


def _wraps(text: str, lines: Sequence[Line]) -> Iterator[Edit]:
    """Give the breaks between the lines of a block that end no paragraph."""
    even = _is_even([text[start:end] for start, end in lines])
    is_open = 0
    runs_on = False
    for (start, end), (behind, last) in itertools.pairwise(lines):
        before, following = text[start:end].strip(), text[behind:last].strip()
        is_open += len(_OPENERS.findall(before)) - len(_CLOSERS.findall(before))
        goes_on = is_open > 0 and bool(_CLOSERS.search(following))
        runs_on = _is_wrap(before, following, is_open=goes_on, even=even or runs_on)
        if runs_on:
            yield Edit(end, behind, " ")
        is_open = is_open if goes_on else 0


def _is_even(lines: Sequence[str]) -> bool:
    """Tell whether lines look wrapped: about equally long, and mostly without a stop at the end."""
    longest = max(map(len, lines))
    stops = sum(bool(_STOP.search(line)) for line in lines[:-1])
    return (
        len(lines) >= _FEW_LINES
        and longest <= _LONG_LINE
        and min(map(len, lines[:-1])) >= _RAGGED * longest
        and 2 * stops < len(lines) - 1
    )


def _is_wrap(before: str, following: str, *, is_open: bool, even: bool) -> bool:
    """Tell whether a line goes on in the following one."""
    if _ITEM.match(following):
        return False
    stops = bool(_STOP.search(before))
    if following[:1].islower():
        likely = is_open or even or bool(_DANGLING.search(before))
        return len(before) >= _SHORT_LINE or (likely and not stops)
    if max(len(before), len(following)) > _LONG_LINE:
        return False
    if stops:
        return is_open or even
    return _breaks_off(before, following, likely=is_open or even)


def _breaks_off(before: str, following: str, *, likely: bool) -> bool:
    """Tell whether a long line without a stop goes on with a capital that starts no sentence.

    Under a headline stands a longer line, under a wrapped one a shorter.
    """
    if _SENTENCE_START.match(following):
        return False
    if _CUT_OFF.search(before) or _BEHIND_SPEECH.search(before):
        return True
    if len(following) < len(before) and (_DANGLING.search(before) or _BEHIND_MARKS.search(before)):
        return True
    return likely and len(before) >= _SHORT_LINE
