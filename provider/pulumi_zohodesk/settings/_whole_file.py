"""Files that are written whole, and files that only their owner can read."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def read_text(path: Path) -> str:
    """The text of a file, its lines ended by ``\\n``, without the mark that some editors put before it.

    Raises OSError, UnicodeError.
    """
    return path.read_text(encoding="utf-8-sig")


def rewrite(path: Path, text: str) -> None:
    """Replace a text that `read_text` gave: the file keeps its byte order mark and the line ends that most lines have.

    Raises OSError as `write_whole` does.
    """
    before = path.read_bytes() if path.is_file() else b""
    if before.count(b"\r\n") * 2 > before.count(b"\n"):
        text = text.replace("\n", "\r\n")
    write_whole(path, "\ufeff" + text if before.startswith(codecs.BOM_UTF8) else text)


def write_whole(path: Path, text: str, *, private: bool = False) -> None:
    """Replace a file in one step; a file that was there keeps its permissions, and a link stays one.

    With ``private``, only the owner can read it (0600), whatever was there before, links included.
    What is no regular file, such as ``/dev/stdout``, is written to.

    Raises OSError: it names the file; nothing of the new content is there.
    """
    target = path if private else path.resolve()
    try:
        found = None if private else _found(target)
        if found is not None and not stat.S_ISREG(found.st_mode):
            target.write_text(text, encoding="utf-8")
            return
        _replace(target, text, 0o600 if private else 0o666, found)
    except OSError as error:  # that of a full disk names no file, others name the draft
        raise OSError(error.errno, error.strerror or str(error), str(path)) from None


def _replace(target: Path, text: str, mode: int, found: os.stat_result | None) -> None:
    # Beside the target, since only there can it be moved in one step; the kernel applies the umask to the mode.
    draft = target.with_name(f".{os.urandom(8).hex()}.new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if found is not None:
            os.chmod(draft, stat.S_IMODE(found.st_mode))
        os.replace(draft, target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def _found(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


class PrivateFile:
    """One file in a folder of its own kind, which is made (0700) when something is written.

    Raises OSError: from every method, when the folder cannot be used.
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
