"""Whether a sign-in may go where a connection leads: its file may be that of a stranger's repository."""

from __future__ import annotations

import os
import sys

from pulumi_zohodesk.cli._asking import agree
from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import Settings, foreign, variable

_GETS = {"accounts_url": "client secret, code and refresh token", "api_url": "the access token"}


def agree_on_servers(settings: Settings) -> None:
    """Ask for a yes to each server that is neither Zoho's nor this machine.

    Who names the same address in the environment has said yes already.

    Raises:
        ConfigError: nobody can be asked, since standard input is no terminal.
        Declined: the answer was no.
    """
    for field, gets in _GETS.items():
        address, own = getattr(settings, field), variable(settings.connection, field)
        if not foreign(address) or _plain(os.environ.get(own, "")) == _plain(address):
            continue
        fact = (
            f'{field} of the connection "{settings.connection}" is {address}, which is neither Zoho\'s nor this '
            f"machine. It would get {gets}."
        )
        if not sys.stdin.isatty():
            raise ConfigError([f"{fact} Nothing was sent. If that is right, set {own} to the same address."])
        agree(f"{fact} Is that right?")


def _plain(address: str) -> str:
    return address.strip().rstrip("/").lower()
