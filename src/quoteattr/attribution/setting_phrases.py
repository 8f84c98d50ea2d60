"""Setting phrases: the words around a cue that may tell to whom, how, where or when it was said.

A candidate is an object of the cue, a phrase behind a preposition, or a time phrase, outside of
all content. Which circumstance a candidate tells, if any, is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import attrs

from quoteattr.attribution.attributions import Attribution, cue_token
from quoteattr.lexicon.noun_kinds import is_document
from quoteattr.lexicon.reporting_words import telling_stems
from quoteattr.lexicon.word_lists import marked_words, read_table
from quoteattr.syntax.grammar import AUXILIARIES, HYPHENS, PREMODIFIERS, SUBJECTS, TIME_LABELS, TOLD
from quoteattr.syntax.mentions import Mention
from quoteattr.syntax.tokens import (
    LabelledRange,
    Parse,
    TokenRange,
    ancestors,
    roots_of,
    sentence_of,
    subtree,
    tokens_between,
)

__all__ = [
    "Phrase",
    "contents_by_sentence",
    "find_phrases",
    "free_tokens",
    "says_who_passes_on",
]

_ABOVE = 2  # steps: quoted > as > saying
_AMOUNTS = frozenset({"advmod", "npadvmod"})
_BEFORE_A_DATE = frozenset({"advmod", "amod", "compound", "det"})
_NAME_RESTS = frozenset({("appos", "NNP"), ("nummod", "CD")})  # dependency, tag: Room 4
_PARTICIPLES = frozenset(  # tag, dependency: facing, born in, based in; but: following
    {("VBG", "acl"), ("VBG", "advcl"), ("VBN", "acl"), ("VBN", "advcl"), ("VBN", "prep")}
)
_WRITTEN = frozenset({"document", "thing"})  # kinds of sources that are published
_DONE_TO_SPEAKERS = frozenset({"ask", "write"})  # classes: pressed by, quoted in


@attrs.frozen(kw_only=True)
class Phrase:
    """Words that may tell a circumstance of an act of saying.

    Attributes:
        tokens: the words, without the preposition.
        head: the noun that the rest depends on.
        link: the preposition, the dependency of an object, "bare" for a time phrase without one.
        holder: the token that the phrase hangs on.
        path: the tokens from the holder up to the cue, without it; None where none leads there.
        dated: whether it is a time phrase.
    """

    tokens: TokenRange
    head: int
    link: str
    holder: int
    path: tuple[int, ...] | None
    dated: bool


def find_phrases(
    parse: Parse, attributions: Sequence[Attribution]
) -> tuple[tuple[Phrase, ...], ...]:
    """Find for each attribution the phrases in its cue's sentence that may tell a circumstance.

    Words of contents are no candidates, but for a cue that stands in a content itself.
    """
    cues = [cue_token(parse, attribution) for attribution in attributions]
    others = frozenset(cue for cue in cues if cue is not None)
    contents = contents_by_sentence(parse, attributions)
    dated = _dates(parse)

    def phrases(cue: int, source: Mention | None) -> tuple[Phrase, ...]:
        found = _phrases_of(parse, cue, others, free_tokens(parse, contents, cue), dated)
        return tuple(one for one in found if not _is_about_source(parse, one, cue, source))

    return tuple(
        () if cue is None else phrases(cue, attribution.source)
        for cue, attribution in zip(cues, attributions, strict=True)
    )


def _dates(parse: Parse) -> dict[int, LabelledRange]:
    """Give by token the time phrase that it stands in."""
    timed = [one for one in parse.entities if one.label in TIME_LABELS]
    dates = [
        *_distances(parse),
        *(_whole_date(parse, one) for one in timed if not _is_part_of_noun(parse, one)),
    ]
    return {token: phrase for phrase in dates for token in range(phrase.start, phrase.end)}


def _whole_date(parse: Parse, phrase: LabelledRange) -> LabelledRange:
    """Take in what stands before a date's noun, and from when on an amount of time counts.

    Easter Sunday, that same night; two weeks before the vote.
    """
    start, end = phrase.start, phrase.end
    noun = end - 1
    while start > 0 and parse.heads[start - 1] == noun and parse.deps[start - 1] in _BEFORE_A_DATE:
        start -= 1
    counts = parse.heads[noun] == end and parse.lowers[end] in marked_words("setting-distance")
    behind = _object_end(parse, end) if counts else end
    return LabelledRange(start=start, end=behind, label=phrase.label)


def _distances(parse: Parse) -> Iterator[LabelledRange]:
    """Find how much later something was said, without a number: hours later, soon afterwards."""
    for token in range(1, len(parse)):
        if parse.lowers[token] not in marked_words("setting-distance"):
            continue
        counts = parse.heads[token - 1] == token and parse.deps[token - 1] in _AMOUNTS
        if counts and parse.lowers[token - 1] in marked_words("setting-moment"):
            yield LabelledRange(start=token - 1, end=_object_end(parse, token), label="TIME")


def _tokens_of(parse: Parse, attribution: Attribution) -> frozenset[int]:
    ranges = (tokens_between(parse, *chars) for chars in attribution.content)
    return frozenset(token for start, end in ranges for token in range(start, end))


def contents_by_sentence(
    parse: Parse, attributions: Sequence[Attribution]
) -> Mapping[int, Sequence[frozenset[int]]]:
    """Give the tokens of each content, by the numbers of the sentences that it stands in."""
    contents: dict[int, list[frozenset[int]]] = {}
    for attribution in attributions:
        tokens = _tokens_of(parse, attribution)
        for sentence in {parse.sentence[token] for token in tokens}:
            contents.setdefault(sentence, []).append(tokens)
    return contents


def free_tokens(
    parse: Parse, by_sentence: Mapping[int, Sequence[frozenset[int]]], cue: int
) -> frozenset[int]:
    """Give the tokens of a cue's sentence that stand in no content but those that hold the cue.

    Args:
        parse: the text's tokens.
        by_sentence: what `contents_by_sentence` gives.
        cue: the cue's token.
    """
    contents = by_sentence.get(parse.sentence[cue], ())
    around = [tokens for tokens in contents if cue in tokens]
    free = set(range(*sentence_of(parse, cue)))
    for tokens in contents:
        free -= set() if cue in tokens else tokens
    return frozenset(free.intersection(*around))


def _phrases_of(
    parse: Parse,
    cue: int,
    cues: Collection[int],
    free: Collection[int],
    dated: Mapping[int, LabelledRange],
) -> tuple[Phrase, ...]:
    found: dict[TokenRange, Phrase] = {}
    for head, link, holder in _links(parse, sorted(free), dated):
        tokens = _extent(parse, head, free, dated.get(head))
        path = _path(parse, holder, cue)
        if not tokens or not _belongs(parse, path, holder, cue, cues):
            continue
        phrase = Phrase(
            tokens=tokens, head=head, link=link, holder=holder, path=path, dated=head in dated
        )
        if not any(forbids(parse, phrase, cue) for _, forbids in _PROHIBITIONS):
            found.setdefault(tokens, phrase)
    return tuple(found[tokens] for tokens in sorted(found))


def _links(
    parse: Parse, free: Sequence[int], dated: Mapping[int, LabelledRange]
) -> Iterator[tuple[int, str, int]]:
    """Give each noun that a preposition, a verb or nothing ties to a clause: its tie and holder."""
    linked: set[int] = set()
    for token in free:
        for noun, link in _tied(parse, token):
            linked.add(noun)
            yield noun, link, parse.heads[token]
    for phrase in dict.fromkeys(dated[token] for token in free if token in dated):
        head = _root(parse, phrase)
        if not linked.intersection(range(phrase.start, phrase.end)):
            yield head, "bare", parse.heads[head]


def _tied(parse: Parse, token: int) -> Iterator[tuple[int, str]]:
    """Give the nouns behind a preposition, unless one name holds both, or an object itself."""
    name = parse.entity[token]
    if _is_preposition(parse, token):
        for child in parse.children[token]:
            if (
                parse.deps[child] in ("pobj", "pcomp")
                and child > token
                and (name < 0 or parse.entity[child] != name)
                and not _is_hyphened(parse, child)
            ):
                yield child, parse.lowers[token]
    elif parse.deps[token] in TOLD and parse.tags[token] not in ("IN", "TO"):
        yield token, parse.deps[token]


def _is_preposition(parse: Parse, token: int) -> bool:
    return parse.tags[token] in ("IN", "TO", "RP") and parse.lowers[token] in marked_words(
        "setting-preposition"
    )


def _root(parse: Parse, phrase: LabelledRange) -> int:
    """Give the token of a time phrase that the others hang on."""
    return roots_of(parse, phrase.start, phrase.end)[0]


def _is_part_of_noun(parse: Parse, phrase: LabelledRange) -> bool:
    """Tell whether a time phrase narrows a noun, as in an annual report or the Daily Anchor."""
    root = _root(parse, phrase)
    named = any(
        parse.deps[child] == "compound"
        and not phrase.start <= child < phrase.end
        and parse.lowers[child] not in read_table("time_words")
        for child in parse.children[root]
    )
    return parse.deps[root] in PREMODIFIERS or named


def _path(parse: Parse, holder: int, cue: int) -> tuple[int, ...] | None:
    """Give the tokens from the holder up to the cue, None where no way leads there."""
    chain = [holder, *ancestors(parse, holder)]
    return tuple(chain[: chain.index(cue)]) if cue in chain else None


def _belongs(
    parse: Parse, path: tuple[int, ...] | None, holder: int, cue: int, cues: Collection[int]
) -> bool:
    """Tell whether the phrase hangs on this cue, or on no cue and stands nearest to this one.

    What hangs on another verb of reporting is its own: the mayor said …, the Post reported Monday.
    """
    if path is not None:
        return not any(token in cues for token in path)
    chain = [holder, *ancestors(parse, holder)]
    own = any(parse.deps[child] == "nsubj" for child in parse.children[cue])
    if any(token in cues for token in chain) or (own and parse.reporting[holder]):
        return False
    return cue == min(cues, key=lambda other: (abs(other - holder), other))


def _extent(
    parse: Parse, head: int, free: Collection[int], date: LabelledRange | None
) -> TokenRange | None:
    """Give the words of a phrase around its head: a whole date, or the noun and its own phrases."""
    if date is not None:
        start = date.start
        if (
            start > 1
            and parse.lowers[start - 2] in marked_words("setting-edge")
            and start - 2 in free
        ):
            start -= 2
        return TokenRange(start, date.end)
    start, end = _noun_start(parse, head), _noun_end(parse, head)
    tokens = [token for token in range(start, end) if token in free]
    while tokens and not parse.words[tokens[-1]][0].isalnum():
        tokens.pop()
    return TokenRange(tokens[0], tokens[-1] + 1) if head in tokens else None


def _noun_start(parse: Parse, head: int) -> int:
    """Go left over a name's first words, and what stands before the noun and hangs on it."""
    start = parse.entities[parse.entity[head]].start if parse.entity[head] >= 0 else head
    while start > 0 and (
        _is_hyphened(parse, start - 1)
        or head in (parse.heads[start - 1], *ancestors(parse, start - 1))
        or start <= parse.heads[start - 1] <= head
    ):
        start -= 1
    while start < head and not parse.words[start][0].isalnum():
        start += 1
    return start


