"""A group of commands, which answers a name that it does not have with the nearest."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from typer._click.exceptions import UsageError  # typer carries its own copy of click
from typer.core import TyperGroup

__all__ = ["Group"]


class Group(TyperGroup):
    """A group of commands. A name that it does not have is refused with the nearest of those that it has."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in known:
            close = get_close_matches(args[0], known, n=3)
            meant = f" Nearest: {', '.join(close)}." if close else f" `{ctx.command_path} --help` lists them."
            raise UsageError(f'There is no command "{args[0]}".{meant}', ctx)
        return super().resolve_command(ctx, args)
