"""Putting objects back."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import kind_named
from pulumi_zohodesk.errors import APIError, InputError, WrongOrganization
from pulumi_zohodesk.plan import Entry, Snapshot, choose, restore, restoring
from tests.engine.service import ORGANIZATION, session_on

from .asked import Asked
from .previews import urn
from .test_price import CRITERIA


@pytest.fixture
def service():
    made = Asked()
    made.add("departments", id="1", name="Now", description="new", isEnabled=False)
    made.add("departments", id="2", name="Second", isEnabled=True)
    made.add("agents", id="3", lastName="Doe", emailId="jo@example.com", status="ACTIVE", phone="1")
    return made


def entry(kind, name, id, values, fields=None, op="update", organization=ORGANIZATION):
    of = kind_named(kind)
    given = fields if fields is not None else tuple(values)
    return Entry(urn(kind, name), op, of, id, organization, "", of.natural_key(values), values, given)


def acts(service, *entries):
    return restoring(choose(Snapshot("dev", "desk", "", entries), ()), lambda _connection: session_on(service))


def done(service, found):
    return list(restore(found, lambda _connection: session_on(service)))


HOME = {"name": "Before", "description": "old", "isEnabled": True}
TYPE = {"departmentId": "2", "name": "Languages"}
SKILL = {"skillTypeId": "50", "name": "French", "status": "ACTIVE", "criteria": CRITERIA, "agentIds": ["3"]}


def test_only_what_the_run_changed_is_put_back(service):
    found = acts(service, entry("Department", "home", "1", HOME, ("description",)))
    assert found[0].changes == {"description": ("new", "old")}
    assert service.writes == []
    assert [one.error for one in done(service, found)] == [""]
    assert service.writes == [("updateDepartment", {"description": "old"})]


def test_what_was_disabled_is_enabled_first(service):
    done(service, acts(service, entry("Department", "home", "1", HOME, op="delete")))
    assert [name for name, _ in service.writes] == ["enableDepartment", "updateDepartment"]


def test_what_is_as_it_was_is_left_alone(service):
    found = acts(service, entry("Department", "second", "2", {"name": "Second", "isEnabled": True}))
    assert [act.does for act in found] == ["nothing"]
    assert done(service, found) == []


def test_what_was_empty_is_emptied_again(service):
    values = {"lastName": "Doe", "emailId": "jo@example.com", "phone": None, "roleId": None}
    done(service, acts(service, entry("Agent", "jo", "3", values, ("phone", "roleId"))))
    assert service.writes == [("updateAgent", {"phone": ""})]


def test_what_was_deleted_is_made_anew_and_what_refers_to_it_follows(service):
    found = acts(
        service,
        entry("Skill", "french", "51", SKILL, op="delete"),
        entry("SkillType", "languages", "50", TYPE, op="delete"),
    )
    assert [(act.entry.name, act.does) for act in found] == [("languages", "create"), ("french", "create")]
    kind, skill = done(service, found)
    assert service.objects["skills"][skill.id]["skillTypeId"] == kind.id != "50"
    assert service.objects["skills"][skill.id]["agentIds"] == ["3"]


def test_a_deleted_agent_cannot_come_back(service):
    service.objects["agents"]["3"]["status"] = "DELETED"
    gone = {"lastName": "Doe", "emailId": "x@example.com", "status": "ACTIVE"}
    found = acts(service, entry("Agent", "jo", "3", gone), entry("Agent", "kim", "99", gone, op="delete"))
    assert [act.does for act in found] == ["refused", "refused"]
    assert "A deleted agent never comes back" in found[0].reason
    assert done(service, found) == []
    assert service.writes == []


def test_a_department_that_cannot_be_seen_is_not_taken_for_deleted(service):
    (act,) = acts(service, entry("Department", "x", "77", HOME))
    assert act.does == "refused"
    assert "no way to delete a department" in act.reason


def test_a_snapshot_of_another_organisation_is_refused_before_any_request(service):
    with pytest.raises(WrongOrganization, match="of organisation 9, but the connected organisation is 7001"):
        acts(service, entry("Department", "home", "1", HOME), entry("Agent", "jo", "3", {}, organization="9"))
    assert service.log == []


def test_one_that_fails_does_not_stop_the_others(service):
    def fails():
        raise APIError("No.", status=422)

    service.before["updateDepartment"] = fails
    values = {"lastName": "Roe", "emailId": "jo@example.com"}
    found = acts(service, entry("Department", "home", "1", HOME), entry("Agent", "jo", "3", values))
    assert [one.error for one in done(service, found)] == ["No.", ""]


def test_guards_hold(service):
    service.owner = {"id": "3"}
    values = {"lastName": "Doe", "emailId": "jo@example.com", "status": "DISABLED"}
    (one,) = done(service, acts(service, entry("Agent", "jo", "3", values)))
    assert "whose token this is" in one.error
    assert service.writes == []


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ((), ["home", "jo"]),
        (("h*",), ["home"]),
        (("*@example.com",), ["jo"]),
        ((urn("Agent", "jo"),), ["jo"]),
        (("*Department*",), ["home"]),
        (("HOME", "jo"), ["home", "jo"]),
    ],
)
def test_what_is_chosen(only, names):
    entries = entry("Agent", "jo", "3", {"emailId": "jo@example.com"}), entry("Department", "home", "1", HOME)
    assert [one.name for one in choose(Snapshot("", "", "", entries), only)] == names


def test_a_pattern_that_fits_nothing_is_an_error():
    with pytest.raises(InputError, match=r'nothing that "x\*" fits. It has: home'):
        choose(Snapshot("", "", "", (entry("Department", "home", "1", HOME),)), ("x*",))
