"""Names to people: which names in the text mean the same person."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs

from quoteattr.entities.name_spellings import (
    differ_in_accents,
    is_slip,
    is_variant,
    spelling_keys,
    without_accents,
)
from quoteattr.entities.person_names import Name
from quoteattr.lexicon.name_words import (
    gender_of_given_name,
    is_given_name,
    is_honorific,
    is_title_word,
)
from quoteattr.lexicon.noun_kinds import is_person_noun, is_role
from quoteattr.lexicon.word_lists import marked_words, read_table, read_words
from quoteattr.syntax.capital_runs import NAME_PARTICLES, SUFFIXES
from quoteattr.syntax.tokens import Parse, lower_before

__all__ = ["Person", "find_people", "join_people"]

Form = tuple[str, ...]

_KIN = marked_words("kin") | marked_words("kin-beside-name")
_SPOUSES = frozenset({"husband", "wife"})
_REGNAL = marked_words("regnal")
_PATRONYMIC = marked_words("patronymic")
_OWNERS = {"his": "m", "her": "f"}
_SHOUTED = 4
_WHOLE_NAME = 3  # letters of a part of a double family name that may stand alone
_COMPARED = 50  # full names with the same first or last word that one is compared with
_CANDIDATES = 50  # full names that a single name may stand for
_RELATIVES = 50  # people whom a single name with a courtesy may call by another's family name
_LOOKED_BACK = 50  # people named last among whom the one in this paragraph is sought
_OFTEN = 4  # mentions from which on a spelling is no slip of the pen
_FAR_MORE = 2  # times that somebody is mentioned as often as a namesake who is hardly ever meant


@attrs.frozen(kw_only=True)
class Person:
    """Somebody with a name.

    Attributes:
        name: the fullest form of the name in the text.
        gender: "m", "f", or "" where nothing tells.
        names: the mentions by name, in text order.
    """

    name: str
    gender: str
    names: tuple[Name, ...]


def find_people(
    parse: Parse, names: Sequence[Name], speaking: Collection[int] = frozenset()
) -> tuple[Person, ...]:
    """Group the names by person, in the order of first mention.

    Full names with the same family name and an agreeing given name are one person. A short name
    goes to the full name that holds it; where several do (a family), to one that the courtesy or
    title before it agrees with, rather to one that has been named before, and if it speaks has
    spoken before: the last one in this paragraph, else the one mentioned most. Somebody with a
    given name alone shares the family name of those that he or she is put beside.

    Args:
        parse: the text's tokens.
        names: the names in it.
        speaking: the head tokens of the mentions that quotations hang on.
    """
    ties = _read_ties(parse, names)
    so_far = _SoFar(genders=_genders(names, ties.forms))
    lasting = {form for forms_of_family in ties.relatives.values() for form in forms_of_family}
    for name in names:
        speaks = _speaks(parse, name, speaking)
        form = ties.forms.get(name.words) or _form_of_single(
            parse, name, ties, so_far, speaks=speaks
        )
        if form in lasting or (len(form) > 1 and _has_family_name(name, form)):
            so_far.paragraph.pop(form, None)
            so_far.paragraph[form] = parse.paragraph[name.start]
        if speaks:
            so_far.spoken.add(form)
        if name.gender and not so_far.genders.get(form):
            so_far.genders[form] = name.gender
        so_far.groups.setdefault(form, []).append(name)
    families = _families_of_couples(parse, names)
    people = [
        _person(parse, form, part, gender or so_far.genders.get(form, ""), families.get(form, ""))
        for form, group in so_far.groups.items()
        for gender, part in _parted(parse, form, group)
    ]
    return tuple(sorted(people, key=lambda person: person.names[0].start))


@attrs.frozen(kw_only=True, eq=False)
class _Ties:
    """What the names of the whole text say of who may bear which.

    Attributes:
        forms: the fullest form of each name of several words.
        bearers: by word, the full forms that it may stand for.
        misspelt: by single word that nobody bears, the full forms with another spelling of it.
        prominence: how many mentions with a family name can mean the bearer of a full form only.
        relatives: by family name, the forms of those who may be called by it, too.
        titled: the words of titles that stand straight before the names of each full form, and of
            roles beside them.
    """

    forms: Mapping[Form, Form]
    bearers: Mapping[str, Sequence[Form]]
    misspelt: Mapping[str, Sequence[Form]]
    prominence: Mapping[Form, int]
    relatives: Mapping[str, Mapping[Form, None]]
    titled: Mapping[Form, Collection[str]]


@attrs.frozen(kw_only=True, eq=False)
class _SoFar:
    """Who has been named up to here.

    Attributes:
        genders: by form, "m" or "f" as far as it was told.
        groups: by form, the mentions.
        paragraph: by form, the paragraph that names it last, the latest at the end.
        spoken: the forms of those who have spoken by name.
    """

    genders: dict[Form, str]
    groups: dict[Form, list[Name]] = attrs.field(factory=dict)
    paragraph: dict[Form, int] = attrs.field(factory=dict)
    spoken: set[Form] = attrs.field(factory=set)


def _read_ties(parse: Parse, names: Sequence[Name]) -> _Ties:
    full = [name.words for name in names if len(name.words) > 1]
    forms = _merged_forms(full)
    bearers = _bearers(dict.fromkeys(forms[words] for words in full))
    return _Ties(
        forms=forms,
        bearers=bearers,
        misspelt=_misspelt(parse, names, bearers),
        prominence=_prominence(names, forms, bearers),
        relatives=_relatives(parse, names, forms),
        titled=_titled(parse, names, forms),
    )


def _titled(
    parse: Parse, names: Iterable[Name], forms: Mapping[Form, Form]
) -> dict[Form, set[str]]:
    """Collect the words of titles before the names of each full form, and the roles beside."""
    titled: dict[Form, set[str]] = {}
    for name in names:
        if name.words in forms:
            words = {*parse.lowers[name.outset : name.start], *_roles_beside(parse, name)}
            titled.setdefault(forms[name.words], set()).update(words)
    return titled


def _genders(names: Iterable[Name], forms: Mapping[Form, Form]) -> dict[Form, str]:
    """Give the gender of each full form: what the last courtesy tells, else the given name."""
    genders = {form: _gender_of_form(form) for form in set(forms.values())}
    for name in names:
        if name.gender and name.words in forms:
            genders[forms[name.words]] = name.gender
    return genders


def _form_of_single(parse: Parse, name: Name, ties: _Ties, so_far: _SoFar, *, speaks: bool) -> Form:
    """Give the form that a single name stands for, rather one that has been named before."""
    title = set(parse.lowers[name.outset : name.start])
    agreeing = _agreeing(name, title, ties, so_far)
    if lower_before(parse, name.start) == "younger":
        agreeing = [*ties.relatives.get(name.words[0], ())] or agreeing
    agreeing = [form for form in agreeing if form in so_far.groups] or agreeing
    if title:
        agreeing = [form for form in agreeing if title <= {*ties.titled.get(form, ())}] or agreeing
    beside = _latest_in(so_far.paragraph, parse.paragraph[name.start], agreeing)
    if speaks:
        agreeing = [form for form in agreeing if form in so_far.spoken] or agreeing
    return beside or _bearer(name, agreeing, ties.prominence, so_far.paragraph)


def _speaks(parse: Parse, name: Name, speaking: Collection[int]) -> bool:
    """Tell whether a quotation hangs on a name, or on what it is put beside: her son Ed Lee."""
    tokens = range(name.start, name.end)
    return any(
        token in speaking or (parse.deps[token] == "appos" and parse.heads[token] in speaking)
        for token in tokens
    )


def _parted(
    parse: Parse, form: Form, group: Sequence[Name]
) -> Iterable[tuple[str, Sequence[Name]]]:
    """Give the mentions by gender where courtesies tell two apart who have one word for a name.

    That is Mr Lee and Mrs Lee; Lee alone is the one named last.
    """
    genders = [_gender_by_courtesy(parse, name) if name.words == form else "" for name in group]
    if len(form) > 1 or {"m", "f"} - {*genders}:
        return [("", group)]
    parts: dict[str, list[Name]] = {}
    latest = next(filter(None, genders))
    for name, gender in zip(group, genders, strict=True):
        latest = gender or latest
        parts.setdefault(latest, []).append(name)
    return parts.items()


def _gender_by_courtesy(parse: Parse, name: Name) -> str:
    return name.gender if is_honorific(lower_before(parse, name.start)) else ""


def _person(parse: Parse, form: Form, group: Sequence[Name], gender: str, family: str) -> Person:
    name = _fullest(parse, _own_names(form, group))
    return Person(
        name=f"{name} {family}" if family and " " not in name else name,
        gender=gender or _gender_of_form(form) or _gender_behind(form, group),
        names=tuple(group),
    )


def join_people(
    parse: Parse, people: Sequence[Person], clusters: Iterable[Iterable[int]]
) -> tuple[Person, ...]:
    """Make one person of those that clusters of tokens say are one, in the order of first mention.

    Args:
        parse: the text's tokens.
        people: the persons as their names tell them apart.
        clusters: tokens that refer to the same, those of names among them.
    """
    at = {
        token: number
        for number, person in enumerate(people)
        for name in person.names
        for token in range(name.start, name.end)
    }
    leader = list(range(len(people)))
    for cluster in clusters:
        numbers = {_led(leader, at[token]) for token in cluster if token in at}
        for number in numbers:
            leader[number] = min(numbers)
    groups: dict[int, list[Person]] = {}
    for number, person in enumerate(people):
        groups.setdefault(_led(leader, number), []).append(person)
    return tuple(_joined(parse, group) for group in groups.values())


def _led(leader: list[int], number: int) -> int:
    """Follow the leaders to the last, halving the way for those who come after."""
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number


def _joined(parse: Parse, people: Sequence[Person]) -> Person:
    if len(people) == 1:
        return people[0]
    names = sorted((name for person in people for name in person.names), key=lambda n: n.start)
    gender = next((person.gender for person in people if person.gender), "")
    written = [name for name in names if not name.stands_in] or names
    return Person(name=_fullest(parse, written), gender=gender, names=tuple(names))


def _prominence(
    names: Iterable[Name], forms: Mapping[Form, Form], bearers: Mapping[str, Sequence[Form]]
) -> collections.Counter[Form]:
    """Count the mentions with a family name that can mean one person only, by full form."""
    prominence: collections.Counter[Form] = collections.Counter()
    for name in names:
        alone = bearers.get(name.words[0], ()) if len(name.words) == 1 else ()
        if len(name.words) > 1:
            prominence[forms[name.words]] += 1
        elif len(alone) == 1 and _has_family_name(name, alone[0]):
            prominence[alone[0]] += 1
    return prominence


def _fullest(parse: Parse, names: Iterable[Name]) -> str:
    """Give the longest form as written, of those the commonest, in capitals if it must be.

    A full name in capitals is better than one word of it: JUDY PARK, later on Judy.
    """
    texts = [
        " ".join(parse.text[parse.starts[name.start] : parse.ends[name.end - 1]].split())
        for name in names
    ]
    counts = collections.Counter(texts)
    return max(
        texts,
        key=lambda text: (
            len(text.split()) > 1,
            not text.isupper() or len(text) < _SHOUTED,
            len(text.split()),
            not _has_initial(text),
            counts[text],
            len(text),
        ),
    )


def _has_initial(text: str) -> bool:
    return any(len(word.strip(".")) == 1 for word in text.split())


def _own_names(form: Form, names: Sequence[Name]) -> Sequence[Name]:
    """Leave out the family name that a relative is called by, and what only stands for a name."""
    written = [name for name in names if not name.stands_in] or names
    return [name for name in written if len(form) > 1 or name.words == form] or written


def _core(form: Form) -> Form:
    """Leave out "Jr." and nicknames in marks."""
    return tuple(word for word in form if word not in SUFFIXES and word[0].isalpha()) or form


def _family_name(form: Form) -> str:
    return _core(form)[-1]


def _gender_of_form(form: Form) -> str:
    """Read the gender off the given name; where a family name may stand first, off none."""
    if form[0] in read_words("surnames_first"):
        eastern = len(form) == 1 or not is_given_name(form[0]) or "-" in form[-1]
        return "" if eastern else gender_of_given_name(form[0])
    return gender_of_given_name(form[0])


def _gender_behind(form: Form, names: Iterable[Name]) -> str:
    """Read the gender off the last word where the first is used alone: Nagy Anna, later Nagy."""
    alone = any(name.words == form[:1] for name in names)
    if len(form) == 1 or is_given_name(form[0]) or not alone:
        return ""
    return gender_of_given_name(form[-1])


def _relatives(
    parse: Parse, names: Sequence[Name], forms: Mapping[Form, Form]
) -> dict[str, dict[Form, None]]:
    """Give, by family name, those who may be called by it though it is no part of their name.

    That is Neil in "Doe's son Neil" and "Neil and John Doe", and Ann Lee where she spoke of "her
    husband, John Doe".
    """
    found: dict[str, dict[Form, None]] = {}
    at = {token: name for name in names for token in range(name.start, name.end)}
    before: dict[str, Form] = {}
    for name in names:
        kin = _kin_of(parse, name, at)
        other = kin.owner.words if kin.owner else before.get(kin.gender, ())
        if other and len(name.words) == 1:
            found.setdefault(_family_name(other), {})[name.words] = None
        elif other in forms and kin.noun in _SPOUSES:
            found.setdefault(_family_name(name.words), {})[forms[other]] = None
        if len(name.words) > 1:
            gender = name.gender or _gender_of_form(name.words)
            before.update(dict.fromkeys(gender or "mf", name.words))
    return found


@attrs.frozen(kw_only=True)
class _Kin:
    """Whose relative bears a name.

    Attributes:
        noun: the noun of kinship that the name is put beside or behind, else "".
        owner: the name before that noun, or the full name behind "and", if there is any.
        gender: the gender of "his" or "her" before the noun, else "".
    """

    noun: str = ""
    owner: Name | None = None
    gender: str = ""


def _kin_of(parse: Parse, name: Name, at: Mapping[int, Name]) -> _Kin:
    token = name.end - 1
    kin = parse.heads[token] if parse.deps[token] == "appos" else name.outset - 1
    if kin < 0 or parse.lowers[kin] not in _KIN:
        return _Kin(owner=_coupled(parse, name, at))
    children = (*parse.children[kin], *parse.children[token])
    owner = next((child for child in children if parse.deps[child] == "poss"), None)
    if owner is None:
        return _Kin(noun=parse.lowers[kin], owner=_coupled(parse, name, at))
    gender = _OWNERS.get(parse.lowers[owner], "")
    return _Kin(noun=parse.lowers[kin], owner=at.get(owner), gender=gender)


def _coupled(parse: Parse, name: Name, at: Mapping[int, Name]) -> Name | None:
    """Give the full name behind "and", whose bearer's family name a given name may share."""
    coupled = at.get(name.end + 1)
    beside = parse.lowers[name.end : name.end + 1] == ["and"] and len(name.words) == 1
    return coupled if beside and coupled is not None and len(coupled.words) > 1 else None


