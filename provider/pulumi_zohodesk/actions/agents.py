"""Agents. Source: Agent.json. Adding one mails an invitation and takes a seat."""

from __future__ import annotations

from functools import partial

from pulumi_zohodesk.actions._action import Action, administrative
from pulumi_zohodesk.engine import MY_INFO
from pulumi_zohodesk.resources import agent as kind

__all__ = ["ACTIONS"]

_more = partial(administrative, connector=False)

ACTIONS = (
    administrative(kind.KIND.create, "agents.add", "Add an agent: mails an invitation, takes a seat"),
    administrative(kind.GET, "agents.get", "Read one agent"),
    administrative(kind.KIND.listing.operation, "agents.list", "List agents"),
    administrative(kind.KIND.update, "agents.update", "Change fields of an agent"),
    _more(kind.BY_EMAIL, "agents.get_by_email", "Read the agent with an address"),
    _more(kind.ACTIVATE, "agents.activate", "Bring deactivated agents back"),
    _more(kind.DEACTIVATE, "agents.deactivate", "Deactivate an agent"),
    _more(kind.REASSIGN, "agents.reassign", "Hand the open work of a deactivated agent to others"),
    _more(kind.DELETE, "agents.delete", "Delete an agent who accepted the invitation, for good"),
    _more(kind.DELETE_UNCONFIRMED, "agents.delete_unconfirmed", "Delete agents who never accepted, for good"),
    Action("agents.me", MY_INFO, "Read the agent whose token it is", connector=False),
)
