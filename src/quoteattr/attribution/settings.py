"""Settings: to whom, through what, where and when something was said.

Grammar says which phrases of the cue's sentence may tell a circumstance, and of which kind; learned
weights over named features choose. A setting told once holds for the quotations that follow, as
long as nothing takes it back: the same speaker goes on, in the same paragraph or at the start of
the next, no sentence of anything else stands between, and the later quotation tells no
circumstance of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quoteattr.attribution.attributions import Attribution, cue_token
from quoteattr.attribution.nesting import find_holders
from quoteattr.attribution.setting_phrases import Phrase, find_phrases
from quoteattr.lexicon.word_lists import marked_words, read_table
from quoteattr.records import Setting, Span, Speaker, is_same_speaker
from quoteattr.scoring.linear_model import Model, load_model, score, softmax
from quoteattr.syntax.grammar import HYPHENS, TOLD
from quoteattr.syntax.tokens import Parse, ancestors, chars_of, token_at

__all__ = [
    "CIRCUMSTANCES",
    "allowed",
    "find_settings",
    "hold_settings",
    "phrase_features",
    "sentences_said",
    "sorts_of",
]

CIRCUMSTANCES = ("addressee", "medium", "place", "time")

_TO_SOMEBODY = marked_words("addressee-preposition")
_TIME_HEADS = marked_words("time-head")
_PERFECT = marked_words("perfect")
_POSSIBLE = 0.5


def find_settings(
    parse: Parse, attributions: Sequence[Attribution], model: Model | None = None
) -> tuple[Setting, ...]:
    """Find the circumstances that the sentence of each attribution's cue tells.

    Args:
        parse: the text's tokens.
        attributions: all attributions of the text.
        model: the weights that decide; by default those of the package.
    """
    weights = model or load_model("settings")
    return tuple(
        _setting(parse, attribution, phrases, weights)
        for attribution, phrases in zip(
            attributions, find_phrases(parse, attributions), strict=True
        )
    )


def _setting(
    parse: Parse, attribution: Attribution, phrases: Sequence[Phrase], model: Model
) -> Setting:
    """Give each circumstance the phrase that is likeliest to tell it, if one is likely enough."""
    best: dict[str, tuple[float, Phrase]] = {}
    for phrase in phrases:
        for name, share in _shares(parse, attribution, phrase, model).items():
            if share >= _POSSIBLE and share > best.get(name, (0.0, phrase))[0]:
                best[name] = share, phrase
    spans = {name: _span(parse, phrase) for name, (_, phrase) in best.items()}
    return Setting(**spans)


def _shares(
    parse: Parse, attribution: Attribution, phrase: Phrase, model: Model
) -> Mapping[str, float]:
    """Give the probability of each circumstance that the phrase may tell."""
    features = list(phrase_features(parse, attribution, phrase))
    names = allowed(parse, phrase)
    scores = [score(model, (f"{name}|{feature}" for feature in features)) for name in names]
    return dict(zip(names, softmax([*scores, 0.0]), strict=False))


def _span(parse: Parse, phrase: Phrase) -> Span:
    start, end = chars_of(parse, *phrase.tokens)
    return Span(start=start, end=end, text=parse.text[start:end])


def allowed(parse: Parse, phrase: Phrase) -> tuple[str, ...]:
    """Name the circumstances that grammar lets a phrase tell.

    A date tells a time and nothing else; somebody is addressed as an object or behind "to",
    "before", "at", "with" and "by"; and a place is no object.
    """
    if phrase.dated:
        return ("time",)
    names = []
    if phrase.link in TOLD or phrase.link in _TO_SOMEBODY:
        names.append("addressee")
    if phrase.link not in ("dative", "nsubjpass"):
        names.append("medium")
    if phrase.link not in TOLD:
        names.append("place")
    if parse.lowers[phrase.head] in _TIME_HEADS:
        names.append("time")
    return tuple(names)


def phrase_features(parse: Parse, attribution: Attribution, phrase: Phrase) -> Iterator[str]:
    """Name what speaks for or against a phrase's telling a circumstance."""
    yield "bias"
    kind, link = _kind(parse, phrase), phrase.link
    yield f"link={link}"
    yield f"kind={kind}"
    yield f"link+kind={link}|{kind}"
    for sort in sorted(_sorts(parse, phrase)) or ["other"]:
        yield f"sort={sort}"
        yield f"link+sort={link}|{sort}"
    yield from _words(parse, phrase)
    yield from _way(parse, attribution, phrase)


def _kind(parse: Parse, phrase: Phrase) -> str:
    return "date" if phrase.dated else parse.noun_kinds[phrase.head]


def _sorts(parse: Parse, phrase: Phrase) -> set[str]:
    """Give the sorts of setting that the head noun, or a word of a name, stands for."""
    named = parse.tags[phrase.head].startswith("NNP")
    words = parse.lowers[slice(*phrase.tokens)] if named else (_noun(parse, phrase.head),)
    return {sort for word in words for sort in sorts_of(word)}


def _noun(parse: Parse, head: int) -> str:
    """Give a noun with what a hyphen joins to it: op-ed."""
    start = head
    while (
        start > 1
        and parse.words[start - 1] in HYPHENS
        and parse.ends[start - 1] == parse.starts[start]
    ):
        start -= 2
    return "".join(parse.lowers[start : head + 1])


def sorts_of(word: str) -> Sequence[str]:
    """Give the sorts of setting that a noun stands for, as the table has it."""
    table = read_table("setting_nouns")
    entry = table.get(word) or table.get(word.removesuffix("s"), "")
    return entry.split("+") if entry else ()


