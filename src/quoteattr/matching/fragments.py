"""Fragments: short marked words, matched with the one quotation of the speaker that holds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quoteattr.matching.comparison import Wording, find_fragments
from quoteattr.matching.speaker_names import Naming, SpeakerName, compare_speakers

__all__ = ["block_keys", "fragment_targets", "same_fragments"]


def same_fragments(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Give pairs of wordings that are one and the same fragment of one speaker and nothing else."""
    for block in _blocks(wordings).values():
        alike: defaultdict[str, dict[SpeakerName | None, int]] = defaultdict(dict)
        for number in block:
            wording = wordings[number]
            if [fragment for _, fragment in find_fragments(wording)] == [wording.text]:
                first = alike[wording.text].setdefault(wording.speaker, number)
                yield first, number
        for names in alike.values():
            yield from _same_names(names)


def _same_names(names: Mapping[SpeakerName | None, int]) -> Iterator[tuple[int, int]]:
    items = list(names.items())
    for place, (one, first) in enumerate(items):
        for other, second in items[place + 1 :]:
            if compare_speakers(one, other) is Naming.SAME:
                yield first, second


def fragment_targets(
    wordings: Sequence[Wording], roots: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Give each wording that has a fragment, with every component in which its speaker says it.

    Args:
        wordings: what is compared.
        roots: the component of each.
    """
    for block in _blocks(wordings).values():
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number in block:
            for _, fragment in find_fragments(wordings[number]):
                holders[fragment].append(number)
        if holders:
            yield from _targets(wordings, roots, holders, _within(wordings, block, holders))


def _blocks(wordings: Sequence[Wording]) -> dict[tuple[str, str], list[int]]:
    """Group the wordings by the first and by the last word of the speaker's name."""
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for key in block_keys(wording):
            blocks[key].append(number)
    return {key: numbers for key, numbers in blocks.items() if len(numbers) > 1}


def block_keys(wording: Wording) -> set[tuple[str, str]]:
    """Give the kind of the speaker with the first and with the last word of the name."""
    if wording.speaker is None:
        return set()
    kind, words = wording.speaker.kind.value, wording.speaker.words
    return {(kind, words[0]), (kind, words[-1])}


def _within(
    wordings: Sequence[Wording], block: Iterable[int], holders: Mapping[str, object]
) -> dict[str, list[int]]:
    """Give for each fragment the wordings that hold it."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)  # of those that begin with the word
    for fragment in holders:
        lengths[fragment.partition(" ")[0]].add(fragment.count(" ") + 1)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number in block:
        words = wordings[number].words
        runs = {
            " ".join(words[start : start + length])
            for start, word in enumerate(words)
            for length in lengths.get(word, ())
        }
        for run in runs & holders.keys():
            found[run].append(number)
    return found


def _targets(
    wordings: Sequence[Wording],
    roots: Sequence[int],
    holders: Mapping[str, list[int]],
    within: Mapping[str, list[int]],
) -> Iterator[tuple[int, int]]:
    for fragment, numbers in holders.items():
        by_name: defaultdict[SpeakerName | None, set[int]] = defaultdict(set)
        for number in within[fragment]:
            by_name[wordings[number].speaker].add(roots[number])
        for name, some in _by_name(wordings, numbers).items():
            targets: set[int] = set()
            for other, components in by_name.items():
                if compare_speakers(name, other) is Naming.SAME:
                    targets |= components
            few = sorted(targets)[:3]  # more than one besides its own joins nobody
            yield from ((number, target) for number in some for target in few)


def _by_name(
    wordings: Sequence[Wording], numbers: Iterable[int]
) -> dict[SpeakerName | None, list[int]]:
    groups: defaultdict[SpeakerName | None, list[int]] = defaultdict(list)
    for number in numbers:
        groups[wordings[number].speaker].append(number)
    return groups
