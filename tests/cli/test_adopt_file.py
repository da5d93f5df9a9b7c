"""`zohodesk adopt --file`: what is refused, before Pulumi's engine is asked to import anything."""

from __future__ import annotations

import json

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli.adopt._choice import objects_of, stack_lacks
from pulumi_zohodesk.dynamic import import_entry, urn_within
from pulumi_zohodesk.engine import MARKS, Marks
from pulumi_zohodesk.errors import InputError, Refused

STACK = "urn:pulumi:prod::desk::pulumi:pulumi:Stack::desk-prod"


class Engine:
    """A stack that has one department."""

    def __init__(self, entry, name: str) -> None:
        urn = urn_within(STACK, entry["type"], name)
        self.resources = [{**entry, "urn": urn}]

    def deployment(self):
        return {"resources": self.resources}


def entry(name: str, id: str):
    outputs = {"name": name, MARKS: Marks("60001").as_state()}
    return import_entry("Department", name, id, {"name": name}, outputs)


@pytest.fixture
def objects(tmp_path):
    file = tmp_path / "import.json"
    file.write_text(json.dumps({"resources": [entry("sales", "1"), entry("billing", "2")]}))
    return objects_of(file)


def test_what_the_stack_has_is_not_imported_again(objects):
    lacking = stack_lacks(Engine(objects[0].entry, "sales"), objects, "60001")
    assert [one.name for one in lacking] == ["billing"]


def test_what_the_stack_has_under_another_name_is_refused(objects):
    with pytest.raises(Refused, match=r"under another name.*\n- sales \(id 1\): urn:\S+::old$"):
        stack_lacks(Engine(objects[0].entry, "old"), objects, "60001")


def test_a_stack_of_another_organisation_is_refused(objects):
    with pytest.raises(Refused, match="The file is of organisation 60001, and the stack of 60002"):
        stack_lacks(Engine(objects[0].entry, "sales"), objects, "60002")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"resources": [{"type": "x", "name": "y", "id": "1"}]}', '{"resources": [1]}']
)
def test_a_file_that_no_export_wrote_is_refused(text, tmp_path):
    (tmp_path / "import.json").write_text(text)
    with pytest.raises(InputError, match="is not as `zohodesk export` writes it; nothing was imported"):
        objects_of(tmp_path / "import.json")


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(InputError, match="cannot be read: No such file or directory"):
        objects_of(tmp_path / "import.json")


def test_a_choice_beside_a_file_is_a_contradiction(capsys):
    assert run(["adopt", "--file", "import.json", "--only", "Agent"]) == 64
    assert "--only" in capsys.readouterr().err
