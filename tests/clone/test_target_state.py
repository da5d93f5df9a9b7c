"""What the target shall hold, what has to be done for it, and what stands against it."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.clone import Earlier, People, damage, edition_problems, people_from, report_of, report_text
from pulumi_zohodesk.compare import compare, excuses_from
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import edition_of
from pulumi_zohodesk.settings import Bounds, Limits

from .two import Two, when


@pytest.fixture
def desks(two: Two) -> Two:
    """Sales with Language/French, held by Jo and Kim; the target has Sales in capitals, and Jo."""
    for name, title in (("prod", "Sales"), ("sandbox", "SALES")):
        two.add(name, "departments", name=title)
        jo = two.add(name, "agents", lastName="Doe", emailId="jo@example.com", departments=["Sales"], isConfirmed=True)
        if name == "prod":
            kim = two.add(name, "agents", lastName="Kim", emailId="kim@example.com", departments=["Sales"])
            two.add(name, "skillTypes", name="Language", department="Sales")
            skill = two.add(name, "skills", name="French", department="Sales", skillType="Language", criteria=when("x"))
            two.change(name, "skills", skill, agentIds=[jo, kim])
    return two


def labels(target_state) -> set[tuple[str, ...]]:
    return {target_object.item.key for target_object in target_state}


def test_what_is_missing_is_made_and_what_differs_in_letter_case_is_renamed(desks):
    _, target, _, todo = desks.planned()
    assert labels(todo.creates) == {("Example Prod",), ("Sales", "Language"), ("Sales", "Language", "French")}
    renamed = next(target_object for target_object in todo.updates if target_object.item.kind.name == "Department")
    assert renamed.changed == ("name", "nameInCustomerPortal")
    assert renamed.item.id == target.find("Department", ("sales",))[0].id
    kept = {one.item.key: one.reason for one in todo.excess}
    assert set(kept) == {("Example Sandbox",)}
    assert not todo.removals


def test_people_who_are_left_out_are_taken_out_of_skills_and_told(desks):
    _, target, found, todo = desks.planned()
    skill = next(target_object for target_object in todo.creates if target_object.item.kind.name == "Skill")
    assert skill.item.values["agentIds"] == [target.find("Agent", ("jo@example.com",))[0].id]
    assert [(one.key, one.field, one.left_out) for one in found.omissions] == [
        (("kim@example.com",), "", ()),
        (("Sales", "Language", "French"), "agentIds", (("kim@example.com",),)),
    ]


def test_people_are_invited_unless_they_are_out_of_service(desks):
    desks.add("prod", "agents", lastName="Off", emailId="off@example.com", departments=["Sales"], status="DISABLED")
    _, _, found, todo = desks.planned(People(invite=True))
    assert ("kim@example.com",) in labels(todo.creates)
    assert [one.key for one in found.omissions] == [("off@example.com",)]


def test_who_stands_for_another_joins_their_departments(desks):
    desks.add("prod", "departments", name="More")
    kim = next(row["id"] for row in desks.emulator.state("prod")["agents"] if row["lastName"] == "Kim")
    desks.change("prod", "agents", kim, departments=["Sales", "More"])
    desks.add("sandbox", "agents", lastName="T", emailId="tester@example.com", departments=["Sales"])
    _, target, found, todo = desks.planned(People(table={"kim@example.com": "Tester@Example.com"}))
    tester = next(target_object for target_object in todo.updates if target_object.item.key == ("tester@example.com",))
    assert tester.changed == ("associatedDepartmentIds",)
    assert set(tester.item.values) == {
        *("lastName", "emailId", "rolePermissionType", "associatedDepartmentIds", "status"),
    }
    skill = next(target_object for target_object in todo.creates if target_object.item.kind.name == "Skill")
    assert tester.item.id in skill.item.values["agentIds"]
    assert {one.put_in for one in found.omissions if one.field} == {(("More",),), (("tester@example.com",),)}
    assert ("tester@example.com",) in {one.item.key for one in todo.excess}
    assert target.find("Agent", ("tester@example.com",))


def test_who_stands_for_another_must_exist(desks):
    assert desks.problems(People(table={"kim@example.com": "nobody@example.com", "kin@example.com": "jo@x"})) == [
        "nobody@example.com, who shall stand for kim@example.com, is no agent of the target.",
        "kin@example.com, for whom another shall stand, is no agent of the source.",
    ]


def test_who_stands_for_another_must_be_in_service_and_a_row_without_effect_is_told(desks):
    off = desks.add("sandbox", "agents", lastName="O", emailId="off@example.com", departments=["Sales"])
    desks.change("sandbox", "agents", off, status="DISABLED")
    people = People(table={"kim@example.com": "off@example.com", "jo@example.com": "off@example.com"})
    assert desks.problems(people) == [
        "off@example.com, who shall stand for kim@example.com, is out of service in the target."
    ]
    assert desks.planned(people)[2].notes == [
        "jo@example.com is an agent of the target, so off@example.com does not stand for them."
    ]
    # One whom the clone itself brings back into service can stand for others.
    desks.add("prod", "agents", lastName="O", emailId="off@example.com", departments=["Sales"], isConfirmed=True)
    assert desks.problems(people) == []
    assert (
        "nobody@example.com, who shall stand for jo@example.com"
        in desks.problems(People(table={"jo@example.com": "nobody@example.com"}))[0]
    )


def test_people_without_a_department_are_left_out_or_keep_what_the_target_has(desks):
    desks.add("prod", "agents", lastName="N", emailId="n@example.com", departments=[], isConfirmed=True)
    _, _, found, todo = desks.planned(People(invite=True))
    assert [(one.key, one.field) for one in found.omissions] == [(("n@example.com",), "")]
    assert "Belongs to no department" in found.omissions[0].reason
    assert ("n@example.com",) not in labels(todo.creates)
    there = desks.add("sandbox", "agents", lastName="M", emailId="n@example.com", departments=["Sales"])
    _, _, found, todo = desks.planned(People(invite=True))
    target_object = next(
        target_object for target_object in todo.updates if target_object.item.key == ("n@example.com",)
    )
    assert "associatedDepartmentIds" not in target_object.changed
    (told,) = found.omissions
    assert (told.field, told.put_in) == ("associatedDepartmentIds", (("SALES",),))
    assert desks.problems(People(invite=True)) == []
    desks.change("sandbox", "agents", there, associatedDepartmentIds=[])
    (problem,) = desks.problems(People(invite=True))
    assert "associated_department_ids is empty in both" in problem


def test_members_of_another_department_are_left_out(desks):
    desks.add("prod", "departments", name="More")
    kim = next(row["id"] for row in desks.emulator.state("prod")["agents"] if row["lastName"] == "Kim")
    desks.change("prod", "agents", kim, departments=["More"])
    _, target, found, todo = desks.planned(People(invite=True))
    skill = next(target_object for target_object in todo.creates if target_object.item.kind.name == "Skill")
    assert skill.item.values["agentIds"] == [target.find("Agent", ("jo@example.com",))[0].id]
    (told,) = found.omissions
    assert (told.key, told.field, told.left_out) == (
        ("Sales", "Language", "French"),
        "agentIds",
        (("kim@example.com",),),
    )
    assert "do not belong to its department" in told.reason


def test_what_a_clone_made_is_known_by_its_id_and_a_name_that_is_taken_is_told(desks):
    for name in ("A", "B"):
        desks.add("prod", "departments", name=name)
        desks.add("sandbox", "departments", name=name)
    source, target, found, _ = desks.planned()
    a, b = (source.find("Department", (name,))[0].id for name in "AB")
    there = {name: target.find("Department", (name,))[0].id for name in "AB"}
    for id, name in ((a, "B"), (b, "A")):
        desks.change("prod", "departments", id, name=name, nameInCustomerPortal=name)
    _, _, again, todo = desks.planned(known=found.ids)
    assert (again.ids["Department"][a], again.ids["Department"][b]) == (there["A"], there["B"])
    assert not [target_object for target_object in todo.creates if target_object.item.key[-1] in "AB"]
    problems = desks.problems(known=found.ids)
    assert len(problems) == 2
    assert (
        f'department "B" (id {a}): its name is taken in the target by the department "B"' in problems[0] + problems[1]
    )
    assert 'which shall be "A". Rename that one in Zoho Desk' in problems[0] + problems[1]
    desks.change("sandbox", "departments", there["A"], name="X", nameInCustomerPortal="X")
    assert len(desks.problems(known=found.ids)) == 1
    desks.change("sandbox", "departments", there["B"], name="Y", nameInCustomerPortal="Y")
    assert desks.problems(known=found.ids) == []


def test_a_new_object_cannot_take_a_name_before_it_is_free(desks):
    _, _, found, _ = desks.planned()
    home = next(row["id"] for row in desks.emulator.state("prod")["departments"] if row["name"] == "Sales")
    desks.change("prod", "departments", home, name="Sales 2", nameInCustomerPortal="Sales 2")
    desks.add("prod", "departments", name="Sales")
    (problem,) = desks.problems(known=found.ids)
    assert 'taken in the target by the department "SALES"' in problem
    assert 'which shall be "Sales 2"' in problem


def test_a_parent_that_was_renamed_takes_its_children_along(desks):
    source, target, found, _ = desks.planned()
    home = source.find("Department", ("sales",))[0]
    desks.add("sandbox", "skillTypes", name="Language", department="Sales")
    desks.change("prod", "departments", home.id, name="Vertrieb", nameInCustomerPortal="Vertrieb")
    _, _, _, todo = desks.planned(known=found.ids)
    assert labels(todo.creates) == {("Example Prod",), ("Vertrieb", "Language", "French")}
    _, _, _, without = desks.planned()
    assert ("Vertrieb",) in labels(without.creates)
    assert target.find("Department", ("sales",))


@pytest.mark.parametrize("there", [False, True])
def test_a_skill_that_got_another_type_is_that_skill_still(desks, there):
    desks.add("sandbox", "skillTypes", name="Language", department="Sales")
    desks.add("sandbox", "skills", name="French", department="Sales", skillType="Language", criteria=when("x"))
    source, _, found, _ = desks.planned()
    for name in ("prod", "sandbox") if there else ("prod",):
        tongues = desks.add(name, "skillTypes", name="Tongues", department="Sales")
        if name == "prod":
            skill = source.find("Skill", ("sales", "language", "french"))[0].id
            desks.change("prod", "skills", skill, skillTypeId=tongues)
    _, _, again, todo = desks.planned(known=found.ids)
    assert again.ids["Skill"] == found.ids["Skill"]
    [changed] = [entry.changed for entry in todo.updates if entry.item.kind.name == "Skill"]
    assert "skillTypeId" in changed
    assert {key[-1] for key in labels(todo.creates)} == {"Example Prod", *(() if there else ("Tongues",))}


def test_an_empty_value_is_said_where_the_target_has_one(desks):
    sales = next(row["id"] for row in desks.emulator.state("sandbox")["departments"] if row["name"] == "SALES")
    desks.change("sandbox", "departments", sales, description="old")
    _, _, _, todo = desks.planned()
    assert (
        "description"
        in next(target_object for target_object in todo.updates if target_object.item.kind.name == "Department").changed
    )


def test_departments_are_lifted_only_for_what_is_put_into_them(desks):
    off = desks.add("prod", "departments", name="Off", isEnabled=False)
    desks.add("prod", "departments", name="Empty", isEnabled=False)
    desks.emulator.seed({"prod": {"skillTypes": [{"name": "T", "departmentId": off}]}})
    _, _, _, todo = desks.planned()
    assert todo.enabled_meanwhile == {("Department", f"+{off}")}
    first = {
        target_object.item.key: target_object.item.values["isEnabled"]
        for target_object in todo.first()
        if target_object.item.kind.name == "Department"
    }
    assert (first["Off",], first["Empty",]) == (True, False)


def test_pruning_spares_who_must_stay(desks):
    desks.add("sandbox", "departments", name="Extra")
    gone = desks.add("sandbox", "departments", name="Gone", isEnabled=False)
    jo = desks.add("sandbox", "agents", lastName="X", emailId="x@example.com", departments=["Extra"])
    _, target, _, todo = desks.planned(prune=True, spared={("Agent", jo): "The token belongs to this agent."})
    assert {item.key for item in todo.removals} == {("Extra",)}
    kept = {one.item.id: one.reason for one in todo.excess if one.reason}
    assert kept[jo] == "The token belongs to this agent."
    assert "out of service already" in kept[gone]
    assert damage(todo, target, Limits()) == []
    tight = Limits(Bounds(removals=0, removals_percent=0))
    assert "1 of 4 departments" in damage(todo, target, tight)[0]


def test_what_the_source_has_none_of_is_kept_or_removed_as_well(desks):
    desks.add("sandbox", "holidayLists", name="Bavaria", holidays=[])
    _, _, _, todo = desks.planned()
    assert {one.item.key: one.reason for one in todo.excess}["Bavaria",].startswith("Only the target has it")
    assert ("Bavaria",) in {item.key for item in desks.planned(prune=True)[3].removals}


def test_what_comes_with_zoho_desk_and_differs_is_left_and_told(desks):
    row = next(row for row in desks.emulator.state("prod")["profiles"] if row["type"] == "Standard")
    desks.change("prod", "profiles", row["id"], description="Ours", permissions={"tickets": {"delete": False}})
    source, target, found, todo = desks.planned()
    told = {one.field: one.reason for one in found.omissions if one.key == (row["name"],)}
    assert told == dict.fromkeys(
        ("description", "permissions"), "It comes with Zoho Desk, and is left as the target has it."
    )
    (note,) = (one for one in found.notes if row["name"] in one)
    assert note.endswith("comes with Zoho Desk, and is left as the target has it: description, permissions.")
    assert not [target_object for target_object in todo.updates if target_object.item.kind.name == "Profile"]
    excuses = excuses_from(report_of(source, target, found, todo, People(), Earlier()))
    different = compare(source, target, kinds=["Profile"])
    assert different
    assert not different.without(excuses)


def test_every_problem_is_told(desks):
    desks.add("prod", "skillTypes", name="LANGUAGE", department="Sales")
    top = next(row["id"] for row in desks.emulator.state("sandbox")["roles"] if row["name"] == "CEO")
    desks.change("sandbox", "roles", top, name="Boss")
    jo = next(row["id"] for row in desks.emulator.state("prod")["agents"] if row["lastName"] == "Doe")
    desks.change("prod", "agents", jo, role="CEO", profile="Supervisor", associatedDepartmentIds=["1"])
    desks.add("prod", "departments", name="<script>")
    said = "\n".join(desks.problems())
    assert "The source has several objects of one name" in said
    assert "role_id names CEO, which is not made (It comes with Zoho Desk, and the target has none of that name" in said
    assert "names Department 1, which does not exist in the source or cannot be seen" in said
    assert 'department "<script>"' in said


def test_fields_and_counts_are_asked_of_the_target(desks):
    desks.add("prod", "skills", name="Odd", department="Sales", skillType="Language", criteria=when("x", "Moon"))
    desks.emulator.seed({"sandbox": {"limits": {"skills": 1}}})
    assert desks.problems() == [
        next(one for one in desks.problems() if 'the target has no field "Moon" of tickets' in one),
        'The department "Sales" of the target would hold 2 objects of kind Skill; it may hold 1.',
    ]


def test_a_check_that_the_service_refuses_stops_nothing(desks):
    for operation in ("getCriteriaFieldsForSkills", "getUsedCountForAutomationFeature"):
        desks.emulator.fault(
            operation=operation, count=None, status=403, body={"errorCode": "FORBIDDEN", "message": "no"}
        )
    assert desks.problems() == []


@pytest.mark.parametrize(("edition", "count"), [("FREE", 1), ("PROFESSIONAL", 0), ("UNHEARD OF", 0)])
def test_an_edition_holds_so_many_departments(edition, count, two):
    _, target, _, todo = two.planned()
    assert len(list(edition_problems(edition, edition_of(edition), target, todo))) == count


def test_the_report_is_the_same_before_and_after_a_run_that_was_cut_off(desks):
    source, target, found, todo = desks.planned()
    text = report_text(report_of(source, target, found, todo, People(), Earlier()))
    again = report_of(source, target, found, todo, People(), Earlier.of(text))
    assert report_text(again) == text
    assert all(one["id"] is None for one in again["created"])
    assert "phone" not in text


def test_the_report_counts_as_removed_only_what_is_gone(desks):
    desks.add("sandbox", "skillTypes", name="Old", department="Sales")
    gone = desks.add("sandbox", "skillTypes", name="Older", department="Sales")
    source, target, found, todo = desks.planned(prune=True)
    planned = report_of(source, target, found, todo, People(), Earlier())
    assert planned["removed"] == []
    assert {one["key"][-1] for one in planned["removing"]} == {"Old", "Older", "Example Sandbox"} - _default(desks)
    desks.emulator.edit("sandbox", "skillTypes", "delete", id=gone)
    source, target, found, todo = desks.planned()  # the run was killed, and goes on without --prune
    report = report_of(source, target, found, todo, People(), Earlier.of(report_text(planned)))
    assert [one["key"][-1] for one in report["removed"]] == ["Older"]
    assert report["removing"] == []
    assert "Old" in {one["key"][-1] for one in report["kept"]}


def _default(desks) -> set[str]:
    return {row["name"] for row in desks.emulator.state("sandbox")["departments"] if row["isDefault"]}


def test_the_report_knows_what_a_clone_made_by_its_id(desks):
    source, target, found, todo = desks.planned()
    begun = report_of(source, target, found, todo, People(), Earlier())
    made = desks.add("sandbox", "skillTypes", name="Language", department="Sales")
    source, target, found, todo = desks.planned()
    first = report_of(source, target, found, todo, People(), Earlier.of(report_text(begun)))
    assert {"kind": "SkillType", "key": ["Sales", "Language"], "id": made} in first["created"]
    language = source.find("SkillType", ("Sales", "Language"))[0].id
    desks.change("prod", "skillTypes", language, name="Sprache")
    source, target, found, todo = desks.planned(known=found.ids)
    second = report_of(source, target, found, todo, People(), Earlier.of(report_text(first)))
    assert {"kind": "SkillType", "key": ["Sales", "Sprache"], "id": made} in second["created"]
    assert made not in {one["id"] for one in second["adopted"]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n", 'must begin with the line "from,to"'),
        ("from,to\n", "maps nobody"),
        ("from,to\na@x," + "b" * 140_000 + "@x\n", "cannot be read as a table: field larger than"),
        ("\nfrom,to\n\nx,y\n", "row 4: two addresses are needed"),
        ("from,to\na@x,b@x\nA@x,c@x\n", "row 3: A@x stands there twice"),
    ],
)
def test_a_table_of_people_says_what_is_wrong_with_it(text, words, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(text)
    with pytest.raises(InputError, match=words):
        people_from(str(path))
    with pytest.raises(InputError, match="there is no file"):
        people_from("everybody")
    path.write_text("from,to\r\nA@x, b@x\r\n\r\n")
    assert people_from(str(path)).table == {"a@x": "b@x"}


@pytest.mark.parametrize("side", ["prod", "sandbox"])
def test_what_is_hidden_is_refused_before_anything_is_made_twice(desks, side):
    body = {"errorCode": "FORBIDDEN", "message": "no"}
    desks.emulator.fault(operation="getDepartments", organization=side, status=403, body=body, count=None)
    told = "\n".join(desks.problems())
    name = "source" if side == "prod" else "target"
    assert f"The {name} does not show every Department: " in told
    assert f"The {name} does not show every Skill: " in told
    assert "profile" in told


def test_a_kind_that_the_edition_lacks_is_not_cloned_and_the_plan_says_so(desks):
    body = {"errorCode": "LICENSE_ACCESS_LIMITED", "message": "no"}
    desks.emulator.fault(operation="getSkills", organization="prod", status=403, body=body, count=None)
    _, _, found, todo = desks.planned(prune=True)
    assert desks.problems() == []
    assert any(note.startswith("There is no Skill, so none is cloned. ") for note in found.notes)
    assert {target_object.item.kind.name for target_object in todo.creates} == {"Department", "SkillType"}
    assert "Skill" not in {item.kind.name for item in todo.removals}


def test_what_the_edition_of_the_target_lacks_cannot_be_cloned(desks):
    body = {"errorCode": "LICENSE_ACCESS_LIMITED", "message": "no"}
    desks.emulator.fault(operation="getSkills", organization="sandbox", status=403, body=body, count=None)
    (problem,) = desks.problems()
    assert problem.startswith("The target does not show every Skill: ")
