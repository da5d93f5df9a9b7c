"""List views: some come with each module, people make others; the API reads them. Source: CustomView.json."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import where
from pulumi_zohodesk.emulator._kind import Answer, Portal, Record
from pulumi_zohodesk.emulator._plain import Plain, usable_department

LAST = "Which view somebody saw last is a preference of a person."
SHIPPED = {
    "tickets": ("All Cases", "All Tickets"),
    "contacts": ("All Contacts",) * 2,
    "accounts": ("All Accounts",) * 2,
}
"""Name and label of the view that a module comes with; what else there is, nobody tells (unconfirmed)."""


def _found(portal: Portal) -> None:
    for module, (name, label) in SHIPPED.items():
        portal.add(PLAIN.name, {"module": module, "name": name, "displayLabel": label, "isCustomView": False})


def _shown(_portal: Portal, record: Record) -> Record:
    named = {"viewName": record["name"], "displayLabel": record["displayLabel"] or record["name"]}
    hidden = ("module", "departmentId")
    return {**{name: value for name, value in record.items() if name not in hidden}, **named}


def _list(call: Call) -> Answer:
    """Those of the module, and with a department those of it and of all departments (unconfirmed)."""
    home = call.query.get("departmentId")
    if home is not None:
        usable_department(call, home)
    rows = where(call.portal.table(PLAIN.name), module=call.query["module"])
    seen = [row for row in rows if row["departmentId"] is None or call.sees(row["departmentId"])]
    return [_shown(call.portal, row) for row in seen if home is None or row["departmentId"] in (None, home)]


PLAIN = Plain(
    name="views",
    contract="view",
    permission="",
    blank={
        "module": "tickets",
        "name": "",
        "displayLabel": None,
        "isCustomView": True,
        "isLocked": False,
        "deprecatedViewId": None,
        "departmentId": None,
    },
    key=("module", "departmentId", "name"),
    stamps=(),
)
KIND = PLAIN.kind(
    {"getViews": _list}, unsupported=dict.fromkeys(("getRecentView", "updateRecentView"), LAST), found=_found
)
