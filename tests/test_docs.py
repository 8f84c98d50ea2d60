"""The documentation is whole: every module, every page, every example, every link."""

from __future__ import annotations

import importlib.util
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import quoteattr

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "quoteattr"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
BUILDERS = ("sphinx", "myst_parser", "furo")

LEFT_OUT = [ROOT / name for name in ("seeds", ".ci")]  # by the source distribution

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#)([^)#\s]+)")
_PAGE = re.compile(r"\bdocs/[\w-]+\.md\b")
_SEE = re.compile(rf"\bsee (.{{1,80}}?) in[ \n#]+({_PAGE.pattern})")
_NAME = re.compile(r"`(\w+)`")
_PROMPTS = {">>> ": "python", "$ ": "console"}


def modules() -> Iterator[str]:
    """Give the dotted name of every module that can be imported without running a program."""
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        if parts[-1] != "__main__":
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_reference_reaches_every_module() -> None:
    """Each module is described on one of the reference pages, and on one only."""
    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    stages = runpy.run_path(str(ROOT / "docs" / "conf.py"))["stages_page"](reference)
    described = re.findall(r"^\.\. automodule:: (\S+)$", reference + stages, re.MULTILINE)
    assert sorted(described) == sorted(modules())


def test_reference_tells_where_each_public_name_is() -> None:
    """The table on top of the reference holds the names of the contract, and no others."""
    table = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8").split("```")[0]
    names = [name for row in table.splitlines() if row[:3] == "| `" for name in _NAME.findall(row)]
    assert sorted(names) == sorted(quoteattr.__all__)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_are_in_a_language_that_is_run(page: Path) -> None:
    """A block with a prompt is marked as Python or console, the two that conftest.py runs."""
    for language, block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        for prompt, wanted in _PROMPTS.items():
            assert language == wanted or not block.startswith(prompt), block


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository leads to one that is there."""
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        path = (page.parent / target).resolve()
        left_out = any(path.is_relative_to(folder) and not folder.exists() for folder in LEFT_OUT)
        assert left_out or path.exists(), target


def test_what_code_refers_to_is_there() -> None:
    """A page that code names exists, and “see X in docs/…” names a heading or a term of it."""
    files = [ROOT / "pyproject.toml", *SOURCE.rglob("*.py"), *(ROOT / "benchmarks").glob("*.py")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    referred = [found for text in texts for found in _SEE.findall(text)]
    assert referred
    for page in {name for text in texts for name in _PAGE.findall(text)}:
        assert (ROOT / page).is_file(), page
    for title, page in referred:
        lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
        assert title.strip("“”") in {line.lstrip("# ") for line in lines}, (title, page)


@pytest.mark.skipif(not LEFT_OUT[0].exists(), reason="the source distribution leaves the seeds out")
def test_readme_shows_what_comes_out() -> None:
    """Each row of the README's first table is a quotation of the seed document beside it."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    [rows] = re.findall(r"^\| who \|.*\n\|[-|]+\n((?:\|.*\n)+)", page, re.MULTILINE)
    [seed] = set(re.findall(r"quoteattr extract (seeds/\S+)", page))
    quotes = quoteattr.extract_quotes((ROOT / seed).read_bytes().decode("utf-8"))
    found = [
        (quote.speaker.name, quote.speaker.title or "", quote.kind.value, quote.text)
        for quote in quotes
        if quote.speaker
    ]
    for row in rows.splitlines():
        *who, words = (cell.strip() for cell in row.strip("|").split("|"))
        shown = re.compile(".*".join(map(re.escape, words.split("…"))), re.DOTALL)
        assert any([*quote[:3]] == who and shown.fullmatch(quote[3]) for quote in found), row


@pytest.mark.skipif(not LEFT_OUT[1].exists(), reason="the source distribution leaves .ci out")
def test_readme_has_the_command_that_ci_runs() -> None:
    """`.ci/run` takes the command from the README, by the same pattern, and finds just one."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    [pattern] = re.findall(r"grep -E '(.+)' README\.md", script)
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    [command] = [line for line in lines if re.search(pattern, line)]
    assert command not in script


def test_pages_build_without_warnings(tmp_path: Path) -> None:
    """Sphinx builds every page, and nothing in them makes it warn."""
    missing = [name for name in BUILDERS if importlib.util.find_spec(name) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed: pip install -e '.[docs]'")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    done = subprocess.run(  # noqa: S603  # our own command
        [*command, "-d", tmp_path / "trees", ROOT / "docs", tmp_path / "pages"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "pages" / "reference.html").exists()
