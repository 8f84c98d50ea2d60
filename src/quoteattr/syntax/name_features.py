"""Name features: where a name can stand, and what each token there says about it."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from quoteattr.lexicon.word_lists import read_table, read_words
from quoteattr.scoring.sequence_model import labelled_spans
from quoteattr.syntax.capital_runs import touches
from quoteattr.syntax.grammar import HYPHENS, PROPER_NOUN_TAGS
from quoteattr.syntax.name_likeness import Likeness, own_likeness
from quoteattr.syntax.name_references import (
    BackReference,
    apposed_noun,
    explained_tokens,
    reference_behind,
    references_ahead,
    told_of,
)

if TYPE_CHECKING:
    from quoteattr.syntax.tokens import Parse

__all__ = ["Clue", "NameZone", "features", "has_capital", "join_clues", "read_zones", "reread"]

Clue = tuple[str, ...]

_EDGE = ""
_LONGEST_LINK = 3
_LINKS = read_words("name_links")
_SHAPES = (
    (re.compile("[A-Z\N{LATIN CAPITAL LETTER A WITH GRAVE}-\N{LATIN CAPITAL LETTER THORN}]"), "X"),
    (re.compile(r"[^\W\d_X]"), "x"),
    (re.compile("XX+"), "XX"),
    (re.compile("x+"), "x"),
    (re.compile(r"\d+"), "0"),
)
_MOST = 3


@attrs.frozen
class NameZone:
    """Tokens `start` up to, not including, `end`, and the clues that each of them gives."""

    start: int
    end: int
    clues: Sequence[tuple[Clue, ...]]


def read_zones(parse: Parse, alike: Likeness | None = None) -> list[NameZone]:
    """Give every zone that can hold names, with the clues of its tokens.

    A zone lies within a sentence. It begins and ends with a word that has a capital or is tagged
    as a name (a figure may follow: *Agenda 2030*), and holds up to three linking words in a row
    (*of the*, *bin*, *“*). No zone is a function word alone, as *The* mostly is. `alike` tells how
    far a word is built like a person's name, by default as the package's model has it.
    """
    notes = _document_notes(parse)
    alike = alike or own_likeness()
    begins = [
        has_capital(word) or (tag in PROPER_NOUN_TAGS and word[0].isalpha())
        for word, tag in zip(parse.words, parse.tags, strict=True)
    ]
    return [
        NameZone(start, end, list(_clues(parse, start, end, sentence, notes, alike)))
        for sentence in parse.sentences
        for start, end in _find(parse, begins, sentence)
        if end - start > 1 or not _is_mere_beginning(parse.words[start])
    ]


def _is_mere_beginning(word: str) -> bool:
    """Tell whether a word is a function word with a capital in front alone: The; but not: WHO."""
    return "f" in kinds(word) and not has_capital(word[1:])


@functools.lru_cache(maxsize=1 << 16)
def has_capital(word: str) -> bool:
    """Tell whether a letter of the word is a capital.

    Examples:
        >>> has_capital("iPhone"), has_capital("phone"), has_capital("2030")
        (True, False, False)
    """
    return word != word.lower()


def _find(
    parse: Parse, begins: Sequence[bool], sentence: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Find the zones of a sentence; `begins` tells of each token whether one can begin there."""
    start = last = -1
    for token in range(*sentence):
        if begins[token]:
            start, last = (token if start < 0 else start), token
        elif start < 0:
            continue
        elif _can_end(parse, token, last):
            last = token
        elif token - last > _LONGEST_LINK or parse.lowers[token] not in _LINKS:
            yield start, last + 1
            start = -1
    if start >= 0:
        yield start, last + 1


