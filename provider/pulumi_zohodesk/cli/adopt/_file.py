"""``zohodesk adopt --file``: what an export read comes under management just as it was read.

The program is not run first, so values that the service would refuse today are taken over as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli.engine._engine import PulumiStack
from pulumi_zohodesk.compare import held_in
from pulumi_zohodesk.dynamic import BY_TYPE
from pulumi_zohodesk.engine import Kind, Marks
from pulumi_zohodesk.errors import InputError, Refused
from pulumi_zohodesk.settings import read_text

__all__ = ["FileObject", "import_parts", "objects_of", "stack_lacks"]


class FileObject:
    """One object of an import file.

    Attributes:
        entry: as the file has it.
        kind: what it is.
        name: its logical name.
        id: its id in Zoho Desk.
        organization: whose it is.
    """

    def __init__(self, entry: dict[str, Any]) -> None:
        self.entry = entry
        self.kind: Kind = BY_TYPE[entry["type"]]
        self.name, self.id = str(entry["name"]), str(entry["id"])
        self.organization = Marks.of(entry["outputs"]).organization


def objects_of(file: Path) -> list[FileObject]:
    """What an import file holds. Raises InputError: there is none, or no export wrote it."""
    try:
        return [FileObject(entry) for entry in json.loads(read_text(file))["resources"]]
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}. `zohodesk export` writes one.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(
            f"{file} is not as `zohodesk export` writes it; nothing was imported. Export again, or take over what the "
            "program declares: zohodesk adopt"
        ) from None


def stack_lacks(engine: PulumiStack, objects: Sequence[FileObject], organization: str) -> list[FileObject]:
    """Those of the objects that the stack does not have yet, after an import that was interrupted for example.

    Raises Refused: the stack is of another organisation, or has an object under another name.
    """
    if others := sorted({one.organization for one in objects} - {organization}) if organization else []:
        raise Refused(
            f"The file is of organisation {', '.join(others)}, and the stack of {organization} (zohodesk:orgId). "
            "Nothing was imported. Choose the stack with --stack."
        )
    held = {one.place: one for one in held_in(engine.deployment())}
    problems = [
        f"- {printable(one.name)} (id {one.id}): {printable(found.urn)}"
        for one in objects
        if (found := held.get((one.kind.name, one.id))) and found.name != one.name
    ]
    if problems:
        listed = "\n".join(problems)
        raise Refused(f"The stack has these under another name; nothing was imported:\n{listed}")
    return [one for one in objects if (one.kind.name, one.id) not in held]


def import_parts(objects: Sequence[FileObject], *, protect: bool) -> Iterator[tuple[bool, dict[str, Any]]]:
    """What is imported by one call each, with whether it is protected; that comes first."""
    for guarded in (True, False):
        if part := [one.entry for one in objects if (protect and one.kind.protect) == guarded]:
            yield guarded, {"resources": part}
