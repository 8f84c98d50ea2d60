"""Measure `match_quotations`: `python benchmarks/matching.py pairs|scale [--polnear FOLDER]`.

`pairs` alters marked words of PolNeAR and of the package's passages in every way in which reports
of one statement differ, makes as many near-misses, and prints precision and recall of each kind.
`scale NUMBER` matches so many quotations in one process and prints time, peak memory and, as what
belongs together is known, precision and recall of pairs within documents that share a statement.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from polnear import find_marked, read_articles
from quoteattr.corpora.passages import read_passages
from quoteattr.corpora.polnear import AttributedArticle
from quoteattr.lexicon.word_lists import read_words
from quoteattr.matching import Matches, match_quotations
from quoteattr.records import Quote, QuoteKind, Span, Speaker, SpeakerKind

__all__ = ["NEAR_MISSES", "VARIATIONS", "figures", "make_corpus", "quote", "statements"]

_FEWEST_WORDS = 8  # of a statement that is altered
_DRAWN_ANEW = 0.7
_EDGE = "“”\"'‘’ "
_SPELLINGS = (("ize", "ise"), ("or ", "our "), ("defense", "defence"), ("center", "centre"))
_FILLERS = [
    "window",
    "harvest",
    "lantern",
    "copper",
    "meadow",
    "violin",
    "pepper",
    "marble",
    "thunder",
    "velvet",
]

Make = Callable[[Sequence[str], random.Random], list[str]]  # words to the stretches between marks


def quote(stretches: Sequence[str], name: str | None = None) -> Quote:
    """Make a record of stretches between marks; `name` is a person's."""
    spans, start = [], 1
    for words in stretches:
        spans.append(Span(start=start, end=start + len(words), text=words))
        start += len(words) + 9
    speaker = Speaker(name=name, kind=SpeakerKind.PERSON) if name else None
    parts = tuple(spans)
    return Quote(kind=QuoteKind.DIRECT, content=parts, verbatim=parts, speaker=speaker)


def statements(articles: Iterable[AttributedArticle]) -> list[list[str]]:
    """Give the words of the different marked stretches that are long enough, in a fixed order."""
    found = {
        article.text[one.start : one.end].strip(_EDGE)
        for article in articles
        for one in find_marked(article)
    }
    return [text.split() for text in sorted(found) if len(text.split()) >= _FEWEST_WORDS]


# Variations: the same words, as another report has them.


def _same(words: Sequence[str], _: random.Random) -> list[str]:
    return [" ".join(words)]


def _brackets(words: Sequence[str], rng: random.Random) -> list[str]:
    place = rng.randrange(1, len(words))
    return [" ".join([*words[:place], rng.choice(["[and]", "(sic)", "[the]"]), *words[place:]])]


def _bracketed_word(words: Sequence[str], rng: random.Random) -> list[str]:
    place = rng.randrange(len(words))
    return [" ".join([*words[:place], f"[{words[place]}]", *words[place + 1 :]])]


def _ellipsis(words: Sequence[str], rng: random.Random) -> list[str]:
    start = rng.randrange(4, len(words) - 3)
    end = min(len(words) - 4, start + rng.randrange(1, 8))
    return [
        " ".join([*words[:start], rng.choice(["…", "...", "[...]"]), *words[max(start, end) :]])
    ]


def _first_letter(words: Sequence[str], _: random.Random) -> list[str]:
    return [" ".join([words[0].swapcase()[:1] + words[0][1:], *words[1:]])]


def _dashes(words: Sequence[str], rng: random.Random) -> list[str]:
    text = " ".join(words).replace("—", " -- ").replace(", ", rng.choice([" — ", " – ", " - "]))
    return [text.replace("-", " ") if rng.random() < 1 / 2 else text]


def _marks(words: Sequence[str], _: random.Random) -> list[str]:
    text = " ".join(words).translate(str.maketrans("’‘“”", "''\"\""))
    return [text.rstrip(".,") + ","]


def _spelling(words: Sequence[str], _: random.Random) -> list[str]:
    text = " ".join(words) + " "
    for american, british in _SPELLINGS:
        text = re.sub(f"(?<=[a-z]{{3}}){american}", british, text)
    return [text.strip()]


