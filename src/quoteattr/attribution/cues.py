"""Cues: the words that report, each with its probability."""

from __future__ import annotations

import functools
from collections.abc import Container, Iterator, Mapping, Sequence

import attrs

from quoteattr.lexicon.word_lists import read_table
from quoteattr.scoring.linear_model import Model, logistic, score
from quoteattr.syntax.mentions import noun_class
from quoteattr.syntax.quoted_tokens import Alignment
from quoteattr.syntax.tokens import Parse

__all__ = [
    "Cue",
    "cue_features",
    "find_cues",
    "is_candidate",
    "is_headline",
    "plain",
    "reporting_class",
    "stem",
]

_STOPS = frozenset({".", "''", ":", ","})
_DOUBLED = frozenset("bdglmnprt")
_NEAR = 3
_LONGEST_LABEL = 8
_SUBJECT = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_SUFFIXES = ("ing", "ed", "es", "s", "d", "e")


@attrs.frozen(kw_only=True)
class Cue:
    """A token that reports, and the probability (0-1) that it does."""

    token: int
    probability: float


def find_cues(
    parse: Parse, alignment: Alignment, model: Model, *, threshold: float
) -> tuple[Cue, ...]:
    """Find the tokens that report with a probability of at least `threshold`, in order."""
    cues = []
    for token in range(len(parse)):
        if is_candidate(parse, token, model.weights):
            features = cue_features(parse, alignment, token)
            probability = logistic(score(model, features))
            if probability >= threshold:
                cues.append(Cue(token=token, probability=probability))
    return tuple(cues)


def is_candidate(parse: Parse, token: int, known: Container[str]) -> bool:
    """Tell whether a token can be a cue: a verb, a colon behind a label, a word `known` as one."""
    tag = parse.tags[token]
    if tag[0] == "V":
        return parse.deps[token] not in ("aux", "auxpass")
    if parse.words[token] == ":":
        return 0 < token - parse.paragraphs[parse.paragraph[token]][0] <= _LONGEST_LABEL
    listed = f"form={parse.lowers[token]}" in known or reporting_class(parse, token)
    return bool(listed) and parse.deps[token] != "compound"


def reporting_class(parse: Parse, token: int) -> str:
    """Give the class of a word that can report, "" for every other word."""
    word, tag = parse.lowers[token], parse.tags[token]
    key = f"v:{stem(word)}" if tag[0] == "V" else f"n:{_singular(word, tag)}"
    return _reporting_classes().get(key, "")


@functools.cache
def _reporting_classes() -> Mapping[str, str]:
    """Map every listed noun, and the stem of every form of a listed verb, to its class."""
    classes: dict[str, str] = {}
    for entry, sort in read_table("reporting_words").items():
        part, _, word = entry.partition(":")
        for form in _verb_forms(word) if part == "v" else (word,):
            classes.setdefault(f"{part}:{stem(form) if part == 'v' else form}", sort)
    return classes


def _verb_forms(verb: str) -> Iterator[str]:
    """Give the regular forms of a verb, with its last consonant doubled where that may be."""
    root = verb.removesuffix("e")
    yield from (verb, f"{verb}s", f"{verb}es", f"{root}ed", f"{root}ing")
    if verb.endswith("y"):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")
    if verb[-1] in _DOUBLED and verb[-2] in "aeiou":
        yield f"{verb}{verb[-1]}ed"


def plain(parse: Parse, token: int) -> str:
    """Give a word in lower case, or "NNP" for a name, so that no feature names anybody."""
    if parse.tags[token][:3] == "NNP" and parse.labels[token] not in ("DATE", "TIME"):
        return "NNP"
    return parse.lowers[token]


def _singular(word: str, tag: str) -> str:
    return word[:-1] if tag == "NNS" and word.endswith("s") and word != "words" else word


def cue_features(parse: Parse, alignment: Alignment, token: int) -> Iterator[str]:
    """Name what speaks for or against the token's being a cue."""
    yield "bias"
    yield from _form(parse, token)
    yield from _frame(parse, token)
    yield from _neighbours(parse, token)
    yield from _marks(parse, alignment, token)


def _form(parse: Parse, token: int) -> Iterator[str]:
    word, tag = parse.lowers[token], parse.tags[token]
    yield f"form={word}"
    yield f"stem={stem(word)}"
    yield f"tag={tag}"
    yield f"stem+tag={stem(word)}|{tag}"
    yield f"dep={parse.deps[token]}"
    sort, dep = reporting_class(parse, token) or "other", parse.deps[token]
    yield f"stem+dep={stem(word)}|{dep}"
    yield f"class+dep={sort}|{dep}|{tag}"
    head = parse.heads[token]
    if head != token:
        yield f"head={plain(parse, head)}"
        yield f"headtag={parse.tags[head]}"
        yield f"class+head={sort}|{reporting_class(parse, head)}|{dep}"


