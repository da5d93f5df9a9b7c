"""Methods of ``client().agents``. Made by tools/contract/methods.py: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["Agents"]


class Agents(Group):
    """Actions of the group agents."""

    def add(
        self,
        *,
        associated_department_ids: Sequence[str] | None,
        email_id: str,
        last_name: str,
        role_permission_type: str,
        about_info: str | None = None,
        associated_chat_department_ids: Sequence[str] | LeftOut | None = LEFT_OUT,
        cf: Mapping[str, Any] | None = None,
        channel_expert: Sequence[str] | LeftOut | None = LEFT_OUT,
        country_code: str | None = None,
        extn: str | None = None,
        first_name: str | None = None,
        lang_code: str | None = None,
        mobile: str | None = None,
        phone: str | None = None,
        profile_id: str | None = None,
        role_id: str | None = None,
        status: Literal["ACTIVE", "DISABLED"] | None = None,
        time_zone: str | LeftOut | None = LEFT_OUT,
    ) -> Answer:
        """Add an agent: mails an invitation, takes a seat (addAgent).

        Costs 1 credit. Needs one of the scopes Desk.agents.CREATE, Desk.basic.CREATE, Desk.settings.CREATE; the
        permission Manage Agents.

        Args:
            associated_department_ids: None clears it.
            email_id: at most 100 characters.
            last_name: at most 50 characters.
            role_permission_type: as ``rolePermissionType``.
            about_info: at most 255 characters.
            associated_chat_department_ids: None clears it.
            cf: free keys.
            channel_expert: at most 51 entries; None clears it.
            country_code: at most 100 characters.
            extn: at most 100 characters.
            first_name: at most 50 characters.
            lang_code: at most 100 characters.
            mobile: at most 100 characters.
            phone: at most 100 characters.
            profile_id: id.
            role_id: id.
            status: as ``status``.
            time_zone: None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "agents.add",
            {
                "associatedDepartmentIds": associated_department_ids,
                "emailId": email_id,
                "lastName": last_name,
                "rolePermissionType": role_permission_type,
                "aboutInfo": about_info,
                "associatedChatDepartmentIds": associated_chat_department_ids,
                "cf": cf,
                "channelExpert": channel_expert,
                "countryCode": country_code,
                "extn": extn,
                "firstName": first_name,
                "langCode": lang_code,
                "mobile": mobile,
                "phone": phone,
                "profileId": profile_id,
                "roleId": role_id,
                "status": status,
                "timeZone": time_zone,
            },
        )

    def get(
        self,
        *,
        agent_id: str,
        include: Sequence[
            Literal["profile", "role", "associatedDepartments", "associatedChatDepartments", "verifiedEmails"]
        ]
        | None = None,
    ) -> Answer:
        """Read one agent (getAgent).

        Costs 1 credit. Needs one of the scopes Desk.agents.READ, Desk.basic.READ, Desk.settings.READ; the
        permission Manage Agents.

        Args:
            agent_id: id.
            include: at most 5 entries.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("agents.get", {"agentId": agent_id, "include": include})

    def list(
        self,
        *,
        cf_field_name: str | None = None,
        cf_search_str: str | None = None,
        department_ids: Sequence[str] | None = None,
        field_name: Literal["firstName", "lastName", "emailId", "name"] | None = None,
        from_: int | None = None,
        include: Sequence[Literal["profile", "role"]] | None = None,
        is_confirmed: bool | None = None,
        is_light_agent: bool | None = None,
        limit: int | None = None,
        profile_ids: Sequence[str] | None = None,
        role_ids: Sequence[str] | None = None,
        role_permission_type: Literal["AgentPublic", "AgentPersonal", "AgentTeamPersonal", "Admin", "Custom", "Light"]
        | None = None,
        search_str: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        status: Literal["ACTIVE", "DISABLED", "DELETED", "IMPORTED"] | None = None,
    ) -> Rows:
        """List agents (getAgents).

        Costs 3 credits a page. Needs one of the scopes Desk.agents.READ, Desk.basic.READ, Desk.settings.READ;
        the permission Manage Agents.

        Args:
            cf_field_name: as ``cfFieldName``.
            cf_search_str: at least 1 characters.
            department_ids: as ``departmentIds``.
            field_name: as ``fieldName``.
            from_: whole number; from 0; 0 when left out.
            include: at most 2 entries.
            is_confirmed: as ``isConfirmed``.
            is_light_agent: as ``isLightAgent``.
            limit: whole number; from 1; up to 200; 200 when left out.
            profile_ids: as ``profileIds``.
            role_ids: as ``roleIds``.
            role_permission_type: as ``rolePermissionType``.
            search_str: at most 100 characters; at least 1 characters.
            sort_order: as ``sortOrder``.
            status: as ``status``.

        Returns:
            The rows, as the service has them; a page, of up to 200.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "agents.list",
            {
                "cfFieldName": cf_field_name,
                "cfSearchStr": cf_search_str,
                "departmentIds": department_ids,
                "fieldName": field_name,
                "from": from_,
                "include": include,
                "isConfirmed": is_confirmed,
                "isLightAgent": is_light_agent,
                "limit": limit,
                "profileIds": profile_ids,
                "roleIds": role_ids,
                "rolePermissionType": role_permission_type,
                "searchStr": search_str,
                "sortOrder": sort_order,
                "status": status,
            },
        )

    def iterate(
        self,
        *,
        cf_field_name: str | None = None,
        cf_search_str: str | None = None,
        department_ids: Sequence[str] | None = None,
        field_name: Literal["firstName", "lastName", "emailId", "name"] | None = None,
        from_: int | None = None,
        include: Sequence[Literal["profile", "role"]] | None = None,
        is_confirmed: bool | None = None,
        is_light_agent: bool | None = None,
        limit: int | None = None,
        profile_ids: Sequence[str] | None = None,
        role_ids: Sequence[str] | None = None,
        role_permission_type: Literal["AgentPublic", "AgentPersonal", "AgentTeamPersonal", "Admin", "Custom", "Light"]
        | None = None,
        search_str: str | None = None,
        sort_order: Literal["asc", "desc"] | None = None,
        status: Literal["ACTIVE", "DISABLED", "DELETED", "IMPORTED"] | None = None,
    ) -> Iterator[Row]:
        """List agents (getAgents).

        Costs 3 credits a page. Needs one of the scopes Desk.agents.READ, Desk.basic.READ, Desk.settings.READ;
        the permission Manage Agents.

        Args:
            cf_field_name: as ``cfFieldName``.
            cf_search_str: at least 1 characters.
            department_ids: as ``departmentIds``.
            field_name: as ``fieldName``.
            from_: whole number; from 0; 0 when left out.
            include: at most 2 entries.
            is_confirmed: as ``isConfirmed``.
            is_light_agent: as ``isLightAgent``.
            limit: whole number; from 1; up to 200; 200 when left out.
            profile_ids: as ``profileIds``.
            role_ids: as ``roleIds``.
            role_permission_type: as ``rolePermissionType``.
            search_str: at most 100 characters; at least 1 characters.
            sort_order: as ``sortOrder``.
            status: as ``status``.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "agents.list",
            {
                "cfFieldName": cf_field_name,
                "cfSearchStr": cf_search_str,
                "departmentIds": department_ids,
                "fieldName": field_name,
                "from": from_,
                "include": include,
                "isConfirmed": is_confirmed,
                "isLightAgent": is_light_agent,
                "limit": limit,
                "profileIds": profile_ids,
                "roleIds": role_ids,
                "rolePermissionType": role_permission_type,
                "searchStr": search_str,
                "sortOrder": sort_order,
                "status": status,
            },
        )

    def update(
        self,
        *,
        agent_id: str,
        about_info: str | None = None,
        associated_chat_department_ids: Sequence[str] | None = None,
        associated_department_ids: Sequence[str] | None = None,
        cf: Mapping[str, Any] | None = None,
        channel_expert: Sequence[str] | None = None,
        country_code: str | None = None,
        email_id: str | None = None,
        extn: str | None = None,
        first_name: str | None = None,
        lang_code: str | None = None,
        last_name: str | None = None,
        mobile: str | None = None,
        phone: str | None = None,
        profile_id: str | None = None,
        role_id: str | None = None,
        role_permission_type: Literal["AgentPublic", "AgentPersonal", "AgentTeamPersonal", "Admin", "Custom", "Light"]
        | None = None,
        status: Literal["ACTIVE", "DISABLED"] | None = None,
        time_zone: str | None = None,
    ) -> Answer:
        """Change fields of an agent (updateAgent).

        Costs 1 credit. Needs one of the scopes Desk.agents.UPDATE, Desk.basic.UPDATE, Desk.settings.UPDATE; the
        permission Manage Agents.

        Args:
            agent_id: id.
            about_info: at most 255 characters.
            associated_chat_department_ids: as ``associatedChatDepartmentIds``.
            associated_department_ids: as ``associatedDepartmentIds``.
            cf: free keys.
            channel_expert: as ``channelExpert``.
            country_code: at most 100 characters.
            email_id: at most 100 characters.
            extn: at most 100 characters.
            first_name: at most 50 characters.
            lang_code: at most 100 characters.
            last_name: at most 50 characters.
            mobile: at most 100 characters.
            phone: at most 100 characters.
            profile_id: id.
            role_id: id.
            role_permission_type: as ``rolePermissionType``.
            status: as ``status``.
            time_zone: as ``timeZone``.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "agents.update",
            {
                "agentId": agent_id,
                "aboutInfo": about_info,
                "associatedChatDepartmentIds": associated_chat_department_ids,
                "associatedDepartmentIds": associated_department_ids,
                "cf": cf,
                "channelExpert": channel_expert,
                "countryCode": country_code,
                "emailId": email_id,
                "extn": extn,
                "firstName": first_name,
                "langCode": lang_code,
                "lastName": last_name,
                "mobile": mobile,
                "phone": phone,
                "profileId": profile_id,
                "roleId": role_id,
                "rolePermissionType": role_permission_type,
                "status": status,
                "timeZone": time_zone,
            },
        )

    def get_by_email(self, *, email_id: str) -> Answer:
        """Read the agent with an address (getAgentByEmail).

        Costs 1 credit. Needs one of the scopes Desk.settings.READ, Desk.basic.READ; the permission Manage
        Agents.

        Args:
            email_id: at most 100 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("agents.get_by_email", {"emailId": email_id})

    def activate(self, *, agent_ids: Sequence[str]) -> Answer:
        """Bring deactivated agents back (activateAgents).

        Costs 1 credit. Needs one of the scopes Desk.agents.UPDATE, Desk.basic.UPDATE, Desk.settings.UPDATE; the
        permission Manage Agents.

        Args:
            agent_ids: as ``agentIds``.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("agents.activate", {"agentIds": agent_ids})

    def deactivate(self, *, agent_id: str) -> None:
        """Deactivate an agent (deactivateAgents).

        Costs 1 credit. Needs one of the scopes Desk.agents.UPDATE, Desk.basic.UPDATE, Desk.settings.UPDATE; the
        permission Manage Agents.

        Args:
            agent_id: id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("agents.deactivate", {"agentId": agent_id})

    def reassign(self, *, agent_id: str, agent_reassignment: Sequence[Mapping[str, Any]] | None) -> Answer:
        """Hand the open work of a deactivated agent to others (scheduleAgentReassignment).

        Costs 1 credit. Needs one of the scopes Desk.agents.UPDATE, Desk.basic.UPDATE, Desk.settings.UPDATE; the
        permission Manage Agents.

        Args:
            agent_id: id.
            agent_reassignment: None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("agents.reassign", {"agentId": agent_id, "agentReassignment": agent_reassignment})

    def delete(self, *, agent_id: str) -> None:
        """Delete an agent who accepted the invitation, for good (deleteAgent).

        Costs 1 credit. Needs one of the scopes Desk.agents.DELETE, Desk.basic.DELETE, Desk.settings.DELETE; the
        permission Manage Agents.

        Args:
            agent_id: id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("agents.delete", {"agentId": agent_id})

    def delete_unconfirmed(self, *, agent_ids: Sequence[str]) -> None:
        """Delete agents who never accepted, for good (deleteUnconfirmedAgent).

        Costs 1 credit. Needs one of the scopes Desk.agents.DELETE, Desk.basic.DELETE, Desk.settings.DELETE; the
        permission Manage Agents.

        Args:
            agent_ids: as ``agentIds``.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("agents.delete_unconfirmed", {"agentIds": agent_ids})

    def me(
        self,
        *,
        include: Sequence[Literal["profile", "role", "associatedDepartments", "associatedChatDepartments"]]
        | None = None,
    ) -> Answer:
        """Read the agent whose token it is (getMyInfo).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.settings.READ.

        Args:
            include: at most 4 entries.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("agents.me", {"include": include})
