"""Made by `make generate` from kinds/business_hours.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.business_hours import KIND
from pulumi_zohodesk.resources._lookups import found, later
from pulumi_zohodesk.resources._values import BusinessDay, BusinessDayDict

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.holiday_list import HolidayList

__all__ = ["BusinessHours", "BusinessHoursInfo", "get_business_hours", "get_business_hours_output"]


class BusinessHours(DeskResource):
    """When an organisation works. ``destroy`` deletes them, unless automation rules use them."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        name: pulumi.Output[str]
        type: pulumi.Output[str]
        business_times: pulumi.Output[Sequence[Mapping[str, Any]]]
        time_zone_id: pulumi.Output[str]
        holiday_list_ids: pulumi.Output[Sequence[str] | None]
        status: pulumi.Output[str]
        created_by: pulumi.Output[str | None]
        created_time: pulumi.Output[str | None]
        modified_by: pulumi.Output[str | None]
        modified_time: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        name: pulumi.Input[str],
        type: pulumi.Input[Literal["24X7", "SPECIFIC", "CUSTOM"]],
        business_times: pulumi.Input[Sequence[pulumi.Input[BusinessDay | BusinessDayDict]]],
        time_zone_id: pulumi.Input[str],
        status: pulumi.Input[Literal["ACTIVE", "INACTIVE"]],
        holiday_list_ids: pulumi.Input[Sequence[pulumi.Input[str]]]
        | Sequence[pulumi.Input[str] | HolidayList]
        | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare business hours (createBusinessHour, updateBusinessHour).

        Args:
            resource_name: the logical name in the program.
            name: unique in the organisation; at most 100 characters.
            type: around the clock, the same hours on some days, or hours of each day; ``24X7`` or ``SPECIFIC``
                or ``CUSTOM``.
            business_times: the days; a set, at least 1, at most 7.
            time_zone_id: IANA name, for example ``Europe/Berlin``; at most 100 characters.
            status: whether they are in use; ``ACTIVE`` or ``INACTIVE``.
            holiday_list_ids: the holiday lists on whose days nobody works; each by its resource or its id; a
                set, at most 2.
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
    ) -> BusinessHours:
        """Read business hours that exists, without managing it (getBusinessHour)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class BusinessHoursInfo:
    """Business hours, as getBusinessHours answers it."""

    id: str
    name: str
    type: str | None
    business_times: Sequence[Mapping[str, Any]] | None
    time_zone_id: str | None
    holiday_list_ids: Sequence[str] | None
    status: str | None
    created_by: str | None
    created_time: str | None
    modified_by: str | None
    modified_time: str | None


@ends_the_program_plainly
def get_business_hours(*, name: str, connection: str | None = None) -> BusinessHoursInfo:
    """The business hours of this natural key (getBusinessHours).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(BusinessHoursInfo, KIND, {"name": name}, connection)


def get_business_hours_output(
    *, name: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[BusinessHoursInfo]:
    """`get_business_hours` for outputs."""
    return later(get_business_hours, name=name, connection=connection)
