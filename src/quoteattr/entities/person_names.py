"""Persons' names in the token table, freed from the titles before them."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Collection, Iterator, Sequence

import attrs

from quoteattr.entities.organizations import FIRM_ENDS
from quoteattr.lexicon.noun_kinds import (
    gender_of_role,
    is_body,
    is_person_noun,
    is_role,
    is_title_word,
)
from quoteattr.lexicon.word_lists import read_table, read_words
from quoteattr.syntax.capital_runs import (
    HYPHENS,
    NICKNAME_MARKS,
    PARTICLES,
    SUFFIXES,
    opens_sentence,
    title_cased,
    touches,
)
from quoteattr.syntax.tokens import Parse

__all__ = ["LETTERS_BEHIND", "Name", "find_names"]

_NO_PERSON = frozenset({
    "DATE", "EVENT", "FAC", "GPE", "LOC", "NORP", "ORG", "PRODUCT", "TIME", "WORK_OF_ART",
})  # fmt: skip
_CONFUSED = frozenset({"ORG", "GPE", "WORK_OF_ART"})
LETTERS_BEHIND = frozenset({"CBE", "KC", "MBE", "MD", "MP", "OBE", "PhD", "QC"})
_ARTICLES = frozenset({"the", "a", "an"})
_SUBJECTS = frozenset({"appos", "nsubj", "nsubjpass"})
_NOBLE = frozenset({"baron", "duke", "earl", "king", "prince"})
_LONGEST_NAME = 9
_INITIAL = 2
_SHORT_NAME = 2
_AGE_DIGITS = 2


@attrs.frozen(kw_only=True)
class Name:
    """A person's name in the text.

    Attributes:
        start, end: first token and the one behind the last, without titles and honorifics.
        outset: first token with the titles of the same run of capitals, or `start`.
        words: the name in lower case, split at white space.
        gender: "m" or "f" as a courtesy or a title before the name tells, else "".
    """

    start: int
    end: int
    outset: int
    words: tuple[str, ...]
    gender: str = ""


def find_names(
    parse: Parse, runs: Sequence[tuple[int, int]], speaking: Collection[int] = ()
) -> tuple[Name, ...]:
    """Give the persons' names in text order.

    First the names that stand by themselves: the recogniser's, and capitals behind a title, with
    a known given name, or in front of a verb of speech. Then every other run of capitals that
    repeats one of their words.

    Args:
        parse: the text's tokens.
        runs: its runs of capitals.
        speaking: tokens that are known to speak; a run of capitals there that no entity calls
            something else is a name.
    """
    others = _other_words(parse)
    headlines = {
        number for number, bounds in enumerate(parse.sentences) if title_cased(parse, *bounds)
    }
    sure = [
        name
        for start, end in runs
        if parse.sentence[start] not in headlines
        for name in _sure_names(parse, start, end, others, speaking)
    ]
    known = {word for name in sure for word in _bearing_words(name)}
    taken = {token for name in sure for token in range(name.start, name.end)}
    again = [
        name
        for start, end in runs
        if not any(token in taken for token in range(start, end))
        for name in (
            _headline_names(parse, start, end, known)
            if parse.sentence[start] in headlines
            else _repeated_name(parse, start, end, known)
        )
    ]
    return tuple(sorted([*sure, *again], key=lambda name: name.start))


def _bearing_words(name: Name) -> Iterator[str]:
    return (word for word in name.words if word not in SUFFIXES and word not in PARTICLES)


def _other_words(parse: Parse) -> set[str]:
    """Give the words that alone are more often something else than a person, or a firm's name."""
    counts: collections.Counter[str] = collections.Counter()
    people: set[str] = set()
    firms: set[str] = set()
    for entity in parse.entities:
        words = parse.lowers[entity.start : entity.end]
        if len(words) == 1:
            counts[words[0]] += 1 if entity.label != "PERSON" else -1
        elif entity.label == "PERSON":
            people.update(words)
        elif entity.label == "ORG" and words[-1] in FIRM_ENDS:
            firms.add(words[0])
    return {word for word, count in counts.items() if count > 0} | (firms - people)


