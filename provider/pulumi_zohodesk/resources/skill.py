"""Skills: what an agent can do, and which tickets need it.

Source: Skill.json (createSkill, getSkills, getSkill, updateSkill, deleteSkill). A skill lives in the department of
its skill type; ``agent_ids`` here is the one owner of the relation between agents and skills.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import pulumi

from pulumi_zohodesk.dynamic import DeskResource
from pulumi_zohodesk.engine import (
    CRITERIA,
    ID,
    Call,
    Change,
    Choice,
    Field,
    IdSet,
    Kind,
    Listing,
    Session,
    Text,
    calls,
    register,
)
from pulumi_zohodesk.resources._names import NAME_LETTERS, NAME_WORDS
from pulumi_zohodesk.resources._related_rules import rules_using
from pulumi_zohodesk.transport import Operation

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.agent import Agent
    from pulumi_zohodesk.resources.skill_type import SkillType

__all__ = ["KIND", "Criteria", "FieldCondition", "Skill"]


def _scopes(verb: str) -> tuple[str, ...]:
    return f"Desk.automations.{verb}", f"Desk.settings.{verb}"


_operation = partial(Operation, permission="setup.automation")
PATH = "/skills/{skillId}"
LIST = _operation("getSkills", "GET", "/skills", _scopes("READ"), page_size=100)
DELETE = _operation("deleteSkill", "DELETE", PATH, _scopes("DELETE"))


def _used_by_rules(session: Session, change: Change) -> str | None:
    """A skill that automation rules name must stay."""
    if change.action == "delete" and (rules := rules_using(session, change.id)):
        label = session.label(KIND, change.old, change.id)
        return f"The {label} cannot be deleted: it is used by {rules}. Take it out of these rules first."
    return None


TYPE_HINT = (
    "A skill stays in its department, so a skill type of another one means another skill: `pulumi up --replace URN` "
    "makes it. (Declared in the program, a type tells its department, and the preview shows the replacement.)"
)

KIND = register(
    Kind(
        name="Skill",
        words="skill",
        fields=(
            Field("skillTypeId", ID, required=True, ref="SkillType", follows="departmentId", hint=TYPE_HINT),
            Field("name", Text(50, NAME_LETTERS, NAME_WORDS, least=1), required=True),
            Field("description", Text(200, NAME_LETTERS, NAME_WORDS)),
            Field("status", Choice(("ACTIVE", "INACTIVE")), required=True),
            Field("criteria", CRITERIA, required=True),
            Field("agentIds", IdSet(), ref="Agent"),
        ),
        outputs=("departmentId", "orderId", "createdBy", "createdTime", "modifiedBy", "modifiedTime"),
        key=("skillTypeId", "name"),
        id_name="skillId",
        get=_operation("getSkill", "GET", PATH, _scopes("READ")),
        create=_operation("createSkill", "POST", "/skills", _scopes("CREATE"), repeatable=False),
        update=_operation("updateSkill", "PATCH", PATH, _scopes("UPDATE")),
        listing=Listing(LIST, scope="departmentId"),
        removals={"delete": calls("Skill", "was deleted", Call(DELETE), expected=True)},
        within=("Department", "departmentId"),
        guards=(_used_by_rules,),
    )
)


@dataclass(frozen=True, kw_only=True)
class FieldCondition:
    """One condition on a field of a record.

    Attributes:
        field_module: the record's module, for example ``tickets``, ``contacts`` or ``accounts``.
        field_name: the field, at most 100 characters.
        condition: how to compare, for example ``is`` or ``contains``.
        value: what to compare with; ``${EMPTY}``, ``${NOTEMPTY}`` and ``${CUSTOM}`` are markers of the API.
    """

    field_module: pulumi.Input[str]
    field_name: pulumi.Input[str]
    condition: pulumi.Input[str]
    value: pulumi.Input[Sequence[pulumi.Input[Any]]]

    def as_input(self) -> dict[str, Any]:
        return {
            "fieldModule": self.field_module,
            "fieldName": self.field_name,
            "condition": self.condition,
            "value": self.value,
        }


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """Which tickets need a skill.

    Attributes:
        field_conditions: at least one; numbered from 1.
        pattern: how they combine, for example ``1``, ``(1and2)`` or ``(1or(2and3))``.
    """

    field_conditions: Sequence[FieldCondition | Mapping[str, Any]]
    pattern: pulumi.Input[str]

    def as_input(self) -> dict[str, Any]:
        return {
            "fieldConditions": [
                item.as_input() if isinstance(item, FieldCondition) else dict(item) for item in self.field_conditions
            ],
            "pattern": self.pattern,
        }


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
        status: pulumi.Input[str],
        criteria: pulumi.Input[Mapping[str, Any] | Criteria],
        description: pulumi.Input[str] | None = None,
        agent_ids: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[Agent | pulumi.Input[str]] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a skill (createSkill, updateSkill).

        Args:
            resource_name: the logical name in the program.
            skill_type_id: the skill type, or its id. A type in another department replaces the skill.
            name: at most 50 characters; unique in its skill type.
            status: ``ACTIVE`` or ``INACTIVE``.
            criteria: which tickets need it.
            description: at most 200 characters.
            agent_ids: the agents who have it, or their ids; a set. ``[]`` takes it from all of them.
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
    ) -> Skill:
        """Read a skill that exists, without managing it (getSkill)."""
        return cls._existing(resource_name, id, opts, connection)
