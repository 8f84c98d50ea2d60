"""Two subjects side by side: “Health Agency (HA) director Ann Lee said”, “Lt Gen (retd) Lee said”.

A phrase or bracket inside a long title parts it from the name for the parser, and a clause about
what is put beside a name that from the name: “Acme, the firm that runs the port, said”. In “the
fisheries office said” it takes the plural for a subject of the noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.noun_kinds import is_role
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import NOMINAL_SUBJECTS, NOUN_TAGS, PROPER_NOUN_TAGS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["join_two_subjects"]

_PREPOSITIONS = frozenset({"IN", "TO"})


def join_two_subjects(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Make a subject a part of the name right behind it that has the same verb.

    Between commas behind a name, it is what is put beside the name. A noun is no subject of the
    noun right behind it.

    Only a role has a preposition between both; in "the FBI in a report on Ann Lee said" the name
    belongs to the phrase. The columns are changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> tags = ["NNP", "IN", "NNP", "NNP", "NNP", "VBD"]
        >>> deps = ["nsubj", "prep", "pobj", "compound", "nsubj", "ROOT"]
        >>> columns = Columns(tags, deps, [5, 0, 1, 4, 5, 5])
        >>> words = ["Director", "for", "Peru", "Ann", "Lee", "left"]
        >>> join_two_subjects(words, columns, [TokenRange(0, 6)])
        >>> columns[1:]
        (['nmod', 'prep', 'pobj', 'compound', 'nsubj', 'ROOT'], [4, 0, 1, 4, 5, 5])
    """
    for sentence in sentences:
        _join_two_subjects(words, columns, sentence)


def _join_two_subjects(words: Sequence[str], columns: Columns, sentence: TokenRange) -> None:
    tags, deps, heads = columns
    former: dict[int, int] = {}
    for token in range(*sentence):
        verb = heads[token]
        if deps[token] not in NOMINAL_SUBJECTS or tags[token] not in NOUN_TAGS or token > verb:
            continue
        if verb == token + 1 and tags[verb] == "NN" and deps[verb] in NOMINAL_SUBJECTS:
            deps[token] = "compound"
            continue
        noun = former.get(verb)
        if noun is not None and _is_beside(words, columns, noun, token):
            columns.hang(token, "appos", noun)
            continue
        if noun is not None and tags[token] in PROPER_NOUN_TAGS and _touch(heads, noun, token):
            if _PREPOSITIONS.isdisjoint(tags[noun:token]) or is_role(words[noun].lower()):
                columns.hang(noun, "nmod", token)
            else:
                _hang_in_phrase(columns, noun, token)
                continue
        former[verb] = token


def _is_beside(words: Sequence[str], columns: Columns, name: int, noun: int) -> bool:
    """Tell whether a common noun and all about it stand between two commas behind a name."""
    tags, _, heads = columns
    named = tags[name] in PROPER_NOUN_TAGS and tags[noun] not in PROPER_NOUN_TAGS
    enclosed = words[name + 1] == "," and words[heads[noun] - 1] == ","
    return named and enclosed and all(_opens(heads, token, noun) for token in range(name + 2, noun))


def _hang_in_phrase(columns: Columns, noun: int, name: int) -> None:
    """Hang a name on the preposition, or the noun, that stands before it in a subject's phrase."""
    tags, _, heads = columns
    before = name - 1
    while before > noun and _opens(heads, before, name):
        before -= 1
    if before > noun:
        columns.hang(name, "pobj" if tags[before] in _PREPOSITIONS else "appos", before)


def _opens(heads: Sequence[int], token: int, name: int) -> bool:
    """Tell whether a word before a name belongs to it."""
    while token < heads[token] < name:
        token = heads[token]
    return heads[token] == name


def _touch(heads: Sequence[int], noun: int, name: int) -> bool:
    """Tell whether all words from a noun to a name behind it belong to one of both."""
    return all(_leads_to(heads, token, noun, name) for token in range(noun + 1, name))


def _leads_to(heads: Sequence[int], token: int, noun: int, name: int) -> bool:
    while token not in (noun, name) and noun < token < name:
        token = heads[token] if heads[token] != token else -1
    return token in (noun, name)
