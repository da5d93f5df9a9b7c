"""What `diff` and `drift` found, as data and as sections of text; every form of the output is made of these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pulumi_zohodesk.cli._printable import count_of, field_words, printable, value_words
from pulumi_zohodesk.compare import Edit, Finding, Sort, parts
from pulumi_zohodesk.engine import Kind, plural, snake
from pulumi_zohodesk.kinds import kind_named

SECRET = "(secret)"
NOTHING = "(empty)"
PAIRED = (Sort.CHANGED, Sort.DISABLED, Sort.DISAPPEARED)
"""What is told of objects that were compared; one may be told twice, and others were found on one side only."""


@dataclass(frozen=True)
class Report:
    """What a command found.

    Attributes:
        title: a line.
        sides: what ``old`` and ``new`` are: names of connections; stack and organisation.
        headings: of the sorts that the command knows.
        findings: ordered.
        quiet: sorts that are no difference, and told by their number alone.
        checked: how many objects were compared.
        untold: how many should have been, but could not.
        notes: remarks: what was ignored.
        doubts: what could not be told, so that the report is not whole.
        facts: what JSON says beside the findings.
        about: what a page says of the sides: names and values.
        legend: what a page says of each heading.
        then: what to do about differences, as sentences.
    """

    title: str
    sides: tuple[str, str]
    headings: Mapping[Sort, str]
    findings: Sequence[Finding]
    checked: int
    notes: Sequence[str] = ()
    doubts: Sequence[str] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    quiet: frozenset[Sort] = frozenset()
    about: Sequence[tuple[str, str]] = ()
    legend: Mapping[Sort, str] = field(default_factory=dict)
    then: Sequence[str] = ()
    untold: int = 0

    @property
    def differs(self) -> bool:
        return any(finding.sort not in self.quiet for finding in self.findings)


@dataclass(frozen=True)
class Line:
    """A part of a field, also in words of people: two values, or what came to a set and what left it."""

    path: str
    words: str
    old: str = ""
    new: str = ""
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """An object: the words for its kind, its names from the inside out, remarks, and what differs."""

    words: str
    names: tuple[str, ...]
    remarks: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Section:
    """Objects of one sort: its heading, and what that means."""

    title: str
    meaning: str
    entries: tuple[Entry, ...]


def never_told(kinds: Iterable[str]) -> Iterator[str]:
    """What cannot be compared of some kinds, by their names: secrets that no answer has."""
    for kind in map(kind_named, kinds):
        for wire in sorted(kind.write_only):
            yield f"Zoho Desk tells nobody the {snake(wire)} of {plural(kind.words)}, so it is not compared."


def sections(report: Report) -> list[Section]:
    """The findings by sort, with everything that an organisation holds made printable."""
    return [
        Section(
            title,
            report.legend.get(sort, ""),
            tuple(_entry(finding, report.sides) for finding in report.findings if finding.sort is sort),
        )
        for sort, title in report.headings.items()
        if sort not in report.quiet and any(finding.sort is sort for finding in report.findings)
    ]


def summary(report: Report) -> str:
    """``2 changed, 1 appeared; 40 objects compared``."""
    found = Counter(finding.sort for finding in report.findings)
    said = ", ".join(f"{found[sort]} {title.lower()}" for sort, title in report.headings.items() if found[sort])
    objects = f"{count_of(report.checked, 'object')} compared"
    differing = {(finding.kind, finding.ids) for finding in report.findings if finding.sort in PAIRED}
    if report.untold:
        objects = f"{report.checked} of {count_of(report.checked + report.untold, 'object')} compared"
    if differing:
        objects += f", {report.checked - len(differing)} without a difference"
    return f"{said if report.differs else ', '.join(filter(None, ['No difference', said]))}; {objects}"


def as_data(report: Report) -> dict[str, Any]:
    """The report for programs. Values that state keeps secret are left out."""
    found = Counter(finding.sort for finding in report.findings)
    return {
        **report.facts,
        "differences": report.differs,
        "compared": report.checked,
        "notCompared": report.untold,
        "counts": {sort.name.lower(): found[sort] for sort in report.headings},
        "findings": [_data(finding) for finding in report.findings],
        "notes": list(report.notes),
        "doubts": list(report.doubts),
    }


def _data(finding: Finding) -> dict[str, Any]:
    more = {
        "urn": finding.urn,
        "name": finding.name if finding.urn else "",
        "side": finding.side,
        "by": finding.who,
        "at": finding.when,
        "heir": list(finding.heir),
    }
    return {
        "sort": finding.sort.name.lower(),
        "kind": finding.kind,
        "key": [SECRET] if finding.secret else list(finding.key),
        "ids": [id for id in finding.ids if id],
        **{key: value for key, value in more.items() if value},
        "fields": [
            {"field": edit.field, "secret": True}
            if edit.secret
            else {"field": edit.field, "old": edit.old, "new": edit.new}
            for edit in (each.shown for each in finding.edits)
        ],
    }


def _entry(finding: Finding, sides: tuple[str, str]) -> Entry:
    kind = kind_named(finding.kind)
    names = (SECRET,) if finding.secret else tuple(printable(part) for part in reversed(finding.key))
    lines = tuple(line for edit in finding.edits for line in _lines(kind, edit.shown))
    return Entry(kind.words, names, tuple(_remarks(finding, sides)), lines)


def _remarks(finding: Finding, sides: tuple[str, str]) -> Iterator[str]:
    if finding.urn:
        yield f"{printable(finding.name)} in the program"
    side = sides[finding.side == "b"] if finding.side else ""
    if finding.sort is Sort.DISABLED and side:
        yield f"disabled in {side}"
    elif finding.sort is Sort.DUPLICATES:
        ids = ", ".join(id for id in finding.ids if id)
        yield f"{len(finding.ids)} in {side}" + (f": ids {ids}" if ids else "")
    elif finding.sort in (Sort.APPEARED, Sort.UNMANAGED):
        yield f"id {printable(finding.ids[0])}"
        if not finding.when:
            yield "tells no time of creation"
    if finding.heir:
        yield f"{printable(finding.heir[-1])} has it now, and only one can"
    if finding.who or finding.when:
        by, at = (
            f"{word} {printable(text)}" if text else ""
            for word, text in (("by", finding.who), ("at", _minute(finding.when)))
        )
        yield " ".join(text for text in (by, at) if text)


def _minute(when: str) -> str:
    """A time of the service as people write it, and as the head of every page has it."""
    return re.sub(r"T(\d\d:\d\d):[\d.]+Z$", r" \1 UTC", when)


def _lines(kind: Kind, edit: Edit) -> Iterator[Line]:
    if edit.secret:
        yield Line(edit.field, field_words(kind, edit.field), SECRET, SECRET)
        return
    for part in parts(edit):
        path = printable(part.path)
        words = field_words(kind, path)
        if part.added or part.removed:
            yield Line(path, words, added=tuple(map(_element, part.added)), removed=tuple(map(_element, part.removed)))
        else:
            yield Line(path, words, _value(part.old), _value(part.new))


def _value(value: Any) -> str:
    if value in (None, "", [], {}):
        return NOTHING
    if isinstance(value, (list, Mapping)):
        return _element(value) if _is_name(value) else value_words(value)
    return printable(value)


def _element(name: Any) -> str:
    """An element of a set: a reference by its natural key, or a text."""
    if isinstance(name, Mapping) and set(name) == {"id"}:
        return f"id {printable(name['id'])}"
    return " / ".join(map(printable, name)) if isinstance(name, list) else value_words(name)


def _is_name(value: Any) -> bool:
    return (isinstance(value, Mapping) and set(value) == {"id"}) or (
        isinstance(value, list) and all(isinstance(one, str) for one in value)
    )
