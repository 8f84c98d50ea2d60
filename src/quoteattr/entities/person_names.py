"""Persons' names in the token table, freed from the titles before them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Container, Iterable, Iterator, Sequence

import attrs

from quoteattr.lexicon.name_words import (
    gender_of_given_name,
    gender_of_honorific,
    is_given_name,
    is_honorific,
    is_title_word,
)
from quoteattr.lexicon.noun_kinds import (
    gender_of_role,
    is_body,
    is_office_in_letters,
    is_person_noun,
    is_role,
    letters_kind,
)
from quoteattr.lexicon.word_lists import marked_words, read_words
from quoteattr.syntax.capital_runs import (
    NAME_PARTICLES,
    SUFFIXES,
    opens_sentence,
    title_cased,
    touches,
)
from quoteattr.syntax.grammar import AMOUNT_LABELS, HYPHENS
from quoteattr.syntax.tokens import Parse, lower_before

__all__ = [
    "PERSON",
    "Name",
    "couple_start",
    "cut_name",
    "find_names",
    "joins_courtesies",
    "letters_end",
]

PERSON = "PERSON"
_OPEN = frozenset({"(", "[", "-LRB-"})
_TITLE_OR_GIVEN = marked_words("title-or-given")
_NOBLE = marked_words("noble")
_SEAT = re.compile(r"[A-Z]{1,2}[-–][A-Z]")
_LONGEST_NAME = 9
_SHORT_NAME = 2
_COUPLE = len(("Mr", "and", "Mrs"))
_LONGEST_LETTERS = 3
_ARTICLES = frozenset({"a", "an", "another", "the", "this"})


@attrs.frozen(kw_only=True)
class Name:
    """A person's name in the text.

    Attributes:
        start, end: first token and the one behind the last, without titles and honorifics.
        outset: first token with the titles of the same run of capitals, or `start`.
        words: the name in lower case, split at white space.
        gender: "m" or "f" as a courtesy or a title before the name tells, else "".
        stands_in: "initials" or "office" where such words stand for the name before a turn.
    """

    start: int
    end: int
    outset: int
    words: tuple[str, ...]
    gender: str = ""
    stands_in: str = ""


def find_names(
    parse: Parse, runs: Sequence[tuple[int, int]], others: Container[int] = ()
) -> tuple[Name, ...]:
    """Give the persons' names in text order.

    First those that are labelled, and capitals behind a courtesy (Mr Doe); then whatever else in
    a run of capitals repeats their words and is no part of another's name. A headline, where all
    has capitals, names nobody new if it repeats a name, but may give a last name in full.

    Args:
        parse: the text's tokens.
        runs: its runs of capitals.
        others: numbers of the entities labelled as persons that are something else.
    """
    found = [
        *_labelled_names(parse, runs, others),
        *_courteous_names(parse, runs),
        *_given_names(parse, runs),
        *_overlooked_names(parse, runs),
    ]
    named = [name for name in _with_letters(parse, found) if not _is_seat(parse, name)]
    headlines = _headlines(parse)
    doubtful = [name for name in named if _is_in_headline(parse, name, headlines)]
    sure = [name for name in named if not _is_in_headline(parse, name, headlines)]
    known = {word for name in sure for word in (*_bearing_words(name), " ".join(name.words))}
    surnames = known - {word for name in sure if len(name.words) > 1 for word in name.words}
    sure += [
        name
        for name in doubtful
        if known.isdisjoint(name.words) or _completes(name, known, surnames)
    ]
    again = _known_again(parse, runs, sure, known)
    names = _without_offices(parse, [*sure, *again])
    return tuple(sorted(names, key=lambda name: name.start))


def _completes(name: Name, known: Container[str], surnames: Container[str]) -> bool:
    """Tell whether a name in a headline gives in full what the text has as a last name alone."""
    *given, last = name.words
    return bool(given) and last in surnames and not any(word in known for word in given)


def _with_letters(parse: Parse, names: Sequence[Name]) -> Iterator[Name]:
    """Take in letters of a calling behind a given name that is nobody's last: Govinda KC.

    Behind a last name or a courtesy they are no name: Ann Ross and Ross KC, Mr Ross KC.
    """
    lasts = {name.words[-1] for name in names if len(name.words) > 1}
    for name in names:
        letters = parse.words[name.end] if name.end < len(parse) else ""
        calling = letters.isupper() and letters_kind(letters) == "calling"
        if calling and name.words[-1] not in lasts and _is_given_alone(parse, name):
            yield attrs.evolve(name, end=name.end + 1, words=(*name.words, letters.lower()))
        else:
            yield name


def _is_given_alone(parse: Parse, name: Name) -> bool:
    polite = is_honorific(lower_before(parse, name.start))
    return len(name.words) == 1 and is_given_name(name.words[0]) and not polite


def _without_offices(parse: Parse, names: Sequence[Name]) -> Iterator[Name]:
    """Leave out letters that are no initials of who bears the name elsewhere: OC Lund, Bo Lund."""
    full: dict[str, set[str]] = {}
    for name in names:
        if len(name.words) > 1:
            initials = "".join(word[0] for word in name.words[:-1])
            full.setdefault(name.words[-1], set()).add(initials)
    for name in names:
        office = _opens_with_office(parse, name, full.get(name.words[-1], set()))
        yield attrs.evolve(name, start=name.start + 1, words=name.words[1:]) if office else name


def _opens_with_office(parse: Parse, name: Name, initials: Collection[str]) -> bool:
    """Tell whether letters before a family name are an office, and initials of nobody with it."""
    letters = parse.words[name.start]
    office = is_office_in_letters(letters) or (letters.isupper() and is_role(letters.lower()))
    others = {one for one in initials if one != letters[0].lower()}
    return (
        len(name.words) == _SHORT_NAME and office and bool(others) and letters.lower() not in others
    )


def _headlines(parse: Parse) -> frozenset[int]:
    """Number the sentences where all has capitals."""
    return frozenset(
        number for number, bounds in enumerate(parse.sentences) if title_cased(parse, *bounds)
    )


def _is_in_headline(parse: Parse, name: Name, headlines: Container[int]) -> bool:
    """Tell whether a name stands in a headline, no colon behind it that makes it a label."""
    number = parse.sentence[name.start]
    return number in headlines and ":" not in parse.words[name.end : parse.sentences[number][1]]


def _is_seat(parse: Parse, name: Name) -> bool:
    """Tell whether what was taken for a name is a party and a seat in brackets: (R-Tex.)."""
    opened = parse.words[name.start - 1 : name.start] in (["("], ["-LRB-"])
    return opened and _SEAT.match(parse.text, parse.starts[name.start]) is not None


def _known_again(
    parse: Parse, runs: Iterable[tuple[int, int]], sure: Iterable[Name], known: Container[str]
) -> Iterator[Name]:
    """Give the names that the rest of the runs repeats.

    What has the label of something else is nobody’s given name alone: Israel, beside Israel Lund.
    """
    sure = tuple(sure)
    taken = {token for name in sure for token in range(name.start, name.end)}
    given = {word for name in sure for word in name.words} - {name.words[-1] for name in sure}
    taken.update(
        entity.start
        for entity in parse.entities
        if entity.label != PERSON
        and entity.end - entity.start == 1
        and parse.lowers[entity.start] in given
    )
    for start, end in runs:
        for first, last in _free_pieces(parse, start, end, taken, known):
            yield from _repeated_names(parse, first, last, known)


def _bearing_words(name: Name) -> Iterator[str]:
    return (word for word in name.words if word not in SUFFIXES and word not in NAME_PARTICLES)


def _labelled_names(
    parse: Parse, runs: Sequence[tuple[int, int]], others: Container[int]
) -> Iterator[Name]:
    """Give the labelled persons, each with the capitals before it in its run."""
    run_of = {token: start for start, end in runs for token in range(start, end)}
    behind = 0
    for number, entity in enumerate(parse.entities):
        if entity.label != PERSON or number in others:
            continue
        left = max(run_of.get(entity.start, entity.start), behind)
        name = _labelled_name(parse, left, entity.start, entity.end)
        behind = entity.end
        if name and not _is_common(parse, name):
            yield name


def _is_common(parse: Parse, name: Name) -> bool:
    """Tell whether a word alone is a role, or behind an article a nation: the Welshman.

    The letter X alone is nobody's name. Behind a courtesy are names, as Mr Hunter, but for the
    offices that somebody is spoken to by: Mr Speaker.
    """
    token, word = name.start, parse.lowers[name.start]
    if name.end - token > 1:
        return False
    if word == "x" or is_office_in_letters(parse.words[token]):
        return True
    if is_honorific(lower_before(parse, token)):
        return word in marked_words("spoken-to-by-office")
    behind_article = lower_before(parse, token) in _ARTICLES
    return is_role(word) or (behind_article and word.endswith(("man", "woman")))


def _courteous_names(parse: Parse, runs: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """Give what stands behind "Mr" and the like and has no label."""
    for start, end in runs:
        first = _behind_titles(parse, start, end)
        courteous = is_honorific(lower_before(parse, first))
        if courteous and not any(parse.labels[first:end]):
            name = cut_name(parse, start, first, end)
            if name and not _is_common(parse, name):
                yield name


def _given_names(parse: Parse, runs: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """Give a given name without a label beside a noun for a person, or joined to a person."""
    for start, end in runs:
        alone = end - start == 1 and not parse.labels[start]
        if not alone or not is_given_name(parse.lowers[start]):
            continue
        noun = parse.lowers[parse.heads[start]]
        beside = parse.deps[start] == "appos" and is_person_noun(noun)
        joined = parse.lowers[end : end + 1] == ["and"]
        if beside or (joined and parse.labels[end + 1 : end + 2] == [PERSON]):
            name = cut_name(parse, start, start, end)
            if name:
                yield name


def _overlooked_names(parse: Parse, runs: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """Give runs without any label that begin with a given name, but for names of bodies.

    In capitals before the colon of a turn a name may have a wrong label: JAKE LUND: Good evening.
    """
    for start, end in runs:
        given = is_given_name(parse.lowers[start])
        labelled = any(parse.labels[start:end]) and not _opens_turn(parse, start, end)
        if end - start == 1 or not given or labelled:
            continue
        if not any(is_body(word) for word in parse.lowers[start:end]):
            name = cut_name(parse, start, start, end)
            if name:
                yield name


def _opens_turn(parse: Parse, start: int, end: int) -> bool:
    """Tell whether capitals stand between the beginning of a paragraph and a colon."""
    opens = parse.paragraphs[parse.paragraph[start]][0] == start
    shouted = all(word.isupper() for word in parse.words[start:end])
    return opens and shouted and parse.words[end : end + 1] == [":"]


def _free_pieces(
    parse: Parse, start: int, end: int, taken: Container[int], known: Container[str]
) -> Iterator[tuple[int, int]]:
    """Cut from a run what is a name already or belongs to a name of something else."""
    for free, group in itertools.groupby(
        range(start, end), key=lambda token: token not in taken and _is_free(parse, token, known)
    ):
        if free:
            yield _ends(group)


def _is_free(parse: Parse, token: int, known: Container[str]) -> bool:
    """Tell whether a token has no label, or one that covers nothing but words of known names."""
    number = parse.entity[token]
    if number < 0:
        return True
    entity = parse.entities[number]
    if entity.label in AMOUNT_LABELS:
        return False
    end = _name_end(parse, entity.start, entity.end)
    if end > entity.start and " ".join(_split(parse, entity.start, end)) in known:
        return True
    alone = entity.end - entity.start == 1 or entity.label == PERSON
    return alone and parse.lowers[token] in known


def _ends(tokens: Iterator[int]) -> tuple[int, int]:
    group = list(tokens)
    return group[0], group[-1] + 1


def _labelled_name(parse: Parse, left: int, first: int, last: int) -> Name | None:
    """Take a labelled span without titles and letters, with what a suffix adds."""
    first, last = _without_asides(parse, first, last)
    last = _labelled_end(parse, first, last)
    first = _labelled_start(parse, first, last)
    if last - first == 1 and first > left and _is_given(parse, first - 1):
        first -= 1
    return cut_name(parse, left, first, last)


def _labelled_end(parse: Parse, first: int, last: int) -> int:
    """Take in a suffix and what is glued behind the span, leave out letters at its end."""
    while last < len(parse) and (parse.lowers[last] in SUFFIXES or _joins_on(parse, last)):
        last += 1
    while last - first > 1 and _is_letters(parse, last - 1, alone=last - first == _SHORT_NAME):
        last -= 1
    return last


def _labelled_start(parse: Parse, first: int, last: int) -> int:
    """Take in what is glued before the span, leave out courtesies and titles that open it."""
    while _joins_before(parse, first):
        first -= 2
    first -= _is_family_name_first(parse, first - 1)
    while last - first > 1 and _is_courtesy(parse, first):
        if last - first == _SHORT_NAME and is_given_name(parse.lowers[first]):
            break  # Don Lund, but: Don Antonio Lund
        first += 1
    if last - first > _SHORT_NAME and is_office_in_letters(parse.words[first]):
        first += 1  # SP Bo Lund, but: S P Lund, SP Lund
    while _begins_with_title(parse, first, last):
        first += 1
    return first - _is_given_before_particle(parse, first - 1)


def _without_asides(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """Cut off a bracket behind a name, and words before it: Oscar-winner Doe, Will Doe resign?"""
    last = next((token for token in range(first + 1, last) if parse.words[token] in _OPEN), last)
    common = [token for token in range(first, last - 1) if _is_no_name(parse, token)]
    return (common[-1] + 1 if common else first), last


def _is_no_name(parse: Parse, token: int) -> bool:
    word = parse.words[token]
    noun = word.islower() and (is_role(word) or is_person_noun(word))
    return noun or parse.tags[token] == "MD" or _is_thing(parse, token)


def _is_thing(parse: Parse, token: int) -> bool:
    """Tell whether a particle before a full name is a noun of its own: the van Ann Lee hired."""
    name = parse.words[token + 1 : token + 3]
    full = len(name) == _SHORT_NAME and is_given_name(name[0].lower())
    determined = parse.tags[token - 1 : token] in (["DT"], ["JJ"], ["PRP$"])
    return parse.words[token] in NAME_PARTICLES and determined and full and name[1].istitle()


def _joins_on(parse: Parse, token: int) -> bool:
    """Tell whether a hyphen and what it joins go on with a name: Min-jun."""
    hyphen = parse.words[token] in HYPHENS
    joined = parse.words[token - 1] in HYPHENS and parse.words[token].isalpha()
    return (hyphen or joined) and parse.ends[token - 1] == parse.starts[token]


def _joins_before(parse: Parse, token: int) -> bool:
    """Tell whether a capital and a hyphen before a name belong to it: Anne-Marie."""
    return (
        token > 1
        and parse.words[token - 1] in HYPHENS
        and touches(parse, token - 1)
        and parse.words[token - 2][0].isupper()
        and not parse.labels[token - 2]
        and not is_role(parse.lowers[token - 2])
    )


def _is_courtesy(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    courteous = is_honorific(word) or (is_title_word(word) and word.endswith("."))
    return courteous and not _is_family_name_first(parse, token)


def _is_family_name_first(parse: Parse, token: int) -> bool:
    """Tell whether what may be a courtesy begins a name, as in Tan Wei Lim, but not Tan Sri Lim."""
    if token < 0 or not parse.words[token].istitle():
        return False
    word, following = parse.lowers[token : token + 2]
    family = is_honorific(word) and word in read_words("surnames_first")
    return family and not is_honorific(following) and not is_title_word(following)


def _is_given_before_particle(parse: Parse, token: int) -> bool:
    """Tell whether what may be a title is the given name before a particle: Sultan bin Lund."""
    particle = parse.lowers[token + 1] in NAME_PARTICLES
    return token >= 0 and particle and parse.lowers[token] in _TITLE_OR_GIVEN


def _is_mere_title(word: str) -> bool:
    """Tell whether a word is a title or role and nobody's given name: Rabbi, but not Duke."""
    return (is_title_word(word) or is_role(word)) and not is_given_name(word)


