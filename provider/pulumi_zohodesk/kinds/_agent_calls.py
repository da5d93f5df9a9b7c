"""What can be asked of agents. Source: Agent.json."""

from __future__ import annotations

from pulumi_zohodesk.engine import Crud

CALLS = Crud(
    "/agents",
    "Agent",
    ("agents", "basic", "settings"),
    "setup.manageAgents",
    200,
    personal=True,
    names={"create": "addAgent"},
    first_row=1,
)
BY_EMAIL = CALLS.operation("getAgentByEmail", "GET", "/email/{emailId}", scopes=("settings", "basic"))
ACTIVATE = CALLS.operation("activateAgents", "POST", "/activate", verb="UPDATE")
DEACTIVATE = CALLS.operation("deactivateAgents", "POST", "/{id}/deactivate", verb="UPDATE")
DELETE_UNCONFIRMED = CALLS.operation("deleteUnconfirmedAgent", "POST", "/deleteUnconfirmed", verb="DELETE")
REASSIGN = CALLS.operation("scheduleAgentReassignment", "POST", "/{id}/reassignment", verb="UPDATE")
