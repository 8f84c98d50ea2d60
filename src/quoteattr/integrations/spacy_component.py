"""The spaCy component "quoteattr": quotations in ``doc._.quotes`` and ``doc.spans``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from quoteattr.input_checks import check_doc, check_kinds
from quoteattr.pipeline import read_doc
from quoteattr.records import Quote, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

__all__ = ["NAME", "QuoteComponent", "make_component", "register_extension"]

NAME = "quoteattr"
_KINDS = [kind.value for kind in QuoteKind]


@Language.factory(
    NAME,
    default_config={"kinds": _KINDS},
    requires=["token.tag", "token.dep"],
    assigns=["doc._.quotes", "doc.spans"],
)
def make_component(nlp: Language, name: str, kinds: Sequence[str] | str) -> QuoteComponent:  # noqa: ARG001  # spaCy's signature
    """Make the component for ``nlp.add_pipe("quoteattr", config={"kinds": ["direct"]})``.

    One kind may also stand by itself: ``{"kinds": "direct"}``.
    """
    register_extension()
    return QuoteComponent(check_kinds(kinds))


class QuoteComponent:
    """Finds the quotations of a parsed Doc; nothing is parsed again.

    Plain dicts in ``doc.user_data["quoteattr"]`` hold the records, so that the Doc can be stored
    and sent between processes; ``doc._.quotes`` reads them.
    """

    def __init__(self, kinds: Collection[QuoteKind]) -> None:
        """Take the kinds of quotation to look for."""
        self._kinds = kinds

    def __call__(self, doc: Doc) -> Doc:
        """Add the quotations to a Doc.

        Raises:
            PipelineError: the Doc has no tags or no dependencies.
        """
        check_doc(doc)
        quotes = read_doc(doc, self._kinds)
        doc.user_data[NAME] = [quote.to_dict() for quote in quotes]
        doc.spans[NAME] = SpanGroup(doc, name=NAME, spans=list(_spans(doc, quotes)))
        return doc


def _spans(doc: Doc, quotes: Sequence[Quote]) -> Iterator[Span]:
    """Give the content as tokens: labelled with the kind, numbered as in ``doc._.quotes``."""
    for number, quote in enumerate(quotes):
        for part in quote.content:
            span = doc.char_span(
                part.start,
                part.end,
                label=quote.kind.value,
                span_id=str(number),
                alignment_mode="expand",
            )
            if span is not None:
                yield span


def _quotes(doc: Doc) -> list[Quote]:
    return [Quote.from_dict(data) for data in doc.user_data.get(NAME, [])]


def register_extension() -> None:
    """Let every Doc serve ``doc._.quotes``; making the component does it.

    It is needed by itself only to read stored Docs where no pipeline with the component is
    loaded. An extension of that name that somebody else set is left alone.
    """
    if not Doc.has_extension("quotes"):
        Doc.set_extension("quotes", getter=_quotes)
