"""Every field of every kind is a secret of the program, and no command, file or state says what one holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import Flag, Kind, Many, Map, Order, Struct, Text, ValueType
from pulumi_zohodesk.kinds import CRITERIA
from pulumi_zohodesk.kinds import KINDS as EVERY
from tests.kinds.objects import right
from tests.kinds.tables import TABLES
from tests.processes import ran

from .stack import BIN, Done, Stack

pytestmark = pytest.mark.matrix

PROGRAM = """\
import json
import pathlib

import pulumi
import pulumi_zohodesk as desk

made = {}


def meant(value):
    if isinstance(value, list):
        return [meant(one) for one in value]
    if isinstance(value, dict):
        return {key: meant(one) for key, one in value.items()}
    return made[value[1:]].id if str(value).startswith("@") else value


def hidden(value):
    '''Secret as a whole, or every value in it for itself.'''
    if DEEP and isinstance(value, list):
        return [hidden(one) for one in value]
    if DEEP and isinstance(value, dict):
        return {key.replace("canary", "floor"): hidden(one) for key, one in value.items()}  # a key is no secret
    return pulumi.Output.secret(meant(value))


for name, kind, values in json.loads(pathlib.Path("wanted.json").read_text()):
    given = {key: hidden(value) for key, value in values.items()}
    if kind == "Agent":
        given["email_id"] = pulumi.Config().require_secret("email")
    made[name] = getattr(desk, kind)(name, **given)
