"""An inventory as a Pulumi project: a program or data files, an import file, and what belongs around them.

Everything here is text made from an inventory; nothing is asked of the service, and only `write` touches the disk.
"""

from pulumi_zohodesk.export._folder import FolderError, write
from pulumi_zohodesk.export._project import Options, Project, project, slug
from pulumi_zohodesk.export._selection import Selection, select

__all__ = ["FolderError", "Options", "Project", "Selection", "project", "select", "slug", "write"]
