"""What cannot run in a program's main file, told from its source: the engine would take its time, and a traceback.

Only what is certain is refused: what is no Python, and a name or an argument that this package does not have.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from pulumi_zohodesk.actions import nearest
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.settings import program_file

PACKAGE = "pulumi_zohodesk"


def refuse_misspelt(directory: Path) -> None:
    """Raises InputError, with every line, when the main file of the project's program cannot run."""
    file = program_file(directory)
    try:
        tree = ast.parse(file.read_bytes(), str(file)) if file else ast.Module([], [])
    except (SyntaxError, ValueError) as error:
        line = f", line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        raise InputError(f"{file}{line} is not Python: {getattr(error, 'msg', None) or error}.") from None
    except (OSError, RecursionError, MemoryError):  # the engine will say so
        return
    nodes = list(ast.walk(tree))
    if any(isinstance(node, ast.Try) or (isinstance(node, ast.Name) and node.id == "hasattr") for node in nodes):
        return  # it may be prepared for what is not there
    package = import_module(PACKAGE)
    problems = [f"{file}, line {line}: {words}" for line, words in sorted(_problems(nodes, package))]
    if problems:
        raise InputError("\n".join(problems))


def _problems(nodes: list[ast.AST], package: Any) -> Iterator[tuple[int, str]]:
    names = _names_of_package(nodes)
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module == PACKAGE and not node.level:
            yield from (
                (node.lineno, _lacks(package, name.name)) for name in node.names if not _has(package, name.name)
            )
        elif isinstance(node, ast.Attribute) and (name := _member(node, names)) and not _has(package, name):
            yield node.lineno, _lacks(package, name)
        elif isinstance(node, ast.Call) and (name := _member(node.func, names)) and hasattr(package, name):
            yield from _arguments(node, name, getattr(package, name))


def _member(node: ast.AST, names: set[str]) -> str:
    """``Department`` of ``desk.Department``; empty for all that is no such thing."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
        return node.attr
    return ""


def _names_of_package(nodes: list[ast.AST]) -> set[str]:
    """What the file calls the package by, where that name is bound once."""
    bound: list[str] = []
    ours: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            for one in node.names:
                bound.append(one.asname or one.name.partition(".")[0])
                if isinstance(node, ast.Import) and one.name == PACKAGE:
                    ours.add(bound[-1])
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            bound.append(node.id)
        elif isinstance(node, ast.arg):
            bound.append(node.arg)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            bound.append(node.name)
    return {name for name in ours if bound.count(name) == 1}


def _has(package: Any, name: str) -> bool:
    if name == "*" or hasattr(package, name):
        return True
    try:  # a room of the package, as `errors`
        import_module(f"{PACKAGE}.{name}")
    except ImportError:
        return False
    return True


def _lacks(package: Any, name: str) -> str:
    public = [one for one in dir(package) if not one.startswith("_")]
    return f"{PACKAGE} has no {name}. {nearest(name, public)}"


def _arguments(call: ast.Call, name: str, called: Any) -> Iterator[tuple[int, str]]:
    known = inspect.signature(called).parameters
    if any(one.kind is inspect.Parameter.VAR_KEYWORD for one in known.values()):
        return
    for one in call.keywords:
        if one.arg is not None and one.arg not in known:
            yield one.value.lineno, f"{name} has no argument {one.arg}. {nearest(one.arg, known)}"
