"""The matrix of agents by skills as one page of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.cli.report._found import source, text
from pulumi_zohodesk.page import Page
from pulumi_zohodesk.report import AgentRow, DepartmentSkills, SkillFacts

LEGEND = (
    ("✓", "The agent has the skill."),
    ("Active agents", "Those in service who belong to the department. Others are shown in grey, and not counted."),
    (
        "To change it",
        "`zohodesk report skills --csv FILE` writes the table that `desk.SkillMatrix` reads: edit it, then "
        "`zohodesk preview`.",
    ),
)


def skills_page(
    title: str,
    facts: Sequence[tuple[str, str]],
    departments: Sequence[DepartmentSkills],
    notes: Sequence[str],
    fewer_than: int,
) -> str:
    """The page: an overview of departments, then a matrix of each. Everything is escaped."""
    controls = (
        '<div class="controls" hidden><input type="search" id="search" placeholder="Agent, skill or department" '
        'aria-label="Show only what holds this text"><label><input type="checkbox" id="lacks"> only what lacks agents'
        "</label><small>A head sorts: a column's head the rows, a row's head the columns.</small></div>"
    )
    parts = [
        _overview(departments, fewer_than),
        controls,
        *(_department(department, fewer_than) for department in departments),
    ]
    return Page(
        printable(title),
        facts,
        body="\n".join(parts),
        warnings=notes,
        legend=[
            *LEGEND,
            ("Coloured", f"A skill of fewer than {count_of(fewer_than, 'active agent')}, or an agent without any."),
        ],
        style=source("page.css", "skills.css"),
        scripts=[source("skills.js")],
    ).html()


def _summary(department: DepartmentSkills, fewer_than: int) -> str:
    """``active agents with a skill: 18 of 20; 14 skills, 3 of them with fewer than 2 active agents``."""
    skilled = len(department.active) - len(department.without)
    agents = f"active agents with a skill: {skilled} of {len(department.active)}"
    skills = count_of(len(department.skills), "skill")
    thin = f", {len(department.thin)} of them with fewer than {count_of(fewer_than, 'active agent')}"
    off = "" if department.in_service else "disabled; "
    return f"{off}{agents}; {skills}{thin if department.thin else ''}"


def _overview(departments: Sequence[DepartmentSkills], fewer_than: int) -> str:
    heads = ("Department", "Active agents", "Have a skill", "Without any", "Skills", f"Fewer than {fewer_than}")
    rows = "\n".join(_overview_row(department) for department in departments)
    return (
        f'<div class="scroll"><table class="overview"><thead><tr>{_heads(heads)}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _overview_row(department: DepartmentSkills) -> str:
    share = department.coverage
    meter = "" if share is None else f'{share:.0%}<meter value="{share:.3f}">{share:.0%}</meter>'
    name = text(department.name)
    cells = [
        f'<th scope="row" data-name="{name}"><a href="#d{department.id}">{name}</a></th>',
        f"<td>{len(department.active)}</td><td>{meter}</td>",
        _number(len(department.without)),
        f"<td>{len(department.skills)}</td>",
        _number(len(department.thin)),
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _number(count: int) -> str:
    return f'<td class="thin">{count}</td>' if count else "<td>0</td>"


def _heads(words: Iterable[str]) -> str:
    return "".join(f'<th scope="col"><button>{text(word)}</button></th>' for word in words)


def _department(department: DepartmentSkills, fewer_than: int) -> str:
    lacking = ' class="lacking"' if department.thin or department.without else ""
    name = text(department.name)
    return (
        f'<details{lacking} id="d{department.id}" data-name="{name}" open><summary><h2>{name}</h2>'
        f"<small>{text(_summary(department, fewer_than))}</small></summary>\n"
        + "\n".join(_lacks(department, fewer_than))
        + f'\n<div class="scroll"><table class="matrix">{_matrix(department)}</table></div></details>'
    )


def _lacks(department: DepartmentSkills, fewer_than: int) -> Iterator[str]:
    if department.thin:
        listed = ", ".join(f"{skill.name} ({skill.holders})" for skill in department.thin)
        yield f'<p class="lacks"><b>Fewer than {fewer_than} active agents:</b> {text(listed)}</p>'
    if department.without:
        listed = ", ".join(agent.label for agent in department.without)
        yield f'<p class="lacks"><b>Without any skill:</b> {text(listed)}</p>'


def _matrix(department: DepartmentSkills) -> str:
    counts = "".join(f"<td{_thin(skill)}>{skill.holders}</td>" for skill in department.skills)
    total = sum(skill.holders for skill in department.skills)
    skills = "".join(_skill_head(skill) for skill in department.skills)
    rows = "\n".join(_agent(agent, department.skills) for agent in department.agents)
    return (
        f"<thead><tr>{_heads(('Agent', 'Skills'))}{skills}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n"
        f'<tfoot><tr><th scope="row"><button>Active agents</button></th><td>{total}</td>{counts}</tr></tfoot>'
    )


def _thin(skill: SkillFacts) -> str:
    return ' class="thin"' if skill.thin else ""


def _skill_head(skill: SkillFacts) -> str:
    name, group = text(skill.name), text(skill.skill_type)
    off = "" if skill.active else ", inactive"
    mark = "skill thin" if skill.thin else "skill"
    return (
        f'<th scope="col" class="{mark}" title="{name} ({group}{off})"><button>{name}'
        f"<small>{group}{off}</small></button></th>"
    )


def _agent(agent: AgentRow, skills: Sequence[SkillFacts]) -> str:
    more = [agent.address] if agent.address != agent.label else []
    more += [] if agent.active else ["not in service" if agent.name or agent.address else "cannot be seen"]
    more += [] if agent.member else ["not in this department"]
    mark = "none" if not agent.skills else "" if agent.active and agent.member else "off"
    cells = "".join('<td class="has">✓</td>' if skill.id in agent.skills else "<td></td>" for skill in skills)
    name = text(agent.label)
    return (
        f'<tr class="{mark}"><th scope="row" data-name="{name}"><button>{name}</button>'
        f"<small>{text('; '.join(filter(None, more)))}</small></th><td>{len(agent.skills)}</td>{cells}</tr>"
    )
