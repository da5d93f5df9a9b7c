"""Fields and types of answers against the contract. Values are looked at for their type and never kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.questions._asking import Asking, Ended, Open, Probe, good, known_form
from pulumi_zohodesk.questions._contract import contract, needed, operations, parameters, value
from pulumi_zohodesk.transport import Operation

Types = Mapping[str, tuple[str, ...]]
NAMES: Mapping[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    dict: "object",
    list: "array",
}
FIELD = re.compile(r"(?!cf_|cm_|customField)[a-z_]{1,60}", re.IGNORECASE)
"""Names that the service gives to fields. Fields and modules of an organisation's own are named by people, and keys
that are ids have digits."""
MAPS = ("permissions", "subscriptions", "templatesCount.count")
"""Objects whose keys are modules and events, an organisation's own among them; so are those of `_OF_MODULES`."""
_OF_MODULES = "getDataSharingRules"


@dataclass(frozen=True)
class Shape:
    """How the answer to one operation differs from the contract.

    Attributes:
        fields: those that the contract lacks, or has with other types, with the types that came; those that never
            came without any. Nested ones after a dot. Keys that may be named by people are ``*``, with how many they
            are.
        open: why nothing could be seen; empty where something was.
    """

    operation: str
    fields: Types
    open: str = ""


_SAID = [operation for name, operation in operations().items() if contract()[name]["fields"]]
"""What the contract says something of."""
SHAPES = Probe(lambda _asking: "", tuple(use for operation in _SAID for use in (*needed(operation), operation)))
"""What `shapes` asks for, at most: lists for ids are asked once."""


def shapes(asking: Asking) -> Iterator[Shape]:
    """Every list and every single object that the token may read, one call each."""
    ended = ""
    for operation in _SAID:
        try:
            with known_form():
                shape = Shape(operation.name, {}, ended) if ended else _shape(asking, operation)
            yield shape
        except Open as error:
            yield Shape(operation.name, {}, str(error))
        except Ended as error:
            ended = f"not asked further: {error}"
            yield Shape(operation.name, {}, ended)


def _shape(asking: Asking, operation: Operation) -> Shape:
    path, query = ({name: value(asking, name) for name in names} for names in parameters(operation))
    seen = good(asking.look(operation, path, **query), "it")
    single = isinstance(seen.content, dict) and not contract()[operation.name]["envelope"]
    objects = [seen.content] if single else seen.rows
    if not objects:
        raise Open("it is empty, or shows the token's agent nothing")
    fields = _Seen(contract()[operation.name]["fields"], ("", *MAPS) if operation.name == _OF_MODULES else MAPS)
    for one in objects:
        fields.walk(one)
    return Shape(operation.name, fields.differences())


def _allowed(types: Any) -> set[str]:
    """The types that the contract has of a field; all where it has the field and no type."""
    if types is None:
        return set()
    return {*types, *(["integer"] if "number" in types else [])} or {*NAMES.values(), "null"}


@dataclass
class _Seen:
    """What was seen of some objects.

    Attributes:
        known: fields of the contract and their types.
        maps: places whose keys are told only where the contract has them.
        came: fields and the types that came.
        opened: places where an object was seen, with whatever fields.
        own: place to keys that may be named by people.
    """

    known: Types
    maps: tuple[str, ...]
    came: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    opened: set[str] = field(default_factory=set)
    own: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def walk(self, one: Mapping[str, Any], place: str = "") -> None:
        """Notes the fields of an object, and of objects in it whose fields the contract knows."""
        self.opened.add(place)
        in_map = any(place == each or place.startswith(f"{each}.") for each in self.maps)
        for name, held in one.items():
            path = _within(place, name)
            if path not in self.known and (in_map or not FIELD.fullmatch(name)):
                self.own[place].add(name)
                continue
            kind = "null" if held is None else NAMES[type(held)]
            self.came[path].add(kind)
            if kind in _allowed(self.known.get(path)) and any(each.startswith(f"{path}.") for each in self.known):
                for inner in held if isinstance(held, list) else [held]:
                    if isinstance(inner, dict):
                        self.walk(inner, path)

    def differences(self) -> Types:
        strange = {
            path: tuple(sorted(came)) for path, came in self.came.items() if came - _allowed(self.known.get(path))
        }
        never = {path: () for path in self.known if path not in self.came and path.rpartition(".")[0] in self.opened}
        own = {_within(place, "*"): (str(len(names)),) for place, names in self.own.items()}
        return dict(sorted({**strange, **never, **own}.items()))


def _within(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
