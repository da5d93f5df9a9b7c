"""What `zohodesk drift` finds, as a report: headings, what they mean, what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from pulumi_zohodesk.cli._differences import Report, never_told
from pulumi_zohodesk.cli._organizations import organization_words
from pulumi_zohodesk.cli._phases import reading
from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.cli._sessions import Sessions
from pulumi_zohodesk.cli.drift._look import Looked, Want, look
from pulumi_zohodesk.cli.engine._run import RunStack
from pulumi_zohodesk.compare import Finding, Held, Sort, first_look, held_in
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.settings import DriftTable

HEADINGS = {
    Sort.CHANGED: "Changed",
    Sort.DISABLED: "Disabled",
    Sort.DISAPPEARED: "Disappeared",
    Sort.APPEARED: "Appeared",
    Sort.UNMANAGED: "Unmanaged",
}
LEGEND = {
    Sort.CHANGED: "A field that the program manages has another value in Zoho Desk than the stack applied last.",
    Sort.DISABLED: "It was switched off in Zoho Desk.",
    Sort.DISAPPEARED: "It is gone from Zoho Desk; the stack still has it.",
    Sort.APPEARED: "It came to Zoho Desk after the stack first looked, and no program manages it.",
    Sort.UNMANAGED: "It was in Zoho Desk before the stack, and no program manages it.",
}
MANAGED = (
    "Put it back as the program has it: `zohodesk drift --revert` (it shows a plan and asks first).",
    "Or keep it, and let the program say so: `zohodesk drift --accept`.",
)
STRANGERS = (
    "What appeared is left alone. Take it over: declare it, then `zohodesk adopt`. Or say in `zohodesk.toml`, under "
    "[drift], that it may be there.",
)


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


def looked(engine: DriftStack, directory: Path, want: Want) -> tuple[Looked, tuple[Session, ...]]:
    """What is found, and the sessions that it was found with."""
    config = engine.config()
    sessions = Sessions(config, directory)
    state = engine.held()
    want = replace(want, since=engine.first_look())
    with reading() as told:
        return look(state, sessions, want, told), sessions.made


def there_before(finding: Finding) -> Finding:
    """What a baseline has just noted did not appear."""
    return replace(finding, sort=Sort.UNMANAGED) if finding.sort is Sort.APPEARED else finding


def about(report: Report, sessions: Sequence[Session]) -> list[tuple[str, str]]:
    """What a page says of the stack, and of whose objects it is."""
    whose = dict.fromkeys(organization_words(session) for session in sessions)
    return [("Stack", printable(report.facts["stack"] or "-")), ("Organisation", ", ".join(whose) or "-")]


def reported(engine: DriftStack, found: Looked, table: DriftTable) -> Report:
    """What is found, as it is told."""
    stack, since = engine.stack or found.stack, engine.first_look()
    notes = []
    if not found.held:
        notes.append("The stack has no object of Zoho Desk.")
    if found.ignored:
        notes.append(f"Unmanaged, and ignored as zohodesk.toml says: {found.ignored}.")
    notes += [*never_told(found.secretive), *_strangers(found.findings, table)]
    return Report(
        title=f"Drift of the stack {printable(stack)}" if stack else "Drift of the stack",
        sides=("In the stack", "Live in Zoho Desk"),
        headings=HEADINGS,
        findings=found.findings,
        checked=found.objects,
        untold=found.held - found.objects,
        notes=notes,
        doubts=found.doubts,
        facts={
            "stack": stack,
            "organizations": list(dict.fromkeys(found.organizations)),
            "ignored": found.ignored,
            "firstLook": since.strftime("%Y-%m-%dT%H:%M:%SZ") if since else None,
        },
        legend=LEGEND,
        then=[
            *(MANAGED if any(finding.urn for finding in found.findings) else ()),
            *(STRANGERS if any(not finding.urn for finding in found.findings) else ()),
        ],
        quiet=frozenset() if table.fails else frozenset({Sort.UNMANAGED}),
    )


def _strangers(findings: Sequence[Finding], table: DriftTable) -> Iterator[str]:
    """What is said of objects that nobody manages: what was there before in numbers, and what cannot be told."""
    there = Counter(finding.kind for finding in findings if finding.sort is Sort.UNMANAGED)
    if there and not table.fails:
        listed = ", ".join(count_of(count, kind_named(kind).words) for kind, count in there.items())
        yield f"Unmanaged, there before the stack, and no drift: {listed}. `--json` lists them."
    undated = sum(finding.sort is Sort.APPEARED and not finding.when for finding in findings)
    if undated and table.baseline is None:
        yield (
            f"{undated} of what appeared {'tells' if undated == 1 else 'tell'} no time of creation, so it may "
            'have been there before the stack. Note what was: write `baseline = "drift-baseline.json"` under [drift] '
            "in `zohodesk.toml`, then run `zohodesk drift --write-baseline`."
        )
