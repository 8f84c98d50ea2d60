"""Content candidates: the stretches of tokens that a cue may report, as the parse offers them."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.grammar import (
    AUXILIARIES,
    BREAK_TAGS,
    CUE_CLAUSE,
    MARK_TAGS,
    NOMINAL_SUBJECTS,
    NOUN_TAGS,
    PHRASAL,
    SUBJECTS,
    TIME_LABELS,
    UNTAKEN_VERB_TAGS,
)
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import (
    Parse,
    TokenRange,
    ancestors,
    paragraph_of,
    sentence_of,
    subtree,
)

__all__ = ["Content", "find_contents", "next_pause", "trim"]

# what a word may report
_COMPLEMENTS = frozenset(
    {
        "acl",
        "acomp",
        "advcl",
        "attr",
        "ccomp",
        "conj",
        "dative",
        "dep",
        "dobj",
        "npadvmod",
        "nsubjpass",
        "oprd",
        "pcomp",
        "pobj",
        "prep",
        "relcl",
        "xcomp",
    }
)
# what has an object of its own
_PREPOSITIONAL = frozenset({"agent", "dative", "prep", "prt"})
# what a content may end before
_TAILS = frozenset(
    {"acl", "advcl", "advmod", "appos", "cc", "conj", "npadvmod", "parataxis", "prep", "relcl"}
)


_OPENING = frozenset({",", ":", "``", "''", '"', "-", "–", "—", "--", "―", ";", "."})
_CLOSING = frozenset({",", ".", ":", ";", "-", "–", "—", "--", "―", "?", "!"})
_SET_OFF_TAGS = frozenset({*MARK_TAGS, ","})
_CLAUSAL = frozenset({"ccomp", "ccomp+", "ccomp..", "behind", "behind,"})
_UNCUT = frozenset({"segment", "colon", "label"})
_SOURCE_LED = marked_words("source-led")
_BEFORE_SOURCE = {"according": "to", "words": "of"}  # what links a cue to the source behind it
_SAYING = frozenset({"claim", "say", "write"})  # classes of reporting words
_SUBJECT_OR_AUXILIARY = frozenset({*SUBJECTS, *AUXILIARIES, "mark"})
_CLAUSAL_OBJECTS = frozenset({"ccomp", "xcomp"})
_UNABLE = frozenset({"", "it", "proform", "thing", "time"})  # kinds of nouns that say nothing
_NAMED_BEHIND = frozenset({"pobj", "nsubj", "nsubjpass"})  # whoever says it, behind a cue
_TOLD_CLAUSES = frozenset({"acl", "ccomp", "relcl"})
_LINKS = frozenset({"conj", "prep"})  # up to what may be such a part
_APPOSED = frozenset({"appos"})
_TOLD_BESIDE = _APPOSED | {"relcl", "acl"}
_PAUSES = frozenset({",", ";", "—", "–", "--", "("})
_SETTING_OFF = frozenset({",", "—", "–", "--", "-"})  # what stands on both sides of a clause
_MOST_TAILS = 7  # cut off one candidate, the first ones
_REACH = 12  # tokens, to a colon or a segment
_MOST_LISTED = 12  # sentences


_Entry = TypeVar("_Entry")
_Tail = tuple[str, str, int]  # dependency, first word, head token


@attrs.frozen(kw_only=True)
class Content:
    """A candidate content.

    Attributes:
        ranges: (first, behind last) tokens of each stretch.
        origin: the structure that offered it.
        root: the token that the structure hangs on.
        cut: the tail that was cut off its end: its dependency, first word and head token.
        headed: what was cut off its start: dependency and word, "" where nothing was.
        in_core: whether it begins among the words that belong to the cue's own clause.
    """

    ranges: tuple[TokenRange, ...]
    origin: str
    root: int
    cut: _Tail | None = None
    headed: str = ""
    in_core: bool = False

    @property
    def tokens(self) -> list[int]:
        """The tokens of all stretches, in order."""
        return [token for start, end in self.ranges for token in range(start, end)]

    @functools.cached_property
    def size(self) -> int:
        """How many tokens it has."""
        return sum(end - start for start, end in self.ranges)

    def holds(self, token: int) -> bool:
        """Tell whether a token is in one of the stretches."""
        return any(start <= token < end for start, end in self.ranges)

    def column(self, column: Sequence[_Entry]) -> list[_Entry]:
        """Give the entries of its tokens in a column of the table."""
        return [entry for start, end in self.ranges for entry in column[start:end]]


def find_contents(parse: Parse, alignment: Alignment, cue: int) -> tuple[Content, ...]:
    """List the stretches that the cue may report, each once, whole ones before cut ones.

    None of them holds the words that say by whom it was said: accused by Lee of “lying”; nor, of a
    participle with such words, the verb that it hangs on: asked by Lee about it, Bo laughed. Nor
    does one begin with when it was said: she said on Monday she would go. Nor does it run on into
    the clause that the cue's own one is part of: his claim that it was late was false.
    """
    found: dict[tuple[TokenRange, ...], Content] = {}
    core = _core(parse, cue)
    brackets = _brackets(parse, core)
    whole = list(_whole(parse, alignment, cue, core, brackets))
    whole += _headless(parse, cue, whole)
    uncut = ((content, content.ranges, None) for content in whole)
    behind = max(_inverted_subject_end(parse, cue), _apposition_end(parse, cue))
    agents = _agents(parse, cue)
    dated = _behind_own_date(parse, cue)
    outer = _outer_verb(parse, alignment, cue)
    for content, ranges, cut in (*uncut, *_cut(parse, cue, whole)):
        trimmed = tuple(_trimmed(parse, cue, ranges))
        if not trimmed or trimmed in found or cue < trimmed[0].start < max(behind, dated):
            continue
        if _is_own_verb(parse, cue, trimmed[0].start) or _leaves_marks(
            parse, alignment, cue, trimmed
        ):
            continue
        if any(cue < part.start <= outer < part.end for part in trimmed):
            continue
        if all(_within(part, brackets) and not _says_by_whom(agents, part) for part in trimmed):
            found[trimmed] = Content(
                ranges=trimmed,
                origin=content.origin,
                root=content.root,
                cut=cut,
                headed=content.headed,
                in_core=core.start <= trimmed[0].start < core.end,
            )
    return tuple(found.values())


def _is_own_verb(parse: Parse, cue: int, token: int) -> bool:
    """Tell whether a noun is the subject of a verb that begins there: the verdict was called …."""
    verb = parse.heads[cue]
    if parse.tags[cue] not in NOUN_TAGS or parse.deps[cue] not in SUBJECTS:
        return False
    return token == verb or (parse.heads[token] == verb and parse.deps[token] in AUXILIARIES)


def _outer_verb(parse: Parse, alignment: Alignment, cue: int) -> int:
    """Give the verb behind a cue of whose clause that of the cue is a part, or -1.

    His claim that it was late *was* false; those who say that it was late *are* wrong; as she
    insisted that it was late, he *left*.
    """
    told = any(parse.deps[child] in _TOLD_CLAUSES and child > cue for child in parse.children[cue])
    token = cue
    for head in ancestors(parse, cue) if told or parse.lowers[cue] in _SOURCE_LED else ():
        if head > cue and parse.tags[head][0] == "V" and _is_part(parse, cue, token):
            return head if alignment.quoted[head] == alignment.quoted[cue] else -1
        if head > cue and parse.deps[token] not in _LINKS:
            return -1
        token = head
    return -1


def _is_part(parse: Parse, cue: int, token: int) -> bool:
    """Tell whether a word or clause is the subject of its verb, or led in and ended by a comma."""
    if parse.deps[token] != "advcl":
        return parse.deps[token] in NOMINAL_SUBJECTS
    before = (child for child in parse.children[token] if child < cue)
    led = any(parse.deps[child] == "mark" or parse.tags[child] == "WRB" for child in before)
    behind = (child for child in parse.children[parse.heads[token]] if child > cue)
    edges = (parse.lefts[child] for child in behind if parse.deps[child] in SUBJECTS)
    return led and any(parse.words[edge - 1] == "," for edge in edges)


def _leaves_marks(
    parse: Parse, alignment: Alignment, cue: int, ranges: Iterable[TokenRange]
) -> bool:
    """Tell whether a clause between marks would report what stands outside: “They say so,” he said.

    A verb alone can: he “warned” that it was late.
    """
    quoted, number = alignment.quoted, alignment.quoted[cue]
    subjects = [child for child in parse.children[cue] if parse.deps[child] in SUBJECTS]
    if number < 0 or number not in [quoted[subject] for subject in subjects]:
        return False
    return any(min(quoted[start], quoted[end - 1]) < 0 for start, end in ranges)


def _agents(parse: Parse, cue: int) -> Sequence[int]:
    """Give the words that say by whom it was said, and the verb of which that is the occasion."""
    agents = [child for child in parse.children[cue] if parse.deps[child] == "agent"]
    marked = any(parse.deps[child] == "mark" for child in parse.children[cue])
    occasion = agents and parse.deps[cue] == "advcl" and not marked
    return [*agents, parse.heads[cue]] if occasion else agents


def _says_by_whom(agents: Sequence[int], part: TokenRange) -> bool:
    return any(part.start <= agent < part.end for agent in agents)


def _inverted_subject_end(parse: Parse, cue: int) -> int:
    """Give where the noun ends that the parse takes for a verb's object, but is who says it; or -1.

    “The road is shut, informed the ministry”: a clause before a comma, and no other subject.
    """
    if parse.tags[cue] not in UNTAKEN_VERB_TAGS or parse.reporting[cue] not in _SAYING:
        return -1
    if not _is_behind_clause(parse, cue) or _has_frame(parse, cue):
        return -1
    nouns = (child for child in parse.children[cue] if parse.lefts[child] == cue + 1)
    able = (noun for noun in nouns if parse.noun_kinds[noun] not in _UNABLE)
    return next((parse.rights[noun] for noun in able), -1)


def _apposition_end(parse: Parse, cue: int) -> int:
    """Give where what stands beside the source in a cue's phrase ends, or -1.

    According to Ann Lee, a baker in Leeds, …; in the words of the mayor, Ann Lee, ….
    """
    nouns = _behind_link(parse, cue, _BEFORE_SOURCE.get(parse.lowers[cue], ""))
    beside = _put_beside(parse, nouns, _APPOSED)
    edges = ((parse.lefts[token], parse.rights[token]) for token in beside)
    opened = (edge for edge in edges if parse.words[edge[0] - 1] == ",")
    return max((end for _, end in opened if "," in parse.words[end - 1 : end + 1]), default=-1)


def _is_behind_clause(parse: Parse, cue: int) -> bool:
    """Tell whether a comma or a closing mark, and before it a subject, stand before the cue."""
    start = sentence_of(parse, cue).start
    set_off = start < cue and (parse.words[cue - 1] == "," or parse.tags[cue - 1] == "''")
    return set_off and not SUBJECTS.isdisjoint(parse.deps[start:cue])


def _has_frame(parse: Parse, cue: int) -> bool:
    """Tell whether the cue has a subject or an auxiliary, or a clause behind it."""
    frame = {parse.deps[child] for child in parse.children[cue]}
    clauses = {parse.deps[child] for child in parse.children[cue] if child > cue}
    return bool(frame & _SUBJECT_OR_AUXILIARY or clauses & _CLAUSAL_OBJECTS)


def _trimmed(parse: Parse, cue: int, ranges: Iterable[TokenRange]) -> Iterator[TokenRange]:
    """Trim stretches, and leave out what is empty or holds the cue."""
    for start, end in ranges:
        stretch = trim(parse, start, end)
        if stretch.start < stretch.end and not stretch.start <= cue < stretch.end:
            yield stretch


def _brackets(parse: Parse, core: TokenRange) -> TokenRange:
    """Give what stands between the brackets around a cue's clause and more, or else everything.

    The plan (“a gift to landlords”, according to Moss) passed.
    """
    first, last = sentence_of(parse, core.start)
    if "(" not in parse.words[first:last]:
        return TokenRange(0, len(parse))
    start = next((t for t in range(core.start - 1, first - 1, -1) if parse.words[t] in "()"), -1)
    end = next((t for t in range(core.end, last) if parse.words[t] in "()"), -1)
    more = any(parse.words[token][0].isalnum() for token in range(start + 1, core.start))
    if min(start, end) < 0 or parse.words[start] != "(" or parse.words[end] != ")" or not more:
        return TokenRange(0, len(parse))
    return TokenRange(start + 1, end)


def _within(part: TokenRange, brackets: TokenRange) -> bool:
    return brackets.start <= part.start and part.end <= brackets.end


def _whole(
    parse: Parse, alignment: Alignment, cue: int, core: TokenRange, brackets: TokenRange
) -> Iterator[Content]:
    if parse.lowers[cue] not in _SOURCE_LED:
        yield from _complements(parse, cue)
    yield from _behind(parse, cue)
    yield from _around(parse, cue, core, brackets)
    yield from _governor(parse, cue, core)
    yield from _segments(parse, alignment, cue)


def _headless(parse: Parse, cue: int, whole: Iterable[Content]) -> Iterator[Content]:
    """Offer every clause behind the cue from its subject on, without what stands before that."""
    for content in whole:
        start, end = content.ranges[0]
        if start <= cue or content.origin not in _CLAUSAL:
            continue
        subject = next((t for t in range(start, end) if parse.deps[t] in SUBJECTS), None)
        if subject is not None and start < (edge := parse.lefts[subject]):
            head = f"{parse.deps[start]}:{parse.plain[start]}"
            yield attrs.evolve(
                content, ranges=(TokenRange(edge, end), *content.ranges[1:]), headed=head
            )


def _complements(parse: Parse, cue: int) -> Iterator[Content]:
    """What the cue governs: clauses, objects, and the objects of its prepositions.

    In “accused him of lying” the preposition may hang on the object.
    """
    children = [child for child in parse.children[cue] if parse.deps[child] in _COMPLEMENTS]
    last = sentence_of(parse, cue)[1]
    for child in children:
        dep = parse.deps[child]
        start, end = subtree(parse, child)
        yield Content(ranges=(subtree(parse, child),), origin=dep, root=child)
        if child > cue and end < last - 1:
            yield Content(ranges=(TokenRange(start, last),), origin=f"{dep}+", root=child)
        yield from _inner_objects(parse, child)
    behind = [child for child in children if child > cue]
    for child in behind[:-1]:
        stretch = TokenRange(parse.lefts[child], parse.rights[behind[-1]])
        yield Content(ranges=(stretch,), origin=f"{parse.deps[child]}..", root=child)


def _inner_objects(parse: Parse, child: int) -> Iterator[Content]:
    """The objects of a preposition, or of one that hangs on an object."""
    if parse.deps[child] in _PREPOSITIONAL:
        yield from _objects(parse, child, "prep")
    elif parse.deps[child] == "dobj":
        for inner in parse.children[child]:
            if parse.lowers[inner] in marked_words("content-opener"):
                yield from _objects(parse, inner, f"dobj>{parse.lowers[inner]}")


def _objects(parse: Parse, preposition: int, origin: str) -> Iterator[Content]:
    for inner in parse.children[preposition]:
        yield Content(
            ranges=(subtree(parse, inner),), origin=f"{origin}:{parse.deps[inner]}", root=inner
        )


def _behind(parse: Parse, cue: int) -> Iterator[Content]:
    """What follows the cue in its sentence, or a colon in its paragraph."""
    last = sentence_of(parse, cue)[1]
    if parse.words[cue] == ":":
        yield Content(
            ranges=(TokenRange(cue + 1, _list_end(parse, cue)),), origin="label", root=cue
        )
    if parse.lowers[cue] not in _SOURCE_LED:
        yield Content(ranges=(TokenRange(cue + 1, last),), origin="behind", root=cue)
    for token in range(cue + 1, min(cue + _REACH, last)):
        word = parse.words[token]
        if word in (":", ","):
            yield Content(ranges=(TokenRange(token + 1, last),), origin=f"behind{word}", root=token)
        if word == ":":
            yield Content(
                ranges=(TokenRange(token + 1, _list_end(parse, token)),), origin="colon", root=token
            )
        says = parse.deps[token] == "mark" or parse.reporting[cue] in _SAYING
        if token > cue + 1 and says and _is_complementiser(parse, token):
            yield Content(ranges=(TokenRange(token + 1, last),), origin="behind that", root=token)


def _behind_own_date(parse: Parse, cue: int) -> int:
    """Give where a clause begins behind the day that stands right behind a cue, or -1.

    In "says the years she spent there were hard" that is no day, but what is told about.
    """
    if parse.tags[cue][0] != "V" or parse.reporting[cue] not in _SAYING:
        return -1
    token = cue + 1 + (parse.deps[cue + 1 : cue + 2] == ["prep"])
    start = token
    while token < len(parse) and (parse.labels[token] in TIME_LABELS or parse.words[token] == ","):
        token += 1
    subject = next(
        (t for t in range(token, sentence_of(parse, cue).end) if parse.deps[t] in SUBJECTS), -1
    )
    opens = subject >= 0 and parse.lefts[subject] == token > start
    verb = parse.heads[subject]
    told = parse.deps[verb] == "relcl" and start <= parse.heads[verb] < token
    return token if opens and not told else -1


def _list_end(parse: Parse, colon: int) -> int:
    """Give the end of what a colon may introduce: its paragraph's, where that is not too far."""
    sentence = min(parse.sentence[colon] + _MOST_LISTED, len(parse.sentences) - 1)
    return min(paragraph_of(parse, colon)[1], parse.sentences[sentence][1])


