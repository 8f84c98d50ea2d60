"""Title phrases that stand at a name: roles before it, behind it, and said of it."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterator

import attrs

from quoteattr.lexicons import read_table, read_words
from quoteattr.names import Name
from quoteattr.nouns import is_person_noun, is_role, is_title_word
from quoteattr.parsing import Parse

__all__ = ["Place", "Title", "find_titles", "read_predicate", "read_role"]


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


_NOMINAL = frozenset({
    "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "POS", "HYPH", "VBN", "VBG", "CD", "AFX",
    "ADD", "FW",
})  # fmt: skip
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_DETERMINERS = frozenset({
    "a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these",
    "those", "another", "one",
})  # fmt: skip
_LINKS = frozenset({
    "of", "for", "at", "in", "to", "with", "from", "on", "under", "against", "near", "within",
    "behind", "over", "across", "between",
})  # fmt: skip
_ADVERBS = frozenset({
    "now", "then", "currently", "formerly", "also", "once", "later", "still", "previously",
    "today",
})  # fmt: skip
_COMMAS = frozenset(",—–") | {"--"}
_COPULAS = frozenset({"is", "was", "are", "were", "became", "becomes", "remains", "'s"})
_AUXILIARIES = frozenset({
    "has", "had", "been", "be", "will", "serves", "served", "works", "worked", "acts", "acted",
})  # fmt: skip
_APPOINTED = frozenset({
    "appointed", "elected", "named", "made", "re-elected", "reelected", "hired",
})  # fmt: skip
_BEFORE_PREDICATE = _COPULAS | _AUXILIARIES | _APPOINTED | _ADVERBS | {"as"}
_ENDS = frozenset(",.;:!?()[]\"'“”‘’—–-") | {"--", "''", "``", "..."}
_SEAT = re.compile(
    r"\s*[,(]\s*((?:[A-Z]{1,2}|[A-Z][a-z]{1,3})[-–][A-Z][A-Za-z. ]{0,12}?)\s*(?=[,)])"
)
_TRADE_ENDINGS = ("er", "ian", "ist", "or")
_ATTRIBUTIVE = frozenset({"amod", "compound", "nmod"})
_LONGEST = 24
_FAR = 14
_LONGEST_ITEM = 3
_LONGEST_COPULA = 4
_PARTS = frozenset({
    "contestant", "critic", "finalist", "head", "member", "newcomer", "opponent", "participant",
    "partner", "protester", "resident", "rival", "supporter", "survivor", "suspect", "winner",
})  # fmt: skip
_CLERGY = frozenset({"father", "mother", "brother", "sister"})


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
            if title is not None and not _says_too_little(parse, title.start, title.end):
                yield title


def read_role(parse: Parse, start: int, limit: int) -> tuple[int, int] | None:
    """Read a role phrase that begins at token `start`, its article left out.

    Args:
        parse: the text's tokens.
        start: the first token, an article or adverb allowed.
        limit: the token behind the last that may be read.

    Returns:
        (first, behind last) token of the tightest complete phrase; None where the noun phrase is
        no role.
    """
    limit = min(limit, start + _LONGEST)
    first = start
    while first < limit and (
        (parse.lowers[first] in _ADVERBS and not _glued(parse, first + 1))
        or parse.lowers[first] in _DETERMINERS
        or parse.tags[first] == "CC"
    ):
        first += 1
    if first > start and first + 1 < limit and parse.lowers[first] == "of":
        return _one_of(parse, first, limit)
    first = _behind_praise(parse, first, limit)
    head = _core_end(parse, first, limit)
    if parse.tags[first : first + 1] == ["JJR"]:
        return None
    if head == first or not _is_role_head(parse, first, head):
        return _owned_role(parse, first, limit)
    end = _complement_end(parse, head, limit)
    first = _behind_ordinal(parse, first, head)
    return None if _says_too_little(parse, first, end) else (first, end)


def _one_of(parse: Parse, of: int, limit: int) -> tuple[int, int] | None:
    """Read "one of the team's founders"."""
    inner = read_role(parse, of + 1, limit)
    if inner is None or parse.lowers[of - 1] != "one" or parse.tags[of + 1] == "CD":
        return None
    return of - 1, inner[1]


def _owned_role(parse: Parse, first: int, limit: int) -> tuple[int, int] | None:
    """Read a role whose owner has a complement: Friends of the Earth's executive director."""
    for token in range(first + 1, min(first + 8, limit - 1)):
        if parse.tags[token] == "POS":
            head = _core_end(parse, token + 1, limit)
            if head > token + 1 and _is_role_head(parse, token + 1, head):
                return first, _complement_end(parse, head, limit)
        elif not (parse.words[token][0].isupper() or parse.lowers[token] in _LINKS | {"the"}):
            return None
    return None


def _is_role_head(parse: Parse, first: int, end: int) -> bool:
    """Tell whether the noun group ends in a role, or in "great" or "legend" of some trade."""
    word = parse.lowers[end - 1]
    if word in _CLERGY and parse.words[end - 1].islower():
        return False
    if parse.tags[end - 1] in _NOUN:
        return is_role(word) or is_title_word(word)
    if parse.tags[end - 1] == "JJ":  # tennis great Jane Doe, astrobiologist Jane Doe
        behind_noun = end - 2 >= first and parse.tags[end - 2] in _NOUN
        return is_role(word) and (behind_noun or word.endswith(_TRADE_ENDINGS))
    return is_title_word(word) or (parse.deps[end - 1] == "compound" and is_role(word))


def _says_too_little(parse: Parse, start: int, end: int) -> bool:
    """Tell whether the phrase is one word for a part in events: "winner", "member"."""
    return end - start == 1 and parse.lowers[start] in _PARTS


