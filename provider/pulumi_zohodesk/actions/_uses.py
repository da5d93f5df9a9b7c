"""Which operations the provider calls for a kind or a look-up, from the kinds' declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pulumi_zohodesk.actions._nearest import nearest
from pulumi_zohodesk.engine import GET_ORGANIZATION, Kind, snake, structures
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import KINDS, LOOKED_UP, ORGANIZATIONS, kind_named
from pulumi_zohodesk.settings import quoted
from pulumi_zohodesk.transport import Operation

_OF_KIND: Mapping[str, Kind] = {f"get_{snake(kind.name)}": kind for kind in KINDS}
_OF_OTHERS: Mapping[str, Operation] = {
    "get_organization": GET_ORGANIZATION,
    "get_organizations": ORGANIZATIONS,
    **{f"get_{snake(what.name)}": what.operation for what in LOOKED_UP},
}
LOOK_UPS: tuple[str, ...] = tuple(sorted((*_OF_KIND, *_OF_OTHERS)))
"""The look-ups that programs can call; each has a twin ending in ``_output``."""
PUBLIC: frozenset[str] = frozenset(
    {"OrganizationInfo", "SkillMatrix", "file_text", "load", *LOOK_UPS, *(f"{name}_output" for name in LOOK_UPS)}
    | {name for kind in KINDS for name in (kind.name, f"{kind.name}Info")}
    | {f"{what.name}Info" for what in LOOKED_UP}
    | {
        f"{structure.name}{form}"
        for kind in KINDS
        for field in kind.fields
        for structure in structures(field.type)
        for form in ("", "Dict")
    }
)
"""What programs find in the package."""


@dataclass(frozen=True)
class Use:
    """How a kind is used.

    Attributes:
        kind: its name.
        manages: objects are created, changed and removed; else they are only read.
        removals: names of what ``destroy`` may do; empty: what it does by default.
    """

    kind: str
    manages: bool = True
    removals: frozenset[str] = frozenset()

    @property
    def default_removals(self) -> frozenset[str]:
        """The removals, with what an empty set stands for."""
        return self.removals or frozenset({next(iter(kind_named(self.kind).removals))})

    def with_all_removals(self) -> Use:
        """The same use, whatever ``on_destroy`` says."""
        return Use(self.kind, self.manages, frozenset(kind_named(self.kind).removals))


def operations_of(use: Use) -> tuple[Operation, ...]:
    """Every operation that may be called for a use of a kind."""
    kind = kind_named(use.kind)
    found = list(_reading(kind))
    if use.manages:
        found += kind.writes
        found += [kind_named(field.ref).get for field in kind.fields if field.follows and field.ref]
        for field in kind.fields:
            if field.switch:
                found += [field.switch.turn_on.operation, field.switch.turn_off.operation]
        found += kind.look_up.calls if kind.look_up else ()
        found += (operation for guard in kind.guards for operation in guard.calls)
        found += (operation for name in sorted(use.default_removals) for operation in kind.removals[name].calls)
    return tuple(dict.fromkeys(found))


def _reading(kind: Kind) -> Iterator[Operation]:
    """Refreshing: the object, list pages, and what tells whether a 404 is to be believed."""
    yield from (kind.get, kind.listing.operation, GET_ORGANIZATION)
    if kind.within:
        parent = kind_named(kind.within[0])
        yield from (parent.get, parent.listing.operation)


def look_up_operations(name: str) -> tuple[Operation, ...]:
    if name in _OF_OTHERS:
        return (_OF_OTHERS[name],)
    kind = _OF_KIND[name]
    return (kind.get, *kind.look_up.calls) if kind.look_up else (kind.listing.operation,)


def kind_names() -> tuple[str, ...]:
    return tuple(kind.name for kind in KINDS)


def kind_named_like(name: str) -> str:
    """The kind of that name; letter case, ``-`` and ``_`` do not count. Raises InputError with the nearest."""
    folded = {name.casefold(): name for name in kind_names()}
    wanted = name.strip().casefold().replace("-", "").replace("_", "")
    if wanted not in folded:
        raise InputError(f"There is no kind {quoted(name)}. {nearest(wanted, kind_names())}")
    return folded[wanted]
