"""E-mail templates: a folder for some agents, and a template in it."""

import pulumi

import pulumi_zohodesk as desk

support = desk.Department("support", name="Support")
replies = desk.TemplateFolder(
    "replies",
    department_id=support,
    folder_name="Replies",
    folder_access_details=desk.FolderAccess(type="restrictedAccess", roles=[desk.get_role(name="Support Agent").id]),
)
received = desk.EmailTemplate(
    "received",
    department_id=support,
    record_type="tickets",
    template_name="We have it",
    folder_id=replies,
    subject="Your request ${Cases.Subject}",
    body="<div>We are looking into it.<br>Your help desk</div>",
    content_type="richtext",
    from_id="help@example.com",
)

pulumi.export("template_id", received.id)
