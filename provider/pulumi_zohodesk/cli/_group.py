"""Groups that answer a name which they do not have with the nearest; commands whose help is free of Python.

In every help, lines end between words; in every command, words that stay words are taken as they were typed.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import typer
import typer.core
from typer._click.core import Context
from typer._click.exceptions import UsageError  # typer carries its own copy of click
from typer._click.formatting import HelpFormatter
from typer._coercion import RuntimeParam, TypeDescriptor, build_runtime_param
from typer._param_types import coerce_cli_path
from typer.core import TyperCommand, TyperGroup

HYPHEN = "\u2011"
"""A hyphen at which no line is broken."""


class _Formatter(HelpFormatter):
    """Texts of a help, never broken inside of an option's name. Its text wrapper cannot be chosen, its words can."""

    def write_text(self, text: str) -> None:
        super().write_text(text.replace("-", HYPHEN))

    def write_dl(self, rows: Any, *widths: Any, **more: Any) -> None:
        super().write_dl([tuple(one.replace("-", HYPHEN) for one in row) for row in rows], *widths, **more)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args.replace("-", HYPHEN), prefix)

    def write(self, string: str) -> None:
        super().write(string.replace(HYPHEN, "-"))


Context.formatter_class = _Formatter  # of typer's own click, for which there is no option


class _AsTyped(RuntimeParam):
    """What becomes of typed words. Typer asks pydantic, and a short command would wait for it half of its time."""

    def _coerce_value(self, value: Any, param: Any, ctx: Any) -> Any:
        kind = self.annotation if self.parameter_info.parser is None else None
        if kind is str and isinstance(value, str):
            return value
        if kind == list[str]:
            return [*value]
        if kind is Path:
            return coerce_cli_path(Path(value), self.parameter_info, path_type=Path, param=param, ctx=ctx)
        return build_runtime_param(param.type_descriptor).coerce(value, param, ctx)


def _as_typed(descriptor: TypeDescriptor) -> RuntimeParam:
    return _AsTyped(descriptor.parameter_info, descriptor.annotation)


typer.core.build_runtime_param = _as_typed  # type: ignore[attr-defined]  # there is no option for it


Completion = Callable[..., list[str]]


def option(names: str, words: str, completes: Completion | None = None, **more: Any) -> Any:
    """An option by its names and placeholder as the help shows them, ``--out -o DIR``, and what the help says of it."""
    flags = names.split()
    placeholder = None if flags[-1].startswith("-") else flags.pop()
    return typer.Option(*flags, metavar=placeholder, help=words, autocompletion=completes, **more)


def argument(placeholder: str, words: str, completes: Completion | None = None) -> Any:
    """An argument by its placeholder, and what the help says of it."""
    return typer.Argument(metavar=placeholder, help=words, autocompletion=completes, show_default=False)


def made(name: str, found: Callable[..., Any] | typer.Typer, **settings: Any) -> Any:
    """The command that typer makes of a function, or of a group."""
    tree = typer.Typer(rich_markup_mode=None)
    tree.callback()(lambda: None)  # else a single command would become the tree
    if isinstance(found, typer.Typer):
        tree.add_typer(found, name=name)
    else:
        tree.command(name, **{"cls": Command, **settings})(found)
    return typer.main.get_group(tree).commands[name]


class Group(TyperGroup):
    """A group of commands. A name that it does not have is refused with the nearest of those that it has."""

    def get_params(self, ctx: Any) -> list[Any]:
        found = super().get_params(ctx)
        for one in found:
            if one.default is None:  # a switch that typer adds; pydantic would be loaded to see that it is no bool
                one.default = False
        return found

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in known:
            close = get_close_matches(args[0], known, n=3)
            meant = f" Nearest: {', '.join(close)}." if close else f" `{ctx.command_path} --help` lists them."
            raise UsageError(f'There is no command "{args[0]}".{meant}', ctx)
        return super().resolve_command(ctx, args)


def group(words: str, example: str, cls: type[TyperGroup] = Group) -> typer.Typer:
    """A group of commands, with what its help says of it and one of its commands as it is typed."""
    epilog = f"Example: zohodesk {example}"
    return typer.Typer(cls=cls, help=words, epilog=epilog, no_args_is_help=True, rich_markup_mode=None)


class Command(TyperCommand):
    """A command whose help calls its arguments by name alone; typer adds Python's types."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        records = [
            (param.param_type_name, record) for param in self.get_params(ctx) if (record := param.get_help_record(ctx))
        ]
        arguments = [(name.partition(" <")[0], words) for kind, (name, words) in records if kind == "argument"]
        options = [record for kind, record in records if kind == "option"]
        for title, rows in (("Arguments", arguments), ("Options", options)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
