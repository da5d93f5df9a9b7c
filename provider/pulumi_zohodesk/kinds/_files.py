"""YAML files that declare objects: kinds to logical names to arguments, everything named by its natural key.

A file says the same as Python, but for references, which are natural keys::

    SkillType:
      sales_language:
        department: Sales                  # department_id in Python
        name: Language
    Skill:
      sales_language_french:
        skill_type: [Sales, Language]      # from the outermost scope in
        name: French
        agents: [jo@example.com]           # agent_ids in Python

``{id: "123"}`` names an object by its id, ``{secret: NAME}`` a secret of the stack's settings. ``{file:
texts/welcome.html}`` stands for a long text in a file of its own, named from the folder of the file that says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.engine import Kind, LongText, scalar
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds._register import KINDS
from pulumi_zohodesk.settings import read_text

Key = tuple[str, ...]
Place = tuple[str, str, Key]
"""Connection, kind and folded natural key: what one object is known by."""


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
            parts += key_of(self.arguments.get(of.yaml_name), self.where)
        return self.kind.key_in_names(part.casefold() for part in parts)


def key_of(value: Any, where: str) -> list[str]:
    if isinstance(value, Mapping) and set(value) == {"id"}:
        return [f"#{scalar(value['id'])}"]
    parts = value if isinstance(value, list) else [value]
    if not parts or not all(isinstance(part, str) for part in parts):
        raise InputError(f"{where}: {value!r} names nothing; write a name in quotes, or a list of names.")
    return list(parts)


def entries(paths: Sequence[str | Path]) -> Iterator[Entry]:
    """The objects that files declare, as far as they can be right without being looked up. Raises InputError."""
    from pulumi_zohodesk.kinds._documents import problems  # here: pydantic is needed for files alone

    seen: dict[str, str] = {}
    for path in paths:
        content, lines = _read(Path(path))
        for kind_name, objects in _mapping(content, str(path)).items():
            if kind_name not in KINDS:
                known = ", ".join(kind.name for kind in KINDS)
                raise InputError(f"{path}: there is no kind {kind_name}; known are {known}.")
            for name, arguments in _mapping(objects, f"{path}: {kind_name}").items():
                line = lines.get((kind_name, str(name)))
                where = f"{path}{f', line {line}' if line else ''}: {kind_name} {name}"
                if name in seen:
                    raise InputError(f"{where} has a name that is taken: {seen[name]}.")
                seen[name] = where
                kind = KINDS.named(kind_name)
                said = _with_texts(kind, _mapping(arguments, where), Path(path).parent, where)
                entry = Entry(kind, str(name), said, where)
                if wrong := problems(entry.kind, entry.arguments):
                    raise InputError("\n".join(f"{where}: {sentence}" for sentence in wrong))
                yield entry


def _with_texts(kind: Kind, arguments: Mapping[str, Any], folder: Path, where: str) -> Mapping[str, Any]:
    """The arguments with long texts in the place of the files that hold them."""
    read = {
        field.yaml_name: file_text(folder / value["file"], f"{where}: {field.yaml_name}")
        for field in kind.fields
        if isinstance(field.type, LongText)
        and isinstance(value := arguments.get(field.yaml_name), Mapping)
        and set(value) == {"file"}
        and isinstance(value["file"], str)
    }
    return {**arguments, **read}


def file_text(path: Path, where: str) -> str:
    """A long text out of its file, lines ended by ``\\n``. Raises InputError, which begins with ``where``."""
    try:
        return read_text(path)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text in UTF-8"
        raise InputError(f"{where}: {path} cannot be read: {reason}.") from None


def _mapping(value: Any, where: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise InputError(f"{where} must be a map.")
    return value


def _read(path: Path) -> tuple[Any, Mapping[tuple[str, str], int]]:
    """What a file says, and the line of each object that it names, by kind and logical name."""
    from ruamel.yaml import YAML  # here: the plugin and most programs never need it
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    yaml = YAML(typ="safe", pure=True)
    try:
        root: Any = yaml.compose(read_text(path))
        content = None if root is None else yaml.constructor.construct_document(root)
    except MarkedYAMLError as error:
        line = f" line {error.problem_mark.line + 1}:" if error.problem_mark else ""
        raise InputError(f"{path} cannot be read:{line} {error.problem}.") from None
    except (OSError, UnicodeError, YAMLError) as error:
        raise InputError(f"{path} cannot be read: {error}") from None
    named = ((str(kind.value), name) for kind, objects in _pairs(root) for name, _ in _pairs(objects))
    return content, {(kind, str(name.value)): name.start_mark.line + 1 for kind, name in named}


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    return node.value if getattr(node, "id", "") == "mapping" else []
