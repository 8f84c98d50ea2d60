"""Spark: the matches are those of one process, on two real workers."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from quoteattr import DocumentError, Quote, match_quotations
from versions import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame, SparkSession

pytest.importorskip("pyspark", reason="PySpark is not installed")
if not shutil.which("java") and "JAVA_HOME" not in os.environ:
    pytest.skip("there is no Java", allow_module_level=True)

pytestmark = [
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # sockets that PySpark leaves open
    pytest.mark.filterwarnings("ignore::DeprecationWarning:pyspark.*"),
]

LONG = "We will rebuild the old bridge over the river and open it by spring"
DOCUMENTS: list[tuple[str, list[Quote]]] = [
    ("a", [said(LONG, "Ann Lee"), said("never rusty", "Bo Ek")]),
    ("b", [said("we will rebuild the old bridge (…) over the river", "Lee")]),
    ("c", [said("old bridge", "Ann Lee"), said("It was never rusty, I promise you", "Bo Ek")]),
    ("d", [said("Nobody else said any of this before", "Cy Orr")]),
    ("e", [said(LONG.replace("spring", "autumn"), "Di Poe"), said("never rusty", "Mr Fox")]),
    ("f", []),
    ("g", [said("We will rebuild the old bridge …|open it by spring"), said("of the old", "Lee")]),
    ("h", [said("rebuild the old bridge over the river", "Bank of Rotham"), said(LONG, "Bo Ek")]),
    ("i", [said("It was never rusty, I promise"), said("Nobody else said any of this before")]),
    ("j", [said("of this before, and of the old"), said("It was rusty, I promise you all")]),
    (
        "k",
        [said("Never"), said("Yes, we may have to", "Bo Ek"), said("bright and rusty", "Di Poe")],
    ),
    (
        "l",
        [
            said("Never"),
            said("Yes, we may have to", "Bo Ek"),
            said("bright and rusty", "Di Poe Jr."),
        ],
    ),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """Start a session with two local workers."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "2")
    builder = builder.config("spark.driver.bindAddress", "127.0.0.1")
    session = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def frame_of(spark: SparkSession, documents: list[tuple[str, list[Quote]]]) -> DataFrame:
    """Give the documents as a DataFrame."""
    from pyspark.sql.types import ArrayType, StringType, StructField, StructType  # noqa: PLC0415

    from quoteattr.integrations.spark import quote_type  # noqa: PLC0415

    schema = StructType(
        [StructField("document", StringType()), StructField("quotes", ArrayType(quote_type()))]
    )
    rows = [(name, [quote.to_dict() for quote in quotes]) for name, quotes in documents]
    return spark.createDataFrame(rows, schema).repartition(2)


def test_equal_to_one_process(spark: SparkSession) -> None:
    """Whole, in part, altered, or a fragment: the matches are the same."""
    from quoteattr.integrations.spark import match_quotations as match_on_spark  # noqa: PLC0415

    rows = match_on_spark(frame_of(spark, DOCUMENTS)).collect()
    found = sorted((row.asDict(recursive=True) for row in rows), key=repr)
    local = [match.to_dict() for match in match_quotations(DOCUMENTS).quotations]
    assert len(local) == 3
    by_text = {match["text"]: match for match in found}
    assert by_text == {match["text"]: match for match in local}


def test_a_document_twice(spark: SparkSession) -> None:
    """An id that stands twice is an error before anything is matched."""
    from quoteattr.integrations.spark import match_quotations as match_on_spark  # noqa: PLC0415

    with pytest.raises(DocumentError, match="'a' is there twice"):
        match_on_spark(frame_of(spark, [DOCUMENTS[0], DOCUMENTS[0]]))
