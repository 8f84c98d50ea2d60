"""Title phrases that stand at a name: roles before it, behind it, and said of it."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterator

import attrs

from quoteattr.entities.person_names import Name
from quoteattr.entities.role_phrases import (
    ADVERBS,
    DETERMINERS,
    ENDS,
    behind_age,
    ends_short_title,
    glued,
    in_group,
    is_role_head,
    read_role,
    says_too_little,
)
from quoteattr.lexicon.noun_kinds import is_role, is_title_word
from quoteattr.lexicon.word_lists import read_table, read_words
from quoteattr.syntax.tokens import Parse

__all__ = ["Place", "Title", "find_titles", "read_predicate"]


class Place(enum.Enum):
    """Where a title stands relative to the name."""

    BEFORE = "before"  # Finance Minister Jane Doe
    PREPOSED = "preposed"  # the finance minister, Jane Doe,
    BEHIND = "behind"  # Jane Doe, the finance minister,
    PREDICATE = "predicate"  # Jane Doe is the finance minister
    SEAT = "seat"  # Jane Doe (R-Ky.)
    AFFILIATION = "affiliation"  # Jane Doe of Acme
    ALONE = "alone"  # the minister


@attrs.frozen(kw_only=True)
class Title:
    """A title phrase: tokens `start` up to, not including, `end`, and where it stands."""

    start: int
    end: int
    place: Place


_COMMAS = frozenset(",—–") | {"--"}
_COPULAS = frozenset({"is", "was", "are", "were", "became", "becomes", "remains", "'s"})
_AUXILIARIES = frozenset({
    "has", "had", "been", "be", "will", "serves", "served", "works", "worked", "acts", "acted",
})  # fmt: skip
_APPOINTED = frozenset({
    "appointed", "elected", "named", "made", "re-elected", "reelected", "hired",
})  # fmt: skip
_BEFORE_PREDICATE = _COPULAS | _AUXILIARIES | _APPOINTED | ADVERBS | {"as"}
_SEAT = re.compile(
    r"\s*[,(]\s*((?:[A-Z]{1,2}|[A-Z][a-z]{1,3})[-–][A-Z][A-Za-z. ]{0,12}?)\s*(?=[,)])"
)
_ATTRIBUTIVE = frozenset({"amod", "compound", "nmod"})
_FAR = 14
_LONGEST_COPULA = 4


def find_titles(parse: Parse, name: Name, *, predicates: bool = True) -> Iterator[Title]:
    """Give the titles that the text puts at this mention of the name.

    Args:
        parse: the text's tokens.
        name: one mention of a name.
        predicates: also read "Jane Doe is the mayor".
    """
    for reader in _READERS:
        if reader is not _predicate or predicates:
            title = reader(parse, name)
            if title is not None and not says_too_little(parse, title.start, title.end):
                yield title


def _closes(parse: Parse, token: int) -> bool:
    """Tell whether a role phrase may end before the token."""
    if token >= len(parse) or parse.paragraph[token] != parse.paragraph[token - 1]:
        return True
    tag = parse.tags[token]
    return (
        parse.words[token] in ENDS
        or tag in ("CC", "WP", "WDT", "WRB", "IN", "TO", "WP$", "RB", "MD", "DT")
        or tag[:2] == "VB"
    )


def _sentence_end(parse: Parse, token: int) -> int:
    """Give the end of the paragraph that holds the token: sentences are often cut wrongly."""
    return parse.paragraphs[parse.paragraph[token]][1]


# --- before the name ---------------------------------------------------------------------------


def _before(parse: Parse, name: Name) -> Title | None:
    """Finance Minister Jane Doe; former striker Jane Doe; Secretary of State Jane Doe."""
    end = name.start
    first = parse.paragraphs[parse.paragraph[end]][0] if end < len(parse) else end
    end = _before_courtesy(parse, end, first)
    if end <= first:
        return None
    short = ends_short_title(parse, end - 1)
    if not short and not is_role_head(parse, first, end):
        return _before_long(parse, end, first)
    start = _core_start(parse, end - 1, first)
    rank = _rank_start(parse, start, end)
    return Title(start=start, end=rank if rank > start else end, place=Place.BEFORE)


def _rank(parse: Parse, name: Name) -> Title | None:
    """Bishop in campaign chair Bishop Jane Doe; Rear Adm. in press secretary Rear Adm. Jane Doe."""
    title = _before(parse, name)
    if title is None:
        return None
    first = parse.paragraphs[parse.paragraph[name.start]][0]
    end = _before_courtesy(parse, name.start, first)
    return Title(start=title.end, end=end, place=Place.BEFORE) if title.end < end else None


def _rank_start(parse: Parse, start: int, end: int) -> int:
    """Give where a rank follows a whole role, else `end`."""
    for token in range(end - 1, start, -1):
        if not parse.words[token][0].isupper() and parse.words[token] not in (".", "-"):
            return end
        behind_role = parse.words[token - 1].islower() and is_role(parse.lowers[token - 1])
        if behind_role and is_title_word(parse.lowers[end - 1]):
            return token
    return end


def _before_courtesy(parse: Parse, end: int, first: int) -> int:
    while end > first and parse.lowers[end - 1] in read_table("honorifics"):
        end -= 1
    return end


def _before_long(parse: Parse, end: int, first: int) -> Title | None:
    """Read a title in capitals with "of" or "for": Minister for Health Jane Doe."""
    token = end - 1
    while token > max(first, end - 7) and parse.words[token][0].isupper():
        token -= 1
    if token <= first or token == end - 1 or parse.lowers[token] not in ("of", "for"):
        return None
    head = token - 1
    if not (parse.words[head][0].isupper() and is_role(parse.lowers[head])):
        return None
    return Title(start=_core_start(parse, head, first), end=end, place=Place.BEFORE)


def _core_start(parse: Parse, head: int, first: int) -> int:
    """Walk left from a role's head over its modifiers."""
    start = head
    while start > first and head - start < _FAR:
        token = start - 1
        if parse.lowers[token] == "and" and token > first and is_role(parse.lowers[token - 1]):
            both = _coordinated_start(parse, token, first)
            return _trimmed_left(parse, start, head) if both is None else both
        if not (_modifies(parse, token) or _joins_left(parse, token, first)):
            break
        start = token
    return _trimmed_left(parse, start, head)


