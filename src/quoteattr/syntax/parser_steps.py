"""Parser steps: a pipeline's own transitions, one for all texts at a time, at half of the cost.

spaCy takes them in a loop that lets go of the interpreter's lock, and the functions in it ask for
that lock again some hundred times a token. The loop here holds it all the time. The parser is the
pipeline's (M. Honnibal and M. Johnson: “An improved non-monotonic transition system for dependency
parsing”, 2015), and so is each of its decisions.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import DependencyParser
    from spacy.tokens import Doc

__all__ = ["last_parser", "take_steps"]


def last_parser(nlp: Language, idle: Container[str]) -> tuple[str, DependencyParser] | None:
    """Give the name and the parser that a pipeline ends in, None where it ends in something else.

    A parser of another class, or one that keeps several readings of a text, takes steps of its own.

    Args:
        nlp: the pipeline.
        idle: names of components that do not run.
    """
    from spacy.pipeline import DependencyParser  # noqa: PLC0415  # importing must not import spaCy

    running: list[tuple[str, Any]] = [one for one in nlp.pipeline if one[0] not in idle]
    plain = running and type(running[-1][1]) is DependencyParser
    return running[-1] if plain and running[-1][1].cfg["beam_width"] == 1 else None


def take_steps(parser: DependencyParser, docs: Sequence[Doc]) -> None:
    """Parse Docs that all components before the parser have seen."""
    states = parser.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    if unfinished:
        model = parser.model.predict(docs)
        while unfinished:
            unfinished = parser.transition_states(unfinished, model.predict(unfinished))
        model.clear_memory()
    parser.set_annotations(docs, states)
