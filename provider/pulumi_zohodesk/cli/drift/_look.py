"""Reading what a drift job compares: for each connection of a stack, its part of the state and the organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime

from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.compare import Before, Drift, Finding, Held, Ignore, Sort, drift, missing
from pulumi_zohodesk.engine import Live, Session, read
from pulumi_zohodesk.errors import DeskError, DoubtfulAbsence
from pulumi_zohodesk.inventory import HIDDEN, Gap, Inventory, Item, Progress, item_of, take
from pulumi_zohodesk.kinds import KINDS

AT_ONCE = 8
"""Objects that are asked for one by one at the same time; how many calls really run is the throttle's business."""

Place = tuple[str, str]


@dataclass(frozen=True)
class Want:
    """What is looked for.

    Attributes:
        every_kind: unmanaged objects of all kinds count, not only of those that the stack has.
        managed_only: no list is read for its own sake; what appeared is not looked for.
        ignore: which unmanaged objects may be there.
        since: when the stack first looked, as far as that is known; what is older is no drift.
        baseline: by organisation, what else was there before the stack.
    """

    every_kind: bool = False
    managed_only: bool = False
    ignore: Ignore = field(default_factory=Ignore)
    since: datetime | None = None
    baseline: Mapping[str, frozenset[Place]] = field(default_factory=dict)


@dataclass(frozen=True)
class Looked:
    """Attributes:
    findings: of all connections.
    objects: how many objects of the stack were compared.
    held: how many it has; of the others nothing is said.
    ignored: how many unmanaged objects the ignore list covers.
    doubts: what could not be told, as sentences.
    organizations: ids.
    stack: its name, as far as its objects tell.
    strangers: by organisation, what the stack does not have and nothing ignores.
    secretive: kinds of which the stack has secrets that no answer has.
    """

    findings: tuple[Finding, ...] = ()
    objects: int = 0
    held: int = 0
    ignored: int = 0
    doubts: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    stack: str = ""
    strangers: Mapping[str, frozenset[Place]] = field(default_factory=dict)
    secretive: tuple[str, ...] = ()


def look(
    state: Sequence[Held], session_for: Callable[[str | None], Session], want: Want, progress: Progress | None = None
) -> Looked:
    """Compare a stack with the organisations that it manages. Only reads.

    Raises:
        WrongOrganization: an object belongs to another organisation; nothing of that connection was read.
        APIError, TransportError, ConfigError: the service did not tell.
    """
    groups: dict[str | None, list[Held]] = {None: []} if want.every_kind else {}
    for held in state:
        groups.setdefault(held.connection, []).append(held)
    found = Looked()
    for connection, members in groups.items():
        session = session_for(connection)
        for held in members:
            session.note_secret(held.id, held.secret)
        for held in members:
            session.require_organization(session.label(held.kind, held.outputs, held.id), held.organization)
        id = session.organization_id
        one = _managed_only(session, members) if want.managed_only else _listed(session, members, want, progress)
        found = replace(
            one,
            findings=found.findings + one.findings,
            objects=found.objects + one.objects,
            held=found.held + len(members),
            ignored=found.ignored + one.ignored,
            doubts=found.doubts + one.doubts,
            organizations=(*found.organizations, id),
            stack=_stack(state),
            secretive=tuple(dict.fromkeys(held.kind.name for held in state if held.kind.write_only & held.secret)),
            strangers={**found.strangers, id: found.strangers.get(id, frozenset()) | _strangers(one)},
        )
    return found


def _strangers(found: Looked) -> frozenset[Place]:
    return frozenset(
        (finding.kind, finding.ids[0]) for finding in found.findings if finding.sort in (Sort.APPEARED, Sort.UNMANAGED)
    )


def _stack(state: Sequence[Held]) -> str:
    """``dev`` of ``urn:pulumi:dev::project::type::name``."""
    return state[0].urn.split("::")[0].rsplit(":", 1)[-1] if state else ""


