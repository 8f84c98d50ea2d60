"""Text to quotation marks: what each mark can be, from its shape and what stands on each side."""

from __future__ import annotations

import enum
import functools
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

import attrs

from quoteattr.text.patterns import LINE_BREAKS, words_of

__all__ = ["Family", "Mark", "Role", "Shape", "find_marks"]


class Role(enum.Enum):
    """What a mark does where it stands."""

    OPENS = "opens"
    CLOSES = "closes"
    APOSTROPHE = "apostrophe"
    MEASURE = "measure"


class Family(enum.Enum):
    """Marks that may pair with each other: an opener and its closer are of one family."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    SINGLE_GUILLEMET = "single guillemet"
    CORNER = "corner"
    WHITE_CORNER = "white corner"


class Shape(enum.Enum):
    """Which way a mark faces."""

    LEFT = "left"
    RIGHT = "right"
    NEUTRAL = "neutral"
    LETTER = "letter"


@attrs.frozen(kw_only=True)
class Mark:
    """A quotation mark, or a character that looks like one.

    Attributes:
        start, end: code-point offsets in the text.
        family: the marks that it can pair with.
        shape: which way it faces; a letter is an apostrophe wherever it stands.
        roles: what it can be, judged by its neighbours, the likeliest first.
    """

    start: int
    end: int
    family: Family
    shape: Shape
    roles: tuple[Role, ...]

    @property
    def role(self) -> Role:
        """The likeliest role."""
        return self.roles[0]


_NAMES = {
    (Family.DOUBLE, Shape.LEFT): (
        "LEFT DOUBLE QUOTATION MARK",
        "DOUBLE LOW-9 QUOTATION MARK",
        "DOUBLE HIGH-REVERSED-9 QUOTATION MARK",
        "REVERSED DOUBLE PRIME QUOTATION MARK",
        "HEAVY DOUBLE TURNED COMMA QUOTATION MARK ORNAMENT",
    ),
    (Family.DOUBLE, Shape.RIGHT): (
        "RIGHT DOUBLE QUOTATION MARK",
        "DOUBLE PRIME QUOTATION MARK",
        "LOW DOUBLE PRIME QUOTATION MARK",
        "HEAVY DOUBLE COMMA QUOTATION MARK ORNAMENT",
    ),
    (Family.DOUBLE, Shape.NEUTRAL): (
        "QUOTATION MARK",
        "FULLWIDTH QUOTATION MARK",
        "DOUBLE PRIME",
    ),
    (Family.SINGLE, Shape.LEFT): (
        "LEFT SINGLE QUOTATION MARK",
        "SINGLE LOW-9 QUOTATION MARK",
        "SINGLE HIGH-REVERSED-9 QUOTATION MARK",
        "GRAVE ACCENT",
        "HEAVY SINGLE TURNED COMMA QUOTATION MARK ORNAMENT",
    ),
    (Family.SINGLE, Shape.RIGHT): (
        "RIGHT SINGLE QUOTATION MARK",
        "ACUTE ACCENT",
        "HEAVY SINGLE COMMA QUOTATION MARK ORNAMENT",
    ),
    (Family.SINGLE, Shape.NEUTRAL): (
        "APOSTROPHE",
        "FULLWIDTH APOSTROPHE",
        "PRIME",
    ),
    (Family.SINGLE, Shape.LETTER): (
        "MODIFIER LETTER APOSTROPHE",
        "MODIFIER LETTER TURNED COMMA",
    ),
    (Family.GUILLEMET, Shape.LEFT): ("LEFT-POINTING DOUBLE ANGLE QUOTATION MARK",),
    (Family.GUILLEMET, Shape.RIGHT): ("RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK",),
    (Family.SINGLE_GUILLEMET, Shape.LEFT): ("SINGLE LEFT-POINTING ANGLE QUOTATION MARK",),
    (Family.SINGLE_GUILLEMET, Shape.RIGHT): ("SINGLE RIGHT-POINTING ANGLE QUOTATION MARK",),
    (Family.CORNER, Shape.LEFT): ("LEFT CORNER BRACKET", "HALFWIDTH LEFT CORNER BRACKET"),
    (Family.CORNER, Shape.RIGHT): ("RIGHT CORNER BRACKET", "HALFWIDTH RIGHT CORNER BRACKET"),
    (Family.WHITE_CORNER, Shape.LEFT): ("LEFT WHITE CORNER BRACKET",),
    (Family.WHITE_CORNER, Shape.RIGHT): ("RIGHT WHITE CORNER BRACKET",),
}
_DOUBLED = {
    "GRAVE ACCENT": Shape.LEFT,
    "LEFT SINGLE QUOTATION MARK": Shape.LEFT,
    "RIGHT SINGLE QUOTATION MARK": Shape.RIGHT,
    "ACUTE ACCENT": Shape.RIGHT,
    "APOSTROPHE": Shape.NEUTRAL,
}
_KINDS = {unicodedata.lookup(name): kind for kind, names in _NAMES.items() for name in names} | {
    unicodedata.lookup(name) * 2: (Family.DOUBLE, shape) for name, shape in _DOUBLED.items()
}


def _mark_pattern() -> re.Pattern[str]:
    """Match one mark; of three equal ones the outer two are one double mark."""
    doubled = [
        rf"(?<!\S){mark}{mark}|{mark}(?={mark}{mark}(?!{mark}))|{mark}{mark}"
        for mark in map(unicodedata.lookup, _DOUBLED)
    ]
    single = "".join(re.escape(mark) for mark in _KINDS if len(mark) == 1)
    return re.compile("|".join([*doubled, f"[{single}]"]))


_MARK = _mark_pattern()


class _Place(NamedTuple):
    """Where a run of adjacent marks stands, and which way its neighbours make it lean.

    `before` and `behind` are the nearest visible characters; "" stands for an edge or white space.
    """

    text: str
    start: int
    end: int
    before: str
    behind: str
    lean: Role | None


def find_marks(text: str) -> tuple[Mark, ...]:
    """Find every quotation mark, apostrophe and prime, in text order.

    Examples:
        >>> [mark.role.value for mark in find_marks("‘It’s 6' long,’ he said.")]
        ['opens', 'apostrophe', 'measure', 'closes']
    """
    return tuple(
        _mark(match, place)
        for place in _places(text)
        for match in _MARK.finditer(text, place.start, place.end)
    )


def _places(text: str) -> Iterator[_Place]:
    """Group adjacent marks: all of a run have the same neighbours."""
    start = end = -1
    for match in _MARK.finditer(text):
        if match.start() != end:
            if end > 0:
                yield _place(text, start, end)
            start = match.start()
        end = match.end()
    if end > 0:
        yield _place(text, start, end)


def _place(text: str, start: int, end: int) -> _Place:
    before = _visible(text, start - 1, -1)
    behind = _ELLIPSIS if text.startswith("..", end) else _visible(text, end, 1)
    return _Place(text, start, end, before, behind, _lean(before, behind))


def _visible(text: str, index: int, step: int) -> str:
    """Give the nearest character that is neither a combining nor a format character."""
    while 0 <= index < len(text):
        char = text[index]
        if char.isspace():
            return ""
        if char.isalnum() or unicodedata.category(char) not in _UNSEEN:
            return char
        index += step
    return ""


_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_LEADS = frozenset("/:=>|*_~")
_STOPS = frozenset(".,;:!?")
_LINE_ENDS = ("", "\n", "\r")
_TRAILS = _STOPS | frozenset("/|*_~<")


@functools.lru_cache(maxsize=4096)
def _lean(before: str, behind: str) -> Role | None:
    """Tell by the neighbours whether a mark opens or closes; None where they do not say."""
    sides = unicodedata.category(before or " "), unicodedata.category(behind or " ")
    trails = behind in _TRAILS or sides[1] in ("Zs", "Pe", "Pd")
    if sides[0] in ("Zs", "Ps", "Pi"):
        return None if trails else Role.OPENS
    if trails:
        return Role.CLOSES
    if before in _LEADS or sides[0] == "Pd":
        return Role.OPENS
    return Role.CLOSES if sides[1] == "Ps" else None


def _mark(match: re.Match[str], place: _Place) -> Mark:
    family, shape, rules = _RULES[match.group()]
    for holds, roles in rules:  # noqa: B007  # the last rule of every table holds anywhere
        if holds(place):
            break
    return Mark(start=match.start(), end=match.end(), family=family, shape=shape, roles=roles)


def _anywhere(_: _Place) -> bool:
    return True


def _leans_open(place: _Place) -> bool:
    return place.lean is Role.OPENS


def _leans_closed(place: _Place) -> bool:
    return place.lean is Role.CLOSES


def _opens_nothing(place: _Place) -> bool:
    """Tell whether a stop or the line's end follows: he called it “a joke “."""
    return place.behind in _STOPS or place.text[place.end : place.end + 1] in _LINE_ENDS


