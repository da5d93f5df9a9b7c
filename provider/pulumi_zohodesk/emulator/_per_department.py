"""Kinds of which every department has one object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import refuse
from pulumi_zohodesk.emulator._contract import table
from pulumi_zohodesk.emulator._errors import FieldError
from pulumi_zohodesk.emulator._kind import Answer, Kind, Portal
from pulumi_zohodesk.emulator._plain import usable_department
from pulumi_zohodesk.emulator._store import Record, copied


@dataclass(frozen=True)
class PerDepartment:
    """Such a kind: its objects come with departments, are read and set. The id of one is that of its department."""

    name: str
    contract: str
    permission: str
    blank: Mapping[str, Any]
    shown: Callable[[Portal, Record], Record] = lambda _portal, record: record
    check: Callable[[Call, Record, Record], list[FieldError]] = lambda _call, _candidate, _current: []

    def kind(self, **more: Any) -> Kind:
        """The kind, with what ``Kind`` knows beyond."""
        given = {"forget": self.forget, "born": self.born, **more}
        verbs = {"GET": self.get, "PATCH": self.update}
        operations = {name: verbs[row["method"]] for name, row in table(self.contract).items()}
        return Kind(self.name, self.contract, operations, permission=self.permission, blank=self.new, **given)

    def new(self, _portal: Portal, _creator: str) -> Record:
        return copied({"departmentId": "", **self.blank})

    def born(self, portal: Portal, kind: str, record: Record) -> None:
        if kind == "departments":
            portal.add(self.name, {"id": record["id"], "departmentId": record["id"]})

    def forget(self, portal: Portal, kind: str, gone: Record) -> None:
        if kind == "departments":
            portal.delete(self.name, gone)

    def get(self, call: Call) -> Answer:
        return self.shown(call.portal, self._of(call, call.query["departmentId"]))

    def update(self, call: Call) -> Answer:
        record = self._of(call, call.body["departmentId"])
        refuse(self.check(call, {**record, **call.body}, record))
        record.update(copied(call.body), departmentId=record["departmentId"])
        return self.shown(call.portal, record)

    def _of(self, call: Call, department: Any) -> Record:
        call.must_be_there()
        usable_department(call, department)
        return next(row for row in call.portal.table(self.name) if row["id"] == str(department))
