"""An export as YAML files, and the program of a few lines that declares what they say.

Source of the form: `pulumi_zohodesk.load`.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from pulumi_zohodesk.export._declared import Declared, Reference, Secret, TextFile
from pulumi_zohodesk.export._syntax import Call, source
from pulumi_zohodesk.kinds import json_schema

SCHEMA = "help-desk.schema.json"
"""What editors complete and check the files by."""


def yaml_files(files: Mapping[str, Sequence[Declared]]) -> tuple[dict[str, str], list[Reference]]:
    """The data files and the program by name, and what they can only refer to by id."""
    nameless: dict[Reference, None] = {}
    texts = {f"{name}.yaml": _file(objects, nameless) for name, objects in files.items()}
    texts[SCHEMA] = json.dumps(json_schema(), indent=1) + "\n"
    load = Call("desk.load", {f"*{number}": name for number, name in enumerate(f"{name}.yaml" for name in files)})
    title = '"""A help desk as code, declared by the data files beside this program."""'
    texts["__main__.py"] = f"{title}\n\nimport pulumi_zohodesk as desk\n\n{source(load)}\n"
    return texts, list(nameless)


def _file(objects: Sequence[Declared], nameless: dict[Reference, None]) -> str:
    content: dict[str, dict[str, Any]] = {}
    for one in objects:
        entry = {}
        for wire, value in one.arguments.items():
            field = one.item.kind.by_wire[wire]
            entry[field.yaml_name] = field.type.in_words(_named(value, nameless), attrgetter("yaml_name"))
        content.setdefault(one.item.kind.name, {})[one.name] = entry
    return f"# yaml-language-server: $schema={SCHEMA}\n{_dump(content)}"


def _named(value: Any, nameless: dict[Reference, None]) -> Any:
    """References as natural keys: a name, or a list of names from the outermost scope in."""
    if isinstance(value, list):
        return [_named(item, nameless) for item in value]
    if isinstance(value, Mapping):
        return {key: _named(item, nameless) for key, item in value.items()}
    if isinstance(value, Secret):
        return {"secret": value.name}
    if isinstance(value, TextFile):
        return {"file": value.path}
    if not isinstance(value, Reference):
        return value
    if value.key is None:
        nameless[value] = None
        return {"id": value.id}
    return value.key[0] if len(value.key) == 1 else list(value.key)


def spelt(value: Any) -> Any:
    """Text that holds signs which cannot be printed is quoted with escapes; ruamel would write some of them as they
    are, and read them back as line breaks."""
    if isinstance(value, Mapping):
        return {spelt(key): spelt(item) for key, item in value.items()}
    if isinstance(value, list):
        return [spelt(item) for item in value]
    return DoubleQuotedScalarString(value) if isinstance(value, str) and not value.isprintable() else value


def _dump(content: Mapping[str, Any]) -> str:
    out = io.StringIO()
    writer().dump(spelt(content), out)
    return out.getvalue()


def writer() -> YAML:
    """What reads and writes the files: comments, quotes and layout stay."""
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = sys.maxsize  # folded lines would hide spaces at their ends
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
