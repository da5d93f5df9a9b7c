"""``zohodesk report``: who has which skill, and what belongs to what, as pages for people."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

from pulumi_zohodesk.cli._console import say, write
from pulumi_zohodesk.cli._group import group, option
from pulumi_zohodesk.cli._options import AsJson, connection_option

OF_SKILLS = ("Department", "Agent", "SkillType", "Skill")

Connection = Annotated[str | None, connection_option("Connection of zohodesk.toml.")]
Departments = Annotated[list[str] | None, option("--department -d NAME", "Only this one; repeatable.")]
Hide = Annotated[bool, option("--hide-personal-data", "Call agents by their ids, not by names and addresses.")]
AsPage = Annotated[Path | None, option("--html FILE", "Write one page for people.")]


report = group("Show who has which skill, and what belongs to what.", "report skills -c prod --html skills.html")


@report.command(epilog="Example: zohodesk report skills -c prod --html skills.html")
def skills(
    connection: Connection = None,
    department: Departments = None,
    fewer_than: Annotated[int, option("--fewer-than N", "Point out skills of fewer active agents.", min=0)] = 2,
    page: AsPage = None,
    table: Annotated[Path | None, option("--csv FILE", "Write the table that desk.SkillMatrix reads.")] = None,
    as_json: AsJson = False,
    hide: Hide = False,
) -> None:
    """Show who has which skill, by department: what is covered, and where it is thin.

    Counted are active agents. Nothing in Zoho Desk changes.
    """
    from pulumi_zohodesk.cli._printable import json_text  # here: help starts without Pulumi
    from pulumi_zohodesk.cli.report._found import data, gap_words, read, show
    from pulumi_zohodesk.cli.report._skills_page import skills_page
    from pulumi_zohodesk.export import Selection, select
    from pulumi_zohodesk.report import department_skills, matrix_csv

    found = read(connection, OF_SKILLS, hide)
    inventory = found.inventory
    named = tuple(department or ())
    chosen = select(inventory, Selection(("Department",), named)) if named else inventory.items("Department")
    facts = department_skills(inventory, chosen, fewer_than=fewer_than, hide=hide)
    gaps = [gap_words(gap) for gap in inventory.gaps if gap.kind in OF_SKILLS]
    if table is not None:
        wanted = Selection(("Skill",), named)
        columns = select(inventory, wanted) if any(fact.skills for fact in facts) else ()  # which refuses doubles
        write(table, matrix_csv(inventory, columns, [item.id for item in chosen], hide=hide))
    if page is not None:
        write(page, skills_page(f"Skills of {found.name}", found.facts, facts, gaps, fewer_than))
    if as_json:
        print(json_text({**found.data, "departments": [data(fact) for fact in facts]}))
    elif page is None and table is None:
        show(facts, fewer_than)
    for gap in gaps:
        say(gap, sys.stderr)


@report.command("map", epilog="Example: zohodesk report map -c prod --html map.html")
def map_command(
    page: Annotated[Path, option("--html FILE", "Where to write the page.")],
    connection: Connection = None,
    hide: Hide = False,
) -> None:
    """Draw what belongs to what: departments, and in each its agents, skills and whatever else there is.

    Nothing in Zoho Desk changes.
    """
    from pulumi_zohodesk.cli.report._found import called, gap_words, read
    from pulumi_zohodesk.cli.report._map_page import map_page
    from pulumi_zohodesk.report import map_of

    found = read(connection, None, hide)
    drawn = map_of(found.inventory, partial(called, hide))
    gaps = [gap_words(gap) for gap in found.inventory.gaps]
    write(page, map_page(f"Map of {found.name}", found.facts, drawn, gaps))
    for gap in gaps:
        say(gap, sys.stderr)
