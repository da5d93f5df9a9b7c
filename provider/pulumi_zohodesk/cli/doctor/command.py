"""``zohodesk doctor``: everything between this machine and an organisation, a line each."""

from __future__ import annotations

from typing import Annotated

from pulumi_zohodesk.cli._group import option
from pulumi_zohodesk.cli._options import Actions, Kinds, Programs, ReadOnly, connection_option


def doctor(
    action: Actions = None,
    kind: Kinds = None,
    program: Programs = None,
    connection: Annotated[str | None, connection_option("Which to check; of zohodesk.toml.")] = None,
    read_only: ReadOnly = False,
    as_json: Annotated[bool, option("--json", "Print the findings as JSON.")] = False,
) -> int:
    """Check what stands between this machine and an organisation.

    Python, engine, configuration, clock, data centre, token, organisation; then the three layers for what is chosen:
    OAuth scopes, permission profile, data sharing. It only reads.
    """
    from pulumi_zohodesk.cli.adopt._choosing import choose  # here, as below: the help does without
    from pulumi_zohodesk.cli.doctor._findings import tell_findings

    chosen = None
    if action or kind or program:
        chosen = choose(action, kind, program, None, read_only=read_only, sign_in=True).choice
    return tell_findings(chosen, connection, read_only=read_only, as_json=as_json)
