"""Agents: the people of the help desk. Creating one mails an invitation and takes a seat.

Source: Agent.json (addAgent, getAgent, getAgentByEmail, updateAgent, activateAgents, deactivateAgents, deleteAgent,
deleteUnconfirmedAgent, scheduleAgentReassignment). No field replaces an agent: a deleted agent never comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pulumi_zohodesk.engine import (
    EMAIL,
    KEPT,
    Call,
    Change,
    Choice,
    Desk,
    Field,
    Flag,
    Guard,
    Kind,
    LookUp,
    Many,
    Map,
    Output,
    Reference,
    Removal,
    Row,
    Scalar,
    Switch,
    Text,
    has_unknown,
    scalar,
)
from pulumi_zohodesk.errors import NotFound
from pulumi_zohodesk.kinds._agent_calls import ACTIVATE, BY_EMAIL, CALLS, DEACTIVATE, DELETE_UNCONFIRMED, REASSIGN
from pulumi_zohodesk.kinds._agent_guards import GUARDS, weakens
from pulumi_zohodesk.kinds._fields import person_text, restore

ROLE_PERMISSION_TYPES = ("AgentPublic", "AgentPersonal", "AgentTeamPersonal", "Admin", "Custom", "Light")

EMAIL_HINT = (
    "A person who has accepted the invitation changes the address in Zoho Accounts (https://accounts.zoho.com, of "
    "your data centre); afterwards write the new address in the program."
)


def _by_email(desk: Desk, key: Mapping[str, str]) -> Iterable[Row]:
    """An agent by e-mail; the service answers 204 when there is none."""
    row = desk.client.call(BY_EMAIL, path={"emailId": key["emailId"]}, about=desk.label(KIND, key))
    # The answer lacks some keys that the single get has, so that one is asked as well.
    return [desk.get(KIND, scalar(row["id"]))] if row else []


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


def _reassign(desk: Desk, kind: Kind, id: str, state: Row, live: Row) -> None:
    """Move the open work to another agent, in every department in which the agent is now."""
    heir = state.get("reassignTo")
    departments = live.get("associatedDepartmentIds", state.get("associatedDepartmentIds")) or ()
    if not heir or not departments:
        return
    to = {"ticketNewOwner": scalar(heir), "taskNewOwner": scalar(heir)}
    body = {"agentReassignment": [{"departmentId": scalar(department), **to} for department in departments]}
    desk.client.call(REASSIGN, path={"agentId": id}, body=body, about=desk.label(kind, state, id))


def _unfit_heir(desk: Desk, change: Change) -> str | None:
    """Open work goes to an active agent of the same department (scheduleAgentReassignment)."""
    heir = scalar(change.old.get("reassignTo"))
    hands_over = change.action == "deactivate" or (change.action == "delete" and change.live.get("isConfirmed"))
    if not heir or not hands_over:
        return None
    try:
        row = desk.get(KIND, heir)
    except NotFound:
        row = {"status": "DELETED"}
    if has_unknown(row):  # in a rehearsal
        return None
    homes, there = (set(map(scalar, side.get("associatedDepartmentIds") or ())) for side in (change.live, row))
    if not homes:
        return None
    why = "is itself" if heir == change.id else "is not in service" if KIND.off(row) or KIND.deleted(row) else ""
    if not why and homes - there:
        why = f"does not belong to {' and '.join(f'the department {id}' for id in sorted(homes - there))}"
    return why and (
        f"The {change.label} cannot be removed: its reassign_to, the {desk.label(KIND, row, heir)}, {why}, and can "
        "take over nothing there. Change that; or put the agent back into the program with another reassign_to, run "
        "`zohodesk up`, and remove it then."
    )


def _deactivate(desk: Desk, kind: Kind, id: str, state: Row) -> None:
    live = desk.get(kind, id)
    if not kind.off(live):
        desk.act(Call(DEACTIVATE), kind, id, state)
    _reassign(desk, kind, id, state, live)


def _delete(desk: Desk, kind: Kind, id: str, state: Row) -> None:
    """Confirmed and unconfirmed agents have a call each; only agents out of service can hand over their work."""
    live = desk.get(kind, id)
    if live.get("isConfirmed"):
        if not kind.off(live) and state.get("reassignTo"):
            desk.act(Call(DEACTIVATE), kind, id, state)
        _reassign(desk, kind, id, state, live)
        desk.act(Call(CALLS.delete), kind, id, state)
    else:
        desk.act(Call(DELETE_UNCONFIRMED, _ids), kind, id, state)


def _ids(id: str, _state: Row) -> dict[str, Any]:
    return {"agentIds": [id]}


KIND = Kind(
    "Agent",
    "agent",
    "A person of the help desk. ``destroy`` deactivates the agent unless ``on_destroy`` says otherwise.",
    own_fields=(
        Field("lastName", person_text(50), "family name", required=True, personal=True),
        Field("firstName", person_text(50), "given name", personal=True),
        Field(
            "emailId",
            EMAIL,
            "the person's address; letter case does not count. A person who has accepted the invitation changes it in "
            "Zoho Accounts, and Zoho Desk refuses to",
            required=True,
            personal=True,
            hint=EMAIL_HINT,
        ),
        Field(
            "rolePermissionType",
            Choice(ROLE_PERMISSION_TYPES),
            "what the agent may see; only ``Custom`` takes, and needs, both ``role_id`` and ``profile_id``",
            required=True,
        ),
        Field("roleId", Reference("Role"), "the role"),
        Field("profileId", Reference("Profile"), "the permission profile"),
        Field("associatedDepartmentIds", Many(Reference("Department"), least=1), "the departments", required=True),
        Field("associatedChatDepartmentIds", Many(Reference("Department")), "departments whose chats the agent takes"),
        # The contract's pattern for these three excludes digits on write, clearly by mistake; it is not applied.
        Field("phone", Text(100), "telephone number", personal=True),
        Field("mobile", Text(100), "mobile telephone number", personal=True),
        Field("extn", Text(100), "extension of the telephone number", personal=True),
        Field("aboutInfo", person_text(255), "what is told of the agent", personal=True),
        Field("channelExpert", Many(Text(120, least=1), most=51), "channels that the agent is an expert for"),
        Field("langCode", Text(100, r"[a-zA-Z_]", "letters and _"), "language, for example ``en_US``"),
        Field("countryCode", Text(100, r"[a-zA-Z_]", "letters and _"), "locale of the country, for example ``en_US``"),
        Field(
            "timeZone",
            Text(100, r"[a-zA-Z_/\-+0-9]", "letters, digits and _ / - +"),
            "IANA name, for example ``Europe/Berlin``",
        ),
        Field(
            "cf",
            Map(Scalar(100, as_text=True)),
            "custom fields by API name; only the keys given are managed",
            personal=True,
        ),
        Field(
            "status",
            Choice(("ACTIVE", "DISABLED")),
            "whether the agent is in service",
            default="ACTIVE",
            switch=Switch(on="ACTIVE", off="DISABLED", turn_on=Call(ACTIVATE, _ids), turn_off=Call(DEACTIVATE)),
        ),
        Field(
            "onDestroy",
            Choice(("deactivate", "delete", "keep")),
            "what ``destroy`` does: ``deactivate`` unless given; ``delete`` is for good",
            option=True,
        ),
        Field("reassignTo", Reference("Agent"), "the agent who takes over open work on removal", option=True),
        restore("a deactivated agent with this address"),
    ),
    outputs=(
        Output("name", Text(100), "given and family name", personal=True),
        Output("isConfirmed", Flag(), "whether the person has accepted the invitation"),
        Output("zuid", Text(100), "the person's id in Zoho Accounts", personal=True),
        Output("photoURL", Text(500), "address of the portrait", personal=True),
    ),
    key=("emailId",),
    calls=CALLS,
    removals={
        "deactivate": Removal("was deactivated, not deleted", _deactivate, (DEACTIVATE, REASSIGN)),
        "delete": Removal(
            "was deleted for good; Zoho Desk archives it and never brings it back. Whoever is invited with its address "
            "can accept only once it is anonymized",
            _delete,
            (DEACTIVATE, REASSIGN, CALLS.delete, DELETE_UNCONFIRMED),
        ),
        "keep": KEPT,
    },
    deleted=lambda row: row.get("status") in ("DELETED", "ANONYMIZED", "CLOSED"),
    residence="associatedDepartmentIds",
    look_up=LookUp(_by_email, (BY_EMAIL,)),
    guards=(*GUARDS, Guard(_unfit_heir, (CALLS.get,))),
    weakens=weakens,
    rules=_role_rules,
    implied=_access_of_a_type,
    protect=True,
)
