"""Polarity: whether a speaker asserts, denies or asks what the content says."""

from __future__ import annotations

from quoteattr.attribution.attributions import Attribution, cue_token
from quoteattr.attribution.not_quotations import has_modal, is_supposed
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.records import Polarity, QuoteKind
from quoteattr.syntax.tokens import Parse, tokens_between

__all__ = ["polarity_of"]

_WOULD = marked_words("conditional-modal")
_BESIDE = frozenset({"advcl", "csubj", "csubjpass"})  # clauses that are only part of what is said


def polarity_of(parse: Parse, attribution: Attribution) -> Polarity:
    """Tell what the speaker does with the words.

    A word of denial denies what it reports, but for words in marks, which the speaker says: “Not
    me,” he denied; she rejected the “absurd” plan. A word of asking, or another that reports with
    *whether*, asks. What would only be said, or what would be if something else were, is
    conditional. All else is asserted.
    """
    cue = cue_token(parse, attribution)
    if cue is not None:
        if _is_denied(parse, cue, attribution):
            return Polarity.DENIES
        if parse.stems[cue] in marked_words("asking") or _is_open(parse, cue, attribution):
            return Polarity.ASKS
        if is_supposed(parse, cue, _WOULD):
            return Polarity.CONDITIONAL
    reported = attribution.kind is not QuoteKind.DIRECT
    return (
        Polarity.CONDITIONAL
        if reported and _has_condition(parse, attribution)
        else Polarity.ASSERTS
    )


def _is_denied(parse: Parse, cue: int, attribution: Attribution) -> bool:
    """Tell whether a cue denies what it reports: rejected claims that ….

    But not: rejected the “absurd” plan, rejected it as “a farce”.
    """
    if attribution.kind is QuoteKind.DIRECT:
        return False
    judged = any(parse.lowers[child] == "as" for child in parse.children[cue])
    if parse.stems[cue] in marked_words("rejecting"):
        return not judged and attribution.content != attribution.verbatim
    return parse.stems[cue] in marked_words("denying")


def _is_open(parse: Parse, cue: int, attribution: Attribution) -> bool:
    """Tell whether what is reported is a question: wanted to know whether …."""
    first = tokens_between(parse, *attribution.content[0]).start
    return attribution.kind is not QuoteKind.DIRECT and any(
        parse.lowers[token] == "whether" and parse.deps[parse.heads[token]] not in _BESIDE
        for token in (first - 1, first)
        if token > cue
    )


def _has_condition(parse: Parse, attribution: Attribution) -> bool:
    """Tell whether a content says what would be if something else were."""
    for chars in attribution.content:
        start, end = tokens_between(parse, *chars)
        for token in range(start, end):
            clause = parse.heads[token]
            marked = parse.lowers[token] in marked_words("condition")
            beside = parse.deps[token] == "mark" and parse.deps[clause] == "advcl"
            if marked and beside and has_modal(parse, parse.heads[clause], _WOULD):
                return True
    return False
