"""State that the code of commit 6631a15 wrote, on the real engine: objects of every kind with every argument, one that
the last run could not finish, and operations that were under way when the engine was killed.

Today's code reads it and shows no change; the unfinished object alone is taken up again.
"""

from __future__ import annotations

import base64
import json
import pickle
from pathlib import Path

import pytest

from pulumi_zohodesk.compare import held_in
from pulumi_zohodesk.dynamic import DeskProvider
from pulumi_zohodesk.dynamic._configuration import Configuration
from pulumi_zohodesk.engine import MARKS
from pulumi_zohodesk.kinds import kind_named

STORED = json.loads(Path(__file__).with_name("state_of_6631a15.json").read_text(encoding="utf-8"))
RESOURCES = STORED["resources"]


@pytest.fixture(autouse=True)
def _connected(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    organizations = {item["outputs"][MARKS]["organization"] for item in RESOURCES}
    (organization,) = organizations
    for name, value in {"CLIENT_ID": "id", "CLIENT_SECRET": "s", "REFRESH_TOKEN": "r", "ORG_ID": organization}.items():
        monkeypatch.setenv(f"ZOHODESK_{name}", value)
    configuration = Configuration()
    configuration.take({})
    monkeypatch.setattr("pulumi_zohodesk.dynamic._provider.CONFIGURATION", configuration)


def provider(item) -> DeskProvider:
    """As the plugin makes it: of the pickle in the state."""
    found = pickle.loads(base64.b64decode(item["inputs"]["__provider"]))
    assert isinstance(found, DeskProvider)
    return found


def test_the_state_has_every_kind_of_its_release_with_every_argument():
    given: dict[str, set[str]] = {}
    for item in RESOURCES:
        given.setdefault(provider(item).kind.name, set()).update(item["inputs"])
    assert given.keys() == {"Department", "Agent", "SkillType", "Skill"}
    for name, arguments in given.items():
        assert {field.wire for field in kind_named(name).managed} <= arguments


@pytest.mark.parametrize("item", RESOURCES, ids=lambda item: item["urn"].rpartition("::")[2])
def test_what_is_stored_is_read_and_shows_no_change(item):
    checked = provider(item).check(item["inputs"], item["inputs"])
    assert not checked.failures
    wanted = {key: value for key, value in item["inputs"].items() if key != "__provider"}
    assert checked.inputs == wanted
    difference = provider(item).diff(item["id"], item["outputs"], item["inputs"])
    assert bool(difference.changes) == bool(item["outputs"][MARKS]["incomplete"])
    assert not difference.replaces


def test_what_was_under_way_can_be_checked_anew():
    kinds = {operation["type"] for operation in STORED["pending_operations"]}
    assert {"creating", "updating"} <= kinds
    for operation in STORED["pending_operations"]:
        item = operation["resource"]
        assert not provider(item).check({}, item["inputs"]).failures


def test_drift_knows_every_object_of_it():
    held = held_in({"resources": RESOURCES})
    assert [one.id for one in held] == [item["id"] for item in RESOURCES]
    assert all(one.organization for one in held)
