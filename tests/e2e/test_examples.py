"""Every example is applied, found unchanged, refreshed, drifted where it manages something, and destroyed."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from pulumi_zohodesk.actions import scan
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import Choice, Order, Text
from pulumi_zohodesk.kinds import KINDS, kind_named
from tests.kinds.tables import TABLES
from tests.kinds.values import another_value

from .conftest import EXAMPLES, REPOSITORY
from .stack import PREFIX

NAMES = sorted(path.name for path in EXAMPLES.iterdir() if path.name[0].isdigit())

WHOLE = "06-whole-help-desk"
CASES = [pytest.param(name, False, id=name) for name in NAMES]
CASES.append(pytest.param(WHOLE, True, id=f"{WHOLE}, thin lists", marks=pytest.mark.matrix))


def test_there_is_an_example_for_every_kind_and_more():
    assert [name[:2] for name in NAMES] == [f"{number:02d}" for number in range(1, len(NAMES) + 1)]
    assert {kind for name in NAMES for kind in scan(EXAMPLES / name).uses} == {kind.name for kind in KINDS}


@pytest.mark.parametrize(("name", "thin"), CASES)
def test_an_example_lives_its_whole_life(name, thin, emulator, make_stack):
    emulator.switch(thin_lists=thin)
    stack = make_stack(EXAMPLES / name, emulator.env())
    home = emulator.state("prod")["departments"][0]
    if name in ("05-look-up", "10-support-plan"):
        stack.config("department", home["name"])
    if name == "10-support-plan":
        agreement = emulator.edit("prod", "slas", "create", values={"name": "Gold", "departmentId": home["id"]})
        stack.config("slaId", agreement["id"])
    if name == "15-from-address":
        stack.secret("smtpPassword", "none-of-your-business")
    stack.up()
    managed = {key: item for key, item in stack.resources().items() if not item.get("external")}
    emulator.clear_log()
    stack.up("--refresh", "--expect-no-changes")
    assert not writes(emulator)
    if managed:
        drift_is_found_and_repaired(stack, emulator, managed)
    stack.destroy()
    assert stack.resources() == {}
    nothing_is_in_service(emulator, managed)


def test_the_program_of_the_readme_works_as_it_stands(make_stack, tmp_path):
    code = (REPOSITORY / "README.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    assert len([line for line in code.splitlines() if line]) <= 10
    program = tmp_path / "readme"
    program.mkdir()
    (program / "__main__.py").write_text(code, encoding="utf-8")
    (program / "Pulumi.yaml").write_text("name: readme\nruntime: python\n", encoding="utf-8")
    with Emulator() as emulator:
        stack = make_stack(program, emulator.env())
        stack.up()
        stack.clean()
        assert set(stack.resources()) == {"billing", "languages", "jo", "french"}


def writes(emulator) -> list[str]:
    return [
        entry["operation"] for entry in emulator.log() if entry["method"] != "GET" and "/oauth/" not in entry["path"]
    ]


def drift_is_found_and_repaired(stack, emulator, managed) -> None:
    """Somebody changes the last object of each kind in the UI."""
    last = {item["type"].removeprefix(PREFIX): (name, item["id"]) for name, item in managed.items()}
    expected = {}
    for kind, (name, id) in ((kind_named(kind), one) for kind, one in last.items()):
        expected[name] = changed_outside(emulator, kind, id, managed[name]["inputs"])
    changes = stack.changes("--refresh")
    found = {name: re.split(r"[.\[]", next(iter(step["detailedDiff"])))[0] for name, step in changes.items()}
    assert found == expected
    stack.up("--refresh")
    stack.preview("--expect-no-changes")


def changed_outside(emulator, kind, id, inputs) -> str:
    """The argument that then differs."""
    if isinstance(order := kind.calls, Order):
        emulator.edit("prod", TABLES[kind.name], "update", id=inputs[order.wire][0], values={order.place: 99})
        return order.wire
    texts = (field for field in kind.managed if field.required and not field.fixed and isinstance(field.type, Text))
    choices = (field for field in kind.managed if field.wire in inputs and isinstance(field.type, Choice))
    field = next(chain(texts, choices))
    other = "Changed outside" if isinstance(field.type, Text) else another_value(field.type, inputs[field.wire], None)
    emulator.edit("prod", TABLES[kind.name], "update", id=id, values={field.wire: other})
    return field.wire


def nothing_is_in_service(emulator, managed) -> None:
    """What was managed is deleted, disabled or deactivated, as its kind says."""
    state = emulator.state("prod")
    for item in managed.values():
        kind = kind_named(item["type"].removeprefix(PREFIX))
        row = next((row for row in state[TABLES[kind.name]] if row["id"] == item["id"]), None)
        assert row is None or kind.off(row) or kind.deleted(row) or kind.always
