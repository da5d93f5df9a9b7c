"""The call count law: an inventory costs the list pages and no single read, counted by the service."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.kinds import KINDS

FOUR = ("Department", "Agent", "SkillType", "Skill")
OTHERS = {
    kind.listing.operation.name: 40 if kind.listing.scope else 1
    for kind in KINDS
    if kind.name not in FOUR and not kind.dear
}
"""Lists of other kinds, all short: one for the organisation, or one for each of its departments."""
LARGE = {"departments": 40, "agents": 5_000}


@pytest.fixture
def large(organisation):
    """5,000 agents, 40 departments, 60 skill types, 400 skills, beside what an organisation begins with."""
    emulator = organisation.emulator
    emulator.seed({"prod": {"generate": {"departments": 39, "agents": 4_999}}})
    homes = [f"Department {number}" for number in range(1, 40)]
    types = [(homes[number % 39], f"Type {number}") for number in range(60)]
    emulator.seed({"prod": {"skillTypes": [{"name": name, "department": home} for home, name in types]}})
    skills = [
        {"name": f"Skill {number}", "department": home, "skillType": name}
        for number in range(400)
        for home, name in [types[number % 60]]
    ]
    emulator.seed({"prod": {"skills": skills}})
    emulator.clear_log()
    return organisation


def counts(inventory) -> dict[str, int]:
    return {name: len(inventory.items(name)) for name in inventory.kinds}


def test_a_large_organisation_costs_its_list_pages(large):
    found = counts(large.take())
    assert {name: found[name] for name in FOUR} == {"Department": 40, "Agent": 5_000, "SkillType": 60, "Skill": 400}
    # A list ends with a page that is not full: 5,000 agents fill 25 pages of 200, so there is a 26th.
    assert Counter(large.calls()) == {
        "getDepartments": 1,
        "getAgents": 26,
        "getSkillTypes": 1,
        "getSkills": 40,
        **OTHERS,
    }


def test_the_whole_command_costs_them_and_the_organisation_itself(large, tmp_path, monkeypatch):
    """`zohodesk export` as it is typed: written to the disk, and no object asked for by itself."""
    for name in [name for name in os.environ if name.startswith("ZOHODESK_")]:
        monkeypatch.delenv(name)
    for name, value in large.emulator.env().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("ZOHODESK_CACHE_DIR", str(tmp_path / "tokens"))
    monkeypatch.chdir(tmp_path)
    assert run(["export", "--out", "a"]) == 0
    found = Counter(large.calls())
    assert found["getOrganization"] == 1
    assert found.total() == 69 + sum(OTHERS.values())
    assert not set(found) & {kind.get.name for kind in KINDS if not kind.always}


def test_thin_lists_of_agents_cost_one_read_per_agent_more(large):
    large.emulator.switch(thin_lists=True)
    inventory = large.take()
    found = Counter(large.calls())
    assert found.pop("getAgent") == 5_000
    assert found.total() == 68 + sum(OTHERS.values())
    assert all("timeZone" in item.values and "cf" in item.values for item in inventory.items("Agent"))


def test_fields_that_no_object_has_cost_ten_probes(organisation):
    """An organisation without custom fields: neither list nor object has the key."""
    emulator = organisation.emulator
    emulator.seed({"prod": {"generate": {"agents": 50}}})
    with emulator.world.lock:
        for row in emulator.world.portal("prod").table("agents"):
            del row["cf"]
    emulator.clear_log()
    inventory = organisation.take(["Agent"])
    assert Counter(organisation.calls())["getAgent"] == 10
    assert all("cf" not in item.values for item in inventory.items("Agent"))
