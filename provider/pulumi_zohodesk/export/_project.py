"""All files of an export, as text by path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any, Literal

import tomlkit

from pulumi_zohodesk.dynamic import import_entry, marks_in
from pulumi_zohodesk.engine import Marks, outputs_from
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.export._data import yaml_files
from pulumi_zohodesk.export._declared import Declared, Reference, declare, managed_values, secrets_in, with_text_files
from pulumi_zohodesk.export._identifiers import Names
from pulumi_zohodesk.export._layout import By, split
from pulumi_zohodesk.export._python import python_files
from pulumi_zohodesk.inventory import Gap, Inventory, Item
from pulumi_zohodesk.kinds import KINDS

IMPORT_FILE = "import.json"
_STACK = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}")


@dataclass(frozen=True)
class Options:
    """How an export is written.

    Attributes:
        name: of the project, for Pulumi; what it takes no letters for becomes ``-``.
        form: program, or data files with a program that loads them.
        by: what makes a file.
        connection: its name, or empty.
        table: the connection's entry in ``zohodesk.toml``; no secrets.
        hide: personal data is secret in state.
    """

    name: str
    form: Literal["python", "yaml"] = "python"
    by: By = "kind"
    connection: str = ""
    table: Mapping[str, Any] = field(default_factory=dict)
    hide: bool = False


@dataclass(frozen=True)
class Project:
    """Attributes:
    files: text by path.
    once: those of the files that are the user's own once they are there.
    declared: the objects.
    nameless: what is referred to by id, since no name means it alone.
    gaps: what the organisation did not show, so that it is not here.
    secrets: names of the settings of the stack that hold what Zoho Desk tells nobody.
    """

    files: Mapping[str, str]
    once: frozenset[str]
    declared: Sequence[Declared]
    nameless: Sequence[Reference]
    gaps: Sequence[Gap] = ()

    @property
    def secrets(self) -> Sequence[str]:
        return secrets_in(self.declared)


def project(inventory: Inventory, items: Sequence[Item], options: Options) -> Project:
    """The files for some objects of an inventory. The same inventory gives the same bytes.

    Raises InputError: a value is what Pulumi takes for a mark of its own.
    """
    declared = declare(inventory, items, new_names(), hide=options.hide)
    bare = program(inventory, declared, options)
    entries = [_entry(inventory, one, options) for one in declared]
    files = {
        **bare.files,
        IMPORT_FILE: json.dumps({"resources": entries}, indent=1) + "\n",
        "README.md": readme(
            inventory.organization_id,
            options.connection,
            hidden=options.hide,
            gaps=inventory.gaps,
            secrets=secrets_in(declared),
        ),
        **surroundings(),
    }
    once = bare.once | {"README.md", *surroundings()}
    return Project(files, once, declared, bare.nameless, inventory.blind)


def surroundings() -> dict[str, str]:
    """What a project needs around its program: what pip installs, and what git must not keep."""
    release = [int(part) for part in version("pulumi-zohodesk").split(".")[:2]]
    return {
        ".gitignore": f"{IMPORT_FILE}\n.zohodesk/\nplan*.json\n.venv/\n__pycache__/\n",
        "requirements.txt": f"pulumi-zohodesk>={release[0]}.{release[1]},<{release[0]}.{release[1] + 1}\n",
    }


def new_names(taken: Iterable[str] = ()) -> Names:
    """Logical names that are no module of a program, and none of some others."""
    return Names([*(kind.group for kind in KINDS), *taken])


def program(inventory: Inventory, declared: Sequence[Declared], options: Options) -> Project:
    """The program for some objects and the settings of its project; no import file, nothing for a reader."""
    with_files, texts = with_text_files(declared)
    modules = split(inventory, with_files, options.by)
    made, nameless = python_files(inventory, modules) if options.form == "python" else yaml_files(modules)
    own = _project_files(inventory, options)
    return Project({**made, **texts, **own}, frozenset(own), declared, nameless)


def _entry(inventory: Inventory, declared: Declared, options: Options) -> dict[str, Any]:
    """The object as state would hold it had this program made it."""
    kind, inputs = declared.item.kind, managed_values(declared.item)
    marks = Marks(inventory.organization_id, options.connection, tuple(inputs))
    outputs = outputs_from(kind, declared.item.id, declared.item.row, inputs, {}, marks)
    for wire, value in outputs.items():
        if marks_in(value):
            raise InputError(
                f"The {kind.label(inputs, declared.item.id)} cannot be exported: {wire} holds a text that Pulumi takes "
                "for a mark of its own. Change it in Zoho Desk, or leave it out with --kind, --department or --name."
            )
    return import_entry(
        kind.name, declared.name, declared.item.id, inputs, outputs, secret=kind.personal if options.hide else ()
    )


def _project_files(inventory: Inventory, options: Options) -> dict[str, str]:
    title = f"The help desk of organisation {_digits(inventory.organization_id)}"
    files = {"Pulumi.yaml": f"name: {slug(options.name)}\ndescription: {title}\nruntime: python\n"}
    settings = [f'  zohodesk:orgId: "{_digits(inventory.organization_id)}"']
    settings += ['  zohodesk:hidePersonalData: "true"'] if options.hide else []
    return files | connection_files(options.connection, options.table, settings)


def connection_files(connection: str, table: Mapping[str, Any], settings: Sequence[str] = ()) -> dict[str, str]:
    """``zohodesk.toml`` with a connection, and a stack of its name that uses it; nothing where it cannot name one.

    Args:
        settings: further lines of the stack's configuration.
    """
    if not _STACK.fullmatch(connection):
        return {}
    lines = ["config:", f"  zohodesk:connection: {connection}", *settings, ""]
    toml = tomlkit.dumps({"connections": {connection: dict(table)}})
    return {f"Pulumi.{connection}.yaml": "\n".join(lines), "zohodesk.toml": toml}


def slug(name: str) -> str:
    """A name as projects and folders take it: ASCII letters, digits and ``-``."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-") or "zohodesk"


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


