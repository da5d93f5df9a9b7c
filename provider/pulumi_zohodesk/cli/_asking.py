"""Asking a person, on standard error: the output is for results."""

from __future__ import annotations

import getpass
import sys

import typer

from pulumi_zohodesk.errors import ConfigError

__all__ = ["hidden", "number", "say"]


def hidden(question: str) -> str:
    """An answer that the terminal does not show; a line of standard input where that is no terminal."""
    answer = getpass.getpass(question, stream=sys.stderr) if sys.stdin.isatty() else sys.stdin.readline()
    if not answer.strip():
        raise ConfigError([f"Nothing was entered for: {question.rstrip(': ')}."])
    return answer.strip()


def number(question: str, largest: int) -> int:
    while True:
        answer: str = typer.prompt(question, prompt_suffix="", err=True)
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= largest:
            return int(answer)
        say(f"A number from 1 to {largest}.")


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
