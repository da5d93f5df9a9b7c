"""A run that was looked at before it happens, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO

from rich.text import Text

from pulumi_zohodesk.cli._console import hang, printer
from pulumi_zohodesk.cli._organizations import Sessions, organization_words
from pulumi_zohodesk.cli._phases import phase
from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.cli.engine._run import RunStack
from pulumi_zohodesk.cli.engine._unnamed_file import UnnamedFile
from pulumi_zohodesk.cli.up._words import effect_words, label, lines, summary
from pulumi_zohodesk.engine import Kind, Live, Row, Session, read
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.plan import (
    AT_ONCE,
    SECONDS_PER_CALL,
    Plan,
    Price,
    Refusal,
    exceeded,
    hides_live_values,
    plan_of,
    rehearse,
    with_live_values,
    with_settings,
)
from pulumi_zohodesk.settings import Limits, is_on
from pulumi_zohodesk.transport import TALLY_FILE, tallied


@dataclass(frozen=True)
class Planned:
    """Attributes:
    plan: what would change.
    price: what it costs.
    refusals: what would be refused.
    exceeded: why it is too much at once, as sentences.
    organizations: whose objects change.
    left: API credits left today, if the service said so.
    looked: calls and credits that looking has taken, those of the engine's processes included.
    whose: the organisations as people know them, as far as anything was asked of them.
    """

    plan: Plan
    price: Price
    refusals: tuple[Refusal, ...]
    exceeded: tuple[str, ...]
    organizations: tuple[str, ...]
    left: int | None = None
    looked: tuple[int, int] = (0, 0)
    whose: tuple[str, ...] = ()


def look(engine: RunStack, limits: Limits, engine_plan: UnnamedFile | None = None, *, room: bool = True) -> Planned:
    """Preview a run through the engine and rehearse it. Nothing is written, but for the engine's own plan.

    Without ``room`` nothing is refused for want of it. Raises EngineError, ConfigError, TransportError, AuthError.
    """
    config = engine.config()
    sessions = Sessions(config, engine.directory)
    sessions.reach()
    with TemporaryDirectory(prefix="zohodesk-") as folder:
        tally = Path(folder) / "calls"
        counted = replace(engine, variables={**engine.variables, TALLY_FILE: str(tally)})
        preview = counted.refreshed_preview(engine_plan)
        looked = tallied(tally)
    if hides_live_values(preview):
        deployment = engine.readable_deployment()
        with phase("reading what is hidden once more"):
            preview = with_live_values(preview, deployment, _reader(sessions))
    plan = with_settings(plan_of(preview, hides_people=is_on(config.get("hidePersonalData"))), sessions)
    too_much = exceeded(plan, limits)
    with phase("rehearsing: what it costs, and what would be refused", len(plan.steps)) as progress:
        price, refusals = rehearse(plan, sessions, progress, room=room)
    owners = {*plan.organizations, *(session.organization_id for session in sessions.made)}
    left = min((one.client.credits_left for one in sessions.made if one.client.credits_left is not None), default=None)
    whose = tuple(dict.fromkeys(map(organization_words, sessions.made)))
    clients = {id(one.client): one.client for one in sessions.made}.values()
    looked = (
        looked[0] + sum(client.calls for client in clients),
        looked[1] + sum(client.credits_spent for client in clients),
    )
    return Planned(plan, price, refusals, too_much, tuple(sorted(owners)), left, looked, whose)


def _reader(session_for: Callable[[str | None], Session]) -> Callable[[Kind, str, Row], Live | None]:
    """How hidden objects are read: as the plugin has just read them, of their own connection or the stack's."""

    def read_live(kind: Kind, id: str, known: Row) -> Live | None:
        try:
            session = session_for(known.get("connection") or None)
        except ConfigError:
            session = session_for(None)  # theirs was renamed; of another organisation than theirs, `read` refuses
        return read(session, kind, id, known)

    return read_live


def report(planned: Planned) -> dict[str, Any]:
    """What programs read. Values of fields are in a saved plan only: they may be personal."""
    plan, price = planned.plan, planned.price
    return {
        "stack": plan.stack,
        "project": plan.project,
        "organizations": list(planned.organizations),
        "steps": [
            {
                "op": step.op,
                "kind": step.kind.name,
                "name": step.name,
                "urn": step.urn,
                "id": step.id or None,
                "fields": list(step.changed),
            }
            for step in plan.listed
        ],
        "others": plan.others,
        "protections": [
            {"urn": protection.urn, "option": protection.option, "begins": protection.begins}
            for protection in plan.protections
        ],
        "exceeded": list(planned.exceeded),
        "refused": [{"urn": refusal.step.urn, "reason": refusal.reason} for refusal in planned.refusals],
        "price": {
            "calls": price.calls,
            "credits": price.credits,
            "seconds": price.seconds,
            "invitations": price.invitations,
            "seats": price.seats,
            "effects": [
                {"kind": kind.name, "field": field.snake, "objects": count, "effect": field.effect}
                for kind, field, count in price.effects
            ],
        },
        "looking": {"calls": planned.looked[0], "credits": planned.looked[1]},
    }


def show(planned: Planned, out: TextIO | None = None, *, refused: bool = False) -> None:
    """Print what would change and what it costs; colours appear on terminals only.

    ``refused``: it is about to be refused, with what speaks against it, which is not said twice.
    """
    console = printer(out)
    plan = planned.plan
    if not plan:
        console.print("Nothing to change.")
        return
    whose = ", ".join(planned.organizations)
    console.print(Text(f"{plan.project}/{plan.stack}, organisation {whose}", style="bold"))
    for sign, style, words in lines(plan):
        hang(Text(words), Text(f"  {sign:2} ", style=style), Text(" " * 7), console)
    console.print(Text(summary(plan)))
    console.print(Text(price_words(planned)))
    for words in () if refused else warnings(planned):
        console.print(Text(words, style="yellow"))


def price_words(planned: Planned) -> str:
    """What applying it costs at most, and what looking at it has cost."""
    price = planned.price
    parts = [
        f"Price: at most {count_of(price.calls, 'API call')} and {count_of(price.credits, 'credit')}, about "
        f"{count_of(price.seconds, 'second')} (an estimate: {AT_ONCE} calls at once, {SECONDS_PER_CALL} s each)."
    ]
    if price.invitations:
        parts.append(f"{count_of(price.invitations, 'invitation')} will be mailed.")
    if price.seats:
        verb = "taken" if price.seats > 0 else "freed"
        parts.append(f"{count_of(abs(price.seats), 'seat')} will be {verb}.")
    parts += effect_words(price)
    if planned.looked[0]:
        calls, credits = planned.looked
        parts.append(f"Looking took {count_of(calls, 'API call')} and {count_of(credits, 'credit')}.")
    return " ".join(parts)


def unfit(planned: Planned) -> bool:
    """Whether `zohodesk up` refuses it."""
    return bool(planned.exceeded or planned.refusals)


def warnings(planned: Planned) -> Iterator[str]:
    """What speaks against applying it, as sentences."""
    if planned.left is not None and planned.price.credits > planned.left:
        yield f"Only {planned.left} API credits are left today: the run may stop half-way."
    yield from planned.exceeded
    yield from (f"Will be refused: {label(refusal.step)}: {printable(refusal.reason)}" for refusal in planned.refusals)
