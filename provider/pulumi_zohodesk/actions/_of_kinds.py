"""The actions of a kind, as far as nobody wrote them down: what the provider calls for it."""

from __future__ import annotations

from collections.abc import Iterator

from pulumi_zohodesk.actions._action import Action, administrative
from pulumi_zohodesk.actions._uses import Use, operations_of
from pulumi_zohodesk.engine import Kind, plural, single, snake
from pulumi_zohodesk.transport import Operation

__all__ = ["actions_of_kind"]


def actions_of_kind(kind: Kind) -> Iterator[Action]:
    """Its operations by the names that people type: ``holiday_lists.create``."""
    one = single(kind.words)
    new = ("clone", f"Clone {one}") if kind.cloned_from else ("create", f"Create {one}")
    made = {} if kind.always else {kind.create: new}
    read = {} if kind.get.page_size else {kind.get: ("get", f"Read {one}")}  # else the list of another kind
    listed = {} if kind.always else {kind.listing.operation: ("list", f"List {plural(kind.words)}")}
    titles = {**made, **read, **listed, kind.update: ("update", f"Change {one}")}
    for operation in dict.fromkeys((*titles, *operations_of(Use(kind.name).with_all_removals()))):
        if operation in titles or (operation != kind.get and operation.path.startswith(kind.calls.path)):
            verb, title = titles.get(operation) or _named(kind, operation, one)
            yield administrative(operation, f"{kind.group}.{verb}", title, connector=False)


def _named(kind: Kind, operation: Operation, one: str) -> tuple[str, str]:
    """``delete``, or ``related_rules`` of ``getRelatedRulesForBusinessHour``."""
    verb = snake(operation.name.removeprefix("get").split("For")[0].replace(kind.calls.noun, ""))
    said = verb.replace("_", " ")
    return verb, f"List the {said} of {one}" if operation.method == "GET" else f"{said.capitalize()} {one}"
