"""Made by `make generate` from kinds/skill_order.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.skill_order import KIND
from pulumi_zohodesk.resources._lookups import found, later

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department
    from pulumi_zohodesk.resources.skill import Skill

__all__ = ["SkillOrder", "SkillOrderInfo", "get_skill_order", "get_skill_order_output"]


class SkillOrder(DeskResource):
    """The order of a department's skills. There is one in each; ``destroy`` leaves it as it is."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        department_id: pulumi.Output[str]
        skill_ids: pulumi.Output[Sequence[str]]

    def __init__(
        self,
        resource_name: str,
        *,
        department_id: pulumi.Input[str] | Department,
        skill_ids: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Skill],
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a skill order (reorderSkills).

        Args:
            resource_name: the logical name in the program.
            department_id: the department; the resource or its id.
            skill_ids: skills in their order; others keep their place; each by its resource or its id; in an
                order that counts, at least 2, at most 200.
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
    ) -> SkillOrder:
        """Read a skill order that exists, without managing it (getSkills)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class SkillOrderInfo:
    """A skill order, as getSkills answers it."""

    id: str
    department_id: str
    skill_ids: Sequence[str] | None


@ends_the_program_plainly
def get_skill_order(*, department_id: str, connection: str | None = None) -> SkillOrderInfo:
    """The skill order of this natural key (getSkills).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(SkillOrderInfo, KIND, {"departmentId": department_id}, connection)


def get_skill_order_output(
    *, department_id: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[SkillOrderInfo]:
    """`get_skill_order` for outputs."""
    return later(get_skill_order, department_id=department_id, connection=connection)
