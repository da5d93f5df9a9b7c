"""Files that a person or another program may have written are read with a byte order mark and with any line ends."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

import pulumi_zohodesk
from pulumi_zohodesk.cli.adopt._choice import _held
from pulumi_zohodesk.compare import keys_in
from pulumi_zohodesk.settings import PrivateFile

PACKAGE = Path(pulumi_zohodesk.__file__).parent
OWN = {"settings/_whole_file.py", "transport/_log.py"}
"""The one place that reads, and a count that no person edits."""
URN = "urn:pulumi:dev::desk::pulumi-python:dynamic/zohodesk:Department::home"


def as_an_editor_may(path: Path, text: str) -> Path:
    path.write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    return path


@pytest.mark.parametrize("wrap", [lambda state: {"deployment": state}, lambda state: {"checkpoint": {"latest": state}}])
def test_a_state_file_with_a_mark_is_a_state(tmp_path, wrap):
    state = {"resources": [{"urn": URN, "type": "x", "custom": True}]}
    file = as_an_editor_may(tmp_path / "state.json", json.dumps(wrap(state), indent=1))
    assert _held(str(file), None) == []


def test_data_files_with_a_mark_are_data(tmp_path):
    file = as_an_editor_may(tmp_path / "d.yaml", "Department:\n  home:\n    name: Home\n")
    assert keys_in([file]) == {("Department", "home"): ("", ("home",))}


def test_what_the_tool_keeps_for_itself_may_have_been_edited(tmp_path):
    file = PrivateFile(tmp_path / "own" / "file.json")
    file.write("\ufeff{}")
    assert file.text() == "{}"


def test_no_other_code_reads_texts_by_itself():
    files = [file for file in PACKAGE.rglob("*.py") if str(file.relative_to(PACKAGE)) not in OWN]
    calls = [node for file in files for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.Call)]
    readers = [node for node in calls if isinstance(node.func, ast.Attribute) and node.func.attr == "read_text"]
    # The log of the engine and /proc may hold any bytes; a table for `clone` is read as a table, line ends and all.
    alone = [
        ast.unparse(node)
        for node in readers
        if not {"errors='replace'", "encoding='utf-8-sig'", "'utf-8-sig'"} & _given(node)
    ]
    assert [words for words in alone if "/proc" not in words and not words.startswith("files(")] == []


def _given(node: ast.Call) -> set[str]:
    return {ast.unparse(one) for one in (*node.args, *node.keywords)}
