"""Methods of ``client().support_plans``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pulumi_zohodesk.actions._group import Answer, Group, Row, Rows

__all__ = ["SupportPlans"]


class SupportPlans(Group):
    """Actions of the group support_plans."""

    def create(
        self,
        *,
        department_id: str,
        name: str,
        sla_id: str,
        status: Literal["ACTIVE", "DISCONTINUED"],
        support_type: Literal["UNLIMITED_SUPPORT", "HOURS", "TICKETS", "PRICE"],
        credit_details: Mapping[str, Any] | None = None,
    ) -> Answer:
        """Create a support plan (createSupportPlan).

        Costs 1 credit. Needs one of the scopes Desk.automations.CREATE, Desk.settings.CREATE; the permission
        Automation.

        Args:
            department_id: the department; id.
            name: unique in the department; at most 100 characters.
            sla_id: the service level agreement; id.
            status: whether contracts may name it; one of ACTIVE, DISCONTINUED.
            support_type: what is limited; one of UNLIMITED_SUPPORT, HOURS, TICKETS, PRICE.
            credit_details: the limit, where there is one; keys creditCycle (WEEKLY or MONTHLY or QUARTERLY or
                HALF_YEARLY or YEARLY or CONTRACT_DURATION; required), creditLimit (required),
                isAdditionalUsageAllowed (required), isCarryForwardAllowed (required).

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "support_plans.create",
            {
                "departmentId": department_id,
                "name": name,
                "slaId": sla_id,
                "status": status,
                "supportType": support_type,
                "creditDetails": credit_details,
            },
        )

    def get(self, *, support_plan_id: str) -> Answer:
        """Read a support plan (getSupportPlanDetails).

        Costs 1 credit. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the permission
        Automation.

        Args:
            support_plan_id: support plan; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("support_plans.get", {"supportPlanId": support_plan_id})

    def list(
        self,
        *,
        department_id: str,
        from_: int | None = None,
        limit: int | None = None,
        status: Literal["ACTIVE", "DISCONTINUED"] | None = None,
    ) -> Rows:
        """List support plans (getSupportPlans).

        Costs 3 credits a page. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the
        permission Automation.

        Args:
            department_id: only those with this departmentId; id.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 50; 50 when left out.
            status: only those with this status; one of ACTIVE, DISCONTINUED.

        Returns:
            The rows, as the service has them; a page, of up to 50.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "support_plans.list", {"departmentId": department_id, "from": from_, "limit": limit, "status": status}
        )

    def iterate(
        self, *, department_id: str, limit: int | None = None, status: Literal["ACTIVE", "DISCONTINUED"] | None = None
    ) -> Iterator[Row]:
        """List support plans (getSupportPlans).

        Costs 3 credits a page. Needs one of the scopes Desk.automations.READ, Desk.settings.READ; the
        permission Automation.

        Args:
            department_id: only those with this departmentId; id.
            limit: rows of a page; whole number; from 1; up to 50; 50 when left out.
            status: only those with this status; one of ACTIVE, DISCONTINUED.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all("support_plans.list", {"departmentId": department_id, "limit": limit, "status": status})

    def update(
        self,
        *,
        support_plan_id: str,
        credit_details: Mapping[str, Any] | None = None,
        name: str | None = None,
        sla_id: str | None = None,
        status: Literal["ACTIVE", "DISCONTINUED"] | None = None,
        support_type: Literal["UNLIMITED_SUPPORT", "HOURS", "TICKETS", "PRICE"] | None = None,
    ) -> Answer:
        """Change a support plan (updateSupportPlan).

        Costs 1 credit. Needs one of the scopes Desk.automations.UPDATE, Desk.settings.UPDATE; the permission
        Automation.

        Args:
            support_plan_id: support plan; id.
            credit_details: the limit, where there is one; keys creditCycle (WEEKLY or MONTHLY or QUARTERLY or
                HALF_YEARLY or YEARLY or CONTRACT_DURATION; required), creditLimit (required),
                isAdditionalUsageAllowed (required), isCarryForwardAllowed (required).
            name: unique in the department; at most 100 characters.
            sla_id: the service level agreement; id.
            status: whether contracts may name it; one of ACTIVE, DISCONTINUED.
            support_type: what is limited; one of UNLIMITED_SUPPORT, HOURS, TICKETS, PRICE.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "support_plans.update",
            {
                "supportPlanId": support_plan_id,
                "creditDetails": credit_details,
                "name": name,
                "slaId": sla_id,
                "status": status,
                "supportType": support_type,
            },
        )

    def delete(self, *, support_plan_id: str) -> None:
        """Delete a support plan (deleteSupportPlan).

        Costs 1 credit. Needs one of the scopes Desk.automations.DELETE, Desk.settings.DELETE; the permission
        Automation.

        Args:
            support_plan_id: support plan; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("support_plans.delete", {"supportPlanId": support_plan_id})
