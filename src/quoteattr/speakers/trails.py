"""Trails: where in the text each entity was met so far, and what was said of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from quoteattr.speakers.designations import Designation
from quoteattr.syntax.grammar import NOUN_TAGS
from quoteattr.syntax.tokens import Parse, paragraph_of, sentence_of

__all__ = [
    "Trail",
    "clause_of",
    "in_dateline",
    "is_told_of",
    "place_of",
    "reporters_sentences",
    "role_of",
]

_HUMANS = frozenset({"PERSON", "a person"})
_BESIDE = frozenset({"appos", "conj"})
_HEADS_OF_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "relcl", "xcomp", "csubj", "acl", "conj"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_ROLES = {
    "nsubj": "subject", "nsubjpass": "subject", "poss": "owner", "dobj": "object",
    "pobj": "pobj", "compound": "modifier", "nmod": "modifier", "dative": "object",
    "ROOT": "root", "attr": "attribute", "agent": "pobj",
}  # fmt: skip


@attrs.define(kw_only=True, eq=False)
class Trail:
    """Somebody or something that the text has met, or will.

    Attributes:
        number: its place among all trails of the text; those with a name come first.
        kind: the label of the name, "name" where it has none; for somebody without a name what
            the noun is for.
        label: the kind as features tell it: "PERSON"; "a person" for somebody without a name, "a
            person several" for several; "together" for those who are taken together.
        human: whether it is one human being.
        phrase: (first, behind last) token of the noun phrase, for somebody without a name and for
            those who are taken together.
        words: lower-cased words of the name.
        titles: lower-cased words of the titles.
        ages: how old the text says they are, beside the name or as they were called.
        members: the numbers of those who are taken together.
        plural: whether it is several.
        genders: genders told so far, the first is the surest.
        guessed: the gender that only a given name tells which may be a family name, else "".
        met: tokens of the mentions so far.
        forms: of each mention, "name", "pronoun" or "noun".
        called: lower-cased words of the phrases that meant it so far.
        designations: its titles, and what phrases called it so far.
        texts: nouns of the letters, statements and the like that are known to be theirs.
        spoke: tokens of the mentions that quotations hang on, so far.
        says: about how many quotations of the whole text hang on its name.
        prominence: how often the whole text names it, against others: "most", "second", "often",
            "twice", "once", or "never".
    """

    number: int
    kind: str
    phrase: tuple[int, int] | None = None
    words: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    ages: set[str] = attrs.field(factory=set)
    members: tuple[int, ...] = ()
    plural: bool = False
    genders: list[str] = attrs.field(factory=list)
    guessed: str = ""
    met: list[int] = attrs.field(factory=list)
    forms: list[str] = attrs.field(factory=list)
    called: set[str] = attrs.field(factory=set)
    designations: list[Designation] = attrs.field(factory=list)
    texts: set[str] = attrs.field(factory=set)
    spoke: list[int] = attrs.field(factory=list)
    says: int = 0
    prominence: str = "never"
    label: str = attrs.field(init=False)
    human: bool = attrs.field(init=False)

    @label.default
    def _label_of_kind(self) -> str:
        if self.phrase is None:
            return self.kind
        return "together" if self.members else f"a {self.kind}" + " several" * self.plural

    @human.default
    def _is_human(self) -> bool:
        return self.label in _HUMANS

    @property
    def nameless(self) -> bool:
        """Whether a noun alone brought it in: a person, a body."""
        return self.phrase is not None and not self.members

    def note_mention(self, token: int, form: str) -> None:
        """Note a mention, once for each token."""
        if self.met[-1:] != [token]:
            self.met.append(token)
            self.forms.append(form)


def is_told_of(trail: Trail, words: Collection[str]) -> bool:
    """Tell whether one of some words is in a title of somebody or in what they were called."""
    return not (trail.titles.isdisjoint(words) and trail.called.isdisjoint(words))


def reporters_sentences(parse: Parse, quoted: Sequence[bool]) -> list[int]:
    """Count, for each sentence, those before it that are not wholly between quotation marks."""
    told = []
    count = 0
    for start, end in parse.sentences:
        told.append(count)
        count += not all(quoted[start + 1 : end - 1])
    return told


def in_dateline(parse: Parse, token: int) -> bool:
    """Tell whether a token stands in what tells where a report was written: ROME (AP) — …."""
    sentence, paragraph = sentence_of(parse, token), paragraph_of(parse, token)
    opens = sentence[0] == paragraph[0] and sentence[1] < paragraph[1]
    return opens and parse.words[sentence[1] - 1] in _DASHES


def place_of(parse: Parse, token: int) -> int:
    """Give the noun that a name is put beside or joined to: his lawyer, Jane Doe."""
    while parse.deps[token] in _BESIDE and parse.tags[parse.heads[token]] in NOUN_TAGS:
        token = parse.heads[token]
    return token


def role_of(parse: Parse, token: int) -> str:
    """Give what part the mention has in its clause."""
    place = place_of(parse, token)
    role = _ROLES.get(parse.deps[place], "other")
    return "main subject" if role == "subject" and _is_main(parse, place) else role


def _is_main(parse: Parse, token: int) -> bool:
    return parse.deps[parse.heads[token]] == "ROOT"


def clause_of(parse: Parse, token: int) -> int:
    """Give the head of the clause that the token stands in."""
    while parse.tags[token][:2] != "VB" and parse.deps[token] not in _HEADS_OF_CLAUSES:
        if parse.heads[token] == token:
            break
        token = parse.heads[token]
    return token
