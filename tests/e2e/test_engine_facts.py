"""What the provider relies on, seen on the real engine with a resource of thirty lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pulumi_zohodesk.dynamic import logical_name

from .stack import UNEXPECTED_CHANGES, Stack

pytestmark = pytest.mark.matrix  # they change with the engine alone

FACTS = Path(__file__).parent / "facts"
TYPE = "pulumi-python:dynamic/facts:Shelf"


class Shelves:
    """A stack of the facts program, and the folder that its objects live in."""

    def __init__(self, stack: Stack, folder: Path) -> None:
        self.stack, self.folder = stack, folder

    def declare(self, /, **shelves: dict[str, object]) -> Shelves:
        self.stack.variables = {"SHELF": str(self.folder), "SHELVES": json.dumps(shelves)}
        return self

    def file(self, name: str) -> Path:
        return self.folder / self.state(name)["id"]

    def edit(self, shelf: str, **values: object) -> None:
        file = self.file(shelf)
        file.write_text(json.dumps({**json.loads(file.read_text()), **values}))

    def state(self, name: str) -> dict:
        return next(
            item for item in self.stack.export()["deployment"]["resources"] if item["urn"].endswith(f"::{name}")
        )

    def steps(self, *flags: str) -> dict[str, dict]:
        report = self.stack.preview_json(*flags)
        found = {logical_name(step["urn"]): step for step in report["steps"] if TYPE in step["urn"]}
        return {name: step for name, step in found.items() if step["op"] not in ("same", "refresh")}

    def log(self) -> list[str]:
        return [line.split()[0] for line in (self.folder / "log").read_text().splitlines()]


@pytest.fixture
def shelves(make_stack, tmp_path):
    folder = tmp_path / "shelf"
    folder.mkdir()
    found = Shelves(make_stack(FACTS, {"SHELF": str(folder), "SHELVES": "{}"}), folder)
    return found.declare(a={"name": "A", "note": "x"})


def test_an_unknown_diff_shows_exactly_the_changed_field(shelves):
    shelves.stack.up()
    step = shelves.declare(a={"name": "B", "note": "x"}).steps()["a"]
    assert step["op"] == "update"
    assert {key: value["kind"] for key, value in step["detailedDiff"].items()} == {"name": "update"}


def test_unexpected_changes_end_with_their_own_exit_code(shelves):
    shelves.stack.up()
    shelves.stack.preview("--expect-no-changes")
    shelves.declare(a={"name": "B"}).stack.preview("--expect-no-changes", code=UNEXPECTED_CHANGES)


def test_drift_shows_as_an_update_when_read_returns_inputs(shelves):
    shelves.stack.up()
    shelves.edit("a", name="changed outside")
    step = shelves.steps("--refresh")["a"]
    assert step["op"] == "update"
    assert list(step["detailedDiff"]) == ["name"]
    shelves.stack.preview("--expect-no-changes")


def test_what_vanished_is_created_again(shelves):
    shelves.stack.up()
    shelves.file("a").unlink()
    assert shelves.steps("--refresh")["a"]["op"] == "create"
    shelves.stack.up("--refresh")
    assert len(list(shelves.folder.glob("[0-9a-f]*"))) == 1


def test_a_refresh_drops_what_vanished(shelves):
    shelves.stack.up()
    shelves.file("a").unlink()
    shelves.stack.refresh()
    assert not [item for item in shelves.stack.export()["deployment"]["resources"] if item["type"] == TYPE]


def test_another_pickle_of_the_provider_is_no_change_when_diff_says_so(shelves):
    shelves.stack.up(STAMP="1")
    before = shelves.state("a")
    shelves.stack.preview("--expect-no-changes", STAMP="2")
    shelves.stack.up("--expect-no-changes", STAMP="2")
    after = shelves.state("a")
    assert before["inputs"]["__provider"] != after["inputs"]["__provider"]
    # What refresh and destroy unpickle is the old one, for as long as nothing else changes.
    assert before["outputs"]["__provider"] == after["outputs"]["__provider"]


def test_an_object_that_is_only_read_gives_its_outputs_in_a_preview_and_survives(shelves):
    (shelves.folder / "feed").write_text(json.dumps({"name": "F", "note": "read"}))
    shelves.declare(f={"id": "feed"}, a={"name": "A", "note": "@f.note"})
    report = {logical_name(step["urn"]): step for step in shelves.stack.preview_json()["steps"]}
    assert report["f"]["op"] == "read"
    assert report["a"]["newState"]["inputs"]["note"] == "read"
    shelves.stack.up()
    assert shelves.state("f")["external"] is True
    shelves.stack.destroy()
    assert (shelves.folder / "feed").exists()


def test_a_property_of_an_updated_object_becomes_unknown_but_its_id_does_not(shelves):
    both = {"by_id": {"note": "@a"}, "by_property": {"note": "@a.made"}}
    shelves.declare(a={"name": "A"}, **both).stack.up()
    steps = shelves.declare(a={"name": "B"}, **both).steps()
    assert set(steps) == {"a", "by_property"}


def test_a_removed_input_with_no_diff_leaves_the_outputs_and_changes_the_inputs(shelves):
    shelves.stack.up()
    shelves.declare(a={"name": "A"}).stack.up()
    state = shelves.state("a")
    assert "note" not in state["inputs"]
    assert state["outputs"]["note"] == "x"


def test_a_refresh_takes_the_inputs_that_read_returns(shelves):
    shelves.stack.up()
    shelves.edit("a", note="outside")
    shelves.stack.run("refresh", "--yes", "--skip-preview")
    assert shelves.state("a")["inputs"]["note"] == "outside"


def test_an_import_with_the_provider_alone_is_filled_by_the_next_refresh(shelves):
    (shelves.folder / "feed").write_text(json.dumps({"name": "A", "note": "x"}))
    shelves.declare(b={"name": "B"}).stack.up()
    provider = shelves.state("b")["inputs"]["__provider"]
    stamp = {"__provider": provider}
    entry = {"type": TYPE, "name": "a", "id": "feed", "inputs": stamp, "outputs": stamp}
    shelves.declare(a={"name": "A", "note": "x"}, b={"name": "B"}).stack.import_file({"resources": [entry]})
    assert shelves.steps("--refresh") == {}


def test_a_replaced_parent_takes_its_children_out_first(shelves):
    def family(pace):
        return {"p": {"name": "P", "pace": pace}, "c": {"name": "C", "parent": "@p"}}

    shelves.declare(**family("0")).stack.up()
    (shelves.folder / "log").write_text("")
    changed = shelves.declare(**family("0.0"))
    assert {name: step["op"] for name, step in changed.steps().items()}.keys() == {"p", "c"}
    changed.stack.up()
    assert changed.log() == ["delete", "delete", "start", "create", "start", "create"]


def test_four_calls_run_at_once_whatever_parallel_says(shelves):
    eight = {f"s{n}": {"name": str(n), "pace": "1"} for n in range(8)}
    shelves.declare(**eight).stack.up("--parallel", "16")
    log = shelves.log()
    assert log[:4] == ["start"] * 4
    assert log[4] == "create"


def test_a_program_that_raises_is_one_error_with_its_own_line(shelves):
    shelves.stack.variables = {"SHELF": str(shelves.folder), "SHELVES": "{"}
    done = shelves.stack.preview(code=None)
    assert done.code not in (0, UNEXPECTED_CHANGES)
    assert "JSONDecodeError" in done.text
    assert "__main__.py" in done.text
    assert "runpy" not in done.text


class Planned:
    """Runs of a program that are held to what the engine itself planned."""

    def __init__(self, shelves: Shelves) -> None:
        self.shelves, self.file = shelves, shelves.folder.parent / "plan"

    def look(self, **things: dict[str, object]) -> None:
        self.shelves.declare(**things).stack.preview("--refresh", "--save-plan", str(self.file))

    def apply(self, code: int = 0, **things: dict[str, object]) -> str:
        flags = ("--refresh=false", "--plan", str(self.file))
        done = self.shelves.declare(**things).stack.up(*flags, code=None)
        assert (done.code != 0) == bool(code), done.text
        return done.text


TWO: dict[str, dict[str, object]] = {"a": {"name": "A"}, "b": {"name": "B", "note": "@a.made"}}


def test_a_plan_of_the_engine_lets_nothing_else_happen(shelves):
    planned = Planned(shelves)
    planned.look(**TWO)
    assert "no steps were expected" in planned.apply(1, **TWO, c={"name": "C"})
    planned.apply(**TWO)
    new = {**TWO, "a": {"name": "A2"}}
    planned.look(**new)
    assert "violates plan: properties changed" in planned.apply(1, **{**TWO, "a": {"name": "A3"}})
    assert "delete is not allowed by the plan" in planned.apply(1, a=new["a"])
    assert set(shelves.steps()) == {"b"}  # which the program above lacked; nothing was taken away
    assert len(list(shelves.folder.glob("[0-9a-f]*"))) == 2


def test_a_plan_of_the_engine_takes_what_turns_out_to_be_as_it_was(shelves):
    """Unknown in the preview, the same in the run: an update that is not needed is no misfit. Nor is a replacement."""
    planned = Planned(shelves)
    shelves.declare(**TWO).stack.up()
    new = {**TWO, "a": {"name": "A2"}}
    planned.look(**new)
    assert "1 updated" in planned.apply(**new)
    paced = {"a": {"name": "A2", "pace": "0"}, "c": {"name": "C", "parent": "@a"}}
    shelves.declare(**paced).stack.up()
    paced["a"] = {"name": "A2", "pace": "0.0"}
    planned.look(**paced)
    assert "2 replaced" in planned.apply(**paced)
    shelves.edit("c", name="By hand")  # the plan was made with a refresh, the run has none
    planned.look(**{**paced, "d": {"name": "D"}})
    shelves.stack.refresh()
    assert "1 updated" in planned.apply(**{**paced, "d": {"name": "D"}})


def test_a_plan_of_the_engine_keeps_secrets_but_its_refusal_shows_them(shelves):
    secret = {"a": {"name": "!A-secret"}}
    planned = Planned(shelves)
    planned.look(**secret)
    assert "A-secret" not in planned.file.read_text()
    assert "A-secret" in planned.apply(1, a={"name": "!B-secret"})  # so `zohodesk up` cuts that line
    planned.apply(**secret)
    assert "A-secret" in next(shelves.folder.glob("[0-9a-f]*")).read_text()
