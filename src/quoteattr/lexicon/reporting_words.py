"""Reporting words: which class of saying a word belongs to, by its form and tag alone."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from quoteattr.lexicon.plurals import singulars
from quoteattr.lexicon.word_lists import marked_words, read_table, read_words

__all__ = ["is_lead_verb", "reporting_class", "stem", "telling_stems"]

_DOUBLED = frozenset("bdglmnprt")
_SUFFIXES = ("ing", "ed", "es", "s", "d", "e")
_LEADING_TAGS = frozenset({"VBD", "VBZ"})
_SHORTEST_STEM = 3  # letters


@functools.lru_cache(maxsize=16_384)
def reporting_class(word: str, tag: str) -> str:
    """Give the class of a lower-cased word that can report, "" for every other word.

    Examples:
        >>> reporting_class("announced", "VBD") == reporting_class("announces", "VBZ") != ""
        True
        >>> reporting_class("table", "NN")
        ''
    """
    if tag[0] == "V":
        return _reporting_classes().get(f"v:{stem(word)}", "")
    forms = singulars(word) if tag == "NNS" else (word,)
    classes = (_reporting_classes().get(f"n:{form}", "") for form in forms)
    return next(filter(None, classes), "")


def is_lead_verb(word: str, tag: str) -> bool:
    """Tell whether a lower-cased word is a verb that may lead in a name: said, adds.

    Examples:
        >>> is_lead_verb("said", "VBD"), is_lead_verb("said", "NNP")
        (True, False)
    """
    return tag in _LEADING_TAGS and word in marked_words("lead-verb")


@functools.lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Cut the commonest endings off, so that the forms of one verb mostly agree.

    Examples:
        >>> stem("announced"), stem("announces"), stem("announcing")
        ('announc', 'announc', 'announc')
    """
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


@functools.cache
def telling_stems() -> frozenset[str]:
    """Give the stems of the forms of verbs whose object is the one who is spoken to.

    Examples:
        >>> stem("warned") in telling_stems(), stem("said") in telling_stems()
        (True, False)
    """
    verbs = read_words("telling_verbs")
    forms = ((verb, f"{verb}ed", f"{verb.removesuffix('e')}ing") for verb in verbs)
    return frozenset(stem(form) for verb_forms in forms for form in verb_forms)


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
