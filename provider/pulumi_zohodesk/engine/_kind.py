"""What a kind is: a declaration. The engine reads it and does the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from pulumi_zohodesk.engine._answers import shaping
from pulumi_zohodesk.engine._change import Change
from pulumi_zohodesk.engine._crud import Crud, Operations
from pulumi_zohodesk.engine._fields import Call, Listing, Row
from pulumi_zohodesk.engine._schema import Schema
from pulumi_zohodesk.engine._words import plural
from pulumi_zohodesk.engine.types import targets
from pulumi_zohodesk.transport import Operation

if TYPE_CHECKING:
    from pulumi_zohodesk.transport import Client


class Desk(Protocol):
    """One organisation, as far as guards, removals and look-ups may ask it. `Session` is one."""

    client: Client

    @property
    def organization_id(self) -> str: ...
    def get(self, kind: Kind, id: str, label: str = "") -> Row: ...
    def act(self, call: Call, kind: Kind, id: str, state: Row) -> Any: ...
    def fresh(self, kind: Kind, scope: str | None) -> Iterator[Row]: ...
    def label(self, kind: Kind, values: Row, id: str = "") -> str: ...
    def me(self) -> Row: ...
    def organization(self) -> Row: ...


@dataclass(frozen=True)
class Removal:
    """What ``destroy`` does to an object.

    Attributes:
        does: in words, for logs: "was disabled".
        run: carries it out, on an object with an id and a state.
        calls: every operation that it may call.
        expected: it is what anybody expects of ``destroy``, so the log of a normal run does not mention it.
        needs: wire name of the option without which it is refused: it says who takes over.
    """

    does: str
    run: Callable[[Desk, Kind, str, Row], None]
    calls: tuple[Operation, ...] = ()
    expected: bool = False
    needs: str = ""


def _never(_row: Row) -> bool:
    return False


KEPT = Removal("stays as it is in Zoho Desk; only the stack forgets it", lambda _desk, _kind, _id, _state: None)
"""The removal that leaves the object alone."""


def calls(does: str, action: Call, *, expected: bool = False, needs: str = "") -> Removal:
    """A removal that carries out an action; what that would switch off, and is off already, stays as it is."""

    def run(desk: Desk, kind: Kind, id: str, state: Row) -> None:
        switch = kind.switch and kind.switch.switch
        if switch and switch.turn_off == action and kind.off(desk.get(kind, id, desk.label(kind, state, id))):
            return
        desk.act(action, kind, id, state)

    return Removal(does, run, (action.operation,), expected, needs)


@dataclass(frozen=True)
class Guard:
    """Says no before anything is written.

    Attributes:
        ask: says why a change is refused, as a sentence, or None. It may read, never write.
        calls: every operation that it may call, beside those of the kind itself.
    """

    ask: Callable[[Desk, Change], str | None]
    calls: tuple[Operation, ...] = ()


@dataclass(frozen=True)
class LookUp:
    """Finds rows by natural key faster than the list does.

    Attributes:
        find: the rows with a natural key, deleted ones included.
        calls: every operation that it may call, beside those of the kind itself.
    """

    find: Callable[[Desk, Mapping[str, str]], Iterable[Row]]
    calls: tuple[Operation, ...]


@dataclass(frozen=True)
class Kind(Schema):
    """A kind of configuration object: beside its schema, how its objects are read, listed, written and removed.

    Attributes:
        calls: its operations of one object.
        listing: how its objects are listed; unless given, by the list of ``calls`` within what they live in.
        removals: by name; the first is what happens unless the option ``onDestroy`` says otherwise. Unless given, they
            are deleted.
        given: tells from a row that the object comes with Zoho Desk: it is managed where somebody asks for it, and
            neither removed, nor declared, nor a stranger otherwise.
        deleted: tells from an answer that the object is gone for good although it can be read.
        undeletable: the API cannot delete it, so a 404 means that it cannot be seen.
        within: kind and wire name of the object that it lives in, for example ``("Department", "departmentId")``.
        residence: wire name of the departments that it belongs to, where there may be several.
        look_up: finds rows by natural key faster than the list does.
        guards: say no before anything is written.
        weakens: tells of a change that guards count what is left after it, so that such changes go one by one.
        rules: find problems between arguments: yields the wire name and a clause for the message.
        cloned_from: wire name of the option that says of which other object a new one is a clone: there is no other
            way to make one, and the path of ``calls.create`` holds the id of that one.
        implied: names the fields of a row whose values follow from its other fields; an export leaves them out.
        protect: the switch ``zohodesk:protect`` of a stack, which adopting sets, protects it from removal.
        counted: what ``getUsedCountForAutomationFeature`` calls it, where the service tells how many there may be.
        records: there may be thousands, each read by a call of its own: all of them are read where somebody names the
            kind, and nowhere else.
    """

    calls: Operations
    listing: Listing = None  # type: ignore[assignment]  # mypy: after __post_init__ there is one
    removals: Mapping[str, Removal] = field(default_factory=dict)
    given: Callable[[Row], bool] = _never
    deleted: Callable[[Row], bool] = _never
    undeletable: bool = False
    within: tuple[str, str] | None = None
    residence: str = ""
    look_up: LookUp | None = None
    guards: tuple[Guard, ...] = ()
    weakens: Callable[[Change], bool] = lambda _change: False
    rules: Callable[[Row], Iterable[tuple[str, str]]] = lambda _inputs: ()
    implied: Callable[[Row], Iterable[str]] = lambda _row: ()
    protect: bool = False
    cloned_from: str = ""
    counted: str = ""
    records: bool = False

    def __post_init__(self) -> None:
        listing = self.listing or Listing(self.calls.list, self.within[1] if self.within else None)
        object.__setattr__(self, "listing", listing)
        if not self.removals and isinstance(self.calls, Crud):
            does = "were deleted" if plural(self.words) == self.words else "was deleted"
            object.__setattr__(self, "removals", {"delete": calls(does, Call(self.calls.delete), expected=True)})

    @property
    def always(self) -> bool:
        """Its objects are always there, one of each scope or of the organisation: neither made nor removed."""
        return not isinstance(self.calls, Crud)

    @property
    def dear(self) -> bool:
        """Reading all its objects costs a call for each: that is done only where somebody names the kind."""
        return self.records or self.always

    @property
    def get(self) -> Operation:
        return self.calls.get

    @property
    def create(self) -> Operation:
        """What makes one. Raises TypeError for what is `always` there."""
        if not isinstance(self.calls, Crud):
            raise TypeError(f"nobody makes a {self.words}")
        return self.calls.create

    @property
    def update(self) -> Operation:
        return self.calls.update

    @property
    def writes(self) -> tuple[Operation, ...]:
        """What sends its fields; first what makes one, where there is such a thing."""
        return (self.update,) if self.always else (self.create, self.update)

    @cached_property
    def row(self) -> Callable[[Row], Row]:
        """Of an answer, what a write has: the id under ``id``, every field under its own name."""
        return shaping(self.entries, self.calls.id_key, self.calls.envelope)

    @cached_property
    def refers_to(self) -> frozenset[str]:
        """The kinds that its objects may refer to, at any depth, and the one that they live in."""
        home = [self.within[0]] if self.within else []
        return frozenset([*home, *(name for item in self.managed for name in targets(item.type))])

    @cached_property
    def archives(self) -> bool:
        """Whether an object can be read after it was deleted."""
        return self.deleted is not _never

    @property
    def look_up_key(self) -> tuple[str, ...]:
        """Wire names without which an object cannot be looked up by name; the rest of its key only narrows."""
        scope = self.listing.scope
        return tuple(scope if scope and self.by_wire[wire].follows == scope else wire for wire in self.key)
