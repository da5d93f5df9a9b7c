"""Long texts stand in files of their own, by the type of their field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pulumi_zohodesk.errors import FolderError, InputError
from pulumi_zohodesk.export import DataEdit, Options, Selection, edit_data, project, select, shared_texts, write
from pulumi_zohodesk.export._declared import content_of_file, with_text_files
from pulumi_zohodesk.inventory import Inventory
from pulumi_zohodesk.inventory._inventory import item_of
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.resources import file_text

from .running import run

KIND = kind_named("EmailTemplate")
HTML = "<p>\r\nHello, größe 🎉</p>\r\n"


def inventory(*bodies: str, name: str = "Welcome {number}") -> Inventory:
    rows = [
        {
            "id": str(number),
            "departmentId": "1",
            "recordType": "tickets",
            "templateName": name.format(number=number),
            "folderId": "2",
            "subject": "Hello",
            "contentType": "richtext",
            "fromId": "a@example.com",
            "body": body,
        }
        for number, body in enumerate(bodies)
    ]
    return Inventory("7001", [item_of(KIND, row, lambda *_place: None) for row in rows])


def files(of: Inventory, form: str = "python") -> dict[str, str]:
    return dict(project(of, select(of, Selection()), Options("x", form=form)).files)


@pytest.mark.parametrize(
    ("form", "said"),
    [("python", 'body=desk.file_text("texts/%s_body.html")'), ("yaml", "body:\n      file: texts/%s_body.html")],
)
def test_the_program_names_the_file_and_reads_it(form, said, tmp_path):
    of = inventory(HTML, "plain")
    made = files(of, form)
    names = re.findall(r"texts/(\w+)_body", "".join(sorted(path for path in made if path.startswith("texts/"))))
    assert {path: text for path, text in made.items() if path.startswith("texts/")} == {
        f"texts/{names[0]}_body.html": "<p>\nHello, größe 🎉</p>\n",
        f"texts/{names[1]}_body.txt": "plain",
    }
    assert said % names[0] in made["email_templates.py" if form == "python" else "email_templates.yaml"]
    write(project(of, select(of, Selection()), Options("x", form=form)), tmp_path / "out")
    assert sorted(one["body"] for one in run(tmp_path / "out", of).values()) == ["<p>\nHello, größe 🎉</p>\n", "plain"]


@pytest.mark.parametrize("text", ["\ufeff<p>", "a\ud800", ""])
def test_what_a_file_would_not_give_back_stays_in_the_program(text):
    assert content_of_file(KIND.by_wire["body"], text) is None
    assert not any(path.startswith("texts/") for path in files(inventory(text)))
    assert content_of_file(KIND.by_wire["subject"], "<p>") is None


def test_names_of_files_are_safe_short_and_told_apart_without_letter_case():
    of = inventory(*["x"] * 4, name="../{number}/" + "ß" * 200)
    declared = [
        one.__class__(one.item, name, one.arguments)
        for one, name in zip(
            project(of, select(of, Selection()), Options("x")).declared, ("con", "CON", "../a", "ß" * 200), strict=True
        )
    ]
    names = list(with_text_files(declared)[1])
    assert names[:3] == ["texts/con_body.txt", "texts/con_body_2.txt", "texts/a_body.txt"]
    assert len(names[3].encode()) < 120
    assert all("/" not in name.removeprefix("texts/") and ".." not in name for name in names)


def test_line_ends_are_no_difference():
    type_ = KIND.by_wire["body"].type
    assert type_.same("a\r\nb\r\rc", "a\nb\n\nc\n")
    assert not type_.same("a\nb", "a b")
    assert type_.respell(HTML, "<p>\nHello, größe 🎉</p>") == HTML


def test_texts_are_replaced_and_removed_with_the_export(tmp_path):
    folder = tmp_path / "out"
    for bodies in (["a", "b"], ["c"]):
        of = inventory(*bodies)
        write(project(of, select(of, Selection()), Options("x")), folder, force=True)
    assert [path.read_text() for path in (folder / "texts").iterdir()] == ["c"]
    empty = inventory()
    (folder / "texts" / "mine").touch()
    write(project(empty, [], Options("x")), folder, force=True)
    assert [path.name for path in (folder / "texts").iterdir()] == ["mine"]


@pytest.mark.parametrize("there", ["link", "file"])
def test_nothing_is_written_through_what_is_no_folder(there, tmp_path):
    folder, outside = tmp_path / "out", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (folder / "texts").symlink_to(outside) if there == "link" else (folder / "texts").touch()
    of = inventory("a")
    with pytest.raises(FolderError, match="is no folder"):
        write(project(of, select(of, Selection()), Options("x")), folder, force=True)
    assert [path.name for path in folder.iterdir()] == ["texts"]
    assert list(outside.iterdir()) == []


def test_a_text_that_cannot_be_read_ends_the_program_in_one_sentence(tmp_path):
    with pytest.raises(InputError, match=r"desk\.file_text: .*none\.html cannot be read: No such file"):
        file_text(tmp_path / "none.html")
    (tmp_path / "bad.html").write_bytes(b"\xff")
    with pytest.raises(InputError, match="it is no text in UTF-8"):
        file_text(tmp_path / "bad.html")


@pytest.mark.parametrize(
    ("edited", "inline"),
    [
        ({"a": "new"}, {"a"}),
        ({"a": "new", "b": "other", "c": "new"}, {"a", "b", "c"}),
        ({"a": "new", "b": "new", "c": None}, set()),  # c is taken out
        ({"a": "new", "b": "new", "c": "new"}, set()),
    ],
    ids=["one of them", "not all alike", "one is taken out", "all alike"],
)
def test_a_file_that_others_name_too_changes_only_with_all_of_them(edited, inline):
    """Also where they stand in another data file and spell the path otherwise."""
    one = "EmailTemplate:\n" + "".join(f"  {name}:\n    body: {{file: texts/x.html}}\n" for name in "ab")
    data = {Path("one.yaml"): one, Path("two.yaml"): "EmailTemplate:\n  c:\n    body: {file: ./texts/x.html}\n"}
    edits = [DataEdit("EmailTemplate", name, body and {"body": body}) for name, body in edited.items()]
    shared = shared_texts(data, edits)
    made = [edit_data(text, edits, shared=shared[file]) for file, text in data.items()]
    assert {content for _, _, texts in made for content in texts.values()} == (set() if inline else {"new"})
    written = "".join(text for text, _, _ in made)
    assert {name for name in "abc" if f"  {name}:\n    body: {edited.get(name)}\n" in written} == inline
