"""Options that several commands have, and what the shell completes for them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import DATA_CENTRES, load_connections


def kind_names(incomplete: str) -> list[str]:
    from pulumi_zohodesk.kinds import KINDS  # here, as below: only a completion needs it

    return _beginning((kind.name for kind in KINDS), incomplete)


def action_names(incomplete: str) -> list[str]:
    from pulumi_zohodesk.actions import ACTIONS

    return _beginning((action.name for action in ACTIONS), incomplete)


def data_centres(incomplete: str) -> list[str]:
    return _beginning(DATA_CENTRES, incomplete)


def stack_names(ctx: typer.Context, incomplete: str) -> list[str]:
    """Stacks whose settings lie in the folder of the project; the engine is not asked, which takes seconds."""
    files = sorted(_folder(ctx).glob("Pulumi.*.yaml"))
    return _beginning((file.name.removeprefix("Pulumi.").removesuffix(".yaml") for file in files), incomplete)


def snapshots(ctx: typer.Context, incomplete: str) -> list[str]:
    """Snapshots of the folder, newest first, and none of their records of new ids."""
    files = sorted(snapshot_files(_folder(ctx)), key=lambda file: file.name, reverse=True)
    return _beginning(map(str, files), incomplete)


def snapshot_files(directory: Path) -> list[Path]:
    """The snapshots that a folder has, where `zohodesk up` puts them."""
    return sorted((directory / ".zohodesk" / "snapshots").glob("*/*.json"))


def _folder(ctx: typer.Context) -> Path:
    return Path(ctx.params.get("directory") or ".")


def _beginning(names: Iterable[str], incomplete: str) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]


Directory = Annotated[Path, option("--cwd -C DIR", "Folder of the Pulumi project.", show_default="here")]
Stack = Annotated[str | None, option("--stack -s STACK", "Stack; the selected one if left out.", stack_names)]
ConfigFile = Annotated[
    Path | None, option("--config-file FILE", "The stack's settings, where `pulumi` is given them so.")
]
OnlyKinds = Annotated[list[str] | None, option("--kind -k KIND", "Only this kind, as Agent; repeatable.", kind_names)]


Yes = Annotated[bool, option("--yes -y", "Do not ask.")]
Form = Annotated[Literal["python", "yaml"], option("--format -f python|yaml", "A Python program, or YAML files.")]
AsJson = Annotated[bool, option("--json", "Print the result as JSON.")]
AsMarkdown = Annotated[bool, option("--markdown --md", "Print Markdown, for a comment or an issue.")]
AsHtml = Annotated[Path | None, option("--html FILE", "Write one page for people as well.")]


def check_form(as_json: bool, markdown: bool) -> None:
    """Raises BadParameter when two forms are asked for; before anything is read."""
    if as_json and markdown:
        raise typer.BadParameter("--json and --markdown contradict each other.")


def connection_option(words: str) -> Any:
    return option("--connection -c NAME", words, connection_names)


def connection_names(incomplete: str) -> list[str]:
    """Connections of ``zohodesk.toml`` that begin so; none where the file cannot be read."""
    try:
        return [name for name in sorted(load_connections()) if name.startswith(incomplete)]
    except (ConfigError, OSError):
        return []


def sides(incomplete: str) -> list[str]:
    """What can be compared: connections, and folders here that hold a project."""
    folders = (file.parent.name for file in sorted(Path().glob("*/Pulumi.yaml")))
    return [*connection_names(incomplete), *(name for name in folders if name.startswith(incomplete))]


# What is wanted, for `scopes`, `guide` and `doctor`
Actions = Annotated[
    list[str] | None, option("--action -a ACTION", "As `zohodesk actions` lists; repeatable.", action_names)
]
Kinds = Annotated[list[str] | None, option("--kind -k KIND", "Kind to manage, as Agent; repeatable.", kind_names)]


def _named_folder(text: str) -> Path:
    if not text.strip():  # a variable that is not set; as a path it would mean this folder
        raise typer.BadParameter("It names no folder; write . for this one.")
    return Path(text)


Programs = Annotated[
    Path | None, option("--program -p DIR", "What the Pulumi program in a folder uses.", parser=_named_folder)
]
ConnectionName = Annotated[str | None, connection_option("What a connection of zohodesk.toml is for.")]
ReadOnly = Annotated[bool, option("--read-only", "For drift jobs: kinds are read, never changed.")]
Narrow = Annotated[bool, option("--narrow", "Prefer scopes of one area each; the catalogue lacks them.")]
