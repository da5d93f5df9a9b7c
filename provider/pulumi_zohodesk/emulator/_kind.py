"""What a kind declares, and the call its handlers receive.

A kind is one module in ``kinds`` that ends in a ``KIND``; the engine needs nothing else to know about it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.emulator._access import Caller
from pulumi_zohodesk.emulator._contract import Operation
from pulumi_zohodesk.emulator._errata import Erratum
from pulumi_zohodesk.emulator._errors import forbidden, not_found
from pulumi_zohodesk.emulator._portal import Portal
from pulumi_zohodesk.emulator._store import Record
from pulumi_zohodesk.emulator._switches import Switches

Answer = Record | list[Any] | None
"""One object, the rows of a list, or nothing (204)."""


@dataclass
class Call:
    """One call that has passed every check of the platform: what was asked, where, by whom."""

    portal: Portal
    caller: Caller
    operation: Operation
    path: dict[str, str]
    query: dict[str, Any]
    body: dict[str, Any]
    portals: tuple[Portal, ...]

    @property
    def switches(self) -> Switches:
        return self.portal.switches

    def now(self) -> int:
        return self.portal.clock.milliseconds()

    def fetch(self, kind: str, parameter: str) -> Record:
        """The record that a path parameter names; 404 when there is none, for accounts 403."""
        record = self.portal.get(kind, self.path[parameter])
        if record is None:
            hidden = kind == "accounts" and self.switches.unknown_account_status == 403
            raise forbidden() if hidden else not_found()
        return record

    def sees(self, department: str) -> bool:
        return self.caller.sees(self.portal, department)

    def must_see(self, department: str) -> None:
        """Refuses the call when the caller cannot see the department."""
        self.must_reach(self.sees(department))

    def must_reach(self, within: bool) -> None:
        """Refuses the call for what is out of the caller's departments."""
        if not within:
            raise not_found() if self.switches.invisible_as_404 else forbidden()


Handler = Callable[[Call], Answer]


@dataclass(frozen=True)
class Reference:
    """A convenience of seeds and edits: objects named by their natural key instead of their id.

    ``name`` is the convenient field, ``field`` the real one, ``within`` the field of the record that
    completes the key (a skill type's name is unique only within a department).
    """

    name: str
    field: str
    kind: str
    many: bool = False
    within: str = ""


def _nothing(_portal: Portal) -> None:
    return None


def _unchanged(_portal: Portal, _record: Record) -> None:
    return None


def _unconcerned(_portal: Portal, _kind: str, _record: Record) -> None:
    return None


def _keyless(_record: Record) -> Hashable | None:
    return None


def _empty(_portal: Portal, _creator: str) -> Record:
    return {}


@dataclass(frozen=True)
class Kind:
    """One kind of object.

    ``operations`` answers the contract's operations, ``unsupported`` gives the reason of a 501;
    ``permission`` is what every operation needs in the caller's profile as ``group.flag``, ``permissions`` what
    single operations need instead (empty: nothing); ``records`` says that these are records, not settings, so
    that reading them always needs its permission; ``thin`` names the fields that rows of a list may lack; ``blank``
    gives a new record's defaults, ``settle`` derives values after every change, ``forget`` drops references to a
    record that goes, ``found`` makes the objects every organisation starts with, ``archive`` replaces deletion where
    the service archives.
    """

    name: str
    contract: str
    operations: Mapping[str, Handler]
    unsupported: Mapping[str, str] = field(default_factory=dict)
    permission: str = ""
    permissions: Mapping[str, str] = field(default_factory=dict)
    records: bool = False
    thin: Mapping[str, frozenset[str]] = field(default_factory=dict)
    natural_key: Callable[[Record], Hashable | None] = _keyless
    references: tuple[Reference, ...] = ()
    blank: Callable[[Portal, str], Record] = _empty
    settle: Callable[[Portal, Record], None] = _unchanged
    forget: Callable[[Portal, str, Record], None] = _unconcerned
    found: Callable[[Portal], None] = _nothing
    archive: Callable[[Portal, Record], None] | None = None
    errata: tuple[Erratum, ...] = ()

    def needed(self, operation: Operation, switches: Switches) -> str:
        """The permission that the operation needs; empty when it needs none."""
        if operation.method == "GET" and not self.records and not switches.reading_needs_permission:
            return ""
        return self.permissions.get(operation.id, self.permission)
