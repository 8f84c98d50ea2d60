"""What can go wrong, under one root."""

from __future__ import annotations

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


class ModelNotFoundError(QuoteattrError):
    """The spaCy pipeline is not installed; the message names the command that brings it."""

    def __init__(self, name: str, command: str) -> None:
        """Take the pipeline's name and the command that installs it, "" for a path."""
        advice = f"spaCy pipeline {name!r} is not installed; install it with: {command}"
        super().__init__(advice if command else f"there is no spaCy pipeline at {name!r}")
        self.name = name
        self.command = command

    def __reduce__(self) -> tuple[type[ModelNotFoundError], tuple[str, str]]:
        """Rebuild from both arguments, so that the error survives a process boundary."""
        return type(self), (self.name, self.command)


class RecordError(QuoteattrError, ValueError):
    """A stored record does not have the form of one; the message names the field."""


class PipelineError(QuoteattrError):
    """A spaCy pipeline or Doc lacks annotation that quoteattr reads; the message names it."""


class CoreferenceError(QuoteattrError, ValueError):
    """A coreference function gave what is no span of the text; the message shows it."""


class MissingExtraError(QuoteattrError, ImportError):
    """An optional package is not installed; the message names the command that brings it."""

    def __init__(self, module: str, extra: str) -> None:
        """Take the module that is missing and the extra of quoteattr that brings it."""
        super().__init__(
            f"{module} is not installed; it comes with the extra {extra!r}: "
            f"pip install '.[{extra}]' in a clone of quoteattr"
        )
        self.module = module
        self.extra = extra

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        """Rebuild from both arguments, so that the error survives a process boundary."""
        return type(self), (self.module, self.extra)


class TextError(QuoteattrError):
    """One text of a stream could not be read; the texts around it are not touched."""

    def __init__(self, index: int, reason: str) -> None:
        """Take the text's place in the stream, counted from 0, and what went wrong."""
        super().__init__(f"text {index}: {reason}")
        self.index = index
        self.reason = reason

    def __reduce__(self) -> tuple[type[TextError], tuple[int, str]]:
        """Rebuild from both arguments, so that the error survives a process boundary."""
        return type(self), (self.index, self.reason)


class DocumentError(QuoteattrError, ValueError):
    """A document of a set cannot be taken as it is: its id stands twice, or cannot be hashed."""
