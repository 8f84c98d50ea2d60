"""Role phrases among the tokens: minister of trade, the club's head of youth, state Rep."""

from __future__ import annotations

from quoteattr.lexicon.noun_kinds import is_role, is_title_word
from quoteattr.lexicon.word_lists import read_words
from quoteattr.syntax.capital_runs import touches
from quoteattr.syntax.tokens import Parse

__all__ = [
    "ADVERBS",
    "DETERMINERS",
    "ENDS",
    "behind_age",
    "ends_short_title",
    "glued",
    "in_group",
    "is_role_head",
    "read_role",
    "says_too_little",
]

_NOMINAL = frozenset({
    "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "POS", "HYPH", "VBN", "VBG", "CD", "AFX",
    "ADD", "FW",
})  # fmt: skip
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
DETERMINERS = frozenset({
    "a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these",
    "those", "another", "one",
})  # fmt: skip
_LINKS = frozenset({
    "of", "for", "at", "in", "to", "with", "from", "on", "under", "against", "near", "within",
    "behind", "over", "across", "between",
})  # fmt: skip
ADVERBS = frozenset({
    "now", "then", "currently", "formerly", "also", "once", "later", "still", "previously",
    "today",
})  # fmt: skip
ENDS = frozenset(",.;:!?()[]\"'“”‘’—–-") | {"--", "''", "``", "..."}
_TRADE_ENDINGS = ("er", "ian", "ist", "or")
_LONGEST = 24
_LONGEST_ITEM = 3
_PARTS = frozenset({
    "contestant", "critic", "finalist", "head", "member", "newcomer", "opponent", "participant",
    "partner", "protester", "resident", "rival", "supporter", "survivor", "suspect", "winner",
})  # fmt: skip
_CLERGY = frozenset({"father", "mother", "brother", "sister"})


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
        (parse.lowers[first] in ADVERBS and not glued(parse, first + 1))
        or parse.lowers[first] in DETERMINERS
        or parse.tags[first] == "CC"
    ):
        first += 1
    if first > start and first + 1 < limit and parse.lowers[first] == "of":
        return _one_of(parse, first, limit)
    first = _behind_praise(parse, first, limit)
    head = _core_end(parse, first, limit)
    if parse.tags[first : first + 1] == ["JJR"]:
        return None
    if head == first or not is_role_head(parse, first, head):
        return _owned_role(parse, first, limit)
    end = _complement_end(parse, head, limit)
    first = behind_age(parse, first, head)
    return None if says_too_little(parse, first, end) else (first, end)


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
            if head > token + 1 and is_role_head(parse, token + 1, head):
                return first, _complement_end(parse, head, limit)
        elif not (parse.words[token][0].isupper() or parse.lowers[token] in _LINKS | {"the"}):
            return None
    return None


def is_role_head(parse: Parse, first: int, end: int) -> bool:
    """Tell whether the noun group ends in a role, or in "great" or "legend" of some trade."""
    word = parse.lowers[end - 1]
    if word in _CLERGY and parse.words[end - 1].islower():
        return False
    if parse.tags[end - 1] in _NOUN:
        return is_role(word) or is_title_word(word)
    if parse.tags[end - 1] == "JJ":  # tennis great Jane Doe, astrobiologist Jane Doe
        behind_noun = end - 2 >= first and parse.tags[end - 2] in _NOUN
        trade = is_role(word) and (behind_noun or word.endswith(_TRADE_ENDINGS))
        return trade or (is_title_word(word) and parse.words[end - 1].istitle())
    return is_title_word(word) or (parse.deps[end - 1] == "compound" and is_role(word))


def says_too_little(parse: Parse, start: int, end: int) -> bool:
    """Tell whether the phrase is one word for a part in events: "winner", "member"."""
    return end - start == 1 and parse.lowers[start] in _PARTS


def _behind_praise(parse: Parse, first: int, limit: int) -> int:
    while first + 1 < limit and parse.lowers[first] in read_words("praise_words"):
        first += 1
    return first


def behind_age(parse: Parse, first: int, head: int) -> int:
    """Leave out an age ("34-year-old") at the front of a role."""
    ages = [token for token in range(first, head) if parse.lowers[token] in ("old", "year-old")]
    return ages[-1] + 1 if ages and ages[-1] + 1 < head else first


def _core_end(parse: Parse, first: int, limit: int) -> int:
    """Give the token behind the noun group that begins at `first`."""
    end = first
    while end < limit:
        if in_group(parse, end) or _joins(parse, first, end, limit):
            end += 1
        else:
            break
    while end > first and parse.tags[end - 1] not in _NOUN and not is_role(parse.lowers[end - 1]):
        end -= 1
    return end


def in_group(parse: Parse, token: int) -> bool:
    """Tell whether the token may be part of a noun group; "well" is one in "well-known"."""
    if ends_short_title(parse, token) or _owns(parse, token):
        return True
    if parse.tags[token] in _NOMINAL:
        return parse.words[token] not in ENDS or parse.tags[token] == "POS" or glued(parse, token)
    if parse.tags[token] == "RB":
        return token + 1 < len(parse) and glued(parse, token + 1)
    return glued(parse, token)


def ends_short_title(parse: Parse, token: int) -> bool:
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


def glued(parse: Parse, token: int) -> bool:
    """Tell whether the token is a hyphen or slash inside a word."""
    return (
        parse.words[token] in ("-", "–", "/", "‑")
        and 0 < token < len(parse) - 1
        and touches(parse, token)
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
        while core < limit and parse.lowers[core] in DETERMINERS:
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
            or is_role_head(parse, following, stop)
        ):
            return end
        if last or "and" in parse.lowers[following:stop]:
            return stop
        token = stop
        if parse.lowers[token : token + 1] == ["and"]:
            return max(_core_end(parse, token + 1, limit), end)
    return end
