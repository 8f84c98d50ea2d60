"""Sources of cues: which nouns stand with a reporting word, and what speaks for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from quoteattr.lexicon.word_lists import marked_words
from quoteattr.scoring.binned_numbers import clip, distance_bin
from quoteattr.scoring.choice import Question
from quoteattr.syntax.grammar import SUBJECTS, TIME_LABELS
from quoteattr.syntax.mentions import Mention, between, mention_features, sort_of
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import Parse, TokenRange, ancestors, paragraph_of, sentence_of

__all__ = [
    "agents_behind_marks",
    "cue_candidates",
    "cue_source_features",
    "cue_source_question",
    "no_cue_source_features",
    "relations",
]

# verbs that may share the subject of what they hang on
_INHERITING = frozenset({"acl", "advcl", "ccomp", "conj", "dep", "pcomp", "prep", "relcl", "xcomp"})
# what makes the noun above a kind of subject
_OWNERS_ABOVE = frozenset({"acl", "amod", "appos", "relcl"})
# nouns with a reporting word that are no subject
_STANDING_BESIDE = frozenset({"attr", "compound", "dative", "dobj", "npadvmod", "pobj", "poss"})

_BLAMED = frozenset({"body", "group", "person"})
_MOST_STEPS = 4  # up the tree
_FARTHEST = 150  # tokens between a cue and its source
_BELOW = ("prep>", "xcomp>")  # he was quoted by a paper as saying, asked by the judge to say
_CHAINS = frozenset({"conj>", "advcl>", "prep>", "pcomp>prep>"})


def relations(parse: Parse, cue: int) -> dict[int, str]:
    """Name how nouns stand to a reporting word, by their head token.

    A word without a subject of its own inherits one: a participle or infinitive from the verb
    that it depends on, a conjunct from its sister, a relative clause from its antecedent. Behind
    "as" it is the object's ("they quoted him as saying"), or the subject's of a passive. A noun
    right before a participle may be its subject ("footage of Ann saying").
    """
    found: dict[int, str] = {}
    path = ""
    token = cue
    for _ in range(_MOST_STEPS):
        subjects = _own(parse, token, path, found)
        dep, head = parse.deps[token], parse.heads[token]
        if parse.lowers[cue] in marked_words("source-led"):
            break
        if dep in _OWNERS_ABOVE:
            found.setdefault(head, f"{path}{dep}^")
        if not _inherits(parse, token, path, has_subject=subjects):
            break
        controller = _controller(parse, token) if dep == "pcomp" else None
        if controller is not None:
            found[controller] = f"{path}nsubj"
            break
        path += f"{dep}>"
        token = head
    first = sentence_of(parse, cue)[0]
    if parse.tags[cue] == "VBG" and cue > first and parse.tags[cue - 1][:2] == "NN":
        found.setdefault(cue - 1, "beside")
    return found


def _inherits(parse: Parse, token: int, path: str, *, has_subject: bool) -> bool:
    """Tell whether the word that a token hangs on may lend it a noun."""
    dep = parse.deps[token]
    if parse.heads[token] == token or dep not in _INHERITING:
        return False
    return not has_subject or dep in ("relcl", "conj") or (dep == "ccomp" and path in _CHAINS)


def _controller(parse: Parse, participle: int) -> int | None:
    """Give the noun that a participle behind a preposition belongs to, if not to the subject.

    They quoted her as saying so, blamed him for saying so, accused the club of saying so; but: they
    made headlines for saying so, and shocked her by saying so.
    """
    link = parse.heads[participle]
    nouns = {parse.deps[child]: child for child in parse.children[parse.heads[link]]}
    controller = nouns.get("dobj", nouns.get("nsubjpass"))
    if parse.lowers[link] in ("for", "from", "into", "of", "with"):
        return controller if controller is not None and _is_somebody(parse, controller) else None
    return controller if parse.lowers[link] == "as" else None


def _is_somebody(parse: Parse, noun: int) -> bool:
    named = parse.labels[noun] in ("GPE", "NORP", "ORG", "PERSON")
    return named or parse.tags[noun] == "PRP" or parse.noun_kinds[noun] in _BLAMED


def _own(parse: Parse, token: int, path: str, found: dict[int, str]) -> bool:
    """Collect the nouns that stand with the word itself; tell whether one is its subject."""
    subjects = False
    for child in parse.children[token]:
        dep = parse.deps[child]
        if dep in SUBJECTS:
            subjects = True
            found.setdefault(child, f"{path}{dep}")
        elif dep == "prep" or (dep == "agent" and not path.endswith(_BELOW)):
            _objects(parse, child, path, found)
        elif dep in _STANDING_BESIDE:
            found.setdefault(child, f"{path}{dep}")
    for link in agents_behind_marks(parse, token):
        _objects(parse, link, path, found)
    return subjects


def _objects(parse: Parse, link: int, path: str, found: dict[int, str]) -> None:
    """Collect the nouns behind a preposition."""
    for child in parse.children[link]:
        if parse.deps[child] == "pobj":
            found.setdefault(child, f"{path}{parse.lowers[link]}:pobj")


def agents_behind_marks(parse: Parse, cue: int) -> Iterator[int]:
    """Give each "by" of a passive that the parse hangs on what stands between marks before it.

    It was called “a joke” by residents; she was urged to “come clean” by them, but not by May.
    """
    active = any(parse.deps[child] == "nsubj" for child in parse.children[cue])
    if parse.tags[cue] != "VBN" or active:
        return
    for link in range(cue + 2, parse.rights[cue]):
        if parse.lowers[link] != "by" or parse.tags[link - 1] != "''":
            continue
        opener = next((t for t in range(link - 1, cue, -1) if parse.tags[t] == "``"), cue)
        above = (step for step in ancestors(parse, link) if step < opener)
        passive = next((step for step in above if parse.tags[step] == "VBN"), -1)
        if passive == cue and TIME_LABELS.isdisjoint(parse.labels[link + 1 : link + 2]):
            yield link


def cue_source_question(
    parse: Parse,
    alignment: Alignment,
    mentions: Sequence[Mention],
    cue: int,
    content: Sequence[TokenRange],
) -> Question[Mention | None]:
    """Ask whose words a cue reports; that it has no source in the text is a candidate too."""
    roles = relations(parse, cue)

    def features(mention: Mention | None) -> Iterable[str]:
        if mention is None:
            return no_cue_source_features(parse, cue, roles)
        return cue_source_features(parse, alignment, cue, content, roles, mention)

    return Question((*cue_candidates(parse, mentions, cue), None), features)


def cue_candidates(parse: Parse, mentions: Sequence[Mention], cue: int) -> tuple[Mention, ...]:
    """Give the mentions in the cue's sentence and the one before, within its paragraph.

    A sentence without end has more of them than are near enough to be meant.
    """
    sentence = parse.sentence[cue]
    start = parse.sentences[max(0, sentence - 1)][0]
    start = max(start, paragraph_of(parse, cue)[0], cue - _FARTHEST)
    end = min(parse.sentences[sentence][1], cue + _FARTHEST)
    return tuple(m for m in between(mentions, start, end) if m.head != cue)


def cue_source_features(
    parse: Parse,
    alignment: Alignment,
    cue: int,
    content: Sequence[TokenRange],
    roles: Mapping[int, str],
    mention: Mention,
) -> list[str]:
    """Name what speaks for or against the mention's being the source of the cue."""
    head = mention.head
    role = roles.get(head, "-")
    sort = sort_of(parse, mention)
    voice = parse.noun_kinds[head]
    names = [
        f"role={role}",
        f"role+tag={role}|{parse.tags[cue]}",
        f"role+stem={role}|{parse.stems[cue]}",
        f"role+sort={role}|{sort}",
        f"role+class={role}|{voice}",
        f"role+class+cue={role}|{voice}|{parse.reporting[cue]}",
    ]
    if parse.deps[cue] == "conj":
        alike = parse.tags[cue] == parse.tags[parse.heads[cue]]
        names.append(f"role+alike={role}|{alike}")
    names += (
        f"sort={sort}",
        f"dep={parse.deps[head]}",
        *mention_features(parse, mention),
        f"distance={distance_bin(head - cue)}",
    )
    if parse.sentence[head] != parse.sentence[cue]:
        names.append(f"sentences={clip(parse.sentence[cue] - parse.sentence[head], 3)}")
    if alignment.quoted[head] != alignment.quoted[cue]:
        names.append("other-segment")
    names += _content_features(content, cue, head, roles)
    _, closing = paragraph_of(parse, head)
    names.append(f"after={parse.plain[mention.end] if mention.end < closing else '#'}")
    if mention.end == cue:
        names.append(f"touches+cue={parse.stems[cue]}")
    return names


def _content_features(
    content: Sequence[TokenRange], cue: int, head: int, roles: Mapping[int, str]
) -> list[str]:
    """Name how a mention lies to what the cue reports."""
    role = roles.get(head, "-")
    side = "before" if content and content[-1][0] < cue else "behind"
    subject = any(other.endswith("nsubj") for other in roles.values())
    names = [f"role+side={role}|{side}|{subject}"]
    if any(start <= head < end for start, end in content):
        names += ["in-content", f"in-content+role={role}"]
    return names


def no_cue_source_features(parse: Parse, cue: int, roles: Mapping[int, str]) -> Iterator[str]:
    """Name what speaks for the cue's having no source in the text."""
    yield "none"
    yield f"none:tag={parse.tags[cue]}"
    yield f"none:dep={parse.deps[cue]}"
    yield f"none:stem={parse.stems[cue]}"
    yield f"none:roles={'+'.join(sorted(set(roles.values()))[:3])}"
    for child in parse.children[cue]:
        if parse.deps[child] in ("auxpass", "agent", "poss", "det"):
            yield f"none:has={parse.deps[child]}"
