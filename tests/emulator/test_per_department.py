"""Kinds of which a department has one object, and support plans."""

from __future__ import annotations

from typing import Any

import pytest

from .calls import HOURS, support_plan
from .conftest import Api, code, errors


def _routing(api: Api, **changes: Any) -> Any:
    body = {"departmentId": api.default_department(), **changes}
    return api.patch("/routingPreferences", body)


def test_every_department_has_one_of_each(api: Api) -> None:
    for department in (api.default_department(), api.department("Sales")["id"]):
        for path in ("/routingPreferences", "/skillConfiguration"):
            assert api.get(path, departmentId=department).json()["departmentId"] == department
    assert errors(api.get("/skillConfiguration", departmentId="1")) == {("/departmentId", "invalid")}
    with pytest.raises(ValueError, match="has one record of routingPreferences"):
        api.emulator.edit("prod", "routingPreferences", "create", values={})


def test_routing_is_set_in_part_and_numbers_are_text(api: Api) -> None:
    agent = api.agent()["id"]
    answer = _routing(
        api,
        isThresholdEnabled=True,
        thresholdLimit=7,
        customThresholdVsAgents=[{"agentIds": [agent], "customThreshold": 3}],
    ).json()
    assert (answer["thresholdLimit"], "customThresholdVsAgents" in answer) == ("7", False)
    found = api.get("/routingPreferences", departmentId=api.default_department()).json()
    assert [one["agents"][0]["id"] for one in found["customThresholdVsAgents"]] == [agent]
    api.emulator.edit("prod", "agents", "delete", id=agent)
    found = api.get("/routingPreferences", departmentId=api.default_department()).json()
    assert found["customThresholdVsAgents"][0]["agents"] == []


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"thresholdLimit": 7}, "/thresholdLimit"),
        ({"thresholdLimit": "501", "isThresholdEnabled": True}, "/thresholdLimit"),
        ({"backLogLimit": 51}, "/backLogLimit"),
        (
            {"customThresholdVsAgents": [{"agentIds": ["1"], "customThreshold": 3}]},
            "/customThresholdVsAgents/0/agentIds/0",
        ),
    ],
)
def test_routing_out_of_bounds_is_refused(api: Api, changes: dict[str, Any], pointer: str) -> None:
    assert errors(_routing(api, **changes)) == {(pointer, "invalid")}


def test_a_plan_needs_an_sla_of_its_department_and_credits_unless_unlimited(api: Api) -> None:
    home, sales = api.default_department(), api.department("Sales")["id"]
    api.emulator.seed({"prod": {"slas": [{"name": "Gold", "department": "Sales"}]}})
    (sla,) = (row["id"] for row in api.emulator.state("prod")["slas"])
    assert errors(api.post("/supportPlans", support_plan(home, sla))) == {("/slaId", "invalid")}
    bare = support_plan(sales, sla, more={"supportType": "TICKETS"})
    assert errors(api.post("/supportPlans", bare)) == {("/creditDetails", "missing")}
    made = api.made("/supportPlans", support_plan(sales, sla, more=HOURS))
    shown = [made[name]["name"] for name in ("sla", "department", "createdBy")]
    assert shown == ["Gold", "Sales", "Ada Admin"]
    too_many = {"creditDetails": {**HOURS["creditDetails"], "creditLimit": "1000001"}}  # type: ignore[dict-item]
    path = f"/supportPlans/{made['id']}"
    assert errors(api.patch(path, too_many)) == {("/creditDetails/creditLimit", "invalid")}
    assert api.delete(path).status_code == 204
    assert code(api.get(path)) == (404, "URL_NOT_FOUND")
