"""What programs look up and no kind manages. Source: CustomView.json, TicketTag.json, LicenseFeaturePlan.json."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import Action, Layer
from pulumi_zohodesk.kinds import LICENSE_FEATURES, TICKET_TAGS, VIEWS

__all__ = ["ACTIONS"]

ACTIONS = (
    Action("views.list", VIEWS, "List the views of a module", connector=False),
    Action(
        "ticket_tags.list",
        TICKET_TAGS,
        "List the tags of a department",
        profile=Layer("refused", TICKET_TAGS.permission, "tags are of tickets; that they need this is unconfirmed"),
        connector=False,
    ),
    Action("license_features.list", LICENSE_FEATURES, "List what the plan of the organisation allows", connector=False),
)
