"""Made by `make generate` from kinds/skill.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.skill import KIND
from pulumi_zohodesk.resources._lookups import found, later
from pulumi_zohodesk.resources._values import Criteria, CriteriaDict

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.agent import Agent
    from pulumi_zohodesk.resources.skill_type import SkillType

__all__ = ["Skill", "SkillInfo", "get_skill", "get_skill_output"]


class Skill(DeskResource):
    """What an agent can do. ``destroy`` deletes it, unless automation rules use it."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        skill_type_id: pulumi.Output[str]
        name: pulumi.Output[str]
        description: pulumi.Output[str | None]
        status: pulumi.Output[str]
        criteria: pulumi.Output[Mapping[str, Any]]
        agent_ids: pulumi.Output[Sequence[str] | None]
        department_id: pulumi.Output[str]
        order_id: pulumi.Output[int]
        created_by: pulumi.Output[str | None]
        created_time: pulumi.Output[str | None]
        modified_by: pulumi.Output[str | None]
        modified_time: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        skill_type_id: pulumi.Input[str] | SkillType,
        name: pulumi.Input[str],
        status: pulumi.Input[Literal["ACTIVE", "INACTIVE"]],
        criteria: pulumi.Input[Criteria | CriteriaDict],
        description: pulumi.Input[str] | None = None,
        agent_ids: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Agent] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a skill (createSkill, updateSkill).

        Args:
            resource_name: the logical name in the program.
            skill_type_id: the skill type; one in another department replaces the skill; the resource or its id.
            name: unique in its skill type; at most 50 characters.
            status: whether tickets are assigned by it; ``ACTIVE`` or ``INACTIVE``.
            criteria: which tickets need it.
            description: what it is for; at most 200 characters.
            agent_ids: the agents who have it; ``[]`` takes it from all of them; each by its resource or its id;
                a set.
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
    ) -> Skill:
        """Read a skill that exists, without managing it (getSkill)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class SkillInfo:
    """A skill, as getSkills answers it."""

    id: str
    skill_type_id: str
    name: str
    description: str | None
    status: str | None
    criteria: Mapping[str, Any] | None
    agent_ids: Sequence[str] | None
    department_id: str
    order_id: int | None
    created_by: str | None
    created_time: str | None
    modified_by: str | None
    modified_time: str | None


@ends_the_program_plainly
def get_skill(
    *, department_id: str, name: str, skill_type_id: str | None = None, connection: str | None = None
) -> SkillInfo:
    """The skill of this natural key (getSkills).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(
        SkillInfo, KIND, {"departmentId": department_id, "name": name, "skillTypeId": skill_type_id}, connection
    )


def get_skill_output(
    *,
    department_id: pulumi.Input[str],
    name: pulumi.Input[str],
    skill_type_id: pulumi.Input[str] | None = None,
    connection: str | None = None,
) -> pulumi.Output[SkillInfo]:
    """`get_skill` for outputs."""
    return later(get_skill, department_id=department_id, name=name, skill_type_id=skill_type_id, connection=connection)