def _families_of_couples(parse: Parse, names: Sequence[Name]) -> dict[Form, str]:
    """Give the family name of given names that are first met beside it: Ted and Jane Cole."""
    at = {token: name for name in names for token in range(name.start, name.end)}
    found: dict[Form, str] = {}
    for name in names:
        coupled = _coupled(parse, name, at)
        sure = name.words[0] in read_words("sure_given_names")
        found.setdefault(name.words, parse.words[coupled.end - 1] if coupled and sure else "")
    return found


def _merged_forms(forms: Iterable[Form]) -> dict[Form, Form]:
    """Map each full form to the fullest form of the same person."""
    distinct = sorted(collections.Counter(forms), key=lambda form: -len(form))
    merged: dict[Form, Form] = {}
    by_word: dict[str, list[Form]] = {}
    for form in distinct:
        ends = [without_accents(word) for word in (_family_name(form), form[0])]
        near = [other for word in ends for other in by_word.get(word, [])[:_COMPARED]]
        fuller = next((other for other in near if _same_person(form, other)), form)
        merged[form] = fuller
        if fuller == form:
            for word in {*ends, *_core(form)[1:-1]}:
                by_word.setdefault(word, []).append(form)
    return merged


def _same_person(short: Form, full: Form) -> bool:
    """Tell whether two full names may be one person's."""
    if differ_in_accents("".join(short), "".join(full)):
        return True
    one, two = _core(short), _core(full)
    if _suffix(short) and _suffix(full) and _suffix(short) != _suffix(full):
        return False
    if _within(one, two):
        return len(one) > 1 and not _is_parents(one, two)
    same = one[-1] == two[-1] or (one[0] == two[0] and is_variant(one[-1], two[-1]))
    return same and _given_agree(one[0], two[0]) and _middles_agree(one[1:-1], two[1:-1])


