"""Into which file of an export each object goes."""

from __future__ import annotations

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from pulumi_zohodesk.engine import scalar, snake
from pulumi_zohodesk.export._declared import Declared
from pulumi_zohodesk.export._identifiers import Names
from pulumi_zohodesk.export._selection import SCOPE
from pulumi_zohodesk.inventory import Inventory, references_of
from pulumi_zohodesk.kinds import KINDS

By = Literal["kind", "department"]
LONGEST = 100
"""Bytes of a file's name, without its ending. File systems take 255, some of them with overhead."""


def split(inventory: Inventory, declared: Sequence[Declared], by: By) -> dict[str, list[Declared]]:
    """The objects by file, without its ending. What others refer to comes first.

    By department, each has a file of what lies in it; what the whole organisation shares stays in files by kind.
    """
    files: dict[str, list[Declared]] = {}
    names = Names(kind.group for kind in KINDS)
    homes: dict[str, str] = {}
    for one in declared:
        kind, within = one.item.kind, one.item.kind.within
        if by == "kind" or within is None or within[0] != SCOPE:
            files.setdefault(kind.group, []).append(one)
            continue
        home = scalar(one.item.row.get(within[1]))
        if home not in homes:
            # Never the bare name: a department called Email must not hide a module of Python's.
            key = inventory.name_of(SCOPE, home) or (home,)
            homes[home] = names.new((snake(SCOPE), *key), snake(SCOPE), LONGEST)
        files.setdefault(homes[home], []).append(one)
    return _without_circles(files, declared)


def _without_circles(files: dict[str, list[Declared]], declared: Sequence[Declared]) -> dict[str, list[Declared]]:
    """The files, those in one that would import each other: what lies in two departments may refer to both."""
    while True:
        homes = {one.item.place: name for name, objects in files.items() for one in objects}
        needs = {
            name: {homes[place] for one in objects for place in references_of(one.item) if place in homes} - {name}
            for name, objects in files.items()
        }
        try:
            TopologicalSorter(needs).prepare()
        except CycleError as error:
            circle = [name for name in files if name in error.args[1]]
            inside = [one for one in declared if homes[one.item.place] in circle]
            files = {name: inside if name == circle[0] else files[name] for name in files if name not in circle[1:]}
        else:
            return files
