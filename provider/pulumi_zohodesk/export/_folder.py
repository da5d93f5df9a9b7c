"""Writing an export: whole files only, and never over what somebody else wrote."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.export._project import IMPORT_FILE, Project
from pulumi_zohodesk.settings import write_whole

__all__ = ["MANIFEST", "FolderError", "write"]

MANIFEST = ".zohodesk-export.json"
"""Which files an export wrote, with their hashes: ``{"files": {path: sha256}}``."""


class FolderError(InputError):
    """The folder holds something that an export must not replace. Nothing was written."""


def write(project: Project, folder: Path, *, force: bool = False) -> None:
    """Write a project into a folder, all of it or nothing.

    A folder that is new or empty appears in one step. In another, with ``force``, every file is replaced in one step:
    those that an export wrote and nobody changed since; what the last export wrote and this one does not is removed.
    Files of the project that are the user's own (`Project.once`) stay as they are.

    Raises:
        FolderError: the folder is not empty and ``force`` is not given, or files in the way are somebody's own.
        OSError: the folder cannot be written.
    """
    folder = folder.absolute()
    there = folder.exists() and any(folder.iterdir())
    if there and not force:
        raise FolderError(
            f"{folder} is not empty. Choose another folder with --out, or replace what an export wrote with --force."
        )
    written = _manifest(folder)
    files = {
        path: text for path, text in project.files.items() if not (path in project.once and (folder / path).exists())
    }
    _refuse_foreign(folder, files, written)
    folder.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        try:
            _fill(stage, files, project.once)
        except OSError as error:
            place = str(error.filename).replace(str(stage), str(folder))
            raise OSError(error.errno, error.strerror, place) from None
        if there:
            _move(stage, folder, files, written)
        else:
            with suppress(FileNotFoundError):
                folder.rmdir()
            stage.chmod(0o777 & ~_umask())
            stage.rename(folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _manifest(folder: Path) -> Mapping[str, str]:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {path: str(mark) for path, mark in found.items() if Path(path).name == path}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        raise FolderError(f"{folder / MANIFEST} cannot be read, so nobody knows what an export wrote.") from None


def _refuse_foreign(folder: Path, files: Mapping[str, str], written: Mapping[str, str]) -> None:
    """Refuse what would replace or remove a file that is not as an export left it."""
    problems = [*_foreign(folder, files, written)]
    if problems:
        raise FolderError(
            f"In {folder} these files are not as an export left them: {', '.join(problems)}. "
            "Move them away or choose another folder with --out. Nothing was written."
        )


def _foreign(folder: Path, files: Mapping[str, str], written: Mapping[str, str]) -> Iterator[str]:
    for path in sorted({*files, *written}):
        here = folder / path
        if not here.is_file():
            if here.exists() or here.is_symlink():
                yield f"{path} (no file)"
            continue
        mark = _hash(here.read_bytes())
        if mark in (written.get(path), _hash(files[path].encode()) if path in files else None):
            continue
        yield f"{path} ({'edited since' if path in written else 'not from an export'})"


def _fill(stage: Path, files: Mapping[str, str], once: frozenset[str]) -> None:
    for path, text in files.items():
        write_whole(stage / path, text, private=path == IMPORT_FILE)
    marks = {path: _hash(text.encode()) for path, text in sorted(files.items()) if path not in once}
    write_whole(stage / MANIFEST, json.dumps({"files": marks}, indent=1) + "\n")


def _move(stage: Path, folder: Path, files: Mapping[str, str], written: Mapping[str, str]) -> None:
    """File by file; the manifest comes last, so that after a crash the next run knows every file still."""
    for path in (*files, MANIFEST):
        os.replace(stage / path, folder / path)
    for path in set(written) - set(files):
        (folder / path).unlink(missing_ok=True)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
