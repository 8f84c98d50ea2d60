"""Quotations as a column of a Spark DataFrame; needs the extra ``spark``."""

from __future__ import annotations

import functools
from collections.abc import Iterator  # Spark reads the annotations
from typing import TYPE_CHECKING, Any

import pandas as pd
from pyspark.sql import functions
from pyspark.sql.pandas.functions import pandas_udf
from pyspark.sql.pandas.types import from_arrow_type
from pyspark.sql.types import ArrayType, StringType, StructField, StructType

from quoteattr.errors import TextError
from quoteattr.extractor import QuoteExtractor
from quoteattr.formats.schemas import arrow_type
from quoteattr.input_checks import ALL_KINDS, Kinds, check_kinds
from quoteattr.integrations.spark_matching import match_quotations
from quoteattr.records import Quote, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyspark.sql import DataFrame

__all__ = ["match_quotations", "quote_type", "with_quotes"]


def quote_type() -> StructType:
    """Give the Spark type of a quotation, which has the fields of the record."""
    kind = from_arrow_type(arrow_type(Quote))
    assert isinstance(kind, StructType)  # noqa: S101  # a record is a struct
    return kind


def with_quotes(  # keyword-only beyond the second
    frame: DataFrame,
    text: str = "text",
    *,
    quotes: str = "quotes",
    error: str = "quotes_error",
    kinds: Kinds = ALL_KINDS,
    model: str | None = None,
) -> DataFrame:
    """Add the quotations of a text column, and what went wrong, as two columns.

    The rows go through Arrow in batches; each Python worker loads the pipeline once. A row that
    cannot be read, a null among them, has null quotations and a message; the job goes on.

    Args:
        frame: a DataFrame with a column of texts.
        text: name of that column.
        quotes: name of the new column of quotations, an array of `quote_type`.
        error: name of the new column of messages, null where all went well.
        kinds: which kind or kinds of quotation to look for, also by name: "direct".
        model: name or path of a spaCy pipeline that every worker has.

    Raises:
        ValueError: `kinds` names a kind that there is not.
    """
    result = StructType(
        [StructField("quotes", ArrayType(quote_type())), StructField("error", StringType())]
    )
    read = pandas_udf(_reader(check_kinds(kinds), model), result)
    both = "_quoteattr"
    call = read(functions.col(text))  # type: ignore[no-untyped-call,unused-ignore]
    found = frame.withColumn(both, call)
    found = found.withColumn(quotes, functions.col(f"{both}.quotes"))
    return found.withColumn(error, functions.col(f"{both}.error")).drop(both)


def _reader(
    kinds: frozenset[QuoteKind], model: str | None
) -> Callable[[Iterator[pd.Series[str]]], Iterator[pd.DataFrame]]:
    """Give the function that runs on the workers; Spark reads its annotations."""

    def read(batches: Iterator[pd.Series]) -> Iterator[pd.DataFrame]:
        extractor = _extractor(kinds, model)
        for batch in batches:
            texts = batch.astype(object).where(batch.notna(), None)
            results = extractor.pipe(texts, on_error="yield")
            yield pd.DataFrame(map(_row, results), columns=["quotes", "error"])

    return read


@functools.lru_cache(maxsize=2)
def _extractor(kinds: frozenset[QuoteKind], model: str | None) -> QuoteExtractor:
    return QuoteExtractor(kinds=kinds, model=model)


def _row(result: list[Quote] | TextError) -> tuple[list[dict[str, Any]] | None, str | None]:
    if isinstance(result, TextError):
        return None, result.reason
    return [quote.to_dict() for quote in result], None
