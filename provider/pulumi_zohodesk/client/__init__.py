"""HTTP to Zoho Desk: tokens, throttling, repeats, paging errors. It is handed operations, knows no kind."""

from pulumi_zohodesk.client._client import Client
from pulumi_zohodesk.client._clock import Clock
from pulumi_zohodesk.client._operation import LIST_CREDITS, Operation, page_credits
from pulumi_zohodesk.client._registry import client_for

__all__ = ["LIST_CREDITS", "Client", "Clock", "Operation", "client_for", "page_credits"]
