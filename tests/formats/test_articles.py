"""Articles: texts with what belongs to them, and errors that name the line."""

from __future__ import annotations

import csv
import json
import sys
from typing import Any

import pytest
from hypothesis import given

from quoteattr import MissingExtraError, RecordError
from quoteattr.formats.articles import (
    Article,
    articles_from_csv,
    articles_from_jsonl,
    text_of_html,
)
from strategies import json_values, texts


@given(json_values(), texts(), json_values())
def test_jsonl_fields_are_kept(name: Any, text: str, other: Any) -> None:
    """Identifier, text and every other field come as they were written."""
    line = json.dumps({"id": name, "text": text, "other": other})
    assert list(articles_from_jsonl([line, "\n"])) == [
        Article(id=name, text=text, metadata={"other": other})
    ]


def test_fields_can_be_named() -> None:
    """Text and identifier may stand in other fields; without identifier the line counts."""
    lines = ['{"url": "u", "body": "b"}', "", '{"body": "c"}']
    named = articles_from_jsonl(lines, name="in", text_field="body", id_field="url")
    assert list(named) == [Article(id="u", text="b"), Article(id="in:3", text="c")]
    table = articles_from_csv(["url,body\n", "u,b\n"], text_field="body", id_field="url")
    assert list(table) == [Article(id="u", text="b")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 1: no JSON"),
        ("[1]", "line 1: must be an object, not list"),
        ('{"text": "x", "page": NaN}', "line 1: no JSON: NaN is no number"),
        ('{"text": "x", "page": 1e999}', "line 1: no JSON: 1e999 is no number"),
        ('{"id": 1, "body": "x"}', "line 1: there is no field 'text'; the fields are 'id', 'body'"),
        ('{"text": null}', "line 1: field 'text' must be str, not NoneType"),
    ],
)
def test_bad_line(line: str, message: str) -> None:
    """A bad line is named; with a function for errors, the next line is read."""
    with pytest.raises(RecordError, match=message):
        list(articles_from_jsonl([line]))
    errors: list[str] = []
    lines = [line, '{"id": 2, "text": "x"}']
    found = list(articles_from_jsonl(lines, on_error=lambda error: errors.append(str(error))))
    assert found == [Article(id=2, text="x")]
    assert len(errors) == 1


def test_csv_with_breaks_in_cells() -> None:
    """A text in quotes may hold line breaks and commas, and be longer than 131,072 characters."""
    text = 'We said, "no".\n\nThen\r\n' + "x" * 200_000
    row = '7,"' + text.replace('"', '""') + '"\n'
    [article] = articles_from_csv(["id,text\n", *row.splitlines(keepends=True)])
    assert (article.id, article.text) == ("7", text)


def test_csv_without_the_column() -> None:
    """The message names the columns that there are."""
    with pytest.raises(RecordError, match="the fields are 'id', 'body'"):
        list(articles_from_csv(["id,body\n", "1,x\n"]))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("1,x,y\n", "row 1 has more fields than the header"),
        ('1,"x"y\n', "line 2: no CSV"),
    ],
)
def test_bad_row(row: str, message: str) -> None:
    """A row that is broken or too long is named; with a function for errors, the next is read."""
    table = ["id,text\n", row, "2,x\n"]
    with pytest.raises(RecordError, match=message):
        list(articles_from_csv(table))
    errors: list[str] = []
    found = list(articles_from_csv(table, on_error=lambda error: errors.append(str(error))))
    assert found == [Article(id="2", text="x")]
    assert len(errors) == 1


def test_empty_cells_behind_a_row() -> None:
    """What a spreadsheet adds at the end of a row holds nothing; a short row has less metadata."""
    found = list(articles_from_csv(["id,text,outlet\n", "1,x,Gazette,,\n", "2,y\n"]))
    assert [dict(article.metadata) for article in found] == [{"outlet": "Gazette"}, {}]


PAGE = """<html><head><title>t</title></head><body><nav><a href="/">Home</a></nav><article>
<p>“We have to wait,” said Ann Lee, the mayor of Springfield, after the meeting on Monday.</p>
<p>The council said that the bridge would stay closed until the spring.</p></article></body></html>
"""


def test_html_gives_the_main_text() -> None:
    """Paragraphs are kept apart, and menus are left out."""
    pytest.importorskip("trafilatura")
    text = text_of_html(PAGE)
    assert text.startswith("“We have to wait,” said Ann Lee")
    assert "\nThe council said" in text
    assert "Home" not in text


def test_html_without_text() -> None:
    """A page that holds nothing is an error, not an article without quotations."""
    pytest.importorskip("trafilatura")
    with pytest.raises(RecordError, match="no main text"):
        text_of_html("<html></html>")


def test_html_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without trafilatura the error names the command that brings it."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[html\]'"):
        text_of_html(PAGE)


def test_an_empty_cell_is_no_identifier() -> None:
    """A row of CSV without an identifier is named after its file and number."""
    rows = ["id,text\n", ",It rained.\n"]
    assert [article.id for article in articles_from_csv(rows, name="a.csv")] == ["a.csv:1"]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    """The first column keeps its name, and the first object is one."""
    [row] = articles_from_csv(["\ufeffid,text\n", "1,x\n"])
    [line] = articles_from_jsonl(['\ufeff{"id": "1", "text": "x"}'])
    assert (row.id, row.text, row.metadata) == (line.id, line.text, line.metadata) == ("1", "x", {})


def test_a_column_twice_is_refused() -> None:
    """Neither can be meant; columns without a name may be many."""
    with pytest.raises(RecordError, match="line 1: the field 'text' stands there 2 times"):
        next(articles_from_csv(["text,id,text\n", "a,1,b\n"]))
    [one] = articles_from_csv(["text,,\n", "a,,\n"])
    assert one.text == "a"


def test_cells_of_any_length() -> None:
    """An article is longer than Python's limit for a cell, which stands as before for others."""
    before = csv.field_size_limit()
    long = "It rained. " * (before // 10)
    [article] = articles_from_csv(["id,text\n", f"1,{long}\n"])
    assert article.text == long
    stream = articles_from_csv(["id,text\n", "1,x\n", "2,y\n"])
    next(stream)
    assert csv.field_size_limit() == before
