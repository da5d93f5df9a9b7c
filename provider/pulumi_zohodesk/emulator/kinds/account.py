"""Accounts: the companies that contacts belong to. Source: Account.json, whose scopes are those of contacts."""

from __future__ import annotations

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._errors import invalid, invalid_data
from pulumi_zohodesk.emulator._kind import Erratum, Portal, Record
from pulumi_zohodesk.emulator._recorded import Recorded

NAME = "accounts"
TEXTS = ("email", "phone", "website", "fax", "industry", "annualrevenue", "description", "street", "city", "state")
SINGLE = "createAccount|getAccount|updateAccount"


def _found(portal: Portal) -> None:
    portal.add(
        NAME, {"accountName": "Nordwind", "website": "https://nordwind.example", "ownerId": portal.administrator}
    )


def _settle(portal: Portal, record: Record) -> None:
    record["webUrl"] = records.address(portal, NAME, record)


def _included(call: Call, record: Record) -> Record:
    owner = call.portal.get("agents", record["ownerId"])
    return (
        {"owner": records.brief(owner, "id", "firstName", "lastName")} if call.query.get("include") == "owner" else {}
    )


def _check(call: Call) -> None:
    if "accountName" in call.body and not call.body["accountName"]:
        raise invalid_data(invalid("/accountName", "An account needs a name."))
    if call.body.get("associatedSLAIds"):
        raise invalid_data(invalid("/associatedSLAIds/0", "The id does not name an SLA."))


KIND = Recorded(
    "Account",
    needed="accountName",
    blank={
        **dict.fromkeys((*TEXTS, "code", "country", "zohoCRMAccount")),
        "customerHappiness": records.HAPPINESS,
        "accountName": "",
        "associatedSLAIds": [],
    },
    check=_check,
    included=_included,
    beyond=("viewId", "filterId", "filters"),
).kind(
    settle=_settle,
    found=_found,
    errata={
        "The pattern of a fax number in answers has no ;, which the write takes.": Erratum(
            fields=("fax",), operations=SINGLE, drop=("pattern",)
        ),
    },
)
