"""A team of agents, and the e-mail templates that only this team uses."""

import pulumi

import pulumi_zohodesk as desk

service = desk.Department("service", name="Service")
claire = desk.Agent(
    "claire",
    first_name="Claire",
    last_name="Dubois",
    email_id="claire.dubois@example.com",
    role_permission_type="AgentPublic",
    associated_department_ids=[service],
)
returns = desk.Team("returns", department_id=service, name="Returns", description="Parcels back.", agents=[claire])

folder = desk.TemplateFolder(
    "folder",
    department_id=service,
    folder_name="Returns",
    folder_access_details=desk.FolderAccess(type="restrictedAccess", teams=[returns.id]),
)
label = desk.EmailTemplate(
    "label",
    department_id=service,
    record_type="tickets",
    folder_id=folder,
    template_name="Return label",
    subject="Your return: ${Cases.Subject}",
    body="<p>Print the label and put it on the parcel.</p>",
    content_type="richtext",
    from_id="service@example.com",
)

pulumi.export("template_id", label.id)
