"""The recogniser's labels, set right where the words around a name tell what it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from quoteattr.lexicon.noun_kinds import is_body, is_person_noun, is_role, is_title_word
from quoteattr.lexicon.word_lists import marked_words, read_table, read_words
from quoteattr.syntax.grammar import ATTRIBUTIVE, NOMINAL_SUBJECTS
from quoteattr.syntax.tokens import Entity, Parse, TokenRange, with_entities

__all__ = ["set_labels_right"]


_BODY, _PERSON = "ORG", "PERSON"
_CONFUSED = frozenset({"", "GPE", "LOC", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART"})
_UNTOLD = frozenset({"", "PERSON", "PRODUCT"})
_REACH = 25  # tokens
_SENTENCES = 2  # looked back over
_SHORTEST_NAME, _LONGEST_NAME = 2, 4


def set_labels_right(parse: Parse, runs: Sequence[TokenRange], quoted: Sequence[bool]) -> Parse:
    """Give the text with other labels where a name is shown to be a body's or a person's.

    A person stands behind a role: spokesperson Gurleen Sekhon. A body stands behind its class
    (the daily Morning Star), has something ("sacked their manager"), or is called so next ("The
    company"); wherever else the text names it, it is a body too.

    Args:
        parse: the text's tokens.
        runs: its runs of capitals.
        quoted: by token, whether it stands between quotation marks.
    """
    shown = {_words(parse, run) for run in _shown_bodies(parse, runs, quoted)}
    found = {run: _BODY for run in runs if shown and _words(parse, run) in shown}
    found.update((run, _PERSON) for run in _persons(parse, runs))
    return _relabelled(parse, found) if found else parse


def _words(parse: Parse, run: TokenRange) -> tuple[str, ...]:
    return tuple(parse.lowers[slice(*run)])


# --- persons -----------------------------------------------------------------------------------


def _persons(parse: Parse, runs: Iterable[TokenRange]) -> Iterator[TokenRange]:
    for start, end in runs:
        if _is_appointed(parse, start, end) or _has_kin(parse, start, end):
            yield TokenRange(start, end)
        elif _begins_with_role(parse, start, end):
            yield TokenRange(start + 1, end)


def _has_kin(parse: Parse, start: int, end: int) -> bool:
    """Tell whether the names are joined with somebody of theirs: Ann Lee and her sister."""
    joined = parse.lowers[end : end + 2] in (["and", "his"], ["and", "her"])
    named = end - start >= _SHORTEST_NAME and _PERSON not in parse.labels[start:end]
    return joined and named and _may_be_mistaken(parse, start, end)


def _begins_with_role(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a role was taken for a part of a name before a person: CFO Lindiwe Sithole."""
    number = parse.entity[start]
    if number < 0 or not is_role(parse.lowers[start]) or end - start <= _SHORTEST_NAME:
        return False
    wrong = parse.entities[number]
    return (
        (wrong.start, wrong.end, wrong.label) == (start, start + 2, _BODY)
        and not is_role(parse.lowers[start + 1])
        and all(label == _PERSON for label in parse.labels[start + 2 : end])
    )


def _is_appointed(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a role in small letters stands straight before two words or more."""
    role = start - 1
    return (
        role >= 0
        and _SHORTEST_NAME <= end - start <= _LONGEST_NAME
        and parse.words[role].islower()
        and parse.tags[role] == "NN"
        and parse.deps[role] in ATTRIBUTIVE
        and is_role(parse.lowers[role])
        and not is_body(parse.lowers[role])
        and _may_be_mistaken(parse, start, end)
        and _PERSON not in parse.labels[start:end]
    )


def _may_be_mistaken(parse: Parse, start: int, end: int) -> bool:
    """Tell whether the words are names, none of which tells a body or is shouted."""
    known = read_words("organization_words")
    return all(
        parse.labels[token] in _CONFUSED
        and parse.words[token].isalpha()
        and not parse.words[token].isupper()
        and parse.lowers[token] not in known
        and not is_body(parse.lowers[token])
        for token in range(start, end)
    )


# --- bodies ------------------------------------------------------------------------------------


def _shown_bodies(
    parse: Parse, runs: Sequence[TokenRange], quoted: Sequence[bool]
) -> Iterator[TokenRange]:
    """Give the runs that no person is called by, and of which the words around tell a body."""
    starts = {end: start for start, end in runs}
    ends = [
        rule(parse, token, quoted)
        for token, word in enumerate(parse.lowers)
        if (rule := _rule_of(word)) is not None
    ]
    shown = [TokenRange(starts[end], end) for end in ends if end in starts]
    classed = [run for run in runs if _is_classed(parse, *run) or _is_firm(parse, *run)]
    fuller = _fuller_names(parse, runs)
    for run in (*shown, *classed):
        surname = fuller.get(parse.lowers[run[1] - 1], set()) - {_words(parse, run)}
        if not surname and _is_nobodys(parse, *run):
            yield run


def _fuller_names(parse: Parse, runs: Iterable[TokenRange]) -> Mapping[str, set[tuple[str, ...]]]:
    """Collect the runs of several words by their last one."""
    fuller: dict[str, set[tuple[str, ...]]] = {}
    for run in runs:
        if run.end - run.start > 1:
            fuller.setdefault(parse.lowers[run.end - 1], set()).add(_words(parse, run))
    return fuller


def _is_classed(parse: Parse, start: int, end: int) -> bool:
    """Tell whether the noun straight before the run tells its class: the daily Morning Star."""
    noun, last = start - 1, end - 1
    if noun < 0 or not parse.words[noun].islower() or not is_body(parse.lowers[noun]):
        return False
    beside = parse.heads[noun] == last or (
        parse.heads[last] == noun and parse.deps[last] == "appos"
    )
    return beside and not is_role(parse.lowers[noun])


def _is_firm(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a word like "Airways" ends what was taken for a person's name."""
    return (
        end - start > 1
        and parse.labels[end - 1] == _PERSON
        and parse.lowers[end - 1] in read_words("organization_words")
        and parse.lowers[start] not in read_words("surnames_first")
    )


def _is_nobodys(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a run has no given name, title or role, so that it need not be a person's."""
    word = parse.lowers[start]
    titled = is_role(word) or is_title_word(word) or word in read_table("honorifics")
    behind_role = start > 0 and is_person_noun(parse.lowers[start - 1])
    return (
        _UNTOLD.issuperset(parse.labels[start:end])
        and word not in read_table("given_names")
        and not (titled or behind_role)
    )


def _has_something(parse: Parse, token: int, quoted: Sequence[bool]) -> int:
    """Find the end of a subject that has something: Acme sacked its boss."""
    end = _subject_before(parse, token, quoted, "NNS" if parse.lowers[token] == "their" else "NN")
    own = (
        parse.deps[parse.heads[token]] == "dobj"
        and parse.heads[parse.heads[token]] == (parse.heads[end - 1])
    )
    return end if own or parse.lowers[token] == "its" else 0


def _called_so(parse: Parse, token: int, quoted: Sequence[bool]) -> int:
    """Find the end of a subject that is called "The company" next."""
    noun = parse.lowers[token]
    if parse.deps[token] not in NOMINAL_SUBJECTS:
        return 0
    defined = parse.lowers[token - 1 : token] == ["the"]
    known = noun in parse.lowers[max(0, token - _REACH) : token]
    return _subject_before(parse, token - 1, quoted) if defined and not known else 0


def _subject_before(parse: Parse, token: int, quoted: Sequence[bool], rival: str = "") -> int:
    """Give the end of the last name that is a subject, in this sentence or the two before, else 0.

    No body, place, or noun of the rival tag must stand in between.
    """
    first = parse.sentences[max(0, parse.sentence[token] - _SENTENCES)][0]
    for place in range(token - 1, max(first, token - _REACH) - 1, -1):
        if quoted[place] and not quoted[token]:
            continue
        if parse.deps[place] in NOMINAL_SUBJECTS and parse.tags[place] == "NNP":
            return place + 1
        if parse.labels[place] in ("ORG", "GPE") or (
            parse.tags[place] == rival and parse.labels[place] in ("", "PERSON")
        ):
            return 0
    return 0


def _rule_of(word: str) -> Callable[[Parse, int, Sequence[bool]], int] | None:
    """Give the rule that a word may show a body by."""
    if word in ("its", "their"):
        return _has_something
    return _called_so if word in marked_words("firm") else None


# --- the labels --------------------------------------------------------------------------------


def _relabelled(parse: Parse, found: Mapping[TokenRange, str]) -> Parse:
    """Put entities in the place of whatever overlaps with them."""
    taken = {token for run in found for token in range(*run)}
    kept = [
        entity for entity in parse.entities if taken.isdisjoint(range(entity.start, entity.end))
    ]
    new = [Entity(start=start, end=end, label=label) for (start, end), label in found.items()]
    return with_entities(parse, [*kept, *new])
