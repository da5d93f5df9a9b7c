"""What the contract says of every answer to a GET: fields and types, for comparing with what an organisation sends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from pulumi_zohodesk.emulator._contract import ERRORS, table
from pulumi_zohodesk.emulator._schema import alternatives, bare, envelope, merged
from pulumi_zohodesk.emulator._switches import Switches

__all__ = ["shapes"]

DEAR = ("/count", "/allCounts")
"""Ends of paths whose calls cost 50 credits: a single number is not worth that."""
ROOT = "/api/v1"


def shapes() -> str:
    """``questions/shapes.json``, a line for each operation: path, parameters, envelope, fields."""
    lines = [f"{json.dumps(name)}: {json.dumps(row, separators=(',', ':'))}" for name, row in sorted(_rows())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _rows() -> Iterator[tuple[str, dict[str, Any]]]:
    found = files("pulumi_zohodesk.emulator").joinpath("contract").iterdir()
    tables = sorted(one.name.removesuffix(".json") for one in found if one.name.endswith(".json"))
    for row in (row for name in tables if f"{name}.json" != ERRORS for row in table(name).values()):
        if row["method"] == "GET" and not row["path"].endswith(DEAR):
            yield row["id"], _row(row)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    answer = merged(row["answers"].get("200", {}))
    rows = bare(answer) or envelope(answer)
    declared = row["query"].get("from", {}).get("schema", {}).get("minimum", 0)  # 1 leaves no question
    counts = Switches().counts(row["id"]) if "from" in row["query"] and not declared else ""
    return {
        "path": row["path"].removeprefix(ROOT),
        "scopes": row["scopes"],
        "required": [name for name, one in row["query"].items() if one.get("required")],
        "limit": row["query"].get("limit", {}).get("schema", {}).get("maximum", 0),
        "counts": counts,
        "envelope": rows[0] if rows else "data" if "from" in row["query"] else "",
        "fields": _fields(rows[1] if rows else answer),
    }


def _fields(schema: Any, place: str = "") -> dict[str, list[str]]:
    """Every field, nested ones after a dot, with its types; nothing of objects with free keys."""
    found: dict[str, set[str]] = {}
    for plain in alternatives(schema):
        for name, one in plain.get("properties", {}).items():
            path = f"{place}{name}"
            found.setdefault(path, set()).update(_types(one))
            for inner in alternatives(one):
                for each in (inner, inner.get("items", {})):
                    for key, types in _fields(each, f"{path}.").items():
                        found.setdefault(key, set()).update(types)
    return {path: sorted(types) for path, types in sorted(found.items())}


def _types(schema: Any) -> set[str]:
    """The types of a value; none where any will do."""
    found: set[str] = set()
    for plain in alternatives(schema):
        types = plain.get("type", [])
        found.update([types] if isinstance(types, str) else types)
    return found
