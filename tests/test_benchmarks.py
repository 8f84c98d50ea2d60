"""The benchmarks: the corpus they build, the figures they compute, the gate that holds them."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import attrs
import pytest

ROOT = Path(__file__).parent.parent
if not (ROOT / "seeds").exists():
    pytest.skip("the source distribution leaves the seeds out", allow_module_level=True)

sys.path.insert(0, str(ROOT / "benchmarks"))

import ablation  # noqa: E402
import compare  # noqa: E402
import corpus  # noqa: E402
import gate  # noqa: E402
import mutations  # noqa: E402
import polnear  # noqa: E402
import speed  # noqa: E402
from quoteattr import extract_quotes  # noqa: E402
from quoteattr.attribution.decisions import load_models  # noqa: E402
from quoteattr.records import Quote, QuoteKind, Span, Speaker, SpeakerKind  # noqa: E402

TEXT = "“Go now,” said Ann Lee. The dam, he argued, would “hold for years.” The “office” shut."

STANDOFF = """\
T1\tContent 0 9\t“Go now,”
T2\tCue 10 14\tsaid
T3\tSource 15 22\tAnn Lee
E1\tAttribution:T2 Content:T1 Cue:T2 Source:T3
T4\tContent 24 31;44 67\tThe dam would “hold for years.”
T5\tCue 36 42\targued
T6\tSource 33 35\the
E2\tAttribution:T5 Content:T4 Cue:T5 Source:T6
"""


def quote(
    *words: str,
    kind: QuoteKind = QuoteKind.DIRECT,
    verbatim: tuple[str, ...] | None = None,
    source: str | None = None,
    text: str = TEXT,
) -> Quote:
    """Make a record out of words that the text has once."""

    def spans(wanted: tuple[str, ...]) -> tuple[Span, ...]:
        starts = [text.index(one) for one in wanted]
        return tuple(
            Span(start=start, end=start + len(one), text=one)
            for start, one in zip(starts, wanted, strict=True)
        )

    content = spans(words)
    return Quote(
        kind=kind,
        content=content,
        verbatim=content if verbatim is None else spans(verbatim),
        source=spans((source,))[0] if source else None,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a compartment of one article, and one that nobody annotated."""
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "dam.txt").write_text(TEXT, "utf-8")
    (tmp_path / "text" / "other.txt").write_text("Nothing.", "utf-8")
    (tmp_path / "attributions" / "dam_1.ann").write_text(STANDOFF, "utf-8")
    (tmp_path / "attributions" / "dam_2.ann").write_text("", "utf-8")
    return tmp_path


@pytest.fixture
def article(folder: Path) -> polnear.AttributedArticle:
    """Read the article."""
    (article,) = polnear.read_articles(folder)
    return article


def test_the_first_annotator_counts(article: polnear.AttributedArticle) -> None:
    """Articles without annotation are left out; of several annotators the first is read."""
    assert article.name == "dam"
    assert [triple.source for triple in article.triples] == [((15, 22),), ((33, 35),)]
    assert article.triples[1].content == ((24, 31), (44, 67))


def test_a_span_defined_later_does_not_count(folder: Path) -> None:
    """Standoff is read in file order, as the figures are defined."""
    lines = STANDOFF.splitlines(keepends=True)
    lines.insert(3, lines.pop(0))
    (folder / "attributions" / "dam_1.ann").write_text("".join(lines), "utf-8")
    (article,) = polnear.read_articles(folder)
    assert [triple.content for triple in article.triples] == [(), ((24, 31), (44, 67))]


def test_marked_stretches_have_their_attribution(article: polnear.AttributedArticle) -> None:
    """A stretch belongs to the attribution that has half of it, a scare quote to none."""
    found = [(TEXT[one.start : one.end], one.triple) for one in polnear.find_marked(article)]
    assert found == [
        ("“Go now,”", article.triples[0]),
        ("“hold for years.”", article.triples[1]),
        ("“office”", None),
    ]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ('A 6" board. "Yes," he said.', ['"Yes,"']),
        ("“It runs on.\n“And ends.”", ["“It runs on.", "“And ends.”"]),
        ("Stray” one. “Then this.”", ["“Then this.”"]),
        ("“One “two” three”", ["“One “two”"]),
        ("The end: “", []),
    ],
)
def test_marks_pair_line_by_line(text: str, stretches: list[str]) -> None:
    """Inches and stray marks are passed over; a line's end closes what is open."""
    article = polnear.AttributedArticle(name="", text=text, triples=())
    assert [text[one.start : one.end] for one in polnear.find_marked(article)] == stretches