def _can_end(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a figure behind a capital, or the end of *Suk-yeol*, stands here."""
    if parse.words[token][0].isdigit():
        return last == token - 1
    return last == token - 2 and parse.words[token - 1] in HYPHENS and touches(parse, token - 1)


@attrs.frozen
class _Notes:
    """What the document says of each word, and how each of its sentences uses capitals."""

    words: dict[str, tuple[str, ...]]
    manners: Sequence[str]
    ahead: Sequence[BackReference | None]
    explained: Mapping[int, str]
    told: str


def _clues(
    parse: Parse,
    start: int,
    end: int,
    sentence: tuple[int, int],
    notes: _Notes,
    alike: Likeness,
) -> Iterator[tuple[Clue, ...]]:
    first, stop = sentence
    before, behind = max(0, first - start + 2), max(0, end + 2 - stop)
    near = slice(max(first, start - 2), min(stop, end + 2))
    window = [_EDGE] * before + list(parse.words[near]) + [_EDGE] * behind
    tags = [_EDGE] * before + list(parse.tags[near]) + [_EDGE] * behind
    shapes, listed = list(map(shape, window)), list(map(kinds, window))
    noted = [notes.words.get(word.lower(), ()) for word in window]
    manner = notes.manners[parse.sentence[start]]
    links = _capital_runs(window, end - start)
    glue = _glue(parse, start, end)
    likes = list(map(alike, window))
    standings = _standings(parse, start, end)
    behinds = _behinds(parse, start, end, notes.ahead)
    builds = _builds(window[2:-2], likes[2:-2])
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


def _builds(words: Sequence[str], likes: Sequence[str]) -> list[str]:
    """Say of each token how the words of its run of capitals are built, a letter a word."""
    found: list[str] = []
    for capital, group in itertools.groupby(zip(words, likes, strict=True), _is_capital):
        letters = [_letter(word, like) if capital else "" for word, like in group]
        found += ["".join(letters[:_LONGEST_BUILD])] * len(letters)
    return found


def _is_capital(entry: tuple[str, str]) -> bool:
    return has_capital(entry[0])


def _letter(word: str, like: str) -> str:
    """Give the first of the lists' letters that tells most, else how far the word is a name."""
    found = kinds(word)
    listed = next((letter for letter in "thogsbrpq" if letter in found), "")
    return listed or (_DEGREES[int(like)] if like else shape(word)[:2])


_DEGREES = "LLLLMMHHH"
_LONGEST_BUILD = 5


def _standings(parse: Parse, start: int, end: int) -> list[tuple[str, str, str]]:
    """Say of each token what its run's last word depends on, and what depends on that one."""
    found: list[tuple[str, str, str]] = []
    token = start
    for capital, group in itertools.groupby(parse.words[start:end], has_capital):
        count = sum(1 for _ in group)
        token += count
        standing = _standing(parse, token - 1) if capital else (_EDGE, _EDGE, _EDGE)
        found += [standing] * count
    return found


def _behinds(
    parse: Parse, start: int, end: int, ahead: Sequence[BackReference | None]
) -> list[tuple[str, str, str]]:
    """Say of each token what refers back behind its run of capitals, and what is put beside it."""
    found: list[tuple[str, str, str]] = []
    for capital, group in itertools.groupby(parse.words[start:end], has_capital):
        count = sum(1 for _ in group)
        stop = start + len(found) + count
        seen = reference_behind(parse, ahead, stop) if capital else (_EDGE, _EDGE)
        found += [(*seen, apposed_noun(parse, stop) if capital else _EDGE)] * count
    return found


def _standing(parse: Parse, token: int) -> tuple[str, str, str]:
    governor = parse.heads[token]
    word = parse.lowers[governor] if governor != token else _EDGE
    return parse.deps[token], word, _beside(parse, token)


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


def _capital_runs(window: Sequence[str], size: int) -> list[tuple[str, str, str, str, str, str]]:
    """Say of each token what stands around its run of capitals, the run's last word, and more."""
    found: list[tuple[str, str, str, str, str, str]] = []
    governor = _EDGE
    place = 2
    for capital, group in itertools.groupby(window[2 : 2 + size], has_capital):
        count = sum(1 for _ in group)
        end = place + count
        left, right = window[place - 1].lower(), window[end].lower()
        head = window[end - 1]
        for k in range(count):
            position = f"{min(k, 2)}{min(count - 1 - k, 2)}" if capital else "link"
            found.append((left, right, head, governor, str(min(count, 4)), position))
        if capital:
            governor = head.lower()
        elif window[place].lower() not in _GOVERNING:
            governor = _EDGE
        place = end
    return found


_GOVERNING = frozenset({"of", "for", "and", "on"})


@functools.lru_cache(maxsize=1 << 15)
def shape(word: str) -> str:
    """Give the word's letters by their case, runs of them shortened.

    Examples:
        >>> shape("McDonald"), shape("B.Ganbold"), shape("UN"), shape("al-Sisi"), shape("2030")
        ('XxXx', 'X.Xx', 'XX', 'x-Xx', '0')
    """
    for pattern, sign in _SHAPES:
        word = pattern.sub(sign, word)
    return word[:8]


@functools.lru_cache(maxsize=1 << 15)
def kinds(word: str) -> str:
    """Give the letters of the lists that have the word: see `_LETTERS`."""
    lower = word.lower()
    found = "".join(letter for letter, words in _lists().items() if lower in words)
    return found if has_capital(word) else found.translate(_NO_NAMES)


_NO_NAMES = str.maketrans("", "", "gspq")


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    """Read the lists: given names, family names that come first, honorifics, titles and more."""
    places = read_words("places")
    reporting = (entry.partition(":")[2] for entry in read_table("reporting_words"))
    return {
        "g": frozenset(read_table("given_names")),
        "s": read_words("surnames_first"),
        "h": frozenset(read_table("honorifics")),
        "t": frozenset(read_table("title_words")),
        "o": read_words("organization_words"),
        "b": frozenset(read_table("organization_heads")),
        "r": frozenset(read_table("role_heads")),
        "f": read_words("function_words"),
        "p": frozenset(place for place in places if " " not in place),
        "q": frozenset(part for place in places if " " in place for part in place.split()),
        "v": _verb_forms(reporting),
    }


def _verb_forms(verbs: Iterator[str]) -> frozenset[str]:
    stems = [verb for verb in verbs if verb]
    return frozenset(
        form for verb in stems for form in (verb, verb + "s", verb + "ed", verb.rstrip("e") + "ed")
    )


def _document_notes(parse: Parse) -> _Notes:
    """Note of every word with a capital how the document uses it elsewhere."""
    manners = [_manner(parse.words[start:end]) for start, end in parse.sentences]
    ahead = references_ahead(parse)
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * _NOTES)
    for sentence, manner in zip(parse.sentences, manners, strict=True):
        if manner == "plain":
            _count(parse, sentence, counts, ahead)
    for word in parse.words:
        if word in counts:
            counts[word][_LOWER] += 1
    return _Notes(
        words={word: tuple(str(min(n, _MOST)) for n in found) for word, found in counts.items()},
        manners=manners,
        ahead=ahead,
        explained=explained_tokens(parse),
        told=told_of(parse),
    )


