"""From addresses: mail of a department comes from one of them, through Zoho's servers or one of your own."""

import pulumi

import pulumi_zohodesk as desk

support = desk.Department("support", name="Support")
help_address = desk.MailReplyAddress(
    "help",
    department_id=support,
    address="help@example.com",
    display_name="Example Help",
    is_department_default=True,
)
returns = desk.MailReplyAddress(
    "returns",
    department_id=support,
    address="returns@example.com",
    display_name="Example Returns",
    service_provider_type="CustomSMTP",
    smtp_details=desk.SmtpDetails(
        host="smtp.example.com", port="587", user_name="returns@example.com", connection_type="TLS"
    ),
    smtp_password=pulumi.Config().require_secret("smtpPassword"),
)

pulumi.export("verified", help_address.is_verified)
