"""Repairs of a parse, in their order: the list is what is set right behind the parser."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.repair_adnominal_clauses import hang_noun_clauses, hang_relative_clauses
from quoteattr.syntax.repair_ages import free_ages
from quoteattr.syntax.repair_appositions import restore_appositions
from quoteattr.syntax.repair_brackets import free_bracketed_subjects
from quoteattr.syntax.repair_closing_clauses import restore_closing_clauses
from quoteattr.syntax.repair_closing_verbs import restore_closing_verbs
from quoteattr.syntax.repair_headlines import restore_headlines
from quoteattr.syntax.repair_hyphens import join_hyphenated
from quoteattr.syntax.repair_inserted_clauses import restore_inserted_clauses
from quoteattr.syntax.repair_lead_verbs import restore_lead_verbs
from quoteattr.syntax.repair_name_lists import join_listed_names
from quoteattr.syntax.repair_packed_subjects import free_packed_subjects
from quoteattr.syntax.repair_participles import restore_participles
from quoteattr.syntax.repair_reported_subjects import (
    free_clauses_behind_times,
    free_reported_subjects,
)
from quoteattr.syntax.repair_reporting_clauses import (
    free_media,
    restore_apposed_subjects,
    restore_inverted_subjects,
    restore_readings,
)
from quoteattr.syntax.repair_roles import restore_roles
from quoteattr.syntax.repair_surnames import restore_surnames
from quoteattr.syntax.repair_two_subjects import join_two_subjects
from quoteattr.syntax.tokens import TokenRange

__all__ = ["REPAIRS", "repair"]

REPAIRS: Sequence[Callable[[Sequence[str], Columns, Sequence[TokenRange]], None]] = (
    restore_surnames,  # Will urged
    free_ages,  # the 33-year-old told police
    free_bracketed_subjects,  # Ann Lee (Labour, Leeds East) said
    join_two_subjects,  # Health Agency (HA) director Ann Lee said
    join_listed_names,  # Ann Lee, Bo Ek and Al Orr said
    free_packed_subjects,  # said on Monday rents rose
    free_reported_subjects,  # argued the studies were poor
    free_clauses_behind_times,  # said at the time it was late
    hang_noun_clauses,  # rejected his plea that he slept
    hang_relative_clauses,  # reached villages “that had no word for it”
    restore_participles,  # Lee, asked why, laughed
    restore_closing_clauses,  # The ban was unlawful, the court held.
    restore_lead_verbs,  # Said Ann Lee: “Go.”
    restore_inserted_clauses,  # Sleep, says Ann Lee, is good
    restore_appositions,  # According to the mayor, Ann Lee, it is over
    restore_roles,  # Rangers goalie Ann Lee said
    restore_readings,  # A banner read: “Go.”
    restore_apposed_subjects,  # “Pay now,” the town's clerk, Ann Lee, said
    free_media,  # “No,” said Lee in a letter
    restore_closing_verbs,  # “It is late,” Ann Lee grins.
    restore_inverted_subjects,  # “Pay now,” read the notice
    restore_headlines,  # Tax rise likely, warns bank chief
)


def repair(
    words: Sequence[str],
    columns: Columns,
    sentences: Sequence[TokenRange],
    glued: Sequence[bool],
) -> None:
    """Set a parse right: words with a hyphen first, then all else; the columns are changed.

    Whatever the steps made of an odd text, every token leads up to a root.

    Args:
        words: the tokens.
        columns: their Penn Treebank tags, dependency labels, and heads.
        sentences: (first, behind last) token of each sentence.
        glued: whether no space stands before each token.
    """
    join_hyphenated(words, columns, glued)
    for step in REPAIRS:
        step(words, columns, sentences)
    columns.cut_circles()
