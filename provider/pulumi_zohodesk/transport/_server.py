"""Whether the accounts server of a data centre answers, and what time it thinks it is."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

from pulumi_zohodesk.errors import TransportError
from pulumi_zohodesk.settings import Settings
from pulumi_zohodesk.transport._http import make_http
from pulumi_zohodesk.transport._log import note_answer, note_silence

if TYPE_CHECKING:
    import httpx

_PATH = "/oauth/serverinfo"


def server_time(settings: Settings, transport: httpx.BaseTransport | None = None) -> datetime | None:
    """The clock of the accounts server, from an answer to ``/oauth/serverinfo``, which needs no token.

    Returns None when the answer does not tell. Raises TransportError when there is no answer, or not one of such a
    server.
    """
    import httpx

    with closing(make_http(settings, transport)) as http:
        began = time.monotonic()
        try:
            answer = http.get(f"{settings.accounts_url}{_PATH}")
        except httpx.RequestError as error:
            note_silence("GET", _PATH, f"no answer ({type(error).__name__})")
            raise TransportError(
                f"{settings.accounts_url} does not answer ({type(error).__name__}). Check the network, a proxy, and "
                f'the data centre "{settings.dc}".'
            ) from None
        note_answer("GET", _PATH, answer.status_code, 0, time.monotonic() - began)
    if answer.status_code != 200 or "locations" not in answer.text:
        strange = TransportError(
            f"{settings.accounts_url} answers HTTP {answer.status_code}, and not as an accounts server does. Check the "
            f'data centre "{settings.dc}" and accounts_url.'
        )
        strange.misdirected = True
        raise strange
    from email.utils import parsedate_to_datetime  # here: only who asks for the time waits for it

    try:
        return parsedate_to_datetime(answer.headers.get("Date", ""))
    except (TypeError, ValueError):
        return None