def _sure_names(
    parse: Parse,
    start: int,
    end: int,
    others: Collection[str],
    speaking: Collection[int],
) -> Iterator[Name]:
    pieces = [
        (first, last)
        for is_person, group in itertools.groupby(
            range(start, end),
            key=lambda token: (
                parse.labels[token] == "PERSON" or parse.words[token] in NICKNAME_MARKS
            ),
        )
        if is_person
        for first, last in [_ends(group)]
    ]
    if not pieces:
        yield from _unlabelled_name(parse, start, end, others, speaking)
    for place, (first, last) in enumerate(pieces):
        left = pieces[place - 1][1] if place else start
        right = pieces[place + 1][0] if place + 1 < len(pieces) else end
        name = _labelled_name(parse, left, first, last, right)
        if name and not _doubtful(parse, name, others) and not _of_body(name):
            yield name


def _ends(tokens: Iterator[int]) -> tuple[int, int]:
    group = list(tokens)
    return group[0], group[-1] + 1


def _doubtful(parse: Parse, name: Name, others: Collection[str]) -> bool:
    """Tell whether a single word is rather something else than a person."""
    word = parse.lowers[name.start]
    if name.end - name.start > 1 or name.outset < name.start:
        return False
    if opens_sentence(parse, name.start) and is_person_noun(word):
        return True
    if (
        name.start
        and parse.lowers[name.start - 1] == "the"
        and parse.deps[name.start] != "compound"
    ):
        return True
    return word in others or is_role(word)


def _of_body(name: Name) -> bool:
    """Tell whether the words name an organisation: Sporting Lagos."""
    return name.outset == name.start and len(name.words) > 1 and _tells_body(name.words)


def _tells_body(words: Sequence[str]) -> bool:
    """Tell whether a word of the name tells an organisation; Park may be a family name."""
    bodies = read_words("organization_words")
    rest = words[1:] if words[0] in read_words("surnames_first") else words
    return any(word in bodies for word in rest)


def _labelled_name(parse: Parse, left: int, first: int, last: int, right: int) -> Name | None:
    """Widen the recogniser's span inside its run, then cut the titles off."""
    while last < right and _prolongs(parse, last):
        last += 1
    whole = last - first > 1
    while first > left and _precedes(parse, first - 1, first, whole=whole):
        first -= 1
    if last - first > _SHORT_NAME and is_body(parse.lowers[last - 1]):
        return None
    return _cut_name(parse, left, max(first, _behind_titles(parse, left, last)), last)


def _precedes(parse: Parse, token: int, first: int, *, whole: bool) -> bool:
    """Tell whether a token before the recogniser's span belongs to the name.

    Args:
        parse: the text's tokens.
        token: the token.
        first: the first of the name's tokens so far.
        whole: the recogniser's span has several words, so what opens the sentence before it is
            rather a role: Seamer Ollie Crane.
    """
    word = parse.lowers[token]
    given = word in read_table("given_names")
    head = parse.heads[first] if parse.deps[first] == "compound" else first
    if is_role(word) or is_title_word(word):
        return False
    if parse.labels[token]:
        return given and parse.labels[token] == "GPE" and parse.heads[token] == head
    if given or _is_initial(parse.words[token]):
        return True
    return (
        parse.deps[token] == "compound"
        and parse.heads[token] == head
        and not (token > 0 and parse.lowers[token - 1] in ("of", "for"))
        and not (whole and (head == first or opens_sentence(parse, token)))
        and word not in read_table("honorifics")
        and not is_body(word)
    )


def _prolongs(parse: Parse, token: int) -> bool:
    """Tell whether a token behind the recogniser's span belongs to the name."""
    word = parse.lowers[token]
    if word in SUFFIXES:
        return True
    return parse.labels[token] == "" and not is_body(word) and not is_role(word)


