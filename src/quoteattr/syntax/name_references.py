"""Name references: what stands behind a name and may mean its bearer: he, its, the club."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.grammar import COMMON_NOUN_TAGS
from quoteattr.syntax.tokens import Parse, TokenRange, lower_before

__all__ = [
    "BackReference",
    "apposed_noun",
    "explained_from",
    "explained_names",
    "explained_tokens",
    "reference_behind",
    "references_ahead",
    "told_of",
]

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), "he"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "themselves"), "they"),
}
_DEFINITE = frozenset({"the", "this", "that"})
_OPENS_APPOSITION = frozenset({"DT", "PRP$", "NN", "JJ", "CD", "VBN"})
_REACH = 2  # sentences
_SHORT = 3  # letters
_APPOSITION = 7  # tokens
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,7}$")
_SMALL = marked_words("not-in-initials") | {"-", "'s", "’s"}


@attrs.frozen
class BackReference:
    """A pronoun, or a noun behind “the”.

    Attributes:
        token: where it stands.
        word: he, it or they for all forms of these; the noun itself.
    """

    token: int
    word: str


def references_ahead(parse: Parse) -> list[BackReference | None]:
    """Give for each token the next reference at it or behind it, and one more for the end."""
    found: list[BackReference | None] = [None] * (len(parse) + 1)
    for token in range(len(parse) - 1, -1, -1):
        word = _reference(parse, token)
        found[token] = BackReference(token, word) if word else found[token + 1]
    return found


def reference_behind(
    parse: Parse, ahead: Sequence[BackReference | None], end: int
) -> tuple[str, str]:
    """Give the reference that follows a name, and how many sentences later; "" if far away."""
    found = ahead[end]
    if found is None:
        return "", ""
    later = parse.sentence[found.token] - parse.sentence[end - 1]
    return (found.word, str(later)) if later < _REACH else ("", "")


def _reference(parse: Parse, token: int) -> str:
    word = parse.lowers[token]
    if word in _PRONOUNS:
        return _PRONOUNS[word]
    noun = parse.tags[token] in COMMON_NOUN_TAGS and parse.words[token].islower()
    return word if noun and lower_before(parse, token) in _DEFINITE else ""


def told_of(parse: Parse) -> str:
    """Tell whether the text speaks of somebody as he or she, and of anything as it."""
    words = {_PRONOUNS.get(word, "") for word in parse.lowers}
    return "".join(word for word in ("he", "it", "they") if word in words)


def apposed_noun(parse: Parse, end: int) -> str:
    """Give the noun that a comma behind a name puts beside it: “Solvanta, a textile firm”."""
    stop = min(end + 1 + _APPOSITION, parse.sentences[parse.sentence[end - 1]][1])
    if parse.words[end : end + 1] != [","] or end + 1 >= stop:
        return ""
    if parse.tags[end + 1] not in _OPENS_APPOSITION:
        return ""
    for token in range(end + 1, stop):
        if parse.tags[token][:2] == "VB" and token > end + 1:
            return ""
        last = token + 1 == stop or parse.tags[token + 1][:2] not in ("NN", "PO")
        if parse.tags[token] in COMMON_NOUN_TAGS and last:
            return parse.lowers[token]
    return ""


def explained_tokens(parse: Parse) -> dict[int, str]:
    """Mark names whose initials stand in brackets behind them, and these: Fire Service (FS).

    Returns:
        "long" for the tokens of such a name, "short" for every token that is such initials.
    """
    found: dict[int, str] = {}
    acronyms: set[str] = set()
    for start, end in explained_names(parse):
        found.update(dict.fromkeys(range(start, end), "long"))
        acronyms.add(parse.words[end + 1])
    found.update((token, "short") for token, word in enumerate(parse.words) if word in acronyms)
    return found


def explained_names(parse: Parse) -> Iterator[TokenRange]:
    """Give the names whose initials stand in brackets behind them: National Fire Service (NFS)."""
    for token in range(2, len(parse)):
        if parse.words[token - 1] == "(" and _ACRONYM.match(parse.words[token]):
            start = explained_from(parse, token - 1, parse.lowers[token])
            if start is not None:
                yield TokenRange(start, token - 1)


def explained_from(parse: Parse, end: int, acronym: str) -> int | None:
    """Give where the name behind an acronym starts, going left as far as its initials fit.

    An acronym of four letters or more may leave out what the name ends in; "&" is no initial.
    """
    first = parse.sentences[parse.sentence[end - 1]][0]
    initials, acronym = "", acronym.replace("&", "")
    for token in range(end - 1, max(first, end - 3 * len(acronym)) - 1, -1):
        word = parse.words[token]
        if word[0].isupper():
            initials = word[0].lower() + initials
            if initials == acronym or (len(acronym) > _SHORT and initials.startswith(acronym)):
                return token
        elif word.lower() not in _SMALL:
            return None
    return None
