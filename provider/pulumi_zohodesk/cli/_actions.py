"""``zohodesk actions``: everything that can be asked of Zoho Desk, by name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from pulumi_zohodesk.actions import ACTIONS, Action, Parameter, group_named, smallest
from pulumi_zohodesk.cli._console import printer, tell
from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.engine import LEVELS, permission_words
from pulumi_zohodesk.errors import InputError


def actions(
    group: Annotated[list[str] | None, option("--group -g GROUP", "Only this group, as tickets; repeatable.")] = None,
    everything: Annotated[bool, option("--all", "Also what only the provider calls.")] = False,
    as_json: Annotated[bool, option("--json", "Print everything known, as JSON.")] = False,
) -> None:
    """List the actions: what each does, and what must allow it.

    Three layers must all allow a call: a scope of the token, the permission profile of the agent who consented,
    and for records the data sharing of their module.
    """
    try:
        groups = {group_named(one) for one in group or ()}
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="'--group'") from None
    rows = [one for one in ACTIONS if (not groups or one.group in groups) and (one.connector or everything or groups)]
    if as_json:
        print(json.dumps([_row(row) for row in rows], indent=2))
        return
    for name in dict.fromkeys(row.group for row in rows):
        tell(_table(name, [row for row in rows if row.group == name]))
    hidden = len(ACTIONS) - len(rows)
    if not groups and hidden:
        printer().print(f"{hidden} more are called by the provider only; --all shows them.")


def _table(name: str, rows: Iterable[Action]) -> Table:
    table = Table(title=name, title_justify="left", title_style="bold", box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True, style="cyan")
    table.add_column()
    for row in rows:
        table.add_row(row.name, Text.assemble(row.title, "\n", (_needs(row), "dim")))
    return table


def _needs(action: Action) -> str:
    """Price, smallest scope, permission and level of data sharing, in a line."""
    words = [f"{action.credits} credit{'s' if action.credits > 1 else ''}"]
    words += [f"scope {scope}" for scope in smallest([action.operation.scopes])]
    if action.profile.needs:
        words.append(f"permission {permission_words(action.profile.needs)}")
    if action.sharing.needs:
        otherwise = ", else fewer" if action.sharing.effect == "filtered" else ""
        words.append(f"sharing {LEVELS[action.sharing.needs]}{otherwise}")
    return "; ".join(words)


def _row(action: Action) -> dict[str, Any]:
    operation = action.operation
    return {
        "name": action.name,
        "group": action.group,
        "title": action.title,
        "connector": action.connector,
        "operation": {"id": operation.name, "method": operation.method, "path": operation.path},
        "scopes": list(operation.scopes),
        "credits": action.credits,
        "page_size": operation.page_size or None,
        "layers": {
            name: {"effect": layer.effect, "needs": layer.needs or None, "source": layer.source or None}
            for name, layer in action.layers.items()
        },
        "parameters": [_parameter(parameter) for parameter in action.parameters],
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    """What is said of a parameter; what is not said is left out."""
    plain = ("required", "nullable", "shortest", "longest", "least", "most", "default")
    row: dict[str, Any] = (
        {"name": parameter.name, "place": parameter.place, "type": parameter.type}
        if parameter.name
        else {"type": parameter.type}
    )
    row |= {key: value for key in plain if (value := getattr(parameter, key)) not in (None, False)}
    if parameter.choices:
        row["choices"] = list(parameter.choices)
    if parameter.items is not None:
        row["items"] = _parameter(parameter.items)
    if parameter.fields:
        row["fields"] = [_parameter(inner) for inner in parameter.fields]
    return row
