"""Methods of ``client().profiles``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["Profiles"]


class Profiles(Group):
    """Actions of the group profiles."""

    def list(
        self,
        *,
        default: bool | None = None,
        fields: str | LeftOut | None = LEFT_OUT,
        from_: int | LeftOut | None = LEFT_OUT,
        limit: int | LeftOut | None = LEFT_OUT,
        search_str: str | None = None,
        visible: bool | None = None,
    ) -> Rows:
        """List permission profiles (getProfileList).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ,
        Desk.settings.READ; the permission Permissions.

        Args:
            default: only those that come with Zoho Desk (True), or only others.
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text; at most 100
                characters; None clears it.
            from_: rows to skip, counted from 0; whole number; from 0; None clears it; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 250; None clears it; 250 when left out.
            search_str: what the name or description must be: x exactly; the start as x%, a part as %x%; at most
                100 characters; at least 1 characters.
            visible: only those that are shown (True), or only others.

        Returns:
            The rows, as the service has them; a page, of up to 250.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "profiles.list",
            {
                "default": default,
                "fields": fields,
                "from": from_,
                "limit": limit,
                "searchStr": search_str,
                "visible": visible,
            },
        )

    def iterate(
        self,
        *,
        default: bool | None = None,
        fields: str | LeftOut | None = LEFT_OUT,
        limit: int | LeftOut | None = LEFT_OUT,
        search_str: str | None = None,
        visible: bool | None = None,
    ) -> Iterator[Row]:
        """List permission profiles (getProfileList).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ,
        Desk.settings.READ; the permission Permissions.

        Args:
            default: only those that come with Zoho Desk (True), or only others.
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text; at most 100
                characters; None clears it.
            limit: rows of a page; whole number; from 1; up to 250; None clears it; 250 when left out.
            search_str: what the name or description must be: x exactly; the start as x%, a part as %x%; at most
                100 characters; at least 1 characters.
            visible: only those that are shown (True), or only others.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "profiles.list",
            {"default": default, "fields": fields, "limit": limit, "searchStr": search_str, "visible": visible},
        )

    def mine(self) -> Answer:
        """Read the profile of the agent whose token it is (getMyProfile).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ, Desk.settings.READ.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("profiles.mine", {})

    def data_sharing(self) -> Answer:
        """Read the level of data sharing of each module (getDataSharingRules).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ, Desk.settings.READ.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("profiles.data_sharing", {})
