"""The operations of the contract tables, ready to route, validate and answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pulumi_zohodesk.emulator._errata import NONE, Erratum, corrected
from pulumi_zohodesk.emulator._schema import bare, envelope, expand, merged, property_names, with_null
from pulumi_zohodesk.emulator._validate import Check, QueryReader, compiled

ERRORS = "errors.json"


@dataclass(frozen=True)
class Operation:
    """One operation: what it takes, what it answers, who may call it."""

    id: str
    method: str
    path: str
    scopes: tuple[str, ...]
    query: QueryReader
    body: Check | None
    media: str
    statuses: frozenset[int]
    success: int
    envelope: str | None  # empty for a bare array
    keys: frozenset[str]

    @property
    def is_list(self) -> bool:
        """Whether it answers rows of a collection page by page, which costs more than one object."""
        return self.method == "GET" and (self.envelope == "data" or "from" in self.query.readers)


@cache
def table(name: str) -> dict[str, dict[str, Any]]:
    """The rows of one contract table by operation id, references resolved, without errata; none without a name."""
    if not name:
        return {}
    text = files("pulumi_zohodesk.emulator").joinpath("contract", f"{name}.json").read_text("utf-8")
    loaded = json.loads(text)
    return {row["id"]: expand(row, loaded["defs"]) for row in loaded["operations"]}


@cache
def lists() -> frozenset[str]:
    """The operations of all tables that give rows from an offset on."""
    found = files("pulumi_zohodesk.emulator").joinpath("contract").iterdir()
    names = [one.name.removesuffix(".json") for one in found if one.name.endswith(".json") and one.name != ERRORS]
    return frozenset(row["id"] for name in names for row in table(name).values() if "from" in row["query"])


def answer_schema(row: dict[str, Any], status: int, errata: Mapping[str, Erratum] = NONE) -> Any:
    """The corrected schema of one answer; None for an answer without body or not in the contract."""
    schema = row["answers"].get(str(status))
    return None if schema is None else with_null(corrected(row["id"], "answers", merged(schema), errata))


def operations(name: str, errata: Mapping[str, Erratum] = NONE) -> dict[str, Operation]:
    return {key: _operation(row, errata) for key, row in table(name).items()}


def _operation(row: dict[str, Any], errata: Mapping[str, Erratum]) -> Operation:
    parameters = {
        "properties": {name: one["schema"] for name, one in row["query"].items()},
    }
    fixed = corrected(row["id"], "query", parameters, errata)["properties"]
    query = {name: {**one, "schema": fixed[name]} for name, one in row["query"].items()}
    body = None
    if row.get("media") == "application/json":
        schema = with_null(merged(corrected(row["id"], "body", row["body"], errata)))
        body = compiled({"type": ["object"], **schema})
    statuses = frozenset(int(status) for status in row["answers"])
    success = min((status for status in statuses if status < 300), default=200)
    answer = answer_schema(row, success, errata)
    listed = bare(answer) or envelope(answer)
    return Operation(
        id=row["id"],
        method=row["method"],
        path=row["path"],
        scopes=tuple(row["scopes"]),
        query=QueryReader(query),
        body=body,
        media=row.get("media", ""),
        statuses=statuses,
        success=success,
        envelope=listed[0] if listed else None,
        keys=property_names(listed[1] if listed else answer),
    )
