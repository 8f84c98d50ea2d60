"""Matrix products: whose BLAS a pipeline uses, on how many threads."""

from __future__ import annotations

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from quoteattr.syntax.matrix_products import one_thread
from quoteattr.syntax.spacy_parser import load_pipeline


def threads() -> set[int]:
    """Give how many threads the BLAS libraries use."""
    return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}


def test_the_models_multiply_by_numpy() -> None:
    """Every model of the default pipeline leaves its products to numpy."""
    models = [part.model for _, part in load_pipeline().components if hasattr(part, "model")]
    kinds = {node.ops.use_blis for model in models for node in model.walk()}
    assert kinds == {False}


def test_the_last_to_leave_lifts_the_limit() -> None:
    """Inside there is one thread, however often entered; outside it is as before."""
    assert np.ones((2, 2)) @ np.ones((2, 2)) is not None
    before = threads()
    if before == {1}:
        pytest.skip("one thread is all there is")
    limit = one_thread()
    with limit:
        with limit:
            assert threads() == {1}
        assert threads() == {1}
    assert threads() == before
