"""Permission profiles: not among the forty, but programs look them up. Source: Profile.json, SharingRule.json.

What a refusal is explained with, the caller's own profile and data sharing, is here as well.
"""

from __future__ import annotations

from dataclasses import replace

from pulumi_zohodesk.actions._action import Action, administrative
from pulumi_zohodesk.actions._of_kinds import actions_of_kind
from pulumi_zohodesk.engine import MY_PROFILE, SHARING_RULES
from pulumi_zohodesk.kinds.profile import KIND

__all__ = ["ACTIONS"]

ACTIONS = (
    *actions_of_kind(KIND),
    Action("profiles.mine", MY_PROFILE, "Read the profile of the agent whose token it is", connector=False),
    replace(
        administrative(
            replace(SHARING_RULES, permission="setup.permission"),
            "profiles.data_sharing",
            "Read the level of data sharing of each module",
            connector=False,
        ),
        operation=SHARING_RULES,
    ),
)
