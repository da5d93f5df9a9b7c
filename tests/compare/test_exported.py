"""The folder of an export in place of an organisation."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from pulumi_zohodesk.compare import Sort, compare, data_files, exported
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.export import Options, Selection, project, select, write
from pulumi_zohodesk.kinds import KINDS
from tests.export.generated import organisations

from .desks import criteria, filled, of

SLOWLY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
PROGRAM = "import pulumi_zohodesk as desk\n\ndesk.load('a.yaml')\n"


def exported_to(inventory, folder, form="yaml"):
    write(project(inventory, select(inventory, Selection()), Options("x", form=form)), folder, force=True)
    return folder


@SLOWLY
@given(organisations())
def test_an_organisation_is_the_same_as_its_export(tmp_path_factory, inventory):
    folder = exported_to(inventory, tmp_path_factory.mktemp("export"))
    found = compare(inventory, exported(folder))
    # What the token cannot see stands there by its id, and there is no telling whether it is the same.
    assert [
        (one.sort, one.key, edit.field, edit.old, edit.new) for one in found.findings for edit in one.edits or [None]
    ] == []


def test_differences_to_an_export(tmp_path):
    desk = filled()
    folder = exported_to(desk.inventory(), tmp_path / "x")
    assert [path.name for path in data_files(folder)] == [f"{kind.group}.yaml" for kind in KINDS if not kind.always]
    skill = next(id for kind, id in desk.items if kind == "Skill")
    desk.edit("Skill", skill, criteria=criteria("German"), description="x")
    desk.add("Department", name="New")
    found = compare(desk.inventory(), exported(folder))
    assert [one.key for one in of(found, Sort.ONLY_IN_A)] == [("New",)]
    assert [edit.field for edit in of(found, Sort.CHANGED)[0].edits] == ["description", "criteria"]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "is no export: it has no __main__.py"),
        ({"__main__.py": "import pulumi_zohodesk as desk\n"}, "is a Python program; only data can be compared"),
        ({"__main__.py": "syntax error here"}, "is a Python program"),
        ({"__main__.py": PROGRAM}, "a.yaml cannot be read"),
        ({"__main__.py": PROGRAM, "a.yaml": "Nope: {}"}, "there is no kind Nope"),
        ({"__main__.py": PROGRAM, "a.yaml": "Department: {a: {nme: x}}"}, "has no nme. Did you mean name"),
        ({"__main__.py": PROGRAM, "a.yaml": "Department: {a: {name: 3}}"}, "name must be text, not 3"),
        ({"__main__.py": PROGRAM, "a.yaml": "Department: {a: {description: x}}"}, "name of the department is missing"),
        (
            {"__main__.py": PROGRAM, "a.yaml": "Department: {a: {name: x}, b: {name: y, connection: other}}"},
            "several connections",
        ),
    ],
)
def test_what_is_no_export_is_refused(tmp_path, files, words):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(InputError) as caught:
        exported(tmp_path)
    assert words in str(caught.value)


def test_two_entries_of_one_key_are_duplicates(tmp_path):
    (tmp_path / "__main__.py").write_text(PROGRAM)
    (tmp_path / "a.yaml").write_text("Department: {a: {name: Sales}, b: {name: SALES}}")
    (group,) = of(compare(filled().inventory(), exported(tmp_path), kinds=["Department"]), Sort.DUPLICATES)
    assert group.side == "b"
