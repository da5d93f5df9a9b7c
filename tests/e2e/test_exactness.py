"""What a preview shows is what is different, and nothing else; seen on the real engine."""

from __future__ import annotations

import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import zip_longest

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import Kind, Text
from pulumi_zohodesk.kinds import KINDS
from tests.kinds.objects import change

from .help_desk import (
    PROGRAM,
    Declared,
    HelpDesk,
    agent,
    changed,
    ids_in,
    mutations,
    others,
    respelt,
    skill,
    thing,
    thing_of,
    whole,
)
from .stack import PREFIX, Stack

MADE = [kind for kind in KINDS if not kind.always]
TOKENS = "/oauth/v2/token"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """The whole help desk, applied once; tests that share it only preview."""
    with Emulator() as emulator:
        found = HelpDesk(Stack(PROGRAM, tmp_path_factory.mktemp("base"), emulator.env(), "base").init(), emulator)
        found = found.declare(whole(emulator))
        found.stack.up()
        yield found


PARTS = 5
"""So many tests share the changes: `make test` makes those of one."""


@pytest.mark.xdist_group("base")
@pytest.mark.parametrize("part", [0, *(pytest.param(part, marks=pytest.mark.matrix) for part in range(1, PARTS))])
def test_every_writable_field_of_every_kind_is_shown_alone(part, base):
    things, every = whole(base.emulator), mutations(base.emulator)
    assert set(every) == {(kind.name, field.wire) for kind in MADE for field in kind.fields if field.compared}
    by_kind = {
        kind.name: [(*field, one) for field, found in every.items() if field[0] == kind.name for one in found]
        for kind in KINDS
    }
    # One change in one object of each kind at a time: that of one kind shows nothing in another.
    rounds = [[one for one in group if one] for group in zip_longest(*by_kind.values())]
    wanted, programs = {}, {}
    for mark, group in list(enumerate(rounds))[part::PARTS]:
        program, expected = things, {}
        for kind, wire, one in group:
            program = changed(program, kind, wire, one)
            paths = expected.setdefault(one.name, (one.op, set()))[1]
            paths.update(wire + path for path in one.paths)
            paths.update(one.beside)
        wanted[mark], programs[mark] = expected, respelt(program, mark)
    with ThreadPoolExecutor(2) as pool:
        seen = dict(zip(programs, pool.map(lambda one: base.declare(one).changes(), programs.values()), strict=True))
    shown = {mark: {name: (op, set(paths)) for name, (op, paths) in found.items()} for mark, found in seen.items()}
    assert shown == wanted


@pytest.mark.xdist_group("base")
def test_another_spelling_of_the_same_changes_nothing(base):
    for seed, flags in ((101, ()), (102, ("--refresh",))):
        assert base.declare(respelt(whole(base.emulator), seed)).changes(*flags) == {}


@pytest.mark.xdist_group("base")
@pytest.mark.parametrize("wrapped", [pytest.param("output", marks=pytest.mark.matrix), "secret"])
def test_every_argument_may_be_an_output(wrapped, base):
    """An output that is known in the preview means what it holds, be it text, a list, a map or another resource."""
    again = base.declare(whole(base.emulator))
    found = replace(again, stack=replace(again.stack, variables={**again.stack.variables, "WRAPPED": wrapped}))
    steps = [one for one in found.stack.preview_json("--show-sames")["steps"] if PREFIX in one["urn"]]
    assert {one["op"] for one in steps} == {"same"}
    step = next(one for one in steps if one["urn"].endswith("::jo"))
    assert ("[secret]" in step["newState"]["inputs"].values()) is (wrapped == "secret")


def pending(emulator: Emulator) -> Declared:
    """Of each kind one object to create, to update and to delete; and to replace, where a kind can be replaced."""
    things = whole(emulator)
    for one in things.values():
        for key, value in one.items():
            if isinstance(value, list) and "@third" in value:
                one[key] = ["@home", "@side"]
    for name in ("third", "max", "products", "nuts"):
        del things[name]
    things["side"]["name"] = "Another side"
    things["languages"]["department_id"] = "@side"
    things["parts"]["name"] = "Spare parts"
    things["bolts"]["status"] = "INACTIVE"
    for kind in others():
        things |= pending_of(emulator, things, kind)
        del things[thing_of(kind, 3)]
    return {
        **things,
        "new_department": {"kind": "Department", "name": "New"},
        "new_agent": agent(9, associated_department_ids=["@new_department"]),
        "new_type": {"kind": "SkillType", "department_id": "@new_department", "name": "New"},
        "new_skill": skill("@new_type", "New", agent_ids=["@new_agent"]),
    }


