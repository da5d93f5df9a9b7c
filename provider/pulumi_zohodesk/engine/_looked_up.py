"""What programs look up and nothing manages: no operation makes it, or none that is configuration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.engine._fields import Output, Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._values import near, scalar
from pulumi_zohodesk.engine._words import plural
from pulumi_zohodesk.errors import AmbiguousMatch, InputError
from pulumi_zohodesk.transport import Operation


@dataclass(frozen=True)
class LookedUp:
    """Something that is read by name, as data.

    Attributes:
        name: class name of what a look-up gives, without ``Info``: ``View``.
        words: how messages call it.
        sentence: what it is, for people.
        action: the name of the action that lists it, which a connection must be for.
        operation: lists it, or answers the one object that there is for a query.
        query: what the call is given, by wire name; whether each is required.
        outputs: what a look-up gives.
        names: wire names of an answer that may be its name; empty where the query alone says what is meant.
        rows: what a row of the answer says, as rows with the outputs.
        hint: a sentence for when there is none.
    """

    name: str
    words: str
    sentence: str
    action: str
    operation: Operation
    query: Mapping[str, bool]
    outputs: tuple[Output, ...]
    names: tuple[str, ...] = ()
    rows: Callable[[Row], Iterable[Row]] = lambda row: (row,)
    hint: str = ""

    @property
    def arguments(self) -> Mapping[str, bool]:
        """What programs give; whether each is required."""
        return {**self.query, **({"name": True} if self.names else {})}


def chosen(what: LookedUp, answers: Iterable[Row], given: Mapping[str, Any]) -> Row:
    """The one that is meant. Letter case does not count.

    Raises:
        InputError: there is none; the nearest names are told.
        AmbiguousMatch: there are several.
    """
    answered = enumerate(row for answer in answers for row in what.rows(answer))
    rows = list({scalar(row.get("id")) or place: row for place, row in answered}.values())
    wanted = scalar(given.get("name")).casefold()
    found = [
        row for row in rows if not what.names or wanted in (scalar(row.get(name)).casefold() for name in what.names)
    ]
    said = " and ".join(f'{wire} "{value}"' for wire, value in given.items())
    if len(found) > 1:
        ids = ", ".join(scalar(row.get("id")) for row in found)
        raise AmbiguousMatch(f"{len(found)} {plural(what.words)} have {said}: ids {ids}. Write the id of one of them.")
    if not found:
        names = {scalar(row.get(name)) for row in rows for name in what.names} - {""}
        known = f"; {near(scalar(given.get('name')), names)}" if names else ""
        hint = f" {what.hint}" if what.hint else ""
        raise InputError(f"There is no {what.words} with {said} that this token can see{known}.{hint}")
    return found[0]


def only(kind: Kind, rows: list[Row], words: str) -> Row:
    """The one row. Raises AmbiguousMatch, naming the ids."""
    if len(rows) > 1:
        ids = ", ".join(scalar(row.get("id")) for row in rows)
        raise AmbiguousMatch(
            f"{len(rows)} objects of kind {kind.words} have {words}: ids {ids}. "
            "Rename all but one of them in Zoho Desk."
        )
    return rows[0]
