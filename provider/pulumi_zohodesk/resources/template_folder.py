"""Made by `make generate` from kinds/template_folder.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.template_folder import KIND
from pulumi_zohodesk.resources._lookups import found, later
from pulumi_zohodesk.resources._values import FolderAccess, FolderAccessDict

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department

__all__ = ["TemplateFolder", "TemplateFolderInfo", "get_template_folder", "get_template_folder_output"]


class TemplateFolder(DeskResource):
    """A folder of e-mail templates. ``destroy`` deletes it, unless it holds templates."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        department_id: pulumi.Output[str]
        folder_name: pulumi.Output[str]
        folder_desc: pulumi.Output[str | None]
        folder_access_details: pulumi.Output[Mapping[str, Any]]
        category: pulumi.Output[str]
        created_by: pulumi.Output[str | None]
        created_time: pulumi.Output[str | None]
        modified_by: pulumi.Output[str | None]
        modified_time: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        department_id: pulumi.Input[str] | Department,
        folder_name: pulumi.Input[str],
        folder_access_details: pulumi.Input[FolderAccess | FolderAccessDict],
        folder_desc: pulumi.Input[str] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a template folder (addTemplateFolder, patchTemplateFolder).

        Args:
            resource_name: the logical name in the program.
            department_id: the department; the resource or its id.
            folder_name: unique in the department; at most 250 characters.
            folder_access_details: who may use its templates.
            folder_desc: what it is for; at most 32000 characters.
            connection: a connection of ``zohodesk.toml`` in place of the stack's own; at most 100 characters.
            opts: Pulumi's resource options.
        """
        args = {key: value for key, value in locals().items() if key in KIND.by_snake}
        super().__init__(resource_name, args, opts)

    @classmethod
    def get(
        cls,
        resource_name: str,
        id: pulumi.Input[str],
        opts: pulumi.ResourceOptions | None = None,
        *,
        connection: pulumi.Input[str] | None = None,
    ) -> TemplateFolder:
        """Read a template folder that exists, without managing it (getTemplateFolder)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class TemplateFolderInfo:
    """A template folder, as getTemplateFolders answers it."""

    id: str
    department_id: str
    folder_name: str
    folder_desc: str | None
    folder_access_details: Mapping[str, Any] | None
    category: str | None
    created_by: str | None
    created_time: str | None
    modified_by: str | None
    modified_time: str | None


@ends_the_program_plainly
def get_template_folder(*, department_id: str, folder_name: str, connection: str | None = None) -> TemplateFolderInfo:
    """The template folder of this natural key (getTemplateFolders).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(TemplateFolderInfo, KIND, {"departmentId": department_id, "folderName": folder_name}, connection)


def get_template_folder_output(
    *, department_id: pulumi.Input[str], folder_name: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[TemplateFolderInfo]:
    """`get_template_folder` for outputs."""
    return later(get_template_folder, department_id=department_id, folder_name=folder_name, connection=connection)
