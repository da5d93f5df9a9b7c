"""Fields and types of answers against the contract. Values are looked at for their type and never kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pulumi_zohodesk.questions._asking import Asking, Ended, Open
from pulumi_zohodesk.transport import Operation

__all__ = ["Shape", "shape_operations", "shapes"]

Types = Mapping[str, tuple[str, ...]]
NAMES: Mapping[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    dict: "object",
    list: "array",
}
FIELD = re.compile(r"(?!cf_|customField)[A-Za-z_]{1,60}")
"""Names that the service gives to fields. Fields of an organisation's own are named by people, and keys that are ids
have digits."""
_FIRST: Mapping[str, tuple[str, str]] = {
    "accountId": ("accounts.list", "id"),
    "agentId": ("agents.list", "id"),
    "agentIds": ("agents.list", "id"),
    "contactId": ("contacts.list", "id"),
    "emailId": ("agents.list", "emailId"),
    "profileId": ("profiles.list", "id"),
    "roleId": ("roles.list", "id"),
    "roleIds": ("roles.list", "id"),
    "skillTypeId": ("skill_types.list", "id"),
    "ticketId": ("tickets.list", "id"),
    "zuid": ("agents.list", "zuid"),
}
"""Where a value for a parameter is found: in the first row of a list."""
_MORE: Mapping[str, tuple[str, ...]] = {"getUsedCountForAutomationFeature": ("departmentId",)}
"""Parameters that are needed though the contract does not require them."""
_FIXED: Mapping[str, str] = {"feature": "Skills", "module": "tickets", "departmentName": "zohodesk probe"}


@dataclass(frozen=True)
class Shape:
    """How the answer to one operation differs from the contract.

    Attributes:
        fields: those that the contract lacks, or has with other types, with the types that came; those that never
            came without any. Nested ones after a dot.
        open: why nothing could be seen; empty where something was.
    """

    operation: str
    fields: Types
    open: str = ""


@cache
def _contract() -> Mapping[str, Mapping[str, Any]]:
    text = files("pulumi_zohodesk.questions").joinpath("shapes.json").read_text("utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def shape_operations() -> list[Operation]:
    """What `shapes` asks for, beside lists for ids; as pages, since all of them may be."""
    return [
        Operation(name, "GET", row["path"], tuple(row["scopes"]), page_size=100) for name, row in _contract().items()
    ]


def shapes(asking: Asking) -> Iterator[Shape]:
    """Every list and every single object that the token may read, one call each."""
    ended = ""
    for operation in shape_operations():
        try:
            yield Shape(operation.name, {}, ended) if ended else _shape(asking, operation)
        except Open as error:
            yield Shape(operation.name, {}, str(error))
        except Ended as error:
            ended = f"not asked further: {error}"
            yield Shape(operation.name, {}, ended)


def _shape(asking: Asking, operation: Operation) -> Shape:
    path = {name: _value(asking, name) for name in re.findall(r"{(\w+)}", operation.path)}
    contract = _contract()[operation.name]
    query = {name: _value(asking, name) for name in (*contract["required"], *_MORE.get(operation.name, ()))}
    seen = asking.look(operation, path, **query)
    if not seen.good:
        raise Open(f"it was refused: HTTP {seen.status} {seen.code}".strip())
    objects = _objects(seen.content, contract["envelope"])
    if not objects:
        raise Open("it is empty, or shows the token's agent nothing")
    return Shape(operation.name, _differences(contract["fields"], objects))


def _objects(content: Any, envelope: str) -> list[dict[str, Any]]:
    """The rows of a list, or a single object."""
    found = content.get(envelope) if envelope and isinstance(content, dict) else content
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, dict)]


def _value(asking: Asking, name: str) -> str:
    if name in _FIXED:
        return _FIXED[name]
    if name in ("departmentId", "departmentIds"):
        return asking.department
    if name == "organizationId":
        return asking.client.settings.org_id
    if name == "skillId":
        return str(asking.rows("skills.list", departmentId=asking.department)[0]["id"])
    if name not in _FIRST:
        raise Open(f"nothing is known to give it as {name}")
    action, key = _FIRST[name]
    return str(asking.rows(action)[0].get(key))


def _differences(contract: Types, objects: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    came: dict[str, set[str]] = {}
    for one in objects:
        _walk(one, "", contract, came)
    found: dict[str, tuple[str, ...]] = {}
    for path, types in came.items():
        if strange := types - _allowed(contract.get(path)):
            found[path] = tuple(sorted(types if path not in contract else strange))
    for path in contract:
        above = path.rpartition(".")[0]
        if path not in came and (not above or came.get(above, set()) & {"object", "array"}):
            found[path] = ()
    return dict(sorted(found.items()))


def _allowed(types: Any) -> set[str]:
    """The types that the contract has of a field; all where it has the field and no type."""
    if types is None:
        return set()
    return {*types, *(["integer"] if "number" in types else [])} or {*NAMES.values(), "null"}


def _walk(one: Mapping[str, Any], place: str, contract: Types, came: dict[str, set[str]]) -> None:
    """Notes the types of the fields of an object, and of objects in it whose fields the contract knows."""
    for name, value in one.items():
        path = f"{place}{name}"
        if path not in contract and not FIELD.fullmatch(name):
            continue
        came.setdefault(path, set()).add("null" if value is None else NAMES[type(value)])
        if any(known.startswith(f"{path}.") for known in contract):
            for inner in value if isinstance(value, list) else [value]:
                if isinstance(inner, dict):
                    _walk(inner, f"{path}.", contract, came)
