"""The service of the engine's tests, as a client that a rehearsal can ask."""

from __future__ import annotations

from types import SimpleNamespace

from tests.engine.service import Service, session_on


class Asked(Service):
    """Lists of any length; what is asked and written stands in `log`."""

    def __init__(self) -> None:
        super().__init__()
        self.throttle = SimpleNamespace(edition=lambda name: None, cap=5)
        self.settings = session_on(self).settings

    def pages(self, op, *, limit=None, path=None, query=None, about=""):
        start = 0
        while True:
            rows = self.page(op, start=start, path=path, query=query)
            if rows:
                yield rows
            if len(rows) < op.page_size:
                return
            start += op.page_size

    @property
    def calls(self) -> list[str]:
        return [name for name, _ in self.log]
