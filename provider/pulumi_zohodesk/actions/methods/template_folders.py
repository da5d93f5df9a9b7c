"""Methods of ``client().template_folders``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pulumi_zohodesk.actions._group import Answer, Group, Row, Rows

__all__ = ["TemplateFolders"]


class TemplateFolders(Group):
    """Actions of the group template_folders."""

    def create(
        self,
        *,
        department_id: str,
        folder_access_details: Mapping[str, Any],
        folder_name: str,
        folder_desc: str | None = None,
    ) -> Answer:
        """Create a template folder (addTemplateFolder).

        Costs 1 credit. Needs one of the scopes Desk.settings.CREATE, Desk.templates.CREATE; the permission
        Templates.

        Args:
            department_id: the department; id.
            folder_access_details: who may use its templates; keys agents (required), roles (required),
                rolesAndSubordinates (required), teams (required), type (onlyMe or allAgents or
                restrictedAccess; required).
            folder_name: unique in the department; at most 250 characters.
            folder_desc: what it is for; at most 32000 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "template_folders.create",
            {
                "departmentId": department_id,
                "folderAccessDetails": folder_access_details,
                "folderName": folder_name,
                "folderDesc": folder_desc,
            },
        )

    def get(self, *, folder_id: str) -> Answer:
        """Read a template folder (getTemplateFolder).

        Costs 1 credit. Needs one of the scopes Desk.settings.READ, Desk.templates.READ; the permission
        Templates.

        Args:
            folder_id: template folder; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("template_folders.get", {"folderId": folder_id})

    def list(
        self,
        *,
        department_id: str,
        from_: int | None = None,
        include: Sequence[Literal["smsTemplatesCount", "emailTemplatesCount"]] | None = None,
        limit: int | None = None,
    ) -> Rows:
        """List template folders (getTemplateFolders).

        Costs 3 credits a page. Needs one of the scopes Desk.settings.READ, Desk.templates.READ; the permission
        Templates.

        Args:
            department_id: only those with this departmentId; id.
            from_: rows to skip, counted from 0; whole number; from 0; up to 1000; 0 when left out.
            include: what comes with each object, beside its ids; each one of smsTemplatesCount,
                emailTemplatesCount; at most 2 entries.
            limit: rows of a page; whole number; from 1; up to 1000; 1000 when left out.

        Returns:
            The rows, as the service has them; a page, of up to 1000.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "template_folders.list", {"departmentId": department_id, "from": from_, "include": include, "limit": limit}
        )

    def iterate(
        self,
        *,
        department_id: str,
        include: Sequence[Literal["smsTemplatesCount", "emailTemplatesCount"]] | None = None,
        limit: int | None = None,
    ) -> Iterator[Row]:
        """List template folders (getTemplateFolders).

        Costs 3 credits a page. Needs one of the scopes Desk.settings.READ, Desk.templates.READ; the permission
        Templates.

        Args:
            department_id: only those with this departmentId; id.
            include: what comes with each object, beside its ids; each one of smsTemplatesCount,
                emailTemplatesCount; at most 2 entries.
            limit: rows of a page; whole number; from 1; up to 1000; 1000 when left out.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all("template_folders.list", {"departmentId": department_id, "include": include, "limit": limit})

    def update(
        self,
        *,
        folder_id: str,
        department_id: str | None = None,
        folder_access_details: Mapping[str, Any] | None = None,
        folder_desc: str | None = None,
        folder_name: str | None = None,
    ) -> Answer:
        """Change a template folder (patchTemplateFolder).

        Costs 1 credit. Needs one of the scopes Desk.settings.UPDATE, Desk.templates.UPDATE; the permission
        Templates.

        Args:
            folder_id: template folder; id.
            department_id: the department; id.
            folder_access_details: who may use its templates; keys agents (required), roles (required),
                rolesAndSubordinates (required), teams (required), type (onlyMe or allAgents or
                restrictedAccess; required).
            folder_desc: what it is for; at most 32000 characters.
            folder_name: unique in the department; at most 250 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "template_folders.update",
            {
                "folderId": folder_id,
                "departmentId": department_id,
                "folderAccessDetails": folder_access_details,
                "folderDesc": folder_desc,
                "folderName": folder_name,
            },
        )

    def delete(self, *, folder_id: str) -> None:
        """Delete a template folder (deleteTemplateFolder).

        Costs 1 credit. Needs one of the scopes Desk.settings.DELETE, Desk.templates.DELETE; the permission
        Templates.

        Args:
            folder_id: template folder; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("template_folders.delete", {"folderId": folder_id})
