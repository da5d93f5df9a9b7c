"""A help desk that sets every argument of every kind, and every single change that can be made to it."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pulumi_zohodesk.dynamic import logical_name
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import EMAIL, Kind, Many
from pulumi_zohodesk.kinds import KINDS, kind_named
from tests.kinds.objects import PORTABLE, change, right
from tests.kinds.tables import TABLES
from tests.kinds.values import Ids

from .stack import PREFIX, Stack

PROGRAM = Path(__file__).parent / "programs" / "mutable"
Declared = dict[str, dict[str, Any]]
Changes = dict[str, tuple[str, dict[str, str]]]


@dataclass
class HelpDesk:
    """A stack of the mutable program, and the emulator that it manages."""

    stack: Stack
    emulator: Emulator

    def declare(self, things: Declared) -> HelpDesk:
        """The same stack with another program."""
        variables = {**self.emulator.env(), "DECLARED": json.dumps(things)}
        return replace(self, stack=replace(self.stack, variables=variables))

    def changes(self, *flags: str) -> Changes:
        """By name, the operation and each path of the preview's detailed diff with its kind.

        A replacement also names the inputs that ask for it, with ``replaces``.
        """
        found: Changes = {}
        for step in self.stack.preview_json(*flags)["steps"]:
            if PREFIX not in step["urn"] or step["op"] in ("same", "refresh", "read"):
                continue
            name = logical_name(step["urn"])
            op, paths = found.get(name, ("", {}))
            detail = dict.fromkeys(step.get("replaceReasons") or (), "replaces")
            detail |= {path: one["kind"] for path, one in (step.get("detailedDiff") or {}).items()}
            # A replacement is three steps: the one in the middle says what it is.
            op = "replace" if "replac" in step["op"] else step["op"]
            found[name] = (op, {**paths, **detail})
        return found

    def _held(self) -> dict[str, dict[str, Any]]:
        """Our objects in the state, from the backend's own file: `pulumi stack export` takes the better part of 1 s."""
        file = self.stack.backend / ".pulumi" / "stacks" / "mutable" / f"{self.stack.name}.json"
        held = json.loads(file.read_text(encoding="utf-8"))["checkpoint"]["latest"]["resources"]
        return {logical_name(item["urn"]): item for item in held if PREFIX in item["urn"]}

    def _table(self, name: str) -> tuple[str, str]:
        item = self._held()[name]
        return TABLES[item["type"].removeprefix(PREFIX)], item["id"]

    def ids(self) -> dict[str, str]:
        return {name: item["id"] for name, item in self._held().items()}

    def row(self, name: str) -> dict[str, Any]:
        """An object of the program as it is at the service."""
        table, id = self._table(name)
        return next(row for row in self.emulator.state("prod")[table] if row["id"] == id)

    def edit(self, name: str, /, **values: Any) -> None:
        """Somebody changes an object in the UI."""
        table, id = self._table(name)
        self.emulator.edit("prod", table, "update", id=id, values=values)

    def delete(self, name: str) -> None:
        table, id = self._table(name)
        self.emulator.edit("prod", table, "delete", id=id)

    def writes(self) -> list[str]:
        """Calls of the API that were no GET; requests for tokens go to another server."""
        return [
            entry["operation"]
            for entry in self.emulator.log()
            if entry["method"] != "GET" and "/oauth/" not in entry["path"]
        ]


def condition(value: str, *more: str, field: str = "Subject") -> dict[str, Any]:
    return {"fieldModule": "tickets", "fieldName": field, "condition": "contains", "value": [value, *more]}


CONDITIONS = [condition("bonjour", "salut"), condition("Web", field="Channel"), condition("High", field="Priority")]
CRITERIA = {"fieldConditions": CONDITIONS, "pattern": "(1or(2and3))"}


def agent(number: int, **more: Any) -> dict[str, Any]:
    plain = {
        "kind": "Agent",
        "last_name": f"Person{number}",
        "email_id": f"person.{number}@example.com",
        "role_permission_type": "AgentPublic",
        "associated_department_ids": ["@home", "@side", "@third"],
    }
    return {**plain, **more}


