"""What Zoho Desk has, as data: one file a kind."""

from typing import Any

from pulumi_zohodesk.kinds._criteria import CRITERIA
from pulumi_zohodesk.kinds._edition import LIGHT, SEAT, Edition, counted, edition_of, licensed, seat, seats_taken
from pulumi_zohodesk.kinds._files import Entry, Key, Place, entries, file_text, key_of
from pulumi_zohodesk.kinds._looked_up import (
    FEATURE_COUNT,
    LICENSE_FEATURES,
    LOOKED_UP,
    ORGANIZATIONS,
    TICKET_TAGS,
    VIEWS,
)
from pulumi_zohodesk.kinds._register import KINDS, kind_named
from pulumi_zohodesk.kinds._skill_table import SkillKey, as_csv, folded_skill, refuse, skill_table, skill_words


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of YAML files that declare objects."""
    from pulumi_zohodesk.kinds._documents import json_schema as made  # here: pydantic is needed for files alone

    return made()


__all__ = [
    "CRITERIA",
    "FEATURE_COUNT",
    "KINDS",
    "LICENSE_FEATURES",
    "LIGHT",
    "LOOKED_UP",
    "ORGANIZATIONS",
    "SEAT",
    "TICKET_TAGS",
    "VIEWS",
    "Edition",
    "Entry",
    "Key",
    "Place",
    "SkillKey",
    "as_csv",
    "counted",
    "edition_of",
    "entries",
    "file_text",
    "folded_skill",
    "json_schema",
    "key_of",
    "kind_named",
    "licensed",
    "refuse",
    "seat",
    "seats_taken",
    "skill_table",
    "skill_words",
]