def _is_hyphened(parse: Parse, token: int) -> bool:
    """Tell whether a hyphen joins the token to the next one, or is it: e-mail."""
    pair = parse.words[token : token + 2]
    touching = token + 1 < len(parse) and parse.ends[token] == parse.starts[token + 1]
    return touching and not HYPHENS.isdisjoint(pair)


def _noun_end(parse: Parse, head: int) -> int:
    """Go right over a name's rest, a joined noun, a larger place, and phrases such as "of"."""
    end = head + 1
    if parse.entity[head] >= 0:
        end = max(end, parse.entities[parse.entity[head]].end)
    for child in parse.children[head]:
        further = _end_with(parse, head, child, end)
        if further > end:
            end = further
        elif child >= end and parse.deps[child] not in ("cc", "punct"):
            break
    return _object_end(parse, end) if _goes_to(parse, head, end) else end


def _end_with(parse: Parse, head: int, child: int, end: int) -> int:
    """Give how far a noun that reached up to `end` reaches with one more of its children."""
    first, last = subtree(parse, child)
    if child < end:
        return max(end, last) if child > head else end
    if first == end and _is_part(parse, child):
        return _object_end(parse, child)
    if first == end and (parse.deps[child], parse.tags[child]) in _NAME_RESTS:
        return last
    return _noun_end(parse, child) if _is_joined(parse, head, child) and first <= end + 1 else end


