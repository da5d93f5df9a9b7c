"""Which existing objects the pending creates of a preview mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.dynamic import BY_TYPE, import_entry, logical_name, repeating
from pulumi_zohodesk.engine import MARKS, Kind, Marks, Session, has_unknown, hydrate, scalar
from pulumi_zohodesk.errors import AmbiguousMatch, InputError
from pulumi_zohodesk.plan import object_from, secrets_in


@dataclass(frozen=True)
class Pending:
    """An object that the program declares and the stack does not have.

    Attributes:
        urn: its name in the stack.
        kind: its kind.
        inputs: wire names to values; what waits for another object is missing.
        declared: every argument the program gives, known or not.
        waits: arguments that wait for exactly one other object, with that object's URN.
        protected: the program protects it.
        secret: arguments that the engine keeps secret.
    """

    urn: str
    kind: Kind
    inputs: Mapping[str, Any]
    declared: tuple[str, ...]
    waits: Mapping[str, str]
    parent: str | None = None
    protected: bool = False
    secret: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return logical_name(self.urn)


@dataclass(frozen=True)
class Match:
    """A pending object and the live object it means."""

    pending: Pending
    id: str
    inputs: dict[str, Any]
    outputs: dict[str, Any]
    secret: tuple[str, ...] = ()

    def entry(self) -> dict[str, Any]:
        """The object as an entry of Pulumi's import file."""
        name, kind = self.pending.name, self.pending.kind.name
        more = {"secret": self.secret, "unsaid": sorted(self.pending.secret - self.pending.kind.write_only)}
        return import_entry(kind, name, self.id, self.inputs, self.outputs, **more)


def pending_creates(preview: Mapping[str, Any]) -> Iterator[Pending]:
    """The objects of this provider that a preview would create, parents first."""
    order = list(BY_TYPE)
    steps = [step for step in preview.get("steps", ()) if step.get("op") == "create"]
    mine = [step for step in steps if step.get("newState", {}).get("type") in BY_TYPE]
    for step in sorted(mine, key=lambda step: (order.index(step["newState"]["type"]), step["urn"])):
        yield _pending(step["newState"])


def _pending(state: Mapping[str, Any]) -> Pending:
    kind = BY_TYPE[state["type"]]
    raw = {key: value for key, value in object_from(state.get("inputs")).items() if not key.startswith("__")}
    depends = state.get("propertyDependencies") or {}
    waits = {key: depends[key][0] for key in raw if has_unknown(raw[key]) and len(depends.get(key) or ()) == 1}
    parent = str(state.get("parent") or "")
    return Pending(
        urn=state["urn"],
        kind=kind,
        inputs={key: value for key, value in raw.items() if not has_unknown(value)},
        declared=tuple(raw),
        waits=waits,
        parent=parent if parent and "pulumi:pulumi:Stack" not in parent else None,
        protected=bool(state.get("protect")),
        secret=secrets_in(state),
    )


def match_all(
    session_for: Callable[[str | None], Session],
    creates: Iterable[Pending],
    *,
    secret: bool = False,
    progress: Callable[[int], object] = lambda _more: None,
) -> tuple[list[Match], list[Pending]]:
    """Match every pending object with the live one of the same natural key.

    ``session_for`` gives the session of a connection, of the stack's own settings for None: an object is looked for
    in the organisation that it is declared for. ``progress`` hears of each. Returns the matches,
    and the objects that do not exist yet.

    Raises:
        AmbiguousMatch: a natural key fits two objects, or one object is meant twice.
    """
    found: dict[str, Match] = {}
    missing: list[Pending] = []
    for one in creates:
        progress(1)
        known = {**one.inputs, **{key: found[urn].id for key, urn in one.waits.items() if urn in found}}
        session = session_for(one.inputs.get("connection"))
        with session.hiding("", one.secret):
            match = _match(session, one, known, secret)
        if match is None:
            missing.append(one)
        else:
            session.note_secret(match.id, one.secret)
            found[one.urn] = match
    _refuse_shared(found.values())
    return list(found.values()), missing


def _match(session: Session, one: Pending, known: Mapping[str, Any], secret: bool) -> Match | None:
    kind = one.kind
    if any(known.get(wire) is None for wire in kind.key):
        return None
    key = kind.natural_key(known)
    rows = session.find(kind, key)
    if not rows:
        return None
    if len(rows) > 1:
        ids = ", ".join(scalar(row.get("id")) for row in rows)
        said = "its natural key" if kind.hidden(one.secret, personal=secret) & key.keys() else key
        raise AmbiguousMatch(
            f"{one.name}: {len(rows)} objects of kind {kind.words} fit {said}: ids {ids}. "
            "Rename all but one of them in Zoho Desk, or import the right one with `pulumi import --file`."
        )
    id = scalar(rows[0].get("id"))
    row = session.get(kind, id)
    managed = tuple(field.wire for field in kind.answered if field.wire in one.declared)
    before = {**known, MARKS: Marks(session.organization_id, session.settings.connection or "", managed).as_state()}
    live = hydrate(session, kind, id, row, before)
    hidden = kind.hidden(one.secret, personal=secret)
    if one.secret - kind.write_only:
        hidden |= repeating(live.outputs, live.inputs)
    return Match(one, id, live.inputs, live.outputs, tuple(sorted(hidden)))


def _refuse_shared(matches: Iterable[Match]) -> None:
    owners: dict[tuple[str, str], Pending] = {}
    for match in matches:
        key = match.pending.kind.name, match.id
        other = owners.setdefault(key, match.pending)
        if other is not match.pending:
            both = " and ".join(f"{one.name} ({one.urn})" for one in (other, match.pending))
            raise InputError(f"{both} both mean the {match.pending.kind.words} with id {match.id}. Declare it once.")
