"""Methods of ``client().data_sharings``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from typing import Literal

from pulumi_zohodesk.actions._group import Answer, Group

__all__ = ["DataSharings"]


class DataSharings(Group):
    """Actions of the group data_sharings."""

    def get(self) -> Answer:
        """Read a data sharing (getDataSharingRules).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ, Desk.settings.READ; the
        permission Permissions.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("data_sharings.get", {})

    def update(
        self,
        *,
        accounts: Literal["public", "private", "public read only"] | None = None,
        calls: Literal["public", "private", "public read only"] | None = None,
        contacts: Literal["public", "private", "public read only"] | None = None,
        contracts: Literal["public", "private", "public read only"] | None = None,
        events: Literal["public", "private", "public read only"] | None = None,
        products: Literal["public", "private", "public read only"] | None = None,
        tasks: Literal["public", "private", "public read only"] | None = None,
        tickets: Literal["public", "private", "public read only"] | None = None,
    ) -> Answer:
        """Change a data sharing (updateDataSharingRules).

        Costs 1 credit. Needs one of the scopes Desk.permissions.UPDATE, Desk.settings.UPDATE; the permission
        Permissions.

        Args:
            accounts: whether agents see, or change, all accounts; one of public, private, public read only.
            calls: whether agents see, or change, all calls; one of public, private, public read only.
            contacts: whether agents see, or change, all contacts; one of public, private, public read only.
            contracts: whether agents see, or change, all contracts; one of public, private, public read only.
            events: whether agents see, or change, all events; one of public, private, public read only.
            products: whether agents see, or change, all products; one of public, private, public read only.
            tasks: whether agents see, or change, all tasks; one of public, private, public read only.
            tickets: whether agents see, or change, all tickets; one of public, private, public read only.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "data_sharings.update",
            {
                "accounts": accounts,
                "calls": calls,
                "contacts": contacts,
                "contracts": contracts,
                "events": events,
                "products": products,
                "tasks": tasks,
                "tickets": tickets,
            },
        )
