"""Organisations: one per portal, changed but never made or removed through the API."""

from __future__ import annotations

from typing import Any

from pulumi_zohodesk.emulator._access import administers
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._errors import (
    IMAGES,
    OTHER_ORGANIZATION,
    Refusal,
    duplicate,
    invalid,
    invalid_data,
    not_found,
)
from pulumi_zohodesk.emulator._kind import Answer, Erratum, Kind, Portal, Record


def _found(portal: Portal) -> None:
    portal.add("organizations", {"id": portal.id})


def _blank(portal: Portal, _creator: str) -> Record:
    empty = dict.fromkeys(("country", "city", "description", "street", "state", "zip", "website", "fax"), "")
    return {
        **empty,
        "id": portal.id,
        "companyName": f"Example {portal.name.capitalize()}",
        "edition": "ENTERPRISE",
        **dict.fromkeys(("employeeCount", "employeeCountRange", "industry")),
        "timeZone": "UTC",
        **dict.fromkeys(("preferredSolution", "migrationFrom", "preferredCommunicationChannels", "designation")),
        "portalName": f"example{''.join(c for c in portal.name.lower() if c.isascii() and c.isalnum())}",
        "currencyLocale": "en_US",
        "currencyCode": "USD",
        "currencySymbol": "$",
        "isSandboxPortal": portal.name == "sandbox",
        "alias": "",
        "isPayloadEncryptionEnabled": False,
        "mobile": "",
        "phoneNumber": "",
        "primaryContact": "",
        **dict.fromkeys(("logoURL", "faviconURL", "customDomain")),
    }


def _seen(call: Call, portal: Portal) -> Record:
    """The organisation as the caller sees it, with what depends on who asks."""
    record = portal.organization
    return {
        **record,
        "portalURL": f"https://{record['portalName']}.desk.example",
        "isDefault": portal is call.portals[0],
        "isAdminInOrg": _membership(call, portal) == "Admin",
    }


def _membership(call: Call, portal: Portal) -> str | None:
    """What the caller is in that organisation: the type of the active agent with the caller's address."""
    agent = portal.table("agents").by_key(call.me["emailId"].casefold())
    if agent is None or agent["status"] != "ACTIVE":
        return None
    return "Admin" if administers(portal, agent) else str(agent["rolePermissionType"])


def _own(call: Call) -> Record:
    """The organisation named in the path, which must be the token's."""
    identity = call.path["organizationId"]
    if identity == call.portal.id:
        return call.portal.organization
    if any(portal.id == identity for portal in call.portals):
        raise Refusal(403, "OAUTH_ORG_MISMATCH", OTHER_ORGANIZATION)
    raise not_found()


def _list(call: Call) -> Answer:
    """Every organisation the person behind the token belongs to, also those the token cannot reach."""
    return [_seen(call, portal) for portal in call.portals if _membership(call, portal)]


def _get(call: Call) -> Answer:
    _own(call)
    answer = _seen(call, call.portal)
    if not call.query.get("includeCustomDomain"):
        answer.pop("customDomain")
    return answer


def _update(call: Call) -> Answer:
    record = _own(call)
    changes = _kept(call.body)
    _check(call, changes)
    record.update(changes)
    call.portal.save("organizations", record)
    return _get(call)


def _kept(body: Record) -> dict[str, Any]:
    """The fields that are kept; those about the sign-up leave no trace in any answer.

    The count of employees takes the words null and undefined for none.
    """
    signup = {"referrerUrl", "referrerFrom", "ref_value", "signupType", "ipAddress"}
    kept = {name: value for name, value in body.items() if name not in signup}
    if kept.get("employeeCount") in ("", "null", "undefined"):
        kept["employeeCount"] = None
    return kept


def _check(call: Call, changes: Record) -> None:
    portal_name = changes.get("portalName")
    taken = {portal.organization["portalName"] for portal in call.portals if portal is not call.portal}
    if portal_name in taken:
        raise invalid_data(duplicate("/portalName"))
    contact = changes.get("primaryContact")
    if contact is None:
        return
    agent = call.portal.table("agents").by_key(contact.casefold())
    if agent is None or agent["status"] != "ACTIVE" or not administers(call.portal, agent):
        raise invalid_data(invalid("/primaryContact", "The primary contact must be an active administrator."))


KIND = Kind(
    name="organizations",
    contract="organization",
    blank=_blank,
    found=_found,
    operations={
        "getOrganizations": _list,
        "getAccessibleOrganizationsForUser": lambda call: [_seen(call, call.portal)],
        "getOrganization": _get,
        "updateOrganization": _update,
    },
    unsupported={
        **{f"{verb}Organization{what}": IMAGES for verb in ("get", "update", "delete") for what in ("Favicon", "Logo")},
        "updateDefaultOrganization": "The default organisation is a preference of a person, not of an organisation.",
    },
    permissions={"updateOrganization": "setup.portal"},
    errata={
        "The prose and the update body know the editions STANDARD and ULTIMATE, the answer's enum does not.": Erratum(
            fields=("edition",), drop=("enum",)
        ),
        "An address holds a portal name of up to 100 characters, but its own limit is 100.": Erratum(
            fields=("portalURL",), drop=("maxLength",)
        ),
        "Telephone numbers may hold + and ; on write, which the pattern of the answer lacks.": Erratum(
            fields=("mobile", "phoneNumber", "fax"), drop=("pattern",)
        ),
        "The pattern is the literal word 'ipaddress', a name and not an expression.": Erratum(
            part="body", operations="updateOrganization", fields=("ipAddress",), drop=("pattern",)
        ),
    },
)
