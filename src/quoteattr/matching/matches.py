"""Matches: what several documents share, as records."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import attrs

from quoteattr.records import Quote, Span, Speaker

__all__ = ["Matches", "Occurrence", "PersonMatch", "QuotationMatch", "TitleUse"]


@attrs.frozen(kw_only=True)
class Occurrence:
    """One quotation that shares words with quotations of other documents.

    Attributes:
        document: the id of its document.
        quote: the quotation.
        shared: the shared words, from the first to the last, within each stretch between marks;
            in the fullest version all that any other occurrence shares, in the others what they
            share with the fullest version (or with the fullest one with which they share words).
    """

    document: Hashable
    quote: Quote
    shared: tuple[Span, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the occurrence as plain values; the id stays as it is."""
        return {
            "document": self.document,
            "quote": self.quote.to_dict(),
            "shared": [span.to_dict() for span in self.shared],
        }


@attrs.frozen(kw_only=True)
class QuotationMatch:
    """The same words quoted in several documents, whole or in part.

    Attributes:
        occurrences: the quotations, in at least two documents; ordered by document, then by place.
        text: the marked words of the fullest version, its stretches joined by a space.
        speakers: whom each occurrence is attributed to, in the same order; None where its text
            does not say.
        agree: whether all speakers with a name can be one and the same.
    """

    occurrences: tuple[Occurrence, ...]
    text: str
    speakers: tuple[Speaker | None, ...]
    agree: bool

    def to_dict(self) -> dict[str, Any]:
        """Give the match as plain values."""
        return {
            "text": self.text,
            "agree": self.agree,
            "speakers": [speaker and speaker.to_dict() for speaker in self.speakers],
            "occurrences": [occurrence.to_dict() for occurrence in self.occurrences],
        }


@attrs.frozen(kw_only=True)
class TitleUse:
    """A title, and who gives it.

    Attributes:
        title: the words, as they stand in the first of the documents.
        documents: the ids of the documents that give it, capitals and spelling apart.
    """

    title: str
    documents: tuple[Hashable, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give title and documents as plain values."""
        return {"title": self.title, "documents": list(self.documents)}


@attrs.frozen(kw_only=True)
class PersonMatch:
    """The same person quoted in several documents.

    Attributes:
        name: the fullest form of the name.
        titles: every title, each with the documents that give it.
        speakers: pairs of a document's id and the speaker as that document has it.
        support: what speaks for one person besides the full name: "title", "organization",
            "quotation"; empty where the name stands alone and nothing speaks against it.
    """

    name: str
    titles: tuple[TitleUse, ...]
    speakers: tuple[tuple[Hashable, Speaker], ...]
    support: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the match as plain values."""
        return {
            "name": self.name,
            "titles": [title.to_dict() for title in self.titles],
            "speakers": [
                {"document": document, "speaker": speaker.to_dict()}
                for document, speaker in self.speakers
            ],
            "support": list(self.support),
        }


@attrs.frozen(kw_only=True)
class Matches:
    """What a set of documents has in common.

    Attributes:
        quotations: the same words, the match with the most documents first.
        persons: the same people, by name.
    """

    quotations: tuple[QuotationMatch, ...] = ()
    persons: tuple[PersonMatch, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give both lists as plain values."""
        return {
            "quotations": [match.to_dict() for match in self.quotations],
            "persons": [match.to_dict() for match in self.persons],
        }
