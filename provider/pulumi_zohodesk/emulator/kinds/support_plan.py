"""Support plans of a department: an SLA, and how much support there is."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._errors import FieldError, invalid, missing
from pulumi_zohodesk.emulator._kind import Link, Portal, Record
from pulumi_zohodesk.emulator._plain import Plain

UNLIMITED = "UNLIMITED_SUPPORT"
MOST = 1_000_000


def _shown(portal: Portal, record: Record) -> Record:
    sla, department = portal.get("slas", record["slaId"]), portal.get("departments", record["departmentId"])
    people = {name: _person(portal.get("agents", record[name])) for name in ("createdBy", "modifiedBy")}
    return {
        **record,
        **people,
        "sla": {name: sla and sla[name] for name in ("id", "name", "status")},
        "department": {name: department and department[name] for name in ("id", "name")},
    }


def _person(agent: Record | None) -> Record:
    return {name: agent and agent[name] for name in ("id", "name", "photoURL", "zuid")}


def _check(_call: Call, candidate: Record, _current: Record | None) -> list[FieldError]:
    """What is not unlimited has credits (unconfirmed)."""
    if candidate["creditDetails"] is None and candidate["supportType"] != UNLIMITED:
        return [missing("/creditDetails")]
    if int((candidate["creditDetails"] or {}).get("creditLimit") or 0) > MOST:
        return [invalid("/creditDetails/creditLimit", f"The number must be at most {MOST}.")]
    return []


KIND = Plain(
    name="supportPlans",
    contract="support_plan",
    permission="setup.automation",
    blank={
        "name": "",
        "status": "ACTIVE",
        "supportType": UNLIMITED,
        "creditDetails": None,
        "slaId": "",
        "departmentId": "",
    },
    key=("departmentId", "name"),
    needed=("name",),
    links=(Link("slaId", "slas", owner=True, within="departmentId"),),
    most="support_plans",
    size=50,
    shown=_shown,
    check=_check,
).kind(
    errata={},
)
