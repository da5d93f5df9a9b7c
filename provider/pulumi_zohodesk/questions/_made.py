"""What probes make, all under one name, and whether it could be removed again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.questions._asking import Asking, Open, Row, good
from pulumi_zohodesk.transport import Operation, Seen

PREFIX = "zohodesk probe"
"""How the name of everything begins that is made here."""
NO_ID = "1"
"""An id that no object has: they have ten digits and more."""
POWERFUL = ("Administrator", "Custom")
"""Types of profiles of which no clone is made: one may do everything, of the other a clone tells nothing."""
LEAVE = Operation(
    "dissociateAgents",
    "POST",
    "/departments/{departmentId}/dissociateAgents",
    ("Desk.basic.UPDATE", "Desk.departments.UPDATE", "Desk.settings.UPDATE"),
)


@dataclass(frozen=True)
class Sort:
    """Objects of a kind, as probes make and remove them.

    Attributes:
        words: one of them, in messages.
        group: of the actions.
        most: how many all probes together make.
        id: the parameter of its path.
        key: where answers have its id.
        name: the field that its name is in.
        place: where its list needs a department: ``path`` or ``query``.
        body: sent with its removal.
        heir: what its removal calls the object that takes over, of which none has anything.
        agents: the agents that have it, and so keep it.
        making: what the action is called that makes one.
    """

    words: str
    group: str
    most: int
    id: str
    key: str = "id"
    name: str = "name"
    place: str = ""
    body: Mapping[str, str] | None = None
    heir: str = ""
    agents: Operation | None = None
    making: str = "create"

    @property
    def uses(self) -> tuple[str | Operation, ...]:
        """What making one calls."""
        lists = [f"{self.group}.list"] * (2 if self.heir else 1)
        agents = (self.agents,) if self.agents else ()
        return (*lists, *agents, f"{self.group}.delete", f"{self.group}.{self.making}")

    def where(self, department: str) -> dict[str, Any]:
        """What its list needs."""
        return {self.place: {"departmentId": department}} if self.place else {}


_AGENTS = ("Desk.agents.READ", "Desk.basic.READ", "Desk.settings.READ")
_OF_ROLE = Operation("getAgentsByRole", "GET", "/roles/{roleId}/agents", _AGENTS)
_OF_PROFILE = Operation("getAgentsByProfile", "GET", "/profiles/{profileId}/agents", _AGENTS)
SUCCESSORS = dict.fromkeys(("ticketNewTeam", "ticketNewAgent", "taskNewTeam", "taskNewAgent"), "")
SORTS: Mapping[str, Sort] = {
    one.words: one
    for one in (
        Sort("skill", "skills", 10, "skillId", place="query"),
        Sort("skill type", "skill_types", 13, "skillTypeId"),
        Sort("e-mail template", "email_templates", 2, "emailTemplateId", "templateId", "templateName", "query"),
        Sort("template folder", "template_folders", 2, "folderId", "folderId", "folderName", "query"),
        Sort("team", "teams", 4, "teamId", place="path", body=SUCCESSORS),
        Sort("business hours", "business_hours", 1, "businessHourId"),
        Sort("role", "roles", 4, "roleId", heir="transferToRoleId", agents=_OF_ROLE),
        Sort("profile", "profiles", 2, "profileId", heir="transferToProfileId", agents=_OF_PROFILE, making="clone"),
    )
}
"""In the order in which they are removed."""


def given(asking: Asking, words: str) -> Iterator[Row]:
    """Objects of a sort that no probe made, those that came with Zoho Desk first. Raises Open."""
    sort = SORTS[words]
    rows = [row for row in asking.rows(f"{sort.group}.list") if row.get("isVisible") is not False]
    others = [row for row in rows if not str(row.get(sort.name, "")).lower().startswith(PREFIX)]
    yield from sorted(others, key=lambda row: not (row.get("isDefault") or row.get("default")))


def _removal(asking: Asking, sort: Sort, id: str) -> Mapping[str, str] | None:
    """The body of a removal; none takes over who may do or see more. Raises Open, also for what an agent has."""
    if not sort.agents:
        return sort.body
    found = asking.look(sort.agents, {sort.id: id})
    if found.status == 404:
        return {sort.heir: NO_ID}  # it is gone
    if any((good(found, "looking for agents that have it").content or {}).values()):
        raise Open("it was left, since agents have it")
    if sort.words == "role":
        heir = asking.row("roles.get", roleId=id).get("reportsTo")
    else:
        heir = next((row["id"] for row in given(asking, sort.words) if row.get("type") not in (None, *POWERFUL)), None)
    if not heir:
        raise Open(f"there is no {sort.words} that could take over")
    return {sort.heir: str(heir)}


def made(asking: Asking, words: str, body: Mapping[str, Any], path: Mapping[str, str] | None = None) -> Seen:
    """The answer to making an object of a sort. Raises Open for what could not be removed again."""
    sort = SORTS[words]
    if sort.words not in asking.removable:
        place = sort.where(asking.department) if sort.place else {}
        good(asking.send(f"{sort.group}.list", **place), "listing what would be made")
        if sort.agents:
            _may(asking, sort.agents, {sort.id: NO_ID}, None)
        _may(asking, f"{sort.group}.delete", {sort.id: NO_ID}, {sort.heir: NO_ID} if sort.heir else sort.body)
        asking.removable.add(sort.words)
    seen = asking.send(f"{sort.group}.{sort.making}", path=path, body=body)
    if seen.good and isinstance(seen.content, dict) and sort.key in seen.content:
        asking.made[words][str(seen.content[sort.key])] = str(body.get(sort.name, PREFIX))
    return seen


def deleted(asking: Asking, words: str, id: str, body: Mapping[str, str] | None = None) -> Seen:
    """The answer to removing an object of a sort, with another body than the usual. Raises Open."""
    sort = SORTS[words]
    seen = asking.send(f"{sort.group}.delete", path={sort.id: id}, body=body or _removal(asking, sort, id))
    if seen.good:
        asking.made[words].pop(id, None)
    return seen


def department_removable(asking: Asking) -> None:
    """Raises Open where a department could not be left by its agents and taken out of service again."""
    if "department" not in asking.removable:
        path = {"departmentId": NO_ID}
        for use, body in (("departments.get", None), (LEAVE, {"agentIds": [NO_ID]}), ("departments.disable", None)):
            _may(asking, use, path, body)
        asking.removable.add("department")


def _may(asking: Asking, use: str | Operation, path: Mapping[str, str], body: Mapping[str, Any] | None) -> None:
    seen = asking.send(use, path=path, body=body)
    if seen.status == 403:
        why = "may not remove what would be made, or the service answers 403 for ids that do not exist"
        raise Open(f"the token's agent {why}: {seen.refusal}")


def id_of(seen: Seen, what: str, key: str = "id") -> str:
    """The id of what was made. Raises Open."""
    content = good(seen, f"making a {what}").content
    if not isinstance(content, dict) or key not in content:
        raise Open(f"making a {what} was answered without its id")
    return str(content[key])
