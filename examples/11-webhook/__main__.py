"""A webhook: new tickets of a department, and every change of an agent, are sent to an address."""

import pulumi

import pulumi_zohodesk as desk

support = desk.Department("support", name="Support")
hook = desk.Webhook(
    "hook",
    name="To the warehouse",
    url="https://example.com/desk",
    subscriptions=[
        desk.Subscription(event="Ticket_Add", department_ids=[support]),
        desk.Subscription(event="Agent_Update", include_prev_state=True),
        desk.Subscription(event="Agent_Delete"),
    ],
)

pulumi.export("webhook_id", hook.id)
