"""What differs between state and wanted inputs. Pure, but for the memory of which object lies in which scope."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.engine._fields import Field, Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._seen import scope_of
from pulumi_zohodesk.engine._state import Marks
from pulumi_zohodesk.engine._values import has_unknown


@dataclass(frozen=True)
class Diff:
    """Attributes:
    changed: wire names whose wanted value differs from the state.
    replaces: those of them that need another object.
    incomplete: what the last run left undone.
    """

    changed: tuple[str, ...]
    replaces: tuple[str, ...]
    incomplete: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.incomplete)


def diff(kind: Kind, olds: Row, news: Row) -> Diff:
    """Compare state (outputs) with checked inputs. What the inputs leave out is not managed, so never differs."""
    wanted = [field for field in kind.fields if field.compared and news.get(field.wire) is not None]
    changed = tuple(field.wire for field in wanted if differs(field, olds.get(field.wire), news[field.wire]))
    dropped = tuple(
        field.wire
        for field in kind.fields
        # An option has no value at the service: left out, it must leave the state too, or it would act on `destroy`.
        if field.option and field.compared and olds.get(field.wire) is not None and news.get(field.wire) is None
    )
    replaces = tuple(wire for wire in changed if _replaces(kind.by_wire[wire], olds, news[wire]))
    return Diff(changed + dropped, replaces, Marks.of(olds).incomplete)


def differs(field: Field, live: Any, wanted: Any) -> bool:
    """Whether a wanted value is another one than the live value. What is unknown counts as another one."""
    return has_unknown(wanted) or not field.type.same(live, wanted)


def _replaces(field: Field, olds: Row, new: Any) -> bool:
    if field.fixed:
        return True
    if field.follows is None or field.ref is None:
        return False
    if has_unknown(new):
        return True
    there = scope_of(field.ref, str(new))
    here = olds.get(field.follows)
    return there is not None and here is not None and there != str(here)