def skill(kind: str, name: str, **more: Any) -> dict[str, Any]:
    return {"kind": "Skill", "skill_type_id": kind, "name": name, "status": "ACTIVE", "criteria": CRITERIA, **more}


def whole(emulator: Emulator) -> Declared:
    """Objects of every kind; `home`, `jo`, `languages`, `french` and those of other kinds have every argument."""
    state = emulator.state("prod")
    role = {row["name"]: row["id"] for row in state["roles"]}
    profile = {row["name"]: row["id"] for row in state["profiles"]}
    by_hand: Declared = {
        "side": {"kind": "Department", "name": "Side"},
        "third": {"kind": "Department", "name": "Third"},
        "home": {
            "kind": "Department",
            "name": "Home",
            "name_in_customer_portal": "At home",
            "description": "Where it starts.",
            "is_visible_in_customer_portal": True,
            "is_assign_to_team_enabled": False,
            "is_enabled": True,
            "email_successor_id": "@side",
            "agent_successor_id": "@side",
            "restore": False,
        },
        "kim": agent(1),
        "lee": agent(2, associated_department_ids=["@third", "@home", "@side"]),
        "max": agent(3),
        "jo": agent(
            4,
            first_name="Josephine",
            role_permission_type="Custom",
            role_id=role["Support Agent"],
            profile_id=profile["Supervisor"],
            associated_chat_department_ids=["@home", "@side", "@third"],
            phone="+49 30 1234567",
            mobile="+49 171 7654321",
            extn="4711",
            about_info="Speaks of lighthouses.",
            channel_expert=["EMAIL", "PHONE", "CHAT"],
            lang_code="en_US",
            country_code="en_US",
            time_zone="Europe/Berlin",
            cf={"cf_modelName": "Shelf A", "cf_floor": "2"},
            status="ACTIVE",
            on_destroy="deactivate",
            reassign_to="@kim",
            restore=False,
        ),
        "products": {"kind": "SkillType", "department_id": "@home", "name": "Products"},
        "languages": {"kind": "SkillType", "department_id": "@home", "name": "Languages"},
        "parts": {"kind": "SkillType", "department_id": "@home", "name": "Parts"},
        "french": skill("@languages", "French", description="Reads and writes it.", agent_ids=["@jo", "@kim", "@lee"]),
        "german": skill("@languages", "German", agent_ids=["@lee", "@kim"]),
        "bolts": skill("@parts", "Bolts"),
        "nuts": skill("@parts", "Nuts"),
    }
    things = dict(by_hand)
    for kind in others():
        for number in range(1, 4):
            things[thing_of(kind, number)] = thing(emulator, things, kind, number)
    return things


def others() -> list[Kind]:
    """The kinds of which nothing is declared by hand; what is always there is in tests/kinds and its example."""
    return [
        kind for kind in KINDS if kind.name not in ("Department", "Agent", "SkillType", "Skill") and not kind.always
    ]


def thing_of(kind: Kind, number: int) -> str:
    """The logical name of an object of such a kind: two that others refer to, and a third."""
    return f"{kind.name}{number}"


def thing(emulator: Emulator, things: Declared, kind: Kind, number: int) -> dict[str, Any]:
    """What only one of them can have none has, so that one can get it."""
    values = right(kind, ids_in(emulator, things, kind), number)
    given = {kind.by_wire[wire]: value for wire, value in values.items()}
    return {"kind": kind.name, **{one.snake: value for one, value in given.items() if not one.exclusive}}


def ids_in(emulator: Emulator, things: Declared, of: Kind) -> Ids:
    """What objects of a kind can refer to: the first two objects of the program, or what comes with Zoho Desk.

    What holds ids of what has no API lies where that is, in the department that every organisation begins with.
    """
    home = emulator.state("prod")["departments"][0]["id"]

    def ids(kind: str) -> list[str]:
        if kind == "SLA":
            rows = emulator.state("prod")["slas"]
            new = ({"name": name, "departmentId": home} for name in ("Gold", "Silver") if not rows)
            return [row["id"] for row in rows] + [
                emulator.edit("prod", "slas", "create", values=one)["id"] for one in new
            ]
        names = [f"@{name}" for name, thing in things.items() if thing["kind"] == kind]
        if kind == "Department" and of not in PORTABLE:
            return [home, *names]
        rows = emulator.state("prod")[TABLES[kind]]
        return names[:2] or [row["id"] for row in rows if kind_named(kind).given(row)]

    return ids


