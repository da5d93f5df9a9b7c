"""Contacts: the people who raise tickets. Source: Contact.json."""

from __future__ import annotations

from typing import Any

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page
from pulumi_zohodesk.emulator._errata import Erratum
from pulumi_zohodesk.emulator._errors import Refusal, invalid, invalid_data
from pulumi_zohodesk.emulator._kind import Answer, Portal, Reference
from pulumi_zohodesk.emulator._recorded import Recorded
from pulumi_zohodesk.emulator._store import Record

NAME = "contacts"
TEXTS = ("firstName", "email", "secondaryEmail", "phone", "mobile", "type", "title", "description", "twitter")
PLACE = ("facebook", "street", "city", "state", "country", "zip", "language", "photoURL", "zohoCRMContact")
SINGLE = "createContact|getContact|updateContact"
BEYOND = ("viewId", "filterId")


def _found(portal: Portal) -> None:
    account = next(iter(portal.table("accounts")))
    person = {"firstName": "Nora", "lastName": "Berg", "email": "nora.berg@nordwind.example"}
    portal.add(NAME, {**person, "accountId": account["id"], "ownerId": portal.administrator})


def _blank(portal: Portal, creator: str) -> Record:
    return {
        **records.blank(portal, NAME, creator),
        **dict.fromkeys((*TEXTS, *PLACE)),
        "lastName": "",
        "accountId": None,
        "ownerId": creator,
        "customerHappiness": dict(records.HAPPINESS),
        **dict.fromkeys(("isAnonymous", "isEndUser", "isSpam"), False),
    }


def _settle(portal: Portal, record: Record) -> None:
    record["webUrl"] = records.address(portal, NAME, record)
    record["accountCount"] = "1" if record["accountId"] else "0"


def _shown(call: Call, record: Record) -> Record:
    answer = records.with_layout(call.portal, record)
    wanted = [one.removesuffix("s") for one in call.query.get("include", ())]
    if "account" in wanted:
        account = records.related(call, "accounts", record["accountId"])
        answer["account"] = records.brief(account, "id", "accountName", "website")
    if "owner" in wanted:
        answer["owner"] = records.brief(call.portal.get("agents", record["ownerId"]), "id", "firstName", "lastName")
    return answer


def _row(call: Call, record: Record) -> Record:
    answer = records.row(call, "contact", "getContact", record)
    return {**answer, "account": _shown(call, record)["account"]} if call.query.get("include") else answer


def _list(call: Call) -> Answer:
    records.must_be_emulated(call.query, BEYOND)
    if call.body:
        raise Refusal(501, "NOT_IMPLEMENTED", "Filters in the body of the list are not emulated.")
    rows = records.sorted_by(
        records.listed(call, NAME),
        call.query.get("sortBy"),
        {"account": lambda row: (call.portal.get("accounts", row["accountId"]) or {}).get("accountName")},
    )
    return [_row(call, row) for row in page(call, rows)]


def _values(call: Call) -> dict[str, Any]:
    """The fields of a body, checked."""
    if "lastName" in call.body and not call.body["lastName"]:
        raise invalid_data(invalid("/lastName", "A contact needs a last name."))
    records.must_know_layout(call, NAME)
    named = records.referring(
        call, {"accountId": ("accounts", records.referable(call, "accounts")), "ownerId": ("agents", records.active)}
    )
    return {**call.body, **named}


def _key(record: Record) -> str | None:
    return None if record.get("isTrashed") or not record.get("email") else record["email"].casefold()


KIND = Recorded("Contact", _values, _shown).kind(
    _list,
    natural_key=_key,
    references=(Reference("account", "accountId", "accounts"), Reference("owner", "ownerId", "agents")),
    blank=_blank,
    settle=_settle,
    found=_found,
    errata=(
        Erratum(
            "Recorded contacts have a language, which the schema does not know.",
            operations=SINGLE,
            rows=frozenset({"language"}),
        ),
        Erratum(
            "The schema of a new contact requires nothing, but a contact without a last name cannot be.",
            part="body",
            operations="createContact",
            required=("lastName",),
        ),
        Erratum(
            "An address may have parts of up to 100 characters on create, but the answer's schema says 30.",
            fields=("city", "state", "country"),
            operations=SINGLE,
            drop=("maxLength",),
        ),
        Erratum(
            "Twitter and Facebook are ids by the prose and any text on write, but addresses in the answer.",
            fields=("twitter", "facebook"),
            operations=SINGLE,
            drop=("pattern",),
        ),
        Erratum(
            "The prose lets fields name any field of a contact, the schema of a row has only the usual ones.",
            operations="getContacts",
            rows=records.declared("contact", "getContact"),
        ),
    ),
)
