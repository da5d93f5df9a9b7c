"""Methods of ``client().webhooks``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pulumi_zohodesk.actions._group import Answer, Group, Row, Rows

__all__ = ["Webhooks"]


class Webhooks(Group):
    """Actions of the group webhooks."""

    def create(
        self,
        *,
        subscriptions: Mapping[str, Any] | None,
        url: str,
        description: str | None = None,
        ignore_source_id: str | None = None,
        include_events_from: Sequence[str] | None = None,
        is_enabled: bool | None = None,
        name: str | None = None,
    ) -> Answer:
        """Create a webhook (createWebhook).

        Costs 1 credit. Needs one of the scopes Desk.events.CREATE, Desk.settings.CREATE, Desk.webhooks.CREATE;
        the permission Webhooks.

        Args:
            subscriptions: the events that are sent; keys Account_Add, Account_Delete, Account_Update,
                Agent_Add, Agent_Channel_Preference_Update, Agent_Delete, Agent_Presence_Update, Agent_Update,
                Article_Add, Article_Delete, Article_Feedback_Add, Article_Translation_Add,
                Article_Translation_Delete, Article_Translation_Update, Article_Update, Call_Add, Call_Delete,
                Call_Update, Contact_Add, Contact_Delete, Contact_Update, Department_Add, Department_Update,
                Event_Add, Event_Delete, Event_Update, IM_Message_Add, IM_Message_Status, IM_Session_Status,
                KBRootCategory_Add, KBRootCategory_Delete, KBRootCategory_Update, KBSection_Add,
                KBSection_Delete, KBSection_Update, Task_Add, Task_Delete, Task_Update, Ticket_Add,
                Ticket_Approval_Add, Ticket_Approval_Update, Ticket_Attachment_Add, Ticket_Attachment_Delete,
                Ticket_Attachment_Restored, Ticket_Attachment_Trashed, Ticket_Attachment_Update,
                Ticket_Comment_Add, Ticket_Comment_Attachment_Add, Ticket_Comment_Attachment_Delete,
                Ticket_Comment_Update, Ticket_Delete, Ticket_Thread_Add, Ticket_Update, TimeEntry_Add,
                TimeEntry_Delete, TimeEntry_Update; None clears it.
            url: the address; it is called when it is new, and must answer with 200; at most 500 characters.
            description: what it is for; at most 3000 characters.
            ignore_source_id: what a call with this ``sourceId`` caused is not sent; at most 250 characters.
            include_events_from: whether what automation does is sent too.
            is_enabled: whether events are sent.
            name: unique in the organisation; at most 100 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "webhooks.create",
            {
                "subscriptions": subscriptions,
                "url": url,
                "description": description,
                "ignoreSourceId": ignore_source_id,
                "includeEventsFrom": include_events_from,
                "isEnabled": is_enabled,
                "name": name,
            },
        )

    def get(self, *, webhook_id: str) -> Answer:
        """Read a webhook (getWebhook).

        Costs 1 credit. Needs one of the scopes Desk.events.READ, Desk.settings.READ, Desk.webhooks.READ; the
        permission Webhooks.

        Args:
            webhook_id: webhook; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("webhooks.get", {"webhookId": webhook_id})

    def list(self) -> Rows:
        """List webhooks (getWebhooks).

        Costs 3 credits a page. Needs one of the scopes Desk.events.READ, Desk.settings.READ,
        Desk.webhooks.READ; the permission Webhooks.

        Returns:
            The rows, as the service has them; a page, of up to 1000.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows("webhooks.list", {})

    def iterate(self) -> Iterator[Row]:
        """List webhooks (getWebhooks).

        Costs 3 credits a page. Needs one of the scopes Desk.events.READ, Desk.settings.READ,
        Desk.webhooks.READ; the permission Webhooks.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all("webhooks.list", {})

    def update(
        self,
        *,
        webhook_id: str,
        subscriptions: Mapping[str, Any] | None,
        description: str | None = None,
        ignore_source_id: str | None = None,
        include_events_from: Sequence[str] | None = None,
        is_enabled: bool | None = None,
        name: str | None = None,
        url: str | None = None,
    ) -> Answer:
        """Change a webhook (updateWebhook).

        Costs 1 credit. Needs one of the scopes Desk.events.UPDATE, Desk.settings.UPDATE, Desk.webhooks.UPDATE;
        the permission Webhooks.

        Args:
            webhook_id: webhook; id.
            subscriptions: the events that are sent; keys Account_Add, Account_Delete, Account_Update,
                Agent_Add, Agent_Channel_Preference_Update, Agent_Delete, Agent_Presence_Update, Agent_Update,
                Article_Add, Article_Delete, Article_Feedback_Add, Article_Translation_Add,
                Article_Translation_Delete, Article_Translation_Update, Article_Update, Call_Add, Call_Delete,
                Call_Update, Contact_Add, Contact_Delete, Contact_Update, Department_Add, Department_Update,
                Event_Add, Event_Delete, Event_Update, IM_Message_Add, IM_Message_Status, IM_Session_Status,
                KBRootCategory_Add, KBRootCategory_Delete, KBRootCategory_Update, KBSection_Add,
                KBSection_Delete, KBSection_Update, Task_Add, Task_Delete, Task_Update, Ticket_Add,
                Ticket_Approval_Add, Ticket_Approval_Update, Ticket_Attachment_Add, Ticket_Attachment_Delete,
                Ticket_Attachment_Restored, Ticket_Attachment_Trashed, Ticket_Attachment_Update,
                Ticket_Comment_Add, Ticket_Comment_Attachment_Add, Ticket_Comment_Attachment_Delete,
                Ticket_Comment_Update, Ticket_Delete, Ticket_Thread_Add, Ticket_Update, TimeEntry_Add,
                TimeEntry_Delete, TimeEntry_Update; None clears it.
            description: what it is for; at most 3000 characters.
            ignore_source_id: what a call with this ``sourceId`` caused is not sent; at most 100 characters.
            include_events_from: whether what automation does is sent too.
            is_enabled: whether events are sent.
            name: unique in the organisation; at most 100 characters.
            url: the address; it is called when it is new, and must answer with 200; at most 100 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "webhooks.update",
            {
                "webhookId": webhook_id,
                "subscriptions": subscriptions,
                "description": description,
                "ignoreSourceId": ignore_source_id,
                "includeEventsFrom": include_events_from,
                "isEnabled": is_enabled,
                "name": name,
                "url": url,
            },
        )

    def delete(self, *, webhook_id: str) -> None:
        """Delete a webhook (deleteWebhook).

        Costs 1 credit. Needs one of the scopes Desk.events.DELETE, Desk.settings.DELETE, Desk.webhooks.DELETE;
        the permission Webhooks.

        Args:
            webhook_id: webhook; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("webhooks.delete", {"webhookId": webhook_id})
