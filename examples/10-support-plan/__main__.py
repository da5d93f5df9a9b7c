"""A support plan of a department that exists, for a service level agreement that exists as well."""

import pulumi

import pulumi_zohodesk as desk

config = pulumi.Config()
service = desk.get_department(name=config.require("department"))

plan = desk.SupportPlan(
    "plan",
    department_id=service.id,
    name="Ten hours a month",
    support_type="HOURS",
    sla_id=config.require("slaId"),
    credit_details=desk.CreditDetails(
        credit_limit=10,
        credit_cycle="MONTHLY",
        is_additional_usage_allowed=True,
        is_carry_forward_allowed=False,
    ),
)

pulumi.export("plan_id", plan.id)
