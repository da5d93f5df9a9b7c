"""Made by `make generate` from kinds/webhook.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.webhook import KIND
from pulumi_zohodesk.resources._lookups import found, later
from pulumi_zohodesk.resources._values import Subscription, SubscriptionDict

__all__ = ["Webhook", "WebhookInfo", "get_webhook", "get_webhook_output"]


class Webhook(DeskResource):
    """An address that events are sent to. ``destroy`` deletes it."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        name: pulumi.Output[str]
        description: pulumi.Output[str | None]
        url: pulumi.Output[str]
        subscriptions: pulumi.Output[Sequence[Mapping[str, Any]]]
        is_enabled: pulumi.Output[bool | None]
        include_events_from: pulumi.Output[Sequence[str] | None]
        ignore_source_id: pulumi.Output[str | None]
        type: pulumi.Output[str | None]
        created_time: pulumi.Output[str | None]
        modified_time: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        name: pulumi.Input[str],
        url: pulumi.Input[str],
        subscriptions: pulumi.Input[Sequence[pulumi.Input[Subscription | SubscriptionDict]]],
        description: pulumi.Input[str] | None = None,
        is_enabled: pulumi.Input[bool] | None = None,
        include_events_from: pulumi.Input[Sequence[pulumi.Input[Literal["AUTOMATION"]]]] | None = None,
        ignore_source_id: pulumi.Input[str] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a webhook (createWebhook, updateWebhook).

        Args:
            resource_name: the logical name in the program.
            name: unique in the organisation; at most 100 characters.
            url: the address; it is called when it is new, and must answer with 200; at most 100 characters.
            subscriptions: the events that are sent; a set, at least 1.
            description: what it is for; at most 3000 characters.
            is_enabled: whether events are sent.
            include_events_from: whether what automation does is sent too; a set, each ``AUTOMATION``.
            ignore_source_id: what a call with this ``sourceId`` caused is not sent; at most 100 characters.
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
    ) -> Webhook:
        """Read a webhook that exists, without managing it (getWebhook)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class WebhookInfo:
    """A webhook, as getWebhooks answers it."""

    id: str
    name: str
    description: str | None
    url: str | None
    subscriptions: Sequence[Mapping[str, Any]] | None
    is_enabled: bool | None
    include_events_from: Sequence[str] | None
    ignore_source_id: str | None
    type: str | None
    created_time: str | None
    modified_time: str | None


@ends_the_program_plainly
def get_webhook(*, name: str, connection: str | None = None) -> WebhookInfo:
    """The webhook of this natural key (getWebhooks).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(WebhookInfo, KIND, {"name": name}, connection)


def get_webhook_output(*, name: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[WebhookInfo]:
    """`get_webhook` for outputs."""
    return later(get_webhook, name=name, connection=connection)
