"""Whether an object is in use, where updates say so, and bringing back what is not."""

from __future__ import annotations

from pulumi_zohodesk.engine import Call, Choice, Crud, Field, Flag, Switch

__all__ = ["in_use", "restore", "status"]


def in_use(crud: Crud, off: str) -> Switch:
    """``ACTIVE`` or what it is out of use, each set by an update."""
    return Switch("ACTIVE", off, _sets(crud, "ACTIVE"), _sets(crud, off), on_create=True)


def _sets(crud: Crud, status: str) -> Call:
    return Call(crud.update, lambda _id, _state: {"status": status})


def status(switch: Switch, sentence: str) -> Field:
    return Field("status", Choice((switch.on, switch.off)), sentence, default=switch.on, switch=switch)


def restore(what: str) -> Field:
    """The option that brings back ``what`` is out of use: ``an inactive list of this name``."""
    return Field("restore", Flag(), f"when {what} exists, bring it back instead of refusing", option=True)
