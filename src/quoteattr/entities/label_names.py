"""Label names: what stands for somebody's name before a turn, though it is written otherwise.

An interview calls its two by their initials once it has named them (LB: …), a parliament's record
its ministers by their office (The Minister of Works (Mr Lund): …, later The Minister of Works: …),
and any record its people by a courtesy and capitals (SEN. DE LA CRUZ: …). Within sentences, too,
three initials or more may stand for somebody: Manuel Ruiz Casas, MRC to his friends.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from quoteattr.entities.person_names import Name, cut_name
from quoteattr.lexicon.name_words import is_address, is_honorific, is_title_word
from quoteattr.lexicon.noun_kinds import is_body, is_document, is_person_noun, is_role
from quoteattr.lexicon.word_lists import read_words
from quoteattr.syntax.capital_runs import NAME_PARTICLES
from quoteattr.syntax.name_likeness import likeness
from quoteattr.syntax.tokens import Parse, TokenRange, tokens_between
from quoteattr.text.turns import find_turns

__all__ = ["turn_labels", "with_label_names"]

# Degrees of likeness from which on a label of one word may be a person's name, without a label of
# the name finder's, and against it.
_NAMELIKE, _VERY_NAMELIKE = "4", "5"
_FEWEST_INITIALS = 3  # outside of labels


def with_label_names(parse: Parse, names: Sequence[Name]) -> tuple[Name, ...]:
    """Add to the names of a text those that the labels of its turns stand for, in text order.

    Args:
        parse: the text's tokens.
        names: the persons' names, in text order.
    """
    labels = turn_labels(parse)
    at = {token: name for name in names for token in range(name.start, name.end)}
    last_names = {name.words[-1] for name in names if len(name.words) > 1}
    found = [
        name
        for label in labels
        for name in (
            *_courteous(parse, label, at),
            *_bracketed(parse, label, at),
            *_in_capitals(parse, label, at, last_names),
        )
    ]
    at |= {token: name for name in found for token in range(name.start, name.end)}
    short = [TokenRange(name.start, name.end) for name in names if _is_initials(parse, name)]
    stand_ins = [*_offices(parse, labels, at), *_initials(parse, [*labels, *short], names)]
    taken = {token for name in (*found, *stand_ins) for token in range(name.start, name.end)}
    kept = [name for name in names if taken.isdisjoint(range(name.start, name.end))]
    return tuple(sorted([*kept, *found, *stand_ins], key=lambda name: name.start))


def turn_labels(parse: Parse) -> list[TokenRange]:
    """Give the labels that open turns, with a colon or a full stop behind them."""
    turns = find_turns(parse.text) if len(parse) else ()
    return [tokens_between(parse, *turn.label) for turn in turns if turn.colon >= 0]


def _offices(parse: Parse, labels: Sequence[TokenRange], at: Mapping[int, Name]) -> Iterator[Name]:
    """Give the offices that stand for their holders, whom a bracket has named once."""
    holders = dict(_holders(parse, labels, at))
    for first, last in labels:
        office = _office(parse, first, last)
        holder = holders.get(tuple(parse.lowers[slice(*office)]))
        if holder is not None:
            yield _stand_in(office, holder, "office")


def _initials(parse: Parse, labels: Sequence[TokenRange], names: Sequence[Name]) -> Iterator[Name]:
    """Give the labels that are the initials of one full name only."""
    bearers: dict[str, dict[tuple[str, ...], Name]] = {}
    for name in names:
        for letters in {_letters(name.words, NAME_PARTICLES), _letters(name.words, ())}:
            bearers.setdefault(letters, {})[name.words] = name
    for label in labels:
        same = bearers.get(parse.words[label.start], {})
        if label.end - label.start == 1 and len(same) == 1:
            yield _stand_in(label, next(iter(same.values())), "initials")


def _is_initials(parse: Parse, name: Name) -> bool:
    word = parse.words[name.start]
    return name.end == name.start + 1 and word.isupper() and len(word) >= _FEWEST_INITIALS


def _stand_in(extent: TokenRange, bearer: Name, stands_in: str) -> Name:
    start, end = extent
    return Name(start=start, end=end, outset=start, words=bearer.words, stands_in=stands_in)


def _courteous(parse: Parse, label: TokenRange, at: Mapping[int, Name]) -> Iterator[Name]:
    """Give what stands behind a courtesy, or in capitals behind a rank: Ms. Lee, SEN. LEE."""
    start, end = label.start, _before_bracket(parse, *label)
    begin = _behind_courtesies(parse, start, end)
    polite = is_honorific(parse.lowers[start])
    written = polite or parse.words[end - 1].isupper()  # but not: Delegate Update
    if begin > start and written and _is_free(parse, range(begin, end), at):
        yield from filter(None, [cut_name(parse, start, begin, end)])


def _bracketed(parse: Parse, label: TokenRange, at: Mapping[int, Name]) -> Iterator[Name]:
    """Give the holder of an office, in brackets behind it: The Minister of Works (Hon. Bo Lee)."""
    first, end = _office(parse, *label)
    start, last = end + 1, label.end - (parse.words[label.end - 1] == ")")
    begin = _behind_courtesies(parse, start, last)
    several = last - begin > 1 and all(word[0].isupper() for word in parse.words[begin:last])
    role = any(is_role(word) for word in parse.lowers[first:end])
    if role and (begin > start or several) and _is_free(parse, range(first, last), at, begin):
        yield from filter(None, [cut_name(parse, start, begin, last)])


def _is_free(parse: Parse, tokens: range, at: Mapping[int, Name], begin: int | None = None) -> bool:
    """Tell whether tokens hold no name, and from `begin` on no word for people or bodies."""
    if any(token in at for token in tokens):
        return False
    named = tokens if begin is None else range(begin, tokens.stop)
    return not any(_is_common(parse.lowers[token]) for token in named)


def _in_capitals(
    parse: Parse, label: TokenRange, at: Mapping[int, Name], last_names: Container[str]
) -> Iterator[Name]:
    """Give a word in capitals that is a last name in the text, or is built like a name."""
    start, end = label.start, _before_bracket(parse, *label)
    word = parse.text[parse.starts[start] : parse.ends[end - 1]]
    known = word.lower() in last_names
    taken = any(token in at for token in range(start, end)) and not (known and end > start + 1)
    if word.isupper() and " " not in word and not taken and (known or _is_namelike(parse, label)):
        yield Name(start=start, end=end, outset=start, words=(word.lower(),))


def _is_namelike(parse: Parse, label: TokenRange) -> bool:
    """Tell whether a label's only word has letters as names have; more so where it has a label."""
    word = parse.words[label.start]
    lower = word.lower()
    common = _is_common(lower) or is_document(lower) or lower in read_words("places")
    least = _VERY_NAMELIKE if parse.labels[label.start] else _NAMELIKE
    return likeness(word) >= least and len(word) > 1 and not common