def pending_of(emulator: Emulator, things: Declared, kind: Kind) -> Declared:
    """One that is new, one with another name, and one with another value of what is fixed."""
    first, second = (things[thing_of(kind, number)] for number in (1, 2))
    texts = (kind.by_wire[kind.key[-1]], *kind.managed)
    name = next(field.snake for field in texts if not field.fixed and isinstance(field.type, Text))
    found = {"new_" + thing_of(kind, 9): thing(emulator, things, kind, 9)}
    found[thing_of(kind, 2)] = {**second, name: "Another name"}
    for field in kind.own_fields:
        if field.fixed:
            given = {kind.by_snake[snake].wire: value for snake, value in first.items() if snake != "kind"}
            new = change(kind, field.wire, given, ids_in(emulator, things, kind))
            values = {kind.by_wire[wire].snake: value for wire, value in {**given, **new}.items() if value is not None}
            found[thing_of(kind, 1)] = {"kind": kind.name, **values}
    return found


@pytest.mark.xdist_group("base")
def test_a_preview_sends_nothing_but_reads(base):
    waiting = base.declare(pending(base.emulator))
    kind_of = {name: thing["kind"] for name, thing in {**whole(base.emulator), **pending(base.emulator)}.items()}
    for flags, methods in (((), set()), (("--refresh",), {"GET"})):
        base.emulator.clear_log()
        found = {(kind_of[name], op) for name, (op, _) in waiting.changes(*flags).items()}
        assert found == {
            *((kind.name, op) for kind in MADE for op in ("create", "update", "delete")),
            *((kind.name, "replace") for kind in MADE if any(field.fixed or field.follows for field in kind.fields)),
        }
        log = base.emulator.log()
        assert {entry["method"] for entry in log if entry["path"] != TOKENS} == methods
        assert sum(entry["path"] == TOKENS for entry in log) <= 1


@pytest.fixture
def desk(make_stack):
    with Emulator() as emulator:
        yield HelpDesk(make_stack(PROGRAM, emulator.env()), emulator)


def unchanged(desk: HelpDesk) -> None:
    desk.stack.preview("--refresh", "--expect-no-changes")


def small() -> Declared:
    """One object of each kind, and a few more to refer to."""
    return {
        "home": {"kind": "Department", "name": "Home"},
        "side": {"kind": "Department", "name": "Side"},
        "jo": agent(1, associated_department_ids=["@home", "@side"], phone="030 1"),
        "kim": agent(2, associated_department_ids=["@home", "@side"]),
        "products": {"kind": "SkillType", "department_id": "@home", "name": "Products"},
        "languages": {"kind": "SkillType", "department_id": "@home", "name": "Languages"},
        "elsewhere": {"kind": "SkillType", "department_id": "@side", "name": "Elsewhere"},
        "french": skill("@languages", "French", agent_ids=["@jo", "@kim"]),
        "german": skill("@languages", "German", agent_ids=["@jo"]),
    }


def altered(things: Declared, **values: dict[str, object]) -> Declared:
    """Some objects with other arguments; None takes one away."""
    result = dict(things)
    for name, more in values.items():
        merged = {**things[name], **more}
        result[name] = {key: value for key, value in merged.items() if value is not None}
    return result


RENAMES = {
    "home": {"name": "Head office"},
    "jo": {"first_name": "Jo", "last_name": "Renamed", "email_id": "renamed@example.com"},
    "languages": {"name": "Tongues"},
    "french": {"name": "Français"},
}


def test_a_rename_is_an_update_and_keeps_the_object(desk):
    desk.declare(small()).stack.up()
    before = desk.ids()
    renamed = desk.declare(altered(small(), **RENAMES))
    assert {name: op for name, (op, _) in renamed.changes().items()} == dict.fromkeys(RENAMES, "update")
    renamed.stack.up()
    assert renamed.ids() == before
    assert [renamed.row(name)["lastName" if name == "jo" else "name"] for name in RENAMES] == [
        "Head office",
        "Renamed",
        "Tongues",
        "Français",
    ]
    unchanged(renamed)
    renamed.emulator.clear_log()
    renamed.stack.up("--expect-no-changes")
    assert renamed.writes() == []


