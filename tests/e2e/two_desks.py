"""Two organisations of one emulator, the second with a third of what the first has, and `zohodesk clone` as typed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.kinds import KINDS, kind_named
from tests.kinds.tables import TABLES
from tests.processes import ran

from .stack import BIN, Done
from .whole_desk import WRITABLE

FIELDS = ("Subject", "Channel", "Priority")


@dataclass(frozen=True)
class Size:
    """How much an organisation holds, beside what each begins with."""

    departments: int
    agents: int
    types: int
    skills: int


LARGE, SMALL = Size(20, 400, 60, 200), Size(6, 40, 12, 30)


def criteria(number: int) -> dict[str, Any]:
    condition = {"fieldModule": "tickets", "condition": "is", "value": [f"word {number}"]}
    conditions = [{**condition, "fieldName": FIELDS[number % 3]}, {**condition, "fieldName": "Phone"}]
    return {"fieldConditions": conditions[: 1 + number % 2], "pattern": "(1or2)" if number % 2 else "1"}


def emptied(emulator: Emulator, organization: str) -> None:
    """Without the roles and profiles that an organisation begins with and that do not come with every one."""
    for kind in (kind_named("Role"), kind_named("Profile")):
        for row in reversed(emulator.state(organization)[TABLES[kind.name]]):  # those below first
            if not kind.given(row):
                emulator.edit(organization, TABLES[kind.name], "delete", id=row["id"])


def fill(emulator: Emulator, organization: str, size: Size, *, part: int = 1, changed: bool = False) -> None:
    """Seed an organisation: every ``part``-th object of each kind, in which something is ``changed``.

    Changed: names in other letter case, some out of service, other descriptions.
    """

    def name(text: str, number: int) -> str:
        return text.upper() if changed and number % 2 else text

    def taken(count: int) -> range:
        return range(0, count, part)

    homes = {
        number: {
            "name": name(f"Home {number}", number // part),
            "description": f"old {number}" if changed else ("" if number % 4 == 0 else f"What {number} does"),
            "isVisibleInCustomerPortal": changed or number % 3 > 0,
            # One is out of service in the source with people in it, another in the target alone.
            "isEnabled": number != 3 if changed else number not in (4, 5),
        }
        for number in taken(size.departments)
    }
    every = {number: f"Home {number}" for number in range(size.departments)}
    names = {number: homes[number]["name"] if number in homes else every[number] for number in every}

    def homes_of(number: int) -> list[str]:
        wanted = {number % size.departments, (number * 7 + 1) % size.departments}
        return [names[one] for one in sorted(wanted) if one in homes] or [names[0]]

    agents = [
        {
            "firstName": "Old" if changed else f"First {number}",
            "lastName": f"Person {number}",
            "emailId": name(f"person{number}@example.com", number // part),
            "departments": homes_of(number),
            "role": "Support Manager" if number % 5 == 0 else "CEO",
            "profile": "Supervisor" if number % 5 == 0 else "Agent",
            "phone": "" if changed else f"+49 {number}",
            "cf": {"cf_shift": f"shift {number}"},
            "status": "DISABLED" if number % (7 if changed else 11) == 1 else "ACTIVE",
            "isConfirmed": True,
        }
        for number in taken(size.agents)
    ]
    types = [
        {"name": name(f"Type {number}", number // part), "department": names[number % size.departments]}
        for number in taken(size.types)
        if number % size.departments in homes
    ]
    held = {number for number in taken(size.types) if number % size.departments in homes}
    skills = [
        {
            "name": name(f"Skill {number}", number // part),
            "department": names[kind % size.departments],
            "skillType": name(f"Type {kind}", kind // part),
            "criteria": criteria(number + changed),
            "description": "" if changed else f"can {number}",
            "status": "INACTIVE" if number % (3 if changed else 8) == 2 else "ACTIVE",
        }
        for number in taken(size.skills)
        if (kind := number % size.types) in held
    ]
    emulator.seed({organization: {"departments": list(homes.values()), "agents": agents}})
    emulator.seed({organization: {"skillTypes": types, "skills": skills}})
    _hold(emulator, organization)


def _hold(emulator: Emulator, organization: str) -> None:
    """Every skill is held by some people of its department."""
    state = emulator.state(organization)
    for number, skill in enumerate(state["skills"]):
        members = [row["id"] for row in state["agents"] if skill["departmentId"] in row["associatedDepartmentIds"]]
        emulator.edit(
            organization, "skills", "update", id=skill["id"], values={"agentIds": members[number % 3 : 4 + number % 3]}
        )


@dataclass
class TwoDesks:
    """The emulator with both, and a folder to stand in."""

    emulator: Emulator
    home: Path

    def environ(self, **more: str) -> dict[str, str]:
        """Nothing of the developer's own Pulumi or Zoho settings leaks in."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("ZOHODESK_", "PULUMI_"))}
        named = {
            key: value
            for key, value in self.emulator.env().items()
            if key.startswith(("ZOHODESK_PROD", "ZOHODESK_SAND"))
        }
        return {
            **kept,
            **named,
            **{f"ZOHODESK_SMTP_PASSWORD_{id}": "nobody tells" for id in self.addresses()},
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "PULUMI_HOME": str(self.home / "pulumi-home"),
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
            "ZOHODESK_CACHE_DIR": str(self.home / "cache"),
            **more,
        }

    def addresses(self) -> list[str]:
        """Ids of the From addresses that a password belongs to."""
        return [row["id"] for row in self.emulator.state("prod")["mailReplyAddresses"] if row["smtpDetails"]]

    @property
    def out(self) -> Path:
        return self.home / "a clone"  # a space, as folders have

    def command(self, *arguments: str) -> list[str]:
        return [str(BIN / "zohodesk"), "clone", "--from", "prod", "--to", "sandbox", "--out", str(self.out), *arguments]

    def clone(self, *arguments: str, code: int | None = 0, **more: str) -> Done:
        """`zohodesk clone` as typed; it asks nobody."""
        env = self.environ(**more)
        done = ran(self.command("--yes", *arguments), code=code, seconds=500, cwd=self.home, env=env)
        assert "Traceback" not in done.err, done.err
        return done

    def diff(self, *arguments: str) -> Done:
        """`zohodesk diff` of both, as typed."""
        command = [str(BIN / "zohodesk"), "diff", "prod", "sandbox", *arguments]
        return ran(command, code=None, cwd=self.home, env=self.environ())

    def pulumi(self, *arguments: str) -> Done:
        """The engine in the folder of the clone."""
        place = self.out / ".state"
        own = {"PULUMI_BACKEND_URL": f"file://{place}", "PULUMI_CONFIG_PASSPHRASE_FILE": str(place / "passphrase")}
        command = [str(BIN / "pulumi"), *arguments, "--non-interactive"]
        return ran(command, code=None, cwd=self.out, env=self.environ(**own))

    def report(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.out / "clone-report.json").read_text(encoding="utf-8"))
        return found

    def writes(self) -> list[str]:
        """Requests of the API that were no GET, tokens aside."""
        return [
            entry["operation"]
            for entry in self.emulator.log()
            if entry["method"] != "GET" and "/oauth/" not in entry["path"]
        ]


