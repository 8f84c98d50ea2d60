"""Bounds: how many words two quotations share at most, told from bits without alignment.

Every wording has as many bits as `_BITS`, and each of its words sets one of them. A bit that the
one has and the other lacks stands for a word that the other lacks. What is left is the most that an
alignment can pair, and where that is too little for their speakers, the pair is no match. So nearly
all pairs that have a turn of phrase in common and nothing else cost a few operations on arrays.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from quoteattr.matching.comparison import LEAST, Wording
from quoteattr.matching.numbered_words import NumberedWords
from quoteattr.matching.speaker_names import Naming
from quoteattr.records import SpeakerKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from quoteattr.matching.numbered_words import Flags, Numbers

    Bits = NDArray[np.uint64]

__all__ = ["Bounds"]

_BITS = 256


@attrs.frozen(eq=False)
class Bounds:
    """What is known of wordings before they are aligned.

    Attributes:
        words: for each wording the bits of its words, 64 in a number.
        telling: those of the words that tell something.
        lengths: number of words of each, and of those that tell.
        speakers: for each two numbers that stand for its speaker.
    """

    words: Bits
    telling: Bits
    lengths: tuple[Numbers, Numbers]
    speakers: Numbers

    @classmethod
    def of(cls, wordings: Sequence[Wording], numbered: NumberedWords) -> Bounds:
        """Read the bits of wordings and of their words."""
        import numpy as np  # noqa: PLC0415  # only those who match pay

        everywhere = np.ones(len(numbered.words), np.bool_)
        owners = numbered.owners()
        tells = np.bincount(owners, numbered.telling, len(wordings)).astype(np.int32)
        return cls(
            _read_bits(numbered, everywhere),
            _read_bits(numbered, numbered.telling),
            (numbered.lengths, tells),
            _read_speakers(wordings),
        )

    def may_match(self, one: Numbers, other: Numbers) -> Flags:
        """Tell for each pair whether enough words can be shared."""
        missing = ~self.words[other]
        words = self.lengths[0][one] - _count_bits(self.words[one] & missing)
        telling = self.lengths[1][one] - _count_bits(self.telling[one] & missing)
        ours, theirs = self.speakers[one], self.speakers[other]
        unknown = (ours[:, 0] < 0) | (theirs[:, 0] < 0)
        same = (ours == theirs).any(axis=1) | (ours == theirs[:, ::-1]).any(axis=1)
        same &= ~unknown
        enough = _is_enough(Naming.OTHER, words, telling)
        enough |= unknown & _is_enough(Naming.UNKNOWN, words, telling)
        enough |= same & _is_enough(Naming.SAME, words, telling)
        return enough


def _read_bits(numbered: NumberedWords, chosen: Flags) -> Bits:
    """Give the bits of the chosen words of each wording."""
    import numpy as np  # noqa: PLC0415

    starts = np.cumsum(numbered.lengths) - numbered.lengths
    bit = (numbered.words % _BITS).astype(np.uint8)
    planes = []
    for plane in range(_BITS // 64):
        inside = chosen & (bit // 64 == plane)
        bits = np.where(inside, np.uint64(1) << (bit % 64).astype(np.uint64), np.uint64(0))
        planes.append(np.bitwise_or.reduceat(bits, starts))
    return np.stack(planes, axis=1)


def _read_speakers(wordings: Sequence[Wording]) -> Numbers:
    """Give two numbers for each speaker, of which those who may be one have one in common.

    A person has the first and the last word of the name; all organisations have the same two
    numbers, and nobody has -1.
    """
    import numpy as np  # noqa: PLC0415

    numbers = {"": 0}
    found = np.full((len(wordings), 2), -1, np.int32)
    for row, wording in zip(found, wordings, strict=True):
        name = wording.speaker
        if name:
            words = name.words if name.kind is SpeakerKind.PERSON else ("",)
            row[:] = [numbers.setdefault(word, len(numbers)) for word in (words[0], words[-1])]
    return found


def _count_bits(bits: Bits) -> Numbers:
    """Count the bits of each row."""
    import numpy as np  # noqa: PLC0415

    counts: Numbers = _bit_counts()[bits.view(np.uint16)].sum(axis=1, dtype=np.int32)
    return counts


@functools.cache
def _bit_counts() -> NDArray[np.uint8]:
    """Give the number of bits of every number of sixteen bits."""
    import numpy as np  # noqa: PLC0415

    every = np.arange(1 << 16, dtype=np.uint16).view(np.uint8).reshape(-1, 2)
    counts: NDArray[np.uint8] = np.unpackbits(every, axis=1).sum(axis=1, dtype=np.uint8)
    return counts


def _is_enough(naming: Naming, words: Numbers, telling: Numbers) -> Flags:
    import numpy as np  # noqa: PLC0415

    enough = np.zeros(len(words), np.bool_)
    for least, told in LEAST[naming]:
        enough |= (words >= least) & (telling >= told)
    return enough
