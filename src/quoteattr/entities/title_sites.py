"""Title sites: where beside a name a title may stand, and the extents that it may have there."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from quoteattr.entities.role_phrases import ADVERBS, DETERMINERS, ends_short_title, glued, in_group
from quoteattr.lexicon.noun_kinds import is_role, is_title_word
from quoteattr.lexicon.word_lists import read_table
from quoteattr.syntax.tokens import Parse

__all__ = ["Place", "Site", "find_sites", "phrase_site", "predicate_site"]

TokenSpan = tuple[int, int]


class Place(enum.Enum):
    """Where a title stands relative to the name."""

    BEFORE = "before"  # Finance Minister Jane Doe
    PREPOSED = "preposed"  # the finance minister, Jane Doe,
    BEHIND = "behind"  # Jane Doe, the finance minister,
    BARE = "bare"  # Jane Doe former finance minister
    BRACKETS = "brackets"  # Jane Doe (finance minister)
    NEXT = "next"  # Jane Doe, a lawyer and the finance minister
    PREDICATE = "predicate"  # Jane Doe is the finance minister
    AS = "as"  # Jane Doe as finance minister
    SEAT = "seat"  # Jane Doe (R-Ky.)
    AFFILIATION = "affiliation"  # Jane Doe of Acme
    LETTERS = "letters"  # Jane Doe MP
    BYLINE = "byline"  # Jane Doe, and on the next line: Finance Minister
    ALONE = "alone"  # the minister


@attrs.frozen(kw_only=True)
class Site:
    """A place where a title may stand.

    Attributes:
        place: where it is relative to the name.
        name: (first, behind last) token of the name, or of the phrase itself.
        starts, ends: the tokens that the title may begin with, and those that may follow it.
    """

    place: Place
    name: TokenSpan
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def extents(self) -> Iterator[TokenSpan]:
        """Give every (first, behind last) token that the title may have."""
        return ((start, end) for start in self.starts for end in self.ends if start < end)


_COMMAS = frozenset(",—–-") | {"--"}
_STOPS = frozenset("()[];:!?\"“”…") | {"--", "—", "–", "...", "``", "''"}
_LINKS = frozenset({
    "of", "for", "at", "in", "to", "with", "from", "on", "under", "against", "near", "within",
    "behind", "over", "across", "between", "by", "de", "about", "into", "without",
})  # fmt: skip
_LINKS_BEFORE = frozenset({"of", "for", "at", "on", "in", "and", "&", "the", "de", "to"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_STOP_TAGS = frozenset({"WP", "WDT", "WRB", "WP$", "VBD", "VBZ", "VBP", "MD", "PRP", "EX", "VB"})
_COPULAS = frozenset({"is", "was", "are", "were", "became", "becomes", "remains", "'s", "be"})
_BEFORE_PREDICATE = (
    _COPULAS
    | ADVERBS
    | {
        "has", "had", "been", "be", "will", "serves", "served", "works", "worked", "acts", "acted",
        "appointed", "elected", "named", "made", "re-elected", "reelected", "hired", "as", "not",
    }  # fmt: skip
)
_PREDICATIVE = frozenset({
    "is", "was", "are", "were", "became", "becomes", "remains", "'s", "as", "appointed",
    "elected", "named", "made", "re-elected", "reelected", "hired",
})  # fmt: skip
_OF = frozenset({"of", "from", "at", "with", "for"})
_PART_OF_RANK = frozenset({"air", "chief", "field", "rear", "staff", "vice", "-", "."})
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_SEAT = re.compile(
    r"\s*[,(]\s*((?:[A-Z]{1,2}|[A-Z][a-z]{1,3})[-–][A-Z][A-Za-z. ]{0,12}?)\s*(?=[,)])"
)
_LETTERS = re.compile(r"[A-Z][A-Za-z.]*")
_FAR_BEFORE = 16
_FAR_BEHIND = 26
_MOST_ENDS = 12
_MOST_STARTS = 7
_MOST_COMMAS = 2
_LONGEST_COPULA = 6
_LONGEST_LINE = 14


def find_sites(parse: Parse, names: Sequence[TokenSpan]) -> Iterator[Site]:
    """Give the places beside each name where a title of its bearer may stand.

    Args:
        parse: the text's tokens.
        names: (first, behind last) token of every name of a person, in text order; none of them
            is crossed.
    """
    taken = {token: name for name in names for token in range(*name)}
    for name in names:
        front = _courtesies_start(parse, name[0], taken)
        yield from _before(parse, name, front, taken)
        yield from _preposed(parse, name, taken)
        yield from _behind(parse, name, taken)


def phrase_site(parse: Parse, start: int, head: int) -> Site:
    """Give the site of a noun phrase that is itself a title: the finance minister.

    Args:
        parse: the text's tokens.
        start: the phrase's first token.
        head: its head noun.
    """
    first = _behind_opening(parse, start, head + 1)
    limit = parse.paragraphs[parse.paragraph[head]][1]
    if parse.tags[head + 1 : head + 2] == ["POS"]:
        limit = head + 1
    return Site(
        place=Place.ALONE,
        name=(start, head + 1),
        starts=_starts(parse, min(first, head), head + 1),
        ends=_ends(parse, head, limit, {}),
    )


def predicate_site(
    parse: Parse, name: TokenSpan, token: int, taken: Mapping[int, TokenSpan]
) -> Site | None:
    """Give the site behind "is", "became", "served as", "was elected", which token begins."""
    end = min(_paragraph_end(parse, name[0]), token + _LONGEST_COPULA)
    predicative = False
    while token < end and _leads_to_predicate(parse, token):
        predicative = predicative or parse.lowers[token] in _PREDICATIVE
        token += 1
    if not predicative:
        return None
    place = Place.AS if parse.lowers[token - 1] == "as" else Place.PREDICATE
    return _site_from(parse, place, name, token, taken)


def _leads_to_predicate(parse: Parse, token: int) -> bool:
    if parse.lowers[token] in _BEFORE_PREDICATE:
        return parse.tags[token] != "POS"
    verb = parse.tags[token] in ("VBN", "VBD", "VBZ", "VBG")
    return verb and "as" in parse.lowers[token + 1 : token + 3]


# --- before the name ---------------------------------------------------------------------------


def _courtesies_start(parse: Parse, start: int, taken: Mapping[int, TokenSpan]) -> int:
    """Step left over "Mr" and the like."""
    first = parse.paragraphs[parse.paragraph[start]][0] if start < len(parse) else start
    while start > first and start - 1 not in taken and _is_courtesy(parse, start - 1):
        start -= 1
    return start


def _is_courtesy(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    if parse.words[token] == "." and token:
        word = parse.lowers[token - 1] + "."
    return word in read_table("honorifics")


def _before(
    parse: Parse, name: TokenSpan, end: int, taken: Mapping[int, TokenSpan]
) -> Iterator[Site]:
    """Finance Minister Jane Doe; press secretary Rear Adm. Jane Doe: one site, or one a part."""
    first = parse.paragraphs[parse.paragraph[name[0]]][0] if name[0] < len(parse) else 0
    while end > first:
        starts = _left(parse, end, first, taken)
        if starts:
            yield Site(place=Place.BEFORE, name=name, starts=starts, ends=(end,))
        behind = _rank_start(parse, end, first)
        if behind == end:
            return
        end = _courtesies_start(parse, behind, taken)


def _rank_start(parse: Parse, end: int, first: int) -> int:
    """Give the start of the last title word before the name where something stands before it."""
    token = end - 1
    if parse.words[token] == "." and token > first:
        token -= 1
    if not (_is_title(parse.lowers[token]) and token > first):
        return end
    while token - 1 > first and parse.words[token - 1][0] not in _SMALL and (
        parse.lowers[token - 1] in _PART_OF_RANK
        or (_is_title(parse.lowers[token - 1]) and not is_role(parse.lowers[token - 1]))
    ):
        token -= 1
    return token


def _is_title(word: str) -> bool:
    return is_title_word(word) or is_title_word(word + ".")


def _left(
    parse: Parse, end: int, first: int, taken: Mapping[int, TokenSpan]
) -> tuple[int, ...]:
    """Give the tokens, the farthest first, that a title which ends at `end` may begin with."""
    token = end - 1
    starts: list[int] = []
    while token >= max(first, end - _FAR_BEFORE) and _goes_left(parse, token, taken):
        if _may_begin(parse, token):
            starts.append(token)
        token -= 1
    if not starts or parse.lowers[end - 1] in _LINKS | DETERMINERS | {"and", "&"}:
        return ()
    return tuple(reversed(starts[: _MOST_STARTS + 3]))


def _goes_left(parse: Parse, token: int, taken: Mapping[int, TokenSpan]) -> bool:
    word = parse.lowers[token]
    if token in taken:
        return _modifies(parse, taken[token], taken)
    if word == "the":
        return token > 0 and (parse.tags[token - 1] == "IN" or parse.lowers[token - 1] == "and")
    if word in _LINKS_BEFORE or in_group(parse, token) or _in_brackets(parse, token):
        return parse.tags[token] not in _STOP_TAGS
    return word == "then" or (word in ("'s", "’s") and parse.tags[token] == "POS")


def _modifies(parse: Parse, name: TokenSpan, taken: Mapping[int, TokenSpan]) -> bool:
    """Tell whether somebody's name is a part of what stands behind it: Doe's lawyer."""
    behind = name[1]
    if behind >= len(parse) or parse.paragraph[behind] != parse.paragraph[name[0]]:
        return False
    follows = parse.tags[behind]
    return follows in _NOUNS | {"POS", "JJ", "HYPH", "IN"} or parse.lowers[behind] == "'s"


def _in_brackets(parse: Parse, token: int) -> bool:
    """Tell whether the token is a bracket around a word or two, or one such word."""
    near = range(max(0, token - 3), min(len(parse), token + 4))
    opening = [place for place in near if parse.words[place] == "(" and place <= token]
    return any(
        parse.words[place] == ")" for place in near if opening and place > opening[-1] + 1
        and place >= token
    )


def _may_begin(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    return (
        word not in _LINKS_BEFORE
        and word not in DETERMINERS
        and parse.words[token][0].isalnum()
        and parse.tags[token] not in ("POS", "HYPH", "IN", "CC", "TO")
        and not (glued(parse, token - 1) if token else False)
    )


def _preposed(parse: Parse, name: TokenSpan, taken: Mapping[int, TokenSpan]) -> Iterator[Site]:
    """The foreign minister, Jane Doe, said."""
    start = _courtesies_start(parse, name[0], taken)
    rank = _rank_start(parse, start, 0) if start else start
    for comma in {start - 1, _courtesies_start(parse, rank, taken) - 1}:
        if comma < 1 or parse.words[comma] not in _COMMAS or glued(parse, comma):
            continue
        first = parse.paragraphs[parse.paragraph[comma]][0]
        if parse.paragraph[comma] != parse.paragraph[name[0]]:
            continue
        starts = _left(parse, comma, first, taken)
        if starts:
            yield Site(place=Place.PREPOSED, name=name, starts=starts, ends=(comma,))


# --- behind the name ---------------------------------------------------------------------------


def _paragraph_end(parse: Parse, token: int) -> int:
    return parse.paragraphs[parse.paragraph[token]][1]


def _behind(parse: Parse, name: TokenSpan, taken: Mapping[int, TokenSpan]) -> Iterator[Site]:
    end = _paragraph_end(parse, name[0])
    letters = _letters(parse, name[1], end)
    if letters > name[1]:
        yield Site(place=Place.LETTERS, name=name, starts=(name[1],), ends=(letters,))
    sites = (
        _seat(parse, name),
        _apposition(parse, name, letters, end, taken),
        _affiliation(parse, name, letters, end, taken),
        _predicate(parse, name, letters, end, taken),
        _byline(parse, name, letters, end, taken),
    )
    yield from (site for site in sites if site is not None)


def _letters(parse: Parse, token: int, end: int) -> int:
    """Step over letters of office or honour: Jane Doe MP; Jane Doe, OBE."""
    table = read_table("letters_behind")
    start = token
    if token + 1 < end and parse.words[token] == "," and parse.lowers[token + 1] in table:
        token += 1
    while token < end and parse.words[token][0].isupper() and parse.lowers[token] in table:
        token += 1
    return token if token > start and parse.words[start] != "," else start


def _seat(parse: Parse, name: TokenSpan) -> Site | None:
    """Jane Doe (R-Ky.); Jane Doe, D-Calif., said."""
    if parse.words[name[1] : name[1] + 1] not in ([","], ["("]):
        return None
    match = _SEAT.match(parse.text, parse.ends[name[1] - 1])
    if match is None:
        return None
    inside = [
        token
        for token in range(name[1], min(name[1] + 10, len(parse)))
        if match.start(1) <= parse.starts[token] and parse.ends[token] <= match.end(1)
    ]
    if not inside:
        return None
    return Site(place=Place.SEAT, name=name, starts=(inside[0],), ends=(inside[-1] + 1,))


def _apposition(
    parse: Parse, name: TokenSpan, token: int, end: int, taken: Mapping[int, TokenSpan]
) -> Site | None:
    """Jane Doe, 34, the finance minister; Jane Doe (chief executive)."""
    token = _behind_origin(parse, token, end)
    if token + 1 < end and parse.tags[token] in ("NN", "JJ") and _stands_alone(parse, name):
        return _site_from(parse, Place.BARE, name, token, taken)
    if token + 1 >= end or parse.words[token] not in _COMMAS | {"("} or glued(parse, token):
        return None
    place = Place.BRACKETS if parse.words[token] == "(" else Place.BEHIND
    token = _behind_age(parse, token + 1, end)
    return _site_from(parse, place, name, token, taken)


def _stands_alone(parse: Parse, name: TokenSpan) -> bool:
    """Tell whether the name depends on nothing right behind it: Jane Doe former mayor."""
    head = parse.heads[_name_head(parse, name)]
    return not name[1] <= head < name[1] + 4 or parse.tags[head][:2] == "VB"


def _name_head(parse: Parse, name: TokenSpan) -> int:
    return next(
        (
            token
            for token in reversed(range(*name))
            if not name[0] <= parse.heads[token] < name[1] or parse.heads[token] == token
        ),
        name[1] - 1,
    )


def _runs_into_neighbour(
    parse: Parse, first: int, limit: int, taken: Mapping[int, TokenSpan]
) -> bool:
    """Tell whether the noun phrase belongs to the next name: Jane Doe, mayor John Roe and ..."""
    for token in range(first, limit):
        if token in taken:
            head = parse.heads[_name_head(parse, taken[token])]
            behind = taken[token][1] <= head < limit and _modifies(parse, taken[token], taken)
            return not (first <= head < token or behind)
        if parse.lowers[token] in ("and", "&", ",") or not _goes_right(parse, token, taken):
            return False
    return False


def _behind_origin(parse: Parse, token: int, end: int) -> int:
    """Step over "of Springfield" in front of a comma."""
    start = token
    if token < end and parse.lowers[token] in ("of", "from", "at", "with"):
        token += 1
        while token < end and (
            parse.words[token][0].isupper() or parse.lowers[token] in ("the", "of", "for", "and")
        ):
            token += 1
        return token if token < end and parse.words[token] in (",", "(") else start
    return start


def _behind_age(parse: Parse, token: int, end: int) -> int:
    """Step over "34," or "aged 34,"."""
    start = token + (parse.lowers[token] in ("aged", "age"))
    if start + 2 < end and parse.words[start].isdigit() and parse.words[start + 1] == ",":
        return start + 2
    return token


def _affiliation(
    parse: Parse, name: TokenSpan, token: int, end: int, taken: Mapping[int, TokenSpan]
) -> Site | None:
    """Jane Doe of the University of Leeds; Jane Doe, from the Chamber of Trade."""
    if token < end and parse.words[token] == ",":
        token += 1
    if token + 1 >= end or parse.lowers[token] not in _OF:
        return None
    first = token + 1
    while first < end and parse.lowers[first] in DETERMINERS:
        first += 1
    if first >= end or not parse.words[first][0].isupper():
        return None
    return _site_from(parse, Place.AFFILIATION, name, first, taken)


def _predicate(
    parse: Parse, name: TokenSpan, token: int, end: int, taken: Mapping[int, TokenSpan]
) -> Site | None:
    """Jane Doe, who is the mayor; Jane Doe, a lawyer, was appointed minister."""
    if token < end and parse.words[token] == ",":
        comma = next(
            (i for i in range(token + 1, min(token + 12, end)) if parse.words[i] == ","), 0
        )
        token = token + 1 if parse.lowers[token + 1 : token + 2] == ["who"] else comma + 1
    if token < end and parse.lowers[token] == "who":
        token += 1
    return predicate_site(parse, name, token, taken) if token > 1 else None


def _byline(
    parse: Parse, name: TokenSpan, token: int, end: int, taken: Mapping[int, TokenSpan]
) -> Site | None:
    """Give the next line where the name has a line for itself, but for "By"."""
    first = parse.paragraphs[parse.paragraph[name[0]]][0]
    if token < end or end >= len(parse) or name[0] - first > 1:
        return None
    last = parse.paragraphs[parse.paragraph[end]][1]
    verbs = any(tag in _STOP_TAGS or tag == "." for tag in parse.tags[end:last])
    if last - end > _LONGEST_LINE or verbs:
        return None
    return _site_from(parse, Place.BYLINE, name, end, taken)


def next_site(
    parse: Parse, name: TokenSpan, end: int, taken: Mapping[int, TokenSpan]
) -> Site | None:
    """Give the site of one more title behind a comma or "and" that follows a title's end."""
    limit = _paragraph_end(parse, name[0])
    token = end
    while token < limit and parse.lowers[token] in (",", "and", "&"):
        token += 1
    if token == end or token >= limit:
        return None
    return _site_from(parse, Place.NEXT, name, token, taken)


