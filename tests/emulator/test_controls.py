from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from pulumi_zohodesk.emulator import Emulator

from .conftest import Api, code


def _control(emulator: Emulator, method: str, name: str, json: Any = None) -> httpx.Response:
    with httpx.Client(verify=False) as client:
        return client.request(method, f"{emulator.url}/_emulator/{name}", json=json)


def test_a_reset_brings_back_the_same_ids_and_tokens(emulator: Emulator) -> None:
    before, env = emulator.state("prod"), emulator.env()
    emulator.seed({"prod": {"departments": [{"name": "Sales"}]}})
    emulator.reset()
    assert (emulator.state("prod"), emulator.env()) == (before, env)


def test_another_seed_gives_other_ids_and_tokens() -> None:
    one, other = Emulator(seed=1), Emulator(seed=2)
    assert one.state("prod")["id"] != other.state("prod")["id"]
    assert one.token("prod")["refresh_token"] != other.token("prod")["refresh_token"]


def test_two_emulators_share_nothing() -> None:
    one, other = Emulator(seed=1), Emulator(seed=1)
    one.seed({"prod": {"departments": [{"name": "Sales"}]}})
    assert len(other.state("prod")["departments"]) == 1


def test_what_emulators_were_seeded_with_stays_as_it_is() -> None:
    rule = {"ruleId": "1", "ruleName": "Escalate", "ruleType": "SLA"}
    data = {"prod": {"businessHours": [{"name": "Hours", "relatedRules": (rule,)}]}}
    one, other = Emulator(seed=1), Emulator(seed=1)
    one.begin_with(data)
    other.begin_with(data)
    before = one.state("prod")
    stored = next(row for row in one.world.portal("prod").table("businessHours") if row["name"] == "Hours")
    stored["relatedRules"][0]["ruleName"] = "Other"
    stored["relatedRules"].append(rule)
    assert other.state("prod") == before
    one.reset()
    assert one.state("prod") == before


def test_lists_show_late_what_calls_made_and_at_once_what_was_there(api: Api) -> None:
    api.emulator.switch(list_lag_seconds=30)
    api.emulator.seed({"prod": {"roles": [{"name": "Seeded"}]}})
    api.role("Made")
    before = {row["name"] for row in api.get("/roles").json()["data"]}
    api.emulator.advance(30)
    after = {row["name"] for row in api.get("/roles").json()["data"]}
    assert before >= {"CEO", "Seeded"}
    assert after - before == {"Made"}


def test_a_seed_names_objects_by_their_natural_keys(api: Api) -> None:
    api.emulator.seed(
        {
            "prod": {
                "departments": [{"name": "Sales"}],
                "agents": [{"emailId": "ann@example.com", "lastName": "Lee", "departments": ["Sales"], "role": "CEO"}],
                "skillTypes": [{"name": "Languages", "department": "Sales"}],
                "skills": [
                    {
                        "name": "Spanish",
                        "department": "Sales",
                        "skillType": "Languages",
                        "agents": ["ann@example.com"],
                    }
                ],
            }
        }
    )
    agent = api.get("/agents/email/ann@example.com").json()
    skills = api.get("/skills", departmentId=agent["associatedDepartmentIds"][0]).json()["data"]
    assert [(skill["name"], skill["agentIds"]) for skill in skills] == [("Spanish", [agent["id"]])]


def test_five_thousand_agents_are_seeded_quickly(api: Api) -> None:
    start = time.monotonic()
    made = api.emulator.seed({"prod": {"generate": {"departments": 20, "agents": 5000, "skill_types": 2, "skills": 3}}})
    assert time.monotonic() - start < 5
    assert {kind: len(ids) for kind, ids in made["prod"].items()} == {
        "departments": 20,
        "agents": 5000,
        "skillTypes": 40,
        "skills": 120,
    }
    assert api.get("/agents/count").json() == {"count": "5001"}


def test_a_seed_that_names_nothing_known_is_refused(emulator: Emulator) -> None:
    for data in ({"prod": {"bananas": []}}, {"prod": {"limits": {"bananas": 1}}}, {"other": {}}):
        with pytest.raises(ValueError, match="no"):
            emulator.seed(data)


