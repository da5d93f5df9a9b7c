"""The classes that programs use, and their look-ups, as source: made from the declarations of the kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generate.wrapping import wrapped
from pulumi_zohodesk.engine import (
    Choice,
    Decimal,
    Field,
    Flag,
    Kind,
    LookedUp,
    Many,
    Map,
    Number,
    Output,
    Part,
    Reference,
    Scalar,
    Struct,
    ValueType,
    single,
    snake,
    structures,
)
from pulumi_zohodesk.kinds import KINDS, LOOKED_UP

__all__ = ["choice_name", "documented", "modules", "structures_of"]


def modules() -> Iterator[tuple[str, str]]:
    """Names and texts of the modules, unformatted."""
    for kind in KINDS:
        yield snake(kind.name), "\n".join([*_head(kind.name, _needed(kind)), *_class(kind), *_look_up(kind)])
    yield "_looked_up", "\n".join(_looked_up())
    found = structures_of(KINDS)
    yield "_values", "\n".join(_values(found))
    yield "_classes", "\n".join(_classes())
    yield "__init__", "\n".join(_package(found))


def structures_of(kinds: Iterable[Kind]) -> list[Struct]:
    """The structures of some kinds, each once."""
    return list(
        {
            structure.name: structure for kind in kinds for field in kind.fields for structure in structures(field.type)
        }.values()
    )


def _public(name: str) -> list[str]:
    return [name, *_look_up_names(name)]


def _look_up_names(name: str) -> list[str]:
    look_up = f"get_{snake(name)}"
    return [f"{name}Info", look_up, f"{look_up}_output"]


BY_HAND = {
    "_load": ["file_text", "load"],
    "_organizations": [
        "OrganizationInfo",
        "get_organization",
        "get_organization_output",
        "get_organizations",
        "get_organizations_output",
    ],
    "_skill_matrix": ["SkillMatrix"],
}
"""What is written by hand beside the generated modules."""


def _package(structures: Sequence[Struct]) -> Iterator[str]:
    """What programs find. Type checkers follow no list that is put together, so all of it is written out."""
    modules = {**BY_HAND, "_values": _value_names(structures)}
    modules["_looked_up"] = [name for what in LOOKED_UP for name in _look_up_names(what.name)]
    modules |= {snake(name): _public(name) for name in (kind.name for kind in KINDS)}
    yield '"""What programs use. Made by `make generate` from kinds/_register.py."""'
    yield ""
    yield from (
        f"from pulumi_zohodesk.resources.{module} import {', '.join(names)}" for module, names in modules.items()
    )
    yield from ("", f"__all__ = {sorted(name for names in modules.values() for name in names)!r}", "")


def _classes() -> Iterator[str]:
    yield '"""The classes of the kinds. Made by `make generate` from kinds/_register.py."""'
    yield from ("", "from __future__ import annotations", "", "from typing import Any", "")
    yield from (f"from pulumi_zohodesk.resources.{snake(kind.name)} import {kind.name}" for kind in KINDS)
    yield from ("", '__all__ = ["CLASSES"]', "")
    yield f"CLASSES: dict[str, Any] = {{{', '.join(f'{kind.name!r}: {kind.name}' for kind in KINDS)}}}"
    yield from ('"""By the names of their kinds."""', "")


def _needed(kind: Kind) -> list[str]:
    """The other kinds whose objects are taken as arguments."""
    refs = {field.ref for field in kind.fields if field.ref and field.ref in KINDS}
    return sorted(refs - {kind.name})


def _head(name: str, needed: Sequence[str]) -> Iterator[str]:
    yield f'"""Made by `make generate` from kinds/{snake(name)}.py: change that, not this file."""'
    yield from ("", "from __future__ import annotations", "")
    yield "from collections.abc import Mapping, Sequence"
    yield "from dataclasses import dataclass"
    yield "from typing import TYPE_CHECKING, Any, Literal"
    yield from ("", "import pulumi", "")
    yield "from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly"
    yield f"from pulumi_zohodesk.kinds.{snake(name)} import KIND"
    if names := _value_names(structures_of(kind for kind in KINDS if kind.name == name)):
        yield f"from pulumi_zohodesk.resources._values import {', '.join(names)}"
    yield "from pulumi_zohodesk.resources._lookups import found, later"
    if needed:
        yield from ("", "if TYPE_CHECKING:")
        yield from (f"    from pulumi_zohodesk.resources.{snake(other)} import {other}" for other in needed)
    yield from ("", f"__all__ = {_public(name)!r}", "")


def _type(value: ValueType) -> str:
    """What programs read."""
    if isinstance(value, Flag):
        return "bool"
    if isinstance(value, Number):
        return "int"
    if isinstance(value, Decimal):
        return "float | str"
    if isinstance(value, Scalar):
        return "Any"
    if isinstance(value, Many):
        return f"Sequence[{_type(value.type)}]"
    return "Mapping[str, Any]" if isinstance(value, Map | Struct) else "str"


def _input(value: ValueType, choice: str = "") -> str:
    """What programs may give; ``choice`` is what its words are called, where they have a name."""
    if isinstance(value, Many):
        plain = f"pulumi.Input[Sequence[{_input(value.type).removesuffix(_resource(value.type))}]]"
        return f"{plain} | Sequence[{_input(value.type)}]" if _resource(value.type) else plain
    if isinstance(value, Map):
        return f"pulumi.Input[Mapping[str, {_input(value.type)}]]"
    if isinstance(value, Struct):
        return f"pulumi.Input[{value.name} | {value.name}Dict]"
    if isinstance(value, Choice):
        return f"pulumi.Input[{choice or _words(value)}]"
    return f"pulumi.Input[{_type(value)}]{_resource(value)}"


def _words(value: Choice) -> str:
    return f"Literal[{', '.join(map(repr, value.options))}]"


def _resource(value: ValueType) -> str:
    return f" | {value.kind}" if isinstance(value, Reference) and value.kind in KINDS else ""


def _values(structures: Sequence[Struct]) -> Iterator[str]:
    """Typed values, and the maps that say the same."""
    yield '"""Values with entries. Made by `make generate` from the types of the kinds\' fields."""'
    yield from ("", "from __future__ import annotations", "", "from collections.abc import Mapping, Sequence")
    yield from (
        "from dataclasses import dataclass",
        "from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypedDict",
    )
    yield from ("", "import pulumi", "")
    refs = {part.ref for structure in structures for part in structure.parts if part.ref and part.ref in KINDS}
    yield from ["if TYPE_CHECKING:"] * bool(refs)
    yield from (f"    from pulumi_zohodesk.resources.{snake(name)} import {name}" for name in sorted(refs))
    yield from ("", f"__all__ = {_value_names(structures)!r}", "")
    for structure in structures:
        parts = sorted(structure.parts, key=lambda part: not part.required)
        choices = [(choice_name(structure.name, part), part.type) for part in parts if isinstance(part.type, Choice)]
        yield from (f"_{name} = {_words(choice)}" for name, choice in choices)
        yield from ("", "@dataclass(frozen=True, kw_only=True)", f"class {structure.name}:")
        yield from (f'    """{structure.sentence}', "", "    Attributes:")
        for part in parts:
            yield from wrapped(f"{part.snake}: {documented(part)}", 8, 4)
        yield from ('    """', "")
        inputs = {part: _input(part.type, f"_{choice_name(structure.name, part)}") for part in parts}
        yield from (f"    {part.snake}: {inputs[part]}{'' if part.required else ' | None = None'}" for part in parts)
        yield from ("", "", f"class {structure.name}Dict(TypedDict):", f'    """`{structure.name}` as a map."""', "")
        for part in parts:
            yield f"    {part.snake}: {inputs[part] if part.required else f'NotRequired[{inputs[part]} | None]'}"
        yield ""


