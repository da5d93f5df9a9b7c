"""Options that say what is wanted (actions, kinds, a program, a connection), of `scopes`, `guide` and `doctor`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.cli._options import action_names, connection_option, kind_names

__all__ = ["Actions", "ConnectionName", "Kinds", "Narrow", "Programs", "ReadOnly"]

Actions = Annotated[
    list[str] | None, option("--action -a ACTION", "As `zohodesk actions` lists; repeatable.", action_names)
]
Kinds = Annotated[list[str] | None, option("--kind -k KIND", "Kind to manage, as Agent; repeatable.", kind_names)]


def _folder(text: str) -> Path:
    if not text.strip():  # a variable that is not set; as a path it would mean this folder
        raise typer.BadParameter("It names no folder; write . for this one.")
    return Path(text)


Programs = Annotated[
    Path | None, option("--program -p DIR", "What the Pulumi program in a folder uses.", parser=_folder)
]
ConnectionName = Annotated[str | None, connection_option("What a connection of zohodesk.toml is for.")]
ReadOnly = Annotated[bool, option("--read-only", "For drift jobs: kinds are read, never changed.")]
Narrow = Annotated[bool, option("--narrow", "Prefer scopes of one area each; the catalogue lacks them.")]
