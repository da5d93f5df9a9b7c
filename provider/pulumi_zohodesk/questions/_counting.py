"""How a list counts its rows: told by windows of one row, so one row is enough."""

from __future__ import annotations

from functools import partial

from pulumi_zohodesk.questions._asking import Asking, Open, Probe, good
from pulumi_zohodesk.questions._contract import contract, needed, operations, parameters, value
from pulumi_zohodesk.transport import Operation

READINGS = ("zero", "one", "both", "window", "window_by_default")
"""Those of docs/api-notes.md."""
LISTS: tuple[Operation, ...] = tuple(operations()[name] for name, row in contract().items() if row["counts"])
"""Lists of which the contract does not declare that their first row is 1."""


def counting(operation: Operation) -> Probe:
    """The probe of one list."""
    return Probe(partial(_reading, operation), (*needed(operation), *[operation] * 4))


def _reading(operation: Operation, asking: Asking) -> str:
    path, query = ({name: value(asking, name) for name in names} for names in parameters(operation))

    def window(start: int | None) -> list[object] | None:
        """The row at an index; None where the index is refused."""
        seen = asking.look(operation, path, **{**query, "from": start, "limit": 1})
        if seen.status == 422 and start is not None:
            return None
        return [row.get(operation.row_id, row) for row in good(seen, f"GET {operation.path}").rows]

    plain, zero, one, again = window(None), window(0), window(1), window(None)
    if not (plain or zero or one):
        raise Open(f"the list {operation.path} is empty, or shows the token's agent nothing")
    if plain != again:
        raise Open(f"the list {operation.path} changed meanwhile")
    if zero is None:
        return "one"
    if not zero:
        return "window" if plain else "window_by_default"
    return "both" if zero == one else "zero"
