"""Prohibitions: whom grammar keeps a reference from meaning, and whom it makes doubtful."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator

from quoteattr.lexicon.noun_kinds import is_singular_role
from quoteattr.lexicon.word_lists import marked_words, read_groups
from quoteattr.speakers.ages import age_asked
from quoteattr.speakers.designations import owning_among, relation_to
from quoteattr.speakers.references import Reference
from quoteattr.speakers.trails import Trail, is_told_of
from quoteattr.syntax.grammar import (
    COMMON_NOUN_TAGS,
    MARK_TAGS,
    NOMINAL_SUBJECTS,
    NOUN_PHRASE_TAGS,
    SUBJECTS,
)
from quoteattr.syntax.tokens import Parse, ancestors

__all__ = [
    "DOUBTS",
    "PROHIBITIONS",
    "doubts_about",
    "is_forbidden",
    "is_forbidden_ahead",
    "is_outside",
    "is_owner",
]

_PARTS_OF_ONE_VERB = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_COMPLEMENTS = frozenset({"ccomp", "dobj", "xcomp"})
_REFLEXIVE = ("self", "selves")
_ROOT = 4  # letters that Kenya and Kenyan share
_NO_HUMANS = frozenset({
    "FAC", "GPE", "ORG", "PRODUCT", "WORK_OF_ART", "a body", "a document",
})  # fmt: skip
_BELONGING = frozenset({"at", "for", "from", "in", "modifier", "of", "on", "prep", "with"})
_AUTHORS = frozenset({"by", "first", "from", "made by", "modifier", "of", "owner"})
_PLACES = frozenset({"GPE", "NORP"})
_PHRASAL = frozenset({"pobj", "prep"})
_SAME = frozenset({"beside", "beside before", "closing", "inside", "title"})

_ANY = frozenset({"", "a", "an", "another", "one"})

_Rule = Callable[[Parse, Reference, Trail], bool]


def is_forbidden(parse: Parse, reference: Reference, trail: Trail) -> bool:
    """Tell whether a reference cannot mean an entity, given where the text met it last."""
    for _, forbids in PROHIBITIONS:  # noqa: SIM110  # asked of every candidate of every reference
        if forbids(parse, reference, trail):
            return True
    return False


def is_forbidden_ahead(parse: Parse, reference: Reference, trail: Trail) -> bool:
    """Tell whether a noun cannot mean somebody, whom the text has yet to name, by their titles."""
    return any(forbids(parse, reference, trail) for forbids in _BY_TITLE)


def doubts_about(parse: Parse, reference: Reference, trail: Trail) -> list[str]:
    """Name the rules that make it unlikely that a noun means somebody."""
    return [name for name, doubts in DOUBTS if doubts(parse, reference, trail)]


def is_outside(reference: Reference, ties: Collection[str], trail: Trail) -> bool:
    """Tell whether somebody whom grammar ties to a noun cannot be the one it means.

    A spokesman for the brewery is not the brewery, nor the boy's mother the boy, nor Lee's office
    or the Lee government Lee, nor are club officials the club, nor is the Kenyan army Kenya, nor a
    UN panel or the Acme office the UN or Acme, though the Acme firm may be Acme; nor is a person
    close to the larger company that company, nor are two of the victims the victims. Whom "her"
    means in "her mother" is not sure enough to forbid anybody. A report to the committee is not the
    committee, though one by the committee may be.

    Args:
        reference: the noun phrase.
        ties: how the other stands to it.
        trail: the other.
    """
    if {*ties} == {"last"} and trail.nameless:
        return True
    if "of" in ties and reference.word in marked_words("quantifier"):
        return True
    if reference.sort == "document":
        return (_SAME | _AUTHORS).isdisjoint(ties)
    if reference.sort not in ("person", "group", "firm", "body") or not _SAME.isdisjoint(ties):
        return False
    owned = "owner" in ties and reference.determiner == "poss"
    one = reference.determiner in ("a", "an")
    part = reference.word in marked_words("part-of-body")
    state = trail.label in _PLACES or not marked_words("polity").isdisjoint(trail.words)
    within = one or part or state or reference.sort != "body" or trail.human
    return owned or (within and not _BELONGING.isdisjoint(ties))


def is_owner(reference: Reference, ties: Collection[str], trail: Trail) -> bool:
    """Tell whether "his" or "her" before a noun for a person means whom the noun then cannot mean.

    Her mother is not Ann Lee. Who was called a mother before may be, since "her" may have been
    taken for them wrongly; and of Her Excellency nobody is the owner.
    """
    owned = reference.determiner in ("her", "his") and "owner" in ties and _SAME.isdisjoint(ties)
    if not owned or reference.sort != "person" or reference.word in marked_words("excellency"):
        return False
    return not is_told_of(trail, {reference.word})


def _inside_one_another(parse: Parse, reference: Reference, trail: Trail) -> bool:
    """His neighbour is not he, nor she the woman in "the woman's doctor"."""
    if not trail.met:
        return False
    last, token = trail.met[-1], reference.token
    if parse.sentence[last] != parse.sentence[token]:
        return False
    return _governs(parse, token, last) or (
        parse.tags[last][:2] == "NN"
        and parse.heads[token] == last
        and parse.deps[token] in ("poss", "compound", "nmod")
    )


def _governs(parse: Parse, head: int, token: int) -> bool:
    """Tell whether the token stands in the phrase of a noun, no clause between."""
    for _ in range(4):
        if parse.heads[token] == head:
            return parse.deps[token] != "appos" and parse.tags[head][:2] in ("NN", "PR")
        if parse.heads[token] == token or parse.tags[token][:2] == "VB":
            return False
        token = parse.heads[token]
    return False


def _arguments_of_one_verb(parse: Parse, reference: Reference, trail: Trail) -> bool:
    """In "Lee told him", he is not Lee; "himself" is.

    Nor is he in "In a letter to Lee, he wrote" or "In a talk with Lee, he said".
    """
    if not trail.met or reference.word.endswith(_REFLEXIVE):
        return False
    last, token = trail.met[-1], reference.token
    if parse.heads[token] == _verb_of_address(parse, last):
        return parse.deps[token] in NOMINAL_SUBJECTS
    return (
        last != token
        and parse.heads[last] == parse.heads[token]
        and parse.deps[last] in _PARTS_OF_ONE_VERB
        and parse.deps[token] in _PARTS_OF_ONE_VERB
    )


def _verb_of_address(parse: Parse, token: int) -> int:
    """Give the verb of a letter or talk to somebody, -1 where the token is no such hearer."""
    while parse.deps[token] == "conj":
        token = parse.heads[token]
    link = parse.heads[token]
    noun = parse.heads[link]
    written_to = parse.deps[token] == "pobj" and parse.lowers[link] in ("to", "with")
    if not written_to or parse.tags[noun] not in COMMON_NOUN_TAGS:
        return -1
    above = parse.heads[noun]
    return parse.heads[above] if parse.deps[noun] == "pobj" else above


def _tells_according_to(parse: Parse, reference: Reference, trail: Trail) -> bool:
    """According to Lee, the clerk said so: the clerk is not Lee."""
    if reference.pronoun or not trail.met:
        return False
    link, verb = parse.heads[trail.met[-1]], parse.heads[reference.token]
    relay = parse.heads[link]
    relayed = parse.lowers[link] == "to" and parse.lowers[relay] == "according"
    subject = parse.deps[reference.token] in NOMINAL_SUBJECTS and bool(parse.reporting[verb])
    return relayed and subject and parse.heads[relay] == verb


def _one_of_several(_: Parse, reference: Reference, trail: Trail) -> bool:
    """Neither he nor she is several."""
    return bool(reference.pronoun in ("he", "she") and (trail.plural or trail.members))


def _other_gender(_: Parse, reference: Reference, trail: Trail) -> bool:
    """She is not a man, nor a man the grandmother, as long as nothing else of him was told.

    A given name alone forbids no pronoun: Dali may be he.
    """
    known = {*trail.genders, trail.guessed} - {""}
    told = bool(trail.genders or (trail.guessed and not reference.pronoun))
    return bool(told and reference.gender) and reference.gender not in known


def _no_deputy(_: Parse, reference: Reference, trail: Trail) -> bool:
    """A deputy mayor is not the mayor, nor the leader of the opposition a leader or minister."""
    if not is_told_of(trail, _likes(reference.word)):
        return False
    deputy = marked_words("deputy") & reference.modifiers
    return bool(deputy - trail.titles - trail.called)


def _another_office(_: Parse, reference: Reference, trail: Trail) -> bool:
    """The governor is not somebody of whom only another office was told: a minister, a coach."""
    offices = marked_words("single-office")
    if reference.sort != "person" or reference.word not in offices:
        return False
    if not reference.modifiers.isdisjoint(marked_words("former")):
        return False
    another = not is_told_of(trail, _likes(reference.word))
    return another and not offices.isdisjoint(trail.titles)


def _no_office_holder(_: Parse, reference: Reference, trail: Trail) -> bool:
    """The mayor is nobody of whom only a trade was told: a goalkeeper, but a former one may be.

    Nor is the winger a coach.
    """
    told = trail.titles | trail.called
    coached = reference.word in _players() and not told.isdisjoint(marked_words("coaching"))
    if not reference.speaks or not (coached or reference.word in marked_words("civic-office")):
        return False
    roles = {word for word in told if is_singular_role(word)}
    holds = is_told_of(trail, _likes(reference.word)) or not told.isdisjoint(marked_words("former"))
    apart = coached or roles.isdisjoint(_civic_roles())
    return trail.human and bool(roles) and not holds and apart


@functools.cache
def _players() -> frozenset[str]:
    """Give the positions of players: winger, goalkeeper."""
    return _likes("winger") - marked_words("coaching") - marked_words("civic-office")


@functools.cache
def _civic_roles() -> frozenset[str]:
    """Give the offices of a town, state or faith, and the roles like them."""
    offices = marked_words("civic-office")
    return offices.union(*map(_likes, offices))


def _called_otherwise(_: Parse, reference: Reference, trail: Trail) -> bool:
    """The justice minister is not the prime minister, nor the Jones campaign the Smith campaign."""
    if reference.pronoun or not trail.designations:
        return False
    asked, known = reference.designation, trail.designations
    if trail.nameless and reference.sort != "person" and owning_among(asked, known) == "clash":
        return relation_to(asked, known) not in ("same", "part", "whole")
    narrowed = reference.speaks and reference.sort == "person" and reference.determiner == "the"
    return narrowed and relation_to(asked, known) == "clash"


def _another_body(_: Parse, reference: Reference, trail: Trail) -> bool:
    """The company is not a ministry, nor the union a court, by a word of the name.

    The ministry and the court have that word in their names, unless these are acronyms.
    """
    if reference.sort not in ("body", "firm") or reference.plural or trail.human:
        return False
    if reference.word in marked_words("any-body"):
        return False
    untold = marked_words("one-kind-of-body").isdisjoint(trail.words)
    named = reference.word in marked_words("named-by-kind") and trail.label == "ORG"
    if untold and not (named and len(trail.words) > 1):
        return False
    akin = read_groups("body_kin").get(reference.word, frozenset()) | {reference.word}
    return akin.isdisjoint(trail.words) and not is_told_of(trail, akin)


def _likes(word: str) -> frozenset[str]:
    """Give a role and those like it: leader, chief, minister."""
    return read_groups("role_kin").get(word, frozenset()) | {word}


def _no_human(_: Parse, reference: Reference, trail: Trail) -> bool:
    """Neither he nor she is a body, a text or a place."""
    return reference.pronoun in ("he", "she") and trail.label in _NO_HUMANS


def _nobody(_: Parse, reference: Reference, trail: Trail) -> bool:
    """A union, a crowd, a report and "it" are nobody of whom a gender, title or role is known.

    "They" may be one person, as long as no gender is told. Her letter stands for who wrote it.
    """
    if not trail.human or trail.members:
        return False
    if reference.pronoun == "it" and trail.texts:
        return False
    if reference.sort == "document" and reference.word in trail.texts:
        return False
    gendered = bool(trail.genders or trail.guessed)
    if reference.pronoun:
        person = bool(trail.titles) or trail.label == "a person"
        told = gendered or (reference.pronoun == "it" and person)
        return reference.pronoun in ("it", "they") and told
    trade = reference.sort == "firm" and reference.word not in trail.titles | trail.called
    many = trade or reference.plural or reference.sort in ("body", "document", "group")
    return many and bool(gendered or trail.titles or trail.label == "a person")


def _another(_: Parse, reference: Reference, trail: Trail) -> bool:
    """Another witness is none of those who were met before."""
    return reference.determiner == "another" and bool(trail.met)


def _has_no_name(_: Parse, reference: Reference, trail: Trail) -> bool:
    """A spokeswoman is nobody of whom that was not told; she speaks without a name."""
    voice = reference.word in marked_words("unnamed-voice") and reference.determiner in _ANY
    return voice and not is_told_of(trail, _likes(reference.word))


def _another_age(_: Parse, reference: Reference, trail: Trail) -> bool:
    """The 34-year-old is nobody of whom another age was told."""
    age = age_asked(reference)
    return bool(age and trail.ages) and age not in trail.ages


def _asked_by_another(parse: Parse, reference: Reference, trail: Trail) -> bool:
    """In "asked by Lee if he knew, he said no" he is not Lee, nor in "replying to Lee, he said"."""
    if parse.deps[reference.token] not in NOMINAL_SUBJECTS:
        return False
    verb = parse.heads[reference.token]
    near = (t for t in trail.met if parse.sentence[t] == parse.sentence[reference.token])
    links = (_before_noun(parse, token) for token in near)
    asked = {clause for link in links for clause in _asking_clause(parse, link)}
    return parse.heads[verb] in asked or any(parse.heads[word] == verb for word in asked)


def _spoken_of_around(parse: Parse, reference: Reference, trail: Trail) -> bool:
    """In "Lee, she said, would win" she is not Lee; in "Lee, when he spoke, won" he may be."""
    token = reference.token
    if not trail.met or parse.deps[token] not in NOMINAL_SUBJECTS:
        return False
    last, verb = trail.met[-1], parse.heads[token]
    around = last < token and parse.deps[last] in SUBJECTS and parse.heads[last] > max(token, verb)
    return (
        around
        and parse.reporting[verb] != ""
        and not any(
            parse.deps[child] == "mark" or parse.tags[child] == "WRB"
            for child in parse.children[verb]
        )
    )


def _governed_by_another(parse: Parse, reference: Reference, trail: Trail) -> bool:
    """In "Lee heard the nurse say so" the nurse is not Lee; in "Lee, as the nurse, said" she is."""
    speaks = reference.speaks and reference.sort == "person" and not reference.pronoun
    if not speaks or not trail.met or not trail.human:
        return False
    last, noun = trail.met[-1], reference.token
    apart = last > noun or parse.sentence[last] != parse.sentence[noun]
    if apart or _is_predicate(parse, noun) or not MARK_TAGS.isdisjoint(parse.tags[last:noun]):
        return False
    path = (noun, *ancestors(parse, noun))
    below = next((step for step in path if parse.heads[step] == parse.heads[last] != step), noun)
    subject = parse.deps[last] in NOMINAL_SUBJECTS and parse.heads[below] == parse.heads[last]
    return subject and parse.deps[below] in _COMPLEMENTS


def _is_predicate(parse: Parse, noun: int) -> bool:
    """Tell whether a noun says what somebody is, or is put beside somebody."""
    return parse.deps[noun] in ("appos", "attr", "oprd") or parse.lowers[parse.heads[noun]] == "as"


def _before_noun(parse: Parse, token: int) -> int:
    """Give the token before the bare noun phrase that a token ends."""
    while token > 0 and parse.tags[token] in NOUN_PHRASE_TAGS:
        token -= 1
    return token


def _asking_clause(parse: Parse, link: int) -> Iterator[int]:
    """Give the head of a clause or phrase that tells who asked, by the word before their name.

    Asked by Lee; replying to Lee; under questioning by Lee; in reply to a question from Lee.
    """
    done = parse.heads[link]
    asks = parse.tags[done] == "VBN" and parse.lowers[link] == "by"
    answers = parse.tags[done] == "VBG" and parse.lowers[link] == "to"
    if (asks or answers) and parse.deps[done] == "advcl":
        yield done
    elif parse.lowers[link] in ("by", "from") and parse.lowers[done] in marked_words("inquiry"):
        while parse.deps[done] in _PHRASAL and parse.deps[parse.heads[done]] in _PHRASAL:
            done = parse.heads[done]
        yield done


def _its_country(_: Parse, reference: Reference, trail: Trail) -> bool:
    """The Kenyan army is not Kenya."""
    return (
        reference.sort == "body"
        and trail.label in _PLACES
        and any(
            modifier[:_ROOT] == word[:_ROOT]
            for modifier in reference.modifiers
            for word in trail.words
        )
    )


_BY_TITLE: tuple[_Rule, ...] = (_has_no_name, _no_office_holder, _called_otherwise)
PROHIBITIONS: tuple[tuple[str, _Rule], ...] = (
    ("no human", _no_human),
    ("nobody in particular", _nobody),
    ("another", _another),
    ("one of several", _one_of_several),
    ("other gender", _other_gender),
    ("no deputy", _no_deputy),
    ("an unnamed voice", _has_no_name),
    ("asked by another", _asked_by_another),
    ("its country", _its_country),
    ("another age", _another_age),
    ("called otherwise", _called_otherwise),
    ("no holder of an office", _no_office_holder),
    ("inside one another", _inside_one_another),
    ("spoken of around", _spoken_of_around),
    ("arguments of one verb", _arguments_of_one_verb),
    ("according to another", _tells_according_to),
    ("governed by another", _governed_by_another),
)
"""Each rule with its name."""
DOUBTS: tuple[tuple[str, _Rule], ...] = (
    ("another office", _another_office),
    ("another body", _another_body),
)
"""Rules that forbid nothing: what they make unlikely is left to the weights."""
