"""The connection of the selected stack, from Pulumi's own files: commands that need no engine need not start it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pulumi_zohodesk.settings import project_file

KEY = "zohodesk:connection"


def stack_connection(directory: Path | None = None) -> str | None:
    """The connection that the project's stack uses: the selected one, else what all stacks that name any agree on.

    None outside of projects, and where the settings name no connection, or several and no stack is selected.
    """
    project = project_file(directory)
    if project is None:
        return None
    named = dict(_named(project))
    selected = os.environ.get("PULUMI_STACK") or _selected(project)
    if selected is not None and (stack := selected.rpartition("/")[2]) in named:
        return named[stack]
    return next(iter(named.values())) if len(set(named.values())) == 1 else None


def _named(project: Path) -> Iterator[tuple[str, str]]:
    """Stacks whose settings name a connection, with it."""
    for file in sorted(project.parent.glob("Pulumi.*.yaml")):
        config = _yaml(file).get("config")
        found = config.get(KEY) if isinstance(config, Mapping) else None
        if isinstance(found, str) and found.strip():
            yield file.name.removeprefix("Pulumi.").removesuffix(".yaml"), found.strip()


def _selected(project: Path) -> str | None:
    """The stack that `pulumi stack select` noted, for the backend in use where there are several."""
    home = Path(os.environ.get("PULUMI_HOME") or Path.home() / ".pulumi")
    name = _yaml(project).get("name")
    for place in (project, project.resolve(), Path(os.environ.get("PWD", "")) / project.name):
        mark = hashlib.sha1(str(place).encode(), usedforsecurity=False).hexdigest()
        with suppress(OSError, ValueError, AttributeError):
            noted = json.loads((home / "workspaces" / f"{name}-{mark}-workspace.json").read_text(encoding="utf-8-sig"))
            stacks = noted.get("stacks") or {}
            used = os.environ.get("PULUMI_BACKEND_URL", "")
            return stacks.get(used) or noted.get("stack") or (next(iter(stacks.values())) if len(stacks) == 1 else None)
    return None


def _yaml(file: Path) -> Mapping[str, Any]:
    """What a file says; nothing where it cannot be read: the engine will say so."""
    from ruamel.yaml import YAML  # here: commands outside of projects do without
    from ruamel.yaml.error import YAMLError

    with suppress(OSError, UnicodeError, YAMLError):
        found = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8-sig"))
        return found if isinstance(found, Mapping) else {}
    return {}
