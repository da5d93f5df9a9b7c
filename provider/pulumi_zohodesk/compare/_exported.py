"""The folder of an export in place of an organisation: what its YAML files declare."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path

from pulumi_zohodesk.compare._side import Named, Side
from pulumi_zohodesk.engine import Field
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.inventory import Gap
from pulumi_zohodesk.kinds import KINDS, Entry, entries

PROGRAM = "__main__.py"


def exported(folder: Path, gaps: Iterable[Gap] = ()) -> Side:
    """What the data files of a folder declare. What they leave out is empty, or its default.

    Args:
        gaps: what the export could not see; nothing is said of what lies there.

    Raises InputError: the folder holds no such files, or they say something that is no declaration.
    """
    files = data_files(folder)
    if not files:
        raise InputError(_why_not(folder))
    found: dict[str, list[Named]] = {kind.name: [] for kind in KINDS}
    connections = set()
    gaps = tuple(gaps)
    lost = frozenset(gap.kind for gap in gaps)
    for entry in entries(files):
        if not (lost and _by_id(entry)):  # it lies in what the export could not see
            found[entry.kind.name].append(_named(entry))
        connections.add(entry.connection)
    if len(connections) > 1:
        raise InputError(f"{folder} declares objects of several connections, so it stands for no single organisation.")
    return Side(tuple(found), found, gaps)


def data_files(folder: Path) -> list[Path]:
    """The files that the program of a folder loads with `desk.load`; none when it is no such program."""
    try:
        tree = ast.parse((folder / PROGRAM).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return []
    return [folder / name for call in ast.walk(tree) if isinstance(call, ast.Call) for name in _loaded(call)]


def keys_in(files: Sequence[Path]) -> dict[tuple[str, str], tuple[str, tuple[str, ...]]]:
    """What data files declare: kind and logical name to connection and folded natural key. Raises InputError."""
    return {(entry.kind.name, entry.name): (entry.connection, entry.key) for entry in entries(files)}


def _loaded(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "load":
        yield from (
            argument.value
            for argument in call.args
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        )


def _why_not(folder: Path) -> str:
    if (folder / PROGRAM).exists():
        return (
            f"{folder} is a Python program; only data can be compared without running it. "
            f"Export as data with: zohodesk export --format yaml --out {folder.name}-data"
        )
    return f"{folder} is no export: it has no {PROGRAM}. Make one with: zohodesk export --format yaml"


def _named(entry: Entry) -> Named:
    values = {field.wire: field.default for field in entry.kind.managed if field.default is not None}
    fields = {field.yaml_name: field for field in entry.kind.fields}
    for name, value in entry.arguments.items():
        of = fields[name]
        if not (of.option or of.write_only) and value is not None:
            values[of.wire] = of.type.in_wire(value, attrgetter("yaml_name"))
    parts = (part for wire in entry.kind.key for part in _parts(entry, entry.kind.by_wire[wire]))
    key = entry.kind.key_in_names(parts)
    return Named(entry.kind, key, values, frozenset(entry.kind.implied(values)))


def _by_id(entry: Entry) -> bool:
    arguments = (entry.arguments.get(entry.kind.by_wire[wire].yaml_name) for wire in entry.kind.key)
    return any(isinstance(value, Mapping) for value in arguments)


def _parts(entry: Entry, field: Field) -> list[str]:
    value = entry.arguments.get(field.yaml_name)
    parts = [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, str)]
    if not parts or (isinstance(value, list) and len(parts) < len(value)):
        raise InputError(
            f"{entry.where}: {field.yaml_name} is {value!r}, which names nothing; "
            "write a name in quotes, or a list of names."
        )
    return parts
