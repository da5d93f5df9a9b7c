"""A reference page for each kind: arguments, outputs, what removal does, calls, scopes and credits."""

from __future__ import annotations

from collections.abc import Iterator

from pulumi_zohodesk.actions import Use, operations_of
from pulumi_zohodesk.engine import Field, Kind, Many, Map, Reference, Struct, ValueType, snake, structures
from pulumi_zohodesk.kinds import KINDS, LOOKED_UP

__all__ = ["pages"]


def pages() -> Iterator[tuple[str, str]]:
    """Names and texts of the pages, an index included."""
    for kind in KINDS:
        yield snake(kind.name), "\n".join(_page(kind)) + "\n"
    rows = [f"| [`{kind.name}`]({snake(kind.name)}.md) | {_cell(kind.sentence)} |" for kind in KINDS]
    yield "README", "\n".join(["# Kinds", "", "| kind | what it is |", "| --- | --- |", *rows, *_looked_up()]) + "\n"


def _looked_up() -> Iterator[str]:
    """What programs look up and no kind manages."""
    yield from (
        "",
        "## Looked up, not managed",
        "",
        "Each has a twin ending in `_output`. A list is read once a run.",
        "",
    )
    yield from ("| look-up | gives | what it is | calls |", "| --- | --- | --- | --- |")
    for what in LOOKED_UP:
        asked = ", ".join(f"{snake(wire)}" if needed else f"[{snake(wire)}]" for wire, needed in what.arguments.items())
        gives = ", ".join(f"`{output.snake}`" for output in what.outputs)
        yield f"| `desk.get_{snake(what.name)}({asked})` | {gives} | {_cell(what.sentence)} | {what.operation.name} |"


def _page(kind: Kind) -> Iterator[str]:
    yield from (f"# {kind.name}", "", _code(kind.sentence), "", "Made by `make generate`.", "")
    yield from ("## Arguments", "", "| argument | takes | what it is |", "| --- | --- | --- |")
    for field in sorted(kind.fields, key=lambda field: not field.required):
        required = " (required)" if field.required else ""
        yield f"| `{field.snake}`{required} | {_cell(_takes(field.type))} | {_said(field)} |"
    for structure in (structure for field in kind.fields for structure in reversed([*structures(field.type)])):
        yield from ("", f"### {structure.name}", "", _code(structure.sentence), "", "| entry | takes | what it is |")
        yield "| --- | --- | --- |"
        for part in structure.parts:
            required = " (required)" if part.required else ""
            said = _cell("; ".join([part.sentence, *part.notes]))
            yield f"| `{part.snake}`{required} | {_cell(_takes(part.type))} | {said} |"
    for field, type_ in ((field, field.type) for field in kind.fields if isinstance(field.type, Map)):
        if type_.entries:
            yield from ("", f"### Keys of {field.snake}", "", "| key | keys in it |", "| --- | --- |")
            yield from (
                f"| `{key}` | {', '.join(map('`{}`'.format, _keys(of)))} |" for key, of in type_.entries.items()
            )
    yield from ("", "## Outputs", "", "| output | what it is |", "| --- | --- |", "| `id` | the id in Zoho Desk |")
    yield from (f"| `{output.snake}` | {_cell(output.sentence)} |" for output in kind.outputs)
    yield from ("", "## Natural key and removal", "")
    by = " and ".join(f"`{snake(wire)}`" for wire in kind.key)
    found = f"Found by {by}" if by else "An organisation has one"
    yield f"{found}: `desk.get_{snake(kind.name)}({'...' if by else ''})`."
    yield from ("", "| `destroy` | the object |", "| --- | --- |")
    for place, (name, removal) in enumerate(kind.removals.items()):
        more = " (unless `on_destroy` says otherwise)" if place == 0 and len(kind.removals) > 1 else ""
        yield f"| {name}{more} | {_cell(removal.does)} |"
    yield from ("", "## Calls", "", "Any one of the scopes of a call is enough.", "")
    yield from ("| operation | request | scopes | credits |", "| --- | --- | --- | --- |")
    for operation in operations_of(Use(kind.name).with_all_removals()):
        scopes = ", ".join(f"`{scope}`" for scope in operation.scopes)
        credits = f"{operation.credits}{' a page' if operation.page_size else ''}"
        yield f"| {operation.name} | `{operation.method} {operation.path}` | {scopes} | {credits} |"


def _keys(type_: ValueType) -> Iterator[str]:
    return iter(type_.entries if isinstance(type_, Map) else ())


def _said(field: Field) -> str:
    more = [
        f"Always managed, `{field.default}` unless given." if field.default is not None else "",
        "An option of the provider, nothing that the object has." if field.option else "",
        "Personal: secret where the stack hides people." if field.personal else "",
        *(f"{note[0].upper()}{note[1:]}." for note in field.notes),
    ]
    sentence = field.sentence if field.sentence.endswith(".") else f"{field.sentence}."
    return _cell(_code(" ".join([sentence, *filter(None, more)])))


def _takes(type_: ValueType) -> str:
    if isinstance(type_, Reference):
        return f"{type_.kind} or its id"
    if isinstance(type_, Struct):
        return f"`desk.{type_.name}`"
    if isinstance(type_, Many):
        return ", ".join([f"{'list' if type_.ordered else 'set'} of {_takes(type_.type)}", *type_.bounds])
    if isinstance(type_, Map):
        return f"map of {_takes(type_.type)}"
    return _code(", ".join(filter(None, [type_.words, type_.limits()])))


def _code(text: str) -> str:
    return text.replace("``", "`")


def _cell(text: str) -> str:
    return _code(text).replace("|", "\\|")