@functools.lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Cut the commonest endings off, so that the forms of one verb mostly agree.

    Examples:
        >>> stem("announced"), stem("announces"), stem("announcing")
        ('announc', 'announc', 'announc')
    """
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:  # noqa: PLR2004
            return word[: -len(suffix)]
    return word


def _frame(parse: Parse, token: int) -> Iterator[str]:
    """Name the syntactic frame: which complements stand with the word."""
    root, listed = stem(parse.lowers[token]), reporting_class(parse, token)
    sort = listed or "other"
    yield f"class={sort}|{parse.tags[token][0]}"
    present = dict.fromkeys(parse.deps[child] for child in parse.children[token])
    for child in parse.children[token]:
        yield from _child(parse, token, child, root, listed)
    for dep in present:
        yield f"has={dep}"
        yield f"class+has={sort}|{dep}"
        yield f"stem+has={root}|{dep}"
    for dep in ("nsubj", "ccomp", "dobj", "xcomp"):
        if dep not in present:
            yield f"no={dep}"
            yield f"class+no={sort}|{dep}"
            yield f"stem+no={root}|{dep}"


def _child(parse: Parse, token: int, child: int, root: str, listed: str) -> Iterator[str]:
    dep, word = parse.deps[child], plain(parse, child)
    if dep in _SUBJECT:
        yield f"subject={_sort(parse, child)}"
        yield f"subjectword={word}"
        yield from _taker(parse, child, root, listed)
    elif dep in ("prep", "prt", "mark", "aux", "auxpass", "neg", "agent", "dative", "advmod"):
        yield f"{dep}={word}"
        yield f"stem+{dep}={root}|{word}"
    elif dep in ("ccomp", "advcl", "xcomp", "acl", "relcl"):
        side = "before" if child < token else "behind"
        yield f"{dep}:{side}"
        for mark in parse.children[child]:
            if parse.deps[mark] == "mark":
                yield f"{dep}:mark={parse.lowers[mark]}"
    elif dep in ("dobj", "attr", "oprd", "pobj"):
        yield f"{dep}:{_sort(parse, child)}"
        yield f"{dep}={word}"
        yield from _taker(parse, child, root, listed)


def _taker(parse: Parse, child: int, root: str, listed: str) -> Iterator[str]:
    """What can speak or be spoken to, as the word's subject or object."""
    voice, dep = noun_class(parse, child), parse.deps[child]
    yield f"{dep}+class={voice}"
    yield f"class+{dep}={listed}|{voice}"
    yield f"stem+{dep}+class={root}|{voice}"


def _sort(parse: Parse, token: int) -> str:
    """Give the rough sort of a noun: its entity label, or what its tag says."""
    return parse.labels[token] or parse.tags[token][:3]


def _neighbours(parse: Parse, token: int) -> Iterator[str]:
    root = stem(parse.lowers[token])
    start, end = parse.paragraphs[parse.paragraph[token]]
    for step in (-2, -1, 1, 2):
        place = token + step
        word = plain(parse, place) if start <= place < end else "#"
        yield f"{step}={word}"
        if step in (-1, 1):
            yield f"stem+{step}={root}|{word}"
            yield f"{step}tag={parse.tags[place] if word != '#' else '#'}"
    first, last = parse.sentences[parse.sentence[token]]
    yield f"headline={is_headline(parse, token)}"
    if token == first:
        yield "first"
    if token >= last - 2:
        yield "last"


def is_headline(parse: Parse, token: int) -> bool:
    """Tell whether the token's paragraph ends without a stop, as headlines and captions do."""
    _, end = parse.paragraphs[parse.paragraph[token]]
    return parse.tags[end - 1] not in _STOPS


def _marks(parse: Parse, alignment: Alignment, token: int) -> Iterator[str]:
    quoted = alignment.quoted
    if quoted[token] >= 0:
        yield "quoted"
        yield f"stem+quoted={stem(parse.lowers[token])}"
        return
    start, end = parse.paragraphs[parse.paragraph[token]]
    nearest = {
        "before": _distance(quoted, range(token - 1, start - 1, -1)),
        "behind": _distance(quoted, range(token + 1, end)),
    }
    sort = reporting_class(parse, token) or "other"
    for side, distance in nearest.items():
        yield f"marks:{side}={distance}"
        yield f"class+marks:{side}={sort}|{distance}"
    if "close" in nearest.values():
        yield f"stem+marks={stem(parse.lowers[token])}"


def _distance(quoted: Sequence[int], places: range) -> str:
    """Tell how far away the nearest quoted token is."""
    for steps, place in enumerate(places):
        if quoted[place] >= 0:
            return "close" if steps <= _NEAR else "near" if steps <= 4 * _NEAR else "far"
        if steps > 12 * _NEAR:
            break
    return "none"
