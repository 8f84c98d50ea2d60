"""Markup: tags, links and emphasis that were left in a text, around its words.

Only what is plainly markup goes: tags of HTML by name, links and emphasis in Markdown that open
and close within a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteattr.text.edits import Edit, apart, replaced

__all__ = ["find_markup"]

_INLINE = "a abbr b big bdi bdo cite code del em font i img ins kbd label mark s small span strike"
_INLINE += " strong sub sup time tt u var wbr"
_BLOCKS = "address article aside blockquote body br button center dd div dl dt fieldset figcaption"
_BLOCKS += " figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe input legend li link"
_BLOCKS += " main meta nav ol option p pre section select table tbody td tfoot th thead title tr ul"
_BLOCKS += " svg video audio source picture noscript"
_REST = r"(?=[\s/>])[^<>]{0,2000}>"
_HIDDEN = re.compile(r"<(?:(?P<name>script|style)\b[^<>]{0,2000}>|!--)", re.IGNORECASE | re.ASCII)
_ENDS = {
    name: re.compile(f"</{name}>" if name else "-->", re.IGNORECASE)
    for name in ("script", "style", None)
}
_TAG = re.compile(rf"</?(?:{'|'.join(_INLINE.split())}){_REST}", re.IGNORECASE)
_QUOTED = re.compile(rf"<(?P<closes>/?)q{_REST}", re.IGNORECASE)
_BLOCK = re.compile(rf"</?(?:{'|'.join(_BLOCKS.split())}){_REST}", re.IGNORECASE)

_LINK = re.compile(
    r"(?P<open>!?\[)[^\[\]\n]{0,300}(?P<close>\]\((?:[^\s()]|\([^\s()]*\)){0,2000}"
    r"(?: \"[^\"\n]{0,300}\")?\))"
)
_STARS = re.compile(
    r"(?<![\w*\\])(?P<open>\*{1,3})(?=[^\s*])[^*\n]{1,1000}(?<=\S)(?P<close>(?P=open))(?![\w*])"
)
_UNDERSCORES = re.compile(
    r"(?<![\w\\_])(?P<open>_{1,3})(?=[^\s_])[^_\n]{1,1000}(?<=\S)(?P<close>(?P=open))(?![\w_])"
)
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-*_=~][ \t]*){3,}$", re.MULTILINE)


def find_markup(text: str) -> list[Edit]:
    """Find the tags, links and signs of emphasis of a text.

    A tag that parts blocks reads as the end of a paragraph, one that quotes as a mark.

    Examples:
        >>> find_markup("<b>No</b>")
        [Edit(start=0, end=3, replacement=''), Edit(start=5, end=9, replacement='')]
    """
    edits: list[Edit] = []
    if "<" in text:
        edits += _hidden(text)
        edits += (replaced(match, "\n\n") for match in _BLOCK.finditer(text))
        edits += (replaced(match, "") for match in _TAG.finditer(text))
        edits += (
            replaced(match, "”" if match["closes"] else "“") for match in _QUOTED.finditer(text)
        )
    if "](" in text:
        edits += _links(text)
    for sign, pattern in (("*", _STARS), ("_", _UNDERSCORES)):
        if sign in text:
            edits += _emphasis(text, pattern)
    if "#" in text:
        edits += (replaced(match, "") for match in _HEADING.finditer(text))
    edits += (replaced(match, "") for match in _RULE.finditer(text))
    return apart(edits)


def _hidden(text: str) -> Iterator[Edit]:
    """Leave scripts, styles and comments out; one that never ends is none."""
    behind = 0
    for match in _HIDDEN.finditer(text):
        if match.start() < behind:
            continue
        ending = _ENDS[match["name"] and match["name"].lower()].search(text, match.end())
        if not ending:
            return
        behind = ending.end()
        yield Edit(match.start(), behind, "\n\n")


def _links(text: str) -> Iterator[Edit]:
    """Keep the words of a link; of a picture nothing is kept."""
    for match in _LINK.finditer(text):
        if match["open"] == "![":
            yield replaced(match, "")
        else:
            yield replaced(match, "", "open")
            yield replaced(match, "", "close")


def _emphasis(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        yield replaced(match, "", "open")
        yield replaced(match, "", "close")
