"""Parse a text as the pipeline does, for tests of the stages behind the parser."""

from __future__ import annotations

from quoteattr.cues import Cue
from quoteattr.paragraphs import find_paragraphs
from quoteattr.parsing import Parse, load_pipeline, parse_texts
from quoteattr.segments import find_segments


def read(text: str) -> Parse:
    """Parse every paragraph of the text with the default pipeline."""
    job = (text, find_segments(text).segments, find_paragraphs(text))
    return next(parse_texts(load_pipeline(), [job]))


def cues_of_verbs(parse: Parse) -> list[Cue]:
    """Take every verb for a cue, as likely as not."""
    verbs = [token for token in range(len(parse)) if parse.tags[token][0] == "V"]
    return [Cue(token=token, probability=0.5) for token in verbs]
