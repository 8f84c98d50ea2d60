"""Cues: the words that report, each with its probability."""

from __future__ import annotations

import functools
from collections.abc import Container, Iterator, Sequence

import attrs

from quoteattr.lexicon.reporting_words import stem
from quoteattr.scoring.choice import Choice, Question, choose, yes_or_no
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.grammar import ALL_SUBJECTS, CLAUSES, FRAME_WORDS, LINE_END_TAGS, OBJECTS
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import Parse, paragraph_of, sentence_of

__all__ = [
    "Cue",
    "cue_features",
    "cue_question",
    "find_cues",
    "is_candidate",
    "is_headline",
]

_NEAR = 3  # tokens to the nearest marks
_FAR = 38  # tokens, beyond which no marks are looked for
_LONGEST_LABEL = 8  # tokens before a colon


@attrs.frozen(kw_only=True)
class Cue:
    """A token that reports.

    Attributes:
        token: the token.
        probability: that it reports (0-1).
        choice: how that was decided.
    """

    token: int
    probability: float
    choice: Choice[bool] | None = attrs.field(default=None, eq=False, repr=False)


def find_cues(
    parse: Parse, alignment: Alignment, model: Model, *, threshold: float
) -> tuple[Cue, ...]:
    """Find the tokens that report with a probability of at least `threshold`, in order."""
    cues = []
    for token in range(len(parse)):
        if is_candidate(parse, token, model.weights):
            choice = choose(cue_question(parse, alignment, token), model)
            probability = choice.probability_of(candidate=True)
            if probability >= threshold:
                cues.append(Cue(token=token, probability=probability, choice=choice))
    return tuple(cues)


def is_candidate(parse: Parse, token: int, known: Container[str]) -> bool:
    """Tell whether a token can be a cue: a verb, a colon behind a label, a word `known` as one."""
    tag = parse.tags[token]
    if tag[0] == "V":
        return parse.deps[token] not in ("aux", "auxpass")
    if parse.words[token] == ":":
        return 0 < token - paragraph_of(parse, token)[0] <= _LONGEST_LABEL
    listed = f"form={parse.lowers[token]}" in known or parse.reporting[token]
    return bool(listed) and parse.deps[token] != "compound"


def cue_question(parse: Parse, alignment: Alignment, token: int) -> Question[bool]:
    """Ask whether a token is a cue."""
    return yes_or_no(lambda: cue_features(parse, alignment, token))


def cue_features(parse: Parse, alignment: Alignment, token: int) -> Iterator[str]:
    """Name what speaks for or against the token's being a cue."""
    yield "bias"
    yield from _form(parse, token)
    yield from _frame(parse, token)
    yield from _neighbours(parse, token)
    yield from _marks(parse, alignment, token)


def _form(parse: Parse, token: int) -> Iterator[str]:
    sort, dep = parse.reporting[token] or "other", parse.deps[token]
    yield from _word(parse.lowers[token], parse.tags[token], dep, sort)
    head = parse.heads[token]
    if head != token:
        yield f"head={parse.plain[head]}"
        yield f"headtag={parse.tags[head]}"
        yield f"class+head={sort}|{parse.reporting[head]}|{dep}"


# Most words that can be cues are of a few hundred forms, which stand in few frames.
_remembered = functools.lru_cache(maxsize=1 << 14)


@_remembered
def _word(word: str, tag: str, dep: str, sort: str) -> tuple[str, ...]:
    root = stem(word)
    return (
        f"form={word}",
        f"stem={root}",
        f"tag={tag}",
        f"stem+tag={root}|{tag}",
        f"dep={dep}",
        f"stem+dep={root}|{dep}",
        f"class+dep={sort}|{dep}|{tag}",
    )