def _manner(words: Sequence[str]) -> str:
    """Tell a sentence all in capitals, and one whose words nearly all begin with one."""
    letters = [word for word in words if word[0].isalpha()]
    if len(letters) <= _FEW:
        return "short" if len(letters) == len(words) else "plain"
    if sum(map(str.isupper, letters)) > _NEARLY_ALL * len(letters):
        return "shouted"
    return "titled" if sum(map(has_capital, letters)) > _NEARLY_ALL * len(letters) else "plain"


_FEW = 2
_NEARLY_ALL = 0.7
_INSIDE, _LOWER, _TITLED, _NAMED, _SAYS, _IN, _ORGANISED, _FOLLOWED, _ROLED = range(9)
_DETERMINED, _HE, _IT = range(9, 12)
_NOTES = 12


def _count(
    parse: Parse,
    sentence: tuple[int, int],
    counts: dict[str, list[int]],
    ahead: Sequence[BackReference | None],
) -> None:
    """Add what the runs of capitals of a sentence say of their words."""
    for capital, group in itertools.groupby(
        range(*sentence), lambda token: has_capital(parse.words[token])
    ):
        if capital:
            run = list(group)
            around = _around_run(parse, sentence, run, ahead)
            _count_run(parse, sentence, run, counts, around)


def _around_run(
    parse: Parse,
    sentence: tuple[int, int],
    run: Sequence[int],
    ahead: Sequence[BackReference | None],
) -> dict[int, bool]:
    """Tell, by number of the note, what holds of all words of a run of capitals."""
    end = run[-1] + 1
    before = _word_in(parse, sentence, run[0] - 1)
    after = _word_in(parse, sentence, end)
    behind = _word_in(parse, sentence, end + 1)
    reference = reference_behind(parse, ahead, end)[0]
    lists = [kinds(parse.words[token]) for token in run]
    return {
        _SAYS: "v" in kinds(after) or "v" in kinds(before),
        _IN: before.lower() in _WHERE,
        _ORGANISED: any("o" in found or "b" in found for found in lists),
        _DETERMINED: before.lower() == "the",
        _HE: reference == "he",
        _IT: _is_thing(reference),
        _ROLED: "r" in kinds(before) or after == "who" or (after == "," and behind.isdigit()),
    }


