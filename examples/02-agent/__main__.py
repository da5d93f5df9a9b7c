"""Two agents in two departments. Creating an agent mails an invitation and takes a seat."""

import pulumi

import pulumi_zohodesk as desk

sales = desk.Department("sales", name="Sales")
service = desk.Department("service", name="Service")

supervisor = desk.get_profile(name="Supervisor")
chief = desk.get_role(name="CEO")

jo = desk.Agent(
    "jo",
    first_name="Jo",
    last_name="Doe",
    email_id="jo.doe@example.com",
    role_permission_type="AgentPublic",
    associated_department_ids=[sales, service],
    channel_expert=["Email", "Phone"],
    time_zone="Europe/Berlin",
)

sam = desk.Agent(
    "sam",
    first_name="Sam",
    last_name="Roe",
    email_id="sam.roe@example.com",
    # Only Custom takes a role and a profile of your own; their ids differ in every organisation, so look them up.
    role_permission_type="Custom",
    role_id=chief.id,
    profile_id=supervisor.id,
    associated_department_ids=[service],
    on_destroy="deactivate",
    reassign_to=jo,
)

pulumi.export("jo_has_accepted", jo.is_confirmed)
pulumi.export("sam_id", sam.id)
