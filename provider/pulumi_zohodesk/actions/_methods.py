"""Which action a method of ``desk.client()`` carries out."""

from __future__ import annotations

from functools import cache

from pulumi_zohodesk.actions._table import ACTIONS

__all__ = ["action_of_method"]


@cache
def _methods() -> dict[str, str]:
    found = {}
    for action in ACTIONS:
        found[action.name] = action.name
        if action.operation.page_size:
            verb = action.verb.replace("list", "iterate") if "list" in action.verb else f"iterate_{action.verb}"
            found[f"{action.group}.{verb}"] = action.name
    return found


def action_of_method(path: str) -> str:
    """The action of ``tickets.iterate``: ``tickets.list``; empty for what is no method."""
    return _methods().get(path, "")
