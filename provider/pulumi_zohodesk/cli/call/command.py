"""``zohodesk call``: any action, with its arguments as options."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from pulumi_zohodesk.actions import (
    ACTIONS,
    Action,
    Arguments,
    action_named,
    asked_for,
    parsed,
    perform,
    remark,
    require_enabled,
    rows,
    without_secrets,
)
from pulumi_zohodesk.cli._asking import agree
from pulumi_zohodesk.cli._connection_meant import connection_meant
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.cli._group import group, made, option
from pulumi_zohodesk.cli._options import Yes, connection_option
from pulumi_zohodesk.cli._printable import json_text
from pulumi_zohodesk.cli.call._options import annotation_of, example_of, help_of, key_of, once, spelled
from pulumi_zohodesk.cli.call._rows import show
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import EVERYTHING, Settings, read_text, resolve
from pulumi_zohodesk.transport import address

if TYPE_CHECKING:
    from pulumi_zohodesk.engine import Session

Connection = Annotated[str | None, connection_option("Of zohodesk.toml.")]
Content = Annotated[
    str | None,
    option(
        "--json FILE|-",
        "Arguments as a JSON object, from a file or (-) from input. Without one: print JSON, as -o json.",
    ),
]
Output = Annotated[str | None, option("--output -o table|json", "Left out: a table on a terminal, else JSON.")]
Columns = Annotated[str | None, option("--columns A,B", "Which columns, as the API names them; with --output.")]
DryRun = Annotated[bool, option("--dry-run", "Show the request; send nothing.")]
Everything = Annotated[bool, option("--all", "Every page, not only one.")]


class Calls(TyperGroup):
    """A command for each action, made when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [action.name for action in ACTIONS]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """As every group does it, without making a command of each action."""
        with formatter.section("Commands"):
            formatter.write_dl([(action.name, f"{action.title}.") for action in ACTIONS], col_max=30)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        try:
            action = action_named(cmd_name)
        except InputError as error:
            raise typer.BadParameter(str(error), param_hint="ACTION") from None
        return made(action.name, _command(action), cls=Call, help=help_of(action), epilog=example_of(action))


