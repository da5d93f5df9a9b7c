"""``zohodesk help`` and ``zohodesk version``: what ``--help`` and ``--version`` tell, for those who type it so."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pulumi_zohodesk.cli._group import Command

__all__ = ["add_to", "version_words"]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the tree."""
    app.command("help", cls=Command, epilog="Example: zohodesk help connection add")(help_command)
    app.command("version", epilog="Example: zohodesk version")(version_command)


def help_command(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="COMMAND", help="As it is typed: connection add.", show_default=False)
    ] = None,
) -> Any:
    """Show the help of a command, or the list of all."""
    assert context.parent is not None
    root = context.parent.command
    return root.main(args=[*(words or ()), "--help"], prog_name="zohodesk", standalone_mode=False)


def version_command() -> None:
    """Print the version."""
    print(version_words())


def version_words() -> str:
    from importlib.metadata import version  # here: it takes as long as the rest of `--help`

    return f"zohodesk {version('pulumi-zohodesk')}"
