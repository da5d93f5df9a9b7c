"""Which ids objects got when a snapshot was put back: a file beside it, so that the next run goes on from there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pulumi_zohodesk.plan._private import read_file, write_file

__all__ = ["load_made", "made_file", "save_made"]

FILE = "zohodesk-restored"
WORDS = "record of zohodesk restore"


def made_file(snapshot: Path) -> Path:
    """The record that belongs to a snapshot."""
    return snapshot.with_name(f"{snapshot.name}.restored")


def load_made(path: Path) -> dict[str, str]:
    """By the id that an object had, the one that it has now; empty without a record.

    Raises InputError: the file is no record, or cannot be read.
    """

    def make(content: Mapping[str, Any]) -> dict[str, str]:
        ids = {str(old): str(new) for old, new in dict(content["ids"]).items()}
        if not all(id.isdigit() for pair in ids.items() for id in pair):
            raise ValueError("no id")
        return ids

    return read_file(path, FILE, WORDS, make) if path.exists() else {}


def save_made(path: Path, ids: Mapping[str, str]) -> None:
    """Write it (0600) in one step. Raises OSError, InputError for a file of another sort."""
    write_file(path, FILE, WORDS, {"ids": dict(ids)})
