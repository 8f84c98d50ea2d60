"""GUM documents as texts with their entities: every mention of everybody and everything."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from quoteattr.text.ranges import CharRange

__all__ = ["Document", "Entity", "EntityMention", "read_documents"]


@attrs.frozen(kw_only=True)
class EntityMention:
    """Words that refer to an entity.

    Attributes:
        start, end: code-point offsets of the whole phrase.
        head: offsets of its head word.
    """

    start: int
    end: int
    head: CharRange


@attrs.frozen(kw_only=True)
class Entity:
    """Somebody or something of a text: its number there, its type, its mentions in text order.

    The types are those of GUM: person, place, organization, object, event, time, substance, animal,
    plant, abstract.
    """

    id: int
    type: str
    mentions: tuple[EntityMention, ...]


@attrs.frozen(kw_only=True)
class Document:
    """A text, its genre (news, fiction, vlog, …) and its entities."""

    name: str
    genre: str
    text: str
    entities: tuple[Entity, ...]


def read_documents(folder: Path) -> Iterator[Document]:
    """Read every document of a folder of JSON files, by name.

    Raises:
        FileNotFoundError: the folder has no such file in it.
        ValueError: a mention lies outside its text; the document is named.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise FileNotFoundError(f"no documents in {folder}")
    for path in paths:
        document = _document(json.loads(path.read_text(encoding="utf-8")))
        for entity in document.entities:
            for mention in entity.mentions:
                if not 0 <= mention.start < mention.end <= len(document.text):
                    raise ValueError(f"{document.name}: {mention} lies outside the text")
        yield document


def _document(data: Mapping[str, Any]) -> Document:
    return Document(
        name=data["id"],
        genre=data["genre"],
        text=data["text"],
        entities=tuple(_entity(number, entity) for number, entity in enumerate(data["entities"])),
    )


def _entity(number: int, data: Mapping[str, Any]) -> Entity:
    mentions = [_mention(mention) for mention in data["mentions"]]
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    return Entity(id=number, type=data["type"], mentions=tuple(mentions))


def _mention(data: Mapping[str, Any]) -> EntityMention:
    return EntityMention(start=data["start"], end=data["end"], head=CharRange(*data["head"]))
