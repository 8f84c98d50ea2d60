"""The hook for somebody else's coreference: its clusters outweigh all but names."""

from __future__ import annotations

import pickle
import re
from collections.abc import Sequence
from typing import Any

import pytest

from quoteattr import CoreferenceError, QuoteExtractor, SpeakerKind, TextError
from quoteattr.entities.given_clusters import find_clusters
from reading import read

TEXT = (
    "Ann Lee met Rosa Diaz at the quay. The engineer had brought maps. “It will hold,” she said. "
    "“It will not,” the critic wrote."
)


def spans(text: str, *words: str) -> list[tuple[int, int]]:
    """Give the first place of each of the words."""
    return [match.span() for word in words if (match := re.search(rf"\b{word}\b", text))]


def of_diaz(text: str) -> list[list[tuple[int, int]]]:
    """Say that Diaz is the engineer, and "she", and the critic."""
    return [spans(text, "Rosa Diaz", "The engineer", "she", "the critic")]


def speakers(text: str, coreference: Any) -> list[str | None]:
    """Give the names of the speakers."""
    quotes = QuoteExtractor(coreference=coreference).extract(text)
    return [quote.speaker and quote.speaker.name for quote in quotes]


def test_a_cluster_outweighs_pronouns_and_roles() -> None:
    """She and the critic are whom the cluster names."""
    assert speakers(TEXT, lambda _: []) == speakers(TEXT, None) != ["Rosa Diaz", "Rosa Diaz"]
    assert speakers(TEXT, of_diaz) == ["Rosa Diaz", "Rosa Diaz"]


def test_mentions_of_a_cluster_are_the_speakers() -> None:
    """What the cluster holds are mentions of the speaker."""
    quote, *_ = QuoteExtractor(coreference=of_diaz).extract(TEXT)
    assert quote.speaker is not None
    assert {"Rosa Diaz", "she", "the critic"} <= {span.text for span in quote.speaker.mentions}


def test_a_cluster_joins_names() -> None:
    """Two names in one cluster are one person, called by the fuller."""
    text = "Grace Moyo spoke first. “They lost the road,” Mrs Banda said."
    assert speakers(text, None) == ["Banda"]
    assert speakers(text, lambda text: [spans(text, "Grace Moyo", "Mrs Banda")]) == ["Grace Moyo"]


def test_a_cluster_without_names_means_its_first_noun() -> None:
    """Where nobody is named, the speaker is the first noun phrase of the cluster."""
    text = "A nurse met a porter. “I am tired,” she said."
    extractor = QuoteExtractor(coreference=lambda text: [spans(text, "a porter", "she")])
    [quote] = extractor.extract(text)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.kind) == ("a porter", SpeakerKind.UNNAMED)


@pytest.mark.parametrize("cluster", [[], [(0, 3)], [(12, 13), (7, 8)]], ids=repr)
def test_clusters_that_tell_nothing_change_nothing(cluster: Sequence[tuple[int, int]]) -> None:
    """Clusters of one mention, of none, and of other words leave the speakers as they were."""
    assert speakers(TEXT, lambda _: [cluster]) == speakers(TEXT, None)


@pytest.mark.parametrize(
    ("mention", "message"),
    [
        ((0, 9_999), r"\(0, 9999\) is no span of a text of \d+ characters"),
        ((-3, 4), r"\(-3, 4\) is no span"),
        ((5, 5), r"\(5, 5\) is no span"),
        ((1, 2, 3), r"must be \(start, end\), not \(1, 2, 3\)"),
        (7, r"must be \(start, end\), not 7"),
        ((0.5, 3), r"must be \(start, end\), not \(0\.5, 3\)"),
    ],
)
def test_what_is_no_span_is_shown(mention: Any, message: str) -> None:
    """The error of a bad mention shows it, and is a ValueError too."""
    with pytest.raises(CoreferenceError, match=message) as caught:
        find_clusters(read(TEXT), lambda _: [[mention]])
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("clusters", [None, 5, [5], [[(0, 3)], None]], ids=repr)
def test_what_is_no_list_of_clusters_is_shown(clusters: Any) -> None:
    """The error names what the function gave."""
    message = re.escape(f"clusters must be lists of (start, end), not {clusters}")
    with pytest.raises(CoreferenceError, match=message):
        find_clusters(read(TEXT), lambda _: clusters)


def test_heads_of_mentions() -> None:
    """A mention is known by the noun that the others in it hang on; a mark has none."""
    parse = read(TEXT)
    [heads] = find_clusters(parse, lambda text: [[*spans(text, "The engineer"), (33, 34)]])
    assert [parse.words[head] for head in heads] == ["engineer"]


def test_a_bad_cluster_spoils_its_own_text_only() -> None:
    """In a stream the error names the text, and those around it are read."""
    extractor = QuoteExtractor(coreference=lambda _: [[(0, 60)]])
    texts = [TEXT, "“No,” he said.", TEXT]
    first, second, third = extractor.pipe(texts, on_error="yield")
    assert isinstance(second, TextError)
    assert "CoreferenceError: (0, 60) is no span" in str(second)
    assert first == third != []


@pytest.mark.parametrize("n_process", [1, 2])
def test_pipe_asks_for_every_text(n_process: int) -> None:
    """A stream, also in two processes, resolves each text by its clusters."""
    extractor = QuoteExtractor(coreference=of_diaz)
    results = list(extractor.pipe([TEXT] * 3, batch_size=2, n_process=n_process))
    assert results == [extractor.extract(TEXT)] * 3


def test_an_extractor_pickles_with_its_function() -> None:
    """A function of a module survives a process boundary with the extractor."""
    copy = pickle.loads(pickle.dumps(QuoteExtractor(coreference=of_diaz)))  # noqa: S301
    assert copy.extract(TEXT) == QuoteExtractor(coreference=of_diaz).extract(TEXT)


def test_a_doc_is_read_with_clusters_too() -> None:
    """Extracting from a Doc asks for the clusters of its text."""
    extractor = QuoteExtractor(coreference=of_diaz)
    doc = extractor._nlp(TEXT)
    names = [quote.speaker and quote.speaker.name for quote in extractor.extract_doc(doc)]
    assert names == ["Rosa Diaz", "Rosa Diaz"]


def test_offsets_are_those_of_the_text_as_given() -> None:
    """The function gets the text with its markup, and counts in it."""
    text = "<p>Ann Lee met <b>Rosa</b> Diaz.</p>\n<p>&ldquo;It holds,&rdquo; the critic wrote.</p>"
    given: list[str] = []

    def clusters(whole: str) -> list[list[tuple[int, int]]]:
        given.append(whole)
        return [[(0, 3), *spans(whole, "Rosa</b> Diaz", "the critic")]]

    assert speakers(text, clusters) == ["Rosa Diaz"]
    assert given == [text]
    with pytest.raises(CoreferenceError, match=f"of {len(text)} characters"):
        speakers(text, lambda _: [[(0, len(text) + 1)]])
