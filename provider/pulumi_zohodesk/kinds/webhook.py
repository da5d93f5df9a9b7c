"""Webhooks: addresses that the service sends events to. It calls an address before it takes it.

Source: Webhook.json (createWebhook, getWebhooks, getWebhook, updateWebhook, deleteWebhook). On the wire, subscriptions
are a map of events to filters, in which null means no filter; Pulumi keeps no null in a map, so programs have a list.
Every update has to carry them. The contract requires no name; without one nothing could be found again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.engine import Choice, Crud, Field, Flag, Kind, Many, Output, Part, Reference, Struct, Text, When
from pulumi_zohodesk.kinds._fields import TIME, name_text, person_text

CALLS = Crud("/webhooks", "Webhook", ("events", "settings", "webhooks"), "setup.webhooks", page_size=1000, paged=False)
EVENTS = (
    *(f"{module}_{change}" for module in ("Account", "Agent", "Contact") for change in ("Add", "Update", "Delete")),
    *("Agent_Channel_Preference_Update", "Agent_Presence_Update", "Article_Add", "Article_Delete", "Article_Update"),
    *("Article_Feedback_Add", "Article_Translation_Add", "Article_Translation_Delete", "Article_Translation_Update"),
    *(f"{module}_{change}" for module in ("Call", "Event", "Task") for change in ("Add", "Update", "Delete")),
    *("Department_Add", "Department_Update", "IM_Message_Add", "IM_Message_Status", "IM_Session_Status"),
    *(f"{module}_{change}" for module in ("KBRootCategory", "KBSection") for change in ("Add", "Update", "Delete")),
    *("Ticket_Add", "Ticket_Update", "Ticket_Delete", "Ticket_Approval_Add", "Ticket_Approval_Update"),
    *("Ticket_Attachment_Add", "Ticket_Attachment_Delete", "Ticket_Attachment_Restored", "Ticket_Attachment_Trashed"),
    *("Ticket_Attachment_Update", "Ticket_Comment_Add", "Ticket_Comment_Update", "Ticket_Thread_Add"),
    *("Ticket_Comment_Attachment_Add", "Ticket_Comment_Attachment_Delete"),
    *("TimeEntry_Add", "TimeEntry_Update", "TimeEntry_Delete"),
)
SUBSCRIPTION = Struct(
    "Subscription",
    "An event that is sent, and which of its kind; all of them without a filter.",
    (
        Part("event", Choice(EVENTS), "what happened", required=True),
        Part("departmentIds", Many(Reference("Department")), "only what happens in these departments"),
        Part("includePrevState", Flag(), "whether what was before is sent as well"),
        Part("fields", Many(Text(100), most=5), "only changes of these fields", when=When("event", ("Ticket_Update",))),
        Part(
            "direction",
            Choice(("in", "out")),
            "only what comes in, or goes out",
            when=When("event", ("Ticket_Thread_Add",)),
        ),
    ),
)

UUID = Text(
    100,
    pattern=r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    meaning="a UUID such as 123e4567-e89b-12d3-a456-426614174000",
)


class Subscriptions(Many):
    """A list in programs, a map of events to filters on the wire; null there means no filter."""

    def body(self, value: Any) -> Any:
        filters = {
            item["event"]: {name: one for name, one in item.items() if name != "event"} for item in super().body(value)
        }
        return {event: chosen or None for event, chosen in filters.items()}

    def shown(self, live: Any, wanted: Any) -> Any:
        if isinstance(live, Mapping):
            live = [{"event": event, **(chosen or {})} for event, chosen in live.items()]
        return super().shown(live, wanted)


KIND = Kind(
    "Webhook",
    "webhook",
    "An address that events are sent to. ``destroy`` deletes it.",
    own_fields=(
        Field("name", person_text(100), "unique in the organisation", required=True),
        Field("description", name_text(3000, least=0), "what it is for"),
        Field(
            "url",
            Text(100, pattern=r"https?://\S+", meaning="an address such as https://example.com/desk", least=1),
            "the address; it is called when it is new, and must answer with 200",
            required=True,
            effect="will be called, and must answer with 200",
        ),
        Field(
            "subscriptions",
            Subscriptions(SUBSCRIPTION, key="event", least=1),
            "the events that are sent",
            required=True,
            always=True,
        ),
        Field("isEnabled", Flag(), "whether events are sent"),
        Field("includeEventsFrom", Many(Choice(("AUTOMATION",))), "whether what automation does is sent too"),
        Field("ignoreSourceId", UUID, "what a call with this ``sourceId`` caused is not sent"),
    ),
    outputs=(
        Output("type", Text(100), "whether it belongs to an extension"),
        Output("createdTime", TIME, "when it was made, ISO 8601 in UTC"),
        Output("modifiedTime", TIME, "when it was changed last"),
    ),
    key=("name",),
    calls=CALLS,
    given=lambda row: row.get("type") not in (None, "", "CUSTOMER_WEBHOOK"),
)
