"""Made by `make generate` from kinds/support_plan.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.support_plan import KIND
from pulumi_zohodesk.resources._lookups import found, later
from pulumi_zohodesk.resources._values import CreditDetails, CreditDetailsDict

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department

__all__ = ["SupportPlan", "SupportPlanInfo", "get_support_plan", "get_support_plan_output"]


class SupportPlan(DeskResource):
    """What a contract gives its customers a right to. ``destroy`` deletes it unless ``on_destroy`` says otherwise."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        department_id: pulumi.Output[str]
        name: pulumi.Output[str]
        support_type: pulumi.Output[str]
        sla_id: pulumi.Output[str]
        credit_details: pulumi.Output[Mapping[str, Any] | None]
        status: pulumi.Output[str]
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
        support_type: pulumi.Input[Literal["UNLIMITED_SUPPORT", "HOURS", "TICKETS", "PRICE"]],
        sla_id: pulumi.Input[str],
        credit_details: pulumi.Input[CreditDetails | CreditDetailsDict] | None = None,
        status: pulumi.Input[Literal["ACTIVE", "DISCONTINUED"]] | None = None,
        restore: pulumi.Input[bool] | None = None,
        on_destroy: pulumi.Input[Literal["delete", "discontinue"]] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a support plan (createSupportPlan, updateSupportPlan).

        Args:
            resource_name: the logical name in the program.
            department_id: the department; the resource or its id.
            name: unique in the department; at most 100 characters.
            support_type: what is limited; ``UNLIMITED_SUPPORT`` or ``HOURS`` or ``TICKETS`` or ``PRICE``.
            sla_id: the service level agreement.
            credit_details: the limit, where there is one.
            status: whether contracts may name it; ``ACTIVE`` or ``DISCONTINUED``; always managed, ``ACTIVE``
                unless given.
            restore: when a discontinued plan of this name exists, bring it back instead of refusing.
            on_destroy: what ``destroy`` does: ``delete`` unless given; ``delete`` or ``discontinue``.
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
    ) -> SupportPlan:
        """Read a support plan that exists, without managing it (getSupportPlanDetails)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class SupportPlanInfo:
    """A support plan, as getSupportPlans answers it."""

    id: str
    department_id: str
    name: str
    support_type: str | None
    sla_id: str | None
    credit_details: Mapping[str, Any] | None
    status: str | None
    created_by: str | None
    created_time: str | None
    modified_by: str | None
    modified_time: str | None


@ends_the_program_plainly
def get_support_plan(*, department_id: str, name: str, connection: str | None = None) -> SupportPlanInfo:
    """The support plan of this natural key (getSupportPlans).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(SupportPlanInfo, KIND, {"departmentId": department_id, "name": name}, connection)


def get_support_plan_output(
    *, department_id: pulumi.Input[str], name: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[SupportPlanInfo]:
    """`get_support_plan` for outputs."""
    return later(get_support_plan, department_id=department_id, name=name, connection=connection)
