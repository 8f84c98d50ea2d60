"""Shared shingles: which wordings have enough runs of words in common to be compared.

Exact: all pairs are found whose containment reaches the least. A wording is looked up by its rarest
shingles only, as many as leave fewer than the least containment asks for; a pair that shares none
of them cannot reach it. So common runs of words cost nothing, and time grows with the number of
wordings where these share what they share with few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import attrs

from quoteattr.matching.comparison import LEAST_CONTAINMENT, SHINGLE_WORDS
from quoteattr.matching.components import root_of
from quoteattr.matching.numbered_words import NumberedWords, ranges

if TYPE_CHECKING:
    from quoteattr.matching.numbered_words import Flags, Numbers

    Check = Callable[[Numbers, Numbers], Flags]

__all__ = ["pairs_sharing_shingles"]

_VISITS_AT_ONCE = 500_000
_WORD_BITS = 21  # three word numbers make one of 63 bits


@attrs.frozen(eq=False)
class _Index:
    """Shingles that several wordings have, one entry for each shingle of each wording.

    Shingles are numbered from the rarest to the most common one.

    Attributes:
        entries: wording and shingle of every entry in one number, sorted.
        counts: number of shingles of each wording, those of its own included.
        postings: the wordings of each shingle, one shingle after the other.
        starts: where each shingle's wordings begin in `postings`, and the end.
        probes: wordings and shingles by which they are looked up, rare shingles first.
    """

    entries: Numbers
    counts: Numbers
    postings: Numbers
    starts: Numbers
    probes: tuple[Numbers, Numbers]


def pairs_sharing_shingles(
    numbered: NumberedWords, parents: list[int], may_match: Check | None = None
) -> Iterator[tuple[int, int]]:
    """Give the pairs of wordings to compare, each once, by their numbers.

    Args:
        numbered: the words of what is compared.
        parents: the components so far (`components`), which the caller may join meanwhile; pairs
            within one component are left out as soon as it is one.
        may_match: tells of many pairs at once which are worth to be compared; without it all are.
    """
    index = _build_index(*_shingle_keys(numbered), len(numbered.lengths))
    if index is None:
        return
    seen: set[int] = set()  # of the pairs that stayed apart
    for wording, shingle, roots in _chunks(index, parents):
        for one, other in _pairs(index, wording, shingle, roots, may_match).tolist():
            number = one * len(index.counts) + other
            if number not in seen and root_of(parents, one) != root_of(parents, other):
                seen.add(number)
                yield one, other


def _shingle_keys(numbered: NumberedWords) -> tuple[Numbers, Numbers]:
    """Give the wording and the key of every run of words."""
    import numpy as np  # noqa: PLC0415  # only those who match pay

    words, owners = numbered.words, numbered.owners()
    if numbered.different >= 1 << _WORD_BITS:
        raise OverflowError(f"more than {1 << _WORD_BITS} different words")
    last = len(words) - SHINGLE_WORDS + 1
    if last <= 0:
        return words[:0], words[:0]
    starts = np.flatnonzero(owners[:last] == owners[SHINGLE_WORDS - 1 :])
    keys = np.zeros(len(starts), np.int64)
    for place in range(SHINGLE_WORDS):
        keys <<= _WORD_BITS
        keys |= words[starts + place]
    return owners[starts], keys


def _build_index(owners: Numbers, keys: Numbers, number: int) -> _Index | None:
    """Build the index of the shingles of so many wordings."""
    import numpy as np  # noqa: PLC0415

    if not len(keys):
        return None
    order = np.argsort(keys, kind="stable")
    owners, keys = owners[order], keys[order]
    del order
    new = np.append(True, keys[1:] != keys[:-1])  # a shingle's first entry
    del keys
    once = new | np.append(True, owners[1:] != owners[:-1])  # it counts once in a wording
    owners, new = owners[once], new[once]
    counts = np.bincount(owners, minlength=number).astype(np.int32)
    starts = np.flatnonzero(new)
    frequency = np.diff(np.append(starts, len(new)))
    shared = np.argsort(frequency, kind="stable")[np.count_nonzero(frequency == 1) :]
    starts, frequency = starts[shared], frequency[shared]
    postings = owners[ranges(starts, frequency)]
    del owners, new, once
    shingles = np.repeat(np.arange(len(frequency)), frequency)
    entries = np.sort(postings * np.int64(max(1, len(frequency))) + shingles)
    return _Index(
        entries,
        counts,
        postings,
        np.concatenate(([0], np.cumsum(frequency))),
        _probes(entries, counts, len(frequency)),
    )


def _probes(entries: Numbers, counts: Numbers, number: int) -> tuple[Numbers, Numbers]:
    """Give the entries by which wordings are looked up: all but the most common ones of each."""
    import numpy as np  # noqa: PLC0415

    owners = (entries // max(1, number)).astype(np.int32)
    common = np.bincount(owners, minlength=len(counts))
    left = np.repeat(np.cumsum(common), common) - np.arange(len(owners))  # this one and behind it
    least = np.ceil(LEAST_CONTAINMENT * counts).astype(np.int32)
    kept = left >= least[owners]
    shingles = (entries[kept] % max(1, number)).astype(np.int32)
    order = np.argsort(shingles, kind="stable")
    return owners[kept][order], shingles[order]


def _chunks(index: _Index, parents: list[int]) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """Give the probes in portions, and the components by then.

    Shingles whose wordings are one component already are left out.
    """
    import numpy as np  # noqa: PLC0415

    wordings, shingles = index.probes
    sizes = np.diff(index.starts)[shingles]
    cuts = np.searchsorted(
        np.cumsum(sizes), np.arange(_VISITS_AT_ONCE, sizes.sum() + _VISITS_AT_ONCE, _VISITS_AT_ONCE)
    )
    begin = 0
    for end in np.unique(np.append(cuts, len(shingles))).tolist():
        if end > begin:
            roots = _roots(parents)
            kept = _undecided(index, shingles[begin:end], roots)
            yield wordings[begin:end][kept], shingles[begin:end][kept], roots
        begin = end


def _roots(parents: list[int]) -> Numbers:
    import numpy as np  # noqa: PLC0415

    roots = np.array(parents, np.int32)
    while (above := roots[roots] != roots).any():
        roots[above] = roots[roots[above]]
    return roots


def _undecided(index: _Index, shingles: Numbers, roots: Numbers) -> Flags:
    """Tell for each probe whether its shingle's wordings are several components."""
    import numpy as np  # noqa: PLC0415

    distinct, place = np.unique(shingles, return_inverse=True)
    sizes = np.diff(index.starts)[distinct]
    members = roots[index.postings[ranges(index.starts[distinct], sizes)]]
    begins = np.cumsum(sizes) - sizes
    several = np.minimum.reduceat(members, begins) != np.maximum.reduceat(members, begins)
    found: Flags = several[place]
    return found


