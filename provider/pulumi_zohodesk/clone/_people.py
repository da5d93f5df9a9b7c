"""What becomes of people whom the target lacks: left out, invited, or stood for by others."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pulumi_zohodesk.errors import InputError

PERSON = "Agent"
"""The kind whose objects are people: making one sends mail and takes a seat."""

INVITE, SKIP = "invite", "skip"
HEADER = ["from", "to"]


@dataclass(frozen=True)
class People:
    """Attributes:
    invite: people whom the target lacks are invited; otherwise they are left out.
    table: addresses in the source, in lower case, to the addresses that stand for them in the target.
    """

    invite: bool = False
    table: Mapping[str, str] = field(default_factory=dict)

    @property
    def choice(self) -> str:
        """How the report calls it."""
        return "map" if self.table else INVITE if self.invite else SKIP


def people_from(choice: str) -> People:
    """What ``--agents`` says: ``skip``, ``invite``, or the path of a table.

    Raises InputError: there is no such file, or it is no table of the columns ``from`` and ``to``.
    """
    if choice in (SKIP, INVITE):
        return People(invite=choice == INVITE)
    path = Path(choice)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError(f'--agents is "skip", "invite" or a table; there is no file {choice}.') from None
    except (OSError, UnicodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from None
    return People(table=_table(path, text))


def _table(path: Path, text: str) -> dict[str, str]:
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
    except csv.Error as error:
        raise InputError(f"{path} cannot be read as a table: {error}.") from None
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    if not filled or [cell.lower() for cell in filled[0][1]] != HEADER:
        raise InputError(f'{path} must begin with the line "from,to".')
    found: dict[str, str] = {}
    for number, row in filled[1:]:
        if len(row) != len(HEADER) or not all("@" in cell for cell in row):
            raise InputError(f"{path}, row {number}: two addresses are needed, from and to.")
        if found.setdefault(row[0].lower(), row[1]).lower() != row[1].lower():
            raise InputError(f"{path}, row {number}: {row[0]} stands there twice, with different addresses.")
    if not found:
        raise InputError(f"{path} maps nobody.")
    return found
