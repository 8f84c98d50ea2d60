"""Name features: what each token of a zone that can hold names says of them."""

from __future__ import annotations

import functools
import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from quoteattr.scoring.sequence_model import labelled_spans
from quoteattr.syntax.name_likeness import Likeness, own_likeness
from quoteattr.syntax.name_notes import NOTES, DocumentNotes, read_notes
from quoteattr.syntax.name_references import BackReference, apposed_noun, reference_behind
from quoteattr.syntax.name_signs import Run, kinds, runs_of, shape, spread
from quoteattr.syntax.name_zones import LONGEST_LINK, find_zones
from quoteattr.syntax.tokens import Parse

__all__ = ["Clue", "NameZone", "features", "join_clues", "read_zones", "reread"]

Clue = tuple[str, ...]

_EDGE = ""
_MOST = 3


@attrs.frozen
class NameZone:
    """Tokens `start` up to, not including, `end`, and the clues that each of them gives."""

    start: int
    end: int
    clues: Sequence[tuple[Clue, ...]]


def read_zones(parse: Parse, alike: Likeness | None = None) -> list[NameZone]:
    """Give every zone that can hold names, with the clues of its tokens.

    `alike` tells how far a word is built like a person's name, by default as the package's model
    has it.
    """
    notes = read_notes(parse)
    alike = alike or own_likeness()
    return [
        NameZone(start, end, list(_clues(parse, start, end, notes, alike)))
        for start, end in find_zones(parse)
    ]


def _clues(
    parse: Parse,
    start: int,
    end: int,
    notes: DocumentNotes,
    alike: Likeness,
) -> Iterator[tuple[Clue, ...]]:
    first, stop = parse.sentences[parse.sentence[start]]
    before, behind = max(0, first - start + 2), max(0, end + 2 - stop)
    near = slice(max(first, start - 2), min(stop, end + 2))
    window = [_EDGE] * before + list(parse.words[near]) + [_EDGE] * behind
    tags = [_EDGE] * before + list(parse.tags[near]) + [_EDGE] * behind
    shapes, listed = list(map(shape, window)), list(map(kinds, window))
    noted = [notes.words.get(word.lower(), ()) for word in window]
    manner = notes.manners[parse.sentence[start]]
    runs = runs_of(window[2:-2])
    links = _links(window, runs)
    glue = _glue(parse, start, end)
    likes = list(map(alike, window))
    standings = spread(runs, lambda run: _standing(parse, start + run.end - 1), _NO_STANDING)
    behinds = spread(runs, lambda run: _behind(parse, start + run.end, notes.ahead), _NONE_BEHIND)
    builds = spread(runs, lambda run: _build(window, likes, run), _EDGE)
    for at, word in enumerate(window[2:-2], 2):
        where = "first" if start + at - 2 == first else "inside"
        left, right, head, governor, size, position = links[at - 2]
        yield (
            ("-2", window[at - 2]),
            ("-1", window[at - 1]),
            ("0", word),
            ("+1", window[at + 1]),
            ("+2", window[at + 2]),
            ("tags", *tags[at - 2 : at + 2]),
            ("shapes", *shapes[at - 1 : at + 2], where, manner, glue[at - 2]),
            ("kinds", *listed[at - 1 : at + 2]),
            ("around", left, right, position),
            ("run", head, governor, size, position),
            ("likeness", *likes[at - 1 : at + 2], listed[at], position),
            ("build", builds[at - 2], position),
            ("standing", *standings[at - 2], position),
            ("behind", *behinds[at - 2], standings[at - 2][0], notes.told),
            ("explained", notes.explained.get(start + at - 2, _EDGE), position),
            ("document", *noted[at], where, shapes[at]),
            ("document+1", *noted[at + 1][:5]),
            ("document-1", *noted[at - 1][:5]),
        )


def _build(window: Sequence[str], likes: Sequence[str], run: Run) -> str:
    """Say how the first words of a run of capitals are built, a letter a word."""
    places = range(run.start + 2, min(run.end, run.start + _LONGEST_BUILD) + 2)
    return "".join(_letter(window[place], likes[place]) for place in places)


def _letter(word: str, like: str) -> str:
    """Give the first of the lists' letters that tells most, else how far the word is a name."""
    found = kinds(word)
    listed = next((letter for letter in "thogsbrpq" if letter in found), "")
    return listed or (_DEGREES[int(like)] if like else shape(word)[:2])


_DEGREES = "LLLLMMHHH"
_LONGEST_BUILD = 5


def _behind(parse: Parse, end: int, ahead: Sequence[BackReference | None]) -> tuple[str, str, str]:
    """Say what refers back behind a run of capitals, and what is put beside it."""
    return (*reference_behind(parse, ahead, end), apposed_noun(parse, end))


_NONE_BEHIND = (_EDGE, _EDGE, _EDGE)