def _pairs(
    index: _Index, wordings: Numbers, shingles: Numbers, roots: Numbers, may_match: Check | None
) -> Numbers:
    """Give the pairs behind some probes whose containment is enough, as rows of two numbers."""
    import numpy as np  # noqa: PLC0415

    sizes = np.diff(index.starts)[shingles]
    found = index.postings[ranges(index.starts[shingles], sizes)]
    probing = np.repeat(wordings, sizes)
    fewer, more = index.counts[probing], index.counts[found]
    kept = (fewer < more) | ((fewer == more) & (probing != found))
    kept &= roots[probing] != roots[found]
    equal = (fewer == more)[kept]
    probing, found = probing[kept].astype(np.int64), found[kept].astype(np.int64)
    one = np.where(equal, np.minimum(probing, found), probing)
    other = np.where(equal, np.maximum(probing, found), found)
    pairs = np.unique(one * len(index.counts) + other)
    one, other = pairs // len(index.counts), pairs % len(index.counts)
    if may_match:
        kept = may_match(one, other)
        one, other = one[kept], other[kept]
    enough = _shared(index, one, other) >= LEAST_CONTAINMENT * index.counts[one]
    return np.stack([one[enough], other[enough]], axis=1)


def _shared(index: _Index, one: Numbers, other: Numbers) -> Numbers:
    """Count the shingles of each `one` that the `other` beside it has as well."""
    import numpy as np  # noqa: PLC0415

    number = len(index.starts) - 1
    firsts = np.searchsorted(index.entries, one * number)
    sizes = np.searchsorted(index.entries, (one + 1) * number) - firsts
    shingles = index.entries[ranges(firsts, sizes)] % number
    wanted = np.repeat(other, sizes) * number + shingles
    places = np.minimum(np.searchsorted(index.entries, wanted), len(index.entries) - 1)
    hits = index.entries[places] == wanted
    shared: Numbers = np.bincount(
        np.repeat(np.arange(len(one)), sizes), weights=hits, minlength=len(one)
    )
    return shared