def _begins_with_title(parse: Parse, first: int, last: int) -> bool:
    """Tell whether a title opens a name: Rabbi Bo Lund, Inspector Lund, Lance Corporal Bo Lund.

    So does the first word of one that a role is the second of: Nobel Laureate Bo Lund.
    """
    word, following = parse.lowers[first], parse.lowers[first + 1 : last]
    if not following or _is_somebody(parse, first, last):
        return bool(following)
    if len(following) < _SHORT_NAME:
        return is_title_word(word) and is_role(word) and _is_mere_title(word)
    goes_on = len(following) > _SHORT_NAME and _is_mere_title(following[0])
    second = is_title_word(following[0]) or not is_given_name(word)
    return _is_mere_title(word) or (goes_on and second)


def _is_letters(parse: Parse, token: int, *, alone: bool) -> bool:
    """Tell whether a token behind a name is letters of an honour or an office: AM, MP.

    Behind a single word they are so only if they are known.
    """
    word = parse.words[token]
    if word.lower() in SUFFIXES or (alone and not letters_kind(word)):
        return False
    shouted = word.isupper() and word.isalpha() and len(word) <= _LONGEST_LETTERS
    return shouted and not parse.words[token - 1].isupper() and len(word) > 1


def _behind_titles(parse: Parse, start: int, end: int) -> int:
    """Give the first token behind the titles that a run begins with."""
    behind = start
    named = False
    for token in range(start, end - 1):
        word = parse.lowers[token]
        if parse.lowers[token + 1] in SUFFIXES:
            break
        if _is_courtesy(parse, token):
            behind = token + 1
        elif not named and _is_title(parse, token, end):
            if end - token == _SHORT_NAME and (is_given_name(word) or _is_given(parse, token)):
                break
            behind = token + 1
        named = named or (is_given_name(word) and parse.labels[token] in ("", "PERSON"))
    return behind


