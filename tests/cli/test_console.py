"""What is printed is printed whole: words in brackets are no markup, and no line ends inside a word."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
import typer
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from pulumi_zohodesk import cli
from pulumi_zohodesk.cli import _asking, _console
from pulumi_zohodesk.cli._console import counting, framed, printer, say, tell
from pulumi_zohodesk.cli._document import Code, Document, Items, Rows, Step, as_html, as_markdown, show
from pulumi_zohodesk.cli._main import _tell, run
from pulumi_zohodesk.cli._markdown import code, plain
from pulumi_zohodesk.cli.call._rows import show as show_answer
from pulumi_zohodesk.cli.engine import _process as _process

from .terminal import Terminal

CANARY = "[x] [bold] [connections.NAME] [/] [red]a[/red] :x: [link=http://x]y[/link]"
LONG = "w" * 90
WORDS = f"{CANARY} {' '.join(f'word-{number}' for number in range(40))} {LONG} --snapshot-file"


class Pipe(Terminal):
    def isatty(self) -> bool:
        return False


def table() -> Table:
    made = framed("[name]", "kind [x]", "words", title=CANARY)
    made.add_row(Text(LONG), CANARY, Text(WORDS))
    return made


def small_table() -> Table:
    made = framed("[name]", "a", title="[title]")
    made.add_row(Text("w" * 35), Text(WORDS.replace(LONG, "")))
    return made


def progress() -> None:
    with Progress(counting("{task.description}"), console=printer(sys.stderr)) as bar:
        bar.add_task(CANARY)


BLOCKS = (Items((WORDS,)), Code(WORDS), Rows(("[head]", "b"), ((CANARY, WORDS),)))
DOCUMENT = Document(CANARY, [WORDS], [Step(CANARY, BLOCKS)])

WAYS = {
    "a sentence": lambda: say(WORDS),
    "a console": lambda: printer().print(WORDS),
    "a styled text": lambda: printer().print(Text(WORDS, style="bold")),
    "an error": lambda: _tell(WORDS),
    "a line of a run": lambda: _process.say(WORDS, sys.stderr),
    "a remark while asking": lambda: _asking.say(WORDS),
    "a table": lambda: tell(table()),
    "a small table": lambda: tell(small_table()),
    "rows of an answer": lambda: show_answer([{"[id]": 1, "name": WORDS}], as_table=True),
    "an answer": lambda: show_answer({"name": WORDS}, as_table=True),
    "a document": lambda: show(DOCUMENT),
    "a progress": progress,
}
PARTS = ("[x]", "[bold]", "[connections.NAME]", "[/]", "[red]a[/red]", ":x:", "[link=http://x]y[/link]")


@pytest.mark.parametrize("out", [Terminal, Pipe])
@pytest.mark.parametrize("way", WAYS)
def test_nothing_in_brackets_is_eaten_and_no_word_is_broken(way, out, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    shown = out()
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, shown)
    WAYS[way]()
    printed = shown.plain()
    words = printed.replace("┃", " ").replace("│", " ").split()
    for part in PARTS:
        assert part in words or f"{part}:" in words or part in printed.replace("\n", ""), part
    if way != "a progress":
        assert {f"word-{number}" for number in range(40)} <= set(words)
        assert "--snapshot-file" in words
    if shown.isatty() and way != "a document":  # what is to be copied stands there on one line
        longer = [line for line in printed.splitlines() if len(line) > 80]
        assert all(line.rstrip().endswith(LONG) and len(line.split()) <= 2 for line in longer), longer


def test_a_page_and_markdown_show_brackets_as_they_are():
    for text in (
        as_html(DOCUMENT),
        as_markdown(DOCUMENT).replace("\\", ""),
        plain(CANARY).replace("\\", ""),
        code(CANARY),
    ):
        assert "[x] [bold] [connections.NAME] [/] [red]a[/red] :x:" in text


def test_every_console_is_made_in_one_place():
    """Elsewhere rich would take brackets for markup again."""
    makers = {"Console", "TextColumn", "from_markup", "rich_print"}
    for file in Path(cli.__file__).parent.glob("*.py"):
        calls = [one.func for one in ast.walk(ast.parse(file.read_text())) if isinstance(one, ast.Call)]
        names = {getattr(func, "id", getattr(func, "attr", "")) for func in calls}
        assert file.name == Path(_console.__file__).name or not names & makers, file.name


def test_a_help_shows_brackets_and_breaks_no_option(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    group = typer.Typer(rich_markup_mode=None)

    @group.command(help=WORDS, epilog=WORDS)
    def command(_one: str = typer.Option("", "--one", help=WORDS, metavar="[X]")) -> None: ...

    typer.main.get_command(group).main(["--help"], standalone_mode=False)
    words = capsys.readouterr().out.split()
    assert words.count("--snapshot-file") == 3
    for part in (*PARTS, *(f"word-{number}" for number in range(40))):
        assert words.count(part) == 3, part


def test_an_error_about_a_table_of_the_settings_is_whole(tmp_path, monkeypatch, capsys):
    (tmp_path / "zohodesk.toml").write_text("[protected]\nDepartment = 1\n")
    monkeypatch.chdir(tmp_path)
    assert run(["preview"]) == 1
    assert "Department of [protected] must be a list" in capsys.readouterr().err
