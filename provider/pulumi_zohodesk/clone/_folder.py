"""The folder of a clone: whose it is, the lock, and what is written there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from pulumi_zohodesk.clone._report import REPORT, Earlier, report_text
from pulumi_zohodesk.errors import FolderError, InputError
from pulumi_zohodesk.export import Project, write
from pulumi_zohodesk.settings import read_text, write_whole

MARK = ".zohodesk-clone.json"
"""Whose clone a folder is: ``{"version": 1, "from": ID, "to": ID, "stack": NAME}``."""

LOCK = ".lock"


class CloneFolder:
    """A folder that is new, empty, or the clone of the same two organisations.

    Attributes:
        path: absolute.
        begun: an earlier run has been here, so the stack in it is of its making.
    """

    def __init__(self, path: Path, source: str, target: str, stack: str) -> None:
        """Raises FolderError for a folder that is something else. Nothing is written."""
        self.path = path.absolute()
        self._mark = {"version": 1, "from": source, "to": target, "stack": stack}
        self.begun = self._recognised()

    def _recognised(self) -> bool:
        if not self.path.exists():
            return False
        if not self.path.is_dir():
            raise FolderError(f"{self.path} is no folder.")
        if not any(path.name != LOCK for path in self.path.iterdir()):
            return False
        try:
            found = json.loads(read_text(self.path / MARK))
        except (OSError, ValueError):
            raise FolderError(
                f"{self.path} is not empty, and no clone. Choose another folder with --out; nothing was written."
            ) from None
        if found != self._mark:
            raise FolderError(
                f"{self.path} is another clone: {_said(found)}, not {_said(self._mark)}. Choose another folder with "
                "--out; nothing was written."
            )
        return True

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else clones into this folder meanwhile. Makes the folder. Raises InputError when somebody does."""
        self.path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.path / LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise InputError(f"Another `zohodesk clone` is at work in {self.path}. Wait until it ends.") from None
        try:
            write_whole(self.path / MARK, json.dumps(self._mark) + "\n")
            self.begun = True
            yield
        finally:
            lock.release()

    def earlier(self) -> Earlier:
        """What the last run left. Raises FolderError for a report that cannot be read."""
        try:
            return Earlier.of(read_text(self.path / REPORT))
        except FileNotFoundError:
            return Earlier()
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise FolderError(f"{self.path / REPORT} cannot be read. Move it away to begin anew.") from None

    def write(self, project: Project) -> None:
        """Write the program. Raises FolderError when somebody edited it."""
        write(project, self.path, force=True)

    def note(self, report: Mapping[str, Any]) -> None:
        """Write the report, whole or not at all."""
        write_whole(self.path / REPORT, report_text(report))


def _said(mark: Mapping[str, Any]) -> str:
    return f'of {mark.get("from")} into {mark.get("to")}, stack "{mark.get("stack")}"'