def _words(parse: Parse, phrase: Phrase) -> Iterator[str]:
    """Name the noun, its number, and what stands before it; a name is not named itself."""
    head, first = phrase.head, phrase.tokens.start
    tag = parse.tags[head]
    if not tag.startswith("NNP") and not phrase.dated:
        noun = _noun(parse, head)
        yield f"head={noun}"
        yield f"link+head={phrase.link}|{noun}"
    yield f"tag={tag}"
    if first < head or tag in ("PRP", "NN", "NNS"):
        yield f"first={parse.tags[first] if first < head else 'bare'}"
    if parse.tags[first] == "DT":
        yield f"determiner={parse.lowers[first]}"


def _way(parse: Parse, attribution: Attribution, phrase: Phrase) -> Iterator[str]:
    """Name how the phrase hangs on the cue, and which side of it it stands."""
    cue, holder, path = cue_token(parse, attribution), phrase.holder, phrase.path
    assert cue is not None  # noqa: S101  # phrases are found for cues only
    verb, sort = parse.stems[cue], parse.reporting[cue] or "other"
    yield f"verb+link={verb}|{phrase.link}"
    yield f"class+link={sort}|{phrase.link}|{_kind(parse, phrase)}"
    side = "behind" if phrase.head > cue else "before"
    yield f"side={side}|{phrase.link}"
    source = attribution.source
    if source is not None and source.start <= phrase.head < source.end:
        yield "within=source"
        yield f"within=source|{parse.lowers[cue]}"
    if path is None:
        yield "way=above" if holder in ancestors(parse, cue) else "way=loose"
    elif not path:
        yield f"way=cue|{phrase.link}"
        yield "way=cue"
    else:
        yield f"way={'>'.join(parse.deps[token] for token in path[:2])}"
        yield f"steps={min(len(path), 4)}"
    if holder != cue:
        yield from _holder(parse, phrase)


def _holder(parse: Parse, phrase: Phrase) -> Iterator[str]:
    """Name what a phrase hangs on that does not hang on the cue itself."""
    holder = phrase.holder
    tag = parse.tags[holder]
    yield f"holder={parse.plain[holder] if tag[0] == 'N' else parse.stems[holder]}"
    yield f"holdertag={tag}|{parse.deps[holder]}|{phrase.link}"
    for sort in sorts_of(parse.lowers[holder]) or ("other",):
        yield f"holdersort={sort}|{phrase.link}"


def hold_settings(
    parse: Parse,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    settings: Sequence[Setting],
) -> tuple[Setting, ...]:
    """Let a setting hold for what the same speaker goes on to say, as long as nothing ends it.

    Args:
        parse: the text's tokens.
        attributions: all attributions of the text.
        speakers: the speaker of each.
        settings: what each one's own sentence tells.
    """
    held = list(settings)
    places = [_place(parse, attribution) for attribution in attributions]
    for before, number in _successions(attributions, speakers):
        (_, behind), (first, _) = places[before], places[number]
        fresh = held[number] == Setting() and not _is_perfect(parse, attributions[number])
        if fresh and first <= behind + 1:
            held[number] = held[before]
        elif held[before] == Setting() and places[before] == places[number]:
            held[before] = held[number]
    return tuple(map(_outside, attributions, held))


def _successions(
    attributions: Sequence[Attribution], speakers: Sequence[Speaker | None]
) -> Iterator[tuple[int, int]]:
    """Pair each attribution with the one before it in its layer, where one speaker goes on.

    Of a relay, what it passes on counts too: “A,” she said, according to the Post. “B,” she added.
    """
    layers = find_holders(attributions)
    last: dict[frozenset[int], list[int]] = {}
    starts = [(content[0][0], -content[0][1]) for content in (one.content for one in attributions)]
    for number in sorted(range(len(attributions)), key=starts.__getitem__):
        layer = layers[number]
        for before in last.get(layer, ()):
            if is_same_speaker(speakers[before], speakers[number]):
                yield before, number
        last[layer] = [number]
        for outer in layer:
            if outer in last.get(layer - {outer}, ()):
                last[layer - {outer}].append(number)


def _place(parse: Parse, attribution: Attribution) -> tuple[int, int]:
    """Give the numbers of the first and the last sentence that an attribution stands in."""
    first, last = sentences_said(parse, attribution)
    if attribution.source is None:
        return first, last
    number = parse.sentence[attribution.source.head]
    return min(first, number), max(last, number)


def sentences_said(parse: Parse, attribution: Attribution) -> tuple[int, int]:
    """Give the numbers of the first and the last sentence of an attribution's words and cue."""
    chars = [*attribution.content, *([attribution.cue] if attribution.cue else [])]
    tokens = [token_at(parse, offset) for start, end in chars for offset in (start, end - 1)]
    numbers = [parse.sentence[token] for token in tokens]
    return min(numbers), max(numbers)


def _is_perfect(parse: Parse, attribution: Attribution) -> bool:
    """Tell whether it was said on another occasion: he had said before that …."""
    cue = cue_token(parse, attribution)
    return cue is not None and any(
        parse.deps[child] == "aux" and parse.lowers[child] in _PERFECT
        for child in parse.children[cue]
    )


def _outside(attribution: Attribution, setting: Setting) -> Setting:
    """Leave out what stands in the content."""
    spans = {name: getattr(setting, name) for name in CIRCUMSTANCES}
    return Setting(
        **{
            name: span
            for name, span in spans.items()
            if span
            and not any(span.start < end and start < span.end for start, end in attribution.content)
        }
    )
