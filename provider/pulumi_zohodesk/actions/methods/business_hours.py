"""Methods of ``client().business_hours``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["BusinessHours"]


class BusinessHours(Group):
    """Actions of the group business_hours."""

    def create(
        self,
        *,
        business_times: Sequence[Mapping[str, Any]],
        name: str | None,
        status: Literal["ACTIVE", "INACTIVE"] | None,
        time_zone_id: str | None,
        type: Literal["24X7", "SPECIFIC", "CUSTOM"] | None,
        holiday_list_id: str | None = None,
        holiday_list_ids: Sequence[str] | None = None,
    ) -> Answer:
        """Create business hours (createBusinessHour).

        Costs 1 credit. Needs one of the scopes Desk.settings.CREATE; the permission Automation.

        Args:
            business_times: the days; keys day (required), endTime, startTime, timeSlots; at most 7 entries; at
                least 1 entries.
            name: unique in the organisation; at most 100 characters; at least 1 characters; None clears it.
            status: whether they are in use; one of ACTIVE, INACTIVE; at most 100 characters; None clears it.
            time_zone_id: IANA name, for example ``Europe/Berlin``; at most 100 characters; None clears it.
            type: around the clock, the same hours on some days, or hours of each day; one of 24X7, SPECIFIC,
                CUSTOM; at most 100 characters; None clears it.
            holiday_list_id: holiday list id; id.
            holiday_list_ids: the holiday lists on whose days nobody works; ids; at most 2 entries.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "business_hours.create",
            {
                "businessTimes": business_times,
                "name": name,
                "status": status,
                "timeZoneId": time_zone_id,
                "type": type,
                "holidayListId": holiday_list_id,
                "holidayListIds": holiday_list_ids,
            },
        )

    def get(self, *, business_hour_id: str | None) -> Answer:
        """Read business hours (getBusinessHour).

        Costs 1 credit. Needs one of the scopes Desk.settings.READ; the permission Automation.

        Args:
            business_hour_id: business hours; id; None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("business_hours.get", {"businessHourId": business_hour_id})

    def list(
        self,
        *,
        business_hour_ids: Sequence[str] | LeftOut | None = LEFT_OUT,
        from_: int | LeftOut | None = LEFT_OUT,
        limit: int | LeftOut | None = LEFT_OUT,
        status: Literal["ACTIVE", "INACTIVE"] | LeftOut | None = LEFT_OUT,
    ) -> Rows:
        """List business hours (getBusinessHours).

        Costs 3 credits a page. Needs one of the scopes Desk.settings.READ; the permission Automation.

        Args:
            business_hour_ids: business hour ids; ids; None clears it.
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
        return self._rows(
            "business_hours.list",
            {"businessHourIds": business_hour_ids, "from": from_, "limit": limit, "status": status},
        )

    def iterate(
        self,
        *,
        business_hour_ids: Sequence[str] | LeftOut | None = LEFT_OUT,
        limit: int | LeftOut | None = LEFT_OUT,
        status: Literal["ACTIVE", "INACTIVE"] | LeftOut | None = LEFT_OUT,
    ) -> Iterator[Row]:
        """List business hours (getBusinessHours).

        Costs 3 credits a page. Needs one of the scopes Desk.settings.READ; the permission Automation.

        Args:
            business_hour_ids: business hour ids; ids; None clears it.
            limit: rows of a page; whole number; from 1; up to 50; None clears it; 50 when left out.
            status: only those with this status; one of ACTIVE, INACTIVE; at most 100 characters; None clears
                it.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "business_hours.list", {"businessHourIds": business_hour_ids, "limit": limit, "status": status}
        )

    def update(
        self,
        *,
        business_hour_id: str | None,
        business_times: Sequence[Mapping[str, Any]] | None = None,
        holiday_list_id: str | None = None,
        holiday_list_ids: Sequence[str] | None = None,
        name: str | LeftOut | None = LEFT_OUT,
        status: Literal["ACTIVE", "INACTIVE"] | LeftOut | None = LEFT_OUT,
        time_zone_id: str | LeftOut | None = LEFT_OUT,
        type: Literal["24X7", "SPECIFIC", "CUSTOM"] | LeftOut | None = LEFT_OUT,
    ) -> Answer:
        """Change business hours (updateBusinessHour).

        Costs 1 credit. Needs one of the scopes Desk.settings.UPDATE; the permission Automation.

        Args:
            business_hour_id: business hours; id; None clears it.
            business_times: the days; keys day (required), endTime, startTime, timeSlots; at most 7 entries; at
                least 1 entries.
            holiday_list_id: holiday list id; id.
            holiday_list_ids: the holiday lists on whose days nobody works; ids; at most 2 entries.
            name: unique in the organisation; at most 100 characters; at least 1 characters; None clears it.
            status: whether they are in use; one of ACTIVE, INACTIVE; at most 100 characters; None clears it.
            time_zone_id: IANA name, for example ``Europe/Berlin``; at most 100 characters; None clears it.
            type: around the clock, the same hours on some days, or hours of each day; one of 24X7, SPECIFIC,
                CUSTOM; at most 100 characters; None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "business_hours.update",
            {
                "businessHourId": business_hour_id,
                "businessTimes": business_times,
                "holidayListId": holiday_list_id,
                "holidayListIds": holiday_list_ids,
                "name": name,
                "status": status,
                "timeZoneId": time_zone_id,
                "type": type,
            },
        )

    def related_rules(
        self,
        *,
        business_hour_id: str | None,
        from_: int | LeftOut | None = LEFT_OUT,
        limit: int | LeftOut | None = LEFT_OUT,
    ) -> Rows:
        """List the related rules of business hours (getRelatedRulesForBusinessHour).

        Costs 3 credits a page. Needs one of the scopes Desk.settings.READ; the permission Automation.

        Args:
            business_hour_id: business hours; id; None clears it.
            from_: rows to skip, counted from 0; whole number; from 0; None clears it; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 50; None clears it; 50 when left out.

        Returns:
            The rows, as the service has them; a page, of up to 50.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "business_hours.related_rules", {"businessHourId": business_hour_id, "from": from_, "limit": limit}
        )

    def iterate_related_rules(
        self, *, business_hour_id: str | None, limit: int | LeftOut | None = LEFT_OUT
    ) -> Iterator[Row]:
        """List the related rules of business hours (getRelatedRulesForBusinessHour).

        Costs 3 credits a page. Needs one of the scopes Desk.settings.READ; the permission Automation.

        Args:
            business_hour_id: business hours; id; None clears it.
            limit: rows of a page; whole number; from 1; up to 50; None clears it; 50 when left out.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all("business_hours.related_rules", {"businessHourId": business_hour_id, "limit": limit})

    def delete(self, *, business_hour_id: str | None) -> None:
        """Delete business hours (deleteBusinessHour).

        Costs 1 credit. Needs one of the scopes Desk.settings.DELETE; the permission Automation.

        Args:
            business_hour_id: business hours; id; None clears it.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("business_hours.delete", {"businessHourId": business_hour_id})
