"""The program of a clone, and what its stack takes over of what the target has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pulumi_zohodesk.clone._secrets import Secrets
from pulumi_zohodesk.clone._target import Place, TargetObject
from pulumi_zohodesk.dynamic import import_entry
from pulumi_zohodesk.engine import Marks, outputs_from
from pulumi_zohodesk.export import Declared, Options, Project, Secret, declare, new_names, program
from pulumi_zohodesk.inventory import Inventory, in_order
from pulumi_zohodesk.kinds import KINDS

__all__ = ["Program", "clone_program"]

_README = """\
# A clone

`zohodesk clone` wrote this: organisation {source} as a program for organisation {target}. Run the same command again
to bring the clone up to date; files that somebody edited are never replaced.

- `clone-report.json` says what was taken over, made and changed, what was left out and why, and which id became which.
- `.state` holds the stack, and the passphrase of its secrets, unless `PULUMI_BACKEND_URL` named another place. To run
  `pulumi` here yourself:

```console
$ export PULUMI_BACKEND_URL="file://$PWD/.state" PULUMI_CONFIG_PASSPHRASE_FILE="$PWD/.state/passphrase"
$ pulumi preview --refresh --stack {stack}
```
"""
_IGNORED = ".state/\n.lock\n"


@dataclass(frozen=True)
class Program:
    """Attributes:
    project: the files.
    entries: what the stack does not have yet and the target has, as entries of Pulumi's import file.
    names: logical names by kind and id.
    secrets: by the settings of the stack that hold them.
    """

    project: Project
    entries: Sequence[dict[str, Any]]
    names: Mapping[Place, str]
    secrets: Mapping[str, str]


def clone_program(
    objects: Sequence[TargetObject],
    source: Inventory,
    target: Inventory,
    options: Options,
    held: Mapping[Place, str],
    secrets: Secrets = MappingProxyType({}),
) -> Program:
    """The program that declares some objects.

    Args:
        held: kind and id of what the stack has, with its logical name there: a name that changed would be another
            object for Pulumi.
        secrets: what nobody tells, of the objects that get it.
    """
    wanted = Inventory(
        target.organization_id,
        [
            *(target_object.item for target_object in objects),
            *(item for kind in KINDS for item in target.items(kind.name) if item.given),
        ],
        kinds=source.kinds,
    )
    known = {target_object.place: held[target_object.place] for target_object in objects if target_object.place in held}
    items = in_order(target_object.item for target_object in sorted(objects, key=_order(wanted)))
    declared = declare(
        wanted,
        items,
        new_names(held.values()),
        hide=options.hide,
        known=known,
        secret={one.place for one in objects if one.source and (one.item.kind.name, one.source.id) in secrets},
        said={target_object.place: frozenset(target_object.changed) for target_object in objects},
    )
    made = program(wanted, declared, options)
    readme = _README.format(source=source.organization_id, target=target.organization_id, stack=options.connection)
    files = {**made.files, "README.md": readme, ".gitignore": _IGNORED}
    by_place = {target_object.place: target_object for target_object in objects}
    entries = [
        entry
        for one in declared
        if (place := (one.item.kind.name, one.item.id)) not in held
        and (entry := _entry(one, by_place[place], target, options))
    ]
    by_id = {one.place: secrets.get((one.item.kind.name, one.source.id), {}) for one in objects if one.source}
    kept = {
        value.name: by_id[one.item.kind.name, one.item.id][wire]
        for one in declared
        for wire, value in one.arguments.items()
        if isinstance(value, Secret)
    }
    names = {(one.item.kind.name, one.item.id): one.name for one in declared}
    return Program(Project(files, made.once, declared, made.nameless), entries, names, kept)


def _order(wanted: Inventory) -> Any:
    places = {
        (name, item.id): (number, place)
        for number, name in enumerate(wanted.kinds)
        for place, item in enumerate(wanted.items(name))
    }
    return lambda target_object: places[target_object.place]


def _entry(
    declared: Declared, target_object: TargetObject, target: Inventory, options: Options
) -> dict[str, Any] | None:
    """What the target has, as a state holds it: with the live values, so that differences are updates."""
    if target_object.live is None:
        return None
    kind = declared.item.kind
    managed = tuple(
        field.wire for field in kind.managed if field.wire in declared.arguments or field.default is not None
    )
    inputs = {wire: target_object.live.values[wire] for wire in managed if wire in target_object.live.values}
    marks = Marks(target.organization_id, options.connection, managed)
    outputs = outputs_from(kind, target_object.live.id, target_object.live.row, inputs, {}, marks)
    return import_entry(
        kind.name, declared.name, target_object.live.id, inputs, outputs, secret=kind.personal if options.hide else ()
    )
