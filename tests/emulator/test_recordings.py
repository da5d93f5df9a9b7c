"""Answers of the emulator against stored ones of the service, key by key and value by value.

NANGO stored them on 11 June 2026 (NangoHQ/integration-templates, ``integrations/zoho-desk/tests``); EASE, in August
2023, the new department. What is somebody's own (names, addresses, ids) is left out of them: ``ID``, ``TIME`` and
``TEXT`` stand for it.
"""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from .conftest import Api, rows

ID, TIME, TEXT = "<id>", "<time>", "<text>"
HAPPINESS = {"badPercentage": "0", "okPercentage": "0", "goodPercentage": "0"}
SOURCE = {**dict.fromkeys(("appName", "extId", "permalink", "appPhotoURL")), "type": "SYSTEM"}
DESK = "https://desk.zoho.com/support/<portal>/ShowHomePage.do"

AGENT_ROW = {
    **dict.fromkeys(("zuid", "roleId", "profileId", "id"), ID),
    **dict.fromkeys(("emailId", "firstName", "lastName", "name", "timeZone"), TEXT),
    **dict.fromkeys(("phone", "mobile", "aboutInfo", "extn"), ""),
    **dict.fromkeys(("countryCode", "langCode"), "<locale>"),
    "isConfirmed": True,
    "isZiaAgent": False,
    "status": "ACTIVE",
    "rolePermissionType": "Custom",
    "cf": {},
    "associatedDepartmentIds": [ID],
    "associatedChatDepartmentIds": [],
    "channelExpert": [],
    "photoURL": "https://deskstatic.zoho.com/api/v1/agents/<id>/photo?orgId=<id>",
}
"""The row of who made the portal."""
DEPARTMENT_ROW = {
    "id": ID,
    "creatorId": ID,
    "createdTime": TIME,
    "description": None,
    "sanitizedName": TEXT,
    "name": TEXT,
    "nameInCustomerPortal": TEXT,
    "chatStatus": "NOT_CREATED",
    "hasLogo": False,
    **dict.fromkeys(("isEnabled", "isDefault", "isAssignToTeamEnabled", "isVisibleInCustomerPortal"), True),
}
"""The row of the first department."""
NEW_DEPARTMENT = {**DEPARTMENT_ROW, "description": TEXT, "isDefault": False, "associatedAgentIds": [ID]}
CONTACT_ROW = {
    **dict.fromkeys(("secondaryEmail", "mobile", "phone", "type", "accountId", "zohoCRMContact", "photoURL")),
    **dict.fromkeys(("isAnonymous", "isEndUser", "isSpam"), False),
    "id": ID,
    "ownerId": ID,
    "createdTime": TIME,
    "firstName": TEXT,
    "lastName": TEXT,
    "email": TEXT,
    "accountCount": "0",
    "customerHappiness": HAPPINESS,
    "webUrl": f"{DESK}#Contacts/dv/<id>",
}
CONTACT = {
    **CONTACT_ROW,
    **dict.fromkeys(("facebook", "twitter", "city", "country", "state", "street", "zip", "description", "title")),
    **dict.fromkeys(("isTrashed", "isDeleted", "isFollowing"), False),
    "layoutId": ID,
    "modifiedTime": TIME,
    "language": None,
    "customFields": {},
    "cf": {},
    "layoutDetails": {"id": ID, "layoutName": TEXT},
}
ACCOUNT_ROW = {
    "id": ID,
    "accountName": TEXT,
    "email": TEXT,
    "website": TEXT,
    "phone": TEXT,
    "createdTime": TIME,
    "zohoCRMAccount": None,
    "webUrl": f"{DESK}#Accounts/dv/<id>",
    "customerHappiness": HAPPINESS,
}
COMMON = {
    **dict.fromkeys(("email", "phone", "category", "subCategory", "priority", "dueDate", "responseDueDate")),
    **dict.fromkeys(("closedTime", "onholdTime", "productId", "assigneeId", "teamId", "channelCode")),
    **dict.fromkeys(("isArchived", "isSpam"), False),
    **dict.fromkeys(("id", "layoutId", "accountId", "departmentId", "contactId"), ID),
    "createdTime": TIME,
    "customerResponseTime": TIME,
    "subject": TEXT,
    "status": "Open",
    "statusType": "Open",
    "commentCount": "0",
    "threadCount": "0",
    "channel": "Phone",
    "language": "English",
    "source": SOURCE,
    "ticketNumber": TEXT,
    "webUrl": f"{DESK}#Cases/dv/<id>",
}
TICKET_ROW = {**COMMON, "sentiment": None, "relationshipType": "None", "lastThread": None}
NEW_TICKET = {
    **COMMON,
    **dict.fromkeys(("resolution", "classification", "description", "channelRelatedInfo", "slaId")),
    **dict.fromkeys(("isOverDue", "isTrashed", "isResponseOverdue", "isDeleted", "isEscalated"), False),
    **dict.fromkeys(("approvalCount", "taskCount", "timeEntryCount", "attachmentCount"), "0"),
    "sharedDepartments": [],
    "secondaryContacts": [],
    "entitySkills": [],
    "modifiedTime": TIME,
    "modifiedBy": ID,
    "customFields": {},
    "cf": {},
    "source": {**SOURCE, "uuid": None},
    "layoutDetails": {"id": ID, "layoutName": TEXT},
}
TICKET = {
    **NEW_TICKET,
    "sentiment": None,
    "isFollowing": False,
    "followerCount": "0",
    "tagCount": "0",
    "createdBy": ID,
}

