"""An object of Zoho Desk in a program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import copy
from operator import attrgetter
from typing import Any, ClassVar, TypeVar

import pulumi

from pulumi_zohodesk.dynamic._inputs import holds_output, is_one_id, sent
from pulumi_zohodesk.dynamic._messages import as_end_of_program, line_of_program
from pulumi_zohodesk.dynamic._pickle import provider_string
from pulumi_zohodesk.dynamic._strangers import without_strangers
from pulumi_zohodesk.dynamic._values import PROVIDER_KEY
from pulumi_zohodesk.engine import Kind, ValueType, structures
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.settings import is_on

_NO_IMPORT = (
    "The {} {} cannot be taken over with import_: Pulumi tells a dynamic provider nothing but the id then. Leave "
    "import_ out and run `zohodesk adopt`, which finds what the program declares by its natural key; see "
    "docs/importing.md."
)


class DeskResource(pulumi.CustomResource):
    """An object of Zoho Desk in a program. Subclasses name their kind and spell out its arguments.

    Attributes:
        given_key: what of its natural key the program wrote as text, by wire name.
    """

    KIND: ClassVar[Kind]
    given_key: Mapping[str, str]

    def __init__(self, name: str, args: Mapping[str, Any], opts: pulumi.ResourceOptions | None = None) -> None:
        """Register the object.

        Args:
            name: the logical name; the object's own name is an argument.
            args: Python names to inputs; None means left out.
            opts: Pulumi's options.

        Raises InputError, with the line of the program: ``import_`` is among the options.
        """
        kind = self.KIND
        line = line_of_program()
        if opts is not None and opts.import_ is not None:
            raise as_end_of_program(InputError(f"{line}{_NO_IMPORT.format(kind.words, name)}"))
        natural = {wire: args.get(kind.by_wire[wire].snake) for wire in kind.key}
        self.given_key = {wire: value for wire, value in natural.items() if isinstance(value, str)}
        props: dict[str, Any] = {output.wire: None for output in kind.outputs}
        # Options have no live value, so an option left out needs no output of its own; each costs the SDK 0.1 ms.
        given = {key: value for key, value in args.items() if value is not None or not kind.by_snake[key].option}
        for key, value in given.items():
            field = kind.by_snake[key]
            props[field.wire] = sent(field.type, value, f"{line}The {key} of the {kind.words} {name}")
        props.update(without_strangers(kind, name, args, props))
        # Whether an output is secret may be known in the update only, and the engine's plan of the preview must hold:
        # so every one counts, and an object that is referred to does not.
        secret = {kind.by_snake[key].wire for key, value in given.items() if holds_output(value)}
        opts = _wired(kind, opts)
        config = pulumi.Config("zohodesk")
        if hidden := kind.hidden(personal=is_on(config.get("hidePersonalData"))):
            opts = self._hide(hidden, props, opts)
            secret.update(
                field.wire for field in kind.fields if field.wire in hidden and props.get(field.wire) is not None
            )
        if kind.protect and is_on(config.get("protect")):
            opts = pulumi.ResourceOptions.merge(pulumi.ResourceOptions(protect=True), opts)
        props[PROVIDER_KEY] = provider_string(kind.name, secret - kind.write_only)  # the provider knows these itself
        super().__init__(f"pulumi-python:dynamic/zohodesk:{kind.name}", name, props, opts)
        # The SDK would apply one table of names to every key at every depth, users' own keys included.
        for item in kind.entries:
            if item.wire in self.__dict__:
                self.__dict__[item.snake] = _in_words(item.type, self.__dict__.pop(item.wire))
        is_one_id(self.id)

    @classmethod
    def _existing(
        cls: type[Resource],
        name: str,
        id: pulumi.Input[str],
        opts: pulumi.ResourceOptions | None,
        connection: pulumi.Input[str] | None,
    ) -> Resource:
        """An object that exists and is only read."""
        merged = pulumi.ResourceOptions.merge(opts, pulumi.ResourceOptions(id=id))
        instance = cls.__new__(cls)
        args: dict[str, Any] = {field.snake: None for field in cls.KIND.managed}
        DeskResource.__init__(instance, name, {**args, "connection": connection}, merged)
        if isinstance(id, str):
            # Not every engine answers a read with the id, and in previews the SDK then takes it for unknown: what
            # refers to the object could not be checked. The dependency on the object stays.
            given = pulumi.Output.from_input(id)
            instance.__dict__["id"] = pulumi.Output({instance}, given.future(), given.is_known(), given.is_secret())
            is_one_id(instance.id)
        return instance

    @staticmethod
    def _hide(
        hidden: Iterable[str], props: dict[str, Any], opts: pulumi.ResourceOptions | None
    ) -> pulumi.ResourceOptions:
        for wire in hidden:
            if props.get(wire) is not None:
                props[wire] = pulumi.Output.secret(props[wire])
        more = pulumi.ResourceOptions(additional_secret_outputs=list(hidden))
        return pulumi.ResourceOptions.merge(opts, more)


Resource = TypeVar("Resource", bound=DeskResource)


def _in_words(type_: ValueType, output: pulumi.Output[Any]) -> pulumi.Output[Any]:
    if not any(structures(type_)):
        return output
    return output.apply(lambda value: type_.in_words(value, attrgetter("snake")))


def _wired(kind: Kind, opts: pulumi.ResourceOptions | None) -> pulumi.ResourceOptions:
    """The options with the API's names where they name properties."""
    names = {item.snake: item.wire for item in kind.entries}

    def wired(path: str) -> str:
        first = re.match(r"\w*", path)
        return path if first is None else names.get(first[0], first[0]) + path[first.end() :]

    result = copy(opts) if opts else pulumi.ResourceOptions()
    for option in ("ignore_changes", "replace_on_changes", "additional_secret_outputs", "hide_diffs"):
        if paths := getattr(result, option, None):
            setattr(result, option, [wired(path) for path in paths])
    return result
