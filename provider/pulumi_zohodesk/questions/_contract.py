"""The GETs of the contract: how each is called, where the ids come from that it needs, and how its rows are counted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib.resources import files
from typing import Any

from pulumi_zohodesk.actions import ACTIONS
from pulumi_zohodesk.questions._asking import Asking, Open, Probe, good, operation_of
from pulumi_zohodesk.transport import Operation

_FIXED: Mapping[str, str] = {"feature": "Skills", "module": "tickets", "departmentName": "zohodesk probe"}
_KEYS: Mapping[str, str] = {"emailId": "agentId", "zuid": "agentId"}
"""Parameters that are found in another field of the first row than the id, and whose row that is."""
_MORE: Mapping[str, tuple[str, ...]] = {"getUsedCountForAutomationFeature": ("departmentId",)}
"""Parameters that are needed though the contract does not require them."""


@cache
def contract() -> Mapping[str, Mapping[str, Any]]:
    """Operation to ``path``, ``scopes``, ``required``, ``envelope``, ``limit``, ``counts`` and ``fields``; see
    ``tools/generate/shapes.py``."""
    text = files("pulumi_zohodesk.questions").joinpath("shapes.json").read_text("utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


@cache
def operations() -> Mapping[str, Operation]:
    """By name; as the actions have them, where they do."""
    known = {action.operation.name: action.operation for action in ACTIONS}
    return {name: known.get(name) or _operation(name, row) for name, row in contract().items()}


def _operation(name: str, row: Mapping[str, Any]) -> Operation:
    size = row["limit"] or (10 if row["counts"] else 0)
    return Operation(name, "GET", row["path"], tuple(row["scopes"]), page_size=size, rows=row["envelope"])


def parameters(operation: Operation) -> tuple[list[str], list[str]]:
    """What the path, and what the query of an operation needs."""
    query = [*contract()[operation.name]["required"], *_MORE.get(operation.name, ())]
    return re.findall(r"{(\w+)}", operation.path), query


def value(asking: Asking, name: str) -> str:
    """Something that exists, for a parameter. Raises Open."""
    if name in _FIXED:
        return _FIXED[name]
    if name == "organizationId":
        return asking.client.settings.org_id
    if name.removesuffix("s") == "departmentId":
        return asking.department
    collection = _collection(name)
    if collection is None:
        raise Open(f"nothing is known to give it as {name}")
    path, query = ({name: value(asking, name) for name in names} for names in parameters(collection))
    return str(asking.rows(collection, path, **query)[0].get(name if name in _KEYS else collection.row_id))


def needed(operation: Operation) -> Iterator[Operation]:
    """What must be read for the values that an operation needs."""
    for name in (name for names in parameters(operation) for name in names if name not in _FIXED):
        if name.removesuffix("s") == "departmentId":
            yield operation_of("departments.list")
        elif collection := _collection(name):
            yield from (*needed(collection), collection)


def _collection(name: str) -> Operation | None:
    """The list in whose rows a parameter is found: that below which the single object lies."""
    wanted = _folded(_KEYS.get(name, name.removesuffix("s")))
    ends = (
        (above, last.strip("{}")) for above, _, last in (row["path"].rpartition("/") for row in contract().values())
    )
    paths = {above for above, last in ends if _folded(last) == wanted}
    return next((operations()[each] for each, row in contract().items() if row["path"] in paths), None)


def _folded(name: str) -> str:
    """``role_id`` and ``roleId`` are one."""
    return name.replace("_", "").lower()


READINGS = ("zero", "one", "both", "window", "window_by_default")
"""Those of docs/api-notes.md."""
LISTS: tuple[Operation, ...] = tuple(operations()[name] for name, row in contract().items() if row["counts"])
"""Lists of which the contract does not declare that their first row is 1."""


def counting(operation: Operation) -> Probe:
    """The probe of one list."""
    return Probe(partial(_reading, operation), (*needed(operation), *[operation] * 4))


def _reading(operation: Operation, asking: Asking) -> str:
    path, query = ({name: value(asking, name) for name in names} for names in parameters(operation))

    def window(start: int | None) -> list[object] | None:
        """The row at an index; None where the index is refused."""
        seen = asking.look(operation, path, **{**query, "from": start, "limit": 1})
        if seen.status == 422 and start is not None:
            return None
        return [row.get(operation.row_id, row) for row in good(seen, f"GET {operation.path}").rows]

    plain, zero, one, again = window(None), window(0), window(1), window(None)
    if not (plain or zero or one):
        raise Open(f"the list {operation.path} is empty, or shows the token's agent nothing")
    if plain != again:
        raise Open(f"the list {operation.path} changed meanwhile")
    if zero is None:
        return "one"
    if not zero:
        return "window" if plain else "window_by_default"
    return "both" if zero == one else "zero"