def _is_part(parse: Parse, child: int) -> bool:
    """Tell whether a preposition belongs to its noun: a meeting of ministers, a post on X."""
    if parse.deps[child] != "prep":
        return False
    if parse.lowers[child] != "on":
        return parse.lowers[child] in marked_words("setting-part")
    nouns = [parse.lowers[noun] for noun in parse.children[child] if parse.deps[noun] == "pobj"]
    return any("network" in read_table("setting_nouns").get(noun, "") for noun in nouns)


def _goes_to(parse: Parse, head: int, end: int) -> bool:
    """Tell whether a letter or talk goes on to whom it is meant for, though parsed otherwise.

    The ministry said in a letter to the court that …: "to" may hang on "said".
    """
    link = parse.lowers[end] if end < len(parse) else ""
    if link not in ("to", "with") or parse.heads[end] >= head:
        return False
    sorts = read_table("setting_nouns").get(parse.lowers[head], "").split("+")
    meant = "talk" in sorts or (link == "to" and "text" in sorts)
    return meant and _noun_start(parse, head) < head


def _object_end(parse: Parse, preposition: int) -> int:
    nouns = [child for child in parse.children[preposition] if parse.deps[child] == "pobj"]
    return _noun_end(parse, nouns[0]) if nouns else preposition + 1


