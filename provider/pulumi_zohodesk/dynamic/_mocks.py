"""Look-ups in a user's unit tests: where Pulumi is mocked (`pulumi.runtime.set_mocks`), its mocks answer them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi.runtime.mocks import MockCallArgs, MockMonitor, Mocks
from pulumi.runtime.settings import get_monitor

from pulumi_zohodesk.engine import Kind, LookedUp, Row, Session
from pulumi_zohodesk.errors import InputError

TOKEN = "zohodesk:index:"
"""What the tokens of look-ups begin with; the name follows: ``zohodesk:index:getDepartment``."""


def mocks_of_program() -> Mocks | None:
    """The mocks of a test, or None in a program that runs in earnest."""
    monitor = get_monitor()
    return monitor.mocks if isinstance(monitor, MockMonitor) else None


class MockedSession(Session):
    """Stands in for the session of a program. It has no organisation, and sends nothing."""

    def __init__(self, mocks: Mocks, connection: str | None) -> None:
        # Not initialised as its parent: there is nothing to connect to.
        self._mocks = mocks
        self._more = {"connection": connection} if connection else {}

    @property
    def organization_id(self) -> str:
        return ""

    def require_kind(self, name: str, *, reading: bool = False) -> None:
        """Every kind may be looked up."""

    def require_action(self, name: str) -> None:
        """Every action may be called."""

    def look_up(self, kind: Kind, key: Mapping[str, str]) -> Row:
        return self.answer(kind.name, key)

    def look_up_other(self, what: LookedUp, given: Mapping[str, Any]) -> Row:
        answer: Row = self.ask(what.name, given) if not what.names else self.answer(what.name, given)
        return answer

    def organization(self) -> Row:
        return self.answer("Organization", {})

    def answer(self, name: str, key: Mapping[str, str]) -> Row:
        """What the mocks say of an object. Raises InputError when it is no object with an id."""
        row = self.ask(name, key)
        if not isinstance(row, Mapping) or not row.get("id"):
            raise InputError(
                f"The mocks of this test answer {TOKEN}get{name} with no id. Let their `call` return the object for "
                f"that token, as {{'id': '1', 'name': 'Sales'}}; its arguments are {dict(key)}."
            )
        return row

    def ask(self, name: str, key: Mapping[str, str]) -> Any:
        """What the mocks' ``call`` returns for a look-up, without failures beside it."""
        said = self._mocks.call(MockCallArgs(f"{TOKEN}get{name}", {**key, **self._more}, ""))
        return said[0] if isinstance(said, tuple) else said
