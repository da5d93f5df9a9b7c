"""Made by `make generate` from kinds/profile.py: change that, not this file."""

from __future__ import annotations

from dataclasses import dataclass

import pulumi

from pulumi_zohodesk.dynamic import ends_the_program_plainly
from pulumi_zohodesk.kinds.profile import KIND
from pulumi_zohodesk.resources._lookups import later, named

__all__ = ["ProfileInfo", "get_profile", "get_profile_output"]


@dataclass(frozen=True)
class ProfileInfo:
    """A profile, as getProfileList answers it."""

    id: str
    name: str
    description: str | None
    default: bool | None
    is_visible: bool | None
    type: str | None


@ends_the_program_plainly
def get_profile(*, name: str, connection: str | None = None) -> ProfileInfo:
    """The profile of this name; letter case does not count (getProfileList).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return named(ProfileInfo, KIND, name, connection)


def get_profile_output(*, name: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[ProfileInfo]:
    """`get_profile` for outputs."""
    return later(get_profile, name=name, connection=connection)
