"""Name notes: what the whole document says of each word that has a capital somewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from quoteattr.syntax.name_references import (
    BackReference,
    explained_tokens,
    reference_behind,
    references_ahead,
    told_of,
)
from quoteattr.syntax.name_signs import Run, has_capital, kinds, runs_of
from quoteattr.syntax.tokens import Parse

__all__ = ["NOTES", "DocumentNotes", "read_notes"]

NOTES = (
    "inside",  # a capital where no sentence begins
    "lower",  # none
    "titled",  # behind a title
    "named",  # behind a given name
    "says",  # beside a verb of saying
    "place",  # behind a preposition of place
    "organised",  # beside a word of bodies' names
    "followed",  # before another word with a capital
    "roled",  # beside a role, an age, or who
    "determined",  # behind the
    "he",  # followed by he or she
    "it",  # followed by it or a noun for a body
)
"""What is counted of each word, in the order in which its counts are given."""
_MOST = 3  # times that are told apart
_FEW = 2  # words
_NEARLY_ALL = 0.7  # of the words
_OPENING = frozenset({"“", "(", ":"})
_WHERE = frozenset({"in", "at", "from", "near", "to"})


@attrs.frozen
class DocumentNotes:
    """What the document says of each word, and how each of its sentences uses capitals.

    Attributes:
        words: by lower-cased word, how often each of NOTES holds of it: "0" to "3".
        manners: of each sentence: "plain", "titled", "shouted" or "short".
        ahead: see `references_ahead`.
        explained: see `explained_tokens`.
        told: see `told_of`.
    """

    words: Mapping[str, tuple[str, ...]]
    manners: Sequence[str]
    ahead: Sequence[BackReference | None]
    explained: Mapping[int, str]
    told: str


def read_notes(parse: Parse) -> DocumentNotes:
    """Note of every word with a capital how the document uses it elsewhere."""
    manners = [_manner(parse.words[start:end]) for start, end in parse.sentences]
    ahead = references_ahead(parse)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(NOTES, 0))
    for sentence, manner in zip(parse.sentences, manners, strict=True):
        if manner == "plain":
            _count(parse, sentence, counts, ahead)
    for word in parse.words:
        if word in counts:
            counts[word]["lower"] += 1
    return DocumentNotes(
        words={
            word: tuple(str(min(times, _MOST)) for times in note.values())
            for word, note in counts.items()
        },
        manners=manners,
        ahead=ahead,
        explained=explained_tokens(parse),
        told=told_of(parse),
    )


def _manner(words: Sequence[str]) -> str:
    """Tell a sentence all in capitals, and one whose words nearly all begin with one."""
    letters = [word for word in words if word[0].isalpha()]
    if len(letters) <= _FEW:
        return "short" if len(letters) == len(words) else "plain"
    if sum(map(str.isupper, letters)) > _NEARLY_ALL * len(letters):
        return "shouted"
    return "titled" if sum(map(has_capital, letters)) > _NEARLY_ALL * len(letters) else "plain"


def _count(
    parse: Parse,
    sentence: tuple[int, int],
    counts: Mapping[str, dict[str, int]],
    ahead: Sequence[BackReference | None],
) -> None:
    """Add what the runs of capitals of a sentence say of their words."""
    first = sentence[0]
    words = parse.words[slice(*sentence)]
    for run in runs_of(words):
        if run.capital:
            reference = reference_behind(parse, ahead, first + run.end)[0]
            _count_run(words, run, counts, _around_run(words, run, reference))


def _around_run(words: Sequence[str], run: Run, reference: str) -> dict[str, bool]:
    """Tell which notes hold of all words of a run of capitals."""
    before = words[run.start - 1] if run.start else ""
    after, behind = [*words[run.end : run.end + 2], "", ""][:2]
    lists = [kinds(word) for word in words[run.start : run.end]]
    return {
        "says": "v" in kinds(after) or "v" in kinds(before),
        "place": before.lower() in _WHERE,
        "organised": any("o" in found or "b" in found for found in lists),
        "determined": before.lower() == "the",
        "he": reference == "he",
        "it": reference == "it" or "b" in kinds(reference),
        "roled": "r" in kinds(before) or after == "who" or (after == "," and behind.isdigit()),
    }


def _count_run(
    words: Sequence[str],
    run: Run,
    counts: Mapping[str, dict[str, int]],
    around: Mapping[str, bool],
) -> None:
    """Add what holds of a run of capitals, and what stands in it before and behind each word."""
    opened = run.start > 0 and words[run.start - 1] in _OPENING
    titled = named = False
    for place in range(run.start, run.end):
        note = counts[words[place].lower()]
        for name, holds in around.items():
            note[name] += holds
        note["inside"] += place > 0 and not opened
        note["titled"] += titled
        note["named"] += named
        note["followed"] += place < run.end - 1
        found = kinds(words[place])
        titled = titled or "h" in found or "t" in found
        named = named or "g" in found
