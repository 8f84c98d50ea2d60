"""Spark: a column of quotations equal to what the extractor gives, on two real workers."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import attrs
import pytest

from quoteattr import Quote, QuoteExtractor, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import Row, SparkSession

pytest.importorskip("pyspark", reason="PySpark is not installed")
if not shutil.which("java") and "JAVA_HOME" not in os.environ:
    pytest.skip("there is no Java", allow_module_level=True)

pytestmark = [
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # sockets that PySpark leaves open
    pytest.mark.filterwarnings("ignore::DeprecationWarning:pyspark.*"),
]

ANN = "“We have to wait,” said Ann Lee, the mayor of Springfield. 🙂 “Yes,” she said."
TEXTS = [
    ANN,
    None,
    "",
    "No quotations here.",
    f"The club said on Monday that it would go.\n\n{ANN}",
]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """Start a session with two local workers."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    session = builder.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def rows_of(spark: SparkSession, **options: object) -> list[Row]:
    """Read the texts, four times over, on both workers."""
    from quoteattr.integrations.spark import with_quotes  # noqa: PLC0415

    numbered = list(enumerate(TEXTS * 4))
    frame = spark.createDataFrame(numbered, "id int, text string").repartition(2)
    return sorted(with_quotes(frame, **options).collect())  # type: ignore[arg-type]


def test_equal_to_extract(spark: SparkSession) -> None:
    """Every row has the records that the extractor gives, and its own columns."""
    extractor = QuoteExtractor()
    rows = rows_of(spark)
    assert [row["id"] for row in rows] == list(range(4 * len(TEXTS)))
    for row in rows:
        if row["text"] is not None:
            read = [Quote.from_dict(one.asDict(recursive=True)) for one in row["quotes"]]
            assert read == extractor.extract(row["text"])
            assert row["quotes_error"] is None


def test_bad_row(spark: SparkSession) -> None:
    """A row without a text has an error, and the job goes on."""
    bad = [row for row in rows_of(spark) if row["text"] is None]
    assert len(bad) == 4
    for row in bad:
        assert row["quotes"] is None
        assert row["quotes_error"] == "TypeError: text must be str, not NoneType"


def test_options(spark: SparkSession) -> None:
    """Columns and kinds can be chosen."""
    rows = rows_of(spark, quotes="said", error="why", kinds=[QuoteKind.INDIRECT])
    assert rows[0].__fields__ == ["id", "text", "said", "why"]
    kinds = {one["kind"] for row in rows for one in row["said"] or []}
    assert kinds == {"indirect"}
    assert [row["quotes"] for row in rows_of(spark, kinds="indirect")] == [
        row["said"] for row in rows
    ]


def test_type_has_the_records_fields() -> None:
    """The struct has a record's fields in their order."""
    from quoteattr.integrations.spark import quote_type  # noqa: PLC0415

    fields = [field.name for field in attrs.fields(Quote)]
    assert quote_type().fieldNames() == fields