def _site_from(
    parse: Parse, place: Place, name: TokenSpan, token: int, taken: Mapping[int, TokenSpan]
) -> Site | None:
    """Give the site of a noun phrase that begins at the token, None where none does."""
    limit = min(_paragraph_end(parse, token), token + _FAR_BEHIND) if token < len(parse) else token
    first = _behind_opening(parse, token, limit)
    if first >= limit or not _may_open(parse, first, taken):
        return None
    if _runs_into_neighbour(parse, first, limit, taken):
        return None
    core = _core_end(parse, first, limit, taken)
    if core <= first:
        return None
    ends = _ends(parse, core - 1, limit, taken)
    return Site(place=place, name=name, starts=_starts(parse, first, core), ends=ends)


def _behind_opening(parse: Parse, token: int, limit: int) -> int:
    """Step over adverbs, articles and "and"."""
    while token < limit and (
        (parse.lowers[token] in ADVERBS and not glued(parse, token + 1))
        or (parse.lowers[token] in DETERMINERS and not _is_one_of(parse, token))
        or parse.tags[token] == "CC"
    ):
        token += 1
    return token


def _is_one_of(parse: Parse, token: int) -> bool:
    return parse.lowers[token : token + 2] == ["one", "of"]


def _may_open(parse: Parse, token: int, taken: Mapping[int, TokenSpan]) -> bool:
    if token in taken and not _modifies(parse, taken[token], taken):
        return False
    if _is_one_of(parse, token) or parse.lowers[token] == "one":
        return True
    return in_group(parse, token) and parse.words[token][0].isalnum()


