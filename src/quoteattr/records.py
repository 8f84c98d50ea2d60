"""The records that quoteattr returns: immutable, hashable, equal by value."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from quoteattr.errors import RecordError

__all__ = [
    "Polarity",
    "Quote",
    "QuoteKind",
    "Setting",
    "Span",
    "Speaker",
    "SpeakerKind",
    "check_quotes",
    "free_entity",
    "group_by_speaker",
    "is_same_speaker",
    "with_members",
]

_ABSENT = "what a record written before the field was there says"


class QuoteKind(enum.Enum):
    """How the words are given.

    DIRECT: clauses or sentences stand between quotation marks.
    MIXED: a clause of the reporter's own with marked words in it.
    INDIRECT: reported speech without marks.
    """

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerKind(enum.Enum):
    """What sort of speaker it is.

    PERSON: somebody with a name. ORGANIZATION: a body, also a capital that stands for its
    government. GROUP: several people without a name. UNNAMED: one person without a name.
    DOCUMENT: a text that speaks for itself.
    """

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    UNNAMED = "unnamed"
    DOCUMENT = "document"


class Polarity(enum.Enum):
    """What the speaker does with the words.

    ASSERTS: says that it is so. DENIES: says that it is not so ("denied that he had paid").
    ASKS: wants to know whether it is so, or that it be done. CONDITIONAL: says what would be.
    """

    ASSERTS = "asserts"
    DENIES = "denies"
    ASKS = "asks"
    CONDITIONAL = "conditional"


@attrs.frozen(kw_only=True)
class Span:
    """A stretch of the text exactly as it was given: ``source_text[start:end] == text``.

    Attributes:
        start: offset of the first character, in code points.
        end: offset behind the last character, in code points.
        text: the characters themselves.

    Examples:
        >>> Span(start=0, end=3, text="She").to_dict()
        {'start': 0, 'end': 3, 'text': 'She'}
    """

    start: int
    end: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        """Give the span as plain JSON values."""
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Span:
        """Read what `to_dict` wrote.

        Raises:
            RecordError: a field is missing, unknown, or of the wrong type; or the text is not as
                long as the offsets say.
        """
        fields = _fields(cls, data)
        span = cls(
            start=_offset(fields, "start"),
            end=_offset(fields, "end"),
            text=_typed(fields, "text", str),
        )
        if span.end - span.start != len(span.text):
            raise RecordError(
                f"Span.text has {len(span.text)} characters, its offsets say "
                f"{span.end - span.start}"
            )
        return span


@attrs.frozen(kw_only=True)
class Speaker:
    """Whoever said or wrote the words, or passed them on.

    Attributes:
        name: the fullest form of the name in the text, without titles and honorifics; for a
            speaker without a name the noun phrase as it is written.
        kind: person, organization, group, unnamed or document.
        title: the role that fits best at the time of speaking, verbatim, or None.
        titles: every title that the text applies to the speaker, in text order.
        mentions: every span that refers to the speaker, as far as resolved, in text order. Titles
            and articles before a name are no part of a mention, so that `Quote.source` need not
            equal one.
        members: who speaks together, where a group is named one by one; empty for all others.
        entity: number of the speaker in the text. Two speakers of a text are the same when their
            numbers are, whichever title fits each quotation best. None in records of other
            origin, which `is_same_speaker` compares by name.

    Examples:
        >>> Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, title="mayor").title
        'mayor'
    """

    name: str
    kind: SpeakerKind
    title: str | None = None
    titles: tuple[Span, ...] = ()
    mentions: tuple[Span, ...] = ()
    members: tuple[Speaker, ...] = attrs.field(default=(), metadata={_ABSENT: ()})
    entity: int | None = attrs.field(default=None, metadata={_ABSENT: None})

    def to_dict(self) -> dict[str, Any]:
        """Give the speaker as plain JSON values."""
        return {
            "name": self.name,
            "kind": self.kind.value,
            "title": self.title,
            "titles": [span.to_dict() for span in self.titles],
            "mentions": [span.to_dict() for span in self.mentions],
            "members": [member.to_dict() for member in self.members],
            "entity": self.entity,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Speaker:
        """Read what `to_dict` wrote.

        Raises:
            RecordError: a field is missing, unknown, or of the wrong type.
        """
        fields = _fields(cls, data)
        return cls(
            name=_typed(fields, "name", str),
            kind=_member(fields, "kind", SpeakerKind),
            title=_optional(fields, "title", lambda: _typed(fields, "title", str)),
            titles=_several(Span, fields, "titles"),
            mentions=_several(Span, fields, "mentions"),
            members=_several(cls, fields, "members"),
            entity=_optional(fields, "entity", lambda: _offset(fields, "entity")),
        )


@attrs.frozen(kw_only=True)
class Setting:
    """The circumstances in which something was said, each as the text words it, or None.

    Attributes:
        addressee: whom it was said to ("reporters").
        medium: the occasion or channel ("a press conference", "Twitter").
        place: where it was said ("Seoul").
        time: when it was said ("Friday").

    Examples:
        >>> Setting(time=Span(start=8, end=14, text="Friday")).time.text
        'Friday'
    """

    addressee: Span | None = None
    medium: Span | None = None
    place: Span | None = None
    time: Span | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the setting as plain JSON values."""
        spans = attrs.asdict(self, recurse=False)
        return {name: span and span.to_dict() for name, span in spans.items()}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Setting:
        """Read what `to_dict` wrote.

        Raises:
            RecordError: a field is missing, unknown, or of the wrong type.
        """
        fields = _fields(cls, data)
        return cls(**{name: _one(Span, fields, name) for name in fields})


