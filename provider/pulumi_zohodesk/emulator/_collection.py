"""What the lists of every kind have in common: pages, text search, ids that must exist, names that must be free."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._errors import NOT_USABLE, FieldError, duplicate, invalid, invalid_data, out_of_range
from pulumi_zohodesk.emulator._kind import Portal, Record
from pulumi_zohodesk.emulator._switches import Switches

DEFAULT_PAGE = 10


def page(call: Call, rows: Sequence[Record], size: int = DEFAULT_PAGE) -> list[Record]:
    """The rows that the call's from and limit select, as the list's first index is read; ``size`` 0 is no limit."""
    reading, rows = call.switches.reading(call.operation.id), call.portal.listed(rows)
    _must_fit(call.query.get("limit"), call.switches)
    asked, limit = call.query.get("from", reading.missing), call.query.get("limit", size) or (0 if size else len(rows))
    start = asked - reading.first
    if start < 0 and reading.low == "refused":
        raise out_of_range("from", f">={reading.first}")
    if 0 < call.switches.last_offset < asked:
        raise out_of_range("from", f"0-{call.switches.last_offset}")
    if start < 0 and reading.low == "window":
        return list(rows[: max(0, limit + start)])
    return list(rows[max(0, start) : max(0, start) + limit])


def _must_fit(limit: int | None, switches: Switches) -> None:
    if limit == 0 and switches.page_size_zero_refused:
        raise out_of_range("limit", ">=1")
    if limit and 0 < switches.largest_page < limit:
        raise out_of_range("limit", f"1-{switches.largest_page}")


def matcher(text: str, wildcard: str = "*") -> Callable[[str], bool]:
    """The search of the service, letter case ignored: ``x`` whole, ``x*`` start, ``*x*`` anywhere."""
    wanted = text.strip(wildcard).casefold()
    if text.startswith(wildcard) and text.endswith(wildcard) and len(text) > 1:
        return lambda value: wanted in value.casefold()
    if text.endswith(wildcard):
        return lambda value: value.casefold().startswith(wanted)
    return lambda value: value.casefold() == wanted


def searched(rows: Iterable[Record], text: str | None, fields: Sequence[str], wild: str = "*") -> list[Record]:
    """The rows of which one of the fields matches; all of them when nothing is searched for."""
    if text is None:
        return list(rows)
    matches = matcher(text, wild)
    return [row for row in rows if any(matches(str(row.get(field) or "")) for field in fields)]


def ordered(rows: list[Record], field: str, direction: str | None) -> list[Record]:
    """The rows by the field, letter case ignored; as they are when no order is asked for."""
    if direction is None:
        return rows
    return sorted(rows, key=lambda row: str(row.get(field) or "").casefold(), reverse=direction == "desc")


def where(rows: Iterable[Record], **wanted: Any) -> list[Record]:
    """The rows whose fields have the wanted values; a wanted None is no condition."""
    conditions = [(name, value) for name, value in wanted.items() if value is not None]
    return [row for row in rows if all(row.get(name) == value for name, value in conditions)]


def texts(values: Iterable[Any] | None) -> list[str]:
    """Ids as text, each once, in their order."""
    return list(dict.fromkeys(str(value) for value in values or ()))


def reached(start: str, step: Callable[[set[str]], set[str]]) -> set[str]:
    """The id and all to which steps lead from it, at any distance."""
    found: set[str] = set()
    new = {start}
    while new:
        found |= new
        new = step(new) - found
    return found


def unknown_ids(
    portal: Portal, kind: str, values: Sequence[Any], pointer: str, usable: Callable[[Record], bool]
) -> list[FieldError]:
    """One error for every id that names no record, or one that cannot be used."""
    errors = []
    for place, value in enumerate(values):
        record = portal.get(kind, value)
        if record is None or not usable(record):
            errors.append(invalid(f"{pointer}/{place}", NOT_USABLE))
    return errors


def must_be_free(portal: Portal, kind: str, candidate: Record, pointer: str, *, case: bool = False) -> None:
    """Refuses a natural key that another record has; with ``case`` its text has to be the same to the letter."""
    table, name = portal.table(kind), pointer.removeprefix("/")
    key = portal.kinds[kind].natural_key
    same = [row for row in table if row[name] == candidate[name] and key(row) == key(candidate)] if case else []
    if any(row["id"] != candidate.get("id") for row in same) or (not case and table.holder(candidate) is not None):
        raise invalid_data(duplicate(pointer))


def refuse(errors: list[FieldError]) -> None:
    if errors:
        raise invalid_data(*errors)
