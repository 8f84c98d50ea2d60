"""Scenes: what a walk asks of the text again and again."""

from __future__ import annotations

from parses import build
from quoteattr.speakers.scenes import Scene, clause_at, role_at, when_spoke
from quoteattr.speakers.trails import Trail

PARSE = build("Lee/NNP/nsubj/left left/VBD/ROOT the/DT/det/club club/NN/dobj/left")


def scene(last: list[int]) -> Scene:
    """Stand behind the text, some trails having spoken."""
    return Scene(parse=PARSE, quoted=[False] * len(PARSE), told=[0], last=last)


def test_roles_and_clauses_are_kept() -> None:
    """What was asked of a token once is read off the scene the next time."""
    here = scene([])
    assert role_at(here, 0) == "main subject"
    assert clause_at(here, 3) == 1
    assert (here.roles, here.clauses) == ({0: "main subject"}, {3: 1})
    here.roles[0] = "kept"
    assert role_at(here, 0) == "kept"


def test_when_somebody_spoke() -> None:
    """The last two to speak are told apart from all who spoke before them, and from the silent."""
    lee = Trail(number=0, label="PERSON")
    assert when_spoke(scene([]), lee) == "never"
    lee.spoke.append(0)
    assert when_spoke(scene([0]), lee) == "last"
    assert when_spoke(scene([0, 1]), lee) == "before last"
    assert when_spoke(scene([0, 1, 2]), lee) == "once"
