"""An organisation that was read for a report, how departments and their skills are told, what all pages are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Any

from pulumi_zohodesk.cli._connection_meant import connection_meant
from pulumi_zohodesk.cli._console import framed, printer, tell
from pulumi_zohodesk.cli._export import gap_data
from pulumi_zohodesk.cli._phases import reading
from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.engine import Session, scalar
from pulumi_zohodesk.inventory import Gap, Inventory, Item, take
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.page import made_now
from pulumi_zohodesk.report import DepartmentSkills
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import client_for


def called(hide: bool, item: Item) -> tuple[str, str]:
    """Name and detail of an object: people by their names, all else by the last part of the natural key."""
    personal = item.kind.personal_key
    if personal and hide:
        return f"{item.kind.words} {item.id}", ""
    full = scalar(item.row.get("name")).strip() if personal else ""
    return (full, item.key[-1]) if full else (item.key[-1], "")


@dataclass(frozen=True)
class Found:
    """An organisation that was read.

    Attributes:
        name: what people call it.
        calls: what the reading took.
    """

    inventory: Inventory
    name: str
    calls: int

    @property
    def facts(self) -> list[tuple[str, str]]:
        read = count_of(self.calls, "call")
        return [("Organisation", self.inventory.organization_id), made_now(), ("Read with", read)]

    @property
    def data(self) -> dict[str, Any]:
        gaps = list(map(gap_data, self.inventory.gaps))
        return {"organization": self.inventory.organization_id, "calls": self.calls, "gaps": gaps}


def read(connection: str | None, kinds: tuple[str, ...] | None, hide: bool) -> Found:
    """The organisation of a connection: all kinds, or some."""
    settings = resolve(connection=connection_meant(connection))
    session = Session(client_for(settings), settings, KINDS, hides=hide)
    name = str(session.organization().get("companyName") or "")
    with reading() as progress:
        inventory = take(session, kinds=kinds, progress=progress)
    return Found(inventory, name or f"organisation {inventory.organization_id}", session.client.calls)


def gap_words(gap: Gap) -> str:
    return f"Not seen: {gap.kind}{printable(gap.where)}. {printable(gap.reason)}"


def data(department: DepartmentSkills) -> dict[str, Any]:
    """A department for `--json`."""
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


def show(departments: tuple[DepartmentSkills, ...], fewer_than: int) -> None:
    """The departments as a table, and what is thin."""
    table = framed("Department", "Active agents", "Have a skill", "Skills", f"Fewer than {fewer_than}")
    for department in departments:
        share = "-" if department.coverage is None else f"{department.coverage:.0%}"
        numbers = (len(department.active), share, len(department.skills), len(department.thin))
        table.add_row(printable(department.name), *map(str, numbers))
    tell(table)
    for line in _lacks(departments):
        printer().print(line, style="yellow")


def _lacks(departments: tuple[DepartmentSkills, ...]) -> Iterator[str]:
    for department in departments:
        name = printable(department.name)
        for skill in department.thin:
            count = count_of(skill.holders, "active agent")
            yield f'Thin: "{printable(skill.name)}" in "{printable(skill.skill_type)}" in "{name}", {count}'
        if department.without:
            people = ", ".join(printable(agent.label) for agent in department.without)
            yield f'Without any skill in "{name}": {people}'


def source(*names: str) -> str:
    """Style sheets or scripts of the pages, or of the library that they draw with."""
    package = "pulumi_zohodesk.cli"
    return "\n".join(files(package).joinpath("report_pages", name).read_text("utf-8") for name in names)


def text(words: str) -> str:
    """Words of the service as HTML: no markup, and nothing that turns text around."""
    return escape(printable(words))
