"""The call that a kind's handlers receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.emulator._access import Caller
from pulumi_zohodesk.emulator._contract import Operation
from pulumi_zohodesk.emulator._errors import NOT_FOUND, Refusal, forbidden, not_found
from pulumi_zohodesk.emulator._kind import Portal, Record
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

    @property
    def me(self) -> Record:
        """The agent who calls."""
        return self.caller.person(self.portal)

    def now(self) -> int:
        return self.portal.clock.milliseconds()

    def stamp(self) -> Record:
        """When and by whom an object is changed."""
        return {"modifiedTime": self.now(), "modifiedBy": self.caller.agent}

    def fetch(self, kind: str, parameter: str) -> Record:
        """The record that a path parameter names; a refusal when there is none, as is switched on."""
        table, key = self.portal.table(kind), self.path[parameter]
        record = table.get(key)
        if record is None and key in table.gone and self.switches.deleted_object == "found" and not self.writes:
            record = table.gone[key]
        if record is None:
            raise self._absent(kind, deleted=key in table.gone)
        return record

    @property
    def writes(self) -> bool:
        return self.operation.method != "GET"

    def _absent(self, kind: str, *, deleted: bool) -> Refusal:
        if kind == "accounts":
            return forbidden() if self.switches.unknown_account_status == 403 else not_found()
        how = self.switches.deleted_object if deleted else self.switches.unknown_id
        return forbidden() if how == "403" else Refusal(404, "NOT_FOUND", NOT_FOUND) if how == "other" else not_found()

    def must_be_there(self) -> None:
        """Refuses the call for settings that are not there before anybody sets them."""
        if not self.switches.always_there:
            raise not_found()

    def sees(self, department: str) -> bool:
        return self.caller.sees(self.portal, department)

    def must_see(self, department: str) -> None:
        self.must_reach(self.sees(department))

    def must_reach(self, within: bool) -> None:
        """Refuses the call for what is out of the caller's departments."""
        if not within:
            raise not_found() if self.switches.invisible_as_404 else forbidden()
