"""First way: a Pulumi that is on this machine already."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from engine.place import OLDEST, Place
from engine.trouble import NotThisWay


def take(place: Place) -> str:
    """Link a Pulumi of the PATH that is new enough and has its Python language host."""
    path = os.pathsep.join(folder for folder in os.get_exec_path() if not _is(folder, place.bin))
    found = shutil.which("pulumi", path=path)
    if found is None:
        raise NotThisWay("there is no `pulumi` on the PATH.")
    real = Path(found).resolve()
    if (real.parent.parent / "pyvenv.cfg").exists():
        # Of another clone, as a rule; it would be gone, or another, when that clone is.
        raise NotThisWay(f"{found} belongs to another virtual environment.")
    version = version_of(real)
    wanted = ".".join(map(str, OLDEST))
    if version < OLDEST:
        raise NotThisWay(f"{found} is {'.'.join(map(str, version))}; needed is {wanted} or newer.")
    if not (real.parent / "pulumi-language-python").exists():
        raise NotThisWay(f"{found} has no pulumi-language-python beside it.")
    link_all(place, real.parent)
    return f"{'.'.join(map(str, version))}, found on the PATH ({found})."


def link_all(place: Place, folder: Path) -> None:
    """Link every program of a distribution, the language host included, so that none of another origin is used."""
    for program in sorted(folder.glob("pulumi*")):
        place.link(program.name, program)


def version_of(program: Path) -> tuple[int, ...]:
    """What `pulumi version` says."""
    try:
        done = subprocess.run(
            [program, "version"],
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
            env={**os.environ, "PULUMI_SKIP_UPDATE_CHECK": "true"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NotThisWay(f"{program} does not run ({type(error).__name__}).") from error
    match = re.search(r"v?(\d+)\.(\d+)\.(\d+)", done.stdout)
    if match is None:
        raise NotThisWay(f"{program} does not tell its version.")
    return tuple(int(part) for part in match.groups())


def _is(folder: str, other: Path) -> bool:
    try:
        return Path(folder).resolve() == other.resolve()
    except OSError:
        return False
