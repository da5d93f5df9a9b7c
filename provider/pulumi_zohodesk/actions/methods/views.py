"""Methods of ``client().views``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pulumi_zohodesk.actions._group import Group, Row, Rows

__all__ = ["Views"]


class Views(Group):
    """Actions of the group views."""

    def list(
        self,
        *,
        module: Literal["tickets", "contacts", "events", "activities", "tasks", "contracts", "accounts", "calls"],
        department_id: str | None = None,
    ) -> Rows:
        """List the views of a module (getViews).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.settings.READ.

        Args:
            module: module whose views are listed; one of tickets, contacts, events, activities, tasks,
                contracts, accounts, calls.
            department_id: department; id.

        Returns:
            The rows, as the service has them; a page, of up to 1000.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows("views.list", {"module": module, "departmentId": department_id})

    def iterate(
        self,
        *,
        module: Literal["tickets", "contacts", "events", "activities", "tasks", "contracts", "accounts", "calls"],
        department_id: str | None = None,
    ) -> Iterator[Row]:
        """List the views of a module (getViews).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.settings.READ.

        Args:
            module: module whose views are listed; one of tickets, contacts, events, activities, tasks,
                contracts, accounts, calls.
            department_id: department; id.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all("views.list", {"module": module, "departmentId": department_id})
