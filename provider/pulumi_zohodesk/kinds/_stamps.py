"""Who made an object, and who changed it last."""

from __future__ import annotations

from pulumi_zohodesk.engine import ID, Output, Text

__all__ = ["STAMPS", "TIME"]

TIME = Text(30)
STAMPS = (
    Output("createdBy", ID, "the agent who made it"),
    Output("createdTime", TIME, "when it was made, ISO 8601 in UTC"),
    Output("modifiedBy", ID, "the agent who changed it last"),
    Output("modifiedTime", TIME, "when it was changed last"),
)
