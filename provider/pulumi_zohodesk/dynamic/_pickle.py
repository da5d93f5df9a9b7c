"""What ``__provider`` holds: the same bytes in every process and on every Python."""

from __future__ import annotations

import base64
import pickle
from collections.abc import Iterable

from pulumi_zohodesk.dynamic._provider import DeskProvider

PICKLE_PROTOCOL = 4
"""Fixed: the default changes with Python 3.14, and with it every resource's ``__provider`` would."""


def provider_string(kind_name: str, secret: Iterable[str] = ()) -> str:
    """The pickle of a kind's provider, as state holds it; about 110 characters.

    ``secret``: wire names of fields whose values no message may say. The engine does not tell the plugin which values
    are secret, so this does.
    """
    provider = DeskProvider(kind_name, tuple(sorted(secret)))
    return base64.b64encode(pickle.dumps(provider, protocol=PICKLE_PROTOCOL)).decode("ascii")
