"""E-mail templates of a department, each in a folder. Some names differ between writing and reading."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._errors import NOT_USABLE, FieldError, invalid
from pulumi_zohodesk.emulator._kind import Answer, Erratum, Link, Portal, Record
from pulumi_zohodesk.emulator._plain import Plain, usable_department

SENT: Mapping[str, str] = {"replyTo": "replyToAddr", "attachmentIds": "attachments"}
"""Names of a body, and of the same in an answer."""
LABELS: Mapping[str, tuple[str, ...]] = {
    "tickets": ("Subject", "Ticket Id", "Status", "Priority", "Due Date"),
    "contacts": ("First Name", "Last Name", "Email"),
    "accounts": ("Account Name", "Phone"),
}
"""Some fields of modules: those of an organisation are its own, which the emulator does not know."""


def _shown(portal: Portal, record: Record) -> Record:
    folder = portal.get("templateFolders", record["folderId"])
    brief = {"folderId": record["folderId"], "folderName": folder and folder["folderName"]}
    return {**record, "templateId": record["id"], "folder": brief}


def _stored(portal: Portal, body: Record) -> Record:
    values = {SENT.get(name, name): value for name, value in body.items()}
    if portal.switches.rewrites_html and values.get("contentType", "richtext") == "richtext" and "body" in values:
        values["body"] = rewritten(values["body"])
    if "attachments" in values:
        values["attachments"] = []
    return values


def rewritten(text: str) -> str:
    """HTML as a service might keep it (unconfirmed): tags in small letters, no entities, one element around it."""
    lowered = re.sub(r"</?[A-Za-z][A-Za-z0-9]*", lambda found: found[0].lower(), text)
    plain = html.unescape(lowered).replace("\xa0", "&nbsp;")
    return plain if plain.startswith("<div>") else f"<div>{plain}<br /></div>"


def _check(call: Call, _candidate: Record, _current: Record | None) -> list[FieldError]:
    """There are no files that could be attached."""
    files = call.body.get("attachmentIds") or []
    return [invalid(f"/attachmentIds/{place}", NOT_USABLE) for place, _ in enumerate(files)]


def _placeholders(call: Call) -> Answer:
    usable_department(call, call.query["departmentId"])
    module = call.query["module"]
    entries = [
        {
            "apiName": name[0].lower() + name[1:].replace(" ", ""),
            "fieldLabel": name,
            "i18nFieldLabel": name,
            "placeHolder": f"${{{module.capitalize()}.{name}}}",
        }
        for name in LABELS.get(module, ())
    ]
    return [{"module": module, "i18nModule": module.capitalize(), "supportedPlaceHolders": entries}]


KIND = Plain(
    name="emailTemplates",
    contract="email_template",
    permission="setup.templates",
    blank={
        "templateName": "",
        "subject": "",
        "body": "",
        "contentType": "richtext",
        "recordType": "tickets",
        "departmentId": "",
        "folderId": "",
        "fromId": "",
        "replyToAddr": None,
        "category": "CUSTOM_TEMPLATE",
        "attachments": [],
    },
    key=("departmentId", "recordType", "templateName"),
    needed=("templateName", "subject", "fromId"),
    links=(Link("folderId", "templateFolders", owner=True, within="departmentId"),),
    filters={"module": "recordType"},
    search=("searchStr", ("templateName",), "*"),
    size=1000,
    stamps=(),
    shown=_shown,
    stored=_stored,
    check=_check,
).kind(
    {"getPlaceHolders": _placeholders},
    errata={
        "The vendor's examples write placeholders in braces, which the pattern does not allow.": Erratum(
            operations="getPlaceHolders", fields=("placeHolder",), drop=("pattern",)
        ),
    },
)
