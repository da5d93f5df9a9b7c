"""What a run costs, by what its rehearsal has counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from pulumi_zohodesk.engine import Field, Kind
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.plan._plan import Plan
from pulumi_zohodesk.plan._rehearsal import RehearsalClient

AT_ONCE = 4
"""Calls of the engine that the host of dynamic providers runs at once, whatever ``--parallel`` says."""

SECONDS_PER_CALL = 0.35
"""What one call is taken to last. No measurement of the real service: an estimate."""

SECONDS_PER_OBJECT, SECONDS_TO_START = 0.07, 3.0
"""What the engine itself takes: a checkpoint for each object; two processes (docs/architecture.md)."""

INVITES, SEATS, FREES = ("addAgent",), ("addAgent", "activateAgents"), ("deactivateAgents", "deleteAgent")
"""Operations that mail an invitation, take a seat, free one."""


@dataclass(frozen=True)
class Price:
    """What a run costs. Calls and credits are upper bounds; exact where nothing but creates and updates happens.

    Attributes:
        calls, credits: of the API.
        seconds: an estimate, see `SECONDS_PER_CALL`.
        invitations: mails to people.
        seats: seats that agents take; less than nothing when more are freed.
        writes: names of the operations that write.
    effects: of how many objects a field does something outside of Zoho Desk (`Field.effect`), with kind and field.
    """

    calls: int = 0
    credits: int = 0
    seconds: int = 0
    invitations: int = 0
    seats: int = 0
    writes: frozenset[str] = frozenset()
    effects: tuple[tuple[Kind, Field, int], ...] = ()


def price_of(plan: Plan, clients: Sequence[RehearsalClient]) -> Price:
    """What a plan costs that these clients have rehearsed."""
    tallies = [client.tally for client in clients]
    calls, credits = _reads(plan)
    calls += sum(tally.calls for tally in tallies)
    credits += sum(tally.credits for tally in tallies)
    writes: Counter[str] = sum((tally.writes for tally in tallies), Counter())
    seats = sum(writes[name] for name in SEATS) - sum(writes[name] for name in FREES)
    invited = sum(writes[name] for name in INVITES)
    effects: Counter[tuple[str, str]] = sum((tally.effects for tally in tallies), Counter())
    found = tuple((kind := KINDS.named(name), kind.by_wire[wire], n) for (name, wire), n in effects.items())
    at_once = min([AT_ONCE, *(client.throttle.cap for client in clients)])
    objects = len(plan.steps) + plan.others
    seconds = ceil(SECONDS_TO_START + calls * SECONDS_PER_CALL / at_once + objects * SECONDS_PER_OBJECT)
    return Price(calls, credits, seconds, invited, seats, frozenset(writes), found)


def _reads(plan: Plan) -> tuple[int, int]:
    """Upper bounds of what is read before: objects that the state must learn of, and those a program only reads.

    See `engine/_snapshot.py`: single reads, first pages within twice the reads and the allowance, and further pages
    for what single reads have cost.
    """
    stale = Counter(plan.objects[urn][0].name for urn in plan.stale if urn in plan.objects)
    reads = Counter(kind.name for kind, _ in plan.reads.values())
    counts = [*stale.values(), *reads.values(), *(1 for _ in plan.vanished)]
    calls = sum(1 if count == 1 else 2 * count + 4 for count in counts)
    credits = sum(1 if count == 1 else 4 * count + 12 for count in counts)
    # That something is gone is believed only when the organisation answers, and what it lay in can be seen.
    gone = len(plan.vanished)
    return calls + 3 * gone, credits + 5 * gone
