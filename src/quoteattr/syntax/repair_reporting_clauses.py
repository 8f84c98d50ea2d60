"""Reporting clauses behind what is said: “…, warns bank chief”, where the parser saw an object."""

from __future__ import annotations

from collections.abc import Container, Sequence

from quoteattr.lexicon.noun_kinds import is_body, is_document, is_medium, is_person_noun, is_role
from quoteattr.lexicon.reporting_words import reporting_class
from quoteattr.lexicon.word_lists import marked_words, read_words
from quoteattr.syntax.columns_under_repair import (
    Columns,
    hang_clause,
    hang_subject,
    head_of,
    put_above,
    with_subjects,
)
from quoteattr.syntax.grammar import (
    AUXILIARIES,
    COMMON_NOUN_TAGS,
    FINITE_TAGS,
    INDICATIVE_TAGS,
    NOMINAL_SUBJECTS,
    NOUN_PHRASE_TAGS,
    NOUN_TAGS,
    PROPER_NOUN_TAGS,
    STOP_TAGS,
    UNTAKEN_VERB_TAGS,
)
from quoteattr.syntax.repair_appositions import restore_appositions
from quoteattr.syntax.repair_closing_clauses import restore_closing_clauses
from quoteattr.syntax.repair_inserted_clauses import restore_inserted_clauses
from quoteattr.syntax.repair_lead_verbs import restore_lead_verbs
from quoteattr.syntax.repair_participles import restore_participles
from quoteattr.syntax.token_columns import is_aged
from quoteattr.syntax.tokens import TokenRange

__all__ = ["restore_reporting_clauses"]

# between the start of a plain noun phrase and its head
_WITHIN_NOUN = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})

_OPENING = frozenset({":", "“"})
_INNER_STOPS = frozenset({",", "?", "!"})
_LONGEST_TAIL = 8  # tokens
_AGED = 5  # tokens before "old" in "the 23-year-old"


def restore_reporting_clauses(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> Columns:
    """Make verb and subject of the clauses that tell who says so.

    Behind closing marks with a comma inside, a verb without a subject has it in the noun that
    follows: “Pay now,” read the notice. A role before a name there is no verb: “Pay now,” said
    tax officer Jane Doe. The 23-year-old before a verb of saying is its subject. So is a noun with
    a name beside it, both set off by commas: “Pay now,” the town's clerk, Jane Doe, said. A role
    between a team and a name is a noun: Rangers goalie Jane Doe said. In what text or talk it is
    said belongs to the verb: “No,” said a clerk in a letter to the court. Between a noun that opens
    a sentence and a colon or a mark “read” is a verb: A banner read: “Go.”

    Behind the last comma of a headline, which is a sentence without a stop, stand a noun and a
    present verb of saying, or such a verb and a noun. What may be a plural noun, too, is one
    behind what cannot speak: Lee denies theft, fraud claims. A verb in front of its noun counts
    only where no finite verb stands before the comma, since "Mayor quits, blames council" has two.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.

    Returns:
        The tags, labels and heads, set right.

    Examples:
        >>> words = ["Fares", "to", "rise", ",", "confirms", "minister"]
        >>> tags = ["NNS", "TO", "VB", ",", "VBZ", "NN"]
        >>> deps = ["nsubj", "aux", "acl", "punct", "ROOT", "dobj"]
        >>> columns = tags, deps, [4, 2, 0, 4, 4, 4]
        >>> restore_reporting_clauses(words, columns, [(0, 6)])[1]
        ['ccomp', 'aux', 'acl', 'punct', 'ROOT', 'nsubj']
    """
    tags, deps, heads = columns
    changed = list(tags), list(deps), list(heads)
    restore_participles(words, changed, sentences)
    restore_closing_clauses(words, changed, sentences)
    restore_lead_verbs(words, changed, sentences)
    restore_inserted_clauses(words, changed, sentences)
    restore_appositions(words, changed, sentences)
    _restore_roles(words, changed, sentences)
    _restore_reading(words, changed, sentences)
    subjects = with_subjects(deps, heads)
    for first, last in sentences:
        for token in range(first + 2, last - 1):
            if words[token] == "old" and _is_aged_subject(words, columns, token, subjects):
                _hang_whole(changed, token, max(first, token - _AGED))
            if words[token - 1] == ",":
                _hang_apposed(words, changed, token, first)
            _free_medium(words, changed, token)
            if words[token - 1] == "”" and words[token - 2] in _INNER_STOPS:
                noun = _inverted(words, columns, token, last, subjects)
                if noun is not None:
                    _join_roles(changed, range(token + 1, noun))
                    hang_subject(changed, noun, token)
        comma = _last_comma(words, tags, first, last)
        _restore_headline(words, changed, range(first, comma), range(comma + 1, last))
    return changed


def _restore_reading(
    words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]
) -> None:
    """Make a verb of what stands between a text and its words, as in *A banner read: “Go.”*."""
    tags = columns[0]
    for first, last in sentences:
        for verb in range(first + 1, last - 1):
            opens = words[verb] == "read" and words[verb + 1] in _OPENING
            if (
                opens
                and tags[verb] not in FINITE_TAGS
                and _is_noun(words, tags, range(first, verb))
            ):
                _hang_reading(columns, verb, first)


