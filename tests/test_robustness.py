"""The whole pipeline: whatever comes in, no exception, right offsets, and the same answer again."""

from __future__ import annotations

import concurrent.futures
import functools
import hashlib
import itertools
import json
import multiprocessing
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import quoteattr
import strategies
from quoteattr import Quote, QuoteExtractor, QuoteKind, Span, extract_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ANYTHING = st.one_of(strategies.articles(), strategies.texts())
LEE = "“We have to wait,” said Ann Lee, the mayor. She said that nobody knew."
HALE = "Bob Hale told reporters the road was “closed for good”.\n\nAccording to him, it rained."


@functools.cache
def extractor() -> QuoteExtractor:
    """Give one extractor for all tests."""
    return QuoteExtractor()


def spans_of(quote: Quote) -> Iterator[Span]:
    """Give every span that a quotation holds."""
    yield from (*quote.content, *quote.verbatim)
    yield from filter(None, (quote.cue, quote.source))
    if quote.speaker:
        yield from (*quote.speaker.titles, *quote.speaker.mentions)


def slices_back(text: str, quotes: Sequence[Quote]) -> bool:
    """Every span is a stretch of the text as it was given."""
    return all(
        0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text
        for quote in quotes
        for span in spans_of(quote)
    )


def is_in_order(_: str, quotes: Sequence[Quote]) -> bool:
    """Quotations come in text order, and so do the spans of each, without overlap."""
    starts = [quote.content[0].start for quote in quotes]
    return starts == sorted(starts) and all(
        one.end <= two.start
        for quote in quotes
        for spans in (quote.content, quote.verbatim)
        for one, two in itertools.pairwise(spans)
    )


def lists_speakers_in_order(_: str, quotes: Sequence[Quote]) -> bool:
    """Titles and mentions of a speaker come in text order."""
    lists = [
        spans
        for quote in quotes
        if quote.speaker
        for spans in (quote.speaker.titles, quote.speaker.mentions)
    ]
    return all(list(spans) == sorted(spans, key=lambda span: span.start) for spans in lists)


def has_marks_by_kind(_: str, quotes: Sequence[Quote]) -> bool:
    """Direct: all words stand between marks; mixed: some; indirect: none."""
    return all(
        quote.content == quote.verbatim
        if quote.kind is QuoteKind.DIRECT
        else bool(quote.verbatim) == (quote.kind is QuoteKind.MIXED)
        for quote in quotes
    )


def hashes_and_pickles(_: str, quotes: Sequence[Quote]) -> bool:
    """Records hash, and survive a process boundary."""
    again = pickle.loads(pickle.dumps(quotes))  # noqa: S301  # our own bytes
    return again == quotes and set(again) == set(quotes)


def comes_back_from_json(_: str, quotes: Sequence[Quote]) -> bool:
    """Records come back from a file as they were."""
    written = json.dumps([quote.to_dict() for quote in quotes])
    return [Quote.from_dict(data) for data in json.loads(written)] == quotes


FACTS = (
    slices_back,
    is_in_order,
    lists_speakers_in_order,
    has_marks_by_kind,
    hashes_and_pickles,
    comes_back_from_json,
)


@given(ANYTHING)
def test_any_text(text: str) -> None:
    """Nothing raises, and every fact holds of what comes out."""
    quotes = extract_quotes(text)
    assert [fact.__name__ for fact in FACTS if not fact(text, quotes)] == []


NEXT_TO_NOTHING = (
    *("", " \n ", "“", "“”", "“ ”\n\n”", "'", "“\u200b”", "\ud800", "\0", "\u200b", ":"),
    "1nl0 N“”0",  # one token for the pipeline, with two marks inside
)


@pytest.mark.parametrize("text", NEXT_TO_NOTHING)
def test_next_to_nothing(text: str) -> None:
    """Texts without words, or with a mark for a paragraph, hold no quotation."""
    assert extract_quotes(text) == []


@given(st.lists(ANYTHING, max_size=6), st.integers(1, 4))
@settings(max_examples=30)
def test_pipe_equals_extract(texts: list[str], batch_size: int) -> None:
    """What texts share a batch with does not matter."""
    alone = [extractor().extract(text) for text in texts]
    assert list(extractor().pipe(texts, batch_size=batch_size)) == alone


