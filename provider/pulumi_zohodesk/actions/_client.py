"""``desk.client("prod").tickets.list()``: the actions as methods, through a connection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pulumi_zohodesk.actions._perform import perform, rows
from pulumi_zohodesk.actions._table import action_named
from pulumi_zohodesk.actions.methods._groups import Groups
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import client_for


class DeskClient(Groups):
    """One organisation, with a group of methods for each group of actions: ``client.tickets.list()``."""

    def __init__(self, session: Session) -> None:
        super().__init__(self)
        self._session = session

    def __repr__(self) -> str:
        return f"<client of organisation {self._session.organization_id}>"

    @property
    def organization_id(self) -> str:
        """The organisation that is called."""
        return self._session.organization_id

    @property
    def credits_spent(self) -> int:
        """API credits that this process has spent in the organisation."""
        return self._session.client.credits_spent

    def call(self, name: str, given: Mapping[str, Any]) -> Any:
        """Carry out an action by name, with arguments by the API's names: ``call("tickets.get", {"ticketId": "1"})``.

        Raises InputError before anything is sent, DeskError when the service or the way to it failed.
        """
        return perform(self._session, action_named(name), given)

    def all(self, name: str, given: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """All rows of a list by name, page by page."""
        return rows(self._session, action_named(name), given)

    def nullable(self, name: str) -> frozenset[str]:
        """Arguments of an action for which None means something."""
        return _nullable(name)


@cache
def _nullable(name: str) -> frozenset[str]:
    return frozenset(parameter.name for parameter in action_named(name).parameters if parameter.nullable)


def client(connection: str | None = None) -> DeskClient:
    """The actions of a Zoho Desk connector, as methods. Nothing is sent before the first of them is called.

    Args:
        connection: name of a connection of ``zohodesk.toml``; without one, what ``ZOHODESK_CONNECTION`` names, else
            the variables ``ZOHODESK_ORG_ID`` and so on.

    Raises:
        ConfigError: the connection does not exist, or something of it is missing or contradictory.
    """
    settings = resolve(connection=connection)
    return DeskClient(Session(client_for(settings), settings, KINDS))
