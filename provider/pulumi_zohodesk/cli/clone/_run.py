"""One run of `zohodesk clone`: read, check, show, ask, write through the engine, prove."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._connection_meant import asked_scopes
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.cli._exit import Stopped
from pulumi_zohodesk.cli._export import connection_table
from pulumi_zohodesk.cli._organizations import same_organization
from pulumi_zohodesk.cli._phases import phase
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli.clone._side import Side
from pulumi_zohodesk.cli.clone._stack import CloneStack
from pulumi_zohodesk.cli.clone._view import SHOWN, Consent, show_end, show_plan
from pulumi_zohodesk.cli.engine._process import terminable
from pulumi_zohodesk.clone import (
    CloneFolder,
    Earlier,
    People,
    Program,
    Secrets,
    TargetObject,
    TargetState,
    Work,
    asked_problems,
    bound_problems,
    clone_program,
    damage,
    edition_problems,
    given_secrets,
    known_problems,
    lacking_secrets,
    price_of,
    report_of,
    report_text,
    scope_problems,
    target_state,
    work,
)
from pulumi_zohodesk.compare import compare, excuses_from, held_in
from pulumi_zohodesk.dynamic import logical_name
from pulumi_zohodesk.engine import scalar
from pulumi_zohodesk.errors import DeskError, InputError, Refused
from pulumi_zohodesk.export import Options
from pulumi_zohodesk.kinds import edition_of, licensed
from pulumi_zohodesk.plan import Price
from pulumi_zohodesk.settings import load_limits

PROJECT = "Pulumi.yaml"
SCOPE = "Layer 1 of 3 refuses"
"""How an error says that the token lacks a scope (`transport/_advice.py`)."""


@dataclass
class CloneRun:
    source: Side
    target: Side
    people: People
    prune: bool
    force: bool
    form: Any
    yes_invite: int
    quiet: bool = False
    earlier: Earlier = field(default_factory=Earlier)
    target_state: TargetState = field(default_factory=TargetState)
    work: Work = field(init=False)
    price: Price = field(default_factory=Price)
    secrets: Secrets = field(default_factory=dict)
    computed: bool = False

    def refuse_same(self) -> None:
        one, other = self.source.session.settings, self.target.session.settings
        if same_organization(one, other):
            raise InputError(
                f'"{self.source.name}" and "{self.target.name}" are the same organisation {one.org_id}. '
                "Nothing was read or changed."
            )

    def read(self) -> None:
        """Read both. Raises Refused, before that, when the target's connection is not for what a clone calls."""
        if problems := list(bound_problems(self.source.session, self.target.session)):
            raise Refused("\n".join(["The clone cannot be made; nothing was read or changed:", *problems]))
        self.source.read()
        self.target.read()

    def compute(self, earlier: Earlier) -> None:
        """What is to be done, from both inventories."""
        self.earlier = earlier
        source, target = self.source.inventory, self.target.inventory
        self.target_state = target_state(source, target, self.people, earlier.ids)
        spared = self.target.indispensable() if self.prune else {}
        self.work = work(self.target_state, source, target, prune=self.prune, spared=spared)
        self.computed = True

    def plan(self, earlier: Earlier) -> None:
        """Compute, check and show. Raises Refused with everything that stands against it."""
        with phase("working out what is to be done, and whether that would be refused"):
            self.compute(earlier)
            problems = self._problems()
        if problems:
            listed = "\n".join(f"- {printable(problem)}" for problem in dict.fromkeys(problems))
            raise Refused(f"The clone cannot be made; nothing was changed:\n{listed}")
        if not self.quiet:
            titles = self.source.title, self.target.title
            show_plan(titles, self.target_state, self.work, self.price, list(self._consent().hurdles()))

    def _problems(self) -> list[str]:
        source, target = self.source.inventory, self.target.inventory
        written = [*self.work.creates, *self.work.updates]
        problems = list(known_problems(source, target, self.target_state, self.work))
        problems += lacking_secrets(written, os.environ)
        if not problems:  # what is asked is asked about work that makes sense
            problems += asked_problems(self.target.session, self.work)
        if not self.force:
            name, client = self.target.edition, self.target.session.client
            problems += edition_problems(name, licensed(client, edition_of(name)), target, self.work)
        if not problems:
            self.secrets = given_secrets(written, os.environ)
            self.price, problems = price_of(self.work, target, self.target.session, self.secrets)
            asked = asked_scopes(self.target.session.settings)
            problems += scope_problems(self.price.writes, asked, self.target.name)
        return problems

    def report(self, **state: Any) -> dict[str, Any]:
        inventories = self.source.inventory, self.target.inventory
        return report_of(*inventories, self.target_state, self.work, self.people, self.earlier, **state)

    def refusal(self, trouble: str) -> dict[str, Any]:
        """The report of a run that ended before its first write; no file is written for it."""
        sides = {"from": {"organization": self.source.id}, "to": {"organization": self.target.id}}
        known = self.report(trouble=trouble) if self.computed else {"version": 1, **sides, "trouble": trouble}
        return {**known, "status": "refused"}

    def whole(self, folder: CloneFolder, stack: CloneStack, yes: bool) -> int:
        begun = (folder.path / PROJECT).exists()
        if begun:
            stack.open()
            stack.mend()
        self.read()
        self.plan(folder.earlier())
        self._consent().ask(yes)
        folder.note(self.report())
        try:
            with terminable("Stopped before the end."):
                self._write(folder, stack, begun)
        except DeskError as error:
            return self._failed(folder, str(error))
        except Stopped as error:
            self._failed(folder, str(error))
            raise Stopped from None
        return self._prove(folder)

    def _write(self, folder: CloneFolder, stack: CloneStack, begun: bool) -> None:
        with phase(f"writing to {printable(self.target.name)}", self.work.writes) as progress:
            if first := self.work.first():
                self._apply(folder, stack, first, refresh=begun, last=False, progress=progress)
                # What was made has an id now, by which it is known from here on.
                self.target.read_again()
                self.compute(folder.earlier())
                begun = False
            self._apply(folder, stack, self.work.objects, refresh=begun, last=True, progress=progress)

    def _apply(
        self,
        folder: CloneFolder,
        stack: CloneStack,
        wanted: Sequence[TargetObject],
        *,
        refresh: bool,
        last: bool,
        progress: Any,
    ) -> None:
        """One pass: the program, what it takes over, what it forgets, and the update."""
        if not (folder.path / PROJECT).exists():
            folder.write(self._program(wanted, {}).project)
            stack.open(new=True)
        held = {entry.place: entry.urn for entry in held_in(stack.deployment())}
        doomed = {(item.kind.name, item.id) for item in self.work.removals}
        stays = {target_object.place for target_object in wanted} | doomed
        stack.forget({urn for place, urn in held.items() if place not in stays})
        names = {place: logical_name(urn) for place, urn in held.items() if place in stays}
        made = self._program(wanted, names, stack.settings_kept())
        folder.write(made.project)
        for name, value in made.secrets.items():
            stack.keep_secret(name, value)
        stack.take_over(made.entries)
        if not self.work.nothing:
            going = {urn for place, urn in held.items() if last and place in doomed}
            stack.refuse_surprises(going, refresh=refresh)
            stack.up(refresh=refresh, progress=progress)

    def _program(
        self, wanted: Sequence[TargetObject], held: Mapping[tuple[str, str], str], kept: Collection[str] = ()
    ) -> Program:
        settings = self.target.session.settings
        organization = scalar(self.source.session.organization().get("companyName"))
        name = f"clone of {organization or self.source.id}"
        options = Options(name, form=self.form, connection=self.target.name, table=connection_table(settings))
        return clone_program(wanted, self.source.inventory, self.target.inventory, options, held, self.secrets, kept)

    def _failed(self, folder: CloneFolder, trouble: str) -> int:
        """Record what was done so far; the same command continues."""
        trouble = "\n".join(printable(line) for line in _once(trouble).splitlines())
        try:
            self.target.read_again()
            self.compute(folder.earlier())
        except DeskError:
            pass  # then the report says what was planned
        folder.note(report := self.report(trouble=trouble))
        say(f"error: {trouble}", sys.stderr)
        if self.quiet:
            print(report_text(report), end="")
        made = sum(one["id"] is not None for one in report["created"])
        left = len(report["created"]) - made
        say(
            f"Made so far: {made} objects; {left} are missing. clone-report.json lists them. "
            "Run the same command again to continue.",
            sys.stderr,
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
            say(f"{finding.sort.value}: {finding.kind} {printable(' / '.join(finding.key))} {fields}", sys.stderr)
        return _exit.DONE if proven else _exit.DIFFERENCES

    def _consent(self) -> Consent:
        too_much = [] if self.force else damage(self.work, self.target.inventory, load_limits())
        return Consent(self.target.name, not self.work.nothing, too_much, self.price.invitations, self.yes_invite)


def _once(trouble: str) -> str:
    """What the engine said; a scope that the token lacks, which every write meets, is said once."""
    lacking = [line.strip() for line in trouble.splitlines() if SCOPE in line]
    return lacking[0].removeprefix("error: ") if lacking else trouble
