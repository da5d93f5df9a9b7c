"""Webhooks: addresses that events are sent to. The service calls an address before it takes it.

No call leaves the emulator: an address answers unless its host ends in ``.invalid``, which no host can (RFC 2606).
"""

from __future__ import annotations

from urllib.parse import urlsplit

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import unknown_ids
from pulumi_zohodesk.emulator._errata import Erratum
from pulumi_zohodesk.emulator._errors import INTERNAL, FieldError, Refusal, invalid
from pulumi_zohodesk.emulator._plain import Plain
from pulumi_zohodesk.emulator._store import Record

FILTERS = ("departmentId", "departmentIds", "includePrevState", "fields", "direction")
EDITIONS = frozenset({"PROFESSIONAL", "ENTERPRISE", "ULTIMATE", "ZOHOONE", "ZohoOne", "CRMPLUS"})


def _check(call: Call, candidate: Record, current: Record | None) -> list[FieldError]:
    errors: list[FieldError] = []
    for event, chosen in (candidate["subscriptions"] or {}).items():
        for name in ("departmentId", "departmentIds"):
            ids = (chosen or {}).get(name) or []
            errors += unknown_ids(call.portal, "departments", ids, f"/subscriptions/{event}/{name}", bool)
    if not candidate["subscriptions"]:
        errors.append(invalid("/subscriptions", "At least one event is needed."))
    moved = current is None or (candidate["url"] != current["url"] and call.switches.webhook_update_checked)
    if not errors and moved and (urlsplit(candidate["url"]).hostname or "").endswith(".invalid"):
        if call.switches.webhook_refusal_status == 500:
            raise Refusal(500, "INTERNAL_SERVER_ERROR", INTERNAL)
        errors.append(invalid("/url", "The address does not answer."))
    return errors


KIND = Plain(
    name="webhooks",
    contract="webhook",
    permission="setup.webhooks",
    blank={
        "name": None,
        "description": None,
        "url": "",
        "isEnabled": True,
        "subscriptions": {},
        "includeEventsFrom": [],
        "ignoreSourceId": None,
        "type": "CUSTOMER_WEBHOOK",
    },
    key=(),
    size=0,
    stamps=("createdBy", "createdTime", "modifiedTime"),
    check=_check,
).kind(
    editions=EDITIONS,
    errata={
        "A filter must have all its keys, while the vendor's examples send and show single ones.": Erratum(
            part="body|answers", fields=FILTERS, optional=True
        ),
        "An address has up to 500 characters on create, 100 in answers, where & is written &amp;.": Erratum(
            fields=("url",), drop=("maxLength", "pattern")
        ),
    },
)
