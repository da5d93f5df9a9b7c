"""What a URN of Pulumi is made of: ``urn:pulumi:STACK::PROJECT::TYPE$TYPE::NAME``. Only the name may hold ``::``."""

from __future__ import annotations

import json


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


def alias_line(old: str, new: str) -> str:
    """The option by which a program says that the resource ``new`` is the one that was ``old``."""
    types, name = qualified_type(old), logical_name(old)
    parts = [] if name == logical_name(new) else [f"name={json.dumps(name, ensure_ascii=False)}"]
    if types != qualified_type(new):
        if "$" in types:  # a URN has the types of its parents, but not their names
            return f"opts=pulumi.ResourceOptions(aliases=[{json.dumps(old, ensure_ascii=False)}])"
        parts.append("parent=pulumi.ROOT_STACK_RESOURCE")
    return f"opts=pulumi.ResourceOptions(aliases=[pulumi.Alias({', '.join(parts)})])"


def _parts(urn: str) -> list[str]:
    parts = urn.split("::", 3)
    return parts + [""] * (4 - len(parts))
