"""The call that a kind's handlers receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.emulator._access import Caller
from pulumi_zohodesk.emulator._contract import Operation
from pulumi_zohodesk.emulator._errors import forbidden, not_found
from pulumi_zohodesk.emulator._kind import Portal
from pulumi_zohodesk.emulator._store import Record
from pulumi_zohodesk.emulator._switches import Switches


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
    headers: Mapping[str, str]

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
