"""Sentences as a parser misread them, one or two for each repair, and any that are like them."""

from __future__ import annotations

from hypothesis import strategies as st

import strategies
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.tokens import TokenRange

__all__ = ["MISREADINGS", "misreading", "misreadings"]

MISREADINGS = {
    "restore_surnames": (
        "Karim/NNP/nsubj/1 Said/VBD/ROOT/1 his/PRP$/poss/3 brother/NN/nsubj/4 watched/VBD/ccomp/1"
    ),
    "free_ages": (
        "The/DT/det/7 33/CD/nummod/3 -/HYPH/punct/3 year/NN/npadvmod/5 -/HYPH/punct/5 "
        "old/JJ/amod/7 told/VBD/amod/7 police/NNS/ROOT/7 he/PRP/nsubj/9 was/VBD/relcl/7 "
        "innocent/JJ/acomp/9"
    ),
    "free_bracketed_subjects": (
        "Jo/NNP/compound/1 Day/NNP/ROOT/1 (/-LRB-/punct/8 Labour/NNP/nsubj/8 ,/,/punct/3 "
        "Leeds/NNPS/compound/6 East/NNP/appos/3 )/-RRB-/punct/3 said/VBD/parataxis/1 "
        "no/UH/intj/8"
    ),
    "join_two_subjects": (
        "The/DT/det/2 Fleet/NNP/compound/2 spokesperson/NN/nsubj/9 for/IN/prep/2 "
        "naval/JJ/amod/5 affairs/NNS/pobj/3 Captain/NNP/compound/8 Ann/NNP/compound/8 "
        "Lee/NNP/nsubj/9 said/VBD/ROOT/9 no/UH/intj/9"
    ),
    "join_listed_names": (
        "Ann/NNP/compound/1 Lee/NNP/nsubj/8 ,/,/punct/1 Bo/NNP/compound/4 Ek/NNP/appos/1 "
        "and/CC/cc/4 Al/NNP/compound/7 Orr/NNP/conj/4 left/VBD/ROOT/8"
    ),
    "free_packed_subjects": (
        "Lee/NNP/nsubj/1 said/VBD/ROOT/1 on/IN/prep/1 Monday/NNP/compound/4 rents/NNS/pobj/2 "
        "had/VBD/aux/6 risen/VBN/ccomp/1"
    ),
    "free_reported_subjects": (
        "Lee/NNP/nsubj/1 argued/VBD/ROOT/1 the/DT/det/3 tests/NNS/dobj/1 last/JJ/amod/5 "
        "year/NN/npadvmod/1 were/VBD/ccomp/1 poor/JJ/acomp/6"
    ),
    "free_clauses_behind_times": (
        "Lee/NNP/nsubj/1 said/VBD/ROOT/1 for/IN/prep/1 the/DT/det/5 first/JJ/amod/5 "
        "time/NN/pobj/2 that/WDT/advmod/8 she/PRP/nsubj/8 slept/VBD/relcl/5"
    ),
    "hang_noun_clauses": (
        "The/DT/det/1 court/NN/nsubj/2 dismissed/VBD/ROOT/2 his/PRP$/poss/4 claim/NN/dobj/2 "
        "that/IN/mark/7 he/PRP/nsubj/7 slept/VBD/ccomp/2"
    ),
    "hang_relative_clauses": (
        "Lee/NNP/nsubj/1 said/VBD/ROOT/1 it/PRP/nsubj/3 reached/VBD/ccomp/1 "
        "towns/NNS/dobj/3 “/``/punct/7 that/WDT/nsubj/7 slept/VBD/ccomp/1 ”/''/punct/1"
    ),
    "restore_participles": (
        "Falk/NN/nsubj/2 ,/,/punct/0 asked/VBD/ROOT/2 if/IN/mark/5 he/PRP/nsubj/5 "
        "was/VBD/ccomp/2 sorry/JJ/acomp/5 ,/,/punct/2 shook/VBD/ccomp/2 his/PRP$/poss/10 "
        "head/NN/dobj/8"
    ),
    "restore_closing_clauses": (
        "The/DT/det/1 ban/NN/nsubj/2 was/VBD/ROOT/2 unlawful/JJ/acomp/2 ,/,/punct/2 "
        "the/DT/det/6 court/NN/appos/1 held/VBN/acl/6 on/IN/prep/7 Tuesday/NNP/pobj/8 "
        "././punct/2"
    ),
    "restore_lead_verbs": (
        "Said/VBN/amod/1 mayor/NN/compound/3 Ines/NNPS/compound/3 Falk/NNP/dobj/7 "
        ":/:/punct/3 “/``/punct/3 We/PRP/nsubj/7 lost/VBD/ROOT/7 ././punct/7 ”/''/punct/7"
    ),
    "restore_inserted_clauses": (
        "Rust/NNP/nsubj/2 ,/,/punct/2 explains/VBZ/ROOT/2 mechanic/JJ/compound/5 "
        "Tim/NNP/compound/5 Ash/NNP/nsubj/8 ,/,/punct/5 never/RB/neg/8 sleeps/VBZ/ccomp/2"
    ),
    "restore_appositions": (
        "According/VBG/prep/10 to/IN/prep/0 her/PRP$/poss/3 agent/NN/pobj/1 ,/,/punct/10 "
        "Mr/NNP/compound/6 Ash/NNP/nsubj/10 ,/,/punct/10 she/PRP/nsubj/10 will/MD/aux/10 "
        "retire/VB/ROOT/10"
    ),
    "restore_roles": (
        "Rangers/NNS/nsubj/1 goalie/VBP/ROOT/1 Igor/NNP/compound/3 Petrov/NNP/nsubj/4 "
        "said/VBD/ccomp/1 no/UH/intj/4"
    ),
    "restore_readings": (
        "A/DT/det/1 banner/NN/nsubj/2 read/NN/ROOT/2 :/:/punct/2 “/``/punct/5 Go/VB/acl/2 "
        "”/''/punct/5"
    ),
    "restore_apposed_subjects": (
        "“/``/punct/11 Go/VB/ccomp/11 ,/,/punct/1 ”/''/punct/1 the/DT/det/5 owner/NN/dobj/1 "
        ",/,/punct/5 Mr/NNP/compound/9 Gus/NNP/compound/9 Noble/NNP/appos/5 ,/,/punct/5 "
        "said/VBD/ROOT/11 ././punct/11"
    ),
    "free_media": (
        "“/``/punct/4 Go/VB/ccomp/4 ,/,/punct/4 ”/''/punct/4 said/VBD/ROOT/4 a/DT/det/6 "
        "spokesman/NN/nsubj/4 in/IN/prep/6 a/DT/det/9 statement/NN/pobj/7"
    ),
    "restore_closing_verbs": (
        "“/``/punct/7 It/PRP/nsubj/2 is/VBZ/ccomp/7 late/JJ/acomp/2 ,/,/punct/7 ”/''/punct/7 "
        "Falk/NNP/compound/7 grins/NNS/ROOT/7 ././punct/7"
    ),
    "restore_inverted_subjects": (
        "“/``/punct/4 Pay/VB/ccomp/4 ,/,/punct/4 ”/''/punct/4 read/VBD/ROOT/4 the/DT/det/7 "
        "tax/NN/compound/7 notice/NN/dobj/4 ././punct/4"
    ),
    "restore_headlines": (
        "Rail/NN/compound/1 fares/NNS/nsubj/5 to/TO/aux/3 rise/VB/acl/1 ,/,/punct/5 "
        "confirms/VBZ/ROOT/5 minister/NNP/dobj/5"
    ),
}
"""A sentence for each repair by its name: word, tag, dependency, and place of the head."""

