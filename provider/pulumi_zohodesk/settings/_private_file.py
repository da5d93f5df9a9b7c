"""A file that only its owner can read, and that is believed only when nobody else could have written or read it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pulumi_zohodesk.settings._whole_file import write_whole


class PrivateFile:
    """One file in a folder of its own kind, which is made (0700) when something is written.

    Raises:
        OSError: from every method, when the folder cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def locked(self, timeout: float) -> Iterator[None]:
        """Keep other processes out. Raises TimeoutError after that many seconds."""
        from filelock import FileLock

        self._make_folder()
        with FileLock(self.path.with_suffix(".lock"), timeout=timeout, mode=0o600):
            yield

    def text(self) -> str:
        """The content; empty when it cannot be trusted. Raises FileNotFoundError."""
        # O_NOFOLLOW refuses a link; the checks are made on the open file, so nobody can swap it in between.
        try:
            handle = os.open(self.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        except FileNotFoundError:
            raise
        except OSError:
            return ""
        with os.fdopen(handle, encoding="utf-8-sig") as file:
            found = os.fstat(handle)
            private = os.name != "posix" or not stat.S_IMODE(found.st_mode) & 0o077
            good = stat.S_ISREG(found.st_mode) and _ours(found) and private and self._owned_folder()
            return file.read() if good else ""

    def write(self, text: str) -> None:
        """Replace the file in one step, so that a reader sees the old or the new content."""
        self._make_folder()
        write_whole(self.path, text, private=True)

    def remove(self) -> bool:
        """Delete the file; False when there is none."""
        try:
            self.path.unlink()
        except FileNotFoundError:
            return False
        return True

    def _owned_folder(self) -> bool:
        found = self.path.parent.lstat()
        return stat.S_ISDIR(found.st_mode) and _ours(found)

    def _make_folder(self) -> None:
        folder = self.path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._owned_folder():
            raise PermissionError(errno.EPERM, "it is not a folder of this user")
        if os.name == "posix" and stat.S_IMODE(folder.lstat().st_mode) != 0o700:
            folder.chmod(0o700)


def _ours(found: os.stat_result) -> bool:
    return os.name != "posix" or found.st_uid == os.geteuid()
