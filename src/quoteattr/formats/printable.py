"""Printable text: what may stand on a page, and on a terminal."""

from __future__ import annotations

import re

__all__ = ["one_line", "printable"]

# Control characters and lone surrogates have no place in HTML, nor on a terminal.
_UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# Marks that turn the direction of writing could make a row show what it does not say.
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]")


def printable(text: str) -> str:
    """Give a text with a replacement character for each that cannot be shown."""
    return _UNPRINTABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Give a text without line breaks and without anything that could steer a terminal."""
    return printable(_DIRECTION.sub("", _BREAK.sub(" ", text)))
