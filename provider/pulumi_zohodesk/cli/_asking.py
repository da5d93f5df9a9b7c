"""Asking a person, on standard error: the output is for results."""

from __future__ import annotations

import getpass
import sys

import typer

from pulumi_zohodesk.cli import _console
from pulumi_zohodesk.cli._printable import lines
from pulumi_zohodesk.errors import ConfigError, Declined, Refused


def hidden(question: str, instead: str = "") -> str:
    """An answer that the terminal does not show; a line of standard input where that is no terminal.

    Args:
        instead: what to do where nobody can answer, for the error when nothing comes.
    """
    if sys.stdin.isatty():
        answer = getpass.getpass(question, stream=sys.stderr)
    else:
        say(question.rstrip())  # a pipe that stays open must not look like a command that hangs
        answer = sys.stdin.readline()
    if not answer.strip():
        raise ConfigError([f"Nothing was entered for: {question.rstrip(': ')}. {instead}".rstrip()])
    return answer.strip()


def number(question: str, largest: int) -> int:
    while True:
        answer: str = typer.prompt(question, prompt_suffix="", err=True)
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= largest:
            return int(answer)
        say(f"A number from 1 to {largest}.")


def agree(question: str, otherwise: str = "") -> None:
    """Go on after a yes. Raises `Declined` after a no, and typer's Abort when no answer comes.

    Raises Refused with ``otherwise``, if there is such a sentence, where nobody can be asked.
    """
    if otherwise and not sys.stdin.isatty():
        raise Refused(otherwise)
    if not typer.confirm(question, err=True):
        raise Declined("Not done: the answer was no.")


def say(words: str) -> None:
    """Words on standard error; names of the service among them cannot move the cursor."""
    _console.say(lines(words), sys.stderr)
