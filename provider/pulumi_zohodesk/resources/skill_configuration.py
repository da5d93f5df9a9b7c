"""Made by `make generate` from kinds/skill_configuration.py: change that, not this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.skill_configuration import KIND
from pulumi_zohodesk.resources._lookups import found, later

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department

__all__ = ["SkillConfiguration", "SkillConfigurationInfo", "get_skill_configuration", "get_skill_configuration_output"]


class SkillConfiguration(DeskResource):
    """How skills are put on the tickets of a department. There is one in each; ``destroy`` leaves it as it is."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        department_id: pulumi.Output[str]
        auto_skill_stamping: pulumi.Output[str | None]
        attach_skills_option: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        department_id: pulumi.Input[str] | Department,
        auto_skill_stamping: pulumi.Input[Literal["ACTIVE", "INACTIVE"]] | None = None,
        attach_skills_option: pulumi.Input[Literal["AT_FIRST", "AT_THE_END", "BY_SKILL_ORDER"]] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a skill configuration (updateSkillConfiguration).

        Args:
            resource_name: the logical name in the program.
            department_id: the department; the resource or its id.
            auto_skill_stamping: whether tickets get skills by themselves; ``ACTIVE`` or ``INACTIVE``.
            attach_skills_option: where new skills go among those that a ticket has; ``AT_FIRST`` or
                ``AT_THE_END`` or ``BY_SKILL_ORDER``.
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
    ) -> SkillConfiguration:
        """Read a skill configuration that exists, without managing it (getSkillConfiguration)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class SkillConfigurationInfo:
    """A skill configuration, as getSkillConfiguration answers it."""

    id: str
    department_id: str
    auto_skill_stamping: str | None
    attach_skills_option: str | None


@ends_the_program_plainly
def get_skill_configuration(*, department_id: str, connection: str | None = None) -> SkillConfigurationInfo:
    """The skill configuration of this natural key (getSkillConfiguration).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(SkillConfigurationInfo, KIND, {"departmentId": department_id}, connection)


def get_skill_configuration_output(
    *, department_id: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[SkillConfigurationInfo]:
    """`get_skill_configuration` for outputs."""
    return later(get_skill_configuration, department_id=department_id, connection=connection)
