"""The public ways to call the stages: one text, one Doc, or a stream of texts."""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from quoteattr.batches import read_in_processes, read_stream
from quoteattr.collector import uncollected
from quoteattr.entities.given_clusters import Coreference
from quoteattr.errors import TextError
from quoteattr.explanations import Explanation, account_for
from quoteattr.input_checks import (
    ALL_KINDS,
    Kinds,
    check_coreference,
    check_count,
    check_doc,
    check_kinds,
    check_model,
    check_pipeline,
    check_text,
    check_texts,
    read_pair,
)
from quoteattr.pipeline import read_doc, read_parts, read_texts, trace_text
from quoteattr.records import Quote, QuoteKind
from quoteattr.syntax.spacy_parser import DEFAULT_PIPELINE, load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["ALL_KINDS", "QuoteExtractor", "explain", "extract_quotes"]

# spaCy's memory zones do not bear threads, nor a fork that copies one half-way.
_ZONE = threading.RLock()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_ZONE.acquire, after_in_parent=_ZONE.release, after_in_child=_ZONE.release
    )

_UNCOLLECTED = uncollected()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_UNCOLLECTED.begin_anew)

_Context = TypeVar("_Context")
OnError = Literal["raise", "yield"] | Callable[[TextError], Any]


def extract_quotes(text: str, *, kinds: Kinds = ALL_KINDS) -> list[Quote]:
    """Give the quotations of an English news text, in text order.

    The first call loads the spaCy pipeline, which every later call shares.

    Args:
        text: any string; every offset of the result counts code points in it as it stands.
        kinds: which kind or kinds to look for, also by name: "direct". Without indirect speech
            only paragraphs that matter to marked words are parsed, which saves a quarter of the
            time.

    Raises:
        TypeError: `text` is no `str`, or `kinds` no kind, nor several.
        ValueError: `kinds` names a kind that there is not, or none.
        ModelNotFoundError: the English pipeline is not installed.

    Examples:
        >>> [quote] = extract_quotes("“We have to wait,” said Ann Lee, the mayor of Springfield.")
        >>> quote.text, quote.speaker.name
        ('We have to wait,', 'Ann Lee')
    """
    return _default_extractor(check_kinds(kinds)).extract(text)


def explain(text: str, *, nlp: Language | None = None) -> list[Explanation]:
    """Explain every quotation of a text, in text order: what decided when it was found.

    Args:
        text: an English news text.
        nlp: a pipeline with tagger and parser; by default the one that comes along.

    Raises:
        TypeError: `text` is no `str`.
        ModelNotFoundError: the English pipeline is not installed.

    Examples:
        >>> explanation, = explain("“We lost,” coach Ann Lee told Bo Ek.")
        >>> explanation.candidates[0].mention.text
        'coach Ann Lee'
    """
    extractor = _default_extractor(ALL_KINDS) if nlp is None else QuoteExtractor(nlp)
    return extractor.explain(text)


