"""A project to begin with, before anything of the organisation was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_zohodesk.export._project import Project, connection_files, slug, surroundings

_PROGRAM = '''\
"""A help desk as code. `zohodesk export --out . --force` puts what the organisation has in place of this."""

import pulumi
import pulumi_zohodesk as desk

pulumi.export("organization", desk.get_organization().company_name)

# desk.Department("billing", name="Billing")
'''
_README = """\
# A help desk as code

`zohodesk init` made this. In this folder:

```console
$ pip install -r requirements.txt
{sign_in}$ pulumi stack init {stack}
$ zohodesk preview
```

Then write the program, or begin with what the organisation has: `zohodesk export --out . --force` replaces the program
while nobody has edited it, and `zohodesk adopt --file import.json` takes all of it under management.
"""


def starter(name: str, connection: str, table: Mapping[str, Any], backend: str = "") -> Project:
    """The files of a new project.

    Args:
        name: of the project, for Pulumi; what it takes no letters for becomes ``-``.
        connection: its name; empty where the bare variables say everything.
        table: the connection's entry in ``zohodesk.toml``; no secrets.
        backend: where the state is kept; empty for what `pulumi login` or PULUMI_BACKEND_URL say.
    """
    project = f"name: {slug(name)}\ndescription: A help desk\nruntime: python\n"
    own = {
        "Pulumi.yaml": project + (f"backend:\n  url: {backend}\n" if backend else ""),
        **connection_files(connection, table),
        "README.md": _README.format(
            stack=connection or "dev", sign_in=f"$ zohodesk login -c {connection}\n" if connection else ""
        ),
        **surroundings(),
    }
    return Project({"__main__.py": _PROGRAM, **own}, frozenset(own), (), ())