def _stands_free(place: _Place) -> bool:
    return not place.before and not place.behind


def _between_digits(place: _Place) -> bool:
    return place.before.isnumeric() and place.behind.isnumeric()


def _inside_word(place: _Place) -> bool:
    return place.before.isalnum() and place.behind.isalpha()


_CONTEXT = 16
_NUMBER = re.compile(r"(?:^|[^\d.,/$£€#])(?:\d{1,3}(?:\.\d+)?|\d+/\d+|\d{0,3}[½¼¾⅓⅔⅛⅜⅝⅞])$")
_WORD = re.compile(r"\w{1,9}(?!\w)")
_DECADE = re.compile(r"\d\ds?(?!\w)")
_SUFFIXES = words_of("s re ve ll d m t")
_CLIPPED = _SUFFIXES | words_of(
    """
    n em im er un uns e ere ello tis twas twere twill til till cause cos coz cuz bout round neath
    gainst tween nuff nother merica murica cept fraid scuse sup kay burbs copter gator possum
    """
)
_CLIPPED_END = re.compile(
    r"(?:[^\W\d_]in|\.s\.|(?<!\w)(?:o|ol|an|th|wi|n|lil|mo|po|fo))$", re.IGNORECASE
)
_NEXT_WORD = re.compile(rf"[^\S{LINE_BREAKS}]+(\w+)")
_NEVER_OWNED = words_of(
    """
    a an the this that these those he she it we they you i who which what there his her its their
    is are was were be been has have had will would can could may might must should do does did
    said says told in on at by for from to of with as about after before against into than and or
    but if when while because so not
    """
)


