"""The command tree, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, UsageError  # typer carries its own copy of click

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.errors import DeskError

__all__ = ["app", "main"]

app = typer.Typer(
    name="zohodesk",
    help="Zoho Desk as code: take what exists under management, and run an emulator of the service.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"zohodesk {version('pulumi-zohodesk')}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Zoho Desk as code: take what exists under management, and run an emulator of the service."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with one of the codes of `_exit`."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; returns the exit code."""
    from pulumi_zohodesk.cli import _adopt, _connection, _emulator, _login, _whoami

    _adopt.add_to(app)
    _login.add_to(app)
    _whoami.add_to(app)
    _connection.add_to(app)
    _emulator.add_to(app)
    command = typer.main.get_command(app)
    try:
        result: Any = command.main(args=list(arguments), prog_name="zohodesk", standalone_mode=False)
    except UsageError as error:
        error.show(sys.stderr)
        return _exit.USAGE
    except (ClickException, DeskError) as error:
        message = error.format_message() if isinstance(error, ClickException) else str(error)
        print(f"error: {message}", file=sys.stderr)
        return _exit.ERROR
    except (KeyboardInterrupt, typer.Abort):
        print("Stopped.", file=sys.stderr)
        return _exit.INTERRUPTED
    return result if isinstance(result, int) else _exit.DONE
