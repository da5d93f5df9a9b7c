"""Options that say what is wanted (actions, kinds, a program, a connection), of `scopes`, `guide` and `doctor`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pulumi_zohodesk.cli._options import action_names, connection_option, kind_names

__all__ = ["Actions", "ConnectionName", "Kinds", "Narrow", "Programs", "ReadOnly"]

Actions = Annotated[
    list[str] | None,
    typer.Option(
        "--action", "-a", metavar="ACTION", autocompletion=action_names, help="As `zohodesk actions` lists; repeatable."
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind", "-k", metavar="KIND", autocompletion=kind_names, help="Kind to manage, as Agent; repeatable."
    ),
]


def _folder(text: str) -> Path:
    if not text.strip():  # a variable that is not set; as a path it would mean this folder
        raise typer.BadParameter("It names no folder; write . for this one.")
    return Path(text)


Programs = Annotated[
    Path | None,
    typer.Option("--program", "-p", metavar="DIR", parser=_folder, help="What the Pulumi program in a folder uses."),
]
ConnectionName = Annotated[str | None, connection_option("What a connection of zohodesk.toml is for.")]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="For drift jobs: kinds are read, never changed.")]
Narrow = Annotated[bool, typer.Option("--narrow", help="Prefer scopes of one area each; the catalogue lacks them.")]
