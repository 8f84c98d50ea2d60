"""The command line: the same records in every format, and quiet, documented ends."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

import quoteattr.cli
from quoteattr import Quote, QuoteKind, RecordError, extract_quotes
from quoteattr.formats.export import read_jsonl, to_brat
from quoteattr.formats.html import to_html
from quoteattr.formats.schemas import json_schema

if TYPE_CHECKING:
    from pathlib import Path

ANN = "“We have to wait,” said Ann Lee, the mayor of Springfield.\r\n\r\nIt rained on Monday."
BOB = "The club said on Monday that it would move. “Never,” said Bob Hale."


def run(*arguments: str | Path, text: str | bytes | None = None) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(quoteattr.cli.app, [str(one) for one in arguments], input=text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a directory with texts, some of them further down, and a file of another sort."""
    (tmp_path / "more").mkdir()
    for name, text in (("ann.txt", ANN), ("bob.txt", BOB), ("more/ann.txt", BOB), ("x.md", "x")):
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def read(printed: str) -> list[tuple[str, list[Quote]]]:
    """Read JSON Lines."""
    return list(read_jsonl(printed.split("\n")))


def test_jsonl(folder: Path) -> None:
    """Offsets count the file's own characters, carriage returns among them."""
    result = run("extract", "-f", "jsonl", folder / "ann.txt")
    assert result.exit_code == 0
    assert read(result.stdout) == [(str(folder / "ann.txt"), extract_quotes(ANN))]


def test_standard_input() -> None:
    """Without files, or for -, standard input is read."""
    for arguments in ([], ["-"]):
        result = run("extract", "-f", "jsonl", *arguments, text=ANN.encode())
        assert read(result.stdout) == [("-", extract_quotes(ANN))]


def test_directories_and_patterns(folder: Path) -> None:
    """A directory gives its text files at any depth, a pattern the files that it fits."""
    below = [name for name, _ in read(run("extract", "-f", "jsonl", folder).stdout)]
    assert below == [str(folder / name) for name in ("ann.txt", "bob.txt", "more/ann.txt")]
    fitting = run("extract", "-f", "jsonl", folder / "*.txt").stdout
    assert [name for name, _ in read(fitting)] == below[:2]


def test_jobs(folder: Path) -> None:
    """Two processes print what one prints."""
    command = [sys.executable, "-m", "quoteattr", "extract", "-f", "jsonl", str(folder)]
    shared = subprocess.run([*command, "--jobs", "2"], capture_output=True, check=True)  # noqa: S603
    assert read(shared.stdout.decode()) == read(run("extract", "-f", "jsonl", folder).stdout)
    assert shared.stderr == b""


def test_table(folder: Path) -> None:
    """The table names document, speaker, kind and words."""
    printed = run("extract", folder / "ann.txt").stdout
    for words in ("ann.txt", "Ann Lee", "direct", "We have to wait,"):
        assert words in printed


def test_csv(folder: Path) -> None:
    """One row a quotation."""
    rows = list(csv.DictReader(io.StringIO(run("extract", "-f", "csv", folder / "bob.txt").stdout)))
    assert [row["text"] for row in rows] == [quote.text for quote in extract_quotes(BOB)]


def test_html_and_brat(folder: Path, tmp_path: Path) -> None:
    """One document goes to standard output or to a file, in the form that the library gives."""
    page = run("extract", "-f", "html", folder / "ann.txt").stdout
    assert page == to_html(ANN, extract_quotes(ANN), title="ann.txt")
    target = tmp_path / "out.ann"
    assert run("extract", "-f", "brat", "-o", target, folder / "ann.txt").exit_code == 0
    assert target.read_text(encoding="utf-8") == to_brat(ANN, extract_quotes(ANN))


def test_several_pages_go_to_a_directory(folder: Path, tmp_path: Path) -> None:
    """Each document has a file of its own, also where two have the same name."""
    target = tmp_path / "pages"
    assert run("extract", "-f", "html", "-o", target, folder).exit_code == 0
    assert sorted(path.name for path in target.iterdir()) == ["ann-2.html", "ann.html", "bob.html"]
    refused = run("extract", "-f", "html", folder)
    assert refused.exit_code == 2
    assert "--output" in refused.stderr
    assert refused.stdout == ""


def test_output_file(folder: Path, tmp_path: Path) -> None:
    """A file is written in UTF-8; one that cannot be is wrong usage."""
    target = tmp_path / "out.jsonl"
    assert run("extract", "-f", "jsonl", "-o", target, folder / "ann.txt").exit_code == 0
    assert read(target.read_text(encoding="utf-8"))[0][1] == extract_quotes(ANN)
    assert run("extract", "-o", tmp_path / "no" / "where", folder / "ann.txt").exit_code == 2