def test_perfect_predictions_score_one(article: polnear.AttributedArticle) -> None:
    """What repeats the annotation has every figure at 1."""
    quotes = (
        quote("Go now,", source="Ann Lee"),
        quote(
            "The dam",
            "would “hold for years.”",
            kind=QuoteKind.MIXED,
            verbatim=("hold for years.",),
            source="he argued",
        ),
    )
    figures = polnear.figures(polnear.count(article, quotes))
    assert figures.pop("missing") == 0
    assert set(figures.values()) == {1.0}
    assert polnear.right_segments(article, quotes) == {(0, 9): True, (50, 67): True}


def test_each_error_lowers_its_figures(article: polnear.AttributedArticle) -> None:
    """A wrong source, a repetition, a missed and an invented quotation, counted by hand."""
    quotes = (
        quote("Go now,", source="The dam"),
        quote("now,", source="Ann Lee"),
        quote("office"),
    )
    figures = polnear.figures(polnear.count(article, quotes))
    assert figures == pytest.approx(
        {
            "direct_P": 1 / 2,
            "direct_R": 1 / 2,
            "direct_F1": 1 / 2,
            "source_acc": 0.0,
            "direct_e2e_F1": 0.0,
            "exact_span_F1": 2 / 5,
            "all_P": 1 / 3,
            "all_R": 1 / 2,
            "all_F1": 2 / 5,
            "all_source_acc": 0.0,
            "speech_R": 1 / 2,
            "speech_source_acc": 0.0,
            "missing": 0,
        }
    )
    assert polnear.right_segments(article, quotes) == {(0, 9): False, (50, 67): False}


def test_an_article_without_prediction_is_missing(article: polnear.AttributedArticle) -> None:
    """It counts as one on which nothing was found."""
    figures = polnear.score([article], {})
    assert figures["missing"] == 1
    assert figures["direct_R"] == figures["speech_R"] == 0.0


def test_indirect_records_do_not_cover_marks(article: polnear.AttributedArticle) -> None:
    """Marked words count as found only in a direct or mixed record."""
    said = quote("Go now,", kind=QuoteKind.INDIRECT, verbatim=(), source="Ann Lee")
    figures = polnear.figures(polnear.count(article, [said]))
    assert figures["direct_R"] == 0.0
    assert figures["all_R"] == 1 / 2


def test_offsets_survive_rewriting() -> None:
    """Every offset outside the pieces moves with its character."""
    text, places = corpus.rewrite("ab“cd”e", [(2, 3, "``"), (5, 6, "''")])
    assert text == "ab``cd''e"
    assert [places[i] for i in (0, 2, 3, 5, 6, 7)] == [0, 2, 4, 6, 8, 9]


TEXTS = {text.name: text for text in corpus.build()}


def test_every_style_has_every_quotation() -> None:
    """Two documents, each as it is, in eight styles, with other line ends and other names."""
    assert len(TEXTS) == 2 * (1 + len(corpus.STYLES) + 2)
    for text in TEXTS.values():
        document, _ = text.name.split("/")
        plain = TEXTS[f"{document}/original"]
        assert [one.name for one in text.quotes] == [one.name for one in plain.quotes]


def letters(words: str) -> str:
    """Leave only what no style changes."""
    return "".join(character for character in words if character.isalnum())


