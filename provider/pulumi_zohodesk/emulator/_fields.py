"""Which fields the objects of seeds and edits may have: those of the kind, of the right type.

Nothing more is checked: seeds and edits go past the rules of the API on purpose.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.emulator._kind import Kind, Portal, Shape
from pulumi_zohodesk.emulator._limits import EDITIONS
from pulumi_zohodesk.emulator._values import Rule, flag, mapping, must_keep, of, one_of, optional, rule

NEVER_EMPTY = ("name", "folderName", "templateName", "productName", "emailId", "accountName", "status")
"""Texts that other values are derived from."""


def must_fit(portal: Portal, kind: Kind, values: Mapping[str, Any]) -> None:
    """Raises ValueError for a field that the kind does not have, and for a value of the wrong type."""
    must_keep(f"An object of {kind.name}", values, _shape(portal, kind)[0])


def must_be_complete(portal: Portal, kind: Kind, values: Mapping[str, Any]) -> None:
    """Raises ValueError for a new object without its name, or without the object that it belongs to."""
    for field, name in _shape(portal, kind)[1].items():
        if not values.get(field):
            raise ValueError(f"A new object of {kind.name} needs {name}.")


_anything, _text, _list = rule("", lambda _value: True), of("a text", str), of("a list", list, tuple)
_identity = of("an id or a name", str, int)
_name = rule("a text that is not empty", lambda value: isinstance(value, str) and value != "")


def _shape(portal: Portal, kind: Kind) -> Shape:
    if kind.name not in portal.shapes:
        blank = kind.blank(portal, portal.administrator)
        settled = {"id": "0", **blank}
        kind.settle(portal, settled)
        rules: dict[str, Rule] = dict.fromkeys(settled, _anything)
        rules |= {"id": _text, **{name: _rule(name, value) for name, value in blank.items()}}
        for link in kind.links:
            rules[link.name] = rules[link.field] = _list if link.many else optional(_identity)
        named = {name: name for name in NEVER_EMPTY} | {link.field: link.name for link in kind.links}
        derived = {link.within for link in kind.links if not link.many}
        needed = {field: name for field, name in named.items() if blank.get(field) == "" and field not in derived}
        portal.shapes[kind.name] = rules, needed
    return portal.shapes[kind.name]


def _rule(name: str, blank: Any) -> Rule:
    """What a field takes, by its value in a new record."""
    if name == "edition":
        return one_of(*EDITIONS)
    if isinstance(blank, bool):
        return flag
    if isinstance(blank, str):
        return _name if name in NEVER_EMPTY else optional(_text)
    if isinstance(blank, list):
        return _list
    return mapping if isinstance(blank, dict) else _anything
