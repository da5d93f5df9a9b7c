"""``zohodesk probe``: how an organisation answers what is not known of the API."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pulumi_zohodesk.cli._connection_meant import Name
from pulumi_zohodesk.cli._group import option


def probe(
    connection: Name = None,
    report: Annotated[Path | None, option("--report FILE", "Write what was found, for others to read.")] = None,
    with_shapes: Annotated[
        bool, option("--shapes", "Also compare fields and types of answers with the contract.")
    ] = False,
    write: Annotated[
        bool, option("--write", "Also make skills, teams, templates and the like, and remove them; for a sandbox.")
    ] = False,
    departments: Annotated[
        bool, option("--departments", "With --write: also make one department, which stays, disabled.")
    ] = False,
    organization: Annotated[
        str | None, option("--organization ID", "With --write: which organisation is meant.")
    ] = None,
    yes: Annotated[bool, option("--yes -y", "With --write: it is a sandbox.")] = False,
    as_json: Annotated[bool, option("--json", "Print the result as JSON.")] = False,
) -> int:
    """Ask an organisation what is not known of the API.

    It only reads, unless told to --write. Questions, and what relies on the answers, are in docs/api-notes.md. A
    report holds answers, edition and data centre, never a name, an address, an id or a token; `zohodesk emulator
    --like FILE` serves an emulator that answers so. Ends with 1 when an answer makes something unsafe, or when calls
    did not get through.
    """
    from pulumi_zohodesk.cli.probe._asked import Wanted, probed  # here: the help does without

    wanted = Wanted(with_shapes, write, departments, organization, yes)
    return probed(connection, report, wanted, as_json=as_json)
