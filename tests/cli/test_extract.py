"""`extract`: the same records in every format, nothing lost, and quiet, documented ends."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import quoteattr
import quoteattr.cli
from quoteattr import Quote, QuoteKind, extract_quotes
from quoteattr.formats import read_documents, read_jsonl, to_brat, to_html

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
    for arguments in ([], ["-"], ["-o", "-"]):
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
    assert page == to_html(ANN, extract_quotes(ANN), title=str(folder / "ann.txt"))
    target = tmp_path / "out.ann"
    assert run("extract", "-f", "brat", "-o", target, folder / "ann.txt").exit_code == 0
    assert target.read_text(encoding="utf-8") == to_brat(ANN, extract_quotes(ANN))


def test_several_pages_go_to_a_directory(folder: Path, tmp_path: Path) -> None:
    """Each document has a page of its own, also where three have one name, headed by its path."""
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "Ann.txt").write_text(name, encoding="utf-8")
    target = tmp_path / "pages"
    assert run("extract", "-f", "html", "-o", target, folder).exit_code == 0
    pages = {path.name: path.read_text(encoding="utf-8") for path in target.iterdir()}
    assert sorted(pages) == ["Ann-2.html", "Ann-3.html", "ann-4.html", "ann.html", "bob.html"]
    headings = {re.search("<h1>(.*)</h1>", page)[1] for page in pages.values()}  # type: ignore[index]
    assert headings == {str(path) for path in folder.rglob("*.txt")}
    refused = run("extract", "-f", "html", folder)
    assert refused.exit_code == 2
    assert "--output" in refused.stderr
    assert refused.stdout == ""


def test_output_means_one_thing(tmp_path: Path) -> None:
    """For a directory of texts the output is a directory, however many texts there are."""
    source = tmp_path / "one"
    source.mkdir()
    (source / "ann.txt").write_text(ANN, encoding="utf-8")
    for target in (tmp_path / "p", f"{tmp_path}/q/"):
        assert run("extract", "-f", "html", "-o", target, source).exit_code == 0
        assert [path.name for path in Path(target).iterdir()] == ["ann.html"]
    assert run("extract", "-f", "html", "-o", f"{tmp_path}/r/", source / "ann.txt").exit_code == 0
    assert (tmp_path / "r" / "ann.html").is_file()


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
    names = ["", *(folder / name for name in ("no.txt", "latin.txt", "*.pdf", "empty", "bob.txt"))]
    result = run("extract", "-f", "jsonl", *names)
    assert result.exit_code == 2
    assert [name for name, _ in read(result.stdout)] == [str(folder / "bob.txt")]
    lines = result.stderr.strip().split("\n")
    messages = [
        "empty file name",
        "no such file",
        "not UTF-8 text (byte 0xe9 at offset 3)",
        "no file fits",
        "no .txt",
    ]
    assert len(lines) == len(messages)
    for line, name, message in zip(lines, names, messages, strict=False):
        assert line.startswith(f"quoteattr: {name or repr(name)}: {message}")


def test_encoding(folder: Path) -> None:
    """Another encoding can be named, and one that does not exist is wrong usage."""
    (folder / "latin.txt").write_bytes("“We have to wait,” said Ann Lée.".encode("cp1252"))
    result = run("extract", "-f", "jsonl", "--encoding", "cp1252", folder / "latin.txt")
    assert result.exit_code == 0
    assert "Ann Lée" in result.stdout
    for name in ("klingon", "rot13"):
        assert run("extract", "--encoding", name, folder).exit_code == 2


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


def test_help_has_examples() -> None:
    """Help names the exit codes, shows examples, and names what an option takes."""
    assert "Exit codes" in run("--help").stdout
    shown = run("extract", "--help").stdout
    assert "Examples" in shown
    assert "KIND" in shown


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "html"])
def test_broken_pipe(tmp_path: Path, form: str) -> None:
    """When the reader has gone, the end is quiet, and the same in every format."""
    (tmp_path / "bob.txt").write_bytes(BOB.encode())
    source = str(tmp_path / "bob.txt")
    command = [sys.executable, "-m", "quoteattr", "extract", "-f", form, source]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt(tmp_path: Path, jobs: str) -> None:
    """Ctrl-C ends quietly, with 130."""
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_bytes((BOB + "\n\n").encode() * 20)
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
    # a background job of a shell ignores Ctrl-C, and so would what it starts
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        signal.signal(signal.SIGINT, before)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        assert process.stderr.read() == b""
        assert process.wait(60) == 130


# Nothing is lost.


def test_an_output_that_is_an_input_is_refused(folder: Path) -> None:
    """The input stays as it is, whatever it is called and whatever is written."""
    (folder / "link.txt").symlink_to(folder / "ann.txt")
    for target in (folder / "ann.txt", folder / "link.txt", folder / "more" / ".." / "ann.txt"):
        for form in ("jsonl", "csv", "table", "html", "brat"):
            result = run("extract", "-f", form, "-o", target, folder / "ann.txt")
            assert result.exit_code == 2
    assert run("extract", "-f", "csv", "-o", folder / "ann.txt", folder).exit_code == 2
    assert (folder / "ann.txt").read_bytes() == ANN.encode()


def test_errors_do_not_replace_an_input_or_the_output(folder: Path) -> None:
    """A file for errors that is something else already is refused before anything is written."""
    before = (folder / "ann.txt").read_bytes()
    for source in (folder / "ann.txt", folder):
        assert run("extract", "--errors", folder / "ann.txt", source).exit_code == 2
    target = folder / "out.jsonl"
    both = ("-f", "jsonl", "--errors", target, "-o", target)
    assert run("extract", *both, folder / "ann.txt").exit_code == 2
    assert (folder / "ann.txt").read_bytes() == before
    assert not target.exists()


def test_texts_beside_annotations_do_not_replace_texts(tmp_path: Path) -> None:
    """A directory with a text that is an input is refused where brat gets other texts there."""
    (tmp_path / "a.txt").write_text("kept", encoding="utf-8")
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "other"}', encoding="utf-8")
    both = (tmp_path / "in.jsonl", tmp_path / "a.txt")
    assert run("extract", "-f", "brat", "-o", tmp_path, *both).exit_code == 2
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "kept"
    assert run("extract", "-f", "brat", "-o", tmp_path, tmp_path / "a.txt").exit_code == 0
    assert (tmp_path / "a.ann").exists()


def test_pages_do_not_replace_pages_that_are_read(tmp_path: Path) -> None:
    """A directory with HTML pages that are inputs is refused as a place for pages."""
    pytest.importorskip("trafilatura")
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("<p>x</p>", encoding="utf-8")
    result = run("extract", "-f", "html", "-o", tmp_path, tmp_path / "*.html")
    assert result.exit_code == 2
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == "<p>x</p>"


@pytest.mark.parametrize("form", ["jsonl", "csv", "table", "html"])
def test_an_earlier_result_stays_where_nothing_is_read(tmp_path: Path, form: str) -> None:
    """A wrong name of an input empties no file."""
    target = tmp_path / "res"
    target.write_text("earlier", encoding="utf-8")
    assert run("extract", "-f", form, "-o", target, tmp_path / "typo.txt").exit_code == 2
    assert target.read_text(encoding="utf-8") == "earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["res"]


def test_an_earlier_result_stays_where_the_run_fails(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The output takes its place only when it is complete."""
    target = tmp_path / "res.csv"
    target.write_text("earlier", encoding="utf-8")

    def broken(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quoteattr.cli.writers.write_csv", broken)
    result = run("extract", "-f", "csv", "-o", target, folder / "ann.txt")
    assert (result.exit_code, result.stderr) == (
        *(1, "quoteattr: cannot write: No space left on device\n"),
    )
    assert target.read_text(encoding="utf-8") == "earlier"
    assert not list(tmp_path.glob(".*"))


# What travels along.

LINES = [
    {"id": {"n": 1}, "text": ANN, "outlet": "Gazette", "tags": ["a", None]},
    {"id": 2, "text": "It rained."},
    {"text": BOB, "id": [3]},
]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Give a file of JSON Lines, one of which is broken."""
    path = tmp_path / "in.jsonl"
    written = [json.dumps(line) for line in LINES]
    path.write_text("\n".join([*written[:1], "{broken", *written[1:]]), encoding="utf-8")
    return path


def test_jsonl_in_and_out(lines: Path, tmp_path: Path) -> None:
    """Identifiers of any type and all other fields come out; a broken line is told and kept."""
    errors = tmp_path / "errors.jsonl"
    result = run("extract", "-f", "jsonl", "--errors", errors, "--summary", lines)
    assert result.exit_code == 2
    found = list(read_documents(result.stdout.splitlines()))
    assert [one.id for one in found] == [line["id"] for line in LINES]
    assert found[0].metadata == {"outlet": "Gazette", "tags": ["a", None]}
    assert [list(one.quotes) for one in found] == [extract_quotes(line["text"]) for line in LINES]  # type: ignore[arg-type]
    [error] = map(json.loads, errors.read_text(encoding="utf-8").splitlines())
    assert error["document"] == str(lines)
    assert error["error"].startswith("line 2: no JSON")
    quotations = sum(len(one.quotes) for one in found)
    assert f"quoteattr: 3 texts, {quotations} quotations, 1 errors, " in result.stderr


def test_csv_in_and_out(tmp_path: Path) -> None:
    """Columns can be named, and the others come out as columns."""
    path = tmp_path / "in.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["url", "body", "outlet"], ["u1", ANN, "Gazette"]])
    fields = ("--text-field", "body", "--id-field", "url")
    [row] = csv.DictReader(io.StringIO(run("extract", "-f", "csv", *fields, path).stdout))
    assert (row["document"], row["document_outlet"]) == ("u1", "Gazette")
    missing = run("extract", "-f", "csv", path)
    assert missing.exit_code == 2
    assert "there is no field 'text'; the fields are 'url', 'body', 'outlet'" in missing.stderr


def test_html_in(tmp_path: Path) -> None:
    """A page's main text is read and written along, so that the offsets mean something."""
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    body = "<nav>Menu</nav><article><p>“We have to wait,” said Ann Lee.</p></article>"
    path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    [one] = read_documents(run("extract", "-f", "jsonl", path).stdout.splitlines())
    assert one.text == "“We have to wait,” said Ann Lee."
    assert list(one.quotes) == extract_quotes(one.text)


def test_missing_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra a page cannot be read: one line with the remedy, and 1."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "page.html").write_text("<p>x</p>", encoding="utf-8")
    result = run("extract", tmp_path / "page.html")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "pip install '.[html]'" in result.stderr


def test_from_says_what_standard_input_holds() -> None:
    """Standard input has no name to tell."""
    result = run("extract", "-f", "jsonl", "--from", "jsonl", text=json.dumps(LINES[0]))
    assert [one.id for one in read_documents(result.stdout.splitlines())] == [{"n": 1}]


def test_byte_order_mark(tmp_path: Path) -> None:
    """A mark in front of UTF-8 is no character of the text."""
    (tmp_path / "a.txt").write_bytes(ANN.encode("utf-8-sig"))
    assert read(run("extract", "-f", "jsonl", tmp_path / "a.txt").stdout)[0][1] == (
        extract_quotes(ANN)
    )


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("tried", ["utf-8", "cp1252"])
def test_utf16_is_told_by_its_bytes(tmp_path: Path, codec: str, tried: str) -> None:
    """Text of two bytes a character is not taken for another; the message names the encoding."""
    path = tmp_path / "a.txt"
    path.write_bytes(ANN.encode(codec))
    result = run("extract", "--encoding", tried, path)
    assert result.exit_code == 2
    named = re.search(r"--encoding (\S+)", result.stderr)
    assert named
    again = run("extract", "-f", "jsonl", "--encoding", named[1], path)
    assert read(again.stdout)[0][1] == extract_quotes(ANN)


# Long runs.


def killed_run(command: list[str], target: Path, lines_wanted: int) -> None:
    """Start a run, and kill it when some lines are written."""
    part = Path(f"{target}.part")
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        while process.poll() is None:
            if part.exists() and part.read_bytes().count(b"\n") >= lines_wanted:
                process.kill()
                break
            time.sleep(0.01)


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_killed_and_resumed(tmp_path: Path) -> None:
    """A run that is killed twice and resumed writes what a run writes that was not."""
    source = tmp_path / "in.jsonl"
    texts = [f"{ANN} Number {number}.\n\n{BOB}" for number in range(80)]
    some = [json.dumps({"id": number % 70, "text": text}) for number, text in enumerate(texts)]
    source.write_text("\n".join(some), encoding="utf-8")
    target = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "quoteattr", "extract", "-f", "jsonl", str(source), "-o"]
    killed_run([*command, str(target)], target, 10)
    assert not target.exists()
    part = Path(f"{target}.part")
    assert 10 <= part.read_bytes().count(b"\n") < 80
    refused = run("extract", "-f", "jsonl", source, "-o", target)
    assert refused.exit_code == 2
    assert "--resume" in refused.stderr
    with part.open("ab") as file:
        file.write(b'{"version": 2, "docu')
    killed_run([*command, str(target), "--resume"], target, 40)
    assert run("extract", "-f", "jsonl", source, "-o", target, "--resume").exit_code == 0
    assert not part.exists()
    whole = run("extract", "-f", "jsonl", source)
    assert target.read_text(encoding="utf-8") == whole.stdout
    assert run("extract", "-f", "jsonl", source, "-o", target, "--resume").exit_code == 0
    assert target.read_text(encoding="utf-8") == whole.stdout