def _is_joined(parse: Parse, head: int, child: int) -> bool:
    """Tell whether another noun is joined, or a larger place named behind a comma."""
    if parse.deps[child] == "conj":
        return parse.tags[child][0] == "N"
    comma = parse.words[child - 1] == "," or parse.words[parse.lefts[child] - 1] == ","
    names = parse.tags[head] == "NNP" == parse.tags[child]
    place = {parse.labels[child], parse.labels[head]} <= {"GPE", ""}
    return comma and names and place and parse.deps[child] in ("appos", "npadvmod", "nmod")


def _is_about_source(parse: Parse, phrase: Phrase, cue: int, source: Mention | None) -> bool:
    """Tell whether a phrase is about the source, whatever it says."""
    if source is None:
        return False
    if _is_in_other_act(parse, phrase, cue, source):
        return True
    return source.start <= phrase.head < source.end and _is_of_source(parse, phrase, cue, source)


def _is_of_source(parse: Parse, phrase: Phrase, cue: int, source: Mention) -> bool:
    """A court in Dakar ruled: where the source is says nothing; a report of May may be dated."""
    source_led = parse.lowers[cue] in marked_words("source-led")
    return phrase.head == source.head or not (phrase.dated or source_led)


def _is_in_other_act(parse: Parse, phrase: Phrase, cue: int, source: Mention) -> bool:
    """Born in Graz, Ann Lee said; but: asked in Graz; and a letter published in Graz said."""
    head = source.head
    if parse.noun_kinds[head] in _WRITTEN or is_document(parse.lowers[head]):
        return False
    holders = {cue, *range(source.start, source.end)}
    return any(
        token != cue
        and parse.heads[token] in holders
        and _is_participle(parse, token)
        and not _tells_of_speaking(parse, token)
        for token in _way_up(parse, phrase)
    )


def _is_participle(parse: Parse, token: int) -> bool:
    """Tell whether a participle heads a clause without a verb of its own: not, it was done."""
    finite = any(parse.deps[child] in AUXILIARIES for child in parse.children[token])
    return not finite and (parse.tags[token], parse.deps[token]) in _PARTICIPLES


def _tells_of_speaking(parse: Parse, participle: int) -> bool:
    """Writing, claiming; asked, quoted; appearing, reached: not blamed, elected or facing."""
    sort = parse.reporting[participle]
    words = {parse.stems[participle], parse.lowers[participle]}
    occasion = not words.isdisjoint(marked_words("occasion") | marked_words("addressing"))
    return occasion or sort in _DONE_TO_SPEAKERS or (sort != "" and parse.tags[participle] == "VBG")


def _way_up(parse: Parse, phrase: Phrase) -> Sequence[int]:
    if phrase.path is not None:
        return phrase.path
    return [phrase.holder, *ancestors(parse, phrase.holder)]


def _is_in_relative_clause(parse: Parse, phrase: Phrase, _: int) -> bool:
    """Said Ann Lee, who has led the club since May; but: Ann Lee, who spoke in Graz."""
    return any(
        parse.deps[token] == "relcl" and parse.stems[token] not in marked_words("speaking")
        for token in _way_up(parse, phrase)
    )


def _is_spoken_of(parse: Parse, phrase: Phrase, cue: int) -> bool:
    """She looked at the garden, which she called “…”; but: she gave a talk in which she said …."""
    above = parse.deps[cue] == "relcl" and parse.heads[cue] == phrase.head
    return above and any(
        parse.tags[child] == "WDT" and parse.deps[child] == "dobj" for child in parse.children[cue]
    )


