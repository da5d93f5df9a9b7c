"""Teams: agents by themselves, by their role, and a team within a team."""

import pulumi

import pulumi_zohodesk as desk

support = desk.Department("support", name="Support")
jo = desk.Agent(
    "jo",
    first_name="Jo",
    last_name="Doe",
    email_id="jo@example.com",
    role_permission_type="AgentPublic",
    associated_department_ids=[support],
)
french = desk.Team("french", department_id=support, name="French speakers", agents=[jo])
first_line = desk.Team(
    "first_line",
    department_id=support,
    name="First line",
    description="Whoever takes new tickets.",
    roles=[desk.get_role(name="Support Agent").id],
    sub_teams=[french],
)

pulumi.export("first_line_id", first_line.id)
