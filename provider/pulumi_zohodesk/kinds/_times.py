"""Times of the day, and days of the year. Source: BusinessHour.json, HolidayList.json."""

from __future__ import annotations

from pulumi_zohodesk.engine import Text

__all__ = ["MONTH_DAY", "TIME_OF_DAY"]

TIME_OF_DAY = Text(
    100, least=1, pattern=r"([01][0-9]|2[0-3]):[0-5][0-9]", meaning="a time of the day such as 08:30 or 17:00"
)
MONTH_DAY = Text(
    5,
    least=5,
    pattern=r"(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d)",
    meaning="a day of the year, month first, such as 12-24",
)
"""The contract's pattern has a month 00, and 31 days in every month; ours has the days that there are."""