@dataclass(frozen=True)
class Mutation:
    """One change of one argument, and the paths that the preview must show for it.

    ``paths`` are those after the field's own name: ``""`` is the field itself, ``"[1]"`` its second element. What has
    to change ``beside`` it is by wire name, and None is left out, which shows as well.
    """

    name: str
    value: Any
    paths: tuple[str, ...] = ("",)
    op: str = "update"
    beside: Mapping[str, Any] = field(default_factory=dict)


def derived(emulator: Emulator, kind: Kind) -> dict[tuple[str, str], list[Mutation]]:
    """One change of every argument of a kind."""
    things, name = whole(emulator), thing_of(kind, 3)
    values = {kind.by_snake[snake].wire: value for snake, value in things[name].items() if snake != "kind"}
    found = {}
    for one in (one for one in kind.own_fields if one.compared):
        new = change(kind, one.wire, values, ids_in(emulator, things, kind))
        value = new.pop(one.wire)
        paths = tuple(sorted(differing(values.get(one.wire), value)))
        found[kind.name, one.wire] = [Mutation(name, value, paths, "replace" if one.fixed else "update", new)]
    return found


def differing(old: Any, new: Any) -> set[str]:
    """The paths at which two values differ, as the engine shows them."""
    if isinstance(old, dict) and isinstance(new, dict):
        pairs = {f".{key}": (old.get(key), new.get(key)) for key in {*old, *new}}
    elif isinstance(old, list) and isinstance(new, list):
        pairs = {f"[{place}]": pair for place, pair in enumerate(zip_longest(old, new))}
    else:
        return {""} if old != new else set()
    return {path + rest for path, pair in pairs.items() for rest in differing(*pair)}


def other_criteria(place: int, new: dict[str, Any], pattern: str = CRITERIA["pattern"]) -> dict[str, Any]:
    return {"fieldConditions": [*CONDITIONS[:place], new, *CONDITIONS[place + 1 :]], "pattern": pattern}