def _standing(parse: Parse, token: int) -> tuple[str, str, str]:
    """Say what a run's last word depends on, and what depends on that one."""
    governor = parse.heads[token]
    word = parse.lowers[governor] if governor != token else _EDGE
    return parse.deps[token], word, _beside(parse, token)


_NO_STANDING = (_EDGE, _EDGE, _EDGE)


def _beside(parse: Parse, token: int) -> str:
    """Tell a role or an age in apposition, a relative clause, or a preposition."""
    for child in parse.children[token]:
        if child > token and parse.deps[child] in _TELLING:
            own = kinds(parse.lowers[child])
            sign = next((letter for letter in "rb" if letter in own), _EDGE)
            return f"{parse.deps[child]}{sign}"
    return _EDGE


_TELLING = frozenset({"appos", "relcl", "nummod", "case"})


def _glue(parse: Parse, start: int, end: int) -> list[str]:
    """Say of each token on which sides no space stands."""
    ends = [parse.ends[start - 1] if start else -1, *parse.ends[start:end]]
    starts = [*parse.starts[start : end + 1], -1]
    joined = [left == right for left, right in zip(ends, starts, strict=False)]
    return [_GLUE[pair] for pair in itertools.pairwise(joined)]


_GLUE = {(False, False): "", (True, False): "<", (False, True): ">", (True, True): "<>"}


def _links(window: Sequence[str], runs: Sequence[Run]) -> list[tuple[str, str, str, str, str, str]]:
    """Say of each token what stands around its run of capitals, the run's last word, and more."""
    found: list[tuple[str, str, str, str, str, str]] = []
    governor = _EDGE
    for start, end, capital in runs:
        left, right = window[start + 1].lower(), window[end + 2].lower()
        head, count = window[end + 1], end - start
        for k in range(count):
            position = f"{min(k, 2)}{min(count - 1 - k, 2)}" if capital else "link"
            found.append((left, right, head, governor, str(min(count, 4)), position))
        if capital:
            governor = head.lower()
        elif window[start + 2].lower() not in _GOVERNING:
            governor = _EDGE
    return found


_GOVERNING = frozenset({"of", "for", "and", "on"})


def reread(
    parse: Parse, found: Sequence[NameZone], labels: Sequence[Sequence[str]]
) -> list[NameZone]:
    """Give each token's clues anew: what a first reading made of it and of its word elsewhere.

    Args:
        parse: the token table.
        found: its zones.
        labels: the label of each token of each zone (B-PER) in the first reading.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    longest: dict[str, _Form] = {}
    same: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for zone, row in zip(found, labels, strict=True):
        lowers = parse.lowers[zone.start : zone.end]
        for word, label in zip(lowers, row, strict=True):
            counts[word][label] += 1
        for word, form in _forms(lowers, row):
            longest[word] = max(longest.get(word, form), form)
        for run, label in _labelled_runs(parse, zone, row):
            same[run][label] += 1
    return [
        attrs.evolve(
            zone,
            clues=[
                (
                    *_reading(counts[word], row, k),
                    ("form", row[k], *longest.get(word, ())),
                    *more,
                )
                for k, (word, more) in enumerate(
                    zip(
                        parse.lowers[zone.start : zone.end],
                        _neighbours(parse, zone, row, same),
                        strict=True,
                    )
                )
            ],
        )
        for zone, row in zip(found, labels, strict=True)
    ]


def join_clues(zone: NameZone, other: NameZone) -> NameZone:
    """Give a zone with the clues of both."""
    pairs = zip(zone.clues, other.clues, strict=True)
    return attrs.evolve(zone, clues=[(*some, *more) for some, more in pairs])


def _labelled_runs(
    parse: Parse, zone: NameZone, row: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the words of each run of capitals of a zone with the labels it got, joined."""
    for first, last, capital in runs_of(parse.words[zone.start : zone.end]):
        if not capital:
            continue
        labels = dict.fromkeys(label[2:] for label in row[first:last])
        yield tuple(parse.lowers[zone.start + first : zone.start + last]), "+".join(labels)


def _neighbours(
    parse: Parse,
    zone: NameZone,
    row: Sequence[str],
    same: Mapping[tuple[str, ...], Counter[str]],
) -> list[tuple[Clue, ...]]:
    """Say of each token what the same run of capitals is elsewhere, and the names beside it."""
    found: list[tuple[Clue, ...]] = [_NO_NEIGHBOURS] * len(row)
    lowers = parse.lowers[zone.start : zone.end]
    for first, last, capital in runs_of(parse.words[zone.start : zone.end]):
        if not capital:
            continue
        own = "+".join(dict.fromkeys(label[2:] for label in row[first:last]))
        labels = same[tuple(lowers[first:last])]
        often = max(labels, key=lambda label: labels[label] - (label == own))
        count = str(min(_MOST, labels[often] - (often == own)))
        left = _next_name(lowers, row, range(first - 1, -1, -1))
        right = _next_name(lowers, row, range(last, len(row)))
        clues: tuple[Clue, ...] = (
            ("same", own, often if count != "0" else _EDGE, count),
            ("left-name", *left, row[first]),
            ("right-name", *right, row[first]),
        )
        found[first:last] = [clues] * (last - first)
    return found


