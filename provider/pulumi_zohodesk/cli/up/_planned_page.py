"""A run that was looked at, as Markdown for a comment or the summary of a job, and as one page of HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from html import escape
from operator import attrgetter
from pathlib import Path
from typing import Any

from pulumi_zohodesk.cli._markdown import MOST, code, fitting, folded, plain
from pulumi_zohodesk.cli._printable import field_words, printable, value_words
from pulumi_zohodesk.cli.up._planned import Planned, price_words, warnings
from pulumi_zohodesk.cli.up._words import LATER, SECRET, fields, guarded, known, label, lines, removal, summary
from pulumi_zohodesk.compare import Edit, Part, parts
from pulumi_zohodesk.engine import Unknown
from pulumi_zohodesk.page import Page, card, headed, made_now, named_field, table
from pulumi_zohodesk.plan import Plan, Step

Names = Mapping[tuple[str, str], str]
TITLES: Mapping[str, tuple[str, str]] = {
    "delete": ("To remove", "It leaves service in the way that is named. What cannot be deleted is switched off."),
    "replace": ("To replace", "It is removed, and another one is made in its place, with another id."),
    "update": ("To change", "Only these fields are changed; all others stay as they are in Zoho Desk."),
    "create": ("To create", "It does not exist yet."),
}


def as_markdown(planned: Planned) -> str:
    """What would change, the price, and what speaks against it. Nobody is mentioned; what does not fit is left out."""
    plan = planned.plan
    if not plan:
        return "### Preview\n\n**Nothing to change.**\n"
    whose = ", ".join(planned.organizations)
    head = [f"### Preview of {code(f'{plan.project}/{plan.stack}')}, organisation {code(whose)}"]
    head += [f"**{plain(summary(plan))}**", plain(price_words(planned))]
    doubts, _ = fitting(([f"- ⚠️ {plain(warning)}"] for warning in warnings(planned)), MOST // 4)
    head += ["\n".join(doubts)] if doubts else []
    changes = [[f"- {code(f'{sign:2} {words}')}"] for sign, _, words in lines(plan)]
    shown, _ = fitting(changes, MOST - 500 - sum(len(one.encode()) for one in head))
    body = folded(f"What would change ({len(changes)})", shown, unfolded=True)
    return "\n\n".join([*head, body]) + "\n"


def as_html(planned: Planned, saved: Path | None = None) -> str:
    """The same for people, with every field; everything in it is escaped.

    Args:
        saved: the file of the plan, where one was written.
    """
    plan = planned.plan
    found = {op: [step for step in plan.listed if step.op == op] for op in TITLES}
    names = _names(plan)
    body = [
        headed(f"{TITLES[op][0]} ({len(steps)})", "\n".join(_card(step, names) for step in steps))
        for op, steps in found.items()
        if steps
    ]
    whose = ", ".join(planned.whose or planned.organizations)
    return Page(
        "What zohodesk up would do",
        [("Stack", printable(f"{plan.project}/{plan.stack}")), ("Organisation", whose or "-"), made_now()],
        summary(plan) if plan else "Nothing to change.",
        "\n".join(body),
        [*warnings(planned), *(f"{guarded(protection, plan)}: {protection.words}" for protection in plan.protections)],
        [price_words(planned)] if plan else (),
        list(_legend(found)),
        list(_then(planned, saved)),
    ).html()


def _names(plan: Plan) -> Names:
    """What the stack has, as people call it, where that may be shown."""
    return {
        (kind.name, id): printable(row.get(kind.title))
        for urn, (kind, id, row) in plan.objects.items()
        if kind.title not in plan.hidden.get(urn, ())
    }


def _card(step: Step, names: Names) -> str:
    title = label(step)
    title = f"<b>{escape(title[0].upper() + title[1:])}</b>"
    if step.op == "delete":
        return card(title, removal(step), "")
    heads = ("Field", "Value") if step.op == "create" else ("Field", "Now", "Afterwards")
    return card(title, "", table(heads, _rows(step, names)))


def _rows(step: Step, names: Names) -> Iterator[tuple[str, ...]]:
    """A row for each field that is given, or for each part of one that changes."""
    for wire, old, new in fields(step):
        field = step.kind.by_wire[wire]
        whole = step.op == "create" or new is SECRET or isinstance(new, Unknown)
        old, new = (field.type.with_references(side, partial(_named, names)) for side in (old, new))
        spoken = [field.type.in_words(side, attrgetter("snake")) for side in (old, new)]
        found = [Part(field.snake, *spoken)] if whole else parts(Edit(field.snake, old, new, field.type))
        for part in found:
            sides: list[Any] = [part.old, part.new]
            if part.added or part.removed:
                sides = [list(part.removed), list(part.added)]
            shown = [escape(_shown(known(side))) for side in sides[step.op == "create" :]]
            name = printable(part.path)
            yield named_field(field_words(step.kind, name), name), *shown


def _named(names: Names, kind: str, id: Any) -> Any:
    """What stands in the place of an id: the name with it, where that is known."""
    name = names.get((kind, id)) if isinstance(id, str) else None
    return f"{name} (id {id})" if name else id


def _shown(value: Any) -> str:
    if isinstance(value, list) and value:
        return "\n".join(map(_shown, value))
    return "(empty)" if value in (None, "", [], {}) else value_words(value)


def _legend(found: Mapping[str, list[Step]]) -> Iterator[tuple[str, str]]:
    yield from (TITLES[op] for op, steps in found.items() if steps)
    steps = [step for one in found.values() for step in one]
    changes = [known(new) for step in steps for _, _, new in fields(step)]
    if any(new is SECRET for new in changes):
        yield SECRET, "The value is kept secret, here as well."
    if any(new == LATER or (isinstance(new, list) and LATER in new) for new in changes):
        yield LATER, "It follows from an object that does not exist yet."


def _then(planned: Planned, saved: Path | None) -> Iterator[str]:
    if not planned.plan:
        return
    if planned.refusals:
        yield "Settle what would be refused, and look again: as it is, nothing is applied."
        return
    if planned.exceeded:
        yield "This is more than one run should change. If all of it is meant, apply it with `--force`."
    command = f"zohodesk up --plan {saved}" if saved else "zohodesk up"
    yield f"Apply it: `{command}`. It looks again, and asks first."
    yield "What it changes or removes is kept, and `zohodesk restore` puts it back."
