"""Putting objects back."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.errors import APIError, InputError, WrongOrganization
from pulumi_zohodesk.kinds import kind_named
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


def acts(service, *entries, made=None, every=()):
    chosen = choose(Snapshot("dev", "desk", "", entries), ())
    return restoring(chosen, lambda _connection: session_on(service), made, every=every)


def done(service, found):
    return list(restore(found, lambda _connection: session_on(service), before=lambda: True))


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


@pytest.mark.parametrize(("before", "writes"), [(True, [True]), (False, [])])
def test_what_only_one_has_is_not_taken_from_it(service, before, writes):
    """Which address is the default of a department: whoever lost it is no part of the run."""
    live = {"departmentId": "55", "address": "a@example.com", "displayName": "A", "isDepartmentDefault": not before}
    service.add("mailReplyAddress", id="7", **live)
    values = {**live, "isDepartmentDefault": before}
    found = acts(service, entry("MailReplyAddress", "a", "7", values, fields=("isDepartmentDefault",)))
    done(service, found)
    assert [body["isDepartmentDefault"] for _, body in service.writes] == writes


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


def gone():
    """A skill type with a skill in it, both deleted."""
    return entry("Skill", "french", "51", SKILL, op="delete"), entry("SkillType", "languages", "50", TYPE, op="delete")


def test_a_second_run_goes_on_with_the_ids_of_the_first(service):
    kind, skill = done(service, acts(service, *gone()))
    again = acts(service, *gone(), made={"50": kind.id, "51": skill.id})
    assert [(act.does, act.id) for act in again] == [("nothing", kind.id), ("nothing", skill.id)]


def test_what_exists_again_under_its_natural_key_is_recognised(service):
    kind, skill = done(service, acts(service, *gone()))
    service.objects["skills"][skill.id]["description"] = "By hand"
    values = {**SKILL, "description": "Speaks it"}
    again = acts(service, gone()[1], entry("Skill", "french", "51", values, op="delete"))
    assert [(act.does, act.id) for act in again] == [("nothing", kind.id), ("update", skill.id)]
    before = len(service.writes)
    assert [one.error for one in done(service, again)] == [""]
    assert [name for name, _ in service.writes[before:]] == ["updateSkill"]


def test_what_an_earlier_run_made_and_somebody_deleted_is_made_again(service):
    found = acts(service, *gone(), made={"50": "950", "51": "951"})
    assert [act.does for act in found] == ["create", "create"]


def test_an_object_whose_parent_is_gone_says_which_to_choose_as_well(service):
    skill, kind = gone()
    (act,) = acts(service, skill, every=(skill, kind))
    assert act.does == "refused"
    assert act.reason == "Its skill type languages is gone too: choose it as well, with --only 'languages'."
    (act,) = acts(service, skill)
    assert "(id 50) is gone too, and the snapshot does not have that" in act.reason


def test_what_lies_in_an_object_that_could_not_be_made_is_not_tried(service):
    def fails():
        raise APIError("No.", status=422)

    service.before["createSkillType"] = fails
    assert [one.error for one in done(service, acts(service, *gone()))] == ["No.", "What it lies in was not put back."]


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
