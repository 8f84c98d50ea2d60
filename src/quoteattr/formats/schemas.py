"""The form of the records, read off their annotations: as a JSON Schema and as Arrow types."""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

import attrs

from quoteattr.records import Quote

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["SCHEMA_VERSION", "arrow_type", "json_schema", "object_schema", "schema_of"]

SCHEMA_VERSION = 2


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a line that `write_jsonl` writes.

    Examples:
        >>> json_schema()["required"]
        ['version', 'document', 'metadata', 'speakers', 'quotes']
    """
    records: dict[str, Any] = {}
    quote = schema_of(Quote, records)
    _refer_to_speakers(records)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:quoteattr:document:{SCHEMA_VERSION}",
        "title": "The quotations of one document",
        "description": "Offsets count code points of the document's text.",
        "type": "object",
        "properties": {
            "version": {"const": SCHEMA_VERSION},
            "document": {"description": "identifier, any JSON value"},
            "metadata": {"type": "object"},
            "text": {"type": "string"},
            "speakers": {"type": "array", "items": {"$ref": "#/$defs/Speaker"}},
            "quotes": {"type": "array", "items": quote},
        },
        "required": ["version", "document", "metadata", "speakers", "quotes"],
        "additionalProperties": False,
        "$defs": records,
    }


_NUMBER = {"type": "integer", "minimum": 0}


def _refer_to_speakers(records: dict[str, Any]) -> None:
    """Let quotations and groups refer to the speakers, which stand once in a document."""
    title = records["Speaker"]["properties"].pop("title")
    records["SpeakerReference"] = object_schema({"id": _NUMBER, "title": title})
    reference = {"$ref": "#/$defs/SpeakerReference"}
    speaker = records["Speaker"]["properties"]
    speaker["members"] = {"type": "array", "items": reference}
    records["Speaker"] = object_schema({"id": _NUMBER, **speaker})
    for name in ("speaker", "relayed_by"):
        records["Quote"]["properties"][name] = {"anyOf": [reference, {"type": "null"}]}


_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number", "minimum": 0, "maximum": 1},
    bool: {"type": "boolean"},
    Hashable: {},
}


def schema_of(kind: Any, records: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of a field's type; the records met on the way go into `records`."""
    shape, inner = _shape(kind)
    if shape == "optional":
        return {"anyOf": [schema_of(inner, records), {"type": "null"}]}
    if shape == "list":
        return {"type": "array", "items": schema_of(inner, records)}
    if shape == "enum":
        return {"enum": [member.value for member in kind]}
    if shape == "plain":
        return dict(_PLAIN[kind])
    if kind.__name__ not in records:
        records[kind.__name__] = {}  # holds the place, so that records stand in reading order
        fields = {name: schema_of(type_, records) for name, type_ in _fields(kind)}
        records[kind.__name__] |= object_schema(fields)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def object_schema(properties: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of an object that has all of these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def arrow_type(kind: Any = Quote, around: tuple[Any, ...] = ()) -> pa.DataType:
    """Give the Arrow type of a record, or of a field of one; needs pyarrow.

    Arrow knows no type that holds itself: a record inside its like lacks the field that would hold
    more of them, as a member of a group has no members.

    Args:
        kind: the record, or a field's type.
        around: the records that the field is part of.
    """
    import pyarrow as pa  # noqa: PLC0415  # an extra

    shape, inner = _shape(kind)
    if shape == "optional":
        return arrow_type(inner, around)
    if shape == "list":
        return pa.list_(arrow_type(inner, around))
    if shape == "record":
        fields = [
            (name, arrow_type(type_, (*around, kind)))
            for name, type_ in _fields(kind)
            if not (kind in around and kind in typing.get_args(type_))
        ]
        return pa.struct(fields)
    return {str: pa.string(), int: pa.int64(), float: pa.float64()}.get(kind, pa.string())


def _shape(kind: Any) -> tuple[str, Any]:
    """Tell the sort of a field's type, and for an optional or a list what is inside."""
    arguments = typing.get_args(kind)
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return "optional", arguments[0]
    if arguments:
        return "list", arguments[0]
    if issubclass(kind, enum.Enum):
        return "enum", None
    return ("plain", None) if kind in _PLAIN else ("record", None)


def _fields(record: type) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(record)
    return [(field.name, hints[field.name]) for field in attrs.fields(record)]
