"""Name finder: the names of persons, organisations, places and more in a token table."""

from __future__ import annotations

import functools
import itertools
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs
import numpy as np

from quoteattr.lexicon.name_words import is_given_name, is_honorific, is_title_word
from quoteattr.lexicon.noun_kinds import is_body, is_person_noun, is_singular_role
from quoteattr.lexicon.reporting_words import is_lead_verb
from quoteattr.lexicon.word_lists import marked_words, read_words
from quoteattr.scoring.sequence_model import (
    OUTSIDE,
    FeatureWeights,
    join_models,
    label_chains,
    labelled_spans,
    load_sequence_model,
    rows_of,
    score_rows,
)
from quoteattr.syntax.capital_runs import NAME_PARTICLES, SUFFIXES, behind_excellency, touches
from quoteattr.syntax.grammar import FUNCTION_TAGS, HYPHENS
from quoteattr.syntax.headline_names import cut_headline_names
from quoteattr.syntax.name_features import Clue, NameZone, features, read_zones, reread
from quoteattr.syntax.noun_phrases import is_one_of_a_people
from quoteattr.syntax.tokens import LabelledRange, Parse, lower_before

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["NAME_LABELS", "find_names", "name_column", "spans_of"]

_MOST_CLUES = 1 << 16

NAME_LABELS = ("PER", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC")


def find_names(parse: Parse) -> list[LabelledRange]:
    """Find the names in a token table; they stand in order and do not overlap.

    Only words, tags, heads, sentences and the white space between tokens are looked at. A name is
    without honorific or title. Its label is PER (person), ORG (organisation), LOC (place), FAC
    (building), NORP (people, faith or party: *Kenyans*), PRODUCT, or MISC (event, work, programme,
    law).
    """
    zones = read_zones(parse)
    if not zones:
        return []
    models = [load_sequence_model(name) for name in ("names_first", "names")]
    width = len(models[0].labels)
    lengths = [zone.end - zone.start for zone in zones]
    scores = _scores_of_both().of_tokens(zones)
    first = _with_headlines_cut(parse, zones, label_chains(models[0], scores[:, :width], lengths))
    scores = scores[:, width:] + _scores_of_second().of_tokens(reread(parse, zones, first))
    names = _completed(parse, zones, label_chains(models[1], scores, lengths))
    return cut_headline_names(parse, _by_family(parse, _joined(parse, names)))


def _with_headlines_cut(
    parse: Parse, zones: Sequence[NameZone], rows: Sequence[Sequence[str]]
) -> list[list[str]]:
    """Label the tokens of zones anew where a headline's name is cut to the persons in it."""
    pairs = zip(zones, rows, strict=True)
    names = [span for zone, labels in pairs for span in spans_of(labels, zone.start)]
    column = name_column(cut_headline_names(parse, names), len(parse))
    return [column[zone.start : zone.end] for zone in zones]


def _completed(
    parse: Parse, zones: Sequence[NameZone], rows: Sequence[Sequence[str]]
) -> Iterator[LabelledRange]:
    """Give the names that labels spell out, with all that belongs to a person's name."""
    behind = 0
    for zone, labels in zip(zones, rows, strict=True):
        for span in spans_of(labels, zone.start):
            whole = _without_article(parse, _without_lead(parse, span))
            name = _without_honorifics(parse, _courteous(parse, whole))
            name = _from_the_particles(parse, _from_the_initials(parse, name, behind), behind)
            name = _to_the_hyphen(parse, _from_the_number(parse, name))
            behind = name.end
            yield _as_people(parse, name)


def _joined(parse: Parse, names: Iterable[LabelledRange]) -> list[LabelledRange]:
    """Join a person's given name to the family name that particles begin: Luca | di Marco."""
    found: list[LabelledRange] = []
    for name in names:
        last = found[-1] if found else name
        between = parse.words[last.end : name.start] or parse.words[name.start : name.start + 1]
        persons = last.label == name.label == "PER" and last.end <= name.start
        if persons and _PARTICLES.issuperset(between):
            found[-1] = attrs.evolve(last, end=name.end)
        else:
            found.append(name)
    return found


def _by_family(parse: Parse, names: Sequence[LabelledRange]) -> list[LabelledRange]:
    """Make persons of family names with a particle that the text gives in full: De Boer."""
    lowers = [tuple(parse.lowers[name.start : name.end]) for name in names]
    families = {
        words[start:]
        for name, words in zip(names, lowers, strict=True)
        for start in range(1, len(words) - 1)
        if name.label == "PER" and words[start] in NAME_PARTICLES
    }
    return [
        attrs.evolve(name, label="PER") if words in families else name
        for name, words in zip(names, lowers, strict=True)
    ]


def _from_the_initials(parse: Parse, name: LabelledRange, behind: int) -> LabelledRange:
    """Take in initials straight before a person's name: K R Nair; H E is an honorific."""
    first = max(behind, parse.sentences[parse.sentence[name.start]][0])
    start = name.start
    while name.label == "PER" and start > first and _is_initial(parse, start - 1):
        start -= 1
    excellency = behind_excellency(parse.words, start) == name.start
    return name if excellency else attrs.evolve(name, start=start)


def _is_initial(parse: Parse, token: int) -> bool:
    letter = parse.words[token].rstrip(".")
    return len(letter) == 1 and letter.isupper() and parse.tags[token] == "NNP"


def _from_the_number(parse: Parse, name: LabelledRange) -> LabelledRange:
    """Take in the number that a name of letters is parted from: 3M."""
    number = name.start - 1
    glued = number >= 0 and parse.ends[number] == parse.starts[name.start]
    return attrs.evolve(name, start=number) if glued and parse.words[number].isdigit() else name


def _from_the_particles(parse: Parse, name: LabelledRange, behind: int) -> LabelledRange:
    """Take in particles before a person's name and what they join to it: Ann van der Lund."""
    start = name.start
    behind = max(behind, parse.sentences[parse.sentence[start]][0])
    while start > behind and parse.words[start - 1] in _PARTICLES:
        start -= 1
    if start < name.start and _may_be_given(parse, start - 1, behind):
        start -= 1
    person = name.label == "PER" or _is_joined_by_particles(parse, start, name.end)
    return LabelledRange(start=start, end=name.end, label="PER") if person else name


def _may_be_given(parse: Parse, token: int, behind: int) -> bool:
    """Tell whether the word before particles is a given name by its looks."""
    return (
        token >= max(behind, parse.sentences[parse.sentence[token + 1]][0])
        and parse.words[token].istitle()
        and parse.tags[token] not in FUNCTION_TAGS
        and not _is_title(parse.lowers[token])
    )


def _is_joined_by_particles(parse: Parse, start: int, end: int) -> bool:
    """Tell whether tokens are a given name, particles and a single word, which makes a person."""
    between = parse.words[start + 1 : end - 1]
    joined = bool(between) and _PARTICLES.issuperset(between)
    return joined and is_given_name(parse.lowers[start])


_PARTICLES = marked_words("joining-particle")


def _is_title(word: str) -> bool:
    return is_honorific(word) or is_title_word(word) or is_singular_role(word)


@functools.cache
def _scores_of_both() -> _ClueScores:
    return _ClueScores(
        join_models(load_sequence_model("names_first"), load_sequence_model("names"))
    )


@functools.cache
def _scores_of_second() -> _ClueScores:
    return _ClueScores(load_sequence_model("names"))


class _Numbers(dict[Clue, int]):
    """Clues, each with the number of the clues that came before it."""

    def __missing__(self, clue: Clue) -> int:
        number = self[clue] = len(self)
        return number


class _ClueScores(threading.local):
    """What weights give for each clue that was met: a clue a row, a label a column.

    Most clues of a text stood in the texts before it. When there are too many it begins anew; each
    thread has its own.
    """

    def __init__(self, weights: FeatureWeights) -> None:
        self._weights = weights
        self._numbers = _Numbers()
        self._table = np.empty((_MOST_CLUES, weights.weights.shape[1]))
        self._filled = 0

    def of_tokens(self, zones: Sequence[NameZone]) -> NDArray[np.float64]:
        """Score the tokens of all zones, a token a row; every token has equally many clues."""
        if len(self._numbers) > _MOST_CLUES // 2:
            self._numbers.clear()
            self._filled = 0
        number = self._numbers.__getitem__
        places = [list(map(number, clues)) for zone in zones for clues in zone.clues]
        self._fill()
        total: NDArray[np.float64] = self._table[np.array(places)].sum(axis=1)
        return total

    def _fill(self) -> None:
        """Score the clues that have a number only."""
        known, count = self._filled, len(self._numbers)
        if known == count:
            return
        if count > len(self._table):
            self._table = np.resize(self._table, (count, self._table.shape[1]))
        fresh = itertools.islice(self._numbers, known, None)
        groups = [rows_of(self._weights, features(clue)) for clue in fresh]
        self._table[known:count] = score_rows(self._weights, groups)
        self._filled = count


def _courteous(parse: Parse, name: LabelledRange) -> LabelledRange:
    """Make a person of whoever has a courtesy such as “Mr” or ends in “Jr.”, but of no firm.

    The courtesy stands before the name or at its beginning.
    """
    before = lower_before(parse, name.start)
    first = parse.lowers[name.start] if name.end - name.start > 1 else ""
    courteous = _COURTESIES.intersection((before.rstrip("."), first.rstrip(".")))
    younger = parse.lowers[name.end - 1] in SUFFIXES
    personal = (courteous or younger) and not _is_of_no_person(parse, name)
    return attrs.evolve(name, label="PER") if personal else name


def _is_of_no_person(parse: Parse, name: LabelledRange) -> bool:
    """Tell whether a name without a given name is a body's, or has a number: World War II."""
    *words, last = parse.lowers[name.start : name.end]
    if not words or any(map(is_given_name, words)):
        return False
    return last in marked_words("numeral") or last in read_words("firm_ends") or is_body(last)


_COURTESIES = marked_words("courtesy")


def _to_the_hyphen(parse: Parse, name: LabelledRange) -> LabelledRange:
    """Take in what a hyphen joins to a given name behind a family name: Lee Min-jun."""
    hyphen, behind = name.end, name.end + 1
    eastern = name.label == "PER" and name.end - name.start == _EASTERN
    if not eastern or behind >= len(parse) or parse.words[hyphen] not in HYPHENS:
        return name
    glued = touches(parse, hyphen) and parse.words[behind].isalpha()
    family = parse.lowers[name.start] in read_words("surnames_first")
    return attrs.evolve(name, end=behind + 1) if glued and family else name


_EASTERN = 2  # tokens of such a name before the hyphen


def _without_lead(parse: Parse, name: LabelledRange) -> LabelledRange:
    """Leave out a verb of saying, or a preposition, that opens the sentence.

    *Said Ann Lee: “Go.”* *Per Acme, …* So goes the end of an office: *Officer-in-Charge Ann Lee*.
    """
    start, tag = name.start, parse.tags[name.start]
    alone = tag == "IN" and start + 2 == name.end  # but not: Per Arne Vik
    leads = alone or is_lead_verb(parse.lowers[start], tag)
    opens = leads and start == parse.sentences[parse.sentence[start]][0]
    hyphen = parse.words[max(0, start - 2) : start]
    joined = len(hyphen) > 1 and hyphen[0].islower() and hyphen[1] in HYPHENS
    left_out = opens or (joined and touches(parse, start - 1) and parse.lowers[start] == "charge")
    return attrs.evolve(name, start=start + 1) if left_out and start + 1 < name.end else name


def _without_article(parse: Parse, name: LabelledRange) -> LabelledRange:
    """Leave out an article or pronoun that a sentence without a stop before it begins with."""
    end = name.end
    while name.label == "PER" and end - 1 > name.start and parse.tags[end - 1] in _BEGINNINGS:
        end -= 1
    return attrs.evolve(name, end=end)


_BEGINNINGS = frozenset({"DT", "EX", "PRP", "PRP$", "WDT", "WP", "WRB"})


def _without_honorifics(parse: Parse, name: LabelledRange) -> LabelledRange:
    """Leave out an honorific, and its full stop, at the beginning of a person's name."""
    start = name.start
    if name.label == "PER":
        start = min(behind_excellency(parse.words, start), name.end - 1)
        while start + 1 < name.end and _is_honorific(parse.words[start]):
            start += 1
            if start + 1 < name.end and parse.words[start] == ".":
                start += 1
    return attrs.evolve(name, start=start)


def _is_honorific(word: str) -> bool:
    """Tell whether a word is for courtesy: DI, but not the Di that begins a family name."""
    lower = word.lower()
    particle = lower in _PARTICLES and not word.isupper()
    return is_honorific(lower) and not is_given_name(lower) and not particle


def _as_people(parse: Parse, name: LabelledRange) -> LabelledRange:
    """Take one who has an article and whom nothing follows for one of a people: the Finn.

    With words in between, as in "the 20-year-old Finn", the name must be one for a people.
    """
    if name.label in ("PER", "ORG", "LOC") and is_one_of_a_people(parse, name.end - 1):
        return attrs.evolve(name, label="NORP")
    before, behind = parse.lowers[name.start - 1 : name.start], parse.tags[name.end : name.end + 1]
    if name.label != "PER" or before not in (["the"], ["a"], ["an"]):
        return name
    common = name.end == name.start + 1 or is_person_noun(parse.lowers[name.end - 1])
    owning = any(tag[:2] == "NN" or tag in ("POS", "HYPH") for tag in behind)
    return attrs.evolve(name, label="NORP") if common and not owning else name


def name_column(names: Sequence[LabelledRange], size: int) -> list[str]:
    """Label each of `size` tokens as the beginning or the inside of a name, or outside of all.

    Examples:
        >>> name_column([LabelledRange(start=1, end=3, label="PER")], 4)
        ['O', 'B-PER', 'I-PER', 'O']
    """
    column = [OUTSIDE] * size
    for name in names:
        column[name.start] = f"B-{name.label}"
        column[name.start + 1 : name.end] = [f"I-{name.label}"] * (name.end - name.start - 1)
    return column


def spans_of(labels: Sequence[str], offset: int = 0) -> Iterator[LabelledRange]:
    """Give the names that labels spell out.

    Examples:
        >>> list(spans_of(["O", "B-PER", "I-PER", "B-LOC"], offset=5))
        [LabelledRange(start=6, end=8, label='PER'), LabelledRange(start=8, end=9, label='LOC')]
    """
    for start, end, label in labelled_spans(labels):
        yield LabelledRange(start=offset + start, end=offset + end, label=label)
