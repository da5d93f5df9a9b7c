"""The program is what the environment says: `DECLARED` maps logical names to one thing each, in order.

``{"kind": K, ...}`` declares an object, ``{"read": K, "id": ...}`` reads one, ``{"call": F, ...}`` exports what a
look-up finds. ``@name`` stands for another thing of the program, ``@name.key`` for one of its outputs. With `WRAPPED`
every argument is an output (``output``) or a secret one (``secret``) in place of the plain value.
"""

import json
import os
from dataclasses import asdict
from typing import Any

import pulumi

import pulumi_zohodesk as desk

made: dict[str, Any] = {}


def meant(value: Any, output: str = "") -> Any:
    if isinstance(value, dict):  # structures take ids, not resources
        return {key: meant(item, "id") for key, item in value.items()}
    if isinstance(value, list):
        return [meant(item, output) for item in value]
    if isinstance(value, str) and value.startswith("@"):
        name, _, said = value[1:].partition(".")
        output = said or output
        return getattr(made[name], output) if output else made[name]
    return value


def wrapped(value: Any) -> Any:
    way = {"output": pulumi.Output.from_input, "secret": pulumi.Output.secret}.get(os.environ.get("WRAPPED", ""))
    return way(value) if way else value


for name, given in json.loads(os.environ["DECLARED"]).items():
    arguments = {key: wrapped(meant(value)) for key, value in given.items() if key not in ("kind", "read", "call")}
    if "kind" in given:
        made[name] = getattr(desk, given["kind"])(name, **arguments)
    elif "read" in given:
        made[name] = getattr(desk, given["read"]).get(name, **arguments)
        pulumi.export(name, made[name].id)
    else:
        made[name] = getattr(desk, given["call"])(**arguments)
        found = pulumi.Output.from_input(made[name])
        pulumi.export(name, found.apply(lambda info: asdict(info) if not isinstance(info, list) else len(info)))
