"""Made by `make generate` from kinds/mail_reply_address.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.mail_reply_address import KIND
from pulumi_zohodesk.resources._lookups import found, later
from pulumi_zohodesk.resources._values import SmtpDetails, SmtpDetailsDict

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department

__all__ = ["MailReplyAddress", "MailReplyAddressInfo", "get_mail_reply_address", "get_mail_reply_address_output"]


class MailReplyAddress(DeskResource):
    """An address that mail of a department comes from. ``destroy`` deletes it."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        department_id: pulumi.Output[str]
        address: pulumi.Output[str]
        display_name: pulumi.Output[str]
        service_provider_type: pulumi.Output[str | None]
        smtp_details: pulumi.Output[Mapping[str, Any] | None]
        smtp_password: pulumi.Output[str | None]
        is_active: pulumi.Output[bool | None]
        is_department_default: pulumi.Output[bool | None]
        is_verified: pulumi.Output[bool]
        url: pulumi.Output[str | None]
        created_by: pulumi.Output[str | None]
        created_time: pulumi.Output[str | None]
        modified_by: pulumi.Output[str | None]
        modified_time: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        department_id: pulumi.Input[str] | Department,
        address: pulumi.Input[str],
        display_name: pulumi.Input[str],
        service_provider_type: pulumi.Input[Literal["ZohoSMTP", "CustomSMTP", "Outlook", "Office", "Google"]]
        | None = None,
        smtp_details: pulumi.Input[SmtpDetails | SmtpDetailsDict] | None = None,
        smtp_password: pulumi.Input[str] | None = None,
        is_active: pulumi.Input[bool] | None = None,
        is_department_default: pulumi.Input[bool] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a from address (addFromAddress, updateFromAddress).

        Args:
            resource_name: the logical name in the program.
            department_id: the department; the resource or its id.
            address: the e-mail address, unique in the department; at most 100 characters.
            display_name: the name that mail is from; at most 100 characters.
            service_provider_type: who sends the mail; the last three somebody allows at ``url``; ``ZohoSMTP``
                or ``CustomSMTP`` or ``Outlook`` or ``Office`` or ``Google``.
            smtp_details: the server; only for service_provider_type "CustomSMTP" and needed then.
            smtp_password: what Zoho Desk signs in with there; at most 30 characters; only for
                service_provider_type "CustomSMTP" and needed then; secret, and told by no answer.
            is_active: whether it is in use.
            is_department_default: whether mail of the department comes from it unless told otherwise; only
                True, which takes it from the one that had it.
            connection: a connection of ``zohodesk.toml`` in place of the stack's own; at most 100 characters.
            opts: Pulumi's resource options.
        """
        args = {key: value for key, value in locals().items() if key in KIND.by_snake}
        super().__init__(resource_name, args, opts)

    @classmethod
    def get(
        cls,
        resource_name: str,
        id: pulumi.Input[str],
        opts: pulumi.ResourceOptions | None = None,
        *,
        connection: pulumi.Input[str] | None = None,
    ) -> MailReplyAddress:
        """Read a from address that exists, without managing it (getFromAddress)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class MailReplyAddressInfo:
    """A from address, as getReplyMailAddresses answers it."""

    id: str
    department_id: str
    address: str
    display_name: str | None
    service_provider_type: str | None
    smtp_details: Mapping[str, Any] | None
    is_active: bool | None
    is_department_default: bool | None
    is_verified: bool | None
    url: str | None
    created_by: str | None
    created_time: str | None
    modified_by: str | None
    modified_time: str | None


@ends_the_program_plainly
def get_mail_reply_address(*, department_id: str, address: str, connection: str | None = None) -> MailReplyAddressInfo:
    """The from address of this natural key (getReplyMailAddresses).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(MailReplyAddressInfo, KIND, {"departmentId": department_id, "address": address}, connection)


def get_mail_reply_address_output(
    *, department_id: pulumi.Input[str], address: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[MailReplyAddressInfo]:
    """`get_mail_reply_address` for outputs."""
    return later(get_mail_reply_address, department_id=department_id, address=address, connection=connection)
