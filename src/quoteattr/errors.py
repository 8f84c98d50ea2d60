"""What can go wrong, under one root."""

from __future__ import annotations

from typing import Any, ClassVar

__all__ = [
    "CoreferenceError",
    "DocumentError",
    "MissingExtraError",
    "ModelNotFoundError",
    "PipelineError",
    "QuoteattrError",
    "RecordError",
    "TextError",
]


class QuoteattrError(Exception):
    """Root of every error that quoteattr raises on purpose."""

    _made_of: ClassVar[tuple[str, ...]] = ()  # fields, where it is not made of its message

    def __reduce__(self) -> str | tuple[Any, ...]:
        """Rebuild from the fields, so that the error survives a process boundary."""
        fields = tuple(getattr(self, name) for name in self._made_of)
        return (type(self), fields) if fields else super().__reduce__()


class ModelNotFoundError(QuoteattrError):
    """The spaCy pipeline is not installed; the message names the command that brings it."""

    _made_of = ("name", "command")

    def __init__(self, name: str, command: str) -> None:
        """Take the pipeline's name and the command that installs it, "" for a path."""
        advice = f"spaCy pipeline {name!r} is not installed; install it with: {command}"
        super().__init__(advice if command else f"there is no spaCy pipeline at {name!r}")
        self.name = name
        self.command = command


class RecordError(QuoteattrError, ValueError):
    """A stored record does not have the form of one; the message names the field."""


class PipelineError(QuoteattrError):
    """A spaCy pipeline or Doc lacks annotation that quoteattr reads; the message names it."""


class CoreferenceError(QuoteattrError, ValueError):
    """A coreference function gave what is no span of the text; the message shows it."""


class MissingExtraError(QuoteattrError, ImportError):
    """An optional package is not installed; the message names the command that brings it."""

    _made_of = ("module", "extra")

    def __init__(self, module: str, extra: str) -> None:
        """Take the module that is missing and the extra of quoteattr that brings it."""
        super().__init__(
            f"{module} is not installed; it comes with the extra {extra!r}: "
            f"pip install '.[{extra}]' in a clone of quoteattr"
        )
        self.module = module
        self.extra = extra


class TextError(QuoteattrError):
    """One text of a stream could not be read; the texts around it are not touched."""

    _made_of = ("index", "reason")

    def __init__(self, index: int, reason: str) -> None:
        """Take the text's place in the stream, counted from 0, and what went wrong."""
        super().__init__(f"text {index}: {reason}")
        self.index = index
        self.reason = reason


class DocumentError(QuoteattrError, ValueError):
    """A document of a set cannot be taken as it is: its id stands twice, or cannot be hashed."""