def _is_title(parse: Parse, token: int, end: int) -> bool:
    """Tell whether a word of a run is a title or role, or a noun for the person behind it."""
    word = parse.lowers[token]
    return is_title_word(word) or is_role(word) or _is_somebody(parse, token, end)


def _is_somebody(parse: Parse, token: int, end: int) -> bool:
    """Tell whether a noun for a person opens the sentence before a full or given name.

    Tenant Jane Doe, Husband Sean; but not Baby Doe.
    """
    noun = is_person_noun(parse.lowers[token]) and opens_sentence(parse, token)
    if not noun or end - token > _SHORT_NAME:
        return noun
    return not is_given_name(parse.lowers[token]) and is_given_name(parse.lowers[end - 1])


def _is_given(parse: Parse, token: int) -> bool:
    """Tell whether a title in capitals behind a role is a given name: manager Duke Doe."""
    return (
        token > 0
        and parse.labels[token] in ("", PERSON)
        and parse.words[token - 1].islower()
        and is_role(parse.lowers[token - 1])
        and parse.words[token].isalpha()
        and parse.lowers[token] in _NOBLE
    )


def cut_name(parse: Parse, outset: int, start: int, end: int) -> Name | None:
    """Give the name from token `start` to `end`, cut to what belongs to it."""
    outset, start = _name_start(parse, outset, start, end)
    end = _name_end(parse, start, end)
    if start >= end or end - start > _LONGEST_NAME:
        return None
    return Name(
        start=start,
        end=end,
        outset=min(outset, start),
        words=_name_words(parse, start, end),
        gender=_gender_before(parse, start) or _gender_beside(parse, start, end - 1),
    )


