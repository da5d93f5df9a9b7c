"""Values that controls do not take: refused with a sentence, and without having changed anything."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pulumi_zohodesk.emulator import Emulator

from .conftest import Api

DEEP = "[" * 100_000
MEDIA = {"content-type": "application/json"}
AGENT = {"lastName": "Lee"}
SEEDS: tuple[Any, ...] = (
    [],
    {"departments": {"name": "x"}},
    {"departments": ["x"]},
    {"departments": [{"name": 5}]},
    {"departments": [{"nmae": "Sales"}]},
    {"departments": [{"name": "Good"}, {}]},
    {"departments": [{"name": "Good"}], "skills": [{"name": "x", "skillType": "none"}]},
    {"departments": [{"name": "Good"}], "limits": {"credits": "many"}},
    {"agents": [{**AGENT, "emailId": None}]},
    {"agents": [{**AGENT, "emailId": "a@example.com", "departments": "Example Prod"}]},
    {"skills": [{"name": "x"}]},
    {"tickets": [{"status": None}]},
    {"edition": "BANANA"},
    {"organization": {"edition": "BANANA"}},
    {"limits": {"credits": -1}},
    {"limits": {"credits": True}},
    {"limits": {"bananas": 1}},
    {"generate": {"agents": "x"}},
    {"generate": {"agents": -1}},
    {"generate": {"agnets": 5}},
    {"criteriaFields": {"bananas": ["x"]}},
    {"criteriaFields": {"tickets": "Moon"}},
    {"sharing": {"tickets": "open"}},
)
SWITCHES: tuple[dict[str, Any], ...] = (
    {"thin_lists": "false"},
    {"thin_lists": 1},
    {"first_index": "two"},
    {"first_index": 1},
    {"first_index": {"getAgents": "two"}},
    {"first_index": {"getAgent": "zero"}},
    {"wrong_dc": "banana"},
    {"latency_ms": "x"},
    {"latency_ms": -1},
    {"throttle_status": 700},
    {"live_tokens": 0},
    {"unknown_fields_status": 404},
    {"epoch_times": True, "banana": 1},
    {"epoch_times": True, "first_index": "two"},
)
FAULTS: tuple[Any, ...] = (
    {"path": "("},
    {"path": 5},
    {"nth": "1"},
    {"nth": 0},
    {"count": 0},
    {"status": "500"},
    {"status": 99},
    {"status": True},
    {"headers": ["x"]},
    {"headers": {"x": "a\r\nb"}},
    {"drop": "sideways"},
    {"drop_row": -1},
    {"cut": -1},
    {"delay_ms": -5},
    {"after": "yes"},
    {"clock": "x"},
    {"html": 5},
    {"method": "get"},
    {"operation": "getDepartmnets"},
    {"organization": "prd"},
    [{"status": 500}, {"banana": 1}],
    "x",
    5,
)
DEPARTMENT = {"organization": "prod", "kind": "departments"}
OTHERS: tuple[tuple[str, Any], ...] = (
    ("seed", [1]),
    ("seed", "deep"),
    ("seed", {"other": {}}),
    ("clock", {}),
    ("clock", {"advance": "x"}),
    ("clock", {"advance": -1e12}),
    ("clock", {"advance": 1e300}),
    ("clock", {"advance": 1, "banana": 1}),
    ("tokens", [1]),
    ("tokens", {}),
    ("tokens", {"organization": 5}),
    ("tokens", {"organization": "prod", "scopes": 5}),
    ("tokens", {"organization": "prod", "scopes": ["Desk.bsaic.READ"]}),
    ("tokens", {"organization": "prod", "agent": 5}),
    ("codes", {"organization": "prod", "lifetime": "x"}),
    ("redirects", {"uri": 5}),
    ("redirects", {"uri": "javascript:alert(1)"}),
    ("permissions", {"organization": "prod", "profile": "Agent", "permission": "tickets.view", "allowed": "no"}),
    ("sharing", {"organization": "prod", "module": ["tickets"], "level": "public"}),
    ("agents", {"organization": "prod", "email": 5}),
    ("agents", {"organization": "prod", "email": "q@example.com", "permissions": "tickets.view"}),
    ("agents", {"organization": "prod", "email": "q@example.com", "permissions": ["tickets.fly"]}),
    ("edit", [1]),
    ("edit", {**DEPARTMENT, "action": "explode", "key": {"isDefault": True}}),
    ("edit", {**DEPARTMENT, "action": "create", "values": ["x"]}),
    ("edit", {**DEPARTMENT, "action": "update", "key": ["x"]}),
    ("edit", {**DEPARTMENT, "action": "update", "key": {"isDefault": True}, "values": {"name": None}}),
    ("edit", {**DEPARTMENT, "action": "update", "key": {"isDefault": True}, "values": {"id": "5"}}),
    ("edit", {**DEPARTMENT, "action": "update", "key": {"isDefault": True}, "values": {"colour": "red"}}),
    ("edit", {"organization": "prod", "kind": "organizations", "action": "delete", "key": {}}),
    ("edit", {"organization": "prod", "kind": "dataSharingRules", "action": "delete", "key": {}}),
    ("switches", [1]),
)


def _refused(api: Api, name: str, body: Any) -> str:
    """The sentence that refuses the call, after which everything is as it was and works."""
    emulator = api.emulator
    before = json.dumps([emulator.state(one) for one in ("prod", "sandbox")] + [emulator.switch(), emulator.advance(0)])
    content = DEEP.encode() if body == "deep" else json.dumps(body).encode()
    answer = api.client.post(f"{emulator.url}/_emulator/{name}", content=content, headers=MEDIA)
    assert answer.status_code == 400, answer.text
    after = json.dumps([emulator.state(one) for one in ("prod", "sandbox")] + [emulator.switch(), emulator.advance(0)])
    assert after == before
    assert api.get("/departments").status_code == 200
    said: str = answer.json()["error"]
    assert said.endswith(".")
    assert "Error" not in said
    return said


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_a_seed_is_applied_whole_or_not_at_all(api: Api, seed: Any) -> None:
    _refused(api, "seed", {"sandbox": {"departments": [{"name": "Good"}]}, "prod": seed})


@pytest.mark.parametrize("switches", SWITCHES, ids=str)
def test_switches_take_only_their_own_values(api: Api, switches: dict[str, Any]) -> None:
    _refused(api, "switches", switches)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_faults_take_only_what_can_strike(api: Api, fault: Any) -> None:
    _refused(api, "faults", fault)


@pytest.mark.parametrize(("name", "body"), OTHERS, ids=str)
def test_every_other_control_refuses_what_it_cannot_use(api: Api, name: str, body: Any) -> None:
    _refused(api, name, body)


def test_numbers_of_another_kind_are_refused(api: Api) -> None:
    with pytest.raises(ValueError, match="seconds"):
        api.emulator.advance(float("nan"))
    url = f"{api.emulator.url}/_emulator/clock"
    assert api.client.post(url, content=b'{"advance":NaN}', headers=MEDIA).status_code == 400


def test_a_refusal_says_what_can_be_given(api: Api) -> None:
    assert "emailId" in _refused(api, "seed", {"prod": {"agents": [{"mail": "a@example.com"}]}})
    assert "sandbox" in _refused(api, "faults", {"organization": "prd"})
    assert "html404" in _refused(api, "switches", {"wrong_dc": "banana"})
    assert "scopes" in _refused(api, "tokens", {"banana": 1})


def test_ids_go_on_as_if_a_seed_that_failed_had_not_been(emulator: Emulator) -> None:
    def made() -> list[str]:
        return emulator.seed({"prod": {"departments": [{"name": "Sales"}]}})["prod"]["departments"]

    first = made()
    emulator.reset()
    with pytest.raises(ValueError, match="needs name"):
        emulator.seed({"prod": {"departments": [{"name": "Good"}, {}]}})
    assert made() == first


def test_what_an_emulator_began_with_survives_a_reset(emulator: Emulator) -> None:
    with Emulator(seed=3) as own:
        own.begin_with({"prod": {"departments": [{"name": "Sales"}]}})
        before = own.state("prod")
        own.edit("prod", "departments", "update", key={"name": "Sales"}, values={"name": "Shop"})
        own.reset()
        assert own.state("prod") == before
