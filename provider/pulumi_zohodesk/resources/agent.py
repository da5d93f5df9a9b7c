"""Agents: the people of the help desk. Creating one mails an invitation and takes a seat.

Source: Agent.json (addAgent, getAgent, getAgentByEmail, updateAgent, activateAgents, deactivateAgents, deleteAgent,
deleteUnconfirmedAgent, scheduleAgentReassignment). No field replaces an agent: a deleted agent never comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import pulumi

from pulumi_zohodesk.dynamic import DeskResource
from pulumi_zohodesk.engine import (
    EMAIL,
    ID,
    KEPT,
    Call,
    Choice,
    Field,
    Flag,
    FreeMap,
    IdSet,
    Kind,
    Listing,
    Removal,
    Row,
    Session,
    Switch,
    Text,
    TextSet,
    has_unknown,
    register,
    scalar,
)
from pulumi_zohodesk.resources._agent_guards import GUARDS, weakens
from pulumi_zohodesk.resources._names import PERSON_LETTERS, PERSON_WORDS
from pulumi_zohodesk.transport import Operation

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department

__all__ = ["KIND", "Agent"]


def _scopes(verb: str) -> tuple[str, ...]:
    return f"Desk.agents.{verb}", f"Desk.basic.{verb}", f"Desk.settings.{verb}"


_operation = partial(Operation, permission="setup.manageAgents", personal=True)
PATH = "/agents/{agentId}"
GONE = (
    "was deleted for good; Zoho Desk archives it and never brings it back. Whoever is invited with its address can "
    "accept only once it is anonymized"
)
GET = _operation("getAgent", "GET", PATH, _scopes("READ"))
BY_EMAIL = _operation("getAgentByEmail", "GET", "/agents/email/{emailId}", ("Desk.settings.READ", "Desk.basic.READ"))
ACTIVATE = _operation("activateAgents", "POST", "/agents/activate", _scopes("UPDATE"))
DEACTIVATE = _operation("deactivateAgents", "POST", f"{PATH}/deactivate", _scopes("UPDATE"))
DELETE = _operation("deleteAgent", "DELETE", PATH, _scopes("DELETE"))
DELETE_UNCONFIRMED = _operation("deleteUnconfirmedAgent", "POST", "/agents/deleteUnconfirmed", _scopes("DELETE"))
REASSIGN = _operation("scheduleAgentReassignment", "POST", f"{PATH}/reassignment", _scopes("UPDATE"))

ROLE_PERMISSION_TYPES = ("AgentPublic", "AgentPersonal", "AgentTeamPersonal", "Admin", "Custom", "Light")

EMAIL_HINT = (
    "A person who has accepted the invitation changes the address in Zoho Accounts (https://accounts.zoho.com, of "
    "your data centre); afterwards write the new address in the program."
)


def _by_email(session: Session, key: Mapping[str, str]) -> Iterable[Row]:
    """An agent by e-mail; the service answers 204 when there is none."""
    row = session.client.call(BY_EMAIL, path={"emailId": key["emailId"]}, about=session.label(KIND, key))
    # The answer lacks some keys that the single get has, so that one is asked as well.
    return [session.get(KIND, scalar(row["id"]))] if row else []


def _role_rules(inputs: Row) -> Iterator[tuple[str, str]]:
    """Only Custom may, and must, carry both a role and a profile (Agent.json, addAgent)."""
    type_, role, profile = (inputs.get(key) for key in ("rolePermissionType", "roleId", "profileId"))
    if has_unknown(type_):
        return
    if type_ == "Custom" and (role is None or profile is None):
        missing = "role_id" if role is None else "profile_id"
        yield (
            "rolePermissionType",
            f"An agent with role_permission_type Custom needs role_id and profile_id; {missing} is missing.",
        )
    if type_ != "Custom" and role is not None and profile is not None:
        yield (
            "profileId",
            f"An agent with role_permission_type {type_} may have role_id or profile_id, not both; only Custom may. "
            'Leave one out, or set role_permission_type="Custom".',
        )


def _access_of_a_type(row: Row) -> tuple[str, ...]:
    """Every type but Custom stands for a role and a profile, and the service refuses both beside it."""
    return () if row.get("rolePermissionType") == "Custom" else ("roleId", "profileId")


def _reassign(session: Session, id: str, state: Row, live: Row) -> None:
    """Move the open work to another agent, in every department in which the agent is now."""
    heir = state.get("reassignTo")
    departments = live.get("associatedDepartmentIds", state.get("associatedDepartmentIds")) or ()
    if not heir or not departments:
        return
    rows = [
        {"departmentId": scalar(one), "ticketNewOwner": scalar(heir), "taskNewOwner": scalar(heir)}
        for one in departments
    ]
    session.client.call(
        REASSIGN, path={"agentId": id}, body={"agentReassignment": rows}, about=session.label(KIND, state, id)
    )


def _deactivate(session: Session, id: str, state: Row) -> None:
    live = session.get(KIND, id)
    if not KIND.off(live):
        session.act(Call(DEACTIVATE), KIND, id, state)
    _reassign(session, id, state, live)


def _delete(session: Session, id: str, state: Row) -> None:
    """Confirmed and unconfirmed agents have a call each; only agents out of service can hand over their work."""
    live = session.get(KIND, id)
    if live.get("isConfirmed"):
        if not KIND.off(live) and state.get("reassignTo"):
            session.act(Call(DEACTIVATE), KIND, id, state)
        _reassign(session, id, state, live)
        session.act(Call(DELETE), KIND, id, state)
    else:
        session.act(Call(DELETE_UNCONFIRMED, _ids), KIND, id, state)


def _ids(id: str, _state: Row) -> dict[str, Any]:
    return {"agentIds": [id]}


def _person(limit: int, least: int = 1) -> Text:
    return Text(limit, PERSON_LETTERS, PERSON_WORDS, least=least)


def _code(letters: str, words: str) -> Text:
    return Text(100, letters, words)


KIND = register(
    Kind(
        name="Agent",
        words="agent",
        fields=(
            Field("lastName", _person(50), required=True, personal=True),
            Field("firstName", _person(50), personal=True),
            Field("emailId", EMAIL, required=True, personal=True, hint=EMAIL_HINT),
            Field("rolePermissionType", Choice(ROLE_PERMISSION_TYPES), required=True),
            Field("roleId", ID, ref="Role"),
            Field("profileId", ID, ref="Profile"),
            Field("associatedDepartmentIds", IdSet(least=1), required=True, ref="Department"),
            Field("associatedChatDepartmentIds", IdSet(), ref="Department"),
            # The contract's pattern for these three excludes digits on write, clearly by mistake; it is not applied.
            Field("phone", Text(100), personal=True),
            Field("mobile", Text(100), personal=True),
            Field("extn", Text(100), personal=True),
            Field("aboutInfo", _person(255), personal=True),
            Field("channelExpert", TextSet(most=51)),
            Field("langCode", _code(r"[a-zA-Z_]", "letters and _")),
            Field("countryCode", _code(r"[a-zA-Z_]", "letters and _")),
            Field("timeZone", _code(r"[a-zA-Z_/\-+0-9]", "letters, digits and _ / - +")),
            Field("cf", FreeMap(), personal=True),
            Field(
                "status",
                Choice(("ACTIVE", "DISABLED")),
                default="ACTIVE",
                switch=Switch(on="ACTIVE", off="DISABLED", turn_on=Call(ACTIVATE, _ids), turn_off=Call(DEACTIVATE)),
            ),
            Field("onDestroy", Choice(("deactivate", "delete", "keep")), option=True),
            Field("reassignTo", ID, ref="Agent", option=True),
            Field("restore", Flag(), option=True),
        ),
        outputs=("name", "isConfirmed", "zuid", "photoURL"),
        key=("emailId",),
        id_name="agentId",
        get=GET,
        create=_operation("addAgent", "POST", "/agents", _scopes("CREATE"), repeatable=False),
        update=_operation("updateAgent", "PATCH", PATH, _scopes("UPDATE")),
        listing=Listing(_operation("getAgents", "GET", "/agents", _scopes("READ"), page_size=200, first_row=1)),
        removals={
            "deactivate": Removal("was deactivated, not deleted", _deactivate),
            "delete": Removal(
                GONE,
                _delete,
            ),
            "keep": KEPT,
        },
        deleted=lambda row: row.get("status") in ("DELETED", "ANONYMIZED", "CLOSED"),
        look_up=_by_email,
        guards=GUARDS,
        weakens=weakens,
        rules=_role_rules,
        implied=_access_of_a_type,
        protect=True,
        personal_outputs=("name", "zuid", "photoURL"),
    )
)


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
        role_permission_type: pulumi.Input[str],
        associated_department_ids: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[Department | pulumi.Input[str]],
        first_name: pulumi.Input[str] | None = None,
        role_id: pulumi.Input[str] | None = None,
        profile_id: pulumi.Input[str] | None = None,
        associated_chat_department_ids: pulumi.Input[Sequence[pulumi.Input[str]]]
        | Sequence[Department | pulumi.Input[str]]
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
        status: pulumi.Input[str] | None = None,
        on_destroy: pulumi.Input[str] | None = None,
        reassign_to: pulumi.Input[str] | Agent | None = None,
        restore: pulumi.Input[bool] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare an agent (addAgent, updateAgent, activateAgents, deactivateAgents).

        Args:
            resource_name: the logical name in the program.
            last_name: at most 50 characters.
            email_id: the person's address; letter case does not count. A person who has accepted the invitation
                changes it in Zoho Accounts, and Zoho Desk refuses to.
            role_permission_type: ``Admin``, ``AgentPublic``, ``AgentPersonal``, ``AgentTeamPersonal``, ``Light`` or
                ``Custom``; only ``Custom`` takes, and needs, both ``role_id`` and ``profile_id``.
            associated_department_ids: the departments, or their ids; a set with at least one element.
            first_name: at most 50 characters.
            role_id: id of a role.
            profile_id: id of a permission profile.
            associated_chat_department_ids: departments in which the agent takes chats; a set.
            phone, mobile, extn: at most 100 characters each.
            about_info: at most 255 characters.
            channel_expert: channels the agent handles, at most 51 texts of at most 120 characters; a set.
            lang_code: for example ``en_US``.
            country_code: for example ``en_US``.
            time_zone: IANA name, for example ``Europe/Berlin``.
            cf: custom fields by API name; only the keys given are managed.
            status: ``ACTIVE`` or ``DISABLED``; always managed, ``ACTIVE`` unless given.
            on_destroy: ``deactivate`` (default), ``delete`` (for good) or ``keep``.
            reassign_to: the agent who takes over open work on removal, or its id.
            restore: when a deactivated agent with this address exists, bring it back instead of refusing.
            connection: a connection of ``zohodesk.toml`` in place of the stack's own.
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
        """Read an agent who exists, without managing them (getAgent)."""
        return cls._existing(resource_name, id, opts, connection)
