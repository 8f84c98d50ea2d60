"""Cues: the words that report, each with its probability."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence

import attrs

from quoteattr.lexicon.reporting_words import stem
from quoteattr.scoring.choice import Choice, Question, choose, yes_or_no
from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.datelines import behind_dateline
from quoteattr.syntax.grammar import ALL_SUBJECTS, AUXILIARIES, PARTICLES
from quoteattr.syntax.mentions import leads_to_speaker
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import Parse, chars_of, lacks_stop, paragraph_of, sentence_of

__all__ = [
    "LIKELY_CUE",
    "Cue",
    "cue_features",
    "cue_question",
    "find_cues",
    "is_candidate",
    "likely_tokens",
    "within",
]

_OBJECTS = frozenset({"attr", "dobj", "oprd", "pobj"})
# clauses that hang on a word
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "relcl", "xcomp"})
# small words with a cue, and what makes it another verb
_FRAME_WORDS = frozenset({*PARTICLES, "dative", "prt"})

LIKELY_CUE = 0.3
"""Probability above which a word counts as a cue for what stands around it."""

_SURE = 0.95  # probability of a cue that is none but by its place

_NEAR = 3  # tokens to the nearest marks
_FAR = 38  # tokens, beyond which no marks are looked for
_FRAME = ("nsubj", "ccomp", "dobj", "xcomp")
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
    """Find the tokens that report with a probability of at least `threshold`, in order.

    Where *per* leads to a speaker it is as sure a cue as *according*, and no choice was made.
    """
    cues = []
    for token in range(len(parse)):
        if leads_to_speaker(parse, token):
            cues.append(Cue(token=token, probability=_SURE))
        elif is_candidate(parse, token, model.weights):
            choice = choose(cue_question(parse, alignment, token), model)
            probability = choice.probability_of(candidate=True)
            if probability >= threshold:
                cues.append(Cue(token=token, probability=probability, choice=choice))
    return tuple(cues)


def likely_tokens(strength: Mapping[int, float]) -> Sequence[int]:
    """Give the tokens of the likely cues, in order.

    Args:
        strength: probability (0-1) of each cue, by token.

    Examples:
        >>> likely_tokens({7: 0.9, 2: 0.1, 4: 0.5})
        [4, 7]
    """
    return sorted(token for token, rate in strength.items() if rate > LIKELY_CUE)


def within(tokens: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Give those of some tokens in order that lie from `start` up to `end`.

    Examples:
        >>> within([2, 4, 7], 4, 7)
        [4]
    """
    return tokens[bisect_left(tokens, start) : bisect_left(tokens, end)]


def is_candidate(parse: Parse, token: int, known: Container[str]) -> bool:
    """Tell whether a token can be a cue: a verb, a colon behind a label, a word `known` as one."""
    tag = parse.tags[token]
    if tag[0] == "V":
        return parse.deps[token] not in AUXILIARIES
    if parse.words[token] == ":":
        labelled = 0 < token - paragraph_of(parse, token)[0] <= _LONGEST_LABEL
        return labelled and not _ends_dateline(parse, token)
    listed = f"form={parse.lowers[token]}" in known or parse.reporting[token]
    return bool(listed) and parse.deps[token] != "compound"


def _ends_dateline(parse: Parse, colon: int) -> bool:
    """Tell whether the colon ends where, or where and when, the report was written."""
    start, end = chars_of(parse, *paragraph_of(parse, colon))
    return behind_dateline(parse.text, start, end) > parse.starts[colon]


def cue_question(parse: Parse, alignment: Alignment, token: int) -> Question[bool]:
    """Ask whether a token is a cue."""
    return yes_or_no(lambda: cue_features(parse, alignment, token))


def cue_features(parse: Parse, alignment: Alignment, token: int) -> list[str]:
    """Name what speaks for or against the token's being a cue."""
    return [
        "bias",
        *_form(parse, token),
        *_frame(parse, token),
        *_neighbours(parse, token),
        *_marks(parse, alignment, token),
    ]


def _form(parse: Parse, token: int) -> list[str]:
    word, tag, dep = parse.lowers[token], parse.tags[token], parse.deps[token]
    root, sort = stem(word), parse.reporting[token] or "other"
    names = [
        f"form={word}",
        f"stem={root}",
        f"tag={tag}",
        f"stem+tag={root}|{tag}",
        f"dep={dep}",
        f"stem+dep={root}|{dep}",
        f"class+dep={sort}|{dep}|{tag}",
    ]
    head = parse.heads[token]
    if head != token:
        names += [
            f"head={parse.plain[head]}",
            f"headtag={parse.tags[head]}",
            f"class+head={sort}|{parse.reporting[head]}|{dep}",
        ]
    return names


