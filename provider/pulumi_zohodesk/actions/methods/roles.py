"""Methods of ``client().roles``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["Roles"]


class Roles(Group):
    """Actions of the group roles."""

    def create(
        self,
        *,
        name: str | None,
        share_data_with_peers: bool | None,
        description: str | LeftOut | None = LEFT_OUT,
        reports_to: str | None = None,
    ) -> Answer:
        """Create a role (addRole).

        Costs 1 credit. Needs one of the scopes Desk.basic.CREATE, Desk.permissions.CREATE,
        Desk.settings.CREATE; the permission Permissions.

        Args:
            name: unique in the organisation; at most 50 characters; None clears it.
            share_data_with_peers: whether agents of this role see each other's records; None clears it.
            description: what it is for; at most 3200 characters; None clears it.
            reports_to: the role above it; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "roles.create",
            {
                "name": name,
                "shareDataWithPeers": share_data_with_peers,
                "description": description,
                "reportsTo": reports_to,
            },
        )

    def get(self, *, role_id: str) -> Answer:
        """Read a role (getRole).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ, Desk.settings.READ; the
        permission Permissions.

        Args:
            role_id: role; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("roles.get", {"roleId": role_id})

    def list(
        self,
        *,
        from_: int | None = None,
        is_default: bool | None = None,
        is_visible: bool | None = None,
        limit: int | None = None,
        search_str: str | None = None,
    ) -> Rows:
        """List roles (getRoles).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ,
        Desk.settings.READ; the permission Permissions.

        Args:
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            is_default: only roles that come with Zoho Desk (True), or only others.
            is_visible: only roles that are shown (True), or only others.
            limit: rows of a page; whole number; from 1; up to 500; 500 when left out.
            search_str: what the name or description must be: x exactly; the start as x*, a part as *x*; at most
                100 characters; at least 1 characters.

        Returns:
            The rows, as the service has them; a page, of up to 500.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "roles.list",
            {"from": from_, "isDefault": is_default, "isVisible": is_visible, "limit": limit, "searchStr": search_str},
        )

    def iterate(
        self,
        *,
        is_default: bool | None = None,
        is_visible: bool | None = None,
        limit: int | None = None,
        search_str: str | None = None,
    ) -> Iterator[Row]:
        """List roles (getRoles).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ,
        Desk.settings.READ; the permission Permissions.

        Args:
            is_default: only roles that come with Zoho Desk (True), or only others.
            is_visible: only roles that are shown (True), or only others.
            limit: rows of a page; whole number; from 1; up to 500; 500 when left out.
            search_str: what the name or description must be: x exactly; the start as x*, a part as *x*; at most
                100 characters; at least 1 characters.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "roles.list", {"isDefault": is_default, "isVisible": is_visible, "limit": limit, "searchStr": search_str}
        )

    def update(
        self,
        *,
        role_id: str,
        description: str | None = None,
        name: str | None = None,
        reports_to: str | None = None,
        share_data_with_peers: bool | None = None,
    ) -> Answer:
        """Change a role (updateRole).

        Costs 1 credit. Needs one of the scopes Desk.basic.UPDATE, Desk.permissions.UPDATE,
        Desk.settings.UPDATE; the permission Permissions.

        Args:
            role_id: role; id.
            description: what it is for; at most 3200 characters.
            name: unique in the organisation; at most 50 characters.
            reports_to: the role above it; id.
            share_data_with_peers: whether agents of this role see each other's records.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "roles.update",
            {
                "roleId": role_id,
                "description": description,
                "name": name,
                "reportsTo": reports_to,
                "shareDataWithPeers": share_data_with_peers,
            },
        )

    def delete(self, *, role_id: str, transfer_to_role_id: str) -> None:
        """Delete a role (deleteRole).

        Costs 1 credit. Needs one of the scopes Desk.basic.DELETE, Desk.permissions.DELETE,
        Desk.settings.DELETE; the permission Permissions.

        Args:
            role_id: role; id.
            transfer_to_role_id: takes over its agents and the roles below it when it is deleted, which needs
                it; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("roles.delete", {"roleId": role_id, "transferToRoleId": transfer_to_role_id})
