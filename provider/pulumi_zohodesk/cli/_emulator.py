"""``zohodesk emulator``: Zoho Desk on this machine, for trying and testing."""

from __future__ import annotations

import importlib.util

import typer

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.errors import ConfigError

__all__ = ["add_to"]

EPILOG = "Example: zohodesk emulator --port 8790 --env-file emulator.env"


def add_to(app: typer.Typer) -> None:
    """Add the command to the tree."""
    app.command(
        "emulator",
        epilog=EPILOG,
        add_help_option=False,
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    )(emulator)


def emulator(context: typer.Context) -> None:
    """Serve an emulator of the Desk API for trying and testing.

    All options are the emulator's own: see zohodesk emulator --help.
    """
    if importlib.util.find_spec("uvicorn") is None:
        raise ConfigError(["The emulator needs its extra: pip install 'pulumi-zohodesk[emulator]'."])
    from pulumi_zohodesk.emulator._command import run

    try:
        raise typer.Exit(run(context.args, "zohodesk emulator"))
    except SystemExit as end:  # argparse's way of saying that help was shown, or that an option is wrong
        raise typer.Exit(_exit.USAGE if end.code else _exit.DONE) from end
