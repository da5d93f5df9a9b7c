"""Create, read, update and remove, for any kind, on a service that does what the test says."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import MARKS, Marks, check, create, read, remove, update
from pulumi_zohodesk.errors import (
    AmbiguousMatch,
    DoubtfulAbsence,
    DuplicateObject,
    InputError,
    InvalidRequest,
    Refused,
    ServerError,
    UncertainWrite,
    WrongOrganization,
)
from pulumi_zohodesk.kinds import kind_named

from .service import AGENT, DEPARTMENT, ORGANIZATION, SKILL, SKILL_TYPE, Service, session_on

PERSON = {
    "lastName": "Doe",
    "emailId": "jo@example.com",
    "rolePermissionType": "AgentPublic",
    "associatedDepartmentIds": ["1", "2"],
}


def inputs(kind, **values):
    checked = check(kind, {}, values)
    assert not checked.problems
    return checked.inputs


def fails(error):
    def fail():
        raise error

    return fail


@pytest.fixture
def service():
    return Service()


@pytest.fixture
def session(service):
    return session_on(service)


# --- create ---------------------------------------------------------------------------------------------------------


def test_a_create_sends_what_is_given_and_nothing_else(service, session):
    id, state = create(session, DEPARTMENT, inputs(DEPARTMENT, name="A", description=""))
    assert service.writes == [("addDepartment", {"name": "A"})]  # an empty text has nothing to clear yet
    assert state["id"] == id
    assert state[MARKS] == {
        "version": 1,
        "organization": ORGANIZATION,
        "connection": "",
        "managed": ["description", "isEnabled", "name"],
        "incomplete": [],
    }


def test_creating_what_exists_names_it_and_writes_nothing(service, session):
    service.add("departments", id="55", name="BILLING", isEnabled=True)
    with pytest.raises(DuplicateObject, match=r'department "BILLING" exists already: id 55.*zohodesk adopt'):
        create(session, DEPARTMENT, inputs(DEPARTMENT, name="Billing"))
    assert service.writes == []


def came_with(service, home: str) -> dict[str, str]:
    """What Zoho Desk makes along with a department, as a program names it."""
    row = {"departmentId": home, "folderName": "Default Templates", "folderAccessDetails": {"type": "allAgents"}}
    service.add("templateFolders", id="77", category="DEFAULT_FOLDER", folderDesc="", **row)
    return inputs(kind_named("TemplateFolder"), folderDesc="mails", **row)


def test_what_comes_with_a_department_of_this_run_is_taken_over_and_brought_up_to_date(service, session):
    home, _ = create(session, DEPARTMENT, inputs(DEPARTMENT, name="A"))
    wanted = came_with(service, home)
    id, state = create(session, kind_named("TemplateFolder"), wanted)
    assert (id, state["folderDesc"]) == ("77", "mails")
    assert service.writes[1:] == [("patchTemplateFolder", {"folderDesc": "mails"})]
    with pytest.raises(DuplicateObject):
        create(session, kind_named("TemplateFolder"), wanted)


def test_what_came_with_a_department_of_before_is_not_taken_over(service, session):
    service.add("departments", id="55", name="A", isEnabled=True)
    with pytest.raises(DuplicateObject, match="zohodesk adopt"):
        create(session, kind_named("TemplateFolder"), came_with(service, "55"))
    assert service.writes == []


def test_a_disabled_one_is_not_brought_back_silently(service, session):
    service.add("departments", id="55", name="Billing", isEnabled=False)
    with pytest.raises(DuplicateObject, match="restore=True"):
        create(session, DEPARTMENT, inputs(DEPARTMENT, name="Billing"))
    assert service.writes == []


def test_restore_brings_it_back_as_the_program_wants_it(service, session):
    service.add("departments", id="55", name="Billing", isEnabled=False, description="old")
    id, state = create(session, DEPARTMENT, inputs(DEPARTMENT, name="Billing", description="new", restore=True))
    assert id == "55"
    assert [name for name, _ in service.writes] == ["enableDepartment", "updateDepartment"]
    assert service.objects["departments"]["55"] == {
        "id": "55",
        "name": "Billing",
        "isEnabled": True,
        "description": "new",
    }
    assert state["isEnabled"] is True


def test_the_stack_wide_switch_restores_unless_the_object_says_no(service):
    service.add("departments", id="55", name="Billing", isEnabled=False)
    session = session_on(service, restore=True)
    with pytest.raises(DuplicateObject):
        create(session, DEPARTMENT, inputs(DEPARTMENT, name="Billing", restore=False))
    assert create(session, DEPARTMENT, inputs(DEPARTMENT, name="Billing"))[0] == "55"


def test_restore_never_takes_what_is_in_use(service):
    service.add("departments", id="55", name="Billing", isEnabled=True)
    with pytest.raises(DuplicateObject):
        create(session_on(service, restore=True), DEPARTMENT, inputs(DEPARTMENT, name="Billing"))


def test_two_candidates_are_an_error_with_both_ids(service, session):
    service.add("departments", id="55", name="Billing")
    service.add("departments", id="56", name="billing")
    with pytest.raises(AmbiguousMatch, match=r"55, 56"):
        create(session, DEPARTMENT, inputs(DEPARTMENT, name="Billing"))


@pytest.mark.parametrize("kind", [SKILL_TYPE, SKILL, AGENT])
def test_a_refusal_names_the_department_that_is_out_of_service(service, session, kind):
    home = service.add("departments", name="Closed", isEnabled=False)
    other = service.add("departments", name="Open", isEnabled=True)
    type = service.add("skillTypes", name="T", departmentId=home)
    values = {
        SKILL_TYPE.name: {"name": "X", "departmentId": home},
        SKILL.name: {"name": "X", "skillTypeId": type},
        AGENT.name: {**PERSON, "associatedDepartmentIds": [other, home]},
    }[kind.name]
    refusal = InvalidRequest("Creating was refused.", status=422, advice="Look it up.")
    service.before[kind.create.name] = fails(refusal)
    with pytest.raises(InvalidRequest, match=r'department "Closed".*is disabled.*zohodesk clone') as told:
        create(session, kind, values)
    assert "Look it up" not in str(told.value)
    service.objects["departments"][home]["isEnabled"] = True
    service.before[kind.create.name] = fails(InvalidRequest("Refused.", status=422))
    with pytest.raises(InvalidRequest, match=r"^Refused\.$"):
        create(session, kind, values)


def test_a_lost_answer_is_looked_up_and_never_sent_twice(service, session):
    service.after["createSkillType"] = fails(UncertainWrite("lost"))
    waits = []
    id, state = create(session, SKILL_TYPE, inputs(SKILL_TYPE, name="A", departmentId="1"), sleep=waits.append)
    assert [name for name, _ in service.writes] == ["createSkillType"]
    assert state["name"] == "A"
    assert id in service.objects["skillTypes"]
    assert waits == [0.5]


def test_an_uncertain_create_that_cannot_be_found_says_what_to_check(service, session):
    service.before["createSkillType"] = fails(UncertainWrite("lost"))
    waits = []
    with pytest.raises(UncertainWrite, match="zohodesk adopt"):
        create(session, SKILL_TYPE, inputs(SKILL_TYPE, name="A", departmentId="1"), sleep=waits.append)
    assert sum(waits) == 30
    assert [name for name, _ in service.writes] == ["createSkillType"]


def test_look_ups_that_fail_after_a_lost_answer_do_not_end_the_search(service, session):
    service.after["createSkillType"] = fails(UncertainWrite("lost"))

    def wait(seconds):
        service.before.pop("getSkillTypes", None)
        if seconds == 0.5:
            service.before["getSkillTypes"] = fails(ServerError("broken", status=500))

    id, _ = create(session, SKILL_TYPE, inputs(SKILL_TYPE, name="A", departmentId="1"), sleep=wait)
    assert id in service.objects["skillTypes"]


def test_once_it_exists_creation_never_raises(service, session):
    service.before["deactivateAgents"] = fails(ServerError("broken", status=500))
    id, state = create(session, AGENT, inputs(AGENT, **PERSON, status="DISABLED"))
    assert Marks.of(state).incomplete == ("status",)
    service.before.clear()
    after = update(session, AGENT, id, state, inputs(AGENT, **PERSON, status="DISABLED"))
    assert service.objects["agents"][id]["status"] == "DISABLED"
    assert Marks.of(after).incomplete == ()


def test_a_skill_is_looked_for_in_the_department_of_its_type(service, session):
    type_id = service.add("skillTypes", name="T", departmentId="1")
    criteria = {
        "fieldConditions": [{"fieldModule": "tickets", "fieldName": "S", "condition": "is", "value": ["a"]}],
        "pattern": "1",
    }
    values = inputs(SKILL, skillTypeId=type_id, name="A", status="ACTIVE", criteria=criteria)
    create(session, SKILL, values)
    with pytest.raises(DuplicateObject):
        create(session, SKILL, values)


# --- read -----------------------------------------------------------------------------------------------------------


def created(session, kind, **values):
    return create(session, kind, inputs(kind, **values))


def fresh(service, **more):
    """A new process: nothing remembered."""
    return session_on(service, **more)


def test_a_read_shows_exactly_what_changed_outside(service, session):
    id, state = created(session, AGENT, **PERSON)
    service.objects["agents"][id].update(lastName="Roe", emailId="JO@example.com", associatedDepartmentIds=["2", "1"])
    live = read(fresh(service), AGENT, id, state)
    assert live.inputs == {**inputs(AGENT, **PERSON), "lastName": "Roe"}


def test_fields_that_are_not_managed_are_state_but_no_inputs(service, session):
    id, state = created(session, AGENT, **PERSON)
    service.objects["agents"][id]["phone"] = "123"
    live = read(fresh(service), AGENT, id, state)
    assert "phone" not in live.inputs
    assert live.outputs["phone"] == "123"


def test_a_key_that_the_answer_leaves_out_keeps_its_value(service, session):
    id, state = created(session, AGENT, **PERSON, timeZone="UTC")
    del service.objects["agents"][id]["timeZone"]
    assert read(fresh(service), AGENT, id, state).inputs["timeZone"] == "UTC"


def test_a_null_is_empty_and_stays_managed(service, session):
    id, state = created(session, AGENT, **PERSON, phone="123")
    service.objects["agents"][id]["phone"] = None
    assert read(fresh(service), AGENT, id, state).inputs["phone"] == ""


def test_an_import_without_inputs_takes_everything_writable_that_is_not_empty(service):
    id = service.add("departments", name="A", description=None, nameInCustomerPortal="B", isEnabled=False)
    live = read(session_on(service), DEPARTMENT, id, {})
    assert live.inputs == {"name": "A", "nameInCustomerPortal": "B", "isEnabled": False}


def test_a_deleted_object_is_gone(service, session):
    service.add("departments", id="1", name="A", isEnabled=True)
    id, state = created(session, SKILL_TYPE, name="A", departmentId="1")
    del service.objects["skillTypes"][id]
    assert read(fresh(service), SKILL_TYPE, id, state) is None


def test_an_archived_agent_is_gone_although_it_can_be_read(service, session):
    id, state = created(session, AGENT, **PERSON)
    service.objects["agents"][id]["status"] = "DELETED"
    assert read(fresh(service), AGENT, id, state) is None


def test_a_department_never_counts_as_deleted(service, session):
    id, state = created(session, DEPARTMENT, name="A")
    del service.objects["departments"][id]
    with pytest.raises(DoubtfulAbsence, match="no way to delete a department"):
        read(fresh(service), DEPARTMENT, id, state)


def test_what_lies_in_a_hidden_department_does_not_count_as_deleted(service, session):
    id, state = created(session, SKILL_TYPE, name="A", departmentId="1")
    del service.objects["skillTypes"][id]
    with pytest.raises(DoubtfulAbsence, match="can most likely not see that department"):
        read(fresh(service), SKILL_TYPE, id, state)


def test_an_absence_counts_only_after_the_organisation_answered(service, session):
    id, state = created(session, AGENT, **PERSON)
    del service.objects["agents"][id]
    service.confirmed = False
    read(fresh(service), AGENT, id, state)
    assert service.log[-1][0] == "getOrganization"


def many(session, count):
    return [created(session, AGENT, **{**PERSON, "emailId": f"a{n}@example.com"}) for n in range(count)]


def test_when_most_objects_vanish_at_once_the_reads_fail(service, session):
    states = many(session, 12)
    service.objects["agents"].clear()
    process = fresh(service)
    for id, state in states[:10]:
        assert read(process, AGENT, id, state) is None
    with pytest.raises(DoubtfulAbsence, match=r"11 of 11 .*ZOHODESK_ALLOW_GONE=1"):
        read(process, AGENT, *states[10])


def test_the_user_can_insist_that_many_objects_are_gone(service, session):
    states = many(session, 12)
    service.objects["agents"].clear()
    process = fresh(service, allow_gone=True)
    assert all(read(process, AGENT, id, state) is None for id, state in states)


@pytest.mark.parametrize("act", ["read", "update", "remove"])
def test_another_organisation_is_refused_before_any_request(service, session, act):
    id, state = created(session, AGENT, **PERSON)
    service.log.clear()
    other = session_on(service, organization="7002")
    with pytest.raises(WrongOrganization, match=r"organisation 7001.*7002"):
        {
            "read": lambda: read(other, AGENT, id, state),
            "update": lambda: update(other, AGENT, id, state, inputs(AGENT, **PERSON)),
            "remove": lambda: remove(other, AGENT, id, state),
        }[act]()
    assert service.log == []


# --- update ---------------------------------------------------------------------------------------------------------


def test_an_update_sends_only_what_changed(service, session):
    id, state = created(session, AGENT, **PERSON)
    service.log.clear()
    after = update(session, AGENT, id, state, inputs(AGENT, **{**PERSON, "lastName": "Roe"}))
    assert service.writes == [("updateAgent", {"lastName": "Roe"})]
    assert after["lastName"] == "Roe"


def test_an_argument_that_is_gone_is_forgotten_not_cleared(service, session):
    id, state = created(session, AGENT, **PERSON, phone="123")
    service.log.clear()
    after = update(session, AGENT, id, state, inputs(AGENT, **PERSON))
    assert service.writes == []
    assert after["phone"] == "123"
    assert "phone" not in Marks.of(after).managed


def test_a_set_is_changed_against_what_is_live_now(service, session):
    id, state = created(session, AGENT, **PERSON)
    service.objects["agents"][id]["associatedDepartmentIds"] = ["1", "2", "9"]
    update(session, AGENT, id, state, inputs(AGENT, **{**PERSON, "associatedDepartmentIds": ["1", "3"]}))
    assert service.objects["agents"][id]["associatedDepartmentIds"] == ["1", "3", "9"]


def test_switching_off_comes_last_and_switching_on_first(service, session):
    id, state = created(session, DEPARTMENT, name="A")
    service.add("departments", name="Other", isEnabled=True)
    service.log.clear()
    off = update(session, DEPARTMENT, id, state, inputs(DEPARTMENT, name="B", isEnabled=False))
    assert [name for name, _ in service.writes] == ["updateDepartment", "disableDepartment"]
    service.log.clear()
    update(session, DEPARTMENT, id, off, inputs(DEPARTMENT, name="C"))
    assert [name for name, _ in service.writes] == ["enableDepartment", "updateDepartment"]


def test_updating_what_was_deleted_outside_says_to_refresh(service, session):
    service.add("departments", id="1", name="Home", isEnabled=True)
    id, state = created(session, SKILL_TYPE, name="A", departmentId="1")
    del service.objects["skillTypes"][id]
    with pytest.raises(InputError, match="pulumi refresh"):
        update(session, SKILL_TYPE, id, state, inputs(SKILL_TYPE, name="B", departmentId="1"))


def test_options_are_state_and_never_sent(service, session):
    id, state = created(session, AGENT, **PERSON)
    service.log.clear()
    after = update(session, AGENT, id, state, inputs(AGENT, **PERSON, onDestroy="keep"))
    assert after["onDestroy"] == "keep"
    assert service.writes == []


# --- remove ---------------------------------------------------------------------------------------------------------


def test_removing_a_department_disables_it_with_its_successors(service, session):
    service.add("departments", id="1", name="Other", isEnabled=True)
    id, state = created(session, DEPARTMENT, name="A", emailSuccessorId="1", agentSuccessorId="1")
    service.log.clear()
    remove(session, DEPARTMENT, id, state)
    assert service.writes == [("disableDepartment", {"emailNewDepartment": "1", "agentNewDepartment": "1"})]


def test_a_department_that_is_disabled_already_is_left_alone(service, session):
    service.add("departments", id="1", name="Other", isEnabled=True)
    id, state = created(session, DEPARTMENT, name="A")
    service.objects["departments"][id]["isEnabled"] = False
    service.log.clear()
    remove(session, DEPARTMENT, id, state)
    assert service.writes == []


@pytest.mark.parametrize(
    ("option", "confirmed", "calls"),
    [
        (None, True, ["deactivateAgents"]),
        ("deactivate", False, ["deactivateAgents"]),
        ("delete", True, ["deleteAgent"]),
        ("delete", False, ["deleteUnconfirmedAgent"]),
        ("keep", True, []),
    ],
)
def test_removing_an_agent_does_what_the_option_says(service, session, option, confirmed, calls):
    more = {"onDestroy": option} if option else {}
    id, state = created(session, AGENT, **PERSON, **more)
    service.objects["agents"][id]["isConfirmed"] = confirmed
    service.objects["agents"]["other"] = {"id": "other", "emailId": "o@example.com", "rolePermissionType": "Admin"}
    service.log.clear()
    if option == "delete" and not confirmed:
        service.before["deleteUnconfirmedAgent"] = lambda: service.objects["agents"].pop(id)
    remove(session, AGENT, id, state)
    assert [name for name, _ in service.writes] == calls


def test_open_work_is_handed_over(service, session):
    heir = service.add("agents", **{**PERSON, "emailId": "heir@x.yz"})
    id, state = created(session, AGENT, **PERSON, reassignTo=heir)
    service.log.clear()
    remove(session, AGENT, id, state)
    names = [name for name, _ in service.writes]
    assert names == ["deactivateAgents", "scheduleAgentReassignment"]
    rows = service.writes[1][1]["agentReassignment"]
    assert rows == [{"departmentId": one, "ticketNewOwner": heir, "taskNewOwner": heir} for one in ("1", "2")]


def test_what_is_gone_already_is_removed_without_ado(service, session):
    service.add("departments", id="1", name="Home", isEnabled=True)
    id, state = created(session, SKILL_TYPE, name="A", departmentId="1")
    del service.objects["skillTypes"][id]
    remove(session, SKILL_TYPE, id, state)


# --- guards ---------------------------------------------------------------------------------------------------------


def test_the_default_department_cannot_be_disabled(service, session):
    id, state = created(session, DEPARTMENT, name="A")
    service.objects["departments"][id]["isDefault"] = True
    service.log.clear()
    with pytest.raises(Refused, match="default department"):
        remove(session, DEPARTMENT, id, state)
    with pytest.raises(Refused, match="default department"):
        update(session, DEPARTMENT, id, state, inputs(DEPARTMENT, name="A", isEnabled=False))
    assert service.writes == []


def test_the_last_enabled_department_cannot_be_disabled(service, session):
    id, state = created(session, DEPARTMENT, name="A")
    service.add("departments", name="Other", isEnabled=False)
    with pytest.raises(Refused, match="last enabled department"):
        remove(session, DEPARTMENT, id, state)


ADMIN = {**PERSON, "rolePermissionType": "Admin"}


@pytest.mark.parametrize("step", ["remove", "deactivate", "demote"])
@pytest.mark.parametrize(
    ("who", "words"),
    [("own", "whose token this is"), ("primary", "primary contact"), ("last", "last active administrator")],
)
def test_an_administrator_who_is_needed_stays(service, session, step, who, words):
    id, state = created(session, AGENT, **ADMIN)
    if who == "own":
        service.owner = {"id": id}
    if who == "primary":
        service.organization["primaryContact"] = "JO@example.com"
    if who != "last":
        service.add("agents", emailId="x@example.com", rolePermissionType="Admin", status="ACTIVE")
    service.log.clear()
    steps = {
        "remove": lambda: remove(session, AGENT, id, state),
        "deactivate": lambda: update(session, AGENT, id, state, inputs(AGENT, **ADMIN, status="DISABLED")),
        "demote": lambda: update(session, AGENT, id, state, inputs(AGENT, **PERSON)),
    }
    with pytest.raises(Refused, match=words):
        steps[step]()
    assert service.writes == []


@pytest.mark.parametrize(("profile", "leaves"), [("71", True), ("72", False)])
def test_who_made_the_portal_counts_as_administrator_though_it_reads_custom(service, session, profile, leaves):
    """By the profile that it shares with those who read Admin (docs/api-notes.md)."""
    id, state = created(session, AGENT, **ADMIN)
    service.objects["agents"][id]["profileId"] = "71"
    service.add("agents", emailId="c@example.com", rolePermissionType="Custom", profileId=profile, status="ACTIVE")
    if leaves:
        remove(session, AGENT, id, state)
    else:
        with pytest.raises(Refused, match="last active administrator"):
            remove(session, AGENT, id, state)


def test_other_changes_of_such_an_administrator_pass(service, session):
    id, state = created(session, AGENT, **ADMIN)
    service.owner = {"id": id}
    update(session, AGENT, id, state, inputs(AGENT, **{**ADMIN, "lastName": "Roe"}))
    assert service.objects["agents"][id]["lastName"] == "Roe"


def test_a_skill_that_rules_use_is_not_deleted(service, session):
    type_id = service.add("skillTypes", name="T", departmentId="1")
    skill_id = service.add("skills", name="S", skillTypeId=type_id, departmentId="1")
    service.rules = [{"ruleType": "SLA", "ruleName": "Gold", "ruleId": "3"}]
    with pytest.raises(Refused, match=r'used by SLA rule "Gold"'):
        remove(session, SKILL, skill_id, {"name": "S", "departmentId": "1", "skillTypeId": type_id})
    with pytest.raises(Refused, match=r'its skill "S" is used by SLA rule "Gold"'):
        remove(session, SKILL_TYPE, type_id, {"name": "T", "departmentId": "1"})
    assert service.writes == []
