"""The stack of a drift job, with its state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from pulumi_zohodesk.cli.engine._run import RunStack
from pulumi_zohodesk.compare import Held, first_look, held_in

__all__ = ["DriftStack"]


@dataclass(frozen=True)
class DriftStack(RunStack):
    """A stack that is looked at, and some of whose objects may be put back."""

    def held(self) -> list[Held]:
        """What the stack has. Its secrets are read as well: what is secret is compared too, and never shown."""
        return held_in(self._exported)

    def first_look(self) -> datetime | None:
        """When the stack first looked, as far as its state tells."""
        return first_look(self._exported)

    @cached_property
    def _exported(self) -> dict[str, Any]:
        return self.readable_deployment()
