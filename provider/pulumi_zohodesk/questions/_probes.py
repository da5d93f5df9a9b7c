"""Which probe belongs to which question: those of ``said/``, and one of each list for how it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pulumi_zohodesk.questions._asking import Probe
from pulumi_zohodesk.questions._contract import contract
from pulumi_zohodesk.questions._counting import LISTS, READINGS, counting
from pulumi_zohodesk.questions._question import SAID, Question
from pulumi_zohodesk.questions._reads import READS
from pulumi_zohodesk.questions._reads_of_kinds import READS_OF_KINDS
from pulumi_zohodesk.questions._writes import WRITES
from pulumi_zohodesk.questions._writes_of_structure import WRITES_OF_STRUCTURE
from pulumi_zohodesk.transport import Operation

COUNTING = "first-index"


def _asked() -> Iterator[Question]:
    for one in SAID:
        if one.name == COUNTING:
            yield from (_counted(one, operation) for operation in LISTS)
        else:
            yield one


def _counted(question: Question, operation: Operation) -> Question:
    usual = contract()[operation.name]["counts"]
    readings = (usual, *(one for one in READINGS if one != usual))
    return replace(
        question,
        name=f"{COUNTING}.{operation.name}",
        asks=f"Is the first row of {operation.name} 0 or 1?",
        answers={one: {"first_index": {operation.name: one}} for one in readings},
    )


QUESTIONS: tuple[Question, ...] = tuple(_asked())
"""All of them, each list apart."""
PROBES: Mapping[str, Probe] = {
    **{f"{COUNTING}.{one.name}": counting(one) for one in LISTS},
    **READS,
    **READS_OF_KINDS,
    **WRITES,
    **WRITES_OF_STRUCTURE,
}
"""By the name of the question."""