def test_an_edit_goes_past_the_rules_of_the_api(api: Api) -> None:
    api.emulator.edit("prod", "departments", "update", key={"isDefault": True}, values={"name": "a*b"})
    assert api.get("/departments").json()["data"][0]["name"] == "a*b"


def test_an_edit_that_deletes_a_department_keeps_references_whole(api: Api) -> None:
    sales, home = api.department()["id"], api.default_department()
    ann = api.agent(departments=[home, sales])["id"]
    kind = api.skill_type(sales)["id"]
    skill = api.skill(kind)["id"]
    api.emulator.edit("prod", "departments", "delete", key={"name": "sales"})
    assert [api.get(path).status_code for path in (f"/skillTypes/{kind}", f"/skills/{skill}")] == [404, 404]
    assert api.get(f"/agents/{ann}").json()["associatedDepartmentIds"] == [home]


def test_an_edit_that_deletes_an_agent_archives_it(api: Api) -> None:
    ann = api.agent()["id"]
    api.emulator.edit("prod", "agents", "delete", key={"emailId": "ANN@example.com"})
    assert api.get(f"/agents/{ann}").json()["status"] == "DELETED"


def test_an_edit_that_deletes_a_role_moves_its_agents_and_subordinates(api: Api) -> None:
    roles = {row["name"]: row["id"] for row in api.emulator.state("prod")["roles"]}
    ann = api.agent(roleId=roles["Support Manager"])["id"]
    api.emulator.edit("prod", "roles", "delete", key={"name": "Support Manager"})
    assert api.get(f"/agents/{ann}").json()["roleId"] == roles["CEO"]
    assert api.get(f"/roles/{roles['Support Agent']}").json()["reportsTo"] == roles["CEO"]


def test_confirming_an_agent_gives_it_a_zoho_account(api: Api) -> None:
    ann = api.agent()["id"]
    api.emulator.edit("prod", "agents", "update", id=ann, values={"isConfirmed": True})
    zuid = api.get(f"/agents/{ann}").json()["zuid"]
    assert api.get(f"/agents/zuid/{zuid}").json()["id"] == ann


def test_an_edit_of_nothing_or_of_several_is_refused(emulator: Emulator) -> None:
    with pytest.raises(ValueError, match="There are 0 departments"):
        emulator.edit("prod", "departments", "update", key={"name": "none"}, values={})
    with pytest.raises(ValueError, match="not one"):
        emulator.edit("prod", "roles", "update", key={}, values={})


def test_a_fault_before_the_effect_leaves_nothing_behind(api: Api) -> None:
    api.emulator.fault(operation="addDepartment", status=500, body={"errorCode": "X", "message": "x"})
    assert code(api.post("/departments", {"name": "Sales"})) == (500, "X")
    assert api.post("/departments", {"name": "Sales"}).status_code == 200


def test_a_fault_after_the_effect_leaves_the_object(api: Api) -> None:
    api.emulator.fault(operation="addDepartment", status=502, html="<html>bad gateway</html>", after=True)
    answer = api.post("/departments", {"name": "Sales"})
    assert (answer.status_code, answer.text) == (502, "<html>bad gateway</html>")
    assert api.get("/departments/checkExists", departmentName="Sales").json() == {"isDepartmentNameExist": True}


@pytest.mark.parametrize(("drop", "exists"), [("before", False), ("after", True)])
def test_a_connection_is_cut_before_or_after_the_effect(api: Api, drop: str, exists: bool) -> None:
    api.emulator.fault(operation="addDepartment", drop=drop)
    with pytest.raises(httpx.RemoteProtocolError):
        api.post("/departments", {"name": "Sales"})
    answer = api.get("/departments/checkExists", departmentName="Sales").json()
    assert answer == {"isDepartmentNameExist": exists}


def test_a_fault_hits_the_nth_call_and_as_many_as_asked(api: Api) -> None:
    api.emulator.fault(path="/myinfo$", method="GET", nth=2, count=2, status=503, body={})
    assert [api.get("/myinfo").status_code for _ in range(4)] == [200, 503, 503, 200]


