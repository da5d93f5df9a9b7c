"""Made by `make generate` from kinds/skill_type.py: change that, not this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.skill_type import KIND
from pulumi_zohodesk.resources._lookups import found, later

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department

__all__ = ["SkillType", "SkillTypeInfo", "get_skill_type", "get_skill_type_output"]


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
            department_id: the department; another one replaces the skill type and its skills; the resource or
                its id.
            name: unique in the department; at most 50 characters.
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
    ) -> SkillType:
        """Read a skill type that exists, without managing it (getSkillType)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class SkillTypeInfo:
    """A skill type, as getSkillTypes answers it."""

    id: str
    department_id: str
    name: str
    created_by: str | None
    created_time: str | None
    modified_by: str | None
    modified_time: str | None


@ends_the_program_plainly
def get_skill_type(*, department_id: str, name: str, connection: str | None = None) -> SkillTypeInfo:
    """The skill type of this natural key (getSkillTypes).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(SkillTypeInfo, KIND, {"departmentId": department_id, "name": name}, connection)


def get_skill_type_output(
    *, department_id: pulumi.Input[str], name: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[SkillTypeInfo]:
    """`get_skill_type` for outputs."""
    return later(get_skill_type, department_id=department_id, name=name, connection=connection)
