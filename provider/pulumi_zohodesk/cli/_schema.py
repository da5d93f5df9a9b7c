"""``zohodesk schema``: what the YAML files of `desk.load` may say, for editors and other checks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.kinds import json_schema
from pulumi_zohodesk.settings import write_whole

SETTINGS = {
    "epilog": """\b
Files name it in their first line:
  # yaml-language-server: $schema=help-desk.schema.json

\b
Example: zohodesk schema --out help-desk.schema.json
"""
}


def schema(
    out: Annotated[Path | None, option("--out -o FILE", "Write it there instead.", show_default=False)] = None,
) -> None:
    """Print the JSON Schema of YAML files that declare objects."""
    text = json.dumps(json_schema(), indent=1) + "\n"
    if out is None:
        print(text, end="")
    else:
        write_whole(out, text)
