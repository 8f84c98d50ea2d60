"""Conditional random fields over chains of named features, each token with the labels allowed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

__all__ = ["Chain", "fit_chains", "minimize"]

_Floats = NDArray[np.float64]
_Objective = Callable[[_Floats], tuple[float, _Floats]]
_MEMORY = 8
_SUFFICIENT = 1e-4
_NEVER = -1e4


@attrs.frozen
class Chain:
    """Tokens in a row.

    Attributes:
        features: the features of each token.
        allowed: the labels that each token may have; one where it is known.
        document: where the chain stands; features of too few documents are left out.
    """

    features: Sequence[Sequence[str]]
    allowed: Sequence[frozenset[str]]
    document: str
