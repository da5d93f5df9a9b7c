"""Who has which skill, per department: what is covered, and where it is thin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pulumi_zohodesk.engine import scalar
from pulumi_zohodesk.inventory import Inventory, Item
from pulumi_zohodesk.kinds import SkillKey, as_csv


@dataclass(frozen=True)
class AgentRow:
    """An agent of a department, or one who has a skill in it.

    Attributes:
        id: also of agents who cannot be seen.
        name: what people call the agent; empty where that is hidden or cannot be seen.
        address: empty likewise.
        active: in service; not known of agents who cannot be seen.
        member: belongs to the department.
        skills: ids of the skills of the department that the agent has.
    """

    id: str
    name: str
    address: str
    active: bool
    member: bool
    skills: frozenset[str]

    @property
    def label(self) -> str:
        return self.name or self.address or f"agent {self.id}"


@dataclass(frozen=True)
class SkillFacts:
    """A skill of a department.

    Attributes:
        active: tickets are assigned by it.
        holders: active agents who have it.
        thin: it is active, and fewer active agents than wanted have it.
    """

    id: str
    skill_type: str
    name: str
    active: bool
    holders: int
    thin: bool


@dataclass(frozen=True)
class DepartmentSkills:
    """Attributes:
    in_service: the department is not disabled.
    agents: its active agents, and whoever has one of its skills; by name.
    skills: in the order of their types and names.
    """

    id: str
    name: str
    in_service: bool
    agents: tuple[AgentRow, ...]
    skills: tuple[SkillFacts, ...]

    @property
    def active(self) -> tuple[AgentRow, ...]:
        """The agents who are in service and belong to it."""
        return tuple(agent for agent in self.agents if agent.active and agent.member)

    @property
    def without(self) -> tuple[AgentRow, ...]:
        """Active agents without any skill."""
        return tuple(agent for agent in self.active if not agent.skills)

    @property
    def thin(self) -> tuple[SkillFacts, ...]:
        return tuple(skill for skill in self.skills if skill.thin)

    @property
    def coverage(self) -> float | None:
        """The share of its active agents who have a skill; None without agents."""
        return 1 - len(self.without) / len(self.active) if self.active else None


def department_skills(
    inventory: Inventory, departments: Sequence[Item], *, fewer_than: int, hide: bool = False
) -> tuple[DepartmentSkills, ...]:
    """The matrix of some departments, in their order.

    Args:
        fewer_than: a skill that fewer active agents have is thin.
        hide: names and addresses of agents are left out.
    """
    return tuple(_Department(inventory, item, hide).facts(fewer_than) for item in departments)


class _Department:
    def __init__(self, inventory: Inventory, item: Item, hide: bool) -> None:
        self.inventory, self.item, self.hide = inventory, item, hide
        self.skills = [skill for skill in inventory.items("Skill") if scalar(skill.row.get("departmentId")) == item.id]
        self.held: dict[str, set[str]] = {}
        for skill in self.skills:
            for agent in _holders(skill):
                self.held.setdefault(agent, set()).add(skill.id)

    def facts(self, fewer_than: int) -> DepartmentSkills:
        agents = tuple(sorted(self._agents(), key=lambda one: (one.label.casefold(), one.id)))
        working = Counter(skill for agent in agents if agent.active for skill in agent.skills)
        skills = tuple(
            SkillFacts(
                skill.id,
                skill.key[-2],
                skill.key[-1],
                active := skill.values.get("status") != "INACTIVE",
                working[skill.id],
                active and working[skill.id] < fewer_than,
            )
            for skill in self.skills
        )
        in_service = not self.item.kind.off(self.item.row)
        return DepartmentSkills(self.item.id, self.item.key[-1], in_service, agents, skills)

    def _agents(self) -> Iterator[AgentRow]:
        for agent in self.inventory.items("Agent"):
            member = self.item.id in map(scalar, agent.values.get("associatedDepartmentIds") or ())
            active = not agent.kind.off(agent.row)
            if agent.id in self.held or (member and active):
                yield AgentRow(agent.id, *self._named(agent), active, member, frozenset(self.held.get(agent.id, ())))
        for id, skills in self.held.items():
            if self.inventory.item("Agent", id) is None:
                yield AgentRow(id, "", "", False, False, frozenset(skills))

    def _named(self, agent: Item) -> tuple[str, str]:
        if self.hide:
            return "", ""
        names = (scalar(agent.row.get(wire)).strip() for wire in ("firstName", "lastName"))
        return " ".join(filter(None, names)), scalar(agent.row.get("emailId"))


def _holders(skill: Item) -> Iterator[str]:
    yield from dict.fromkeys(map(scalar, skill.values.get("agentIds") or ()))


def matrix_csv(
    inventory: Inventory, skills: Sequence[Item], departments: Collection[str], *, hide: bool = False
) -> str:
    """The table that `desk.SkillMatrix` reads: skills, with a line for every active agent and everybody who has one.

    Args:
        skills: no two of one natural key.
        departments: ids; the agents of these have a line, whether they have a skill or not.
        hide: agents are named by their ids, as are those whose address cannot be seen or is not theirs alone.
    """
    addresses = Counter(scalar(agent.row.get("emailId")).casefold() for agent in inventory.items("Agent"))

    def named(id: str) -> str:
        agent = inventory.item("Agent", id)
        address = scalar(agent.row.get("emailId")) if agent and not hide else ""
        return address if addresses[address.casefold()] == 1 else id

    wanted = {
        agent.id: None
        for agent in inventory.items("Agent")
        if not agent.kind.off(agent.row)
        and not set(departments).isdisjoint(map(scalar, agent.values.get("associatedDepartmentIds") or ()))
    }
    wanted.update((id, None) for skill in skills for id in _holders(skill))
    columns: dict[SkillKey, list[str]] = {
        (skill.key[0], skill.key[1], skill.key[2]): [named(id) for id in _holders(skill)] for skill in skills
    }
    return as_csv(columns, sorted(map(named, wanted), key=str.casefold))
