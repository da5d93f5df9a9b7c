"""What the five operations of contacts, accounts and products share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._kind import Answer, Handler, Kind
from pulumi_zohodesk.emulator._sharing import must_create
from pulumi_zohodesk.emulator._store import Record

CUSTOM = ("cf", "customFields")
"""Fields of which an update changes what it names, and leaves the rest (unconfirmed)."""


def _everywhere(_call: Call, _record: Record) -> bool:
    return True


@dataclass(frozen=True)
class Recorded:
    """Records whose operations and permissions are called by ``one``, such as ``Contact``.

    ``values`` makes the checked fields of a body, ``shown`` the answer; ``in_view`` says whether the caller reaches a
    record, beside what data sharing says.
    """

    one: str
    values: Callable[[Call], dict[str, Any]]
    shown: Callable[[Call, Record], Record]
    in_view: Callable[[Call, Record], bool] = _everywhere

    @property
    def name(self) -> str:
        return f"{self.one.lower()}s"

    def kind(self, rows: Handler, **more: Any) -> Kind:
        """The kind, of which ``rows`` answers the list."""
        verbs: dict[str, tuple[str, Handler]] = {
            f"get{self.one}s": ("view", rows),
            f"get{self.one}": ("view", self.get),
            f"create{self.one}": ("create", self.create),
            f"update{self.one}": ("edit", self.update),
            f"delete{self.one}": ("delete", self.delete),
        }
        return Kind(
            name=self.name,
            contract=self.one.lower(),
            records=True,
            operations={name: handler for name, (_, handler) in verbs.items()},
            permissions={name: f"{self.name}.{verb}" for name, (verb, _) in verbs.items()},
            archive=lambda portal, record: records.trash(portal, self.name, record),
            **more,
        )

    def get(self, call: Call) -> Answer:
        record = records.readable(call, self.name, f"{self.one.lower()}Id")
        call.must_reach(self.in_view(call, record))
        return self.shown(call, record)

    def create(self, call: Call) -> Answer:
        must_create(call, self.name)
        return self.shown(call, call.portal.add(self.name, self.values(call), call.caller.agent))

    def update(self, call: Call) -> Answer:
        record = records.writable(call, self.name, f"{self.one.lower()}Id")
        call.must_reach(self.in_view(call, record))
        values = self.values(call)
        for name in (name for name in CUSTOM if values.get(name)):
            values[name] = {**(record[name] or {}), **values[name]}
        record.update(values, modifiedTime=call.now(), modifiedBy=call.caller.agent)
        call.portal.save(self.name, record)
        return self.shown(call, record)

    def delete(self, call: Call) -> Answer:
        records.move_to_trash(call, self.name, f"{self.one.lower()}Ids")
        return None
