"""``zohodesk report``: who has which skill, and what belongs to what, as pages for people."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from pulumi_zohodesk.cli._console import framed, printer, say, tell
from pulumi_zohodesk.cli._group import Group
from pulumi_zohodesk.cli._options import connection_option
from pulumi_zohodesk.cli._phases import reading
from pulumi_zohodesk.cli._printable import count_of, json_text, printable
from pulumi_zohodesk.cli._report_map_page import map_page
from pulumi_zohodesk.cli._report_skills_page import skills_page
from pulumi_zohodesk.cli._which import connection_meant
from pulumi_zohodesk.engine import Session, scalar
from pulumi_zohodesk.export import Selection, select
from pulumi_zohodesk.inventory import Gap, Inventory, Item, take
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.report import DepartmentSkills, department_skills, map_of, matrix_csv
from pulumi_zohodesk.settings import resolve, write_whole
from pulumi_zohodesk.transport import client_for

__all__ = ["add_to"]

OF_SKILLS = ("Department", "Agent", "SkillType", "Skill")

Connection = Annotated[str | None, connection_option("Connection of zohodesk.toml.")]
Departments = Annotated[
    list[str] | None, typer.Option("--department", "-d", metavar="NAME", help="Only this one; repeatable.")
]
Hide = Annotated[
    bool, typer.Option("--hide-personal-data", help="Call agents by their ids, not by names and addresses.")
]
AsPage = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write one page for people.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the tree."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback(epilog="Example: zohodesk report skills -c prod --html skills.html")(report)
    group.command("skills", epilog="Example: zohodesk report skills -c prod --html skills.html")(skills)
    group.command("map", epilog="Example: zohodesk report map -c prod --html map.html")(map_command)
    app.add_typer(group, name="report")


def report() -> None:
    """Show who has which skill, and what belongs to what."""


def skills(
    connection: Connection = None,
    department: Departments = None,
    fewer_than: Annotated[
        int, typer.Option("--fewer-than", metavar="N", min=0, help="Point out skills of fewer active agents.")
    ] = 2,
    page: AsPage = None,
    table: Annotated[
        Path | None,
        typer.Option("--csv", metavar="FILE", help="Write the table that desk.SkillMatrix reads."),
    ] = None,
    as_json: AsJson = False,
    hide: Hide = False,
) -> None:
    """Show who has which skill, by department: what is covered, and where it is thin.

    Counted are active agents. Nothing in Zoho Desk changes.
    """
    found = _read(connection, OF_SKILLS, hide)
    inventory = found.inventory
    chosen = _departments(inventory, tuple(department or ()))
    facts = department_skills(inventory, chosen, fewer_than=fewer_than, hide=hide)
    gaps = [_gap_words(gap) for gap in inventory.gaps if gap.kind in OF_SKILLS]
    if table is not None:
        wanted = Selection(("Skill",), tuple(department or ()))
        columns = select(inventory, wanted) if any(one.skills for one in facts) else ()  # which refuses doubles
        _write(table, matrix_csv(inventory, columns, [item.id for item in chosen], hide=hide))
    if page is not None:
        _write(page, skills_page(f"Skills of {found.name}", found.facts, facts, gaps, fewer_than))
    if as_json:
        print(json_text({**found.data, "departments": [_data(one) for one in facts]}))
    elif page is None and table is None:
        _show(facts, fewer_than)
    for gap in gaps:
        say(gap, sys.stderr)


def map_command(
    page: Annotated[Path, typer.Option("--html", metavar="FILE", help="Where to write the page.")],
    connection: Connection = None,
    hide: Hide = False,
) -> None:
    """Draw what belongs to what: departments, and in each its agents, skills and whatever else there is.

    Nothing in Zoho Desk changes.
    """
    found = _read(connection, None, hide)
    drawn = map_of(found.inventory, partial(_called, hide))
    gaps = [_gap_words(gap) for gap in found.inventory.gaps]
    _write(page, map_page(f"Map of {found.name}", found.facts, drawn, gaps))
    for gap in gaps:
        say(gap, sys.stderr)


def _called(hide: bool, item: Item) -> tuple[str, str]:
    """Name and detail of an object: people by their names, all else by the last part of the natural key."""
    personal = item.kind.personal_key
    if personal and hide:
        return f"{item.kind.words} {item.id}", ""
    full = scalar(item.row.get("name")).strip() if personal else ""
    return (full, item.key[-1]) if full else (item.key[-1], "")


@dataclass(frozen=True)
class _Found:
    """An organisation that was read.

    Attributes:
        name: what people call it.
        calls: what the reading took.
    """

    inventory: Inventory
    name: str
    calls: int

    @property
    def facts(self) -> list[str]:
        return [f"Organisation {self.inventory.organization_id}, read with {count_of(self.calls, 'call')}."]

    @property
    def data(self) -> dict[str, Any]:
        gaps = [
            {
                "kind": gap.kind,
                "department": gap.home[0] if gap.home else None,
                "layer": gap.layer,
                "reason": gap.reason,
            }
            for gap in self.inventory.gaps
        ]
        return {"organization": self.inventory.organization_id, "calls": self.calls, "gaps": gaps}


def _read(connection: str | None, kinds: tuple[str, ...] | None, hide: bool) -> _Found:
    settings = resolve(connection=connection_meant(connection))
    session = Session(client_for(settings), settings, KINDS, hides=hide)
    name = str(session.organization().get("companyName") or "")
    with reading() as told:
        inventory = take(session, kinds=kinds, progress=told)
    return _Found(inventory, name or f"organisation {inventory.organization_id}", session.client.calls)


def _departments(inventory: Inventory, names: tuple[str, ...]) -> tuple[Item, ...]:
    """Raises InputError, with the nearest names, for a department that is not there."""
    return select(inventory, Selection(("Department",), names)) if names else inventory.items("Department")


def _write(path: Path, text: str) -> None:
    write_whole(path, text)
    say(f"Written: {path}", sys.stderr)


def _gap_words(gap: Gap) -> str:
    return f"Not seen: {gap.kind}{printable(gap.where)}. {printable(gap.reason)}"


def _data(department: DepartmentSkills) -> dict[str, Any]:
    return {
        "id": department.id,
        "name": department.name,
        "inService": department.in_service,
        "activeAgents": len(department.active),
        "coverage": department.coverage,
        "withoutSkill": [agent.id for agent in department.without],
        "thin": [skill.id for skill in department.thin],
        "skills": [
            {
                "id": skill.id,
                "skillType": skill.skill_type,
                "name": skill.name,
                "active": skill.active,
                "activeAgents": skill.holders,
                "agents": [agent.id for agent in department.agents if skill.id in agent.skills],
            }
            for skill in department.skills
        ],
        "agents": [
            {
                "id": agent.id,
                **({"name": agent.name, "emailId": agent.address} if agent.name or agent.address else {}),
                "active": agent.active,
                "member": agent.member,
            }
            for agent in department.agents
        ],
    }


def _show(departments: tuple[DepartmentSkills, ...], fewer_than: int) -> None:
    table = framed("Department", "Active agents", "Have a skill", "Skills", f"Fewer than {fewer_than}")
    for one in departments:
        share = "-" if one.coverage is None else f"{one.coverage:.0%}"
        numbers = (len(one.active), share, len(one.skills), len(one.thin))
        table.add_row(printable(one.name), *map(str, numbers))
    tell(table)
    for line in _lacks(departments):
        printer().print(line, style="yellow")


def _lacks(departments: tuple[DepartmentSkills, ...]) -> Iterator[str]:
    for one in departments:
        name = printable(one.name)
        for skill in one.thin:
            count = count_of(skill.holders, "active agent")
            yield f'Thin: "{printable(skill.name)}" in "{printable(skill.skill_type)}" in "{name}", {count}'
        if one.without:
            people = ", ".join(printable(agent.label) for agent in one.without)
            yield f'Without any skill in "{name}": {people}'
