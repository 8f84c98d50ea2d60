"""Relaying rules: words between marks that are not the relayer's, but whose they are by grammar."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quoteattr.attribution.document_evidence import Evidence, own_cue
from quoteattr.lexicon.reporting_words import telling_stems
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.scoring.choice import Choice, overruled
from quoteattr.syntax.grammar import MARK_TAGS
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import Parse, TokenRange, ancestors, subtree

__all__ = ["RELAYING_RULES", "Passing", "without_relayer"]

_SPOKEN = frozenset({"ask", "manner", "say", "write"})
_ASSERTED = _SPOKEN | {"claim"}
_JOINED = frozenset({"advcl", "conj"})
_RELATIVE = frozenset({"pcomp", "relcl"})
_BESIDE_THE_CUE = frozenset({"dative", "dobj", "prt"})


class Passing(NamedTuple):
    """Words between marks that somebody may pass on for another.

    Attributes:
        parse: the tokens.
        evidence: what the document says.
        said: the tokens of the words.
        relay: the cue of whoever may only pass them on.
    """

    parse: Parse
    evidence: Evidence
    said: TokenRange
    relay: int


def without_relayer(
    parse: Parse,
    alignment: Alignment,
    evidence: Evidence,
    number: int,
    whose: Choice[Mention | None],
) -> Choice[Mention | None]:
    """Let the best source that a rule of relayed speech names take the relayer's place."""
    best = whose.best
    own = None if best is None else own_cue(parse, alignment, evidence, number, best)
    if own is None:
        return whose
    passing = Passing(parse, evidence, alignment.ranges[number], own[0])
    for mention, _ in whose.ranked[1:]:
        for name, applies in RELAYING_RULES:
            if mention is not None and applies(passing, mention):
                return overruled(whose, mention, name)
    return whose


def _is_reported_inside(passing: Passing, mention: Mention) -> bool:
    """The council called it “…”, the Herald reported: the words are the council's."""
    parse, evidence, (first, behind), relay = passing
    innermost, _ = evidence.reported.get(first, (-1, 0.0))
    if mention.head != innermost or not 0 <= innermost < first or relay < behind:
        return False
    return relay in ancestors(parse, innermost) and _says(parse, evidence, mention)


def _says(parse: Parse, evidence: Evidence, mention: Mention) -> bool:
    """Tell whether the mention stands with a listed word of reporting."""
    held = evidence.held.get(mention.head, ())
    return any(parse.reporting[cue] for cue, _, _ in held)


def _speaks_before_according(passing: Passing, mention: Mention) -> bool:
    """The council said on Friday, according to the Herald: “It is over.”: the council's words.

    Also before “according to”, if the council says them: not where it spoke and they were “late”.
    """
    parse, evidence, (first, _), relay = passing
    return parse.lowers[relay] in marked_words("source-led") and any(
        parse.sentence[cue] == parse.sentence[relay]
        and cue < relay
        and role == "nsubj"
        and parse.reporting[cue] == "say"
        and (relay < first or _governs(parse, cue, first))
        for cue, role, _ in evidence.held.get(mention.head, ())
    )


def _governs(parse: Parse, cue: int, token: int) -> bool:
    """Tell whether a token stands in what a verb governs, not in a clause that is joined to it."""
    tie = _tie(parse, cue, token)
    return tie != "" and tie not in _JOINED


def _tie(parse: Parse, word: int, token: int) -> str:
    """Give the dependency of that on a word which a token stands in, "" if it stands elsewhere."""
    path = (token, *ancestors(parse, token))
    below = (parse.deps[step] for step in path if parse.heads[step] == word != step)
    return next(below, "")


def _tells_right_before(passing: Passing, mention: Mention) -> bool:
    """Lee said the council had told them: “…”: the council's words."""
    parse, evidence, (first, _), relay = passing
    return bool(parse.reporting[relay]) and any(
        role == "nsubj"
        and relay < cue < first
        and parse.heads[cue] == relay
        and parse.deps[cue] == "ccomp"
        and parse.reporting[cue] in _SPOKEN
        and _tells_only(parse, cue, first)
        for cue, role, _ in evidence.held.get(mention.head, ())
    )


