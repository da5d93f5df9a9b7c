"""The stack of a drift job: its state, and putting objects back through the engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, TextIO

from pulumi_zohodesk.cli._exit import Stopped
from pulumi_zohodesk.cli._run import RunStack
from pulumi_zohodesk.compare import Held, first_look, held_in
from pulumi_zohodesk.dynamic import TYPE_PREFIX
from pulumi_zohodesk.errors import EngineError

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

    def plan(self, urns: Sequence[str], *, dependents: bool) -> list[dict[str, Any]]:
        """What putting objects back would do: the steps of ``pulumi preview --refresh`` on these alone.

        What stays as it is is among them.
        """
        flags = ("--json", "--refresh", "--show-sames", "--suppress-progress")
        report = self._json("preview", *flags, *_targets(urns, dependents), *self._settings())
        return [step for step in report.get("steps") or () if TYPE_PREFIX in str(step.get("urn"))]

    def put_back(self, urns: Sequence[str], out: TextIO, *, dependents: bool) -> None:
        """Run ``pulumi up --refresh`` on some objects alone; what the engine says goes to ``out``.

        One Ctrl-C lets it finish what it has begun.

        Raises:
            Stopped: it was told to stop, and has ended.
            EngineError: not everything was put back.
        """
        flags = ("--yes", "--skip-preview", "--refresh", "--suppress-outputs", "--suppress-progress")
        ran = self._streamed(out, "up", *flags, *_targets(urns, dependents), *self._settings())
        if ran.stopped:
            raise Stopped("Stopped. What was under way is finished and recorded; run the same again for the rest.")
        if ran.code != 0:
            raise EngineError("Not everything was put back; what the engine said stands above. Run the same again.")


def _targets(urns: Sequence[str], dependents: bool) -> list[str]:
    more = ["--target-dependents"] if dependents else []
    return [word for urn in urns for word in ("--target", urn)] + more
