"""Dash speeches: paragraphs that a dash opens in place of a quotation mark.

Papers of the north and of the south print speech so: – It was late, says Ann Lee. Where the
reporter comes in, a comma or a second dash stands, and a verb of saying beside a name.
"""

from __future__ import annotations

import re

import attrs

from quoteattr.text.patterns import CAPITAL
from quoteattr.text.ranges import CharRange

__all__ = ["DashSpeech", "find_dash_speech", "is_dash_speech"]

_DASH = "[\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}]"
_SAYS = (
    r"(?:says|said|adds|added|tells|told|asks|asked|explains|explained|replies|replied|answers"
    r"|answered|insists|insisted|recalls|recalled|states|stated|writes|wrote|claims|claimed"
    r"|believes|believed|thinks|thought|continues|continued|concludes|concluded|emphasi[sz]es"
    r"|emphasi[sz]ed|admits|admitted|warns|warned|argues|argued|notes|noted|points out"
    r"|pointed out)\b"
)
_NOT_ENDED = r"[^.!?\n\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}]"
_NOT_NAMED = r"[^.,:;!?\n\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}“”\"«»]"
_CLAUSE = (  # says Ann Lee; Ann Lee told them
    rf"(?:(?P<verb>{_SAYS}) (?P<name>{_NOT_NAMED}{{2,80}})"
    rf"|(?P<named>(?!(?:and|but|that|which|who)\b){_NOT_NAMED}{{2,60}}?) (?P<tells>{_SAYS})"
    rf"(?:(?<=told|ells) {_NOT_NAMED}{{2,60}})?)(?=[.,;]|[ \u00a0]?{_DASH}|$)"
)
_MORE = (  # says Ann Lee. – It was dark; —says Ann Lee, a nurse—. It was dark
    rf"(?:{_NOT_ENDED}{{0,80}}(?(dash)[ \u00a0]?{_DASH}[.,:;]?|[.!?][ \u00a0]{_DASH})"
    r"[ \u00a0](?P<more>[^\W_].*))?"
)
_SPEECH = re.compile(
    rf"{_DASH}[ \u00a0]?(?P<words>[^\W_].{{2,}}?)"
    rf"(?:,[ \u00a0]|(?<=[!?…])[ \u00a0]|(?P<dash>[ \u00a0]?{_DASH}[ \u00a0]?)){_CLAUSE}{_MORE}"
)
_CAPITAL_OR_HE = re.compile(rf"{CAPITAL}|(?:he|she|they)$")


@attrs.frozen(kw_only=True)
class DashSpeech:
    """Words that a dash opens, and who says them.

    Attributes:
        name: whose words they are, with what stands beside the name.
        verb: the verb of saying.
        stretches: the words, with those that a second dash opens behind the name.
    """

    name: CharRange
    verb: CharRange
    stretches: tuple[CharRange, ...]


def find_dash_speech(text: str, start: int, end: int) -> DashSpeech | None:
    """Read a paragraph as a speech that a dash opens; None where it is something else.

    Examples:
        >>> text = "– It was late, says Ann Lee."
        >>> speech = find_dash_speech(text, 0, len(text))
        >>> text[slice(*speech.name)], text[slice(*speech.stretches[0])]
        ('Ann Lee', 'It was late')
    """
    match = _SPEECH.match(text, start, end)
    if match is None:
        return None
    behind = match["verb"] is not None
    name, verb = ("name", "verb") if behind else ("named", "tells")
    if not behind and not _CAPITAL_OR_HE.search(match[name]):
        return None
    groups = ["words", *(["more"] if match["more"] else [])]
    return DashSpeech(
        name=CharRange(*match.span(name)),
        verb=CharRange(*match.span(verb)),
        stretches=tuple(CharRange(*match.span(group)) for group in groups),
    )


def is_dash_speech(line: str) -> bool:
    """Tell whether a line is the speech of somebody by name or pronoun, and no item of a list.

    Examples:
        >>> is_dash_speech("– It was late, says Ann Lee."), is_dash_speech("– Two eggs")
        (True, False)
    """
    speech = find_dash_speech(line, 0, len(line))
    return speech is not None and bool(_CAPITAL_OR_HE.search(line[slice(*speech.name)]))
