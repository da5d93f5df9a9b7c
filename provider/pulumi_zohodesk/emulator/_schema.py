"""JSON Schema as the contract tables hold it: references, closed branches, Java patterns.

The source combines objects with ``allOf`` whose branches each forbid every other property. Read literally
nothing passes, so the branches are merged before anything is validated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Schema = dict[str, Any]

_BEYOND = r"\x80-\U0010ffff"
_CLASSES = {r"\P{InBasicLatin}": _BEYOND, r"\p{L}": f"a-zA-Z{_BEYOND}", r"\p{M}": _BEYOND, r"\p{N}": "0-9"}


def mapped(step: Callable[[Any], Any], node: Any) -> Any:
    """The node with the step taken for everything directly in it."""
    if isinstance(node, list):
        return [step(item) for item in node]
    return {key: step(value) for key, value in node.items()} if isinstance(node, dict) else node


def expand(node: Any, defs: Mapping[str, Any]) -> Any:
    """A copy of the node with every reference into ``defs`` replaced by what it names."""
    if isinstance(node, dict) and isinstance(node.get("$ref"), str):
        return expand(defs[node["$ref"]], defs)
    return mapped(lambda value: expand(value, defs), node)


def merged(node: Any) -> Any:
    """The schema with every ``allOf`` merged into one object; alternatives inside are distributed."""
    if not isinstance(node, dict) or "allOf" not in node:
        return mapped(merged, node)
    own = {key: merged(value) for key, value in node.items() if key not in ("allOf", "additionalProperties")}
    return _joined([own, *(merged(branch) for branch in node["allOf"])])


def _joined(branches: list[Schema]) -> Schema:
    for place, branch in enumerate(branches):
        if "anyOf" in branch:
            rest = branches[:place], branches[place + 1 :]
            return {"anyOf": [_joined([*rest[0], one, *rest[1]]) for one in branch["anyOf"]]}
    result: Schema = {}
    for branch in branches:
        for key, value in branch.items():
            if key in ("properties", "patternProperties"):
                result[key] = {**result.get(key, {}), **value}
            elif key == "required":
                result[key] = sorted({*result.get(key, []), *value})
            else:
                result[key] = value
    return result


def python_pattern(java: str) -> str:
    """The Java pattern in Python's dialect.

    ``\\P{InBasicLatin}`` (any character outside ASCII) occurs only inside character classes, so a range
    can stand for it. So do letters, marks and digits of any script: outside ASCII, whatever is there passes for one.
    """
    for name, signs in _CLASSES.items():
        java = java.replace(name, signs)
    return java


def whole(java: str) -> str:
    """The pattern in Python's dialect and with anchors: most lack them and mean the whole."""
    return rf"(?a:^(?:{python_pattern(java)})\Z)"


def searchable(node: Any, names: bool = False) -> Any:
    """The schema as a validator needs it that searches for patterns, and tells each further property by its place.

    ``names`` says that the keys are names of properties and no keywords.
    """
    if isinstance(node, list):
        return [searchable(one) for one in node]
    if not isinstance(node, dict):
        return node
    found = {key: searchable(value, names=key in ("properties", "patternProperties")) for key, value in node.items()}
    if names:
        return found
    if "patternProperties" in found:
        found["patternProperties"] = {whole(name): one for name, one in found["patternProperties"].items()}
    if isinstance(found.get("pattern"), str):
        found["pattern"] = whole(found["pattern"])
    return {**found, "additionalProperties": {"not": {}}} if found.get("additionalProperties") is False else found


def alternatives(schema: Any) -> list[Schema]:
    if not isinstance(schema, dict):
        return []
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return [plain for one in schema[word] for plain in alternatives(one)]
    return [schema]


def property_names(schema: Any) -> frozenset[str]:
    """Every property that some alternative of the schema declares."""
    return frozenset(name for plain in alternatives(schema) for name in plain.get("properties", {}))


def with_null(node: Any) -> Any:
    """The schema with null among the words of every field that may be null: the source leaves it out."""
    found = mapped(with_null, node)
    words = found.get("enum") if isinstance(found, dict) else None
    return {**found, "enum": [*words, None]} if isinstance(words, list) and "null" in types(found) else found


def bare(schema: Any) -> tuple[str, Any] | None:
    """An empty name and the item schema, if the answer is an array without anything around it."""
    if not isinstance(schema, dict) or "array" not in types(schema):
        return None
    return "", {"anyOf": alternatives(schema.get("items", {}))}


def envelope(schema: Any) -> tuple[str, Any] | None:
    """Name and item schema of the array that is the schema's only property, if it is a list answer."""
    names = property_names(schema)
    if len(names) != 1:
        return None
    (name,) = names
    arrays = [plain["properties"][name] for plain in alternatives(schema)]
    if any("array" not in types(array) for array in arrays):
        return None
    items = [plain for array in arrays for plain in alternatives(array.get("items", {}))]
    return name, {"anyOf": items}


def types(schema: Schema) -> list[str]:
    found = schema.get("type", [])
    return [found] if isinstance(found, str) else list(found)
