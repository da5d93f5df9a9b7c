"""Methods of ``client().skill_orders``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Sequence

from pulumi_zohodesk.actions._group import Answer, Group

__all__ = ["SkillOrders"]


class SkillOrders(Group):
    """Actions of the group skill_orders."""

    def update(self, *, department_id: str, skill_ids: Sequence[str]) -> Answer:
        """Change a skill order (reorderSkills).

        Costs 1 credit. Needs one of the scopes Desk.automations.UPDATE, Desk.settings.UPDATE; the permission
        Automation.

        Args:
            department_id: the department; id.
            skill_ids: skills in their order; others keep their place; ids; at most 200 entries; at least 2
                entries.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("skill_orders.update", {"departmentId": department_id, "skillIds": skill_ids})
