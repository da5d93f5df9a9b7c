"""What a stack knows against what the organisation holds: changed, disabled, disappeared, appeared, unmanaged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from pulumi_zohodesk.compare._finding import Edit, Finding, Sort, ordered
from pulumi_zohodesk.compare._side import edited, named
from pulumi_zohodesk.compare._state import Held, key_of
from pulumi_zohodesk.compare._unmanaged import NOTHING, Before, Ignore, moment
from pulumi_zohodesk.engine import Field, Row, scalar
from pulumi_zohodesk.inventory import Inventory, Item, Key, Place
from pulumi_zohodesk.kinds import KINDS

_NONE: Mapping[Place, Item | None] = MappingProxyType({})


@dataclass(frozen=True)
class Drift:
    """Attributes:
    findings: ordered by sort, kind and key; an object that is disabled and differs otherwise as well has two.
    objects: how many objects of the stack were compared.
    ignored: how many unmanaged objects the ignore list covers.
    """

    findings: tuple[Finding, ...]
    objects: int
    ignored: int = 0

    def __bool__(self) -> bool:
        """Whether anything drifted."""
        return bool(self.findings)


def missing(state: Iterable[Held], inventory: Inventory) -> list[Held]:
    """The objects that the lists do not have; each must be asked for by itself before anything is said of it."""
    return [held for held in state if inventory.item(*held.place) is None]


def drift(
    state: Sequence[Held],
    inventory: Inventory,
    *,
    asked: Mapping[Place, Item | None] = _NONE,
    kinds: Collection[str] = (),
    ignore: Ignore | None = None,
    before: Before = NOTHING,
    hides: bool = False,
) -> Drift:
    """Compare the objects of a stack with an organisation: the fields that the program manages, by id.

    Args:
        asked: what `missing` named, asked for one by one; None for what is gone for good.
        kinds: names of the kinds whose unmanaged objects count.
        ignore: which of those do not.
        before: which of the others were there before the stack; the rest appeared.
        hides: people are told by their ids, and what is said of them is secret, whether state keeps it so or not.

    Raises KeyError: the inventory does not have an object, and nobody asked for it.
    """
    look = _Look(state, inventory, asked, hides)
    strangers = list(look.strangers(kinds))
    unexpected = [item for item in strangers if ignore is None or not ignore.covers(item.kind.name, item.key)]
    findings = [
        *(finding for held in state for finding in look.at(held)),
        *(look.stranger(item, before) for item in unexpected),
    ]
    return Drift(ordered(findings), len(state), len(strangers) - len(unexpected))


class _Look:
    """One run of `drift`."""

    def __init__(
        self, state: Sequence[Held], inventory: Inventory, asked: Mapping[Place, Item | None], hides: bool
    ) -> None:
        self.inventory, self.asked = inventory, asked
        self.people = frozenset(kind.name for kind in KINDS if hides and kind.personal_key)
        self.secret = hides or any(held.kind.personal_key and held.secret for held in state)
        self.hides = hides
        self.held = {held.place: held for held in state}
        self.keys: dict[Place, Key] = {}
        # What is referred to comes first; a state has any order after an import.
        for held in sorted(state, key=lambda held: KINDS.place(held.kind.name)):
            self.keys[held.place] = key_of(held, self.keys)

    def name_of(self, kind: str, id: str) -> Key | None:
        """The natural key of what an id means, live if it can be seen, else as the state has it."""
        item = self.asked.get((kind, id))
        return self.inventory.name_of(kind, id) or (item.key if item else self.keys.get((kind, id)))

    def at(self, held: Held) -> Iterator[Finding]:
        """How one object of the stack drifted."""
        item = self.inventory.item(*held.place)
        if item is None and (item := self.asked[held.place]) is None:
            yield self._finding(Sort.DISAPPEARED, held)
            return
        edits = {field.wire: self._edit(held, field, item) for field in held.managed if _differs(held, field, item)}
        more = dict(zip(("who", "when"), self._last(held.outputs, item.row), strict=True))
        switch = held.kind.switch
        if switch and switch.wire in edits and held.kind.off(item.values):
            yield self._finding(Sort.DISABLED, held, edits=(edits.pop(switch.wire),), **more)
        if edits:
            declared = dict(self._declared(held, item, edits))
            heir = self._heir(held, edits)
            yield self._finding(Sort.CHANGED, held, edits=tuple(edits.values()), declared=declared, heir=heir, **more)

    def strangers(self, kinds: Collection[str]) -> Iterator[Item]:
        """What nobody manages here."""
        for kind in kinds:
            for item in self.inventory.items(kind):
                if (kind, item.id) not in self.held and not item.given:
                    yield item

    def stranger(self, item: Item, before: Before) -> Finding:
        """The finding for an object that the stack does not have."""
        who, when = item.row.get("createdBy") or item.row.get("creatorId"), item.row.get("createdTime")
        more: dict[str, Any] = {"who": self._person(who), "when": _time(when)}
        secret = self._unnamed(*item.place)
        sort = Sort.UNMANAGED if before.covers(item.kind.name, item.id, when) else Sort.APPEARED
        return Finding(sort, item.kind.name, item.key, ids=(item.id,), secret=secret, **more)

    def _finding(self, sort: Sort, held: Held, **more: Any) -> Finding:
        secret = self._unnamed(*held.place)
        key = self.keys[held.place]
        return Finding(sort, held.kind.name, key, ids=(held.id,), urn=held.urn, secret=secret, **more)

    def _edit(self, held: Held, field: Field, item: Item) -> Edit:
        old = held.value(field.wire)
        new = held.shown(field, item.values.get(field.wire))
        secret = field.wire in held.secret or (self.hides and field.personal)
        edit = edited(field, *(named(field, value, self._single) for value in (old, new)), secret=secret)
        by_id = edited(field, *(named(field, value, self._shown) for value in (old, new)))
        return edit if by_id == replace(edit, secret=False) else replace(edit, by_id=(by_id.old, by_id.new))

    def _heir(self, held: Held, edits: Iterable[str]) -> Key:
        """Which other object has what only one can have, where this one lost it; empty where none may be named."""
        home = held.kind.within[1] if held.kind.within else ""
        for wire in (wire for wire in edits if held.kind.by_wire[wire].exclusive):
            for other in self.inventory.items(held.kind.name):
                near = scalar(other.row.get(home)) == scalar(held.value(home))
                if (
                    near
                    and other.id != held.id
                    and other.row.get(wire)
                    and not self._unnamed(other.kind.name, other.id)
                ):
                    return other.key
        return ()

    def _declared(self, held: Held, item: Item, wires: Iterable[str]) -> Iterator[tuple[tuple[str, Key], str]]:
        """Logical names of what the new values refer to, as far as the stack has it."""
        for of in (held.kind.by_wire[wire] for wire in wires):
            for kind, id in of.type.references(item.values.get(of.wire)):
                other, key = self.held.get((kind, id)), self._single(kind, id)
                if other and key:
                    yield (kind, key), other.name
                    yield (kind, (id,)), other.name  # where people are told by id

    def _unnamed(self, kind_name: str, id: str) -> bool:
        """Whether the natural key of an object is not shown: it is secret, or that of what the object lies in is."""
        held = self.held.get((kind_name, id))
        item = self.inventory.item(kind_name, id) or self.asked.get((kind_name, id))
        if kind_name in self.people or (held and held.secret & {*held.kind.key}):
            return True
        rows = [(held.kind, held.outputs)] if held else []
        rows += [(item.kind, item.row)] if item else []
        refs = [(kind.by_wire[wire].ref, scalar(row.get(wire))) for kind, row in rows for wire in kind.key]
        return any(self._unnamed(ref, other) for ref, other in refs if ref)

    def _shown(self, kind: str, id: str) -> Key | None:
        """The natural key of what is referred to, where that may be shown."""
        return None if self._unnamed(kind, id) else self._single(kind, id)

    def _single(self, kind: str, id: str) -> Key | None:
        """The natural key of an object, if it means just that one: it may be written into a program."""
        key = self.name_of(kind, id)
        return key if key is None or len(self.inventory.ids_of(kind, key)) < 2 else None

    def _last(self, before: Row, row: Row) -> tuple[str, str]:
        """Who changed an object last and when, unless the state knows of that change already."""
        when = row.get("modifiedTime")
        if when is None or _time(when) == _time(before.get("modifiedTime")):
            return "", ""
        return self._person(row.get("modifiedBy")), _time(when)

    def _person(self, id: Any) -> str:
        if not id:
            return ""
        key = None if self._unnamed("Agent", scalar(id)) else self.name_of("Agent", scalar(id))
        if self.secret and not scalar(id).isdecimal():
            return ""  # a name in place of an id
        return key[-1] if key else f"agent {scalar(id)}"


def _differs(held: Held, field: Field, item: Item) -> bool:
    """Whether a field is another one now. What the service does not tell is not known, so it does not differ."""
    return field.wire in item.row and not field.type.same(
        held.shown(field, item.values.get(field.wire)), held.value(field.wire)
    )


def _time(value: Any) -> str:
    """A time as ISO 8601 in UTC, as far as it can be read."""
    when = moment(value)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ") if when else scalar(value)