def _around(parse: Parse, cue: int, core: TokenRange, brackets: TokenRange) -> Iterator[Content]:
    """The sentence without the clause of the cue: before it, behind it, on both sides."""
    sentence = sentence_of(parse, cue)
    first, last = max(sentence[0], brackets.start), min(sentence[1], brackets.end)
    left, right = core
    if left > first:
        yield Content(ranges=(TokenRange(first, left),), origin="before", root=cue)
        yield Content(
            ranges=(TokenRange(first, left), TokenRange(right, last)), origin="around", root=cue
        )
    yield Content(ranges=(TokenRange(right, last),), origin="beyond", root=cue)


def _core(parse: Parse, cue: int) -> TokenRange:
    """Give the cue with its subject, auxiliaries and adjuncts, or the phrase that it is in.

    In “in the words of Ann Lee, …” the phrase ends where the name does, or what stands beside it.
    """
    if parse.deps[cue] == "pobj":
        start = parse.lefts[parse.heads[cue]]
        end = _first_break(parse, cue + 1, parse.rights[cue])
        return TokenRange(start, max(end, _apposition_end(parse, cue)))
    left, right = cue, cue + 1
    for child in parse.children[cue]:
        dep = parse.deps[child]
        if dep not in CUE_CLAUSE or (dep == "npadvmod" and not _is_dated(parse, child)):
            continue
        start, end = subtree(parse, child) if dep in PHRASAL else (child, child + 1)
        if dep in SUBJECTS or start < cue:
            left = min(left, start)
        right = max(right, end)
    return TokenRange(left, min(right, _inserted_end(parse, left, cue)))