def _suffix(form: Form) -> str:
    return form[-1].rstrip(".") if form[-1] in SUFFIXES else ""


def _within(short: Form, full: Form) -> bool:
    """Tell whether the words of `short` stand in `full` in this order."""
    rest = iter(full)
    return all(word in rest for word in short)


def _is_parents(short: Form, full: Form) -> bool:
    """Tell whether a form in another is a parent's: Omar Aziz in Huda Omar Aziz, Zaid bin Omar."""
    closes = full[-len(short) :] == short
    before = full[: len(full) - len(short) if closes else full.index(short[0])]
    patronymic = len(before) > 1 and before[-1] in _PATRONYMIC
    return patronymic or not _genders_agree(_gender_of_form(short), _gender_of_form(full))


def _middles_agree(one: Form, two: Form) -> bool:
    """Tell whether the words between given and family name are the same, as far as both have some.

    Ana Rosa Cruz is neither Ana Luz Cruz nor Ana M. Cruz, but may be Ana R. Cruz.
    """
    short, full = sorted((one, two), key=len)
    rest = iter(full)
    return all(
        any(_given_agree(word, other) or is_variant(word, other) for other in rest)
        for word in short
    )


def _given_agree(one: str, two: str) -> bool:
    if one == two or _is_respelt(one, two):
        return True
    if one[0] == two[0] and (len(one.strip(".")) == 1 or len(two.strip(".")) == 1):
        return True
    shorts = read_table("short_names")
    full_one, full_two = shorts.get(one, "").split(), shorts.get(two, "").split()
    return two in full_one or one in full_two


