"""HTTP to Zoho Desk: tokens, throttling, repeats, paging errors, signing in. Handed operations, it knows no kind."""

from typing import TYPE_CHECKING

from pulumi_zohodesk._first_use import at_first_use
from pulumi_zohodesk.transport._operation import SECRET_AT_HAND, Operation, page_credits

if TYPE_CHECKING:
    from pulumi_zohodesk.transport._callback import CallbackServer
    from pulumi_zohodesk.transport._check import CODE
    from pulumi_zohodesk.transport._client import Client, client_for
    from pulumi_zohodesk.transport._clock import Clock
    from pulumi_zohodesk.transport._grant import Grant
    from pulumi_zohodesk.transport._http import server_time
    from pulumi_zohodesk.transport._log import REQUESTS, TALLY_FILE, tallied
    from pulumi_zohodesk.transport._paging import FEWEST, Bases
    from pulumi_zohodesk.transport._request import Parameters, address
    from pulumi_zohodesk.transport._seen import Seen
    from pulumi_zohodesk.transport._sign_in import (
        REDIRECT_URI,
        client_holding,
        code_in,
        consent_address,
        exchange,
        forget,
        keep,
        own_grant,
        revoke,
    )

__all__ = [
    "CODE",
    "FEWEST",
    "REDIRECT_URI",
    "REQUESTS",
    "SECRET_AT_HAND",
    "TALLY_FILE",
    "Bases",
    "CallbackServer",
    "Client",
    "Clock",
    "Grant",
    "Operation",
    "Parameters",
    "Seen",
    "address",
    "client_for",
    "client_holding",
    "code_in",
    "consent_address",
    "exchange",
    "forget",
    "keep",
    "own_grant",
    "page_credits",
    "revoke",
    "server_time",
    "tallied",
]

__getattr__ = at_first_use(
    __name__,
    {
        "_http": "server_time",
        "_callback": "CallbackServer",
        "_check": "CODE",
        "_client": "Client client_for",
        "_clock": "Clock",
        "_grant": "Grant",
        "_log": "REQUESTS tallied TALLY_FILE",
        "_paging": "FEWEST Bases",
        "_request": "Parameters address",
        "_seen": "Seen",
        "_sign_in": "REDIRECT_URI client_holding code_in consent_address exchange forget keep own_grant revoke",
    },
)