@contextmanager
def two_desks(home: Path) -> Iterator[TwoDesks]:
    with Emulator() as emulator:
        (home / "pulumi-home").mkdir()
        yield TwoDesks(emulator, home)


def as_names(emulator: Emulator, organization: str) -> dict[str, dict[tuple[str, ...], dict[str, Any]]]:
    """The raw store, every writable field of every object with ids as names, by natural key in lower case.

    Fails when a natural key is there twice.
    """
    state = emulator.state(organization)
    names: dict[str, tuple[str, ...]] = {}
    for name, table in TABLES.items():
        if name in KINDS and KINDS.named(name).dear:
            continue
        key = KINDS.named(name).key if name in KINDS else ("name",)
        for row in state[table]:
            parts = (names.get(row[wire], (str(row[wire]).casefold(),)) for wire in key)
            names[row["id"]] = tuple(part for found in parts for part in found)
    found: dict[str, dict[tuple[str, ...], dict[str, Any]]] = {}
    for kind in (kind for kind in KINDS if not kind.dear):
        table, fields = TABLES[kind.name], WRITABLE[TABLES[kind.name]]
        rows = found.setdefault(table, {})
        for row in map(kind.row, state[table]):
            if row.get("status") == "DELETED" or kind.given(row):
                continue
            assert names[row["id"]] not in rows, f"{table} {names[row['id']]} is there twice"
            rows[names[row["id"]]] = {wire: _named(row[wire], names) for wire in fields}
            if "emailId" in fields:
                rows[names[row["id"]]]["emailId"] = row["emailId"].lower()  # letter case means nothing in it
    return found


def without(home: str, store: dict[str, dict[tuple[str, ...], dict[str, Any]]]) -> dict[str, Any]:
    """What `as_names` found but for a department and what lies in it."""
    return {table: {key: row for key, row in rows.items() if key[0] != home} for table, rows in store.items()}


def _named(value: Any, names: Mapping[str, tuple[str, ...]]) -> Any:
    if isinstance(value, list) and all(isinstance(one, dict) for one in value):
        return sorted(value, key=lambda one: json.dumps(one, sort_keys=True))  # no field of a kind has such an order
    if isinstance(value, list) and all(one in names for one in value if isinstance(one, str)):
        return sorted(names[one] for one in value)
    if isinstance(value, dict):
        return {key: _named(one, names) if _holds_ids(one, names) else one for key, one in value.items()}
    if isinstance(value, str):
        return names.get(value, value)
    return "" if value is None else value  # a text that was never set is an empty one


def _holds_ids(value: Any, names: Mapping[str, tuple[str, ...]]) -> bool:
    return any(isinstance(one, str) and one in names for one in (value if isinstance(value, list) else [value]))
