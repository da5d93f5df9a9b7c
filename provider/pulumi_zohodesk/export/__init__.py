"""An inventory as a Pulumi project: a program or data files, an import file, and what belongs around them.

Everything here is text made from an inventory; nothing is asked of the service, and only `write` touches the disk.
"""

from pulumi_zohodesk.export._declared import Declared, Secret, declare, origin, setting_of
from pulumi_zohodesk.export._edit import DataEdit, Rename, Renames, edit_data, shared_texts
from pulumi_zohodesk.export._folder import gaps_of, require_room, write
from pulumi_zohodesk.export._project import Options, Project, new_names, program, project, slug
from pulumi_zohodesk.export._selection import Selection, select
from pulumi_zohodesk.export._starter import starter

__all__ = [
    "DataEdit",
    "Declared",
    "Options",
    "Project",
    "Rename",
    "Renames",
    "Secret",
    "Selection",
    "declare",
    "edit_data",
    "gaps_of",
    "new_names",
    "origin",
    "program",
    "project",
    "require_room",
    "select",
    "setting_of",
    "shared_texts",
    "slug",
    "starter",
    "write",
]