def test_a_fault_can_be_for_one_organisation(api: Api, connect: Any) -> None:
    api.emulator.fault(organization="sandbox", count=None, status=503, body={})
    assert api.get("/myinfo").status_code == 200
    assert connect("sandbox").get("/myinfo").status_code == 503


def test_a_fault_can_hit_the_token_endpoint(emulator: Emulator) -> None:
    emulator.fault(path="^/oauth/", status=503, html="<html></html>")
    with httpx.Client(verify=False) as client:
        assert client.post(f"{emulator.url}/oauth/v2/token").status_code == 503


def test_a_fault_of_the_accounts_server_can_be_for_one_organisation(emulator: Emulator) -> None:
    emulator.fault(operation="/oauth/v2/token", organization="sandbox", count=None, status=503, body={})
    with httpx.Client(verify=False) as client:
        for name, status in (("PROD", 200), ("SANDBOX", 503)):
            env = {key: emulator.env()[f"ZOHODESK_{name}_{key.upper()}"] for key in ("client_id", "client_secret")}
            form = {**env, "refresh_token": emulator.env()[f"ZOHODESK_{name}_REFRESH_TOKEN"]}
            form["grant_type"] = "refresh_token"
            assert client.post(f"{emulator.url}/oauth/v2/token", data=form).status_code == status
            entry = emulator.log()[-1]
            assert (entry["operation"], entry["organization"]) == ("/oauth/v2/token", name.lower())


def test_the_log_knows_whose_call_a_fault_stopped(api: Api) -> None:
    for fault in ({"status": 503, "body": {}}, {"drop": "before"}):
        api.emulator.fault(operation="getMyInfo", **fault)
        if "status" in fault:
            api.get("/myinfo")
        else:
            with pytest.raises(httpx.RemoteProtocolError):
                api.get("/myinfo")
        entry = api.emulator.log()[-1]
        assert (entry["operation"], entry["organization"], entry["token"]) == (
            "getMyInfo",
            "prod",
            "prod:administrator*",
        )


def test_a_fault_can_drop_a_row_from_a_page(api: Api) -> None:
    api.department()
    api.emulator.fault(operation="getDepartments", drop_row=0)
    assert [len(api.get("/departments").json()["data"]) for _ in range(2)] == [1, 2]


@pytest.mark.parametrize(("cut", "rest"), [(9, b'{"data":['), (0, b"")])
def test_a_fault_can_cut_an_answer_off(api: Api, cut: int, rest: bytes) -> None:
    api.emulator.fault(operation="getDepartments", cut=cut)
    answer = api.get("/departments")
    assert (answer.status_code, answer.content) == (200, rest)
    assert "json" in answer.headers["Content-Type"]
    assert api.get("/departments").json()["data"]


def test_a_fault_can_move_the_clock_and_really_wait(api: Api) -> None:
    api.emulator.fault(path="/myinfo", clock=7200, delay_ms=50)
    start = time.monotonic()
    assert code(api.get("/myinfo")) == (401, "INVALID_OAUTH")
    assert time.monotonic() - start >= 0.05


def test_a_fault_can_wait_between_the_effect_and_the_answer(api: Api) -> None:
    """So a client can be killed exactly before a write has its effect, or after it."""
    api.emulator.fault(operation="addDepartment", delay_ms=400, drop="before")
    api.emulator.fault(operation="addDepartment", delay_ms=400, after=True, nth=2)
    with ThreadPoolExecutor(1) as pool:
        for sent, made in (("Never", False), ("Made", True)):
            asked = pool.submit(api.post, "/departments", {"name": sent})
            time.sleep(0.2)
            assert not asked.done()
            names = {row["name"] for row in api.emulator.state("prod")["departments"]}
            assert (sent in names) is made
            if made:
                assert asked.result().status_code == 200
            else:
                with pytest.raises(httpx.RemoteProtocolError):
                    asked.result()


def test_a_fault_with_an_unknown_key_is_refused(emulator: Emulator) -> None:
    with pytest.raises(ValueError, match="banana"):
        emulator.fault(banana=1)