def _bearers(forms: Iterable[Form]) -> dict[str, list[Form]]:
    """Index the full forms by each word that may stand for them, "-cruz" for a part of a word."""
    bearers: dict[str, list[Form]] = {}
    for form in forms:
        for word in dict.fromkeys((*_core(form), *_halves(form))):
            if word not in NAME_PARTICLES and len(word.strip(".")) > 1:
                bearers.setdefault(word, []).append(form)
    return bearers


def _halves(form: Form) -> list[str]:
    """Give the parts of a double family name that may stand alone: "-torres" and "-vega"."""
    parts = _family_name(form).split("-")
    common = not read_words("common_words").isdisjoint(parts)  # the Lee-led party
    if len(parts) == 1 or common or _eastern(form):
        return []
    return [f"-{part}" for part in parts if len(part) >= _WHOLE_NAME]


def _agreeing(name: Name, title: Collection[str], ties: _Ties, so_far: _SoFar) -> Sequence[Form]:
    """Give the forms that a single name may stand for: as family name first.

    A relative is called by the family name with a courtesy only: Mrs Doe. Who reigns has a given
    name alone: King Ivor is not Ivor Doe, whom the text calls no king, nor is Ivor from then on.
    """
    word = name.words[0]
    candidates = _bearing(word, ties.bearers)[:_CANDIDATES] or ties.misspelt.get(word, ())
    as_family = [form for form in candidates if word in (_family_name(form), _eastern(form))]
    if name.gender:
        as_family += itertools.islice(ties.relatives.get(word, ()), _RELATIVES)
    regnal = _REGNAL.intersection(title)
    known_so = (word,) in so_far.groups
    titled = [form for form in candidates if regnal <= {*ties.titled.get(form, ())}]
    return [
        form
        for form in as_family or (() if known_so else titled)
        if _genders_agree(name.gender, so_far.genders.get(form, ""))
    ]