def _inserted_end(parse: Parse, left: int, cue: int) -> int:
    """Give the mark that ends the clause of a cue, if one like it opens it too, else the end.

    Behind it the clause around goes on: the road is shut, the mayor said, until May; the road, says
    Ann Lee, an engineer, is shut.
    """
    first, last = sentence_of(parse, cue)
    if left <= first + 1 or parse.words[left - 1] not in _SETTING_OFF:
        return last
    pause = {parse.words[left - 1]}
    end = next_pause(parse, cue, last, pause)
    behind = (*parse.children[cue], *_behind_link(parse, cue, "to"))
    nouns = (noun for noun in behind if cue < noun < end and parse.deps[noun] in _NAMED_BEHIND)
    beside = (parse.rights[one] for one in _put_beside(parse, nouns, _TOLD_BESIDE) if one > end)
    further = (place for place in beside if place < last and parse.words[place] in pause)
    return max(further, default=end)


def _behind_link(parse: Parse, cue: int, link: str) -> Iterator[int]:
    """Give the nouns that a preposition joins to a cue: Lee in "according to Lee"."""
    links = (child for child in parse.children[cue] if parse.lowers[child] == link)
    return (noun for child in links for noun in parse.children[child])


def _put_beside(parse: Parse, nouns: Iterable[int], ties: Container[str]) -> Iterator[int]:
    """Give the heads of what stands beside nouns, tied to them in one of some ways."""
    return (one for noun in nouns for one in parse.children[noun] if parse.deps[one] in ties)