def test_the_log_tells_what_was_called(api: Api) -> None:
    api.get("/departments", limit=5)
    (entry,) = api.emulator.log()
    assert entry == {
        "n": 1,
        "time": "2026-01-05T08:00:00.000Z",
        "method": "GET",
        "path": "/api/v1/departments",
        "query": {"limit": "5"},
        "operation": "getDepartments",
        "status": 200,
        "credits": 3,
        "organization": "prod",
        "token": "prod:administrator*",
    }


def test_the_log_is_read_from_a_number_on_and_cleared(api: Api) -> None:
    for _ in range(3):
        api.get("/myinfo")
    assert [entry["n"] for entry in _control(api.emulator, "GET", "log?since=1").json()] == [2, 3]
    _control(api.emulator, "DELETE", "log")
    assert api.emulator.log() == []


def test_controls_are_not_in_the_log(emulator: Emulator) -> None:
    _control(emulator, "GET", "state?organization=prod")
    assert emulator.log() == []


def test_the_control_path_does_what_the_methods_do(emulator: Emulator) -> None:
    assert _control(emulator, "POST", "seed", {"prod": {"departments": [{"name": "Sales"}]}}).status_code == 200
    edit = {"organization": "prod", "kind": "departments", "action": "update", "key": {"name": "Sales"}}
    assert _control(emulator, "POST", "edit", {**edit, "values": {"name": "Shop"}}).json()["name"] == "Shop"
    assert _control(emulator, "POST", "clock", {"advance": 60}).json() == {"time": "2026-01-05T08:01:00.000Z"}
    assert _control(emulator, "POST", "switches", {"thin_lists": True}).json()["thin_lists"] is True
    assert _control(emulator, "POST", "faults", {"path": "x", "status": 500}).json() == {}
    assert _control(emulator, "DELETE", "faults").json() == {}
    names = {row["name"] for row in _control(emulator, "GET", "state").json()["prod"]["departments"]}
    assert "Shop" in names
    assert _control(emulator, "POST", "reset").json() == {}
    assert len(emulator.state("prod")["departments"]) == 1


def test_the_control_path_hands_out_tokens_with_fewer_scopes(emulator: Emulator) -> None:
    body = {"organization": "sandbox", "scopes": ["Desk.basic.READ"]}
    answer = _control(emulator, "POST", "tokens", body).json()
    assert answer["org_id"] == emulator.env()["ZOHODESK_SANDBOX_ORG_ID"]
    assert {"refresh_token", "access_token", "client_id", "client_secret"} <= answer.keys()


@pytest.mark.parametrize(
    ("method", "name", "body", "status"),
    [
        ("GET", "bananas", None, 404),
        ("POST", "seed", {"other": {}}, 400),
        ("POST", "edit", {"organization": "prod"}, 400),
        ("POST", "tokens", {"banana": 1}, 400),
        ("POST", "switches", {"banana": 1}, 400),
    ],
)
def test_the_control_path_refuses_what_it_cannot_do(
    emulator: Emulator, method: str, name: str, body: Any, status: int
) -> None:
    answer = _control(emulator, method, name, body)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_the_environment_names_both_organisations(emulator: Emulator) -> None:
    env = emulator.env("sandbox")
    names = ("CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN", "ORG_ID", "API_URL", "ACCOUNTS_URL")
    assert set(env) == {f"ZOHODESK_{part}{name}" for part in ("", "PROD_", "SANDBOX_") for name in names}
    assert env["ZOHODESK_ORG_ID"] == env["ZOHODESK_SANDBOX_ORG_ID"] != env["ZOHODESK_PROD_ORG_ID"]


def test_scopes_of_a_token_may_be_joined_as_consent_pages_take_them(connect: Any) -> None:
    """Not letter by letter, which would be a token that may do nothing."""
    api = connect(scopes="Desk.basic.READ,Desk.tickets.READ")
    assert [api.get(path).status_code for path in ("/organizations", "/tickets")] == [200, 200]
    assert code(api.post("/departments", {"name": "Sales"})) == (403, "SCOPE_MISMATCH")
