"""The recipe for a container, line by line in an empty folder: what an image would hold, without a container engine."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from pulumi_zohodesk.export import starter
from tests.processes import ran

from .conftest import REPOSITORY
from .test_first_hour import Beginner, beginner

__all__ = ["beginner"]

pytestmark = pytest.mark.matrix

BLOCKS = dict(re.findall(r"```(\w+)\n(.*?)```", (REPOSITORY / "docs" / "container.md").read_text("utf-8"), re.DOTALL))
LEFT_OUT = (
    *("import.json", "plan.json", "desk.env", ".env", ".venv/a.cfg", ".zohodesk/snapshots/a.json"),
    *("x/import.json", "x/plan-1.json", "x/desk.env", "x/__pycache__/a.pyc", "x/.zohodesk/snapshots/a.json"),
)


def test_the_recipe_makes_what_previews_the_project(beginner, tmp_path):
    context, image = tmp_path / "context", tmp_path / "image"
    files = starter("desk", "prod", {"dc": "us", "client_id": beginner.client}, "").files
    write(context, {**files, **dict.fromkeys(LEFT_OUT, "secret")})
    place = built(beginner, context, image)
    assert {str(one.relative_to(place)) for one in place.rglob("*") if one.is_file()} == set(files)

    held = beginner.emulator.env()
    given = {name: held[name] for name in ("ZOHODESK_PROD_REFRESH_TOKEN", "ZOHODESK_PROD_ORG_ID")}
    store = {"PULUMI_BACKEND_URL": f"file://{beginner.home}", "PULUMI_CONFIG_PASSPHRASE": "x", "PULUMI_STACK": "prod"}
    recipe = dict(line.split(" ", 1) for line in BLOCKS["dockerfile"].splitlines())
    run = " ".join(json.loads(recipe["ENTRYPOINT"]) + json.loads(recipe["CMD"]))
    said = beginner.types(["pulumi stack init prod --no-select", run], **given, **store)
    assert said[1].splitlines()[-1] == "Nothing to change."


def built(beginner: Beginner, context: Path, image: Path) -> Path:
    """Does what each line of the recipe says; returns the folder in which it ends."""
    ran([sys.executable, "-m", "venv", str(image / "python")])
    wheels = str(image / "wheels")
    wheel = ("wheel", "-q", "--no-index", "--no-deps", "--no-build-isolation", "-w", wheels, str(REPOSITORY))
    ran([sys.executable, "-m", "pip", *wheel])
    beginner.variables |= {"PATH": f"{image}/python/bin:{beginner.variables['PATH']}", "PIP_FIND_LINKS": wheels}
    beginner.variables["PIP_IGNORE_INSTALLED"] = "1"  # the tests' own libraries, which it loads, have the package too
    for line in BLOCKS["dockerfile"].splitlines():
        instruction, words = line.split(" ", 1)
        if instruction == "WORKDIR":
            beginner.place = image / words.removeprefix("/")
            beginner.place.mkdir()
        elif instruction == "COPY":
            copied(context / words.split()[0], beginner.place / words.split()[1])
        elif instruction == "RUN":
            beginner.types([words])
        else:
            assert instruction in ("FROM", "ENTRYPOINT", "CMD")
    return beginner.place


def copied(source: Path, target: Path) -> None:
    """COPY, as `.dockerignore` has it: a pattern is a whole path from the root of the context."""
    signs = {"**/": "(.*/)?", "*": "[^/]*"}
    lines = [one.rstrip("/") for one in BLOCKS["text"].splitlines()]
    patterns = [re.sub(r"\*\*/|[^\w/]", lambda found: signs.get(found[0], re.escape(found[0])), one) for one in lines]

    def left_out(folder: str, names: list[str]) -> set[str]:
        paths = {name: (Path(folder) / name).relative_to(source).as_posix() for name in names}
        return {name for name in names if any(re.fullmatch(pattern, paths[name]) for pattern in patterns)}

    if source.is_file():
        shutil.copy(source, target)
    else:
        shutil.copytree(source, target, ignore=left_out, dirs_exist_ok=True)


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
