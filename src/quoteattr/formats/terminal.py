"""Text for the terminal: a table of who says what, in wide and narrow windows, and explanations."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quoteattr.formats.notes import circumstances, manner
from quoteattr.formats.printable import one_line
from quoteattr.records import Quote, QuoteKind, Speaker, check_quotes

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from quoteattr.explanations import Candidate, Explanation, Referent

__all__ = ["NARROW", "plain_cell", "to_explanation", "to_table"]

NARROW = 100  # columns of a terminal; in fewer, the speaker stands above the words


def to_table(
    quotes: Iterable[Quote], *, title: str | None = None, width: int | None = None
) -> Table:
    """Give a rich table with one row for each quotation: who, in which role, how, which words.

    Direct quotations stand in marks; a quotation under an empty cell is of the speaker above.

    Args:
        quotes: the quotations of one document.
        title: what stands above the table.
        width: columns of the terminal; below 100, speaker and title stand above the words.

    Raises:
        TypeError: what is given are no quotations.

    Examples:
        >>> to_table([]).row_count
        0
    """
    narrow = width is not None and width < NARROW
    table = _empty_table(title, narrow=narrow)
    before: Speaker | None = None
    for number, quote in enumerate(check_quotes(quotes)):
        same = number > 0 and _same(quote.speaker, before)
        before = quote.speaker
        table.add_row(*(_narrow_row if narrow else _wide_row)(quote, same=same))
    return table


def _empty_table(title: str | None, *, narrow: bool) -> Table:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  # only those who ask for a table pay
    from rich.table import Table  # noqa: PLC0415

    heading = None if title is None else plain_cell(title)
    table = Table(title=heading, title_justify="left", box=SIMPLE_HEAD)
    if not narrow:
        table.add_column("Speaker", max_width=30, overflow="fold")
    table.add_column("Kind", min_width=8, max_width=18, overflow="fold")
    table.add_column("Words", overflow="fold")
    table.add_column("Sure", justify="right", min_width=4)
    return table


def _same(speaker: Speaker | None, before: Speaker | None) -> bool:
    """Tell whether a speaker, under the same title, is the one before."""
    if speaker is None or before is None:
        return speaker is before
    known = (speaker.name, speaker.title, speaker.entity)
    return known == (before.name, before.title, before.entity)


def _wide_row(quote: Quote, *, same: bool) -> tuple[Text, ...]:
    from rich.text import Text  # noqa: PLC0415

    who = Text() if same else _who(quote.speaker, "\n")
    return who, _manner(quote), _said(quote), plain_cell(f"{quote.confidence:.0%}")


def _narrow_row(quote: Quote, *, same: bool) -> tuple[Text, ...]:
    words = _said(quote)
    if not same:
        words = _who(quote.speaker, ", ").append("\n").append_text(words)
    return _manner(quote), words, plain_cell(f"{quote.confidence:.0%}")


def _who(speaker: Speaker | None, joint: str) -> Text:
    """Give the name with the title behind or under it; a dash stands for nobody."""
    name = plain_cell(speaker.name if speaker else "–")
    name.stylize("bold")
    if speaker and speaker.title:
        name.append(f"{joint}{plain_cell(speaker.title).plain}", style="not bold")
    return name


def _manner(quote: Quote) -> Text:
    """Say how it is said, and below that the cue."""
    kind = plain_cell(", ".join(manner(quote)))
    return kind.append(f"\n{plain_cell(quote.cue.text).plain}", style="dim") if quote.cue else kind


def _said(quote: Quote) -> Text:
    """Give the words, in marks where they are direct, and below them how they were said."""
    direct = quote.kind is QuoteKind.DIRECT
    words = plain_cell(f"“{quote.text}”" if direct else quote.text)
    words.stylize("italic" if quote.kind is QuoteKind.INDIRECT else "")
    notes = " · ".join(circumstances(quote))
    if notes:
        words.append(f"\n{plain_cell(notes).plain}", style="dim")
    return words


def plain_cell(value: str) -> Text:
    """Give plain text without anything that could steer a terminal."""
    from rich.text import Text  # noqa: PLC0415

    return Text(" ".join(one_line(value).split()))


_CANDIDATES_SHOWN = 3
_REASONS_SHOWN = 4


def to_explanation(explanation: Explanation) -> str:
    """Give lines of text: the quotation, the decisions behind it, and who could have said it.

    Below each candidate stand the weightiest reasons for (+) and against (-), in log-odds; below
    "meant:" whom the source could mean, with the same.

    Examples:
        >>> from quoteattr import explain
        >>> [explanation] = explain("“We lost,” coach Ann Lee told Bo Ek.")
        >>> print(to_explanation(explanation))
        We lost,
          direct, speaker Ann Lee...
          decided: ...
           ...% coach Ann Lee
        ...
    """
    quote = explanation.quote
    who = f"speaker {quote.speaker.name}" if quote.speaker else "no speaker named"
    decided = ", ".join(f"{name} {probability:.0%}" for name, probability in explanation.decisions)
    lines = [
        f"{quote.kind.value}, {who}, confidence {quote.confidence:.0%}",
        f"decided: {decided or 'by rule'}",
        *([f"rules: {', '.join(explanation.rules)}"] if explanation.rules else []),
        *itertools.chain.from_iterable(
            map(_candidate_lines, explanation.candidates[:_CANDIDATES_SHOWN])
        ),
        *(["meant:"] if explanation.referents else []),
        *itertools.chain.from_iterable(
            map(_referent_lines, explanation.referents[:_CANDIDATES_SHOWN])
        ),
    ]
    return "\n".join([one_line(quote.text), *(f"  {one_line(line)}" for line in lines)])


def _candidate_lines(candidate: Candidate) -> Iterator[str]:
    name = candidate.mention.text if candidate.mention else "(nobody)"
    yield f"{candidate.probability:>5.0%} {name}"
    yield from _reasons(candidate.features)


def _referent_lines(referent: Referent) -> Iterator[str]:
    yield f"{referent.probability:>5.0%} {referent.name or '(nobody named here)'}"
    yield from _reasons(referent.features)


def _reasons(features: Sequence[tuple[str, float]]) -> Iterator[str]:
    reasons = features[:_REASONS_SHOWN]
    if reasons:
        yield "      " + "  ".join(f"{weight:+.2f} {feature}" for feature, weight in reasons)
