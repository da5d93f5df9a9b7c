"""One run of `zohodesk clone`: read, check, show, ask, write through the engine, prove."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import typer

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._clone_stack import CloneStack
from pulumi_zohodesk.cli._clone_view import SHOWN, counted, show_end, show_plan
from pulumi_zohodesk.cli._export import connection_table, progress
from pulumi_zohodesk.cli._rows import printable
from pulumi_zohodesk.clone import (
    PERSON,
    Aim,
    Aims,
    CloneFolder,
    Earlier,
    People,
    Program,
    Work,
    aims,
    asked_problems,
    clone_program,
    damage,
    edition_problems,
    known_problems,
    price_of,
    report_of,
    report_text,
    work,
)
from pulumi_zohodesk.compare import compare, excuses_from
from pulumi_zohodesk.engine import Session, scalar
from pulumi_zohodesk.errors import DeskError, InputError, Refused
from pulumi_zohodesk.export import Options
from pulumi_zohodesk.inventory import Inventory, take
from pulumi_zohodesk.plan import Price
from pulumi_zohodesk.settings import load_limits, resolve
from pulumi_zohodesk.transport import client_for

__all__ = ["CloneRun", "Side"]

PROJECT = "Pulumi.yaml"


@dataclass
class Side:
    """One of the two organisations."""

    name: str
    session: Session
    inventory: Inventory = field(init=False)

    @classmethod
    def of(cls, connection: str) -> Side:
        settings = resolve(connection=connection)
        return cls(connection, Session(client_for(settings), settings))

    @property
    def id(self) -> str:
        return self.session.organization_id

    @property
    def edition(self) -> str:
        return scalar(self.session.organization().get("edition"))

    @property
    def title(self) -> str:
        """Its name, with where it is and what it is sold as: a clone may differ in both."""
        return f"{self.name} ({self.id}, {self.session.settings.dc}, edition {printable(self.edition)})"

    def read(self) -> None:
        self.session.organization()  # tells the edition, and with it how many calls run at once
        with progress() as told:
            self.inventory = take(self.session, progress=told)


@dataclass
class CloneRun:
    """One run of the command."""

    source: Side
    target: Side
    people: People
    prune: bool
    force: bool
    form: Any
    quiet: bool = False
    earlier: Earlier = field(default_factory=Earlier)
    aims: Aims = field(default_factory=Aims)
    work: Work = field(init=False)
    price: Price = field(default_factory=Price)

    def refuse_same(self) -> None:
        """Raises InputError when both are one organisation."""
        one, other = self.source.session.settings, self.target.session.settings
        if one.org_id == other.org_id and one.api_url == other.api_url:
            raise InputError(
                f'"{self.source.name}" and "{self.target.name}" are the same organisation {one.org_id}. '
                "Nothing was read or changed."
            )

    def read(self) -> None:
        self.source.read()
        self.target.read()

    def compute(self, earlier: Earlier) -> None:
        """What is to be done, from both inventories."""
        self.earlier = earlier
        self.aims = aims(self.source.inventory, self.target.inventory, self.people, earlier.ids)
        self.work = work(self.aims, self.target.inventory, prune=self.prune, spared=self._spared())

    def plan(self, earlier: Earlier) -> None:
        """Compute, check and show. Raises Refused with everything that stands against it."""
        self.compute(earlier)
        if problems := self._problems():
            listed = "\n".join(f"- {printable(one)}" for one in dict.fromkeys(problems))
            raise Refused(f"The clone cannot be made; nothing was changed:\n{listed}")
        if not self.quiet:
            show_plan((self.source.title, self.target.title), self.aims, self.work, self.price)

    def _problems(self) -> list[str]:
        source, target = self.source.inventory, self.target.inventory
        problems = list(known_problems(source, target, self.aims, self.work))
        if not problems:  # what is asked is asked about work that makes sense
            problems += asked_problems(self.target.session, self.work)
        if not self.force:
            problems += edition_problems(self.target.edition, target, self.work)
        if not problems:
            self.price, problems = price_of(self.work, target, self.target.session)
        return problems

    def report(self, **state: Any) -> dict[str, Any]:
        inventories = self.source.inventory, self.target.inventory
        return report_of(*inventories, self.aims, self.work, self.people, self.earlier, **state)

    def whole(self, folder: CloneFolder, stack: CloneStack, yes: bool, yes_invite: int) -> int:
        """Read, plan, ask, write, prove."""
        begun = (folder.path / PROJECT).exists()
        if begun:
            stack.open()
            stack.mend()
        self.read()
        self.plan(folder.earlier())
        self._ask(yes, yes_invite)
        folder.note(self.report())
        try:
            self._write(folder, stack, begun)
        except DeskError as error:
            return self._failed(folder, str(error))
        except KeyboardInterrupt:
            self._failed(folder, "Stopped by Ctrl-C.")
            raise
        return self._prove(folder)

    def _write(self, folder: CloneFolder, stack: CloneStack, begun: bool) -> None:
        with counted(f"writing to {self.target.name}", self.work.writes) as told:
            if first := self.work.first():
                self._apply(folder, stack, first, refresh=begun, last=False, told=told)
                # What was made has an id now, by which it is known from here on.
                self.target.inventory = take(self.target.session)
                self.compute(folder.earlier())
                begun = False
            self._apply(folder, stack, self.work.aims, refresh=begun, last=True, told=told)

    def _apply(
        self, folder: CloneFolder, stack: CloneStack, wanted: Sequence[Aim], *, refresh: bool, last: bool, told: Any
    ) -> None:
        """One pass: the program, what it takes over, what it forgets, and the update."""
        if not (folder.path / PROJECT).exists():
            folder.write(self._program(wanted, {}).project)
            stack.open(new=True)
        held = {place: str(one["urn"]) for place, one in stack.held().items()}
        stays = {aim.place for aim in wanted} | {(item.kind.name, item.id) for item in self.work.removals}
        stack.forget({urn for place, urn in held.items() if place not in stays})
        names = {place: urn.rsplit("::", 1)[1] for place, urn in held.items() if place in stays}
        made = self._program(wanted, names)
        folder.write(made.project)
        stack.take_over(made.entries)
        if not self.work.nothing:
            self._refuse_surprises(stack.steps(refresh=refresh), last)
            stack.up(refresh=refresh, told=told)

    def _program(self, wanted: Sequence[Aim], held: Mapping[tuple[str, str], str]) -> Program:
        return clone_program(wanted, self.source.inventory, self.target.inventory, self._options(), held)

    def _refuse_surprises(self, steps: list[Any], last: bool) -> None:
        """The engine's own preview must not remove or replace what the plan does not name."""
        doomed = len(self.work.removals) if last else 0
        strange = [one for one in steps if one["op"] not in ("create", "update", "delete")]
        removed = [one for one in steps if one["op"] == "delete"]
        if strange or len(removed) > doomed:
            names = ", ".join(str(one["urn"]).rsplit("::", 1)[1] for one in [*strange, *removed][:10])
            raise Refused(
                f"The engine would remove or replace what the plan does not say: {names}. Nothing was applied."
            )

    def _failed(self, folder: CloneFolder, trouble: str) -> int:
        """Record what was done so far; the same command continues."""
        trouble = "\n".join(printable(line) for line in trouble.splitlines())
        try:
            self.target.inventory = take(self.target.session)
            self.compute(folder.earlier())
        except DeskError:
            pass  # then the report says what was planned
        folder.note(report := self.report(trouble=trouble))
        print(f"error: {trouble}", file=sys.stderr)
        made = sum(one["id"] is not None for one in report["created"])
        left = len(report["created"]) - made
        print(
            f"Made so far: {made} objects; {left} are missing. clone-report.json lists them. "
            "Run the same command again to continue.",
            file=sys.stderr,
        )
        return _exit.ERROR

    def _prove(self, folder: CloneFolder) -> int:
        """The target is read anew: it must differ in nothing but what the report names, and leave nothing to do."""
        earlier = folder.earlier()
        self.target.read()
        self.compute(earlier)
        report = self.report(done=True)
        different = compare(self.source.inventory, self.target.inventory).without(excuses_from(report))
        proven = self.work.nothing and not different
        if not proven:
            report = self.report(trouble="After the clone the organisations still differ.")
        folder.note(report)
        if self.quiet:
            print(report_text(report), end="")
        else:
            show_end(report, str(folder.path), proven=proven)
        for finding in different.findings[:SHOWN]:
            fields = ", ".join(edit.field for edit in finding.edits)
            print(
                f"{finding.sort.value}: {finding.kind} {printable(' / '.join(finding.key))} {fields}", file=sys.stderr
            )
        return _exit.DONE if proven else _exit.DIFFERENCES

    def _ask(self, yes: bool, yes_invite: int) -> None:
        """Raises Refused when nobody says yes."""
        reasons = [] if self.force else damage(self.work, self.target.inventory, load_limits())
        if reasons:
            raise Refused(f"{' '.join(reasons)} Nothing was changed. Look at the plan, then use --force.")
        invited = self.price.invitations
        if invited > max(yes_invite, 0):
            self._confirm(f"{invited} people will be sent an invitation.", f"--yes-invite {invited}")
        if not yes and not self.work.nothing:
            self._confirm(f"This will be written to {self.target.name}.", "--yes")

    def _confirm(self, words: str, option: str) -> None:
        if not sys.stdin.isatty():
            raise Refused(f"{words} Nothing was changed. Say so with {option}.")
        typer.confirm(f"{words} Go on?", abort=True, err=True)

    def _options(self) -> Options:
        settings = self.target.session.settings
        organization = scalar(self.source.session.organization().get("companyName"))
        name = f"clone of {organization or self.source.id}"
        return Options(name, form=self.form, connection=self.target.name, table=connection_table(settings))

    def _spared(self) -> dict[tuple[str, str], str]:
        """Who must stay, or this very connection ends with them."""
        if not self.prune or PERSON not in self.target.inventory.kinds:
            return {}
        session = self.target.session
        spared = {(PERSON, scalar(session.me().get("id"))): "The token belongs to this agent."}
        contact = scalar(session.organization().get("primaryContact"))
        for item in self.target.inventory.find(PERSON, (contact,)):
            spared[PERSON, item.id] = "The primary contact of the organisation."
        return spared