def _value_names(structures: Sequence[Struct]) -> list[str]:
    return sorted(name for structure in structures for name in (structure.name, f"{structure.name}Dict"))


def _class(kind: Kind) -> Iterator[str]:
    fields = sorted(kind.fields, key=lambda field: not field.required)
    yield from ("", f"class {kind.name}(DeskResource):", f'    """{kind.sentence}"""', "", "    KIND = KIND", "")
    yield "    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each"
    for field in kind.managed:
        always = field.required or field.default is not None
        yield f"        {field.snake}: pulumi.Output[{_type(field.type)}{'' if always else ' | None'}]"
    for output in kind.outputs:
        yield f"        {output.snake}: pulumi.Output[{_output(output)}]"
    yield from ("", "    def __init__(", "        self,", "        resource_name: str,", "        *,")
    yield from (
        f"        {field.snake}: {_input(field.type)}{'' if field.required else ' | None = None'}," for field in fields
    )
    yield from ("        opts: pulumi.ResourceOptions | None = None,", "    ) -> None:")
    yield f'        """Declare {single(kind.words)} ({", ".join(dict.fromkeys(_writes(kind)))}).'
    yield from ("", "        Args:", "            resource_name: the logical name in the program.")
    for field in fields:
        yield from wrapped(f"{field.snake}: {documented(field)}", 12, 4)
    yield from ("            opts: Pulumi's resource options.", '        """')
    yield "        args = {key: value for key, value in locals().items() if key in KIND.by_snake}"
    yield from ("        super().__init__(resource_name, args, opts)", "", "    @classmethod", "    def get(")
    yield "        cls, resource_name: str, id: pulumi.Input[str], opts: pulumi.ResourceOptions | None = None,"
    yield f"        *, connection: pulumi.Input[str] | None = None,) -> {kind.name}:"
    yield f'        """Read {single(kind.words)} that exists, without managing it ({kind.get.name})."""'
    yield from ("        return cls._existing(resource_name, id, opts, connection)", "")


