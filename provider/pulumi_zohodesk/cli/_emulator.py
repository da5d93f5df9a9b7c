"""``zohodesk emulator``: Zoho Desk on this machine, for trying and testing."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import typer

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.errors import ConfigError

SETTINGS = {"add_help_option": False, "context_settings": {"allow_extra_args": True, "ignore_unknown_options": True}}


def emulator(context: typer.Context) -> None:
    """Serve an emulator of the Desk API for trying and testing.

    All options are the emulator's own: see zohodesk emulator --help.
    """
    if importlib.util.find_spec("uvicorn") is None:
        raise ConfigError(["The emulator needs its extra: pip install 'pulumi-zohodesk[emulator]'."])
    from pulumi_zohodesk.emulator._command import run

    try:
        raise typer.Exit(run(context.args, "zohodesk emulator", _like))
    except SystemExit as end:  # argparse's way of saying that help was shown, or that an option is wrong
        raise typer.Exit(_exit.USAGE if end.code else _exit.DONE) from end


def _like(file: Path) -> dict[str, Any]:
    """What makes the emulator as the organisation of a report is. Raises InputError, OSError."""
    from pulumi_zohodesk.cli._console import say
    from pulumi_zohodesk.questions import read_report, tool_version

    report = read_report(file)
    if report.version != tool_version():
        say(
            f"{file} is of version {report.version}, this is {tool_version()}: what is new is as by default.",
            sys.stderr,
        )
    return report.likeness