def _bearing(word: str, bearers: Mapping[str, Sequence[Form]]) -> Sequence[Form]:
    """Give the forms with a word, with an article before it, or with half a family name.

    Hamdi is Al-Hamdi, and Vega Torres-Vega.
    """
    forms = (bearers.get(before + word, ()) for before in ("", "al-", "el-", "-"))
    return next(filter(None, forms), ())


def _misspelt(
    parse: Parse, names: Sequence[Name], bearers: Mapping[str, Sequence[Form]]
) -> dict[str, Sequence[Form]]:
    """Give, by single word that nobody bears, the forms with another spelling: Al-Ghanem, -im.

    A word with a role of its own is somebody else's name: the mayor, Ann Larsen, and the baker,
    Larson; so is one that the text has as often as the other, but for accents.
    """
    counts = collections.Counter(name.words[-1] for name in names)
    borne = {role for name in names if len(name.words) > 1 for role in _roles_beside(parse, name)}
    singles = [name for name in names if len(name.words) == 1]
    others = {name.words[0] for name in singles if not _roles_beside(parse, name) <= borne}
    numbered = _by_spelling(bearers)
    found: dict[str, Sequence[Form]] = {}
    for word in {name.words[0] for name in singles} - others:
        near = {entry for key in spelling_keys(word) for entry in numbered.get(key, ())}
        alike = (
            bearers[other]
            for _, other in sorted(near)
            if (min(counts[word], counts[other]) < _OFTEN or differ_in_accents(word, other))
            and (is_variant(word, other) or is_slip(word, other))
            and _may_be_one(word, other)
        )
        if not _bearing(word, bearers):
            found[word] = next(alike, ())
    return found


