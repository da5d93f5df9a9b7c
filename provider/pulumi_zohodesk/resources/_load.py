"""Objects declared by data: YAML files that name everything by its natural key.

A file maps kinds to logical names to arguments, as in Python but for references, which are natural keys::

    SkillType:
      sales_language:
        department: Sales                  # department_id in Python
        name: Language
    Skill:
      sales_language_french:
        skill_type: [Sales, Language]      # from the outermost scope in
        name: French
        agents: [jo@example.com]           # agent_ids in Python

A key that no file declares is looked up in the organisation. ``{id: "123"}`` names an object by its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly, session_from_program
from pulumi_zohodesk.engine import Field, IdSet, Kind, Session, kind_named, kinds, scalar
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.resources._lookups import NAMED, _named

__all__ = ["Entry", "entries", "load", "yaml_argument"]

Key = tuple[str, ...]
Place = tuple[str, str, Key]
"""Connection, kind and folded natural key: what one object is known by."""


def yaml_argument(of: Field) -> str:
    """How the files call an argument: ``agent_ids`` holds agents by name there, so it is ``agents``."""
    if of.ref is None:
        return of.snake
    return re.sub(r"_id(s?)$", r"\1", of.snake)


@ends_the_program_plainly
def load(*paths: str | Path) -> dict[str, DeskResource]:
    """Declare what YAML files say; returns the resources by logical name.

    Files may refer to each other in any order. Paths are relative to the program's folder.

    Raises:
        InputError: a file cannot be read, or says something that is no declaration; or a key fits no object.
        AmbiguousMatch: a key fits several objects.
    """
    return _Loader(list(entries(paths))).run()


@dataclass(frozen=True)
class Entry:
    """One object of a file."""

    kind: Kind
    name: str
    arguments: Mapping[str, Any]
    where: str

    @property
    def connection(self) -> str:
        """Its own connection, in which what it refers to is looked up as well; empty for the stack's."""
        return str(self.arguments.get("connection") or "")

    @property
    def place(self) -> Place:
        return self.connection, self.kind.name, self.key

    @property
    def key(self) -> Key:
        """Its natural key, folded."""
        parts: list[str] = []
        for wire in self.kind.key:
            of = self.kind.by_wire[wire]
            parts += _key_of(self.arguments.get(yaml_argument(of)), self.where)
        return tuple(part.casefold() for part in parts)


@dataclass
class _Loader:
    entries: list[Entry]
    made: dict[str, DeskResource] = field(default_factory=dict)
    by_place: dict[Place, Entry] = field(default_factory=dict)
    found: dict[Place, str] = field(default_factory=dict)
    doing: list[str] = field(default_factory=list)

    def run(self) -> dict[str, DeskResource]:
        for entry in self.entries:
            _require_whole(entry)
            other = self.by_place.setdefault(entry.place, entry)
            if other is not entry:
                raise InputError(f"{entry.where} is the same object as {other.where}: declare it once.")
        for kind in kinds():  # what is referred to comes first
            for entry in (one for one in self.entries if one.kind is kind):
                self._declare(entry)
        return self.made

    def _declare(self, entry: Entry) -> DeskResource:
        """The resource of an entry, after those that it refers to."""
        if entry.name in self.made:
            return self.made[entry.name]
        if entry.name in self.doing:
            raise InputError(f"{entry.where} refers to itself: {' -> '.join([*self.doing, entry.name])}.")
        self.doing.append(entry.name)
        arguments = {of.snake: value for of, value in self._arguments(entry)}
        classes: dict[str, Any] = {cls.KIND.name: cls for cls in DeskResource.__subclasses__()}
        made: DeskResource = classes[entry.kind.name](entry.name, **arguments)
        self.made[entry.name] = made
        self.doing.pop()
        return made

    def _arguments(self, entry: Entry) -> Iterator[tuple[Field, Any]]:
        known = {yaml_argument(of): of for of in entry.kind.fields}
        for name, value in entry.arguments.items():
            if name not in known:
                near = get_close_matches(str(name), known, 1)
                hint = f" Did you mean {near[0]}?" if near else f" It has {', '.join(known)}."
                raise InputError(f"{entry.where}: a {entry.kind.words} has no {name}.{hint}")
            of = known[name]
            if of.ref is None or value is None:
                yield of, value
            elif isinstance(of.type, IdSet):
                yield of, [self._reference(of.ref, one, entry) for one in _list(value, name, entry.where)]
            else:
                yield of, self._reference(of.ref, value, entry)

    def _reference(self, kind_name: str, value: Any, entry: Entry) -> DeskResource | str:
        if isinstance(value, Mapping) and set(value) == {"id"}:
            return scalar(value["id"])
        key = tuple(_key_of(value, entry.where))
        place = entry.connection, kind_name, tuple(part.casefold() for part in key)
        if place in self.by_place:
            return self._declare(self.by_place[place])
        if place not in self.found:
            session = session_from_program(entry.connection or None)
            self.found[place] = _look_up(session, kind_name, key, entry.where)
        return self.found[place]