def next_pause(parse: Parse, token: int, end: int, pauses: Container[str] = _SETTING_OFF) -> int:
    """Give the first comma or dash behind a token, or the end; none in a date or a word."""
    places = (place for place in range(token + 1, end) if parse.words[place] in pauses)
    return next((place for place in places if not _is_inside(parse, place)), end)


def _is_inside(parse: Parse, mark: int) -> bool:
    """Tell whether a mark is part of a date or joins the parts of a word: July 18, 2022; re-use."""
    hyphen = parse.words[mark] != "," and parse.starts[mark] == parse.ends[mark - 1]
    return hyphen or parse.labels[mark] in TIME_LABELS


def _is_dated(parse: Parse, noun: int) -> bool:
    """Tell whether a noun that stands as an adverb tells the time: said Monday, last week."""
    start, end = subtree(parse, noun)
    return any(parse.labels[token] in ("DATE", "TIME") for token in range(start, end))


def _first_break(parse: Parse, start: int, end: int) -> int:
    """Give the first comma, colon or mark of a range, else its end."""
    breaks = (token for token in range(start, end) if parse.tags[token] in BREAK_TAGS)
    return next(breaks, end)


def _governor(parse: Parse, cue: int, core: TokenRange) -> Iterator[Content]:
    """What the cue hangs on: the clause around a parenthesis, the noun before a relative."""
    head = parse.heads[cue]
    for child in parse.children[cue]:
        if parse.deps[child] == "nsubjpass":
            yield Content(ranges=(subtree(parse, child),), origin="subject", root=child)
    if head == cue:
        return
    start, end = subtree(parse, cue)
    outer = subtree(parse, head)
    left = min(start, core[0])
    dep = parse.deps[cue]
    yield Content(
        ranges=(TokenRange(outer.start, left), TokenRange(end, outer.end)),
        origin=f"head-{dep}",
        root=head,
    )
    if dep in ("relcl", "acl"):
        yield Content(ranges=(TokenRange(outer.start, start),), origin="antecedent", root=head)