def _unlabelled_name(
    parse: Parse, start: int, end: int, others: Collection[str], speaking: Collection[int]
) -> Iterator[Name]:
    """Accept a run that no entity calls a person: behind a title, or with a given name."""
    first = _behind_titles(parse, start, end)
    bare = first == start
    last = parse.lowers[end - 1]
    if bare and (not _looks_human(parse, start, end, others, speaking) or is_role(last)):
        return
    words = parse.lowers[first:end]
    if bare and (_tells_body(words) or parse.words[start - 1 : start] == ["("]):
        return
    if all(is_role(word) or is_title_word(word) for word in words):
        return
    longest = 1 if parse.labels[end - 1] == "ORG" else _SHORT_NAME + 1
    if not is_body(words[-1]) or len(words) < longest:
        name = _cut_name(parse, start, first, end)
        if name:
            yield name


def _looks_human(
    parse: Parse, start: int, end: int, others: Collection[str], speaking: Collection[int]
) -> bool:
    """Tell whether a run without a title before it may be a person's name."""
    labels = set(parse.labels[start:end])
    if end - start > 1 and _has_shape_of_name(parse, start, end):
        return not labels & (_NO_PERSON - _CONFUSED)
    before = parse.lowers[start - 1] if start else ""
    plain = before not in _ARTICLES and parse.lowers[end - 1] not in others
    if end - start > 1 and labels == {""} and plain and parse.deps[end - 1] in _SUBJECTS:
        return True
    if opens_sentence(parse, start) and is_person_noun(parse.lowers[end - 1]):
        return False
    speaks = any(token in speaking for token in range(start, end))
    given = parse.lowers[start] in read_table("given_names")
    coupled = parse.lowers[end : end + 1] == ["and"] and parse.labels[end + 1 : end + 2] == [
        "PERSON"
    ]
    if _is_introduced(parse, end) or (given and (coupled or (speaks and labels == {"ORG"}))):
        return True
    return not labels & _NO_PERSON and (is_role(before) or (speaks and plain))


def _has_shape_of_name(parse: Parse, start: int, end: int) -> bool:
    """Tell by its words whether a run is a name: a given name first, a particle, a Korean one."""
    first = parse.lowers[start]
    inside = parse.words[start + 1 : end - 1]
    if first in read_table("given_names") or not PARTICLES.isdisjoint(inside):
        return True
    eastern = first in read_words("surnames_first")
    return eastern and not set(parse.labels[start:end]) & _NO_PERSON


def _is_introduced(parse: Parse, end: int) -> bool:
    """Tell whether something beside a name shows a person: letters, a noun for one, an age."""
    beside = parse.lowers[parse.heads[end - 1]]
    apposed = parse.deps[end - 1] == "appos" and (beside == "name" or is_person_noun(beside))
    aged = _aged(parse, end) and parse.deps[end - 1] != "pobj"
    return parse.words[end - 1] in LETTERS_BEHIND or apposed or aged


def _aged(parse: Parse, end: int) -> bool:
    """Tell whether an age stands behind the name, as in "Zora, 60," with both commas."""
    return (
        end + 1 < len(parse)
        and parse.words[end] == ","
        and parse.words[end + 1].isdigit()
        and len(parse.words[end + 1]) == _AGE_DIGITS
    )


def _is_initial(word: str) -> bool:
    return len(word) <= _INITIAL and word[0].isupper() and word[1:] in ("", ".")


def _behind_titles(parse: Parse, start: int, end: int) -> int:
    """Give the first token behind the titles that a run begins with."""
    given = read_table("given_names")
    courtesies = read_table("honorifics")
    behind = start
    named = False
    for token in range(start, end - 1):
        word = parse.lowers[token]
        if parse.lowers[token + 1] in SUFFIXES:
            break
        if word in courtesies or (is_title_word(word) and word.endswith(".")):
            behind = token + 1
        elif not named and (
            is_title_word(word) or is_role(word) or _is_somebody(parse, token, end)
        ):
            if end - token == _SHORT_NAME and (word in given or _is_given(parse, token)):
                break
            behind = token + 1
        named = named or (word in given and parse.labels[token] in ("", "PERSON"))
    return behind


