"""References into another organisation, refused in the program when a look-up of it told whose the object is.

What the plugin has seen it refuses itself (`engine.check`); look-ups run in the program, which is another process.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pulumi

from pulumi_zohodesk.dynamic._configuration import session_from_program
from pulumi_zohodesk.dynamic._inputs import holds_output
from pulumi_zohodesk.dynamic._messages import as_end_of_program, line_of_program
from pulumi_zohodesk.engine import Field, Kind, owner_of, targets
from pulumi_zohodesk.errors import ConfigError, WrongOrganization

_EXPECTED: list[bool] = []
"""Not empty once a look-up was asked for whose answer, and with it the owner of an id, comes later."""


def expect_owners() -> None:
    """Note that a look-up for outputs was made: from now on, outputs are judged when they are known."""
    _EXPECTED[:] = [True]


def without_strangers(kind: Kind, name: str, args: Mapping[str, Any], props: Mapping[str, Any]) -> dict[str, Any]:
    """The references of an object, none of which was looked up in another organisation than the object is for.

    What is not known yet is judged when it is; a connection that cannot be used is not, since the plugin says that.

    Args:
        args: as the program gave them: resources are the plugin's business.
        props: the same with ids in the place of resources.

    Raises:
        WrongOrganization: with the line of the program.
    """
    connection = props.get("connection")
    if not isinstance(connection, str | None):
        return {}
    line = line_of_program()

    def judged(field: Field, value: Any) -> Any:
        """The value of an argument, as it is."""
        for id, owner in [(id, owner_of(id)) for _, id in field.type.references(value)]:
            if owner and owner != (own := _organization(connection)) and own:
                raise as_end_of_program(
                    WrongOrganization(
                        f"{line}The {field.snake} of the {kind.words} {name} names {id}, which was looked up in "
                        f"organisation {owner}, but the object itself is for organisation {own}. Give both the "
                        "same connection."
                    )
                )
        return value

    found: dict[str, Any] = {}
    for field in kind.fields:
        if (value := props.get(field.wire)) is not None:
            judged(field, value)
            if _EXPECTED and any(targets(field.type)) and holds_output(args[field.snake]):
                found[field.wire] = pulumi.Output.from_input(value).apply(partial(judged, field))
    return found


def _organization(connection: str | None) -> str:
    try:
        return session_from_program(connection).organization_id
    except ConfigError:
        return ""
