"""Two organisations, or an organisation and an export, by natural key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pulumi_zohodesk.compare._excuses import Omitted, excused
from pulumi_zohodesk.compare._finding import Finding, Sort, ordered
from pulumi_zohodesk.compare._side import Named, Side, edited, same, side_of, with_names
from pulumi_zohodesk.inventory import Gap, Inventory, folded

__all__ = ["Comparison", "compare"]

Key = tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """What differs between ``a`` and ``b``.

    Attributes:
        findings: ordered by sort, kind and key. An object that is disabled in one only and differs otherwise as well
            has two.
        compared: by kind, how many objects both have.
        gaps: per side, ``a`` or ``b``, what could not be listed; nothing is said of what lies there.
    """

    findings: tuple[Finding, ...]
    compared: Mapping[str, int]
    gaps: tuple[tuple[str, Gap], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.findings)

    def of(self, sort: Sort) -> tuple[Finding, ...]:
        """The findings of one sort."""
        return tuple(finding for finding in self.findings if finding.sort is sort)

    @property
    def changed(self) -> tuple[Finding, ...]:
        """What both have, with the fields that differ; ``old`` is of ``a``. Letter case of a name counts here."""
        return self.of(Sort.CHANGED)

    @property
    def only_in_a(self) -> tuple[Finding, ...]:
        return self.of(Sort.ONLY_IN_A)

    @property
    def only_in_b(self) -> tuple[Finding, ...]:
        return self.of(Sort.ONLY_IN_B)

    @property
    def disabled(self) -> tuple[Finding, ...]:
        """What both have, with the kind's switch off in ``side`` alone."""
        return self.of(Sort.DISABLED)

    @property
    def duplicates(self) -> tuple[Finding, ...]:
        """Keys that mean several objects in ``side``; such objects are not compared."""
        return self.of(Sort.DUPLICATES)

    def without(self, omissions: Iterable[Omitted]) -> Comparison:
        """What is left when known differences are excused: exactly what they name, nothing more.

        Args:
            omissions: with the attributes of `Excuse`, as those of a clone have them.
        """
        return replace(self, findings=tuple(excused(self.findings, list(omissions))))


def compare(a: Inventory | Side, b: Inventory | Side, *, kinds: Iterable[str] | None = None) -> Comparison:
    """Compare by natural key, letter case aside; ids, times and what the service sets never count.

    References are the same when what they mean has the same natural key. What only follows from other fields is not
    compared. Sets have no order, and empty is as good as missing.

    Args:
        kinds: names of kinds; by default those that both sides tell all about.
    """
    one, other = _side(a, b), _side(b, a)
    names = [name for name in one.kinds if name in other.kinds and (kinds is None or name in set(kinds))]
    findings: list[Finding] = []
    compared: dict[str, int] = {}
    for name in names:
        pairs = list(_pairs(one, other, name))
        findings += [finding for pair in pairs for finding in _differences(*pair, one, other)]
        compared[name] = sum(len(mine) == len(theirs) == 1 for mine, theirs in pairs)
    gaps = [("a", gap) for gap in one.gaps] + [("b", gap) for gap in other.gaps]
    return Comparison(ordered(findings), compared, tuple(gaps))


def _side(mine: Inventory | Side, theirs: Inventory | Side) -> Side:
    if isinstance(mine, Inventory):
        return side_of(mine)
    return with_names(mine, theirs if isinstance(theirs, Inventory) else None)


def _pairs(one: Side, other: Side, kind: str) -> Iterator[tuple[Sequence[Named], Sequence[Named]]]:
    """The objects of each key, of both sides."""
    found: dict[Key, tuple[list[Named], list[Named]]] = {}
    for place, side in enumerate((one, other)):
        for thing in side.objects.get(kind, ()):
            found.setdefault(folded(thing.key), ([], []))[place].append(thing)
    yield from found.values()


def _differences(mine: Sequence[Named], theirs: Sequence[Named], one: Side, other: Side) -> Iterator[Finding]:
    if len(mine) > 1 or len(theirs) > 1:
        for side, group in (("a", mine), ("b", theirs)):
            if len(group) > 1:
                yield _finding(Sort.DUPLICATES, group[0], ids=tuple(thing.id for thing in group), side=side)
    elif not theirs:
        if not mine[0].given and other.sees(mine[0].kind.name, mine[0].key):
            yield _finding(Sort.ONLY_IN_A, mine[0], ids=(mine[0].id,), side="a")
    elif not mine:
        if not theirs[0].given and one.sees(theirs[0].kind.name, theirs[0].key):
            yield _finding(Sort.ONLY_IN_B, theirs[0], ids=(theirs[0].id,), side="b")
    else:
        yield from _of_both(mine[0], theirs[0])


def _of_both(mine: Named, theirs: Named) -> Iterator[Finding]:
    ids = (mine.id, theirs.id)
    switch = mine.kind.switch
    implied = mine.implied | theirs.implied
    edits = {
        field.wire: edited(field, mine.values.get(field.wire), theirs.values.get(field.wire))
        for field in mine.kind.answered
        if field.wire not in implied and not same(field, mine.values.get(field.wire), theirs.values.get(field.wire))
    }
    if switch and mine.off != theirs.off and switch.wire in edits:
        edit = edits.pop(switch.wire)
        yield _finding(Sort.DISABLED, mine, edits=(edit,), ids=ids, side="a" if mine.off else "b")
    if edits:
        yield _finding(Sort.CHANGED, mine, edits=tuple(edits.values()), ids=ids)


def _finding(sort: Sort, thing: Named, **more: object) -> Finding:
    return Finding(sort, thing.kind.name, thing.key, **more)  # type: ignore[arg-type]