@pytest.mark.matrix
def test_a_skill_type_that_moves_takes_its_skills_along(desk):
    desk.declare(small()).stack.up()
    before = desk.ids()
    moved = desk.declare(altered(small(), languages={"department_id": "@side"}))
    assert moved.changes() == {
        "languages": ("replace", {"departmentId": "update"}),
        "french": ("replace", {}),
        "german": ("replace", {}),
    }
    moved.stack.up()
    after, side = moved.ids(), moved.ids()["side"]
    assert {name for name in before if before[name] != after[name]} == {"languages", "french", "german"}
    state = moved.emulator.state("prod")
    assert {(row["name"], row["departmentId"] == side) for row in state["skillTypes"]} == {
        ("Products", False),
        ("Languages", True),
        ("Elsewhere", True),
    }
    assert {(row["name"], row["skillTypeId"]) for row in state["skills"]} == {
        (name, after["languages"]) for name in ("French", "German")
    }
    unchanged(moved)


@pytest.mark.matrix
def test_a_skill_that_moves_is_replaced_only_when_it_leaves_its_department(desk):
    desk.declare(small()).stack.up()
    before = desk.ids()
    moves = {"french": {"skill_type_id": "@products"}, "german": {"skill_type_id": "@elsewhere"}}
    moved = desk.declare(altered(small(), **moves))
    expected = {
        "french": ("update", {"skillTypeId": "update"}),
        "german": ("replace", {"skillTypeId": "update"}),
    }
    assert moved.changes() == expected
    assert moved.changes("--refresh") == expected
    moved.stack.up()
    after = moved.ids()
    assert after["french"] == before["french"]
    assert after["german"] != before["german"]
    assert moved.row("german")["departmentId"] == after["side"]
    assert len(moved.emulator.state("prod")["skills"]) == 2
    unchanged(moved)


OPTIONAL = {
    "home": {"description": "Words.", "is_enabled": True, "name_in_customer_portal": "At home"},
    "jo": {"phone": "030 1", "first_name": "Jo", "channel_expert": ["EMAIL"], "cf": {"cf_a": "1"}},
    "french": {"description": "Words.", "agent_ids": ["@jo", "@kim"]},
}
LEFT_OUT = {name: dict.fromkeys(values) for name, values in OPTIONAL.items()}


@pytest.mark.matrix
def test_an_argument_taken_away_is_no_longer_managed(desk):
    desk.declare(altered(small(), **OPTIONAL)).stack.up()
    less = desk.declare(altered(small(), **LEFT_OUT))
    less.emulator.clear_log()
    less.stack.up("--expect-no-changes")
    assert less.writes() == []
    less.edit("home", description="Changed outside")
    less.edit("jo", phone="030 2", cf={"cf_a": "2"})
    less.edit("french", agentIds=[])
    unchanged(less)
    less.stack.up("--refresh")
    assert less.writes() == []
    assert less.row("jo")["phone"] == "030 2"
    unchanged(less)


@pytest.mark.matrix
def test_taken_away_together_with_a_change_sends_the_change_alone(desk):
    """The engine shows the input that is gone beside the change; at the service nothing is taken away."""
    desk.declare(altered(small(), **OPTIONAL)).stack.up()
    less = desk.declare(altered(altered(small(), **OPTIONAL), jo={"phone": None, "first_name": "Joan"}))
    assert less.changes() == {"jo": ("update", {"firstName": "update", "phone": "delete"})}
    less.stack.up()
    assert less.row("jo")["phone"] == "030 1"
    assert less.row("jo")["firstName"] == "Joan"
    unchanged(less)


@pytest.mark.matrix
def test_an_empty_argument_clears(desk):
    desk.declare(altered(small(), **OPTIONAL)).stack.up()
    empty = {
        "home": {"description": ""},
        "jo": {"phone": "", "channel_expert": []},
        "french": {"description": "", "agent_ids": []},
    }
    cleared = desk.declare(altered(altered(small(), **OPTIONAL), **empty))
    assert {name: set(paths) for name, (_, paths) in cleared.changes().items()} == {
        "home": {"description"},
        "jo": {"phone", "channelExpert[0]"},
        "french": {"description", "agentIds[0]", "agentIds[1]"},
    }
    cleared.stack.up()
    assert not cleared.row("home")["description"]
    assert not cleared.row("jo")["phone"]
    assert not cleared.row("jo")["channelExpert"]
    assert not cleared.row("french")["description"]
    assert not cleared.row("french")["agentIds"]
    unchanged(cleared)