def _behind_number(place: _Place) -> bool:
    """Tell whether a short number stands before: feet, inches, minutes."""
    if not place.before.isnumeric():
        return False
    return bool(_NUMBER.search(place.text[max(0, place.start - _CONTEXT) : place.start]))


def _word_behind(place: _Place) -> str:
    word = _WORD.match(place.text, place.end)
    return word.group().lower() if word else ""


def _before_suffix(place: _Place) -> bool:
    """Tell whether a contraction or possessive ending follows: U.S.'s, 50%'s."""
    return bool(place.before) and _word_behind(place) in _SUFFIXES


def _before_clipped(place: _Place) -> bool:
    """Tell whether a word follows that an apostrophe often starts: 'em, 'twas, '90s."""
    if place.lean is not Role.OPENS:
        return False
    return _word_behind(place) in _CLIPPED or bool(_DECADE.match(place.text, place.end))


def _behind_clipped(place: _Place) -> bool:
    """Tell whether a word stands before that an apostrophe often ends: players', nothin'."""
    if place.lean is not Role.CLOSES:
        return False
    before = place.text[max(0, place.start - 5) : place.start]
    return place.before in "sS" or bool(_CLIPPED_END.search(before))


def _owns_next_word(place: _Place) -> bool:
    """Tell whether a word follows that may belong to the one before: the players' union."""
    if not _behind_clipped(place):
        return False
    word = _NEXT_WORD.match(place.text, place.end)
    return word is not None and word[1].lower() not in _NEVER_OWNED


_Rule = tuple[frozenset[Shape], Callable[[_Place], bool], tuple[Role, ...]]
_LEFT = frozenset({Shape.LEFT})
_RIGHT = frozenset({Shape.RIGHT})
_NEUTRAL = frozenset({Shape.NEUTRAL})
_UNLIKE_LEFT = _RIGHT | _NEUTRAL
_LETTER = frozenset({Shape.LETTER})
_ANY = _LEFT | _RIGHT | _NEUTRAL

_BY_SHAPE: tuple[_Rule, ...] = (
    (_LEFT, _anywhere, (Role.OPENS,)),
    (_RIGHT, _anywhere, (Role.CLOSES,)),
)
_BY_SIDE: tuple[_Rule, ...] = (
    (_LEFT, _leans_closed, (Role.CLOSES, Role.OPENS)),
    (_LEFT, _opens_nothing, (Role.CLOSES, Role.OPENS)),
    (_RIGHT, _leans_open, (Role.CLOSES, Role.OPENS)),
    (_RIGHT, _stands_free, (Role.CLOSES, Role.OPENS)),
    *_BY_SHAPE,
    (_NEUTRAL, _leans_open, (Role.OPENS,)),
    (_NEUTRAL, _leans_closed, (Role.CLOSES,)),
    (_NEUTRAL, _anywhere, (Role.CLOSES, Role.OPENS)),
)
_DOUBLE: tuple[_Rule, ...] = (
    (_UNLIKE_LEFT, _behind_number, (Role.MEASURE, Role.CLOSES)),
    *_BY_SIDE,
)
_SINGLE: tuple[_Rule, ...] = (
    (_LETTER, _anywhere, (Role.APOSTROPHE,)),
    (_ANY, _inside_word, (Role.APOSTROPHE,)),
    (_ANY, _between_digits, (Role.MEASURE,)),
    (_UNLIKE_LEFT, _behind_number, (Role.MEASURE, Role.CLOSES)),
    (_ANY, _before_suffix, (Role.APOSTROPHE,)),
    (_ANY, _before_clipped, (Role.APOSTROPHE, Role.OPENS)),
    (_ANY, _owns_next_word, (Role.APOSTROPHE, Role.CLOSES)),
    (_ANY, _behind_clipped, (Role.CLOSES, Role.APOSTROPHE)),
    (_RIGHT, _leans_open, (Role.APOSTROPHE, Role.OPENS)),
    (_UNLIKE_LEFT, _stands_free, (Role.APOSTROPHE, Role.CLOSES)),
    (_LEFT, _leans_closed, (Role.CLOSES,)),
    *_BY_SIDE,
)
_BY_FAMILY = {
    Family.DOUBLE: _DOUBLE,
    Family.SINGLE: _SINGLE,
    Family.GUILLEMET: _BY_SIDE,
    Family.SINGLE_GUILLEMET: _BY_SIDE,
    Family.CORNER: _BY_SHAPE,
    Family.WHITE_CORNER: _BY_SHAPE,
}
_RULES = {
    mark: (
        family,
        shape,
        [(holds, roles) for shapes, holds, roles in _BY_FAMILY[family] if shape in shapes],
    )
    for mark, (family, shape) in _KINDS.items()
}
