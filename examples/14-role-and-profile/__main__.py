"""A role and a permission profile, each with who takes over when it is deleted."""

import pulumi

import pulumi_zohodesk as desk

top = desk.get_role(name="CEO").id
lead = desk.Role("lead", name="Night Lead", reports_to=top, share_data_with_peers=True, transfer_to_role_id=top)
night = desk.Role(
    "night",
    name="Night Agent",
    description="Sees only what is assigned to it.",
    reports_to=lead,
    share_data_with_peers=False,
    transfer_to_role_id=lead,
)

standard = desk.get_profile(name="Agent").id
careful = desk.Profile(
    "careful",
    name="Careful Agent",
    clone_of=standard,
    permissions={"tickets": {"delete": False, "edit": True}, "reports": {"export": False}},
    transfer_to_profile_id=standard,
)

pulumi.export("role_id", night.id)
pulumi.export("profile_id", careful.id)
