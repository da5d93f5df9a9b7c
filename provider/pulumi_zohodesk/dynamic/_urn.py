"""What a URN of Pulumi is made of: ``urn:pulumi:STACK::PROJECT::TYPE$TYPE::NAME``. Only the name may hold ``::``."""

from __future__ import annotations

__all__ = ["logical_name", "qualified_type", "urn_within"]


def logical_name(urn: str) -> str:
    """The name that the program gives: everything after the third ``::``, as Pulumi itself reads it."""
    return _parts(urn)[3]


def qualified_type(urn: str) -> str:
    """The types of all parents and its own, with ``$`` between them."""
    return _parts(urn)[2]


def urn_within(parent: str, type: str, name: str) -> str:
    """The URN that Pulumi makes for a child of ``parent``, which may be the stack itself."""
    stack, project, outer, _ = _parts(parent)
    own = type if outer == "pulumi:pulumi:Stack" else f"{outer}${type}"
    return f"{stack}::{project}::{own}::{name}"


def _parts(urn: str) -> list[str]:
    parts = urn.split("::", 3)
    return parts + [""] * (4 - len(parts))
