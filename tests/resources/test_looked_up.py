"""What no kind manages is looked up in a program: views, tags, service level agreements, licence, counts."""

from __future__ import annotations

from collections import Counter

import pytest

import pulumi_zohodesk as desk
from pulumi_zohodesk.errors import AmbiguousMatch

HOURS = {"creditLimit": "10", "creditCycle": "MONTHLY", "isAdditionalUsageAllowed": True, "isCarryForwardAllowed": True}


@pytest.fixture
def emulator(connected):
    connected.seed(
        {
            "prod": {
                "limits": {"seats": 5},
                "departments": [{"name": "Sales"}, {"name": "Support"}],
                "slas": [{"name": "Gold", "department": "Sales"}, {"name": "Iron", "department": "Sales"}],
                "supportPlans": [
                    {"name": name, "department": "Sales", "sla": "Gold", "creditDetails": HOURS} for name in "AB"
                ],
                "ticketTags": [{"name": f"tag{number}", "department": "Sales"} for number in range(130)],
                "views": [
                    {"name": "Mine", "module": "tickets"},
                    {"name": "Mine", "module": "tickets", "departmentId": None, "displayLabel": "Other"},
                ],
            }
        }
    )
    connected.clear_log()
    return connected


@pytest.fixture
def sales(emulator):
    return next(row["id"] for row in emulator.state("prod")["departments"] if row["name"] == "Sales")


def test_each_is_found_by_name_and_each_list_is_read_once(emulator, sales):
    tags = {row["name"]: row["id"] for row in emulator.state("prod")["ticketTags"]}
    assert [desk.get_ticket_tag(department_id=sales, name=name).id for name in ("TAG0", "tag129")] == [
        tags["tag0"],
        tags["tag129"],
    ]
    assert desk.get_ticket_tag(department_id=sales, name="tag7").ticket_count == 1
    view = desk.get_view(module="tickets", name="all tickets", department_id=sales)  # by its label
    assert (view.name, view.display_label, view.is_custom_view) == ("All Cases", "All Tickets", False)
    assert desk.get_view(module="contacts", name="All Contacts").id != view.id
    gold = desk.get_sla(department_id=sales, name="gold")
    assert gold.id in {row["id"] for row in emulator.state("prod")["slas"]}
    assert desk.get_license_feature(name="agnt01").limits == {"ORG": 5}
    count = desk.get_automation_count(feature="SupportPlans", department_id=sales)
    assert (count.used_total_count, count.max_total_count) == (2, 1000)
    asked = Counter(entry["operation"] for entry in emulator.log() if entry["operation"])
    assert asked["listTicketTags"] == 2  # its pages
    assert asked["getSupportPlans"] == asked["featureInfo"] == 1


@pytest.mark.parametrize(
    ("look_up", "said"),
    [
        (lambda home: desk.get_view(module="tickets", name="All Ticket"), "nearest: All Tickets"),
        (lambda home: desk.get_view(module="ticket", name="All"), "The value passed for the 'module' query parameter"),
        (lambda home: desk.get_ticket_tag(department_id=home, name="urgent"), "and 90 more."),
        (
            lambda home: desk.get_sla(department_id=home, name="Iron"),
            "Only those that a support plan of the department",
        ),
        (lambda home: desk.get_automation_count(feature="Skills"), "'departmentId' is missing"),
    ],
    ids=["view", "module", "tag", "sla", "count"],
)
def test_what_is_not_there_is_one_sentence(emulator, sales, look_up, said):
    with pytest.raises(desk.errors.DeskError) as caught:
        look_up(sales)
    assert said in str(caught.value)


def test_several_of_one_name_are_told_with_their_ids(emulator):
    with pytest.raises(AmbiguousMatch, match=r'2 views have module "tickets" and name "Mine": ids \d+, \d+\.'):
        desk.get_view(module="tickets", name="Mine")
