"""The two parties that `zohodesk diff` compares, and the report of what differs."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pulumi_zohodesk.cli._differences import Report, never_told
from pulumi_zohodesk.cli._organizations import organization_words, same_organization
from pulumi_zohodesk.cli._phases import reading
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.compare import Comparison, Excuse, Side, Sort, excuses_from, exported
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.export import gaps_of
from pulumi_zohodesk.inventory import Gap, Inventory, readable_kinds, take
from pulumi_zohodesk.kinds import KINDS, kind_named
from pulumi_zohodesk.settings import Settings, load_connections, quoted, read_text, resolve
from pulumi_zohodesk.transport import client_for

Kinds = tuple[str, ...]
LEGEND = {
    Sort.CHANGED: "Both have it, and a field has two values.",
    Sort.DISABLED: "Both have it, and it is switched off in one.",
    Sort.ONLY_IN_A: "Nothing on the other side has this natural key: name, address, or name and place.",
    Sort.ONLY_IN_B: "Nothing on the other side has this natural key: name, address, or name and place.",
    Sort.DUPLICATES: "Several objects have one natural key there, so they were not compared.",
}


@dataclass(frozen=True)
class Party:
    """One of the two: an organisation, or a folder.

    Attributes:
        name: as it was given.
        settings: where the organisation is; None for a folder.
    """

    name: str
    settings: Settings | None

    @classmethod
    def of(cls, name: str) -> Party:
        """Raises ConfigError or InputError when it is neither; nothing is sent yet."""
        if name not in load_connections():
            if Path(name).is_dir():
                return cls(name, None)
            if os.sep in name or name in (".", ".."):
                raise InputError(f"There is no folder {name}.")
        return cls(name, resolve(connection=name))

    def read(self, kinds: Kinds) -> Inventory | Side:
        if self.settings is None:
            return exported(Path(self.name), gaps_of(Path(self.name)))
        with reading() as progress:
            return take(self.session, kinds=kinds or None, progress=progress)

    @cached_property
    def session(self) -> Session:
        assert self.settings is not None
        return Session(client_for(self.settings), self.settings, KINDS)

    @property
    def about(self) -> str:
        """What a page says of it."""
        whose = "the folder" if self.settings is None else organization_words(self.session)
        return f"{printable(self.name)}: {whose}"

    @property
    def fact(self) -> dict[str, str]:
        """What JSON says of it."""
        if self.settings is None:
            return {"folder": self.name}
        return {"connection": self.name, "organization": self.settings.org_id}


def refuse_same(one: Party, other: Party) -> None:
    a, b = one.settings, other.settings
    if a and b and same_organization(a, b):
        raise InputError(
            f'"{one.name}" and "{other.name}" are the same organisation {a.org_id}, which differs from itself in '
            "nothing. Nothing was read."
        )
    if not a and not b and Path(one.name).resolve() == Path(other.name).resolve():
        raise InputError(f"{one.name} and {other.name} are the same folder.")


def excused(report: Path, one: Party, other: Party) -> list[Excuse]:
    """What a report excuses. Raises InputError for one that does not speak of these two, in this order, to its end."""
    try:
        found = json.loads(read_text(report))
    except (UnicodeError, ValueError):
        raise InputError(f"{report} is no report of `zohodesk clone`: it is no JSON.") from None
    excuses = excuses_from(found)
    sides = tuple(str((found.get(name) or {}).get("organization", "")) for name in ("from", "to"))
    for party, id, words in zip((one, other), sides, ("from", "into"), strict=True):
        if party.settings is not None and party.settings.org_id != id:
            raise InputError(
                f'{report} is of a clone {words} organisation {id or "unknown"}, and "{party.name}" is organisation '
                f"{party.settings.org_id}. It excuses only what is compared in the direction of the clone."
            )
    if found.get("status") != "done":
        raise InputError(
            f"{report} is of a clone that has not come to its end, so it does not say what was left out. Run the same "
            "`zohodesk clone` again, then compare."
        )
    return excuses


def report_of(
    parties: tuple[Party, Party], read: tuple[Inventory | Side, Inventory | Side], found: Comparison, kinds: Kinds
) -> Report:
    names = printable(parties[0].name), printable(parties[1].name)
    asked = set(kinds or found.compared)
    places = [(("a", "b").index(side), gap) for side, gap in found.gaps]
    gaps = [(gap.kind in asked, f"{names[place]}: {_words(gap)}") for place, gap in places]
    return Report(
        title=f"{names[0]} and {names[1]}",
        sides=names,
        headings={
            Sort.CHANGED: "Different",
            Sort.DISABLED: "Disabled in one",
            Sort.ONLY_IN_A: f"Only in {names[0]}",
            Sort.ONLY_IN_B: f"Only in {names[1]}",
            Sort.DUPLICATES: "Several of one name",
        },
        findings=found.findings,
        checked=sum(found.compared.values()),
        notes=[
            *never_told(name for name, count in found.compared.items() if count),
            *_outside(parties, read, kinds),
            *(text for matters, text in gaps if not matters),
        ],
        legend=LEGEND,
        doubts=[text for matters, text in gaps if matters],
        facts={"a": parties[0].fact, "b": parties[1].fact, "kinds": list(found.compared)},
    )


def then(one: Party, other: Party) -> list[str]:
    """What may be done about differences."""
    if one.settings and other.settings:
        names = shlex.quote(one.name), shlex.quote(other.name)
        return [
            f"Bring the first into the second: `zohodesk clone --from {names[0]} --to {names[1]} --out FOLDER "
            "--dry-run` shows what that would change, and changes nothing."
        ]
    return [
        "Where the folder is right, apply it in its project: `zohodesk preview`, then `zohodesk up`.",
        "Where the organisation is right, export it again: `zohodesk export --format yaml`.",
    ]


def _outside(
    parties: tuple[Party, Party], read: tuple[Inventory | Side, Inventory | Side], kinds: Kinds
) -> Iterator[str]:
    """What is not compared: what one of the connections is not for, and what is compared only by its name."""
    for place, party in enumerate(parties):
        if party.settings is None:
            continue
        other = read[1 - place]
        readable = readable_kinds(party.session)
        asked = [name for name in other.kinds if (name in kinds if kinds else not kind_named(name).dear)]
        if lacks := [name for name in asked if name not in readable]:
            yield f"the connection {quoted(party.name)} is not for {', '.join(lacks)}, so nothing is said of these."
        if isinstance(other, Side) and not kinds:
            dear = [name for name, objects in other.objects.items() if objects and kind_named(name).dear]
            yield from (f"objects of kind {name} are compared only with --kind {name}." for name in dear)


def _words(gap: Gap) -> str:
    whose = f"{gap.kind}{printable(gap.where)}"
    return f"the objects of kind {whose} cannot be seen, so nothing is said of them. {printable(gap.reason)}"
