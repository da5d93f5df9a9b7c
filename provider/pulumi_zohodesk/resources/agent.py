"""Made by `make generate` from kinds/agent.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.agent import KIND
from pulumi_zohodesk.resources._lookups import found, later

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department
    from pulumi_zohodesk.resources.profile import Profile
    from pulumi_zohodesk.resources.role import Role

__all__ = ["Agent", "AgentInfo", "get_agent", "get_agent_output"]


class Agent(DeskResource):
    """A person of the help desk. ``destroy`` deactivates the agent unless ``on_destroy`` says otherwise."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        last_name: pulumi.Output[str]
        first_name: pulumi.Output[str | None]
        email_id: pulumi.Output[str]
        role_permission_type: pulumi.Output[str]
        role_id: pulumi.Output[str | None]
        profile_id: pulumi.Output[str | None]
        associated_department_ids: pulumi.Output[Sequence[str]]
        associated_chat_department_ids: pulumi.Output[Sequence[str] | None]
        phone: pulumi.Output[str | None]
        mobile: pulumi.Output[str | None]
        extn: pulumi.Output[str | None]
        about_info: pulumi.Output[str | None]
        channel_expert: pulumi.Output[Sequence[str] | None]
        lang_code: pulumi.Output[str | None]
        country_code: pulumi.Output[str | None]
        time_zone: pulumi.Output[str | None]
        cf: pulumi.Output[Mapping[str, Any] | None]
        status: pulumi.Output[str]
        name: pulumi.Output[str | None]
        is_confirmed: pulumi.Output[bool | None]
        zuid: pulumi.Output[str | None]
        photo_url: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        last_name: pulumi.Input[str],
        email_id: pulumi.Input[str],
        role_permission_type: pulumi.Input[
            Literal["AgentPublic", "AgentPersonal", "AgentTeamPersonal", "Admin", "Custom", "Light"]
        ],
        associated_department_ids: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Department],
        first_name: pulumi.Input[str] | None = None,
        role_id: pulumi.Input[str] | Role | None = None,
        profile_id: pulumi.Input[str] | Profile | None = None,
        associated_chat_department_ids: pulumi.Input[Sequence[pulumi.Input[str]]]
        | Sequence[pulumi.Input[str] | Department]
        | None = None,
        phone: pulumi.Input[str] | None = None,
        mobile: pulumi.Input[str] | None = None,
        extn: pulumi.Input[str] | None = None,
        about_info: pulumi.Input[str] | None = None,
        channel_expert: pulumi.Input[Sequence[pulumi.Input[str]]] | None = None,
        lang_code: pulumi.Input[str] | None = None,
        country_code: pulumi.Input[str] | None = None,
        time_zone: pulumi.Input[str] | None = None,
        cf: pulumi.Input[Mapping[str, pulumi.Input[Any]]] | None = None,
        status: pulumi.Input[Literal["ACTIVE", "DISABLED"]] | None = None,
        on_destroy: pulumi.Input[Literal["deactivate", "delete", "keep"]] | None = None,
        reassign_to: pulumi.Input[str] | Agent | None = None,
        restore: pulumi.Input[bool] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare an agent (addAgent, updateAgent, activateAgents, deactivateAgents).

        Args:
            resource_name: the logical name in the program.
            last_name: family name; at most 50 characters.
            email_id: the person's address; letter case does not count. A person who has accepted the invitation
                changes it in Zoho Accounts, and Zoho Desk refuses to; at most 100 characters.
            role_permission_type: what the agent may see; only ``Custom`` takes, and needs, both ``role_id`` and
                ``profile_id``; ``AgentPublic`` or ``AgentPersonal`` or ``AgentTeamPersonal`` or ``Admin`` or
                ``Custom`` or ``Light``.
            associated_department_ids: the departments; each by its resource or its id; a set, at least 1.
            first_name: given name; at most 50 characters.
            role_id: the role; the resource or its id.
            profile_id: the permission profile; the resource or its id.
            associated_chat_department_ids: departments whose chats the agent takes; each by its resource or its
                id; a set.
            phone: telephone number; at most 100 characters.
            mobile: mobile telephone number; at most 100 characters.
            extn: extension of the telephone number; at most 100 characters.
            about_info: what is told of the agent; at most 255 characters.
            channel_expert: channels that the agent is an expert for; a set, at most 51, each at most 120
                characters.
            lang_code: language, for example ``en_US``; at most 100 characters.
            country_code: locale of the country, for example ``en_US``; at most 100 characters.
            time_zone: IANA name, for example ``Europe/Berlin``; at most 100 characters.
            cf: custom fields by API name; only the keys given are managed.
            status: whether the agent is in service; ``ACTIVE`` or ``DISABLED``; always managed, ``ACTIVE``
                unless given.
            on_destroy: what ``destroy`` does: ``deactivate`` unless given; ``delete`` is for good;
                ``deactivate`` or ``delete`` or ``keep``.
            reassign_to: the agent who takes over open work on removal; the resource or its id.
            restore: when a deactivated agent with this address exists, bring it back instead of refusing.
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
    ) -> Agent:
        """Read an agent that exists, without managing it (getAgent)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class AgentInfo:
    """An agent, as getAgentByEmail answers it."""

    id: str
    last_name: str | None
    first_name: str | None
    email_id: str
    role_permission_type: str | None
    role_id: str | None
    profile_id: str | None
    associated_department_ids: Sequence[str] | None
    associated_chat_department_ids: Sequence[str] | None
    phone: str | None
    mobile: str | None
    extn: str | None
    about_info: str | None
    channel_expert: Sequence[str] | None
    lang_code: str | None
    country_code: str | None
    time_zone: str | None
    cf: Mapping[str, Any] | None
    status: str | None
    name: str | None
    is_confirmed: bool | None
    zuid: str | None
    photo_url: str | None


@ends_the_program_plainly
def get_agent(*, email_id: str, connection: str | None = None) -> AgentInfo:
    """The agent of this natural key (getAgentByEmail).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(AgentInfo, KIND, {"emailId": email_id}, connection)


def get_agent_output(*, email_id: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[AgentInfo]:
    """`get_agent` for outputs."""
    return later(get_agent, email_id=email_id, connection=connection)
