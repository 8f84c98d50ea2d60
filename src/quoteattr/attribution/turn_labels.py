"""Turn labels: whether what stands before colons are speakers, or headings that look alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from quoteattr.lexicon.name_words import is_address
from quoteattr.lexicon.noun_kinds import is_body, is_person_noun
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.grammar import FINITE_TAGS
from quoteattr.syntax.name_likeness import likeness
from quoteattr.syntax.tokens import Parse, tokens_between
from quoteattr.text.turns import Turn

__all__ = ["names_somebody", "spoken_turns"]

_ASKING = frozenset({"a", "all", "q"})
_OF_TALK = marked_words("first-person") | {"you", "your", "yours", "?"}
_AMOUNTS = frozenset({"", "CARDINAL", "DATE", "ORDINAL", "TIME"})  # labels that are no names
_NAMELIKE = "5"  # degree of likeness from which on a word without a label may be a name


def spoken_turns(parse: Parse, turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Leave the turns with a colon out where their labels only head lines: GOAL: Lund scores.

    Half of the labels are names or roles in a transcript, or half of the turns are talk: with *I*,
    *you*, a question, or marks in front. One label is not judged alone, for any word may be a
    name. Where none comes back, a place is where something happened: MUMBAI: Rain closed schools;
    and lines without any finite verb are lists: DEFENDERS: Ann Lee (Lund), Bo Ek (Leeds).
    """
    labelled = [turn for turn in turns if turn.colon >= 0]
    labels = {parse.text[slice(*turn.label)].lower(): turn for turn in labelled}
    ranges = [tokens_between(parse, *turn.label) for turn in labels.values()]
    recurs = len(labels) < len(labelled)
    named = sum(
        names_somebody(parse, *label) and (recurs or not _is_dateline(parse, *label))
        for label in ranges
    )
    talk = sum(_is_talk(parse, turn) for turn in labelled)
    lists = not recurs and not talk and not any(_has_verb(parse, turn) for turn in labelled)
    if (named * 2 >= len(labels) and not lists) or talk * 2 >= len(labelled):
        return tuple(turns)
    return tuple(turn for turn in turns if turn.colon < 0)


def _is_dateline(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a label begins with a place, and no word in it is for people."""
    return parse.labels[start] == "GPE" and not any(map(_is_for_people, parse.lowers[start:end]))


def _has_verb(parse: Parse, turn: Turn) -> bool:
    """Tell whether there is a finite verb in what stands behind a label."""
    ranges = (tokens_between(parse, *stretch) for stretch in turn.stretches)
    return any(tag in FINITE_TAGS for start, end in ranges for tag in parse.tags[start:end])


def _is_talk(parse: Parse, turn: Turn) -> bool:
    """Tell whether somebody speaks for themselves, or to somebody, before others are quoted."""
    for stretch in turn.stretches:
        words = parse.lowers[slice(*tokens_between(parse, *stretch))]
        if words[:1] == ["“"] or not _OF_TALK.isdisjoint(takewhile("“".__ne__, words)):
            return True
    return False


def names_somebody(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a label's tokens have a name, a courtesy, or a word for people among them."""
    return any(
        _is_name(parse, token) or _is_for_people(parse.lowers[token]) for token in range(start, end)
    )


def _is_name(parse: Parse, token: int) -> bool:
    """Tell whether a word has a name's label, or is built like one."""
    return parse.labels[token] not in _AMOUNTS or likeness(parse.words[token]) >= _NAMELIKE


def _is_for_people(word: str) -> bool:
    return is_address(word) or word in _ASKING or is_person_noun(word) or is_body(word)
