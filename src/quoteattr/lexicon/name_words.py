"""Name words: given names, and the honorifics and titles that stand before names."""

from __future__ import annotations

from quoteattr.lexicon.word_lists import read_table, read_words

__all__ = [
    "gender_of_given_name",
    "gender_of_honorific",
    "is_address",
    "is_given_name",
    "is_honorific",
    "is_rank",
    "is_title_word",
]


def is_honorific(word: str) -> bool:
    """Tell whether the lower-cased word is an honorific, with its stop or without.

    Examples:
        >>> is_honorific("mr"), is_honorific("mrs."), is_honorific("mayor")
        (True, True, False)
    """
    return word in read_table("honorifics")


def is_title_word(word: str) -> bool:
    """Tell whether the lower-cased word may stand as a title straight before a name.

    Examples:
        >>> is_title_word("bishop"), is_title_word("capt."), is_title_word("table")
        (True, True, False)
    """
    return word in read_words("title_words")


def is_rank(word: str) -> bool:
    """Tell whether the lower-cased word is a title that stands straight before names, or cut.

    Examples:
        >>> is_rank("abp."), is_rank("abp"), is_rank("mr")
        (True, True, False)
    """
    return is_title_word(word) or is_title_word(word + ".")


def is_address(word: str) -> bool:
    """Tell whether the lower-cased word is an honorific or a title before a name, or one cut.

    Examples:
        >>> is_address("mr"), is_address("amn"), is_address("table")
        (True, True, False)
    """
    return is_honorific(word) or is_honorific(word + ".") or is_rank(word)


def is_given_name(word: str) -> bool:
    """Tell whether the lower-cased word is a given name.

    Examples:
        >>> is_given_name("ann"), is_given_name("table")
        (True, False)
    """
    return word in read_table("given_names")


def gender_of_honorific(word: str) -> str:
    """Give "m" or "f" where an honorific tells the gender, else "".

    Examples:
        >>> gender_of_honorific("mrs."), gender_of_honorific("mx")
        ('f', '')
    """
    return _gender("honorifics", word)


def gender_of_given_name(word: str) -> str:
    """Give "m" or "f" where a given name tells the gender, else "".

    Examples:
        >>> gender_of_given_name("ann"), gender_of_given_name("table")
        ('f', '')
    """
    return _gender("given_names", word)


def _gender(name: str, word: str) -> str:
    """Give the gender in a list, whose "u" stands for either."""
    return read_table(name).get(word, "").replace("u", "")
