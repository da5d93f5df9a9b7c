"""`zohodesk probe --write`: in a sandbox that is named, and as if it had never been there."""

from __future__ import annotations

import json

import pytest

from pulumi_zohodesk.actions import action_named
from pulumi_zohodesk.questions import PREFIX, PROBES, Asking, clean
from pulumi_zohodesk.questions._made import NO_ID, SORTS
from pulumi_zohodesk.transport import Client


def kept(server) -> dict[str, object]:
    """What an organisation holds, but for the one department that stays, and for when something was changed."""
    state = server.state("prod")
    stays = [row["id"] for row in state["departments"] if row["name"] == PREFIX]
    kinds = {kind: rows for kind, rows in state.items() if _is_kind(rows)}
    return {
        kind: [_still(row) for row in rows if row["id"] not in stays and row.get("departmentId") not in stays]
        for kind, rows in kinds.items()
    }


def _is_kind(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _still(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if not name.startswith("modified")}


def department(server) -> list[tuple[bool, list[str]]]:
    """The department of the probes: whether it is in service, and who is in it."""
    state = server.state("prod")
    return [
        (row["isEnabled"], [one["id"] for one in state["agents"] if row["id"] in one["associatedDepartmentIds"]])
        for row in state["departments"]
        if row["name"] == PREFIX
    ]


def meant(server) -> list[str]:
    return ["--write", "--organization", server.env()["ZOHODESK_ORG_ID"], "--yes"]


@pytest.mark.parametrize("more", [[], ["--yes"], ["--organization", "1", "--yes"]], ids=["bare", "no id", "another id"])
def test_an_organisation_that_is_not_named_is_not_written_to(probe, server, more):
    code, _, said = probe("--write", *more)
    assert code == 1
    assert "Nothing was sent" in said
    assert server.log() == []


def test_what_goes_with_write_alone_is_wrong_usage(probe):
    assert probe("--departments")[0] == 64


def test_the_organisation_is_as_it_was_but_for_what_is_said(probe, server):
    before = kept(server)
    code, found, _ = probe(*meant(server))
    assert (code, found["left"]) == (0, [])
    assert (kept(server), department(server)) == (before, [])
    for _ in range(2):  # the second time the department is brought back
        code, found, _ = probe(*meant(server), "--departments")
        (words,) = found["left"]
        assert "departments are for ever" in words
        assert (kept(server), department(server)) == (before, [(False, [])])
    answers = {row["name"]: row["answer"] for row in found["questions"] if row["answer"]}
    assert answers["department-agents"] == "replaced"
    assert answers["skill-name"] == "type"


WRITES = [name for name, one in PROBES.items() if one.writes]


class Killed(BaseException):
    """Ends a run as a signal does."""


def killed(client, last: int, act) -> bool:
    """Whether an act was ended after that many writes; what was written until then is there, as after a kill."""
    send, written = client.look, 0

    def look(operation, **request):
        nonlocal written
        answer = send(operation, **request)
        written += operation.method != "GET"
        if written == last:
            raise Killed
        return answer

    client.look = look
    try:
        act(Asking(client))
    except Killed:
        return True
    finally:
        client.look = send
    return False


@pytest.mark.parametrize("name", WRITES)
def test_killed_at_any_write_a_second_run_cleans_up(emulator, asking, name):
    """Whether the probe was killed, or its cleaning up: another process looks for what is left."""
    client, before, ask = asking().client, kept(emulator), PROBES[name].ask
    for act, prepare in ((ask, lambda _asking: ""), (clean, ask)):
        last = 1
        while prepare(Asking(client)) is not None and killed(client, last, act):
            clean(Asking(client))
            assert kept(emulator) == before, f"killed after write {last} of {act}"
            assert department(emulator) in ([], [(False, [])])
            last += 1
        clean(Asking(client))
        assert kept(emulator) == before
        assert last > 1 or act is clean


def test_what_could_not_be_removed_again_is_not_made(probe, server):
    before = kept(server)
    scopes = [f"Desk.{area}.{verb}" for area in ("settings", "basic") for verb in ("READ", "CREATE", "UPDATE")]
    code, found, _ = probe(*meant(server), scopes=scopes)
    rows = {row["name"]: row for row in found["questions"]}
    assert (code, found["left"]) == (0, [])
    assert {rows[name]["answer"] for name in WRITES} == {None}
    assert "Desk.settings.DELETE" in rows["skill-name"]["open"]
    assert kept(server) == before
    assert {entry["method"] for entry in server.log() if "/deleteTeam" not in entry["path"]} == {
        "GET",
        "DELETE",
        "POST",
    }


def test_what_the_edition_does_not_have_stays_open_and_the_rest_is_told(probe, server):
    server.fault(path="/skill", status=403, body={"errorCode": "LICENSE_ACCESS_LIMITED", "message": "x"}, count=None)
    code, found, _ = probe(*meant(server))
    rows = {row["name"]: row for row in found["questions"]}
    assert (code, found["left"]) == (0, [])
    assert "HTTP 403 LICENSE_ACCESS_LIMITED" in rows["skill-name"]["open"]
    assert rows["team-replaces"]["answer"] == "replaced"


def test_with_too_many_requests_in_the_middle_it_says_what_is_left(probe, server):
    body = {"errorCode": "THRESHOLD_EXCEEDED", "message": "x"}
    server.fault(path="/", nth=len(server.log()) + 1, operation="createTeam", status=429, body=body, count=None)
    server.fault(operation="deleteSkillType", status=429, body=body, nth=8, count=None)
    code, found, said = probe(*meant(server))
    assert code == 1
    assert "Not asked further: the service answered HTTP 429" in said
    assert {row["answer"] for row in found["questions"] if row["name"] == "skill-name"} == {"type"}


def test_roles_and_profiles_that_agents_have_are_left_and_none_who_may_more_takes_over(emulator, asking, monkeypatch):
    name, state, bodies, send = f"{PREFIX} left", emulator.state("prod"), [], Client.look
    ids = {row["name"]: row["id"] for kind in ("roles", "profiles") for row in state[kind]}
    lee = {"lastName": "Lee", "emailId": "lee@example.com", "departments": [state["departments"][0]["name"]]}
    above = {"reportsTo": ids["Support Agent"]}
    roles = [{"name": name, **above}, {"name": f"{PREFIX} free", **above}]
    profiles = [{"name": name}, {"name": f"{PREFIX} free"}]
    agents = [{**lee, "role": name, "profile": name}]
    emulator.seed({"prod": {"roles": roles, "profiles": profiles, "agents": agents}})

    def look(self, what, **request):
        bodies.extend([request["body"]] if what.name in ("deleteRole", "deleteProfile") else [])
        return send(self, what, **request)

    monkeypatch.setattr(Client, "look", look)
    before, why = emulator.state("prod")["agents"], "it was left, since agents have it"
    assert clean(asking()) == [f'role "{name}": {why}', f'profile "{name}": {why}']
    assert emulator.state("prod")["agents"] == before
    assert bodies == [{"transferToRoleId": ids["Support Agent"]}, {"transferToProfileId": ids["Agent"]}]


@pytest.mark.parametrize("operation", ["deleteRole", "getAgentsByRole"])
def test_a_403_for_an_id_that_does_not_exist_is_not_laid_to_the_agent_alone(probe, server, operation):
    server.fault(operation=operation, status=403, body={"errorCode": "FORBIDDEN", "message": "x"}, count=None)
    _, found, _ = probe(*meant(server))
    rows = {row["name"]: row for row in found["questions"]}
    told = "or the service answers 403 for ids that do not exist: HTTP 403 FORBIDDEN"
    assert told in rows["duplicate-role-names"]["open"]


def test_an_agent_who_sees_no_department_can_write_nothing(probe, server):
    server.agent("prod", "ann@example.com", permissions=["setup.department"])
    code, found, _ = probe(*meant(server), agent="ann@example.com", departments=[])
    assert (code, found["left"]) == (0, [])
    assert {row["answer"] for row in found["questions"] if row["name"] in WRITES} == {None}


def connected(server, tmp_path, *actions: str) -> list[str]:
    """What names a connection that is for some actions alone."""
    places = [f'{name} = "{server.url}"' for name in ("api_url", "accounts_url")]
    lines = ["[connections.prod]", f"actions = {json.dumps(actions)}", *places]
    (tmp_path / "zohodesk.toml").write_text("\n".join(lines))
    return ["-c", "prod"]


def test_what_the_connection_is_not_for_is_left_and_no_department_is_made(probe, server, tmp_path):
    actions = ["departments.list", "departments.get", "departments.add", "departments.enable"]
    for more, why in ((actions, "dissociateAgents"), ([], "getDepartment")):
        named = connected(server, tmp_path, *(more or ["agents.list"]))
        code, found, _ = probe(*named, *meant(server), "--departments")
        rows = {row["name"]: row for row in found["questions"]}
        assert rows["customer-portal-name"]["open"] == f"the connection is not for {why}"
        assert (code, department(server)) == (0, [])
        assert any("skill by skill: the connection is not for" in one for one in found["left"])
    assert f'the department "{PREFIX}": the connection is not for getDepartments' in found["left"]


def test_a_department_that_stays_in_service_is_said(probe, server):
    probe(*meant(server), "--departments")
    key = {"name": PREFIX}
    server.edit("prod", "departments", "update", key=key, values={"isEnabled": True})
    code, found, _ = probe(*meant(server), scopes=["Desk.basic.READ", "Desk.settings.READ"])
    assert code == 0
    assert any("out of service: the token lacks the scope" in one for one in found["left"])


def test_an_answer_of_unknown_form_leaves_its_question_open_and_the_rest_is_cleaned(probe, server):
    server.fault(operation="getTeamsInDepartment", status=200, body={"teams": [{"name": f"{PREFIX} odd"}]}, count=None)
    server.fault(operation="createSkillType", status=422, body={"errors": ["odd"]}, count=1)
    code, found, _ = probe(*meant(server))
    rows = {row["name"]: row for row in found["questions"]}
    unknown = "it was answered in a form that is not known"
    assert rows["invalid-data-words"]["open"] == unknown
    assert rows["skill-name"]["answer"] == "type"
    assert code == 0
    assert found["left"] == [f"what an earlier run may have left, team by team: {unknown}"]


def test_what_lists_do_not_show_yet_is_removed_all_the_same(probe, server):
    before = kept(server)
    for one in SORTS.values():
        operation = action_named(f"{one.group}.list").operation.name
        server.fault(operation=operation, status=204, count=None)
    code, found, _ = probe(*meant(server), "--departments")
    answers = {row["name"]: row["answer"] for row in found["questions"]}
    assert (code, answers["list-lag"], answers["skill-name"]) == (1, "later", "type")
    assert (kept(server), department(server)) == (before, [(False, [])])


def interrupted(operation: str, method: str):
    """A call of a client that Ctrl-C ends where it would make or remove something for the first time."""
    send = Client.look

    def look(self, what, **request):
        if (what.name, what.method) == (operation, method) and NO_ID not in (request.get("path") or {}).values():
            raise KeyboardInterrupt
        return send(self, what, **request)

    return look


def test_after_ctrl_c_it_says_what_is_left(probe, server, monkeypatch):
    refused = {"errorCode": "FORBIDDEN", "message": "x"}
    server.fault(operation="deleteSkill", status=422, body=refused, count=None)
    monkeypatch.setattr(Client, "look", interrupted("createTeam", "POST"))
    code, _, said = probe(*meant(server))
    assert code == 130
    assert f'Not removed: skill "{PREFIX} kept": HTTP 422 FORBIDDEN.' in said


def test_after_ctrl_c_in_its_cleaning_the_next_run_is_named(probe, server, monkeypatch):
    before = kept(server)
    with monkeypatch.context() as patch:
        patch.setattr(Client, "look", interrupted("deleteSkill", "DELETE"))
        code, _, said = probe(*meant(server))
    assert code == 130
    assert "Not removed: what this run made, or part of it, since that was stopped; the next run with --write" in said
    assert kept(server) != before
    assert probe(*meant(server))[0] == 0
    assert kept(server) == before
