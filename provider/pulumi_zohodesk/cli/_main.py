"""The command tree, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, UsageError  # typer carries its own copy of click

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._about import version_words
from pulumi_zohodesk.cli._group import Group, made, option
from pulumi_zohodesk.cli._streams import drop_output, open_closed, print_anything
from pulumi_zohodesk.errors import DeskError

WORDS = "Zoho Desk as code: connect organisations, take what exists under management, see what differs."
EPILOG = """\b
Examples:
  zohodesk init help-desk -c prod          # a project to begin with
  zohodesk export -c prod --out help-desk  # what it has, as a program
  zohodesk drift                           # what people changed since
"""
GROUPS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "Begin": {
        "init": ("_init", "Make the folder of a project, ready for its first preview."),
    },
    "Connect": {
        "connection": ("_connection", "Named ways into organisations, kept in zohodesk.toml."),
        "login": ("login.command", "Sign in: consent in the browser, and keep the secrets."),
        "logout": ("_logout", "Sign out: revoke the refresh token, delete the secrets."),
        "whoami": ("_whoami", "Show which organisation a connection reaches, and as whom."),
        "doctor": ("doctor.command", "Check what stands between this machine and an organisation."),
        "probe": ("probe.command", "Ask an organisation what is not known of the API."),
        "guide": ("guide.command", "Show how to connect an organisation, step by step."),
        "scopes": ("_scopes", "Print the smallest set of OAuth scopes for what is wanted."),
    },
    "Take over": {
        "export": ("_export", "Write an organisation as a Pulumi project."),
        "adopt": ("adopt.command", "Take objects that exist under the management of a stack."),
        "clone": ("clone.command", "Bring one organisation into another that need not be empty."),
    },
    "Change": {
        "preview": ("up.command", "Show what `zohodesk up` would do, cost and refuse."),
        "up": ("up.command", "Apply the program: preview, limits, price, snapshot, update."),
        "restore": ("restore.command", "Put objects back as a snapshot has them."),
    },
    "Watch": {
        "drift": ("drift.command", "Show what people changed since the stack was applied last."),
        "diff": ("diff.command", "Compare two organisations, or one and an export."),
        "report": ("report.command", "Show who has which skill, and what belongs to what."),
    },
    "Call": {
        "actions": ("_actions", "List the actions: what each does, and what must allow it."),
        "call": ("call.command", "Call any action."),
    },
    "More": {
        "schema": ("_schema", "Print the JSON Schema of YAML files that declare objects."),
        "emulator": ("_emulator", "Serve an emulator of the Desk API for trying and testing."),
        "help": ("_about", "Show the help of a command, or the list of all."),
        "version": ("_about", "Print the version."),
    },
}
"""Commands in the order of the help, with the module of each and what the list says of it.

A module is imported when its command is asked for, and has it under its name; the list imports none.
"""
COMMANDS: Mapping[str, str] = {name: module for group in GROUPS.values() for name, (module, _) in group.items()}
EXAMPLES: Mapping[str, str] = {
    "init": "help-desk -c prod",
    "login": "-c prod --no-browser",
    "logout": "-c prod",
    "whoami": "-c prod --json",
    "doctor": "--kind Department",
    "probe": "-c sandbox --report zohodesk-report.sandbox.json",
    "guide": "--kind Agent --dc eu",
    "scopes": "--kind Department --comma",
    "export": "-c prod --out help-desk --department Sales",
    "adopt": "--only Department --dry-run",
    "clone": "--from prod --to sandbox --out copy --dry-run",
    "preview": "--plan plan.json",
    "up": "--yes",
    "restore": "--list",
    "drift": "--markdown",
    "diff": "prod sandbox --kind Skill",
    "actions": "--group tickets",
    "emulator": "--port 8790 --env-file emulator.env",
    "help": "connection add",
}
"""What the help of a command ends with."""


class Commands(Group):
    """The commands, each loaded when it is needed: `zohodesk --version` loads none of them."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"pulumi_zohodesk.cli.{COMMANDS[cmd_name]}")
        example = f"Example: zohodesk {cmd_name} {EXAMPLES.get(cmd_name, '')}".rstrip()
        settings = {"epilog": example, **getattr(module, "SETTINGS", {})}
        return made(cmd_name, getattr(module, cmd_name), **settings)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        for title, commands in GROUPS.items():
            with formatter.section(title):
                formatter.write_dl([(name, words) for name, (_, words) in commands.items()], col_max=30)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:  # typer would end without a word
            raise typer.Abort from None


app = typer.Typer(
    name="zohodesk",
    cls=Commands,
    help=WORDS,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(version_words())
        raise typer.Exit


@app.callback(epilog=EPILOG)
def _root(
    context: typer.Context,
    _version: Annotated[
        bool, option("--version", "Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
    verbose: Annotated[
        bool,
        option(
            "--verbose -v",
            "Tell each request on stderr: method, path, status, credits, time. What Pulumi's engine sends is not "
            "seen: up, preview, adopt, clone, drift --revert.",
        ),
    ] = False,
) -> None:
    if verbose:
        _show_requests(context)


def _show_requests(context: typer.Context) -> None:
    """A line for each on stderr: method, path, status, credits, milliseconds; no header, body or query."""
    import logging

    from pulumi_zohodesk.transport import REQUESTS

    log = logging.getLogger(REQUESTS)
    level, handler = log.level, logging.StreamHandler(sys.stderr)
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    context.call_on_close(lambda: log.setLevel(level))
    context.call_on_close(lambda: log.removeHandler(handler))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with one of the codes of `_exit`."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; returns the exit code."""
    open_closed()
    print_anything()
    command = typer.main.get_command(app)
    try:
        result: Any = command.main(args=list(arguments), prog_name="zohodesk", standalone_mode=False)
        sys.stdout.flush()  # a full disk behind it is an error as any other
    except _exit.Stopped as error:
        print(str(error) or "Stopped.", file=sys.stderr)
        return _exit.INTERRUPTED
    except UsageError as error:
        error.show(sys.stderr)
        return _exit.USAGE
    except (ClickException, DeskError) as error:
        message = error.format_message() if isinstance(error, ClickException) else str(error)
        _tell(message)
        return _exit.ERROR
    except BrokenPipeError:  # whoever read the output has gone, as `head` does
        drop_output()
        return _exit.ERROR
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        _tell(f"{error.strerror or error}{where}.")
        drop_output()
        return _exit.ERROR
    except (KeyboardInterrupt, typer.Abort):
        print("Stopped.", file=sys.stderr)
        return _exit.INTERRUPTED
    return result if isinstance(result, int) else _exit.DONE


def _tell(message: str) -> None:
    from pulumi_zohodesk.cli._console import say  # `zohodesk --version` shall not wait for these
    from pulumi_zohodesk.cli._printable import lines

    say(f"error: {lines(message)}", sys.stderr)  # it may quote names of the service