class Call(TyperCommand):
    """Takes options in the API's spelling as well: ``--departmentId`` is ``--department-id``.

    ``--json`` with nothing after it prints JSON, as it does everywhere; with a file it says where arguments are.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        known = {name: param for param in self.params for name in param.opts}
        given = list(spelled(args, known))
        meant = (
            "--output=json" if one == "--json" and following.startswith("-") and following != "-" else one
            for one, following in pairwise([*given, "--"])
        )
        return list(super().parse_args(ctx, list(meant)))


call = group("Call any action.\n\n`zohodesk call ACTION --help` lists its arguments.", "call departments.list", Calls)
call.callback()(lambda: None)


def _command(action: Action) -> Callable[..., None]:
    """A function whose signature lists the arguments of the action, as the command line reads it."""
    own = {key_of(parameter): parameter for parameter in reversed(action.parameters)}

    def command(**values: Any) -> None:
        given = {
            own[key].name: parsed(own[key], value if isinstance(value, list) else [value])
            for key, value in values.items()
            if key in own and value not in (None, [])
        }
        _run(action, given, **{key: value for key, value in values.items() if key not in own})

    common: dict[str, tuple[Any, Any]] = {
        "connection": (Connection, None),
        "content": (Content, None),
        "output": (Output, None),
        "columns": (Columns, None),
        "dry_run": (DryRun, False),
    }
    if action.operation.page_size:
        common["everything"] = (Everything, False)
    if action.destructive:
        common["yes"] = (Yes, False)
    listed = {
        key_of(parameter): (annotation_of(parameter), None) for parameter in dict.fromkeys(once(action.parameters))
    }
    every = {**listed, **common}
    command.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for name, (kind, default) in every.items()
        ]
    )
    command.__annotations__ = {name: kind for name, (kind, _) in every.items()}
    return command


def _run(
    action: Action,
    given: dict[str, Any],
    *,
    connection: str | None,
    content: str | None,
    output: str | None,
    columns: str | None,
    dry_run: bool,
    everything: bool = False,
    yes: bool = False,
) -> None:
    if output not in (None, "table", "json"):
        raise typer.BadParameter("It is table or json.", param_hint="'--output'")
    given = {**_from_json(content), **given}
    settings = resolve(connection=connection_meant(connection), need=() if dry_run else EVERYTHING)
    require_enabled(settings, action)
    asked = asked_for(action, given, everything=everything)
    if dry_run:
        _show_request(action, settings, asked)
        return
    if action.destructive and not yes:
        _ask(action, given, settings)
    from pulumi_zohodesk.engine import Session  # here: help and --dry-run wait for no HTTP
    from pulumi_zohodesk.transport import client_for

    session = Session(client_for(settings), settings, KINDS)
    answer = _every_row(session, action, given) if everything else perform(session, action, given)
    as_table = output == "table" or (output is None and sys.stdout.isatty())
    show(answer, as_table=as_table, columns=columns.split(",") if columns else None)
    _note(session, action, answer, 0 if everything else _full(action, given))


def _from_json(source: str | None) -> Mapping[str, Any]:
    """Arguments of a file or of standard input."""
    if source is None:
        return {}
    try:
        text = sys.stdin.read() if source == "-" else read_text(Path(source))
        content = json.loads(text.removeprefix("\ufeff"))  # a mark that editors of Windows put first
    except (OSError, UnicodeError) as error:
        raise InputError(f"The arguments cannot be read from {source}: {error}.") from None
    except ValueError as error:
        raise InputError(f"{_named(source)} is not JSON: {error}.") from None
    except RecursionError:
        raise InputError(f"{_named(source)} cannot be read: it is nested too deep.") from None
    if not isinstance(content, dict):
        raise InputError(f"{_named(source)} must hold a JSON object: names of arguments with their values.")
    return content


def _named(source: str) -> str:
    return "Standard input" if source == "-" else source


def _show_request(action: Action, settings: Settings, asked: Arguments) -> None:
    op = action.operation
    print(f"{op.method} {address(op, settings, asked.path, asked.query)}")
    if op.needs_org and settings.org_id:
        print(f"orgId: {settings.org_id}")
    if asked.body is not None:
        print(json_text(without_secrets(action, asked.body)))


def _ask(action: Action, given: Mapping[str, Any], settings: Settings) -> None:
    words = ", ".join(f"{name} {value}" for name, value in given.items())
    question = f"{action.title} in organisation {settings.org_id} ({words})?"
    if not sys.stdin.isatty():
        raise typer.BadParameter(f"{question} Add --yes to do it without being asked.", param_hint=action.name)
    agree(question)


def _every_row(session: Session, action: Action, given: Mapping[str, Any]) -> list[dict[str, Any]]:
    """All rows, with a count on terminals."""
    from pulumi_zohodesk.cli._phases import phase  # here: most calls need no display, and start without rich

    found: list[dict[str, Any]] = []
    with phase(action.name, count=lambda: f"{len(found)} rows"):
        found.extend(rows(session, action, given))
    return found


def _full(action: Action, given: Mapping[str, Any]) -> int:
    """How many rows a page has that may not be the last; 0 for no list. A first page may lack a row: see `walk`."""
    most = int(given.get("limit", action.operation.page_size))
    return most - (most > 1 and not given.get("from"))


def _note(session: Session, action: Action, answer: Any, full: int) -> None:
    """What the rows do not say of themselves; from so many on there may be more, for 0 there are none."""
    if full and len(answer) >= full:
        say("note: there may be more rows; --all fetches every page.", sys.stderr)
    if words := remark(session, action):
        say(f"note: {words}", sys.stderr)
