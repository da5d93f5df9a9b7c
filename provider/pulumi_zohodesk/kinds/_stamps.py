"""Who made an object, and who changed it last."""

from __future__ import annotations

from dataclasses import replace

from pulumi_zohodesk.engine import ID, Output, Text

__all__ = ["STAMPS", "TIME", "stamps"]

TIME = Text(30)
STAMPS = (
    Output("createdBy", ID, "the agent who made it"),
    Output("createdTime", TIME, "when it was made, ISO 8601 in UTC"),
    Output("modifiedBy", ID, "the agent who changed it last"),
    Output("modifiedTime", TIME, "when it was changed last"),
)


def stamps(**read: str) -> tuple[Output, ...]:
    """The same, where answers have some of them elsewhere: by wire name, the way there."""
    return tuple(replace(stamp, read=read.get(stamp.wire, "")) for stamp in STAMPS)