def _behind_courtesies(parse: Parse, start: int, end: int) -> int:
    token = start
    while token < end - 1 and (is_address(parse.lowers[token]) or parse.words[token] == "."):
        token += 1
    return token


def _is_common(word: str) -> bool:
    return is_person_noun(word) or is_body(word) or is_title_word(word)


def _before_bracket(parse: Parse, first: int, last: int) -> int:
    """Give the token behind what a label has in front of its bracket or comma."""
    return next((token for token in range(first + 1, last) if parse.words[token] in "(,"), last)


def _office(parse: Parse, first: int, last: int) -> TokenRange:
    """Give the tokens in front of a label's bracket, without an article."""
    return TokenRange(first + (parse.lowers[first] == "the"), _before_bracket(parse, first, last))


def _holders(
    parse: Parse, labels: Sequence[TokenRange], at: Mapping[int, Name]
) -> Iterator[tuple[tuple[str, ...], Name]]:
    """Give each office in front of a bracket with who holds it: The Minister of Works (Mr Lund)."""
    for first, last in labels:
        start, end = _office(parse, first, last)
        named = [at[token] for token in range(end, last) if token in at]
        role = any(is_role(word) for word in parse.lowers[start:end])
        if named and role and not any(token in at for token in range(start, end)):
            yield tuple(parse.lowers[start:end]), named[0]


def _letters(words: Sequence[str], left_out: Container[str]) -> str:
    """Give the initials of a full name in capitals, but for some words; "" for a single name."""
    parts = [part for word in words if word not in left_out for part in word.split("-")]
    return "".join(part[:1] for part in parts).upper() if len(parts) > 1 else ""
