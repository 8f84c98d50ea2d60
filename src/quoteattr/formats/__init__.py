"""Ways in and out of the library: articles, files, tables, pages and the schema of a record."""

from quoteattr.formats.articles import (
    Article,
    articles_from_csv,
    articles_from_jsonl,
    text_of_html,
)
from quoteattr.formats.brat import to_brat
from quoteattr.formats.csv_tables import COLUMNS, to_rows, write_csv
from quoteattr.formats.documents import Document
from quoteattr.formats.frames import to_pandas, to_polars
from quoteattr.formats.html import Page, to_html, to_page
from quoteattr.formats.json_lines import read_documents, read_jsonl, write_jsonl
from quoteattr.formats.parquet import read_parquet, write_parquet
from quoteattr.formats.schemas import SCHEMA_VERSION, json_schema
from quoteattr.formats.terminal import to_explanation, to_table

__all__ = [
    "COLUMNS",
    "SCHEMA_VERSION",
    "Article",
    "Document",
    "Page",
    "articles_from_csv",
    "articles_from_jsonl",
    "json_schema",
    "read_documents",
    "read_jsonl",
    "read_parquet",
    "text_of_html",
    "to_brat",
    "to_explanation",
    "to_html",
    "to_page",
    "to_pandas",
    "to_polars",
    "to_rows",
    "to_table",
    "write_csv",
    "write_jsonl",
    "write_parquet",
]
