"""Frames: the flat table for pandas and Polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quoteattr.formats.csv_tables import columns, to_rows
from quoteattr.formats.documents import Documents, read_documents_given
from quoteattr.formats.extras import optional_import

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["to_pandas", "to_polars"]


_MOST = 2**63 - 1  # what a column of whole numbers holds


def to_pandas(documents: Documents) -> pd.DataFrame:
    """Give a pandas frame with one row for each quotation.

    Every field of the documents' metadata has a column.

    Raises:
        TypeError: a document is neither a `Document` nor a pair, or holds what is no quotation.
        MissingExtraError: pandas is not installed.

    Examples:
        >>> to_pandas([("a.txt", [])]).columns[0]
        'document'
    """
    pandas = optional_import("pandas", "pandas")
    rows, names = _table(documents)
    frame = pandas.DataFrame(rows, columns=names)
    frame["speaker_id"] = frame["speaker_id"].astype("Int64")  # numbers with gaps
    return frame


def to_polars(documents: Documents) -> pl.DataFrame:
    """Give a Polars frame with one row for each quotation.

    Every field of the documents' metadata has a column; those that mix types are text.

    Raises:
        TypeError: a document is neither a `Document` nor a pair, or holds what is no quotation.
        MissingExtraError: polars is not installed.

    Examples:
        >>> to_polars([("a.txt", [])]).columns[0]
        'document'
    """
    polars = optional_import("polars", "polars")
    rows, names = _table(documents)
    whole = ("speaker_id", "start", "end")
    kinds = dict.fromkeys(whole, polars.Int64)
    kinds |= {"confidence": polars.Float64, "source_confidence": polars.Float64}
    own = names[len(columns()) :]
    kinds |= {name: _type_of([row[name] for row in rows], polars) for name in own}
    schema = {name: kinds.get(name, polars.String) for name in names}
    texts = {name for name, kind in schema.items() if kind == polars.String}
    rows = [{name: _fitting(row[name], text=name in texts) for name in names} for row in rows]
    return polars.DataFrame(rows, schema=schema, orient="row")


def _table(documents: Documents) -> tuple[list[dict[str, Any]], list[str]]:
    """Give all rows, and the names of their columns."""
    held = list(read_documents_given(documents))
    fields = list(dict.fromkeys(name for document in held for name in document.metadata))
    return list(to_rows(held, fields)), list(columns(fields))


def _type_of(values: list[Any], polars: Any) -> Any:
    """Give the type of a column: numbers where there is nothing else in it, else text."""
    kinds = {type(value) for value in values if value is not None}
    if int in kinds and any(
        type(value) is int and not -_MOST <= value <= _MOST for value in values
    ):
        return polars.String
    if kinds == {int, float}:
        return polars.Float64
    types = {int: polars.Int64, float: polars.Float64, bool: polars.Boolean}
    return types.get(kinds.pop(), polars.String) if len(kinds) == 1 else polars.String


def _fitting(value: Any, *, text: bool) -> Any:
    """Give a value as a column of its type holds it: one of text holds no numbers."""
    return str(value) if text and value is not None else value
