"""Which ``zohodesk:`` keys a stack configuration may have, and what variables are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from pulumi_zohodesk.settings._shown import quoted, shown

SECRET_WORDS = ("secret", "token", "password")

FIELDS: Mapping[str, str] = {
    "orgId": "org_id",
    "dc": "dc",
    "clientId": "client_id",
    "apiUrl": "api_url",
    "accountsUrl": "accounts_url",
}
"""Keys that say which organisation the stack belongs to, with the settings they are."""

IDENTITY = ("connection", *FIELDS)
SWITCHES = ("restore", "hidePersonalData", "protect")
STACK_KEYS = (*IDENTITY, *SWITCHES, "creditReserve")

_ON, _OFF = ("true", "yes", "on", "1"), ("false", "no", "off", "0", "")


def variable(connection: str | None, field: str) -> str:
    """Name of the environment variable of a field such as `org_id`, bare or of a named connection."""
    owner = "" if connection is None else re.sub(r"[^A-Z0-9]", "_", connection.upper()) + "_"
    return f"ZOHODESK_{owner}{field.upper()}"


def is_on(text: str | None) -> bool:
    """Whether a switch is on. `stack_problems` refuses words that are neither."""
    return (text or "").strip().lower() in _ON


def stack_problems(stack: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the ``zohodesk:`` keys (without that prefix), a sentence each: secrets, keys that mean
    nothing, and switches that are neither on nor off. A misspelt switch that counted as off would put into the state
    what should have been hidden."""
    spellings = {key.lower(): key for key in STACK_KEYS}
    for key, value in stack.items():
        plain = key.replace("_", "").replace("-", "").lower()
        if any(word in plain for word in SECRET_WORDS):
            yield (
                f"zohodesk:{key} in the stack configuration is refused: Pulumi copies the configuration "
                "into its state, and uses that stale copy on refresh and destroy. Remove it with "
                f"`pulumi config rm zohodesk:{key}` and give the value as an environment variable "
                "(ZOHODESK_CLIENT_SECRET, ZOHODESK_REFRESH_TOKEN, or those of a named connection)."
            )
        elif plain in spellings and key != spellings[plain]:
            yield f"zohodesk:{key} in the stack configuration is misspelt: write zohodesk:{spellings[plain]}."
        elif key not in STACK_KEYS:
            yield f"zohodesk:{shown(key)} in the stack configuration means nothing. {_meant(plain, spellings)}"
        elif key in SWITCHES and value.strip().lower() not in (*_ON, *_OFF):
            yield f"zohodesk:{key} in the stack configuration is {quoted(value)}; it is either true or false."


def _meant(plain: str, spellings: Mapping[str, str]) -> str:
    near = get_close_matches(plain, spellings, 1)
    if near:
        return f"Did you mean zohodesk:{spellings[near[0]]}?"
    return f"There are {', '.join(STACK_KEYS)}; settings of your own program go without the prefix zohodesk:."