def _core_end(parse: Parse, first: int, limit: int, taken: Mapping[int, TokenSpan]) -> int:
    """Give the token behind the noun group that begins at `first`."""
    end = first
    while end < limit and (
        in_group(parse, end)
        or (
            parse.lowers[end] in ("and", "&")
            and end > first
            and end + 1 < limit
            and parse.tags[end - 1] not in _NOUNS
            and in_group(parse, end + 1)
        )
    ):
        end += 1
    while end > first and parse.tags[end - 1] in ("POS", "HYPH", "CC"):
        end -= 1
    return end


def _starts(parse: Parse, first: int, core: int) -> tuple[int, ...]:
    """Give the tokens up to the head that a title may begin with: ages and praise may go."""
    starts = [first]
    for token in range(first + 1, min(core, first + _MOST_STARTS)):
        if _may_begin(parse, token) and not glued(parse, token - 1):
            starts.append(token)
    return tuple(starts)


def _ends(
    parse: Parse, head: int, limit: int, taken: Mapping[int, TokenSpan]
) -> tuple[int, ...]:
    """Give the tokens that may follow a title whose first noun group ends at `head`."""
    ends: list[int] = []
    commas = 0
    token = head
    while token < limit and len(ends) < _MOST_ENDS:
        if token > head and not _goes_right(parse, token, taken):
            break
        if parse.words[token] == ")" and "(" not in parse.words[head:token]:
            break
        commas += parse.words[token] == ","
        if commas > _MOST_COMMAS:
            break
        if _may_end(parse, token, limit) and token + 1 not in taken:
            ends.append(token + 1)
        token += 1
    return tuple(ends) or (head + 1,)


def _goes_right(parse: Parse, token: int, taken: Mapping[int, TokenSpan]) -> bool:
    word, tag = parse.lowers[token], parse.tags[token]
    if token in taken:
        before = taken[token][0] - 1
        return parse.tags[before] in _NOUNS | {"IN", "TO"} or _modifies(parse, taken[token], taken)
    if tag in ("PRP$", "DT") and parse.words[token - 1] == ",":
        return False
    if tag in _STOP_TAGS or (word in _STOPS and not glued(parse, token) and word not in "()"):
        return False
    return word != "." or ends_short_title(parse, token)


def _may_end(parse: Parse, token: int, limit: int) -> bool:
    """Tell whether a title may end with the token."""
    if token + 1 < limit and (
        glued(parse, token) or glued(parse, token + 1) or parse.tags[token + 1] == "POS"
    ):
        return False
    if parse.words[token] == ")":
        return True
    tags = _NOUNS | {"CD", "FW", "JJ", "ADD", "VBG", "VBN", "NNP"}
    ends = parse.tags[token] in tags or ends_short_title(parse, token)
    following = token + 1 < limit and parse.tags[token + 1] in ("NN", "NNS")
    return ends and not (following and parse.tags[token] in ("JJ", "VBG", "VBN", "NN"))
