"""Who has which skill: the figures, and the table that is read again."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.kinds import skill_table
from pulumi_zohodesk.report import department_skills, matrix_csv
from tests.compare.desks import Desk


@pytest.fixture
def desk():
    """Sales has Jo, Kim and Lee, who is deactivated; French has holders, one of whom is from Billing, one unseen."""
    desk = Desk()
    desk.sales, desk.billing = desk.add("Department", name="Sales"), desk.add("Department", name="Billing")
    for name, home, more in (
        ("jo", desk.sales, {}),
        ("kim", desk.sales, {}),
        ("lee", desk.sales, {"status": "DISABLED"}),
        ("max", desk.billing, {}),
    ):
        address = f"{name}@example.com"
        setattr(
            desk,
            name,
            desk.add("Agent", firstName=name.title(), emailId=address, associatedDepartmentIds=[home], **more),
        )
    language = desk.add("SkillType", departmentId=desk.sales, name="Language")
    for name, holders, more in (
        ("French", [desk.jo, desk.lee, desk.max, "404"], {}),
        ("Spanish", [], {}),
        ("Dutch", [], {"status": "INACTIVE"}),
    ):
        desk.add("Skill", departmentId=desk.sales, skillTypeId=language, name=name, agentIds=holders, **more)
    return desk


def sales(desk, **options):
    inventory = desk.inventory()
    chosen = inventory.find("Department", ("Sales",))
    return department_skills(inventory, chosen, **{"fewer_than": 2, **options})[0]


def test_the_figures(desk):
    found = sales(desk)
    assert {skill.name: (skill.holders, skill.active, skill.thin) for skill in found.skills} == {
        "Dutch": (0, False, False),
        "French": (2, True, False),
        "Spanish": (0, True, True),
    }
    assert [agent.label for agent in found.agents] == ["agent 404", "Jo Doe", "Kim Doe", "Lee Doe", "Max Doe"]
    assert [(agent.active, agent.member) for agent in found.agents] == [
        (False, False),
        (True, True),
        (True, True),
        (False, True),
        (True, False),
    ]
    assert [agent.label for agent in found.active] == ["Jo Doe", "Kim Doe"]
    assert [agent.label for agent in found.without] == ["Kim Doe"]
    assert found.coverage == 0.5


@pytest.mark.parametrize(("fewer_than", "thin"), [(0, []), (1, ["Spanish"]), (3, ["French", "Spanish"])])
def test_how_few_are_too_few_is_said(desk, fewer_than, thin):
    assert [skill.name for skill in sales(desk, fewer_than=fewer_than).thin] == thin


def test_a_department_without_agents_has_no_coverage(desk):
    desk.edit("Department", desk.billing, isEnabled=False)
    desk.remove("Agent", desk.max)
    inventory = desk.inventory()
    (billing,) = department_skills(inventory, inventory.find("Department", ("Billing",)), fewer_than=2)
    assert (billing.coverage, billing.agents, billing.skills, billing.in_service) == (None, (), (), False)


def test_hidden_people_have_ids_alone(desk):
    found = sales(desk, hide=True)
    assert {agent.label for agent in found.agents} == {
        f"agent {id}" for id in (desk.jo, desk.kim, desk.lee, desk.max, "404")
    }
    assert not any(agent.address for agent in found.agents)


@pytest.mark.parametrize("hide", [False, True])
def test_the_table_is_what_skill_matrix_reads(desk, tmp_path, hide):
    other = desk.add("Agent", emailId="KIM@example.com", associatedDepartmentIds=[desk.sales])
    inventory = desk.inventory()
    path = tmp_path / "skills.csv"
    path.write_text(matrix_csv(inventory, inventory.items("Skill"), [desk.sales], hide=hide), encoding="utf-8")
    table = skill_table([path])
    ids = {f"{name}@example.com": getattr(desk, name) for name in ("jo", "lee", "max")}
    assert {key[-1]: {ids.get(agent, agent) for agent in one.agents} for key, one in table.columns.items()} == {
        "french": {desk.jo, desk.lee, desk.max, "404"},
        "spanish": set(),
        "dutch": set(),
    }
    assert {ids.get(agent, agent) for agent in table.agents} == {*ids.values(), desk.kim, other, "404"}
    assert ("@" in path.read_text(encoding="utf-8")) is not hide
