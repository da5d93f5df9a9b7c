"""What the filters choose, and what is refused."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.errors import AmbiguousMatch, InputError
from pulumi_zohodesk.export import Options, Selection, project, select
from tests.inventory.organisation import is_when


@pytest.fixture
def inventory(organisation):
    for name in ("Sales", "Billing"):
        organisation.add("departments", name=name)
        organisation.add("skillTypes", name="Language", department=name)
        organisation.add("skills", name=f"French {name}", department=name, skillType="Language", criteria=is_when("f"))
        organisation.add("agents", lastName=name, emailId=f"{name}@example.com", departments=[name])
    organisation.add("agents", lastName="Both", emailId="both@example.com", departments=["Sales", "Billing"])
    return organisation.take()


def names(inventory, **wanted) -> list[str]:
    return [item.key[-1] for item in select(inventory, Selection(**wanted))]


def test_everything_by_default_and_what_is_referred_to_first(inventory):
    kinds = [item.kind.name for item in select(inventory, Selection())]
    assert list(dict.fromkeys(kinds)) == ["Department", "Profile", "Role", "Agent", "SkillType", "Skill"]
    assert len(kinds) == 3 + 1 + 2 + 4 + 2 + 2  # of profiles and roles those that do not come with Zoho Desk


def test_kinds_come_in_the_order_in_which_they_can_be_declared(inventory):
    kinds = [item.kind.name for item in select(inventory, Selection(kinds=("Skill", "Department")))]
    assert kinds == ["Department"] * 3 + ["Skill"] * 2


def test_an_order_of_fewer_than_two_says_nothing_and_is_left_out(organisation):
    for name, skills in {"None": 0, "One": 1, "Two": 2}.items():
        organisation.add("departments", name=name)
        organisation.add("skillTypes", name="Language", department=name)
        for number in range(skills):
            criteria = is_when("f")
            organisation.add("skills", name=f"S{number}", department=name, skillType="Language", criteria=criteria)
    inventory = organisation.take(kinds=("SkillOrder", "Department", "Skill", "SkillType"))
    assert names(inventory, kinds=("SkillOrder",)) == ["Two"]
    with pytest.raises(InputError, match="has nothing of --kind SkillOrder in One"):
        names(inventory, kinds=("SkillOrder",), departments=("One",))


def test_a_department_brings_what_lies_in_it_and_who_belongs_to_it(inventory):
    found = names(inventory, departments=("SALES",))
    assert found == ["Sales", "both@example.com", "Sales@example.com", "Language", "French Sales"]


def test_a_pattern_fits_the_last_name_whatever_its_case(inventory):
    assert names(inventory, name="*SALES*") == ["Sales", "Sales@example.com", "French Sales"]
    assert names(inventory, name="sales") == ["Sales"]


def test_an_unknown_department_is_named_with_those_there_are(inventory):
    with pytest.raises(InputError, match=r'no department "Nope".*"Billing".*"Sales"'):
        names(inventory, departments=("Nope",))


def test_two_objects_of_one_name_are_refused_with_both_ids(organisation):
    first = organisation.add("departments", name="Sales")
    second = organisation.add("departments", name="SALES")
    inventory = organisation.take()
    with pytest.raises(AmbiguousMatch, match=f"ids {first}, {second}"):
        names(inventory)
    assert names(inventory, kinds=("Agent",)) == ["admin@example.com"]


def test_what_is_made_by_cloning_says_of_what_it_can_be_made_again(organisation):
    inventory = organisation.take(["Profile"])
    files = project(inventory, select(inventory, Selection()), Options("x")).files
    assert 'desk.get_profile(name="Agent").id' in files["lookups.py"]
    assert "clone_of=lookups." in files["profiles.py"]
    assert 'name="Supervisor"' in files["profiles.py"]
    assert 'name="Agent"' not in files["profiles.py"]