@pytest.mark.matrix
def test_being_in_service_is_always_managed(desk):
    off = {"side": {"is_enabled": False}, "kim": {"status": "DISABLED"}}
    kim = agent(2, associated_department_ids=["@home"])
    things = {**{name: small()[name] for name in ("home", "side")}, "kim": kim}
    disabled = desk.declare(altered(things, **off))
    disabled.stack.up()
    assert disabled.row("side")["isEnabled"] is False
    assert disabled.row("kim")["status"] == "DISABLED"
    unchanged(disabled)
    default = desk.declare(things)
    assert default.changes() == {
        "side": ("update", {"isEnabled": "update"}),
        "kim": ("update", {"status": "update"}),
    }
    default.stack.up()
    assert default.row("side")["isEnabled"] is True
    assert default.row("kim")["status"] == "ACTIVE"
    unchanged(default)


def test_drift_is_shown_field_by_field_and_repaired(desk):
    desk = desk.declare(altered(small(), **OPTIONAL))
    desk.stack.up()
    live = {name: desk.row(name) for name in ("home", "jo", "languages", "french")}
    desk.edit("home", name="Changed", isVisibleInCustomerPortal=False)
    desk.edit("jo", phone="999", cf={"cf_a": "9", "cf_b": "not managed"}, timeZone="Europe/Paris")
    desk.edit("languages", name="Changed")
    desk.edit("french", agentIds=live["french"]["agentIds"][:1], status="INACTIVE")
    desk.delete("german")
    assert desk.changes("--refresh") == {
        "home": ("update", {"name": "update"}),
        "jo": ("update", {"phone": "update", "cf.cf_a": "update"}),
        "languages": ("update", {"name": "update"}),
        "french": ("update", {"agentIds[1]": "add", "status": "update"}),
        "german": ("create", {}),
    }
    desk.stack.up("--refresh")
    assert desk.row("home")["name"] == "Home"
    assert desk.row("home")["isVisibleInCustomerPortal"] is False
    assert desk.row("jo")["phone"] == "030 1"
    assert desk.row("jo")["cf"] == {"cf_a": "1", "cf_b": "not managed"}
    assert set(desk.row("french")["agentIds"]) == set(live["french"]["agentIds"])
    assert desk.row("german")["name"] == "German"
    unchanged(desk)


@pytest.mark.matrix
def test_what_somebody_changes_meanwhile_is_never_undone_unseen(desk):
    """Not by the update that runs without having seen it, and not by the one after that."""
    desk = desk.declare(altered(small(), french={"agent_ids": ["@jo"]}))
    desk.stack.up()
    ids = desk.ids()
    desk.edit("jo", phone="999", associatedDepartmentIds=[ids["home"]])
    desk.edit("french", agentIds=[ids["jo"], ids["kim"]], description="By hand")
    things = altered(small(), jo={"first_name": "Jo"}, french={"agent_ids": ["@jo"], "status": "INACTIVE"})
    first = desk.declare(things)
    assert first.changes() == {
        "jo": ("update", {"firstName": "add"}),
        "french": ("update", {"status": "update"}),
    }
    first.stack.up()
    second = desk.declare(altered(things, jo={"first_name": "Joan"}, french={"name": "Français"}))
    assert second.changes() == {
        "jo": ("update", {"firstName": "update"}),
        "french": ("update", {"name": "update"}),
    }
    second.stack.up()
    assert (second.row("jo")["phone"], second.row("jo")["associatedDepartmentIds"]) == ("999", [ids["home"]])
    assert set(second.row("french")["agentIds"]) == {ids["jo"], ids["kim"]}
    assert second.row("french")["description"] == "By hand"
    assert second.changes() == {}
    assert second.changes("--refresh") == {
        "jo": ("update", {"phone": "update", "associatedDepartmentIds[1]": "add"}),
        "french": ("update", {"agentIds[1]": "delete"}),
    }
    second.stack.up("--refresh")
    unchanged(second)


PERSONAL = {
    "first_name": "Hildegunde",
    "last_name": "Vandersanden",
    "email_id": "hildegunde.v@example.com",
    "phone": "+49 30 55512121",
    "mobile": "+49 171 55534343",
    "extn": "ext 9917",
    "about_info": "Keeps bees on the roof",
    "cf": {"cf_badge": "Badge 31337"},
}


def plain_text(stack: Stack) -> str:
    """Everything that the stack wrote anywhere: the export, the backend with its history and backups, all else."""
    files = [path for path in stack.home.rglob("*") if path.is_file()]
    texts = [gzip.decompress(raw) if (raw := path.read_bytes())[:2] == b"\x1f\x8b" else raw for path in files]
    assert any("history" in path.parts for path in files)
    assert any("backups" in path.parts for path in files)
    return "\n".join([stack.run("stack", "export").out, *(text.decode("utf-8", "replace") for text in texts)])


