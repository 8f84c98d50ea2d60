"""Across texts: the same words quoted in several documents, and the same person in them."""

from quoteattr.matching.documents import match_quotations
from quoteattr.matching.matches import Matches, Occurrence, PersonMatch, QuotationMatch

__all__ = ["Matches", "Occurrence", "PersonMatch", "QuotationMatch", "match_quotations"]
