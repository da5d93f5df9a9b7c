"""References into another organisation, refused in the program when a look-up of it told whose the object is.

What the plugin has seen it refuses itself (`engine.check`); look-ups run in the program, which is another process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pulumi_zohodesk.dynamic._configuration import session_from_program
from pulumi_zohodesk.dynamic._messages import ends_at_the_program
from pulumi_zohodesk.engine import Kind, owner_of
from pulumi_zohodesk.errors import ConfigError, WrongOrganization

__all__ = ["refuse_strangers"]


def refuse_strangers(kind: Kind, name: str, props: Mapping[str, Any]) -> None:
    """Raise WrongOrganization, with the line of the program, for an id that was looked up in another organisation.

    What is not known yet is not judged, nor is a connection that cannot be used: the plugin says that.
    """
    connection = props.get("connection")
    known = [(snake, id, owner) for snake, id in _ids(kind, props) if (owner := owner_of(id))]
    if not known or not isinstance(connection, str | None):
        return
    try:
        organization = session_from_program(connection).organization_id
    except ConfigError:
        return
    for snake, id, owner in known:
        if owner != organization:
            raise ends_at_the_program(
                WrongOrganization(
                    f"The {snake} of the {kind.words} {name} names {id}, which was looked up in organisation {owner}, "
                    f"but the {kind.words} itself is for organisation {organization}. Give both the same connection."
                )
            )


def _ids(kind: Kind, props: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in kind.fields:
        value = props.get(field.snake) if field.ref else None
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str | int):
                yield field.snake, str(one)
