"""Writing: all or nothing, and never over what somebody else wrote."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pulumi_zohodesk.errors import FolderError
from pulumi_zohodesk.export import Project, write
from pulumi_zohodesk.export._folder import MANIFEST

ONCE = frozenset({"Pulumi.yaml"})


def made(**files: str) -> Project:
    texts = {name.replace("_", "."): text for name, text in files.items()}
    return Project({"Pulumi.yaml": "name: x\n", "import.json": "{}\n", **texts}, ONCE, (), ())


def content(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.name != MANIFEST}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "deep" / "out"


def test_a_new_folder_appears_with_its_parents_and_nothing_beside_it(folder):
    write(made(a_py="1\n"), folder)
    assert content(folder) == {"Pulumi.yaml": "name: x\n", "import.json": "{}\n", "a.py": "1\n"}
    assert [path.name for path in folder.parent.iterdir()] == ["out"]
    assert (folder / "import.json").stat().st_mode & 0o077 == 0


def test_an_empty_folder_is_as_good_as_none(folder):
    folder.mkdir(parents=True)
    write(made(a_py="1\n"), folder)
    assert "a.py" in content(folder)


def test_a_shell_that_stands_in_an_empty_folder_stays_there(folder, monkeypatch):
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    before = os.stat(".")
    write(made(a_py="1\n"), Path())
    assert os.path.samestat(before, os.stat(folder))
    assert content(Path.cwd()) == {"Pulumi.yaml": "name: x\n", "import.json": "{}\n", "a.py": "1\n"}
    assert [path.name for path in folder.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("there", [True, False], ids=["empty", "not there yet"])
def test_a_link_to_a_folder_is_followed(folder, tmp_path, there):
    if there:
        folder.mkdir(parents=True)
    link = tmp_path / "link"
    link.symlink_to(folder)
    write(made(a_py="1\n"), link)
    assert link.is_symlink()
    assert "a.py" in content(folder)
    write(made(a_py="2\n"), link, force=True)
    assert content(folder)["a.py"] == "2\n"


@pytest.mark.parametrize("below", ["", "sub", "sub/deep"])
@pytest.mark.parametrize("force", [False, True])
def test_a_file_is_no_folder(tmp_path, below, force):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FolderError, match="file is no folder"):
        write(made(a_py="1\n"), tmp_path / "file" / below, force=force)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_links_that_lead_to_each_other_are_no_folder(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises((FolderError, OSError)):
        write(made(a_py="1\n"), tmp_path / "a")


def test_a_folder_with_anything_in_it_is_refused(folder):
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("x")
    with pytest.raises(FolderError, match="is not empty"):
        write(made(a_py="1\n"), folder)
    assert content(folder) == {"mine.txt": "x"}


def test_force_replaces_what_an_export_wrote_and_removes_what_is_no_more(folder):
    write(made(a_py="1\n", b_py="1\n"), folder)
    (folder / "mine.txt").write_text("x")
    write(made(a_py="2\n"), folder, force=True)
    assert content(folder) == {"Pulumi.yaml": "name: x\n", "import.json": "{}\n", "a.py": "2\n", "mine.txt": "x"}
    write(made(a_py="3\n"), folder, force=True)
    assert content(folder)["a.py"] == "3\n"


@pytest.mark.parametrize("gone", [False, True], ids=["still exported", "no longer exported"])
def test_a_file_edited_since_is_refused_by_name(folder, gone):
    write(made(a_py="1\n", b_py="1\n"), folder)
    (folder / "b.py").write_text("mine\n")
    with pytest.raises(FolderError, match=r"b\.py \(edited since\)"):
        write(made(a_py="2\n") if gone else made(a_py="2\n", b_py="2\n"), folder, force=True)
    assert content(folder)["a.py"] == "1\n"
    assert content(folder)["b.py"] == "mine\n"


def test_somebody_elses_file_is_refused_by_name(folder):
    folder.mkdir(parents=True)
    (folder / "a.py").write_text("mine\n")
    with pytest.raises(FolderError, match=r"a\.py \(not from an export\)"):
        write(made(a_py="1\n"), folder, force=True)
    assert content(folder) == {"a.py": "mine\n"}


def test_a_folder_where_a_file_shall_be_is_refused(folder):
    (folder / "a.py").mkdir(parents=True)
    with pytest.raises(FolderError, match=r"a\.py \(no file\)"):
        write(made(a_py="1\n"), folder, force=True)


def test_a_file_that_is_as_it_would_be_written_is_nobodys_edit(folder):
    write(made(a_py="1\n"), folder)
    (folder / "a.py").write_text("2\n")
    write(made(a_py="2\n"), folder, force=True)
    assert content(folder)["a.py"] == "2\n"


def test_other_line_ends_are_nobodys_edit(folder):
    write(made(a_py="1\n2\n"), folder)
    (folder / "a.py").write_bytes(b"\xef\xbb\xbf1\r\n2\r\n")
    write(made(a_py="3\n"), folder, force=True)
    assert content(folder)["a.py"] == "3\n"


@pytest.mark.parametrize("moment", range(1, 12))
def test_a_kill_at_any_moment_is_understood_by_a_run_that_writes_something_else(moment, folder, monkeypatch):
    write(made(a_py="1\n", b_py="1\n", gone_py="1\n"), folder)
    left = moment
    real = os.replace

    def replace(source, target):
        nonlocal left
        left -= 1
        if not left:
            raise KeyboardInterrupt
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            write(made(a_py="2\n", b_py="2\n", c_py="2\n"), folder, force=True)
    write(made(a_py="3\n", c_py="3\n"), folder, force=True)
    wanted = {"Pulumi.yaml": "name: x\n", "import.json": "{}\n", "a.py": "3\n", "c.py": "3\n"}
    assert content(folder) == wanted
    (folder / "a.py").write_text("mine\n")
    with pytest.raises(FolderError, match=r"a\.py \(edited since\)"):
        write(made(a_py="4\n"), folder, force=True)


def test_the_users_own_files_stay_as_they_are(folder):
    write(made(), folder)
    (folder / "Pulumi.yaml").write_text("name: mine\n")
    write(made(a_py="1\n"), folder, force=True)
    assert content(folder)["Pulumi.yaml"] == "name: mine\n"


def test_what_became_the_users_own_is_not_the_exports_any_more(folder):
    """An earlier export has it in its manifest."""
    whole = Project({"README.md": "old\n", "a.py": "1\n"}, frozenset(), (), ())
    write(whole, folder)
    (folder / "README.md").write_text("mine\n")
    write(Project({"README.md": "new\n", "a.py": "2\n"}, frozenset({"README.md"}), (), ()), folder, force=True)
    assert content(folder) == {"README.md": "mine\n", "a.py": "2\n"}


def test_a_manifest_names_files_of_its_folder_only(folder):
    write(made(), folder)
    victim = folder.parent / "victim"
    victim.write_text("")
    marks = {"../victim": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
    (folder / MANIFEST).write_text(json.dumps({"files": marks}))
    with pytest.raises(FolderError, match=r"import\.json|not as an export"):
        write(made(import_json="other\n"), folder, force=True)
    write(made(), folder, force=True)
    assert victim.exists()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": []}'])
def test_a_broken_manifest_is_refused(folder, text):
    write(made(), folder)
    (folder / MANIFEST).write_text(text)
    with pytest.raises(FolderError, match="cannot be read"):
        write(made(), folder, force=True)


def test_nothing_is_there_when_writing_fails(folder, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space") as caught:
        write(made(a_py="1\n"), folder)
    assert os.listdir(folder.parent) == []
    assert caught.value.filename == str(folder / "Pulumi.yaml")


def test_a_folder_that_is_there_needs_nothing_beside_it(folder, monkeypatch):
    """It may be a file system of its own, or lie where nothing else can be written."""
    folder.mkdir(parents=True)
    true, moved = os.replace, []
    monkeypatch.setattr(os, "replace", lambda old, new: (moved.append(Path(old)), true(old, new)))
    write(made(a_py="1\n"), folder)
    assert moved
    assert all(folder in path.parents for path in moved)
    assert set(content(folder)) == {"Pulumi.yaml", "import.json", "a.py"}


def test_what_a_killed_run_left_is_nobodys(folder):
    (folder / ".zohodesk-export-x1").mkdir(parents=True)
    (folder / ".zohodesk-export-x1" / "import.json").write_text("people")
    write(made(a_py="1\n"), folder)
    assert not (folder / ".zohodesk-export-x1").exists()
