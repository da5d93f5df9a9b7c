"""What a user gets wrong is said in one sentence, before or instead of doing harm, and the next run continues."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import check
from pulumi_zohodesk.kinds import kind_named

from .bad_day import desk_of, everything_once, fails
from .help_desk import CONDITIONS, PROGRAM, Declared, HelpDesk, agent, skill
from .stack import Stack

pytestmark = pytest.mark.xdist_group("input")  # one desk for all

UP = ("up", "--yes", "--skip-preview")
ID = "716428935000300001"
NOWHERE = "http://127.0.0.1:9"


@dataclass
class BadDesk(HelpDesk):
    """A help desk that grows from test to test: each gets something wrong, mends it, and the run continues."""

    things: Declared = field(default_factory=dict)

    def with_things(self, things: Declared) -> BadDesk:
        self.things = things
        self.stack = self.declare(things).stack
        return self

    def fails(self, **variables: str) -> str:
        """An `up` that must fail and leave the state as it was."""
        before = self.ids()
        said = fails(self.stack, *UP, **variables)
        assert self.ids() == before
        return said

    def continues(self) -> None:
        self.stack.up()
        assert set(self.ids()) == set(self.things)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BadDesk]:
    with Emulator() as emulator:
        stack = Stack(PROGRAM, tmp_path_factory.mktemp("input"), emulator.env(), f"input-{os.getpid()}").init()
        desk = BadDesk(stack, emulator).with_things(desk_of(homes=2, people=2, types=1, skills=1))
        desk.stack.up()
        yield desk
        desk.continues()
        others = sum(row["name"] == "Taken already" for row in emulator.state("prod")["departments"])
        everything_once(desk, desk.things, others)


@pytest.fixture
def one_more(desk: BadDesk) -> BadDesk:
    """The desk with one more department to create, maybe for several tests: what they get wrong leaves it so."""
    if set(desk.ids()) < set(desk.things):
        return desk
    number = len(desk.things)
    return desk.with_things({**desk.things, f"more{number}": {"kind": "Department", "name": f"More {number}"}})


@pytest.fixture
def mended(desk: BadDesk) -> None:
    """Nothing is left to create."""
    if set(desk.ids()) < set(desk.things):
        desk.continues()


# In preview, per kind


def department(**more: Any) -> dict[str, Any]:
    return {"kind": "Department", "name": "Billing", **more}


def person(**more: Any) -> dict[str, Any]:
    return {**agent(1), "associated_department_ids": [ID], **more}


def skill_type(**more: Any) -> dict[str, Any]:
    return {"kind": "SkillType", "department_id": ID, "name": "Languages", **more}


def ability(**more: Any) -> dict[str, Any]:
    return {**skill(ID, "French"), **more}


TABLE: list[tuple[dict[str, Any], dict[str, str]]] = [
    (
        department(name=None, name_in_customer_portal="<b>", description="x" * 501, is_enabled="yes"),
        {
            "name": "Department needs name (text); it is missing.",
            "name_in_customer_portal": "The name_in_customer_portal of the department holds < >, which Zoho Desk "
            "refuses here; allowed are letters, digits, spaces and",
            "description": "The description of the department is 501 characters long, Zoho Desk takes at most 500.",
            "is_enabled": "The is_enabled of the department must be True or False, not 'yes'.",
        },
    ),
    (
        department(name="", agent_successor_id="Support"),
        {
            "name": "The name of the department must not be empty: Zoho Desk refuses an empty value here.",
            "agent_successor_id": "The agent_successor_id of the department is 'Support', but an id of Zoho Desk has "
            "digits only.",
        },
    ),
    (
        person(last_name=None, first_name="x" * 51, email_id="nobody", about_info="a\\b", associated_department_ids=[]),
        {
            "last_name": "Agent needs last_name (text); it is missing.",
            "first_name": "The first_name of the agent is 51 characters long, Zoho Desk takes at most 50.",
            "email_id": "The email_id of the agent is not an e-mail address such as jo@example.com.",
            "about_info": "The about_info of the agent holds \\, which Zoho Desk refuses here; allowed are letters,",
            "associated_department_ids": "The associated_department_ids of the agent",
        },
    ),
    (
        person(email_id=None, status="SLEEPING", role_permission_type="Boss", associated_department_ids=["Support"]),
        {
            "email_id": "Agent needs email_id (text); it is missing.",
            "status": "The status of the agent is 'SLEEPING', which is none of ACTIVE, DISABLED.",
            "role_permission_type": "The role_permission_type of the agent is 'Boss', which is none of AgentPublic, ",
            "associated_department_ids": "The associated_department_ids[0] of the agent is 'Support', but an id",
        },
    ),
    (
        person(role_id=ID, profile_id=ID),
        {
            "profile_id": "An agent with role_permission_type AgentPublic may have role_id or profile_id, not both; "
            "only Custom may."
        },
    ),
    (
        person(role_permission_type="Custom", role_id=ID),
        {
            "role_permission_type": "An agent with role_permission_type Custom needs role_id and profile_id; "
            "profile_id is missing."
        },
    ),
    (
        skill_type(department_id="Support", name="x" * 51),
        {
            "department_id": "The department_id of the skill type is 'Support', but an id of Zoho Desk has ",
            "name": "The name of the skill type is 51 characters long, Zoho Desk takes at most 50.",
        },
    ),
    (
        skill_type(department_id=None, name="a;b"),
        {
            "department_id": "SkillType needs department_id (an id (digits)); it is missing.",
            "name": "The name of the skill type holds ;, which Zoho Desk refuses here; allowed are letters,",
        },
    ),
    (
        ability(name="x" * 51, status="ON", criteria={"fieldConditions": [], "pattern": "1"}, agent_ids=["Jo"]),
        {
            "name": "The name of the skill is 51 characters long, Zoho Desk takes at most 50.",
            "status": "The status of the skill is 'ON', which is none of ACTIVE, INACTIVE.",
            "criteria": "The criteria.field_conditions of the skill must have at least 1 element.",
            "agent_ids": "The agent_ids[0] of the skill is 'Jo', but an id",
        },
    ),
    (
        ability(status=None, description="{}", criteria={"fieldConditions": CONDITIONS[:1], "pattern": "1and2"}),
        {
            "status": "Skill needs status (one word of a list); it is missing.",
            "description": "The description of the skill holds { }, which Zoho Desk refuses here; allowed are letters,",
            "criteria": "The criteria.pattern of the skill names condition 2, but the last one is 1.",
        },
    ),
    (
        ability(name=None, skill_type_id=None, criteria=None),
        {
            "name": "Skill needs name (text); it is missing.",
            "skill_type_id": "Skill needs skill_type_id (an id (digits)); it is missing.",
            "criteria": "Skill needs criteria (a typed value); it is missing.",
        },
    ),
]


@pytest.mark.parametrize(("thing", "expected"), TABLE)
def test_a_check_says_what_is_wrong_with_each_field(thing, expected):
    """Without the engine, which shows each as the next test sees it."""
    kind = kind_named(thing["kind"])
    given = {kind.by_snake[snake].wire: value for snake, value in thing.items() if snake != "kind"}
    found = {one.argument: one.reason for one in check(kind, {}, given).problems}
    assert set(found) == set(expected)
    assert all(found[argument].startswith(sentence) for argument, sentence in expected.items()), found
    assert all(reason.endswith(".") for reason in found.values())


def test_a_preview_says_what_is_wrong_with_each_field(desk):
    thing, expected = TABLE[0]
    desk.emulator.clear_log()
    said = fails(desk.declare({"it": thing}).stack, "preview")
    lines = [line for line in said.splitlines() if line.startswith("    error: ")]
    for argument, sentence in expected.items():
        value = thing.get(argument)
        clause = f"property {argument} " if value is None else f"property {argument} value "
        clause = "" if len(str(value)) > 500 else clause  # a long value would stand before the sentence
        (mine,) = (line for line in lines if clause in line and f"has a problem: {sentence}" in line)
        assert mine.endswith("."), mine
    assert len(lines) == len(expected), said
    assert desk.emulator.log() == []


MATRIX = pytest.mark.matrix


def test_a_preview_refuses_two_resources_for_one_object(desk):
    """Those of every kind are in tests/dynamic/test_holders.py."""
    thing = department()
    desk.emulator.clear_log()
    said = fails(desk.declare({"it": thing, "also": thing}).stack, "preview")
    assert re.search(r"(it and also|also and it) are one .* Declare it once\.", said)
    assert desk.emulator.log() == []


# At run time: the connection


def test_all_missing_variables_are_named_at_once(one_more):
    names = ("ZOHODESK_ORG_ID", "ZOHODESK_CLIENT_ID", "ZOHODESK_CLIENT_SECRET", "ZOHODESK_REFRESH_TOKEN")
    said = one_more.fails(**dict.fromkeys(names, ""))
    assert f"these environment variables are not set: {', '.join(names)}." in said
    one_more.continues()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("orgId", "60012345"),
        pytest.param("dc", "eu", marks=MATRIX),
        pytest.param("apiUrl", "https://desk.example.com", marks=MATRIX),
    ],
)
def test_an_identity_given_twice_and_not_alike_names_both_places(one_more, key, value):
    variable = {"orgId": "ZOHODESK_ORG_ID", "dc": "ZOHODESK_DC", "apiUrl": "ZOHODESK_API_URL"}[key]
    given = {**one_more.stack.variables, "ZOHODESK_DC": "us"}[variable]
    one_more.stack.config(f"zohodesk:{key}", value)
    said = one_more.fails(ZOHODESK_DC="us")
    assert f'{variable} says "{given}" and zohodesk:{key} in the stack configuration says "{value}"' in said
    assert "these must agree. Nothing is sent anywhere until they do" in said
    one_more.stack.run("config", "rm", f"zohodesk:{key}")


@pytest.mark.parametrize(
    ("key", "flags"),
    [pytest.param("clientSecret", ["--plaintext"], marks=MATRIX), ("refreshToken", ["--secret"])],
)
def test_a_secret_in_the_stack_configuration_is_refused_with_the_alternative(one_more, key, flags):
    one_more.stack.run("config", "set", f"zohodesk:{key}", "hunter2-hunter2", *flags)
    said = one_more.fails()
    assert f"zohodesk:{key} in the stack configuration is refused" in said
    assert f"`pulumi config rm zohodesk:{key}`" in said
    assert "environment variable" in said
    assert "hunter2" not in said
    one_more.stack.run("config", "rm", f"zohodesk:{key}")


def read_only(desk: BadDesk) -> dict[str, str]:
    token = desk.emulator.token("prod", scopes=["Desk.settings.READ", "Desk.basic.READ"])
    return {"ZOHODESK_REFRESH_TOKEN": token["refresh_token"]}


def wrong_secret(desk: BadDesk) -> dict[str, str]:
    """With a token cache of its own: as long as a token is good, nobody asks for the secret."""
    return {"ZOHODESK_CLIENT_SECRET": "wrong", "ZOHODESK_CACHE_DIR": str(desk.stack.home / "other")}


CONNECTIONS: dict[str, tuple[Any, list[str]]] = {
    "dc": ({"ZOHODESK_DC": "mars"}, ['ZOHODESK_DC "mars" cannot be used: the data centres are us, eu,']),
    "org": ({"ZOHODESK_ORG_ID": "acme"}, ['ZOHODESK_ORG_ID "acme" cannot be used', "digits only"]),
    "api": ({"ZOHODESK_API_URL": NOWHERE}, ["failed: no connection", NOWHERE, "Check the network and the proxy"]),
    "accounts": ({"ZOHODESK_ACCOUNTS_URL": NOWHERE}, [f"Getting an access token from {NOWHERE} failed: no connection"]),
    "token": (
        {"ZOHODESK_REFRESH_TOKEN": "1000.none.such"},
        ["was refused (invalid_code)", "set ZOHODESK_REFRESH_TOKEN"],
    ),
    "secret": (wrong_secret, ["ZOHODESK_CLIENT_SECRET does not belong to ZOHODESK_CLIENT_ID"]),
    "client": ({"ZOHODESK_CLIENT_ID": "1000.WRONG"}, ["The usual cause is a wrong data centre", "ZOHODESK_CLIENT_ID"]),
    "organisation": (
        {"ZOHODESK_ORG_ID": "60012345"},
        ["belongs to organisation", "the connected organisation is 60012345"],
    ),
    "scope": (read_only, ["SCOPE_MISMATCH", "addDepartment needs one of Desk.basic.CREATE or Desk.departments.CREATE"]),
}
"""What is wrong with a connection, and what is said of it."""


@pytest.mark.parametrize(
    "wrong", ["token", *(pytest.param(name, marks=MATRIX) for name in CONNECTIONS if name != "token")]
)
def test_a_wrong_connection_is_explained(one_more, wrong):
    variables, words = CONNECTIONS[wrong]
    said = one_more.fails(**(variables(one_more) if callable(variables) else variables))
    for part in words:
        assert part in said


# At run time: what the service, or a guard, refuses


@pytest.mark.usefixtures("mended")
def test_no_seat_left_is_said_and_what_to_do(desk):
    seats = sum(row["status"] == "ACTIVE" for row in desk.emulator.state("prod")["agents"])
    desk.emulator.seed({"prod": {"limits": {"seats": seats}}})
    desk.with_things({**desk.things, "kim": agent(77, associated_department_ids=["@d0"])})
    said = desk.fails()
    assert 'agent "person.77@example.com"' in said
    assert "LICENSE_ACCESS_LIMITED" in said
    assert f"feature AGENTS, at most {seats}. Free a seat" in said
    desk.emulator.seed({"prod": {"limits": {"seats": seats + 1}}})
    desk.continues()


@pytest.mark.usefixtures("mended")
@pytest.mark.matrix
def test_a_taken_name_is_refused_for_a_new_object_and_for_a_renamed_one(desk):
    taken = desk.emulator.edit("prod", "departments", "create", values={"name": "Taken already"})
    new = {**desk.things, "fresh": {"kind": "Department", "name": "taken Already"}}
    said = desk.with_things(new).fails()
    assert f'The department "Taken already" exists already: id {taken["id"]}, in use. Nothing was created.' in said
    renamed = {**new, "fresh": {"kind": "Department", "name": "Fresh"}}
    desk.with_things(renamed).continues()
    said = desk.with_things({**new, "fresh": {"kind": "Department", "name": "Taken already"}}).fails()
    assert 'department "Fresh"' in said
    assert f'cannot get name "Taken already": the department "Taken already" (id {taken["id"]}) has it.' in said
    desk.with_things({**renamed, "fresh": {"kind": "Department", "name": "Fresher"}}).continues()
    assert desk.row("fresh")["name"] == "Fresher"


@pytest.mark.usefixtures("mended")
def test_a_skill_that_rules_use_is_not_removed(desk):
    rules = [{"ruleId": "9", "ruleName": "French first", "ruleType": "assignmentRule"}]
    desk.edit("s0", relatedRules=rules)
    rest = {name: thing for name, thing in desk.things.items() if name != "s0"}
    said = desk.with_things(rest).fails()
    assert 'The skill "Skill 0"' in said
    assert 'it is used by assignmentRule rule "French first". Take it out of these rules first.' in said
    desk.edit("s0", relatedRules=[])
    desk.continues()
    assert desk.emulator.state("prod")["skills"] == []


@pytest.mark.usefixtures("mended")
@pytest.mark.matrix
def test_the_address_of_a_confirmed_agent_is_changed_by_the_person(desk):
    desk.edit("a0", isConfirmed=True)
    before = desk.row("a0")["emailId"]
    kept = desk.things["a0"]
    said = desk.with_things({**desk.things, "a0": {**kept, "email_id": "new.name@example.com"}}).fails()
    assert "Zoho Accounts" in said
    assert desk.row("a0")["emailId"] == before
    desk.with_things({**desk.things, "a0": {**kept, "last_name": "Renamed"}}).continues()
    assert desk.row("a0")["lastName"] == "Renamed"
