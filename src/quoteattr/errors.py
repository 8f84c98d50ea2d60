"""What can go wrong, under one root."""

from __future__ import annotations

__all__ = ["ModelNotFoundError", "QuoteattrError", "RecordError"]


class QuoteattrError(Exception):
    """Root of every error that quoteattr raises on purpose."""


class ModelNotFoundError(QuoteattrError):
    """The spaCy pipeline asked for is not installed; the message names the command that brings it."""

    def __init__(self, name: str, command: str) -> None:
        """Take the pipeline's name and the command that installs it."""
        super().__init__(f"spaCy pipeline {name!r} is not installed; install it with: {command}")
        self.name = name
        self.command = command

    def __reduce__(self) -> tuple[type[ModelNotFoundError], tuple[str, str]]:
        """Rebuild from both arguments, so that the error survives a process boundary."""
        return type(self), (self.name, self.command)


class RecordError(QuoteattrError, ValueError):
    """A stored record does not have the form of one; the message names the field."""
