"""What the emulator calls the objects of each kind: ``skillTypes``."""

from __future__ import annotations

from collections.abc import Mapping

from pulumi_zohodesk.emulator.kinds import KINDS as EMULATED
from pulumi_zohodesk.kinds import KINDS


def _table(operation: str) -> str:
    """The table of the objects that an operation is about."""
    return next(kind.name for kind in EMULATED if operation in kind.operations)


TABLES: Mapping[str, str] = {
    **{kind.name: _table(kind.get.name) for kind in KINDS},
    "SLA": "slas",  # which support plans name by id, since nothing lists them
}
