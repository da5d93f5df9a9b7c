"""How many objects of an automation feature a department may have, and has."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._errors import unprocessable
from pulumi_zohodesk.emulator._kind import Answer, Kind

COUNTED = {"Skills": ("skills", "skills"), "SkillType": ("skillTypes", "skill_types")}
"""Feature to table and limit; other features are counted as unused."""


def _count(call: Call) -> Answer:
    feature, department = call.query["feature"], call.query.get("departmentId")
    kind, limit = COUNTED.get(feature, (None, "skills"))
    rows = []
    if kind is not None:
        if department is None:
            raise unprocessable("The query parameter 'departmentId' is missing.")
        if call.portal.get("departments", department) is None:
            raise unprocessable("The value passed for the 'departmentId' query parameter is invalid.")
        call.must_see(department)
        rows = [row for row in call.portal.table(kind) if row["departmentId"] == department]
    most = str(call.portal.limits.objects(limit))
    active = sum(row.get("status", "ACTIVE") == "ACTIVE" for row in rows)
    return {
        "featureName": feature,
        "maxTotalCount": most,
        "maxActiveCount": most,
        "usedCountInfo": {"usedTotalCount": str(len(rows)), "usedActiveCount": str(active)},
    }


KIND = Kind(
    name="featureCounts",
    contract="automation_feature_count",
    operations={"getUsedCountForAutomationFeature": _count},
    permission="setup.automation",
)
