"""Probes that only read, of departments, agents, skills, settings and records."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pulumi_zohodesk.questions._asking import Asking, Open, Probe, answered, good, status
from pulumi_zohodesk.questions._contract import operations, parameters
from pulumi_zohodesk.questions._made import NO_ID

ALWAYS = tuple(operations()[name] for name in ("getDataSharingRules", "getRoutingPreference", "getSkillConfiguration"))
MARKS = {"roles.list": {"isDefault", "isVisible"}, "profiles.list": {"default"}, "template_folders.list": {"category"}}
PLAIN = re.compile(r"[A-Za-z0-9 ]+")


def _sanitized(asking: Asking) -> str:
    names = [(str(row["name"]), row.get("sanitizedName")) for row in asking.rows("departments.list")]
    plain = [(name, other) for name, other in names if PLAIN.fullmatch(name)]
    if not plain:
        raise Open("no department has a name of plain letters, digits and spaces")
    return "lower case and -" if all(other == name.lower().replace(" ", "-") for name, other in plain) else "other"


def _order_of_agents(asking: Asking) -> str:
    row = asking.row("departments.get", departmentId=asking.department)
    ids = [int(id) for id in row.get("associatedAgentIds") or ()]
    if len(ids) < 2:
        raise Open("the department has fewer than two agents")
    return "by id" if ids == sorted(ids) else "other"


def _creator(asking: Asking) -> str:
    """The primary contact is taken for who made the portal; only the pair of an administrator tells."""
    contact = str(asking.organization.get("primaryContact") or "")
    if not contact:
        raise Open("the organisation names no primary contact")
    agent = asking.row("agents.get_by_email", emailId=contact)
    if agent.get("rolePermissionType") == "Admin":
        return "Admin"
    profile = next((row for row in asking.rows("profiles.list") if row["id"] == agent.get("profileId")), {})
    if agent.get("rolePermissionType") != "Custom" or profile.get("type") != "Administrator":
        raise Open("the primary contact is no administrator")
    return "Custom"


def _no_skills(asking: Asking) -> str:
    seen = asking.send("skills.list", query={"departmentId": asking.department, "limit": 1, "from": 4_000})
    return status(seen, s200="200", s204="204")


def _largest_ticket_page(asking: Asking) -> str:
    hundred, more = (asking.look("tickets.list", limit=limit) for limit in (100, 101))
    if not hundred.good:
        return status(hundred, s422="fewer")
    return status(more, s200="more", s422="100")


def _newest_first(asking: Asking) -> str:
    times = [str(row.get("createdTime")) for row in asking.rows("tickets.list")]
    if len(set(times)) < 2:
        raise Open("fewer than two tickets of different times are in sight")
    return "newest first" if times == sorted(times, reverse=True) else "other"


def _default_page(asking: Asking) -> str:
    if len(asking.rows("contacts.list")) < 11:
        raise Open("fewer than eleven contacts are in sight")
    return "10" if len(asking.look("contacts.list").rows) in (9, 10) else "other"  # a window may lack a row


def _unknown_fields(asking: Asking) -> str:
    asking.rows("tickets.list")
    seen = asking.look("tickets.list", limit=2, fields="zohodeskProbe")
    return status(seen, s200="passed over", s422="422", s500="500")


def _fields(asking: Asking) -> str:
    row = asking.rows("tickets.list", limit=2, fields="subject")[0]
    return "id and those" if set(row) == {"id", "subject"} else "other"


def _included(asking: Asking) -> str:
    rows = asking.rows("tickets.list", include="departments")
    return "yes" if isinstance(rows[0].get("department"), dict) else "no"


def _rows_of_hours(asking: Asking) -> str:
    row = asking.rows("business_hours.list")[0]
    return "thin" if set(asking.row("business_hours.get", businessHourId=str(row["id"]))) - set(row) else "whole"


def _always(asking: Asking) -> str:
    for operation in ALWAYS:
        path, query = (dict.fromkeys(names, asking.department) if names else {} for names in parameters(operation))
        seen = asking.look(operation, path, **query)
        if seen.status == 404 or not isinstance(good(seen, f"GET {operation.path}").content, dict):
            return "no"
    return "yes"


def _marks(asking: Asking) -> str:
    for use, marks in MARKS.items():
        place = {"departmentId": asking.department} if use == "template_folders.list" else {}
        if marks - set(asking.rows(use, None, **place)[0]):
            return "no"
    return "yes"


def _default_folder(asking: Asking) -> str:
    seen = good(asking.look("template_folders.list", departmentId=asking.department), "it")
    return "yes" if any(row.get("category") == "DEFAULT_FOLDER" for row in seen.rows) else "no"


def _seats(asking: Asking) -> str:
    rows = {row.get("featureCode"): row for row in asking.rows("license_features.list")}
    limits = rows.get("AGNT01", {}).get("limits") or ()
    return "yes" if any(limit.get("unitCode") == "ORG" for limit in limits) else "no"


READS_OF_KINDS: Mapping[str, Probe] = {
    "rows-of-business-hours": Probe(_rows_of_hours, ("business_hours.list", "business_hours.get")),
    "sanitized-name": Probe(_sanitized, ("departments.list",)),
    "order-of-department-agents": Probe(_order_of_agents, ("departments.list", "departments.get")),
    "type-of-creator": Probe(_creator, ("organizations.get", "agents.get_by_email", "profiles.list")),
    "always-there": Probe(_always, ("departments.list", *ALWAYS)),
    "given-marks": Probe(_marks, ("departments.list", *MARKS)),
    "default-folders": Probe(_default_folder, ("departments.list", "template_folders.list")),
    "empty-skill-list": Probe(_no_skills, ("departments.list", "skills.list"), far=2),
    "largest-ticket-page": Probe(_largest_ticket_page, ("tickets.list", "tickets.list")),
    "order-of-tickets": Probe(_newest_first, ("tickets.list",)),
    "default-page-of-records": Probe(_default_page, ("contacts.list", "contacts.list")),
    "empty-record-list": answered(
        "tickets.list", {"query": {"limit": 1, "from": 4_000}}, far=2, s200="200", s204="204"
    ),
    "seats-of-licence": Probe(_seats, ("license_features.list",)),
    "unknown-fields": Probe(_unknown_fields, ("tickets.list", "tickets.list")),
    "unknown-view": answered("tickets.list", {"query": {"limit": 1, "viewId": NO_ID}}, s200="passed over", s422="422"),
    "fields-effect": Probe(_fields, ("tickets.list",)),
    "included-rows": Probe(_included, ("tickets.list",)),
}
