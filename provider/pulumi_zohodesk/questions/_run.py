"""Which probe belongs to which question, and asking: one after the other, as far as calls get through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from pulumi_zohodesk.questions._asking import Asking, Ended, Open, Probe, known_form, operation_of
from pulumi_zohodesk.questions._contract import LISTS, READINGS, contract, counting
from pulumi_zohodesk.questions._question import REASONS, SAID, Question
from pulumi_zohodesk.questions._reads import READS
from pulumi_zohodesk.questions._reads_of_kinds import READS_OF_KINDS
from pulumi_zohodesk.questions._writes import WRITES
from pulumi_zohodesk.questions._writes_of_structure import WRITES_OF_STRUCTURE
from pulumi_zohodesk.transport import Operation

COUNTING = "first-index"


def _asked() -> Iterator[Question]:
    for question in SAID:
        if question.name == COUNTING:
            yield from (_counted(question, operation) for operation in LISTS)
        else:
            yield question


def _counted(question: Question, operation: Operation) -> Question:
    usual = contract()[operation.name]["counts"]
    readings = (usual, *(reading for reading in READINGS if reading != usual))
    return replace(
        question,
        name=f"{COUNTING}.{operation.name}",
        asks=f"Is the first row of {operation.name} 0 or 1?",
        answers={reading: {"first_index": {operation.name: reading}} for reading in readings},
    )


QUESTIONS: tuple[Question, ...] = tuple(_asked())
"""All of them, each list apart."""
PROBES: Mapping[str, Probe] = {
    **{f"{COUNTING}.{operation.name}": counting(operation) for operation in LISTS},
    **READS,
    **READS_OF_KINDS,
    **WRITES,
    **WRITES_OF_STRUCTURE,
}
"""By the name of the question."""


T = TypeVar("T")
LIMITS: Mapping[str, str] = {"skills": "Skills", "skill_types": "SkillType"}
"""Limits of an edition that the service tells, and what it calls them."""
FACTS = Probe(lambda _asking: "", ("organizations.get", "departments.list", *["skills.feature_count"] * len(LIMITS)))
"""What `facts` asks for."""


@dataclass(frozen=True)
class Facts:
    """What an organisation is, beside its answers.

    Attributes:
        edition: as the service names it; empty where the token may not read it.
        limits: those of `LIMITS` that were told.
    """

    edition: str = ""
    limits: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """What was found out of one question.

    Attributes:
        answer: its name; empty where the question stays open.
        open: why it stays open.
        ended: no call got through any more.
    """

    question: Question
    answer: str = ""
    open: str = ""
    ended: bool = False

    @property
    def expected(self) -> bool:
        return self.answer == self.question.expected

    @property
    def unsafe(self) -> bool:
        """Whether the answer breaks what relies on another."""
        return bool(self.answer) and self.question.unsafe(self.answer)


def facts(asking: Asking) -> Facts:
    """The edition and its limits, as far as they are told. Raises DeskError when no call gets through."""
    try:
        edition = _told(lambda: asking.organization.get("edition"))
        limits = {name: _told(partial(_limit, asking, feature)) for name, feature in LIMITS.items()}
    except Ended as ended:
        raise ended.cause from None
    return Facts(str(edition or ""), {name: most for name, most in limits.items() if most is not None})


def _told(read: Callable[[], T]) -> T | None:
    """What is read; None where the connection is not for it, or nothing is told."""
    try:
        with known_form():
            return read()
    except Open:
        return None


def _limit(asking: Asking, feature: str) -> int | None:
    seen = asking.look("skills.feature_count", feature=feature, departmentId=asking.department)
    most = str(seen.content.get("maxTotalCount")) if seen.good and isinstance(seen.content, dict) else ""
    return int(most) if most.isdigit() else None


def cost(probes: Iterable[Probe]) -> tuple[int, int]:
    """Calls and credits of some probes, at most: what several of them ask for is asked for once."""
    probes = list(probes)
    uses = [operation_of(use) for probe in probes for use in probe.uses]
    return len(uses), sum(operation.credits for operation in uses) + sum(probe.far for probe in probes)


def ask(
    asking: Asking, questions: Iterable[Question], *, write: bool = False, departments: bool = False
) -> Iterator[Found]:
    """Ask what can be asked; gives every question, told or open.

    Args:
        write: with probes that make objects.
        departments: also with those that make a department.
    """
    ended = ""
    for question in questions:
        if why := kept_back(question, write=write, departments=departments):
            yield Found(question, open=why)
            continue
        if ended:
            yield Found(question, open=ended, ended=True)
            continue
        try:
            with known_form():
                answer = PROBES[question.name].ask(asking)
            yield Found(question, answer)
        except Open as error:
            yield Found(question, open=str(error))
        except Ended as error:
            ended = f"not asked further: {error}"
            yield Found(question, open=ended, ended=True)


def kept_back(question: Question, *, write: bool, departments: bool) -> str:
    """Why a question is not asked at all; empty where it is."""
    if question.no_probe:
        return REASONS[question.no_probe]
    probe = PROBES[question.name]
    if probe.departments and not departments:
        return "needs --write --departments"
    return "needs --write" if probe.writes and not write else ""
