"""Permission profiles: not among the forty, but programs look them up. Source: Profile.json."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import administrative
from pulumi_zohodesk.resources._lookups import PROFILES

__all__ = ["ACTIONS"]

ACTIONS = (administrative(PROFILES, "profiles.list", "List permission profiles", connector=False),)
