"""Writing an export: whole files only, and never over what somebody else wrote."""

from __future__ import annotations

import codecs
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pulumi_zohodesk.errors import FolderError
from pulumi_zohodesk.export._project import IMPORT_FILE, Project
from pulumi_zohodesk.export._texts import TEXTS
from pulumi_zohodesk.inventory import Gap
from pulumi_zohodesk.settings import read_text, write_whole

MANIFEST = ".zohodesk-export.json"
"""Which files an export wrote, with their hashes: ``{"files": {path: sha256}}``. While they are being replaced, also
``"replacing"``: those of the files that were there before, so that a run that was killed is understood by the next.
``"gaps"``: what the export could not see (`Gap`)."""

STAGE = ".zohodesk-export-"
"""Begins the name of the folder in which the files are made before they appear."""

Marks = Mapping[str, Collection[str]]
"""Paths to the hashes that a file has when nobody edited it."""


def write(project: Project, folder: Path, *, force: bool = False) -> None:
    """Write a project into a folder, all of it or nothing.

    A new folder appears in one step. One that is there is filled in place, so that a shell may stand in it: with
    ``force``, what an export wrote and nobody changed since is replaced, and what the last export wrote and this one
    does not is removed. Every file appears in one step.
    Files of the project that are the user's own (`Project.once`) stay as they are.

    Raises:
        FolderError: it is no folder, or not empty and ``force`` is not given, or files in the way are somebody's own.
        OSError: the folder cannot be written.
    """
    folder = require_room(folder, force=force)
    there = folder.exists()
    written = {path: mark for path, mark in _manifest(folder).items() if path not in project.once}
    files = {
        path: text for path, text in project.files.items() if not (path in project.once and (folder / path).exists())
    }
    _refuse_foreign(folder, files, written)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if there:
        for left in filter(_is_stage, folder.iterdir()):  # by a run that was killed
            shutil.rmtree(left, ignore_errors=True)
    # In the folder where it is there, since that may be all that can be written, or a file system of its own.
    stage = Path(tempfile.mkdtemp(dir=folder if there else folder.parent, prefix=STAGE))
    try:
        try:
            _fill(stage, files, project)
        except OSError as error:
            place = str(error.filename).replace(str(stage), str(folder))
            raise OSError(error.errno, error.strerror, place) from None
        if there:
            _move(stage, folder, files, written, project)
        else:
            stage.chmod(0o777 & ~_umask())
            stage.rename(folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def require_room(folder: Path, *, force: bool = False) -> Path:
    """Where the folder really is. Raises FolderError: it is no folder, or not empty and ``force`` is not given."""
    folder = _place(folder)
    if not force and folder.exists() and not all(map(_is_stage, folder.iterdir())):
        raise FolderError(
            f"{folder} is not empty. Choose another folder, or replace what an export wrote: zohodesk export --force"
        )
    return folder


def _is_stage(path: Path) -> bool:
    return path.name.startswith(STAGE) and path.is_dir()


def _place(folder: Path) -> Path:
    """Where the folder really is: symbolic links are followed. Raises FolderError for what can be no folder."""
    try:
        place = folder.resolve()
    except RuntimeError:  # links that lead to each other, before Python 3.13
        raise FolderError(f"{folder} is a symbolic link that leads nowhere. Choose another folder.") from None
    for one in (place, *place.parents):
        if one.is_symlink() or (one.exists() and not one.is_dir()):
            raise FolderError(f"{one} is no folder, so nothing can be written there. Choose another one.")
    return place


def _manifest(folder: Path) -> Marks:
    try:
        content = json.loads(read_text(folder / MANIFEST))
        found: dict[str, set[str]] = {}
        for marks in (content["files"], content.get("replacing", {})):
            for path, mark in marks.items():
                if Path(path).name == path.removeprefix(f"{TEXTS}/"):
                    found.setdefault(path, set()).add(str(mark))
        return found
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise FolderError(f"{folder / MANIFEST} cannot be read: {error.strerror}. Nothing was written.") from None
    except (ValueError, KeyError, AttributeError, TypeError):
        raise FolderError(
            f"{folder / MANIFEST} cannot be read: it is not as an export left it, so nobody knows what one wrote. "
            "Move it away, or choose another folder with --out. Nothing was written."
        ) from None


def _refuse_foreign(folder: Path, files: Mapping[str, str], written: Marks) -> None:
    """Refuse what would replace or remove a file that is not as an export left it."""
    problems = [*_foreign(folder, files, written)]
    if problems:
        raise FolderError(
            f"In {folder} these files are not as an export left them: {', '.join(problems)}. "
            "Move them away or choose another folder with --out. Nothing was written."
        )


def _foreign(folder: Path, files: Mapping[str, str], written: Marks) -> Iterator[str]:
    for path in sorted({*files, *written}):
        here = folder / path
        if here.parent != folder and (here.parent.is_symlink() or (here.parent.exists() and not here.parent.is_dir())):
            yield f"{path} (where it belongs is no folder)"
            continue
        if not here.is_file():
            if here.exists() or here.is_symlink():
                yield f"{path} (no file)"
            continue
        mark = _hash(here.read_bytes())
        if mark in written.get(path, ()) or (path in files and mark == _hash(files[path].encode())):
            continue
        yield f"{path} ({'edited since' if path in written else 'not from an export'})"


def _fill(stage: Path, files: Mapping[str, str], project: Project) -> None:
    for path, text in files.items():
        (stage / path).parent.mkdir(exist_ok=True)
        write_whole(stage / path, text, private=path == IMPORT_FILE)
    write_whole(stage / MANIFEST, _manifest_text(_marks(files, project.once), project.gaps))


def _move(stage: Path, folder: Path, files: Mapping[str, str], written: Marks, project: Project) -> None:
    """File by file. Between the first and the last the manifest has the old and the new hash of each, so that after a
    kill at any moment the next run, whatever it is to write, knows which files are as an export left them."""
    once = project.once
    there = {path: folder / path for path in sorted({*files, *written} - once)}
    before = {path: _hash(place.read_bytes()) for path, place in there.items() if place.is_file()}
    write_whole(folder / MANIFEST, _manifest_text(_marks(files, once), project.gaps, before))
    for path in files:
        (folder / path).parent.mkdir(exist_ok=True)
        os.replace(stage / path, folder / path)
    for path in set(written) - set(files) - once:
        (folder / path).unlink(missing_ok=True)
        if Path(path).parent != Path():
            with suppress(OSError):  # others have files there
                (folder / path).parent.rmdir()
    os.replace(stage / MANIFEST, folder / MANIFEST)


def _marks(files: Mapping[str, str], once: frozenset[str]) -> dict[str, str]:
    return {path: _hash(text.encode()) for path, text in sorted(files.items()) if path not in once}


def _manifest_text(marks: Mapping[str, str], gaps: Sequence[Gap], before: Mapping[str, str] | None = None) -> str:
    found: dict[str, Any] = {"files": marks, **({"replacing": before} if before else {})}
    return json.dumps({**found, **({"gaps": list(map(asdict, gaps))} if gaps else {})}, indent=1) + "\n"


def gaps_of(folder: Path) -> list[Gap]:
    """What the export of a folder could not see; nothing for a folder without a manifest. Raises FolderError."""
    try:
        content = json.loads(read_text(folder / MANIFEST))
        return [Gap(**{**gap, "home": tuple(gap["home"])}) for gap in content.get("gaps", ())]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise FolderError(
            f"{folder / MANIFEST} cannot be read ({type(error).__name__}), so nobody knows what the export could not "
            "see. Export again into another folder."
        ) from None


def _hash(content: bytes) -> str:
    # Another end of lines is no edit: `git` and editors may change it in every file.
    text = content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    return hashlib.sha256(text).hexdigest()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
