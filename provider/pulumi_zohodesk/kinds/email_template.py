"""E-mail templates of a department, each in a folder.

Source: EmailTemplates.json (addTemplate, getTemplates, getTemplate, patchTemplate, deleteTemplate). Written and read
names differ (``replyTo``, ``replyToAddr``). What the service makes of HTML is remembered, not guessed. The update takes
the department and the module too; whether a template moves is not said, so another of these is another template.
Attachments are files, of which the contract has no upload: they stay as they are.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import EMAIL, Choice, Crud, Field, Kind, LongText, Output, Reference, Text
from pulumi_zohodesk.kinds._fields import name_text

CALLS = Crud(
    "/templates",
    "Template",
    ("settings", "templates"),
    "setup.templates",
    page_size=1000,
    names={"create": "addTemplate", "update": "patchTemplate"},
    first_row=1,
    id_key="templateId",
    id_name="emailTemplateId",
)
MODULES = ("tickets", "tasks", "contacts", "accounts", "products", "calls", "events")

KIND = Kind(
    "EmailTemplate",
    "e-mail template",
    "A text that agents and rules send. ``destroy`` deletes it.",
    own_fields=(
        Field("departmentId", Reference("Department"), "the department", required=True, fixed=True),
        Field("recordType", Choice(MODULES), "the module that it is for", required=True, fixed=True),
        Field("templateName", name_text(250), "unique in the department and the module", required=True),
        Field(
            "folderId",
            Reference("TemplateFolder"),
            "the folder, one of the same department",
            required=True,
            read="folder.folderId",
        ),
        Field("subject", Text(1000, least=1), "the subject; placeholders as ``${Cases.Subject}``", required=True),
        Field("body", LongText(64000), "the text; placeholders as ``${Cases.Subject}``", rewritten=True),
        Field("contentType", Choice(("plaintext", "richtext")), "plain text or HTML", required=True),
        Field("fromId", Text(100, least=1), "the sender's e-mail address", required=True),
        Field("replyTo", EMAIL, "the address that answers go to", read="replyToAddr"),
    ),
    outputs=(Output("category", Text(100), "``DEFAULT_TEMPLATE`` where it came with Zoho Desk", always=True),),
    key=("departmentId", "recordType", "templateName"),
    calls=CALLS,
    given=lambda row: row.get("category") == "DEFAULT_TEMPLATE",
    within=("Department", "departmentId"),
)
