"""Made by `make generate` from kinds/profile.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.profile import KIND
from pulumi_zohodesk.resources._lookups import found, later

__all__ = ["Profile", "ProfileInfo", "get_profile", "get_profile_output"]


class Profile(DeskResource):
    """What agents may do. It begins as a clone of another. ``destroy`` deletes it; a successor gets its agents."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        name: pulumi.Output[str]
        description: pulumi.Output[str | None]
        permissions: pulumi.Output[Mapping[str, Any] | None]
        type: pulumi.Output[str]
        default: pulumi.Output[bool]
        is_visible: pulumi.Output[bool]
        modified_by: pulumi.Output[str | None]
        modified_time: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        name: pulumi.Input[str],
        description: pulumi.Input[str] | None = None,
        permissions: pulumi.Input[Mapping[str, pulumi.Input[Mapping[str, pulumi.Input[bool]]]]] | None = None,
        clone_of: pulumi.Input[str] | Profile | None = None,
        transfer_to_profile_id: pulumi.Input[str] | Profile | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a profile (cloneProfile, updateProfile).

        Args:
            resource_name: the logical name in the program.
            name: unique in the organisation; at most 50 characters.
            description: what it is for; at most 3200 characters.
            permissions: what it allows, by group: ``{'tickets': {'delete': False}}``; only what is named is
                managed.
            clone_of: the profile that it is a clone of; needed to make it, without meaning later; the resource
                or its id.
            transfer_to_profile_id: takes over its agents when it is deleted, which needs it; the resource or
                its id.
            connection: a connection of ``zohodesk.toml`` in place of the stack's own; at most 100 characters.
            opts: Pulumi's resource options.
        """
        args = {key: value for key, value in locals().items() if key in KIND.by_snake}
        super().__init__(resource_name, args, opts)

    @classmethod
    def get(
        cls,
        resource_name: str,
        id: pulumi.Input[str],
        opts: pulumi.ResourceOptions | None = None,
        *,
        connection: pulumi.Input[str] | None = None,
    ) -> Profile:
        """Read a profile that exists, without managing it (getProfile)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class ProfileInfo:
    """A profile, as getProfileList answers it."""

    id: str
    name: str
    description: str | None
    permissions: Mapping[str, Any] | None
    type: str | None
    default: bool | None
    is_visible: bool | None
    modified_by: str | None
    modified_time: str | None


@ends_the_program_plainly
def get_profile(*, name: str, connection: str | None = None) -> ProfileInfo:
    """The profile of this natural key (getProfileList).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(ProfileInfo, KIND, {"name": name}, connection)


def get_profile_output(*, name: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[ProfileInfo]:
    """`get_profile` for outputs."""
    return later(get_profile, name=name, connection=connection)
