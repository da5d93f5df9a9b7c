"""A user's unit test, with Pulumi's mocks: look-ups are answered by them, and nothing is sent."""

from __future__ import annotations

import pulumi
import pytest
from pulumi.runtime.settings import reset_options

import pulumi_zohodesk as desk
from pulumi_zohodesk.errors import InputError


class Mocks(pulumi.runtime.Mocks):
    def __init__(self, **answers):
        self.answers, self.calls, self.made = answers, [], []

    def call(self, args):
        self.calls.append((args.token, args.args))
        return self.answers.get(args.token.rpartition(":")[2], {})

    def new_resource(self, args):
        self.made.append((args.typ, args.name, args.inputs))
        return f"{args.name}_id", args.inputs


@pytest.fixture
def mocked(monkeypatch, tmp_path):
    """Pulumi as it was before, afterwards. No setting says where to connect."""
    monkeypatch.chdir(tmp_path)
    for name in ("CLIENT_ID", "REFRESH_TOKEN", "ORG_ID", "CONNECTION"):
        monkeypatch.delenv(f"ZOHODESK_{name}", raising=False)

    def mock(**answers):
        mocks = Mocks(**answers)
        pulumi.runtime.set_mocks(mocks)
        return mocks

    yield mock
    reset_options()  # the settings that there were are changed in place, so they cannot be kept


def test_every_look_up_is_answered_by_the_mocks(mocked):
    mocks = mocked(
        getDepartment={"id": "5", "name": "Sales", "isEnabled": True},
        getAgent=({"id": "6", "emailId": "jo@example.com", "associated_department_ids": ["5"]}, []),
        getSkillType={"id": "7", "name": "Language"},
        getSkill={"id": "8"},
        getRole={"id": "9"},
        getProfile={"id": "10"},
        getOrganization={"id": "11", "companyName": "Example"},
        getOrganizations={"data": [{"id": "11"}]},
        getView={"id": "12", "displayLabel": "All"},
        getAutomationCount={"usedTotalCount": 3},
    )
    sales = desk.get_department(name="Sales")
    assert (sales.id, sales.is_enabled, sales.description) == ("5", True, None)
    assert desk.get_agent(email_id="jo@example.com", connection="staging").associated_department_ids == ["5"]
    assert desk.get_skill_type(name="Language", department_id="5").name == "Language"
    assert desk.get_skill(name="French", department_id="5").id == "8"
    assert [desk.get_role(name="CEO").id, desk.get_profile(name="Agent").id] == ["9", "10"]
    assert desk.get_organization().company_name == "Example"
    assert [one.id for one in desk.get_organizations()] == ["11"]
    assert desk.get_view(module="tickets", name="All").display_label == "All"
    assert desk.get_automation_count(feature="workflows").used_total_count == 3
    assert mocks.calls[-1] == ("zohodesk:index:getAutomationCount", {"feature": "workflows"})
    assert mocks.calls[:3] == [
        ("zohodesk:index:getDepartment", {"name": "Sales"}),
        ("zohodesk:index:getAgent", {"emailId": "jo@example.com", "connection": "staging"}),
        ("zohodesk:index:getSkillType", {"departmentId": "5", "name": "Language"}),
    ]


def test_a_mock_that_forgets_a_look_up_is_told_what_to_answer(mocked):
    mocked()
    with pytest.raises(InputError, match=r"answer zohodesk:index:getDepartment with no id\. Let their `call` return"):
        desk.get_department(name="Sales")


def test_a_program_with_a_look_up_runs_in_a_test(mocked):
    mocks = mocked(getDepartment={"id": "5", "name": "Sales"})

    @pulumi.runtime.test
    def program():
        kind = desk.SkillType("language", department_id=desk.get_department(name="Sales").id, name="Language")
        later = desk.get_department_output(name=kind.name)
        return pulumi.Output.all(kind.id, later).apply(lambda known: found.append((known[0], known[1].id)))

    found: list[tuple[str, str]] = []
    program()
    assert found == [("language_id", "5")]
    ((typ, name, inputs),) = mocks.made
    assert (typ, name) == ("pulumi-python:dynamic/zohodesk:SkillType", "language")
    assert (inputs["departmentId"], inputs["name"]) == ("5", "Language")


def test_data_files_look_up_through_the_mocks(mocked, tmp_path):
    mocks = mocked(getDepartment={"id": "5", "name": "Sales"})
    (tmp_path / "types.yaml").write_text("SkillType:\n  t: {department: Sales, name: Language}\n")
    pulumi.runtime.test(lambda: desk.load(tmp_path / "types.yaml")["t"].id)()
    assert mocks.made[0][2]["departmentId"] == "5"


def test_import_is_refused_with_the_line_and_what_to_do(mocked):
    mocked()
    with pytest.raises(InputError, match=r"test_mocks\.py, line \d+: The department sales .*zohodesk adopt") as e:
        desk.Department("sales", name="Sales", opts=pulumi.ResourceOptions(import_="12"))
    assert isinstance(e.value, pulumi.RunError)  # which the language host shows without a traceback
