"""What a kind declares of its objects: arguments, what the service sets, how they are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.engine.types import Part, Text
from pulumi_zohodesk.transport import Operation

Row = Mapping[str, Any]
"""One object as the service answers it: wire names to JSON values."""


@dataclass(frozen=True)
class Call:
    """One action on one object, for example disabling it.

    Attributes:
        operation: what is called; its path may hold the id.
        body: makes the body from the id and the object's state; None sends no body.
    """

    operation: Operation
    body: Callable[[str, Row], Mapping[str, Any] | None] = lambda _id, _state: None


@dataclass(frozen=True)
class Switch:
    """A field that is changed by actions instead of being sent.

    Attributes:
        on, off: the two values.
        on_create: part of the create body, too.
        turn_on, turn_off: the actions.
    """

    on: Any
    off: Any
    turn_on: Call
    turn_off: Call
    on_create: bool = False


@dataclass(frozen=True)
class Field(Part):
    """One argument of a kind: an entry of it, and what is special about it.

    Attributes:
        default: the value when left out; such a field is always managed.
        fixed: cannot be changed at the service: another value means another object.
        follows: names the wire name of a scope (``departmentId``) that the referred object decides: another value
            replaces the object when it is unknown or lies in another scope.
        switch: actions that change it.
        rewritten: the service keeps it in a spelling of its own, which state remembers (`Marks.rewritten`).
        personal: says something about a person.
        option: an option of the provider, never sent, never compared with the service.
        on_create: part of the create body.
        always: part of every update.
        hint: a sentence for when the service refuses another value of an existing object.
        compared: another value of it is a change; only options may differ without being one.
        neighbours: it may name only what belongs to the department that the object lies in.
        effect: what a request that carries it does outside of Zoho Desk: "will be called".
        sent: where bodies have it, if not under its own name: ``smtpDetails.password``.
        write_only: a secret that no answer has: state keeps it encrypted, and alone tells what it was.
        exclusive: one object of those that lie together has it, so only True is declared: it takes it from another.
    """

    default: Any = None
    fixed: bool = False
    follows: str | None = None
    switch: Switch | None = None
    rewritten: bool = False
    personal: bool = False
    option: bool = False
    on_create: bool = True
    always: bool = False
    hint: str = ""
    compared: bool = True
    neighbours: bool = False
    effect: str = ""
    sent: str = ""
    write_only: bool = False
    exclusive: bool = False

    @property
    def place(self) -> str:
        """Under which name bodies have it, or what it travels in."""
        return self.sent.partition(".")[0] or self.wire

    @property
    def notes(self) -> tuple[str, ...]:
        secret = ("secret, and told by no answer",) if self.write_only else ()
        alone = ("only True, which takes it from the one that had it",) if self.exclusive else ()
        return (*super().notes, *secret, *alone)

    def applies(self, values: Row) -> bool:
        """Whether it says something of an object with these values."""
        return (self.when is None or self.when.holds(values)) and not (self.exclusive and not values.get(self.wire))


def effects(fields: Iterable[Field]) -> str:
    """What sending some fields does outside of Zoho Desk, for an error that says no reason: it may lie there."""
    return "".join(f" The {field.snake} {field.effect}: see that it does." for field in fields if field.effect)


CONNECTION = Field(
    "connection",
    Text(100),
    "a connection of ``zohodesk.toml`` in place of the stack's own",
    option=True,
    compared=False,
)
"""What every kind has: the connection of ``zohodesk.toml`` that its object is reached through."""


@dataclass(frozen=True)
class Output(Part):
    """What the service sets and state keeps.

    Attributes:
        sentence: empty where the name says it.
        always: every answer has it.
        personal: says something about a person.
    """

    sentence: str = ""
    always: bool = False
    personal: bool = False


@dataclass(frozen=True)
class Listing:
    """How objects of a kind are listed.

    Attributes:
        operation: the list call.
        scope: the parameter, of the query unless the path has it, without which the service does not list
            (``departmentId``), or None.
        query: further parameters of every page.
        lacks: wire names that rows of the list never have.
    """

    operation: Operation
    scope: str | None = None
    query: Mapping[str, Any] = field(default_factory=dict)
    lacks: frozenset[str] = frozenset()

    def place(self, scope: str | None) -> tuple[dict[str, str], dict[str, object]]:
        """Path and query of every page in a scope."""
        within = {self.scope: scope} if self.scope and scope else {}
        if self.scope and f"{{{self.scope}}}" in self.operation.path:
            return within, dict(self.query)
        return {}, {**self.query, **within}
