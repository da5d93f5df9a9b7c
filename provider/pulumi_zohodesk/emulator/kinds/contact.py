"""Contacts: the people who raise tickets. Source: Contact.json."""

from __future__ import annotations

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._errors import Refusal, invalid, invalid_data
from pulumi_zohodesk.emulator._kind import Answer, Erratum, Link, Portal, Record
from pulumi_zohodesk.emulator._recorded import Recorded

NAME = "contacts"
TEXTS = ("firstName", "email", "secondaryEmail", "phone", "mobile", "type", "title", "description", "twitter")
PLACE = ("facebook", "street", "city", "state", "country", "zip", "language", "photoURL", "zohoCRMContact")
SINGLE = "createContact|getContact|updateContact"


def _found(portal: Portal) -> None:
    account = next(iter(portal.table("accounts")))
    person = {"firstName": "Nora", "lastName": "Berg", "email": "nora.berg@nordwind.example"}
    portal.add(NAME, {**person, "accountId": account["id"], "ownerId": portal.administrator})


def _settle(portal: Portal, record: Record) -> None:
    record["webUrl"] = records.address(portal, NAME, record)
    record["accountCount"] = "1" if record["accountId"] else "0"


def _included(call: Call, record: Record) -> Record:
    wanted, answer = call.query.get("include", ()), {}
    if "accounts" in wanted:
        account = records.related(call, "accounts", record["accountId"])
        answer["account"] = records.brief(account, "id", "accountName", "website")
    if "owner" in wanted:
        answer["owner"] = records.brief(call.portal.get("agents", record["ownerId"]), "id", "firstName", "lastName")
    return answer


def _check(call: Call) -> None:
    if "lastName" in call.body and not call.body["lastName"]:
        raise invalid_data(invalid("/lastName", "A contact needs a last name."))


def _account(portal: Portal, record: Record) -> str | None:
    return (portal.get("accounts", record["accountId"]) or {}).get("accountName")


RECORDED = Recorded(
    "Contact",
    needed="lastName",
    key="email",
    blank={
        **dict.fromkeys((*TEXTS, *PLACE)),
        "lastName": "",
        "accountId": None,
        "ownerId": "",
        "customerHappiness": records.HAPPINESS,
        **dict.fromkeys(("isAnonymous", "isEndUser", "isSpam"), False),
    },
    check=_check,
    usable=lambda call: {"accountId": ("accounts", records.referable(call, "accounts"))},
    included=_included,
    beyond=("viewId", "filterId"),
    keys={"account": _account},
)


def _list(call: Call) -> Answer:
    if call.body:
        raise Refusal(501, "NOT_IMPLEMENTED", "Filters in the body of the list are not emulated.")
    return RECORDED.list(call)


KIND = RECORDED.kind(
    {"getContacts": _list},
    links=(Link("accountId", "accounts", kept=True),),
    settle=_settle,
    found=_found,
    errata={
        "Recorded contacts have a language, which the schema does not know.": Erratum(
            operations=SINGLE, rows=frozenset({"language"})
        ),
        "Twitter and Facebook are ids by the prose and any text on write, but addresses in the answer.": Erratum(
            fields=("twitter", "facebook"), operations=SINGLE, drop=("pattern",)
        ),
    },
)
