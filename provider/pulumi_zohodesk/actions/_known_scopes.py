"""Which OAuth scopes there are: Zoho's catalogue, those that operations name, and those that others report.

``contract/scopes.json`` lists them with the reason for each; ``tools/contract/scopes.py`` makes it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

from pulumi_zohodesk.actions._nearest import nearest
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.settings import quoted

__all__ = ["VERBS", "catalogued", "check_scope", "doubt_of_scope"]

VERBS = ("READ", "CREATE", "UPDATE", "DELETE")
_SHAPE = re.compile(r"[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)+\.(READ|CREATE|UPDATE|DELETE|ALL|WRITE)", re.ASCII)


@cache
def _listed(part: str) -> frozenset[str]:
    """A part of the list: ``catalogue``, ``operations`` or ``reported``."""
    text = files("pulumi_zohodesk.actions").joinpath("contract", "scopes.json").read_text("utf-8")
    return frozenset(scope for scopes in json.loads(text)[part].values() for scope in scopes)


@cache
def _known() -> frozenset[str]:
    """All of them; an area whose four verbs are known has ``ALL`` as well, which opens the four."""
    listed = _listed("catalogue") | _listed("operations") | _listed("reported")
    areas = {step.rpartition(".")[0] for step in listed}
    whole = {area for area in areas if all(f"{area}.{verb}" in listed for verb in VERBS)}
    return listed | {f"{area}.ALL" for area in whole}


def catalogued(scope: str) -> bool:
    """Whether the official catalogue lists a scope."""
    return scope in _listed("catalogue")


def check_scope(scope: str) -> None:
    """Raise InputError, with the nearest names, for what is no scope at all. One that nobody lists passes."""
    if scope in _known() or _SHAPE.fullmatch(scope):
        return
    raise InputError(
        f"{quoted(scope)} is no scope; asking for it would break the consent page. A scope looks like "
        f"Desk.tickets.READ, with READ, CREATE, UPDATE, DELETE or ALL at its end. {nearest(scope, sorted(_known()))}"
    )


def doubt_of_scope(scope: str) -> str:
    """A sentence about a scope that has the right form but is in no list; empty for all others."""
    if scope in _known() or not _SHAPE.fullmatch(scope):
        return ""
    return (
        f"Neither Zoho's catalogue nor an operation names the scope {quoted(scope)}. If it does not exist, the consent "
        f"page will be refused. {nearest(scope, sorted(_known()))}"
    )
