"""Lists of names, of which the parser put some beside the first: Ann Lee, Bo Ek and Al Orr left."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.grammar import FINITE_TAGS, NOUN_TAGS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["join_listed_names"]

_NAME = "NNP"
_FEWEST = 3
_WITHIN_ITEM = frozenset({*NOUN_TAGS, "JJ"})
_LED_IN = frozenset({"CC", "IN", "TO"})  # according to Ann Lee, Bo Ek and Al Orr left


def join_listed_names(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Join three full names or more, the last behind "and", that stand right before their verb.

    What is put beside a name has a comma behind it, and none parts these from their verb. Or the
    verb stands right before them, behind closing marks: “Go,” said Ann Lee, Bo Ek and Al Orr. The
    columns are changed in place.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = "Ann Lee , Bo Ek and Al Orr left".split()
        >>> tags = ["NNP", "NNP", ",", "NNP", "NNP", "CC", "NNP", "NNP", "VBD"]
        >>> deps = ["nmod", "nsubj", "punct", "nmod", "appos", "cc", "nmod", "conj", "ROOT"]
        >>> columns = Columns(tags, deps, [1, 8, 1, 4, 1, 4, 7, 4, 8])
        >>> join_listed_names(words, columns, [TokenRange(0, 9)])
        >>> columns.deps[4], columns.heads[4]
        ('conj', 1)
    """
    tags = columns.tags
    for first, last in sentences:
        for joint in range(first + 5, last - 2):
            if words[joint] == "and" and tags[joint + 1] in _WITHIN_ITEM:
                items = _items(words, tags, joint, TokenRange(first, last))
                verb = _verb_of(words, columns, items) if len(items) >= _FEWEST else None
                if verb is not None:
                    _join(columns, items, verb)


def _items(
    words: Sequence[str], tags: Sequence[str], joint: int, sentence: TokenRange
) -> list[range]:
    """Give the names before and behind an "and", from left to right."""
    end = joint + 1
    while end < sentence.end and tags[end] in _WITHIN_ITEM:
        end += 1
    items = [range(joint + 1, end)]
    stop = joint - (words[joint - 1] == ",")
    while _is_full_name(tags, items[0]):
        start = stop
        while start > sentence.start and tags[start - 1] in _WITHIN_ITEM:
            start -= 1
        led_in = start > sentence.start and tags[start - 1] in _LED_IN
        if led_in or not _is_full_name(tags, range(start, stop)):
            return items
        items.insert(0, range(start, stop))
        if start == sentence.start or words[start - 1] != ",":
            return items
        stop = start - 1
    return []


def _is_full_name(tags: Sequence[str], item: range) -> bool:
    """Tell whether a phrase ends in two names, whatever role stands before them."""
    return len(item) > 1 and tags[item[-1]] == tags[item[-2]] == _NAME


def _verb_of(words: Sequence[str], columns: Columns, items: Sequence[range]) -> int | None:
    """Give the verb whose subject the names are: right behind them, or between marks and them."""
    tags = columns.tags
    before, behind = items[0].start - 1, items[-1].stop
    if behind < len(tags) and tags[behind] in FINITE_TAGS:
        return max(behind, columns.main_verb(behind))
    inverted = before > 0 and words[before - 1] == "”" and tags[before] in FINITE_TAGS
    return before if inverted else None


def _join(columns: Columns, items: Sequence[range], verb: int) -> None:
    """Hang each name on the one before it, and the first on the verb."""
    _, deps, heads = columns
    names = [item[-1] for item in items]
    if not columns.is_below(names[0], verb) or columns.is_below(verb, names[0]):
        return
    columns.hang(names[0], "nsubj" if deps[names[0]] == "appos" else deps[names[0]], verb)
    for before, item in zip(names, items[1:], strict=False):
        columns.hang(item[-1], "conj", before)
        for token in item[:-1]:
            if heads[token] not in item:
                columns.hang(token, "compound", item[-1])
        for token in range(before + 1, item.start):
            columns.hang(token, deps[token], before)
