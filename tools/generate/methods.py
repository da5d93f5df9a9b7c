"""The typed methods of ``desk.client()``, one class per group, as source: made from the table of actions."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from generate.wrapping import wrapped
from pulumi_zohodesk.actions import ACTIONS, GROUPS, Action, Parameter
from pulumi_zohodesk.engine import level_for, permission_words, snake

TYPES = {
    "text": "str",
    "id": "str",
    "integer": "int",
    "number": "float",
    "flag": "bool",
    "object": "Mapping[str, Any]",
    "map": "Mapping[str, Any]",
}


def parameters(action: Action) -> list[Parameter]:
    """Each name once, required ones first."""
    found: dict[str, Parameter] = {}
    for one in action.parameters:
        found.setdefault(one.name, one)
    return sorted(found.values(), key=lambda one: not one.required)


def name_of(parameter: Parameter) -> str:
    name = snake(parameter.name)
    return f"{name}_" if keyword.iskeyword(name) else name


def type_of(parameter: Parameter) -> str:
    if parameter.type == "list":
        return f"Sequence[{type_of(parameter.items) if parameter.items else 'Any'}]"
    if parameter.choices and all(isinstance(choice, str) for choice in parameter.choices):
        return f"Literal[{', '.join(map(repr, parameter.choices))}]"
    return TYPES[parameter.type]


def declared(parameter: Parameter) -> str:
    kind = type_of(parameter)
    if parameter.required:
        return f"{name_of(parameter)}: {kind}{' | None' if parameter.nullable else ''}"
    if parameter.nullable:
        return f"{name_of(parameter)}: {kind} | LeftOut | None = LEFT_OUT"
    return f"{name_of(parameter)}: {kind} | None = None"


def limits(parameter: Parameter) -> str:
    """What a parameter takes, in words."""
    return "; ".join([*shapes(parameter), *bounds(parameter)])


def shapes(parameter: Parameter) -> Iterator[str]:
    """Its type, where the annotation does not say it, its values, and its keys."""
    if word := {"id": "id", "integer": "whole number", "map": "free keys"}.get(parameter.type):
        yield word
    if parameter.type == "list" and parameter.items and parameter.items.type == "id":
        yield "ids"
    for one, word in ((parameter, "one of"), (parameter.items, "each one of")):
        if one is not None and one.choices:
            yield f"{word} {', '.join(map(str, one.choices))}"
        if one is not None and one.fields:
            yield f"keys {', '.join(map(key, one.fields))}"


def bounds(parameter: Parameter) -> Iterator[str]:
    """How long or large it may be, and what happens without it."""
    noun = {"text": "characters", "list": "entries"}.get(parameter.type, "")
    if parameter.longest:
        yield f"at most {parameter.longest} {noun}"
    if parameter.shortest:
        yield f"at least {parameter.shortest} {noun}"
    if parameter.least is not None:
        yield f"from {parameter.least:g}"
    if parameter.most is not None:
        yield f"up to {parameter.most:g}"
    if parameter.nullable:
        yield "None clears it"
    if parameter.default is not None:
        yield f"{parameter.default!r} when left out"


def key(field: Parameter) -> str:
    """A key of an object, with what may stand there."""
    said = [" or ".join(map(str, field.choices)), "required" if field.required else ""]
    return f"{field.name} ({'; '.join(filter(None, said))})" if any(said) else field.name


def needs(action: Action) -> str:
    parts = [f"one of the scopes {', '.join(action.operation.scopes)}"]
    if permission := action.operation.permission:
        parts.append(f"the permission {permission_words(permission)}")
        if level := level_for(permission):
            parts.append(f"data sharing {level!r} for records of others")
    return "; ".join(parts)


def docstring(action: Action, taken: list[Parameter], returns: str) -> Iterator[str]:
    price = f"{action.credits} credit{'s' if action.credits > 1 else ''}"
    yield f'        """{action.title} ({action.operation.name}).'
    yield ""
    yield from wrapped(f"Costs {price}{' a page' if action.operation.page_size else ''}. Needs {needs(action)}.", 8)
    if taken:
        yield ""
        yield "        Args:"
        for one in taken:
            yield from wrapped(f"{name_of(one)}: {'; '.join(filter(None, (one.meaning, limits(one))))}.", 12, 4)
    yield ""
    yield "        Returns:"
    yield from wrapped(returns, 12)
    yield ""
    yield "        Raises:"
    yield "            InputError: an argument is wrong; nothing was sent."
    yield "            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`."
    yield '        """'


def method(action: Action, name: str, answer: str, returns: str, call: str) -> Iterator[str]:
    # All pages begin at the first row.
    taken = [parameter for parameter in parameters(action) if call != "_all" or parameter.name != "from"]
    arguments = [declared(one) for one in taken]
    yield f"    def {name}(self{', *' if arguments else ''}"
    yield from (f"        , {argument}" for argument in arguments)
    yield f"    ) -> {answer}:"
    yield from docstring(action, taken, returns)
    given = ", ".join(f'"{one.name}": {name_of(one)}' for one in taken)
    yield f'        return self.{call}("{action.name}", {{{given}}})'
    yield ""


def methods(action: Action) -> Iterator[str]:
    if action.operation.page_size or action.list_credits:
        largest = f"; a page, of up to {action.operation.page_size}" if action.operation.page_size else ""
        yield from method(action, action.verb, "Rows", f"The rows, as the service has them{largest}.", "_rows")
    elif action.operation.method == "DELETE" or action.destructive:
        yield from method(action, action.verb, "None", "Nothing.", "_do")
    else:
        yield from method(action, action.verb, "Answer", "The answer; None where it has no body.", "_answer")
    if action.operation.page_size:
        name = action.verb.replace("list", "iterate") if "list" in action.verb else f"iterate_{action.verb}"
        yield from method(action, name, "Iterator[Row]", "All rows, page by page, as they are needed.", "_all")


def modules() -> Iterator[tuple[str, str]]:
    """Names and texts of the modules, unformatted."""
    for group in GROUPS:
        yield group, module(group)
    yield "_groups", groups()


def groups() -> str:
    """What a client has."""
    return "\n".join(
        [
            '"""The groups of a client. Made by `make generate` from the table of actions."""',
            "",
            "from pulumi_zohodesk.actions._group import Performer",
            *(f"from pulumi_zohodesk.actions.methods.{group} import {class_name(group)}" for group in GROUPS),
            "",
            '__all__ = ["Groups"]',
            "",
            "class Groups:",
            '    """A group of methods for each group of actions."""',
            "",
            "    def __init__(self, performer: Performer) -> None:",
            *(f"        self.{group} = {class_name(group)}(performer)" for group in GROUPS),
            "",
        ]
    )


def module(group: str) -> str:
    rows = [action for action in ACTIONS if action.group == group]
    lines = [
        f'"""Methods of ``client().{group}``. Made by `make generate`: change the table, not this file."""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Iterator, Mapping, Sequence",
        "from typing import Any, Literal",
        "",
        "from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows",
        "",
        f'__all__ = ["{class_name(group)}"]',
        "",
        "",
        f"class {class_name(group)}(Group):",
        f'    """Actions of the group {group}."""',
        "",
    ]
    for action in rows:
        lines += methods(action)
    return "\n".join(lines) + "\n"


def class_name(group: str) -> str:
    return "".join(part.capitalize() for part in group.split("_"))
