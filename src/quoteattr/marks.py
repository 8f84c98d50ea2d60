"""Text to quotation marks: what each mark can be, from its shape and what stands on each side."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

import attrs

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
    return tuple(_mark(match, place) for run, place in _places(text) for match in run)


def _places(text: str) -> Iterator[tuple[list[re.Match[str]], _Place]]:
    """Group adjacent marks: all of a run have the same neighbours."""
    run: list[re.Match[str]] = []
    for match in _MARK.finditer(text):
        if run and run[-1].end() != match.start():
            yield run, _place(text, run[0].start(), run[-1].end())
            run = []
        run.append(match)
    if run:
        yield run, _place(text, run[0].start(), run[-1].end())


def _place(text: str, start: int, end: int) -> _Place:
    before = _visible(text, start - 1, -1)
    behind = _visible(text, end, 1)
    return _Place(text, start, end, before, behind, _lean(text, end, before, behind))


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


_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_LEADS = frozenset("/:=>|*_~")
_TRAILS = frozenset(",;:!?./|*_~<")


def _lean(text: str, end: int, before: str, behind: str) -> Role | None:
    """Tell by the neighbours whether a mark opens or closes; None where they do not say."""
    trails = not behind or _trails(text, end, behind)
    if not before or unicodedata.category(before) in ("Ps", "Pi"):
        return None if trails else Role.OPENS
    if trails:
        return Role.CLOSES
    if before in _LEADS or unicodedata.category(before) == "Pd":
        return Role.OPENS
    return Role.CLOSES if unicodedata.category(behind) == "Ps" else None


def _trails(text: str, end: int, behind: str) -> bool:
    """Tell whether the character behind a mark belongs to what came before the mark."""
    if behind == ".":
        return not text.startswith("..", end)
    return behind in _TRAILS or unicodedata.category(behind) in ("Pe", "Pd")


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


def _stands_free(place: _Place) -> bool:
    return not place.before and not place.behind


def _between_digits(place: _Place) -> bool:
    return place.before.isnumeric() and place.behind.isnumeric()


def _inside_word(place: _Place) -> bool:
    return place.before.isalnum() and place.behind.isalpha()


_CONTEXT = 16
_NUMBER = re.compile(r"(?:^|[^\d.,/$£€#])(?:\d{1,3}(?:\.\d+)?|\d+/\d+|\d{0,3}[½¼¾⅓⅔⅛⅜⅝⅞])$")
_SUFFIX = re.compile(r"(?:s|re|ve|ll|d|m|t)\b", re.IGNORECASE)
_ELIDED_START = re.compile(
    r"(?:\d\ds?|s|re|ve|ll|d|m|t|n|em|im|er|un|uns|e|ere|ello|tis|twas|twere|twill|til|till|cause"
    r"|cos|coz|cuz|bout|round|neath|gainst|tween|nuff|nother|merica|murica|cept|fraid|scuse|sup"
    r"|kay|burbs|copter|gator|possum)\b",
    re.IGNORECASE,
)
_ELIDED_END = re.compile(
    r"(?:s|[^\W\d_]in|\b(?:o|ol|an|th|wi|n|lil|mo|po|fo)|\b(?:\w\.)+s\.)$", re.IGNORECASE
)
_NEXT_WORD = re.compile(r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+\w")


def _behind_number(place: _Place) -> bool:
    """Tell whether a short number stands before: feet, inches, minutes."""
    if not place.before.isnumeric():
        return False
    return bool(_NUMBER.search(place.text[max(0, place.start - _CONTEXT) : place.start]))


def _before_suffix(place: _Place) -> bool:
    """Tell whether a contraction or possessive ending follows: U.S.'s, 50%'s."""
    return bool(place.before and _SUFFIX.match(place.text, place.end))


def _before_elision(place: _Place) -> bool:
    return _leans_open(place) and bool(_ELIDED_START.match(place.text, place.end))


def _behind_elision(place: _Place) -> bool:
    """Tell whether a word stands before that an apostrophe often ends: players', nothin'."""
    if not _leans_closed(place):
        return False
    return bool(_ELIDED_END.search(place.text[max(0, place.start - _CONTEXT) : place.start]))


def _between_words(place: _Place) -> bool:
    return _behind_elision(place) and bool(_NEXT_WORD.match(place.text, place.end))


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
    (_ANY, _before_elision, (Role.APOSTROPHE, Role.OPENS)),
    (_ANY, _between_words, (Role.APOSTROPHE, Role.CLOSES)),
    (_ANY, _behind_elision, (Role.CLOSES, Role.APOSTROPHE)),
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
