"""Every help: in the words of the field, nothing cut, and reached in each of the usual ways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import typer

from pulumi_zohodesk.actions import ACTIONS
from pulumi_zohodesk.cli._main import COMMANDS, GROUPS, app, run


def commands() -> Iterator[tuple[str, ...]]:
    tree = typer.main.get_command(app)
    yield ()
    for name in COMMANDS:
        yield (name,)
        if name != "call":
            yield from ((name, below) for below in getattr(tree.get_command(None, name), "commands", {}))
    yield from (("call", action.name) for action in ACTIONS)


@pytest.fixture
def help_of(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")

    def read(*arguments: str) -> str:
        assert run(arguments) == 0
        return capsys.readouterr().out

    return read


@pytest.mark.parametrize("words", list(commands()), ids=lambda words: " ".join(words) or "zohodesk")
def test_a_help_is_in_words_of_the_field(help_of, words):
    text = help_of(*words, "--help")
    assert "<" not in text  # as in <list[str]> and <int range>: names of Python's types
    assert max(map(len, text.splitlines())) <= 80
    assert not any(line.endswith("-") for line in text.splitlines())  # as in --org-, with its id in the next line


def test_the_list_says_of_each_command_what_it_says_itself():
    tree = typer.main.get_command(app)
    for name, (_, words) in ((name, said) for group in GROUPS.values() for name, said in group.items()):
        assert tree.get_command(None, name).get_short_help_str(100) == words


@pytest.mark.parametrize("words", [("connection",), ("call",)], ids=" ".join)
def test_no_summary_is_cut(help_of, words):
    listed = help_of(*words, "--help").partition("\nCommands:\n")[2].partition("\n\n")[0]
    assert len(listed.splitlines()) >= 5
    assert "..." not in listed


@pytest.mark.parametrize("words", [(), ("diff",), ("connection", "add"), ("call", "tickets.list")], ids=" ".join)
def test_help_is_a_command_as_well(help_of, words):
    assert help_of("help", *words) == help_of(*words, "--help")


def test_help_of_what_is_not_there_is_a_wrong_command_line(capsys):
    assert run(["help", "dif"]) == 64
    assert "Nearest: diff" in capsys.readouterr().err


def test_version_is_a_command_as_well(help_of):
    assert help_of("version") == help_of("--version")


def test_a_share_is_from_0_to_100(capsys):
    for share in ("-1", "101", "nan"):
        assert run(["preview", "--removals-percent", share]) == 64
        assert "it is from 0 to 100" in capsys.readouterr().err


def options() -> Iterator[tuple[str, dict[str, bool]]]:
    """Every command, with its options and whether each is a flag."""
    tree = typer.main.get_command(app)
    for words in commands():
        command = tree
        for word in words:
            command = command.get_command(None, word)
        yield (
            " ".join(words),
            {name: getattr(one, "is_flag", False) for one in command.params for name in getattr(one, "opts", ())},
        )


def test_one_convention_says_what_is_printed_and_what_is_written():
    """`--json` and `--markdown` print, `--html` and `--out` write; older spellings are taken as well."""
    for words, found in options():
        if words.startswith("call "):
            assert "--output" in found  # `--json` alone prints there too; with a file it is where arguments are
            continue
        assert found.get("--json", True), words
        assert found.get("--markdown", True), words
        assert "--md" in found or "--markdown" not in found, words
        assert ("-o" in found) == ("--out" in found), words
        assert not found.get("--html", False), words
