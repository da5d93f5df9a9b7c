"""The shape of the package: no circle, hidden ones included, and what starts without Pulumi's SDK."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import pulumi_zohodesk

PACKAGE = Path(pulumi_zohodesk.__file__).parent
MODULES = {
    ".".join((PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}


def imports(module: str) -> Iterator[str]:
    """Every module of the package that a module imports, wherever in it, under TYPE_CHECKING and by name included."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            parts = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (part for part in parts if part in MODULES)
            if not all(part in MODULES for part in parts):
                yield node.module
        elif isinstance(node, ast.Call) and "import_module" in ast.unparse(node.func):
            yield from (str(part.value) for part in ast.walk(node) if isinstance(part, ast.Constant))


def generated_annotation(module: str, imported: str) -> bool:
    """Generated classes name each other, in annotations only."""
    return all(
        name.rpartition(".")[0] == "pulumi_zohodesk.resources" and "make generate" in MODULES[name].read_text()
        for name in (module, imported)
    )


def test_there_is_no_circle():
    graph = {
        module: {
            name
            for name in imports(module)
            if name in MODULES and name != module and not generated_annotation(module, name)
        }
        for module in MODULES
    }
    # The package itself hands out what `resources` has, when a program asks for it.
    graph["pulumi_zohodesk"] = set()
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize(
    ("command", "more"),
    [
        ("--version", ("rich", "pydantic")),
        ("--help", ("rich", "pydantic")),
        ("scopes --kind Agent", ("rich", "pydantic", "tomllib", "tomlkit", "filelock")),
        ("actions", ()),
        ("call tickets.list --help", ("rich",)),
        ("call departments.list --dry-run", ("rich", "pydantic", "tomlkit", "filelock")),
    ],
    ids=str,
)
def test_commands_start_without_what_they_do_not_need(command, more, tmp_path):
    """The engine's SDK, the HTTP client, and what only some of them print, lock or write with."""
    unwanted = ("pulumi", "grpc", "httpx", "http.client", *more)
    program = (
        "import sys\n"
        "from pulumi_zohodesk.cli._main import run\n"
        f"code = run({command.split()!r})\n"
        f"sys.exit(code or ', '.join(name for name in {unwanted!r} if name in sys.modules) or None)\n"
    )
    names = ("CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN", "ORG_ID")
    succeeds(program, tmp_path, **{f"ZOHODESK_{name}": "1" for name in names})


HELPS = """
import sys
import typer
from pulumi_zohodesk.cli._main import COMMANDS, app, run

tree = typer.main.get_command(app)
helps = [f"{name} --help" for name in COMMANDS]
for name in COMMANDS:
    helps += [f"{name} {part} --help" for part in getattr(tree.get_command(None, name), "commands", ())]
assert "connection add --help" in helps
for help in helps:
    assert run(help.split()) == 0, help
    loaded = {"pulumi", "grpc", "httpx", "pydantic", "http.client"} & sys.modules.keys()
    assert not loaded, f"zohodesk {help} loads {', '.join(sorted(loaded))}"
"""


def test_no_help_loads_the_engines_sdk_the_http_client_or_pydantic(tmp_path):
    """The help of every command, and of every part of one: what does the work is loaded when it is done."""
    succeeds(HELPS, tmp_path)


@pytest.mark.parametrize("words", ["adopt --on", "up -s ", "export --kind Ag", "diff ", "restore ", "call tickets.l"])
def test_no_completion_loads_the_engines_sdk_or_the_http_client(words, tmp_path):
    program = (
        "import sys\n"
        "from pulumi_zohodesk.cli import _main\n"
        "try:\n"
        "    _main.run([])\n"
        "except SystemExit as end:\n"
        "    assert not end.code\n"
        "    sys.exit(', '.join({'pulumi', 'grpc', 'httpx'} & sys.modules.keys()) or None)\n"
        "sys.exit('nothing was completed')\n"
    )
    line = f"zohodesk {words}"
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1), "_ZOHODESK_COMPLETE": "complete_bash"}
    succeeds(program, tmp_path, **asked)


def succeeds(program: str, folder: Path, **variables: str) -> None:
    """A Python of its own, in an empty folder."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=folder,
        env={**os.environ, **variables},
    )
    assert done.returncode == 0, done.stderr


def test_what_checks_and_compares_is_loaded_only_where_there_is_something_to_check_or_compare(tmp_path):
    # Of the commands, those without arguments of their own: typer may load pydantic for these by itself.
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from pulumi_zohodesk.cli._main import run\n"
        "from pulumi_zohodesk.settings import load_connections\n"
        "here = Path(sys.argv[1])\n"
        "assert not run(['--version']) and not run(['--help']) and not load_connections(here)\n"
        "assert 'pydantic' not in sys.modules\n"
        "from pulumi_zohodesk.compare import Edit, parts\n"
        "from pulumi_zohodesk.engine import Text\n"
        "assert 'deepdiff' not in sys.modules\n"
        "assert parts(Edit('name', 'a', 'b', Text(9))) and 'deepdiff' in sys.modules\n"
        "here.joinpath('zohodesk.toml').write_text('[connections.prod]')\n"
        "assert load_connections(here) and 'pydantic' in sys.modules\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
