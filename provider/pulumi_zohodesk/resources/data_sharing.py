"""Made by `make generate` from kinds/data_sharing.py: change that, not this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.data_sharing import KIND
from pulumi_zohodesk.resources._lookups import found, later

__all__ = ["DataSharing", "DataSharingInfo", "get_data_sharing", "get_data_sharing_output"]


class DataSharing(DeskResource):
    """Which records agents see that are not theirs. An organisation has one set; ``destroy`` leaves it as it is."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        tickets: pulumi.Output[str | None]
        accounts: pulumi.Output[str | None]
        contacts: pulumi.Output[str | None]
        contracts: pulumi.Output[str | None]
        products: pulumi.Output[str | None]
        tasks: pulumi.Output[str | None]
        events: pulumi.Output[str | None]
        calls: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        tickets: pulumi.Input[Literal["private", "public read only", "public"]] | None = None,
        accounts: pulumi.Input[Literal["private", "public read only", "public"]] | None = None,
        contacts: pulumi.Input[Literal["private", "public read only", "public"]] | None = None,
        contracts: pulumi.Input[Literal["private", "public read only", "public"]] | None = None,
        products: pulumi.Input[Literal["private", "public read only", "public"]] | None = None,
        tasks: pulumi.Input[Literal["private", "public read only", "public"]] | None = None,
        events: pulumi.Input[Literal["private", "public read only", "public"]] | None = None,
        calls: pulumi.Input[Literal["private", "public read only", "public"]] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a data sharing (updateDataSharingRules).

        Args:
            resource_name: the logical name in the program.
            tickets: whether agents see, or change, all tickets; ``private`` or ``public read only`` or
                ``public``.
            accounts: whether agents see, or change, all accounts; ``private`` or ``public read only`` or
                ``public``.
            contacts: whether agents see, or change, all contacts; ``private`` or ``public read only`` or
                ``public``.
            contracts: whether agents see, or change, all contracts; ``private`` or ``public read only`` or
                ``public``.
            products: whether agents see, or change, all products; ``private`` or ``public read only`` or
                ``public``.
            tasks: whether agents see, or change, all tasks; ``private`` or ``public read only`` or ``public``.
            events: whether agents see, or change, all events; ``private`` or ``public read only`` or
                ``public``.
            calls: whether agents see, or change, all calls; ``private`` or ``public read only`` or ``public``.
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
    ) -> DataSharing:
        """Read a data sharing that exists, without managing it (getDataSharingRules)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class DataSharingInfo:
    """A data sharing, as getDataSharingRules answers it."""

    id: str
    tickets: str | None
    accounts: str | None
    contacts: str | None
    contracts: str | None
    products: str | None
    tasks: str | None
    events: str | None
    calls: str | None


@ends_the_program_plainly
def get_data_sharing(*, connection: str | None = None) -> DataSharingInfo:
    """The data sharing of this natural key (getDataSharingRules).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(DataSharingInfo, KIND, {}, connection)


def get_data_sharing_output(*, connection: str | None = None) -> pulumi.Output[DataSharingInfo]:
    """`get_data_sharing` for outputs."""
    return later(get_data_sharing, connection=connection)
