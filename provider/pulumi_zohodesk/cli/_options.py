"""Options that several commands have, and what the shell completes for those that take a connection."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import load_connections

__all__ = ["ConfigFile", "Directory", "OnlyKinds", "Stack", "connection_names", "connection_option", "sides"]

Directory = Annotated[
    Path, typer.Option("--cwd", "-C", metavar="DIR", help="Folder of the Pulumi project.", show_default="here")
]
Stack = Annotated[
    str | None, typer.Option("--stack", "-s", metavar="STACK", help="Stack; the selected one if left out.")
]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config-file", metavar="FILE", help="The stack's settings, where `pulumi` is given them so."),
]
OnlyKinds = Annotated[
    list[str] | None, typer.Option("--kind", "-k", metavar="KIND", help="Only this kind, as Agent; repeatable.")
]


def connection_option(words: str) -> Any:
    """The option that names a connection, with its help."""
    return typer.Option("--connection", "-c", metavar="NAME", autocompletion=connection_names, help=words)


def connection_names(incomplete: str) -> list[str]:
    """Connections of ``zohodesk.toml`` that begin so; none where the file cannot be read."""
    try:
        return [name for name in sorted(load_connections()) if name.startswith(incomplete)]
    except (ConfigError, OSError):
        return []


def sides(incomplete: str) -> list[str]:
    """What can be compared: connections, and folders here that hold a project."""
    folders = (file.parent.name for file in sorted(Path().glob("*/Pulumi.yaml")))
    return [*connection_names(incomplete), *(name for name in folders if name.startswith(incomplete))]