def _by_spelling(words: Iterable[str]) -> dict[str, list[tuple[int, str]]]:
    """Index words, each with its number, by what they have in common with other spellings."""
    numbered: dict[str, list[tuple[int, str]]] = {}
    for number, word in enumerate(words):
        for key in spelling_keys(word):
            numbered.setdefault(key, []).append((number, word))
    return numbered


def _is_respelt(word: str, other: str) -> bool:
    """Tell whether two words are spellings of one, and not a man's and a woman's given name."""
    return is_variant(word, other) and _may_be_one(word, other)


def _may_be_one(word: str, other: str) -> bool:
    """Tell whether two words are no given names of a man and of a woman."""
    return _genders_agree(*(_gender_of_form((one,)) for one in (word, other)))


def _roles_beside(parse: Parse, name: Name) -> set[str]:
    """Collect the nouns that stand right beside a name and tell what somebody is."""
    last = name.end - 1
    places = [child for child in parse.children[last] if parse.deps[child] == "appos"]
    if parse.deps[last] == "appos":
        places.append(parse.heads[last])
    places += range(min(name.outset, max(name.start - 1, 0)), name.start)
    words = {word for place in places if not is_honorific(word := parse.lowers[place])}
    return {word for word in words if is_role(word) or is_title_word(word) or is_person_noun(word)}


def _bearer(
    name: Name,
    agreeing: Sequence[Form],
    prominence: Mapping[Form, int],
    latest: dict[Form, int],
) -> Form:
    """Choose the full form mentioned most; the name itself where there is none.

    Where family names stand first, strangers share them: of those mentioned nearly as often, the
    one mentioned last is chosen.
    """
    if not agreeing:
        return name.words[:1]
    most = max(agreeing, key=lambda form: prominence[form])
    if any(_eastern(form) != name.words[0] for form in agreeing):
        return most
    near = {form for form in agreeing if prominence[form] * _FAR_MORE > prominence[most]}
    return next((form for form in reversed(latest) if form in near), most)


def _latest_in(paragraph: dict[Form, int], number: int, agreeing: Sequence[Form]) -> Form | None:
    """Give the last of the forms that stands in full in this paragraph."""
    for form in itertools.islice(reversed(paragraph), _LOOKED_BACK):
        if paragraph[form] != number:
            return None
        if form in agreeing:
            return form
    return None


def _has_family_name(name: Name, form: Form) -> bool:
    """Tell whether a mention is more than a given name, by which a family tells its own apart."""
    return len(name.words) > 1 or name.words[0] in (_family_name(form), _eastern(form))


def _eastern(form: Form) -> str:
    return form[0] if form[0] in read_words("surnames_first") else ""


def _genders_agree(one: str, two: str) -> bool:
    return not one or not two or one == two
