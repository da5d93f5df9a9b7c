"""The program of a clone, and what its stack takes over of what the target has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.clone._secrets import NO_SECRETS, Secrets
from pulumi_zohodesk.clone._target import TargetObject
from pulumi_zohodesk.dynamic import import_entry
from pulumi_zohodesk.engine import Marks, outputs_from
from pulumi_zohodesk.export import Declared, Options, Project, Secret, declare, new_names, program, setting_of
from pulumi_zohodesk.inventory import Inventory, Item, Place, in_order
from pulumi_zohodesk.kinds import KINDS

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
    secrets: Secrets = NO_SECRETS,
    kept: Collection[str] = (),
) -> Program:
    """The program that declares some objects.

    Args:
        held: kind and id of what the stack has, with its logical name there: a name that changed would be another
            object for Pulumi.
        secrets: what nobody tells, of the objects that get it.
        kept: names of settings of the stack; what was told in an earlier run is among them.
    """
    given = [item for kind in KINDS for item in target.items(kind.name) if item.given]
    wanted = Inventory(target.organization_id, [*(shall.item for shall in objects), *given], kinds=source.kinds)
    by_place = {shall.place: shall for shall in objects}
    items = in_order(item for name in wanted.kinds for item in wanted.items(name) if item.place in by_place)
    said = {shall.place: frozenset(shall.changed) for shall in objects}
    told = {
        shall.place: secrets[shall.source.place] for shall in objects if shall.source and shall.source.place in secrets
    }
    names = new_names(held.values())
    secret = {*told, *_kept_for(held, kept)}
    declared = declare(wanted, items, names, hide=options.hide, known=held, said=said, secret=secret)
    made = program(wanted, declared, options)
    readme = _README.format(source=source.organization_id, target=target.organization_id, stack=options.connection)
    files = {**made.files, "README.md": readme, ".gitignore": _IGNORED}
    entries = [
        _entry(one, live, target, options)
        for one in declared
        if one.item.place not in held and (live := by_place[one.item.place].live)
    ]
    new = {
        value.name: told[one.item.place][wire]
        for one in declared
        for wire, value in one.arguments.items()
        if isinstance(value, Secret) and one.item.place in told
    }
    logical = {one.item.place: one.name for one in declared}
    return Program(Project(files, made.once, declared, made.nameless), entries, logical, new)


def _kept_for(held: Mapping[Place, str], kept: Collection[str]) -> Iterator[Place]:
    """The objects of the stack for which its settings keep a secret."""
    for place, name in held.items():
        if any(of.write_only and setting_of(name, of) in kept for of in KINDS.named(place[0]).managed):
            yield place


def _entry(declared: Declared, live: Item, target: Inventory, options: Options) -> dict[str, Any]:
    """What the target has, as a state holds it: with the live values, so that differences are updates."""
    kind, given = live.kind, declared.arguments
    managed = tuple(field.wire for field in kind.managed if field.wire in given or field.default is not None)
    inputs = {wire: live.values[wire] for wire in managed if wire in live.values}
    marks = Marks(target.organization_id, options.connection, managed)
    outputs = outputs_from(kind, live.id, live.row, inputs, {}, marks)
    secret = kind.personal if options.hide else ()
    return import_entry(kind.name, declared.name, live.id, inputs, outputs, secret=secret)
