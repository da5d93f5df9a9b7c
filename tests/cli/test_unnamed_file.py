"""Files without a name: a command finds them, and nothing else ever does."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

from pulumi_zohodesk.cli.engine._unnamed_file import unnamed_file


def test_a_command_reads_and_writes_it_and_no_folder_has_it(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code = "import sys; old = open(sys.argv[1]).read(); open(sys.argv[1], 'w').write('{\"was\": \"' + old + '\"}')"
    with unnamed_file("secret") as file:
        assert stat.S_IMODE(os.fstat(file.descriptors[0]).st_mode) & 0o077 == 0
        command = [sys.executable, "-c", code, file.path]
        subprocess.run(command, check=True, pass_fds=file.descriptors)
        assert file.as_json() == {"was": "secret"}
        assert list(tmp_path.iterdir()) == []


def test_what_was_never_written_is_nothing():
    with unnamed_file() as file:
        assert file.as_json() == {}
