"""The law: what an export declares is what the organisation holds, whatever its names are."""

from __future__ import annotations

import ast
import itertools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pulumi_zohodesk.engine import Kind, check, diff
from pulumi_zohodesk.export import Options, Selection, project, select, write
from pulumi_zohodesk.inventory import Inventory
from pulumi_zohodesk.inventory._inventory import item_of
from pulumi_zohodesk.kinds import KINDS, kind_named
from tests.kinds.values import another_value

from .generated import organisations
from .running import run

SLOWLY = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
FORMS = list(itertools.product(("python", "yaml"), ("kind", "department")))
PROVIDER = Path(__file__).resolve().parents[2] / "provider"
RUFF = Path(sys.executable).parent / "ruff"


def exported(inventory, folder: Path, form="python", by="kind", selection=Selection(), hide=False):  # noqa: B008
    made = project(inventory, select(inventory, selection), Options("x", form=form, by=by, hide=hide))
    write(made, folder)
    return made


def hold_to_the_law(inventory, made, folder: Path) -> None:
    """What the program declares passes every check beside the imported state, and differs from it in nothing."""
    declared = run(folder, inventory)
    entries = {one.name: one for one in made.declared}
    state = {entry["name"]: entry for entry in json.loads((folder / "import.json").read_text())["resources"]}
    assert {name for _, name in declared} == set(entries) == set(state)
    for (kind_name, name), inputs in declared.items():
        kind, item = kind_named(kind_name), entries[name].item
        checked = check(kind, state[name]["inputs"], inputs)
        assert checked.problems == ()
        assert not diff(kind, state[name]["outputs"], checked.inputs)
        assert set(checked.inputs) == set(state[name]["inputs"]) - {"__provider"}
        untold = {wire: value for wire, value in item.values.items() if wire not in checked.inputs}
        implied = set(kind.implied(item.row))
        says = {field.wire for field in kind.managed if field.applies(item.values)} - implied
        assert all(wire not in says or value in ("", [], {}) for wire, value in untold.items())
        for wire, value in checked.inputs.items():
            assert kind.by_wire[wire].type.same(item.values[wire], value), wire


@pytest.mark.parametrize(("form", "by"), FORMS)
@SLOWLY
@given(inventory=organisations())
def test_an_export_says_all_and_nothing_else(form, by, inventory):
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "out"
        hold_to_the_law(inventory, exported(inventory, folder, form, by), folder)


@SLOWLY
@given(inventory=organisations(), chosen=st.sets(st.sampled_from([kind.name for kind in KINDS]), min_size=1))
def test_a_part_of_an_organisation_finds_the_rest_by_name(inventory, chosen):
    for form in ("python", "yaml"):
        with tempfile.TemporaryDirectory() as home:
            folder = Path(home) / "out"
            made = exported(inventory, folder, form, selection=Selection(kinds=tuple(sorted(chosen))))
            hold_to_the_law(inventory, made, folder)
            assert {one.item.kind.name for one in made.declared} <= chosen