class QuoteExtractor:
    """Finds quotations with a pipeline and settings of one's own; any threads may share it.

    Examples:
        >>> extractor = QuoteExtractor(kinds={QuoteKind.DIRECT})
        >>> [[quote.text for quote in quotes] for quotes in extractor.pipe(["“No,” she said."])]
        [['No,']]
    """

    def __init__(
        self,
        nlp: Language | None = None,
        *,
        model: str | os.PathLike[str] | None = None,
        kinds: Kinds = ALL_KINDS,
        coreference: Coreference | None = None,
    ) -> None:
        """Take a pipeline, or the name of one, or neither for the one that comes along.

        Args:
            nlp: a loaded English pipeline with tagger and parser.
            model: name or path of an installed pipeline, in place of `nlp`.
            kinds: which kind or kinds of quotation to look for, also by name: "direct".
            coreference: takes a text and gives clusters of (start, end) offsets in code points;
                what stands in one cluster is one speaker. For several processes it must pickle
                where they are spawned.

        Raises:
            TypeError: `nlp` is no pipeline, or `model` is given, too, or is no name; `kinds` is no
                kind, nor several; `coreference` cannot be called.
            ValueError: `kinds` names a kind that there is not, or none.
            ModelNotFoundError: no pipeline of that name is installed.
            PipelineError: the pipeline lacks a component.
        """
        if nlp is not None and model is not None:
            raise TypeError("QuoteExtractor takes nlp or model, not both")
        self._given = nlp
        self._model = DEFAULT_PIPELINE if model is None else check_model(model)
        self._kinds = check_kinds(kinds)
        check_coreference(coreference)
        self._coreference = coreference
        self._nlp = load_pipeline(self._model) if nlp is None else nlp
        check_pipeline(self._nlp)

    def __reduce__(self) -> tuple[Callable[..., QuoteExtractor], tuple[Any, ...]]:
        """Pickle a pipeline that was loaded by name as its name."""
        model = self._model if self._given is None else None
        return _rebuild, (self._given, model, self._kinds, self._coreference)

    def extract(self, text: str) -> list[Quote]:
        """Give the quotations of one text, in text order.

        Raises:
            TypeError: `text` is no `str`.
            CoreferenceError: the coreference function gave what is no span of the text.
        """
        return self._read([text])[0]

    def extract_parts(self, text: str) -> Iterator[tuple[int, list[Quote]]]:
        """Give the quotations of a long text as soon as each part of it is read.

        A text is read in parts of at most 250,000 characters; the quotations are those that
        `extract` gives.

        Yields:
            the offset where a part ends, and the quotations in it.

        Raises:
            TypeError: `text` is no `str`.
            CoreferenceError: the coreference function gave what is no span of the text.

        Examples:
            >>> for end, quotes in QuoteExtractor().extract_parts("“No,” said Ann Lee."):
            ...     print(end, [quote.text for quote in quotes])
            19 ['No,']
        """
        check_text(text)
        return self._parts_of(text)

    def _parts_of(self, text: str) -> Iterator[tuple[int, list[Quote]]]:
        parts = read_parts(self._nlp, text, self._kinds, self._coreference)
        while True:
            with self._memory():
                part = next(parts, None)
            if part is None:
                return
            yield part

    def explain(self, text: str) -> list[Explanation]:
        """Give what `extract` gives, each quotation with what decided it.

        Raises:
            TypeError: `text` is no `str`.
            CoreferenceError: the coreference function gave what is no span of the text.
        """
        check_text(text)
        with self._memory():
            found = trace_text(self._nlp, text, self._kinds, self._coreference)
            return [account_for(traced) for traced in found]

    def extract_doc(self, doc: Doc) -> list[Quote]:
        """Give the quotations of a Doc that some pipeline has parsed; nothing is parsed again.

        The Doc is read as it is, without the cleaning that `extract` does and with a parse that
        may be another, so that the records may differ from those of its text.

        Raises:
            TypeError: `doc` is no Doc.
            PipelineError: the Doc has no tags or no dependencies.
            CoreferenceError: the coreference function gave what is no span of the text.
        """
        check_doc(doc)
        return read_doc(doc, self._kinds, self._coreference)

    @overload
    def pipe(
        self,
        texts: Iterable[str],
        *,
        as_tuples: Literal[False] = False,
        batch_size: int = 16,
        n_process: int = 1,
        on_error: Literal["raise"] = "raise",
    ) -> Iterator[list[Quote]]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[str],
        *,
        as_tuples: Literal[False] = False,
        batch_size: int = 16,
        n_process: int = 1,
        on_error: Literal["yield"],
    ) -> Iterator[list[Quote] | TextError]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str, _Context]],
        *,
        as_tuples: Literal[True],
        batch_size: int = 16,
        n_process: int = 1,
        on_error: Literal["raise"] = "raise",
    ) -> Iterator[tuple[list[Quote], _Context]]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str, _Context]],
        *,
        as_tuples: Literal[True],
        batch_size: int = 16,
        n_process: int = 1,
        on_error: Literal["yield"],
    ) -> Iterator[tuple[list[Quote] | TextError, _Context]]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[Any],
        *,
        as_tuples: bool = False,
        batch_size: int = 16,
        n_process: int = 1,
        on_error: OnError = "raise",
    ) -> Iterator[Any]: ...
    def pipe(
        self,
        texts: Iterable[Any],
        *,
        as_tuples: bool = False,
        batch_size: int = 16,
        n_process: int = 1,
        on_error: OnError = "raise",
    ) -> Iterator[Any]:
        """Give the quotations of each text of a stream, one list a text, in order.

        Memory stays constant over an endless stream: one batch is read ahead, or two for each
        process, and the pipeline that comes along, or was loaded by name, forgets the words of
        each. Around one of your own put ``nlp.memory_zone()``.

        Args:
            texts: the texts; with `as_tuples`, pairs of a text and anything that belongs to it.
            as_tuples: give pairs of a list of quotations and what belonged to the text; what is no
                pair in `texts` is a text that cannot be read, and belongs to itself.
            batch_size: how many texts are parsed together.
            n_process: how many processes share the work; each holds a pipeline of its own.
            on_error: what becomes of a text that cannot be read. "raise": a TextError that names
                its place in the stream. "yield": that error stands in its place in the results.
                A callable: is given the error, and what it returns stands there.

        Raises:
            TypeError: `texts` is itself one text, or nothing that holds texts; `batch_size` or
                `n_process` is no whole number.
            ValueError: `batch_size` or `n_process` is below 1, or `on_error` none of the three.
            TextError: a text could not be read, and `on_error` is "raise".

        Examples:
            >>> stream = ["“No,” she said.", None, "“Yes,” he said."]
            >>> for result in QuoteExtractor().pipe(stream, on_error="yield"):
            ...     print(result if isinstance(result, TextError) else result[0].text)
            No,
            text 1: TypeError: text must be str, not NoneType
            Yes,
        """
        texts = check_texts(texts)
        batch_size = check_count("batch_size", batch_size)
        n_process = check_count("n_process", n_process)
        settle = _settler(on_error)
        if not as_tuples:
            return _settled(self._stream(texts, batch_size, n_process), settle)
        pairs, copies = itertools.tee(map(read_pair, texts))
        results = self._stream((text for text, _ in pairs), batch_size, n_process)
        contexts = (context for _, context in copies)
        return _paired(_settled(results, settle), contexts)

    def _stream(
        self, texts: Iterable[str], batch_size: int, n_process: int
    ) -> Generator[list[Quote] | TextError]:
        if n_process == 1:
            return read_stream(self._read, texts, batch_size)
        return read_in_processes(self._read, texts, batch_size, n_process)

    def _read(self, texts: Sequence[str]) -> list[list[Quote]]:
        for text in texts:
            check_text(text)
        with self._memory():
            return list(read_texts(self._nlp, texts, self._kinds, self._coreference))

    @contextlib.contextmanager
    def _memory(self) -> Iterator[None]:
        """Let spaCy forget the words of a batch, which it would otherwise keep for ever.

        A pipeline that was given is left as it is: its owner may hold Docs of it. The collector of
        garbage rests meanwhile.
        """
        with _UNCOLLECTED:
            if self._given is not None:
                yield
                return
            with _ZONE, self._nlp.memory_zone():
                yield


