"""Made by `make generate` from kinds/routing_preference.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.routing_preference import KIND
from pulumi_zohodesk.resources._lookups import found, later
from pulumi_zohodesk.resources._values import CustomThreshold, CustomThresholdDict

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department

__all__ = ["RoutingPreference", "RoutingPreferenceInfo", "get_routing_preference", "get_routing_preference_output"]


class RoutingPreference(DeskResource):
    """How tickets of a department are routed to agents. There is one in each; ``destroy`` leaves it as it is."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        department_id: pulumi.Output[str]
        is_immediate_assignment_enabled: pulumi.Output[bool | None]
        fresh_ticket_assign_mode: pulumi.Output[str | None]
        assign_to_offline_agents: pulumi.Output[bool | None]
        assign_backlog: pulumi.Output[bool | None]
        assign_backlogs_by: pulumi.Output[str | None]
        back_log_limit: pulumi.Output[int | None]
        is_threshold_enabled: pulumi.Output[bool | None]
        threshold_limit: pulumi.Output[int | None]
        is_custom_threshold_enabled: pulumi.Output[bool | None]
        custom_threshold_vs_agents: pulumi.Output[Sequence[Mapping[str, Any]] | None]

    def __init__(
        self,
        resource_name: str,
        *,
        department_id: pulumi.Input[str] | Department,
        is_immediate_assignment_enabled: pulumi.Input[bool] | None = None,
        fresh_ticket_assign_mode: pulumi.Input[Literal["IMMEDIATE", "MOVE_TO_BACKLOG"]] | None = None,
        assign_to_offline_agents: pulumi.Input[bool] | None = None,
        assign_backlog: pulumi.Input[bool] | None = None,
        assign_backlogs_by: pulumi.Input[Literal["DUEDATE", "CREATEDTIME"]] | None = None,
        back_log_limit: pulumi.Input[int] | None = None,
        is_threshold_enabled: pulumi.Input[bool] | None = None,
        threshold_limit: pulumi.Input[int] | None = None,
        is_custom_threshold_enabled: pulumi.Input[bool] | None = None,
        custom_threshold_vs_agents: pulumi.Input[Sequence[pulumi.Input[CustomThreshold | CustomThresholdDict]]]
        | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a routing preference (updateRoutingPreference).

        Args:
            resource_name: the logical name in the program.
            department_id: the department; the resource or its id.
            is_immediate_assignment_enabled: whether new tickets are assigned at once.
            fresh_ticket_assign_mode: what becomes of a new ticket; ``IMMEDIATE`` or ``MOVE_TO_BACKLOG``.
            assign_to_offline_agents: whether agents who are offline get tickets.
            assign_backlog: whether waiting tickets are assigned.
            assign_backlogs_by: which of them come first; ``DUEDATE`` or ``CREATEDTIME``.
            back_log_limit: how many of them at a time; from 1 up to 50.
            is_threshold_enabled: whether there is a limit of tickets for each agent.
            threshold_limit: how many tickets an agent gets at most; from 1 up to 500.
            is_custom_threshold_enabled: whether some agents have another limit.
            custom_threshold_vs_agents: that limit, and these agents; a set, at most 1.
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
    ) -> RoutingPreference:
        """Read a routing preference that exists, without managing it (getRoutingPreference)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class RoutingPreferenceInfo:
    """A routing preference, as getRoutingPreference answers it."""

    id: str
    department_id: str
    is_immediate_assignment_enabled: bool | None
    fresh_ticket_assign_mode: str | None
    assign_to_offline_agents: bool | None
    assign_backlog: bool | None
    assign_backlogs_by: str | None
    back_log_limit: int | None
    is_threshold_enabled: bool | None
    threshold_limit: int | None
    is_custom_threshold_enabled: bool | None
    custom_threshold_vs_agents: Sequence[Mapping[str, Any]] | None


@ends_the_program_plainly
def get_routing_preference(*, department_id: str, connection: str | None = None) -> RoutingPreferenceInfo:
    """The routing preference of this natural key (getRoutingPreference).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(RoutingPreferenceInfo, KIND, {"departmentId": department_id}, connection)


def get_routing_preference_output(
    *, department_id: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[RoutingPreferenceInfo]:
    """`get_routing_preference` for outputs."""
    return later(get_routing_preference, department_id=department_id, connection=connection)