def found_in(text: str, row: dict[str, object]) -> set[str]:
    words = {*PERSONAL, "Changed Outside", "zuid", "name", "photoURL"}
    values = {**PERSONAL, "Changed Outside": "Changed Outside", "name": row["name"], "zuid": row["zuid"]}
    values["cf"] = PERSONAL["cf"]["cf_badge"]
    values["photoURL"] = row.get("photoURL")
    return {word for word in words if values[word] and str(values[word]).casefold() in text.casefold()}


@pytest.mark.matrix
def test_personal_data_can_be_kept_out_of_the_state(desk):
    known = {"read_jo": {"read": "Agent", "id": "@jo.id"}}
    desk = desk.declare({**altered(small(), jo=PERSONAL), **known})
    desk.stack.config("zohodesk:hidePersonalData", "true")
    desk.stack.up()
    assert found_in(plain_text(desk.stack), desk.row("jo")) == set()
    desk.edit("jo", isConfirmed=True, zuid="700031337", photoURL="https://example.com/photo/31337")
    desk.stack.refresh()
    row = desk.row("jo")
    shown = desk.stack.run("stack", "export", "--show-secrets").out
    assert found_in(shown, row) == {*PERSONAL, "name", "zuid", "photoURL"}
    assert found_in(plain_text(desk.stack), row) == set()
    desk.stack.clean()
    desk.edit("jo", aboutInfo="Changed Outside")
    desk.stack.refresh()
    assert found_in(plain_text(desk.stack), row) == set()
    assert desk.changes() == {"jo": ("update", {"aboutInfo": "update"})}
    desk.stack.up("--refresh")
    assert desk.row("jo")["aboutInfo"] == PERSONAL["about_info"]
    assert found_in(plain_text(desk.stack), row) == set()
    unchanged(desk)


def test_what_exists_can_be_read_and_looked_up(desk):
    things = small()
    reads = {f"read_{name}": {"read": things[name]["kind"], "id": f"@{name}.id"} for name in LEFT_OUT}
    reads["read_languages"] = {"read": "SkillType", "id": "@languages.id"}
    calls = {
        "get_department": {"name": "@home.name"},
        "get_agent": {"email_id": "@jo.email_id"},
        "get_skill_type": {"name": "@languages.name", "department_id": "@home.id"},
        "get_skill": {"name": "@french.name", "department_id": "@home.id", "skill_type_id": "@languages.id"},
        "get_role": {"name": "CEO"},
        "get_profile": {"name": "Supervisor"},
        "get_organization": {},
        "get_organizations": {},
    }
    desk.declare(things).stack.up()
    later = {f"{call}_output": {"call": f"{call}_output", **given} for call, given in calls.items()}
    known = {"@home.name": "Home", "@jo.email_id": "PERSON.1@example.com", "@languages.name": "Languages"}
    known |= {"@french.name": "French", "@home.id": desk.ids()["home"], "@languages.id": desk.ids()["languages"]}
    now = {
        call: {"call": call, **{key: known.get(value, value) for key, value in given.items()}}
        for call, given in calls.items()
    }
    reading = desk.declare({**things, **reads, **later, **now})
    reading.emulator.clear_log()
    reading.stack.up()
    assert reading.writes() == []
    exported = json.loads(reading.stack.run("stack", "output", "--json").out)
    ids = desk.ids()
    assert {key: exported[key] for key in reads} == {key: ids[key.removeprefix("read_")] for key in reads}
    assert {key: exported[key] for key in now} == {key: exported[f"{key}_output"] for key in now}
    for name, call in (("home", "department"), ("jo", "agent"), ("languages", "skill_type"), ("french", "skill")):
        assert exported[f"get_{call}"]["id"] == ids[name]
    unchanged(reading)


def test_reading_or_looking_up_what_is_missing_is_one_sentence(desk):
    """Each kind's is in tests/dynamic/test_adapter.py."""
    organization = desk.emulator.state("prod")["id"]
    for missing, sentence in (
        ({"read": "Skill", "id": "4242"}, f"Organisation {organization} has no skill with id 4242 that this token"),
        ({"call": "get_agent", "email_id": "nobody@example.com"}, 'has no agent with emailId "nobody@example.com"'),
    ):
        done = desk.declare({"nobody": missing}).stack.preview(code=None)
        assert done.code not in (0, 7)
        assert sentence in done.text
        assert "Traceback" not in done.text
