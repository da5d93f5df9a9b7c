"""What `zohodesk doctor` looks at, and how it is told."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import version

from rich.text import Text

from pulumi_zohodesk.actions import Choice, Finding, diagnose, enabled
from pulumi_zohodesk.cli import _exit
from pulumi_zohodesk.cli._connection_meant import asked_scopes, connection_meant, report_file
from pulumi_zohodesk.cli._console import printer, say
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli.adopt._choosing import choose
from pulumi_zohodesk.engine import Session
from pulumi_zohodesk.errors import (
    APIError,
    AuthError,
    ConfigError,
    DeskError,
    InputError,
    RateLimited,
    ServerError,
    TokenThrottled,
    Unauthorized,
)
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.questions import read_report, tool_version
from pulumi_zohodesk.settings import Settings, find_file, load_connections, resolve, set_by
from pulumi_zohodesk.transport import client_for, server_time

OLDEST_PYTHON = (3, 11)
OLDEST_PULUMI = (3, 254)
DRIFT = 300.0
"""Seconds that a clock may be off: tokens live for an hour, and a cached one must not outlive itself."""

_MARKS = {"passed": ("ok", "green"), "failed": ("FAILED", "bold red"), "unknown": ("?", "yellow")}


def tell_findings(chosen: Choice | None, connection: str | None, *, read_only: bool, as_json: bool) -> int:
    """Print what was found, each as soon as it is known; returns the exit code.

    Args:
        chosen: what the three layers are asked for; None: what the connection is for.
    """
    found: list[Finding] = []
    for one in _findings(chosen, connection, read_only):
        found.append(one)
        if not as_json:
            _show(one)
    if as_json:
        print(json.dumps([asdict(one) for one in found], indent=2))
    failed = sum(one.state == "failed" for one in found)
    if not as_json:
        say(f"{len(found)} checked, {failed} failed." if failed else f"{len(found)} checked, none failed.")
    return _exit.ERROR if failed else _exit.DONE


def _show(one: Finding) -> None:
    word, style = _MARKS[one.state]
    console = printer()
    console.print(Text.assemble((f"{word:<7}", style), printable(f"{one.name}: {one.words}")))
    if one.remedy:
        console.print(Text(f"       {printable(one.remedy)}", style="dim"))


def _findings(chosen: Choice | None, connection: str | None, read_only: bool) -> Iterator[Finding]:
    yield _python()
    yield _engine()
    try:
        settings = resolve(connection=connection_meant(connection))
        enabled(settings)  # what it is for must exist
        choice = chosen or _choice(settings, read_only)
    except DeskError as error:
        words = "; ".join(error.problems) if isinstance(error, ConfigError) else str(error)
        yield Finding("configuration", "failed", words, "docs/connections.md lists what must be set, and where.")
        return
    yield _configuration(settings)
    yield from _clock(settings)
    session = Session(client_for(settings), settings, KINDS)
    organization = list(_organization(session))
    yield from organization
    if any(one.state == "failed" for one in organization):
        yield Finding("layers", "unknown", "not asked: no call gets through")
        return
    yield from diagnose(session, choice, asked_scopes(settings))
    yield _report(settings)


def _choice(settings: Settings, read_only: bool) -> Choice:
    """What the connection is for; signing in alone when it does not say."""
    if settings.actions or settings.kinds:
        return choose(None, None, None, settings.connection, read_only=read_only, sign_in=True).choice
    return Choice(sign_in=True)


def _python() -> Finding:
    words = f"{sys.version_info[0]}.{sys.version_info[1]}.{sys.version_info[2]}"
    if sys.version_info < OLDEST_PYTHON:
        return Finding("Python", "failed", words, "Needed is 3.11 or later.")
    return Finding("Python", "passed", f"{words}, Pulumi SDK {version('pulumi')}")


def _engine() -> Finding:
    remedy = "Needed for programs, not for `zohodesk call`: install Pulumi 3.254 or later and put it on the PATH."
    program = shutil.which("pulumi")
    if program is None:
        return Finding("engine", "failed", "there is no `pulumi` on the PATH", remedy)
    try:
        done = subprocess.run([program, "version"], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        return Finding("engine", "failed", f"`pulumi version` does not run ({type(error).__name__})", remedy)
    found = re.search(r"v?(\d+)\.(\d+)\.(\d+)", done.stdout)
    if found is None:
        return Finding("engine", "unknown", "`pulumi version` does not tell its version")
    if tuple(int(part) for part in found.groups()) < OLDEST_PULUMI:
        return Finding("engine", "failed", f"Pulumi {found[0]} is too old", remedy)
    if shutil.which("pulumi-language-python") is None:
        return Finding("engine", "failed", f"Pulumi {found[0]} has no Python language host on the PATH", remedy)
    return Finding("engine", "passed", f"Pulumi {found[0]}")


def _configuration(settings: Settings) -> Finding:
    if settings.connection is None:
        return Finding("configuration", "passed", "the bare variables ZOHODESK_*; no connection is named")
    place = find_file() if settings.connection in load_connections() else "the environment"
    return Finding("configuration", "passed", f'the connection "{settings.connection}" of {place}')


def _report(settings: Settings) -> Finding:
    """Whether it is known how the organisation answers what is not known of the API."""
    file = report_file(settings)
    way = f"`zohodesk probe{f' -c {settings.connection}' if settings.connection else ''} --report {file}` asks it."
    try:
        report = read_report(file)
    except FileNotFoundError:
        return Finding("report", "unknown", "no probe has told how this organisation behaves", way)
    except (InputError, OSError) as error:
        return Finding("report", "failed", str(error), way)
    if report.version != tool_version():
        return Finding("report", "unknown", f"{file} is of version {report.version}, this is {tool_version()}", way)
    return Finding("report", "passed", f"{file} is of this version")


def _clock(settings: Settings) -> Iterator[Finding]:
    name = f"data centre {settings.dc}"
    try:
        there = server_time(settings)
    except DeskError as error:
        yield Finding(name, "failed", str(error), f"{set_by(settings, 'dc')} says which one is asked.")
        return
    if there is None:
        yield Finding("clock", "unknown", "the service did not tell its time")
    elif abs(there.timestamp() - time.time()) > DRIFT:
        off = round(there.timestamp() - time.time())
        yield Finding(
            "clock", "failed", f"{abs(off)} seconds off", "Set the clock of this machine; tokens expire by it."
        )
    else:
        yield Finding("clock", "passed", "agrees with the service")
    yield Finding(name, "passed", f"{settings.accounts_url} answers")


def _way_in(error: DeskError, settings: Settings) -> str:
    """What to do about a call that did not get through."""
    if isinstance(error, TokenThrottled):  # an AuthError too, but signing in would spend one more request
        return "Wait ten minutes, and do not sign in meanwhile: that counts as well."
    if error.misdirected:
        return f"Set {set_by(settings, 'dc')} to the data centre where the account lives."
    if isinstance(error, AuthError | Unauthorized):
        if settings.connection is None:
            return "Check the variables that the message names; `zohodesk guide` shows how to make a refresh token."
        return f"If it is the token, `zohodesk login -c {settings.connection}` signs in again."
    if isinstance(error, RateLimited | ServerError):
        return "Nothing here is wrong; try again later."
    if isinstance(error, APIError):
        return (
            f"Check {set_by(settings, 'org_id')}, and {set_by(settings, 'dc')}; the message above says what Zoho Desk "
            "refused."
        )
    return "Once the network and the service are there, run it again."


def _organization(session: Session) -> Iterator[Finding]:
    """Token, organisation, edition and what that allows. One read."""
    try:
        row = session.organization()
    except DeskError as error:
        if isinstance(error, APIError) and error.code == "SCOPE_MISMATCH":  # whoever has no token hears something else
            yield Finding("token", "passed", f"accepted by {session.settings.api_url}")
            yield Finding("organisation", "unknown", f"the token may not read it: {error}")
        else:
            yield Finding("token and organisation", "failed", str(error), _way_in(error, session.settings))
        return
    client = session.client
    yield Finding("token", "passed", f"accepted by {session.settings.api_url}")
    yield Finding("organisation", "passed", f"{row.get('companyName')} ({session.organization_id})")
    edition = row.get("edition")
    left = "unknown" if client.credits_left is None else str(client.credits_left)
    limits = f"{client.throttle.cap} calls at once, API credits left today: {left}"
    yield Finding("edition", "passed" if edition else "unknown", f"{edition or 'not told'}; {limits}")
