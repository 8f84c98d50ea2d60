"""quoteattr match: texts and stored records in, and what cannot be read told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import quoteattr.cli
from quoteattr.formats import write_jsonl
from versions import said

WORDS = "We will rebuild the old bridge and open it by spring"


def run(*arguments: str | Path, text: str | None = None) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(quoteattr.cli.app, ["match", *map(str, arguments)], input=text)


def stored(path: Path, name: object) -> Path:
    """Store a document with the words."""
    with path.open("w", encoding="utf-8") as file:
        write_jsonl([(name, [said(WORDS, "Ann Lee")])], file)
    return path


def test_texts_and_records(tmp_path: Path) -> None:
    """A text and the records of an earlier run are matched with each other."""
    (tmp_path / "a.txt").write_text(f"“{WORDS},” said Ann Lee.", "utf-8")
    result = run("-f", "jsonl", tmp_path / "a.txt", stored(tmp_path / "b.jsonl", "b"))
    assert result.exit_code == 0
    quotation, person = map(json.loads, result.stdout.splitlines())
    assert [one["document"] for one in quotation["occurrences"]] == [str(tmp_path / "a.txt"), "b"]
    assert person["name"] == "Ann Lee"


def test_a_bad_line_loses_nothing_else(tmp_path: Path) -> None:
    """A record of another version is told with file and line; the other lines are matched."""
    path = stored(tmp_path / "a.jsonl", "a")
    other = path.read_text("utf-8").replace('"version": 2', '"version": 99')
    path.write_text(other + path.read_text("utf-8"), "utf-8")
    result = run("-f", "jsonl", path, stored(tmp_path / "b.jsonl", "b"))
    assert result.exit_code == 2
    assert (
        "a.jsonl: line 1: not written by extract --format jsonl: version must be 1 or 2"
        in result.stderr
    )
    assert len(result.stdout.splitlines()) == 2


def test_a_document_twice(tmp_path: Path) -> None:
    """One id in two files is told with the second file's name; the others are matched."""
    paths = [stored(tmp_path / f"{name}.jsonl", id_) for name, id_ in ("aa", "ba", "cc")]
    result = run("-f", "jsonl", *paths)
    assert result.exit_code == 2
    assert result.stderr == f"quoteattr: {paths[1]}: document 'a' has been read already\n"
    assert documents(result) == ["a", "c"]


def test_articles_are_told_once(tmp_path: Path) -> None:
    """A file that was not extracted yet is one error, which says what to do first."""
    articles = tmp_path / "articles.jsonl"
    articles.write_text('{"id": 1, "text": "It rained."}\n' * 3, "utf-8")
    result = run("-f", "jsonl", articles, *(stored(tmp_path / f"{n}.jsonl", n) for n in "ab"))
    assert result.exit_code == 2
    advice = "holds articles: run `quoteattr extract --format jsonl` first"
    assert result.stderr == f"quoteattr: {articles}: {advice}\n"
    assert documents(result) == ["a", "b"]


def test_page(tmp_path: Path) -> None:
    """The page goes where it is told to."""
    paths = stored(tmp_path / "a.jsonl", "a"), stored(tmp_path / "b.jsonl", "b")
    assert run("-f", "html", "-o", tmp_path / "page.html", *paths).exit_code == 0
    assert WORDS in (tmp_path / "page.html").read_text("utf-8")


def documents(result: Result) -> list[object]:
    """Give the documents of the first match."""
    first = json.loads(result.stdout.splitlines()[0])
    return [one["document"] for one in first["occurrences"]]


def test_records_are_known_by_every_name_of_theirs(tmp_path: Path) -> None:
    """The endings that `extract` knows are those of records, and --from says it of any other."""
    paths = stored(tmp_path / "a.ndjson", "a"), stored(tmp_path / "b.JSONL", "b")
    assert documents(run("-f", "jsonl", *paths)) == ["a", "b"]
    other = stored(tmp_path / "c.out", "c"), "-"
    text = paths[0].read_text("utf-8")
    assert documents(run("-f", "jsonl", "--from", "jsonl", *other, text=text)) == ["a", "c"]


