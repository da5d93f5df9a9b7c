"""Accounts: the companies that contacts belong to. Source: Account.json, whose scopes are those of contacts."""

from __future__ import annotations

from typing import Any

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page
from pulumi_zohodesk.emulator._errata import Erratum
from pulumi_zohodesk.emulator._errors import invalid, invalid_data
from pulumi_zohodesk.emulator._kind import Answer, Portal, Reference
from pulumi_zohodesk.emulator._recorded import Recorded
from pulumi_zohodesk.emulator._store import Record

NAME = "accounts"
TEXTS = ("email", "phone", "website", "fax", "industry", "annualrevenue", "description", "street", "city", "state")
SINGLE = "createAccount|getAccount|updateAccount"
BEYOND = ("viewId", "filterId", "filters")


def _found(portal: Portal) -> None:
    portal.add(
        NAME, {"accountName": "Nordwind", "website": "https://nordwind.example", "ownerId": portal.administrator}
    )


def _blank(portal: Portal, creator: str) -> Record:
    return {
        **records.blank(portal, NAME, creator),
        **dict.fromkeys((*TEXTS, "code", "country", "zohoCRMAccount")),
        "customerHappiness": dict(records.HAPPINESS),
        "accountName": "",
        "associatedSLAIds": [],
        "ownerId": creator,
    }


def _settle(portal: Portal, record: Record) -> None:
    record["webUrl"] = records.address(portal, NAME, record)


def _shown(call: Call, record: Record) -> Record:
    answer = records.with_layout(call.portal, record)
    if call.query.get("include") == "owner":
        owner = call.portal.get("agents", record["ownerId"])
        answer["owner"] = records.brief(owner, "id", "firstName", "lastName")
    return answer


def _list(call: Call) -> Answer:
    records.must_be_emulated(call.query, BEYOND)
    rows = records.sorted_by(records.listed(call, NAME), call.query.get("sortBy"), {})
    return [records.row(call, "account", "getAccount", row) for row in page(call, rows)]


def _values(call: Call) -> dict[str, Any]:
    """The fields of a body, checked."""
    if "accountName" in call.body and not call.body["accountName"]:
        raise invalid_data(invalid("/accountName", "An account needs a name."))
    if call.body.get("associatedSLAIds"):
        raise invalid_data(invalid("/associatedSLAIds/0", "The id does not name an SLA."))
    records.must_know_layout(call, NAME)
    return {**call.body, **records.referring(call, {"ownerId": ("agents", records.active)})}


KIND = Recorded("Account", _values, _shown).kind(
    _list,
    natural_key=lambda record: None if record.get("isTrashed") else str(record["accountName"]).casefold(),
    references=(Reference("owner", "ownerId", "agents"),),
    blank=_blank,
    settle=_settle,
    found=_found,
    errata=(
        Erratum(
            "A page size of 0 is refused, as was seen; the schema allows it.",
            part="query",
            operations="getAccounts",
            fields=("limit",),
            set={"minimum": 1, "maximum": 100},
        ),
        Erratum(
            "The schema of a new account requires nothing, but an account without a name cannot be.",
            part="body",
            operations="createAccount",
            required=("accountName",),
        ),
        Erratum(
            "An address may have parts of up to 100 characters on create, but the answer's schema says 30.",
            fields=("city", "state", "country"),
            operations=SINGLE,
            drop=("maxLength",),
        ),
        Erratum(
            "The pattern of a fax number in answers has no ;, which the write takes.",
            fields=("fax",),
            operations=SINGLE,
            drop=("pattern",),
        ),
        Erratum(
            "The prose takes up to 30 names in fields, the schema any number.",
            part="query",
            operations="getAccounts",
            fields=("fields",),
            set={"maxItems": 30},
        ),
        Erratum(
            "The enum of the order has no form with -, which its pattern takes.",
            part="query",
            operations="getAccounts",
            fields=("sortBy",),
            drop=("enum",),
        ),
        Erratum(
            "Filters are an object in a query, for which the source gives no spelling: any text is taken.",
            part="query",
            operations="getAccounts",
            fields=("filters",),
            drop=("properties",),
            set={"type": ["string"]},
        ),
        Erratum(
            "The prose lets fields name any field of an account, the schema of a row has only the usual ones.",
            operations="getAccounts",
            rows=records.declared("account", "getAccount"),
        ),
    ),
)
