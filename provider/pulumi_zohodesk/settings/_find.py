"""Where `zohodesk.toml` is looked for: commands and programs find the same one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pulumi_zohodesk.errors import ConfigError

FILE_NAME = "zohodesk.toml"
_PROJECT = ("Pulumi.yaml", "Pulumi.yml", "Pulumi.json")


def find_file(directory: Path | None = None) -> Path | None:
    """The `zohodesk.toml` that holds for a directory (default: the working directory).

    In a Pulumi project the nearest one in the folder of the program (`main` of Pulumi.yaml) or above it, since that is
    where the engine runs programs and the plugin; elsewhere the nearest in the directory or above it.

    Raises ConfigError: the directory or the project leads to a file that the program would not read.
    """
    start = _start(directory)
    project, program = _project(start)
    used = _nearest(program)
    for found in map(_nearest, (start, project)):
        if found is not None and not _same(found, used):
            raise ConfigError([_unlike(found, used, program)])
    return used


def new_file(directory: Path | None = None) -> Path:
    """Where a `zohodesk.toml` belongs when there is none."""
    project, program = _project(_start(directory))
    return (project if program.is_relative_to(project) else program) / FILE_NAME


def hidden_file(file: Path) -> Path | None:
    """The next `zohodesk.toml` above another, which does not count where that one is found."""
    places = (folder / FILE_NAME for folder in file.absolute().parent.parents)
    return next((place for place in places if place.is_file()), None)


def project_file(directory: Path | None = None) -> Path | None:
    """The nearest file of a Pulumi project in a directory (default: the working directory) or above it."""
    start = _start(directory)
    places = (folder / name for folder in (start, *start.parents) for name in _PROJECT)
    return next((place for place in places if place.is_file()), None)


def program_file(directory: Path | None = None) -> Path | None:
    """The main file of a project's program in Python; None where there is none."""
    project = project_file(directory)
    if project is None:
        return None
    program = (project.parent / _main_of(project)).resolve()
    file = program if program.is_file() else program / "__main__.py"
    return file if file.suffix == ".py" and file.is_file() else None


def _start(directory: Path | None) -> Path:
    return (directory or Path.cwd()).absolute()


def _nearest(start: Path) -> Path | None:
    return next((file for folder in (start, *start.parents) if (file := folder / FILE_NAME).is_file()), None)


def _project(start: Path) -> tuple[Path, Path]:
    """The folders of the project and of its program; the directory itself where there is no project."""
    file = project_file(start)
    if file is None:
        return start, start
    main = _main_of(file)
    program = (file.parent / main).resolve() if main else file.parent
    return file.parent, program.parent if program.is_file() else program


def _main_of(file: Path) -> str:
    """`main` of a project; empty where it has none, or where the engine will complain about the file."""
    try:
        content = file.read_bytes()
    except OSError:
        return ""
    if b"main" not in content:
        return ""
    from ruamel.yaml import YAML  # here: the plugin hardly ever needs it
    from ruamel.yaml.error import YAMLError

    try:
        project: Any = YAML(typ="safe", pure=True).load(content)
    except (YAMLError, UnicodeError):
        return ""
    main = project.get("main") if isinstance(project, Mapping) else None
    return main if isinstance(main, str) else ""


def _same(found: Path, used: Path | None) -> bool:
    return used is not None and (found.resolve() == used.resolve() or found.read_bytes() == used.read_bytes())


def _unlike(found: Path, used: Path | None, program: Path) -> str:
    if used is None:
        return (
            f"{found} would not be read by the program in {program}, which it lies neither in nor above: move it there."
        )
    return (
        f"{found} and {used} differ, and the program in {program} reads the second. Keep one of them, so that commands "
        "and programs connect, and protect, alike."
    )
