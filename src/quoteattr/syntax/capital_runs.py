"""Runs of capitals among the tokens, which names are made of; and headlines, where all is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.lexicon.name_words import is_given_name
from quoteattr.lexicon.reporting_words import is_lead_verb
from quoteattr.lexicon.word_lists import marked_words, read_words
from quoteattr.syntax.grammar import FUNCTION_TAGS, HYPHENS, INDICATIVE_TAGS
from quoteattr.syntax.tokens import Parse, TokenRange, sentence_of

__all__ = [
    "NAME_PARTICLES",
    "NICKNAME_MARKS",
    "SUFFIXES",
    "behind_excellency",
    "find_runs",
    "opens_sentence",
    "title_cased",
    "touches",
]

NAME_PARTICLES = read_words("name_particles")
SUFFIXES = marked_words("name-suffix")
NICKNAME_MARKS = frozenset("\"'‘’“”")
_WORDS_TOO = ("do", "la", "le", "y")  # particles that are other words before a name
_LONGEST_HEADLINE = 30  # tokens
_LONG_WORD = 4  # letters
_SHORTEST_VERB = 3  # letters
_FEWEST_WORDS = 3  # long ones
_SHARE_OF_CAPITALS = 0.8  # of the long words


def find_runs(parse: Parse) -> Iterator[TokenRange]:
    """Give the runs of capitalised tokens, joined over particles, hyphens and nicknames."""
    for first, last in parse.sentences:
        headline = title_cased(parse, first, last)
        start = first
        while start < last:
            if not (parse.words[start][0].isupper() and _capital(parse, start, headline=headline)):
                start += 1
                continue
            end = _run_end(parse, start, last, headline=headline)
            yield TokenRange(start, end)
            start = end


def title_cased(parse: Parse, start: int, end: int) -> bool:
    """Tell whether the tokens look like a headline with capitals throughout, no signature."""
    if end - start > _LONGEST_HEADLINE or parse.tags[start] in (":", "HYPH"):
        return False
    if any(
        tag in INDICATIVE_TAGS and len(word) >= _SHORTEST_VERB and word.islower()
        for word, tag in zip(parse.words[start:end], parse.tags[start:end], strict=True)
    ):
        return False
    long = [word for word in parse.words[start:end] if len(word) >= _LONG_WORD and word.isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= _FEWEST_WORDS and capitals >= _SHARE_OF_CAPITALS * len(long)


def _run_end(parse: Parse, start: int, last: int, *, headline: bool) -> int:
    end = start + 1
    while end < last:
        if _capital(parse, end, headline=headline):
            end += 1
            continue
        width = _link(parse, end, last)
        if not width:
            return end
        end += width
    return end


def _capital(parse: Parse, token: int, *, headline: bool) -> bool:
    word = parse.words[token]
    if not word[0].isupper():
        return False
    tag = parse.tags[token]
    if tag[:3] == "NNP" or parse.labels[token] == "PERSON":
        return parse.lowers[token] not in ("i", "i.")
    if tag[:2] == "NN" and parse.labels[token]:
        return True
    if headline or tag in FUNCTION_TAGS:
        return False
    if is_lead_verb(parse.lowers[token], tag):
        return not opens_sentence(parse, token)
    return not opens_sentence(parse, token) or (
        is_given_name(parse.lowers[token]) and _is_named_behind(parse, token)
    )


def _is_named_behind(parse: Parse, token: int) -> bool:
    """Tell whether the next word is a person's, or a name that this one belongs to."""
    following = token + 1
    return following < len(parse) and (
        parse.labels[following] == "PERSON"
        or (parse.tags[following] == "NNP" and parse.heads[token] == following)
    )


def opens_sentence(parse: Parse, token: int) -> bool:
    """Tell whether nothing but marks stands before the token in its sentence."""
    first = sentence_of(parse, token)[0]
    return all(not word[0].isalnum() for word in parse.words[first:token])


def _link(parse: Parse, token: int, last: int) -> int:
    """Count the tokens (0 if none) that join the run before with the capital behind them."""
    if token + 1 >= last:
        return 0
    word = parse.lowers[token]
    if word in HYPHENS and touches(parse, token):
        return 2
    if word in NAME_PARTICLES:
        return _particle(parse, token, last)
    return _nickname(parse, token, last) if word in NICKNAME_MARKS else 0


def _particle(parse: Parse, token: int, last: int) -> int:
    """Count the tokens of a particle, with what a hyphen joins to it: van der, al-."""
    if parse.words[token + 1] in HYPHENS and token + 2 < last:
        return 3 if touches(parse, token + 1) and parse.words[token + 2][0].isupper() else 0
    following = token + 2 if parse.lowers[token + 1] in NAME_PARTICLES else token + 1
    named = following < last and parse.tags[following][:3] == "NNP"
    return following - token if named and parse.lowers[token] not in _WORDS_TOO else 0


def _nickname(parse: Parse, token: int, last: int) -> int:
    """Count the tokens of a nickname in marks with a capital behind it."""
    for close in range(token + 2, min(token + 5, last - 1)):
        if parse.words[close] in NICKNAME_MARKS:
            capitals = all(word[0].isupper() for word in parse.words[token + 1 : close])
            return close + 1 - token if capitals and parse.words[close + 1][0].isupper() else 0
    return 0


def behind_excellency(words: Sequence[str], token: int) -> int:
    """Step over the letters of His or Her Excellency before a name: HE Ann Lee, H E Ann Lee.

    Examples:
        >>> behind_excellency(["H", "E", "Ann", "Lee"], 0), behind_excellency(["Ann", "Lee"], 0)
        (2, 0)
    """
    if [*words[token : token + 2]] == ["H", "E"]:
        return token + 2
    return token + ([*words[token : token + 1]] == ["HE"])


def touches(parse: Parse, token: int) -> bool:
    """Tell whether no white space stands on either side of the token."""
    return (
        parse.ends[token - 1] == parse.starts[token]
        and parse.ends[token] == parse.starts[token + 1]
    )