def _settler(on_error: OnError) -> Callable[[Any], Any]:
    """Give what turns a result, or the error in its place, into what the user asked for."""
    if on_error == "yield":
        return lambda result: result
    act = _raise if on_error == "raise" else on_error
    if not callable(act):
        raise ValueError(  # noqa: TRY004  # as of any other word
            f"on_error must be 'raise', 'yield' or a callable, not {on_error!r}"
        )
    return lambda result: act(result) if isinstance(result, TextError) else result


def _settled(
    results: Generator[list[Quote] | TextError], settle: Callable[[Any], Any]
) -> Generator[Any]:
    with contextlib.closing(results):
        for result in results:
            yield settle(result)


def _paired(results: Generator[Any], contexts: Iterator[Any]) -> Generator[tuple[Any, Any]]:
    with contextlib.closing(results):
        yield from zip(results, contexts, strict=False)


def _raise(error: TextError) -> None:
    raise error


def _rebuild(
    nlp: Language | None,
    model: str | None,
    kinds: frozenset[QuoteKind],
    coreference: Coreference | None,
) -> QuoteExtractor:
    return QuoteExtractor(nlp, model=model, kinds=kinds, coreference=coreference)


@functools.lru_cache(maxsize=8)
def _default_extractor(kinds: frozenset[QuoteKind]) -> QuoteExtractor:
    return QuoteExtractor(kinds=kinds)
