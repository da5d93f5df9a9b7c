"""``zohodesk guide``: the set-up steps for what is wanted, on the terminal or as a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.cli._options import Actions, ConnectionName, Kinds, Narrow, Programs, ReadOnly, data_centres
from pulumi_zohodesk.errors import ConfigError

if TYPE_CHECKING:
    from pulumi_zohodesk.cli.adopt._choosing import Chosen
    from pulumi_zohodesk.cli.guide._steps import Place


def guide(
    action: Actions = None,
    kind: Kinds = None,
    program: Programs = None,
    connection: ConnectionName = None,
    read_only: ReadOnly = False,
    narrow: Narrow = False,
    dc: Annotated[str | None, option("--dc DC", "Data centre; us if left out.", data_centres)] = None,
    name: Annotated[str | None, option("--name NAME", "Name of the connection to be made; prod if left out.")] = None,
    print_markdown: Annotated[bool, option("--markdown", "Print it as Markdown.")] = False,
    markdown: Annotated[Path | None, option("--md FILE", "Write it as Markdown.")] = None,
    page: Annotated[Path | None, option("--html FILE", "Write it as one HTML page.")] = None,
) -> None:
    """Show how to connect an organisation, step by step.

    For what is wanted: OAuth application, permission profile, data sharing, scopes, connection, sign-in: only what
    applies.
    """
    from pulumi_zohodesk.actions import catalogued  # here, as below: the help does without
    from pulumi_zohodesk.cli._document import as_html, as_markdown, show
    from pulumi_zohodesk.cli.adopt._choosing import choose, note_narrow
    from pulumi_zohodesk.cli.guide._steps import document

    if markdown is not None and page is not None and markdown.resolve() == page.resolve():
        raise typer.BadParameter("--md and --html name the same file.")
    chosen = choose(action, kind, program, connection, read_only=read_only, sign_in=True)
    scopes = chosen.scopes(narrow=narrow)
    note_narrow(scope for scope in scopes if not catalogued(scope))
    made = document(chosen.choice, scopes, chosen.words, _place(chosen, dc, name))
    if markdown is not None:
        _write(markdown, as_markdown(made))
    if page is not None:
        _write(page, as_html(made))
    if print_markdown:
        print(as_markdown(made), end="")
    elif markdown is None and page is None:
        show(made)


def _place(chosen: Chosen, dc: str | None, name: str | None) -> Place:
    from pulumi_zohodesk.cli.adopt._choosing import require_agreement
    from pulumi_zohodesk.cli.guide._steps import Place
    from pulumi_zohodesk.settings import DATA_CENTRES, load_connections, name_fault, quoted, tidy
    from pulumi_zohodesk.transport import REDIRECT_URI

    if name is not None and (reason := name_fault(name)):
        raise typer.BadParameter(reason, param_hint="'--name'")
    if chosen.entry is not None and name not in (None, chosen.entry.name):
        raise typer.BadParameter("--name and --connection say different things.", param_hint="'--name'")
    known = load_connections()
    entry = chosen.entry or known.get(name or "prod")
    if (
        name is None
        and chosen.entry is None
        and entry is not None
        and dc
        and tidy("dc", dc) != tidy("dc", entry.dc or "us")
    ):
        name = f"prod-{tidy('dc', dc)}"  # nobody meant the one that is there
        entry = known.get(name)
    name = name or "prod"
    if entry is not None:
        require_agreement("dc", dc, entry.dc or "us")
    centre = tidy("dc", dc or (entry.dc if entry else "") or "us")
    if centre not in DATA_CENTRES:
        centres = ", ".join(DATA_CENTRES)
        raise typer.BadParameter(f"There is no data centre {quoted(centre)}: {centres}.", param_hint="'--dc'")
    if entry is None:
        return Place(name, False, centre, "", REDIRECT_URI)
    return Place(entry.name, True, centre, entry.client_id, entry.redirect_uri or REDIRECT_URI)


def _write(file: Path, text: str) -> None:
    from pulumi_zohodesk.cli._console import say
    from pulumi_zohodesk.settings import write_whole

    try:
        write_whole(file, text)
    except OSError as error:
        raise ConfigError([f"The guide cannot be written to {file}: {error.strerror}."]) from None
    say(f"Wrote {file}.")
