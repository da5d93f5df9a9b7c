"""What a Pulumi program uses of this package, told from its source without running it."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

from pulumi_zohodesk.actions._names import PACKAGE, Module, link
from pulumi_zohodesk.actions._program_uses import Program, Visitor
from pulumi_zohodesk.errors import InputError

_TOO_DEEP = "an expression in it is nested too deep. Write it in several steps, or name what is used with --kind."
_SKIPPED = {"__pycache__", "node_modules", "site-packages"}


def scan(folder: Path) -> Program:
    """What the Python files in a folder and below use; environments and hidden folders are left out.

    What a name stands for is followed through imports, other names and other files of the program. A kind that is
    handed on instead of being called counts as managed, with everything that ``on_destroy`` may say.

    Raises:
        InputError: no Python file, one that cannot be parsed or is nested too deep, or none that uses the package; a
            data file of it that cannot be read.
    """
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}.")
    modules = {module.name: module for module in (_module(folder, file) for file in python_files(folder))}
    if not modules:
        raise InputError(f"There is no Python file in {folder}: name the folder of a Pulumi program in Python.")
    program = Program()
    try:
        link(modules)
        for module in modules.values():
            Visitor(folder, module, modules, program).visit(module.tree)
    except (RecursionError, MemoryError):
        raise InputError(f"The program in {folder} cannot be read: {_TOO_DEEP}") from None
    if not (program.uses or program.look_ups or program.actions):
        doubts = "".join(f" {doubt}" for doubt in program.doubts)
        raise InputError(f"The program in {folder} uses no kind, no look-up and no action of {PACKAGE}.{doubts}")
    return program


def python_files(folder: Path) -> Iterator[Path]:
    """The Python files of a program: in its folder and below, but for environments and hidden folders."""
    for here, folders, files in os.walk(folder):
        place = Path(here)
        folders[:] = sorted(name for name in folders if _wanted(place / name))
        yield from (place / name for name in sorted(files) if name.endswith(".py"))


def _wanted(folder: Path) -> bool:
    return not (folder.name.startswith(".") or folder.name in _SKIPPED or (folder / "pyvenv.cfg").exists())


def _module(folder: Path, file: Path) -> Module:
    parts = file.relative_to(folder).with_suffix("").parts
    try:
        tree = ast.parse(file.read_bytes(), str(file))
    except (SyntaxError, ValueError) as error:
        line = f", line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        raise InputError(f"{file}{line} is not Python: {getattr(error, 'msg', None) or error}.") from None
    except (RecursionError, MemoryError):
        raise InputError(f"{file} cannot be read: {_TOO_DEEP}") from None
    return Module(".".join(parts).removesuffix(".__init__"), tree)
