"""The three layers over every operation: scope first, then the profile's permission, then data sharing."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from pulumi_zohodesk.emulator import Emulator

from .calls import GOOD, World
from .conftest import Api, code
from .test_contract import ROWS, SUPPORTED

OPEN = (
    "getOrganizations getAccessibleOrganizationsForUser getOrganization getMyInfo getMyProfile getMyDepartments"
    " getViews listTicketTags searchTags featureInfo planinfo"
)
"""What needs no permission."""
PERMISSION = {
    name: needed
    for name in SUPPORTED
    for kind in [ROWS[name][0]]
    if (needed := kind.permissions.get(name, kind.permission))
}
"""What the emulator's kinds say of themselves."""
RECORDS = sorted(name for name, permission in PERMISSION.items() if not permission.startswith("setup."))
MODULES = ("accounts", "contacts", "products", "tickets")
SETTINGS = sorted(name for name, permission in PERMISSION.items() if permission.startswith("setup."))
FORBIDDEN = (403, "FORBIDDEN")


def _as(connect: Any, emulator: Emulator, permissions: list[str], scopes: list[str] | None = None) -> Api:
    """A client of an agent that may do just that, in every department."""
    emulator.agent("prod", "bea@example.com", permissions=permissions)
    client: Api = connect(agent="bea@example.com", scopes=scopes)
    return client


def _share(emulator: Emulator, level: str) -> None:
    for module in MODULES:
        emulator.sharing("prod", module, level)


def _kind(operation: str) -> str:
    """What the third layer is about: ``list``, ``read``, ``write`` or ``create``."""
    row = ROWS[operation][1]
    if row["method"] == "GET":
        return "read" if row["path"].endswith("Id}") else "list"
    return "create" if operation.startswith("create") else "write"


def _outcome(answer: httpx.Response) -> str:
    if answer.status_code == 403:
        assert code(answer) == FORBIDDEN
        return "refused"
    assert 200 <= answer.status_code < 300, answer.text
    return "nothing" if answer.status_code == 204 or answer.content == b'{"data":[]}' else "done"


def _call(operation: str, client: Api, world: World) -> httpx.Response:
    return GOOD[operation](client, world)


def test_nothing_else_is_open_to_everybody() -> None:
    assert sorted([*PERMISSION, *OPEN.split()]) == SUPPORTED


def test_a_record_needs_the_permission_of_its_module_for_what_is_done_to_it() -> None:
    verbs = {"get": "view", "create": "create", "update": "edit", "move": "edit", "delete": "delete"}
    done = {name: verbs[next(verb for verb in verbs if name.startswith(verb))] for name in RECORDS}
    assert {name: PERMISSION[name] for name in RECORDS} == {
        name: f"{ROWS[name][0].name}.{verb}" for name, verb in done.items()
    }


@pytest.mark.parametrize("operation", SUPPORTED)
def test_scope_comes_first(operation: str, api: Api, connect: Any) -> None:
    world = World(api)
    client = _as(connect, api.emulator, [], scopes=["Desk.articles.ALL"])
    assert code(_call(operation, client, world)) == (403, "SCOPE_MISMATCH")


@pytest.mark.parametrize("operation", sorted(PERMISSION))
def test_then_the_profile(operation: str, api: Api, connect: Any) -> None:
    world = World(api)
    client = _as(connect, api.emulator, [], scopes=ROWS[operation][1]["scopes"])
    assert code(_call(operation, client, world)) == FORBIDDEN


@pytest.mark.parametrize("operation", SUPPORTED)
def test_the_one_permission_is_enough(operation: str, api: Api, connect: Any) -> None:
    world = World(api)
    _share(api.emulator, "public")
    client = _as(connect, api.emulator, [PERMISSION[operation]] if operation in PERMISSION else [])
    answer = _call(operation, client, world)
    assert 200 <= answer.status_code < 300, answer.text


@pytest.mark.parametrize("operation", SETTINGS)
def test_reading_settings_can_be_opened_to_everybody(operation: str, api: Api, connect: Any) -> None:
    api.emulator.switch(reading_needs_permission=False)
    world = World(api)
    answer = _call(operation, _as(connect, api.emulator, []), world)
    assert (answer.status_code == 403) == (ROWS[operation][1]["method"] != "GET")


def test_one_permission_can_be_taken_and_given_back(api: Api, emulator: Emulator) -> None:
    emulator.permit("prod", "Support Administrator", "setup.department", False)
    assert code(api.get("/departments")) == FORBIDDEN
    assert api.get("/agents").status_code == 200
    emulator.permit("prod", "Support Administrator", "setup.department")
    assert api.get("/departments").status_code == 200


def test_an_agent_can_be_asked_for_by_its_profile(emulator: Emulator, connect: Any) -> None:
    ann = emulator.agent("prod", "ann@example.com", profile="Supervisor")
    assert connect(agent="ann@example.com").get("/myProfile").json()["name"] == "Supervisor"
    again = emulator.agent("prod", "ann@example.com", permissions=["setup.department"], departments=[])
    assert (again["id"], again["associatedDepartmentIds"]) == (ann["id"], [])
    mine = connect(agent="ann@example.com").get("/myProfile").json()["permissions"]
    granted = [f"{group}.{flag}" for group, flags in mine.items() for flag, allowed in flags.items() if allowed]
    assert granted == ["setup.department"]


