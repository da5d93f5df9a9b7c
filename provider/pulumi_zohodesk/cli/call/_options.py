"""The options of ``zohodesk call ACTION``: names, help and an example, from the parameters of the action."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Annotated, Any

import typer

from pulumi_zohodesk.actions import Action, Parameter
from pulumi_zohodesk.engine import permission_words, snake


def help_of(action: Action) -> str:
    price = f"{action.credits} credit{'s' if action.credits > 1 else ''}"
    needs = f" It needs the permission {permission_words(action.profile.needs)}." if action.profile.needs else ""
    page = " a page" if action.operation.page_size else ""
    return f"{action.title}.\n\nOperation {action.operation.name}; costs {price}{page}.{needs}"


def example_of(action: Action) -> str:
    """One line, or several that can be pasted as they are: the help may not break them elsewhere."""
    required = {parameter.name: parameter for parameter in action.parameters if parameter.required}
    if action.operation.method == "PATCH" and all(one.place != "body" for one in required.values()):
        required |= {
            parameter.name: parameter
            for parameter in action.parameters
            if parameter.place == "body" and parameter.type == "text"
        }
        required = dict(list(required.items())[:2])
    parts = [f"--{_option(one)} {_sample(one)}" for one in required.values()]
    whole = " ".join([f"Example: zohodesk call {action.name}", *parts, "--dry-run"])
    if len(whole) <= 76:
        return f"\b\n{whole}"
    return "\b\n" + " \\\n    ".join([f"Example: zohodesk call {action.name}", *parts, "--dry-run"])


def _sample(parameter: Parameter) -> str:
    if parameter.choices:
        return str(parameter.choices[0])
    if parameter.type == "list" and parameter.items and parameter.items.type not in ("object", "map"):
        return ",".join([_sample(parameter.items), *map(str, range(2, (parameter.shortest or 1) + 1))])
    value = _sample_value(parameter)
    if isinstance(value, (str, int)):
        return str(value)
    # A line end within quotes is a blank to JSON.
    return "'" + "\n      ".join(textwrap.wrap(json.dumps(value), 56)) + "'"


def _sample_value(parameter: Parameter) -> Any:
    if parameter.choices:
        return parameter.choices[0]
    if parameter.type == "list":
        return [_sample_value(parameter.items)] if parameter.items else []
    if parameter.type == "object":
        return {field.name: _sample_value(field) for field in parameter.fields if field.required}
    text = "TEXT".ljust(parameter.shortest or 0, "T")
    return {"map": {}, "text": text, "flag": True}.get(parameter.type, "1")


def _option(parameter: Parameter) -> str:
    return snake(parameter.name).replace("_", "-")


def spelled(given: Iterable[str], known: Mapping[str, Any]) -> Iterator[str]:
    """The arguments with the names of options in the command's spelling; values stay as they are."""
    waiting = iter(given)
    for argument in waiting:
        if argument == "--":
            yield argument
            break
        name, mark, value = argument.partition("=")
        option = f"--{snake(name[2:]).replace('_', '-')}" if name.startswith("--") else name
        if option not in known:
            yield argument
            continue
        yield f"{option}{mark}{value}"
        if not mark and not getattr(known[option], "is_flag", False):
            yield from islice(waiting, 1)
    yield from waiting


def once(parameters: Iterable[Parameter]) -> Iterator[Parameter]:
    seen: set[str] = set()
    for one in sorted(parameters, key=lambda one: not one.required):
        if one.name not in seen:
            seen.add(one.name)
            yield one


def key_of(parameter: Parameter) -> str:
    return f"argument_{snake(parameter.name)}"


def annotation_of(parameter: Parameter) -> Any:
    option = typer.Option(
        f"--{_option(parameter)}", metavar=_metavar(parameter), help=_words(parameter), show_default=False
    )
    return Annotated[list[str] | None, option] if parameter.type == "list" else Annotated[str | None, option]


def _metavar(parameter: Parameter) -> str:
    kind = parameter.items.type if parameter.type == "list" and parameter.items else parameter.type
    words = {"id": "ID", "text": "TEXT", "integer": "N", "number": "N", "flag": "true|false"}.get(kind, "JSON")
    return f"{words},..." if parameter.type == "list" and words != "JSON" else words


def _words(parameter: Parameter) -> str:
    source = parameter if parameter.choices or parameter.items is None else parameter.items
    parts = [f"{parameter.meaning[0].upper()}{parameter.meaning[1:]}."] if parameter.meaning else []
    parts += ["Required."] if parameter.required else []
    if source.choices and len(source.choices) <= 8:
        parts.append(f"{', '.join(map(str, source.choices))}.")
    if parameter.longest:
        parts.append(f"At most {parameter.longest} {'entries' if parameter.type == 'list' else 'characters'}.")
    if parameter.most is not None:
        parts.append(f"At most {parameter.most:g}.")
    if parameter.default is not None:
        parts.append(f"Left out: {json.dumps(parameter.default)}.")
    return " ".join(parts)
