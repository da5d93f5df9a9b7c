"""Methods of ``client().skill_types``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pulumi_zohodesk.actions._group import Answer, Group, Row, Rows

__all__ = ["SkillTypes"]


class SkillTypes(Group):
    """Actions of the group skill_types."""

    def create(self, *, department_id: str, name: str) -> Answer:
        """Create a skill type in a department (createSkillType).

        Costs 1 credit. Needs one of the scopes Desk.automations.CREATE, Desk.settings.CREATE; the permission
        Automation.

        Args:
            department_id: department that the skill type is for; id.
            name: unique in the department; at most 50 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("skill_types.create", {"departmentId": department_id, "name": name})

    def get(self, *, skill_type_id: str) -> Answer:
        """Read one skill type (getSkillType).

        Costs 1 credit. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the permission
        Automation.

        Args:
            skill_type_id: skill type; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("skill_types.get", {"skillTypeId": skill_type_id})

    def list(
        self,
        *,
        department_id: str | None = None,
        from_: int | None = None,
        limit: int | None = None,
        mapped_skills_status: Literal["ACTIVE", "INACTIVE"] | None = None,
    ) -> Rows:
        """List skill types (getSkillTypes).

        Costs 3 credits a page. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the
        permission Automation.

        Args:
            department_id: department that the skill type is for; id.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            mapped_skills_status: only types that have skills in this status; one of ACTIVE, INACTIVE.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "skill_types.list",
            {"departmentId": department_id, "from": from_, "limit": limit, "mappedSkillsStatus": mapped_skills_status},
        )

    def iterate(
        self,
        *,
        department_id: str | None = None,
        limit: int | None = None,
        mapped_skills_status: Literal["ACTIVE", "INACTIVE"] | None = None,
    ) -> Iterator[Row]:
        """List skill types (getSkillTypes).

        Costs 3 credits a page. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the
        permission Automation.

        Args:
            department_id: department that the skill type is for; id.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            mapped_skills_status: only types that have skills in this status; one of ACTIVE, INACTIVE.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "skill_types.list",
            {"departmentId": department_id, "limit": limit, "mappedSkillsStatus": mapped_skills_status},
        )

    def update(self, *, skill_type_id: str, name: str) -> Answer:
        """Rename a skill type (updateSkillType).

        Costs 1 credit. Needs one of the scopes Desk.automations.UPDATE, Desk.settings.UPDATE; the permission
        Automation.

        Args:
            skill_type_id: skill type; id.
            name: unique in the department; at most 50 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("skill_types.update", {"skillTypeId": skill_type_id, "name": name})

    def delete(self, *, skill_type_id: str) -> None:
        """Delete a skill type (deleteSkillType).

        Costs 1 credit. Needs one of the scopes Desk.automations.DELETE, Desk.settings.DELETE; the permission
        Automation.

        Args:
            skill_type_id: skill type; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("skill_types.delete", {"skillTypeId": skill_type_id})
