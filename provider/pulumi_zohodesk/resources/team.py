"""Made by `make generate` from kinds/team.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.team import KIND
from pulumi_zohodesk.resources._lookups import found, later

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.agent import Agent
    from pulumi_zohodesk.resources.department import Department
    from pulumi_zohodesk.resources.role import Role

__all__ = ["Team", "TeamInfo", "get_team", "get_team_output"]


class Team(DeskResource):
    """Agents of a department who work together. ``destroy`` deletes it; its open work goes to the successors."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        department_id: pulumi.Output[str]
        name: pulumi.Output[str]
        description: pulumi.Output[str | None]
        agents: pulumi.Output[Sequence[str] | None]
        roles: pulumi.Output[Sequence[str] | None]
        roles_with_subordinates: pulumi.Output[Sequence[str] | None]
        sub_teams: pulumi.Output[Sequence[str] | None]
        derived_agents: pulumi.Output[Sequence[str] | None]

    def __init__(
        self,
        resource_name: str,
        *,
        department_id: pulumi.Input[str] | Department,
        name: pulumi.Input[str],
        description: pulumi.Input[str] | None = None,
        agents: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Agent] | None = None,
        roles: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Role] | None = None,
        roles_with_subordinates: pulumi.Input[Sequence[pulumi.Input[str]]]
        | Sequence[pulumi.Input[str] | Role]
        | None = None,
        sub_teams: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Team] | None = None,
        ticket_new_team: pulumi.Input[str] | Team | None = None,
        ticket_new_agent: pulumi.Input[str] | Agent | None = None,
        task_new_team: pulumi.Input[str] | Team | None = None,
        task_new_agent: pulumi.Input[str] | Agent | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a team (createTeam, updateTeam).

        Args:
            resource_name: the logical name in the program.
            department_id: the department; the resource or its id.
            name: unique in the department; at most 50 characters.
            description: what it is for; at most 30000 characters.
            agents: agents of the department who belong to it; ``[]`` takes all of them out; each by its
                resource or its id; a set.
            roles: roles whose agents belong to it; each by its resource or its id; a set.
            roles_with_subordinates: roles whose agents belong to it, with those of the roles below; each by its
                resource or its id; a set, at most 20.
            sub_teams: teams of the department within it; each by its resource or its id; a set.
            ticket_new_team: the team that gets its open tickets on removal; the resource or its id.
            ticket_new_agent: the agent who gets its open tickets on removal; the resource or its id.
            task_new_team: the team that gets its open tasks on removal; the resource or its id.
            task_new_agent: the agent who gets its open tasks on removal; the resource or its id.
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
    ) -> Team:
        """Read a team that exists, without managing it (getTeam)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class TeamInfo:
    """A team, as getTeamsInDepartment answers it."""

    id: str
    department_id: str
    name: str
    description: str | None
    agents: Sequence[str] | None
    roles: Sequence[str] | None
    roles_with_subordinates: Sequence[str] | None
    sub_teams: Sequence[str] | None
    derived_agents: Sequence[str] | None


@ends_the_program_plainly
def get_team(*, department_id: str, name: str, connection: str | None = None) -> TeamInfo:
    """The team of this natural key (getTeamsInDepartment).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(TeamInfo, KIND, {"departmentId": department_id, "name": name}, connection)


def get_team_output(
    *, department_id: pulumi.Input[str], name: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[TeamInfo]:
    """`get_team` for outputs."""
    return later(get_team, department_id=department_id, name=name, connection=connection)
