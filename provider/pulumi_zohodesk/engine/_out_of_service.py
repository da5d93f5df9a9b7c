"""Why the service refuses to create something: what it shall lie in, or refers to, is out of service."""

from __future__ import annotations

from collections.abc import Iterator

from pulumi_zohodesk.engine._fields import Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._session import Session
from pulumi_zohodesk.errors import DeskError, InvalidRequest

MOST = 10
"""Objects that are asked for; an agent may be in hundreds of departments."""


def advise_out_of_service(session: Session, kind: Kind, inputs: Row, error: InvalidRequest) -> None:
    """Let a refusal to create say so when something that is disabled is the likely reason. Costs a GET for each."""
    for target, id in list(dict.fromkeys(_targets(session, kind, inputs)))[:MOST]:
        of = session.kinds.named(target)
        try:
            row = session.get(of, id)
        except DeskError:
            continue  # the refusal itself is what has to be told
        if of.off(row):
            error.advise(
                f"The {session.label(of, row, id)} is disabled, and Zoho Desk takes nothing new in it. Create with it "
                "enabled, and disable it in a second run; `zohodesk clone` does so for a whole organisation."
            )
            return


def _targets(session: Session, kind: Kind, inputs: Row) -> Iterator[tuple[str, str]]:
    """Kinds and ids of what others lie in, and the object refers to, or would lie in."""
    homes = {kind.within[0] for kind in session.kinds if kind.within}
    for field in kind.managed:
        yield from (found for found in field.type.references(inputs.get(field.wire)) if found[0] in homes)
    if kind.within and kind.listing.scope == kind.within[1] and (home := session.scope_for(kind, inputs)):
        yield kind.within[0], home
