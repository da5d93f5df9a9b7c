"""From arguments to a request: every name, type and limit held against the contract, all problems said at once."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.actions._action import Action
from pulumi_zohodesk.actions._nearest import nearest
from pulumi_zohodesk.actions._parameters import Parameter
from pulumi_zohodesk.engine import snake
from pulumi_zohodesk.errors import InputError


@dataclass(frozen=True)
class Arguments:
    """What a call takes, sorted by where it goes; keys are the API's own names.

    Attributes:
        path: placeholders of the path.
        query: parameters; ``from`` and ``limit`` of lists included, as numbers, at the end.
        body: fields of the JSON body; empty or None: no body.
    """

    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any] | None


def arguments(action: Action, given: Mapping[str, Any]) -> Arguments:
    """The arguments of an action; names may be written ``departmentId``, ``department_id`` or ``department-id``.

    Raises:
        InputError: with every problem: names that mean nothing here, what is missing, wrong types, broken limits.
    """
    known = _known(action)
    parts: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "body": {}}
    problems: list[str] = []
    for name, value in given.items():
        parameter = known.get(_fold(name))
        if parameter is None:
            problems.append(f"{name} means nothing here. {nearest(name, [one.name for one in known.values()])}")
            continue
        problems += [*_unsendable(value, parameter.name)] or problems_of(parameter, value, parameter.name)
        parts[parameter.place][parameter.name] = str(value) if parameter.place == "path" else value
    held = {name for part in parts.values() for name in part}
    problems += [f"{one.name} is missing." for one in known.values() if one.required and one.name not in held]
    if action.operation.method == "PATCH" and not (parts["body"] or problems):
        problems.append("Nothing is to be changed: give at least one field.")
    if problems:
        raise InputError(f"{action.name} cannot be called so, and nothing was sent: {' '.join(problems)}")
    return Arguments(**parts)


def parsed(parameter: Parameter, texts: Sequence[str]) -> Any:
    """The value of a parameter that was typed on a command line, once or several times.

    A list may be given as several values, joined by commas, or as JSON; an object as JSON. What cannot be read stays
    text, so that the check names it.
    """
    if parameter.type == "list":
        return _listed(parameter, texts)
    text = texts[-1]
    if text == "null" and parameter.nullable and parameter.type != "text":
        return None
    if parameter.type == "flag":
        return {"true": True, "false": False}.get(text.lower(), text)
    if parameter.type in ("integer", "number", "object", "map"):
        return _json(text)
    return text


def _listed(parameter: Parameter, texts: Sequence[str]) -> Any:
    if len(texts) == 1 and texts[0].lstrip().startswith("["):
        return _json(texts[0])
    item = parameter.items or Parameter("", "field", "text")
    parts = texts if item.type in ("object", "map") else [part for text in texts for part in text.split(",")]
    return [parsed(item, [part.strip()]) for part in parts if part.strip()]


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _known(action: Action) -> Mapping[str, Parameter]:
    """Parameters by folded name; where a name is in two places, the first (path, query, body) is the one."""
    found: dict[str, Parameter] = {}
    for parameter in action.parameters:
        found.setdefault(_fold(parameter.name), parameter)
    return found


def _fold(name: str) -> str:
    return snake(name.replace("-", "_")).replace("_", "")


def problems_of(parameter: Parameter, value: Any, where: str) -> Iterator[str]:
    """What is wrong with one value, as sentences."""
    if value is None:
        if not parameter.nullable:
            yield f"{where} cannot be null."
        return
    if not _fits(parameter, value):
        yield f"{where} must be {WORDS[parameter.type]}."
        return
    if parameter.choices and value not in parameter.choices:
        yield f"{where} must be one of {', '.join(map(str, parameter.choices))}."
    if parameter.type in ("text", "list"):
        yield from _long(parameter, value, where)
    if parameter.type in ("integer", "number"):
        yield from _large(parameter, value, where)
    if parameter.type == "list" and parameter.items is not None:
        for place, item in enumerate(value, 1):
            yield from problems_of(parameter.items, item, f"{where}, entry {place},")
    if parameter.type == "object":
        yield from _fields(parameter, value, where)


WORDS: Mapping[str, str] = {
    "text": "a text",
    "id": "an id: digits",
    "integer": "a whole number",
    "number": "a number",
    "flag": "true or false",
    "list": "a list",
    "object": "a JSON object",
    "map": "a JSON object",
}


def _fits(parameter: Parameter, value: Any) -> bool:
    if parameter.type == "id":
        text = str(value)
        return not isinstance(value, bool) and isinstance(value, (str, int)) and text.isascii() and text.isdigit()
    if parameter.type in ("integer", "number"):
        whole = isinstance(value, int) or (parameter.type == "number" and isinstance(value, float))
        return whole and not isinstance(value, bool)
    kinds: Mapping[str, Any] = {"text": str, "flag": bool, "object": Mapping, "map": Mapping}
    if parameter.type == "list":
        return isinstance(value, Sequence) and not isinstance(value, str)
    return isinstance(value, kinds[parameter.type])


def _long(parameter: Parameter, value: Any, where: str) -> Iterator[str]:
    what = "characters" if parameter.type == "text" else "entries"
    if parameter.longest is not None and len(value) > parameter.longest:
        yield f"{where} has {len(value)} {what}; at most {parameter.longest} are allowed."
    if parameter.shortest is not None and len(value) < parameter.shortest:
        yield f"{where} has {len(value)} {what}; at least {parameter.shortest} are needed."


def _large(parameter: Parameter, value: Any, where: str) -> Iterator[str]:
    least, most = parameter.least, parameter.most
    if (least is None or value >= least) and (most is None or value <= most):
        return
    if least is not None and most is not None:
        yield f"{where} must be from {least:g} to {most:g}, not {value}."
    else:
        yield f"{where} must be {f'at least {least:g}' if most is None else f'at most {most:g}'}, not {value}."


def _fields(parameter: Parameter, value: Mapping[str, Any], where: str) -> Iterator[str]:
    known = {field.name: field for field in parameter.fields}
    if not known:
        return
    for name, item in value.items():
        if name in known:
            yield from problems_of(known[name], item, f"{where}.{name}")
        else:
            yield f"{where}.{name} means nothing here. {nearest(name, known)}"
    yield from (f"{where}.{one.name} is missing." for one in known.values() if one.required and one.name not in value)


_DEEPEST = 50
"""Levels of lists and objects within each other; far more than any field of the service has."""


def _unsendable(value: Any, where: str, depth: int = 0) -> Iterator[str]:
    """What cannot be sent of a value, a sentence each: where it stands, and why."""
    if depth > _DEEPEST:
        yield f"{where.partition('.')[0].partition(',')[0]} is nested more than {_DEEPEST} levels deep."
    elif isinstance(value, Mapping):
        for name, item in value.items():
            if isinstance(name, str) and _encodes(name):
                yield from _unsendable(item, f"{where}.{name}", depth + 1)
            else:
                yield f"{where} has the key {name!a}, which is no text that can be sent."
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)):
        for place, item in enumerate(value, 1):
            yield from _unsendable(item, f"{where}, entry {place},", depth + 1)
    else:
        yield from _plain(value, where)


def _plain(value: Any, where: str) -> Iterator[str]:
    if isinstance(value, str):
        if not _encodes(value):
            yield f"{where} holds half of a character (a lone surrogate), which cannot be sent."
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield f"{where} is {value}, which is no number of JSON."
    elif value is not None and not isinstance(value, (bool, int)):
        yield f"{where} is a {type(value).__name__}, which is no value of JSON."


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
