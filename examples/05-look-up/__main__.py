"""Look things up instead of creating them: nothing here is managed, and `destroy` touches nothing."""

import pulumi

import pulumi_zohodesk as desk

organization = desk.get_organization()
administrator = desk.get_agent(email_id=organization.primary_contact or "")
home = desk.get_department(name=pulumi.Config().require("department"))

# The same object once more as a resource that is only read: its outputs follow the live object.
department = desk.Department.get("home", home.id)

pulumi.export("organization", organization.company_name)
pulumi.export("edition", organization.edition)
pulumi.export("administrator", administrator.name)
pulumi.export("department_is_enabled", department.is_enabled)
pulumi.export("supervisor_profile_id", desk.get_profile(name="Supervisor").id)