def _frame(parse: Parse, token: int) -> list[str]:
    """Name the syntactic frame: which complements stand with the word."""
    root, listed = parse.stems[token], parse.reporting[token]
    sort = listed or "other"
    names = [f"class={sort}|{parse.tags[token][0]}"]
    children = parse.children[token]
    present = dict.fromkeys([parse.deps[child] for child in children])
    for child in children:
        names += _child(parse, token, child, root, listed)
    for dep in present:
        names += (f"has={dep}", f"class+has={sort}|{dep}", f"stem+has={root}|{dep}")
    for dep in _FRAME:
        if dep not in present:
            names += (f"no={dep}", f"class+no={sort}|{dep}", f"stem+no={root}|{dep}")
    return names


def _child(parse: Parse, token: int, child: int, root: str, listed: str) -> Sequence[str]:
    dep, word = parse.deps[child], parse.plain[child]
    if dep in ALL_SUBJECTS:
        taker = _taker(parse, child, root, listed)
        return (f"subject={_sort(parse, child)}", f"subjectword={word}", *taker)
    if dep in _FRAME_WORDS:
        return (f"{dep}={word}", f"stem+{dep}={root}|{word}")
    if dep in _CLAUSES:
        side = "before" if child < token else "behind"
        marks = [mark for mark in parse.children[child] if parse.deps[mark] == "mark"]
        return [f"{dep}:{side}", *(f"{dep}:mark={parse.lowers[mark]}" for mark in marks)]
    if dep in _OBJECTS:
        taker = _taker(parse, child, root, listed)
        return (f"{dep}:{_sort(parse, child)}", f"{dep}={word}", *taker)
    return ()


def _taker(parse: Parse, child: int, root: str, listed: str) -> tuple[str, str, str]:
    """What can speak or be spoken to, as the word's subject or object."""
    voice, dep = parse.noun_kinds[child], parse.deps[child]
    return (
        f"{dep}+class={voice}",
        f"class+{dep}={listed}|{voice}",
        f"stem+{dep}+class={root}|{voice}",
    )


def _sort(parse: Parse, token: int) -> str:
    """Give the rough sort of a noun: its entity label, or what its tag says."""
    return parse.labels[token] or parse.tags[token][:3]


def _neighbours(parse: Parse, token: int) -> list[str]:
    root = parse.stems[token]
    start, end = paragraph_of(parse, token)
    names = [f"headline={lacks_stop(parse, token)}"]
    for step in (-2, -1, 1, 2):
        place = token + step
        inside = start <= place < end
        word = parse.plain[place] if inside else "#"
        names.append(f"{step}={word}")
        if step in (-1, 1):
            tag = parse.tags[place] if inside and word != "#" else "#"
            names += (f"stem+{step}={root}|{word}", f"{step}tag={tag}")
    first, last = sentence_of(parse, token)
    if token == first:
        names.append("first")
    if token >= last - 2:
        names.append("last")
    return names


def _marks(parse: Parse, alignment: Alignment, token: int) -> list[str]:
    quoted = alignment.quoted
    if quoted[token] >= 0:
        return ["quoted", f"stem+quoted={parse.stems[token]}"]
    start, end = paragraph_of(parse, token)
    before = _distance(quoted[max(start, token - _FAR) : token][::-1])
    behind = _distance(quoted[token + 1 : min(end, token + 1 + _FAR)])
    sort = parse.reporting[token] or "other"
    names = [
        f"marks:before={before}",
        f"class+marks:before={sort}|{before}",
        f"marks:behind={behind}",
        f"class+marks:behind={sort}|{behind}",
    ]
    if "close" in (before, behind):
        names.append(f"stem+marks={parse.stems[token]}")
    return names


def _distance(quoted: Sequence[int]) -> str:
    """Tell how far away the nearest quoted token is."""
    if max(quoted, default=-1) < 0:
        return "none"
    steps = next(steps for steps, number in enumerate(quoted) if number >= 0)
    return "close" if steps <= _NEAR else "near" if steps <= 4 * _NEAR else "far"
