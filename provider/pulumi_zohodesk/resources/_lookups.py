"""Reading what exists, by natural key, from a program: what all look-ups have in common.

Look-ups run in the program's own process, in every preview and update; they only read. Each has a twin ending in
``_output`` that takes and gives ``Output`` values. All take ``connection``: a connection of ``zohodesk.toml`` in place
of the stack's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

import pulumi

from pulumi_zohodesk.dynamic import expect_owners, session_from_program
from pulumi_zohodesk.engine import Kind, LookedUp, Row, note_owner, plain, scalar, snake

Info = TypeVar("Info")


def info(shape: Callable[..., Info], row: Row) -> Info:
    """A live row as an info object; what the answer leaves out is None."""
    values = {snake(wire): plain(value) for wire, value in row.items()}
    names = [item.name for item in fields(shape)]  # type: ignore[arg-type]
    return shape(**{name: values.get(name) for name in names})


def found(shape: Callable[..., Info], kind: Kind, key: Mapping[str, str | None], connection: str | None) -> Info:
    """The object with a natural key; whose it and what it refers to are is noted for resources that take their ids."""
    session = session_from_program(connection)
    row = session.look_up(kind, {wire: value for wire, value in key.items() if value is not None})
    note_owner(scalar(row.get("id")), session.organization_id)
    for field in kind.managed:
        for _, id in field.type.references(row.get(field.wire)):
            note_owner(id, session.organization_id)
    return info(shape, row)


def seen(shape: Callable[..., Info], what: LookedUp, given: Mapping[str, str | None], connection: str | None) -> Info:
    """What no kind manages, by name; whose it is is noted for resources that take its id."""
    session = session_from_program(connection)
    row = session.look_up_other(what, {wire: value for wire, value in given.items() if value is not None})
    if row.get("id"):
        note_owner(scalar(row["id"]), session.organization_id)
    return info(shape, row)


def later(look_up: Callable[..., Info], **arguments: pulumi.Input[Any] | None) -> pulumi.Output[Info]:
    """A look-up once its arguments are known."""
    expect_owners()
    return pulumi.Output.all(**arguments).apply(lambda known: look_up(**known))
