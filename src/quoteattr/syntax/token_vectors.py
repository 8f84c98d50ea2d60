"""Token vectors: what a pipeline makes of each word and its neighbours, at half of the cost.

The net is the pipeline's own, a window encoder over hash embeddings (M. Honnibal: “Embed, encode,
attend, predict”, 2016). What it embeds depends on a word's form alone and is remembered; the layers
above share their buffers.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model

    Floats: TypeAlias = NDArray[np.float32]
    _Model: TypeAlias = Model[Any, Any]

__all__ = ["TokenVectors", "quicken_vectors"]

_MOST_FORMS = 16_384  # remembered at a time: ten megabytes
_LAYER = "maxout>>layernorm>>dropout"
_WINDOW = rf"residual\(expand_window>>{_LAYER}\)"
_KNOWN_NET = re.compile(
    r"extract_features>>list2ragged"
    r">>with_array\(ints-getitem>>hashembed(\|ints-getitem>>hashembed)*\)"
    rf">>with_array\({_LAYER}\)>>ragged2list>>with_array\({_WINDOW}(>>{_WINDOW})*\)"
)
_LEAST_VARIANCE = 1e-8


def quicken_vectors(nlp: Language) -> None:
    """Let a pipeline compute its token vectors by `TokenVectors`, if its net is of the known shape.

    The vectors stay the same but for the last digits.
    """
    from spacy.pipeline import Tok2Vec  # noqa: PLC0415  # importing quoteattr must not import spaCy
    from thinc.api import Model  # noqa: PLC0415

    for _, part in nlp.components:
        if isinstance(part, Tok2Vec) and _is_known(part.model):
            net: _Model = part.model
            dims = {name: net.maybe_get_dim(name) for name in net.dim_names}
            part.model = Model(
                net.name, TokenVectors.of(net), layers=net.layers, dims=dims, ops=net.ops
            )


def _is_known(net: _Model) -> bool:
    """Tell whether a net has the shape that is computed here, and lies in main memory."""
    from thinc.api import NumpyOps  # noqa: PLC0415

    nodes = list(net.walk())
    windows = {node.attrs["window_size"] for node in nodes if node.name == "expand_window"}
    return (
        _KNOWN_NET.fullmatch(net.name) is not None
        and windows == {1}
        and all(type(node.ops) is NumpyOps for node in nodes)
    )


@attrs.frozen(eq=False)
class _Layer:
    """A maxout layer, and the norm behind it."""

    weights: Floats  # the pieces of all units side by side: the first of each, the second …
    bias: Floats
    pieces: int
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: _Model, norm: _Model) -> _Layer:
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        gain: Any = norm.get_param("G")
        shift: Any = norm.get_param("b")
        units, pieces, inputs = weights.shape
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, pieces * units)),
            np.ascontiguousarray(bias.T.reshape(-1)),
            pieces,
            gain,
            shift,
        )

    def __call__(self, inputs: Floats, products: Floats) -> Floats:
        """Give one row for each row of inputs; the products are written over."""
        np.matmul(inputs, self.weights, out=products)
        products += self.bias
        return self._normed(functools.reduce(np.maximum, np.split(products, self.pieces, axis=1)))

    def _normed(self, rows: Floats) -> Floats:
        rows -= rows.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + _LEAST_VARIANCE
        rows *= (variance**-0.5)[:, np.newaxis]
        rows *= self.gain
        rows += self.shift
        return rows


@attrs.define(eq=False)
class TokenVectors:
    """The forward pass of a net; what it remembers of words changes no result."""

    _net: _Model
    _columns: list[int | str]
    _embedding: Sequence[_Model]
    _layers: Sequence[_Layer]
    _pad: int
    _memory: dict[bytes, Floats] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, net: _Model) -> TokenVectors:
        """Read the weights of a net off it; what is learned later is not seen."""
        embed, encode = net.layers
        features, _, hashed, mixed, _ = embed.layers
        nodes = list(encode.walk(order="dfs_pre"))
        maxouts = [node for node in nodes if node.name == "maxout"]
        norms = [node for node in nodes if node.name == "layernorm"]
        return cls(
            net,
            features.attrs["columns"],
            [hashed.layers[0], mixed.layers[0]],
            [*map(_Layer.of, maxouts, norms)],
            encode.attrs["pad"],
        )

    def __call__(self, _: _Model, docs: Sequence[Doc], is_train: bool) -> tuple[Any, Any]:  # noqa: FBT001  # as thinc calls it
        """Give the vectors of each Doc's tokens, and how to learn from them."""
        if is_train or not any(map(len, docs)):
            return self._net(docs, is_train)
        tables = [doc.to_array(self._columns) for doc in docs]
        forms = np.concatenate(tables).reshape(-1, len(self._columns))
        return self._encoded(self._embedded(forms), [*map(len, docs)]), _cannot_learn

    def _embedded(self, forms: NDArray[np.uint64]) -> Floats:
        """Give the vector of each form, by itself."""
        keys = forms.view(f"S{forms.shape[1] * forms.itemsize}").ravel().tolist()
        known = [*map(self._memory.get, keys)]
        places = {key: place for place, key in enumerate(keys) if known[place] is None}
        fresh = dict(zip(places, self._computed(forms[[*places.values()]]), strict=True))
        self._remember(fresh)
        rows = [fresh[key] if row is None else row for key, row in zip(keys, known, strict=True)]
        return np.concatenate(rows).reshape(len(rows), -1)

    def _computed(self, rows: Any) -> Any:
        for layer in self._embedding:
            rows = layer.predict(rows)
        return rows

    def _remember(self, fresh: dict[bytes, Floats]) -> None:
        if len(self._memory) + len(fresh) > _MOST_FORMS:
            self._memory.clear()
        self._memory.update(fresh)

    def _encoded(self, embedded: Floats, lengths: Sequence[int]) -> list[Floats]:
        """Read each word in its surroundings; between two texts lie rows of zeros."""
        total, width = len(embedded) + self._pad * (len(lengths) + 1), embedded.shape[1]
        edges = np.cumsum(lengths)
        ends = edges + self._pad * np.arange(1, len(lengths) + 1)
        starts = ends - lengths
        rows = np.zeros((total, width), dtype=np.float32)
        for text, place in zip(np.split(embedded, edges[:-1]), starts, strict=True):
            rows[place : place + len(text)] = text
        windows = np.zeros((total, 3 * width), dtype=np.float32)
        products = np.empty((total, len(self._layers[0].bias)), dtype=np.float32)
        for layer in self._layers:
            _slide(rows, windows)
            rows += layer(windows, products)
        return [rows[start:end] for start, end in zip(starts, ends, strict=True)]


def _slide(rows: Floats, windows: Floats) -> None:
    """Write each row between its neighbours; the first has none before it, the last none behind."""
    before, here, behind = np.split(windows, 3, axis=1)
    before[1:], here[:], behind[:-1] = rows[:-1], rows, rows[1:]


def _cannot_learn(_: Iterable[Floats]) -> Sequence[Doc]:
    return []