def _writes(kind: Kind) -> Iterator[str]:
    yield from (operation.name for operation in kind.writes)
    for field in kind.own_fields:
        if field.switch:
            yield from (field.switch.turn_on.operation.name, field.switch.turn_off.operation.name)


def choice_name(owner: str, part: Part) -> str:
    """What the words are called that an entry of a structure or kind may be."""
    return f"{owner}{part.wire[0].upper()}{part.wire[1:]}"


def documented(field: Part) -> str:
    """What an argument is, what it takes, and what follows from its flags."""
    said = [field.sentence]
    if field.ref:
        said.append("each by its resource or its id" if isinstance(field.type, Many) else "the resource or its id")
    if limits := field.type.limits():
        said.append(limits)
    if isinstance(field, Field) and field.default is not None:
        said.append(f"always managed, ``{field.default}`` unless given")
    said += field.notes
    return "; ".join(said) + "."


def _output(output: Output) -> str:
    return f"{_type(output.type)}{'' if output.always else ' | None'}"


def _info(name: str, words: str, source: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield from ("", "@dataclass(frozen=True)", f"class {name}Info:")
    yield f'    """{single(words).capitalize()}, as {source} answers it."""'
    yield ""
    yield from (f"    {snake}: {type}" for snake, type in rows)
    yield ""


def _looked_up() -> Iterator[str]:
    """Look-ups of what no kind manages."""
    yield '"""Made by `make generate` from kinds/_looked_up.py: change that, not this file."""'
    yield from ("", "from __future__ import annotations", "", "from collections.abc import Mapping")
    yield from ("from dataclasses import dataclass", "from typing import Any", "", "import pulumi", "")
    yield "from pulumi_zohodesk.dynamic import ends_the_program_plainly"
    yield "from pulumi_zohodesk.kinds import LOOKED_UP"
    yield "from pulumi_zohodesk.resources._lookups import later, seen"
    names = [name for what in LOOKED_UP for name in _look_up_names(what.name)]
    yield from ("", f"__all__ = {sorted(names)!r}", "", "_WHAT = {what.name: what for what in LOOKED_UP}", "")
    for what in LOOKED_UP:
        yield from _look_up_of_other(what)


def _look_up_of_other(what: LookedUp) -> Iterator[str]:
    yield from _info(
        what.name, what.words, what.operation.name, [(output.snake, _output(output)) for output in what.outputs]
    )
    given = ", ".join(f'"{wire}": {snake(wire)}' for wire in what.arguments)
    arguments = [(snake(wire), needed) for wire, needed in what.arguments.items()]
    said = "\n".join([f"The {what.words} of this name ({what.operation.name}).", "", *wrapped(what.sentence, 4)])
    call = f'seen({what.name}Info, _WHAT["{what.name}"], {{{given}}}, connection)'
    yield from _functions(what.name, said, sorted(arguments, key=lambda one: not one[1]), call)


def _look_up(kind: Kind) -> Iterator[str]:
    source = kind.look_up.calls[0].name if kind.look_up else kind.listing.operation.name
    known = {*kind.key, *kind.look_up_key}  # rows of a list may lack the rest
    items = [*kind.answered, *kind.outputs]
    rows = [(item.snake, _type(item.type) + ("" if item.wire in known else " | None")) for item in items]
    rows.insert(0, ("id", "str"))
    yield from _info(kind.name, kind.words, source, rows)
    arguments = [(snake(wire), True) for wire in kind.look_up_key]
    arguments += [(snake(wire), False) for wire in kind.key if wire not in kind.look_up_key]
    wires = dict.fromkeys((*kind.look_up_key, *kind.key))
    key = ", ".join(f'"{wire}": {snake(wire)}' for wire in wires)
    said = f"The {kind.words} of this natural key ({source})."
    yield from _functions(kind.name, said, arguments, f"found({kind.name}Info, KIND, {{{key}}}, connection)")


def _functions(name: str, said: str, arguments: Sequence[tuple[str, bool]], call: str) -> Iterator[str]:
    look_up = f"get_{snake(name)}"
    plain = [f"{argument}: str{'' if required else ' | None = None'}" for argument, required in arguments]
    later = [f"{argument}: pulumi.Input[str]{'' if required else ' | None = None'}" for argument, required in arguments]
    last = "connection: str | None = None"
    yield from ("", "@ends_the_program_plainly")
    yield f"def {look_up}(*, {', '.join([*plain, last])}) -> {name}Info:"
    yield f'    """{said}'
    yield from ("", "    Raises:", "        InputError: there is none.", "        AmbiguousMatch: there are several.")
    yield from ("        Refused: the connection is not for that kind; nothing was sent.", '    """')
    yield from (f"    return {call}", "", "")
    yield f"def {look_up}_output(*, {', '.join([*later, last])}) -> pulumi.Output[{name}Info]:"
    yield f'    """`{look_up}` for outputs."""'
    given = "".join(f"{argument}={argument}, " for argument, _ in arguments)
    yield from (f"    return later({look_up}, {given}connection=connection)", "")
