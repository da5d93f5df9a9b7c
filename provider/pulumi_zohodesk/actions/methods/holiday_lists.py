"""Methods of ``client().holiday_lists``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["HolidayLists"]


class HolidayLists(Group):
    """Actions of the group holiday_lists."""

    def create(
        self,
        *,
        holidays: Sequence[Mapping[str, Any]],
        name: str | None,
        status: Literal["ACTIVE", "INACTIVE"] | None,
        associated_business_hour_ids: Sequence[str] | None = None,
        holiday_list_type: Literal["RECURRING", "YEAR_SPECIFIC"] | None = None,
        year: int | LeftOut | None = LEFT_OUT,
    ) -> Answer:
        """Create a holiday list (createHolidayList).

        Costs 1 credit. Needs one of the scopes Desk.settings.CREATE; the permission Automation.

        Args:
            holidays: the days; keys from (required), holidayName (required), to (required); at most 100
                entries; at least 1 entries.
            name: unique in the organisation; at most 100 characters; at least 1 characters; None clears it.
            status: whether it is in use; one of ACTIVE, INACTIVE; at most 100 characters; None clears it.
            associated_business_hour_ids: associated business hour ids; ids; at most 50 entries.
            holiday_list_type: whether its days are those of every year or of one; one of RECURRING,
                YEAR_SPECIFIC.
            year: the year, where it is of one; whole number; from 2000; up to 2100; None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "holiday_lists.create",
            {
                "holidays": holidays,
                "name": name,
                "status": status,
                "associatedBusinessHourIds": associated_business_hour_ids,
                "holidayListType": holiday_list_type,
                "year": year,
            },
        )

    def get(self, *, holiday_list_id: str | None) -> Answer:
        """Read a holiday list (getHolidayList).

        Costs 1 credit. Needs one of the scopes Desk.settings.READ; the permission Automation.

        Args:
            holiday_list_id: holiday list; id; None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("holiday_lists.get", {"holidayListId": holiday_list_id})

    def list(
        self,
        *,
        from_: int | LeftOut | None = LEFT_OUT,
        limit: int | LeftOut | None = LEFT_OUT,
        status: Literal["ACTIVE", "INACTIVE"] | LeftOut | None = LEFT_OUT,
    ) -> Rows:
        """List holiday lists (getHolidayLists).

        Costs 3 credits a page. Needs one of the scopes Desk.settings.READ; the permission Automation.

        Args:
            from_: rows to skip, counted from 0; whole number; from 0; None clears it; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 50; None clears it; 50 when left out.
            status: only those with this status; one of ACTIVE, INACTIVE; at most 100 characters; None clears
                it.

        Returns:
            The rows, as the service has them; a page, of up to 50.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows("holiday_lists.list", {"from": from_, "limit": limit, "status": status})

    def iterate(
        self,
        *,
        limit: int | LeftOut | None = LEFT_OUT,
        status: Literal["ACTIVE", "INACTIVE"] | LeftOut | None = LEFT_OUT,
    ) -> Iterator[Row]:
        """List holiday lists (getHolidayLists).

        Costs 3 credits a page. Needs one of the scopes Desk.settings.READ; the permission Automation.

        Args:
            limit: rows of a page; whole number; from 1; up to 50; None clears it; 50 when left out.
            status: only those with this status; one of ACTIVE, INACTIVE; at most 100 characters; None clears
                it.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all("holiday_lists.list", {"limit": limit, "status": status})

    def update(
        self,
        *,
        holiday_list_id: str | None,
        associated_business_hour_ids: Sequence[str] | None = None,
        holidays: Sequence[Mapping[str, Any]] | None = None,
        name: str | LeftOut | None = LEFT_OUT,
        status: Literal["ACTIVE", "INACTIVE"] | LeftOut | None = LEFT_OUT,
    ) -> Answer:
        """Change a holiday list (updateHolidayList).

        Costs 1 credit. Needs one of the scopes Desk.settings.UPDATE; the permission Automation.

        Args:
            holiday_list_id: holiday list; id; None clears it.
            associated_business_hour_ids: associated business hour ids; ids; at most 50 entries.
            holidays: the days; keys from (required), holidayName (required), to (required); at most 100
                entries; at least 1 entries.
            name: unique in the organisation; at most 100 characters; at least 1 characters; None clears it.
            status: whether it is in use; one of ACTIVE, INACTIVE; at most 100 characters; None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "holiday_lists.update",
            {
                "holidayListId": holiday_list_id,
                "associatedBusinessHourIds": associated_business_hour_ids,
                "holidays": holidays,
                "name": name,
                "status": status,
            },
        )
