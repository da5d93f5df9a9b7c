"""Everything that would stop a clone, found before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from pulumi_zohodesk.actions.set_up import CRITERIA_FIELDS
from pulumi_zohodesk.clone._people import PERSON
from pulumi_zohodesk.clone._target import TargetObject, TargetState, lacks, with_unknowns
from pulumi_zohodesk.clone._work import HOME, Work
from pulumi_zohodesk.engine import Session, scalar
from pulumi_zohodesk.errors import APIError
from pulumi_zohodesk.inventory import Inventory, Item, Place
from pulumi_zohodesk.kinds import CRITERIA, LIGHT, SEAT, Edition, counted, kind_named, seat

ASKED_MODULES = ("tickets", "contacts", "accounts")
"""Modules whose fields the service tells (Skill.json, getCriteriaFieldsForSkills)."""


def known_problems(source: Inventory, target: Inventory, target_state: TargetState, work: Work) -> Iterator[str]:
    """What both inventories and the declarations of the kinds tell. Asks nothing."""
    for side, inventory in (("source", source), ("target", target)):
        for group in inventory.duplicates:
            named = ", ".join(item.label for item in group)
            yield f"The {side} has several objects of one name, letter case aside: {named}. Rename all but one."
        for gap in inventory.blind:
            if gap.kind in inventory.kinds and not (lacks(gap) and not source.items(gap.kind)):
                where = f" of {' '.join(gap.home)}" if gap.home else ""
                yield f"The {side} does not show every {gap.kind}{where}: {gap.reason}"
    missing = [name for name in source.kinds if name not in target.kinds]
    if missing:
        yield f"The connection of the target is not for {', '.join(missing)}, which the source has."
    yield from target_state.problems
    for written in [*work.creates, *work.updates]:
        yield from _unwritable(written)
    yield from _taken(target, work)


def _taken(target: Inventory, work: Work) -> Iterator[str]:
    """Names that something else in the target has. The engine writes in no order that would free them first."""
    holders = {(name, _own_key(item)): item for name in target.kinds for item in target.items(name)}
    wanted = {updated.place: updated.item.key[-1] for updated in work.updates}
    for written in [*work.creates, *work.updates]:
        holder = holders.get((written.kind.name, _own_key(written.item)))
        if holder is None or holder.id == written.item.id:
            continue
        new = wanted.get(holder.place, holder.key[-1])
        later = f', which shall be "{new}"' if new != holder.key[-1] else ""
        yield (
            f"{written.told.label}: its name is taken in the target by the {holder.label}{later}. Rename that one in "
            "Zoho Desk, to any name that is free, and clone again."
        )


def _own_key(item: Item) -> tuple[str, ...]:
    """What no second object may have: the name and the ids of what it lies in."""
    return item.kind.folded_key({**item.row, **item.values})


def _unwritable(written: TargetObject) -> Iterator[str]:
    """What lives in the source, made before a rule of the service, and cannot be written anew."""
    for wire, value in written.item.values.items():
        of = written.kind.by_wire[wire]
        said = of.required or written.live is not None or value not in ("", [], {})
        if of.ref is None and written.writes(wire) and said:
            for path, problem in of.type.problems(with_unknowns(of, value)):
                yield f"{written.told.label}: {of.snake}{path} {problem}."


def asked_problems(session: Session, work: Work) -> Iterator[str]:
    """What only the target can tell: fields that criteria name, and how many objects a department takes."""
    yield from _criteria_problems(session, work)
    yield from _count_problems(session, work)


def _home(made: TargetObject, work: Work) -> str:
    """The department of an object; for one that is not there yet, some department of the target."""
    id = _own_home(made)
    if id and not id.startswith("+"):
        return id
    lives = (shall.live for shall in work.objects)
    items = (*lives, *(excess.item for excess in work.excess))
    return next((item.id for item in items if item and item.kind.name == HOME), "")


def _criteria_problems(session: Session, work: Work) -> Iterator[str]:
    fields = cache(partial(_fields, session))
    for written in [*work.creates, *work.updates]:
        home = _home(written, work)
        for module, name in _named_fields(written):
            known = fields(home, module) if home and module in ASKED_MODULES else ()
            if known and name.casefold() not in known:
                yield f'{written.told.label}: the target has no field "{name}" of {module}.'


def _named_fields(written: TargetObject) -> Iterator[tuple[str, str]]:
    for field in written.kind.managed:
        if field.type is CRITERIA and written.writes(field.wire):
            value: Mapping[str, Any] = written.item.values.get(field.wire) or {}
            for condition in value.get("fieldConditions") or ():
                yield scalar(condition.get("fieldModule")), scalar(condition.get("fieldName"))


def _fields(session: Session, home: str, module: str) -> frozenset[str]:
    """Labels of the fields, in lower case; empty when the service tells none."""
    query = {"departmentId": home, "module": module}
    try:
        answer = session.client.call(CRITERIA_FIELDS, query=query, about=f"the fields of {module}")
    except APIError:  # a check that cannot be made must not stop what may be possible
        return frozenset()
    groups = answer.get("criteriaFields") if isinstance(answer, Mapping) else answer
    fields = [field for group in groups or () for field in group.get("fieldDetails") or ()]
    return frozenset(scalar(field.get(key)).casefold() for field in fields for key in ("fieldLabel", "i18NLabel"))


def _count_problems(session: Session, work: Work) -> Iterator[str]:
    groups: dict[tuple[str, str], list[TargetObject]] = {}
    for made in work.creates:
        if made.kind.counted and made.kind.within:
            groups.setdefault((made.kind.name, _own_home(made)), []).append(made)

    @cache
    def most(name: str) -> int | None:
        """What a department that is not there yet may hold of a kind: as much as another one."""
        home = _home(next(group[0] for (kind, _), group in groups.items() if kind == name), work)
        return counted(session.client, kind_named(name), home)[1] if home else None

    for (name, home), group in groups.items():
        used, limit = (0, most(name)) if home.startswith("+") else counted(session.client, kind_named(name), home)
        if limit is not None and used + len(group) > limit:
            yield (
                f'The department "{group[0].item.key[0]}" of the target would hold {used + len(group)} objects of kind '
                f"{name}; it may hold {limit}."
            )


def _own_home(made: TargetObject) -> str:
    return scalar(made.item.row.get(made.kind.within[1])) if made.kind.within else ""


def edition_problems(name: str, edition: Edition, target: Inventory, work: Work) -> Iterator[str]:
    """Why the target's edition of that name cannot hold what the clone would make."""
    there = {item.place: item for name in (HOME, PERSON) for item in target.items(name)}
    written = {shall.place: shall.item for shall in (*work.updates, *work.creates)}
    wanted, before = _counts({**there, **written}), _counts(there)
    for sort, most, words in (
        (HOME, edition.departments, "departments"),
        (SEAT, edition.seats, SEAT),
        (LIGHT, edition.light_seats, LIGHT),
    ):
        if most is not None and wanted[sort] > most >= before[sort]:
            yield (
                f"The target would need {wanted[sort]} {words}, and its edition {name} has {most} "
                f"(it has {before[sort]} now). If that figure is wrong, use --force."
            )


def _counts(items: Mapping[Place, Item]) -> Counter[str]:
    """Departments, and people in service by sort of seat."""
    return Counter(name for item in items.values() if (name := _seat(item)))


def _seat(item: Item) -> str:
    if item.kind.name == HOME:
        return HOME
    if item.kind.name != PERSON or item.kind.off(item.values):
        return ""
    return seat(item.values)
