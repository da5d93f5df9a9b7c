"""The table of exit codes, held against the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from pulumi_zohodesk import cli
from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._main import COMMANDS

ROOT = Path(__file__).parents[2]
FOLDER = Path(cli.__file__).parent
OF_ALL = "every command"


def table() -> dict[int, str]:
    """By code, of which commands it is."""
    rows = re.findall(r"^\| (\d+) \| .* \| ([^|]+) \|$", (ROOT / "docs" / "exit-codes.md").read_text(), re.M)
    return {int(code): commands for code, commands in rows}


def named_in(module: str) -> set[str]:
    """What of `_exit` a module of the commands uses, with the modules of its own that it imports."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        file = FOLDER / f"{waiting.pop().replace('.', '/')}.py"
        if str(file) in seen or not file.exists():
            continue
        seen.add(str(file))
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pulumi_zohodesk.cli."):
                waiting.append(node.module.removeprefix("pulumi_zohodesk.cli."))
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "_exit":
                found.add(node.attr)
    return found


def test_the_table_has_every_code():
    codes = {value for name, value in vars(_exit).items() if name.isupper()}
    assert set(table()) == codes


def test_codes_of_some_commands_are_ascribed_to_those_that_can_end_with_them():
    for code, name in ((_exit.DIFFERENCES, "DIFFERENCES"), (_exit.REFUSED, "REFUSED")):
        listed = set(re.findall(r"`(\w+)`", table()[code]))
        assert listed <= set(COMMANDS)
        able = {command for command, module in COMMANDS.items() if name in named_in(module)}
        # `preview` shows what `drift` shows, and `up` lies in one module with it; neither ends so itself.
        assert listed <= able <= listed | {"preview", "up"}
    assert {commands for code, commands in table().items() if code not in (2, 3)} == {OF_ALL}
