"""Polarity: whether a speaker asserts, denies or asks what the content says."""

from __future__ import annotations

from quoteattr.attribution.attributions import Attribution, cue_token
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.records import Polarity, QuoteKind
from quoteattr.syntax.tokens import Parse, tokens_between

__all__ = ["polarity_of"]


def polarity_of(parse: Parse, attribution: Attribution) -> Polarity:
    """Tell what the speaker does with the words.

    A word of denial denies what it reports, but for words in marks, which the speaker says: “Not
    me,” he denied. A word of asking, or another that reports with *whether*, asks. What would
    only be said, or what would be if something else were, is conditional. All else is asserted.
    """
    cue = cue_token(parse, attribution)
    if cue is not None:
        word = parse.stems[cue]
        if word in marked_words("denying") and attribution.kind is not QuoteKind.DIRECT:
            return Polarity.DENIES
        if word in marked_words("asking") or _is_open(parse, attribution):
            return Polarity.ASKS
        if _has_modal(parse, cue):
            return Polarity.CONDITIONAL
    reported = attribution.kind is not QuoteKind.DIRECT
    return (
        Polarity.CONDITIONAL
        if reported and _has_condition(parse, attribution)
        else Polarity.ASSERTS
    )


def _is_open(parse: Parse, attribution: Attribution) -> bool:
    """Tell whether what is reported is a question: wanted to know whether …."""
    first = tokens_between(parse, *attribution.content[0]).start
    words = parse.lowers[max(0, first - 1) : first + 1]
    return attribution.kind is not QuoteKind.DIRECT and "whether" in words


def _has_modal(parse: Parse, token: int) -> bool:
    return any(
        parse.deps[child] == "aux" and parse.lowers[child] in marked_words("conditional-modal")
        for child in parse.children[token]
    )


def _has_condition(parse: Parse, attribution: Attribution) -> bool:
    """Tell whether a content says what would be if something else were."""
    for chars in attribution.content:
        start, end = tokens_between(parse, *chars)
        for token in range(start, end):
            clause = parse.heads[token]
            marked = parse.deps[token] == "mark" and parse.lowers[token] in marked_words(
                "condition"
            )
            if marked and parse.deps[clause] == "advcl" and _has_modal(parse, parse.heads[clause]):
                return True
    return False
