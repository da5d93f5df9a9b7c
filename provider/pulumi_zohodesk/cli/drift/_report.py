"""What `zohodesk drift` finds, as a report: headings, what they mean, what to do next.

And the baseline of a drift job: a file beside zohodesk.toml that says, by id, what was there before the stack.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import typer

from pulumi_zohodesk.cli._differences import Report, never_told
from pulumi_zohodesk.cli._organizations import Sessions, organization_words
from pulumi_zohodesk.cli._phases import reading
from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.cli.drift._look import Looked, Want, look
from pulumi_zohodesk.cli.engine._run import RunStack
from pulumi_zohodesk.compare import Finding, Held, Sort, first_look, held_in
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.kinds import kind_named
from pulumi_zohodesk.settings import DriftTable, read_text, write_whole

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


Baseline = Mapping[str, frozenset[tuple[str, str]]]
"""Ids of organisations to kind and id of objects. In the file: ``{"7001": {"Agent": ["123"]}}``, nothing of people."""


def read_baseline(file: Path | None, *, writes: bool) -> Baseline:
    """What the file says. One that shall be written may not be there yet.

    Raises:
        BadParameter: it shall be written, and nothing says where.
        ConfigError: it is not there, or no baseline.
    """
    if file is None:
        if writes:
            raise typer.BadParameter('say where first: [drift] in zohodesk.toml, baseline = "drift-baseline.json".')
        return {}
    try:
        content = json.loads(read_text(file))
        return {
            str(organization): frozenset((str(kind), str(id)) for kind, ids in table.items() for id in ids)
            for organization, table in content.items()
        }
    except FileNotFoundError:
        if writes:
            return {}
        raise ConfigError(
            [f"The baseline {file} of [drift] is not there. Write it with: zohodesk drift --write-baseline"]
        ) from None
    except (OSError, ValueError, AttributeError, TypeError):
        raise ConfigError(
            [f"{file} is no baseline. Take it away, and write it with: zohodesk drift --write-baseline"]
        ) from None


def write_baseline(file: Path, known: Baseline, more: Baseline) -> None:
    """Write what was known with what is new, sorted, so that a new baseline differs where the organisation does."""
    content: dict[str, dict[str, list[str]]] = {}
    for organization in sorted({*known, *more}):
        places = known.get(organization, frozenset()) | more.get(organization, frozenset())
        for kind, id in sorted(places, key=lambda place: (place[0], len(place[1]), place[1])):
            content.setdefault(organization, {}).setdefault(kind, []).append(id)
    write_whole(file, json.dumps(content, indent=1) + "\n")