def _segments(parse: Parse, alignment: Alignment, cue: int) -> Iterator[Content]:
    """The segments near the cue."""
    first, last = sentence_of(parse, cue)
    start, end = paragraph_of(parse, cue)
    near = slice(max(start, first - _REACH), min(end, last + _REACH))
    for number in sorted(set(alignment.quoted[near]) - {-1}):
        stretch = alignment.ranges[number]
        yield Content(ranges=(stretch,), origin="segment", root=stretch[0])


def _cut(
    parse: Parse, cue: int, whole: Iterable[Content]
) -> Iterator[tuple[Content, tuple[TokenRange, ...], _Tail]]:
    """Offer every candidate that ends behind the cue without its last tails.

    With each come the stretches that are left, and the tail.
    """
    behind = [one for one in whole if one.ranges[-1].start > cue and one.origin not in _UNCUT]
    joints = _joints(parse, cue + 1, max((one.ranges[-1].end for one in behind), default=0))
    for content in behind:
        start, end = content.ranges[-1]
        first, last = bisect_right(joints, max(start, content.root)), bisect_left(joints, end)
        for place, tail in _tails(parse, content.root, start, joints[first:last])[:_MOST_TAILS]:
            yield content, (*content.ranges[:-1], TokenRange(start, place)), tail


