"""``zohodesk help`` and ``zohodesk version``: what ``--help`` and ``--version`` tell, for those who type it so."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pulumi_zohodesk.cli._group import argument


def help(
    context: typer.Context,
    words: Annotated[list[str] | None, argument("COMMAND", "As it is typed: connection add.")] = None,
) -> Any:
    """Show the help of a command, or the list of all."""
    assert context.parent is not None
    root = context.parent.command
    return root.main(args=[*(words or ()), "--help"], prog_name="zohodesk", standalone_mode=False)


def version() -> None:
    """Print the version."""
    print(version_words())


def version_words() -> str:
    from importlib.metadata import version  # here: it takes as long as the rest of `--help`

    return f"zohodesk {version('pulumi-zohodesk')}"
