"""``zohodesk adopt``: take existing objects under management, without touching them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.cli._options import AsJson, ConfigFile, Directory, Stack, stack_names


def adopt(
    directory: Directory = Path(),
    stack: Stack = None,
    config_file: ConfigFile = None,
    only: Annotated[
        list[str] | None, option("--only GLOB", "Only such logical names or kinds: 'sales_*', Agent; repeatable.")
    ] = None,
    without: Annotated[list[str] | None, option("--except GLOB", "All but such names or kinds; repeatable.")] = None,
    file: Annotated[Path | None, option("--file -f FILE", "Just what this file of an export holds.")] = None,
    other_stack: Annotated[
        list[str] | None,
        option("--other-stack STACK", "Refuse what this stack, or exported file, manages.", stack_names),
    ] = None,
    dry_run: Annotated[bool, option("--dry-run", "Show what would be adopted; change nothing.")] = False,
    protect: Annotated[
        bool | None,
        option(
            "--protect/--no-protect",
            "Let the stack protect departments and agents from removal: `zohodesk:protect`.",
            show_default="as the stack says, else --protect",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take objects that exist under the management of a stack.

    Every object that the program declares and the stack does not have is looked up by its natural key (the name of
    a department, the e-mail of an agent ...). What exists is imported into the stack; nothing in Zoho Desk changes.
    What differs shows as an update in the next preview.

    With --file import.json, after `zohodesk export`, the objects are those that the export read.
    """
    from pulumi_zohodesk.cli.adopt._work import Choice, adopt_declared, adopt_file  # here: help starts without Pulumi
    from pulumi_zohodesk.cli.engine._engine import PulumiStack
    from pulumi_zohodesk.dynamic import ADOPTING

    engine = PulumiStack(directory, stack, config_file, {ADOPTING: "true"})
    if file is None:
        chosen = Choice(only or (), without or (), other_stack or ())
        adopt_declared(engine, chosen, dry_run=dry_run, protect=protect, as_json=as_json)
        return
    if only or without or other_stack:
        raise typer.BadParameter("It contradicts --only, --except and --other-stack.", param_hint="'--file'")
    adopt_file(engine, file, dry_run=dry_run, protect=protect, as_json=as_json)
