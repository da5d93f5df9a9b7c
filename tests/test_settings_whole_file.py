"""Files that are replaced in one step."""

from __future__ import annotations

import os
import stat

import pytest

from pulumi_zohodesk.settings import _whole_file as whole_file
from pulumi_zohodesk.settings import read_text, rewrite, write_whole


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_has_the_mode_that_the_umask_gives(tmp_path):
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "new", "Zoë\r\n")
        write_whole(tmp_path / "own", "secret", private=True)
    finally:
        os.umask(before)
    assert (tmp_path / "new").read_bytes() == "Zoë\r\n".encode()
    assert [mode(tmp_path / name) for name in ("new", "own")] == [0o640, 0o600]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, b"1\n2\n"),
        (b"0\n", b"1\n2\n"),
        (b"0\r\n0\r\n0\n", b"1\r\n2\r\n"),
        (b"\xef\xbb\xbf0\r\n", b"\xef\xbb\xbf1\r\n2\r\n"),
    ],
)
def test_a_text_is_replaced_in_the_form_that_its_file_has(tmp_path, before, after):
    file = tmp_path / "file"
    if before is not None:
        file.write_bytes(before)
        assert read_text(file).replace("0\n", "") == ""
    rewrite(file, "1\n2\n")
    assert file.read_bytes() == after
    assert read_text(file) == "1\n2\n"


def test_a_file_keeps_its_mode_unless_it_becomes_private(tmp_path):
    file = tmp_path / "file"
    file.write_text("a long text that was there")
    file.chmod(0o664)
    write_whole(file, "new")
    assert (file.read_text(), mode(file)) == ("new", 0o664)
    write_whole(file, "secret", private=True)
    assert (file.read_text(), mode(file)) == ("secret", 0o600)


def test_a_link_stays_one_unless_it_becomes_private(tmp_path):
    (tmp_path / "real").write_text("old")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    write_whole(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "real").read_text() == "new"
    write_whole(link, "secret", private=True)
    assert not link.is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_what_is_no_regular_file_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, "new")
    assert os.read(reader, 9) == b"new"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failure_names_the_file_and_leaves_the_old_one(tmp_path, monkeypatch, failing):
    file = tmp_path / "file"
    file.write_text("old")

    def fail(*_anything):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_file.os, failing, fail)
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(file, "new")
    assert caught.value.filename == str(file)
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
    assert file.read_text() == "old"


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(IsADirectoryError) as caught:
        write_whole(tmp_path, "new")
    assert caught.value.filename == str(tmp_path)
