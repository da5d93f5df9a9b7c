"""What the documents show can be typed: commands and options that there are, programs without a misspelt name."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

import pulumi_zohodesk
from pulumi_zohodesk.cli._main import COMMANDS, app
from pulumi_zohodesk.cli._misspelt import _problems

REPOSITORY = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path
    for place in ("*.md", "docs/*.md", "docs/reference/README.md", "examples/**/*.md")
    for path in REPOSITORY.glob(place)
    if path.name != "CHANGELOG.md"
)
WORDS = [str(path.relative_to(REPOSITORY)) for path in DOCUMENTS]


def typed(text: str) -> Iterator[list[str]]:
    """Every command of ours in blocks and in the text: the words, as a shell makes them."""
    blocks = re.findall(r"^\$ (?:exec )?(zohodesk .*)$", text.replace("\\\n", " "), re.MULTILINE)
    for line in [*blocks, *re.findall(r"`(zohodesk [^`]+)`", text)]:
        words = shlex.split(line.replace("\n", " "), comments=True)
        yield words[1 : next((at for at, word in enumerate(words) if word in (">", "|", "&")), len(words))]


def unknown(words: list[str]) -> list[str]:
    """Commands and options that there are not; capitals stand for what a reader puts in."""
    command = typer.main.get_command(app)
    while words and getattr(command, "commands", None) is not None and not words[0].startswith("-"):
        if words[0].isupper():
            return []
        below = command.get_command(None, words[0])
        if below is None:
            return [words[0]]
        command, words = below, words[1:]
    options = {name for one in command.params for name in (*one.opts, *one.secondary_opts)} | {"-h", "--help"}
    options |= {"--port", "--env-file", "--seed", "--like"} if command.name == "emulator" else set()
    return [word for word in words if word.startswith("-") and word != "-" and word.partition("=")[0] not in options]


@pytest.mark.parametrize("document", DOCUMENTS, ids=WORDS)
def test_every_command_can_be_typed(document):
    wrong = {" ".join(words): bad for words in typed(document.read_text(encoding="utf-8")) if (bad := unknown(words))}
    assert wrong == {}


@pytest.mark.parametrize("document", DOCUMENTS, ids=WORDS)
def test_every_program_has_names_that_there_are(document):
    for block in re.findall(r"```python\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL):
        text = block if "import pulumi_zohodesk" in block else f"import pulumi_zohodesk as desk\n{block}"
        assert list(_problems(list(ast.walk(ast.parse(text))), pulumi_zohodesk)) == [], block


def test_there_are_documents():
    assert len(DOCUMENTS) > 25
    assert sum(len(list(typed(one.read_text(encoding="utf-8")))) for one in DOCUMENTS) > 100
    assert {words[0] for one in DOCUMENTS for words in typed(one.read_text(encoding="utf-8"))} >= set(COMMANDS) - {
        "help"
    }
