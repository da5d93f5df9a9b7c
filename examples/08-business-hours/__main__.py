"""When people work: business hours with a break, and the holidays on which nobody does."""

import pulumi

import pulumi_zohodesk as desk

every_year = desk.HolidayList(
    "every_year",
    name="Germany",
    holidays=[
        desk.Holiday(holiday_name="New Year", from_="01-01", to="01-01"),
        desk.Holiday(holiday_name="Christmas", from_="12-24", to="12-26"),
    ],
)
this_year = desk.HolidayList(
    "this_year",
    name="Germany 2027",
    holiday_list_type="YEAR_SPECIFIC",
    year=2027,
    holidays=[desk.Holiday(holiday_name="Easter", from_="03-26", to="03-29")],
)

with_a_break = [
    desk.TimeSlot(start_time="08:00", end_time="12:00"),
    desk.TimeSlot(start_time="13:00", end_time="17:30"),
]

hours = desk.BusinessHours(
    "support",
    name="Support",
    type="CUSTOM",
    time_zone_id="Europe/Berlin",
    business_times=[
        desk.BusinessDay(day="MONDAY", time_slots=with_a_break),
        desk.BusinessDay(day="TUESDAY", time_slots=with_a_break),
        desk.BusinessDay(day="WEDNESDAY", time_slots=with_a_break),
        desk.BusinessDay(day="THURSDAY", time_slots=with_a_break),
        desk.BusinessDay(day="FRIDAY", start_time="08:00", end_time="14:00"),
    ],
    holiday_list_ids=[every_year, this_year],
    status="ACTIVE",
)

pulumi.export("business_hours_id", hours.id)
