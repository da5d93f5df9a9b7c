"""Made by `make generate` from kinds/holiday_list.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.holiday_list import KIND
from pulumi_zohodesk.resources._lookups import found, later
from pulumi_zohodesk.resources._values import Holiday, HolidayDict

__all__ = ["HolidayList", "HolidayListInfo", "get_holiday_list", "get_holiday_list_output"]


class HolidayList(DeskResource):
    """Days on which nobody works. ``destroy`` makes it inactive, since Zoho Desk cannot delete holiday lists."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        name: pulumi.Output[str]
        holiday_list_type: pulumi.Output[str]
        year: pulumi.Output[int | None]
        holidays: pulumi.Output[Sequence[Mapping[str, Any]]]
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
        holidays: pulumi.Input[Sequence[pulumi.Input[Holiday | HolidayDict]]],
        holiday_list_type: pulumi.Input[Literal["RECURRING", "YEAR_SPECIFIC"]] | None = None,
        year: pulumi.Input[int] | None = None,
        status: pulumi.Input[Literal["ACTIVE", "INACTIVE"]] | None = None,
        restore: pulumi.Input[bool] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a holiday list (createHolidayList, updateHolidayList).

        Args:
            resource_name: the logical name in the program.
            name: unique in the organisation; at most 100 characters.
            holidays: the days; a set, at least 1, at most 100.
            holiday_list_type: whether its days are those of every year or of one; ``RECURRING`` or
                ``YEAR_SPECIFIC``; always managed, ``RECURRING`` unless given.
            year: the year, where it is of one; from 2000 up to 2100; only for holiday_list_type "YEAR_SPECIFIC"
                and needed then.
            status: whether it is in use; ``ACTIVE`` or ``INACTIVE``; always managed, ``ACTIVE`` unless given.
            restore: when an inactive list of this name exists, bring it back instead of refusing.
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
    ) -> HolidayList:
        """Read a holiday list that exists, without managing it (getHolidayList)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class HolidayListInfo:
    """A holiday list, as getHolidayLists answers it."""

    id: str
    name: str
    holiday_list_type: str | None
    year: int | None
    holidays: Sequence[Mapping[str, Any]] | None
    status: str | None
    created_by: str | None
    created_time: str | None
    modified_by: str | None
    modified_time: str | None


@ends_the_program_plainly
def get_holiday_list(*, name: str, connection: str | None = None) -> HolidayListInfo:
    """The holiday list of this natural key (getHolidayLists).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(HolidayListInfo, KIND, {"name": name}, connection)


def get_holiday_list_output(
    *, name: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[HolidayListInfo]:
    """`get_holiday_list` for outputs."""
    return later(get_holiday_list, name=name, connection=connection)
