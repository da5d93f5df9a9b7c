"""Agents: invited, confirmed by themselves, deactivated, archived for good."""

from __future__ import annotations

from collections.abc import Hashable

from pulumi_zohodesk.emulator._collection import texts, where
from pulumi_zohodesk.emulator._errata import AGENT, Erratum
from pulumi_zohodesk.emulator._kind import Kind, Link, Portal, Record
from pulumi_zohodesk.emulator.kinds import _agent_reads as reads
from pulumi_zohodesk.emulator.kinds import _agent_writes as writes
from pulumi_zohodesk.emulator.kinds._agent_rules import archive, archived, change, derived_type, pair
from pulumi_zohodesk.emulator.kinds._membership import THIN, leave, members, usable_agent

ADMINISTRATOR = "admin@example.com"
PHOTOS = "https://deskstatic.zoho.com/api/v1/agents"


def _found(portal: Portal) -> None:
    department = next(iter(portal.table("departments")))
    agent = portal.add(
        "agents",
        {
            "firstName": "Ada",
            "lastName": "Admin",
            "emailId": ADMINISTRATOR,
            "isConfirmed": True,
            "associatedDepartmentIds": [department["id"]],
            **pair(portal, "Admin"),
        },
    )
    portal.administrator = agent["id"]
    portal.save("agents", agent)
    portal.organization["primaryContact"] = ADMINISTRATOR
    department["creatorId"] = agent["id"]
    for profile in portal.table("profiles"):
        profile["modifiedBy"] = agent["id"]


def _blank(portal: Portal, _creator: str) -> Record:
    empty = dict.fromkeys(("firstName", "lastName", "phone", "mobile", "extn", "aboutInfo"), "")
    return {
        **empty,
        "emailId": "",
        "status": "ACTIVE",
        "isConfirmed": False,
        "isZiaAgent": False,
        "zuid": None,
        "photoURL": None,
        "langCode": "en_US",
        "countryCode": "en_US",
        "timeZone": portal.organization["timeZone"],
        "channelExpert": [],
        "associatedDepartmentIds": [],
        "associatedChatDepartmentIds": [],
        "cf": {},
        "records": {},
        **pair(portal, "AgentPublic"),
    }


def _settle(portal: Portal, record: Record) -> None:
    """What follows from the rest: the type from the pair, a Zoho account once confirmed."""
    for name in ("associatedDepartmentIds", "associatedChatDepartmentIds"):
        record[name] = texts(record[name])
    record["rolePermissionType"] = derived_type(portal, record)
    gone = record["status"] == "ANONYMIZED"
    record["photoURL"] = None if gone else f"{PHOTOS}/{record['id']}/photo?orgId={portal.id}"
    record["name"] = f"{record['firstName'] or ''} {record['lastName']}".strip()
    if record["isConfirmed"] and not record["zuid"]:
        invited = (
            portal.get("agents", record["id"]) is not None and portal.switches.archived_email == "invitation_fails"
        )
        if invited and archived(portal, record["emailId"]):
            raise ValueError("Invalid Invitation: the address is that of a deleted agent who is not anonymized.")
        record["zuid"] = portal.ids.zuid()


def _key(record: Record) -> Hashable | None:
    return record["emailId"].casefold() if usable_agent({"status": "ACTIVE", **record}) else None


def _forget(portal: Portal, kind: str, record: Record) -> None:
    """An agent outlives a department, a role or a profile; it takes the default ones instead."""
    if kind == "departments":
        leave(portal, record["id"], [row["id"] for row in members(portal, record["id"])])
    if kind in ("roles", "profiles"):
        field = f"{kind.removesuffix('s')}Id"
        for agent in where(portal.table("agents"), **{field: record["id"]}):
            change(portal, agent, **{field: pair(portal, "AgentPublic")[field]})


INCLUDED = ("role", "profile", "associatedDepartments", "associatedChatDepartments")

KIND = Kind(
    name="agents",
    contract="agent",
    natural_key=_key,
    links=(
        Link("associatedDepartmentIds", "departments", "departments", many=True, kept=True),
        Link("associatedChatDepartmentIds", "departments", "chatDepartments", many=True, kept=True),
        Link("roleId", "roles", kept=True),
        Link("profileId", "profiles", kept=True),
    ),
    blank=_blank,
    settle=_settle,
    forget=_forget,
    found=_found,
    archive=archive,
    operations={**reads.OPERATIONS, **writes.OPERATIONS},
    permission="setup.manageAgents",
    permissions={"getMyInfo": ""},
    thin={"getAgents": THIN},
    errata={
        "Rows and single agents carry isZiaAgent, which the schemas do not know yet.": Erratum(
            operations=f"{AGENT}|getAgents|getAgentsByIds|getAgentsInDepartment|getDeletedAgents",
            rows=frozenset({"isZiaAgent"}),
        ),
        (
            "The branches of the oneOf overlap, so that the vendor's own example of an administrator with"
            " neither role nor profile fails; the rules are checked after the schema."
        ): Erratum(
            part="body",
            operations="addAgent",
            fields=("rolePermissionType",),
            first_branch=True,
            set={"enum": ["AgentPublic", "AgentPersonal", "AgentTeamPersonal", "Admin", "Custom", "Light"]},
        ),
        "The filter takes the literal ${NON_LIGHT} by its pattern, but not by its enum.": Erratum(
            part="query", operations="getAgents", fields=("rolePermissionType",), drop=("enum",)
        ),
        "Deleted agents are still answered, with a status that the enum of a single agent lacks.": Erratum(
            fields=("status",), operations=f"{AGENT}|getAgents|getAgentsByIds|getDeletedAgents", drop=("enum",)
        ),
        "Custom fields may be empty (null), which the type of a list row or a single answer denies.": Erratum(
            fields=("cf",),
            operations=f"{AGENT}|getAgents|getAgentsInDepartment",
            set={"type": ["object", "null"]},
            drop=("patternProperties", "additionalProperties"),
        ),
        "Included objects are declared with up to 21 required fields; the vendor's example has id and name.": Erratum(
            fields=INCLUDED, drop=("required", "minProperties"), operations="getAgent|getAgents"
        ),
    },
)
