"""Methods of ``client().skills``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pulumi_zohodesk.actions._group import Answer, Group, Row, Rows

__all__ = ["Skills"]


class Skills(Group):
    """Actions of the group skills."""

    def create(
        self,
        *,
        criteria: Mapping[str, Any],
        name: str,
        skill_type_id: str,
        status: Literal["ACTIVE", "INACTIVE"],
        agent_ids: Sequence[str] | None = None,
        description: str | None = None,
    ) -> Answer:
        """Create a skill in a skill type (createSkill).

        Costs 1 credit. Needs one of the scopes Desk.automations.CREATE, Desk.settings.CREATE; the permission
        Automation.

        Args:
            criteria: which tickets need it; keys fieldConditions (required), pattern (required).
            name: unique in its skill type; at most 50 characters.
            skill_type_id: the skill type; one in another department replaces the skill; id.
            status: whether tickets are assigned by the skill; one of ACTIVE, INACTIVE.
            agent_ids: agents who have the skill; an update replaces all of them; ids.
            description: what it is for; at most 200 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "skills.create",
            {
                "criteria": criteria,
                "name": name,
                "skillTypeId": skill_type_id,
                "status": status,
                "agentIds": agent_ids,
                "description": description,
            },
        )

    def get(self, *, skill_id: str) -> Answer:
        """Read one skill (getSkill).

        Costs 1 credit. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the permission
        Automation.

        Args:
            skill_id: skill; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("skills.get", {"skillId": skill_id})

    def list(
        self,
        *,
        department_id: str,
        from_: int | None = None,
        limit: int | None = None,
        search_string: str | None = None,
        skill_ids: Sequence[str] | None = None,
        skill_type_id: str | None = None,
        status: Literal["ACTIVE", "INACTIVE"] | None = None,
    ) -> Rows:
        """List the skills of a department (getSkills).

        Costs 3 credits a page. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the
        permission Automation.

        Args:
            department_id: department that the skill is for; id.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            search_string: how the name must begin; at most 100 characters.
            skill_ids: only these skills, at most 50; ids.
            skill_type_id: only those with this skillTypeId; id.
            status: only skills in this state; one of ACTIVE, INACTIVE.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "skills.list",
            {
                "departmentId": department_id,
                "from": from_,
                "limit": limit,
                "searchString": search_string,
                "skillIds": skill_ids,
                "skillTypeId": skill_type_id,
                "status": status,
            },
        )

    def iterate(
        self,
        *,
        department_id: str,
        limit: int | None = None,
        search_string: str | None = None,
        skill_ids: Sequence[str] | None = None,
        skill_type_id: str | None = None,
        status: Literal["ACTIVE", "INACTIVE"] | None = None,
    ) -> Iterator[Row]:
        """List the skills of a department (getSkills).

        Costs 3 credits a page. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the
        permission Automation.

        Args:
            department_id: department that the skill is for; id.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            search_string: how the name must begin; at most 100 characters.
            skill_ids: only these skills, at most 50; ids.
            skill_type_id: only those with this skillTypeId; id.
            status: only skills in this state; one of ACTIVE, INACTIVE.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "skills.list",
            {
                "departmentId": department_id,
                "limit": limit,
                "searchString": search_string,
                "skillIds": skill_ids,
                "skillTypeId": skill_type_id,
                "status": status,
            },
        )

    def update(
        self,
        *,
        skill_id: str,
        agent_ids: Sequence[str] | None = None,
        criteria: Mapping[str, Any] | None = None,
        description: str | None = None,
        name: str | None = None,
        skill_type_id: str | None = None,
        status: Literal["ACTIVE", "INACTIVE"] | None = None,
    ) -> Answer:
        """Change fields of a skill (updateSkill).

        Costs 1 credit. Needs one of the scopes Desk.automations.UPDATE, Desk.settings.UPDATE; the permission
        Automation.

        Args:
            skill_id: skill; id.
            agent_ids: agents who have the skill; an update replaces all of them; ids.
            criteria: which tickets need it; keys fieldConditions (required), pattern (required).
            description: what it is for; at most 200 characters.
            name: unique in its skill type; at most 50 characters.
            skill_type_id: the skill type; one in another department replaces the skill; id.
            status: whether tickets are assigned by the skill; one of ACTIVE, INACTIVE.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "skills.update",
            {
                "skillId": skill_id,
                "agentIds": agent_ids,
                "criteria": criteria,
                "description": description,
                "name": name,
                "skillTypeId": skill_type_id,
                "status": status,
            },
        )

    def delete(self, *, skill_id: str) -> None:
        """Delete a skill (deleteSkill).

        Costs 1 credit. Needs one of the scopes Desk.automations.DELETE, Desk.settings.DELETE; the permission
        Automation.

        Args:
            skill_id: skill; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("skills.delete", {"skillId": skill_id})

    def related_rules(self, *, skill_id: str, from_: int | None = None, limit: int | None = None) -> Rows:
        """List the automation rules that name a skill (getRelatedRulesForSkill).

        Costs 3 credits a page. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the
        permission Automation.

        Args:
            skill_id: skill; id.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows("skills.related_rules", {"skillId": skill_id, "from": from_, "limit": limit})

    def iterate_related_rules(self, *, skill_id: str, limit: int | None = None) -> Iterator[Row]:
        """List the automation rules that name a skill (getRelatedRulesForSkill).

        Costs 3 credits a page. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the
        permission Automation.

        Args:
            skill_id: skill; id.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all("skills.related_rules", {"skillId": skill_id, "limit": limit})

    def criteria_fields(self, *, department_id: str, module: Literal["tickets", "contacts", "accounts"]) -> Answer:
        """List the fields that criteria can name; a clone asks (getCriteriaFieldsForSkills).

        Costs 1 credit. Needs one of the scopes Desk.automations.READ, Desk.basic.READ, Desk.settings.READ; the
        permission Automation.

        Args:
            department_id: department that the skill is for; id.
            module: module whose fields are listed; one of tickets, contacts, accounts.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("skills.criteria_fields", {"departmentId": department_id, "module": module})

    def feature_count(
        self,
        *,
        feature: Literal[
            "businesshours",
            "holidaylist",
            "Skills",
            "SkillType",
            "workflows",
            "blueprints",
            "SupportPlans",
            "automationAlerts",
            "fieldUpdates",
            "automationTasks",
            "customFunctions",
        ],
        department_id: str | None = None,
        module: Literal[
            "tickets",
            "contacts",
            "contracts",
            "accounts",
            "tasks",
            "products",
            "timeEntry",
            "events",
            "calls",
            "customModule",
        ]
        | None = None,
    ) -> Answer:
        """Read how many objects of a sort there may be; a plan that makes some asks (getUsedCountForAutomationFeature).

        Costs 1 credit. Needs one of the scopes Desk.automations.READ, Desk.basic.READ, Desk.settings.READ; the
        permission Automation.

        Args:
            feature: what is counted; one of businesshours, holidaylist, Skills, SkillType, workflows,
                blueprints, SupportPlans, automationAlerts, fieldUpdates, automationTasks, customFunctions.
            department_id: department that the skill is for; id.
            module: module, for features that are counted per module; one of tickets, contacts, contracts,
                accounts, tasks, products, timeEntry, events, calls, customModule.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "skills.feature_count", {"feature": feature, "departmentId": department_id, "module": module}
        )
