"""Benchmarks, world: predictions matched with annotated quotations, and the figures of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import attrs
import pytest

ROOT = Path(__file__).parent.parent
if not (ROOT / "benchmarks").exists():
    pytest.skip("the source distribution leaves the benchmarks out", allow_module_level=True)

sys.path.insert(0, str(ROOT / "benchmarks"))

import world  # noqa: E402
from quoteattr.corpora.standoff import as_standoff  # noqa: E402
from quoteattr.records import Quote, QuoteKind, Span, Speaker, SpeakerKind  # noqa: E402

TEXT = "“Ice is near,” said Mrs Ines Falk, a pilot. She said the port would shut. Fog fell."
FALK = Speaker(name="Ines Falk", kind=SpeakerKind.PERSON, title="pilot")
PERSON = {
    "id": "s1",
    "name": "Ines Falk",
    "kind": "person",
    "titles": ["pilot"],
    "main_title": "pilot",
}


@pytest.fixture
def article(tmp_path: Path) -> world.AnnotatedArticle:
    """Read an article with a direct, an indirect and an optional quotation."""
    quotes = [
        {"kind": "direct", "content": ["Ice is near,"], "cue": "said", "source": "Mrs Ines Falk"},
        {"kind": "indirect", "content": ["the port would shut"], "cue": "said", "source": "She"},
        {"kind": "indirect", "content": ["Fog fell"], "optional": True},
    ]
    plain = {"p": 1, "cue": None, "source": None, "speaker": "s1"}
    record = {"speakers": [PERSON], "quotes": [{**plain, **quote} for quote in quotes]}
    for part in ("text", "gold"):
        (tmp_path / part).mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold" / "a.json").write_text(json.dumps(record), encoding="utf-8")
    (found,) = world.read(tmp_path)
    return found


def quote(
    words: str, kind: QuoteKind = QuoteKind.INDIRECT, speaker: Speaker | None = FALK
) -> Quote:
    """Make a record of words that the text has once."""
    start = TEXT.index(words)
    content = (Span(start=start, end=start + len(words), text=words),)
    verbatim = () if kind is QuoteKind.INDIRECT else content
    return Quote(kind=kind, content=content, verbatim=verbatim, speaker=speaker, confidence=0.9)


def right() -> list[Quote]:
    """Give what should be found."""
    return [quote("Ice is near,", QuoteKind.DIRECT), quote("the port would shut")]


def reached(article: world.AnnotatedArticle, quotes: list[Quote]) -> dict[str, float]:
    """Give the figures of some predictions."""
    return world.figures(world.count(article, quotes))


@pytest.mark.parametrize("labelled", [False, True])
def test_offsets_are_laid_over_a_folder_of_texts(
    article: world.AnnotatedArticle, tmp_path: Path, *, labelled: bool
) -> None:
    """Texts stand in files, or as labelled words, and the annotations in a file of their own."""
    folder = tmp_path / "text"
    if labelled:
        folder = tmp_path / "words"
        folder.mkdir()
        (folder / "a.tsv").write_text("Fog\tO\nfell\tO\n.\tO\n", encoding="utf-8")
        text = world.compose_articles(folder)["a"]
        article = attrs.evolve(article, text=text, speakers=(), quotations=())
    offsets = tmp_path / "offsets.jsonl"
    offsets.write_text(json.dumps(as_standoff(article)) + "\n", encoding="utf-8")
    (found,) = world.read(folder, offsets)
    assert (found.text, len(found.quotations)) == (article.text, len(article.quotations))


def test_everything_right(article: world.AnnotatedArticle) -> None:
    """Optional quotations may be missing; confidence is off by what it lacks to certainty."""
    figures = reached(article, right())
    perfect = (
        "found_R",
        "marked_P",
        "indirect_P",
        "name_F1",
        "acc_name",
        "acc_pronoun",
        "main_acc",
    )
    assert [figures[name] for name in perfect] == [1.0] * len(perfect)
    assert figures["optional_found"] == 0
    assert figures["ece"] == pytest.approx(0.1)


def test_what_lies_outside_is_false(article: world.AnnotatedArticle) -> None:
    """A false quotation costs the precision of its sort, a repeat of annotated words none."""
    figures = reached(article, [*right(), quote("a pilot"), quote("the port")])
    assert figures["indirect_P"] == pytest.approx(2 / 3)
    assert figures["marked_P"] == 1


def test_most_of_the_content_must_be_there(article: world.AnnotatedArticle) -> None:
    """Half of a quotation is not found, and is not false either."""
    figures = reached(article, [quote("Ice", QuoteKind.DIRECT)])
    assert (figures["direct_R"], figures["marked_P"]) == (0, 1)


@pytest.mark.parametrize(
    ("name", "equal", "like"),
    [
        ("Mrs. Ines Falk’s", True, True),
        ("Falk", False, True),
        ("Ines", False, False),
        ("Olga Falk", False, False),
    ],
)
def test_names(article: world.AnnotatedArticle, *, name: str, equal: bool, like: bool) -> None:
    """Honorifics do not count; a last name alone is like the name, but not equal."""
    speaker = attrs.evolve(FALK, name=name)
    figures = reached(article, [quote("Ice is near,", QuoteKind.DIRECT, speaker)])
    assert (figures["name_F1_strict"] > 0, figures["name_acc"] == 1) == (equal, like)


def test_a_wrong_title_is_no_title(article: world.AnnotatedArticle) -> None:
    """Titles are judged where the name is right."""
    speaker = attrs.evolve(FALK, title="baker")
    figures = reached(article, [quote("Ice is near,", QuoteKind.DIRECT, speaker)])
    assert (figures["title_acc"], figures["name_acc"]) == (0, 1)


def test_verdicts_are_of_the_required(article: world.AnnotatedArticle) -> None:
    """A quotation is right when it is found with the right name."""
    other = Speaker(name="Port", kind=SpeakerKind.ORGANIZATION)
    quotes = [right()[0], quote("the port would shut", speaker=other)]
    assert list(world.right_quotations(article, quotes).values()) == [True, False]
