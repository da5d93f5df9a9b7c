"""Methods of ``client().skill_configurations``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from typing import Literal

from pulumi_zohodesk.actions._group import Answer, Group

__all__ = ["SkillConfigurations"]


class SkillConfigurations(Group):
    """Actions of the group skill_configurations."""

    def get(self, *, department_id: str) -> Answer:
        """Read a skill configuration (getSkillConfiguration).

        Costs 1 credit. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the permission
        Automation.

        Args:
            department_id: the department; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("skill_configurations.get", {"departmentId": department_id})

    def update(
        self,
        *,
        department_id: str,
        attach_skills_option: Literal["AT_FIRST", "AT_THE_END", "BY_SKILL_ORDER"] | None = None,
        auto_skill_stamping: Literal["ACTIVE", "INACTIVE"] | None = None,
    ) -> Answer:
        """Change a skill configuration (updateSkillConfiguration).

        Costs 1 credit. Needs one of the scopes Desk.automations.UPDATE, Desk.settings.UPDATE; the permission
        Automation.

        Args:
            department_id: the department; id.
            attach_skills_option: where new skills go among those that a ticket has; one of AT_FIRST,
                AT_THE_END, BY_SKILL_ORDER.
            auto_skill_stamping: whether tickets get skills by themselves; one of ACTIVE, INACTIVE.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "skill_configurations.update",
            {
                "departmentId": department_id,
                "attachSkillsOption": attach_skills_option,
                "autoSkillStamping": auto_skill_stamping,
            },
        )
