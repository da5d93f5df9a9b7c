"""The call budget on the emulator: what refreshing a whole organisation costs, counted by the service."""

from __future__ import annotations

from contextlib import closing

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import MARKS, Marks, Session, read
from pulumi_zohodesk.kinds import KINDS, kind_named
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import Client

EVEN = [10] * 20
LOPSIDED = [181] + [1] * 19
CRITERIA = {
    "fieldConditions": [{"fieldModule": "tickets", "fieldName": "Subject", "condition": "is", "value": ["a"]}],
    "pattern": "1",
}


class Organisation:
    """An emulated organisation of a given size, and what a refresh of it costs."""

    def __init__(self, emulator: Emulator, tmp_path) -> None:
        self.emulator, self.tmp_path = emulator, tmp_path

    def fill(self, agents: int, departments: int = 1, types: int = 0, skills: list[int] | None = None) -> None:
        """Names refer to each other; ids are the emulator's."""
        edit = lambda kind, **values: self.emulator.edit("prod", kind, "create", values=values)["id"]  # noqa: E731
        self.departments = [edit("departments", name=f"D{n}") for n in range(departments)]
        for number in range(agents):
            edit(
                "agents",
                lastName=f"L{number}",
                emailId=f"a{number}@example.com",
                rolePermissionType="AgentPublic",
                associatedDepartmentIds=[self.departments[number % departments]],
                timeZone="UTC",
            )
        homes = [self.departments[number % departments] for number in range(types)]
        kinds = [edit("skillTypes", name=f"T{number}", departmentId=home) for number, home in enumerate(homes)]
        for place, count in enumerate(skills or []):
            for number in range(count):
                edit(
                    "skills",
                    name=f"S{place}-{number}",
                    skillTypeId=kinds[place],
                    status="ACTIVE",
                    criteria=CRITERIA,
                    agentIds=[],
                )

    def state(self, kind: str, table: str, managed: tuple[str, ...], only=lambda row: True) -> list:
        marks = Marks(self.emulator.env()["ZOHODESK_ORG_ID"], "", managed).as_state()
        rows = [row for row in self.emulator.state("prod")[table] if only(row)]
        return [(kind_named(kind), row["id"], {**row, MARKS: marks}) for row in rows]

    def refresh(self, *groups) -> tuple[int, int]:
        """Reads everything as a new process would; returns calls and credits."""
        settings = resolve(environ=self.emulator.env(), directory=self.tmp_path)
        self.emulator.clear_log()
        with closing(Client(settings, cache_dir=self.tmp_path)) as client:
            session = Session(client, settings, KINDS)
            for kind, id, outputs in (item for group in groups for item in group):
                live = read(session, kind, id, outputs)
                assert live is not None
                assert all(live.inputs[wire] == outputs[wire] for wire in Marks.of(outputs).managed or ())
        log = [entry for entry in self.emulator.log() if "/oauth/" not in entry["path"]]
        assert all(entry["method"] == "GET" for entry in log)
        return len(log), sum(entry["credits"] for entry in log)


@pytest.fixture
def organisation(emulator, tmp_path):
    return Organisation(emulator, tmp_path)


def everything(organisation):
    owned = lambda row: row["timeZone"] == "UTC" and row["lastName"][1:].isdigit()  # noqa: E731
    return (
        organisation.state("Department", "departments", ("name", "isEnabled"), lambda row: row["name"].startswith("D")),
        organisation.state("Agent", "agents", ("lastName", "emailId", "timeZone", "rolePermissionType"), owned),
        organisation.state("SkillType", "skillTypes", ("name", "departmentId")),
        organisation.state("Skill", "skills", ("name", "skillTypeId", "status", "agentIds")),
    )


@pytest.mark.parametrize("spread", [EVEN, LOPSIDED], ids=["even", "181 in one department"])
def test_a_whole_organisation_costs_little_more_than_its_lists(organisation, spread):
    organisation.fill(agents=400, departments=20, types=60, skills=spread)
    groups = everything(organisation)
    assert [len(group) for group in groups] == [20, 400, 60, 200]
    calls, credits = organisation.refresh(*groups)
    pages = 1 + 2 + 1 + sum(-(-count // 100) for count in spread)
    assert calls <= 1.2 * pages + 5
    assert credits <= 1.2 * 3 * pages + 5


def test_three_of_five_thousand_cost_at_most_twice_three_reads(organisation):
    organisation.fill(agents=5_000)
    agents = organisation.state("Agent", "agents", ("lastName",), lambda row: row["lastName"][1:].isdigit())
    calls, credits = organisation.refresh([agents[10], agents[2_500], agents[4_990]])
    assert calls <= 6
    assert credits <= 6


def test_a_look_up_of_a_program_asks_once_for_what_it_found(organisation, tmp_path):
    organisation.fill(agents=10)
    settings = resolve(environ=organisation.emulator.env(), directory=tmp_path)
    with closing(Client(settings, cache_dir=tmp_path)) as client:
        session = Session(client, settings, KINDS)
        for _ in range(2):
            for number in range(10):
                session.look_up(kind_named("Agent"), {"emailId": f"a{number}@example.com"})
        assert client.calls == 20
        found = {session.look_up(kind_named("Role"), {"name": name})["id"] for name in ("CEO", "ceo") * 3}
        assert (len(found), client.calls) == (1, 21)


def test_thin_lists_cost_one_read_per_agent_more_and_show_no_false_change(organisation):
    organisation.fill(agents=400)
    organisation.emulator.switch(thin_lists=True)
    agents = everything(organisation)[1]
    calls, _ = organisation.refresh(agents)
    assert calls <= 400 + 2 + 5
