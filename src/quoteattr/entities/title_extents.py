"""Title extents: the tokens that a title beside a name may begin with, and those that end it."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping

from quoteattr.entities.noun_groups import (
    ADVERBS,
    DETERMINERS,
    ends_short_title,
    glued,
    in_group,
)
from quoteattr.lexicon.name_words import is_honorific, is_title_word
from quoteattr.lexicon.noun_kinds import is_medium, is_person_noun, is_role
from quoteattr.lexicon.word_lists import marked_words
from quoteattr.syntax.grammar import COMMON_NOUN_TAGS, NOUN_TAGS
from quoteattr.syntax.tokens import Parse, TokenRange, lower_before

__all__ = [
    "Named",
    "ends_behind",
    "group_end",
    "opening",
    "runs_into_neighbour",
    "starts_before",
    "starts_within",
]

Named = Mapping[int, TokenRange]  # by token, the person's name that it belongs to

_STOPS = frozenset('[];:!?"“”…') | {"--", "—", "–", "...", "``", "''"}
_LINKS = frozenset({"of", "for", "at", "on", "in", "and", "&", "de", "to"})
_JOINTS = frozenset({"and", "&", ","})
_RANKS = marked_words("rank-behind-role")
_SHARES = frozenset({"of", "half", "third", "quarter"})  # one half of the duo
_BREAKS = marked_words("title-breaker")
_SUBSTITUTES = marked_words("substitute")
_CLAUSE = frozenset({"WP", "WDT", "WRB", "WP$", "VBD", "VBZ", "VBP", "MD", "PRP", "EX", "VB"})
_UNFIT_TO_BEGIN = frozenset({"POS", "HYPH", "IN", "CC", "TO"})
_UNFIT_TO_END = frozenset({"POS", "HYPH", "CC"})
_FIT_TO_END = NOUN_TAGS | {"CD", "FW", "JJ", "ADD", "VBG", "VBN"}
_ATTRIBUTIVE = frozenset({"JJ", "VBG", "VBN", "NN"})
_CONSORTS = frozenset({"lady", "gentleman"})
_SERVED = frozenset({"DT", "NNP", "NNPS"})  # with the ministry, with Acme
_FAR_BEFORE = 24
_MOST_ENDS = 14
_MOST_STARTS = 14
_MOST_COMMAS = 2
_FIRST_WORDS = 7


# --- before a name -----------------------------------------------------------------------------


def starts_before(parse: Parse, end: int, first: int, named: Named) -> tuple[int, ...]:
    """Give the tokens, the farthest first, that a title which ends at `end` may begin with.

    Args:
        parse: the text's tokens.
        end: the token behind the title's last.
        first: the first token that it may have.
        named: the names of persons; one may stand inside a title: Doe's lawyer.
    """
    last = parse.lowers[end - 1]
    if last in _LINKS or last in DETERMINERS or last == "(":
        return ()
    starts: list[int] = []
    token = end - 1
    while token >= max(first, end - _FAR_BEFORE) and _goes_left(parse, token, end, named):
        if _may_begin(parse, token):
            starts.append(token)
        token -= 1
    return tuple(reversed(starts[:_MOST_STARTS]))


def _goes_left(parse: Parse, token: int, end: int, named: Named) -> bool:
    word, tag = parse.lowers[token], parse.tags[token]
    if token in named:
        return _modifies(parse, named[token])
    if is_honorific(word) and parse.lowers[token + 1] in _RANKS:  # Datuk Dr
        return False
    if word == ",":
        return _lists_fields(parse, token, end)
    if word == "the":
        return token > 0 and (parse.tags[token - 1] == "IN" or parse.lowers[token - 1] == "and")
    if tag in _CLAUSE or word in marked_words("excellency"):
        return token == end - 1 and _mistagged_role(parse, token)
    return (
        (word in _LINKS and not _joins_a_body(parse, token))
        or word == "then"
        or in_group(parse, token)
        or _in_brackets(parse, token)
        or (word == "'s" and tag == "POS")
    )


def _joins_a_body(parse: Parse, token: int) -> bool:
    """Tell whether "and" joins a short title to what is nobody: the caucus and Sen. Jane Doe."""
    if parse.lowers[token] not in _JOINTS:
        return False
    behind = parse.lowers[token + 1]
    short = behind.endswith(".") and is_title_word(behind)
    return short and not is_person_noun(parse.lowers[token - 1])


def _lists_fields(parse: Parse, comma: int, end: int) -> bool:
    """Tell whether a comma parts the fields of one office: Minister for Water, Roads and Rail."""
    behind = range(comma + 1, end)
    nouns = [parse.tags[token] in NOUN_TAGS and parse.words[token][0].isupper() for token in behind]
    joints = [parse.lowers[token] in ("and", "&") for token in behind]
    listed = all(map(operator.or_, nouns, joints)) and sum(joints) == 1 and not joints[-1]
    first = comma
    while first > 0 and parse.tags[first - 1] in NOUN_TAGS and parse.words[first - 1][0].isupper():
        first -= 1
    led = parse.lowers[first - 1 : first] in (["for"], ["of"]) and first < comma
    return listed and led and is_role(parse.lowers[first - 2])


def _mistagged_role(parse: Parse, token: int) -> bool:
    """Tell whether what was taken for a verb is a role: “Stop,” defender Jane Doe said."""
    before = parse.tags[token - 1] if token else "."
    return is_role(parse.lowers[token]) and before not in ("MD", "TO", "PRP", *NOUN_TAGS)


def _modifies(parse: Parse, name: TokenRange) -> bool:
    """Tell whether somebody's name is a part of what stands behind it: Doe's lawyer."""
    behind = name.end
    if behind >= len(parse) or parse.paragraph[behind] != parse.paragraph[name.start]:
        return False
    return parse.tags[behind] in NOUN_TAGS | {"POS", "JJ", "HYPH", "IN"}


def _in_brackets(parse: Parse, token: int) -> bool:
    """Tell whether the token belongs to a bracket of three words at most: Authority (TAL) chief."""
    left = next((i for i in range(token, max(-1, token - 5), -1) if parse.words[i] == "("), None)
    if left is None:
        return False
    right = parse.words.index(")", left) if ")" in parse.words[left : left + 5] else -1
    return token <= right and right > left + 1


def _may_begin(parse: Parse, token: int) -> bool:
    """Tell whether a title may begin with the token; an acting mayor is no mayor, a late one is.

    A first lady is no lady.
    """
    word = parse.lowers[token]
    return (
        parse.words[token][0].isalnum()
        and word not in _LINKS
        and word not in DETERMINERS
        and word != "late"
        and parse.tags[token] not in _UNFIT_TO_BEGIN
        and not _is_substitute(parse, token - 1)
        and not (word in _CONSORTS and lower_before(parse, token) == "first")
        and not (token > 0 and glued(parse, token - 1))
    )


def _is_substitute(parse: Parse, token: int) -> bool:
    """Tell whether "acting" or the like stands there, or before the plain nouns there."""
    while token > 0 and parse.tags[token] in COMMON_NOUN_TAGS:
        token -= 1
    return token >= 0 and parse.lowers[token] in _SUBSTITUTES


# --- behind a name -----------------------------------------------------------------------------


def opening(parse: Parse, token: int, limit: int) -> int:
    """Step over the adverbs, articles and "and" in front of a noun group."""
    while token + 1 < limit and _opens(parse, token):
        token += 1
    return token


def _opens(parse: Parse, token: int) -> bool:
    word = parse.lowers[token]
    if word in DETERMINERS:
        return word != "one" or parse.lowers[token + 1] not in _SHARES
    adverb = word in ADVERBS and not glued(parse, token + 1)
    return parse.tags[token] == "CC" or word == "while" or adverb


def group_end(parse: Parse, first: int, limit: int, named: Named) -> int:
    """Give the token behind the noun group that begins at `first`; `first` where none does."""
    if first >= limit or (first in named and not _modifies(parse, named[first])):
        return first
    end = first + (parse.lowers[first] == "one")
    while end < limit and (in_group(parse, end) or _joins_adjectives(parse, first, end, limit)):
        end += 1
    while end > first and parse.tags[end - 1] in _UNFIT_TO_END:
        end -= 1
    return end if parse.words[first][0].isalnum() else first


def _joins_adjectives(parse: Parse, first: int, token: int, limit: int) -> bool:
    return (
        first < token < limit - 1
        and parse.lowers[token] in ("and", "&")
        and parse.tags[token - 1] not in NOUN_TAGS
        and in_group(parse, token + 1)
    )


def starts_within(parse: Parse, first: int, core: int) -> tuple[int, ...]:
    """Give the tokens of a noun group that a title may begin with: ages and praise may go."""
    later = range(first + 1, min(core, first + _FIRST_WORDS))
    return (first, *(token for token in later if _may_begin(parse, token)))


def ends_behind(parse: Parse, head: int, limit: int, named: Named) -> tuple[int, ...]:
    """Give the tokens that may follow a title whose first noun group ends with `head`."""
    ends = list(_ends(parse, head, limit, named))[:_MOST_ENDS]
    return tuple(ends) or (head + 1,)


def _ends(parse: Parse, head: int, limit: int, named: Named) -> Iterator[int]:
    commas = 0
    for token in range(head, limit):
        commas += parse.words[token] == ","
        opened = parse.words[token] != ")" or "(" in parse.words[head:token]
        goes_on = token == head or _goes_right(parse, token, named)
        if commas > _MOST_COMMAS or not opened or not goes_on:
            return
        if _may_end(parse, token, limit) and token + 1 not in named:
            yield token + 1


def _goes_right(parse: Parse, token: int, named: Named) -> bool:
    word, tag = parse.words[token], parse.tags[token]
    if token in named:
        first = named[token].start
        before = parse.tags[first - 1] if first else ""
        return before in NOUN_TAGS | {"IN", "TO"} or _modifies(parse, named[token])
    if lower_before(parse, token) in _JOINTS and _begins_another(parse, token):
        return False
    if parse.lowers[token] in _BREAKS or _has_something(parse, token) or _is_done(parse, token):
        return False
    if _tells_medium(parse, token):
        return False
    if (tag in _CLAUSE and not _is_capital_of_a_name(parse, token)) or (
        word in _STOPS and not glued(parse, token)
    ):
        return False
    return word != "." or ends_short_title(parse, token)


def _has_something(parse: Parse, token: int) -> bool:
    """Tell whether "with" tells what somebody has, and not for whom: a grower with two acres."""
    behind = parse.tags[token + 1 : token + 2]
    return parse.lowers[token] == "with" and not _SERVED.intersection(behind)


def _tells_medium(parse: Parse, token: int) -> bool:
    """Tell whether a preposition tells in what text or talk something was said: in a letter."""
    said = parse.deps[token] == "prep" and parse.tags[parse.heads[token]][0] == "V"
    return said and any(is_medium(parse.lowers[child]) for child in parse.children[token])


def _begins_another(parse: Parse, token: int) -> bool:
    """Tell whether one more title begins behind a joint: Jane Doe, a lawyer, her aunt; and a judge.

    So does a short title, which stands before another name: the minister, Hon. Jane Doe; and the
    name itself, or a courtesy before it.
    """
    if is_title_word(parse.lowers[token] + "."):
        return True
    named = parse.labels[token] == "PERSON" or is_honorific(parse.lowers[token])
    own = (named or parse.tags[token] in ("PRP$", "DT")) and parse.words[token - 1] == ","
    one = parse.lowers[token] in ("a", "an") and is_person_noun(parse.lowers[parse.heads[token]])
    return own or one or (parse.lowers[token] in ADVERBS and not glued(parse, token + 1))


def _is_done(parse: Parse, token: int) -> bool:
    """Tell whether a participle tells what was done to whom the noun before it is for: killed."""
    return parse.tags[token] == "VBN" and parse.deps[token] == "acl"


def _is_capital_of_a_name(parse: Parse, token: int) -> bool:
    """Tell whether what was taken for a verb or pronoun belongs to a longer name: Can Gio."""
    number = parse.entity[token]
    if number < 0 or not parse.words[token][0].isupper():
        return False
    return parse.entities[number].end - parse.entities[number].start > 1


def _may_end(parse: Parse, token: int, limit: int) -> bool:
    """Tell whether a title may end with the token."""
    if parse.words[token] == ")":
        return True
    behind = parse.tags[token + 1] if token + 1 < limit else ""
    if behind == "POS" or glued(parse, token) or (behind and glued(parse, token + 1)):
        return False
    if behind in ("NN", "NNS") and parse.tags[token] in _ATTRIBUTIVE:
        return False
    fit = parse.tags[token] in _FIT_TO_END and parse.words[token] != "("
    return fit or ends_short_title(parse, token)


def runs_into_neighbour(parse: Parse, first: int, limit: int, named: Named) -> bool:
    """Tell whether a noun phrase belongs to the next name: Jane Doe, mayor John Roe and ..."""
    for token in range(first, limit):
        if token in named:
            return _governs(parse, first, named[token], limit)
        if parse.lowers[token] in _JOINTS or not _goes_right(parse, token, named):
            return False
    return False


def _governs(parse: Parse, first: int, name: TokenRange, limit: int) -> bool:
    """Tell whether a name is no part of the noun phrase that begins at `first`, but its head."""
    head = next(
        (parse.heads[token] for token in reversed(range(*name)) if _leaves(parse, token, name)),
        name.start,
    )
    owner = name.end <= head < limit and _modifies(parse, name)
    return not (first <= head < name.start or owner)


def _leaves(parse: Parse, token: int, name: TokenRange) -> bool:
    return not name.start <= parse.heads[token] < name.end
