"""Files of a run: JSON that only its owner can read, with a version, and seals in place of what is not shown."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import Any, TypeVar

from pulumi_zohodesk.engine import UNKNOWN, Kind, Row, Unknown, has_unknown
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.settings import read_text, write_whole

VERSION = 1
Content = TypeVar("Content")


def write_file(path: Path, what: str, words: str, content: Mapping[str, Any]) -> None:
    """Write a file (mode 0600) in one step.

    Raises:
        InputError: there is a file of another sort, which would be lost, or what can be no private file.
        OSError: it cannot be written; there is no file then, or the one that there was.
    """
    if path.exists() and not path.is_file():
        raise InputError(f"{path} is no file, so nobody could keep it from others. Name a file.")
    if path.exists():
        try:
            read_file(path, what, words, lambda _content: None)
        except InputError as error:
            raise InputError(f"{path} is there already and would be lost. {error}") from None
    write_whole(path, _text(what, content), private=True)


def add_file(path: Path, what: str, content: Mapping[str, Any]) -> None:
    """Write a file (mode 0600) that must not be there yet.

    Raises OSError: it cannot be written, and there is none then; FileExistsError when there is one already.
    """
    # The name is taken first, so that of two runs at the same moment one gets it.
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        write_whole(path, _text(what, content), private=True)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _text(what: str, content: Mapping[str, Any]) -> str:
    return json.dumps({"file": what, "version": VERSION, **content}, indent=1, ensure_ascii=False) + "\n"


def read_file(path: Path, what: str, words: str, make: Callable[[Mapping[str, Any]], Content]) -> Content:
    """What a file of `write_file` holds, as ``make`` sees it.

    Raises InputError: it cannot be read, is another sort of file, of another version, or not whole.
    """
    try:
        content = json.loads(read_text(path))
    except (OSError, UnicodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or "it is no text"
        raise InputError(f"{path} cannot be read: {reason}.") from None
    except (ValueError, RecursionError):
        raise InputError(f"{path} is no {words}: it holds no JSON.") from None
    if not isinstance(content, dict) or content.get("file") != what:
        raise InputError(f"{path} is no {words}.")
    if content.get("version") != VERSION:
        raise InputError(
            f"{path} is a {words} of version {content.get('version')!s:.20}; this zohodesk knows version {VERSION}. "
            "Use the version of pulumi-zohodesk that wrote it."
        )
    try:
        return make(content)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise InputError(f"{path} is a {words}, but not as it was written: something in it was changed.") from None


ROUNDS = 10_000
"""Some milliseconds for each value: telephone numbers are few, so whoever has the file may try them all."""


def new_salt() -> str:
    return secrets.token_hex(16)


@dataclass(frozen=True)
class Seal:
    """Attributes:
    fields: wire names of what is not shown.
    salt: of the file, so that equal values have other seals elsewhere.
    """

    kind: Kind
    fields: frozenset[str]
    salt: str

    def on(self, values: Row) -> dict[str, Any]:
        """The values with a seal in place of each that is not shown; what is missing or not known yet stays so."""
        return {wire: self._sealed(wire, value) if wire in self.fields else value for wire, value in values.items()}

    def off(self, values: Row) -> dict[str, Any]:
        """The values without those that are not shown."""
        return {wire: value for wire, value in values.items() if wire not in self.fields}

    def is_on(self, values: Row) -> bool:
        """Whether what is not shown really is sealed."""
        return all(isinstance(values[wire], str | Unknown | None) for wire in self.fields & values.keys())

    def _sealed(self, wire: str, value: Any) -> Any:
        if value is None or has_unknown(value):
            return None if value is None else UNKNOWN
        field = self.kind.by_wire.get(wire)
        return _digest(json.dumps(_ordered(field.type.canon(value) if field else value)), self.salt)


def _ordered(value: Any) -> Any:
    """Equal values, equal texts: sets and maps have no order."""
    if isinstance(value, frozenset):
        return sorted(map(_ordered, value), key=json.dumps)
    if isinstance(value, Decimal):
        return str(value.normalize())  # 9.5 and 9.50
    if isinstance(value, Mapping):
        return [[key, _ordered(item)] for key, item in sorted(value.items())]
    return [_ordered(item) for item in value] if isinstance(value, list | tuple) else value


@cache
def _digest(text: str, salt: str) -> str:
    return pbkdf2_hmac("sha256", text.encode(), bytes.fromhex(salt), ROUNDS).hex()