def _coordinated_start(parse: Parse, joint: int, first: int) -> int | None:
    """Walk left of "and" in "actor and comedian Jane Doe"; None where two people are meant."""
    start = _core_start(parse, joint - 1, first)
    if start > first and parse.lowers[start - 1] in DETERMINERS:
        return None
    return start


def _modifies(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    if word in read_table("person_heads") and not is_role(word):
        return False
    if word in DETERMINERS or (word in ("'s", "’s") and parse.tags[token] != "POS"):
        return False
    if parse.tags[token] in ("VBN", "VBG"):
        return parse.deps[token] in _ATTRIBUTIVE
    return in_group(parse, token) or word == "then"


def _joins_left(parse: Parse, token: int, first: int) -> bool:
    return (
        parse.lowers[token] in ("and", "&", "of")
        and first < token
        and parse.words[token + 1][0].isupper()
        and parse.words[token - 1][0].isupper()
        and parse.tags[token - 1] in ("NNP", "NNPS")
        and parse.labels[token] in ("ORG", "FAC", "GPE")
    )


def _trimmed_left(parse: Parse, start: int, head: int) -> int:
    """Drop what cannot open a role: praise, ages, loose marks and participles."""
    start = behind_age(parse, start, head + 1)
    while start < head and (
        parse.lowers[start] in read_words("praise_words")
        or parse.tags[start] in ("POS", "HYPH")
        or parse.words[start] in ENDS
        or (parse.tags[start] == "VBG" and parse.lowers[start] not in ("acting", "managing"))
    ):
        start += 1
    return start


# --- behind the name ---------------------------------------------------------------------------


def _behind(parse: Parse, name: Name) -> Title | None:
    """Jane Doe, 34, the finance minister; Jane Doe (chief executive)."""
    end = _sentence_end(parse, name.start)
    token = _behind_origin(parse, name)
    if token + 1 >= end or parse.words[token] not in (_COMMAS | {"("}):
        return None
    token = _behind_age(parse, token + 1, end)
    role = read_role(parse, token, end)
    if role is None or not _closes(parse, role[1]):
        return None
    return Title(start=role[0], end=role[1], place=Place.BEHIND)


def _behind_origin(parse: Parse, name: Name) -> int:
    """Step over "of Acme" or "of Springfield"."""
    body = _affiliation(parse, name)
    if body is not None:
        return body.end
    token = name.end + 1
    if parse.lowers[name.end : token] not in (["of"], ["from"]):
        return name.end
    while token < len(parse) and parse.labels[token] == "GPE":
        token += 1
    return token if token > name.end + 1 else name.end


def _behind_age(parse: Parse, token: int, end: int) -> int:
    """Step over "34," or "aged 34,"."""
    start = token + (parse.lowers[token] in ("aged", "age"))
    if start + 2 < end and parse.words[start].isdigit() and parse.words[start + 1] == ",":
        return start + 2
    return token


def _preposed(parse: Parse, name: Name) -> Title | None:
    """The foreign minister, Jane Doe, said."""
    comma = name.outset - 1
    if comma < 1 or parse.words[comma] not in _COMMAS:
        return None
    first = parse.paragraphs[parse.paragraph[comma]][0]
    closed = _closed_behind(parse, _behind_origin(parse, name))
    for start in range(comma - 1, max(first, comma - _FAR) - 1, -1):
        if parse.words[start] in ENDS and not glued(parse, start):
            return None
        if parse.tags[start][:2] in ("VB", "MD", "WP") and parse.deps[start] not in _ATTRIBUTIVE:
            return None
        leads = start == parse.sentences[parse.sentence[comma]][0]
        if _opens_phrase(parse, start, first) and (closed or leads):
            role = read_role(parse, start, comma)
            if role is not None and role[1] == comma and not _apposed(parse, start, first):
                return Title(start=role[0], end=comma, place=Place.PREPOSED)
    return None


def _closed_behind(parse: Parse, token: int) -> bool:
    """Tell whether the apposition is closed: a comma, a dash, the end of the paragraph."""
    return (
        token >= len(parse)
        or parse.words[token] in ENDS
        or parse.paragraph[token] != parse.paragraph[token - 1]
    )


def _opens_phrase(parse: Parse, start: int, first: int) -> bool:
    """Tell whether a noun phrase with an article, an owner, or at the very front begins here."""
    if start == first or parse.lowers[start] in DETERMINERS:
        return True
    owner = parse.words[start][0].isupper()
    return owner and parse.tags[start + 1] == "POS" and parse.tags[start - 1] != "NNP"


def _apposed(parse: Parse, start: int, first: int) -> bool:
    """Tell whether the phrase is itself an apposition: Doe, the minister, Jane Roe, ..."""
    return (
        start > first + 1
        and parse.words[start - 1] in _COMMAS
        and parse.tags[start - 2] in ("NNP", "NNPS")
        and parse.labels[start - 2] not in ("DATE", "GPE", "TIME")
    )


def _predicate(parse: Parse, name: Name) -> Title | None:
    """Jane Doe, who is the mayor; Jane Doe, a lawyer, was appointed minister."""
    end = _sentence_end(parse, name.start)
    token = name.end
    if token < end and parse.words[token] == ",":
        behind = next(
            (i for i in range(token + 1, min(token + 12, end)) if parse.words[i] == ","), 0
        )
        token = token + 1 if parse.lowers[token + 1 : token + 2] == ["who"] else behind + 1
    if token < end and parse.lowers[token] == "who":
        token += 1
    return read_predicate(parse, token, end) if token > 1 else None


def read_predicate(parse: Parse, token: int, end: int) -> Title | None:
    """Read the role behind "is", "became", "served as", "was elected"."""
    start = token
    copula = False
    while token < end and token - start < _LONGEST_COPULA:
        word = parse.lowers[token]
        if parse.tags[token] == "POS" or word not in _BEFORE_PREDICATE:
            break
        copula = copula or word in _COPULAS or word in _APPOINTED or word == "as"
        token += 1
    if not copula or token >= end:
        return None
    role = read_role(parse, token, end)
    if role is None or not _closes(parse, role[1]):
        return None
    return Title(start=role[0], end=role[1], place=Place.PREDICATE)


def _seat(parse: Parse, name: Name) -> Title | None:
    """Jane Doe (R-Ky.); Jane Doe, D-Calif., said."""
    if parse.words[name.end : name.end + 1] not in ([","], ["("]):
        return None
    match = _SEAT.match(parse.text, parse.ends[name.end - 1])
    if match is None:
        return None
    tokens = range(name.end, min(name.end + 10, len(parse)))
    inside = [
        token
        for token in tokens
        if match.start(1) <= parse.starts[token] and parse.ends[token] <= match.end(1)
    ]
    if not inside:
        return None
    return Title(start=inside[0], end=inside[-1] + 1, place=Place.SEAT)


def _affiliation(parse: Parse, name: Name) -> Title | None:
    """Jane Doe of the University of Leeds; Jane Doe from Acme Corp."""
    start = name.end + 1
    if start >= _sentence_end(parse, name.start):
        return None
    if parse.lowers[name.end] not in ("of", "from", "at", "with"):
        return None
    while start < len(parse) and (parse.tags[start] in ("DT", "JJ") and not parse.labels[start]):
        start += 1
    start += start < len(parse) and parse.lowers[start] == "the"
    end = start
    while end < len(parse) and parse.labels[end] == "ORG":
        end += 1
    if end == start:
        return None
    return Title(start=start, end=end, place=Place.AFFILIATION)


_READERS: tuple[Callable[[Parse, Name], Title | None], ...] = (
    _before,
    _rank,
    _preposed,
    _behind,
    _predicate,
    _seat,
    _affiliation,
)
