"""Whether a run changes more than one should change by mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pulumi_zohodesk.engine import plural
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.plan._plan import Plan
from pulumi_zohodesk.plan._step import Step
from pulumi_zohodesk.settings import Bounds, Limits


def exceeded(plan: Plan, limits: Limits) -> tuple[str, ...]:
    """Why the plan changes too much, one sentence for each bound; empty when it does not.

    A bound is exceeded when both its count and its share are. Shares are of the objects that the stack has, of the
    kind or of all kinds. What leaves service counts as removed, whether by a removal or by an update.

    Raises ConfigError: the limits name kinds that there are not.
    """
    _require_kinds(limits)
    return tuple(_sentences(plan, limits))


def _sentences(plan: Plan, limits: Limits) -> Iterator[str]:
    managed = plan.managed
    for kind in KINDS:
        mine = [step for step in plan.steps if step.kind is kind]
        yield from _kind(plural(kind.words), mine, managed[kind.name], limits.of(kind.name))
    if len(managed) > 1:
        yield from _kind("objects", plan.steps, managed.total(), limits.every)


def _kind(words: str, steps: Sequence[Step], managed: int, bounds: Bounds) -> Iterator[str]:
    removed, updated = sum(step.removes for step in steps), sum(step.updates for step in steps)
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