def _behind_praise(parse: Parse, first: int, limit: int) -> int:
    while first + 1 < limit and parse.lowers[first] in read_words("praise_words"):
        first += 1
    return first


def _behind_ordinal(parse: Parse, first: int, head: int) -> int:
    """Leave out an age ("34-year-old") at the front of a role."""
    ages = [token for token in range(first, head) if parse.lowers[token] in ("old", "year-old")]
    return ages[-1] + 1 if ages and ages[-1] + 1 < head else first


def _core_end(parse: Parse, first: int, limit: int) -> int:
    """Give the token behind the noun group that begins at `first`."""
    end = first
    while end < limit:
        if _in_group(parse, end) or _joins(parse, first, end, limit):
            end += 1
        else:
            break
    while end > first and parse.tags[end - 1] not in _NOUN and not is_role(parse.lowers[end - 1]):
        end -= 1
    return end


def _in_group(parse: Parse, token: int) -> bool:
    """Tell whether the token may be part of a noun group; "well" is one in "well-known"."""
    if _ends_short_title(parse, token) or _owns(parse, token):
        return True
    if parse.tags[token] in _NOMINAL:
        return parse.words[token] not in _ENDS or parse.tags[token] == "POS" or _glued(parse, token)
    if parse.tags[token] == "RB":
        return token + 1 < len(parse) and _glued(parse, token + 1)
    return _glued(parse, token)


def _ends_short_title(parse: Parse, token: int) -> bool:
    """Tell whether the token is the full stop of a title that was cut in two: "Cpl" "."."""
    return (
        token > 0
        and parse.words[token] == "."
        and parse.ends[token - 1] == parse.starts[token]
        and is_title_word(parse.lowers[token - 1] + ".")
    )


def _owns(parse: Parse, token: int) -> bool:
    """Tell whether the token is a plural owner's apostrophe, which may be tagged a quote mark."""
    return (
        0 < token < len(parse) - 1
        and parse.words[token] in ("'", "’")
        and parse.ends[token - 1] == parse.starts[token]
        and parse.tags[token - 1] in ("NNS", "NNPS")
        and parse.tags[token + 1] in _NOMINAL
    )


def _glued(parse: Parse, token: int) -> bool:
    """Tell whether the token is a hyphen or slash inside a word."""
    return (
        parse.words[token] in ("-", "–", "/", "‑")
        and 0 < token < len(parse) - 1
        and parse.ends[token - 1] == parse.starts[token]
        and parse.ends[token] == parse.starts[token + 1]
    )


def _joins(parse: Parse, first: int, token: int, limit: int) -> bool:
    """Tell whether "and" joins two parts of one noun group: "Health and Safety chief"."""
    return (
        parse.lowers[token] in ("and", "&")
        and first < token < limit - 1
        and parse.tags[token - 1] in (_NOUN | {"CD"})
        and parse.tags[token + 1] in _NOMINAL
    )


def _complement_end(parse: Parse, end: int, limit: int) -> int:
    """Read on over "of the board", "for trade and industry", "at Acme"."""
    while end < limit - 1:
        if parse.lowers[end] not in _LINKS:
            return end
        core = end + 1
        while core < limit and parse.lowers[core] in _DETERMINERS:
            core += 1
        stop = _core_end(parse, core, limit)
        if stop == core or parse.labels[core] in ("DATE", "TIME"):
            return end
        end = _enumeration_end(parse, stop, limit)
    return end


def _enumeration_end(parse: Parse, end: int, limit: int) -> int:
    """Read on over "population, refugees, and migration"."""
    token = end
    while token + 1 < limit and parse.words[token] == ",":
        following = token + 1
        last = parse.lowers[following] in ("and", "&")
        stop = _core_end(parse, following + last, limit)
        if (
            stop == following + last
            or stop - following - last > _LONGEST_ITEM
            or _is_role_head(parse, following, stop)
        ):
            return end
        if last or "and" in parse.lowers[following:stop]:
            return stop
        token = stop
        if parse.lowers[token : token + 1] == ["and"]:
            return max(_core_end(parse, token + 1, limit), end)
    return end


def _closes(parse: Parse, token: int) -> bool:
    """Tell whether a role phrase may end before the token."""
    if token >= len(parse) or parse.paragraph[token] != parse.paragraph[token - 1]:
        return True
    tag = parse.tags[token]
    return (
        parse.words[token] in _ENDS
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
    short = _ends_short_title(parse, end - 1)
    if not short and not _is_role_head(parse, first, end):
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
    if start > first and parse.lowers[start - 1] in _DETERMINERS:
        return None
    return start


def _modifies(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    if is_person_noun(word) and not is_role(word):
        return False
    if word in _DETERMINERS or (word in ("'s", "’s") and parse.tags[token] != "POS"):
        return False
    if parse.tags[token] in ("VBN", "VBG"):
        return parse.deps[token] in _ATTRIBUTIVE
    return _in_group(parse, token) or word == "then"


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
    start = _behind_ordinal(parse, start, head + 1)
    while start < head and (
        parse.lowers[start] in read_words("praise_words")
        or parse.tags[start] in ("POS", "HYPH")
        or parse.words[start] in _ENDS
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
        if parse.words[start] in _ENDS and not _glued(parse, start):
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
        or parse.words[token] in _ENDS
        or parse.paragraph[token] != parse.paragraph[token - 1]
    )


def _opens_phrase(parse: Parse, start: int, first: int) -> bool:
    """Tell whether a noun phrase with an article, an owner, or at the very front begins here."""
    if start == first or parse.lowers[start] in _DETERMINERS:
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