def _listed(session: Session, state: Sequence[Held], want: Want, progress: Progress | None) -> Looked:
    """By the list pages of the kinds; what they do not have is asked for by itself."""
    # Of what is dear only that of the stack is read, one by one.
    names = sorted({held.kind.name for held in state if not held.kind.dear})
    if names or want.every_kind:
        inventory = take(session, kinds=None if want.every_kind else names, asked=False, progress=progress)
    else:
        inventory = Inventory(session.organization_id, [])
    hidden = {gap.kind for gap in inventory.gaps if gap.scope is None}  # asked one by one they would answer alike
    gone = missing(state, inventory)
    absent = [held for held in gone if held.kind.name not in hidden]
    unlisted = {held.place for held in gone}
    for held in state:
        if held.place not in unlisted:
            session.count_read(held.kind)  # so that many absences are weighed against all that was looked at
    asked, doubts = _ask(session, absent, inventory, alone=True)
    sure = [held for held in state if held.place in asked or held.place not in unlisted]
    before = Before(want.since, want.baseline.get(session.organization_id, frozenset()))
    found = drift(
        sure, inventory, asked=asked, kinds=inventory.kinds, ignore=want.ignore, before=before, hides=session.hides
    )
    managed = Counter(held.kind.name for held in state)
    unseen = [_words(gap, managed[gap.kind]) for gap in inventory.gaps if gap.kind in inventory.kinds]
    return _looked(found, [*doubts, *unseen])


def _managed_only(session: Session, state: Sequence[Held]) -> Looked:
    """As `pulumi refresh` reads: single objects, and list pages where the call budget says that they pay."""
    nothing = Inventory(session.organization_id, [])
    asked: dict[Place, Item | None] = {}
    doubts: list[str] = []
    for kind in KINDS:  # what is referred to comes first, so its name is known
        more, unsure = _ask(session, [held for held in state if held.kind is kind], nothing, alone=False, known=asked)
        asked |= more
        doubts += unsure
    sure = [held for held in state if held.place in asked]
    return _looked(drift(sure, nothing, asked=asked, hides=session.hides), doubts)


def _looked(found: Drift, doubts: Iterable[str]) -> Looked:
    return Looked(found.findings, found.objects, ignored=found.ignored, doubts=tuple(doubts))


def _ask(
    session: Session,
    absent: Sequence[Held],
    inventory: Inventory,
    *,
    alone: bool,
    known: dict[Place, Item | None] | None = None,
) -> tuple[dict[Place, Item | None], list[str]]:
    """Each object as the engine reads it, None when it is gone for good; and why nothing can be said of others."""

    def one(held: Held) -> Live | DeskError | None:
        try:
            with session.hiding(held.id, held.secret):
                return read(session, held.kind, held.id, held.outputs, alone=alone)
        except (DoubtfulAbsence, *HIDDEN) as error:
            return error

    def name_of(kind: str, id: str) -> tuple[str, ...] | None:
        item = (known or {}).get((kind, id))
        return item.key if item else inventory.name_of(kind, id)

    asked: dict[Place, Item | None] = {}
    doubts: dict[str, list[str]] = {}
    hidden: dict[str, list[str]] = {}
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="drift") as pool:
        for held, live in zip(absent, pool.map(one, absent), strict=True):
            if isinstance(live, HIDDEN):
                hidden.setdefault(held.kind.name, []).append(str(live))
            elif isinstance(live, DeskError):
                doubts.setdefault(held.kind.name, []).append(str(live))
            else:
                asked[held.place] = item_of(held.kind, live.outputs, name_of) if live else None
    believed = {place: item for place, item in asked.items() if item is not None or place[0] not in doubts}
    return believed, [*_in_doubt(doubts, asked), *_in_the_dark(hidden)]


def _in_doubt(doubts: Mapping[str, Sequence[str]], asked: Mapping[Place, Item | None]) -> Iterator[str]:
    """A line for each kind. What makes one absence doubtful speaks against every other of its kind."""
    for kind, reasons in doubts.items():
        more = len(reasons) - 1 + sum(item is None for place, item in asked.items() if place[0] == kind)
        others = f" {more} more of this kind answer alike, and none is told as disappeared." if more else ""
        yield f"{reasons[-1]}{others}"


def _in_the_dark(hidden: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A line for each kind of which something managed may not be read."""
    for kind, reasons in hidden.items():
        yield f"Nothing is said of {len(reasons)} objects of kind {kind} that the stack has. {printable(reasons[0])}"


def _words(gap: Gap, managed: int) -> str:
    mine = "" if gap.scope or not managed else f", nor of the {managed} that the stack has"
    words = (
        f"The objects of kind {gap.kind}{printable(gap.where)} cannot be listed, so nothing is said of new ones{mine}."
    )
    return f"{words} {printable(gap.reason)}"
