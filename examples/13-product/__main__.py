"""Two products, one of them in two departments. A price is a number or text; how it is written makes no difference."""

import pulumi

import pulumi_zohodesk as desk

sales = desk.Department("sales", name="Sales")
support = desk.Department("support", name="Support")
jo = desk.Agent(
    "jo",
    last_name="Doe",
    email_id="jo@example.com",
    role_permission_type="AgentPublic",
    associated_department_ids=[sales, support],
)
crate = desk.Product(
    "crate",
    product_name="Crate",
    product_code="CR-1",
    unit_price=9.5,
    manufacturer="Woodworks",
    department_ids=[sales, support],
    owner_id=jo,
)
lid = desk.Product("lid", product_name="Lid", unit_price="1.20", department_ids=[sales])

pulumi.export("product_ids", [crate.id, lid.id])
