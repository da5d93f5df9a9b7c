"""Permission profiles: what agents may do.

Source: Profile.json (cloneProfile, getProfileList, getProfile, updateProfile, deleteProfile). There is no create: a
profile is a clone of another, then changed. The schema of an update requires every flag, while the vendor's example
sends one group, so just those that the program names are sent. Shipped profiles are given.
``permissions.json`` has the flags that there are (``tools/contract/permissions.py``).
"""

from __future__ import annotations

import json
from importlib.resources import files

from pulumi_zohodesk.engine import ID, Crud, Field, Flag, Kind, Listing, Map, Output, Reference, Text
from pulumi_zohodesk.kinds._fields import TIME, deleted_for, name_text, successor

CALLS = Crud(
    "/profiles",
    "Profile",
    ("basic", "permissions", "settings"),
    "setup.permission",
    page_size=250,
    names={"create": "cloneProfile", "list": "getProfileList"},
    create_path="/{id}/clone",
)
ORIGIN, SUCCESSOR = "cloneOf", "transferToProfileId"
OPTIONAL = ("type", "isVisible", "default", "modifiedBy", "modifiedTime", "permissions", "description")
FLAG = Flag()
PERMISSIONS = Map(
    Map(FLAG),
    {
        group: Map(FLAG, dict.fromkeys(flags, FLAG))
        for group, flags in json.loads(files(__package__).joinpath("permissions.json").read_text("utf-8")).items()
    },
)

KIND = Kind(
    "Profile",
    "profile",
    "What agents may do. It begins as a clone of another. ``destroy`` deletes it; a successor gets its agents.",
    own_fields=(
        Field("name", name_text(50), "unique in the organisation", required=True),
        Field("description", name_text(3200), "what it is for"),
        Field(
            "permissions",
            PERMISSIONS,
            "what it allows, by group: ``{'tickets': {'delete': False}}``; only what is named is managed",
            on_create=False,
        ),
        Field(
            ORIGIN,
            Reference("Profile"),
            "the profile that it is a clone of; needed to make it, without meaning later",
            option=True,
            compared=False,
        ),
        successor("Profile", SUCCESSOR, "its agents"),
    ),
    outputs=(
        Output("type", Text(100), "``Custom``, or which of the shipped ones it is", always=True),
        Output("default", Flag(), "whether it came with Zoho Desk", always=True),
        Output("isVisible", Flag(), "whether the user interface shows it", always=True),
        Output("modifiedBy", ID, "the agent who changed it last"),
        Output("modifiedTime", TIME, "when it was changed last, ISO 8601 in UTC"),
    ),
    key=("name",),
    calls=CALLS,
    listing=Listing(CALLS.list, query={"fields": ",".join(OPTIONAL)}),
    removals={"delete": deleted_for(CALLS, SUCCESSOR)},
    given=lambda row: bool(row.get("default")),
    cloned_from=ORIGIN,
)
