"""From addresses of a department. No mail leaves the emulator: an edit verifies an address."""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._errata import Erratum
from pulumi_zohodesk.emulator._kind import Answer, Portal
from pulumi_zohodesk.emulator._plain import Plain
from pulumi_zohodesk.emulator._store import Record

EVERYWHERE = "allDepartment"
CONSENT = ("Outlook", "Office", "Google")
"""Providers whose address a person opens to allow it."""


def _shown(portal: Portal, record: Record) -> Record:
    people = {name: portal.get("agents", record[name]) or {} for name in ("createdBy", "modifiedBy")}
    authors = {
        name: {
            "email": who.get("emailId"),
            **{key: who.get(key) for key in ("id", "firstName", "lastName", "photoURL")},
        }
        for name, who in people.items()
    }
    url = {"url": "accounts.example.com/consent"} if record["serviceProviderType"] in CONSENT else {}
    return {key: value for key, value in record.items() if key != "smtpPassword"} | authors | url


def _stored(_portal: Portal, body: Record) -> Record:
    """The password lies apart, since no answer has it; the older flag is another word for the provider."""
    values = dict(body)
    if "isSmtpEnabled" in values and not values.pop("isSmtpEnabled"):
        values.setdefault("serviceProviderType", "ZohoSMTP")
    elif "isSmtpEnabled" in body:
        values.setdefault("serviceProviderType", "CustomSMTP")
    if values.get("smtpDetails"):
        values["smtpPassword"] = values["smtpDetails"]["password"]
        values["smtpDetails"] = {key: value for key, value in values["smtpDetails"].items() if key != "password"}
    elif values.get("serviceProviderType", "CustomSMTP") != "CustomSMTP":
        values |= {"smtpDetails": None, "smtpPassword": None}
    return values


PLAIN = Plain(
    name="mailReplyAddresses",
    contract="mail_reply_address",
    permission="setup.email",
    blank={
        "address": "",
        "displayName": "",
        "departmentId": "",
        "serviceProviderType": "ZohoSMTP",
        "smtpDetails": None,
        "smtpPassword": None,
        "isActive": True,
        "isVerified": False,
        "isDepartmentDefault": False,
    },
    key=("departmentId", "address"),
    filters={"isActive": "isActive"},
    size=50,
    shown=_shown,
    stored=_stored,
)


def _list(call: Call) -> Answer:
    if call.query["departmentId"] == EVERYWHERE:
        del call.query["departmentId"]
    return PLAIN.list(call)


def _get(call: Call) -> Answer:
    return {"data": PLAIN.get(call)}


def _create(call: Call) -> Answer:
    return _written(call, PLAIN.create(call))


def _update(call: Call) -> Answer:
    return _written(call, PLAIN.update(call))


def _written(call: Call, shown: Answer) -> Answer:
    """A default takes that from the one that was."""
    assert isinstance(shown, dict)
    if call.body.get("isDepartmentDefault") and call.switches.one_default_address:
        for row in call.portal.table(PLAIN.name):
            if row["departmentId"] == shown["departmentId"]:
                row["isDepartmentDefault"] = row["id"] == shown["id"]
    return {"data": shown}


KIND = PLAIN.kind(
    {
        "getReplyMailAddresses": _list,
        "getFromAddress": _get,
        "addFromAddress": _create,
        "updateFromAddress": _update,
    },
    errata={
        "nullable: true of OpenAPI 3.0 says that null is possible, of an object.": Erratum(
            fields=("smtpDetails",), set={"type": ["object", "null"]}
        ),
        "nullable: true of OpenAPI 3.0 says that null is possible, of a text.": Erratum(
            fields=("firstName", "photoURL"), set={"type": ["string", "null"]}
        ),
    },
)
