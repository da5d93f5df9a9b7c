"""The table of actions: the forty, what each layer does to them, and that it is what the contract says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import walk_packages

import pytest

import pulumi_zohodesk as provider
from pulumi_zohodesk.actions import ACTIONS, LAYERS, action_named, action_of, group_named
from pulumi_zohodesk.emulator._contract import table
from pulumi_zohodesk.emulator.kinds import KINDS as EMULATED
from pulumi_zohodesk.engine import LEVELS, permission_words
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.transport import Operation


def contract() -> dict[str, dict]:
    return {id: row for kind in EMULATED for id, row in table(kind.contract).items()}


def test_there_are_forty_in_the_eight_groups_of_a_connector():
    groups = Counter(action.group for action in ACTIONS if action.connector)
    assert groups == {
        "tickets": 8,
        "contacts": 5,
        "accounts": 5,
        "organizations": 2,
        "departments": 6,
        "agents": 4,
        "skills": 5,
        "skill_types": 5,
    }
    assert groups.total() == 40


def operations_in(value: object) -> Iterator[Operation]:
    """Operations that a value of a module holds, at any depth of tuples, maps and declarations."""
    if isinstance(value, Operation):
        yield value
    elif isinstance(value, Mapping):
        yield from (one for item in value.values() for one in operations_in(item))
    elif isinstance(value, list | tuple):
        yield from (one for item in value for one in operations_in(item))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (one for item in fields(value) for one in operations_in(getattr(value, item.name)))


def test_every_operation_of_the_provider_is_an_action():
    found: dict[str, str] = {}
    for module in walk_packages(provider.__path__, "pulumi_zohodesk."):
        # Questions ask operations that the provider does not need.
        if not module.name.startswith(
            ("pulumi_zohodesk.emulator", "pulumi_zohodesk.questions", "pulumi_zohodesk.cli.probe")
        ) and not module.name.endswith("__main__"):
            for value in vars(import_module(module.name)).values():
                found.update((one.name, f"{one.method} {one.path}") for one in operations_in(value))
    known = {one.operation.name: f"{one.operation.method} {one.operation.path}" for one in ACTIONS}
    assert {name: one for name, one in found.items() if " /oauth/" not in one} == known  # else the accounts server's
    for kind in KINDS:
        more = () if kind.always else (kind.get, kind.create, kind.listing.operation)
        for operation in (kind.update, *more):
            assert action_of(operation).operation is operation


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.name)
def test_an_action_says_what_the_contract_says(action):
    row = contract()[action.operation.name]
    # The contract has two names for the id of a team.
    ours, theirs = (re.sub(r"{\w+}", "{}", path) for path in (f"/api/v1{action.operation.path}", row["path"]))
    assert (action.operation.method, ours) == (row["method"], theirs)
    # Where one scope alone is an alternative to several together, that one is asked for.
    alone = action.group in ("holiday_lists", "business_hours")
    assert set(action.operation.scopes) <= set(row["scopes"])
    assert alone or sorted(action.operation.scopes) == sorted(row["scopes"])
    in_path = {one.name for one in action.parameters if one.place == "path"}
    assert all(f"{{{name}}}" in action.operation.path for name in in_path)
    assert row["path"].count("{") == len(in_path)


def test_each_layer_does_to_the_forty_what_the_guide_says():
    forty = [action for action in ACTIONS if action.connector]
    effects = Counter((name, action.layers[name].effect) for action in forty for name in LAYERS)
    assert effects == {
        ("scope", "refused"): 40,
        ("profile", "refused"): 38,
        ("profile", "not applicable"): 2,
        ("sharing", "refused"): 13,
        ("sharing", "filtered"): 5,
        ("sharing", "not applicable"): 22,
    }
    for action in forty:
        for layer in action.layers.values():
            assert (layer.effect == "not applicable") != bool(layer.needs)
            assert (layer.effect == "not applicable") != bool(layer.source)
        assert action.sharing.needs in ("", *LEVELS)


MODULES = ("Tickets", "Contacts", "Accounts", "Products")


def test_permissions_read_as_the_desk_calls_them():
    words = {permission_words(action.profile.needs) for action in ACTIONS if action.profile.needs}
    assert words == {
        *(f"{module}: {verb}" for module in MODULES for verb in ("View", "Create", "Edit", "Delete")),
        *("Departments", "Manage Agents", "Automation", "Permissions", "Teams", "Templates", "Webhooks", "Email"),
    }


def test_names_are_found_however_they_are_spelled():
    assert action_named("Tickets.Move-To-Trash").name == "tickets.move_to_trash"
    assert group_named("SKILL-types") == "skill_types"


@pytest.mark.parametrize(
    ("name", "near"), [("tickts.list", "tickets.list"), ("move", "tickets.move"), ("zzz", "There are: tickets.create")]
)
def test_an_unknown_action_gets_the_nearest_names(name, near):
    with pytest.raises(InputError, match=near.replace(".", r"\.")):
        action_named(name)
