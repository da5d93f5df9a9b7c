"""Agents. Source: Agent.json. Adding one mails an invitation and takes a seat."""

from __future__ import annotations

from functools import partial

from pulumi_zohodesk.actions._action import Action, administrative
from pulumi_zohodesk.engine import MY_INFO
from pulumi_zohodesk.kinds import _agent_calls as calls

__all__ = ["ACTIONS"]

_more = partial(administrative, connector=False)

ACTIONS = (
    administrative(calls.CALLS.create, "agents.add", "Add an agent: mails an invitation, takes a seat"),
    administrative(calls.CALLS.get, "agents.get", "Read one agent"),
    administrative(calls.CALLS.list, "agents.list", "List agents"),
    administrative(calls.CALLS.update, "agents.update", "Change fields of an agent"),
    _more(calls.BY_EMAIL, "agents.get_by_email", "Read the agent with an address"),
    _more(calls.ACTIVATE, "agents.activate", "Bring deactivated agents back"),
    _more(calls.DEACTIVATE, "agents.deactivate", "Deactivate an agent"),
    _more(calls.REASSIGN, "agents.reassign", "Hand the open work of a deactivated agent to others"),
    _more(calls.CALLS.delete, "agents.delete", "Delete an agent who accepted the invitation, for good"),
    _more(calls.DELETE_UNCONFIRMED, "agents.delete_unconfirmed", "Delete agents who never accepted, for good"),
    Action("agents.me", MY_INFO, "Read the agent whose token it is", connector=False),
)
