"""The kinds there are."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from pulumi_zohodesk.engine._kind import Kind

__all__ = ["kind_named", "kinds", "register"]

_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Make a kind known by its name. Raises ValueError when the name is taken by another declaration."""
    if _KINDS.setdefault(kind.name, kind) is not kind:
        raise ValueError(f"The kind {kind.name} is registered twice.")
    return kind


@cache
def _fill() -> None:
    """Kinds register themselves when they are imported; whoever asks first for one has all of them imported."""
    import_module("pulumi_zohodesk.resources")


def kind_named(name: str) -> Kind:
    """The kind with this name. Raises KeyError, naming the kinds there are."""
    _fill()
    if name not in _KINDS:
        raise KeyError(f"There is no kind {name}; known are {', '.join(_KINDS)}.")
    return _KINDS[name]


def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order in which they can be created: what is referred to comes first."""
    _fill()
    done: dict[str, Kind] = {}

    def place(kind: Kind) -> None:
        for field in kind.fields:
            if field.ref and field.ref in _KINDS and field.ref != kind.name and field.ref not in done:
                place(_KINDS[field.ref])
        done.setdefault(kind.name, kind)

    for kind in _KINDS.values():
        place(kind)
    return tuple(done.values())