def _word_in(parse: Parse, sentence: tuple[int, int], token: int) -> str:
    """Give the word at a token, none where the sentence does not reach."""
    first, stop = sentence
    return parse.words[token] if first <= token < stop else _EDGE


def _count_run(
    parse: Parse,
    sentence: tuple[int, int],
    run: Sequence[int],
    counts: dict[str, list[int]],
    around: Mapping[int, bool],
) -> None:
    """Add what holds of a run of capitals, and what stands in it before and behind each word."""
    opened = _word_in(parse, sentence, run[0] - 1) in _OPENING
    titled = named = False
    for token in run:
        note = counts[parse.words[token].lower()]
        for number, holds in around.items():
            note[number] += holds
        note[_INSIDE] += token > sentence[0] and not opened
        note[_TITLED] += titled
        note[_NAMED] += named
        note[_FOLLOWED] += token < run[-1]
        found = kinds(parse.words[token])
        titled = titled or "h" in found or "t" in found
        named = named or "g" in found


def _is_thing(word: str) -> bool:
    return word == "it" or "b" in kinds(word)


_OPENING = frozenset({"“", "(", ":"})
_WHERE = frozenset({"in", "at", "from", "near", "to"})


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
    for first, last in _runs_of(parse, zone):
        labels = dict.fromkeys(label[2:] for label in row[first:last])
        yield tuple(parse.lowers[zone.start + first : zone.start + last]), "+".join(labels)


def _runs_of(parse: Parse, zone: NameZone) -> Iterator[tuple[int, int]]:
    """Give the runs of capitals of a zone, as places in it."""
    place = 0
    for capital, group in itertools.groupby(parse.words[zone.start : zone.end], has_capital):
        count = sum(1 for _ in group)
        if capital:
            yield place, place + count
        place += count


def _neighbours(
    parse: Parse,
    zone: NameZone,
    row: Sequence[str],
    same: Mapping[tuple[str, ...], Counter[str]],
) -> list[tuple[Clue, ...]]:
    """Say of each token what the same run of capitals is elsewhere, and the names beside it."""
    found: list[tuple[Clue, ...]] = [_NO_NEIGHBOURS] * len(row)
    lowers = parse.lowers[zone.start : zone.end]
    for first, last in _runs_of(parse, zone):
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
        if step == _LONGEST_LINK:
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
    if len(values) < _NOTES:
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