_NO_NEIGHBOURS = (
    ("same", _EDGE, _EDGE, _EDGE),
    ("left-name", _EDGE, _EDGE, _EDGE),
    ("right-name", _EDGE, _EDGE, _EDGE),
)


def _next_name(lowers: Sequence[str], row: Sequence[str], places: Sequence[int]) -> tuple[str, str]:
    """Give the label of the nearest name and the words on the way there."""
    for step, place in enumerate(places):
        if row[place] != "O":
            return row[place][2:], " ".join(lowers[p] for p in places[:step])
        if step == LONGEST_LINK:
            break
    return _EDGE, _EDGE


_Form = tuple[str, str, str]


def _forms(lowers: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, _Form]]:
    """Give each word of a name with the length of the name, the word's place in it, the label."""
    for start, end, label in labelled_spans(row):
        for place in range(start, end):
            where = "last" if place == end - 1 else "first" if place == start else "inside"
            yield lowers[place], (str(min(end - start, _MOST)), where, label)


def _reading(counts: Counter[str], row: Sequence[str], place: int) -> Iterator[Clue]:
    own = row[place]
    before = row[place - 1] if place else _EDGE
    after = row[place + 1] if place + 1 < len(row) else _EDGE
    yield ("reading", before, own, after)
    elsewhere = sorted(
        ((count - (label == own), label) for label, count in counts.items() if label != "O"),
        reverse=True,
    )
    (first, name), (second, other) = [*elsewhere, (0, _EDGE), (0, _EDGE)][:2]
    yield (
        "elsewhere",
        own,
        name if first else _EDGE,
        str(min(first, _MOST)),
        other if second else _EDGE,
    )


def features(clue: Clue) -> tuple[str, ...]:
    """Name what the clue says.

    Examples:
        >>> features(("+2", "said"))
        ('+2:w=said', '+2:s=x', '+2:k=v')
    """
    kind, *values = clue
    if kind in _MAKERS:
        return tuple(_MAKERS[kind](values))
    return (f"{kind}={'|'.join(values)}",)


def _far_word(kind: str, values: Sequence[str]) -> Iterator[str]:
    (word,) = values
    yield f"{kind}:w={word.lower()}"
    yield f"{kind}:s={shape(word)}"
    yield f"{kind}:k={kinds(word)}"


def _near_word(kind: str, values: Sequence[str]) -> Iterator[str]:
    (word,) = values
    yield from _far_word(kind, values)
    lower = word.lower()
    yield from _affixes(f"{kind}:", lower, (-2, -3))
    for letter in kinds(word):
        yield f"{kind}:has={letter}"


def _affixes(kind: str, word: str, sizes: Sequence[int]) -> Iterator[str]:
    """Give endings (negative sizes) and beginnings, none of them the whole word."""
    for size in sizes:
        if abs(size) < len(word):
            yield f"{kind}{size}={word[size:] if size < 0 else word[:size]}"


def _own_word(kind: str, values: Sequence[str]) -> Iterator[str]:
    (word,) = values
    yield from _near_word(kind, values)
    lower = word.lower()
    yield f"0:W={lower}|{shape(word)}"
    yield from _affixes("0:", lower, (-4, 3, 4))
    yield f"0:n={min(len(word), 10)}"


def _tags(values: Sequence[str]) -> Iterator[str]:
    second, before, own, after = values
    yield f"t={own}"
    yield f"t-1={before}"
    yield f"t+1={after}"
    yield f"t-1,0={before}|{own}"
    yield f"t0,+1={own}|{after}"
    yield f"t-2,-1,0={second}|{before}|{own}"
    yield f"t-1,0,+1={before}|{own}|{after}"


def _shapes(values: Sequence[str]) -> Iterator[str]:
    before, own, after, where, manner, glue = values
    yield f"glue={glue}|{own}"
    yield f"glue={glue}|{before}|{own}|{after}"
    yield f"s-1,0={before}|{own}"
    yield f"s0,+1={own}|{after}"
    yield f"s-1,0,+1={before}|{own}|{after}"
    yield f"where={where}"
    yield f"where={where}|{own}"
    yield f"manner={manner}"
    yield f"manner={manner}|{own}|{after}"


def _kinds(values: Sequence[str]) -> Iterator[str]:
    before, own, after = values
    yield f"k-1,0={before}|{own}"
    yield f"k0,+1={own}|{after}"
    yield f"k-1,0,+1={before}|{own}|{after}"


