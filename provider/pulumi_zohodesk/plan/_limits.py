"""Whether a run changes more than one should change by mistake."""

from __future__ import annotations

from collections.abc import Iterator

from pulumi_zohodesk.engine import plural
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.plan._plan import Plan
from pulumi_zohodesk.settings import Bounds, Limits

__all__ = ["exceeded"]


def exceeded(plan: Plan, limits: Limits) -> tuple[str, ...]:
    """Why the plan changes too much, one sentence for each bound; empty when it does not.

    A bound is exceeded when both its count and its share are. Shares are of the objects that the stack has, of the
    kind or of all kinds. What leaves service counts as removed, whether by a removal or by an update.

    Raises:
        ConfigError: the limits name kinds that there are not.
    """
    _require_kinds(limits)
    return tuple(_sentences(plan, limits))


def _sentences(plan: Plan, limits: Limits) -> Iterator[str]:
    managed = plan.managed
    for kind in KINDS:
        mine = [step for step in plan.steps if step.kind is kind]
        counts = sum(step.removes for step in mine), sum(step.updates for step in mine)
        yield from _kind(plural(kind.words), *counts, managed[kind.name], limits.of(kind.name))
    if sum(1 for count in managed.values() if count) > 1:
        counts = sum(step.removes for step in plan.steps), sum(step.updates for step in plan.steps)
        yield from _kind("objects", *counts, managed.total(), limits.every)


def _kind(words: str, removed: int, updated: int, managed: int, bounds: Bounds) -> Iterator[str]:
    for count, most, percent, verb in (
        (removed, bounds.removals, bounds.removals_percent, "taken out of service or deleted"),
        (updated, bounds.updates, bounds.updates_percent, "changed"),
    ):
        share = 100 * count / managed if managed else 0.0
        if count > most and share > percent:
            yield (
                f"{count} of {managed} {words} ({share:.0f} %) would be {verb}; the limit is {most} and {percent:g} %."
            )


def _require_kinds(limits: Limits) -> None:
    strange = [name for name in limits.kinds if name not in KINDS]
    if strange:
        words = "of zohodesk.toml names no kind."
        raise ConfigError([f"[limits.{name}] {words} {KINDS.hint(name)}" for name in strange])