def test_what_no_profile_or_module_has_is_refused(emulator: Emulator) -> None:
    with pytest.raises(ValueError, match=r"no permission named setup\.banana"):
        emulator.permit("prod", "Agent", "setup.banana")
    with pytest.raises(ValueError, match="There are 0 profiles"):
        emulator.permit("prod", "Banana", "setup.department")
    with pytest.raises(ValueError, match="no module named bananas"):
        emulator.sharing("prod", "bananas", "public")
    with pytest.raises(ValueError, match="no level of data sharing named open"):
        emulator.seed({"prod": {"sharing": {"tickets": "open"}}})


def test_the_same_over_http(api: Api, emulator: Emulator, connect: Any) -> None:
    with httpx.Client(base_url=f"{emulator.url}/_emulator", verify=False) as control:
        body = {"organization": "prod", "email": "ann@example.com", "permissions": []}
        assert control.post("/agents", json=body).json()["rolePermissionType"] == "Custom"
        flag = {"organization": "prod", "profile": "Profile of ann@example.com", "permission": "setup.department"}
        assert control.post("/permissions", json=flag).status_code == 200
        level = {"organization": "prod", "module": "tickets", "level": "public"}
        assert control.post("/sharing", json=level).json()["tickets"] == "public"
    assert connect(agent="ann@example.com").get("/departments").status_code == 200
    assert api.get("/dataSharingRules").json()["tickets"] == "public"


OTHERS = {
    "private": {"list": {"nothing"}, "read": {"refused"}, "write": {"refused"}, "create": {"refused"}},
    "public read only": {"list": {"done"}, "read": {"done"}, "write": {"refused"}, "create": {"refused"}},
    "public": {"list": {"done"}, "read": {"done"}, "write": {"done", "nothing"}, "create": {"done"}},
}
"""Level and kind of operation to what becomes of it, on records of others."""


@pytest.mark.parametrize("level", OTHERS)
@pytest.mark.parametrize("operation", RECORDS)
def test_data_sharing_comes_last(operation: str, level: str, api: Api, connect: Any) -> None:
    world = World(api)
    _share(api.emulator, level)
    client = _as(connect, api.emulator, [PERMISSION[operation]])
    assert _outcome(_call(operation, client, world)) in OTHERS[level][_kind(operation)]


@pytest.mark.parametrize("operation", [name for name in RECORDS if _kind(name) != "create"])
def test_what_is_ones_own_is_never_kept_away(operation: str, api: Api, connect: Any) -> None:
    world = World(api)
    client = _as(connect, api.emulator, [PERMISSION[operation]])
    bea = client.get("/myinfo").json()["id"]
    own = {"accounts": world.account, "contacts": world.contact, "products": world.product, "tickets": world.ticket}
    for kind, record in own.items():
        field = "assigneeId" if kind == "tickets" else "ownerId"
        api.emulator.edit("prod", kind, "update", id=record, values={field: bea})
    answer = _call(operation, client, world)
    assert 200 <= answer.status_code < 300, answer.text
    if _kind(operation) == "list":
        assert len(answer.json()["data"]) == 1


@pytest.mark.parametrize("operation", RECORDS)
def test_data_sharing_leaves_administrators_alone(operation: str, api: Api, emulator: Emulator, connect: Any) -> None:
    world = World(api)
    emulator.agent("prod", "eve@example.com", profile="Support Administrator")
    emulator.edit("prod", "agents", "update", key={"emailId": "eve@example.com"}, values={"role": "Support Agent"})
    assert _outcome(_call(operation, connect(agent="eve@example.com"), world)) != "refused"


@pytest.mark.parametrize("operation", [name for name in RECORDS if _kind(name) == "create"])
def test_creating_where_records_are_private_can_be_allowed(operation: str, api: Api, connect: Any) -> None:
    api.emulator.switch(create_needs_public=False)
    world = World(api)
    assert _outcome(_call(operation, _as(connect, api.emulator, [PERMISSION[operation]]), world)) == "done"


@pytest.mark.parametrize("operation", [name for name in RECORDS if PERMISSION[name].startswith("tickets.")])
def test_tickets_of_other_departments_are_out_of_reach(operation: str, api: Api, connect: Any) -> None:
    world = World(api)
    _share(api.emulator, "public")
    _as(connect, api.emulator, [PERMISSION[operation]])
    api.emulator.agent("prod", "bea@example.com", departments=["Sales"], profile="Profile of bea@example.com")
    outcome = _outcome(_call(operation, connect(agent="bea@example.com"), world))
    filtered = _kind(operation) == "list" and operation != "getAssociatedTickets"
    assert outcome == ("nothing" if filtered else "refused")
