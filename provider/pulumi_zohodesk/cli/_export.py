"""``zohodesk export``: an organisation as a Pulumi project."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pulumi_zohodesk.cli._connection_meant import connection_meant
from pulumi_zohodesk.cli._console import printer, say
from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.cli._options import AsJson, Form, OnlyKinds, connection_option
from pulumi_zohodesk.settings import FILE_NAME, Settings, hidden_file, load_connections, read_text, resolve

if TYPE_CHECKING:
    from pulumi_zohodesk.export import Project
    from pulumi_zohodesk.inventory import Gap, Inventory


def export(
    connection: Annotated[str | None, connection_option("Connection of zohodesk.toml.")] = None,
    out: Annotated[Path | None, option("--out -o DIR", "Folder; named after the organisation if left out.")] = None,
    kind: OnlyKinds = None,
    department: Annotated[
        list[str] | None, option("--department -d NAME", "Only what belongs to it; repeatable.")
    ] = None,
    name: Annotated[str, option("--name GLOB", "Only such names or addresses: 'Sales*'.")] = "",
    form: Form = "python",
    by: Annotated[
        Literal["kind", "department"], option("--by kind|department", "A file for each kind, or for each department.")
    ] = "kind",
    force: Annotated[bool, option("--force", "Replace what an export wrote and nobody edited.")] = False,
    hide: Annotated[bool, option("--hide-personal-data", "Keep what is said of people secret in state.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write an organisation as a Pulumi project.

    Program, import file, settings. Nothing in Zoho Desk changes. After `zohodesk adopt --file import.json` the preview
    shows nothing. What the options leave out is looked up by name. Objects refer to each other by variable, never by
    id.
    """
    from pulumi_zohodesk.actions import kind_named_like  # here: help starts without Pulumi
    from pulumi_zohodesk.cli._phases import reading
    from pulumi_zohodesk.engine import Session
    from pulumi_zohodesk.export import Options, Selection, project, require_room, select, slug, write
    from pulumi_zohodesk.inventory import readable_kinds, take
    from pulumi_zohodesk.kinds import KINDS
    from pulumi_zohodesk.transport import client_for

    if out is not None:
        require_room(out, force=force)  # before everything is read
    settings = resolve(connection=connection_meant(connection))
    session = Session(client_for(settings), settings, KINDS)
    kinds = tuple(dict.fromkeys(kind_named_like(one) for one in kind or ()))
    if not kinds:
        readable_kinds(session)  # refused before anything is sent
    organization = str(session.organization().get("companyName") or "")
    with reading() as progress:
        inventory = take(session, kinds=kinds or None, progress=progress)
    items = select(inventory, Selection(kinds, tuple(department or ()), name))
    options = Options(
        organization or f"organisation-{settings.org_id}",
        form=form,
        by=by,
        connection=settings.connection or "",
        table=connection_table(settings),
        hide=hide,
    )
    made = project(inventory, items, options)
    folder = out or Path(slug(options.name))
    write(made, folder, force=force)
    report = _report(inventory, made, folder, session.client.calls)
    if as_json:
        print(json.dumps(report, indent=2))
    else:
        _tell(report)
        warn_of_hidden(folder)


def warn_of_hidden(folder: Path) -> None:
    """Say it when the folder's own zohodesk.toml stands before one above: limits and what is protected as well."""
    own = folder / FILE_NAME
    above = hidden_file(own) if own.is_file() else None
    if above is not None and read_text(above) != read_text(own):
        say(
            f"Inside {folder}{os.sep} its own {FILE_NAME} holds. Nothing of {above} counts there, neither [limits] nor "
            "[protected] nor other connections: copy what shall."
        )


def connection_table(settings: Settings) -> dict[str, Any]:
    """The connection's entry of ``zohodesk.toml``; it never holds a secret. With the organisation that it led to."""
    entry = load_connections().get(settings.connection or "")
    if entry is None:
        return {}
    chosen = {item.name: getattr(entry, item.name) for item in fields(entry) if item.name not in ("name", "file")}
    lists = {key: list(value) if isinstance(value, tuple) else value for key, value in chosen.items() if value}
    return {**lists, **({"org_id": settings.org_id} if settings.org_id else {})}


def _report(inventory: Inventory, made: Project, folder: Path, calls: int) -> dict[str, Any]:
    return {
        "organization": inventory.organization_id,
        "directory": str(folder),
        "objects": dict(Counter(one.item.kind.name for one in made.declared)),
        "files": sorted(made.files),
        "calls": calls,
        "byId": [{"kind": one.kind, "id": one.id} for one in made.nameless],
        "secrets": list(made.secrets),
        "gaps": list(map(gap_data, made.gaps)),
    }


def gap_data(gap: Gap) -> dict[str, Any]:
    """What JSON says of what could not be seen."""
    return {"kind": gap.kind, "department": gap.home[0] if gap.home else None, "layer": gap.layer, "reason": gap.reason}


def _tell(report: dict[str, Any]) -> None:
    from pulumi_zohodesk.cli._printable import count_of, printable
    from pulumi_zohodesk.kinds import kind_named

    console = printer()
    counts = ", ".join(count_of(count, kind_named(kind).words) for kind, count in report["objects"].items())
    console.print(f"Exported {counts or 'nothing'} with {report['calls']} calls to {report['directory']}{os.sep}")
    unseen = {gap["kind"] for gap in report["gaps"]}
    for one in report["byId"]:
        if one["kind"] not in unseen:
            console.print(f"By its id, since no name means it alone: {one['kind']} {one['id']}", style="yellow")
    for kind, count in Counter(one["kind"] for one in report["byId"] if one["kind"] in unseen).items():
        console.print(f"By id, since not every {kind} can be seen: {count} of these", style="yellow")
    for gap in report["gaps"]:
        where = f' of the department "{printable(gap["department"])}"' if gap["department"] else ""
        console.print(f"Not seen: {gap['kind']}{where}. {printable(gap['reason'])}", style="yellow")
    for name in report["secrets"]:
        console.print(
            f"Zoho Desk tells it nobody, so give it yourself: pulumi config set --secret {name}", style="yellow"
        )
    console.print("Nothing in Zoho Desk was changed. What to do next is in README.md there.")