def mutations(emulator: Emulator) -> dict[tuple[str, str], list[Mutation]]:
    """By kind and field; a field that is missing here fails the test."""
    state = emulator.state("prod")
    role = next(row["id"] for row in state["roles"] if row["name"] == "Support Manager")
    profile = next(row["id"] for row in state["profiles"] if row["name"] == "Agent")
    two, exchanged = ["@home", "@side"], ["@home", "@side", state["departments"][0]["id"]]
    texts = {
        ("home", "Department"): ("name", "nameInCustomerPortal", "description"),
        ("jo", "Agent"): ("lastName", "firstName", "phone", "mobile", "extn", "aboutInfo"),
        ("languages", "SkillType"): ("name",),
        ("french", "Skill"): ("name", "description"),
    }
    plain = {(kind, wire): [Mutation(name, "Other 7")] for (name, kind), wires in texts.items() for wire in wires}
    return {
        **{key: found for kind in others() for key, found in derived(emulator, kind).items()},
        **plain,
        ("Department", "isVisibleInCustomerPortal"): [Mutation("home", False)],
        ("Department", "isAssignToTeamEnabled"): [Mutation("home", True)],
        ("Department", "isEnabled"): [Mutation("home", False)],
        ("Department", "emailSuccessorId"): [Mutation("home", "@third")],
        ("Department", "agentSuccessorId"): [Mutation("home", "@third")],
        ("Department", "restore"): [Mutation("home", True)],
        ("Agent", "emailId"): [Mutation("jo", "somebody.else@example.com")],
        ("Agent", "rolePermissionType"): [Mutation("kim", "AgentPersonal")],
        ("Agent", "roleId"): [Mutation("jo", role)],
        ("Agent", "profileId"): [Mutation("jo", profile)],
        ("Agent", "associatedDepartmentIds"): [Mutation("max", two, ("[2]",)), Mutation("jo", exchanged, ("[2]",))],
        ("Agent", "associatedChatDepartmentIds"): [
            Mutation("jo", two, ("[2]",)),
            Mutation("jo", exchanged, ("[2]",)),
            Mutation("jo", [], ("[0]", "[1]", "[2]")),
        ],
        ("Agent", "channelExpert"): [
            Mutation("jo", ["EMAIL", "FACEBOOK", "CHAT"], ("[1]",)),
            Mutation("jo", ["EMAIL", "PHONE", "CHAT", "FACEBOOK"], ("[3]",)),
        ],
        ("Agent", "langCode"): [Mutation("jo", "fr_FR")],
        ("Agent", "countryCode"): [Mutation("jo", "fr_FR")],
        ("Agent", "timeZone"): [Mutation("jo", "Europe/Paris")],
        ("Agent", "cf"): [
            Mutation("jo", {"cf_modelName": "Shelf A", "cf_floor": "3"}, (".cf_floor",)),
            Mutation("jo", {"cf_modelName": "Shelf A", "cf_floor": "2", "cf_newOne": "x"}, (".cf_newOne",)),
        ],
        ("Agent", "status"): [Mutation("jo", "DISABLED")],
        ("Agent", "onDestroy"): [Mutation("jo", "delete")],
        ("Agent", "reassignTo"): [Mutation("jo", "@max")],
        ("Agent", "restore"): [Mutation("jo", True)],
        ("SkillType", "departmentId"): [Mutation("products", "@side", op="replace")],
        ("Skill", "skillTypeId"): [Mutation("french", "@products")],
        ("Skill", "status"): [Mutation("french", "INACTIVE")],
        ("Skill", "criteria"): [
            Mutation("french", {**CRITERIA, "pattern": "((1or2)and3)"}, (".pattern",)),
            Mutation("french", other_criteria(0, condition("bonjour", "allô")), (".fieldConditions[0].value[1]",)),
            Mutation(
                "french",
                other_criteria(1, condition("Web", field="Phone")),
                (".fieldConditions[1].fieldName",),
            ),
            Mutation(
                "french",
                other_criteria(2, {**CONDITIONS[2], "condition": "is"}),
                (".fieldConditions[2].condition",),
            ),
            Mutation(
                "french",
                {"fieldConditions": [*CONDITIONS, condition("x")], "pattern": "(1or(2and3))or4"},
                (".fieldConditions[3]", ".pattern"),
            ),
        ],
        ("Skill", "agentIds"): [
            Mutation("french", ["@jo", "@max", "@lee"], ("[1]",)),
            Mutation("french", ["@jo", "@kim"], ("[2]",)),
            Mutation("french", ["@jo", "@kim", "@lee", "@max"], ("[3]",)),
        ],
    }


def changed(things: Declared, kind: str, wire: str, mutation: Mutation) -> Declared:
    new = {
        kind_named(kind).by_wire[one].snake: value for one, value in {wire: mutation.value, **mutation.beside}.items()
    }
    merged = {**things[mutation.name], **new}
    return {**things, mutation.name: {snake: value for snake, value in merged.items() if value is not None}}


def respelt(things: Declared, seed: int) -> Declared:
    """The same help desk, written differently: sets in another order, addresses in other letters."""
    chance = random.Random(seed)
    result = copy.deepcopy(things)
    for thing in result.values():
        for snake, one in kind_named(thing["kind"]).by_snake.items():
            value = thing.get(snake)
            if isinstance(one.type, Many) and value and len(value) > 1:
                turn = chance.randrange(1, len(value))
                thing[snake] = [*value[turn:], *value[:turn]]
            elif one.type is EMAIL and value:
                thing[snake] = value.swapcase() if chance.random() < 0.5 else value.title()
        if criteria := thing.get("criteria"):
            criteria["pattern"] = f"( {criteria['pattern'].replace('or', ' OR ').replace('and', ' and ')} )"
    return result
