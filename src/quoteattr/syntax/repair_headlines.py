"""Headlines that end in a reporting clause: “Tax rise likely, warns bank chief”."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon.noun_kinds import is_body, is_document, is_person_noun
from quoteattr.lexicon.word_lists import marked_words, read_words
from quoteattr.syntax.columns_under_repair import Columns, is_noun_phrase
from quoteattr.syntax.grammar import FINITE_TAGS, STOP_TAGS
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_headlines"]

_LONGEST_TAIL = 8  # tokens


def restore_headlines(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Make a reporting clause of what stands behind a headline's last comma; the columns change.

    A headline is a sentence without a stop. Behind its last comma stand a noun and a present verb
    of saying, or such a verb and a noun. What may be a plural noun, too, is one behind what cannot
    speak: Lee denies theft, fraud claims. A verb in front of its noun counts only where no finite
    verb stands before the comma, since "Mayor quits, blames council" has two.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Examples:
        >>> words = ["Fares", "to", "rise", ",", "confirms", "minister"]
        >>> tags = ["NNS", "TO", "VB", ",", "VBZ", "NN"]
        >>> deps = ["nsubj", "aux", "acl", "punct", "ROOT", "dobj"]
        >>> columns = Columns(tags, deps, [4, 2, 0, 4, 4, 4])
        >>> restore_headlines(words, columns, [TokenRange(0, 6)])
        >>> columns.deps
        ['ccomp', 'aux', 'acl', 'punct', 'ROOT', 'nsubj']
    """
    for first, last in sentences:
        comma = _headline_comma(words, columns.tags, first, last)
        _restore_headline(words, columns, range(first, comma), range(comma + 1, last))


def _headline_comma(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> int:
    """Give the last comma of a sentence without a stop, else its first token."""
    if tags[last - 1] in STOP_TAGS:
        return first
    commas = (token for token in range(last - 1, first, -1) if words[token] == ",")
    return next(commas, first)


def _restore_headline(words: Sequence[str], columns: Columns, front: range, tail: range) -> None:
    """Set right what stands before a headline's last comma and behind it."""
    tags, _, heads = columns
    verb = _headline_verb(words, tags, front, tail)
    if verb is None:
        return
    ends = verb == tail[-1]
    noun = tail[:-1] if ends else tail[1:]
    if not ends or tags[verb][0] == "V" or _can_speak(words[columns.last_of_noun(noun)]):
        columns.hang_clause(front, noun, verb)
        tags[verb] = "VBZ" if words[verb] in marked_words("headline-says") else "VBP"
    elif heads[verb] == verb:
        _hang_noun(columns, front, tail)


def _hang_noun(columns: Columns, front: range, tail: range) -> None:
    """Hang a noun that was taken for the verb on the front: Lee denies theft, fraud claims."""
    tags, deps, heads = columns
    noun = tail[-1]
    root = next((token for token in front if tags[token][0] == "V"), front[0])
    for token in range(front.start, noun):
        if heads[token] == noun and token in tail:
            deps[token] = "compound"
        elif heads[token] == noun:
            heads[token] = root
    columns.make_root(root)
    deps[noun], heads[noun] = "conj", root


def _headline_verb(
    words: Sequence[str], tags: Sequence[str], front: range, tail: range
) -> int | None:
    """Give the verb of saying that ends or begins the tail, where the rest of it is a noun."""
    if not (front and 1 < len(tail) <= _LONGEST_TAIL):
        return None
    if _is_headline_verb(words[tail[-1]]) and is_noun_phrase(words, tags, tail[:-1]):
        return tail[-1]
    finite = any(tags[token] in FINITE_TAGS for token in front)
    if (
        words[tail[0]] in marked_words("headline-says")
        and not finite
        and is_noun_phrase(words, tags, tail[1:])
    ):
        return tail[0]
    return None


def _is_headline_verb(word: str) -> bool:
    return word in marked_words("headline-says") or word in marked_words("headline-say")


def _can_speak(word: str) -> bool:
    """Tell whether a noun is for somebody, a body or a text, or looks like a name."""
    lower = word.lower()
    named = word[0].isupper() and lower not in read_words("common_words")
    return named or is_person_noun(lower) or is_body(lower) or is_document(lower)