@pytest.mark.parametrize("name", [name for name in TEXTS if "/renamed" not in name])
def test_the_gold_moves_with_the_words(name: str) -> None:
    """In every style the spans hold the letters that they hold in the original."""
    text = TEXTS[name]
    plain = TEXTS[f"{name.split('/', maxsplit=1)[0]}/original"]
    for ours, theirs in zip(text.quotes, plain.quotes, strict=True):
        for spans in ("content", "verbatim"):
            assert [letters(text.text[s:e]) for s, e in getattr(ours, spans)] == [
                letters(plain.text[s:e]) for s, e in getattr(theirs, spans)
            ]
        if ours.speaker:
            assert ours.speaker in text.text


@pytest.mark.parametrize("name", [name for name in TEXTS if "/renamed" in name])
def test_renamed_gold_is_in_the_text(name: str) -> None:
    """The new names and titles stand in the new text, and the source spans hold the new names."""
    text = TEXTS[name]
    for gold in text.quotes:
        assert all(words in text.text for words in (gold.speaker or "", *gold.titles[:1]))
    sources = {gold.name: text.text[slice(*gold.source)] for gold in text.quotes if gold.source}
    assert "Ministry" in sources["q1"]


def test_the_corpus_can_be_read_back(tmp_path: Path) -> None:
    """What the command writes is what `read` gives."""
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(map(corpus.line, TEXTS.values())), "utf-8")
    assert {text.name: text for text in corpus.read(path)} == TEXTS


