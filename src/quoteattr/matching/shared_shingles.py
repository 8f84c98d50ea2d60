"""Shared shingles: which wordings have enough runs of words in common to be compared.

Exact: all pairs are found whose containment reaches the least. A wording is looked up by its rarest
shingles only, as many as leave fewer than the least containment asks for; a pair that shares none
of them cannot reach it. So common runs of words cost nothing, and time grows with the number of
wordings where these share what they share with few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from quoteattr.matching.comparison import LEAST_CONTAINMENT, SHINGLE_WORDS, Wording
from quoteattr.matching.components import root_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.signedinteger[Any]]

__all__ = ["pairs_sharing_shingles"]

_VISITS_AT_ONCE = 500_000
_WORD_BITS = 21  # three word numbers make one of 63 bits


@attrs.frozen(eq=False)
class _Index:
    """Shingles in wordings, one entry for each shingle of each wording.

    Attributes:
        entries: wording and shingle of every entry in one number, sorted.
        counts: number of shingles of each wording.
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
    wordings: Sequence[Wording], parents: list[int]
) -> Iterator[tuple[int, int]]:
    """Give the pairs of wordings to compare, each once, by their numbers.

    Args:
        wordings: what is compared.
        parents: the components so far (`components`), which the caller may join meanwhile; pairs
            within one component are left out as soon as it is one.
    """
    index = _build_index(wordings)
    if index is None:
        return
    seen: set[int] = set()  # of the pairs that stayed apart
    for wording, shingle, roots in _chunks(index, parents):
        for one, other in _pairs(index, wording, shingle, roots).tolist():
            number = one * len(wordings) + other
            if number not in seen and root_of(parents, one) != root_of(parents, other):
                seen.add(number)
                yield one, other


def _build_index(wordings: Sequence[Wording]) -> _Index | None:
    import numpy as np  # noqa: PLC0415  # only those who match pay

    owners, keys = _shingle_keys(wordings)
    if not len(keys):
        return None
    distinct, shingle = np.unique(keys, return_inverse=True)
    entries = np.unique(owners * len(distinct) + shingle)
    del keys, owners, shingle
    owners = (entries // len(distinct)).astype(np.int32)
    shingle = (entries % len(distinct)).astype(np.int32)
    counts = np.bincount(owners, minlength=len(wordings))
    frequency = np.bincount(shingle).astype(np.int32)
    postings = owners[np.argsort(shingle, kind="stable")]
    starts = np.concatenate(([0], np.cumsum(frequency)))
    return _Index(entries, counts, postings, starts, _probes(owners, shingle, counts, frequency))


def _shingle_keys(wordings: Sequence[Wording]) -> tuple[Numbers, Numbers]:
    """Give the wording and the key of every run of words."""
    import numpy as np  # noqa: PLC0415

    numbers: dict[str, int] = {}
    words = np.fromiter(
        (
            numbers.setdefault(word, len(numbers))
            for wording in wordings
            for word in wording.text.split()
        ),
        np.int64,
    )
    if len(numbers) >= 1 << _WORD_BITS:
        raise OverflowError(f"more than {1 << _WORD_BITS} different words")
    lengths = np.array([len(wording.flags) for wording in wordings], np.int64)
    owners = np.repeat(np.arange(len(wordings)), lengths)
    last = len(words) - SHINGLE_WORDS + 1
    if last <= 0:
        return words[:0], words[:0]
    inside = owners[:last] == owners[SHINGLE_WORDS - 1 :]
    keys = np.zeros(last, np.int64)
    for place in range(SHINGLE_WORDS):
        keys = (keys << _WORD_BITS) | words[place : last + place]
    return owners[:last][inside], keys[inside]


def _probes(
    owners: Numbers, shingle: Numbers, counts: Numbers, frequency: Numbers
) -> tuple[Numbers, Numbers]:
    """Give the entries by which wordings are looked up: all but the most common ones of each."""
    import numpy as np  # noqa: PLC0415

    order = np.lexsort((shingle, frequency[shingle], owners)).astype(np.int32)
    firsts = np.repeat((np.cumsum(counts) - counts).astype(np.int32), counts)
    most = np.repeat((counts - np.ceil(LEAST_CONTAINMENT * counts)).astype(np.int32), counts)
    kept = order[np.arange(len(order), dtype=np.int32) - firsts <= most]
    kept = kept[frequency[shingle[kept]] > 1]
    kept = kept[np.lexsort((shingle[kept], frequency[shingle[kept]]))]
    return owners[kept], shingle[kept]


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


def _undecided(index: _Index, shingles: Numbers, roots: Numbers) -> NDArray[np.bool_]:
    """Tell for each probe whether its shingle's wordings are several components."""
    import numpy as np  # noqa: PLC0415

    distinct, place = np.unique(shingles, return_inverse=True)
    sizes = np.diff(index.starts)[distinct]
    members = roots[index.postings[_ranges(index.starts[distinct], sizes)]]
    begins = np.cumsum(sizes) - sizes
    several = np.minimum.reduceat(members, begins) != np.maximum.reduceat(members, begins)
    found: NDArray[np.bool_] = several[place]
    return found


def _ranges(starts: Numbers, sizes: Numbers) -> Numbers:
    """Give the numbers from each start on, as many as its size says, one range after the other."""
    import numpy as np  # noqa: PLC0415

    ends = np.cumsum(sizes)
    steps: Numbers = np.arange(ends[-1] if len(ends) else 0) + np.repeat(
        starts - (ends - sizes), sizes
    )
    return steps


def _pairs(index: _Index, wordings: Numbers, shingles: Numbers, roots: Numbers) -> Numbers:
    """Give the pairs behind some probes whose containment is enough, as rows of two numbers."""
    import numpy as np  # noqa: PLC0415

    sizes = np.diff(index.starts)[shingles]
    found = index.postings[_ranges(index.starts[shingles], sizes)]
    probing = np.repeat(wordings, sizes)
    apart = roots[probing] != roots[found]
    probing, found = probing[apart].astype(np.int64), found[apart].astype(np.int64)
    fewer, more = index.counts[probing], index.counts[found]
    kept = (fewer < more) | ((fewer == more) & (probing != found))
    equal = fewer[kept] == more[kept]
    probing, found = probing[kept], found[kept]
    one = np.where(equal, np.minimum(probing, found), probing)
    other = np.where(equal, np.maximum(probing, found), found)
    pairs = np.unique(one * len(index.counts) + other)
    one, other = pairs // len(index.counts), pairs % len(index.counts)
    enough = _shared(index, one, other) >= LEAST_CONTAINMENT * index.counts[one]
    return np.stack([one[enough], other[enough]], axis=1)


def _shared(index: _Index, one: Numbers, other: Numbers) -> Numbers:
    """Count the shingles of each `one` that the `other` beside it has as well."""
    import numpy as np  # noqa: PLC0415

    number = len(index.starts) - 1
    firsts = np.searchsorted(index.entries, one * number)
    sizes = index.counts[one]
    shingles = index.entries[_ranges(firsts, sizes)] % number
    wanted = np.repeat(other, sizes) * number + shingles
    places = np.minimum(np.searchsorted(index.entries, wanted), len(index.entries) - 1)
    hits = index.entries[places] == wanted
    shared: Numbers = np.bincount(
        np.repeat(np.arange(len(one)), sizes), weights=hits, minlength=len(one)
    )
    return shared
