"""Methods of ``client().ticket_tags``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pulumi_zohodesk.actions._group import Group, Row, Rows

__all__ = ["TicketTags"]


class TicketTags(Group):
    """Actions of the group ticket_tags."""

    def list(
        self,
        *,
        department_id: str,
        from_: int | None = None,
        limit: int | None = None,
        sort_by: Literal["createdTime", "count"] | None = None,
    ) -> Rows:
        """List the tags of a department (listTicketTags).

        Costs 3 credits a page. Needs one of the scopes Desk.tickets.READ; the permission Tickets: View; data
        sharing 'public read only' for records of others.

        Args:
            department_id: department; id.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            sort_by: field that decides the order, the smallest first; one of createdTime, count.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "ticket_tags.list", {"departmentId": department_id, "from": from_, "limit": limit, "sortBy": sort_by}
        )

    def iterate(
        self, *, department_id: str, limit: int | None = None, sort_by: Literal["createdTime", "count"] | None = None
    ) -> Iterator[Row]:
        """List the tags of a department (listTicketTags).

        Costs 3 credits a page. Needs one of the scopes Desk.tickets.READ; the permission Tickets: View; data
        sharing 'public read only' for records of others.

        Args:
            department_id: department; id.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            sort_by: field that decides the order, the smallest first; one of createdTime, count.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all("ticket_tags.list", {"departmentId": department_id, "limit": limit, "sortBy": sort_by})