def test_kind_and_confidence(folder: Path) -> None:
    """Kinds and confidence leave quotations out."""
    arguments = ("extract", "-f", "jsonl", folder / "bob.txt")
    [(_, marked)] = read(run(*arguments, "--kind", "direct", "-k", "mixed").stdout)
    assert marked == extract_quotes(BOB, kinds={QuoteKind.DIRECT, QuoteKind.MIXED})
    every = extract_quotes(BOB)
    for least in [quote.confidence for quote in every]:
        [(_, sure)] = read(run(*arguments, "--min-confidence", str(least)).stdout)
        assert sure == [quote for quote in every if quote.confidence >= least]


def test_unreadable_files(folder: Path) -> None:
    """What cannot be read is one line each, the rest is done, and the exit code is 2."""
    (folder / "latin.txt").write_bytes("café".encode("latin-1"))
    (folder / "empty").mkdir()
    names = [folder / name for name in ("no.txt", "latin.txt", "*.pdf", "empty", "bob.txt")]
    result = run("extract", "-f", "jsonl", *names)
    assert result.exit_code == 2
    assert [name for name, _ in read(result.stdout)] == [str(folder / "bob.txt")]
    lines = result.stderr.strip().split("\n")
    messages = ["no such file", "not UTF-8 text (byte 0xe9 at offset 3)", "no file fits", "no .txt"]
    assert len(lines) == len(messages)
    for line, name, message in zip(lines, names, messages, strict=False):
        assert line.startswith(f"quoteattr: {name}: {message}")


def test_encoding(folder: Path) -> None:
    """Another encoding can be named, and one that does not exist is wrong usage."""
    (folder / "latin.txt").write_bytes("“We have to wait,” said Ann Lée.".encode("cp1252"))
    result = run("extract", "-f", "jsonl", "--encoding", "cp1252", folder / "latin.txt")
    assert result.exit_code == 0
    assert "Ann Lée" in result.stdout
    assert run("extract", "--encoding", "klingon", folder).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "--format", "pdf"],
        ["extract", "--kind", "loud"],
        ["extract", "--jobs", "0"],
        ["extract", "--min-confidence", "2"],
        ["no-such-command"],
        ["evaluate", "no.jsonl", "no.jsonl"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    """Wrong usage is told on standard error, and ends with 2."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr


def test_missing_model(folder: Path) -> None:
    """A model that is not installed is one line with the remedy, and ends with 1."""
    result = run("extract", "--model", "en_core_web_none", folder / "ann.txt")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "spacy download en_core_web_none" in result.stderr


def test_explain(folder: Path) -> None:
    """Each quotation comes with its candidates; with --json, with everything there is."""
    printed = run("explain", folder / "ann.txt").stdout
    assert printed.startswith("We have to wait,\n  direct, speaker Ann Lee, confidence ")
    assert "% Ann Lee" in printed
    [quote] = json.loads(run("explain", "--json", folder / "ann.txt").stdout)["quotes"]
    assert Quote.from_dict(quote["quote"]) == extract_quotes(ANN)[0]
    assert run("explain", folder / "no.txt", folder / "ann.txt").exit_code == 2


def test_schema() -> None:
    """The schema that is printed is the library's."""
    assert json.loads(run("schema").stdout) == json_schema()


def test_evaluate(folder: Path, tmp_path: Path) -> None:
    """A reading judged by itself is right; a bad file is one line that names the field."""
    path = tmp_path / "a.jsonl"
    run("extract", "-f", "jsonl", "-o", path, folder)
    assert "1.000" in run("evaluate", path, path).stdout
    assert json.loads(run("evaluate", "--json", path, path).stdout)["detection"]["f1"] == 1.0
    path.write_text('{"version": 1, "document": "a", "quotes": [{}]}', encoding="utf-8")
    with pytest.raises(RecordError):
        read(path.read_text(encoding="utf-8"))
    result = run("evaluate", path, path)
    assert result.exit_code == 1
    assert result.stderr == "quoteattr: line 1: quotes[0]: Quote.confidence is missing\n"


def test_help_has_examples() -> None:
    """Help names the exit codes and shows examples."""
    assert "Exit codes" in run("--help").stdout
    assert "Examples" in run("extract", "--help").stdout


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_broken_pipe(folder: Path) -> None:
    """When the reader has gone, the end is quiet."""
    (folder / "long.txt").write_bytes((BOB + "\n\n").encode() * 2000)
    command = [sys.executable, "-m", "quoteattr", "extract", "-f", "jsonl", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt(tmp_path: Path, jobs: str) -> None:
    """Ctrl-C ends quietly, with 130."""
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_bytes((BOB + "\n\n").encode() * 50)
    command = [
        sys.executable,
        "-m",
        "quoteattr",
        "extract",
        "-f",
        "jsonl",
        "-j",
        jobs,
        str(tmp_path),
    ]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        assert process.stderr.read() == b""
        assert process.wait(60) == 130
