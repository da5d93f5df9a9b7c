"""What is written is what was shown, with what is wanted now, and to nothing that is there no more."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import MARKS, Marks, check, create, diff, read, remove, update
from pulumi_zohodesk.errors import InputError, InvalidRequest, NotFound, Refused, ServerError
from pulumi_zohodesk.kinds import CRITERIA

from .service import AGENT, DEPARTMENT, ORGANIZATION, SKILL, SKILL_TYPE, Service, session_on

PERSON = {
    "lastName": "Doe",
    "emailId": "jo@example.com",
    "rolePermissionType": "AgentPublic",
    "associatedDepartmentIds": ["1", "2"],
    "status": "ACTIVE",
}
CONDITION = {"fieldModule": "tickets", "fieldName": "S", "condition": "is", "value": ["a"]}


@pytest.fixture
def service():
    return Service()


@pytest.fixture
def session(service):
    return session_on(service)


def wanted(kind, **values):
    return check(kind, {}, values).inputs


def fails(error):
    def fail():
        raise error

    return fail


# --- State after a write --------------------------------------------------------------------------------------------


def test_an_update_never_undoes_unseen_what_somebody_changed(service, session):
    """Their change is not in the state until a refresh has shown it, so no later update writes that field."""
    id, state = create(session, DEPARTMENT, wanted(DEPARTMENT, name="A", description="mine"))
    service.objects["departments"][id]["description"] = "theirs"
    for portal in ("B", "C"):
        news = wanted(DEPARTMENT, name="A", description="mine", nameInCustomerPortal=portal)
        assert diff(DEPARTMENT, state, news).changed == ("nameInCustomerPortal",)
        service.log.clear()
        state = update(session, DEPARTMENT, id, state, news)
        assert service.writes == [("updateDepartment", {"nameInCustomerPortal": portal})]
        assert not diff(DEPARTMENT, state, news)
    live = read(session_on(service), DEPARTMENT, id, state)
    assert live.inputs["description"] == "theirs"
    assert diff(DEPARTMENT, live.outputs, news).changed == ("description",)


def test_what_somebody_added_to_a_set_stays_until_it_was_shown(service, session):
    type_id = service.add("skillTypes", name="T", departmentId="1")
    criteria = {"fieldConditions": [CONDITION], "pattern": "1"}
    values = {"name": "S", "skillTypeId": type_id, "status": "ACTIVE", "criteria": criteria}
    id, state = create(session, SKILL, wanted(SKILL, **values, agentIds=["11"]))
    service.objects["skills"][id]["agentIds"] = ["11", "99"]
    state = update(session, SKILL, id, state, wanted(SKILL, **values, agentIds=["11", "12"]))
    assert service.objects["skills"][id]["agentIds"] == ["11", "12", "99"]
    assert state["agentIds"] == ["11", "12"]
    news = wanted(SKILL, **values, agentIds=["11", "12"], description="More.")
    service.log.clear()
    state = update(session, SKILL, id, state, news)
    assert service.writes == [("updateSkill", {"description": "More."})]
    live = read(session_on(service), SKILL, id, state)
    assert live.inputs["agentIds"] == ["11", "12", "99"]
    assert diff(SKILL, live.outputs, news).changed == ("agentIds",)


def test_state_keeps_the_spelling_of_the_program_and_takes_the_rest_from_the_answer(service, session):
    service.add("departments", id="1", name="Home", isEnabled=True)
    id, state = create(session, AGENT, wanted(AGENT, **{**PERSON, "emailId": "Jo@Example.com"}))
    service.objects["agents"][id].update(emailId="jo@example.com", zuid="77", phone="1")
    news = wanted(AGENT, **{**PERSON, "emailId": "Jo@Example.com", "lastName": "Roe"})
    after = update(session, AGENT, id, state, news)
    assert (after["emailId"], after["zuid"], after["phone"]) == ("Jo@Example.com", "77", "1")


def test_criteria_that_the_service_writes_in_another_way_are_no_change(service, session):
    shown = {"fieldConditions": [{**CONDITION, "displayValue": ["A"]}], "pattern": "(1)"}
    mine = {"fieldConditions": [CONDITION], "pattern": "1"}
    type_id = service.add("skillTypes", name="T", departmentId="1")
    news = wanted(SKILL, name="S", skillTypeId=type_id, status="ACTIVE", criteria=mine)
    id, state = create(session, SKILL, news)
    service.objects["skills"][id]["criteria"] = shown
    assert CRITERIA.same(shown, mine)
    assert read(session_on(service), SKILL, id, state).inputs["criteria"] == mine


def test_a_switch_that_could_not_be_set_is_not_in_the_state(service, session):
    service.before["deactivateAgents"] = fails(ServerError("broken", status=500))
    _, state = create(session, AGENT, wanted(AGENT, **{**PERSON, "status": "DISABLED"}))
    assert state["status"] == "ACTIVE"
    assert state["lastName"] == "Doe"


# --- Successors -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", [{}, {"agentSuccessorId": "9", "emailSuccessorId": "8"}], ids=["new", "changed"])
def test_disabling_hands_over_to_the_successors_of_the_same_change(service, session, before):
    service.add("departments", id="1", name="Other", isEnabled=True)
    id, state = create(session, DEPARTMENT, wanted(DEPARTMENT, name="A", **before))
    service.log.clear()
    news = wanted(DEPARTMENT, name="A", isEnabled=False, agentSuccessorId="1")
    update(session, DEPARTMENT, id, state, news)
    assert service.writes == [("disableDepartment", {"agentNewDepartment": "1"})]


def test_a_department_created_disabled_has_its_successors(service, session):
    create(session, DEPARTMENT, wanted(DEPARTMENT, name="A", isEnabled=False, agentSuccessorId="1"))
    assert service.writes[-1] == ("disableDepartment", {"agentNewDepartment": "1"})


# --- What was deleted outside ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["deactivate", "delete"])
def test_removing_an_agent_who_was_deleted_is_done_already(service, session, how):
    id, state = create(session, AGENT, wanted(AGENT, **PERSON, onDestroy=how))
    service.objects["agents"][id]["status"] = "DELETED"
    service.log.clear()
    remove(session, AGENT, id, state)
    assert service.writes == []


def test_updating_an_agent_who_was_deleted_says_so(service, session):
    id, state = create(session, AGENT, wanted(AGENT, **PERSON))
    service.objects["agents"][id]["status"] = "DELETED"
    service.before["updateAgent"] = fails(InvalidRequest("The agent is deleted.", status=422))
    with pytest.raises(InputError, match=r"deleted outside.*`pulumi refresh` drops it"):
        update(session, AGENT, id, state, wanted(AGENT, **{**PERSON, "lastName": "Roe"}))


def test_a_deletion_whose_answer_was_lost_is_a_deletion(service, session):
    """The repeated request is refused, because the first one did it."""
    id, state = create(session, AGENT, wanted(AGENT, **PERSON, onDestroy="delete"))
    service.objects["agents"][id]["isConfirmed"] = True

    def repeated():
        service.objects["agents"][id]["status"] = "DELETED"
        raise InvalidRequest("The agent is deleted.", status=422)

    service.before["deleteAgent"] = repeated
    remove(session, AGENT, id, state)


@pytest.mark.parametrize("act", ["remove", "update"])
def test_a_refusal_stays_one_when_the_object_is_there_or_nobody_knows(service, session, act):
    id, state = create(session, SKILL_TYPE, wanted(SKILL_TYPE, name="A", departmentId="1"))
    refusal = fails(InvalidRequest("It is in use.", status=422))
    service.before |= {"deleteSkillType": refusal, "updateSkillType": refusal}
    acts = {
        "remove": lambda: remove(session, SKILL_TYPE, id, state),
        "update": lambda: update(session, SKILL_TYPE, id, state, wanted(SKILL_TYPE, name="B", departmentId="1")),
    }
    for trouble in (None, ServerError("no", status=500), NotFound("hidden", status=404, code="URL_NOT_FOUND")):
        if trouble:
            service.before["getSkillType"] = fails(trouble)
        with pytest.raises(InvalidRequest, match="in use"):
            acts[act]()


def test_a_removal_that_this_version_does_not_know_is_one_sentence(service, session):
    id, state = create(session, AGENT, wanted(AGENT, **PERSON))
    with pytest.raises(InputError, match=r'on_destroy="purge".*deactivate, delete, keep'):
        remove(session, AGENT, id, {**state, "onDestroy": "purge"})


def test_open_work_is_handed_over_where_the_agent_is_now(service, session):
    heir = service.add("agents", **{**PERSON, "emailId": "heir@x.yz", "associatedDepartmentIds": ["3", "2"]})
    id, state = create(session, AGENT, wanted(AGENT, **PERSON, reassignTo=heir))
    with pytest.raises(Refused, match=r"its reassign_to.* does not belong to the department 1,"):
        remove(session, AGENT, id, state)
    assert len(service.writes) == 1
    service.objects["agents"][id]["associatedDepartmentIds"] = ["2", "3"]
    remove(session, AGENT, id, state)
    rows = service.writes[-1][1]["agentReassignment"]
    assert [row["departmentId"] for row in rows] == ["2", "3"]


# --- Reading without a record ---------------------------------------------------------------------------------------


def test_without_a_record_of_what_is_managed_every_read_tells_all(service):
    """Rows of a list may lack what the object has; which one is read first must not matter."""
    service.thin = {"timeZone", "rolePermissionType"}
    ids = [service.add("agents", **{**PERSON, "emailId": f"a{n}@x.yz"}, timeZone="UTC") for n in range(3)]
    session = session_on(service)
    found = [read(session, AGENT, id, {}).inputs for id in ids]
    assert [(one["timeZone"], one["rolePermissionType"]) for one in found] == [("UTC", "AgentPublic")] * 3


def test_ids_that_come_as_numbers_are_text_and_keep_their_digits(service, session):
    long = 1234567890123456789
    type_id = service.add("skillTypes", name="T", departmentId=long)
    live = read(session, SKILL_TYPE, type_id, {})
    assert (live.inputs["departmentId"], live.outputs["departmentId"]) == (str(long), str(long))
    id = service.add("skills", name="S", skillTypeId=long, departmentId=long, agentIds=[long], orderId=3)
    outputs = read(session, SKILL, id, {}).outputs
    assert (outputs["departmentId"], outputs["agentIds"], outputs["orderId"]) == (str(long), [str(long)], 3)


def test_a_skill_whose_type_is_gone_is_named_with_it(session):
    criteria = {"fieldConditions": [CONDITION], "pattern": "1"}
    seen = []
    session.client.call = lambda op, *, path, about, **_: (seen.append(about), fails(NotFound("no", status=404))())
    with pytest.raises(NotFound):
        create(session, SKILL, wanted(SKILL, name="French", skillTypeId="424299", status="ACTIVE", criteria=criteria))
    assert seen == ['skill type (id 424299) of skill "French"']


# --- The token's own account ----------------------------------------------------------------------------------------


def own(service, session, **values):
    person = {**PERSON, "rolePermissionType": "Custom", "roleId": "5", "profileId": "6", **values}
    id = service.add("agents", **person)
    service.owner = {"id": id}
    service.log.clear()
    return id, {**person, MARKS: Marks(ORGANIZATION, "", tuple(person)).as_state()}


@pytest.mark.parametrize("change", [{"profileId": "7"}, {"roleId": "7"}, {"rolePermissionType": "AgentPersonal"}])
def test_the_access_of_the_own_account_is_not_changed(service, session, change):
    id, state = own(service, session)
    with pytest.raises(Refused, match="whose token this is"):
        update(session, AGENT, id, state, {**state, **change})
    assert service.writes == []


def test_other_changes_of_the_own_account_pass(service, session):
    id, state = own(service, session, rolePermissionType="AgentPublic")
    service.objects["agents"][id]["rolePermissionType"] = "Admin"  # since the last refresh
    update(session, AGENT, id, state, {**state, "lastName": "Roe", "rolePermissionType": "Admin"})
    assert service.objects["agents"][id]["lastName"] == "Roe"


@pytest.mark.parametrize("act", ["remove", "demote"])
def test_an_administrator_that_the_state_does_not_know_counts(service, session, act):
    id = service.add("agents", **{**PERSON, "rolePermissionType": "Admin"})
    state = {**PERSON, MARKS: Marks(ORGANIZATION, "", tuple(PERSON)).as_state()}
    acts = {
        "remove": lambda: remove(session, AGENT, id, state),
        "demote": lambda: update(session, AGENT, id, state, {**PERSON, "rolePermissionType": "Light"}),
    }
    with pytest.raises(Refused, match="last active administrator"):
        acts[act]()
    assert service.writes == []