def _hang_reading(columns: Columns, verb: int, first: int) -> None:
    """Make a verb of the word behind a noun phrase that opens a sentence, its subject."""
    tags, deps, heads = columns
    for token in range(first, verb - 1):
        if heads[token] == verb and deps[token] in NOMINAL_SUBJECTS:
            deps[token] = "compound"
    tags[verb] = "VBD"
    _hang_whole(columns, verb - 1, first)


def _is_aged_subject(
    words: Sequence[str], columns: Columns, token: int, subjects: Container[int]
) -> bool:
    """Tell whether an age with a verb of saying behind it is taken for a modifier of the verb."""
    tags, _, heads = columns
    verb = token + 1
    aged = heads[token] == verb and is_aged(words, words, token)
    return aged and tags[verb] in FINITE_TAGS and verb not in subjects


def _hang_whole(columns: Columns, token: int, start: int) -> None:
    """Hang the last word of a phrase on the verb behind it, and on that word what hung there.

    The phrase is an age, say, with the article and the years.
    """
    _, _, heads = columns
    for before in range(start, token):
        heads[before] = token if heads[before] == token + 1 else heads[before]
    hang_subject(columns, token, token + 1)


def _restore_roles(words: Sequence[str], columns: Columns, sentences: Sequence[TokenRange]) -> None:
    """Make nouns of the roles that stand between a team and a name."""
    tags = columns[0]
    for first, last in sentences:
        for token in range(first + 1, last - 1):
            if tags[token + 1] == "NNP" and tags[token] not in NOUN_TAGS:
                _restore_role(words, columns, token, range(first, last))


def _restore_role(words: Sequence[str], columns: Columns, role: int, sentence: range) -> None:
    """Make a noun of a role before a name that the parser took for a verb or an adverb."""
    tags, deps, heads = columns
    team, name = role - 1, role + 1
    named = tags[team] in NOUN_TAGS and words[team][0].isupper()
    if not named or not _is_mere_role(words[role]):
        return
    while name + 1 < sentence.stop and tags[name + 1] == "NNP":
        name += 1
    finite = name + 1 < sentence.stop and tags[name + 1] in INDICATIVE_TAGS
    if tags[role][0] == "V" and not finite:
        return
    for other in (role, team, role):
        put_above(columns, name + finite, other)
    if finite:
        hang_subject(columns, name, name + 1)
    for token in sentence:
        if heads[token] in (team, role) and deps[token] not in _WITHIN_NOUN:
            heads[token] = heads[name]
    tags[role] = "NN"
    deps[team] = deps[role] = "compound"
    heads[team] = heads[role] = name


def _is_mere_role(word: str) -> bool:
    """Tell whether a word is for a role and no verb of saying: goalie, but not judge."""
    return is_role(word) and not reporting_class(word, "VB")


def _free_medium(words: Sequence[str], columns: Columns, link: int) -> None:
    """Hang on a verb the text or talk in which somebody behind it says so: said Lee in a letter."""
    tags, deps, heads = columns
    noun, verb = heads[link], heads[heads[link]]
    inverted = deps[noun] in NOMINAL_SUBJECTS and verb < noun < link
    if not inverted or deps[link] != "prep" or words[link] not in ("in", "during"):
        return
    lower = words[noun].lower()
    able = is_person_noun(lower) or is_body(lower) or tags[noun] in PROPER_NOUN_TAGS
    objects = (t for t in range(link + 1, len(words)) if heads[t] == link and deps[t] == "pobj")
    if able and is_medium(words[next(objects, link)]):
        heads[link] = verb


def _hang_apposed(words: Sequence[str], columns: Columns, verb: int, first: int) -> None:
    """Hang on a verb without a subject the noun before it that has a name beside it."""
    tags, deps, heads = columns
    name = _behind_comma(words, tags, verb - 1, first, PROPER_NOUN_TAGS)
    phrase = _behind_comma(words, tags, name.start - 1, first, NOUN_PHRASE_TAGS)
    noun = phrase.stop - 1
    if not (name and phrase and tags[verb] in INDICATIVE_TAGS and tags[noun] in COMMON_NOUN_TAGS):
        return
    verb = heads[verb] if deps[verb] in AUXILIARIES else verb
    above = [token for token in range(first, verb) if heads[token] == verb]
    if not NOMINAL_SUBJECTS.isdisjoint(deps[token] for token in above):
        return
    for token in above:
        deps[token] = "advcl" if deps[token] == "csubj" else deps[token]
    hang_subject(columns, noun, verb)
    deps[name.stop - 1], heads[name.stop - 1] = "appos", noun
    heads[name.start - 1] = heads[name.stop] = noun


