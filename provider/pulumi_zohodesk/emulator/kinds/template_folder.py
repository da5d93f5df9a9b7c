"""Folders of e-mail templates: one is given with every department, others are made; each says who may use it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page, texts, unknown_ids, where
from pulumi_zohodesk.emulator._errors import FieldError, invalid, unprocessable
from pulumi_zohodesk.emulator._kind import Answer, Portal, Record
from pulumi_zohodesk.emulator._plain import Plain

WHO: Mapping[str, str] = {"roles": "roles", "rolesAndSubordinates": "roles", "teams": "teams", "agents": "agents"}
"""Lists of ids that say who may use a folder, and the kinds that they name."""
MODULES = ("tickets", "tasks", "contacts", "accounts", "products", "solutions", "calls", "events")
GIVEN = "DEFAULT_FOLDER"
DEFAULT_NAME = "Default Templates"
"""The name of a given folder: unconfirmed."""


def _born(portal: Portal, kind: str, record: Record) -> None:
    if kind == "departments" and portal.switches.default_folders:
        given = dict.fromkeys(PLAIN.stamps) | {"category": GIVEN, "folderName": DEFAULT_NAME}
        portal.add("templateFolders", {**given, "departmentId": record["id"]})


def _forget(portal: Portal, kind: str, record: Record) -> None:
    for row in portal.table("templateFolders"):
        for name in (name for name, named in WHO.items() if named == kind):
            row["folderAccessDetails"][name] = [one for one in row["folderAccessDetails"][name] if one != record["id"]]


def _shown(_portal: Portal, record: Record) -> Record:
    return {**record, "folderId": record["id"]}


def _stored(_portal: Portal, body: Record) -> Record:
    access = body.get("folderAccessDetails")
    ids = {} if access is None else {"folderAccessDetails": {**access, **{one: texts(access[one]) for one in WHO}}}
    return {**body, **ids}


def _check(call: Call, candidate: Record, current: Record | None) -> list[FieldError]:
    if current is not None and current["category"] == GIVEN:
        raise unprocessable("A default folder cannot be changed.")
    access, pointer = candidate["folderAccessDetails"], "/folderAccessDetails"
    nobody = access["type"] != "allAgents" and not any(access[one] for one in WHO)
    errors = [invalid(f"{pointer}/type", "Somebody must be named who may use the folder.")] if nobody else []
    for name, kind in WHO.items():
        errors += unknown_ids(call.portal, kind, access[name], f"{pointer}/{name}", bool)
    return errors


def _templates(portal: Portal, folder: Record) -> list[Record]:
    return where(portal.table("emailTemplates"), folderId=folder["id"])


def _removable(call: Call, record: Record) -> None:
    if record["category"] == GIVEN:
        raise unprocessable("A default folder cannot be deleted.")
    if _templates(call.portal, record) and call.switches.full_folders_refused:
        raise unprocessable("The folder still has templates.")


PLAIN = Plain(
    name="templateFolders",
    contract="template_folder",
    permission="setup.templates",
    blank={
        "folderName": "",
        "folderDesc": "",
        "departmentId": "",
        "category": "CUSTOM_FOLDER",
        "folderAccessDetails": {"type": "allAgents", **{one: [] for one in WHO}},
    },
    key=("departmentId", "folderName"),
    needed=("folderName",),
    size=1000,
    stamps=("createdBy", "createdOn", "modifiedBy", "modifiedOn"),
    shown=_shown,
    stored=_stored,
    check=_check,
    removable=_removable,
)


def _list(call: Call) -> Answer:
    rows, wanted = page(call, PLAIN.rows(call), PLAIN.size), call.query.get("include", ())
    kinds = {name: f"{name.lower()}TemplatesCount" for name in ("Email", "SMS")}
    return [
        {
            **_shown(call.portal, row),
            "templatesCount": [
                {"templateType": name, "count": _counted(_templates(call.portal, row) if name == "Email" else [])}
                for name, included in kinds.items()
                if included in wanted
            ],
        }
        for row in rows
    ]


def _counted(templates: list[Record]) -> dict[str, str]:
    found = Counter(row["recordType"] for row in templates)
    return {module: str(found[module]) for module in MODULES}


KIND = PLAIN.kind({"getTemplateFolders": _list}, born=_born, forget=_forget)
