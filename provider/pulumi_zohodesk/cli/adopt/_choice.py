"""What is adopted: what the options choose, or the file of an export holds, and never what another stack manages.

With a file the program is not run first, so values that the service would refuse today are taken over as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from pulumi_zohodesk.actions import kind_names, nearest
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli.adopt._matching import Match, Pending
from pulumi_zohodesk.cli.engine._engine import PulumiStack
from pulumi_zohodesk.compare import Held, held_in
from pulumi_zohodesk.dynamic import BY_TYPE, TYPE_PREFIX, Holders, logical_name, qualified_type
from pulumi_zohodesk.engine import MARKS, Kind, Marks, snake
from pulumi_zohodesk.errors import InputError, Refused
from pulumi_zohodesk.settings import read_text


def chosen(one: Pending, only: Sequence[str], without: Sequence[str]) -> bool:
    """Whether an object is meant: ``only`` and ``without`` are patterns for logical names and kinds."""
    return (not only or _fits(one, only)) and not _fits(one, without)


def _fits(one: Pending, patterns: Iterable[str]) -> bool:
    names = one.name, *_spellings(one.kind.name)
    return any(_is_like(name, pattern) for pattern in patterns for name in names)


def _is_like(name: str, pattern: str) -> bool:
    return fnmatchcase(name.casefold(), pattern.casefold())


def _spellings(kind: str) -> tuple[str, ...]:
    """A kind as people type it: ``SkillType``, ``skill-type``, ``skill_type``, ``skill type``."""
    words = snake(kind)
    return (words.replace("_", ""), words.replace("_", "-"), words, words.replace("_", " "))


def refuse_unfitting(patterns: Iterable[str], preview: Mapping[str, Any]) -> None:
    """Refuse a pattern that fits no kind and nothing that the program declares, managed already or not.

    Raises InputError, with the nearest names.
    """
    urns = [str(step["urn"]) for step in preview.get("steps") or () if step.get("op") != "delete"]
    ours = [urn for urn in urns if qualified_type(urn).split("$")[-1].startswith(TYPE_PREFIX)]
    names = list(dict.fromkeys(logical_name(urn) for urn in ours))
    known = [*names, *(spelling for kind in kind_names() for spelling in _spellings(kind))]
    for pattern in patterns:
        if not any(_is_like(name, pattern) for name in known):
            raise InputError(
                f'Nothing that the program declares has a name or kind like "{printable(pattern)}"; nothing was '
                f"imported. {printable(nearest(pattern, [*names, *kind_names()]))}"
            )


def refuse_held(matches: Sequence[Match], holders: Holders) -> None:
    """Refuse what the stack has under another name: it would be removed with that.

    Raises:
        Refused: with every such object, and what to write in its place; nothing was imported.
    """
    problems = []
    for match in matches:
        pending, owner = match.pending, match.outputs[MARKS]["organization"]
        if reason := holders.why_not_taken(pending.kind, match.id, owner, pending.urn):
            problems.append(f"- {printable(_label(match))}: {printable(reason)}")
    if problems:
        listed = "\n".join(problems)
        raise Refused(f"The stack has these under another name; nothing was imported:\n{listed}")


def refuse_managed(matches: Sequence[Match], others: Sequence[str], engine: PulumiStack) -> None:
    """Refuse what one of some other stacks manages: two stacks would undo each other's work.

    Args:
        others: names of stacks, or files that `pulumi stack export` wrote.

    Raises:
        Refused: with every such object; nothing was imported.
        InputError: a file cannot be read, or is no state.
        EngineError: a stack cannot be read.
    """
    problems = []
    for other in others:
        held = {one.place: one for one in _held(other, engine)}
        for match in matches:
            one = held.get((match.pending.kind.name, match.id))
            if one and one.organization in ("", match.outputs[MARKS]["organization"]):
                problems.append(f"- {printable(_label(match))}: {printable(one.name)} of {other}, {printable(one.urn)}")
    if problems:
        listed = "\n".join(problems)
        raise Refused(
            f"Another stack manages these already; nothing was imported:\n{listed}\n"
            "Take them out of that stack with `pulumi state delete URN`, or leave them out with --except."
        )


def _label(match: Match) -> str:
    return f"{match.pending.name} ({match.pending.kind.words}, id {match.id})"


def _held(other: str, engine: PulumiStack) -> list[Held]:
    path = Path(other)
    if not path.is_file():
        return held_in(replace(engine, stack=other, settings=None).deployment())
    try:
        content = json.loads(read_text(path))
        state = content.get("deployment") or (content.get("checkpoint") or {})["latest"]
        return held_in(state)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"{path} is no state: write it with `pulumi stack export --file {path}`.") from None


class FileObject:
    """One object of an import file.

    Attributes:
        entry: as the file has it.
        kind: what it is.
        name: its logical name.
        id: its id in Zoho Desk.
        organization: whose it is.
    """

    def __init__(self, entry: dict[str, Any]) -> None:
        self.entry = entry
        self.kind: Kind = BY_TYPE[entry["type"]]
        self.name, self.id = str(entry["name"]), str(entry["id"])
        self.organization = Marks.of(entry["outputs"]).organization


def objects_of(file: Path) -> list[FileObject]:
    """What an import file holds. Raises InputError: there is none, or no export wrote it."""
    try:
        return [FileObject(entry) for entry in json.loads(read_text(file))["resources"]]
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}. `zohodesk export` writes one.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(
            f"{file} is not as `zohodesk export` writes it; nothing was imported. Export again, or take over what the "
            "program declares: zohodesk adopt"
        ) from None


def stack_lacks(engine: PulumiStack, objects: Sequence[FileObject], organization: str) -> list[FileObject]:
    """Those of the objects that the stack does not have yet, after an import that was interrupted for example.

    Raises Refused: the stack is of another organisation, or has an object under another name.
    """
    if others := sorted({one.organization for one in objects} - {organization}) if organization else []:
        raise Refused(
            f"The file is of organisation {', '.join(others)}, and the stack of {organization} (zohodesk:orgId). "
            "Nothing was imported. Choose the stack with --stack."
        )
    held = {one.place: one for one in held_in(engine.deployment())}
    problems = [
        f"- {printable(one.name)} (id {one.id}): {printable(found.urn)}"
        for one in objects
        if (found := held.get((one.kind.name, one.id))) and found.name != one.name
    ]
    if problems:
        listed = "\n".join(problems)
        raise Refused(f"The stack has these under another name; nothing was imported:\n{listed}")
    return [one for one in objects if (one.kind.name, one.id) not in held]


def import_parts(objects: Sequence[FileObject], *, protect: bool) -> Iterator[tuple[bool, dict[str, Any]]]:
    """What is imported by one call each, with whether it is protected; that comes first."""
    for guarded in (True, False):
        if part := [one.entry for one in objects if (protect and one.kind.protect) == guarded]:
            yield guarded, {"resources": part}
