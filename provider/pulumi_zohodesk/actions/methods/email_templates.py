"""Methods of ``client().email_templates``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["EmailTemplates"]


class EmailTemplates(Group):
    """Actions of the group email_templates."""

    def create(
        self,
        *,
        content_type: Literal["plaintext", "richtext"],
        department_id: str,
        folder_id: str,
        from_id: str,
        record_type: Literal["tickets", "tasks", "contacts", "accounts", "products", "calls", "events"],
        subject: str,
        template_name: str,
        attachment_ids: Sequence[str] | LeftOut | None = LEFT_OUT,
        body: str | None = None,
        reply_to: str | None = None,
    ) -> Answer:
        """Create an e-mail template (addTemplate).

        Costs 1 credit. Needs one of the scopes Desk.settings.CREATE, Desk.templates.CREATE; the permission
        Templates.

        Args:
            content_type: plain text or HTML; one of plaintext, richtext.
            department_id: the department; id.
            folder_id: the folder, one of the same department; id.
            from_id: the sender's e-mail address; at most 100 characters.
            record_type: the module that it is for; one of tickets, tasks, contacts, accounts, products, calls,
                events.
            subject: the subject; placeholders as ``${Cases.Subject}``; at most 1000 characters.
            template_name: unique in the department and the module; at most 250 characters.
            attachment_ids: attachment ids; ids; None clears it.
            body: the text; placeholders as ``${Cases.Subject}``; at most 64000 characters.
            reply_to: the address that answers go to; at most 100 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "email_templates.create",
            {
                "contentType": content_type,
                "departmentId": department_id,
                "folderId": folder_id,
                "fromId": from_id,
                "recordType": record_type,
                "subject": subject,
                "templateName": template_name,
                "attachmentIds": attachment_ids,
                "body": body,
                "replyTo": reply_to,
            },
        )

    def get(self, *, email_template_id: str) -> Answer:
        """Read an e-mail template (getTemplate).

        Costs 1 credit. Needs one of the scopes Desk.settings.READ, Desk.templates.READ; the permission
        Templates.

        Args:
            email_template_id: e-mail template; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("email_templates.get", {"emailTemplateId": email_template_id})

    def list(
        self,
        *,
        department_id: str,
        folder_id: str | None = None,
        from_: int | None = None,
        limit: int | None = None,
        module: Literal["tickets", "tasks", "contacts", "accounts", "products", "solutions", "calls", "events"]
        | None = None,
        search_str: str | None = None,
    ) -> Rows:
        """List e-mail templates (getTemplates).

        Costs 3 credits a page. Needs one of the scopes Desk.settings.READ, Desk.templates.READ; the permission
        Templates.

        Args:
            department_id: only those with this departmentId; id.
            folder_id: only those with this folderId; id.
            from_: rows to skip, counted from 0; whole number; from 0; up to 1000; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 1000; 1000 when left out.
            module: module; one of tickets, tasks, contacts, accounts, products, solutions, calls, events.
            search_str: what the name or description must be: x exactly; the start as x*, a part as *x*; at most
                100 characters; at least 1 characters.

        Returns:
            The rows, as the service has them; a page, of up to 1000.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "email_templates.list",
            {
                "departmentId": department_id,
                "folderId": folder_id,
                "from": from_,
                "limit": limit,
                "module": module,
                "searchStr": search_str,
            },
        )

    def iterate(
        self,
        *,
        department_id: str,
        folder_id: str | None = None,
        limit: int | None = None,
        module: Literal["tickets", "tasks", "contacts", "accounts", "products", "solutions", "calls", "events"]
        | None = None,
        search_str: str | None = None,
    ) -> Iterator[Row]:
        """List e-mail templates (getTemplates).

        Costs 3 credits a page. Needs one of the scopes Desk.settings.READ, Desk.templates.READ; the permission
        Templates.

        Args:
            department_id: only those with this departmentId; id.
            folder_id: only those with this folderId; id.
            limit: rows of a page; whole number; from 1; up to 1000; 1000 when left out.
            module: module; one of tickets, tasks, contacts, accounts, products, solutions, calls, events.
            search_str: what the name or description must be: x exactly; the start as x*, a part as *x*; at most
                100 characters; at least 1 characters.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "email_templates.list",
            {
                "departmentId": department_id,
                "folderId": folder_id,
                "limit": limit,
                "module": module,
                "searchStr": search_str,
            },
        )

    def update(
        self,
        *,
        email_template_id: str,
        attachment_ids: Sequence[str] | LeftOut | None = LEFT_OUT,
        body: str | None = None,
        content_type: Literal["plaintext", "richtext"] | None = None,
        department_id: str | None = None,
        folder_id: str | None = None,
        from_id: str | None = None,
        record_type: Literal["tickets", "tasks", "contacts", "accounts", "products", "calls", "events"] | None = None,
        reply_to: str | None = None,
        subject: str | None = None,
        template_name: str | None = None,
    ) -> Answer:
        """Change an e-mail template (patchTemplate).

        Costs 1 credit. Needs one of the scopes Desk.settings.UPDATE, Desk.templates.UPDATE; the permission
        Templates.

        Args:
            email_template_id: e-mail template; id.
            attachment_ids: attachment ids; ids; None clears it.
            body: the text; placeholders as ``${Cases.Subject}``; at most 64000 characters.
            content_type: plain text or HTML; one of plaintext, richtext.
            department_id: the department; id.
            folder_id: the folder, one of the same department; id.
            from_id: the sender's e-mail address; at most 100 characters.
            record_type: the module that it is for; one of tickets, tasks, contacts, accounts, products, calls,
                events.
            reply_to: the address that answers go to; at most 100 characters.
            subject: the subject; placeholders as ``${Cases.Subject}``; at most 1000 characters.
            template_name: unique in the department and the module; at most 250 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "email_templates.update",
            {
                "emailTemplateId": email_template_id,
                "attachmentIds": attachment_ids,
                "body": body,
                "contentType": content_type,
                "departmentId": department_id,
                "folderId": folder_id,
                "fromId": from_id,
                "recordType": record_type,
                "replyTo": reply_to,
                "subject": subject,
                "templateName": template_name,
            },
        )

    def delete(self, *, email_template_id: str) -> None:
        """Delete an e-mail template (deleteTemplate).

        Costs 1 credit. Needs one of the scopes Desk.settings.DELETE, Desk.templates.DELETE; the permission
        Templates.

        Args:
            email_template_id: e-mail template; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("email_templates.delete", {"emailTemplateId": email_template_id})
