"""What programs look up and no kind manages: views, tags, service level agreements, licences, counts.

Source: CustomView.json (getViews), TicketTag.json (listTicketTags), SupportPlan.json (getSupportPlans),
LicenseFeaturePlan.json (featureInfo), AutomationFeatureCount.json, Organization.json. A view can be read but not made;
a tag comes into being when a ticket gets it; no operation lists the service level agreements of a department, so they
are seen only where support plans name them.
"""

from __future__ import annotations

from collections.abc import Iterable

from pulumi_zohodesk.engine import ID, Flag, LookedUp, Map, Number, Output, Row, Text, scalar
from pulumi_zohodesk.kinds.support_plan import CALLS as SUPPORT_PLANS
from pulumi_zohodesk.transport import Operation

_BASIC = ("Desk.basic.READ", "Desk.settings.READ")
VIEWS = Operation("getViews", "GET", "/views", _BASIC, page_size=1000, paged=False)
TICKET_TAGS = Operation(
    "listTicketTags", "GET", "/ticketTags", ("Desk.tickets.READ",), page_size=100, permission="tickets.view"
)
ORGANIZATIONS = Operation(
    "getOrganizations",
    "GET",
    "/organizations",
    ("Desk.basic.READ", "Desk.organization.READ", "Desk.settings.READ"),
    needs_org=False,
)
"""What a token reaches."""
LICENSE_FEATURES = Operation("featureInfo", "GET", "/licenses/features", _BASIC, page_size=1000, paged=False)
FEATURE_COUNT = Operation(
    "getUsedCountForAutomationFeature",
    "GET",
    "/automationFeatureCount",
    ("Desk.automations.READ", "Desk.basic.READ", "Desk.settings.READ"),
    permission="setup.automation",
)
_NAME = Text(100)


def _sla(plan: Row) -> Iterable[Row]:
    return [plan["sla"]] if (plan.get("sla") or {}).get("id") else []


def _feature(row: Row) -> Iterable[Row]:
    limits = {scalar(limit.get("unitCode")): limit for limit in row.get("limits") or ()}
    most = {unit: count for unit, limit in limits.items() for count in _numbers(limit, "maxValue").values()}
    names = {"code": row.get("featureCode"), "name": row.get("featureName"), "isAllowed": bool(row.get("isAllowed"))}
    yield {**names, "limits": most}


def _tag(row: Row) -> Iterable[Row]:
    yield {**row, **_numbers(row, "ticketCount")}


def _counts(row: Row) -> Iterable[Row]:
    yield _numbers({**row, **(row.get("usedCountInfo") or {})}, *(count.wire for count in _COUNTS))


def _numbers(row: Row, *wires: str) -> Row:
    """What the service counts, which it answers as text now and then."""
    return {wire: int(count) for wire in wires if (count := scalar(row.get(wire))).lstrip("-").isdigit()}


_COUNTS = (
    Output("maxTotalCount", Number(), "how many there may be"),
    Output("maxActiveCount", Number(), "how many of them may be active"),
    Output("usedTotalCount", Number(), "how many there are"),
    Output("usedActiveCount", Number(), "how many of them are active"),
)

LOOKED_UP = (
    LookedUp(
        "View",
        "view",
        "A list view of a module. Found by its name or by its label; ``department_id`` narrows.",
        "views.list",
        VIEWS,
        {"module": True, "departmentId": False},
        (
            Output("id", ID, always=True),
            Output("name", _NAME, "its name inside of Zoho Desk", always=True),
            Output("displayLabel", _NAME, "what people see"),
            Output("isCustomView", Flag(), "whether somebody made it"),
            Output("isLocked", Flag(), "whether it is locked"),
        ),
        names=("name", "displayLabel"),
    ),
    LookedUp(
        "TicketTag",
        "tag",
        "A tag of tickets in a department. There is no other way to make one than to give it to a ticket.",
        "ticket_tags.list",
        TICKET_TAGS,
        {"departmentId": True},
        (
            Output("id", ID, always=True),
            Output("name", _NAME, always=True),
            Output("tagType", _NAME, "SYSTEM or MANUAL"),
            Output("ticketCount", Number(), "how many tickets have it"),
        ),
        names=("name",),
        rows=_tag,
    ),
    LookedUp(
        "Sla",
        "service level agreement",
        "A service level agreement, as far as support plans of the department name it: no operation lists all of them.",
        "support_plans.list",
        SUPPORT_PLANS.list,
        {"departmentId": True},
        (Output("id", ID, always=True), Output("name", _NAME, always=True), Output("status", _NAME)),
        names=("name",),
        rows=_sla,
        hint="Only those that a support plan of the department names can be seen. The id of any stands in the address "
        "of its page in Zoho Desk.",
    ),
    LookedUp(
        "LicenseFeature",
        "licence feature",
        "What the organisation's plan allows, found by the name or the code of the feature.",
        "license_features.list",
        LICENSE_FEATURES,
        {},
        (
            Output("code", _NAME, always=True),
            Output("name", _NAME, always=True),
            Output("isAllowed", Flag(), "whether the plan has it", always=True),
            Output("limits", Map(Number()), "how many, by the unit that counts; -1 is no limit", always=True),
        ),
        names=("name", "code"),
        rows=_feature,
    ),
    LookedUp(
        "AutomationCount",
        "automation count",
        "How many workflows, blueprints, skills and so on there are and may be.",
        "skills.feature_count",
        FEATURE_COUNT,
        {"feature": True, "departmentId": False, "module": False},
        _COUNTS,
        rows=_counts,
    ),
)
"""Look-ups without a kind, in the order of the documentation."""
