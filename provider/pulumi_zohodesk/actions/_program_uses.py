"""Finding, in the source of one file of a program, what it uses of this package."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pulumi_zohodesk.actions._names import CLIENT, PACKAGE, Module, followed
from pulumi_zohodesk.actions._table import action_named
from pulumi_zohodesk.actions._uses import LOOK_UPS, PUBLIC, Use
from pulumi_zohodesk.engine import Many, snake
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import Entry, entries, kind_named

_HARMLESS = {"__name__", "__file__", "__doc__", "__version__", "__path__", "errors"}
"""Attributes of the package, beside those it names itself, that lead to no kind."""
_OF_CLIENT = {"organization_id", "credits_spent"}


@dataclass
class Program:
    """What a program uses.

    Attributes:
        uses: kinds by name.
        look_ups: ``get_role`` ...; the twins ending in ``_output`` count as the same.
        actions: those that it calls through ``desk.client()``.
        doubts: sentences about places that do not say what they use.
    """

    uses: dict[str, Use] = field(default_factory=dict)
    look_ups: set[str] = field(default_factory=set)
    actions: set[str] = field(default_factory=set)
    doubts: list[str] = field(default_factory=list)

    def add(self, use: Use) -> None:
        old = self.uses.get(use.kind, Use(use.kind, manages=False))
        self.uses[use.kind] = Use(use.kind, old.manages or use.manages, old.removals | use.removals)


class Visitor(ast.NodeVisitor):
    """Finds uses; annotations are none."""

    def __init__(self, folder: Path, module: Module, modules: Mapping[str, Module], program: Program) -> None:
        self.folder = folder
        self.module = module
        self.modules = modules
        self.program = program

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        path = followed(self.module.path(node.func), self.modules)
        found = self.module.meaning(node.func, self.modules)
        if path == f"{PACKAGE}.load":
            self._data(node)
        elif path == CLIENT:
            self._doubt(node, "what is called through the client")
        elif path in (f"{CLIENT}().call", f"{CLIENT}().all"):
            self._called_by_name(node)
        elif found is None:
            self.visit(node.func)
        elif found.kind and not found.tail:
            self.program.add(Use(found.kind, removals=_removals(found.kind, node)))
        else:
            self._mentioned(node.func)
            self._inside(node.func)
        if name in ("isinstance", "issubclass"):
            self.visit(node.args[0])
            return
        by_name = name == "getattr" and node.args and self._by_name(node)
        logs = isinstance(node.func, ast.Attribute) and node.func.attr == "getLogger"
        for child in (*(node.args[1:] if by_name else [] if logs else node.args), *node.keywords):
            self.visit(child)

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self._mentioned(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if self._mentioned(node):
            self._inside(node)
        else:
            self.visit(node.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        said = node.value
        if isinstance(said, str) and (said == PACKAGE or said.startswith(f"{PACKAGE}.")):
            self._doubt(node, f"what is used of {PACKAGE}, which is named in a text,")

    def visit_Assign(self, node: ast.Assign) -> None:
        names = all(isinstance(target, ast.Name) for target in node.targets)
        if not (names and followed(self.module.path(node.value), self.modules).startswith(PACKAGE)):
            self.generic_visit(node)  # else another name, counted where that is used
        else:
            self._inside(node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit_Assign(ast.copy_location(ast.Assign([node.target], node.value), node))

    def visit_arg(self, node: ast.arg) -> None:
        pass

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for child in (*node.decorator_list, node.args, *node.body):
            self.visit(child)

    visit_AsyncFunctionDef = visit_FunctionDef

    def _mentioned(self, node: ast.expr) -> bool:
        """What is named without being called; whether it leads to this package."""
        path = followed(self.module.path(node), self.modules)
        found = self.module.meaning(node, self.modules)
        if found is None:
            return self._led_to_no_use(node, path)
        if found.action:
            self.program.actions.add(found.action)
        elif found.look_up:
            self.program.look_ups.add(found.look_up)
        elif not found.tail:
            self.program.add(Use(found.kind, removals=frozenset(kind_named(found.kind).removals)))
        elif found.tail[0] == "get":
            self.program.add(Use(found.kind, manages=False))
        return True

    def _led_to_no_use(self, node: ast.expr, path: str) -> bool:
        """The package, the client, or a part of them that is no kind, look-up or action by itself."""
        if path == PACKAGE:
            self._doubt(node, f"what is used of {PACKAGE}, which is handed on,")
        elif path == CLIENT or path.startswith(f"{CLIENT}()"):
            if path.removeprefix(f"{CLIENT}().").partition(".")[0] not in _OF_CLIENT:
                self._doubt(node, "what is called through the client")
        elif path.startswith(f"{PACKAGE}."):
            part = path.split(".")[1]
            if part == "SkillMatrix":  # looks up who is in the table
                self.program.add(Use("Agent", manages=False))
                self.program.look_ups.add("get_agent")
            if part not in _HARMLESS and part not in PUBLIC:
                self._doubt(node, f"what is used of {path}")
        else:
            return False
        return True

    def _inside(self, node: ast.expr) -> None:
        """Visit the arguments of the call that made a client, in ``desk.client(NAME).tickets.list``."""
        while isinstance(node, ast.Attribute):
            node = node.value
        if isinstance(node, ast.Call):
            for child in (*node.args, *node.keywords):
                self.visit(child)

    def _doubt(self, node: ast.expr, what: str) -> None:
        said = f"{self.module.name}, line {node.lineno}: {what} cannot be told, so the set may be too small."
        if said not in self.program.doubts:
            self.program.doubts.append(said)

    def _called_by_name(self, node: ast.Call) -> None:
        """``client.call("tickets.get", ...)``."""
        named = node.args[0] if node.args else None
        try:
            said = named.value if isinstance(named, ast.Constant) else None
            self.program.actions.add(action_named(str(said)).name)
        except InputError:
            self._doubt(node, "what is called through the client")

    def _data(self, node: ast.Call) -> None:
        """What the YAML files of ``desk.load`` declare and refer to."""
        names = [
            argument.value
            for argument in node.args
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        if len(names) < len(node.args):
            self._doubt(node, "which files load reads")
        for use, look_ups in _uses_of_data([self.folder / name for name in names]):
            self.program.add(use)
            self.program.look_ups |= look_ups

    def _by_name(self, node: ast.Call) -> bool:
        """``getattr(desk, NAME)``; whether it is one."""
        path = followed(self.module.path(node.args[0]), self.modules)
        if not path.startswith(PACKAGE) or len(node.args) < 2:
            return False
        named = node.args[1]
        if isinstance(named, ast.Constant) and isinstance(named.value, str):
            self._mentioned(ast.copy_location(ast.Attribute(node.args[0], named.value, ast.Load()), node))
        else:
            self._doubt(node, "which kind or look-up getattr names")
        return True


def _removals(kind: str, node: ast.Call) -> frozenset[str]:
    """What ``on_destroy`` says; everything it may say where that cannot be told."""
    everything = tuple(kind_named(kind).removals)
    given = {keyword.arg: keyword.value for keyword in node.keywords}
    if "on_destroy" not in given:
        return frozenset(everything if None in given else everything[:1])
    said = given["on_destroy"]
    if isinstance(said, ast.Constant) and said.value in everything:
        return frozenset({said.value})
    return frozenset(everything[:1] if isinstance(said, ast.Constant) and said.value is None else everything)


def _uses_of_data(files: Sequence[Path]) -> Iterator[tuple[Use, set[str]]]:
    """The use of each object that the files declare, and the look-ups for what it names and they do not declare.

    Raises InputError for a file that cannot be read or says something that is no declaration.
    """
    found = list(entries(files))
    declared = {entry.place for entry in found}
    for entry in found:
        said, removals = str(entry.arguments.get("on_destroy")), entry.kind.removals
        removal = said if said in removals else next(iter(removals))
        yield Use(entry.kind.name, removals=frozenset({removal})), set(_look_ups(entry, declared))


def _look_ups(entry: Entry, declared: set[tuple[str, str, tuple[str, ...]]]) -> Iterator[str]:
    for argument in entry.kind.fields:
        value: Any = entry.arguments.get(argument.yaml_name) if argument.ref else None
        name = f"get_{snake(argument.ref or '')}"
        for named in value if isinstance(value, list) and isinstance(argument.type, Many) else [value]:
            key = tuple(str(part).casefold() for part in (named if isinstance(named, list) else [named]))
            known = named is None or isinstance(named, Mapping) or (entry.connection, argument.ref, key) in declared
            if not known and name in LOOK_UPS:
                yield name
