"""What the target shall hold: every object of the source, told in the ids of the target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pulumi_zohodesk.clone._match import Ids, leave_given, matches
from pulumi_zohodesk.clone._members import members_only, required_sets
from pulumi_zohodesk.clone._people import PERSON, People
from pulumi_zohodesk.clone._target import Omission, TargetObject, TargetState, changed, lacks
from pulumi_zohodesk.engine import Field, scalar
from pulumi_zohodesk.inventory import Inventory, Item, Key, Place, folded
from pulumi_zohodesk.kinds import kind_named


def target_state(source: Inventory, target: Inventory, people: People, known: Ids) -> TargetState:
    """Work out what the target shall hold. Pure; asks nothing."""
    return _Translation(source, target, people, matches(source, target, known)).run()


_AS_IT_COMES = (
    "It comes with Zoho Desk, and the target has none of that name.",
    "It comes with Zoho Desk, once that what it lies in is there.",
)
"""Why what is given is not made: of what lies nowhere, and of what lies in something."""


class _Translation:
    """One run of `target_state`."""

    def __init__(self, source: Inventory, target: Inventory, people: People, same: Mapping[Place, Item]) -> None:
        self.source, self.target, self.people, self.same = source, target, people, same
        self.out = TargetState()
        self.gone: dict[Place, str] = {}
        self.stands: dict[str, Item] = {}

    def run(self) -> TargetState:
        if PERSON in self.source.kinds:
            self._decide_all(self.source.items(PERSON))
        for name in self.source.kinds:
            for item in self.source.items(name):
                if item.place not in self.gone and self._can_be(item):
                    self._add(item)
            if name == PERSON:
                self._bring()
        gaps = [*self.source.gaps, *self.target.gaps]
        self.out.notes += [f"There is no {gap.kind}, so none is cloned. {gap.reason}" for gap in gaps if lacks(gap)]
        members_only(self.out, self.target, self._key)
        leave_given(self.out, self.source, self.target)
        self._refuse_absent()
        for (kind, id), live in self.same.items():
            if (kind, id) not in self.gone:
                self.out.ids.setdefault(kind, {})[id] = live.id
        for id, live in self.stands.items():
            self.out.ids.setdefault(PERSON, {})[id] = live.id
        return self.out

    def _can_be(self, item: Item) -> bool:
        """Whether it is made or changed: not what comes with Zoho Desk, nor what waits for something that does."""
        if item.given:
            if item.place not in self.same:
                self.gone[item.place] = _AS_IT_COMES[item.kind.within is not None]
            return False
        for field in (field for field in item.kind.managed if field.required):
            for kind, id in field.type.references(item.values.get(field.wire)):
                if kind != PERSON and (kind, id) in self.gone:
                    self._leave(item, f"{field.snake}: {self.gone[kind, id]} Clone once more then.")
                    return False
        return True

    # People

    def _decide_all(self, items: Sequence[Item]) -> None:
        for item in items:
            self._decide(item)
        known = {item.key[-1].lower() for item in items}
        for address in self.people.table:
            if address not in known:
                self.out.problems.append(f"{address}, for whom another shall stand, is no agent of the source.")

    def _decide(self, item: Item) -> None:
        """Leave a person out, let another stand for them, or do nothing of the kind."""
        other = self.people.table.get(item.key[-1].lower())
        stands = self._stand_in(item, other) if other is not None else None
        if (PERSON, item.id) in self.same:
            if other is not None:
                self.out.notes.append(f"{item.key[-1]} is an agent of the target, so {other} does not stand for them.")
            return None
        if other is not None:
            if stands:
                self.stands[item.id] = stands
            return self._leave(item, f"{other} stands for them.")
        if not self.people.invite:
            return self._leave(item, "The target has no such agent, and agents are not invited.")
        if item.kind.off(item.row) or item.row.get("status", "ACTIVE") != "ACTIVE":
            return self._leave(item, "Out of service: an invitation would be sent for nothing.")
        if any(not item.values.get(of.wire) for of in required_sets(item.kind)):
            return self._leave(item, "Belongs to no department, and Zoho Desk takes nobody without one.")
        return None

    def _leave(self, item: Item, reason: str) -> None:
        self.gone[item.place] = reason
        self.out.omissions.append(Omission(item.kind.name, item.key, reason))

    def _stand_in(self, item: Item, other: str) -> Item | None:
        found = self.target.find(PERSON, (other,))
        if len(found) == 1:
            return found[0]
        self.out.problems.append(f"{other}, who shall stand for {item.key[-1]}, is no agent of the target.")
        return None

    def _refuse_absent(self) -> None:
        """Who is out of service afterwards as well cannot stand for anybody."""
        for id, live in self.stands.items():
            shall = self.out.objects.get(live.place)
            if shall and shall.kind.off(shall.item.values):
                name = (self.source.name_of(PERSON, id) or (id,))[-1]
                self.out.problems.append(
                    f"{live.key[-1]}, who shall stand for {name}, is out of service in the target."
                )

    def _bring(self) -> None:
        """Who stands for others belongs to the departments of these as well; that is all that changes of them."""
        for id, live in self.stands.items():
            origin = self.source.item(PERSON, id)
            for wire, homes in self._homes(origin) if origin else ():
                stand_in = self.out.objects.get(live.place) or TargetObject(_as_it_is(live), None, live)
                self.out.objects[live.place] = self._joined(stand_in, wire, homes)

    def _homes(self, item: Item) -> Iterator[tuple[str, list[str]]]:
        for of in required_sets(item.kind):
            if isinstance(value := item.values.get(of.wire), list):
                yield of.wire, [id for home in value if (id := self._id(of.ref or "", scalar(home)))]

    def _joined(self, stand_in: TargetObject, wire: str, homes: Sequence[str]) -> TargetObject:
        before = list(map(scalar, stand_in.item.values.get(wire) or ()))
        more = [id for id in dict.fromkeys(homes) if id not in before]
        if not more:
            return stand_in
        names = tuple(self._key(stand_in.kind.by_wire[wire].ref or "", id) for id in more)
        self.out.omissions.append(Omission(PERSON, stand_in.told.key, "Stands for others.", wire, put_in=names))
        return stand_in.having(wire, before + more)

    # Objects

    def _add(self, item: Item) -> None:
        live = self.same.get(item.place)
        kind, fields = item.kind, item.kind.by_wire
        wires = {wire for wire in item.values if fields[wire].applies(item.values)} - {*kind.implied(item.row)}
        values = {of.wire: self._value(item, of, item.values[of.wire]) for of in kind.managed if of.wire in wires}
        for of in required_sets(kind):
            if not item.values.get(of.wire):
                values[of.wire] = self._instead(item, of, live)
        row = {
            **item.row,
            **{wire: value for wire, value in values.items() if any(fields[wire].type.references(value))},
        }
        if kind.within:
            parent, wire = kind.within
            row[wire] = self._id(parent, scalar(item.row.get(wire))) or ""
        made = Item(kind, live.id if live else f"+{item.id}", item.key, values, row)
        self.out.objects[made.place] = TargetObject(made, item, live, changed(made, live))

    def _instead(self, item: Item, field: Field, live: Item | None) -> list[str]:
        """What the target keeps where the source has nothing and something is needed."""
        stay = list(map(scalar, (live.values.get(field.wire) or ()) if live else ()))
        if stay:
            reason = "Empty in the source, and Zoho Desk takes nobody without: what the target has stays."
            names = tuple(self._key(field.ref or "", id) for id in stay)
            self.out.omissions.append(Omission(item.kind.name, item.key, reason, field.wire, put_in=names))
        else:
            self.out.problems.append(f"{item.label}: {field.snake} is empty in both, and Zoho Desk takes none without.")
        return stay

    def _value(self, item: Item, field: Field, value: Any) -> Any:
        if field.ref and isinstance(value, list):
            return self._set(item, field, field.ref, list(map(scalar, value)))
        return field.type.with_references(value, lambda kind, id: self._inside(item, field, kind, scalar(id)))

    def _inside(self, item: Item, field: Field, kind: str, id: str) -> str:
        """The id of a reference somewhere in a value."""
        stands = self.stands.get(id) if kind == PERSON else None
        found = stands.id if stands else self._id(kind, id)
        if found is None:
            self._unresolved(item, field, kind, id)
        return found or ""

    def _set(self, item: Item, field: Field, kind: str, ids: Sequence[str]) -> list[str]:
        chosen: dict[str, None] = {}
        left: dict[Key, str] = {}
        put: dict[Key, None] = {}
        for source_id in ids:
            stands = self.stands.get(source_id) if kind == PERSON else None
            id = stands.id if stands else self._id(kind, source_id)
            if (kind, source_id) in self.gone:
                left[self.source.name_of(kind, source_id) or (source_id,)] = self.gone[kind, source_id]
            elif id is None:
                self._unresolved(item, field, kind, source_id)
            if stands and stands.id not in chosen:
                put[stands.key] = None
            if id is not None:
                chosen[id] = None
        if left:
            # Who is there in the own right as well was not put in.
            own = {folded(self.source.name_of(kind, id) or ()) for id in ids if (kind, id) not in self.gone}
            added = tuple(key for key in put if folded(key) not in own)
            reason = " ".join(dict.fromkeys(left.values()))
            self.out.omissions.append(Omission(item.kind.name, item.key, reason, field.wire, tuple(left), added))
        return list(chosen)

    def _unresolved(self, item: Item, field: Field, kind: str, id: str) -> None:
        name = self.source.name_of(kind, id)
        if (kind, id) in self.gone:
            left = "who is left out" if kind == PERSON else f"which is not made ({self.gone[kind, id].rstrip('.')})"
            why = f"names {' / '.join(name or (id,))}, {left}, and cannot be without"
        elif name is None:
            why = f"names {kind} {id}, which does not exist in the source or cannot be seen"
        elif len(self.target.ids_of(kind, name)) > 1:
            why = f'names the {kind_named(kind).words} "{name[-1]}", and the target has several of that name'
        else:
            why = f'names the {kind_named(kind).words} "{name[-1]}", which the target does not have'
        self.out.problems.append(f"{item.label}: {field.snake} {why}.")

    def _id(self, kind: str, id: str) -> str | None:
        """The id in the target of what an id means in the source; None when there will be nothing."""
        if (kind, id) in self.gone:
            return None
        if (live := self.same.get((kind, id))) is not None:
            return live.id
        if kind in self.source.kinds and self.source.item(kind, id):
            return f"+{id}"
        name = self.source.name_of(kind, id)
        found = self.target.ids_of(kind, name) if name else []
        return found[0] if len(found) == 1 and len(self.source.ids_of(kind, name or ())) == 1 else None

    def _key(self, kind: str, id: str) -> Key:
        if id.startswith("+"):
            return self.source.name_of(kind, id[1:]) or (id,)
        return self.target.name_of(kind, id) or (id,)


def _as_it_is(live: Item) -> Item:
    """An object of the target with just what a program must say of it."""
    implied = frozenset(live.kind.implied(live.row))
    wanted = {field.wire for field in live.kind.managed if field.required or field.default is not None}
    if not implied:
        wanted |= {field.wire for field in live.kind.managed if field.ref and field.wire in live.values}
    return replace(live, values={wire: value for wire, value in live.values.items() if wire in wanted - implied})
