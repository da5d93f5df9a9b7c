"""Methods of ``client().routing_preferences``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pulumi_zohodesk.actions._group import Answer, Group

__all__ = ["RoutingPreferences"]


class RoutingPreferences(Group):
    """Actions of the group routing_preferences."""

    def get(self, *, department_id: str | None) -> Answer:
        """Read a routing preference (getRoutingPreference).

        Costs 1 credit. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the permission
        Automation.

        Args:
            department_id: the department; id; None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("routing_preferences.get", {"departmentId": department_id})

    def update(
        self,
        *,
        department_id: str,
        assign_backlog: bool | None = None,
        assign_backlogs_by: Literal["DUEDATE", "CREATEDTIME"] | None = None,
        assign_to_offline_agents: bool | None = None,
        back_log_limit: int | None = None,
        custom_threshold_vs_agents: Sequence[Mapping[str, Any]] | None = None,
        fresh_ticket_assign_mode: Literal["IMMEDIATE", "MOVE_TO_BACKLOG"] | None = None,
        is_custom_threshold_enabled: bool | None = None,
        is_immediate_assignment_enabled: bool | None = None,
        is_threshold_enabled: bool | None = None,
        threshold_limit: int | None = None,
    ) -> Answer:
        """Change a routing preference (updateRoutingPreference).

        Costs 1 credit. Needs one of the scopes Desk.automations.UPDATE, Desk.settings.UPDATE; the permission
        Automation.

        Args:
            department_id: the department; id.
            assign_backlog: whether waiting tickets are assigned.
            assign_backlogs_by: which of them come first; one of DUEDATE, CREATEDTIME.
            assign_to_offline_agents: whether agents who are offline get tickets.
            back_log_limit: how many of them at a time; whole number; from 1; up to 50.
            custom_threshold_vs_agents: that limit, and these agents; keys agentIds (required), customThreshold
                (required); at most 1 entries.
            fresh_ticket_assign_mode: what becomes of a new ticket; one of IMMEDIATE, MOVE_TO_BACKLOG.
            is_custom_threshold_enabled: whether some agents have another limit.
            is_immediate_assignment_enabled: whether new tickets are assigned at once.
            is_threshold_enabled: whether there is a limit of tickets for each agent.
            threshold_limit: how many tickets an agent gets at most; whole number; from 1; up to 500.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "routing_preferences.update",
            {
                "departmentId": department_id,
                "assignBacklog": assign_backlog,
                "assignBacklogsBy": assign_backlogs_by,
                "assignToOfflineAgents": assign_to_offline_agents,
                "backLogLimit": back_log_limit,
                "customThresholdVsAgents": custom_threshold_vs_agents,
                "freshTicketAssignMode": fresh_ticket_assign_mode,
                "isCustomThresholdEnabled": is_custom_threshold_enabled,
                "isImmediateAssignmentEnabled": is_immediate_assignment_enabled,
                "isThresholdEnabled": is_threshold_enabled,
                "thresholdLimit": threshold_limit,
            },
        )
