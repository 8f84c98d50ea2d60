"""The command line: each command parses its arguments, calls the library, and prints."""

from quoteattr.cli import evaluate, explain, extract, match, schema
from quoteattr.cli.app import app, main

__all__ = ["app", "evaluate", "explain", "extract", "main", "match", "schema"]