def _require_whole(entry: Entry) -> None:
    names = [yaml_argument(of) for of in entry.kind.fields if of.required]
    missing = [name for name in names if entry.arguments.get(name) is None]
    if missing:
        raise InputError(f"{entry.where}: {', '.join(missing)} of the {entry.kind.words} is missing.")


def _look_up(session: Session, kind_name: str, key: Key, where: str) -> str:
    """The id of what a natural key means in the organisation."""
    if kind_name in NAMED:
        return scalar(_named(session, NAMED[kind_name], kind_name.lower(), key[-1])["id"])
    kind = kind_named(kind_name)
    if len(key) != _length(kind):
        raise InputError(f"{where}: a {kind.words} is named by {_length(kind)} names, not by {len(key)}.")
    values: dict[str, str] = {}
    rest = list(key)
    for wire in kind.key:
        ref = kind.by_wire[wire].ref
        count = _length(kind_named(ref)) if ref else 1
        part, rest = tuple(rest[:count]), rest[count:]
        values[wire] = _look_up(session, ref, part, where) if ref else part[0]
    return scalar(session.look_up(kind, values)["id"])


def _length(kind: Kind) -> int:
    refs = (kind.by_wire[wire].ref for wire in kind.key)
    return sum(_length(kind_named(ref)) if ref else 1 for ref in refs)


def _key_of(value: Any, where: str) -> list[str]:
    if isinstance(value, Mapping) and set(value) == {"id"}:
        return [f"#{scalar(value['id'])}"]
    parts = value if isinstance(value, list) else [value]
    if not parts or not all(isinstance(part, str) for part in parts):
        raise InputError(f"{where}: {value!r} names nothing; write a name in quotes, or a list of names.")
    return list(parts)


def _list(value: Any, name: str, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise InputError(f"{where}: {name} must be a list.")
    return value


def entries(paths: Sequence[str | Path]) -> Iterator[Entry]:
    """The objects that files declare, unchecked but for their shape. Raises InputError."""
    seen: dict[str, str] = {}
    for path in paths:
        content = _read(Path(path))
        for kind_name, objects in _mapping(content, str(path)).items():
            if kind_name not in [kind.name for kind in kinds()]:
                known = ", ".join(kind.name for kind in kinds())
                raise InputError(f"{path}: there is no kind {kind_name}; known are {known}.")
            for name, arguments in _mapping(objects, f"{path}: {kind_name}").items():
                where = f"{path}: {kind_name} {name}"
                if name in seen:
                    raise InputError(f"{where} has a name that is taken: {seen[name]}.")
                seen[name] = where
                yield Entry(kind_named(kind_name), str(name), _mapping(arguments, where), where)


def _mapping(value: Any, where: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise InputError(f"{where} must be a map.")
    return value


def _read(path: Path) -> Any:
    from ruamel.yaml import YAML  # here: the plugin and most programs never need it
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, YAMLError) as error:
        raise InputError(f"{path} cannot be read: {error}") from None
