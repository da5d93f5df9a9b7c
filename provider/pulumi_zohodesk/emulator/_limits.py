"""What an edition allows: credits a day, calls at once, seats, departments, skills.

Figures without a published source are marked; ``docs/api-notes.md`` lists them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.emulator._clock import Clock
from pulumi_zohodesk.emulator._contract import Operation
from pulumi_zohodesk.emulator._errors import LICENSE, Refusal
from pulumi_zohodesk.emulator._values import must_keep, whole


@dataclass(frozen=True)
class Edition:
    """The figures of one edition; ``None`` is no limit."""

    credits: int
    credits_per_agent: int
    concurrency: int
    seats: int | None
    light_seats: int | None
    departments: int
    license: str


FREE = Edition(5_000, 0, 5, 3, 0, 1, "FREE")  # one department: unconfirmed
ENTERPRISE = Edition(100_000, 1_000, 25, None, 50, 50, "ENTERPRISE")
EDITIONS = {
    "FREE": FREE,
    "FREE_2019": FREE,
    "NEW_FREE": FREE,
    "EXPRESS": Edition(25_000, 100, 10, None, 0, 1, "EXPRESS"),  # one department: unconfirmed
    "STANDARD": Edition(50_000, 250, 10, None, 0, 1, "STANDARD"),  # one department: unconfirmed
    "PROFESSIONAL": Edition(75_000, 500, 15, None, 0, 10, "PROFESSIONAL"),
    "ENTERPRISE": ENTERPRISE,
    "ULTIMATE": ENTERPRISE,
    **dict.fromkeys(("ZOHOONE", "ZohoOne", "CRMPLUS"), ENTERPRISE),  # the last two as others saw them
}
_UNCONFIRMED = ("skills", "skill_types", "support_plans", "business_hours", "holiday_lists")
OBJECTS = {**dict.fromkeys(_UNCONFIRMED, 1_000), "teams": 60}
"""What one department may have, of business hours and holiday lists the organisation. Of those that are unconfirmed
the service says how to read the limit (`getUsedCountForAutomationFeature`); that of teams is in its help."""
NAMES = ("credits", "concurrency", "seats", "light_seats", "departments", *OBJECTS)

OFFSETS = ((2_000, 3), (10_000, 5), (50_000, 10), (100_000, 50))
BEYOND = 100


COUNT_CREDITS = 50
CREDITS = {"deleteTicket": 6}
"""Of what was seen to cost more than one: one ticket moved to the bin. Whether more cost more is not known."""
DIGITS = 10
"""Those of the largest number that an offset can be (int32)."""


def price_of(operation: Operation, start: str) -> int:
    """Credits of a call that begins at a row. Counting endpoints cost most; that all of them do is unconfirmed."""
    if operation.path.endswith(("/count", "/allCounts")):
        return COUNT_CREDITS
    if not operation.is_list:
        return CREDITS.get(operation.id, 1)
    return list_credits(int(start) if start.isascii() and start.isdigit() and len(start) <= DIGITS else 0)


def list_credits(offset: int) -> int:
    return next((price for limit, price in OFFSETS if offset <= limit), BEYOND)


class Limits:
    """The limits of one organisation: those of its edition unless set, and the credits used today."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.set: dict[str, int] = {}
        self._in_flight = 0
        self._used = 0
        self._day = clock.day()

    def change(self, values: dict[str, Any]) -> None:
        """Sets limits in place of the edition's; raises ValueError for a name or a number that is none."""
        must_keep("The limits", values, dict.fromkeys(NAMES, whole(0)))
        self.set.update(values)

    @property
    def used(self) -> int:
        if self._clock.day() != self._day:
            self._day, self._used = self._clock.day(), 0
        return self._used

    def left(self, edition: str, agents: Callable[[], int]) -> int:
        row = EDITIONS[edition]
        more = row.credits_per_agent * agents() if row.credits_per_agent else 0
        return max(0, self.set.get("credits", row.credits + more) - self.used)

    def charge(self, price: int) -> None:
        self._used = self.used + price

    def most(self, name: str, edition: str) -> Any:
        """The limit that was set, or else that of the edition; None is no limit."""
        return self.set.get(name, getattr(EDITIONS[edition], name))

    @property
    def in_flight(self) -> int:
        return self._in_flight

    def enter(self, edition: str) -> bool:
        """Admits one more call at once; false when as many as the edition allows are under way."""
        admitted: bool = self._in_flight < self.most("concurrency", edition)
        self._in_flight += admitted
        return admitted

    def leave(self) -> None:
        self._in_flight -= 1

    def objects(self, name: str) -> int:
        """How many objects of that sort there may be; see ``OBJECTS``."""
        return self.set.get(name, OBJECTS[name])


def seats_exceeded(edition: str, *, light: bool, seats: int) -> Refusal:
    """403 with the licence fields."""
    return Refusal(
        403,
        "LICENSE_ACCESS_LIMITED",
        LICENSE,
        feature="LIGHT_AGENTS" if light else "AGENTS",
        editionType=EDITIONS[edition].license,
        maxAllowedEntity=str(seats),
        isTrial=False,
    )


def edition_exceeded() -> Refusal:
    """403 in the base shape: the licence shape has names for agents and teams only."""
    return Refusal(403, "LICENSE_ACCESS_LIMITED", LICENSE)