def _name_start(parse: Parse, outset: int, start: int, end: int) -> tuple[int, int]:
    """Take in a particle before the run, leave out marks; give the outset, too."""
    while start == outset and start > 0 and _opens_name(parse, start - 1):
        start = outset = start - 1
    while start < end and not parse.words[start][0].isalpha():
        start += 1
        outset = min(outset, start)
    return outset, start


def _name_end(parse: Parse, start: int, end: int) -> int:
    """Leave out marks and letters behind the name, take in the full stop of a suffix."""
    while end > start and (
        not parse.words[end - 1][0].isalpha() or _ends_with_letters(parse, start, end)
    ):
        end -= 1
    return end + 1 if end < len(parse) and _splits_suffix(parse, end) else end


def _ends_with_letters(parse: Parse, start: int, end: int) -> bool:
    """Tell whether letters that are no part of a name end it: Ann Lee SC, but not AUNG SAN."""
    shouted = end - start == _SHORT_NAME and parse.words[start].isupper()
    return end - start > 1 and not shouted and _are_letters_behind(parse.words[end - 1])


def _are_letters_behind(word: str) -> bool:
    return letters_kind(word) != "" and sum(map(str.isupper, word)) > 1


def letters_end(parse: Parse, end: int) -> int:
    """Step over letters behind a name: Jane Doe KC."""
    while end < len(parse) and _are_letters_behind(parse.words[end]):
        end += 1
    return end


