"""The report of a probe: what an organisation answers, in a form that can be sent to others.

It holds names of answers, operations, fields and types, and figures: never a name, an address, an id or a token.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.questions._run import QUESTIONS, Facts, Found
from pulumi_zohodesk.questions._shapes import Shape, Types
from pulumi_zohodesk.settings import read_text
from pulumi_zohodesk.transport import CODE

if TYPE_CHECKING:
    from pulumi_zohodesk.questions._report_document import Document

_OTHER = re.compile(rf"HTTP \d{{3}}( {CODE.pattern})?|\d{{1,9}}")
"""Answers that no question names beforehand."""

Shapes = Mapping[str, Types]
"""Operation to fields that are otherwise than the contract has them; see `Shape`."""


def tool_version() -> str:
    return version("pulumi-zohodesk")


@dataclass(frozen=True)
class Report:
    """What one organisation answered.

    Attributes:
        version: of the tool that asked.
        data_center: as settings name it: ``eu``.
        edition: as the service names it.
        answers: question to answer; questions that stayed open are left out.
        limits: limits of the edition that were told: ``skills``, ``skill_types``.
        shapes: of the answers that were looked at.
    """

    version: str
    data_center: str
    edition: str
    answers: Mapping[str, str]
    limits: Mapping[str, int] = field(default_factory=dict)
    shapes: Shapes = field(default_factory=dict)

    @classmethod
    def of(cls, data_center: str, facts: Facts, found: Iterable[Found], shapes: Iterable[Shape] = ()) -> Report:
        """The report of what was found."""
        answers = {told.question.name: told.answer for told in found if told.answer}
        fields = {shape.operation: shape.fields for shape in shapes if not shape.open}
        return cls(tool_version(), data_center, facts.edition, answers, facts.limits, fields)

    @property
    def switches(self) -> dict[str, Any]:
        """What makes the emulator answer so, as far as it has switches."""
        made: dict[str, Any] = {}
        for question in QUESTIONS:
            switches = dict(question.answers.get(self.answers.get(question.name, ""), {}))
            for name in {"first_index", "shapes"} & switches.keys():  # answers to several questions share these
                made.setdefault(name, {}).update(switches.pop(name))
            made |= switches
        return made

    @property
    def likeness(self) -> dict[str, Any]:
        """What ``zohodesk emulator`` needs to be as the organisation is: ``switches``, ``edition``, ``limits``."""
        edition = {"edition": self.edition} if self.edition else {}
        switches = self.switches
        shapes = {**switches.get("shapes", {}), **self.shapes}
        return {"switches": {**switches, "shapes": shapes}, "limits": dict(self.limits), **edition}

    def text(self) -> str:
        """The report as JSON, with a seal for each part, by which edits are noticed."""
        parts = {
            "organization": {"data_center": self.data_center, "edition": self.edition},
            "answers": dict(self.answers),
            "limits": dict(self.limits),
            "shapes": {name: {key: list(types) for key, types in rows.items()} for name, rows in self.shapes.items()},
        }
        seals = {name: _seal(self.version, part) for name, part in parts.items()}
        return (
            json.dumps({"report": "zohodesk probe", "version": self.version, **parts, "seals": seals}, indent=2) + "\n"
        )


def read_report(file: Path) -> Report:
    """Read a report, that of another version too.

    Raises:
        InputError: it is none, or was edited by hand; with the place.
        OSError: it cannot be read.
    """
    from pydantic import ValidationError  # here: only who reads a report waits for it

    from pulumi_zohodesk.questions._report_document import Document

    try:
        found = Document.model_validate(json.loads(read_text(file)))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise InputError(f"{file} is no report of `zohodesk probe`: {place}: {first['msg']}.") from None
    except (UnicodeError, ValueError, RecursionError):
        raise InputError(f"{file} is no report of `zohodesk probe`: it is no JSON.") from None
    if faults := list(_faults(found)):
        raise InputError(
            f"{file} was changed after `zohodesk probe` wrote it: {faults[0]}. Nothing is taken from it; probe again."
        )
    shapes = {name: {key: tuple(types) for key, types in rows.items()} for name, rows in found.shapes.items()}
    organization = found.organization
    return Report(found.version, organization.data_center, organization.edition, found.answers, found.limits, shapes)


def _faults(found: Document) -> Iterator[str]:
    """Answers that no question has, where this version asked them; and parts that do not fit their seals."""
    known = {question.name: question for question in QUESTIONS}
    for name, answer in found.answers.items() if found.version == tool_version() else ():
        if name not in known:
            yield f"answers: there is no question {name}"
        elif answer not in known[name].answers and not _OTHER.fullmatch(answer):
            yield f"answers.{name}: {json.dumps(answer)} is none of {', '.join(known[name].answers)}"
    content = found.model_dump()
    for name in ("organization", "answers", "limits", "shapes"):
        if found.seals.get(name) != _seal(found.version, content[name]):
            yield f"{name}: it does not fit its seal"


def _seal(version: str, part: Any) -> str:
    return hashlib.sha256(json.dumps([version, part], sort_keys=True).encode()).hexdigest()[:16]
