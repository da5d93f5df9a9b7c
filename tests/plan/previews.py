"""Previews as the engine writes them, made by hand, and objects of a stack of some size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.dynamic import TYPE_PREFIX
from pulumi_zohodesk.engine import MARKS, Marks
from tests.engine.service import ORGANIZATION

Step = dict[str, Any]


def urn(kind: str, name: str) -> str:
    return f"urn:pulumi:dev::desk::{TYPE_PREFIX}{kind}::{name}"


def state(kind: str, name: str, id: str, inputs: Mapping[str, Any], **outputs: Any) -> dict[str, Any]:
    """An object as a state holds it."""
    marks = Marks(ORGANIZATION, "", tuple(inputs)).as_state()
    return {
        "urn": urn(kind, name),
        "type": TYPE_PREFIX + kind,
        "custom": True,
        "id": id,
        "inputs": {**inputs, "__provider": "x"},
        "outputs": {**inputs, **outputs, "id": id, MARKS: marks, "__provider": "x"},
    }


def wanted(kind: str, name: str, inputs: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """An object as a program wants it."""
    return {"urn": urn(kind, name), "type": TYPE_PREFIX + kind, "custom": True, "inputs": dict(inputs), **more}


def step(op: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None = None) -> Step:
    either = old or new or {}
    found = {"op": op, "urn": either["urn"]}
    return found | ({"oldState": dict(old)} if old else {}) | ({"newState": dict(new)} if new else {})


def preview(*steps: Step) -> dict[str, Any]:
    """Every object is refreshed first, and found as the state has it."""
    refreshed = [step("refresh", one["oldState"], one["oldState"]) for one in steps if "oldState" in one]
    return {"steps": [*refreshed, *steps]}


def agents(count: int, op: str, first: int = 0) -> list[Step]:
    """So many agents to which the same happens; an update changes their telephone."""
    made = []
    for number in range(first, first + count):
        inputs = {"lastName": f"N{number}", "emailId": f"n{number}@example.com", "status": "ACTIVE"}
        old = state("Agent", f"n{number}", str(1000 + number), inputs)
        new = wanted("Agent", f"n{number}", {**inputs, **({"phone": "1"} if op == "update" else {})})
        made.append(step(op, old, None if op == "delete" else new))
    return made


def departments(count: int, op: str = "same", **changes: Any) -> list[Step]:
    made = []
    for number in range(count):
        inputs = {"name": f"D{number}", "isEnabled": True}
        old = state("Department", f"d{number}", str(2000 + number), inputs)
        made.append(
            step(op, old, None if op == "delete" else wanted("Department", f"d{number}", {**inputs, **changes}))
        )
    return made
