"""An object of Zoho Desk in a program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, TypeVar

import pulumi

from pulumi_zohodesk import engine
from pulumi_zohodesk.dynamic._pickle import provider_string
from pulumi_zohodesk.dynamic._strangers import without_strangers
from pulumi_zohodesk.dynamic._values import PROVIDER_KEY
from pulumi_zohodesk.engine import Kind
from pulumi_zohodesk.settings import is_on

__all__ = ["DeskResource", "reference"]


class DeskResource(pulumi.CustomResource):
    """An object of Zoho Desk in a program. Subclasses name their kind and spell out its arguments."""

    KIND: ClassVar[Kind]

    def __init__(self, name: str, args: Mapping[str, Any], opts: pulumi.ResourceOptions | None = None) -> None:
        """Register the object.

        Args:
            name: the logical name; the object's own name is an argument.
            args: Python names to inputs; None means left out.
            opts: Pulumi's options.
        """
        kind = self.KIND
        props: dict[str, Any] = {engine.snake(wire): None for wire in kind.outputs}
        # Options have no live value, so an option left out needs no output of its own; each costs the SDK 0.1 ms.
        given = {key: value for key, value in args.items() if value is not None or not kind.by_snake[key].option}
        props.update({key: self._input(kind, key, value) for key, value in given.items()})
        props.update(without_strangers(kind, name, args, props))
        # Whether an output is secret may be known in the update only, and the engine's plan of the preview must hold:
        # so every one counts, and an object that is referred to does not.
        secret = {kind.by_snake[key].wire for key, value in given.items() if _holds_output(value)}
        if is_on(pulumi.Config("zohodesk").get("hidePersonalData")):
            opts = self._hide(kind, props, opts)
            secret.update(field.wire for field in kind.fields if field.personal and props.get(field.snake) is not None)
        props[PROVIDER_KEY] = provider_string(kind.name, secret)
        super().__init__(f"pulumi-python:dynamic/zohodesk:{kind.name}", name, props, opts)

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
        return instance

    @staticmethod
    def _input(kind: Kind, key: str, value: Any) -> Any:
        field = kind.by_snake[key]
        if field.ref is not None:
            return reference(value, field.ref, f"{kind.name}.{key}")
        return value.apply(_spelt_out) if isinstance(value, pulumi.Output) else _spelt_out(value)

    @staticmethod
    def _hide(kind: Kind, props: dict[str, Any], opts: pulumi.ResourceOptions | None) -> pulumi.ResourceOptions:
        personal = [field.snake for field in kind.fields if field.personal]
        for key in personal:
            if props.get(key) is not None:
                props[key] = pulumi.Output.secret(props[key])
        hidden = [*personal, *(engine.snake(wire) for wire in kind.personal_outputs)]
        return pulumi.ResourceOptions.merge(opts, pulumi.ResourceOptions(additional_secret_outputs=hidden))

    def translate_output_property(self, prop: str) -> str:
        return _NAMES.snake(prop)

    def translate_input_property(self, prop: str) -> str:
        return _NAMES.wire(prop)


Resource = TypeVar("Resource", bound=DeskResource)


class _Names:
    """Declared names only; everything else stays as it is, so that free maps such as ``cf`` survive."""

    NESTED = ("fieldConditions", "fieldModule", "fieldName")

    def __init__(self) -> None:
        self._snake: dict[str, str] = {}
        self._wire: dict[str, str] = {}

    def _fill(self) -> None:
        for kind in engine.kinds():
            for wire in (*(field.wire for field in kind.fields), *kind.outputs, *self.NESTED):
                self._snake[wire] = engine.snake(wire)
                self._wire[engine.snake(wire)] = wire

    def snake(self, wire: str) -> str:
        if not self._snake:
            self._fill()
        return self._snake.get(wire, wire)

    def wire(self, snake: str) -> str:
        if not self._wire:
            self._fill()
        return self._wire.get(snake, snake)


_NAMES = _Names()


def _spelt_out(value: Any) -> Any:
    """A typed value as the map that the SDK can send; anything else as it is."""
    # The class is asked: an output that is asked itself has every attribute.
    return value.as_input() if hasattr(type(value), "as_input") else value


def _holds_output(value: Any) -> bool:
    if isinstance(value, pulumi.Output):
        return True
    inner = _spelt_out(value)
    items = inner.values() if isinstance(inner, Mapping) else inner
    return isinstance(items, Iterable) and not isinstance(items, str) and any(map(_holds_output, items))


def reference(value: Any, kind_name: str, where: str) -> Any:
    """The id that an argument means: of the resource itself, of each resource in a list, or as given; outputs too.

    Raises:
        TypeError: a resource of another kind was given.
    """
    if isinstance(value, DeskResource):
        if kind_name != value.KIND.name:
            raise TypeError(f"{where} takes a {kind_name} or its id, not a {value.KIND.name}.")
        return value.id
    if isinstance(value, (list, tuple, set, frozenset)):
        items: Iterable[Any] = value
        return [reference(item, kind_name, where) for item in items]
    if isinstance(value, pulumi.Output):
        return value.apply(lambda known: reference(known, kind_name, where))
    return value
