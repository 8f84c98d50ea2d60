"""Naming rules: marks that set off a name, title or term, and nobody's words."""

from __future__ import annotations

from collections.abc import Callable

from quoteattr.lexicon.word_lists import marked_words, read_table
from quoteattr.syntax.capital_runs import title_cased
from quoteattr.syntax.grammar import TIME_LABELS
from quoteattr.syntax.quoted_tokens import Alignment, token_before_marks
from quoteattr.syntax.tokens import Parse, ancestors, paragraph_of

__all__ = ["NAMING_RULES", "capitals", "is_titled", "naming_rule"]

_LONGEST_NAME = 8  # tokens
_LONGEST_NICKNAME = 3  # tokens
_SHORTEST_TITLE = 3  # tokens
_BESIDE = 4  # tokens behind a title
_STOPS = frozenset({",", ".", "!", "?", "…"})
_KNOWN = ("known", "nicknamed", "dubbed")
_MARKS = frozenset({"“", "”", '"', "‘", "’", "'", "«", "»", "``", "''"})


def naming_rule(parse: Parse, alignment: Alignment, number: int) -> str | None:
    """Name the first rule by which the marks set off a name, title or term, if one does.

    What they set off is nobody's words then.
    """
    bounds = alignment.ranges[number]
    return next((name for name, applies in NAMING_RULES if applies(parse, *bounds)), None)


def _follows_naming_word(parse: Parse, first: int, last: int) -> bool:
    """The novel “Night Boats”; the password “tulip”; but not: the boat “leaks”."""
    place = token_before_marks(parse, first)
    if place < 0 or parse.tags[place][0] != "N":
        return False
    return _has_name(parse, place, first, last)


def _has_name(parse: Parse, noun: int, first: int, last: int) -> bool:
    """Tell whether a short stretch can be the name of what a naming word stands for."""
    entry = read_table("naming_words").get(parse.lowers[noun])
    titled = capitals(parse, first, last) == "all" or parse.words[first][0].isdigit()
    names = entry == "any" or (entry == "titled" and titled)
    return names and last - first <= _LONGEST_NAME


def _follows_naming_verb(parse: Parse, first: int, last: int) -> bool:
    """A machine called “Big Greta”; she was named “Beekeeper of the Year”."""
    place = token_before_marks(parse, first)
    if last - first > _LONGEST_NAME or place < 0 or parse.tags[place] != "VBN":
        return False
    agent = any(parse.deps[child] in ("nsubj", "agent", "aux") for child in parse.children[place])
    agent = agent or "by" in parse.lowers[last : last + 2]
    return not agent and parse.lowers[place] in read_table("naming_words")


def _is_known_as(parse: Parse, first: int, last: int) -> bool:
    """The pass, known as “the Needle”, known to sailors as “the Needle”."""
    place = token_before_marks(parse, first)
    if place < 1 or parse.lowers[place] != "as" or last - first > _LONGEST_NAME:
        return False
    return not {parse.lowers[place - 1], parse.lowers[parse.heads[place]]}.isdisjoint(_KNOWN)


def _is_played_in(parse: Parse, first: int, last: int) -> bool:
    """Known as the doctor in “Ward Nine”, nominated for a part in “Red Sea”: a work."""
    place = token_before_marks(parse, first)
    if place < 1 or parse.lowers[place] != "in" or last - first > _LONGEST_NAME:
        return False
    above = {parse.lowers[token] for token in ancestors(parse, place)}
    return capitals(parse, first, last) == "all" and not above.isdisjoint(marked_words("played-in"))


def _completes_naming_word(parse: Parse, first: int, last: int) -> bool:
    """The regiment’s motto is “Always ready”."""
    place = token_before_marks(parse, first)
    if place < 0 or parse.lowers[place] not in ("is", "was"):
        return False
    return any(
        parse.deps[child] == "nsubj" and _has_name(parse, child, first, last)
        for child in parse.children[place]
    )


def _is_nickname(parse: Parse, first: int, last: int) -> bool:
    """Jo “Anvil” Marsh: a short word inside a name; but not: called Marsh “unfit” Monday."""
    before = token_before_marks(parse, first)
    behind = next(
        (
            token
            for token in range(last, min(last + 2, len(parse)))
            if parse.words[token] not in _MARKS
        ),
        -1,
    )
    if last - first > _LONGEST_NICKNAME or min(before, behind) < 0:
        return False
    dated = parse.labels[behind] in TIME_LABELS
    one_name = (
        parse.sentence[before] == parse.sentence[behind] and behind - before <= last - first + 3
    )
    return one_name and not dated and all(parse.tags[token] == "NNP" for token in (before, behind))


def _is_title(parse: Parse, first: int, last: int) -> bool:
    """They played “Home by the River”: but for a headline, and unless somebody says it."""
    place = token_before_marks(parse, first)
    if place < 0 or last - first < _SHORTEST_TITLE or not is_titled(parse, first, last):
        return False
    beside = range(max(0, place - 1), min(len(parse), last + _BESIDE))
    reported = any(parse.reporting[token] or parse.words[token] == ":" for token in beside)
    return not reported and not title_cased(parse, *paragraph_of(parse, first))


NAMING_RULES: tuple[tuple[str, Callable[[Parse, int, int], bool]], ...] = (
    ("follows naming word", _follows_naming_word),
    ("follows naming verb", _follows_naming_verb),
    ("known as", _is_known_as),
    ("played in", _is_played_in),
    ("completes naming word", _completes_naming_word),
    ("nickname", _is_nickname),
    ("title", _is_title),
)


def is_titled(parse: Parse, first: int, last: int) -> bool:
    """Tell whether several words have a capital each, and no stop ends or parts them."""
    several = last - first > 1 and _STOPS.isdisjoint(parse.words[first:last])
    return several and capitals(parse, first, last) == "all"


def capitals(parse: Parse, first: int, last: int) -> str:
    """Tell whether all words, most or few have a capital; short words between them have none."""
    words = [parse.words[token] for token in range(first, last) if parse.words[token][0].isalpha()]
    lower = [word for word in words if not word[0].isupper()]
    if all(word in marked_words("title-small") for word in lower) and len(lower) < len(words):
        return "all"
    return "most" if len(words) > 2 * len(lower) else "few"
