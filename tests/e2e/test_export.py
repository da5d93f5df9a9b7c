"""Round trip on the real engine: export, import, preview shows nothing."""

from __future__ import annotations

import os
import re
from collections import Counter

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import Order
from pulumi_zohodesk.kinds import KINDS
from tests.kinds.living import populate
from tests.kinds.tables import TABLES
from tests.processes import ran

from .stack import BIN

CONDITION = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "contains", "value": ['say "no"', "\\n"]}
CRITERIA = {"fieldConditions": [CONDITION, {**CONDITION, "fieldName": "Language"}], "pattern": "(1or2)"}
HOSTILE = 'it\'s "50 %" #{x} 🎉 '
FLAGS = ("--generate-code=false", "--protect=false", "--yes", "--skip-preview")


@pytest.fixture
def emulator():
    with Emulator() as running:
        fill(running)
        yield running


def fill(emulator: Emulator) -> None:
    """Every kind, every field, names that the service itself would refuse, and what is out of service."""
    departments = [
        {"name": "Größe", "description": "First\nline\t'x'", "isVisibleInCustomerPortal": False},
        {"name": HOSTILE, "nameInCustomerPortal": "import os; os.abort()"},
        {"name": "class", "isEnabled": False},
    ]
    agents = [
        {
            "firstName": "Jo",
            "lastName": HOSTILE,
            "emailId": "Jo.Doe@Example.com",
            "departments": ["Größe", HOSTILE],
            "chatDepartments": ["Größe"],
            "role": "Support Manager",
            "phone": "+49 (1) 23",
            "mobile": "<1>",
            "extn": "007",
            "aboutInfo": "a\\b",
            "channelExpert": ["Phone", "Chat"],
            "timeZone": "Europe/Berlin",
            "cf": {"cf_modelName": "x", "cf_b": "12:30"},
            "isConfirmed": True,
        },
        {"lastName": "Off", "emailId": "off@example.com", "departments": ["Größe"], "status": "DISABLED"},
    ]
    types = [{"name": "Language", "department": name} for name in ("Größe", HOSTILE, "class")]
    skills = [
        {"name": name, "department": "Größe", "skillType": "Language", "criteria": CRITERIA, "description": "d"}
        for name in ("French", HOSTILE, "{braces}")
    ]
    emulator.seed({"prod": {"departments": departments, "agents": agents, "skillTypes": types, "skills": skills}})
    jo = next(row["id"] for row in emulator.state("prod")["agents"] if row["lastName"] == HOSTILE)
    for place, skill in enumerate(emulator.state("prod")["skills"]):
        values = {"agentIds": [jo], "status": ("ACTIVE", "INACTIVE")[place % 2]}
        emulator.edit("prod", "skills", "update", id=skill["id"], values=values)
    populate(emulator, "prod", KINDS)
    for row in emulator.state("prod")["mailReplyAddresses"]:  # what needs a password is in test_write_only.py
        emulator.edit("prod", "mailReplyAddresses", "update", id=row["id"], values={"serviceProviderType": "ZohoSMTP"})


EVERY = tuple(word for kind in KINDS for word in ("--kind", kind.name))
"""What comes with Zoho Desk and what is dear, too."""


def run_export(emulator, tmp_path, *arguments: str):
    """As a user types it; returns the folder."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("ZOHODESK_")}
    environ = {**kept, **emulator.env(), "ZOHODESK_CACHE_DIR": str(tmp_path / "tokens")}
    folder = tmp_path / "exported"
    command = [str(BIN / "zohodesk"), "export", "--out", str(folder), *arguments]
    ran(command, cwd=tmp_path, env=environ)
    return folder


@pytest.mark.parametrize(
    "flags",
    [
        pytest.param((), id="python", marks=pytest.mark.matrix),
        pytest.param(("--by", "department"), id="by department", marks=pytest.mark.matrix),
        pytest.param(("--format", "yaml"), id="yaml", marks=pytest.mark.matrix),
        pytest.param(("--kind", "Skill", "--kind", "Agent"), id="filtered", marks=pytest.mark.matrix),
        pytest.param(EVERY, id="every kind"),
    ],
)
def test_an_exported_organisation_imports_and_shows_no_change(flags, emulator, make_stack, tmp_path):
    folder = run_export(emulator, tmp_path, *flags)
    stack = make_stack(folder, emulator.env())
    stack.run("import", "--file", str(folder / "import.json"), *FLAGS)
    emulator.clear_log()
    stack.preview("--refresh", "--expect-no-changes")
    stack.preview("--expect-no-changes")
    assert all(entry["method"] == "GET" or "/oauth/" in entry["path"] for entry in emulator.log())
    named, state = "--kind" in flags, emulator.state("prod")
    skills = Counter(row["departmentId"] for row in state["skills"])
    orders = [row for row in state["departments"] if skills[row["id"]] > 1]
    wanted = Counter(
        kind.name
        for kind in KINDS
        for row in (orders if isinstance(kind.calls, Order) else state[TABLES[kind.name]])
        if (kind.name in flags if named else not kind.dear and not kind.given(row))
    )
    assert Counter(item["type"].split(":")[-1] for item in stack.resources().values()) == wanted
    assert "No difference" in stack.zohodesk("drift").out


def test_an_exported_program_manages_what_it_imported(emulator, make_stack, tmp_path):
    """After the import a change of the program is one update, and nothing is replaced."""
    folder = run_export(emulator, tmp_path, "--hide-personal-data")
    stack = make_stack(folder, emulator.env())
    stack.config("zohodesk:hidePersonalData", "true")
    steps = re.findall(r"^\$ (.*)$", (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [step.split()[:2] for step in steps if not step.startswith("pulumi config")] == [
        ["pip", "install"],
        ["pulumi", "stack"],
        ["zohodesk", "adopt"],
        ["zohodesk", "preview"],
        ["rm", "import.json"],
    ]
    own = f"--cwd . --stack {stack.name} --config-file {stack.settings}"
    for step in steps[-3:-1]:
        done = ran(["sh", "-c", f"{step} {own}"], cwd=folder, env=stack.environment())
    assert done.out == "Nothing to change.\n"
    again = ran(["sh", "-c", f"{steps[-3]} {own}"], cwd=folder, env=stack.environment())
    assert "nothing: the stack has it all" in again.out
    protected = {item["type"].split(":")[-1] for item in stack.resources().values() if item.get("protect")}
    assert protected == {"Department", "Agent"}
    stack.clean()
    program = folder / "skills.py"
    program.write_text(
        program.read_text(encoding="utf-8").replace('name="French"', 'name="Français"'), encoding="utf-8"
    )
    assert {name: step["op"] for name, step in stack.changes().items()} == {"größe_language_french": "update"}
    stack.up()
    stack.clean()
    assert not any(word in str(stack.export()) for word in ("Jo.Doe@Example.com", "jo_doe"))
