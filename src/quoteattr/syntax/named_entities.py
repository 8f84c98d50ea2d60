"""Named entities: the finder's names, and dates and amounts, laid over a token table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from quoteattr.syntax.grammar import NOUN_TAGS
from quoteattr.syntax.name_finder import find_names
from quoteattr.syntax.time_phrases import find_time_phrases
from quoteattr.syntax.tokens import LabelledRange, Parse, with_entities

__all__ = ["with_names"]

# The finder's labels, in the words that features use.
_LABELS: Mapping[str, str] = {
    "PER": "PERSON",
    "ORG": "ORG",
    "LOC": "GPE",
    "FAC": "FAC",
    "NORP": "NORP",
    "PRODUCT": "PRODUCT",
    "MISC": "WORK_OF_ART",
}


def with_names(parse: Parse) -> Parse:
    """Lay names over the tokens, and dates and amounts where no name stands."""
    names = [
        LabelledRange(start=name.start, end=name.end, label=_LABELS[name.label])
        for name in find_names(parse)
    ]
    taken = {token for name in names for token in range(name.start, name.end)}
    times = [
        phrase
        for phrase in find_time_phrases(parse)
        if taken.isdisjoint(range(phrase.start, phrase.end))
    ]
    return with_entities(_with_nouns(parse, names), [*names, *times])


def _with_nouns(parse: Parse, names: Sequence[LabelledRange]) -> Parse:
    """Tag the last word of each person's name as one, whatever else it could be: Sarah Scully."""
    misread = [
        name.end - 1
        for name in names
        if name.label == "PERSON" and parse.tags[name.end - 1] not in NOUN_TAGS
    ]
    if not misread:
        return parse
    tags = list(parse.tags)
    for token in misread:
        tags[token] = "NNP"
    return attrs.evolve(parse, tags=tags)