def _is_somebody(parse: Parse, token: int, end: int) -> bool:
    """Tell whether a noun for a person opens the sentence before a full name: Tenant Jane Doe."""
    noun = is_person_noun(parse.lowers[token]) and opens_sentence(parse, token)
    return noun and end - token > _SHORT_NAME


def _is_given(parse: Parse, token: int) -> bool:
    """Tell whether a title in capitals behind a role is a given name: manager Duke Doe."""
    return (
        token > 0
        and parse.labels[token] == "PERSON"
        and parse.words[token - 1].islower()
        and is_role(parse.lowers[token - 1])
        and parse.words[token].isalpha()
        and parse.lowers[token] in _NOBLE
    )


def _cut_name(parse: Parse, outset: int, start: int, end: int) -> Name | None:
    while start == outset and start > 0 and _opens_name(parse, start - 1):
        start = outset = start - 1
    while start < end and not parse.words[start][0].isalpha():
        start += 1
        outset = min(outset, start)
    while end > start and (
        not parse.words[end - 1][0].isalpha() or parse.words[end - 1] in LETTERS_BEHIND
    ):
        end -= 1
    if end < len(parse) and _splits_suffix(parse, end):
        end += 1
    if start >= end or end - start > _LONGEST_NAME:
        return None
    words = tuple(word.strip(",") for word in _split(parse, start, end))
    words = tuple(word for word in words if word[0].isalpha()) or words
    return Name(
        start=start,
        end=end,
        outset=min(outset, start),
        words=words,
        gender=_gender_before(parse, start) or _gender_beside(parse, end - 1),
    )


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
        return token > 0 and parse.words[token - 1] in PARTICLES and touches(parse, token)
    if word not in PARTICLES or parse.tags[token] in ("DT", "IN", "VB", "VBP", "VBD", "CC"):
        return False
    return parse.tags[token][:2] in ("NN", "FW", "JJ", "UH")


def _gender_before(parse: Parse, start: int) -> str:
    """Read the gender off the courtesy or the role before the name."""
    if start == 0:
        return ""
    before = parse.lowers[start - 1]
    gender = read_table("honorifics").get(before, "")
    return gender.replace("u", "") or gender_of_role(before)


def _gender_beside(parse: Parse, token: int) -> str:
    """Read the gender off the noun that the name is put beside: his wife, Dottie."""
    return gender_of_role(parse.lowers[parse.heads[token]]) if parse.deps[token] == "appos" else ""


def _repeated_name(parse: Parse, start: int, end: int, known: set[str]) -> Iterator[Name]:
    """Give the run behind its titles if all of its words are known from names."""
    glued = start > 0 and parse.words[start - 1] in HYPHENS
    if not glued and known.isdisjoint(_split(parse, start, end)):
        return
    name = _cut_name(parse, start, _behind_titles(parse, start, end), end)
    if name and known.issuperset(words := list(_bearing_words(name))) and words:
        yield name


def _headline_names(parse: Parse, start: int, end: int, known: set[str]) -> Iterator[Name]:
    """Find known words anywhere in a headline's run, else a given name and the next word."""
    given = read_table("given_names")
    token = start
    while token < end:
        stop = token
        while stop < end and parse.lowers[stop] in known:
            stop += 1
        new = stop == token and parse.lowers[token] in given and token + 1 < end
        if new and parse.labels[token] == parse.labels[token + 1] == "PERSON":
            stop = token + 2
        name = _cut_name(parse, token, token, stop) if stop > token else None
        if name:
            yield name
        token = max(stop, token + 1)
