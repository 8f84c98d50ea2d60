"""Fitting of chains: weights that make the given labels probable."""

from __future__ import annotations

import attrs

from quoteattr.scoring.sequence_model import label_chains, rows_of, score_rows
from quoteattr.training.chain_fitting import Chain, Search, fit_chains

SEARCH = Search(sparsity=0.0, rarest=1, documents=1)
CHAINS = [
    Chain([["low"], ["high", "tall"]], [["O"], ["B-PER"]], document=str(i)) for i in range(20)
]


def test_what_is_hidden_at_times_shares_the_weight() -> None:
    """A clue that always comes with another gets a weight with which it is enough alone."""
    for hidden in (0.0, 0.5):
        search = attrs.evolve(SEARCH, hidden=hidden)
        model = fit_chains(CHAINS, ["O", "B-PER", "I-PER"], search, {})
        scores = score_rows(model, [rows_of(model, ["low"]), rows_of(model, ["tall"])])
        assert label_chains(model, scores, [2]) == [["O", "B-PER"]]