def test_a_directory_stands_for_texts_and_records(tmp_path: Path) -> None:
    """Both are read at any depth; a directory without either is told."""
    (tmp_path / "in" / "more").mkdir(parents=True)
    stored(tmp_path / "in" / "more" / "b.jsonl", "b")
    (tmp_path / "in" / "a.txt").write_text(f"“{WORDS},” said Ann Lee.", "utf-8")
    (tmp_path / "empty").mkdir()
    result = run("-f", "jsonl", tmp_path / "in", tmp_path / "empty")
    assert result.exit_code == 2
    assert "empty: no .txt or .jsonl or .ndjson file in this directory" in result.stderr
    assert documents(result) == [str(tmp_path / "in" / "a.txt"), "b"]


def test_identifiers_of_any_type(tmp_path: Path) -> None:
    """An object as identifier stands as JSON."""
    paths = stored(tmp_path / "a.jsonl", {"n": 1}), stored(tmp_path / "b.jsonl", 7)
    assert set(documents(run("-f", "jsonl", *paths))) == {'{"n": 1}', 7}


def test_texts_are_read_as_told(tmp_path: Path) -> None:
    """Columns of a table can be named."""
    path = tmp_path / "a.csv"
    path.write_text(f"url,body\nu1,“{WORDS}” said Ann Lee.\nu2,“{WORDS}” Ann Lee said.\n", "utf-8")
    fields = ("--text-field", "body", "--id-field", "url")
    assert documents(run("-f", "jsonl", *fields, path)) == ["u1", "u2"]


def test_jobs(tmp_path: Path) -> None:
    """Texts of several files are read by as many processes as told, and match as in one."""
    files = (tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt")
    for file in files:
        file.write_text(f"“{WORDS},” said Ann Lee.", "utf-8")
    shared = run("-f", "jsonl", "--jobs", "2", *files)
    assert shared.exit_code == 0
    assert documents(shared) == list(map(str, files))
    assert shared.stdout == run("-f", "jsonl", *files).stdout


def test_texts_are_read_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of texts make one stream, whatever records stand between them."""
    streams = []

    def pipe(_: object, texts: Iterable[tuple[str, object]], **__: object) -> Iterator[object]:
        streams.append([text for text, _ in texts])
        return iter(())

    monkeypatch.setattr("quoteattr.extractor.QuoteExtractor.pipe", pipe)
    for name in ("a", "c"):
        (tmp_path / f"{name}.txt").write_text(name, "utf-8")
    stored(tmp_path / "b.jsonl", "b")
    assert run("-f", "jsonl", tmp_path).exit_code == 0
    assert streams == [["a", "c"]]


def test_a_text_twice_is_read_once(tmp_path: Path) -> None:
    """The second text of an identifier is told with its file, and never read."""
    path = tmp_path / "a.csv"
    path.write_text(f"id,text\nu1,“{WORDS}” said Ann Lee.\nu1,“{WORDS}” Bo Ek said.\n", "utf-8")
    result = run("-f", "jsonl", path, stored(tmp_path / "b.jsonl", "b"))
    assert result.exit_code == 2
    assert result.stderr == f"quoteattr: {path}: document 'u1' has been read already\n"
    assert documents(result) == ["b", "u1"]


def test_an_earlier_result_stays_where_nothing_is_read(tmp_path: Path) -> None:
    """A wrong name of an input empties no file, and an input is not overwritten."""
    target = tmp_path / "page.html"
    target.write_text("earlier", "utf-8")
    assert run("-f", "html", "-o", target, tmp_path / "typo.txt").exit_code == 2
    assert target.read_text("utf-8") == "earlier"
    path = stored(tmp_path / "a.jsonl", "a")
    before = path.read_bytes()
    assert run("-f", "jsonl", "-o", path, tmp_path).exit_code == 2
    assert path.read_bytes() == before


def test_a_terminal_is_not_waited_for() -> None:
    """Without arguments, and with nobody sending text, the use is told."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("quoteattr.cli.arguments.sys", _Terminal)
        result = run()
    assert result.exit_code == 2
    assert "give files" in result.stderr


class _Terminal:
    """Stands in for `sys` where standard input is a terminal."""

    class stdin:  # noqa: N801  # as it is called there
        """Somebody sits before it."""

        isatty = staticmethod(lambda: True)