def _few_words(words: Sequence[str], rng: random.Random) -> list[str]:
    altered = list(words)
    plain = [place for place, word in enumerate(words) if word.islower() and _is_plain(word)]
    for place in rng.sample(plain, min(len(plain), max(1, len(words) // 12))):
        altered[place] = rng.choice([rng.choice(_FILLERS), "", f"{words[place]} really"])
    return [" ".join(word for word in altered if word)]


def _is_plain(word: str) -> bool:
    return not re.search(
        r"\d|^(?:not?|never|none|nobody|nothing|neither|nor|cannot)\b|n[’']t", word
    )


def _front(words: Sequence[str], _: random.Random) -> list[str]:
    return [" ".join(words[: max(6, len(words) // 2)])]


def _back(words: Sequence[str], _: random.Random) -> list[str]:
    return [" ".join(words[-max(6, len(words) // 2) :])]


def _split(words: Sequence[str], rng: random.Random) -> list[str]:
    place = rng.randrange(3, len(words) - 2)
    return [" ".join(words[:place]) + ",", " ".join(words[place:])]


def _fragment(words: Sequence[str], rng: random.Random) -> list[str]:
    longest = max(len(word) for word in words[:-2])
    place = rng.choice([k for k, word in enumerate(words[:-2]) if len(word) == longest])
    return [" ".join(words[place : place + 3])]


VARIATIONS: dict[str, Make] = {
    "the same": _same,
    "a word put in in brackets": _brackets,
    "brackets around a word": _bracketed_word,
    "an ellipsis": _ellipsis,
    "capital of the first letter": _first_letter,
    "dashes": _dashes,
    "style of marks": _marks,
    "British spelling": _spelling,
    "a few words": _few_words,
    "the front half": _front,
    "the back half": _back,
    "split by a cue": _split,
    "a fragment": _fragment,
}


# Near-misses: other words, though much is alike. Each is made of two statements.


def _negated(words: Sequence[str], _: random.Random) -> list[str]:
    place = len(words) // 2
    return [" ".join([*words[:place], "never", *words[place:]][:16])]


def _other_number(words: Sequence[str], _: random.Random) -> list[str]:
    place = len(words) // 2
    return [" ".join([*words[:place], "7", *words[place + 1 :]][:16])]


def _same_frame(words: Sequence[str], rng: random.Random) -> list[str]:
    return [" ".join(rng.choice(_FILLERS) if len(word) > 4 else word for word in words)]  # noqa: PLR2004


def _same_opening(words: Sequence[str], rng: random.Random) -> list[str]:
    others = [rng.choice(_FILLERS) for _ in words[4:]]
    return [" ".join([*words[:4], *others])]


def _shuffled(words: Sequence[str], rng: random.Random) -> list[str]:
    return [" ".join(rng.sample(words, len(words)))]


NEAR_MISSES: dict[str, Make] = {
    "a negation": _negated,
    "another number": _other_number,
    "the same frame": _same_frame,
    "the same opening": _same_opening,
    "the same words in another order": _shuffled,
}


# Pairs.


def _pairs(
    bases: Sequence[Sequence[str]], rng: random.Random
) -> Iterator[tuple[str, bool, Quote, Quote]]:
    """Give kind, whether it is a match, and the two quotations."""
    for number, words in enumerate(bases):
        name = f"Ann Lee{number}"
        for kind, make in VARIATIONS.items():
            yield kind, True, quote([" ".join(words)], name), quote(make(words, rng), name)
        yield (
            "another speaker",
            True,
            quote([" ".join(words)], name),
            quote([" ".join(words)], "Bo Ek"),
        )
        for kind, make in NEAR_MISSES.items():
            first = list(words[:16])
            if kind == "another number":
                first[len(first) // 2] = "5"
            yield kind, False, quote([" ".join(first)], name), quote(make(words[:16], rng), name)
        other = bases[(number + 1) % len(bases)]
        yield (
            "the next statement of the article",
            False,
            quote([" ".join(words)], name),
            quote([" ".join(other)], name),
        )
        for kind, one, two in (
            ("few words, another speaker", name, "Bo Ek"),
            ("few words", name, None),
        ):
            yield kind, False, quote([" ".join(words)], one), quote(_fragment(words, rng), two)
        for shared in (3, 4):
            joined = [*other[: len(other) // 2], *words[:shared], *other[len(other) // 2 :]]
            yield (
                f"{shared} words within others",
                False,
                quote([" ".join(words)], name),
                quote([" ".join(joined)], name),
            )


def figures(counts: Counter[tuple[bool, bool]]) -> tuple[float, float]:
    """Give precision and recall of counts of what is a match and what was found to be one."""
    right = counts[True, True]
    found = right + counts[False, True]
    return right / max(1, found), right / max(1, right + counts[True, False])


def report_pairs(bases: Sequence[Sequence[str]], seed: int) -> Iterator[str]:
    """Give the share found of each kind, and precision and recall at as many of both sorts."""
    rng = random.Random(seed)  # noqa: S311  # an experiment that can be repeated
    kinds: dict[str, Counter[bool]] = defaultdict(Counter)
    sorts: dict[str, bool] = {}
    for kind, same, one, other in _pairs(bases, rng):
        kinds[kind][bool(match_quotations([(1, [one]), (2, [other])]).quotations)] += 1
        sorts[kind] = same
    counts: Counter[tuple[bool, bool]] = Counter()
    for kind, found in kinds.items():
        share = found[True] / found.total()
        yield f"{'same' if sorts[kind] else 'other':<6} {kind:<36} {share:.3f} found"
        for outcome, number in found.items():
            counts[sorts[kind], outcome] += number
    same, other = (counts[sort, True] + counts[sort, False] for sort in (True, False))
    recall = counts[True, True] / same
    wrong = counts[False, True] / other
    yield f"pairs {same} + {other}: precision {recall / (recall + wrong):.4f}, recall {recall:.4f}"


# Scale.


def make_corpus(
    bases: Sequence[Sequence[str]], number: int, seed: int
) -> Iterator[tuple[int, list[Quote], list[int]]]:
    """Give documents of ten quotations each, and for each quotation the statement that it is of.

    Statements are pieced together of marked stretches with telling words drawn anew, so that
    millions are different and turns of phrase are about as common as in print. Half of the
    quotations repeat a statement that was there before.
    """
    rng = random.Random(seed)  # noqa: S311  # an experiment that can be repeated
    makes = [make for kind, make in VARIATIONS.items() if kind != "a fragment"]
    pool: list[tuple[list[str], str, int]] = []
    telling = [word for words in bases for word in words if _is_telling(word)]
    numbers = itertools.count()
    for document in range(number // 10):
        quotes, truth = [], []
        for _ in range(10):
            if len(pool) > 100 and rng.random() < 1 / 2:  # noqa: PLR2004
                words, name, statement = pool[-1 - int(len(pool) * rng.random() ** 3)]
            else:
                words, name, statement = _invent(bases, telling, rng), _name(rng), next(numbers)
                pool.append((words, name, statement))
            quotes.append(quote(rng.choice(makes)(words, rng), name))
            truth.append(statement)
        yield document, quotes, truth


def _invent(
    bases: Sequence[Sequence[str]], telling: Sequence[str], rng: random.Random
) -> list[str]:
    """Make a statement of pieces of others, most of whose telling words are drawn anew."""
    words: list[str] = []
    while len(words) < _FEWEST_WORDS or rng.random() < 2 / 3:
        base = rng.choice(bases)
        start = rng.randrange(len(base) - 3)
        words += base[start : start + rng.randrange(4, 8)]
    return [
        rng.choice(telling) if _is_telling(word) and rng.random() < _DRAWN_ANEW else word
        for word in words
    ]


def _is_telling(word: str) -> bool:
    return word.strip(_EDGE + ".,;:?!").lower() not in read_words("light_words")


def _name(rng: random.Random) -> str:
    return f"{rng.choice(_FILLERS).title()} {rng.choice(_FILLERS).title()}{rng.randrange(9999)}"


def report_scale(bases: Sequence[Sequence[str]], number: int, seed: int) -> Iterator[str]:
    """Give time, memory, and precision and recall of pairs in different documents."""
    truth: dict[int, list[int]] = {}

    def stream() -> Iterator[tuple[int, list[Quote]]]:
        for document, quotes, statements_ in make_corpus(bases, number, seed):
            truth[document] = statements_
            yield document, quotes

    begun_busy = time.process_time()
    documents = list(stream())
    made = time.process_time() - begun_busy
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, begun_busy = time.perf_counter(), time.process_time()
    matches = match_quotations(documents)
    seconds, busy = time.perf_counter() - begun, time.process_time() - begun_busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield f"{number} quotations: {seconds:.0f} s ({busy:.0f} s of one core)"
    yield f"made before in {made:.0f} s of one core, which do not count"
    yield f"peak memory {peak >> 10} MB, of which the input {before >> 10} MB"
    yield f"{len(matches.quotations)} matches, {len(matches.persons)} people"
    precision, recall = _pairwise(matches, documents, truth)
    yield f"pairs: precision {precision:.4f}, recall {recall:.4f}"


def _pairwise(
    matches: Matches, documents: Iterable[tuple[int, list[Quote]]], truth: dict[int, list[int]]
) -> tuple[float, float]:
    statement_of = {
        (document, id(quote)): statement
        for document, quotes in documents
        for quote, statement in zip(quotes, truth[document], strict=True)
    }
    wanted = sum(_two(size) for size in Counter(statement_of.values()).values())
    found = right = 0
    for match in matches.quotations:
        found += _two(len(match.occurrences))
        mine = Counter(statement_of[one.document, id(one.quote)] for one in match.occurrences)
        right += sum(_two(size) for size in mine.values())
    return right / max(1, found), right / max(1, wanted)


def _two(size: int) -> int:
    return size * (size - 1) // 2


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["pairs", "scale"])
    parser.add_argument("number", type=int, nargs="?", default=1000)
    parser.add_argument("--polnear", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    articles = itertools.chain(
        read_passages(), read_articles(given.polnear) if given.polnear else ()
    )
    bases = statements(articles)
    if given.what == "pairs":
        rng = random.Random(given.seed)  # noqa: S311
        chosen = sorted(rng.sample(range(len(bases)), min(given.number, len(bases))))
        lines = report_pairs([bases[place] for place in chosen], given.seed)
    else:
        lines = report_scale(bases, given.number, given.seed)
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
