"""What the names in a program's files mean, as far as they lead to this package."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from pulumi_zohodesk.actions._table import ACTIONS
from pulumi_zohodesk.actions._uses import LOOK_UPS, PUBLIC, kind_names

PACKAGE = "pulumi_zohodesk"
CLIENT = f"{PACKAGE}.client"
"""What makes clients; with ``()`` behind it, a client."""
LOCAL = "@"
"""Marks a module of the program itself: ``@common``."""


@dataclass(frozen=True)
class Meaning:
    """A kind, a look-up or an action that a name leads to, and what comes after it: ``Department``, ``("get",)``."""

    kind: str = ""
    look_up: str = ""
    action: str = ""
    tail: tuple[str, ...] = ()


@dataclass
class Module:
    """One file of a program.

    Attributes:
        name: as other files import it: ``common``, ``parts.people``.
        names: what its names stand for: dotted paths of this package, or modules of the program.
    """

    name: str
    tree: ast.Module
    names: dict[str, str] = field(default_factory=dict)

    def path(self, node: ast.expr) -> str:
        """The dotted path that an expression stands for; empty when it leads elsewhere."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id, "")
        if isinstance(node, ast.Attribute) and (owner := self.path(node.value)):
            return f"{owner}.{node.attr}"
        if isinstance(node, ast.Call) and self.path(node.func) == CLIENT:
            return f"{CLIENT}()"
        return ""

    def meaning(self, node: ast.expr, modules: Mapping[str, Module]) -> Meaning | None:
        """The kind, look-up or action that an expression stands for."""
        return _meaning(followed(self.path(node), modules))


def followed(path: str, modules: Mapping[str, Module]) -> str:
    """A dotted path with modules of the program replaced by what they stand for."""
    for _ in range(8):  # a chain of imports; a circle leads nowhere
        if not path.startswith(LOCAL):
            return path
        owner, _, rest = _split(path[1:], modules)
        name, _, tail = rest.partition(".")
        found = modules[owner].names.get(name, "") if owner else ""
        path = f"{found}.{tail}" if found and tail else found
    return ""


def _split(path: str, modules: Mapping[str, Module]) -> tuple[str, str, str]:
    """The longest beginning that is a module of the program, and the rest."""
    parts = path.split(".")
    for count in range(len(parts), 0, -1):
        if (name := ".".join(parts[:count])) in modules:
            return name, ".", ".".join(parts[count:])
    return "", "", ""


def _meaning(path: str) -> Meaning | None:
    if not path.startswith(f"{PACKAGE}."):
        return None
    if action := action_of_method(path.removeprefix(f"{CLIENT}().")):
        return Meaning(action=action)
    parts = path.split(".")[1:]
    for place, part in enumerate(parts):
        tail = tuple(parts[place + 1 :])
        if part in kind_names():
            return Meaning(kind=part, tail=tail)
        if part.removesuffix("_output") in LOOK_UPS:
            return Meaning(look_up=part.removesuffix("_output"), tail=tail)
    return None


@cache
def _methods() -> dict[str, str]:
    found = {}
    for action in ACTIONS:
        found[action.name] = action.name
        if action.operation.page_size:
            verb = action.verb.replace("list", "iterate") if "list" in action.verb else f"iterate_{action.verb}"
            found[f"{action.group}.{verb}"] = action.name
    return found


def action_of_method(path: str) -> str:
    """The action of ``tickets.iterate``: ``tickets.list``; empty for what is no method."""
    return _methods().get(path, "")


def link(modules: Mapping[str, Module]) -> None:
    """Fill in the names of every module: imports, and plain assignments of what is known."""
    for module in modules.values():
        for node in ast.walk(module.tree):
            module.names.update(_imported(node, module, modules))
    for _ in range(3):  # an alias of an alias
        for module in modules.values():
            for node in ast.walk(module.tree):
                module.names.update(_assigned(node, module))


def _imported(node: ast.AST, module: Module, modules: Mapping[str, Module]) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            top = alias.name.partition(".")[0]
            known = top == PACKAGE or any(name == top or name.startswith(f"{top}.") for name in modules)
            if known:
                mark = "" if top == PACKAGE else LOCAL
                yield (alias.asname, mark + alias.name) if alias.asname else (top, mark + top)
    elif isinstance(node, ast.ImportFrom):
        yield from _imported_from(node, module, modules)


def _imported_from(node: ast.ImportFrom, module: Module, modules: Mapping[str, Module]) -> Iterator[tuple[str, str]]:
    source = node.module or ""
    if node.level:  # relative: from the folder of the file, or further up
        home = module.name.split(".")[: -node.level]
        source = ".".join([*home, *([source] if source else [])])
    if source.partition(".")[0] == PACKAGE:
        mark = ""
    elif not source or any(name == source or name.startswith(f"{source}.") for name in modules):
        mark = LOCAL
    else:
        return
    start = f"{mark}{source}." if source else mark
    for alias in node.names:
        if alias.name != "*":
            yield alias.asname or alias.name, start + alias.name
        elif not mark:
            yield from ((name, start + name) for name in PUBLIC)
        elif source in modules:
            yield from modules[source].names.items()


def _assigned(node: ast.AST, module: Module) -> Iterator[tuple[str, str]]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    if value is not None and (path := module.path(value)):
        yield from ((target.id, path) for target in targets if isinstance(target, ast.Name))
