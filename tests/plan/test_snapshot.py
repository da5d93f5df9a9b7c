"""What objects were before a run, as a file."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime

import pytest

from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.plan import default_place, load_snapshot, plan_of, save_snapshot, snapshot_of

from .previews import agents, departments, preview, state, step, wanted

TIME = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def snapshot(*steps):
    return snapshot_of(plan_of(preview(*steps)), TIME)


def test_what_is_updated_or_removed_is_kept_and_what_is_created_is_not(tmp_path):
    new = step("create", None, wanted("Department", "new", {"name": "New"}))
    kept = snapshot(*agents(1, "update"), *departments(1, "delete"), new, *agents(1, "same", 1))
    file = tmp_path / "s.json"
    save_snapshot(kept, file)
    assert load_snapshot(file) == kept
    assert [(one.name, one.op) for one in kept.entries] == [("n0", "update"), ("d0", "delete")]
    agent, department = kept.entries
    assert agent.values == {"lastName": "N0", "emailId": "n0@example.com", "status": "ACTIVE", "phone": None}
    assert agent.fields == ("phone",)
    assert agent.key == {"emailId": "n0@example.com"}
    assert department.fields == ("name", "isEnabled")
    assert (kept.stack, kept.project, kept.time) == ("dev", "desk", "2026-01-02T03:04:05+00:00")


def test_a_field_that_was_not_managed_before_is_kept_as_it_is_live():
    old = state("Department", "d", "1", {"name": "D", "isEnabled": True}, description="By hand", hasLogo=True)
    new = wanted("Department", "d", {"name": "D", "isEnabled": True, "description": "By program"})
    (entry,) = snapshot(step("update", old, new)).entries
    assert entry.fields == ("description",)
    assert entry.values == {"name": "D", "isEnabled": True, "description": "By hand"}


def test_secrets_of_the_state_and_marks_stay_out(tmp_path):
    save_snapshot(snapshot(*agents(2, "delete")), tmp_path / "s.json")
    text = (tmp_path / "s.json").read_text()
    assert "__provider" not in text
    assert "__zohodesk" not in text


def test_the_file_is_private_and_lies_out_of_sight_of_git(tmp_path):
    kept = snapshot(*agents(1, "delete"))
    places = []
    for _ in range(3):
        places.append(default_place(tmp_path, kept))
        save_snapshot(kept, places[-1])
    assert [place.name for place in places] == [f"20260102T030405Z{end}.json" for end in ("", "-1", "-2")]
    assert places[0].parent == tmp_path / ".zohodesk" / "snapshots" / "dev"
    assert (tmp_path / ".zohodesk" / ".gitignore").read_text() == "*\n"
    assert {stat.S_IMODE(place.stat().st_mode) for place in places} == {0o600}
    assert stat.S_IMODE(places[0].parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(tmp_path.stat().st_mode) != 0o600


def edited(tmp_path, change):
    file = tmp_path / "s.json"
    save_snapshot(snapshot(*agents(1, "delete")), file)
    content = json.loads(file.read_text())
    change(content)
    file.write_text(json.dumps(content))
    return file


WRONG = {
    "another file": (lambda one: one.update(file="else"), "is no snapshot"),
    "a plan": (lambda one: one.update(file="zohodesk-plan"), "is no snapshot"),
    "a later version": (lambda one: one.update(version=2), "of version 2; this zohodesk knows version 1"),
    "no objects": (lambda one: one.pop("objects"), "something in it was changed"),
    "a kind that there is not": (lambda one: one["objects"][0].update(kind="Ticket"), "something in it was changed"),
    "a field that there is not": (lambda one: one["objects"][0]["values"].update(x=1), "something in it was changed"),
    "an id that is a path": (lambda one: one["objects"][0].update(id="../1"), "something in it was changed"),
    "a URN that is none": (lambda one: one["objects"][0].update(urn="x"), "something in it was changed"),
    "a text that is a map": (lambda one: one["objects"][0]["values"].update(lastName={"a": [1]}), "was changed"),
    "a text that is a list": (lambda one: one["objects"][0]["values"].update(lastName=["a"]), "was changed"),
    "another natural key": (lambda one: one["objects"][0].update(key={}), "something in it was changed"),
    "an operation that there is not": (lambda one: one["objects"][0].update(op="x"), "something in it was changed"),
    "an object that is a text": (lambda one: one.update(objects=["x"]), "something in it was changed"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_snapshot_is_refused(name, tmp_path):
    change, words = WRONG[name]
    with pytest.raises(InputError, match=words):
        load_snapshot(edited(tmp_path, change))


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b"3", b"[" * 100_000])
def test_a_file_of_something_else_is_refused(content, tmp_path):
    file = tmp_path / "s.json"
    file.write_bytes(content)
    with pytest.raises(InputError, match=r"s\.json (is no snapshot|cannot be read)"):
        load_snapshot(file)
    with pytest.raises(InputError, match="cannot be read: No such file"):
        load_snapshot(tmp_path / "nothing.json")


def test_writing_that_fails_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(OSError, match="No space"):
        save_snapshot(snapshot(*agents(1, "delete")), tmp_path / "s.json")
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_is_never_written_over(tmp_path):
    file = tmp_path / "s.json"
    save_snapshot(snapshot(*agents(1, "delete")), file)
    with pytest.raises(FileExistsError):
        save_snapshot(snapshot(*agents(2, "delete")), file)
    assert len(load_snapshot(file).entries) == 1