"""
KINDS = [kind for kind in EVERY if not isinstance(kind.calls, Order)]
"""An order holds ids of two objects at least, and no text."""
NAMES = {kind.name: f"the{kind.name}" for kind in KINDS}
CANARY = "canary"
ADDRESS = "canary@canary.example"
QUOTING = {
    "errorCode": "INVALID_DATA",
    "message": "Canary cannot be changed",
    "errors": [{"fieldName": "/name", "errorType": "invalid", "errorMessage": "canary@canary.example is bad"}],
}
"""A refusal that quotes what was sent, as services do."""


def secrets(kind: Kind, there: dict[str, Any], mark: str) -> dict[str, Any]:
    """By wire name, a value that the service takes: one with a canary where texts are free.

    Nobody refers to an object of its own kind, and options name what is ``there`` already.
    """

    def ids(name: str) -> list[str]:
        if name in NAMES:
            return [f"@{NAMES[name]}"] if name != kind.name else []
        return [there[TABLES[name]][1]["id"]]

    values = right(kind, ids, 1)
    # What is sent with a password cannot be put back by a snapshot, which does not have that.
    kept = {kind.by_wire[wire].place for wire in kind.write_only}
    words = {wire: "Canary" if wire in kept else f"Canary{mark}" for wire in values}
    found = {wire: canaried(kind.by_wire[wire].type, value, words[wire]) for wire, value in values.items()}
    for field in kind.own_fields:
        if field.option and field.ref:
            others = [row["id"] for row in there[TABLES[field.ref]]]
            found[field.wire] = next(iter(ids(field.ref) if field.neighbours else others), None)
        elif field.option:
            found[field.wire] = True if isinstance(field.type, Flag) else next(iter(kind.removals))
    return found


def canaried(of: ValueType, value: Any, word: str) -> Any:
    """The value with a word in place of every text that may be any."""
    if isinstance(of, Text) and value.find("@") > 0:
        return ADDRESS
    if of is CRITERIA:
        condition = {"fieldModule": "tickets", "fieldName": word, "condition": "is", "value": [word]}
        return {"fieldConditions": [condition], "pattern": "1"}
    if isinstance(of, Text) and not of.pattern:
        return word
    if isinstance(of, Many) and value:
        return [canaried(of.type, value[0], word)]
    if isinstance(of, Map) and not of.entries:
        return {"cf_canary": word}
    if isinstance(of, Struct):
        return {part.wire: canaried(part.type, value[part.wire], word) for part in of.parts if part.wire in value}
    return value


class Masked:
    """A stack whose inputs are secrets, and all that was said about it."""

    def __init__(self, emulator: Emulator, stack: Stack, home: Path) -> None:
        self.emulator, self.stack, self.home = emulator, stack, home
        self.said: list[str] = []
        stack.run("config", "set", "--secret", "email", ADDRESS)

    def declare(self, mark: str, **more: dict[str, Any]) -> None:
        there, wanted = self.emulator.state("prod"), []
        for kind in KINDS:
            values = {kind.by_wire[wire].snake: value for wire, value in secrets(kind, there, mark).items()}
            wanted.append((NAMES[kind.name], kind.name, values | more.get(kind.name, {})))
        (self.stack.program / "wanted.json").write_text(json.dumps(wanted))

    def pulumi(self, *arguments: str, code: int | None = 0) -> Done:
        return self._quiet(self.stack.run(*arguments, code=code), arguments)

    def zohodesk(self, command: str, *flags: str, code: int = 0) -> Done:
        """A command of ours that logs each of its requests."""
        own = ("--cwd", str(self.stack.program), "--stack", self.stack.name, "--config-file", str(self.stack.settings))
        run = [str(BIN / "zohodesk"), "--verbose", command, *own, *flags]
        return self._quiet(ran(run, code=code, env=self.stack.environment()), (command, *flags))

    def _quiet(self, done: Done, what: tuple[str, ...]) -> Done:
        told = [line for line in done.text.splitlines() if CANARY in line.casefold()]
        assert told == [], f"{' '.join(what)} tells secrets"
        return done

    def edit(self, collection: str, **values: Any) -> None:
        self.emulator.edit("prod", collection, "update", id=self.id(collection), values=values)

    def id(self, collection: str) -> str:
        return str(next(row["id"] for row in self.emulator.state("prod")[collection] if CANARY in str(row).casefold()))


@pytest.fixture(params=[False, True], ids=["whole", "at depth"])
def masked(make_stack, tmp_path, request) -> Iterator[Masked]:
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "Pulumi.yaml").write_text("name: masked\nruntime: python\n")
    (folder / "__main__.py").write_text(f"DEEP = {request.param}\n{PROGRAM}")
    with Emulator() as emulator:
        emulator.seed({"prod": {"departments": [{"name": "Canaryone"}]}})
        agreements = [{"name": name, "department": "Canaryone"} for name in ("Gold", "Silver")]
        emulator.seed({"prod": {"slas": agreements}})
        yield Masked(emulator, make_stack(folder, emulator.env()), tmp_path)


def test_no_command_tells_a_secret(masked):
    masked.declare("one")
    assert "exists already" in masked.zohodesk("preview").out
    masked.zohodesk("adopt", "--json")
    assert CANARY not in str(masked.stack.export()).casefold()
    masked.emulator.fault(operation="addAgent", status=422, count=1, body=QUOTING)
    failed = masked.zohodesk("up", "--yes", code=1)
    assert "failed with HTTP 422" in failed.out
    masked.zohodesk("up", "--yes")
    assert CANARY not in str(masked.stack.export()).casefold()
    masked.zohodesk("drift", "--managed-only")
    _changes(masked)
    _drifts(masked)
    _fails(masked)


def _changes(masked: Masked) -> None:
    """Every text is another one, and what was reviewed is applied and put back."""
    masked.declare("two")
    plan, kept = masked.home / "plan.json", str(masked.home / "snapshot.json")
    shown = masked.zohodesk("preview", "--plan", str(plan)).out
    for form in ("--json", "--markdown"):
        masked.zohodesk("preview", form)
    for kind in KINDS:
        one, two = (secrets(kind, masked.emulator.state("prod"), mark) for mark in ("one", "two"))
        changed = [field for field in kind.own_fields if one.get(field.wire) != two.get(field.wire)]
        assert changed or kind.always  # settings have no text of their own
        assert all(f"{field.snake}: [secret]" in shown for field in changed), f"{kind.name}: {shown}"
        assert not changed or f"{kind.words} {NAMES[kind.name]} (id " in shown
    assert CANARY not in plan.read_text().casefold()
    assert masked.stack.resources().keys() == set(NAMES.values())
    masked.zohodesk("up", "--yes", "--plan", str(plan), "--snapshot-file", kept)
    masked.zohodesk("restore", kept, "--dry-run")
    masked.emulator.fault(operation="updateSkill", status=422, count=1, body=QUOTING)
    assert "failed with HTTP 422" in masked.zohodesk("restore", kept, "--yes", "--json", code=1).text


def _drifts(masked: Masked) -> None:
    """What was put back is drift for the stack, and so is what is new in its secret department."""
    masked.edit("departments", description="Canary three")
    masked.edit("agents", lastName="Canarythree")
    type_id, home = masked.id("skillTypes"), masked.id("departments")
    masked.emulator.seed({"prod": {"skillTypes": [{"name": "Open", "departmentId": home}]}})
    page = masked.home / "page.html"
    masked.zohodesk("drift", "--json", "--html", str(page), code=2)
    assert CANARY not in page.read_text().casefold()
    masked.zohodesk("drift", "--markdown", code=2)
    assert "last_name=(secret)" in masked.zohodesk("drift", "--accept", code=2).out
    masked.zohodesk("drift", "--revert", "--yes", code=2)
    assert CANARY in str(masked.emulator.state("prod")["departments"]).casefold()
    assert type_id == masked.id("skillTypes")


def _fails(masked: Masked) -> None:
    """What the provider refuses, and what the service refuses in words that quote it."""
    masked.declare("one", Skill={"name": "Canary<", "status": "Canary"})
    assert "name of the skill is secret" in masked.pulumi("preview", code=1).text
    masked.declare("three")
    for operation in ("updateAgent", "updateDepartment", "updateSkill", "updateSkillType"):
        masked.emulator.fault(operation=operation, status=422, count=None, body=QUOTING)
    assert "failed with HTTP 422" in masked.zohodesk("up", "--yes", "--json", code=1).text
    masked.emulator.fault(operation="getDepartment", status=403, count=None, body={**QUOTING, "errorCode": "FORBIDDEN"})
    masked.emulator.fault(operation="getDepartments", status=403, count=None, body=QUOTING)
    masked.zohodesk("preview", code=1)
    masked.zohodesk("drift", "--managed-only", code=1)
