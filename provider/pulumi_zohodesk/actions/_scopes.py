"""OAuth scopes: which there are, and the smallest set that is enough.

``contract/scopes.json`` lists Zoho's catalogue, those that operations name, and those that others report, with the
reason for each; ``tools/contract/scopes.py`` makes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from pulumi_zohodesk.actions._nearest import nearest
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.settings import quoted

_VERBS = ("READ", "CREATE", "UPDATE", "DELETE")
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
    whole = {area for area in areas if all(f"{area}.{verb}" in listed for verb in _VERBS)}
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


_AREAS = ("agents", "automations", "departments", "organization", "permissions")
"""Areas that operations name and the catalogue does not."""

_BROAD = ("basic", "search", "settings")
"""Areas that open more than one kind of object, the broadest last."""

_PREFERENCE = ("tickets", "contacts", *_AREAS, *_BROAD)


def holds(held: Iterable[str], scope: str) -> bool:
    """Whether some scopes contain one; ``ALL`` of an area contains each of it."""
    known = set(held)
    return scope in known or f"{scope.rpartition('.')[0]}.ALL" in known


def smallest(needs: Iterable[Sequence[str]], *, narrow: bool = False) -> tuple[str, ...]:
    """The smallest set that has one scope of every sequence of alternatives, sorted.

    Exact: every set is tried, in the order of its cost. By default only the official catalogue counts, where it has
    an alternative; the fewest scopes win, then those that open less: records, then ``basic``, then ``settings``.
    ``narrow`` looks at what is opened first: as few ``settings``, then ``basic``, as can be, then the fewest.
    An alternative ``ALL`` is never chosen.
    """
    open_ = {frozenset(_eligible(one, narrow)) for one in needs if one}
    chosen: set[str] = set()
    while open_:
        part = _connected(open_)
        open_ -= part
        chosen |= _cheapest(part, narrow)
    return tuple(sorted(chosen, key=_order))


def _eligible(alternatives: Sequence[str], narrow: bool) -> list[str]:
    usable = [alternative for alternative in alternatives if not alternative.endswith(".ALL")]
    official = [one for one in usable if catalogued(one)]
    return official if official and not narrow else usable


def _connected(needs: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """Needs that share scopes with each other; the others are decided on their own."""
    waiting = sorted(needs, key=sorted)
    part = {waiting[0]}
    reach = set(waiting[0])
    while more := {one for one in waiting if one not in part and one & reach}:
        part |= more
        reach.update(*more)
    return part


def _cheapest(needs: set[frozenset[str]], narrow: bool) -> set[str]:
    scopes = sorted(frozenset().union(*needs))
    sets = (set(combination) for size in range(len(scopes) + 1) for combination in combinations(scopes, size))
    enough = (one for one in sets if all(one & need for need in needs))
    return min(enough, key=lambda one: (_cost(one, narrow), sorted(one)))


def _cost(scopes: Iterable[str], narrow: bool) -> tuple[int, ...]:
    areas = [_area(scope) for scope in scopes]
    broad = tuple(areas.count(one) for one in reversed(_BROAD))
    rest = (sum(_rank(area) for area in areas),)
    return (*broad, len(areas), *rest) if narrow else (len(areas), *broad, *rest)


def _area(scope: str) -> str:
    return scope.removeprefix("Desk.").rpartition(".")[0]


def _rank(area: str) -> int:
    return _PREFERENCE.index(area) if area in _PREFERENCE else len(_PREFERENCE)


def _order(scope: str) -> tuple[str, int]:
    verb = scope.rpartition(".")[2]
    return _area(scope), _VERBS.index(verb) if verb in _VERBS else len(_VERBS)
