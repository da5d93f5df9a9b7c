"""From addresses: what a department's outgoing mail comes from.

Source: MailReplyAddress.json (addFromAddress, getReplyMailAddresses, getFromAddress, updateFromAddress,
deleteMailReplyAddress). Answers that hold one object have it under ``data``. The update takes no address, so another
one is another object; it takes the department, but whether an address moves is not said. ``smtpDetails`` is sent whole,
with its password, which no answer has. Nothing here verifies an address: Zoho Desk mails a link to it, which somebody
opens. ``isSmtpEnabled`` is the older way to say ``CustomSMTP``.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import (
    Choice,
    Crud,
    Field,
    Flag,
    Kind,
    Listing,
    Output,
    Part,
    Reference,
    Struct,
    Text,
    When,
)
from pulumi_zohodesk.kinds._fields import name_text, stamps

CALLS = Crud(
    "/mailReplyAddress",
    "FromAddress",
    ("settings",),
    "setup.email",
    page_size=100,
    names={"create": "addFromAddress", "list": "getReplyMailAddresses", "delete": "deleteMailReplyAddress"},
    first_row=1,
    id_name="mailReplyAddressId",
    envelope="data",
    reading=("basic", "settings"),
)
ADDRESS = Text(
    100,
    pattern=r"(?=.{1,64}@.{4,255}$)[A-Za-z0-9]+([._+&!*'-][A-Za-z0-9]+)*@([A-Za-z0-9]+(-[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}",
    meaning="an e-mail address such as help@example.com",
    least=1,
)
CUSTOM = When("serviceProviderType", ("CustomSMTP",), needed=True)
SMTP = Struct(
    "SmtpDetails",
    "A mail server of one's own.",
    (
        Part("host", name_text(100, 3), "its name", required=True),
        Part("port", Choice(("25", "465", "587")), "where it listens", required=True),
        Part("userName", Text(100, least=1), "whom Zoho Desk signs in as", required=True),
        Part("connectionType", Choice(("PLAIN", "SSL", "TLS")), "how the connection is secured", required=True),
    ),
)

KIND = Kind(
    "MailReplyAddress",
    "from address",
    "An address that mail of a department comes from. ``destroy`` deletes it.",
    own_fields=(
        Field("departmentId", Reference("Department"), "the department", required=True, fixed=True),
        Field("address", ADDRESS, "the e-mail address, unique in the department", required=True, fixed=True),
        Field(
            "displayName",
            Text(100, r"[^\x00-\x7f]|[A-Za-z0-9\[\]()._\- |']", "letters, digits and [ ] ( ) . _ - | '", least=1),
            "the name that mail is from",
            required=True,
        ),
        Field(
            "serviceProviderType",
            Choice(("ZohoSMTP", "CustomSMTP", "Outlook", "Office", "Google")),
            "who sends the mail; the last three somebody allows at ``url``",
        ),
        Field("smtpDetails", SMTP, "the server", when=CUSTOM),
        Field(
            "smtpPassword",
            Text(30, least=1),
            "what Zoho Desk signs in with there",
            when=CUSTOM,
            sent="smtpDetails.password",
            write_only=True,
        ),
        Field("isActive", Flag(), "whether it is in use", on_create=False),
        Field(
            "isDepartmentDefault",
            Flag(),
            "whether mail of the department comes from it unless told otherwise",
            exclusive=True,
        ),
    ),
    outputs=(
        Output("isVerified", Flag(), "whether somebody opened the link that Zoho Desk mails to verify it", always=True),
        Output("url", Text(2000), "where somebody allows Outlook, Office or Google to send"),
        *stamps(createdBy="createdBy.id", modifiedBy="modifiedBy.id"),
    ),
    key=("departmentId", "address"),
    calls=CALLS,
    listing=Listing(CALLS.list, query={"departmentId": "allDepartment"}),
    within=("Department", "departmentId"),
)