def _joints(parse: Parse, start: int, end: int) -> list[int]:
    """List the tokens with which a tail may begin, or on which it hangs."""
    return [
        token
        for token in range(start, end)
        if parse.deps[token] in _TAILS or parse.words[token] in _PAUSES
    ]


def _tails(parse: Parse, root: int, start: int, joints: Iterable[int]) -> list[tuple[int, _Tail]]:
    """List where tails begin that hang on the root or on the last words, and what they are."""
    tails: dict[int, _Tail] = {}
    for token in joints:
        dep = parse.deps[token]
        if dep in _TAILS:
            edge = parse.lefts[token]
            set_off = edge > start and parse.tags[edge - 1] in _SET_OFF_TAGS
            if edge > start and (set_off or _near(parse, token, root)):
                tails[edge] = (dep, parse.plain[edge], token)
        else:
            tails.setdefault(token, ("punct", parse.words[token], token))
    return sorted(tails.items())


def _near(parse: Parse, token: int, root: int) -> bool:
    """Tell whether the token hangs on the root by at most two steps."""
    head = parse.heads[token]
    return root in (head, parse.heads[head])


def trim(parse: Parse, start: int, end: int) -> TokenRange:
    """Cut the complementiser, conjunctions, marks and punctuation off the edges."""
    while start < end and (parse.words[start] in _OPENING or _leads_in(parse, start)):
        start += 1
    while end > start and (parse.words[end - 1] in _CLOSING or _is_edge(parse, end - 1)):
        end -= 1
    return TokenRange(start, end)