def _behind_comma(
    words: Sequence[str], tags: Sequence[str], end: int, first: int, allowed: Container[str]
) -> range:
    """Give the words with allowed tags from a comma or closing mark to the comma at the end."""
    start = end
    while start > first and tags[start - 1] in allowed:
        start -= 1
    begun = start == first or words[start - 1] in (",", "”")
    return range(start, end if begun and words[end] == "," else start)


def _inverted(
    words: Sequence[str], columns: Columns, verb: int, last: int, subjects: Container[int]
) -> int | None:
    """Give the noun right behind a verb that has no subject and joins no other verb."""
    tags, deps, _ = columns
    if tags[verb] not in UNTAKEN_VERB_TAGS or deps[verb] == "conj" or verb in subjects:
        return None
    named = _named_behind_role(words, tags, verb, last)
    return _noun_behind(columns, verb, last) if named is None else named


def _named_behind_role(
    words: Sequence[str], tags: Sequence[str], verb: int, last: int
) -> int | None:
    """Give the last word of a name that has a role before it which is tagged as a verb."""
    role = verb + 2
    while role < last and tags[role] in ("NN", "NNS"):
        role += 1
    if not (role + 1 < last and tags[role][:2] == "VB" and is_role(words[role])):
        return None
    name = role
    while name + 1 < last and tags[name + 1] == "NNP":
        name += 1
    return name if name > role and tags[verb + 1] in ("NN", "NNS") else None


def _join_roles(columns: Columns, before: range) -> None:
    """Make nouns that hang on the name of the verbs among the words before it."""
    tags, deps, heads = columns
    if any(tags[token][:2] == "VB" for token in before):
        for token in before:
            tags[token] = "NN" if tags[token][:2] == "VB" else tags[token]
            deps[token], heads[token] = "compound", before.stop


def _noun_behind(columns: Columns, verb: int, last: int) -> int | None:
    """Give the head of the noun phrase that starts right behind the verb."""
    tags, deps, heads = columns
    noun = verb + 1
    while deps[noun] in _WITHIN_NOUN and noun < heads[noun] < min(last, verb + _LONGEST_TAIL):
        noun = heads[noun]
    named = all(tags[token] in NOUN_PHRASE_TAGS for token in range(verb + 1, noun + 1))
    return noun if named and tags[noun][:2] == "NN" and tags[verb + 1] != "PRP$" else None


def _last_comma(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> int:
    """Give the last comma of a sentence without a stop, else its first token."""
    if tags[last - 1] in STOP_TAGS:
        return first
    commas = (token for token in range(last - 1, first, -1) if words[token] == ",")
    return next(commas, first)


def _restore_headline(words: Sequence[str], columns: Columns, front: range, tail: range) -> None:
    """Set right what stands before a headline's last comma and behind it."""
    tags, _, heads = columns
    verb = _verb(words, tags, front, tail)
    if verb is None:
        return
    if verb != tail[-1] or tags[verb][0] == "V" or _can_speak(words[head_of(tags, tail[:-1])]):
        noun = range(tail.start, verb) if verb == tail[-1] else range(verb + 1, tail.stop)
        hang_clause(columns, front, noun, verb)
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
    deps[root], heads[root] = "ROOT", root
    deps[noun], heads[noun] = "conj", root


def _verb(words: Sequence[str], tags: Sequence[str], front: range, tail: range) -> int | None:
    """Give the verb of saying that ends or begins the tail, where the rest of it is a noun."""
    if not (front and 1 < len(tail) <= _LONGEST_TAIL):
        return None
    if _says(words[tail[-1]]) and _is_noun(words, tags, tail[:-1]):
        return tail[-1]
    finite = any(tags[token] in FINITE_TAGS for token in front)
    if (
        words[tail[0]] in marked_words("headline-says")
        and not finite
        and _is_noun(words, tags, tail[1:])
    ):
        return tail[0]
    return None


def _says(word: str) -> bool:
    return word in marked_words("headline-says") or word in marked_words("headline-say")


def _can_speak(word: str) -> bool:
    """Tell whether a noun is for somebody, a body or a text, or looks like a name."""
    lower = word.lower()
    named = word[0].isupper() and lower not in read_words("common_words")
    return named or is_person_noun(lower) or is_body(lower) or is_document(lower)


def _is_noun(words: Sequence[str], tags: Sequence[str], tokens: range) -> bool:
    """Tell whether the tokens are one noun with what stands before it or behind "of"."""
    plain = all(tags[token] in NOUN_PHRASE_TAGS or words[token] == "of" for token in tokens)
    return plain and tags[tokens[-1]][:2] == "NN"