def _tells_only(parse: Parse, cue: int, first: int) -> bool:
    """Tell whether between a cue and the marks nobody stands but whom it tells."""
    told = {
        token
        for child in parse.children[cue]
        if parse.deps[child] in _BESIDE_THE_CUE
        for token in range(*subtree(parse, child))
    }
    before = first - 1
    while before > cue and parse.tags[before] in MARK_TAGS:
        before -= 1
    gap = range(cue + 1, before)
    led_in = before == cue or parse.words[before] == ":"
    return led_in and all(token in told or not parse.words[token][0].isalnum() for token in gap)


def _says_in_relative_clause(passing: Passing, mention: Mention) -> bool:
    """Lee drew up what residents call “a mess”; Lee said the man who called her “a liar” had left.

    No pronoun is put first, which mostly means the outer speaker, and no text that he may write.
    """
    parse, evidence, (first, _), relay = passing
    return any(
        role == "nsubj"
        and relay < cue < first
        and parse.deps[cue] in _RELATIVE
        and parse.reporting[cue]
        and not _may_be_relayers(parse, mention, cue)
        and relay in ancestors(parse, cue)
        and _governs(parse, cue, first)
        for cue, role, _ in evidence.held.get(mention.head, ())
    )


def _may_be_relayers(parse: Parse, mention: Mention, cue: int) -> bool:
    """Tell whether the subject of a relative clause is a pronoun, or stands for a thing."""
    relative = parse.tags[mention.head][0] == "W"
    thing = relative and parse.noun_kinds[parse.heads[cue]] in ("document", "thing")
    return thing or parse.tags[mention.head] == "PRP"


def _says_what_another_did(passing: Passing, mention: Mention) -> bool:
    """The firm charged “outrageous” prices, a court ruled: the words are the court's.

    Behind a semicolon the court says something else.
    """
    parse, evidence, said, relay = passing
    if parse.reporting[relay] or relay in range(*said) or parse.deps[relay] != "ccomp":
        return False
    return any(
        role == "nsubj"
        and cue == parse.heads[relay]
        and ";" not in parse.words[relay:cue]
        and (
            parse.reporting[cue] in _ASSERTED or parse.lowers[cue] in marked_words("closing-finds")
        )
        for cue, role, _ in evidence.held.get(mention.head, ())
    )


def _owns_claim(passing: Passing, mention: Mention) -> bool:
    """Lee dismissed the clerk's claim that it was “late”: the clerk's words.

    "His claim" is mostly the relayer's own.
    """
    parse, _, (first, _), relay = passing
    claim = parse.heads[mention.head]
    owned = parse.deps[mention.head] == "poss" and parse.tags[mention.head] != "PRP$"
    said = owned and bool(parse.reporting[claim]) and _tie(parse, claim, first) == "acl"
    return said and parse.heads[claim] == relay < claim < first


def _says_what_is_recalled(passing: Passing, mention: Mention) -> bool:
    """“It is late,” Lee recalled the clerk saying: the clerk's words."""
    parse, evidence, (_, behind), relay = passing
    if relay < behind or parse.stems[relay] in telling_stems():
        return False
    return any(
        relay < mention.head < cue
        and parse.heads[cue] in (relay, mention.head)
        and parse.tags[cue] == "VBG"
        and parse.reporting[cue] in _SPOKEN
        and "," not in parse.words[relay:cue]
        and parse.heads[mention.head] in (relay, cue)
        for cue, _, _ in evidence.held.get(mention.head, ())
    )


_RelayingRule = Callable[[Passing, Mention], bool]


RELAYING_RULES: tuple[tuple[str, _RelayingRule], ...] = (
    ("reported inside", _is_reported_inside),
    ("speaks before according to", _speaks_before_according),
    ("tells right before the marks", _tells_right_before),
    ("says in a relative clause", _says_in_relative_clause),
    ("says what another did", _says_what_another_did),
    ("owns the claim", _owns_claim),
    ("says what is recalled", _says_what_is_recalled),
)
