"""Folders of e-mail templates, with who may use these. A default folder is given with every department.

Source: TemplateFolders.json (addTemplateFolder, getTemplateFolders, getTemplateFolder, patchTemplateFolder,
deleteTemplateFolder). The update takes a department too; whether the folder moves is not said, so another department is
another folder. What a removal does to the templates in it is not said either, so one that holds any stays.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import (
    Change,
    Choice,
    Crud,
    Desk,
    Field,
    Guard,
    Kind,
    Many,
    Output,
    Part,
    Reference,
    Struct,
    Text,
    scalar,
)
from pulumi_zohodesk.kinds._fields import name_text, stamps
from pulumi_zohodesk.kinds.email_template import CALLS as TEMPLATES

CALLS = Crud(
    "/templateFolders",
    "TemplateFolder",
    ("settings", "templates"),
    "setup.templates",
    page_size=1000,
    names={"create": "addTemplateFolder", "update": "patchTemplateFolder"},
    first_row=1,
    id_key="folderId",
)
ACCESS = Struct(
    "FolderAccess",
    "Who may use the templates of a folder.",
    (
        Part("type", Choice(("allAgents", "onlyMe", "restrictedAccess")), "everybody, or those named", required=True),
        Part("agents", Many(Reference("Agent")), "agents who may"),
        Part("teams", Many(Reference("Team")), "teams whose agents may"),
        Part("roles", Many(Reference("Role")), "roles whose agents may"),
        Part("rolesAndSubordinates", Many(Reference("Role")), "roles whose agents may, with those of the roles below"),
    ),
    whole=True,
)


def _must_be_empty(desk: Desk, change: Change) -> str | None:
    if change.action != "delete":
        return None
    query = {"departmentId": scalar(change.old.get("departmentId")), "folderId": change.id}
    if not desk.client.page(TEMPLATES.list, start=0, limit=1, query=query):
        return None
    return f"The {change.label} cannot be deleted: it holds templates. Move or delete these first."


KIND = Kind(
    "TemplateFolder",
    "template folder",
    "A folder of e-mail templates. ``destroy`` deletes it, unless it holds templates.",
    own_fields=(
        Field("departmentId", Reference("Department"), "the department", required=True, fixed=True),
        Field("folderName", name_text(250), "unique in the department", required=True),
        Field("folderDesc", Text(32000), "what it is for"),
        Field("folderAccessDetails", ACCESS, "who may use its templates", required=True),
    ),
    outputs=(
        Output("category", Text(100), "``DEFAULT_FOLDER`` where it came with the department", always=True),
        *stamps(createdTime="createdOn", modifiedTime="modifiedOn"),
    ),
    key=("departmentId", "folderName"),
    calls=CALLS,
    given=lambda row: row.get("category") == "DEFAULT_FOLDER",
    within=("Department", "departmentId"),
    guards=(Guard(_must_be_empty, (TEMPLATES.list,)),),
)