def joins_courtesies(parse: Parse, token: int) -> bool:
    """Tell whether a courtesy and the next one share the name behind them: Mr and Mrs Lee."""
    words = parse.lowers[token : token + _COUPLE] if token >= 0 else ()
    joined = len(words) == _COUPLE and words[1] in ("and", "&")
    return joined and all(map(_is_style, words[::2]))


def couple_start(parse: Parse, start: int) -> int | None:
    """Give the first of two courtesies that share the name beginning at a token, if it has two."""
    return start - _COUPLE if joins_courtesies(parse, start - _COUPLE) else None


def _is_style(word: str) -> bool:
    """Tell whether a word stands before names only and is no office: Mr, Rev., but not mayor."""
    bare = word.removesuffix(".")
    style = is_honorific(bare) or bare in marked_words("courtesy")
    return style or (is_title_word(word) and not is_role(word))


def _name_words(parse: Parse, start: int, end: int) -> tuple[str, ...]:
    """Give the words that begin with a letter, all if there is none."""
    stripped = (word.strip(",") for word in _split(parse, start, end))
    words = tuple(filter(None, stripped))
    return tuple(word for word in words if word[0].isalpha()) or words


def _split(parse: Parse, start: int, end: int) -> list[str]:
    """Give the words from token `start` to `end` in lower case, as white space parts them."""
    text = parse.text[parse.starts[start] : parse.ends[end - 1]]
    return text.lower().replace("’", "'").split()


