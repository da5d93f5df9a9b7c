"""What a program has to say of an object: its name, the arguments worth writing, and files for its long texts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any

from pulumi_zohodesk.engine import Field, LongText, scalar, snake
from pulumi_zohodesk.export._identifiers import Names
from pulumi_zohodesk.inventory import Inventory, Item, folded

_EMPTY: tuple[Any, ...] = ("", [], {})


@dataclass(frozen=True)
class Reference:
    """What an argument refers to.

    Attributes:
        kind: name of the kind.
        id: its id in this organisation.
        key: its natural key; None when it has none that means just this one object.
    """

    kind: str
    id: str
    key: tuple[str, ...] | None


@dataclass(frozen=True)
class Secret:
    """What stands in the place of a secret that Zoho Desk tells nobody. ``name``: of the setting that holds it."""

    name: str


@dataclass(frozen=True)
class Declared:
    """An object as a program declares it.

    Attributes:
        name: logical name and, in Python, the variable; unique in the whole export.
        arguments: wire names to values; where objects are referred to, a `Reference` or a list of them.
    """

    item: Item
    name: str
    arguments: Mapping[str, Any]


def declare(
    inventory: Inventory,
    items: Sequence[Item],
    names: Names,
    *,
    hide: bool = False,
    known: Mapping[tuple[str, str], str] = MappingProxyType({}),
    said: Mapping[tuple[str, str], frozenset[str]] = MappingProxyType({}),
    secret: Collection[tuple[str, str]] | None = None,
) -> list[Declared]:
    """The objects as a program declares them, in their order.

    Args:
        hide: no name in the program says anything of a person, since names are never secret in state.
        known: kind and id of objects that have a logical name already, with that; ``names`` must have it reserved.
        said: kind and id of objects with wire names that are said although they are empty or a default.
        secret: kind and id of objects whose secrets the settings of the stack have; by default, shall have.
    """

    def declared(item: Item) -> Declared:
        values = {**_said(item, said.get(item.place, frozenset())), **origin(inventory, item)}
        fields, named = item.kind.by_wire, partial(_reference, inventory)
        arguments = {wire: fields[wire].type.with_references(value, named) for wire, value in values.items()}
        name = known.get(item.place) or names.new(_named_by(item, hide), snake(item.kind.name))
        if secret is None or item.place in secret:
            arguments |= {of.wire: Secret(setting_of(name, of)) for of in _secrets(item)}
        return Declared(item, name, arguments)

    return [declared(item) for item in items]


def setting_of(name: str, field: Field) -> str:
    """What the setting of the stack is called that holds a secret of an object, by its logical name."""
    return f"{name}_{field.snake}"


def _secrets(item: Item) -> Iterator[Field]:
    return (field for field in item.kind.managed if field.write_only and field.applies(item.values))


def secrets_in(declared: Iterable[Declared]) -> list[str]:
    """Names of the settings that hold secrets of a program."""
    return [value.name for one in declared for value in one.arguments.values() if isinstance(value, Secret)]


def origin(inventory: Inventory, item: Item) -> dict[str, str]:
    """What an object can be made of that is made by cloning: any that is given, since the program says all the rest."""
    given = next((item.id for item in inventory.items(item.kind.name) if item.given), "")
    return {item.kind.cloned_from: given} if item.kind.cloned_from and given and not item.given else {}


def _named_by(item: Item, hide: bool) -> tuple[str, ...]:
    if not hide or not any(item.kind.by_wire[wire].personal for wire in item.kind.key):
        return item.key
    return snake(item.kind.name), hashlib.sha256("\0".join(folded(item.key)).encode()).hexdigest()[:8]


def managed_values(item: Item) -> dict[str, Any]:
    """What a state that was imported manages: what the program says, and what is always managed."""
    said = _said(item)
    return {
        field.wire: item.values[field.wire]
        for field in item.kind.managed
        if field.wire in said or (field.default is not None and field.wire in item.values)
    }


def _said(item: Item, said: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The values without what is empty, what is a default, and what follows from other values."""
    implied = frozenset(item.kind.implied(item.row))
    return {
        field.wire: item.values[field.wire]
        for field in item.kind.managed
        if field.wire in item.values
        and field.wire not in implied
        and field.applies(item.values)
        and (field.wire in said or not _idle(field, item.values[field.wire]))
    }


def _idle(field: Field, value: Any) -> bool:
    if field.required:
        return False
    return value in _EMPTY or (field.default is not None and field.type.same(value, field.default))


def _reference(inventory: Inventory, kind: str, value: Any) -> Reference:
    id = scalar(value)
    key, item = inventory.name_of(kind, id), inventory.item(kind, id)
    single = key is not None and inventory.ids_of(kind, key) == [id] and not (item and inventory.nameless(item))
    return Reference(kind, id, key if single else None)


TEXTS = "texts"
"""The folder of the files."""

LONGEST = 100
"""Bytes of a file's name, without its ending. File systems take 255, some of them with overhead."""


@dataclass(frozen=True)
class TextFile:
    """What stands in the place of a long text. ``path``: of its file, from the program."""

    path: str


def with_text_files(declared: Sequence[Declared]) -> tuple[list[Declared], dict[str, str]]:
    """The objects with files in the place of their long texts, and these files by path."""
    names, files = Names(), {}

    def in_file(declared: Declared, wire: str, value: Any) -> Any:
        field = declared.item.kind.by_wire[wire]
        content = content_of_file(field, value)
        if content is None:
            return value
        # Some file systems do not tell letter case apart.
        name = names.new((declared.name.casefold(), field.snake), field.snake, LONGEST)
        path = f"{TEXTS}/{name}.{'html' if re.search('<[A-Za-z/!]', content) else 'txt'}"
        files[path] = content
        return TextFile(path)

    return [
        replace(one, arguments={wire: in_file(one, wire, value) for wire, value in one.arguments.items()})
        for one in declared
    ], files


def content_of_file(field: Field, value: Any) -> str | None:
    """A long text as its file has it; None for all else, and for what a file would not give back: a byte order mark
    before it, letters that UTF-8 does not have."""
    if not isinstance(field.type, LongText) or not isinstance(value, str) or not value:
        return None
    return field.type.even(value) if value.encode(errors="ignore").decode("utf-8-sig") == value else None
