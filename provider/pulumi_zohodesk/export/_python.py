"""An export as Python modules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pulumi_zohodesk.engine import Kind, Many, Map, Struct, ValueType, plural, scalar, snake
from pulumi_zohodesk.export._declared import Declared, Reference, Secret, TextFile, secrets_in
from pulumi_zohodesk.export._identifiers import Names
from pulumi_zohodesk.export._syntax import Call, Code, literal, source
from pulumi_zohodesk.inventory import Inventory
from pulumi_zohodesk.kinds import kind_named


class LookUps:
    """The module ``lookups``: a variable with the id of each object that is looked up.

    Attributes:
        lines: its statements, in an order in which they can run.
        nameless: what could not be looked up, since no name means it alone; it stands there by its id.
    """

    def __init__(self, inventory: Inventory) -> None:
        self.lines: list[str] = []
        self.nameless: list[Reference] = []
        self._inventory = inventory
        self._names = Names()
        self._known: dict[tuple[str, str], str] = {}

    def variable(self, wanted: Reference) -> str:
        """The variable that holds the id of an object."""
        place = wanted.kind, wanted.id
        if place not in self._known:
            self._known[place] = self._define(wanted)
        return self._known[place]

    def _define(self, wanted: Reference) -> str:
        if wanted.key is None:
            self.nameless.append(wanted)
            name = self._names.new((snake(wanted.kind), wanted.id), "id")
            self.lines.append("# By its id: it cannot be seen, or others have the same name.")
            self.lines.append(source(wanted.id, f"{name} = "))
            return name
        arguments = dict(self._arguments(kind_named(wanted.kind), wanted))
        name = self._names.new((snake(wanted.kind), *wanted.key), "id")
        self.lines.append(source(Call(f"desk.get_{snake(wanted.kind)}", arguments), f"{name} = ", after=".id"))
        return name

    def _arguments(self, kind: Kind, wanted: Reference) -> Iterator[tuple[str, object]]:
        """The natural key, and where the kind is listed if that does not follow from it."""
        item = self._inventory.item(kind.name, wanted.id)
        row = item.row if item else {}
        scope = [kind.listing.scope] if kind.listing.scope and kind.listing.scope not in kind.key else []
        for wire in (*scope, *kind.key):
            text = scalar(row.get(wire))
            parent = self._parent(kind, wire)
            if parent:
                yield snake(wire), Code(self.variable(Reference(parent, text, self._inventory.name_of(parent, text))))
            else:
                yield snake(wire), text

    @staticmethod
    def _parent(kind: Kind, wire: str) -> str | None:
        if kind.within and wire == kind.within[1]:
            return kind.within[0]
        return kind.by_wire[wire].ref


IMPORT = "import pulumi_zohodesk as desk"


def python_files(
    inventory: Inventory, files: Mapping[str, Sequence[Declared]]
) -> tuple[dict[str, str], list[Reference]]:
    """The program's files by name, and what it can only refer to by id."""
    program = _Program(inventory, files)
    texts = {f"{module}.py": program.module(module, objects) for module, objects in files.items()}
    lookups = program.lookups
    if lookups.lines:
        title = '"""What the program refers to and does not declare, found by name in every run."""'
        needed = [IMPORT] if any("desk.get_" in line for line in lookups.lines) else []
        texts["lookups.py"] = _joined([title, *needed, "\n".join(lookups.lines)])
    texts["__main__.py"] = _main(sorted(files))
    return texts, lookups.nameless


def _main(modules: Sequence[str]) -> str:
    title = '"""A help desk as code. Each module declares its objects when it is imported."""'
    imports = "\n".join(f"import {module}" for module in modules)
    return _joined([title, imports, source([Code(module) for module in modules], "MODULES = ")])


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


class _Program:
    def __init__(self, inventory: Inventory, files: Mapping[str, Sequence[Declared]]) -> None:
        self.inventory = inventory
        self.lookups = LookUps(inventory)
        self._places = {one.item.place: (module, one.name) for module, objects in files.items() for one in objects}

    def module(self, module: str, objects: Sequence[Declared]) -> str:
        used: set[str] = set()
        declarations = [self._declaration(module, one, used) for one in objects]
        words = dict.fromkeys(one.item.kind.words for one in objects)
        title = f'"""Declares {" and ".join(map(plural, words))}."""'
        return _joined(
            [
                title,
                self._home(module, objects),
                f"import pulumi\n{IMPORT}" if secrets_in(objects) else IMPORT,
                "\n".join(f"import {one}" for one in sorted(used)),
                *declarations,
            ]
        )

    def _home(self, module: str, objects: Sequence[Declared]) -> str:
        """A comment that spells the name of the department, of which the module's name is only the letters."""
        within = objects[0].item.kind.within
        if within is None or not module.startswith(f"{snake(within[0])}_"):
            return ""
        homes = {one.item.row.get(one.item.kind.within[1]) for one in objects if one.item.kind.within}
        if len(homes) > 1:
            return ""
        key = self.inventory.name_of(within[0], str(objects[0].item.row.get(within[1])))
        return f"# What lies in {literal(key[-1])}." if key else ""

    def _declaration(self, module: str, declared: Declared, used: set[str]) -> str:
        arguments: dict[str, Any] = {"*": declared.name}
        for wire, value in declared.arguments.items():
            field = declared.item.kind.by_wire[wire]
            arguments[field.snake] = self._value(module, field.type, value, used)
        return source(Call(f"desk.{declared.item.kind.name}", arguments), f"{declared.name} = ")

    def _value(self, module: str, type: ValueType, value: Any, used: set[str]) -> Any:
        if isinstance(value, Reference):
            return Code(self._name(module, value, used))
        if isinstance(value, TextFile):
            return Call("desk.file_text", {"*": value.path})
        if isinstance(value, Secret):
            return Call("pulumi.Config().require_secret", {"*": value.name})
        if isinstance(type, Many) and isinstance(value, list):
            return [self._value(module, type.type, item, used) for item in value]
        if isinstance(type, Map) and isinstance(value, Mapping):
            return {key: self._value(module, type.type, item, used) for key, item in value.items()}
        if isinstance(type, Struct) and isinstance(value, Mapping):
            given = [part for part in type.parts if part.wire in value]
            parts = {part.snake: self._value(module, part.type, value[part.wire], used) for part in given}
            return Call(f"desk.{type.name}", parts)
        return value

    def _name(self, module: str, wanted: Reference, used: set[str]) -> str:
        place = self._places.get((wanted.kind, wanted.id))
        home, name = place or ("lookups", self.lookups.variable(wanted))
        if home == module:
            return name
        used.add(home)
        return f"{home}.{name}"
