"""Scenes: what a walk asks of the text again and again."""

from __future__ import annotations

from parses import build
from quoteattr.speakers.scenes import Scene
from quoteattr.speakers.trails import Trail

PARSE = build("Lee/NNP/nsubj/left left/VBD/ROOT the/DT/det/club club/NN/dobj/left")


def scene(last: list[int]) -> Scene:
    """Stand behind the text, some trails having spoken."""
    return Scene(parse=PARSE, quoted=[False] * len(PARSE), told=[0], last=last)


def test_roles_and_clauses_are_kept() -> None:
    """What was asked of a token once is read off the scene the next time."""
    here = scene([])
    assert here.role_at(0) == "main subject"
    assert here.clause_at(3) == 1
    assert (here.roles, here.clauses) == ({0: "main subject"}, {3: 1})
    here.roles[0] = "kept"
    assert here.role_at(0) == "kept"


def test_when_somebody_spoke() -> None:
    """The last two to speak are told apart from all who spoke before them, and from the silent."""
    lee = Trail(number=0, kind="PERSON")
    assert scene([]).when_spoke(lee) == "never"
    lee.spoke.append(0)
    assert scene([0]).when_spoke(lee) == "last"
    assert scene([0, 1]).when_spoke(lee) == "before last"
    assert scene([0, 1, 2]).when_spoke(lee) == "once"
