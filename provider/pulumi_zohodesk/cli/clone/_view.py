"""What people see of a clone, and are asked: the plan before it, consent, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.cli._asking import agree
from pulumi_zohodesk.cli._console import printer
from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.cli.up._words import effect_words
from pulumi_zohodesk.clone import REPORT, TargetState, Work
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.inventory import Item
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.plan import Price

SHOWN = 20
"""Lines of each list; the report has all."""


def show_plan(
    names: tuple[str, str], target_state: TargetState, work: Work, price: Price, hurdles: Sequence[str]
) -> None:
    """Print what a clone is about to do, and what it will be refused or asked about before it does."""
    say = printer().print
    say(f"Clone of {names[0]} into {names[1]}:")
    here = [target_object.item for target_object in work.objects if target_object.live]
    _counts(say, "are there already", here)
    _counts(say, "to create", [target_object.item for target_object in work.creates])
    _counts(say, "to change", [target_object.item for target_object in work.updates])
    _counts(say, "to REMOVE", work.removals)
    _counts(say, "only in the target, left alone", [one.item for one in work.excess if one.reason])
    for target_object in work.updates[:SHOWN]:
        wires = ", ".join(target_object.item.kind.by_wire[wire].snake for wire in target_object.changed)
        say(f"  change {printable(target_object.item.label)}: {wires}")
    _more(say, len(work.updates))
    for item in work.removals:
        say(f"  REMOVE {printable(item.label)}: {_removal(item)}")
    for omission in [omission for omission in target_state.omissions if not omission.field][:SHOWN]:
        say(f"  left out {omission.kind} {printable(' / '.join(omission.key))}: {printable(omission.reason)}")
    _more(say, sum(not omission.field for omission in target_state.omissions))
    partly = sum(bool(omission.left_out) for omission in target_state.omissions)
    if partly:
        say(f"  references to people who are left out are taken out of {partly} objects")
    for note in target_state.notes:
        say(f"  note: {printable(note)}")
    if work.nothing:
        say("Nothing to write.")
        return
    seats = f"{abs(price.seats)} {'freed' if price.seats < 0 else 'taken'}" if price.seats else "as many as now"
    say(
        f"Invitations: {price.invitations}, seats: {seats}. About {price.calls} calls, {price.credits} credits, "
        f"{price.seconds} seconds."
    )
    for words in effect_words(price):
        say(words)
    for hurdle in hurdles:
        say(printable(hurdle))


def show_end(report: Mapping[str, Any], folder: str, *, proven: bool) -> None:
    """Print what a clone has done, and whether both organisations are the same now."""
    say = printer().print
    sizes = {name: len(report[name]) for name in ("adopted", "created", "updated", "removed", "kept", "omitted")}
    say(", ".join(f"{name} {count}" for name, count in sizes.items()))
    say(f"The report is {folder}/{REPORT}")
    if proven:
        say("Proven: nothing differs but what the report names, and a second clone would change nothing.")
    else:
        say("NOT the same yet: run the same command again, or see `zohodesk diff`.")


def _counts(say: Callable[[str], None], words: str, items: Iterable[Item]) -> None:
    found = Counter(item.kind.name for item in items)
    if found:
        counts = (count_of(found[kind.name], kind.words) for kind in KINDS if found[kind.name])
        say(f"  {words}: {', '.join(counts)}")


def _more(say: Callable[[str], None], count: int) -> None:
    if count > SHOWN:
        say(f"  ... and {count - SHOWN} more")


def _removal(item: Item) -> str:
    """What will become of it, in the words that say afterwards what became of it."""
    return next(iter(item.kind.removals.values())).does.replace("was ", "will be ", 1)


@dataclass(frozen=True)
class Consent:
    """Attributes:
    target: name of its connection.
    writes: whether anything is to be written.
    too_much: why more leaves service than the limits allow; empty when it does not, or with ``--force``.
    invitations: people who will be sent one.
    free: so many are invited without a question.
    """

    target: str
    writes: bool
    too_much: Sequence[str]
    invitations: int
    free: int

    def hurdles(self) -> Iterator[str]:
        """For the plan, what `ask` will refuse or ask about, "go on?" aside."""
        if self.too_much:
            yield f"Refused without --force: {' '.join(self.too_much)}"
        if self._too_many:
            yield f"Asked about: {self.invitations} invitations; --yes-invite {self.invitations} says yes."

    def ask(self, yes: bool) -> None:
        """Raises Refused when nobody can say yes, Declined when somebody says no."""
        if self.too_much:
            raise Refused(f"{' '.join(self.too_much)} Nothing was changed. Look at the plan, then use --force.")
        if self._too_many:
            _confirm(f"{self.invitations} people will be sent an invitation.", f"--yes-invite {self.invitations}")
        if not yes and self.writes:
            _confirm(f"This will be written to {self.target}.", "--yes")

    @property
    def _too_many(self) -> bool:
        return self.invitations > max(self.free, 0)


def _confirm(words: str, option: str) -> None:
    agree(f"{words} Go on?", f"{words} Nothing was changed. Say so with {option}.")
