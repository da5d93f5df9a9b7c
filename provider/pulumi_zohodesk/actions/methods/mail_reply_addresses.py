"""Methods of ``client().mail_reply_addresses``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pulumi_zohodesk.actions._group import Answer, Group, Row, Rows

__all__ = ["MailReplyAddresses"]


class MailReplyAddresses(Group):
    """Actions of the group mail_reply_addresses."""

    def create(
        self,
        *,
        address: str,
        department_id: str,
        display_name: str,
        is_department_default: bool | None = None,
        is_smtp_enabled: bool | None = None,
        service_provider_type: Literal["ZohoSMTP", "CustomSMTP", "Outlook", "Office", "Google"] | None = None,
        smtp_details: Mapping[str, Any] | None = None,
    ) -> Answer:
        """Create a from address (addFromAddress).

        Costs 1 credit. Needs one of the scopes Desk.settings.CREATE; the permission Email.

        Args:
            address: the e-mail address, unique in the department; at most 100 characters.
            department_id: the department.
            display_name: the name that mail is from; at most 100 characters.
            is_department_default: whether mail of the department comes from it unless told otherwise.
            is_smtp_enabled: is smtp enabled.
            service_provider_type: who sends the mail; the last three somebody allows at ``url``; one of
                ZohoSMTP, CustomSMTP, Outlook, Office, Google.
            smtp_details: the server; keys connectionType (PLAIN or SSL or TLS; required), host (required),
                password (required), port (25 or 465 or 587; required), userName (required).

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "mail_reply_addresses.create",
            {
                "address": address,
                "departmentId": department_id,
                "displayName": display_name,
                "isDepartmentDefault": is_department_default,
                "isSmtpEnabled": is_smtp_enabled,
                "serviceProviderType": service_provider_type,
                "smtpDetails": smtp_details,
            },
        )

    def get(self, *, mail_reply_address_id: str) -> Answer:
        """Read a from address (getFromAddress).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.settings.READ; the permission Email.

        Args:
            mail_reply_address_id: from address.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("mail_reply_addresses.get", {"mailReplyAddressId": mail_reply_address_id})

    def list(
        self, *, department_id: str, from_: int | None = None, is_active: bool | None = None, limit: int | None = None
    ) -> Rows:
        """List from addresses (getReplyMailAddresses).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.settings.READ; the permission
        Email.

        Args:
            department_id: only those with this departmentId.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            is_active: only those with this isActive.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "mail_reply_addresses.list",
            {"departmentId": department_id, "from": from_, "isActive": is_active, "limit": limit},
        )

    def iterate(self, *, department_id: str, is_active: bool | None = None, limit: int | None = None) -> Iterator[Row]:
        """List from addresses (getReplyMailAddresses).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.settings.READ; the permission
        Email.

        Args:
            department_id: only those with this departmentId.
            is_active: only those with this isActive.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "mail_reply_addresses.list", {"departmentId": department_id, "isActive": is_active, "limit": limit}
        )

    def update(
        self,
        *,
        mail_reply_address_id: str,
        department_id: str | None = None,
        display_name: str | None = None,
        is_active: bool | None = None,
        is_department_default: bool | None = None,
        is_smtp_enabled: bool | None = None,
        service_provider_type: Literal["ZohoSMTP", "CustomSMTP", "Outlook", "Office", "Google"] | None = None,
        smtp_details: Mapping[str, Any] | None = None,
    ) -> Answer:
        """Change a from address (updateFromAddress).

        Costs 1 credit. Needs one of the scopes Desk.settings.UPDATE; the permission Email.

        Args:
            mail_reply_address_id: from address.
            department_id: the department.
            display_name: the name that mail is from; at most 100 characters.
            is_active: whether it is in use.
            is_department_default: whether mail of the department comes from it unless told otherwise.
            is_smtp_enabled: is smtp enabled.
            service_provider_type: who sends the mail; the last three somebody allows at ``url``; one of
                ZohoSMTP, CustomSMTP, Outlook, Office, Google.
            smtp_details: the server; keys connectionType (PLAIN or SSL or TLS; required), host (required),
                password (required), port (25 or 465 or 587; required), userName (required).

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "mail_reply_addresses.update",
            {
                "mailReplyAddressId": mail_reply_address_id,
                "departmentId": department_id,
                "displayName": display_name,
                "isActive": is_active,
                "isDepartmentDefault": is_department_default,
                "isSmtpEnabled": is_smtp_enabled,
                "serviceProviderType": service_provider_type,
                "smtpDetails": smtp_details,
            },
        )

    def delete(self, *, mail_reply_address_id: str) -> None:
        """Delete a from address (deleteMailReplyAddress).

        Costs 1 credit. Needs one of the scopes Desk.settings.DELETE; the permission Email.

        Args:
            mail_reply_address_id: from address.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("mail_reply_addresses.delete", {"mailReplyAddressId": mail_reply_address_id})
