"""Methods of ``client().departments``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["Departments"]


class Departments(Group):
    """Actions of the group departments."""

    def add(
        self,
        *,
        name: str,
        associated_agent_ids: Sequence[str] | None = None,
        description: str | None = None,
        is_assign_to_team_enabled: bool | LeftOut | None = LEFT_OUT,
        is_visible_in_customer_portal: bool | None = None,
        name_in_customer_portal: str | LeftOut | None = LEFT_OUT,
    ) -> Answer:
        """Add a department (addDepartment).

        Costs 1 credit. Needs one of the scopes Desk.basic.CREATE, Desk.departments.CREATE,
        Desk.settings.CREATE; the permission Departments.

        Args:
            name: unique in the organisation; at most 150 characters.
            associated_agent_ids: agents of the department; an update replaces the list, with 1 to 100 of them;
                ids.
            description: what it is for; at most 500 characters.
            is_assign_to_team_enabled: whether tickets can be assigned to teams; None clears it.
            is_visible_in_customer_portal: whether the help centre shows it.
            name_in_customer_portal: its name in the help centre; at most 150 characters; None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "departments.add",
            {
                "name": name,
                "associatedAgentIds": associated_agent_ids,
                "description": description,
                "isAssignToTeamEnabled": is_assign_to_team_enabled,
                "isVisibleInCustomerPortal": is_visible_in_customer_portal,
                "nameInCustomerPortal": name_in_customer_portal,
            },
        )

    def get(self, *, department_id: str) -> Answer:
        """Read one department (getDepartment).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.departments.READ, Desk.settings.READ; the
        permission Departments.

        Args:
            department_id: department; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("departments.get", {"departmentId": department_id})

    def list(
        self,
        *,
        chat_status: Literal["AVAILABLE", "DISABLED", "NOT_CREATED", "${UNAVAILABLE}"] | None = None,
        from_: int | None = None,
        is_enabled: bool | None = None,
        limit: int | None = None,
        search_str: str | None = None,
    ) -> Rows:
        """List the departments that the agent can see (getDepartments).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.departments.READ,
        Desk.settings.READ; the permission Departments.

        Args:
            chat_status: only departments whose chat is in this state; one of AVAILABLE, DISABLED, NOT_CREATED,
                ${UNAVAILABLE}.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            is_enabled: only those with this isEnabled.
            limit: rows of a page; whole number; from 1; up to 200; 200 when left out.
            search_str: what the name or description must be: x exactly; the start as x*, a part as *x*; at most
                100 characters; at least 1 characters.

        Returns:
            The rows, as the service has them; a page, of up to 200.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "departments.list",
            {
                "chatStatus": chat_status,
                "from": from_,
                "isEnabled": is_enabled,
                "limit": limit,
                "searchStr": search_str,
            },
        )

    def iterate(
        self,
        *,
        chat_status: Literal["AVAILABLE", "DISABLED", "NOT_CREATED", "${UNAVAILABLE}"] | None = None,
        is_enabled: bool | None = None,
        limit: int | None = None,
        search_str: str | None = None,
    ) -> Iterator[Row]:
        """List the departments that the agent can see (getDepartments).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.departments.READ,
        Desk.settings.READ; the permission Departments.

        Args:
            chat_status: only departments whose chat is in this state; one of AVAILABLE, DISABLED, NOT_CREATED,
                ${UNAVAILABLE}.
            is_enabled: only those with this isEnabled.
            limit: rows of a page; whole number; from 1; up to 200; 200 when left out.
            search_str: what the name or description must be: x exactly; the start as x*, a part as *x*; at most
                100 characters; at least 1 characters.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "departments.list",
            {"chatStatus": chat_status, "isEnabled": is_enabled, "limit": limit, "searchStr": search_str},
        )

    def update(
        self,
        *,
        department_id: str,
        associated_agent_ids: Sequence[str] | None = None,
        description: str | None = None,
        is_assign_to_team_enabled: bool | None = None,
        is_visible_in_customer_portal: bool | None = None,
        name: str | None = None,
        name_in_customer_portal: str | None = None,
    ) -> Answer:
        """Change fields of a department (updateDepartment).

        Costs 1 credit. Needs one of the scopes Desk.basic.UPDATE, Desk.departments.UPDATE,
        Desk.settings.UPDATE; the permission Departments.

        Args:
            department_id: department; id.
            associated_agent_ids: agents of the department; an update replaces the list, with 1 to 100 of them;
                ids; at most 100 entries; at least 1 entries.
            description: what it is for; at most 500 characters.
            is_assign_to_team_enabled: whether tickets can be assigned to teams.
            is_visible_in_customer_portal: whether the help centre shows it.
            name: unique in the organisation; at most 150 characters.
            name_in_customer_portal: its name in the help centre; at most 150 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "departments.update",
            {
                "departmentId": department_id,
                "associatedAgentIds": associated_agent_ids,
                "description": description,
                "isAssignToTeamEnabled": is_assign_to_team_enabled,
                "isVisibleInCustomerPortal": is_visible_in_customer_portal,
                "name": name,
                "nameInCustomerPortal": name_in_customer_portal,
            },
        )

    def enable(self, *, department_id: str) -> Answer:
        """Bring a disabled department back (enableDepartment).

        Costs 1 credit. Needs one of the scopes Desk.basic.UPDATE, Desk.departments.UPDATE,
        Desk.settings.UPDATE; the permission Departments.

        Args:
            department_id: department; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("departments.enable", {"departmentId": department_id})

    def disable(
        self, *, department_id: str, agent_new_department: str | None = None, email_new_department: str | None = None
    ) -> None:
        """Disable a department; others can take over mailboxes and agents (disableDepartment).

        Costs 1 credit. Needs one of the scopes Desk.basic.UPDATE, Desk.departments.UPDATE,
        Desk.settings.UPDATE; the permission Departments.

        Args:
            department_id: department; id.
            agent_new_department: department that its agents move to; id.
            email_new_department: department that its e-mail addresses move to; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do(
            "departments.disable",
            {
                "departmentId": department_id,
                "agentNewDepartment": agent_new_department,
                "emailNewDepartment": email_new_department,
            },
        )