_TEXT = """\
# A help desk as code

`zohodesk export` wrote this from organisation {organization}. Nothing is managed yet; take it under management, in this
folder, with:

```console
$ pip install -r requirements.txt
$ pulumi stack init {stack}
{settings}$ zohodesk adopt --file import.json
$ zohodesk preview
$ rm import.json
```

The preview shows nothing: program and organisation are the same. From here on, change the program.

- `adopt` changes nothing in Zoho Desk. One that was interrupted is run again, after `pulumi cancel --yes`.
- `import.json` holds names, addresses and numbers of people as they are. It is needed once, and git ignores it, as it
  does saved plans and the snapshots in `.zohodesk`, which hold such values too.
- In another, empty organisation `zohodesk adopt` takes what comes with Zoho Desk (its default department, and what else
  is named alike), then `pulumi up` creates the rest, save for what lies in a disabled department: Zoho Desk takes
  nothing new there. `zohodesk clone` does all that by itself.
- What the export left out by its options is looked up by name in every run.
"""
_GAPS = """
## What is not here

The token of the export could not see all of the organisation. What is missing is not known to be absent; references to
it stand here by its id.

"""
_SECRETS = """
## Secrets

Zoho Desk tells these to nobody. Set each before `adopt`; the first `zohodesk up` sends them, which its preview shows.
Where one is not known and shall stay as it is, take its line out of the program instead.

```console
{lines}
```
"""


def readme(
    organization: str, connection: str, *, hidden: bool, gaps: Sequence[Gap] = (), secrets: Sequence[str] = ()
) -> str:
    """The text, with what could not be seen; without a connection it says where to put the organisation's id."""
    settings = "" if connection else f"$ pulumi config set zohodesk:orgId {organization}\n"
    if hidden and not connection:
        settings += "$ pulumi config set zohodesk:hidePersonalData true\n"
    text = _TEXT.format(organization=organization, stack=connection or "dev", settings=settings)
    if secrets:
        text = text.replace("The preview shows nothing:", "The preview shows nothing but secrets:")
        text += _SECRETS.format(lines="\n".join(f"$ pulumi config set --secret {name}" for name in secrets))
    return text + (_GAPS + "".join(f"- {_words(gap)}\n" for gap in gaps) if gaps else "")


def _words(gap: Gap) -> str:
    where = f' of the department "{" ".join(gap.home[-1].split())}"' if gap.home else ""
    return f"{gap.kind}{where}: {' '.join(gap.reason.split())}"