_READ = [[token.split("/") for token in sentence.split()] for sentence in MISREADINGS.values()]
_LABELS = sorted({dep for sentence in _READ for *_, dep, _ in sentence} - {"ROOT"})
_MOST_CHANGES = 4  # tokens of a sentence

Misreading = tuple[list[str], Columns, list[TokenRange]]  # words, columns, sentences


def misreading(*sentences: str) -> Misreading:
    """Lay out sentences that are written as those above."""
    words: list[str] = []
    columns, ranges = Columns([], [], []), []
    for sentence in sentences:
        _add(words, columns, ranges, [token.split("/") for token in sentence.split()])
    return words, columns, ranges


def _add(
    words: list[str], columns: Columns, ranges: list[TokenRange], rows: list[list[str]]
) -> None:
    start = len(words)
    for word, tag, dep, head in rows:
        words.append(word)
        columns.tags.append(tag)
        columns.deps.append(dep)
        columns.heads.append(start + int(head))
    ranges.append(TokenRange(start, len(words)))


@st.composite
def misreadings(draw: st.DrawFn) -> Misreading:
    """Give some sentences with another tree, or with some tokens hung and labelled otherwise."""
    words: list[str] = []
    columns, ranges = Columns([], [], []), []
    for rows in draw(st.lists(st.sampled_from(_READ), min_size=1, max_size=3)):
        _add(words, columns, ranges, rows)
        start, end = ranges[-1]
        if draw(st.booleans()):
            deps, heads = draw(strategies.trees(end - start, _LABELS))
            columns.deps[start:] = deps
            columns.heads[start:] = [start + head for head in heads]
        token = st.integers(start, end - 1)
        change = st.tuples(token, token, st.sampled_from(_LABELS))
        for one, head, dep in draw(st.lists(change, max_size=_MOST_CHANGES)):
            if columns.heads[one] != one:
                columns.hang(one, dep, head)
    return words, columns, ranges
