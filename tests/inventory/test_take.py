"""What is read, how it is named, and what cannot be seen."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import Forbidden, Refused
from pulumi_zohodesk.inventory import Inventory, take
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import Client

from .organisation import is_when


@pytest.fixture
def desk(organisation):
    """Sales with Language/French, held by Jo; Billing with a type and a skill of the same names."""
    for name in ("Sales", "Billing"):
        organisation.add("departments", name=name)
        organisation.add("skillTypes", name="Language", department=name)
    organisation.add("agents", lastName="Doe", emailId="Jo@Example.com", departments=["Sales"], phone="+49")
    jo = organisation.take(["Agent"]).find("Agent", ("jo@example.com",))[0].id
    for name in ("Sales", "Billing"):
        organisation.add("skills", name="French", department=name, skillType="Language", criteria=is_when(name))
    sales = next(row for row in organisation.emulator.state("prod")["skills"])
    organisation.emulator.edit("prod", "skills", "update", id=sales["id"], values={"agentIds": [jo]})
    organisation.emulator.clear_log()
    return organisation


def test_keys_are_names_from_the_outermost_scope_in_and_keep_their_case(desk):
    inventory = desk.take()
    assert inventory.kinds == tuple(kind.name for kind in KINDS if not kind.dear)
    assert [item.key for item in inventory.items("Skill")] == [
        ("Billing", "Language", "French"),
        ("Sales", "Language", "French"),
    ]
    assert [item.key for item in inventory.items("SkillType")] == [("Billing", "Language"), ("Sales", "Language")]
    assert ("Jo@Example.com",) in [item.key for item in inventory.items("Agent")]


def test_values_are_the_writable_fields_as_pulumi_would_have_them(desk):
    skill = desk.take().find("Skill", ("SALES", "language", "FRENCH"))[0]
    assert set(skill.values) == {"skillTypeId", "name", "description", "status", "criteria", "agentIds"}
    assert skill.values["criteria"] == is_when("Sales")
    assert skill.values["description"] == ""
    assert skill.values["skillTypeId"] == desk.row("skills", skill.id)["skillTypeId"]
    assert skill.row["orderId"] == 1
    assert skill.label == f'skill "French" in "Language" in "Sales" (id {skill.id})'


def test_references_have_names(desk):
    inventory = desk.take()
    jo = inventory.find("Agent", ("jo@example.com",))[0]
    assert [inventory.name_of("Department", id) for id in jo.values["associatedDepartmentIds"]] == [("Sales",)]
    assert inventory.name_of("Role", jo.values["roleId"]) == ("CEO",)
    assert inventory.name_of("Profile", jo.values["profileId"]) == ("Agent",)
    assert inventory.ids_of("Role", ("ceo",)) == [jo.values["roleId"]]
    assert inventory.ids_of("Department", ("sales",)) == jo.values["associatedDepartmentIds"]
    assert inventory.name_of("Department", "1") is None
    assert inventory.item("Agent", jo.id) is jo


def test_some_kinds_bring_what_they_refer_to_and_nothing_else(desk):
    inventory = desk.take(["SkillType"])
    assert inventory.kinds == ("SkillType",)
    assert len(inventory.items("SkillType")) == 2
    assert len(inventory.items("Department")) == 3
    assert sorted(desk.calls()) == ["getDepartments", "getSkillTypes"]


def test_deleted_agents_do_not_count(desk):
    jo = desk.take(["Agent"]).find("Agent", ("jo@example.com",))[0]
    desk.emulator.edit("prod", "agents", "delete", id=jo.id)
    assert desk.take(["Agent"]).find("Agent", ("jo@example.com",)) == []


def test_two_objects_of_one_name_are_listed(desk):
    other = desk.add("departments", name="SALES")
    (group,) = desk.take(["Department"]).duplicates
    assert [item.key for item in group] == [("Sales",), ("SALES",)]
    assert group[1].id == other


def test_progress_counts_every_object(desk):
    counts: dict[str, int] = {}
    desk.take(progress=lambda kind, count, _done, _of: counts.update({kind: count}))
    assert counts.items() >= {"Department": 3, "Agent": 2, "SkillType": 2, "Skill": 2}.items()


def test_progress_says_how_much_is_ahead_where_that_is_known(desk):
    """Skills are listed per department; with thin lists, agents are read one by one. One list alone has no length."""
    desk.emulator.switch(thin_lists=True)
    told: dict[str, list[tuple[int, int]]] = {}
    desk.take(progress=lambda kind, _count, done, of: told.setdefault(kind, []).append((done, of)))
    assert set(told["Department"]) == {(0, 0)}
    assert told["Skill"][-1] == (3, 3)
    assert {of for _, of in told["Skill"]} == {3}
    assert told["Agent"][-1] == (2, 2)
    assert all(done <= of for parts in told.values() for done, of in parts)


def test_what_the_token_may_not_list_is_refused_when_asked_for(desk):
    with pytest.raises(Forbidden, match="getAgents"):
        desk.take(["Agent"], scopes=["Desk.departments.READ"])


LIMITED = {"errorCode": "LICENSE_ACCESS_LIMITED", "message": "no"}
FORBIDDEN = {"errorCode": "FORBIDDEN", "message": "no"}


def test_what_nobody_asked_for_becomes_a_gap_that_says_what_hides_it(desk):
    desk.emulator.fault(operation="getSkillTypes", status=403, body=LIMITED)
    inventory = desk.take(scopes=["Desk.departments.READ", "Desk.automations.READ"])
    layers = {gap.kind: gap.layer for gap in inventory.gaps}
    hidden = dict.fromkeys(("Agent", "Profile", "Role", "EmailTemplate", "TemplateFolder", "Webhook"), "scope")
    hidden["MailReplyAddress"] = "scope"
    assert layers == {**hidden, "SkillType": "edition"}
    assert inventory.kinds == tuple(kind.name for kind in KINDS if not kind.dear)
    assert len(inventory.items("Department")) == 3


def test_a_permission_of_the_profile_is_told_as_such(desk):
    desk.emulator.fault(operation="getSkillTypes", status=403, body=FORBIDDEN)
    (gap,) = desk.take().gaps
    assert (gap.kind, gap.layer) == ("SkillType", "profile")


def test_what_lies_in_hidden_departments_is_hidden_too(desk):
    """Without departments nobody knows where to look for skills: that is no organisation without skills."""
    desk.emulator.fault(operation="getDepartments", status=403, body=FORBIDDEN, count=None)
    inventory = desk.take()
    scoped = {kind.name for kind in KINDS if kind.listing.scope and not kind.always}
    assert {gap.kind for gap in inventory.gaps} == {"Department", *scoped}
    assert {gap.kind: gap.layer for gap in inventory.blind}["SkillType"] == "parent"
    assert all(map(inventory.nameless, inventory.items("SkillType")))
    with pytest.raises(Forbidden, match="departments"):
        desk.take(["Skill"])


def test_an_organisation_that_shows_nothing_is_an_error(desk):
    with pytest.raises(Forbidden, match="getDepartments"):
        desk.take(scopes=["Desk.tickets.READ"])


def test_objects_whose_details_are_hidden_are_a_gap(desk):
    desk.emulator.switch(thin_lists=True)
    desk.emulator.fault(operation="getAgent", status=403, body=FORBIDDEN, count=None)
    assert {gap.kind for gap in desk.take().gaps} == {"Agent"}


def test_what_is_only_referred_to_becomes_a_gap(desk):
    scopes = ["Desk.departments.READ", "Desk.automations.READ"]
    inventory = desk.take(["Skill"], scopes=scopes)
    assert {gap.kind for gap in inventory.gaps} == {"Agent", "Role", "Profile"}
    assert all(gap.scope is None and gap.reason for gap in inventory.gaps)
    held = inventory.find("Skill", ("Sales", "Language", "French"))[0]
    assert inventory.name_of("Agent", held.values["agentIds"][0]) is None


def test_one_department_that_cannot_be_listed_is_a_gap(desk):
    desk.emulator.fault(operation="getSkills", status=403, body={"errorCode": "FORBIDDEN", "message": "no"})
    inventory = desk.take(["Skill"])
    (gap,) = inventory.gaps
    assert gap.kind == "Skill"
    assert inventory.name_of("Department", gap.scope) is not None


def test_an_inventory_can_be_made_by_hand():
    empty = Inventory("1", [], kinds=["Agent"])
    assert empty.items("Agent") == ()
    assert empty.name_of("Role", "5") is None
    assert empty.duplicates == ()


def test_a_connection_is_asked_only_for_what_it_is_for(desk):
    settings = resolve(environ=desk.environ(), directory=desk.folder)
    narrow = replace(settings, connection="narrow", kinds=("SkillType", "Department"))
    with closing(Client(narrow, cache_dir=desk.folder)) as client:
        desk.emulator.clear_log()
        assert take(Session(client, narrow, KINDS)).kinds == ("Department", "SkillType")
        assert sorted(desk.calls()) == ["getDepartments", "getSkillTypes"]
        with pytest.raises(Refused, match="is not for Agent"):
            take(Session(client, narrow, KINDS), kinds=["Agent"])


def test_a_connection_for_what_is_dear_alone_reads_nothing_unless_asked(desk):
    settings = resolve(environ=desk.environ(), directory=desk.folder)
    narrow = replace(settings, connection="narrow", kinds=("DataSharing", "Product"))
    with closing(Client(narrow, cache_dir=desk.folder)) as client:
        assert take(Session(client, narrow, KINDS)).kinds == ()
        assert take(Session(client, narrow, KINDS), kinds=["DataSharing"]).kinds == ("DataSharing",)
