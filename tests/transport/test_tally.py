"""Calls are counted over several processes by a file."""

from __future__ import annotations

from pulumi_zohodesk.transport import TALLY_FILE, tallied
from pulumi_zohodesk.transport._log import note


def test_each_call_is_a_line(tmp_path, monkeypatch):
    file = tmp_path / "calls"
    assert tallied(file) == (0, 0)
    note(3)
    monkeypatch.setenv(TALLY_FILE, str(file))
    note(1)
    note(2)
    assert tallied(file) == (2, 3)


def test_what_cannot_be_counted_does_not_fail(tmp_path, monkeypatch):
    monkeypatch.setenv(TALLY_FILE, str(tmp_path / "nowhere" / "calls"))
    note(1)
