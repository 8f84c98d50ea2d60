"""Golden cases: texts with the expected spans marked in place, and how to compare.

A case is four parts, each but the last closed by a line that holds a full stop alone::

    Title
    .
    ⟦q1 “We lost [the vote],”⟧ ⟦c1 said⟧ ⟦s1 Finance Minister Jane Doe⟧.
    .
    q1 direct speaker="Jane Doe" title="Finance Minister"
    .

``⟦q1 …⟧`` marks content and may stand several times (content in pieces), ``c1`` the cue, ``s1`` the
source; ``o1`` marks words next to the content that may belong to it or not, as *the plan* in
“called the plan ‘mad’”. Brackets nest. An expectation names the content's label, the kind
(``direct|mixed`` where both will do), and what else must hold: ``speaker=``, ``kind=`` (of the
speaker), ``title=``, ``source=``; ``|`` stands between answers of which one will do. ``none`` means
that there must be none; what is not named is not checked. Records that no line expects are an
error, unless a line ``...`` lets them pass; a line that starts with ``may`` allows a record there
without asking for it, and checks its speaker alone.

``a1`` marks the addressee, ``m1`` the medium, ``p1`` the place and ``t1`` the time of q1; where a
case marks any of them, the setting of every record is checked, and what is not marked must be None.
A setting that holds for a later record is named there: ``addressee=a1 time=t1``; ``setting=none``
checks that there is none. ``relayed=`` names who passes the words on, ``polarity=`` what the
speaker does with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from quoteattr.corpora.passages import read_marked
from quoteattr.records import Quote, QuoteKind

__all__ = [
    "Case",
    "Expectation",
    "core",
    "differences",
    "expected_places",
    "expected_setting",
    "paired",
    "read_cases",
    "will_do",
]

Offsets = tuple[int, int]  # some of a record's, others widened

_FIELD = re.compile(r'(\w+)=(?:"([^"]*)"|(\w+))')
_MARKS = "“”„‟\"‘’‚‛'`«»‹›「」『』"
_EDGE = _MARKS + " \n\r\t\xa0\u202f.,;:!?…—–-"
_OPENER = re.compile(rf"(?:``|[{_MARKS}])?\s*")
_CLOSER = re.compile(rf"\s*(?:''|[{_MARKS}])?$")
_MARKED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“|‘.*?’(?!\w)|(?<!\w)'.*?'(?!\w)")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_SAME_RECORD = 0.3
_CIRCUMSTANCES = {"addressee": "a", "medium": "m", "place": "p", "time": "t"}


@attrs.frozen(kw_only=True)
class Expectation:
    """One record that a case expects; `fields` holds what else must hold, by name."""

    label: str
    kinds: tuple[str, ...]
    content: tuple[Offsets, ...]
    optional: tuple[Offsets, ...]
    required: bool
    fields: Mapping[str, str | None]


@attrs.frozen(kw_only=True)
class Case:
    """A text, the records expected of it, and whether further records may come with them."""

    title: str
    text: str
    spans: Mapping[str, tuple[Offsets, ...]]
    expected: tuple[Expectation, ...]
    open_ended: bool


def read_cases(path: Path) -> list[Case]:
    """Read the cases of a file, in order."""
    with path.open(encoding="utf-8", newline="") as file:
        parts = re.split(r"^\.\n", file.read(), flags=re.MULTILINE)
    *parts, rest = parts
    if rest.strip() or len(parts) % 3:
        raise ValueError(f"{path.name}: the last case is not complete")
    return [
        _read_case(title.strip(), marked.removesuffix("\n"), lines)
        for title, marked, lines in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]


def known_failures() -> frozenset[str]:
    """Read the cases known to fail, one a line: the name of the file, a colon and the title."""
    lines = (Path(__file__).parent / "golden" / "known_failures.txt").read_text("utf-8")
    return frozenset(line for line in lines.splitlines() if line)


def _read_case(title: str, marked: str, lines: str) -> Case:
    text, spans = read_marked(marked)
    rows = [line for line in lines.splitlines() if line.strip()]
    return Case(
        title=title,
        text=text,
        spans=spans,
        expected=tuple(_read_expectation(row, spans) for row in rows if row != "..."),
        open_ended="..." in rows,
    )


def _read_expectation(line: str, spans: Mapping[str, tuple[Offsets, ...]]) -> Expectation:
    label, kinds, *_ = line.removeprefix("may ").split()
    fields = {
        name: None if bare == "none" else quoted or bare
        for name, quoted, bare in _FIELD.findall(line)
    }
    return Expectation(
        label=label,
        kinds=tuple(QuoteKind(kind).value for kind in kinds.split("|")),
        content=spans[label],
        optional=spans.get(f"o{label[1:]}", ()),
        required=not line.startswith("may "),
        fields=fields,
    )


def differences(case: Case, quotes: Sequence[Quote]) -> list[str]:
    """Name everything in which the records differ from what the case expects."""
    pairs = paired(case, quotes)
    found = [
        f"{expected.label} {difference}"
        for expected in case.expected
        for difference in _compare(case, expected, pairs.get(expected.label))
    ]
    matched = {id(quote) for quote in pairs.values()}
    extra = [quote for quote in quotes if id(quote) not in matched]
    if not case.open_ended:
        found += [f"extra {quote.kind.value} record: {quote.text!r}" for quote in extra]
    return found


def expected_places(text: str, expected: Expectation) -> tuple[list[Offsets], list[Offsets]]:
    """Give the content without outer marks, and its verbatim stretches without edges."""
    trim = _inside if expected.kinds == ("direct",) else core
    return [trim(text, span) for span in expected.content], _verbatim(text, expected)


def paired(case: Case, quotes: Sequence[Quote]) -> dict[str, Quote]:
    """Give every expectation the record that shares most of its content, best pairs first."""
    scored = sorted(
        (
            (_likeness(expected.content, [(s.start, s.end) for s in quote.content]), -i, -j)
            for i, expected in enumerate(case.expected)
            for j, quote in enumerate(quotes)
        ),
        reverse=True,
    )
    pairs: dict[str, Quote] = {}
    used: set[int] = set()
    for likeness, i, j in scored:
        label = case.expected[-i].label
        if likeness >= _SAME_RECORD and label not in pairs and -j not in used:
            pairs[label] = quotes[-j]
            used.add(-j)
    return pairs


def _likeness(left: Sequence[Offsets], right: Sequence[Offsets]) -> float:
    """Give the share of characters that both have among those that either has."""
    ours = {place for start, end in left for place in range(start, end)}
    theirs = {place for start, end in right for place in range(start, end)}
    return len(ours & theirs) / (len(ours | theirs) or 1)


def _compare(case: Case, expected: Expectation, quote: Quote | None) -> Iterator[str]:
    if quote is None:
        if expected.required:
            yield f"missing: {_words(case.text, expected.content)!r}"
        return
    if not expected.required:
        yield from _compare_speaker(expected, quote)
        return
    if quote.kind.value not in expected.kinds:
        yield f"kind is {quote.kind.value}, not {'|'.join(expected.kinds)}"
    yield from _compare_content(case.text, expected, quote)
    yield from _compare_cue(case, expected, quote)
    yield from _compare_source(case, expected, quote)
    yield from _compare_speaker(expected, quote)
    yield from _compare_setting(case, expected, quote)


def _compare_content(text: str, expected: Expectation, quote: Quote) -> Iterator[str]:
    content, verbatim = expected_places(text, expected)
    trim = _inside if expected.kinds == ("direct",) else core
    found = [trim(text, (span.start, span.end)) for span in quote.content]
    if found not in (content, [trim(text, span) for span in _widened(expected)]):
        yield f"content is {quote.text!r}, not {_words(text, expected.content)!r}"
    got = [core(text, (span.start, span.end)) for span in quote.verbatim]
    if len(expected.kinds) == 1 and got != verbatim:
        yield f"verbatim is {[span.text for span in quote.verbatim]}"


def _widened(expected: Expectation) -> list[Offsets]:
    """Give the content together with the optional words, which stand a space away from it."""
    wide: list[Offsets] = []
    for start, end in sorted((*expected.content, *expected.optional)):
        if wide and wide[-1][1] + 1 == start:
            wide[-1] = (wide[-1][0], end)
        else:
            wide.append((start, end))
    return wide


def _verbatim(text: str, expected: Expectation) -> list[Offsets]:
    """Give the stretches between marks that the expected content must have."""
    if expected.kinds == ("indirect",):
        return []
    if expected.kinds == ("direct",):
        return [core(text, span) for span in expected.content]
    return [
        core(text, (start + match.start(), start + match.end()))
        for start, end in expected.content
        for match in _MARKED.finditer(text[start:end])
    ]


def _compare_cue(case: Case, expected: Expectation, quote: Quote) -> Iterator[str]:
    for start, end in case.spans.get(f"c{expected.label[1:]}", ()):
        cue = quote.cue
        if cue is None or cue.end <= start or end <= cue.start:
            yield f"cue is {cue and cue.text!r}, not {case.text[start:end]!r}"


def _compare_source(case: Case, expected: Expectation, quote: Quote) -> Iterator[str]:
    source = quote.source
    if "source" in expected.fields and expected.fields["source"] is None:
        if source is not None:
            yield f"source is {source.text!r}, not None"
        return
    label = expected.fields.get("source") or f"s{expected.label[1:]}"
    for start, end in case.spans.get(label, ()):
        words = _POSSESSIVE.sub("", case.text[start:end])
        if source is None or source.start != start or _POSSESSIVE.sub("", source.text) != words:
            yield f"source is {source and source.text!r}, not {words!r}"


def expected_setting(case: Case, expected: Expectation) -> Mapping[str, Offsets | None] | None:
    """Give the circumstances that a record must have, None where the case does not say."""
    told = {label[0] for label in case.spans} & set(_CIRCUMSTANCES.values())
    if not told and "setting" not in expected.fields:
        return None
    places = {}
    for name, letter in _CIRCUMSTANCES.items():
        label = expected.fields.get(name, f"{letter}{expected.label[1:]}")
        places[name] = next(iter(case.spans.get(label or "", ())), None)
    return places


def _compare_setting(case: Case, expected: Expectation, quote: Quote) -> Iterator[str]:
    for name, place in (expected_setting(case, expected) or {}).items():
        span = getattr(quote.setting, name)
        if (span and (span.start, span.end)) != place:
            words = place and case.text[slice(*place)]
            yield f"{name} is {span and span.text!r}, not {words!r}"


def _compare_speaker(expected: Expectation, quote: Quote) -> Iterator[str]:
    speaker = quote.speaker
    got = {
        "speaker": speaker and speaker.name,
        "kind": speaker and speaker.kind.value,
        "title": speaker and speaker.title,
        "relayed": quote.relayed_by and quote.relayed_by.name,
        "polarity": quote.polarity.value,
    }
    for name, value in got.items():
        if name in expected.fields and not will_do(value, expected.fields[name]):
            yield f"{name} is {value!r}, not {expected.fields[name]!r}"


def will_do(value: str | None, expected: str | None) -> bool:
    """Compare without regard to a leading article and to case."""
    if value is None or expected is None:
        return value is expected
    plain = _ARTICLE.sub("", value).casefold()
    return any(plain == _ARTICLE.sub("", one).casefold() for one in expected.split("|"))


def _words(text: str, spans: Sequence[Offsets]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def core(text: str, span: Offsets) -> Offsets:
    """Take marks, punctuation and white space off both edges."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _inside(text: str, span: Offsets) -> Offsets:
    """Take one pair of outer marks and the white space next to them off."""
    start, end = span
    words = text[start:end]
    opener = _OPENER.match(words)
    closer = _CLOSER.search(words)
    return start + (opener.end() if opener else 0), start + (
        closer.start() if closer else len(words)
    )
