"""Folds: texts parted, so that what is made of each comes from models that did not see it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

__all__ = ["FOLDS", "fold_of_name", "folds"]

FOLDS = 5

_Item = TypeVar("_Item")


def folds(
    items: Sequence[_Item], count: int = FOLDS, fold_of: Callable[[_Item], int] | None = None
) -> Iterator[tuple[list[_Item], list[_Item]]]:
    """Give, for each fold, the items outside of it and those in it, both in their order.

    Args:
        items: what is parted.
        count: how many folds there are.
        fold_of: gives the fold of an item, from 0 on; without it they are dealt out in turn.

    Examples:
        >>> list(folds("abc", 2))
        [(['b'], ['a', 'c']), (['a', 'c'], ['b'])]
    """
    numbers = [fold_of(item) if fold_of else place % count for place, item in enumerate(items)]
    for fold in range(count):
        placed = list(zip(items, numbers, strict=True))
        yield [one for one, at in placed if at != fold], [one for one, at in placed if at == fold]


def fold_of_name(name: str, count: int = FOLDS) -> int:
    """Give the fold of a text or word by its name, whatever others there are.

    Examples:
        >>> 0 <= fold_of_name("a.txt") < FOLDS
        True
    """
    return zlib.crc32(name.encode()) % count
