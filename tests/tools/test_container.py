"""The recipe for a container and the image of the GitLab kit, as far as they can be held without a container engine."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path

import yaml
from packaging.requirements import Requirement

from pulumi_zohodesk.cli._main import COMMANDS
from pulumi_zohodesk.cli.doctor._findings import OLDEST_PULUMI
from pulumi_zohodesk.export import starter
from pulumi_zohodesk.settings import variable

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "container.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL))
RECIPE = dict(line.split(" ", 1) for line in BLOCKS["dockerfile"].splitlines())
"""Its last line of each instruction."""
PROJECT = starter("desk", "prod", {"dc": "eu", "client_id": "1000.ABC"}, "").files


def test_the_images_have_the_oldest_engine_that_is_allowed():
    oldest = f"pulumi/pulumi-python:{OLDEST_PULUMI[0]}.{OLDEST_PULUMI[1]}.0"
    kit = yaml.safe_load((ROOT / "examples" / "gitops" / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert RECIPE["FROM"] == kit["default"]["image"] == oldest


def test_what_is_installed_is_this_package():
    assert "COPY requirements.txt ." in BLOCKS["dockerfile"]
    assert RECIPE["RUN"].endswith("pip install --no-cache-dir -r requirements.txt")
    wanted = Requirement(PROJECT["requirements.txt"].strip())
    assert wanted.name == "pulumi-zohodesk"
    assert wanted.specifier.contains(version("pulumi-zohodesk"))


def test_what_is_run_are_commands_of_ours():
    assert json.loads(RECIPE["ENTRYPOINT"]) == ["zohodesk"]
    assert json.loads(RECIPE["CMD"])[0] in COMMANDS
    (last,) = re.findall(r"docker run .* desk (\w+)$", BLOCKS["console"], re.MULTILINE)
    assert last in COMMANDS


def test_nothing_that_a_project_keeps_out_of_version_control_gets_into_the_image():
    kept_out = {line.removeprefix("**/") for line in BLOCKS["text"].splitlines()}
    assert set(PROJECT[".gitignore"].splitlines()) <= kept_out


def test_the_variables_are_those_that_are_read():
    for field in ("client_secret", "refresh_token"):
        assert f"`{variable('prod', field)}`" in PAGE
