"""Token vectors: the pipeline's own net, computed faster."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.syntax import token_vectors
from quoteattr.syntax.spacy_parser import load_pipeline
from quoteattr.syntax.token_vectors import TokenVectors, quicken_vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

SMALL_NET = {"width": 8, "depth": 2, "embed_size": 50, "pretrained_vectors": None}
WORDS = st.sampled_from(
    ["Lee", "said", "“", "No", ",", "”", "Wanjikũ", "it", "its", "It", "2,000", "\n", "  ", "…"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), min_size=1, max_size=5)


def vectors_of(nlp: Language) -> TokenVectors:
    """Give what computes a pipeline's vectors."""
    forward: Any = nlp.get_pipe("tok2vec").model._func
    return forward


def both(nlp: Language, texts: Sequence[str]) -> list[tuple[Any, Any]]:
    """Give for each text the vectors as computed here, and as the net itself gives them."""
    docs = [nlp.make_doc(text) for text in texts]
    ours = nlp.get_pipe("tok2vec").model.predict(docs)
    return list(zip(ours, vectors_of(nlp)._net.predict(docs), strict=True))


def small_pipeline(**settings: object) -> Language:
    """Give a pipeline with a small net that has learned nothing."""
    return pipeline_with({"@architectures": "spacy.HashEmbedCNN.v2", **SMALL_NET, **settings})


def pipeline_with(net: dict[str, object]) -> Language:
    """Give a pipeline with a net of that architecture, computed here if it can be."""
    nlp: Language = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": net})
    nlp.initialize()
    quicken_vectors(nlp)
    return nlp


@given(TEXTS)
def test_the_vectors_are_the_nets_own(texts: list[str]) -> None:
    """Whatever the texts, and whatever was remembered before, the vectors are the same."""
    for ours, theirs in both(load_pipeline(), texts):
        assert ours.shape == theirs.shape
        assert np.allclose(ours, theirs, atol=1e-5)


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for new forms the old are forgotten; the vectors stay right."""
    nlp = small_pipeline()
    monkeypatch.setattr(token_vectors, "_MOST_FORMS", 3)
    for text in ("one two", "three four", "one two three", "four"):
        [(ours, theirs)] = both(nlp, [text])
        assert np.allclose(ours, theirs, atol=1e-5)
        assert len(vectors_of(nlp)._memory) <= 3


@pytest.mark.parametrize("pieces", [1, 2, 3])
@pytest.mark.parametrize("depth", [2, 4])
def test_nets_of_any_size(pieces: int, depth: int) -> None:
    """A net may have any number of layers, and its units any number of pieces."""
    nlp = small_pipeline(maxout_pieces=pieces, depth=depth)
    for ours, theirs in both(nlp, ["Ann Lee said no.", "", "It rained."]):
        assert np.allclose(ours, theirs, atol=1e-5)


def test_a_net_may_see_one_trait_of_each_word() -> None:
    """A net that embeds the norm of words alone is computed like any other."""
    embedding = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 8,
        "attrs": ["NORM"],
        "rows": [50],
        "include_static_vectors": False,
    }
    encoder = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 8,
        "depth": 2,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    net = {"@architectures": "spacy.Tok2Vec.v2", "embed": embedding, "encode": encoder}
    nlp = pipeline_with(net)
    assert isinstance(vectors_of(nlp), TokenVectors)
    [(ours, theirs)] = both(nlp, ["Ann Lee said no."])
    assert np.allclose(ours, theirs, atol=1e-5)


def test_other_nets_stay_as_they_are() -> None:
    """A net that looks further to each side is left alone."""
    nlp = small_pipeline(window_size=2)
    assert not isinstance(vectors_of(nlp), TokenVectors)


def test_a_net_still_learns() -> None:
    """In training the net itself runs, and says how to learn."""
    nlp = small_pipeline()
    docs = [nlp.make_doc("Ann Lee said no.")]
    rows, learn = nlp.get_pipe("tok2vec").model.begin_update(docs)
    assert rows[0].shape == (5, 8)
    learn(rows)
    assert nlp.get_pipe("tok2vec").model.get_gradients()


def test_a_pipeline_can_be_pickled() -> None:
    """A copy of the pipeline, as processes get one, gives the same vectors."""
    nlp = small_pipeline()
    copy = pickle.loads(pickle.dumps(nlp))  # noqa: S301  # our own
    [(ours, _)], [(theirs, _)] = both(nlp, ["Lee said no."]), both(copy, ["Lee said no."])
    assert isinstance(vectors_of(copy), TokenVectors)
    assert np.array_equal(ours, theirs)
