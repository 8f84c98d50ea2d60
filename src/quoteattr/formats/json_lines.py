"""JSON Lines: one document a line, its speakers once, its quotations referring to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

import attrs

from quoteattr.errors import RecordError
from quoteattr.formats.documents import (
    Document,
    Documents,
    encodable,
    json_object,
    json_text,
    read_documents_given,
    without_mark,
)
from quoteattr.formats.schemas import SCHEMA_VERSION
from quoteattr.records import Quote, Speaker

__all__ = ["document_line", "read_documents", "read_jsonl", "read_quote", "write_jsonl"]


def write_jsonl(documents: Documents, file: TextIO) -> None:
    r"""Write one line for each document, as the JSON Schema says.

    Args:
        documents: documents, or pairs of an identifier and quotations; an identifier is any JSON
            value.
        file: a text file opened for writing, in UTF-8.

    Raises:
        TypeError: a document is neither a `Document` nor a pair, or holds what is no quotation.
        RecordError: an identifier or metadata is nothing that JSON can hold.

    Examples:
        >>> import io
        >>> file = io.StringIO()
        >>> write_jsonl([("a.txt", [])], file)
        >>> file.getvalue()
        '{"version": 2, "document": "a.txt", "metadata": {}, "speakers": [], "quotes": []}\n'
    """
    file.writelines(map(document_line, read_documents_given(documents)))


def document_line(document: Document) -> str:
    """Give the line of one document, with its line feed."""
    speakers: list[dict[str, Any]] = []
    refer = _referrer(speakers)
    quotes = [_referring(quote, refer) for quote in document.quotes]
    text = {} if document.text is None else {"text": document.text}
    line = {
        "version": SCHEMA_VERSION,
        "document": document.id,
        "metadata": dict(document.metadata),
        **text,
        "speakers": speakers,
        "quotes": quotes,
    }
    return _json(line) + "\n"


def _json(value: object) -> str:
    """Write plain characters, and escapes where UTF-8 has no form for them."""
    text = json_text(value, allow_nan=False)
    return text if encodable(text) == text else json_text(value, ensure_ascii=True)


def _referring(quote: Quote, refer: Callable[[Speaker], dict[str, Any]]) -> dict[str, Any]:
    """Give a quotation as JSON values, with references in place of the speakers."""
    data = attrs.evolve(quote, speaker=None, relayed_by=None).to_dict()
    data["speaker"] = quote.speaker and refer(quote.speaker)
    data["relayed_by"] = quote.relayed_by and refer(quote.relayed_by)
    return data


def _referrer(entries: list[dict[str, Any]]) -> Callable[[Speaker], dict[str, Any]]:
    """Give the function that enters a speaker into the list, once, and refers to the entry.

    Speakers that differ in their title alone share an entry. An entry's number is the speaker's
    entity wherever that is free.
    """
    known: dict[object, list[tuple[Speaker, int]]] = {}
    taken: set[int] = set()

    def refer(speaker: Speaker) -> dict[str, Any]:
        same = known.setdefault((speaker.entity, speaker.name, speaker.kind), [])
        number = next((number for one, number in same if _alike(one, speaker)), None)
        if number is None:
            members = [refer(member) for member in speaker.members]
            number = _free(speaker.entity, taken)
            taken.add(number)
            same.append((speaker, number))
            entries.append(_entry(speaker, number, members))
        return {"id": number, "title": speaker.title}

    return refer


def _alike(one: Speaker, two: Speaker) -> bool:
    """Tell whether two speakers of one name, kind and entity are equal but for the title."""
    return all(
        first is second or first == second
        for first, second in (
            (one.mentions, two.mentions),
            (one.titles, two.titles),
            (one.members, two.members),
        )
    )


def _free(entity: int | None, taken: set[int]) -> int:
    if entity is not None and entity not in taken:
        return entity
    number = len(taken)
    while number in taken:
        number += 1
    return number


def _entry(speaker: Speaker, number: int, members: list[dict[str, Any]]) -> dict[str, Any]:
    data = attrs.evolve(speaker, members=()).to_dict()
    del data["title"]
    return {"id": number, **data, "members": members}


# Reading.

_FIELDS: dict[int, dict[str, Any]] = {
    1: {"version": int, "document": None, "quotes": list},
    2: {"version": int, "document": None, "metadata": dict, "speakers": list, "quotes": list},
}


def read_jsonl(lines: Iterable[str]) -> Iterator[tuple[Any, list[Quote]]]:
    """Read what `write_jsonl` wrote, as pairs of identifier and quotations.

    Version 1 reads too. Blank lines are passed over.

    Args:
        lines: an open text file, or any lines.

    Raises:
        RecordError: a line is no record; the message names the line, the quotation and the field.

    Examples:
        >>> list(read_jsonl(['{"version": 1, "document": "a.txt", "quotes": []}']))
        [('a.txt', [])]
    """
    for document in read_documents(lines):
        yield document.id, list(document.quotes)


def read_documents(lines: Iterable[str]) -> Iterator[Document]:
    """Read what `write_jsonl` wrote, with the metadata, and the text where it was written.

    Raises:
        RecordError: as `read_jsonl`.

    Examples:
        >>> [one] = read_documents(['{"version": 1, "document": 7, "quotes": []}'])
        >>> one.id, one.quotes, dict(one.metadata)
        (7, [], {})
    """
    for number, line in enumerate(without_mark(lines), 1):
        if not line.isspace() and line:
            try:
                yield _read_line(line)
            except RecordError as error:
                raise RecordError(f"line {number}: {error}") from error


def _read_line(line: str) -> Document:
    data = json_object(line)
    _check(data, _FIELDS[_version(data)])
    return Document(
        id=data["document"],
        quotes=list(_read_quotes(data)),
        metadata=data.get("metadata", {}),
        text=data.get("text"),
    )


def _version(data: Mapping[str, Any]) -> int:
    if "match" in data:
        raise RecordError("holds what documents share, not the quotations of one")
    version = data.get("version", ...)
    if version is ...:
        raise RecordError("version is missing")
    if type(version) is not int:
        raise RecordError(f"version must be int, not {type(version).__name__}")
    if version not in _FIELDS:
        known = " or ".join(map(str, _FIELDS))
        raise RecordError(f"version must be {known}, not {version}")
    return version


def _check(data: Mapping[str, Any], fields: Mapping[str, type | None]) -> None:
    """Ask for the fields of a line, each of its type; None takes any."""
    optional = {"text": str} if "metadata" in fields else {}
    for name in sorted(fields.keys() - data.keys()):
        raise RecordError(f"{name} is missing")
    for name in sorted(data.keys() - fields.keys() - optional.keys()):
        raise RecordError(f"no field {name!r}")
    for name, kind in {**fields, **optional}.items():
        if name in data and kind is not None and type(data[name]) is not kind:
            found = type(data[name]).__name__
            raise RecordError(f"{name} must be {kind.__name__}, not {found}")


def _read_quotes(data: Mapping[str, Any]) -> Iterator[Quote]:
    if data["version"] == 1:
        for number, one in enumerate(data["quotes"]):
            yield read_quote(number, one)
        return
    find = _finder(data["speakers"])
    for number, one in enumerate(data["quotes"]):
        yield _read_referring(number, one, find)


def read_quote(number: int, data: Any) -> Quote:
    """Read a whole quotation; an error names its place."""
    try:
        return Quote.from_dict(data)
    except RecordError as error:
        raise RecordError(f"quotes[{number}]: {error}") from error


Find = Callable[[Any], Speaker]


def _read_referring(number: int, data: Any, find: Find) -> Quote:
    if not isinstance(data, dict):
        raise RecordError(f"quotes[{number}]: Quote must be an object, not {type(data).__name__}")
    who = ("speaker", "relayed_by")
    data = {"relayed_by": None, **data}
    alone = read_quote(number, data | {name: None for name in who if name in data})
    try:
        speakers = [None if data[name] is None else find(data[name]) for name in who]
    except RecordError as error:
        raise RecordError(f"quotes[{number}]: {error}") from error
    return attrs.evolve(alone, speaker=speakers[0], relayed_by=speakers[1])


def _finder(entries: Sequence[Any]) -> Find:
    """Give the function that finds who a reference means; equal references give one object.

    Members stand before the group that they belong to, so that no entry can hold itself.
    """
    speakers: dict[int, Speaker] = {}
    titled: dict[tuple[int, str | None], Speaker] = {}

    def find(reference: Any) -> Speaker:
        number, title = _reference(reference)
        if number not in speakers:
            raise RecordError(f"there is no speaker with the id {number} before this")
        if (number, title) not in titled:
            titled[number, title] = attrs.evolve(speakers[number], title=title)
        return titled[number, title]

    for place, entry in enumerate(entries):
        try:
            number, speaker = _read_entry(entry, find)
        except RecordError as error:
            raise RecordError(f"speakers[{place}]: {error}") from error
        if number in speakers:
            raise RecordError(f"speakers[{place}]: the id {number} is taken")
        speakers[number] = speaker
    return find


def _read_entry(entry: Any, find: Find) -> tuple[int, Speaker]:
    if not isinstance(entry, dict):
        raise RecordError(f"must be an object, not {type(entry).__name__}")
    members = entry.get("members", ())
    if not isinstance(members, list):
        raise RecordError("members must be a list")
    fields = {name: value for name, value in entry.items() if name != "id"}
    if "title" in fields:
        raise RecordError("no field 'title': it stands where a quotation refers to the speaker")
    alone = Speaker.from_dict({**fields, "title": None, "members": []})
    return _number(entry), attrs.evolve(alone, members=tuple(map(find, members)))


def _reference(reference: Any) -> tuple[int, str | None]:
    if not isinstance(reference, dict) or reference.keys() != {"id", "title"}:
        raise RecordError("a reference to a speaker must be an object with id and title")
    title = reference["title"]
    if title is not None and not isinstance(title, str):
        raise RecordError(f"title must be str, not {type(title).__name__}")
    return _number(reference), title


def _number(data: Mapping[str, Any]) -> int:
    number = data.get("id")
    if type(number) is not int or number < 0:
        raise RecordError(f"id must be a number from 0 on, not {number!r}")
    return number
