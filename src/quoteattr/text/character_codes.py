"""Character codes: characters that were stored as entities or read in a wrong encoding.

``&ldquo;`` and ``&#8220;`` are entities; ``â€œ`` is a curly mark whose three bytes of UTF-8 were
read as three characters of Windows-1252. Characters that nobody sees (byte-order marks, zero-width
spaces, soft hyphens) are left out.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from quoteattr.text.edits import Edit, apart, replaced

__all__ = ["find_coded_characters"]

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")
_AMPERSAND = re.compile(r"&amp;(?=#?\w{2,8};)")

# The bytes that Windows-1252 leaves undefined are read as the control characters of their number.
_BYTES = {
    **{bytes([value]).decode("latin-1"): value for value in range(0x80, 0x100)},
    **{
        bytes([value]).decode("cp1252"): value
        for value in range(0x80, 0xA0)
        if value not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
    },
}


def _byte_class(first: int, last: int) -> str:
    return "[" + "".join(re.escape(c) for c, b in _BYTES.items() if first <= b <= last) + "]"


_TAIL = _byte_class(0x80, 0xBF)
_MOJIBAKE = re.compile(
    rf"{_byte_class(0xC2, 0xDF)}{_TAIL}|{_byte_class(0xE1, 0xEF)}{_TAIL}{_TAIL}"
    rf"|{_byte_class(0xF0, 0xF4)}{_TAIL}{_TAIL}{_TAIL}"
)
# A letter may stand before these as it is (the café—”), but for those that begin most misreadings.
_COMMON_MARKS = frozenset("‘’“”«»–—…•™®\u00a0")
_COMMON_LEADS = frozenset("ÂÃÄÅÎÏÐÑâ")
_LOST_BYTE = re.compile("â€(?=[\\s?,.;:)<]|$)")  # ”, the last byte of which has no character
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def find_coded_characters(text: str) -> list[Edit]:
    """Find entities, wrongly decoded characters and invisible ones.

    Examples:
        >>> find_coded_characters("Pike &amp; Sons")
        [Edit(start=5, end=10, replacement='&')]
    """
    edits: list[Edit] = []
    if "&" in text:
        edits += _entities(text)
    if not text.isascii():
        edits += _mojibake(text)
        edits += (replaced(match, "”") for match in _LOST_BYTE.finditer(text))
        edits += (replaced(match, "") for match in _UNSEEN.finditer(text))
    return apart(edits)


def _entities(text: str) -> Iterator[Edit]:
    for match in _ENTITY.finditer(text):
        doubled = _AMPERSAND.match(text, match.start())
        end = text.index(";", match.end()) + 1 if doubled else match.end()
        coded = match.group()
        character = html.unescape(html.unescape(text[match.start() : end])) if doubled else ""
        character = character or html.unescape(coded)
        if character != coded and not _is_control(character):
            yield Edit(match.start(), end, "" if _UNSEEN.fullmatch(character) else character)


def _is_control(character: str) -> bool:
    return unicodedata.category(character[0]) in ("Cc", "Cs") and character not in "\n\r\t"


def _mojibake(text: str) -> Iterator[Edit]:
    for match in _MOJIBAKE.finditer(text):
        read = match.group()
        if read[0] not in _COMMON_LEADS and _COMMON_MARKS.issuperset(read[1:]):
            continue
        try:
            character = bytes(_BYTES[part] for part in read).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if not _is_control(character):
            yield replaced(match, "" if _UNSEEN.fullmatch(character) else character)
