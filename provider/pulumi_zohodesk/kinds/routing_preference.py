"""How tickets of a department are routed to agents; there is one in each.

Source: RoutingPreference.json (getRoutingPreference, updateRoutingPreference). Answers have ``agents`` with names where
bodies have ``agentIds``, and numbers may come as text. That the limit is changed only while it is in use, the contract
says; that agents must be of the department is the emulator's reading (docs/api-notes.md).
"""

from __future__ import annotations

from pulumi_zohodesk.engine import Choice, Field, Flag, Many, Number, Part, Reference, Setting, Struct
from pulumi_zohodesk.kinds._always import setting

CALLS = Setting(
    "/routingPreferences", "RoutingPreference", ("automations", "settings"), "setup.automation", home="departmentId"
)
CUSTOM = Struct(
    "CustomThreshold",
    "Another limit for some agents.",
    (
        Part("customThreshold", Number(1, 600), "how many tickets each of them gets at most", required=True),
        Part("agentIds", Many(Reference("Agent")), "the agents", required=True, read="agents[].id"),
    ),
)

KIND = setting(
    "RoutingPreference",
    "routing preference",
    "How tickets of a department are routed to agents. There is one in each; ``destroy`` leaves it as it is.",
    CALLS,
    Field("isImmediateAssignmentEnabled", Flag(), "whether new tickets are assigned at once"),
    Field("freshTicketAssignMode", Choice(("IMMEDIATE", "MOVE_TO_BACKLOG")), "what becomes of a new ticket"),
    Field("assignToOfflineAgents", Flag(), "whether agents who are offline get tickets"),
    Field("assignBacklog", Flag(), "whether waiting tickets are assigned"),
    Field("assignBacklogsBy", Choice(("DUEDATE", "CREATEDTIME")), "which of them come first"),
    Field("backLogLimit", Number(1, 50), "how many of them at a time"),
    Field("isThresholdEnabled", Flag(), "whether there is a limit of tickets for each agent"),
    Field(
        "thresholdLimit",
        Number(1, 500),
        "how many tickets an agent gets at most",
        hint="The limit can be changed only while is_threshold_enabled is true.",
    ),
    Field("isCustomThresholdEnabled", Flag(), "whether some agents have another limit"),
    Field("customThresholdVsAgents", Many(CUSTOM, most=1), "that limit, and these agents"),
)