GENERAL = {
    "content-type": "application/json;charset=UTF-8",
    "server": "ZGS",
    "content-disposition": "attachment;",
    "cache-control": "private,no-cache,no-store,max-age=0,must-revalidate",
    "pragma": "no-cache",
    "expires": "Thu, 01 Jan 1970 00:00:00 GMT",
    "x-content-type-options": "nosniff",
}
RULES = dict.fromkeys(("isassignmentruleapplied", "isslaapplied", "iswfruleapplied"), "false")
UNSTABLE = {"date", "content-length", "x-rate-limit-remaining-v3"}


def told(value: Any, key: str = "") -> Any:
    """A value without what is somebody's own."""
    if isinstance(value, dict):
        return {name: told(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [told(one) for one in value]
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"[a-z]{2}_[A-Z]{2}", value):
        return "<locale>"
    if key in ("webUrl", "photoURL"):
        return re.sub(r"/support/\w+/", "/support/<portal>/", re.sub(r"\d{8,}", ID, value))
    return next((sign for sign, shape in _SIGNS if re.fullmatch(shape, value)), _own(key, value))


_SIGNS = ((ID, r"\d{8,}"), (TIME, r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z"))
_OWN = {"name", "firstName", "lastName", "emailId", "email", "timeZone", "nameInCustomerPortal", "sanitizedName"}
_OWN |= {"subject", "ticketNumber", "layoutName", "accountName", "website", "phone", "description"}


def _own(key: str, value: str) -> str:
    return TEXT if key in _OWN and value else value


@pytest.fixture
def sent(api: Api) -> dict[str, httpx.Response]:
    """The calls that were stored, in an organisation like that of the recordings."""
    account = api.account("Zoho", email="a@b.example", website="https://a.example/", phone="1 888")["id"]
    place = {"departmentId": api.default_department()}
    person = {"lastName": "Test", "firstName": "User", "email": "c@b.example"}
    customer = api.contact(accountId=account)["id"]
    agents = api.get("/agents", **{"from": 1, "limit": 50})
    first = rows(agents)[0]["id"]
    found = {
        "agents": agents,
        "new department": api.post(
            "/departments", {"name": "easenodePayments", "description": "A", "associatedAgentIds": [first]}
        ),
        "departments": api.get("/departments"),
        "new contact": api.post("/contacts", person),
        "new ticket": api.post("/tickets", {"subject": "From an action", "contactId": customer, **place}),
    }
    contact, ticket = (f"/{kind}s/{found[f'new {kind}'].json()['id']}" for kind in ("contact", "ticket"))
    return {
        **found,
        "changed contact": api.patch(contact, {"firstName": "Other"}),
        "contacts": api.get("/contacts", limit=50),
        "accounts": api.get("/accounts", **{"from": 0, "limit": 50}),
        "changed ticket": api.patch(ticket, {"subject": "Other"}),
        "ticket": api.get(ticket),
        "tickets": api.get("/tickets", **{"from": 0, "limit": 50}),
        "trash": api.post("/tickets/moveToTrash", {"ticketIds": [found["new ticket"].json()["id"]]}),
    }


SINGLE = {
    "new department": NEW_DEPARTMENT,
    "new contact": CONTACT,
    "changed contact": CONTACT,
    "new ticket": NEW_TICKET,
    "changed ticket": NEW_TICKET,
    "ticket": TICKET,
}
LISTS = {
    "agents": (AGENT_ROW, 0),
    "departments": (DEPARTMENT_ROW, 0),
    "contacts": (CONTACT_ROW, -1),
    "accounts": (ACCOUNT_ROW, -1),
    "tickets": (TICKET_ROW, 0),
}
"""The row that was stored, and where it is."""


def test_bodies_are_those_of_the_recordings(sent: dict[str, httpx.Response]) -> None:
    assert {name: told(sent[name].json()) for name in SINGLE} == SINGLE
    assert {name: told(rows(sent[name])[place]) for name, (_, place) in LISTS.items()} == {
        name: row for name, (row, _) in LISTS.items()
    }
    assert {name: list(sent[name].json()) for name in LISTS} == {name: ["data"] for name in LISTS}


def test_statuses_headers_and_prices_are_those_of_the_recordings(sent: dict[str, httpx.Response]) -> None:
    for name, answer in sent.items():
        price = "3" if name in LISTS else "6" if name == "trash" else "1"
        rules = RULES if name in ("new ticket", "changed ticket", "ticket") else {}
        headers = {key: value for key, value in answer.headers.items() if key not in UNSTABLE}
        assert headers == {**GENERAL, **rules, "x-rate-limit-request-weight-v3": price}, name
        assert answer.status_code == (204 if name == "trash" else 200)
    assert sent["trash"].content == b""


def unprocessable(message: str) -> tuple[int, dict[str, str]]:
    return 422, {"errorCode": "UNPROCESSABLE_ENTITY", "message": message}


FORBIDDEN = {"errorCode": "FORBIDDEN", "message": "You are not authorized to access this resource."}
OTHER = {"errorCode": "OAUTH_ORG_MISMATCH", "message": "The OAuthToken is not valid for specified organization"}
REFUSED: dict[str, tuple[int, dict[str, str]]] = {
    "/departments?sortOrder=asc": unprocessable("Extra query parameter 'sortOrder' is present in the input."),
    "/tickets?limit=101": unprocessable("The value passed for field 'limit' exceeds the range of '1-100'."),
    "/agents?from=-1": unprocessable("The value passed for field 'from' exceeds the range of '>=0'."),
    "/departments?from=5000": unprocessable("The value passed for field 'from' exceeds the range of '0-4999'."),
    "/departments?orgId=1": unprocessable("The value passed for the 'orgId' parameter is invalid."),
    "/departments?orgId=<other>": (403, OTHER),
    "/accounts/1": (403, FORBIDDEN),
}
"""Calls to the refusals that others saw (ASTRA, HITL, SIM, and others)."""


def test_conversations_of_no_ticket_are_none_and_those_of_a_ticket_are_not_emulated(api: Api) -> None:
    answer = api.get("/tickets/1/conversations", limit=10)
    assert (answer.status_code, answer.json()) == (200, {"data": []})
    ticket = rows(api.get("/tickets"))[0]["id"]
    assert api.get(f"/tickets/{ticket}/conversations").status_code == 501


@pytest.mark.parametrize("path", REFUSED)
def test_refusals_are_those_that_were_seen(api: Api, path: str) -> None:
    other = api.emulator.env()["ZOHODESK_SANDBOX_ORG_ID"]
    answer = api("GET", path.replace("<other>", other))
    assert (answer.status_code, answer.json()) == REFUSED[path]


def test_a_missing_scope_and_wrong_data_are_told_as_they_were_seen(api: Api, connect: Any) -> None:
    scope = "The OAuth Token does not contain the scope to perform this operation."
    refused = connect(scopes=["Desk.articles.READ"]).get("/agents").json()
    assert refused == {"errorCode": "SCOPE_MISMATCH", "message": scope}
    words = "The data is invalid due to validation restrictions"
    assert api.post("/departments", {"name": ""}).json() == {
        "errorCode": "INVALID_DATA",
        "message": words,
        "errors": [{"fieldName": "/name", "errorType": "invalid", "errorMessage": ""}],
    }
