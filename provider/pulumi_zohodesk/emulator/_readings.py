"""Readings of what is unconfirmed that have names: how lists count, how a wrong data centre answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

WrongDc = Literal["", "html404", "html401", "401", "invalid_client"]
WRONG_DC: tuple[str, ...] = get_args(WrongDc)


@dataclass(frozen=True)
class Reading:
    """How a list counts: ``from`` of its first row, what a missing ``from`` is, what 0 gives where the first is 1.

    ``low`` is ``first`` (as if it were 1), ``window`` (the window begins before the first row, and so has a row less)
    or ``refused`` (422).
    """

    first: int
    missing: int
    low: str = "first"


READINGS: Mapping[str, Reading] = {
    "zero": Reading(0, 0),
    "one": Reading(1, 1, "refused"),
    "both": Reading(1, 1),
    "window": Reading(1, 1, "window"),
    "window_by_default": Reading(1, 0, "window"),
}
FIRST_INDEX: Mapping[str, str] = {
    **dict.fromkeys(("getAgents", "getDepartments", "getAccounts", "getContacts"), "both"),
    **dict.fromkeys(("getTemplateFolders", "getTemplates", "getReplyMailAddresses"), "one"),
}
"""Where 1 was seen to be, or is declared or said to be, the first row; other lists count from 0."""
