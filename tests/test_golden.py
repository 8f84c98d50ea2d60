"""The golden cases by phenomenon, over the whole pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from golden import Case, differences, known_failures, read_cases
from quoteattr import extract_quotes
from quoteattr.records import Quote, QuoteKind, Span

GOLDEN = Path(__file__).parent / "golden"


def cases() -> Iterator[tuple[str, Case]]:
    """Give every case with its id, file and title."""
    settings = (GOLDEN / "settings" / "kinds.txt", *(GOLDEN / "settings").glob("blind_*.txt"))
    for path in (*sorted((GOLDEN / "phenomena").glob("*.txt")), *sorted(settings)):
        for case in read_cases(path):
            yield f"{path.stem}: {case.title}", case


def all_ids() -> list[str]:
    """Give the ids of these cases and of those of the speakers, which have tests of their own."""
    speakers = sorted((GOLDEN / "speakers").glob("*.txt"))
    others = [f"{path.stem}: {case.title}" for path in speakers for case in read_cases(path)]
    return [*(name for name, _ in cases()), *others]


def parameters() -> list[object]:
    """Give every case as a test parameter; a known failure must fail."""
    known = known_failures()
    failing = pytest.mark.xfail(strict=True)
    return [
        pytest.param(case, id=name, marks=[failing] if name in known else [])
        for name, case in cases()
    ]


@pytest.mark.parametrize("case", parameters())
def test_phenomenon(case: Case) -> None:
    """The records are those that the case expects, and no others."""
    assert differences(case, extract_quotes(case.text)) == []


def test_ids_are_unique() -> None:
    """No two cases share file and title, so an id in the known failures means one case."""
    names = all_ids()
    assert len(names) == len(set(names))


def test_known_failures_exist() -> None:
    """Every known failure names a case."""
    assert known_failures() <= set(all_ids())


def test_a_missing_and_an_extra_record_are_differences(tmp_path: Path) -> None:
    """The comparison names what is missing and what is too much."""
    path = tmp_path / "case.txt"
    path.write_text("T\n.\n⟦q1 “Go now,”⟧ ⟦s1 he⟧ said. It rained.\n.\nq1 direct\n.\n", "utf-8")
    (case,) = read_cases(path)
    right = Quote(
        kind=QuoteKind.DIRECT,
        content=(Span(start=1, end=8, text="Go now,"),),
        verbatim=(Span(start=1, end=8, text="Go now,"),),
        source=Span(start=10, end=12, text="he"),
    )
    wrong = Quote(kind=QuoteKind.INDIRECT, content=(Span(start=19, end=28, text="It rained"),))
    assert differences(case, [right]) == []
    assert differences(case, []) == ["q1 missing: '“Go now,”'"]
    assert differences(case, [right, wrong]) == ["extra indirect record: 'It rained'"]