def test_resume_leaves_other_files_alone(folder: Path, tmp_path: Path) -> None:
    """A file that no run wrote stays, byte by byte, and the line that tells it is named."""
    target = tmp_path / "notes.jsonl"
    target.write_text('{"a": 1}\n', encoding="utf-8")
    result = run("extract", "-f", "jsonl", "--resume", "-o", target, folder / "ann.txt")
    assert result.exit_code == 2
    assert "line 1" in result.stderr
    assert target.read_text(encoding="utf-8") == '{"a": 1}\n'


def test_resume_needs_lines_in_a_file(folder: Path) -> None:
    """Only lines of JSON in a file can be gone on with."""
    assert run("extract", "--resume", "-f", "jsonl", folder).exit_code == 2
    assert run("extract", "--resume", "-f", "csv", "-o", folder / "x.csv", folder).exit_code == 2


def test_a_long_text_comes_part_by_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of a part are there before the next is read; lines hold the whole text."""
    monkeypatch.setattr("quoteattr.cli.reading.LONGEST_PART", 400)
    monkeypatch.setattr("quoteattr.text.long_texts.LONGEST_PART", 400)
    path = tmp_path / "long.txt"
    text = "\n\n".join([ANN.strip(), BOB] * 8)
    path.write_text(text, encoding="utf-8")
    expected = extract_quotes(text)
    assert read(run("extract", "-f", "jsonl", path).stdout) == [(str(path), expected)]
    rows = list(csv.DictReader(io.StringIO(run("extract", "-f", "csv", path).stdout)))
    assert [(int(row["start"]), row["text"]) for row in rows] == [
        (quote.content[0].start, quote.text) for quote in expected
    ]
    monkeypatch.chdir(tmp_path)
    table = run("extract", "long.txt").stdout
    assert table.count("long.txt") == 1
    assert table.count("Words") > 1


# Ends.


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [["extract", "ann.txt"], ["extract", "-f", "jsonl", "ann.txt"], ["schema"], ["--help"]],
)
def test_full_disk(folder: Path, arguments: list[str]) -> None:
    """What cannot be written is one line, and ends with 1."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "quoteattr", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path(quoteattr.__file__).parents[1])},
            check=False,
        )
    assert done.stderr == b"quoteattr: cannot write: No space left on device\n"
    assert done.returncode == 1