def _is_in_apposition(parse: Parse, phrase: Phrase, _: int) -> bool:
    """Said Ann Lee, a lawyer in Graz; but: said Ann Lee, a lawyer, in Graz."""
    if phrase.dated or phrase.path is None or phrase.tokens.start < 2:  # noqa: PLR2004
        return False
    set_off = parse.words[phrase.tokens.start - 2] == ","
    return not set_off and any(parse.deps[token] == "appos" for token in phrase.path)


def _is_origin(parse: Parse, phrase: Phrase, cue: int) -> bool:
    """Ann Lee, 45, from Leeds, said: where somebody is from; but: said in a call from Leeds."""
    holder = phrase.holder
    origin = phrase.link in ("from", "of") and not phrase.dated
    return origin and parse.heads[holder] == cue and parse.deps[holder] in SUBJECTS


def _is_in_subordinate_clause(parse: Parse, phrase: Phrase, _: int) -> bool:
    """He agreed when the polls closed in May; but: as he laid a wreath in Kigali."""
    clauses = (token for token in phrase.path or () if parse.deps[token] == "advcl")
    return any(
        parse.deps[child] in ("mark", "advmod")
        and parse.lowers[child] in marked_words("subordinator")
        for clause in clauses
        for child in parse.children[clause]
    )


def _is_empty(parse: Parse, phrase: Phrase, _: int) -> bool:
    """It was announced that …; what they said; she said to jeers: nobody is named."""
    head = phrase.head
    return parse.tags[head] in ("WDT", "WP", "DT", "EX") or parse.lowers[head] in marked_words(
        "setting-empty"
    )


def _is_nobody_told(parse: Parse, phrase: Phrase, cue: int) -> bool:
    """She praised the nurses: only of a verb of telling is the object spoken to."""
    if phrase.link not in TOLD:
        return False
    stems = {parse.stems[phrase.holder], parse.stems[cue]}
    words = {parse.stems[phrase.holder], parse.lowers[phrase.holder]}
    own = phrase.holder == cue or not words.isdisjoint(marked_words("addressing"))
    return not own or not stems & telling_stems()


def _is_a_relay(parse: Parse, phrase: Phrase, _: int) -> bool:
    """According to Reuters, quoted by Reuters, read by his son: they pass the words on."""
    if phrase.link == "by":
        return says_who_passes_on(parse, phrase.holder)
    return parse.lowers[phrase.holder] == "according"


def says_who_passes_on(parse: Parse, holder: int) -> bool:
    """Tell whether what a token hangs on, or is, says that somebody passes words on.

    Quoted by Reuters, quoted as saying by Reuters, carried by the radio, read out by his son.
    """
    return any(
        parse.tags[verb] in ("VBN", "VBD")
        and (
            parse.stems[verb] in marked_words("quoting")
            or parse.lowers[verb] in marked_words("passing-on")
        )
        for verb in (holder, *ancestors(parse, holder)[:_ABOVE])
    )


def _is_a_duration(parse: Parse, phrase: Phrase, _: int) -> bool:
    """For months, in recent weeks: no point in time; but: on a recent day."""
    words = parse.lowers[slice(*phrase.tokens)]
    lasting = not marked_words("setting-lasting").isdisjoint(words) and words[0] not in ("a", "an")
    return phrase.dated and (phrase.link == "for" or lasting)


def _is_an_idiom(parse: Parse, phrase: Phrase, _: int) -> bool:
    """She said in response, in reply to a question: a noun without article names no medium."""
    bare = phrase.tokens.start == phrase.head
    return (
        bare and phrase.link == "in" and parse.lowers[phrase.head] in marked_words("setting-idiom")
    )


_PROHIBITIONS: tuple[tuple[str, Callable[[Parse, Phrase, int], bool]], ...] = (
    ("relative clause", _is_in_relative_clause),
    ("spoken of", _is_spoken_of),
    ("apposition", _is_in_apposition),
    ("origin", _is_origin),
    ("subordinate clause", _is_in_subordinate_clause),
    ("empty word", _is_empty),
    ("nobody told", _is_nobody_told),
    ("relay", _is_a_relay),
    ("duration", _is_a_duration),
    ("idiom", _is_an_idiom),
)