def _around(values: Sequence[str]) -> Iterator[str]:
    left, right, position = values
    yield f"left={left}"
    yield f"right={right}"
    yield f"left={left}|{position}"
    yield f"right={right}|{position}"
    yield f"around={kinds(left)}|{kinds(right)}"
    yield f"between={left}|{right}"


def _run(values: Sequence[str]) -> Iterator[str]:
    head, governor, size, position = values
    yield f"position={position}"
    yield f"size={size}|{position}"
    yield f"head={head.lower()}"
    yield from _affixes("head:", head.lower(), (-3,))
    yield f"head:k={kinds(head)}|{position}"
    yield f"governor={governor}"
    yield f"governor:k={kinds(governor)}"


def _reading_features(values: Sequence[str]) -> Iterator[str]:
    before, own, after = values
    yield f"read={own}"
    yield f"read={before}|{own}"
    yield f"read={own}|{after}"


def _form_features(values: Sequence[str]) -> Iterator[str]:
    own, *form = values
    yield f"form={'|'.join(form)}"
    yield f"form={own}|{'|'.join(form)}"


def _elsewhere(values: Sequence[str]) -> Iterator[str]:
    own, first, count, second = values
    yield f"elsewhere={first}|{count}"
    yield f"elsewhere={own}|{first}|{count}"
    yield f"elsewhere2={first}|{second}"


def _same_features(values: Sequence[str]) -> Iterator[str]:
    own, often, count = values
    yield f"same={often}|{count}"
    yield f"same={own}|{often}"


def _beside_features(side: str, values: Sequence[str]) -> Iterator[str]:
    label, between, own = values
    yield f"{side}={label}|{between}"
    yield f"{side}:l={label}|{own}"


def _likeness_features(values: Sequence[str]) -> Iterator[str]:
    before, own, after, lists, position = values
    yield f"like={own}"
    yield f"like={own}|{position}"
    yield f"like-1={before}"
    yield f"like+1={after}"
    yield f"like-1,0={before}|{own}"
    yield f"like0,+1={own}|{after}"
    yield f"like={own}|k={lists}"


def _build_features(values: Sequence[str]) -> Iterator[str]:
    build, position = values
    yield f"build={build}|{position}"


def _standing_features(values: Sequence[str]) -> Iterator[str]:
    role, governor, beside, position = values
    yield f"role={role}|{position}"
    yield f"ruled={role}|{governor}"
    yield f"ruled:k={role}|{kinds(governor)}"
    yield f"beside={beside}"
    yield f"beside={beside}|{role}"


def _document(values: Sequence[str]) -> Iterator[str]:
    if len(values) < len(NOTES):
        yield "unknown"
        return
    inside, lower, titled, named, says, place, organised, followed, roled, *rest = values
    determined, he, it, where, own = rest
    yield f"inside={inside}|{where}"
    yield f"inside={inside}|lower={lower}|{where}"
    yield f"lower={lower}|{own}"
    yield f"titled={titled}"
    yield f"named={named}"
    yield f"says={says}"
    yield f"place={place}"
    yield f"organised={organised}"
    yield f"followed={followed}"
    yield f"roled={roled}"
    yield f"titled={titled}|named={named}|says={says}"
    yield f"roled={roled}|named={named}|organised={organised}|place={place}"
    yield f"says={says}|place={place}"
    yield f"determined={determined}|inside={inside}"
    yield f"he={he}|it={it}"
    yield f"he={he}|named={named}|says={says}"


def _behind_features(values: Sequence[str]) -> Iterator[str]:
    word, later, apposed, role, told = values
    yield f"behind={word}|{later}"
    yield f"behind={word}|{role}"
    yield f"behind:k={kinds(word)}|{later}|{role}"
    yield f"apposed={apposed}"
    yield f"apposed:k={kinds(apposed)}"
    yield f"told={told}|{role}"


_MAKERS: Mapping[str, Callable[[Sequence[str]], Iterator[str]]] = {
    "-2": functools.partial(_far_word, "-2"),
    "-1": functools.partial(_near_word, "-1"),
    "0": functools.partial(_own_word, "0"),
    "+1": functools.partial(_near_word, "+1"),
    "+2": functools.partial(_far_word, "+2"),
    "tags": _tags,
    "shapes": _shapes,
    "kinds": _kinds,
    "around": _around,
    "run": _run,
    "likeness": _likeness_features,
    "build": _build_features,
    "standing": _standing_features,
    "behind": _behind_features,
    "document": _document,
    "reading": _reading_features,
    "form": _form_features,
    "elsewhere": _elsewhere,
    "same": _same_features,
    "left-name": functools.partial(_beside_features, "left-name"),
    "right-name": functools.partial(_beside_features, "right-name"),
}