def test_output_to_a_device(folder: Path) -> None:
    """A device is written to, not replaced."""
    assert run("extract", "-f", "csv", "-o", os.devnull, folder / "ann.txt").exit_code == 0
    assert run("extract", "-f", "jsonl", "-o", os.devnull, folder / "ann.txt").exit_code == 0
    assert not Path(os.devnull).is_file()


def test_annotations_have_the_text_that_they_count_in(folder: Path, tmp_path: Path) -> None:
    """With brat a text that stands in no file is written, whatever its identifier ends with."""
    out = tmp_path / "out"
    records = tmp_path / "in.jsonl"
    records.write_text(json.dumps({"id": "s.txt", "text": BOB}), encoding="utf-8")
    assert run("extract", "-f", "brat", "-o", out, records).exit_code == 0
    assert run("extract", "-f", "brat", "-o", f"{out}/", text=ANN).exit_code == 0
    assert run("extract", "-f", "brat", "-o", out, folder / "more" / "ann.txt").exit_code == 0
    names = {file.name for file in out.iterdir()}
    assert names == {"s.ann", "s.txt", "stdin.ann", "stdin.txt", "ann.ann"}
    assert (out / "s.txt").read_text(encoding="utf-8") == BOB


def test_a_page_for_several_texts_is_refused(folder: Path, tmp_path: Path) -> None:
    """A name that is a file's does not become a directory."""
    target = tmp_path / "page.html"
    result = run("extract", "-f", "html", "-o", target, folder)
    assert result.exit_code == 2
    assert "is no directory" in " ".join(result.stderr.replace("│", " ").split())
    assert not target.exists()
