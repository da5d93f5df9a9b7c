"""What is about to happen to an object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from pulumi_zohodesk.engine._fields import Row


@dataclass(frozen=True)
class Change:
    """What is about to happen to an object, for guards.

    Attributes:
        action: ``update``, or the removal's name.
        id: the object's id.
        old: its state.
        new: the wanted inputs; empty on removal.
        label: the object in words.
        read: asks the service for the object.
    """

    action: str
    id: str
    old: Row
    new: Row
    label: str
    read: Callable[[], Row] = field(compare=False)

    @cached_property
    def live(self) -> Row:
        """The object as it is now, whatever the state thinks; asked for once. Raises NotFound."""
        return self.read()
