"""Reading: every text in order and in batches, and what cannot be read told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from quoteattr.cli.reading import Told, progress, read_quotations
from quoteattr.errors import RecordError, TextError
from quoteattr.formats import Article
from quoteattr.records import Quote
from versions import said

LONG, SHORT = "long " * 5, "short"


class Extractor:
    """Stands in for one: notes how it was asked, and finds the text itself in each text."""

    def __init__(self) -> None:
        """Begin with no calls."""
        self.calls: list[dict[str, Any]] = []

    def pipe(self, pairs: Iterable[tuple[str, Article]], **options: Any) -> Iterator[Any]:
        """Read a stream; a text that is bad gives an error."""
        self.calls.append(options)
        for index, (text, article) in enumerate(pairs):
            bad = text == "bad"
            yield (TextError(index, "it is bad") if bad else [said(text, "Ann Lee")]), article

    def extract_parts(self, text: str) -> Iterator[tuple[int, list[Quote]]]:
        """Read half of a text after the other; where it is bad the second fails."""
        half = len(text) // 2
        yield half, [said(text[:half], "Ann Lee")]
        if "bad" in text:
            raise RecordError("the end is bad")
        yield len(text), [said(text[half:], "Ann Lee")]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give what reads texts, and notes what was told on the way."""
    monkeypatch.setattr("quoteattr.cli.reading.LONGEST_PART", 10)

    def run(texts: list[str], jobs: int = 1, *, parts: bool = False) -> tuple[Any, ...]:
        extractor, errors, shown = Extractor(), list[Any](), list[Any]()
        told = Told(
            report=lambda name, why: errors.append((name, why)),
            show=lambda article, end: shown.append((article.id, end)),
            parts=parts,
        )
        articles = [Article(id=number, text=text) for number, text in enumerate(texts)]
        found = [
            (article.id, [quote.text for quote in quotes])
            for article, quotes in read_quotations(extractor, articles, jobs, told)  # type: ignore[arg-type]
        ]
        return found, errors, shown, extractor.calls

    return run


def test_all_texts_go_through_one_stream(read: Any) -> None:
    """Texts are handed over together, so that they are read in batches, by as many processes."""
    found, errors, shown, calls = read(["a", "bad", "c"], 3)
    assert found == [(0, ["a"]), (2, ["c"])]
    assert errors == [(1, "it is bad")]
    assert [name for name, _ in shown] == [0, 1, 2]
    assert calls == [{"as_tuples": True, "n_process": 3, "on_error": "yield"}]


def test_a_long_text_is_read_by_parts_in_one_process(read: Any) -> None:
    """Between two streams of short texts; with more processes one of them reads it as a whole."""
    found, _, shown, calls = read([SHORT, LONG, SHORT])
    assert [name for name, _ in found] == [0, 1, 2]
    assert found[1] == (1, [LONG[:12], LONG[12:]])
    assert [end for name, end in shown if name == 1] == [12, 25]
    assert len(calls) == 2
    assert len(read([SHORT, LONG, SHORT], 2)[3]) == 1


def test_parts_may_be_given_apart(read: Any) -> None:
    """A table can show the first part before the second is read."""
    assert read([LONG], parts=True)[0] == [(0, [LONG[:12]]), (0, [LONG[12:]])]


@pytest.mark.parametrize("parts", [True, False])
def test_a_long_text_may_fail_midway(read: Any, *, parts: bool) -> None:
    """The error is told under its name; what was given of it stays, and the next one is read."""
    found, errors, _, _ = read([LONG + "bad", SHORT], parts=parts)
    assert errors == [(0, "the end is bad")]
    assert [name for name, _ in found] == ([0, 1] if parts else [1])


class Terminal:
    """Stands in for `sys` where the streams are, or are not, a person's screen."""

    def __init__(self, *, out: bool, err: bool) -> None:
        """Say which of the two is one."""
        self.stdout, self.stderr = Stream(shown=out), Stream(shown=err)


class Stream:
    """A stream that is a terminal or none."""

    def __init__(self, *, shown: bool) -> None:
        """Say whether it is a terminal."""
        self.shown = shown

    def isatty(self) -> bool:
        """Tell it."""
        return self.shown


@pytest.mark.parametrize(
    ("out", "err", "target", "shown"),
    [
        (False, True, None, True),
        (True, True, Path("a.jsonl"), True),
        (True, True, None, False),
        (False, False, None, False),
    ],
)
def test_who_sees_how_far_it_is(  # a row of a table
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    out: bool,
    err: bool,
    target: Path | None,
    shown: bool,
) -> None:
    """A person at a terminal to which the results themselves do not go."""
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("TERM", "xterm")
    with monkeypatch.context() as patched:
        patched.setattr("quoteattr.cli.reading.sys", Terminal(out=out, err=err))
        with progress(target) as show:
            show(Article(id="long", text=LONG), 12)
            show(Article(id="long", text=LONG), 25)
    printed = capsys.readouterr().err
    assert ("1 documents" in printed) is shown
