"""What a Pulumi program uses of this package, told from its source without running it."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pulumi_zohodesk.actions._data import uses_of_data
from pulumi_zohodesk.actions._names import PACKAGE, Module, followed, link
from pulumi_zohodesk.actions._uses import Use
from pulumi_zohodesk.engine import kind_named
from pulumi_zohodesk.errors import InputError

__all__ = ["Program", "scan"]

_SKIPPED = {"__pycache__", "node_modules", "site-packages"}


@dataclass
class Program:
    """What a program uses.

    Attributes:
        uses: kinds by name.
        look_ups: ``get_role`` ...; the twins ending in ``_output`` count as the same.
        doubts: sentences about places that do not say what they use.
    """

    uses: dict[str, Use] = field(default_factory=dict)
    look_ups: set[str] = field(default_factory=set)
    doubts: list[str] = field(default_factory=list)

    def add(self, use: Use) -> None:
        """Note one more use of a kind."""
        old = self.uses.get(use.kind, Use(use.kind, manages=False))
        self.uses[use.kind] = Use(use.kind, old.manages or use.manages, old.removals | use.removals)


def scan(folder: Path) -> Program:
    """What the Python files in a folder and below use; environments and hidden folders are left out.

    What a name stands for is followed through imports, other names and other files of the program. A kind that is
    handed on instead of being called counts as managed, with everything that ``on_destroy`` may say.

    Raises:
        InputError: no Python file, one that cannot be parsed, or none that uses the package; a data file of it that
            cannot be read.
    """
    modules = {module.name: module for module in _modules(folder)}
    if not modules:
        raise InputError(f"There is no Python file in {folder}: name the folder of a Pulumi program in Python.")
    link(modules)
    program = Program()
    for module in modules.values():
        _Visitor(folder, module, modules, program).visit(module.tree)
    if not (program.uses or program.look_ups):
        raise InputError(f"The program in {folder} uses no kind and no look-up of {PACKAGE}.")
    return program


def _modules(folder: Path) -> Iterator[Module]:
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}.")
    for here, folders, files in os.walk(folder):
        place = Path(here)
        folders[:] = sorted(name for name in folders if _wanted(place / name))
        for name in sorted(files):
            if name.endswith(".py"):
                yield _module(folder, place / name)


def _wanted(folder: Path) -> bool:
    return not (folder.name.startswith(".") or folder.name in _SKIPPED or (folder / "pyvenv.cfg").exists())


def _module(folder: Path, file: Path) -> Module:
    parts = file.relative_to(folder).with_suffix("").parts
    try:
        tree = ast.parse(file.read_bytes(), str(file))
    except (SyntaxError, ValueError) as error:
        line = f", line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        raise InputError(f"{file}{line} is not Python: {getattr(error, 'msg', None) or error}.") from None
    return Module(".".join(parts).removesuffix(".__init__"), tree)


class _Visitor(ast.NodeVisitor):
    """Finds uses; annotations are none."""

    def __init__(self, folder: Path, module: Module, modules: Mapping[str, Module], program: Program) -> None:
        self.folder = folder
        self.module = module
        self.modules = modules
        self.program = program

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if followed(self.module.path(node.func), self.modules) == f"{PACKAGE}.load":
            self._data(node)
        found = self.module.meaning(node.func, self.modules)
        if found is None:
            self.visit(node.func)
        elif found.kind and not found.tail:
            self.program.add(Use(found.kind, removals=_removals(found.kind, node)))
        else:
            self._mentioned(node.func)
        if name in ("isinstance", "issubclass"):
            self.visit(node.args[0])
            return
        if name == "getattr" and node.args:
            self._by_name(node)
        for child in (*node.args, *node.keywords):
            self.visit(child)

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self._mentioned(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if not self._mentioned(node):
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        if self.module.meaning(node.value, self.modules) is None or not isinstance(node.targets[0], ast.Name):
            self.generic_visit(node)  # else another name, counted where that is used

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_arg(self, node: ast.arg) -> None:
        pass

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for child in (*node.decorator_list, node.args, *node.body):
            self.visit(child)

    visit_AsyncFunctionDef = visit_FunctionDef

    def _mentioned(self, node: ast.expr) -> bool:
        """A kind or look-up that is named without being called."""
        found = self.module.meaning(node, self.modules)
        if found is None:
            return False
        if found.look_up:
            self.program.look_ups.add(found.look_up)
        elif not found.tail:
            self.program.add(Use(found.kind, removals=frozenset(kind_named(found.kind).removals)))
        elif found.tail[0] == "get":
            self.program.add(Use(found.kind, manages=False))
        return True

    def _data(self, node: ast.Call) -> None:
        """What the YAML files of ``desk.load`` declare and refer to."""
        names = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if len(names) < len(node.args):
            self.program.doubts.append(
                f"{self.module.name}, line {node.lineno}: which files load reads cannot be told."
            )
        for use, look_ups in uses_of_data([self.folder / name for name in names]):
            self.program.add(use)
            self.program.look_ups |= look_ups

    def _by_name(self, node: ast.Call) -> None:
        path = followed(self.module.path(node.args[0]), self.modules)
        if not path.startswith(PACKAGE) or len(node.args) < 2:
            return
        named = node.args[1]
        if isinstance(named, ast.Constant) and isinstance(named.value, str):
            self._mentioned(ast.Attribute(node.args[0], named.value, ast.Load()))
        else:
            self.program.doubts.append(
                f"{self.module.name}, line {node.lineno}: which kind or look-up getattr names cannot be told."
            )


def _removals(kind: str, node: ast.Call) -> frozenset[str]:
    """What ``on_destroy`` says; everything it may say where that cannot be told."""
    everything = tuple(kind_named(kind).removals)
    given = {one.arg: one.value for one in node.keywords}
    if "on_destroy" not in given:
        return frozenset(everything if None in given else everything[:1])
    said = given["on_destroy"]
    if isinstance(said, ast.Constant) and said.value in everything:
        return frozenset({said.value})
    return frozenset(everything[:1] if isinstance(said, ast.Constant) and said.value is None else everything)
