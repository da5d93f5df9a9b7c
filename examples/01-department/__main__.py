"""One department: the smallest program there is."""

import pulumi

import pulumi_zohodesk as desk

billing = desk.Department(
    "billing",
    name="Billing",
    name_in_customer_portal="Invoices & payments",
    description="Questions about invoices, refunds and payment methods.",
    is_visible_in_customer_portal=True,
)

pulumi.export("billing_id", billing.id)
