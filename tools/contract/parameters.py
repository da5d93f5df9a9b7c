"""Make the tables of what actions take from a folder of OpenAPI files.

    python tools/contract/parameters.py FOLDER provider/pulumi_zohodesk/actions/contract

One table per group of actions, one operation a line. Patterns are left out: they are a Java dialect, and some of
them refuse what the service takes.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

from build import Folder, schema_of, without_prose

from pulumi_zohodesk.actions import ACTIONS, GROUPS

REQUIRED = {
    "addDepartment": ("name",),  # the schema requires nothing, but a department without a name cannot be
}
SHAPES = ("allOf", "oneOf", "anyOf")
LIMITS = {
    "string": {"minLength": "shortest", "maxLength": "longest"},
    "array": {"minItems": "shortest", "maxItems": "longest"},
    "integer": {"minimum": "least", "maximum": "most"},
    "number": {"minimum": "least", "maximum": "most"},
}


def merged(schema: dict[str, Any]) -> dict[str, Any]:
    """An object schema with the branches of its compositions in one: all their fields, what all of them require."""
    fields: dict[str, Any] = {}
    required: set[str] = set(schema.get("required", ()))
    for shape in SHAPES:
        branches = [merged(one) for one in schema.get(shape, ())]
        needs = [set(branch["required"]) for branch in branches]
        if needs:
            required |= set.union(*needs) if shape == "allOf" else set.intersection(*needs)
        for branch in branches:
            fields.update({name: one for name, one in branch["properties"].items() if name not in fields or one})
    own = {name: one for name, one in schema.get("properties", {}).items() if name not in fields or len(one) > 1}
    return {**schema, "properties": {**fields, **own}, "required": sorted(required)}


def types(schema: dict[str, Any]) -> list[str]:
    found = schema.get("type", [])
    return found if isinstance(found, list) else [found]


def type_of(schema: dict[str, Any]) -> str:
    """One of the types of ``Parameter``."""
    kinds = [one for one in types(schema) if one != "null"]
    numeric = str(schema.get("pattern", "")).strip("^$(").startswith("[0-9]")
    if schema.get("format") == "int64" and ("string" in kinds or numeric):
        return "id"
    if "patternProperties" in schema or schema.get("additionalProperties") is True:
        return "map"
    if "object" in kinds or "properties" in schema or any(shape in schema for shape in SHAPES):
        return "object"
    plain = {"array": "list", "boolean": "flag", "integer": "integer", "number": "number"}
    return next((plain[one] for one in ("array", "boolean", "integer", "number") if one in kinds), "text")


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema as ``Parameter`` has it."""
    kind = type_of(schema)
    row: dict[str, Any] = {"type": kind}
    if "null" in types(schema):
        row["nullable"] = True
    if "enum" in schema:
        row["choices"] = [one for one in schema["enum"] if one is not None]
    if "default" in schema:
        row["default"] = {"true": True, "false": False}.get(schema["default"], schema["default"])
    source = {"text": "string", "list": "array", "integer": "integer", "number": "number"}.get(kind, "")
    for name, ours in LIMITS.get(source, {}).items():
        if schema.get(name):
            row[ours] = schema[name]
    if kind == "list" and schema.get("items"):
        row["items"] = described(schema["items"])
    if kind == "object":
        row["fields"] = fields_of(schema)
    return row


def fields_of(schema: dict[str, Any], required: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    whole = merged(schema)
    must = {*whole["required"], *required}
    rows = [
        {"name": name, **described(one), **({"required": True} if name in must else {})}
        for name, one in sorted(whole["properties"].items())
    ]
    return sorted(rows, key=lambda row: not row.get("required"))


def parameters(operation: dict[str, Any], write: bool) -> list[dict[str, Any]]:
    """Path, query and, of a write, body of one operation."""
    rows = []
    for one in operation.get("parameters", ()):
        if one["name"] == "orgId" or one["in"] == "header":
            continue  # the organisation is a header in truth
        row = {"name": one["name"], "place": one["in"], **described(one["schema"])}
        rows.append(row | ({"required": True} if one.get("required") or one["in"] == "path" else {}))
    rows.sort(key=lambda row: (row["place"] != "path", not row.get("required"), row["name"]))
    media, body = schema_of(operation.get("requestBody", {}) if write else {})
    if media == "application/json" and body:
        more = fields_of(body, REQUIRED.get(operation["operationId"], ()))
        rows += [{"name": row["name"], "place": "body", **row} for row in more]
    return rows


def renamed(path: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Parameters of the path by our names for them: the contract has two for the id of a team."""
    names = iter(re.findall(r"{(\w+)}", path))
    return [row | {"name": next(names)} if row["place"] == "path" else row for row in rows]


def operations(folder: Folder) -> dict[str, dict[str, Any]]:
    """Every operation of the folder by its id."""
    found = {}
    for file in sorted(folder.path.glob("*.json")):
        for methods in folder.file(file.name).get("paths", {}).values():
            for body in methods.values():
                if isinstance(body, dict) and "operationId" in body:
                    found[body["operationId"]] = (file.name, body)
    wanted = {action.operation.name for action in ACTIONS}
    return {name: without_prose(folder.resolve(found[name][1], found[name][0])) for name in sorted(wanted)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of the OpenAPI files")
    parser.add_argument("target", type=Path, help="folder for the tables")
    given = parser.parse_args()
    given.target.mkdir(parents=True, exist_ok=True)
    known = operations(Folder(given.folder))
    for group in GROUPS:
        tables = {
            action.operation.name: renamed(
                action.operation.path, parameters(known[action.operation.name], not action.reads)
            )
            for action in ACTIONS
            if action.group == group
        }
        lines = [
            f"{json.dumps(name)}:{json.dumps(rows, separators=(',', ':'), sort_keys=True)}"
            for name, rows in tables.items()
        ]
        (given.target / f"{group}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
