"""Print the words per second that Spark reads with one and with two local workers.

usage: python benchmarks/spark.py [--copies N] FILES...

Each file is read N times over (default 50). The figures leave the start of the workers and the
load of the pipeline out: a first job of the same shape has done that.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from pyspark.sql import SparkSession

from quoteattr.integrations.spark import with_quotes


def main() -> None:
    """Time both, and print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--copies", type=int, default=50)
    parser.add_argument("files", nargs="+", type=Path)
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in arguments.files] * arguments.copies
    words = sum(len(text.split()) for text in texts)
    seconds = {workers: timed(texts, workers) for workers in (1, 2)}
    for workers, taken in seconds.items():
        print(f"{workers} worker(s): {words} words in {taken:.1f} s, {words / taken:.0f} words/s")
    print(f"ratio: {seconds[1] / seconds[2]:.2f}")


def timed(texts: list[str], workers: int) -> float:
    """Give the seconds that a job over the texts takes once the workers are warm."""
    session = SparkSession.builder.master(f"local[{workers}]")
    spark = session.config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        run(spark, texts[:2] * workers, workers)
        start = time.perf_counter()
        run(spark, texts, workers)
        return time.perf_counter() - start
    finally:
        spark.stop()


def run(spark: SparkSession, texts: list[str], workers: int) -> None:
    """Read every text, and count the quotations so that nothing can be left out."""
    frame = spark.createDataFrame([(text,) for text in texts], "text string")
    found = with_quotes(frame.repartition(workers))
    found.selectExpr("sum(size(quotes))").collect()


if __name__ == "__main__":
    main()