def _frame(parse: Parse, token: int) -> Iterator[str]:
    """Name the syntactic frame: which complements stand with the word."""
    root, listed = parse.stems[token], parse.reporting[token]
    sort = listed or "other"
    yield f"class={sort}|{parse.tags[token][0]}"
    children = parse.children[token]
    for child in children:
        yield from _child(parse, token, child, root, listed)
    present = dict.fromkeys(map(parse.deps.__getitem__, children))
    for dep in present:
        yield from _complement("has", root, sort, dep)
    for dep in ("nsubj", "ccomp", "dobj", "xcomp"):
        if dep not in present:
            yield from _complement("no", root, sort, dep)


@_remembered
def _complement(whether: str, root: str, sort: str, dep: str) -> tuple[str, ...]:
    return (
        f"{whether}={dep}",
        f"class+{whether}={sort}|{dep}",
        f"stem+{whether}={root}|{dep}",
    )


def _child(parse: Parse, token: int, child: int, root: str, listed: str) -> Iterator[str]:
    dep, word = parse.deps[child], parse.plain[child]
    if dep in ALL_SUBJECTS:
        yield f"subject={_sort(parse, child)}"
        yield f"subjectword={word}"
        yield from _taker(parse.noun_kinds[child], dep, root, listed)
    elif dep in FRAME_WORDS:
        yield f"{dep}={word}"
        yield f"stem+{dep}={root}|{word}"
    elif dep in CLAUSES:
        side = "before" if child < token else "behind"
        yield f"{dep}:{side}"
        for mark in parse.children[child]:
            if parse.deps[mark] == "mark":
                yield f"{dep}:mark={parse.lowers[mark]}"
    elif dep in OBJECTS:
        yield f"{dep}:{_sort(parse, child)}"
        yield f"{dep}={word}"
        yield from _taker(parse.noun_kinds[child], dep, root, listed)


@_remembered
def _taker(voice: str, dep: str, root: str, listed: str) -> tuple[str, ...]:
    """What can speak or be spoken to, as the word's subject or object."""
    return (
        f"{dep}+class={voice}",
        f"class+{dep}={listed}|{voice}",
        f"stem+{dep}+class={root}|{voice}",
    )


def _sort(parse: Parse, token: int) -> str:
    """Give the rough sort of a noun: its entity label, or what its tag says."""
    return parse.labels[token] or parse.tags[token][:3]


def _neighbours(parse: Parse, token: int) -> Iterator[str]:
    root = parse.stems[token]
    start, end = paragraph_of(parse, token)
    for step in (-2, -1, 1, 2):
        place = token + step
        word = parse.plain[place] if start <= place < end else "#"
        yield f"{step}={word}"
        if step in (-1, 1):
            yield f"stem+{step}={root}|{word}"
            yield f"{step}tag={parse.tags[place] if word != '#' else '#'}"
    first, last = sentence_of(parse, token)
    yield f"headline={is_headline(parse, token)}"
    if token == first:
        yield "first"
    if token >= last - 2:
        yield "last"


def is_headline(parse: Parse, token: int) -> bool:
    """Tell whether the token's paragraph ends without a stop, as headlines and captions do."""
    _, end = paragraph_of(parse, token)
    return parse.tags[end - 1] not in LINE_END_TAGS


def _marks(parse: Parse, alignment: Alignment, token: int) -> Iterator[str]:
    quoted = alignment.quoted
    if quoted[token] >= 0:
        yield "quoted"
        yield f"stem+quoted={parse.stems[token]}"
        return
    start, end = paragraph_of(parse, token)
    before = _distance(quoted[max(start, token - _FAR) : token][::-1])
    behind = _distance(quoted[token + 1 : min(end, token + 1 + _FAR)])
    sort = parse.reporting[token] or "other"
    for side, distance in (("before", before), ("behind", behind)):
        yield f"marks:{side}={distance}"
        yield f"class+marks:{side}={sort}|{distance}"
    if "close" in (before, behind):
        yield f"stem+marks={parse.stems[token]}"


def _distance(quoted: Sequence[int]) -> str:
    """Tell how far away the nearest quoted token is."""
    if max(quoted, default=-1) < 0:
        return "none"
    steps = next(steps for steps, number in enumerate(quoted) if number >= 0)
    return "close" if steps <= _NEAR else "near" if steps <= 4 * _NEAR else "far"
