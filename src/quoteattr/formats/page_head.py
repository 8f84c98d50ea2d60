"""The head of every page: no script, no outside address, and the style in the page itself."""

from __future__ import annotations

import functools
import html
import importlib.resources

from quoteattr.formats.printable import printable

__all__ = ["escape", "page_head"]

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="quoteattr">
<title>{title}</title>
<style>
{css}</style>
</head>
<body>
"""


def page_head(title: str, style: str) -> str:
    """Give what a page begins with, up to its body.

    Args:
        title: the page's title, as plain text.
        style: name of a style sheet in the package's data.
    """
    return _HEAD.format(title=escape(title), css=_css(style))


@functools.cache
def _css(style: str) -> str:
    return importlib.resources.files("quoteattr").joinpath(f"data/{style}.css").read_text("utf-8")


def escape(text: str) -> str:
    """Make text safe for a page; control characters become replacement characters.

    Examples:
        >>> escape("a < b")
        'a &lt; b'
    """
    return html.escape(printable(text))
