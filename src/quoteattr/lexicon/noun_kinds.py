"""What a noun stands for: a role, a person, a body, a text, a seat of government."""

from __future__ import annotations

import functools

from quoteattr.lexicon.plurals import singulars
from quoteattr.lexicon.word_lists import marked_words, read_table, read_words

__all__ = [
    "common_noun_kind",
    "gender_of_role",
    "is_body",
    "is_document",
    "is_medium",
    "is_office_in_letters",
    "is_people_noun",
    "is_person_noun",
    "is_role",
    "is_seat",
    "is_singular_role",
    "letters_kind",
]

_ROLE_ENDINGS = ("ologist", "ographer", "iatrist", "ician", "monger", "woman", "person", "tsman")
_SHORTEST_COMPOUND = 7


@functools.lru_cache(maxsize=16_384)
def is_role(word: str) -> bool:
    """Tell whether the lower-cased word is the head noun of a role, also in the plural.

    Examples:
        >>> is_role("goalkeeper"), is_role("vice-chairs"), is_role("table")
        (True, True, False)
    """
    return _role_entry(word) is not None


def is_singular_role(word: str) -> bool:
    """Tell whether the lower-cased word is a role of one person: clerk, but not clerks.

    Examples:
        >>> is_singular_role("clerk"), is_singular_role("clerks")
        (True, False)
    """
    return word in read_table("role_heads")


def gender_of_role(word: str) -> str:
    """Give "m" or "f" where the role's noun tells the gender, else "".

    Examples:
        >>> gender_of_role("spokeswoman"), gender_of_role("judge")
        ('f', '')
    """
    return _role_entry(word) or read_table("person_heads").get(word, "")


@functools.lru_cache(maxsize=16_384)
def is_person_noun(word: str) -> bool:
    """Tell whether the lower-cased noun, also in the plural, is for people: neighbours, fans.

    Examples:
        >>> is_person_noun("villagers"), is_person_noun("surgeon"), is_person_noun("village")
        (True, True, False)
    """
    people, groups = read_table("person_heads"), read_words("group_heads")
    return is_role(word) or any(form in people or form in groups for form in singulars(word))


@functools.lru_cache(maxsize=16_384)
def common_noun_kind(word: str) -> str:
    """Tell what a lower-cased common noun is for: "person", "body", "document", else "thing".

    A word in several lists is for people rather than for a body, and for that rather than a text.

    Examples:
        >>> common_noun_kind("surgeon"), common_noun_kind("ministry"), common_noun_kind("river")
        ('person', 'body', 'thing')
    """
    if is_person_noun(word):
        return "person"
    if is_body(word):
        return "body"
    return "document" if is_document(word) else "thing"


def is_people_noun(word: str) -> bool:
    """Tell whether the lower-cased word, with an article, can be for one of a people.

    "The Dutch" and "the Chinese" are several.

    Examples:
        >>> is_people_noun("swede"), is_people_noun("ghanaian"), is_people_noun("dutch")
        (True, True, False)
    """
    people = word in read_table("demonyms") and word.endswith(("an", "i"))
    return people or word in marked_words("one-of-a-people")


def is_body(word: str) -> bool:
    """Tell whether the lower-cased noun is the head of an organisation, also in the plural.

    Examples:
        >>> is_body("ministry"), is_body("universities"), is_body("river")
        (True, True, False)
    """
    bodies = read_words("organization_heads")
    return not bodies.isdisjoint(singulars(word))


def is_seat(phrase: str) -> bool:
    """Tell whether the name of a place stands for a government: Beijing, Downing Street."""
    return phrase.lower() in read_words("seats")


def is_document(word: str) -> bool:
    """Tell whether the lower-cased noun is for a text that may speak for itself, or for several.

    Examples:
        >>> is_document("report"), is_document("studies"), is_document("river")
        (True, True, False)
    """
    return not read_words("document_heads").isdisjoint(singulars(word))


def is_medium(word: str) -> bool:
    """Tell whether the lower-cased noun is for a text or talk in which something can be said.

    Examples:
        >>> is_medium("interview"), is_medium("meadow")
        (True, False)
    """
    return not {"text", "talk"}.isdisjoint(read_table("setting_nouns").get(word, "").split("+"))


def is_office_in_letters(word: str) -> bool:
    """Tell whether a word, as it is written, stands for an office by its letters: the PM.

    Examples:
        >>> is_office_in_letters("PM"), is_office_in_letters("pm"), is_office_in_letters("UN")
        (True, False, False)
    """
    return word.isupper() and word.lower() in marked_words("office-in-letters")


def letters_kind(word: str) -> str:
    """Give what letters behind a name stand for, with a sentence's full stop or without, else "".

    Examples:
        >>> letters_kind("PhD."), letters_kind("KC"), letters_kind("BBC")
        ('degree', 'calling', '')
    """
    table, bare = read_table("letters_behind"), word.lower().removesuffix(".")
    return table.get(bare) or table.get(f"{bare}.", "")


def _role_entry(word: str) -> str | None:
    roles = read_table("role_heads")
    for form in singulars(word):
        if form in roles:
            return roles[form]
        last = form.rpartition("-")[2]
        if last != form and last in roles:
            return roles[last]
    compounds = (form for form in singulars(word) if _is_compound_role(form))
    return next(("f" if form.endswith("woman") else "" for form in compounds), None)


def _is_compound_role(word: str) -> bool:
    """Tell whether the end of a word says that it is a role: huntswoman."""
    long = len(word) > _SHORTEST_COMPOUND and word not in read_table("person_heads")
    return long and word.endswith(_ROLE_ENDINGS)
