"""Relay phrases: the nouns around a cue that name who passes its words on.

*according to Reuters*, *Reuters reported*, *quoted by Reuters as saying*, *in a statement read by
his son*.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from quoteattr.attribution.setting_phrases import says_who_passes_on
from quoteattr.lexicon.word_lists import marked_words, read_table
from quoteattr.syntax.mentions import can_speak, leads_to_speaker, mention_of
from quoteattr.syntax.tokens import Parse, ancestors

__all__ = ["relay_heads"]

_BELOW_A_VERB = 3  # steps: quoted > as > saying > by
_LOOSE = frozenset({"ccomp", "parataxis"})
_PRONOUNS = frozenset({"DT", "PRP", "WP", "WDT"})


def relay_heads(parse: Parse, cue: int, free: Collection[int]) -> tuple[int, ...]:
    """Give the heads of the nouns that name who passes a cue's words on, in order.

    Args:
        parse: the text's tokens.
        cue: the cue's token.
        free: the tokens around it that stand in no content and are no cue, but for its own.
    """
    found = [head for token in sorted(free) for head in _named_by(parse, token, cue)]
    return tuple(
        head for head in dict.fromkeys(found) if head in free and parse.tags[head] not in _PRONOUNS
    )


def _named_by(parse: Parse, token: int, cue: int) -> Iterator[int]:
    """Give the nouns that one word of the sentence ties to the cue as passing its words on."""
    word = parse.lowers[token]
    if word == "according" or leads_to_speaker(parse, token):
        nouns = _with_dependency(parse, _below(parse, token), "pobj")
        yield from (noun for noun in nouns if _says_something(parse, noun))
    elif word in ("by", "in", "through"):
        yield from _behind(parse, token)
    elif parse.stems[token] in marked_words("quoting"):
        yield from _quoters(parse, token, cue)
    elif word in marked_words("outlet-says") and token != cue:
        yield from _subjects(parse, token)
    else:
        yield from _closers(parse, token, cue)


def _says_something(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is a name, somebody who speaks, or an outlet: not the plan."""
    named = parse.tags[noun].startswith("NNP")
    outlet = "outlet" in read_table("setting_nouns").get(parse.lowers[noun], "")
    return named or outlet or can_speak(parse, mention_of(parse, noun))


def _below(parse: Parse, token: int) -> list[int]:
    """Give what hangs on a token, but for marks, and what hangs on that."""
    children = [child for child in parse.children[token] if parse.deps[child] != "punct"]
    return [*children, *(grand for child in children for grand in parse.children[child])]


def _with_dependency(parse: Parse, tokens: Iterable[int], dependency: str) -> Iterator[int]:
    return (token for token in tokens if parse.deps[token] == dependency)


def _subjects(parse: Parse, verb: int) -> Iterator[int]:
    """Give the subjects of a verb, names first: the agency Lagoon News reported."""
    found = _with_dependency(parse, parse.children[verb], "nsubj")
    return iter(sorted(found, key=lambda noun: not parse.tags[noun].startswith("NNP")))


def _behind(parse: Parse, preposition: int) -> Iterator[int]:
    """Give the noun behind a preposition: quoted by Reuters, carried by the radio.

    A name stands behind "in", right behind the verb: quoted in the Herald.
    """
    holder = parse.heads[preposition]
    nouns = _with_dependency(parse, parse.children[preposition], "pobj")
    if parse.lowers[preposition] == "in":
        quoted = parse.tags[holder] == "VBN" and parse.stems[holder] in marked_words("quoting")
        yield from (noun for noun in nouns if quoted and _is_published(parse, noun))
    elif says_who_passes_on(parse, holder):
        yield from nouns


def _is_published(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is the name of what one can be quoted in, not of a place or a day."""
    return parse.tags[noun].startswith("NNP") and parse.labels[noun] in ("ORG", "WORK_OF_ART")


def _quoters(parse: Parse, verb: int, cue: int) -> Iterator[int]:
    """Give the subject of a verb that quotes somebody: Reuters quoted him as saying …."""
    chain = [cue, *ancestors(parse, cue)[:_BELOW_A_VERB]]
    links = {parse.lowers[child] for child in parse.children[verb]}
    if verb in chain and "as" in links:
        yield from _subjects(parse, verb)


def _closers(parse: Parse, verb: int, cue: int) -> Iterator[int]:
    """Give the subject of a verb of reporting that closes a sentence of speech, or opens it.

    “…,” he told them, survivors said; “…,” he told them, recalled Ann Lee; survivors said he told
    them: “…”.
    """
    if not parse.reporting[verb] or (verb < cue and parse.reporting[verb] != "say"):
        return
    above = parse.heads[cue] == verb and parse.deps[cue] in _LOOSE
    set_off = parse.words[parse.lefts[verb] - 1] == "," or parse.words[verb - 1] == ","
    below = verb > cue and parse.heads[verb] == cue and set_off
    link = parse.deps[verb] if below else ""
    if above or link in _LOOSE:
        yield from _subjects(parse, verb)
    elif link == "conj":
        yield from _with_dependency(parse, parse.children[verb], "dobj")