@given(ANYTHING)
@settings(max_examples=30)
def test_the_same_again(text: str) -> None:
    """One text gives one answer."""
    assert extract_quotes(text) == extract_quotes(text)


@given(st.lists(ANYTHING, min_size=8, max_size=8))
@settings(max_examples=5)
def test_eight_threads(texts: list[str]) -> None:
    """One extractor serves eight threads."""
    expected = [extractor().extract(text) for text in texts]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert list(pool.map(extractor().extract, texts * 2)) == expected * 2


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes(method: str) -> None:
    """A process started any way, with the pipeline loaded before or not, gives the same."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} on this platform")
    expected = [extract_quotes(LEE), extract_quotes(HALE)]
    context = multiprocessing.get_context(method)
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
        assert list(pool.map(extract_quotes, [LEE, HALE])) == expected


def fingerprint(quotes: Sequence[Quote]) -> str:
    """Sum up quotations, order included, in a few characters."""
    written = json.dumps([quote.to_dict() for quote in quotes])
    return hashlib.sha256(written.encode()).hexdigest()


PRINT_FINGERPRINT = """
import hashlib, json, sys
from quoteattr import extract_quotes
written = json.dumps([quote.to_dict() for quote in extract_quotes(json.load(sys.stdin))])
print(hashlib.sha256(written.encode()).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_hash_seeds_and_processes(seed: str) -> None:
    """Another process with another hash seed gives the same records, in the same order."""
    text = "\n\n".join(
        [LEE, HALE, *(f"Mr Hale, {age}, said he was fine." for age in range(30, 40))]
    )
    paths = [str(Path(quoteattr.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
    other = subprocess.run(  # noqa: S603  # the code above
        [sys.executable, "-W", "ignore", "-c", PRINT_FINGERPRINT],
        input=json.dumps(text),
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.strip() == fingerprint(extract_quotes(text))


def shifted(quote: Quote, by: int) -> object:
    """Give what a quotation says, its offsets moved; the confidence may weigh its surroundings."""
    data = quote.to_dict()
    del data["confidence"]
    return _moved(data, by)


def _moved(value: object, by: int) -> object:
    if isinstance(value, dict):
        return {
            name: part + by if name in ("start", "end") else _moved(part, by)
            for name, part in value.items()
        }
    return [_moved(part, by) for part in value] if isinstance(value, list) else value


@given(strategies.articles(), strategies.neutral_sentences())
@example("“never,” told reporters Ann Lee.\n", "Rain fell on the roofs all night.")
@example("He left, he was quoted.\n", "Rain fell on the roofs all night.")
@example("“Yes,” said Ann Lee. It told reporters the company.\n", "Rain fell on the roofs.")
@example("Who said that the road is closed.\n", "Rain fell on the roofs all night.")
@example(
    "“the road is closed,” said Ann Lee. “the road is closed,” said Ann Lee.\n“nobody knows,” said "
    "Ann Lee. “nobody knows.” — Ann Lee The mayor did not say when nobody knows.\n",
    "Rain fell on the roofs all night.",
)
def test_a_neutral_paragraph_in_front_only_shifts(text: str, front: str) -> None:
    """A paragraph without names, marks and reporting words before the text moves the offsets."""
    before = extract_quotes(text)
    behind = extract_quotes(f"{front}\n\n{text}")
    moved = [shifted(quote, len(front) + 2) for quote in before]
    assert [shifted(quote, 0) for quote in behind] == moved


@given(strategies.articles(), strategies.neutral_sentences())
@example(
    "LEE: the road is closed? “the road is closed. the road is closed\n",
    "The roads were wet and the fields were green.",
)
def test_a_neutral_paragraph_behind_changes_nothing(text: str, behind: str) -> None:
    """A paragraph without names, marks and reporting words behind the text changes nothing."""
    before = [shifted(quote, 0) for quote in extract_quotes(text)]
    assert [shifted(quote, 0) for quote in extract_quotes(f"{text}\n\n{behind}")] == before
