"""Writing a file so that whoever reads it, also after a kill or on a full disk, sees the old or the new content."""

from __future__ import annotations

import codecs
import os
import stat
from contextlib import suppress
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

    Raises:
        OSError: it names the file; nothing of the new content is there.
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
