"""Skill types: groups of skills within one department.

Source: SkillType.json (createSkillType, getSkillTypes, getSkillType, updateSkillType, deleteSkillType). An update
takes only the name, so another department means another skill type, and other skills in it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pulumi

from pulumi_zohodesk.dynamic import DeskResource
from pulumi_zohodesk.engine import (
    ID,
    Call,
    Change,
    Field,
    Kind,
    Listing,
    Session,
    Text,
    calls,
    kind_named,
    register,
    scalar,
)
from pulumi_zohodesk.resources._names import NAME_LETTERS, NAME_WORDS
from pulumi_zohodesk.resources._related_rules import rules_using
from pulumi_zohodesk.transport import Operation

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department

__all__ = ["KIND", "SkillType"]


def _scopes(verb: str) -> tuple[str, ...]:
    return f"Desk.automations.{verb}", f"Desk.settings.{verb}"


_operation = partial(Operation, permission="setup.automation")
PATH = "/skillTypes/{skillTypeId}"
SKILLS = _operation("getSkills", "GET", "/skills", _scopes("READ"), page_size=100)
DELETE = _operation("deleteSkillType", "DELETE", PATH, _scopes("DELETE"))


def _used_by_rules(session: Session, change: Change) -> str | None:
    """A type whose skills are named by automation rules must stay."""
    if change.action != "delete":
        return None
    query = {"departmentId": scalar(change.old.get("departmentId")), "skillTypeId": change.id}
    for page in session.client.pages(SKILLS, query=query):
        for skill in page:
            if rules := rules_using(session, scalar(skill.get("id"))):
                label = session.label(KIND, change.old, change.id)
                return (
                    f"The {label} cannot be deleted: its {session.label(kind_named('Skill'), skill)} "
                    f"is used by {rules}. Take the skill out of these rules first."
                )
    return None


KIND = register(
    Kind(
        name="SkillType",
        words="skill type",
        fields=(
            Field("departmentId", ID, required=True, fixed=True, ref="Department"),
            Field("name", Text(50, NAME_LETTERS, NAME_WORDS, least=1), required=True),
        ),
        outputs=("createdBy", "createdTime", "modifiedBy", "modifiedTime"),
        key=("departmentId", "name"),
        id_name="skillTypeId",
        get=_operation("getSkillType", "GET", PATH, _scopes("READ")),
        create=_operation("createSkillType", "POST", "/skillTypes", _scopes("CREATE"), repeatable=False),
        update=_operation("updateSkillType", "PATCH", PATH, _scopes("UPDATE")),
        listing=Listing(_operation("getSkillTypes", "GET", "/skillTypes", _scopes("READ"), page_size=100)),
        removals={"delete": calls("SkillType", "was deleted", Call(DELETE), expected=True)},
        within=("Department", "departmentId"),
        guards=(_used_by_rules,),
    )
)


class SkillType(DeskResource):
    """A group of skills within one department. ``destroy`` deletes it."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        department_id: pulumi.Output[str]
        name: pulumi.Output[str]
        created_by: pulumi.Output[str | None]
        created_time: pulumi.Output[str | None]
        modified_by: pulumi.Output[str | None]
        modified_time: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        department_id: pulumi.Input[str] | Department,
        name: pulumi.Input[str],
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a skill type (createSkillType, updateSkillType).

        Args:
            resource_name: the logical name in the program.
            department_id: the department, or its id. Another department replaces the skill type and its skills.
            name: at most 50 characters; unique in the department.
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
    ) -> SkillType:
        """Read a skill type that exists, without managing it (getSkillType)."""
        return cls._existing(resource_name, id, opts, connection)
