"""What the organisation has bought: its plan, and features with their limits. Source: LicenseFeaturePlan.json."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._kind import Answer, Kind, Record
from pulumi_zohodesk.emulator._limits import EDITIONS

SEATS = "AGNT01"
"""The one code that the contract has, in examples, where it is called Agent: taken for the seats (unconfirmed)."""
UNIT, NO_LIMIT = "ORG", -1


def _features(call: Call) -> list[Record]:
    most = call.portal.limits.most("seats", call.portal.edition)
    limits = [{"unitCode": UNIT, "maxValue": NO_LIMIT if most is None else most}] if most != 0 else []
    return [{"featureCode": SEATS, "featureName": "Agent", "isAllowed": most != 0, "limits": limits}]


def _info(call: Call) -> Answer:
    """The features that the query asks for; what was bought beside the plan nobody knows here, so it is nothing."""
    wanted, allowed = call.query.get("featureCodes"), call.query.get("isAllowed")
    rows = [row for row in _features(call) if wanted is None or row["featureCode"] in wanted]
    rows = [row for row in rows if allowed is None or row["isAllowed"] == allowed]
    if call.query.get("includeDetailedLimits"):
        more = {"freeValue": 0, "addOnValue": 0}
        rows = [{**row, "limits": [{**limit, **more} for limit in row["limits"]]} for row in rows]
    return rows


def _plan(call: Call) -> Answer:
    edition = call.portal.edition
    return {
        "planName": edition.capitalize(),
        "planCode": EDITIONS[edition].license,
        "planStatus": "PAID",
        "billingCycle": "Yearly",
        "previousPlanCode": None,
    }


KIND = Kind(name="licenses", contract="license", operations={"featureInfo": _info, "planinfo": _plan})
