"""`zohodesk up` where objects are replaced: what stops half-way is told as it is, and gone on with."""

from __future__ import annotations

import pytest

from .run_desk import SMALL, Desk, changed, without

FOLDER = {
    "kind": "TemplateFolder",
    "folder_name": "Letters",
    "folder_access_details": {"type": "allAgents"},
}
LETTER = {
    "kind": "EmailTemplate",
    "record_type": "tickets",
    "template_name": "Thanks",
    "subject": "Thanks",
    "content_type": "plaintext",
    "from_id": "help@example.com",
    "body": "Thank you",
}


@pytest.fixture
def stopped(desk: Desk) -> Desk:
    """The skill type moves: both skills and it are removed, and the new one is refused."""
    desk = desk.declare(SMALL)
    desk.run("up", "--yes")
    moved = desk.declare(changed("languages", department_id="@side"))
    desk.emulator.fault(operation="createSkillType", status=422, count=None)
    failed = moved.run("up", "--yes", code=1)
    assert desk.rows("skills") == desk.rows("skillTypes") == []
    for name, begins in {"languages": "failed:  ", "french": "not made:", "german": "not made:"}.items():
        [line] = [line for line in failed.err.splitlines() if f"{begins} replace" in line and f" {name} " in line]
        assert line.endswith("the old one was removed, the new one was not made)")
    assert "0 of 3 changes were made" in failed.err
    desk.emulator.clear_faults()
    return moved


def test_a_replacement_that_stopped_half_way_is_gone_on_with(stopped):
    price = stopped.json("preview")
    assert [step["op"] for step in price["steps"]] == ["create"] * 3
    stopped.emulator.clear_log()
    done = stopped.json("up", "--yes")
    calls, credits = (done["price"][unit] + done["looking"][unit] for unit in ("calls", "credits"))
    really = stopped.calls()
    assert (calls >= really[0], credits >= really[1]) == (True, True)
    assert (done["applied"], len(done["done"]), done["left"], done["beyond"]) == (True, 3, [], [])
    assert {row["name"] for row in stopped.rows("skills")} == {"French", "German"}
    assert stopped.run("up", "--yes").out == "Nothing to change.\n"
    stopped.stack.clean()


@pytest.mark.matrix
def test_a_replacement_that_stopped_half_way_is_given_up(stopped):
    """What was removed is not removed again, and nothing of it stays in the state."""
    given_up = stopped.declare(without("languages", "french", "german"))
    given_up.run("up", "--yes")
    given_up.stack.clean()


@pytest.mark.matrix
def test_what_was_made_meanwhile_is_adopted_in_its_place(stopped):
    """As `zohodesk restore` makes it, or a run that was killed before the engine heard of it."""
    home = stopped.row("side")["id"]
    made = stopped.emulator.edit("prod", "skillTypes", "create", values={"name": "Languages", "departmentId": home})
    refused = stopped.run("up", "--yes", code=1)
    assert "run `zohodesk adopt`" in refused.err
    stopped.stack.zohodesk("adopt")
    stopped.run("up", "--yes")
    assert stopped.row("languages")["id"] == made["id"]
    assert {row["name"] for row in stopped.rows("skills")} == {"French", "German"}
    stopped.stack.clean()


def test_what_cannot_go_before_its_successor_is_refused_with_the_way(desk):
    """A folder with templates moves: the engine would remove it first, since a template only changes its folder."""
    homes = {name: SMALL[name] for name in ("home", "side")}

    def program(home: str, name: str) -> dict:
        inside = {"department_id": f"@{home}"}
        return {**homes, name: {**FOLDER, **inside}, "letter": {**LETTER, **inside, "folder_id": f"@{name}"}}

    desk = desk.declare(program("home", "folder"))
    desk.run("up", "--yes")
    desk.emulator.clear_log()
    refused = desk.declare(program("side", "folder")).run("up", "--yes", code=1)
    assert "it holds templates" in refused.err
    assert "Give it another name in the program" in refused.err
    assert desk.writes() == []
    renamed = desk.declare(program("side", "folder_in_side"))
    renamed.run("up", "--yes")
    renamed.stack.clean()
    [letter] = desk.rows("emailTemplates")
    assert letter["departmentId"] == desk.row("side")["id"]


def test_a_replacement_that_turns_out_to_be_none_is_no_failure(desk):
    """A skill gets a new type of its own department: nobody knows before that it lies there."""
    desk = desk.declare(SMALL)
    desk.run("up", "--yes")
    ids = desk.ids()
    tongues = {"kind": "SkillType", "department_id": "@home", "name": "Tongues"}
    languages = {name: SMALL[name] for name in ("home", "side", "kim", "languages")}
    moved = desk.declare({**languages, "tongues": tongues, **changed("french", skill_type_id="@tongues")})
    assert "(only an update, if that turns out to be of the same place)" in moved.run("preview").out
    done = moved.run("up", "--yes")
    assert "No replacement was needed of french." in done.err
    assert moved.row("french")["id"] == ids["french"]
    assert moved.row("french")["skillTypeId"] == moved.ids()["tongues"]
    assert moved.run("up", "--yes").out == "Nothing to change.\n"
    moved.stack.clean()
