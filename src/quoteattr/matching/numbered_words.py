"""Numbered words: all words of all wordings as numbers, in one array."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs

from quoteattr.matching.comparison import Wording
from quoteattr.matching.quoted_words import LIGHT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.signedinteger[Any]]
    Flags = NDArray[np.bool_]

__all__ = ["Flags", "NumberedWords", "Numbers", "number_words", "ranges"]


@attrs.frozen(eq=False)
class NumberedWords:
    """The words of wordings, one wording after the other.

    Attributes:
        words: the number of each word; equal words have one, and the first ones low ones.
        telling: whether each word tells something where it stands.
        lengths: number of words of each wording.
        different: how many different words there are.
    """

    words: Numbers
    telling: Flags
    lengths: Numbers
    different: int

    def owners(self) -> Numbers:
        """Give the wording of each word."""
        import numpy as np  # noqa: PLC0415  # only those who match pay

        return np.repeat(np.arange(len(self.lengths), dtype=np.int32), self.lengths)


def number_words(wordings: Sequence[Wording]) -> NumberedWords:
    """Number the words of wordings."""
    import numpy as np  # noqa: PLC0415

    numbers: dict[str, int] = {}
    words = np.fromiter(
        (
            numbers.setdefault(word, len(numbers))
            for wording in wordings
            for word in wording.text.split(" ")
        ),
        np.int32,
    )
    flags = np.frombuffer(b"".join([wording.flags for wording in wordings]), np.uint8)
    lengths = np.array([len(wording.flags) for wording in wordings], np.int32)
    return NumberedWords(words, (flags & LIGHT) == 0, lengths, len(numbers))


def ranges(starts: Numbers, sizes: Numbers) -> Numbers:
    """Give the numbers from each start on, as many as its size says, one range after the other."""
    import numpy as np  # noqa: PLC0415

    ends = np.cumsum(sizes)
    steps: Numbers = np.arange(ends[-1] if len(ends) else 0) + np.repeat(
        starts - (ends - sizes), sizes
    )
    return steps
