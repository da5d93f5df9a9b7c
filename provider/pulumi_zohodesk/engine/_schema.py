"""What objects of a kind hold, and how they are called."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pulumi_zohodesk.engine._fields import CONNECTION, Field, Output, Row
from pulumi_zohodesk.engine._values import scalar
from pulumi_zohodesk.engine._words import plural
from pulumi_zohodesk.engine.types import snake


@dataclass(frozen=True)
class Schema:
    """What objects of a kind hold, and how they are called.

    Attributes:
        name: class name and last part of the type token, for example ``SkillType``. Frozen: it is in users' state.
        words: how messages call it.
        sentence: what it is and what ``destroy`` does to it, for people.
        own_fields: the arguments, in the API's order; `fields` are these and `CONNECTION`.
        outputs: what the service sets and state keeps.
        key: wire names of the natural key.
    """

    name: str
    words: str
    sentence: str
    own_fields: tuple[Field, ...]
    outputs: tuple[Output, ...]
    key: tuple[str, ...]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All arguments."""
        return (*self.own_fields, CONNECTION)

    @cached_property
    def entries(self) -> tuple[Field | Output, ...]:
        """All arguments and outputs."""
        return (*self.fields, *self.outputs)

    @cached_property
    def by_wire(self) -> Mapping[str, Field]:
        return {item.wire: item for item in self.fields}

    @cached_property
    def by_snake(self) -> Mapping[str, Field]:
        return {item.snake: item for item in self.fields}

    @cached_property
    def managed(self) -> tuple[Field, ...]:
        """Fields that the service has, that is, all but options."""
        return tuple(item for item in self.fields if not item.option)

    @cached_property
    def answered(self) -> tuple[Field, ...]:
        """Fields that answers have: all but options and secrets that are only written."""
        return tuple(item for item in self.managed if not item.write_only)

    @cached_property
    def write_only(self) -> frozenset[str]:
        """Wire names of secrets that no answer has."""
        return frozenset(item.wire for item in self.managed if item.write_only)

    @cached_property
    def personal(self) -> frozenset[str]:
        """Wire names of arguments and outputs that say something about a person."""
        return frozenset(item.wire for item in self.entries if item.personal)

    @cached_property
    def switch(self) -> Field | None:
        """The field that says whether the object is in use, if the kind has one."""
        return next((item for item in self.fields if item.switch), None)

    def off(self, row: Row) -> bool:
        """Whether the object is known to be disabled; a row that does not say is no proof."""
        item = self.switch
        return bool(
            item
            and item.switch
            and row.get(item.wire) is not None
            and item.type.same(row.get(item.wire), item.switch.off)
        )

    @cached_property
    def group(self) -> str:
        """Its actions, and the file that it is exported to: ``skill_types``."""
        return plural(snake(self.name))

    def request(self, values: Row) -> dict[str, Any]:
        """Values by wire name as a body has them: what travels in another one (`Field.sent`) is put there."""
        body = {wire: value for wire, value in values.items() if not self.by_wire[wire].sent}
        for wire in values.keys() - body.keys():
            entry, _, name = self.by_wire[wire].sent.partition(".")
            body[entry] = {**body.get(entry, {}), name: values[wire]}
        return body

    def sent_with(self, fields: Iterable[Field]) -> list[Field]:
        """Fields, and what an update must send along: what always is, what one of them needs, what travels together."""
        wires = {field.wire for field in fields}
        needed = [item for item in self.managed if item.when and item.when.needed and item.when.wire in wires]
        places = {field.place for field in (*fields, *needed)}
        more = (item for item in self.managed if item.always or item.place in places)
        return list(dict.fromkeys([*fields, *needed, *more]))

    def lacking(self, fields: Iterable[Field], state: Row, wanted: Row) -> list[Field]:
        """Secrets without which fields cannot be sent, and which are not given."""
        values = {**state, **wanted}
        sent = self.sent_with(list(fields)) if self.write_only else []
        return [item for item in sent if item.write_only and wanted.get(item.wire) is None and item.applies(values)]

    @cached_property
    def title(self) -> str:
        """Wire name of what its objects are called by; empty where they have no name of their own."""
        return "" if not self.key or self.by_wire[self.key[-1]].ref else self.key[-1]

    @property
    def personal_key(self) -> bool:
        """Whether messages name an object by what is said of a person."""
        return bool(self.title) and self.by_wire[self.title].personal

    def key_in_names(self, parts: Iterable[str]) -> tuple[str, ...]:
        """A natural key in which references are names; what an organisation has one of is called by its words."""
        return tuple(parts) or (self.words,)

    def natural_key(self, values: Row) -> dict[str, str]:
        return {wire: scalar(values.get(wire)) for wire in self.key}

    def folded_key(self, values: Row) -> tuple[str, ...]:
        """What no second object of an organisation may have: the natural key, letter case aside."""
        return tuple(part.casefold() for part in self.natural_key(values).values())

    def matches(self, row: Row, key: Mapping[str, str]) -> bool:
        """Whether a row has this natural key; letter case does not count, as it does not at the service."""
        return all(scalar(row.get(wire)).casefold() == scalar(value).casefold() for wire, value in key.items())

    def hidden(self, secret: Iterable[str] = (), *, personal: bool = False) -> frozenset[str]:
        """Wire names of what is not shown: what is ``secret``, and where people are hidden, what is ``personal``."""
        return frozenset(secret) | self.write_only | (self.personal if personal else frozenset())

    def label(self, values: Row, id: str = "", *, hidden: Collection[str] = ()) -> str:
        """How messages name one object: ``skill "Billing" (id 12)``; ``skill (id 12)`` where its name is ``hidden``."""
        quiet = self.title in hidden
        id = id or (scalar(values.get("id")) if quiet else "")
        title = "" if quiet else scalar(values.get(self.title))
        named = f'{self.words} "{title}"' if title else self.words
        return f"{named} (id {id})" if id else named