@SLOWLY
@given(inventory=organisations(), by=st.sampled_from(["kind", "department"]))
def test_the_program_is_formatted_and_holds_nothing_but_declarations(inventory, by):
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "out"
        made = exported(inventory, folder, by=by)
        done = subprocess.run(
            [str(RUFF), "format", "--isolated", "--diff", str(folder)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout
        for path, text in made.files.items():
            if path.endswith(".py"):
                hold_to_declarations(ast.parse(text))


def hold_to_declarations(tree: ast.Module) -> None:
    """Imports, assignments, and calls of this package: nothing that a name smuggled in."""
    harmless = (ast.Module, ast.Import, ast.alias, ast.Assign, ast.Expr, ast.Constant, ast.List, ast.Dict, ast.keyword)
    names = (ast.Name, ast.Attribute, ast.Load, ast.Store, ast.UnaryOp, ast.USub)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            assert isinstance(node.func, ast.Attribute)
            if ast.unparse(node.func) in ("pulumi.Config", "pulumi.Config().require_secret"):
                continue
            assert isinstance(node.func.value, ast.Name)
            assert node.func.value.id == "desk"
        else:
            assert isinstance(node, (*harmless, *names)), ast.dump(node)


@SLOWLY
@given(inventory=organisations(), form=st.sampled_from(["python", "yaml"]))
def test_two_exports_are_the_same_bytes(inventory, form):
    turned = Inventory(
        inventory.organization_id,
        [item for kind in reversed(inventory.kinds) for item in reversed(inventory.items(kind))],
        kinds=inventory.kinds,
    )
    options = Options("x", form=form)
    assert project(inventory, select(inventory, Selection()), options).files == (
        project(turned, select(turned, Selection()), options).files
    )


@SLOWLY
@given(inventory=organisations())
def test_nothing_personal_is_a_name_when_it_shall_be_hidden(inventory):
    with tempfile.TemporaryDirectory() as home:
        made = exported(inventory, Path(home) / "out", hide=True)
        agents = [one for one in made.declared if one.item.kind.name == "Agent"]
        assert all(one.name.startswith("agent_") and len(one.name.split("_")[1]) == 8 for one in agents)


FULL = {
    "Department": {
        "name": "Sales",
        "nameInCustomerPortal": "Shop",
        "description": "d",
        "isVisibleInCustomerPortal": False,
        "isAssignToTeamEnabled": True,
        "isEnabled": False,
    },
    "Agent": {
        "lastName": "Doe",
        "firstName": "Jo",
        "emailId": "jo@example.com",
        "rolePermissionType": "Custom",
        "roleId": "1",
        "profileId": "1",
        "associatedDepartmentIds": ["1"],
        "associatedChatDepartmentIds": ["1"],
        "phone": "1",
        "mobile": "2",
        "extn": "3",
        "aboutInfo": "x",
        "channelExpert": ["Chat"],
        "langCode": "en_US",
        "countryCode": "en_US",
        "timeZone": "UTC",
        "cf": {"cf_a": "b"},
        "status": "DISABLED",
    },
    "SkillType": {"departmentId": "1", "name": "Language"},
    "Skill": {
        "skillTypeId": "1",
        "name": "French",
        "description": "d",
        "status": "INACTIVE",
        "criteria": {
            "fieldConditions": [{"fieldModule": "tickets", "fieldName": "f", "condition": "is", "value": ["a"]}],
            "pattern": "1",
        },
        "agentIds": ["1"],
        "departmentId": "1",
    },
}


def _filled(kind: Kind) -> dict[str, Any]:
    row = {field.wire: another_value(field.type, field.default, lambda _kind: ["1", "2"]) for field in kind.managed}
    row |= {field.wire: None for field in kind.managed if field.ref == kind.name or field.write_only}
    row |= {field.when.wire: field.when.values[0] for field in kind.managed if field.when}
    return {**row, **({kind.within[1]: "1"} if kind.within else {})}


def full() -> Inventory:
    """One object of every kind, with every field set to something that is no default."""
    rows = {kind.name: FULL.get(kind.name) or _filled(kind) for kind in KINDS}
    names = {"Department": ("Sales",), "Agent": ("jo@example.com",), "SkillType": ("Sales", "Language")}
    items = [
        item_of(kind, {**rows[kind.name], "id": "1"}, lambda name, _id: names.get(name))  # type: ignore[arg-type]
        for kind in KINDS
    ]
    return Inventory("7001", items)


@pytest.mark.parametrize(("form", "by"), FORMS)
def test_every_writable_field_of_every_kind_is_exported(form, by, tmp_path):
    inventory = full()
    every = Selection(kinds=frozenset(kind.name for kind in KINDS))  # what comes with Zoho Desk, too
    made = exported(inventory, tmp_path / "out", form, by, every)
    hold_to_the_law(inventory, made, tmp_path / "out")
    declared = run(tmp_path / "out", inventory)
    told = {(kind, wire) for (kind, _), inputs in declared.items() for wire in inputs}
    # An object that names itself cannot be declared; nothing else is left out.
    assert told == {(kind.name, field.wire) for kind in KINDS for field in kind.answered if field.ref != kind.name}


def test_the_program_is_typed(tmp_path):
    """In every form; what was learned of the package for one serves the next."""
    for form, by in FORMS:
        folder = tmp_path / f"{form}, {by}"
        exported(full(), folder, form, by)
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--config-file=", "--strict", "__main__.py"],
            cwd=folder,
            env={**os.environ, "MYPYPATH": str(PROVIDER), "MYPY_CACHE_DIR": str(tmp_path / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{folder.name}: {done.stdout}"


def test_departments_that_refer_to_each_other_share_a_file(tmp_path):
    """Python cannot import two modules that each need the other."""
    homes = {"1": "North", "2": "South"}
    rows = [(kind_named("Department"), {"id": id, "name": name, "isEnabled": True}) for id, name in homes.items()]
    rows += [(kind_named("Team"), {"id": f"1{id}", "departmentId": id, "name": "Team"}) for id in homes]
    access = {"type": "restrictedAccess", "roles": [], "rolesAndSubordinates": [], "agents": []}
    for id, other in (("1", "2"), ("2", "1")):
        folder = {"folderName": "Folder", "folderAccessDetails": {**access, "teams": [f"1{other}"]}}
        rows.append((kind_named("TemplateFolder"), {"id": f"2{id}", "departmentId": id, **folder}))
    names = {("Department", id): (name,) for id, name in homes.items()}
    inventory = Inventory("7001", [item_of(kind, row, lambda *place: names.get(place)) for kind, row in rows])
    made = exported(inventory, tmp_path / "out", by="department")
    assert len([path for path in made.files if path.startswith("department_")]) == 1
    hold_to_the_law(inventory, made, tmp_path / "out")
