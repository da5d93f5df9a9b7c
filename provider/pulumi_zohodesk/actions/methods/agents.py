"""Methods of ``client().agents``. Made by `make generate`: change the table, not this file."""

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
            associated_department_ids: the departments; ids; None clears it.
            email_id: the person's address; letter case does not count. A person who has accepted the invitation
                changes it in Zoho Accounts, and Zoho Desk refuses to; at most 100 characters.
            last_name: family name; at most 50 characters.
            role_permission_type: what the agent may see; only ``Custom`` takes, and needs, both ``role_id`` and
                ``profile_id``.
            about_info: what is told of the agent; at most 255 characters.
            associated_chat_department_ids: departments whose chats the agent takes; ids; None clears it.
            cf: custom fields by API name; only the keys given are managed; free keys.
            channel_expert: channels that the agent is an expert for; at most 51 entries; None clears it.
            country_code: locale of the country, for example ``en_US``; at most 100 characters.
            extn: extension of the telephone number; at most 100 characters.
            first_name: given name; at most 50 characters.
            lang_code: language, for example ``en_US``; at most 100 characters.
            mobile: mobile telephone number; at most 100 characters.
            phone: telephone number; at most 100 characters.
            profile_id: the permission profile; id.
            role_id: the role; id.
            status: whether the agent is in service; one of ACTIVE, DISABLED.
            time_zone: IANA name, for example ``Europe/Berlin``; None clears it.

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
            agent_id: agent; id.
            include: what comes with each object, beside its ids; each one of profile, role,
                associatedDepartments, associatedChatDepartments, verifiedEmails; at most 5 entries.

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
            cf_field_name: API name of the own field that is searched.
            cf_search_str: what the own field must hold; at least 1 characters.
            department_ids: only agents of these departments, at most 50; ids.
            field_name: field that searchStr is looked for in; one of firstName, lastName, emailId, name.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            include: what comes with each object, beside its ids; each one of profile, role; at most 2 entries.
            is_confirmed: only agents who have accepted the invitation (True), or only others.
            is_light_agent: only light agents (True), or only others.
            limit: rows of a page; whole number; from 1; up to 200; 200 when left out.
            profile_ids: only agents with one of these permission profiles, at most 50; ids.
            role_ids: only agents with one of these roles, at most 50; ids.
            role_permission_type: only agents who may see this much; one of AgentPublic, AgentPersonal,
                AgentTeamPersonal, Admin, Custom, Light.
            search_str: what the field must be, or any of them: x exactly; the start as x*, a part as *x*; at
                most 100 characters; at least 1 characters.
            sort_order: order: asc, smallest first, or desc; one of asc, desc.
            status: only agents in this state; one of ACTIVE, DISABLED, DELETED, IMPORTED.

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
            cf_field_name: API name of the own field that is searched.
            cf_search_str: what the own field must hold; at least 1 characters.
            department_ids: only agents of these departments, at most 50; ids.
            field_name: field that searchStr is looked for in; one of firstName, lastName, emailId, name.
            include: what comes with each object, beside its ids; each one of profile, role; at most 2 entries.
            is_confirmed: only agents who have accepted the invitation (True), or only others.
            is_light_agent: only light agents (True), or only others.
            limit: rows of a page; whole number; from 1; up to 200; 200 when left out.
            profile_ids: only agents with one of these permission profiles, at most 50; ids.
            role_ids: only agents with one of these roles, at most 50; ids.
            role_permission_type: only agents who may see this much; one of AgentPublic, AgentPersonal,
                AgentTeamPersonal, Admin, Custom, Light.
            search_str: what the field must be, or any of them: x exactly; the start as x*, a part as *x*; at
                most 100 characters; at least 1 characters.
            sort_order: order: asc, smallest first, or desc; one of asc, desc.
            status: only agents in this state; one of ACTIVE, DISABLED, DELETED, IMPORTED.

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
            agent_id: agent; id.
            about_info: what is told of the agent; at most 255 characters.
            associated_chat_department_ids: departments whose chats the agent takes; ids.
            associated_department_ids: the departments; ids.
            cf: custom fields by API name; only the keys given are managed; free keys.
            channel_expert: channels that the agent is an expert for.
            country_code: locale of the country, for example ``en_US``; at most 100 characters.
            email_id: the person's address; letter case does not count. A person who has accepted the invitation
                changes it in Zoho Accounts, and Zoho Desk refuses to; at most 100 characters.
            extn: extension of the telephone number; at most 100 characters.
            first_name: given name; at most 50 characters.
            lang_code: language, for example ``en_US``; at most 100 characters.
            last_name: family name; at most 50 characters.
            mobile: mobile telephone number; at most 100 characters.
            phone: telephone number; at most 100 characters.
            profile_id: the permission profile; id.
            role_id: the role; id.
            role_permission_type: what the agent may see; only ``Custom`` takes, and needs, both ``role_id`` and
                ``profile_id``; one of AgentPublic, AgentPersonal, AgentTeamPersonal, Admin, Custom, Light.
            status: whether the agent is in service; one of ACTIVE, DISABLED.
            time_zone: IANA name, for example ``Europe/Berlin``.

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
            email_id: the person's address; letter case does not count. A person who has accepted the invitation
                changes it in Zoho Accounts, and Zoho Desk refuses to; at most 100 characters.

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
            agent_ids: agents; ids.

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
            agent_id: agent; id.

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
            agent_id: agent; id.
            agent_reassignment: who takes over, per department: tasks (taskNewOwner), tickets (ticketNewOwner),
                as agent ids; keys departmentId (required), taskNewOwner (required), ticketNewOwner (required);
                None clears it.

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
            agent_id: agent; id.

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
            agent_ids: agents; ids.

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
            include: what comes with each object, beside its ids; each one of profile, role,
                associatedDepartments, associatedChatDepartments; at most 4 entries.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("agents.me", {"include": include})
