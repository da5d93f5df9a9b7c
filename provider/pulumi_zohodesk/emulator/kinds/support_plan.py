"""Support plans of a department: an SLA, and how much support there is."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._errata import Erratum
from pulumi_zohodesk.emulator._errors import FieldError, invalid, missing
from pulumi_zohodesk.emulator._kind import Portal
from pulumi_zohodesk.emulator._plain import NOT_USABLE, Link, Plain
from pulumi_zohodesk.emulator._store import Record

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


def _check(call: Call, candidate: Record, _current: Record | None) -> list[FieldError]:
    """The SLA is one of the department; what is not unlimited has credits (unconfirmed)."""
    sla = call.portal.get("slas", candidate["slaId"])
    errors = [] if candidate["name"] else [missing("/name")]
    if sla is None or sla["departmentId"] != candidate["departmentId"]:
        errors.append(invalid("/slaId", NOT_USABLE))
    if candidate["creditDetails"] is None and candidate["supportType"] != UNLIMITED:
        errors.append(missing("/creditDetails"))
    if int((candidate["creditDetails"] or {}).get("creditLimit") or 0) > MOST:
        errors.append(invalid("/creditDetails/creditLimit", f"The number must be at most {MOST}."))
    return errors


PLAIN = Plain(
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
    links=(
        Link("departmentId", "departments", owner=True),
        Link("slaId", "slas", seed="sla", owner=True, within="departmentId"),
    ),
    filters={"status": "status"},
    size=50,
    shown=_shown,
    check=_check,
)

KIND = PLAIN.kind(
    {
        "getSupportPlans": PLAIN.list,
        "getSupportPlanDetails": PLAIN.get,
        "createSupportPlan": PLAIN.create,
        "updateSupportPlan": PLAIN.update,
        "deleteSupportPlan": PLAIN.delete,
    },
    errata=(
        Erratum(
            "Who is shown may be without a picture or an account, and unlimited support without credits.",
            fields=("creditDetails",),
            set={"type": ["object", "null"]},
        ),
    ),
)
