"""`schema`: the schema of the library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from typer.testing import CliRunner, Result

import quoteattr.cli
from quoteattr.formats import json_schema
from quoteattr.formats.matches import matches_schema

if TYPE_CHECKING:
    from pathlib import Path

ANN = "“We have to wait,” said Ann Lee, the mayor of Springfield.\r\n\r\nIt rained on Monday."


def run(*arguments: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(quoteattr.cli.app, [str(one) for one in arguments])


def test_schema() -> None:
    """The schema that is printed is the library's."""
    assert json.loads(run("schema").stdout) == json_schema()
    assert json.loads(run("schema", "--matches").stdout) == matches_schema()
