"""An object that two resources of a stack would hold, on the real engine: nothing is disabled or deleted."""

from __future__ import annotations

import re
import shlex

import pytest

from pulumi_zohodesk.dynamic import import_entry

from .stack import PREFIX, Stack

TWO = ('d = desk.Department("{0}", name="Sales")', 'desk.SkillType("{1}", name="Language", department_id=d)')


@pytest.fixture
def stack(emulator, make_stack, tmp_path) -> Stack:
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "Pulumi.yaml").write_text("name: made\nruntime: python\n")
    declare(tmp_path, *TWO)
    made = make_stack(tmp_path / "program", emulator.env())
    made.up()
    emulator.clear_log()
    return made


def declare(place, *lines: str, names: tuple[str, str] = ("d", "t")) -> None:
    text = "\n".join(["import pulumi", "import pulumi_zohodesk as desk", *lines, ""])
    (place / "program" / "__main__.py").write_text(text.format(*names))


def writes(emulator) -> list[str]:
    return [one["operation"] for one in emulator.log() if one["method"] != "GET" and "/oauth/" not in one["path"]]


def urns(stack: Stack) -> dict[str, str]:
    return {name: one["urn"] for name, one in stack.resources().items()}


def advised(text: str, command: str) -> list[list[str]]:
    """The commands of a refusal that begin so, as somebody types them."""
    found = dict.fromkeys(re.findall(rf"`({command} [^`]+)`", text))
    return [shlex.split(one)[1:] for one in found]


def options(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"`opts=pulumi\.ResourceOptions\(([^`]+)\)`", text)))


def test_new_logical_names_are_not_adopted_and_what_the_refusal_says_keeps_the_objects(stack, emulator, tmp_path):
    names = ("sales", "language")
    declare(tmp_path, *TWO, names=names)
    refused = stack.zohodesk("adopt", code=1).err
    assert set(stack.resources()) == {"d", "t"}
    assert "exists already" in stack.up(code=None).text
    assert writes(emulator) == []
    stack.run(*next(one for one in advised(refused, "pulumi state rename") if one[-1] == "language"), "--yes")
    alias = next(one for one in options(refused) if '"d"' in one)
    declare(tmp_path, TWO[0].replace('"Sales"', f'"Sales", opts=pulumi.ResourceOptions({alias})'), TWO[1], names=names)
    stack.up("--expect-no-changes")
    stack.clean()
    assert set(stack.resources()) == set(names)
    assert writes(emulator) == []


@pytest.mark.matrix
def test_what_two_resources_hold_already_is_not_removed_with_one_of_them(stack, emulator, tmp_path):
    """As `adopt` of an older version, or `pulumi import`, has left it."""
    held = stack.resources()
    entries = []
    for old, new in {"d": "sales", "t": "language"}.items():
        one = {name: {k: v for k, v in held[old][name].items() if k != "__provider"} for name in ("inputs", "outputs")}
        entries.append(import_entry(held[old]["type"].removeprefix(PREFIX), new, held[old]["id"], **one))
    declare(tmp_path, *TWO, names=("sales", "language"))
    stack.import_file({"resources": entries})
    refused = stack.zohodesk("up", "--yes", code=1).err
    assert refused.count("the stack keeps it as") == 2
    for flags in ((), ("--refresh",)):
        assert "the stack keeps it as" in stack.up(*flags, code=None).text
    declare(tmp_path, *TWO, TWO[0].replace("{0}", "sales"))
    assert "is held by two resources" in stack.preview(code=None).text
    declare(tmp_path, *TWO, names=("sales", "language"))
    for command in sorted(advised(refused, "pulumi state delete"), reverse=True):  # the skill type lies in the other
        stack.run(*command, "--yes")
    stack.clean()
    assert set(stack.resources()) == {"sales", "language"}
    assert writes(emulator) == []


@pytest.mark.matrix
def test_a_department_that_is_brought_back_under_a_new_name_stays_in_service(stack, emulator, tmp_path):
    declare(tmp_path, TWO[0])
    stack.up()
    emulator.edit("prod", "departments", "update", id=stack.resources()["d"]["id"], values={"isEnabled": False})
    emulator.clear_log()
    declare(tmp_path, TWO[0].replace('"Sales"', '"Sales", description="New", restore=True'), names=("sales", ""))
    assert 'aliases=[pulumi.Alias(name="d")]' in stack.zohodesk("up", "--yes", code=1).err
    assert writes(emulator) == []
    text = stack.up(code=None).text
    assert "the stack keeps it as sales" in text
    assert set(writes(emulator)) == {"enableDepartment", "updateDepartment"}
    (command,) = advised(text, "pulumi state delete")
    stack.run(*command, "--yes")
    stack.clean()
    rows = {row["name"]: row["isEnabled"] for row in emulator.state("prod")["departments"]}
    assert rows["Sales"] is True


@pytest.mark.matrix
def test_what_moves_into_a_component_without_alias_stays_as_it_is(stack, emulator, tmp_path):
    team = ('team = pulumi.ComponentResource("acme:Team", "team")', "inside = pulumi.ResourceOptions(parent=team)")
    moved = [line.replace("=d)", "=d, opts=inside)").replace('"Sales"', '"Sales", opts=inside') for line in TWO]
    declare(tmp_path, *team, *moved)
    refused = stack.zohodesk("adopt", code=1).err
    assert "state rename" not in refused
    (alias,) = options(refused)
    assert alias == "aliases=[pulumi.Alias(parent=pulumi.ROOT_STACK_RESOURCE)]"
    stack.up(code=None)
    assert writes(emulator) == []
    declare(tmp_path, *(line.replace("parent=team", f"parent=team, {alias}") for line in team), *moved)
    stack.up("--expect-no-changes")
    stack.clean()
    assert all("acme:Team$" in urn for urn in urns(stack).values())
    assert writes(emulator) == []
