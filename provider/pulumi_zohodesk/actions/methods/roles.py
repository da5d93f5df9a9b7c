"""Methods of ``client().roles``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator

from pulumi_zohodesk.actions._group import Group, Row, Rows

__all__ = ["Roles"]


class Roles(Group):
    """Actions of the group roles."""

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
