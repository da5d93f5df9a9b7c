"""The service of the engine's tests, as a client that a rehearsal can ask."""

from __future__ import annotations

from types import SimpleNamespace

from pulumi_zohodesk.transport._paging import walk
from tests.engine.service import Service, session_on


class Asked(Service):
    """Lists of any length; what is asked and written stands in `log`."""

    def __init__(self) -> None:
        super().__init__()
        self.throttle = SimpleNamespace(edition=lambda name: None, cap=5)
        self.settings = session_on(self).settings

    def pages(self, op, *, path=None, query=None, about="", known=()):
        def fetch(offset):
            return self.page(op, start=offset or 0, path=path, query=query)

        return walk(fetch, op.page_size, op.name, known=known)

    @property
    def calls(self) -> list[str]:
        return [name for name, _ in self.log]