def gold_quotes(text: corpus.Text) -> list[Quote]:
    """Make the records that are right to the last field."""

    def spans(places: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
        return tuple(Span(start=s, end=e, text=text.text[s:e]) for s, e in places)

    return [
        Quote(
            kind=QuoteKind(gold.kinds[0]),
            content=spans(gold.content),
            verbatim=spans(gold.verbatim),
            source=spans((gold.source,))[0] if gold.source else None,
            speaker=Speaker(
                name=gold.speaker,
                kind=SpeakerKind.PERSON,
                title=gold.titles[0] if gold.titles else None,
            )
            if gold.speaker
            else None,
        )
        for gold in text.quotes
        if gold.required
    ]


def test_a_perfect_system_has_every_figure_at_one() -> None:
    """Records made from the gold are right by every figure, and every verdict is good."""
    counts: Counter[str] = Counter()
    for text in TEXTS.values():
        quotes = gold_quotes(text)
        counts.update(compare.count(text, quotes))
        assert all(compare.verdicts(text, quotes).values())
    assert {name: figure(counts) for name, figure in compare.FIGURES.items()} == dict.fromkeys(
        compare.FIGURES, 1.0
    )


def test_a_wrong_name_lowers_the_name_figures_alone() -> None:
    """Detection and source stay at 1."""
    text = TEXTS["000_9af54f7ff8f97bb9/original"]
    nobody = Speaker(name="Nobody", kind=SpeakerKind.PERSON)
    quotes = [attrs.evolve(one, speaker=nobody) for one in gold_quotes(text)]
    counts = Counter(compare.count(text, quotes))
    figures = {name: figure(counts) for name, figure in compare.FIGURES.items()}
    assert (figures["F1"], figures["source"]) == (1.0, 1.0)
    assert (figures["name"], figures["name e2e"]) == (0.0, 0.0)
    assert not any(compare.verdicts(text, quotes).values())


def test_a_system_that_raises_is_counted() -> None:
    """The texts that it raises on hold nothing."""

    def broken(_: str) -> list[Quote]:
        raise ValueError

    counts = compare.run(broken, TEXTS.values())
    assert counts["raised"] == len(TEXTS)
    assert compare.FIGURES["recall"](counts) == 0.0
    assert "raised      22" in compare.table({"broken": counts})


RESULT = gate.Result("abc", {"F1": 0.9}, {"a": True, "b": False, "c": True})


@pytest.mark.parametrize(
    ("floor", "shortfalls"),
    [
        ({"checksum": "abc", "figures": {"F1": 0.9}}, 0),
        ({"checksum": "abc", "figures": {"F1": 0.91}}, 1),
        ({"checksum": "abc", "figures": {"recall": 0.5}}, 1),
        ({"checksum": "xyz", "figures": {"F1": 0.1}}, 1),
    ],
)
def test_the_gate_holds_the_floors(floor: dict[str, object], shortfalls: int) -> None:
    """A lower or missing figure and a changed corpus fail; a corpus without a floor passes."""
    assert len(gate.shortfalls({"seeds": floor}, {"seeds": RESULT})) == shortfalls
    assert gate.shortfalls({}, {"seeds": RESULT}) == []


def test_floors_only_go_up() -> None:
    """The higher of floor and figure stands; other corpora keep their floors."""
    floors = {
        "seeds": {"checksum": "abc", "figures": {"F1": 0.95}},
        "other": {"checksum": "x", "figures": {"F1": 0.5}},
    }
    assert gate.lifted(floors, {"seeds": RESULT}, reset=False) == floors
    new = gate.lifted(floors, {"seeds": RESULT}, reset=True)
    assert new["seeds"]["figures"] == {"F1": 0.9}
    assert new["other"] == floors["other"]


def test_a_changed_corpus_needs_a_reset() -> None:
    """Figures on another corpus are no measure of progress."""
    floors = {"seeds": {"checksum": "xyz", "figures": {"F1": 0.1}}}
    with pytest.raises(ValueError, match="--reset"):
        gate.lifted(floors, {"seeds": RESULT}, reset=False)


def test_gains_and_losses_are_listed_by_case() -> None:
    """Only cases of both sides that changed are listed."""
    new = {"a": False, "b": True, "c": True, "d": True}
    assert gate.gains_and_losses(RESULT.verdicts, new) == ["- a", "+ b"]


def test_contestants_take_turns() -> None:
    """Every contestant sees every text once, and goes first in its turn."""
    calls: list[str] = []
    texts = [str(number) for number in range(40)]
    seen: dict[str, list[str]] = {"a": [], "b": []}

    def contestant(name: str) -> speed.Contestant:
        def work(chunk: object) -> None:
            calls.append(name)
            seen[name] += chunk

        return work

    seconds = speed.interleaved({name: contestant(name) for name in seen}, texts)
    assert calls == ["a", "b", "b", "a", "a", "b"]
    assert seen == {"a": texts, "b": texts}
    assert set(seconds) == {"a", "b"}


@pytest.mark.parametrize("rule", ablation.rules())
def test_a_rule_is_switched_off_and_on_again(rule: str) -> None:
    """Without a rule its table lacks that row alone, and has it again afterwards."""
    before = ablation.rules()
    with ablation.without_rule(rule):
        assert ablation.rules() == [name for name in before if name != rule]
    assert ablation.rules() == before


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The pass, known as “the Needle”, closes in winter.", "NAMING_RULES: known as"),
        ("He hopes that the gate is shut.", "EXCLUSIONS: state of mind"),
        ("“I never slept,” said Tom “Tiger” Ruane, a jockey.", "NAMING_RULES: nickname"),
    ],
)
def test_rules_that_apply_are_noted(text: str, rule: str) -> None:
    """Only rules that say anything of a text are named, and what is found stays the same."""
    before = extract_quotes(text)
    with ablation.watched_rules() as applied:
        assert extract_quotes(text) == before
    assert rule in applied < set(ablation.rules())
    assert "RELAYING_RULES: reported inside" not in applied


def test_features_are_left_out_by_their_prefix() -> None:
    """Only the weights of one model whose names begin so are gone."""
    models = load_models()
    less = ablation.without_features(models, "cues", "stem=")
    gone = models.cues.weights.keys() - less.cues.weights.keys()
    assert gone == {name for name in models.cues.weights if name.startswith("stem=")} != set()
    assert less.contents is models.contents
    assert ("cues", "stem=") in list(ablation.switches(models))


def test_every_fault_can_still_be_put_in(tmp_path: Path) -> None:
    """Each row of the mutation run names words that stand once in the code, and tests there are."""
    for fault in mutations.FAULTS:
        path = tmp_path / "src" / "quoteattr" / fault.file
        path.parent.mkdir(parents=True, exist_ok=True)
        source = mutations.ROOT / "src" / "quoteattr" / fault.file
        path.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
        mutations.put_in(fault, tmp_path)
        assert all((mutations.ROOT / test).exists() for test in fault.tests.split())
    assert len(mutations.FAULTS) == 20