@attrs.frozen(kw_only=True)
class Quote:
    """One quotation: the words, how they are given, and who they belong to.

    Attributes:
        kind: direct, mixed or indirect.
        content: the attributed words. Direct: what stands inside the marks. Mixed: the reported
            clause with its marked words. Indirect: the clause without its complementiser. Several
            spans when the cue splits the quotation or it runs on over paragraphs.
        verbatim: the stretches between marks; equals `content` for a direct quotation, empty for
            an indirect one.
        cue: the words that report, such as "said" or "according to".
        source: the mention that the quotation hangs on, such as "he".
        speaker: who that is; None where the text does not say.
        confidence: calibrated probability (0-1) that content, source and speaker are right.
        source_confidence: calibrated probability (0-1) that content and source are right, whoever
            the source refers to.
        setting: to whom, through what, where and when it was said.
        relayed_by: who passes the words on, where that is somebody else than the speaker: a speaker
            of the text like any other.
        polarity: whether the speaker asserts, denies or asks what the content says, or says what
            would be.

    Examples:
        >>> words = Span(start=1, end=8, text="Go home")
        >>> quote = Quote(kind=QuoteKind.DIRECT, content=(words,), verbatim=(words,))
        >>> quote.text
        'Go home'
        >>> Quote.from_dict(quote.to_dict()) == quote
        True
    """

    kind: QuoteKind
    content: tuple[Span, ...]
    verbatim: tuple[Span, ...] = ()
    cue: Span | None = None
    source: Span | None = None
    speaker: Speaker | None = None
    confidence: float = 1.0
    source_confidence: float = attrs.field(default=1.0, metadata={_ABSENT: 1.0})
    setting: Setting = attrs.field(factory=Setting, metadata={_ABSENT: Setting().to_dict()})
    relayed_by: Speaker | None = attrs.field(default=None, metadata={_ABSENT: None})
    polarity: Polarity = attrs.field(
        default=Polarity.ASSERTS, metadata={_ABSENT: Polarity.ASSERTS.value}
    )

    @property
    def text(self) -> str:
        """The content spans, joined by a space."""
        return " ".join(span.text for span in self.content)

    def to_dict(self) -> dict[str, Any]:
        """Give the quotation as plain JSON values."""
        return {
            "kind": self.kind.value,
            "content": [span.to_dict() for span in self.content],
            "verbatim": [span.to_dict() for span in self.verbatim],
            "cue": self.cue and self.cue.to_dict(),
            "source": self.source and self.source.to_dict(),
            "speaker": self.speaker and self.speaker.to_dict(),
            "confidence": self.confidence,
            "source_confidence": self.source_confidence,
            "setting": self.setting.to_dict(),
            "relayed_by": self.relayed_by and self.relayed_by.to_dict(),
            "polarity": self.polarity.value,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Quote:
        """Read what `to_dict` wrote.

        Raises:
            RecordError: a field is missing, unknown, or of the wrong type.
        """
        fields = _fields(cls, data)
        return cls(
            kind=_member(fields, "kind", QuoteKind),
            content=_some(Span, fields, "content"),
            verbatim=_several(Span, fields, "verbatim"),
            cue=_one(Span, fields, "cue"),
            source=_one(Span, fields, "source"),
            speaker=_one(Speaker, fields, "speaker"),
            confidence=_probability(fields, "confidence"),
            source_confidence=_probability(fields, "source_confidence"),
            setting=_nested(Setting, fields["setting"], "setting"),
            relayed_by=_one(Speaker, fields, "relayed_by"),
            polarity=_member(fields, "polarity", Polarity),
        )


def check_quotes(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Give quotations one by one; refuse what is none.

    Raises:
        TypeError: the message names the type that came.

    Examples:
        >>> list(check_quotes(["Go home"]))
        Traceback (most recent call last):
            ...
        TypeError: a quotation must be Quote, not str
    """
    if not isinstance(quotes, Iterable):
        raise TypeError(f"quotations must be iterable, not {type(quotes).__name__}")
    for quote in quotes:
        if not isinstance(quote, Quote):
            raise TypeError(f"a quotation must be Quote, not {type(quote).__name__}")
        yield quote


def is_same_speaker(one: Speaker | None, other: Speaker | None) -> bool:
    """Tell whether two quotations of a text have one speaker, whichever title fits each best."""
    if one is None or other is None:
        return False
    if one.entity is None or other.entity is None:
        return one.name == other.name
    return one.entity == other.entity


def with_members(speaker: Speaker) -> Iterator[Speaker]:
    """Give a speaker and the members of a joint one, and theirs."""
    yield speaker
    for member in speaker.members:
        yield from with_members(member)


def free_entity(speakers: Iterable[Speaker]) -> int:
    """Give the first number that no entity of these speakers has."""
    return 1 + max((one.entity for one in speakers if one.entity is not None), default=-1)


def group_by_speaker(quotes: Iterable[Quote]) -> dict[Speaker | None, list[Quote]]:
    """Give each speaker's quotations, speakers in the order in which they are first quoted.

    All quotations of one entity of a text stand together, under the speaker of the first, even if
    another title fits later ones. The numbers of entities are those of one text, so that somebody
    in two texts may have two groups; speakers without a number are told apart by their names. Those
    whose speaker the text does not name stand under None.

    Raises:
        TypeError: what is given are no quotations.

    Examples:
        >>> words = Span(start=1, end=8, text="Go home")
        >>> quote = Quote(kind=QuoteKind.DIRECT, content=(words,), verbatim=(words,))
        >>> group_by_speaker([quote]) == {None: [quote]}
        True
    """
    groups: dict[object, list[Quote]] = {}
    for quote in check_quotes(quotes):
        who = quote.speaker
        key = who and (who.entity, who.name)
        groups.setdefault(key, []).append(quote)
    return {said[0].speaker: said for said in groups.values()}


_STRINGS = (str, bytes, bytearray, memoryview)
_T = TypeVar("_T")
_Member = TypeVar("_Member", bound=enum.Enum)


def _fields(cls: type, data: object) -> dict[str, Any]:
    """Check that `data` is a mapping with the fields of `cls`; give those that came later, too."""
    if not isinstance(data, Mapping):
        raise RecordError(f"{cls.__name__} must be an object, not {type(data).__name__}")
    names = {field.name for field in attrs.fields(cls)}
    later = [field for field in attrs.fields(cls) if _ABSENT in field.metadata]
    data = {**{field.name: field.metadata[_ABSENT] for field in later}, **data}
    for name in sorted(names - set(data)):
        raise RecordError(f"{cls.__name__}.{name} is missing")
    for name in sorted(map(str, set(data) - names)):
        raise RecordError(f"{cls.__name__} has no field {name!r}")
    return dict(data)


def _typed(fields: Mapping[str, Any], name: str, kind: type[_T]) -> _T:
    """Give the field, which must be of exactly this type (True is no int)."""
    value = fields[name]
    if type(value) is not kind:
        raise RecordError(f"{name} must be {kind.__name__}, not {type(value).__name__}")
    return value


def _offset(fields: Mapping[str, Any], name: str) -> int:
    """Give a non-negative offset."""
    value = _typed(fields, name, int)
    if value < 0:
        raise RecordError(f"{name} must not be negative: {value}")
    return value


def _probability(fields: Mapping[str, Any], name: str) -> float:
    """Give a probability; JSON writers may turn 1.0 into 1."""
    value = fields[name]
    if type(value) not in (int, float) or not 0 <= value <= 1:
        raise RecordError(f"{name} must be a number from 0 to 1, not {value!r}")
    return float(value)


def _member(fields: Mapping[str, Any], name: str, kind: type[_Member]) -> _Member:
    """Give the enumeration's member with the field's value."""
    values = [member.value for member in kind]
    if fields[name] not in values:
        raise RecordError(f"{name} must be one of {', '.join(values)}, not {fields[name]!r}")
    return kind(fields[name])


def _optional(fields: Mapping[str, Any], name: str, read: Callable[[], _T]) -> _T | None:
    """Give None for None and otherwise what `read` makes of the field."""
    return None if fields[name] is None else read()


_Record = TypeVar("_Record", Span, Speaker, Setting)


def _nested(cls: type[_Record], data: Any, place: str) -> _Record:
    """Read a record inside another; an error names the place: "titles[0].end is missing"."""
    try:
        return cls.from_dict(data)
    except RecordError as error:
        message = str(error)
        own = message.removeprefix(cls.__name__)  # "Span.end is missing"
        raise RecordError(place + (own if own != message else f".{message}")) from error


def _one(cls: type[_Record], fields: Mapping[str, Any], name: str) -> _Record | None:
    return _optional(fields, name, lambda: _nested(cls, fields[name], name))


def _several(cls: type[_Record], fields: Mapping[str, Any], name: str) -> tuple[_Record, ...]:
    value = fields[name]
    if not isinstance(value, Sequence) or isinstance(value, _STRINGS):
        raise RecordError(f"{name} must be a list, not {type(value).__name__}")
    return tuple(_nested(cls, one, f"{name}[{place}]") for place, one in enumerate(value))


def _some(cls: type[_Record], fields: Mapping[str, Any], name: str) -> tuple[_Record, ...]:
    """Give one record at least."""
    found = _several(cls, fields, name)
    if not found:
        raise RecordError(f"{name} must not be empty")
    return found
