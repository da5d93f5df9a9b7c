"""Reference pages: the help of every command as the command prints it, and the tree of errors."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from unittest.mock import patch

import typer

from pulumi_zohodesk import errors
from pulumi_zohodesk.cli._main import GROUPS, app, run

__all__ = ["pages"]

ELSEWHERE = {
    "call": "One command below it for each action: `zohodesk actions` lists them, `zohodesk call ACTION --help` has "
    "their arguments. See [calling.md](../calling.md).",
    "emulator": "See [emulator.md](../emulator.md).",
}
"""Commands whose own commands, or whose help, are not shown here, with where they are."""


def pages() -> Iterator[tuple[str, str]]:
    """Names and texts of the pages."""
    yield "commands", "\n".join(_commands()) + "\n"
    yield "errors", "\n".join(_errors()) + "\n"


def _commands() -> Iterator[str]:
    yield from ("# Commands", "", "Made by `make generate` from what `zohodesk COMMAND --help` prints.", "")
    yield from ("```text", _help(()), "```")
    tree = typer.main.get_command(app)
    for title, commands in GROUPS.items():
        yield from ("", f"## {title}")
        for name in commands:
            yield from ("", f"### zohodesk {name}", "")
            if name in ELSEWHERE:
                yield ELSEWHERE[name]
                continue
            below = getattr(tree.get_command(None, name), "commands", {})  # type: ignore[attr-defined]
            for words in [(name,), *((name, one) for one in below)]:
                yield from ("```text", _help(words), "```")


def _help(words: tuple[str, ...]) -> str:
    said = io.StringIO()
    with patch.dict(os.environ, {"COLUMNS": "80"}), redirect_stdout(said):
        run([*words, "--help"])
    return "\n".join(line.rstrip() for line in said.getvalue().strip().splitlines())


def _errors() -> Iterator[str]:
    head, _, tree = (errors.__doc__ or "").partition("\n\n")
    tree, _, tail = tree.partition("\n\n")
    yield from ("# Errors", "", "Made by `make generate` from `pulumi_zohodesk/errors.py`.", "", head, "")
    yield from ("```text", *(line.removeprefix("    ") for line in tree.splitlines()), "```", "", tail.strip())
