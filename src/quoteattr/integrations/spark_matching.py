"""The same words across the documents of a Spark DataFrame: shingles joined, pairs decided.

Each step is the one that `match_quotations` takes in one process, and the same functions decide:
pairs that may have enough shingles in common come from a join on the rarest ones of each wording,
components from labels handed on along the links until none changes.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
from pyspark.sql import Window
from pyspark.sql import functions as sql
from pyspark.sql.pandas.types import from_arrow_type
from pyspark.sql.types import ArrayType, BooleanType, StringType, StructField, StructType

from quoteattr.errors import DocumentError
from quoteattr.formats.schemas import arrow_type
from quoteattr.matching.comparison import (
    LEAST_CONTAINMENT,
    Link,
    Wording,
    compare,
    part_first,
    read_wording,
    shingles,
)
from quoteattr.matching.documents import Entry, are_same_words, build_match, sort_key
from quoteattr.matching.fragments import block_keys, fragment_targets, same_fragments
from quoteattr.matching.speaker_names import SpeakerName
from quoteattr.records import Quote, Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["match_quotations"]

_WHOLE = {"ignoreNullFields": "false"}
_LINKS = "one string, other string, link int"
_EDGES = "one string, other string"


def match_quotations(
    frame: DataFrame, *, document: str = "document", quotes: str = "quotes"
) -> DataFrame:
    """Find the same words in several documents of a DataFrame.

    Args:
        frame: one row a document, with an id and the quotations as `with_quotes` gives them; a null
            in place of the quotations is passed over.
        document: name of the column of ids, strings or whole numbers.
        quotes: name of the column of quotations.

    Returns:
        One row for each match, with the fields of `QuotationMatch`.

    Raises:
        DocumentError: an id stands twice.
    """
    twice = frame.groupBy(document).count().where("count > 1").head(1)
    if twice:
        raise DocumentError(f"document {twice[0][0]!r} is there twice")
    entries = _entries(frame, document, quotes).persist()
    wordings = entries.select("wording").where("wording is not null").distinct().persist()
    links = _links(wordings).persist()
    core = links.where(f"link = {Link.CORE.value}").select("one", "other")
    core = core.union(_by_block(wordings, _same_in_block)).distinct()
    roots = _components(wordings, core).persist()
    held = _held(roots, links.where(f"link = {Link.PART.value}"))
    roots = _components(wordings, core.union(held))
    return _matches(entries, roots, frame.schema[document])


# Entries and wordings; a wording travels as JSON, and is its own key.


def _entries(frame: DataFrame, document: str, quotes: str) -> DataFrame:
    rows = frame.select(sql.col(document).alias("document"), sql.posexplode(quotes))
    rows = rows.select("document", sql.col("pos").alias("place"), sql.to_json("col", _WHOLE))
    named = rows.toDF("document", "place", "quote")
    kind = frame.schema[document].dataType.simpleString()
    schema = f"document {kind}, place int, quote string, wording string"
    return named.mapInPandas(_with_wordings, schema)


def _with_wordings(batches: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    for batch in batches:
        read = (read_wording(Quote.from_dict(json.loads(quote))) for quote in batch["quote"])
        column = [wording and _packed(wording) for wording in read]
        yield batch.assign(wording=pd.Series(column, index=batch.index, dtype=object))


def _packed(wording: Wording) -> str:
    one = wording.speaker
    name = one and [one.kind.value, one.suffix, *one.words]
    return json.dumps([wording.text, wording.flags.hex(), name])


def _unpacked(packed: str) -> Wording:
    text, flags, name = json.loads(packed)
    speaker = SpeakerName(SpeakerKind(name[0]), tuple(name[2:]), name[1]) if name else None
    return Wording(text, bytes.fromhex(flags), speaker)


# Links.


def _links(wordings: DataFrame) -> DataFrame:
    """Compare the pairs whose containment is enough."""
    table = wordings.mapInPandas(_shingle_rows, "wording string, number int, shingle string")
    frequency = table.groupBy("shingle").agg(sql.count("*").alias("frequency"))
    table = table.join(frequency.where("frequency > 1"), "shingle").persist()
    more = table.select(
        sql.col("wording").alias("other"), sql.col("number").alias("more"), "shingle"
    )
    pairs = (
        _probes(table)
        .join(more, "shingle")
        .where("number < more or (number = more and wording < other)")
    )
    pairs = pairs.select("wording", "other").distinct()
    return pairs.mapInPandas(_compared, _LINKS)


def _probes(table: DataFrame) -> DataFrame:
    """Give the shingles by which wordings are looked up: all but the most common ones of each."""
    commonest = [sql.desc("frequency"), sql.desc("shingle")]
    left = sql.row_number().over(Window.partitionBy("wording").orderBy(*commonest))
    return table.withColumn("left", left).where(f"left >= {LEAST_CONTAINMENT} * number")


def _shingle_rows(batches: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    for batch in batches:
        rows = []
        for packed in batch["wording"]:
            found = set(shingles(_unpacked(packed).words))
            rows += [(packed, len(found), " ".join(shingle)) for shingle in sorted(found)]
        yield pd.DataFrame(rows, columns=["wording", "number", "shingle"])


def _compared(batches: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    for batch in batches:
        rows = []
        for one, other in zip(batch["wording"], batch["other"], strict=True):
            pair = _unpacked(one), _unpacked(other)
            link, _ = compare(*pair) if _is_near(*pair) else (Link.NONE, None)
            if link:
                first, second = (one, other) if part_first(*pair) else (other, one)
                rows.append((first, second, link.value))
        yield pd.DataFrame(rows, columns=["one", "other", "link"])


def _is_near(one: Wording, other: Wording) -> bool:
    """Tell whether the one, which has fewer shingles, has enough of them in the other."""
    few, many = set(shingles(one.words)), set(shingles(other.words))
    return len(few & many) >= LEAST_CONTAINMENT * len(few)


# Fragments: by block of speakers.


def _by_block(frame: DataFrame, decide: Any) -> DataFrame:
    """Let a function give edges within each block of speakers."""
    blocks = frame.mapInPandas(_with_blocks, f"block string, {_columns(frame)}")
    return blocks.groupBy("block").applyInPandas(decide, _EDGES)


def _columns(frame: DataFrame) -> str:
    return ", ".join(f"{name} string" for name in frame.columns)


def _with_blocks(batches: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    for batch in batches:
        keys = [[" ".join(key) for key in block_keys(_unpacked(one))] for one in batch["wording"]]
        exploded = batch.assign(block=keys).explode("block").dropna(subset=["block"])
        yield exploded[["block", *batch.columns]]


def _same_in_block(block: pd.DataFrame) -> pd.DataFrame:
    packed = sorted(block["wording"])
    pairs = same_fragments([_unpacked(one) for one in packed])
    return _edges((packed[one], packed[other]) for one, other in pairs)


def _targets_in_block(block: pd.DataFrame) -> pd.DataFrame:
    rows = sorted(zip(block["wording"], block["root"], strict=True))
    roots = sorted({root for _, root in rows})
    numbers = {root: number for number, root in enumerate(roots)}
    targets = fragment_targets(
        [_unpacked(one) for one, _ in rows], [numbers[root] for _, root in rows]
    )
    return _edges((rows[part][1], roots[target]) for part, target in targets)


def _edges(pairs: Iterable[Sequence[str]]) -> pd.DataFrame:
    return pd.DataFrame(list(pairs), columns=["one", "other"], dtype=object)


def _held(roots: DataFrame, parts: DataFrame) -> DataFrame:
    """Give the components that lead to exactly one other by their parts, each with that one."""
    ours = roots.toDF("one", "mine")
    theirs = roots.toDF("other", "target")
    named = parts.join(ours, "one").join(theirs, "other").select("mine", "target")
    named = named.union(_by_block(roots, _targets_in_block))
    apart = named.where("mine <> target").distinct()
    only = apart.groupBy("mine").agg(sql.count("*").alias("number"), sql.min("target"))
    return only.where("number = 1").drop("number").toDF("one", "other")


# Components.


def _components(wordings: DataFrame, edges: DataFrame) -> DataFrame:
    """Give each wording the least wording that it hangs together with."""
    both = edges.union(edges.select("other", "one")).distinct().persist()
    roots = wordings.select("wording", sql.col("wording").alias("root"))
    while True:
        handed = both.join(roots.toDF("one", "root"), "one").groupBy("other").agg(sql.min("root"))
        handed = handed.toDF("wording", "handed")
        least = sql.least("root", sql.coalesce("handed", "root"))
        new = roots.join(handed, "wording", "left").select("wording", "root", least.alias("new"))
        new = new.localCheckpoint()
        changed = new.where("new <> root").head(1)
        roots = new.select("wording", sql.col("new").alias("root"))
        if not changed:
            return roots


# Matches.


def _matches(entries: DataFrame, roots: DataFrame, document: StructField) -> DataFrame:
    grouped = entries.join(roots, "wording").groupBy("root")
    schema = _match_type(document)
    found = grouped.applyInPandas(_built, "match string")
    return found.select(sql.from_json("match", schema).alias("match")).select("match.*")


def _match_type(document: StructField) -> StructType:
    quote, span, speaker = (from_arrow_type(arrow_type(one)) for one in (Quote, Span, Speaker))
    occurrence = StructType(
        [
            StructField("document", document.dataType),
            StructField("quote", quote),
            StructField("shared", ArrayType(span)),
        ]
    )
    return StructType(
        [
            StructField("text", StringType()),
            StructField("agree", BooleanType()),
            StructField("speakers", ArrayType(speaker)),
            StructField("occurrences", ArrayType(occurrence)),
        ]
    )


def _built(group: pd.DataFrame) -> pd.DataFrame:
    wordings = [_unpacked(wording) for wording in set(group["wording"])]
    if len(set(group["document"])) == 1 or not are_same_words(wordings):
        return pd.DataFrame({"match": []}, dtype=object)
    rows = zip(
        group["document"].tolist(),
        group["place"].tolist(),
        group["quote"],
        group["wording"],
        strict=True,
    )
    entries = [
        Entry(document, Quote.from_dict(json.loads(quote)), _unpacked(wording))
        for document, _, quote, wording in sorted(rows, key=_by_place)
    ]
    return pd.DataFrame({"match": [json.dumps(build_match(entries).to_dict())]}, dtype=object)


def _by_place(row: tuple[Hashable, int, str, str]) -> tuple[tuple[str, float, str], int]:
    return sort_key(row[0]), row[1]
