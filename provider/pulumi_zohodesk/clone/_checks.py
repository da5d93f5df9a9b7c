"""Everything that would stop a clone, found before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pulumi_zohodesk.actions.set_up import CRITERIA_FIELDS
from pulumi_zohodesk.clone._target import TargetObject, TargetState, lacks
from pulumi_zohodesk.clone._work import HOME, Work
from pulumi_zohodesk.engine import UNKNOWN, Session, scalar
from pulumi_zohodesk.errors import APIError
from pulumi_zohodesk.inventory import Inventory, Item
from pulumi_zohodesk.kinds import CRITERIA, counted, kind_named
from pulumi_zohodesk.transport import Operation

__all__ = ["asked_problems", "known_problems"]

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
    for target_object in [*work.creates, *work.updates]:
        yield from _unwritable(target_object)
    yield from _taken(target, work)


def _taken(target: Inventory, work: Work) -> Iterator[str]:
    """Names that something else in the target has. The engine writes in no order that would free them first."""
    holders = {(item.kind.name, _own_key(item)): item for name in target.kinds for item in target.items(name)}
    wanted = {target_object.place: target_object.item.key[-1] for target_object in work.updates}
    for target_object in [*work.creates, *work.updates]:
        holder = holders.get((target_object.item.kind.name, _own_key(target_object.item)))
        if holder is None or holder.id == target_object.item.id:
            continue
        new = wanted.get((holder.kind.name, holder.id), holder.key[-1])
        later = f', which shall be "{new}"' if new != holder.key[-1] else ""
        yield (
            f"{(target_object.source or target_object.item).label}: its name is taken in the target by the "
            f"{holder.label}{later}. Rename that one in Zoho Desk, to any name that is free, and clone again."
        )


def _own_key(item: Item) -> tuple[str, ...]:
    """What no second object may have: the name and the ids of what it lies in."""
    return item.kind.folded_key({**item.row, **item.values})


def _unwritable(target_object: TargetObject) -> Iterator[str]:
    """What lives in the source, made before a rule of the service, and cannot be written anew."""
    item = target_object.item
    for wire, value in item.values.items():
        of = item.kind.by_wire[wire]
        if (
            of.ref is None
            and (target_object.live is None or wire in target_object.changed)
            and (of.required or target_object.live is not None or value not in ("", [], {}))
        ):
            known = of.type.with_references(value, lambda _, id: UNKNOWN if str(id).startswith("+") else id)
            for path, problem in of.type.problems(known):
                yield f"{(target_object.source or item).label}: {of.snake}{path} {problem}."


def asked_problems(session: Session, work: Work) -> Iterator[str]:
    """What only the target can tell: fields that criteria name, and how many objects a department takes."""
    yield from _criteria_problems(session, work)
    yield from _count_problems(session, work)


def _home(target_object: TargetObject, work: Work) -> str:
    """The department of an object; for one that is not there yet, some department of the target."""
    id = _own_home(target_object)
    if id and not id.startswith("+"):
        return id
    others = (one.live.id for one in work.objects if one.live and one.live.kind.name == HOME)
    more = (one.item.id for one in work.excess if one.item.kind.name == HOME)
    return next(others, "") or next(more, "")


def _criteria_problems(session: Session, work: Work) -> Iterator[str]:
    known: dict[tuple[str, str], frozenset[str]] = {}
    for target_object in [*work.creates, *work.updates]:
        home = _home(target_object, work)
        for module, name in _named_fields(target_object):
            if module not in ASKED_MODULES or not home:
                continue
            if (home, module) not in known:
                known[home, module] = _fields(session, home, module)
            if known[home, module] and name.casefold() not in known[home, module]:
                label = (target_object.source or target_object.item).label
                yield f'{label}: the target has no field "{name}" of {module}.'


def _named_fields(target_object: TargetObject) -> Iterator[tuple[str, str]]:
    for field in target_object.item.kind.managed:
        if field.type is CRITERIA and (target_object.live is None or field.wire in target_object.changed):
            value: Mapping[str, Any] = target_object.item.values.get(field.wire) or {}
            for one in value.get("fieldConditions") or ():
                yield scalar(one.get("fieldModule")), scalar(one.get("fieldName"))


def _asked(session: Session, operation: Operation, query: Mapping[str, str], about: str) -> Any:
    """The answer; None when the service refuses it: a check that cannot be made must not stop what may be possible."""
    try:
        return session.client.call(operation, query=query, about=about)
    except APIError:
        return None


def _fields(session: Session, home: str, module: str) -> frozenset[str]:
    """Labels of the fields, in lower case; empty when the service tells none."""
    answer = _asked(session, CRITERIA_FIELDS, {"departmentId": home, "module": module}, f"the fields of {module}")
    groups = answer.get("criteriaFields") if isinstance(answer, Mapping) else answer
    details = [one for group in groups or () for one in group.get("fieldDetails") or ()]
    return frozenset(scalar(one.get(key)).casefold() for one in details for key in ("fieldLabel", "i18NLabel"))


def _count_problems(session: Session, work: Work) -> Iterator[str]:
    new = [
        target_object
        for target_object in work.creates
        if target_object.item.kind.counted and target_object.item.kind.within
    ]
    homes = Counter((target_object.item.kind.name, _own_home(target_object)) for target_object in new)
    some = {
        name: next(_home(target_object, work) for target_object in new if target_object.item.kind.name == name)
        for name, _ in homes
    }
    most: dict[str, int | None] = {}
    for (name, home), count in homes.items():
        used = 0
        if home.startswith("+"):
            if name not in most:
                most[name] = counted(session.client, kind_named(name), some[name])[1] if some[name] else None
            limit = most[name]
        else:
            used, limit = counted(session.client, kind_named(name), home)
        if limit is not None and used + count > limit:
            parent = next(
                target_object.item.key[0]
                for target_object in new
                if (target_object.item.kind.name, _own_home(target_object)) == (name, home)
            )
            yield (
                f'The department "{parent}" of the target would hold {used + count} objects of kind {name}; '
                f"it may hold {limit}."
            )


def _own_home(target_object: TargetObject) -> str:
    return (
        scalar(target_object.item.row.get(target_object.item.kind.within[1])) if target_object.item.kind.within else ""
    )
