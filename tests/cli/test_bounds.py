"""What a connection is for bounds every command: what is outside is said, and nothing is sent."""

from __future__ import annotations

import json

import pytest

import pulumi_zohodesk as desk
from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.kinds import KINDS
from tests.cli.two_connections import connect, narrow, reads

LIST = 'actions = ["tickets.list"]'


@pytest.fixture
def emulator(emulator, tmp_path, monkeypatch):
    connect(emulator, tmp_path, monkeypatch)
    return emulator


@pytest.fixture
def bounded(emulator, tmp_path, monkeypatch):
    """Gives the connection ``narrow`` its bounds."""

    def bound(said: str) -> Emulator:
        narrow(tmp_path / "home", monkeypatch, said)
        emulator.clear_log()
        return emulator

    return bound


@pytest.mark.parametrize(
    "command",
    [
        ["diff", "narrow", "sandbox"],
        ["export", "--connection", "narrow", "--out", "x"],
        ["clone", "--from", "narrow", "--to", "sandbox", "--out", "x", "--dry-run"],
    ],
    ids=lambda one: one[0],
)
def test_a_connection_for_no_kind_cannot_be_compared_exported_or_cloned(bounded, capsys, tmp_path, command):
    emulator = bounded(LIST)
    assert run(command) == 1
    assert 'The connection "narrow" is for no kind of object' in capsys.readouterr().err
    assert reads(emulator) == []
    assert not (tmp_path / "home" / "x").exists()


def test_what_is_not_compared_is_told(bounded, capsys):
    bounded('kinds = ["Department"]')
    run(["diff", "narrow", "sandbox"])
    said = capsys.readouterr()
    others = ", ".join(kind.name for kind in KINDS if kind.name != "Department" and not kind.dear)
    assert f'the connection "narrow" is not for {others}, so' in " ".join((said.out + said.err).split())
    run(["diff", "narrow", "sandbox", "--kind", "Department"])
    assert "is not for" not in "".join(capsys.readouterr())


def test_a_clone_into_a_bounded_connection_is_refused_before_anything_is_read(bounded, capsys):
    emulator = bounded('kinds = ["Department", "Skill"]')
    assert run(["clone", "--from", "sandbox", "--to", "narrow", "--out", "x", "--dry-run"]) == 1
    err = capsys.readouterr().err
    others = ", ".join(kind.name for kind in KINDS if kind.name not in ("Department", "Skill") and not kind.dear)
    assert f"is not for {others}, which the clone needs: add them to kinds" in " ".join(err.split())
    assert "is not for skills.feature_count, skills.criteria_fields, which the clone needs" in err
    assert reads(emulator) == []


def test_doctor_tries_nothing_that_is_outside(bounded, capsys):
    emulator = bounded(LIST)
    assert run(["doctor", "--json", "--connection", "narrow", "--kind", "Agent", "--action", "tickets.list"]) == 1
    rows = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    row = rows["what the connection is for"]
    assert row["state"] == "failed"
    assert "outside this connection: " in row["words"]
    assert "agents.list" in row["words"]
    assert "tickets.list" not in row["words"]
    assert rows["scope Desk.tickets.READ"]["state"] == "passed"
    assert {"getAgents", "getDepartments"}.isdisjoint(reads(emulator))


def test_doctor_of_what_a_connection_is_for_finds_nothing_outside(bounded, capsys):
    bounded('kinds = ["Department", "Agent"]')
    assert run(["doctor", "--json", "--connection", "narrow"]) == 0
    assert "what the connection is for" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("bound", "one", "all_"),
    [
        (LIST, False, False),
        ('actions = ["organizations.list"]', False, True),
        ('actions = ["organizations.get"]', True, False),
        ('kinds = ["Department"]', True, False),
    ],
)
def test_look_ups_of_organisations_are_bounded(bounded, bound, one, all_):
    emulator = bounded(bound)
    for look_up, allowed in ((desk.get_organization, one), (desk.get_organizations, all_)):
        if allowed:
            assert look_up(connection="narrow")
        else:
            with pytest.raises(Refused, match=r"is not for organizations\."):
                look_up(connection="narrow")
    assert len(reads(emulator)) == one + all_


@pytest.mark.parametrize(
    ("bound", "sla", "view"), [('kinds = ["SupportPlan"]', True, False), ('actions = ["views.list"]', False, True)]
)
def test_look_ups_without_a_kind_are_bounded_by_what_they_list(bounded, bound, sla, view):
    emulator = bounded(bound)
    (home, *_) = emulator.state("prod")["departments"]
    for look_up, allowed in (
        (lambda: desk.get_sla(department_id=home["id"], name="None", connection="narrow"), sla),
        (lambda: desk.get_view(module="tickets", name="None", connection="narrow"), view),
    ):
        with pytest.raises(
            desk.errors.InputError if allowed else Refused, match="There is no" if allowed else "is not for"
        ):
            look_up()
    assert len(reads(emulator)) == 1


def test_a_misspelt_kind_is_named_where_it_hides_the_bound(bounded, monkeypatch):
    bounded('kinds = ["Agnt", "Department "]')
    with pytest.raises(Refused, match=r'There is no kind "Agnt"'):
        desk.get_agent(email_id="a@example.com", connection="narrow")
    with pytest.raises(desk.errors.InputError, match="has no department"):
        desk.get_department(name="x", connection="narrow")
