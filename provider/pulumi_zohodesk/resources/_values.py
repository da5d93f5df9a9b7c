"""Values with entries. Made by `make generate` from the types of the kinds' fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypedDict

import pulumi

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.agent import Agent
    from pulumi_zohodesk.resources.department import Department
    from pulumi_zohodesk.resources.role import Role
    from pulumi_zohodesk.resources.team import Team

__all__ = [
    "BusinessDay",
    "BusinessDayDict",
    "CreditDetails",
    "CreditDetailsDict",
    "Criteria",
    "CriteriaDict",
    "CustomThreshold",
    "CustomThresholdDict",
    "FieldCondition",
    "FieldConditionDict",
    "FolderAccess",
    "FolderAccessDict",
    "Holiday",
    "HolidayDict",
    "SmtpDetails",
    "SmtpDetailsDict",
    "Subscription",
    "SubscriptionDict",
    "TimeSlot",
    "TimeSlotDict",
]


@dataclass(frozen=True, kw_only=True)
class Holiday:
    """Days on which nobody works.

    Attributes:
        holiday_name: what is celebrated; at most 100 characters.
        from_: the first day, month first: ``12-24``; at most 5 characters.
        to: the last day; the first one where it is a single day; at most 5 characters.
    """

    holiday_name: pulumi.Input[str]
    from_: pulumi.Input[str]
    to: pulumi.Input[str]


class HolidayDict(TypedDict):
    """`Holiday` as a map."""

    holiday_name: pulumi.Input[str]
    from_: pulumi.Input[str]
    to: pulumi.Input[str]


@dataclass(frozen=True, kw_only=True)
class TimeSlot:
    """A stretch of working time.

    Attributes:
        start_time: when it begins: ``08:30``; at most 100 characters.
        end_time: when it ends; at most 100 characters.
    """

    start_time: pulumi.Input[str]
    end_time: pulumi.Input[str]


class TimeSlotDict(TypedDict):
    """`TimeSlot` as a map."""

    start_time: pulumi.Input[str]
    end_time: pulumi.Input[str]


_BusinessDayDay = Literal["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"]


@dataclass(frozen=True, kw_only=True)
class BusinessDay:
    """The working time of a day of the week.

    Attributes:
        day: the day of the week; ``SUNDAY`` or ``MONDAY`` or ``TUESDAY`` or ``WEDNESDAY`` or ``THURSDAY`` or
            ``FRIDAY`` or ``SATURDAY``.
        start_time: when work begins, where there is one stretch; at most 100 characters.
        end_time: when it ends; at most 100 characters.
        time_slots: the stretches, where there are several; a set, at most 10.
    """

    day: pulumi.Input[_BusinessDayDay]
    start_time: pulumi.Input[str] | None = None
    end_time: pulumi.Input[str] | None = None
    time_slots: pulumi.Input[Sequence[pulumi.Input[TimeSlot | TimeSlotDict]]] | None = None


class BusinessDayDict(TypedDict):
    """`BusinessDay` as a map."""

    day: pulumi.Input[_BusinessDayDay]
    start_time: NotRequired[pulumi.Input[str] | None]
    end_time: NotRequired[pulumi.Input[str] | None]
    time_slots: NotRequired[pulumi.Input[Sequence[pulumi.Input[TimeSlot | TimeSlotDict]]] | None]


_FolderAccessType = Literal["allAgents", "onlyMe", "restrictedAccess"]


@dataclass(frozen=True, kw_only=True)
class FolderAccess:
    """Who may use the templates of a folder.

    Attributes:
        type: everybody, or those named; ``allAgents`` or ``onlyMe`` or ``restrictedAccess``.
        agents: agents who may; each by its resource or its id; a set.
        teams: teams whose agents may; each by its resource or its id; a set.
        roles: roles whose agents may; each by its resource or its id; a set.
        roles_and_subordinates: roles whose agents may, with those of the roles below; each by its resource or
            its id; a set.
    """

    type: pulumi.Input[_FolderAccessType]
    agents: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Agent] | None = None
    teams: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Team] | None = None
    roles: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Role] | None = None
    roles_and_subordinates: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Role] | None = None


class FolderAccessDict(TypedDict):
    """`FolderAccess` as a map."""

    type: pulumi.Input[_FolderAccessType]
    agents: NotRequired[pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Agent] | None]
    teams: NotRequired[pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Team] | None]
    roles: NotRequired[pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Role] | None]
    roles_and_subordinates: NotRequired[
        pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Role] | None
    ]


_SmtpDetailsPort = Literal["25", "465", "587"]
_SmtpDetailsConnectionType = Literal["PLAIN", "SSL", "TLS"]


@dataclass(frozen=True, kw_only=True)
class SmtpDetails:
    """A mail server of one's own.

    Attributes:
        host: its name; at most 100 characters.
        port: where it listens; ``25`` or ``465`` or ``587``.
        user_name: whom Zoho Desk signs in as; at most 100 characters.
        connection_type: how the connection is secured; ``PLAIN`` or ``SSL`` or ``TLS``.
    """

    host: pulumi.Input[str]
    port: pulumi.Input[_SmtpDetailsPort]
    user_name: pulumi.Input[str]
    connection_type: pulumi.Input[_SmtpDetailsConnectionType]


class SmtpDetailsDict(TypedDict):
    """`SmtpDetails` as a map."""

    host: pulumi.Input[str]
    port: pulumi.Input[_SmtpDetailsPort]
    user_name: pulumi.Input[str]
    connection_type: pulumi.Input[_SmtpDetailsConnectionType]


@dataclass(frozen=True, kw_only=True)
class CustomThreshold:
    """Another limit for some agents.

    Attributes:
        custom_threshold: how many tickets each of them gets at most; from 1 up to 600.
        agent_ids: the agents; each by its resource or its id; a set.
    """

    custom_threshold: pulumi.Input[int]
    agent_ids: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Agent]


class CustomThresholdDict(TypedDict):
    """`CustomThreshold` as a map."""

    custom_threshold: pulumi.Input[int]
    agent_ids: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Agent]


_FieldConditionFieldModule = Literal[
    "tickets", "tasks", "contracts", "accounts", "contacts", "products", "calls", "events", "activities"
]


@dataclass(frozen=True, kw_only=True)
class FieldCondition:
    """One condition on a field of a record.

    Attributes:
        field_module: the module of the record; ``tickets`` or ``tasks`` or ``contracts`` or ``accounts`` or
            ``contacts`` or ``products`` or ``calls`` or ``events`` or ``activities``.
        field_name: the field; at most 100 characters.
        condition: how to compare, for example ``is`` or ``contains``; at most 100 characters.
        value: what to compare with; ``${EMPTY}``, ``${NOTEMPTY}`` and ``${CUSTOM}`` are markers of the API; in
            an order that counts.
    """

    field_module: pulumi.Input[_FieldConditionFieldModule]
    field_name: pulumi.Input[str]
    condition: pulumi.Input[str]
    value: pulumi.Input[Sequence[pulumi.Input[Any]]]


class FieldConditionDict(TypedDict):
    """`FieldCondition` as a map."""

    field_module: pulumi.Input[_FieldConditionFieldModule]
    field_name: pulumi.Input[str]
    condition: pulumi.Input[str]
    value: pulumi.Input[Sequence[pulumi.Input[Any]]]


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """Which records are meant: conditions, and how they combine.

    Attributes:
        field_conditions: numbered from 1; in an order that counts, at least 1.
        pattern: how they combine, for example ``1``, ``(1and2)`` or ``(1or(2and3))``.
    """

    field_conditions: pulumi.Input[Sequence[pulumi.Input[FieldCondition | FieldConditionDict]]]
    pattern: pulumi.Input[str]


class CriteriaDict(TypedDict):
    """`Criteria` as a map."""

    field_conditions: pulumi.Input[Sequence[pulumi.Input[FieldCondition | FieldConditionDict]]]
    pattern: pulumi.Input[str]


_CreditDetailsCreditCycle = Literal["WEEKLY", "MONTHLY", "QUARTERLY", "HALF_YEARLY", "YEARLY", "CONTRACT_DURATION"]


@dataclass(frozen=True, kw_only=True)
class CreditDetails:
    """How much support there is, and for how long.

    Attributes:
        credit_limit: hours, tickets or money in a cycle; from 0 up to 1000000.
        credit_cycle: how long a cycle lasts; ``WEEKLY`` or ``MONTHLY`` or ``QUARTERLY`` or ``HALF_YEARLY`` or
            ``YEARLY`` or ``CONTRACT_DURATION``.
        is_additional_usage_allowed: whether requests beyond the limit are taken.
        is_carry_forward_allowed: whether what is left goes into the next cycle.
    """

    credit_limit: pulumi.Input[int]
    credit_cycle: pulumi.Input[_CreditDetailsCreditCycle]
    is_additional_usage_allowed: pulumi.Input[bool]
    is_carry_forward_allowed: pulumi.Input[bool]


class CreditDetailsDict(TypedDict):
    """`CreditDetails` as a map."""

    credit_limit: pulumi.Input[int]
    credit_cycle: pulumi.Input[_CreditDetailsCreditCycle]
    is_additional_usage_allowed: pulumi.Input[bool]
    is_carry_forward_allowed: pulumi.Input[bool]


_SubscriptionEvent = Literal[
    "Account_Add",
    "Account_Update",
    "Account_Delete",
    "Agent_Add",
    "Agent_Update",
    "Agent_Delete",
    "Contact_Add",
    "Contact_Update",
    "Contact_Delete",
    "Agent_Channel_Preference_Update",
    "Agent_Presence_Update",
    "Article_Add",
    "Article_Delete",
    "Article_Update",
    "Article_Feedback_Add",
    "Article_Translation_Add",
    "Article_Translation_Delete",
    "Article_Translation_Update",
    "Call_Add",
    "Call_Update",
    "Call_Delete",
    "Event_Add",
    "Event_Update",
    "Event_Delete",
    "Task_Add",
    "Task_Update",
    "Task_Delete",
    "Department_Add",
    "Department_Update",
    "IM_Message_Add",
    "IM_Message_Status",
    "IM_Session_Status",
    "KBRootCategory_Add",
    "KBRootCategory_Update",
    "KBRootCategory_Delete",
    "KBSection_Add",
    "KBSection_Update",
    "KBSection_Delete",
    "Ticket_Add",
    "Ticket_Update",
    "Ticket_Delete",
    "Ticket_Approval_Add",
    "Ticket_Approval_Update",
    "Ticket_Attachment_Add",
    "Ticket_Attachment_Delete",
    "Ticket_Attachment_Restored",
    "Ticket_Attachment_Trashed",
    "Ticket_Attachment_Update",
    "Ticket_Comment_Add",
    "Ticket_Comment_Update",
    "Ticket_Thread_Add",
    "Ticket_Comment_Attachment_Add",
    "Ticket_Comment_Attachment_Delete",
    "TimeEntry_Add",
    "TimeEntry_Update",
    "TimeEntry_Delete",
]
_SubscriptionDirection = Literal["in", "out"]


@dataclass(frozen=True, kw_only=True)
class Subscription:
    """An event that is sent, and which of its kind; all of them without a filter.

    Attributes:
        event: what happened; ``Account_Add`` or ``Account_Update`` or ``Account_Delete`` or ``Agent_Add`` or
            ``Agent_Update`` or ``Agent_Delete`` or ``Contact_Add`` or ``Contact_Update`` or ``Contact_Delete``
            or ``Agent_Channel_Preference_Update`` or ``Agent_Presence_Update`` or ``Article_Add`` or
            ``Article_Delete`` or ``Article_Update`` or ``Article_Feedback_Add`` or ``Article_Translation_Add``
            or ``Article_Translation_Delete`` or ``Article_Translation_Update`` or ``Call_Add`` or
            ``Call_Update`` or ``Call_Delete`` or ``Event_Add`` or ``Event_Update`` or ``Event_Delete`` or
            ``Task_Add`` or ``Task_Update`` or ``Task_Delete`` or ``Department_Add`` or ``Department_Update`` or
            ``IM_Message_Add`` or ``IM_Message_Status`` or ``IM_Session_Status`` or ``KBRootCategory_Add`` or
            ``KBRootCategory_Update`` or ``KBRootCategory_Delete`` or ``KBSection_Add`` or ``KBSection_Update``
            or ``KBSection_Delete`` or ``Ticket_Add`` or ``Ticket_Update`` or ``Ticket_Delete`` or
            ``Ticket_Approval_Add`` or ``Ticket_Approval_Update`` or ``Ticket_Attachment_Add`` or
            ``Ticket_Attachment_Delete`` or ``Ticket_Attachment_Restored`` or ``Ticket_Attachment_Trashed`` or
            ``Ticket_Attachment_Update`` or ``Ticket_Comment_Add`` or ``Ticket_Comment_Update`` or
            ``Ticket_Thread_Add`` or ``Ticket_Comment_Attachment_Add`` or ``Ticket_Comment_Attachment_Delete``
            or ``TimeEntry_Add`` or ``TimeEntry_Update`` or ``TimeEntry_Delete``.
        department_ids: only what happens in these departments; each by its resource or its id; a set.
        include_prev_state: whether what was before is sent as well.
        fields: only changes of these fields; a set, at most 5, each at most 100 characters; only for event
            "Ticket_Update".
        direction: only what comes in, or goes out; ``in`` or ``out``; only for event "Ticket_Thread_Add".
    """

    event: pulumi.Input[_SubscriptionEvent]
    department_ids: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Department] | None = None
    include_prev_state: pulumi.Input[bool] | None = None
    fields: pulumi.Input[Sequence[pulumi.Input[str]]] | None = None
    direction: pulumi.Input[_SubscriptionDirection] | None = None


class SubscriptionDict(TypedDict):
    """`Subscription` as a map."""

    event: pulumi.Input[_SubscriptionEvent]
    department_ids: NotRequired[
        pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Department] | None
    ]
    include_prev_state: NotRequired[pulumi.Input[bool] | None]
    fields: NotRequired[pulumi.Input[Sequence[pulumi.Input[str]]] | None]
    direction: NotRequired[pulumi.Input[_SubscriptionDirection] | None]
