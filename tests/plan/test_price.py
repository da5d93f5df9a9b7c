"""A run is rehearsed with the engine itself: what it would call is counted, and nothing is written."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.cli.up._words import fields
from pulumi_zohodesk.engine import create, scalar
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.plan import plan_of, rehearse, snapshot_of, with_settings
from pulumi_zohodesk.plan._rehearsal import QUESTIONS
from tests.engine.service import session_on

from .asked import Asked
from .previews import agents, departments, preview, state, step, urn, wanted

UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
CRITERIA = {
    "fieldConditions": [{"fieldModule": "tickets", "fieldName": "Subject", "condition": "is", "value": ["x"]}],
    "pattern": "1",
}


@pytest.fixture
def service():
    return Asked()


def rehearsed(service, *steps):
    return rehearse(plan_of(preview(*steps)), lambda _connection: session_on(service))


def creates(count):
    inputs = [{"name": f"New {number}", "isEnabled": True} for number in range(count)]
    return [step("create", None, wanted("Department", f"n{number}", one)) for number, one in enumerate(inputs)]


@pytest.mark.parametrize(("before", "made"), [(0, 1), (198, 1), (199, 3), (200, 2), (399, 4)])
def test_creates_cost_what_the_engine_calls_however_long_the_list_gets(service, before, made):
    for number in range(before):
        service.add("departments", name=f"Old {number}", isEnabled=True)
    price, refusals = rehearsed(service, *creates(made))
    assert refusals == ()
    assert service.writes == []
    assert service.calls.count("getDepartments") <= 3  # the list was read once, whatever is created
    service.log.clear()
    for one in creates(made):
        create(session_on(service), kind_named("Department"), one["newState"]["inputs"])
    assert price.calls == len(service.calls)
    assert price.credits == 3 * service.calls.count("getDepartments") + service.calls.count("addDepartment")


def test_everything_new_waits_for_each_other_and_costs_no_question(service):
    department = wanted("Department", "d", {"name": "D", "isEnabled": True})
    kind = wanted(
        "SkillType",
        "t",
        {"departmentId": UNKNOWN, "name": "T"},
        propertyDependencies={"departmentId": [urn("Department", "d")]},
    )
    inputs = {"skillTypeId": UNKNOWN, "name": "S", "status": "ACTIVE", "criteria": CRITERIA}
    skill = wanted("Skill", "s", inputs, propertyDependencies={"skillTypeId": [urn("SkillType", "t")]})
    price, refusals = rehearsed(service, *(step("create", None, one) for one in (department, kind, skill)))
    assert refusals == ()
    assert (price.calls, price.credits) == (6, 3 * 3 + 3)
    assert service.calls == ["getOrganization", "getDepartments", "getSkillTypes"]


def test_new_people_are_counted(service):
    steps = [{**one, "op": "create"} for one in agents(3, "update")]
    for one in steps:
        del one["oldState"]
    steps[0]["newState"]["inputs"]["status"] = "DISABLED"
    price, refusals = rehearsed(service, *steps)
    assert (price.invitations, price.seats) == (3, 2)
    assert price.calls == 2 * 3 + 1
    assert refusals == ()
    assert service.writes == []


def test_what_exists_and_what_is_declared_twice_is_refused_in_advance(service):
    service.add("departments", name="new 0", isEnabled=True)
    steps = [*creates(2), step("create", None, wanted("Department", "again", {"name": "NEW 1", "isEnabled": True}))]
    _, refusals = rehearsed(service, *steps)
    assert [one.step.name for one in refusals] == ["n0", "again"]
    assert "exists already" in refusals[0].reason


@pytest.mark.parametrize("home", ["55", UNKNOWN])
def test_two_resources_for_what_a_department_has_one_of_are_refused_in_advance(service, home):
    """Also where the department is new, so that what comes with it is not there yet."""
    service.add("departments", id="55", name="D", isEnabled=True)
    service.add("skillConfiguration", id="55", departmentId="55", autoSkillStamping="INACTIVE")
    before = (
        [] if home == "55" else [step("create", None, wanted("Department", "d", {"name": "New", "isEnabled": True}))]
    )
    inputs = {"departmentId": home, "autoSkillStamping": "ACTIVE"}
    needs = {"propertyDependencies": {"departmentId": [urn("Department", "d")]}} if before else {}
    twice = [step("create", None, wanted("SkillConfiguration", name, inputs, **needs)) for name in ("one", "two")]
    price, refusals = rehearsed(service, *before, *twice)
    assert [one.step.name for one in refusals] == ["two"]
    assert "one and two are one skill configuration" in refusals[0].reason
    assert service.writes == []
    price, refusals = rehearsed(service, *before, twice[0])
    assert (price.calls, refusals) == (2 if home == "55" else 4, ())


def test_a_setting_that_another_resource_of_the_stack_has_is_refused_as_one_that_has_no_name(service):
    service.add("departments", id="55", name="D", isEnabled=True)
    held = {"departmentId": "55", "autoSkillStamping": "INACTIVE"}
    service.add("skillConfiguration", id="55", **held)
    old = state("SkillConfiguration", "s", "55", held)
    again = step("create", None, wanted("SkillConfiguration", "t", held))
    _, (refusal,) = rehearsed(service, step("same", old, old), again)
    assert refusal.reason.startswith("There is one skill configuration (id 55), and another resource has it.")


def test_a_setting_that_the_stack_gets_shows_and_keeps_what_it_is_now(service):
    service.add("departments", id="55", name="D", isEnabled=True)
    live = {"departmentId": "55", "autoSkillStamping": "INACTIVE", "attachSkillsOption": "AT_FIRST"}
    service.add("skillConfiguration", id="55", **live)
    inputs = {"departmentId": "55", "autoSkillStamping": "ACTIVE"}
    plan = plan_of(preview(step("create", None, wanted("SkillConfiguration", "s", inputs))))
    plan = with_settings(plan, lambda _connection: session_on(service))
    (shown,) = plan.listed
    assert (shown.op, shown.id, shown.changed, shown.updates) == ("update", "55", ("autoSkillStamping",), True)
    assert list(fields(shown)) == [("autoSkillStamping", "INACTIVE", "ACTIVE")]
    (entry,) = snapshot_of(plan).entries
    assert (entry.id, entry.fields, entry.values["autoSkillStamping"]) == ("55", ("autoSkillStamping",), "INACTIVE")
    price, refusals = rehearse(plan, lambda _connection: session_on(service))
    assert (refusals, price.writes) == ((), {"updateSkillConfiguration"})
    assert service.writes == []


def test_a_setting_moves_to_another_department(service):
    for id in ("55", "56"):
        service.add("departments", id=id, name=f"D{id}", isEnabled=True)
        service.add("skillConfiguration", id=id, departmentId=id, autoSkillStamping="INACTIVE")
    held = {"departmentId": "55", "autoSkillStamping": "INACTIVE"}
    old = state("SkillConfiguration", "s", "55", held)
    _, refusals = rehearsed(
        service, step("replace", old, wanted("SkillConfiguration", "s", {**held, "departmentId": "56"}))
    )
    assert refusals == ()


def test_what_only_changes_its_folder_does_not_go_before_it(service):
    """A folder that holds templates is not deleted. The engine deletes its template, which is replaced too, after it:
    only what an unknown reference replaces goes before (tests/e2e/test_up_replaced.py)."""
    for id in ("55", "56"):
        service.add("departments", id=id, name=f"D{id}", isEnabled=True)
    folder = {"departmentId": "55", "folderName": "F", "folderAccessDetails": {"type": "allAgents"}}
    mail = {"departmentId": "55", "folderId": "7", "templateName": "M", "subject": "S", "fromId": "a@example.com"}
    service.add("templateFolders", id="7", **folder)
    service.add("templates", id="8", **mail)
    needs = {"dependencies": [urn("TemplateFolder", "f")]}
    waits = {"propertyDependencies": {"folderId": [urn("TemplateFolder", "f")]}}
    moves = [
        step(
            "replace",
            state("TemplateFolder", "f", "7", folder),
            wanted("TemplateFolder", "f", folder | {"departmentId": "56"}),
        ),
        step(
            "replace",
            state("EmailTemplate", "m", "8", mail),
            wanted("EmailTemplate", "m", mail | {"departmentId": "56", "folderId": UNKNOWN}, **needs, **waits),
        ),
    ]
    (refusal,) = rehearsed(service, *moves)[1]
    assert "it holds templates" in refusal.reason
    assert "another name in the program" in refusal.reason
    assert service.writes == []


def test_what_comes_with_zoho_desk_is_not_told_as_deleted(service):
    gone = step("delete", state("Role", "ceo", "9", {"name": "CEO"}, isDefault=True))
    (removal,) = plan_of(preview(gone)).steps
    assert kind_named("Role").given(removal.state)
    assert (removal.removal_name, removal.removes) == ("keep", False)


def test_what_another_resource_of_the_stack_keeps_is_not_removed(service):
    """By the state alone, also when nothing happens to the one that keeps it."""
    service.add("departments", id="9", name="Other", isEnabled=True)
    (old, kept), (other,) = departments(2, "delete"), departments(1)
    other["urn"] = other["oldState"]["urn"] = other["newState"]["urn"] = urn("Department", "new")
    _, refusals = rehearsed(service, old, kept, other)
    assert [one.step.name for one in refusals] == ["d0"]
    assert "the stack keeps it as new" in refusals[0].reason
    service.add("departments", id="2001", name="D1", isEnabled=True)
    read = {"op": "read", "urn": urn("Department", "r"), "newState": state("Department", "r", "2001", {})}
    _, refusals = rehearsed(service, old, kept, read)
    assert [(one.step.name, "keeps it as r" in one.reason) for one in refusals] == [("d1", True)]
    assert service.writes == []


@pytest.mark.parametrize("restore", [False, True])
def test_what_the_stack_has_under_another_name_is_not_created(service, restore):
    service.add("departments", id="2000", name="D0", isEnabled=not restore)
    service.add("departments", id="9", name="Other", isEnabled=True)
    (old,) = departments(1, "delete")
    new = wanted("Department", "new", {"name": "D0", "isEnabled": True, "restore": restore})
    _, refusals = rehearsed(service, old, step("create", None, new))
    assert [one.step.name for one in refusals] == ["new"]
    assert 'aliases=[pulumi.Alias(name="d0")]' in refusals[0].reason


def test_a_guard_is_asked_in_advance(service):
    service.owner = {"id": "1000"}
    _, refusals = rehearsed(service, *agents(2, "delete"))
    assert [one.step.name for one in refusals] == ["n0"]
    assert "whose token this is" in refusals[0].reason
    assert service.writes == []


def test_a_name_that_an_earlier_change_frees_is_free(service):
    service.add("departments", id="2000", name="D0", isEnabled=True)
    (renamed,) = departments(1, "update", name="Other")
    after = {"dependencies": [urn("Department", "d0")]}
    new = step("create", None, wanted("Department", "new", {"name": "D0", "isEnabled": True}, **after))
    assert rehearsed(service, renamed, new)[1] == ()
    loose = step("create", None, wanted("Department", "new", {"name": "D0", "isEnabled": True}))
    (refusal,) = rehearsed(service, renamed, loose)[1]  # the engine would do both at once
    assert "Its name is still that of d0 (department, id 2000), which this run renames as well" in refusal.reason


def test_a_name_is_free_also_where_lists_have_the_id_under_another_key(service):
    service.add("departments", id="55", name="D", isEnabled=True)
    held = {"departmentId": "55", "folderName": "Old"}
    service.add("templateFolders", id="70", **held)
    del service.objects["templateFolders"]["70"]["id"]  # it is under folderId alone
    old = state("TemplateFolder", "a", "70", held)
    renamed = step("update", old, wanted("TemplateFolder", "a", {**held, "folderName": "New"}))
    new = {**held, "folderAccessDetails": {"type": "allAgents"}}
    taken = step("create", None, wanted("TemplateFolder", "b", new, dependencies=[urn("TemplateFolder", "a")]))
    _, refusals = rehearsed(service, renamed, taken)
    assert refusals == ()


def test_questions_have_a_budget_and_the_rest_is_taken_as_usual(service):
    steps = []
    for number in range(QUESTIONS + 20):
        inputs = {"skillTypeId": "7", "name": f"S{number}", "status": "ACTIVE", "criteria": CRITERIA}
        old = state("Skill", f"s{number}", str(3000 + number), inputs, departmentId="5")
        steps.append(step("delete", old))
    price, refusals = rehearsed(service, *steps)
    assert refusals == ()
    assert service.calls.count("getRelatedRulesForSkill") == QUESTIONS
    assert price.calls == 2 * len(steps)
    assert price.credits == 4 * len(steps)


def test_what_the_state_must_learn_first_is_part_of_the_price(service):
    (changed,) = departments(1, "same")
    plan = preview(changed)
    plan["steps"][0]["oldState"] = state("Department", "d0", "2000", {"name": "Before", "isEnabled": True})
    found = plan_of(plan)
    assert found.stale == (urn("Department", "d0"),)
    price, _ = rehearse(found, lambda _connection: session_on(service))
    assert (price.calls, price.credits) == (1, 1)


def test_an_answer_that_only_lists_more_keys_is_nothing_to_learn():
    (same,) = departments(1, "same")
    plan = preview(same)
    del plan["steps"][1]["oldState"]["outputs"]["isEnabled"]
    plan["steps"][1]["oldState"]["outputs"]["createdTime"] = "now"
    assert plan_of(plan).stale == ()


def test_what_is_gone_and_no_longer_declared_is_learned():
    gone = state("Department", "d0", "2000", {"name": "D", "isEnabled": True})
    plan = plan_of({"steps": [step("refresh", gone, gone)]})
    assert plan.vanished == {urn("Department", "d0")} == set(plan.stale)
    assert not plan
    assert scalar(plan.managed.total()) == "0"


@pytest.mark.parametrize(
    ("before", "after", "refused"),
    [
        (["1"], ["1"], False),
        (["1"], ["2"], True),
        (["2"], ["1"], False),
        (["2"], UNKNOWN, False),
        (["2"], ["1", UNKNOWN], False),
    ],
)
def test_an_heir_is_where_it_will_be(service, before, after, refused):
    """Who takes over the work of an agent must be in the department by the time the agent goes."""
    goes = {"lastName": "A", "emailId": "a@example.com", "reassignTo": "501", "associatedDepartmentIds": ["1"]}
    heir = {"lastName": "B", "emailId": "b@example.com", "associatedDepartmentIds": before, "status": "ACTIVE"}
    moved = wanted("Agent", "b", {**heir, "associatedDepartmentIds": after})
    steps = [step("delete", state("Agent", "a", "500", goes)), step("update", state("Agent", "b", "501", heir), moved)]
    _, refusals = rehearsed(service, *steps)
    assert ["its reassign_to" in refusal.reason for refusal in refusals] == [True] * refused


def test_an_heir_outside_of_the_stack_is_asked_for_whatever_else_was(service):
    heir = {"lastName": "H", "emailId": "h@example.com", "status": "ACTIVE", "associatedDepartmentIds": ["1"]}
    service.add("agents", id="77", **heir)
    goes = {"lastName": "A", "emailId": "a@example.com", "reassignTo": "77", "associatedDepartmentIds": ["1"]}
    new = agents(QUESTIONS + 1, "create")
    assert rehearsed(service, *new, step("delete", state("Agent", "a", "500", goes)))[1] == ()
