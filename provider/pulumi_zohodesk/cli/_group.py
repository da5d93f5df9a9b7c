"""Groups that answer a name which they do not have with the nearest; commands whose help is free of Python.

In every help, lines end between words.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from typer._click.core import Context
from typer._click.exceptions import UsageError  # typer carries its own copy of click
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

__all__ = ["Command", "Group"]

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


class Command(TyperCommand):
    """A command whose help calls its arguments by name alone; typer adds Python's types."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        records = [
            (one.param_type_name, record) for one in self.get_params(ctx) if (record := one.get_help_record(ctx))
        ]
        arguments = [(name.partition(" <")[0], words) for kind, (name, words) in records if kind == "argument"]
        options = [record for kind, record in records if kind == "option"]
        for title, rows in (("Arguments", arguments), ("Options", options)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
