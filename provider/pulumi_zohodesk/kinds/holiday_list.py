"""Holiday lists: days on which nobody works, of every year or of one.

Source: HolidayList.json (createHolidayList, getHolidayLists, getHolidayList, updateHolidayList). There is no delete:
``INACTIVE`` is the only way out. The contract requires no uniqueness of names; the provider does. Which business hours
a list belongs to is theirs to say (``BusinessHours.holiday_list_ids``).
"""

from __future__ import annotations

from pulumi_zohodesk.engine import Choice, Crud, Field, Kind, Listing, Many, Number, Part, Struct, Text, When, calls
from pulumi_zohodesk.kinds._fields import STAMPS, in_use, name_text, restore, status

CALLS = Crud("/holidayList", "HolidayList", ("settings",), "setup.automation", page_size=50)
IN_USE = in_use(CALLS, "INACTIVE")
NAME = name_text(100)
MONTH_DAY = Text(
    5,
    least=5,
    pattern=r"(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d)",
    meaning="a day of the year, month first, such as 12-24",
)
"""The contract's pattern has a month 00, and 31 days in every month; ours has the days that there are."""
HOLIDAY = Struct(
    "Holiday",
    "Days on which nobody works.",
    (
        Part("holidayName", NAME, "what is celebrated", required=True),
        Part("from", MONTH_DAY, "the first day, month first: ``12-24``", required=True),
        Part("to", MONTH_DAY, "the last day; the first one where it is a single day", required=True),
    ),
)


KIND = Kind(
    "HolidayList",
    "holiday list",
    "Days on which nobody works. ``destroy`` makes it inactive, since Zoho Desk cannot delete holiday lists.",
    own_fields=(
        Field("name", NAME, "unique in the organisation", required=True),
        Field(
            "holidayListType",
            Choice(("RECURRING", "YEAR_SPECIFIC")),
            "whether its days are those of every year or of one",
            default="RECURRING",
            fixed=True,
        ),
        Field(
            "year",
            Number(2000, 2100),
            "the year, where it is of one",
            fixed=True,
            when=When("holidayListType", ("YEAR_SPECIFIC",), needed=True),
        ),
        Field("holidays", Many(HOLIDAY, least=1, most=100), "the days", required=True),
        status(IN_USE, "whether it is in use"),
        restore("an inactive list of this name"),
    ),
    outputs=STAMPS,
    key=("name",),
    calls=CALLS,
    listing=Listing(CALLS.list, lacks=frozenset({"holidays"})),
    removals={"deactivate": calls("was made inactive; Zoho Desk cannot delete holiday lists", IN_USE.turn_off)},
    undeletable=True,
    counted="holidaylist",
)