def _splits_suffix(parse: Parse, end: int) -> bool:
    """Tell whether the token is the full stop of "Sr." that was cut in two."""
    return (
        parse.words[end] == "."
        and parse.lowers[end - 1] in SUFFIXES
        and parse.tags[end] != "."
        and parse.ends[end - 1] == parse.starts[end]
    )


def _opens_name(parse: Parse, token: int) -> bool:
    """Tell whether a lower-case token before a capital begins a name: al-Masri, van Dam."""
    word = parse.words[token]
    if word in HYPHENS:
        return token > 0 and parse.words[token - 1] in NAME_PARTICLES and touches(parse, token)
    if word not in NAME_PARTICLES or parse.tags[token] in ("DT", "IN", "VB", "VBP", "VBD", "CC"):
        return False
    if _is_thing(parse, token):
        return False
    return parse.tags[token][:2] in ("NN", "FW", "JJ", "UH")


def _gender_before(parse: Parse, start: int) -> str:
    """Read the gender off the courtesy or the role before the name, but not off Mr and Mrs."""
    if start == 0 or couple_start(parse, start) is not None:
        return ""
    before = parse.lowers[start - 1]
    return gender_of_honorific(before) or _gender_by_role(before, parse.lowers[start])


def _gender_beside(parse: Parse, start: int, last: int) -> str:
    """Read the gender off the noun that the name is put beside: his wife, Dottie."""
    if parse.deps[last] != "appos":
        return ""
    return _gender_by_role(parse.lowers[parse.heads[last]], parse.lowers[start])


def _gender_by_role(role: str, given: str) -> str:
    """Read the gender off a noun, unless it is a title before a woman's name: Alderman Ann Lee."""
    titled = is_title_word(role) and is_role(role)  # a brother is a man whatever his name
    womans = gender_of_given_name(given) == "f"
    eastern = given in read_words("surnames_first")
    return "" if titled and womans and not eastern else gender_of_role(role)


def _repeated_names(parse: Parse, start: int, end: int, known: Container[str]) -> Iterator[Name]:
    """Give the known names in capitals that have no name of their own.

    In a headline they may stand among other words; elsewhere the capitals, behind titles, are
    nothing but a name.
    """
    if title_cased(parse, *parse.sentences[parse.sentence[start]]):
        for of_name, group in itertools.groupby(
            range(start, end), key=lambda token: parse.lowers[token] in known
        ):
            first, last = _ends(group)
            name = cut_name(parse, first, first, last) if of_name else None
            if name:
                yield name
        return
    name = cut_name(parse, start, _behind_titles(parse, start, end), end)
    words = list(_bearing_words(name)) if name else []
    if name and words and all(word in known for word in words):
        yield name