def _is_edge(parse: Parse, token: int) -> bool:
    """Tell whether a token is a mark or joins what stands beside it; not: neither of them."""
    tag = parse.tags[token]
    return tag in MARK_TAGS or (tag == "CC" and parse.deps[token] == "cc")


def _leads_in(parse: Parse, token: int) -> bool:
    """Tell whether a token leads in a clause: that it rained; not: that was wrong, That road is.

    Behind a verb "that" can always be the complementiser, though the tagger says it is an article.
    """
    if parse.lowers[token] != "that":
        return _is_edge(parse, token)
    if parse.deps[token] == "det":
        return parse.words[token] == "that" != parse.lowers[token - 1]
    pronoun = parse.deps[token] in SUBJECTS and parse.tags[token] != "IN"
    relative = parse.deps[parse.heads[token]] == "relcl"
    return not pronoun or relative or _is_complementiser(parse, token)


def _is_complementiser(parse: Parse, token: int) -> bool:
    """Tell whether "that" leads in a clause which has its subject behind it: that he had left.

    The parser may take it for the object or another subject: said in a post that he had left.
    """
    if parse.lowers[token] != "that" or parse.deps[token] == "mark":
        return parse.lowers[token] == "that"
    behind = (child for child in parse.children[parse.heads[token]] if child > token)
    clause = parse.deps[token] in ("dobj", "nsubj") and parse.tags[token] != "DT"
    return clause and any(parse.deps[child] in SUBJECTS for child in behind)
