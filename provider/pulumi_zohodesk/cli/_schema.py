"""``zohodesk schema``: what the YAML files of `desk.load` may say, for editors and other checks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from pulumi_zohodesk.cli._group import Command
from pulumi_zohodesk.kinds import json_schema
from pulumi_zohodesk.settings import write_whole

__all__ = ["add_to"]

EPILOG = """\b
Files name it in their first line:
  # yaml-language-server: $schema=help-desk.schema.json

\b
Example: zohodesk schema --out help-desk.schema.json
"""


def add_to(app: typer.Typer) -> None:
    """Add the command to the tree."""
    app.command("schema", cls=Command, epilog=EPILOG)(schema)


def schema(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write it there instead.", show_default=False)
    ] = None,
) -> None:
    """Print the JSON Schema of YAML files that declare objects."""
    text = json.dumps(json_schema(), indent=1) + "\n"
    if out is None:
        print(text, end="")
    else:
        write_whole(out, text)
