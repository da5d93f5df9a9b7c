"""Files of a run: JSON that only its owner can read, with a version."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

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

    Raises:
        OSError: it cannot be written, and there is none then; FileExistsError when there is one already.
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

    Raises:
        InputError: it cannot be read, is another sort of file, of another version, or not whole.
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
