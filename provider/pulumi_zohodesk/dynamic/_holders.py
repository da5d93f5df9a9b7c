"""Which resource of a stack holds which object: an object that two of them hold would be removed with the first.

A plugin sees one stack and one run, as far as the engine calls it: `check` comes for what the program declares, `diff`
and `read` bring ids, removals come last. A command that has the whole state puts all of it in.
"""

from __future__ import annotations

import shlex
import sys
from threading import Lock
from types import FrameType

from pulumi_zohodesk.dynamic._urn import alias_line, logical_name
from pulumi_zohodesk.engine import Field, Kind, Row, has_unknown

_Place = tuple[str, ...]


def called_for() -> str:
    """The URN that Pulumi's plugin is called for; empty outside of it. The SDK hands it on to no provider."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if "request" in frame.f_code.co_varnames:
            urn = getattr(frame.f_locals.get("request"), "urn", None)
            if isinstance(urn, str):
                return urn
        frame = frame.f_back
    return ""


class Holders:
    """What is known of one stack. A resource without a URN holds nothing."""

    def __init__(self) -> None:
        self._organizations: dict[_Place, dict[str, str]] = {}
        self._declared: set[str] = set()
        self._readers: set[str] = set()
        self._keys: dict[_Place, dict[str, bool]] = {}
        self._key_of: dict[str, _Place] = {}
        self._claims: dict[str, set[_Place]] = {}
        self._lock = Lock()

    def declare(self, urn: str) -> None:
        """Note that the program has a resource in this run."""
        self._declared.add(urn)

    def wish(self, kind: Kind, organization: str, values: Row, olds: Row, urn: str) -> str:
        """Note which natural key a program gives a resource; who else it gives it to, where either is new or changes.

        Two objects that the service has under one name, and that stay as they are, may stay so.
        """
        key, new = kind.folded_key(values), not olds or kind.folded_key(values) != kind.folded_key(olds)
        with self._lock:
            self._keys.get(self._key_of.pop(urn, ()), {}).pop(urn, None)
            if not urn or "" in key or has_unknown([values.get(wire) for wire in kind.key]):
                return ""
            place = self._key_of[urn] = (organization, kind.name, *key)
            others = self._keys.setdefault(place, {})
            found = next((other for other, changes in others.items() if new or changes), "")
            others[urn] = new
        return found

    def claim(self, kind: Kind, organization: str, values: Row, urn: str) -> list[tuple[Field, str]]:
        """Note what a program gives a resource that only one has (`Field.exclusive`); which other it gives that to."""
        exclusive = [field for field in kind.fields if field.exclusive]
        if not exclusive:
            return []
        home = values.get(kind.within[1]) if kind.within else ""
        known = bool(urn and organization) and not has_unknown(home)
        fields = [field for field in exclusive if known and values.get(field.wire) is True]
        places = {field.wire: (organization, kind.name, field.wire, str(home)) for field in fields}
        with self._lock:
            self._claims[urn] = {*places.values()}
            others = [(other, claims) for other, claims in self._claims.items() if other != urn]
        return [(field, other) for field in fields for other, claims in others if places[field.wire] in claims]

    def hold(self, kind: Kind, id: str, organization: str, urn: str, *, reads: bool = False) -> None:
        """Note that a resource holds an object; one that only ``reads`` it (``Department.get``) keeps it as well.

        Args:
            organization: whose it is; empty when it is not known.
        """
        if urn:
            (self._readers.add if reads else self._readers.discard)(urn)
            with self._lock:
                self._organizations.setdefault((kind.name, id), {})[urn] = organization

    def release(self, kind: Kind, id: str, urn: str) -> None:
        """Note that a resource no longer holds an object."""
        with self._lock:
            self._organizations.get((kind.name, id), {}).pop(urn, None)

    def why_not_kept(self, kind: Kind, id: str, organization: str, urn: str) -> str:
        """Why a program may not have this resource: another one that it declares holds the object. Empty: it may."""
        others = self._others(kind, id, organization, urn) if urn in self._declared else []
        if not (other := next((other for other in others if other in self._declared - self._readers), "")):
            return ""
        return (
            f"is held by two resources, {_named(other)} and {_named(urn)}. Nothing was changed. Take one of them out "
            f"of the program, and let the stack forget it: {_forgetting(urn)}"
        )

    def why_not_taken(self, kind: Kind, id: str, organization: str, urn: str) -> str:
        """Why a new resource cannot have an object that exists, and what to do; empty when `zohodesk adopt` helps."""
        others = [other for other in self._others(kind, id, organization, urn) if other not in self._readers]
        if others:
            return _renaming(min(others, key=lambda one: one in self._declared), urn)
        if self._stands(urn):
            way = "" if kind.switch else ", or give it delete_before_replace=True"
            return (
                f"The stack has {logical_name(urn)} already and would replace it, as --replace and replaceOnChanges "
                f"ask for; the new one has no place beside what exists. Leave these out{way}. After a run that was "
                "interrupted, run `zohodesk adopt`."
            )
        return ""

    def why_not_removed(self, kind: Kind, id: str, organization: str, urn: str) -> str:
        """Why an object stays in service: another resource keeps it. Empty when none does."""
        others = self._others(kind, id, organization, urn)
        if not (other := next((other for other in others if other in self._declared), "")):
            return ""
        return (
            f"the stack keeps it as {_named(other)}. Nothing was changed. Let the stack forget the other name of it: "
            f"{_forgetting(urn)}; or, if it shall be removed, take {logical_name(other)} out of the program."
        )

    def _stands(self, urn: str) -> bool:
        with self._lock:
            return any(urn in holders for holders in self._organizations.values())

    def _others(self, kind: Kind, id: str, organization: str, urn: str) -> list[str]:
        """URNs of the other resources that hold it. Ids of two organisations may be the same."""
        if not urn:
            return []
        with self._lock:
            found = dict(self._organizations.get((kind.name, id), {}))
        alike = (organization, "") if organization else tuple(found.values())
        return [one for one, owner in found.items() if one != urn and owner in alike]


def twice(kind: Kind, one: str, other: str) -> str:
    """What is wrong with two resources of a program, told by their URNs, that are one object."""
    key = " and ".join(kind.by_wire[wire].snake for wire in kind.key)
    why = f"they have the same {key}" if key else "an organisation has one"
    return f"{logical_name(one)} and {logical_name(other)} are one {kind.words}: {why}. Declare it once."


def alone_twice(kind: Kind, field: Field, one: str, other: str) -> str:
    """What is wrong with two resources of a program that both want what only one has."""
    return (
        f"{logical_name(one)} and {logical_name(other)} both have {field.snake}=True, and only one {kind.words} of a "
        f"{kind.within[0].lower() if kind.within else 'organisation'} can. Leave it out of the other."
    )


def _renaming(old: str, new: str) -> str:
    once = f"; or run once: `pulumi state rename {shlex.quote(old)} {shlex.quote(logical_name(new))}`"
    return (
        f"The stack holds it as {_named(old)}. If that is what {logical_name(new)} was before, say so in the program: "
        f"`{alias_line(old, new)}`{once if logical_name(old) != logical_name(new) else ''}. Else declare it once."
    )


def _named(urn: str) -> str:
    return f"{logical_name(urn)} ({urn})"


def _forgetting(urn: str) -> str:
    return f"`pulumi state delete {shlex.quote(urn)}`"
