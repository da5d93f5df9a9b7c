"""`desk.SkillMatrix`: who is meant by a table, and what a program and its table lack of each other."""

from __future__ import annotations

import pulumi
import pytest
from pulumi.runtime.settings import reset_options

import pulumi_zohodesk as desk
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.errors import InputError

HEAD = "department,Sales,Sales\nskill type,Language,Language\nagent,French,Spanish\n"
FRENCH, SPANISH = ("Sales", "Language", "French"), ("Sales", "Language", "Spanish")


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(*lines: str) -> str:
        (tmp_path / "skills.csv").write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
        return "skills.csv"

    return write


@pytest.fixture
def organisation(monkeypatch, tmp_path):
    """Thirty agents who can be looked up."""
    with Emulator() as emulator:
        for name, value in emulator.env().items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("ZOHODESK_CACHE_DIR", str(tmp_path / "tokens"))
        emulator.seed({"prod": {"departments": [{"name": "Sales"}], "generate": {"agents": 30}}})
        emulator.clear_log()
        yield emulator


def ids(emulator, *numbers: int) -> list[str]:
    rows = {row["emailId"]: row["id"] for row in emulator.state("prod")["agents"]}
    return [rows[f"agent{number}@example.com"] for number in numbers]


def calls(emulator) -> list[str]:
    return [entry["operation"] for entry in emulator.log() if "/oauth/" not in entry["path"]]


def test_agents_are_those_given_and_others_by_address_or_id(organisation, table):
    one = desk.get_agent(email_id="agent1@example.com")
    organisation.clear_log()
    given = {"JO@example.com": "77"}
    path = table("agent1@example.com,x,", "Agent2@example.com,x,x", "jo@example.com,,x", "123,,x")
    with desk.SkillMatrix(path, agents={**given, "agent1@example.com": one}) as matrix:
        assert matrix.agent_ids(*FRENCH) == ids(organisation, 1, 2)
        assert matrix.agent_ids("SALES", " language", "Spanish") == [*ids(organisation, 2), "77", "123"]
    assert calls(organisation) == ["getAgentByEmail", "getAgent"]
    with desk.SkillMatrix(table("agent1@example.com,x,"), agents=[one]) as matrix:
        assert [matrix.agent_ids(*FRENCH), matrix.agent_ids(*SPANISH)] == [[one.id], []]


def test_many_are_looked_up_in_the_list(organisation, table):
    with desk.SkillMatrix(table(*(f"agent{number}@example.com,x," for number in range(1, 31)))) as matrix:
        assert matrix.agent_ids(*FRENCH) == ids(organisation, *range(1, 31))
        matrix.agent_ids(*SPANISH)
    assert calls(organisation) == ["getAgents"]


def test_an_agent_who_is_not_there_is_told_with_place_and_nearest(organisation, table):
    with pytest.raises(InputError) as caught:
        desk.SkillMatrix(table("agent1@example.com,x,", "agnet2@example.com,x,", "zzz@q,,"))
    first, second = str(caught.value).splitlines()
    assert 'skills.csv, line 5, column 1: "agnet2@example.com" is none of agents=' in first
    assert "Nearest: agent2@example.com. Declare the agent in the program and give it to agents=" in first
    assert 'line 6, column 1: "zzz@q" is none of agents=, and the organisation has no such agent' in second
    assert "Nearest" not in second


def test_people_who_are_hidden_are_in_no_message(organisation, table, monkeypatch):
    monkeypatch.setenv("PULUMI_CONFIG", '{"zohodesk:hidePersonalData": "true"}')
    with pytest.raises(InputError) as caught:
        desk.SkillMatrix(table("agent1@example.com,x,", "agnet2@example.com,x,"))
    assert "line 5, column 1: this agent is none of agents=" in str(caught.value)
    assert "@" not in str(caught.value)


def test_a_program_and_its_table_must_have_the_same_skills(table):
    given = {"jo@example.com": "1"}
    with pytest.raises(InputError) as caught, desk.SkillMatrix(table("jo@example.com,x,"), agents=given) as matrix:
        matrix.agent_ids("Sales", "Language", "Frensh")
    assert 'skills.csv has no skill "Frensh" in "Language" in "Sales". Nearest: "French"' in str(caught.value)
    assert "(skills.csv, line 3, column 2). Add it to the table, or correct the name." in str(caught.value)
    with pytest.raises(InputError) as caught, desk.SkillMatrix("skills.csv", agents=given) as matrix:
        matrix.agent_ids(*FRENCH)
    assert 'skills.csv, line 3, column 3: the program asks for no skill "Spanish" in "Language" in "Sales".' in str(
        caught.value
    )
    with pytest.raises(ZeroDivisionError), desk.SkillMatrix("skills.csv", agents=given):
        raise ZeroDivisionError
    with pytest.raises(InputError, match=r"Write `with desk\.SkillMatrix"):
        desk.SkillMatrix("skills.csv", agents=given).agent_ids(*FRENCH)


class Mocks(pulumi.runtime.Mocks):
    def call(self, args):
        return {"id": "9", **args.args}

    def new_resource(self, args):
        return f"{args.name}_id", args.inputs


@pytest.fixture
def mocked():
    pulumi.runtime.set_mocks(Mocks())
    yield
    reset_options()


def agent(name: str, address: pulumi.Input[str]) -> desk.Agent:
    return desk.Agent(
        name,
        last_name=name,
        email_id=address,
        role_permission_type="AgentPublic",
        associated_department_ids=["5"],
    )


def test_agents_that_the_program_declares_are_referred_to(mocked, table):
    path = table("jo@example.com,x,", "kim@example.com,x,", "lee@example.com,x,")
    jo = agent("jo", "Jo@example.com")
    kim = agent("kim", pulumi.Output.from_input("kim@example.com"))
    with pytest.raises(InputError, match=r"known before the run.*agents=\{\"jo@example\.com\": jo\}"):
        desk.SkillMatrix(path, agents=[jo, kim])
    with desk.SkillMatrix(path, agents={"jo@example.com": jo, "kim@example.com": kim}) as matrix:
        assert matrix.agent_ids(*FRENCH) == [jo, kim, "9"]
        matrix.agent_ids(*SPANISH)
    with desk.SkillMatrix(table("jo@example.com,x,"), agents=[jo]) as matrix:
        assert matrix.agent_ids(*FRENCH) == [jo]
        matrix.agent_ids(*SPANISH)
