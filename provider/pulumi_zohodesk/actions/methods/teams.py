"""Methods of ``client().teams``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pulumi_zohodesk.actions._group import Answer, Group, Row, Rows

__all__ = ["Teams"]


class Teams(Group):
    """Actions of the group teams."""

    def create(
        self,
        *,
        department_id: str,
        name: str,
        agents: Sequence[str] | None = None,
        description: str | None = None,
        roles: Sequence[str] | None = None,
        roles_with_subordinates: Sequence[str] | None = None,
        sub_teams: Sequence[str] | None = None,
    ) -> Answer:
        """Create a team (createTeam).

        Costs 1 credit. Needs one of the scopes Desk.basic.CREATE, Desk.settings.CREATE, Desk.teams.CREATE; the
        permission Teams.

        Args:
            department_id: the department; id.
            name: unique in the department; at most 50 characters.
            agents: agents of the department who belong to it; ``[]`` takes all of them out; ids.
            description: what it is for; at most 30000 characters.
            roles: roles whose agents belong to it; ids.
            roles_with_subordinates: roles whose agents belong to it, with those of the roles below; ids; at
                most 20 entries.
            sub_teams: teams of the department within it; ids.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "teams.create",
            {
                "departmentId": department_id,
                "name": name,
                "agents": agents,
                "description": description,
                "roles": roles,
                "rolesWithSubordinates": roles_with_subordinates,
                "subTeams": sub_teams,
            },
        )

    def get(self, *, team_id: str) -> Answer:
        """Read a team (getTeam).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.settings.READ, Desk.teams.READ; the
        permission Teams.

        Args:
            team_id: team; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("teams.get", {"teamId": team_id})

    def list(
        self, *, department_id: str, from_: int | None = None, limit: int | None = None, search_str: str | None = None
    ) -> Rows:
        """List teams (getTeamsInDepartment).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.departments.READ,
        Desk.settings.READ, Desk.teams.READ; the permission Teams.

        Args:
            department_id: only those with this departmentId; id.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 200; 200 when left out.
            search_str: what the name or description must be: x exactly; the start as x*, a part as *x*.

        Returns:
            The rows, as the service has them; a page, of up to 200.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "teams.list", {"departmentId": department_id, "from": from_, "limit": limit, "searchStr": search_str}
        )

    def iterate(self, *, department_id: str, limit: int | None = None, search_str: str | None = None) -> Iterator[Row]:
        """List teams (getTeamsInDepartment).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.departments.READ,
        Desk.settings.READ, Desk.teams.READ; the permission Teams.

        Args:
            department_id: only those with this departmentId; id.
            limit: rows of a page; whole number; from 1; up to 200; 200 when left out.
            search_str: what the name or description must be: x exactly; the start as x*, a part as *x*.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all("teams.list", {"departmentId": department_id, "limit": limit, "searchStr": search_str})

    def update(
        self,
        *,
        team_id: str,
        agents: Sequence[str] | None = None,
        description: str | None = None,
        name: str | None = None,
        roles: Sequence[str] | None = None,
        roles_with_subordinates: Sequence[str] | None = None,
        sub_teams: Sequence[str] | None = None,
    ) -> Answer:
        """Change a team (updateTeam).

        Costs 1 credit. Needs one of the scopes Desk.basic.UPDATE, Desk.settings.UPDATE, Desk.teams.UPDATE; the
        permission Teams.

        Args:
            team_id: team; id.
            agents: agents of the department who belong to it; ``[]`` takes all of them out; ids.
            description: what it is for; at most 30000 characters.
            name: unique in the department; at most 50 characters.
            roles: roles whose agents belong to it; ids.
            roles_with_subordinates: roles whose agents belong to it, with those of the roles below; ids; at
                most 20 entries.
            sub_teams: teams of the department within it; ids.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "teams.update",
            {
                "teamId": team_id,
                "agents": agents,
                "description": description,
                "name": name,
                "roles": roles,
                "rolesWithSubordinates": roles_with_subordinates,
                "subTeams": sub_teams,
            },
        )

    def delete(
        self, *, team_id: str, task_new_agent: str, task_new_team: str, ticket_new_agent: str, ticket_new_team: str
    ) -> None:
        """Delete a team (deleteTeam).

        Costs 1 credit. Needs one of the scopes Desk.basic.DELETE, Desk.settings.DELETE, Desk.teams.DELETE; the
        permission Teams.

        Args:
            team_id: team; id.
            task_new_agent: the agent who gets its open tasks on removal; id.
            task_new_team: the team that gets its open tasks on removal; id.
            ticket_new_agent: the agent who gets its open tickets on removal; id.
            ticket_new_team: the team that gets its open tickets on removal; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do(
            "teams.delete",
            {
                "teamId": team_id,
                "taskNewAgent": task_new_agent,
                "taskNewTeam": task_new_team,
                "ticketNewAgent": ticket_new_agent,
                "ticketNewTeam": ticket_new_team,
            },
        )
