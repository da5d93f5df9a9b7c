"""The control path: what a test or a person may do to the emulator, as functions and over HTTP."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from pulumi_zohodesk.emulator import _seed, _sharing, _staff
from pulumi_zohodesk.emulator._clock import iso
from pulumi_zohodesk.emulator._codes import Consent
from pulumi_zohodesk.emulator._wire import Reply, Request
from pulumi_zohodesk.emulator._world import World

ROOT = "/_emulator/"


class Control:
    """Every control, each under the world's lock. Raises ValueError for what cannot be done."""

    def __init__(self, world: World) -> None:
        self.world = world

    def reset(self) -> None:
        with self.world.lock:
            self.world.reset()

    def seed(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Adds objects per organisation: ``{"prod": {"departments": [...], "tickets": [...], "limits": {...}}}``."""
        with self.world.lock:
            return {name: _seed.seed(self.world.portal(name), one) for name, one in data.items()}

    def edit(
        self,
        organization: str,
        kind: str,
        action: str,
        *,
        id: str | None = None,
        key: Mapping[str, Any] | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Creates, updates or deletes one object past the API's rules and returns it."""
        with self.world.lock:
            portal = self.world.portal(organization)
            if action == "create":
                return copy.deepcopy(_seed.create(portal, kind, values or {}))
            record = _seed.find(portal, kind, id, key)
            if action == "update":
                _seed.change(portal, kind, record, values or {})
            elif action == "delete":
                _seed.remove(portal, kind, record)
            else:
                raise ValueError(f"There is no action named {action}.")
            return copy.deepcopy(record)

    def permit(self, organization: str, profile: str, permission: str, allowed: bool = True) -> None:
        """Gives a profile (by name) one permission such as ``tickets.view``, or takes it from it."""
        with self.world.lock:
            _staff.permit(self.world.portal(organization), profile, permission, allowed)

    def sharing(self, organization: str, module: str, level: str) -> dict[str, str]:
        """Shares a module: ``private``, ``public read only`` or ``public``. Returns the level of every module."""
        with self.world.lock:
            return _sharing.share(self.world.portal(organization), {module: level})

    def agent(
        self,
        organization: str,
        email: str,
        permissions: Iterable[str] | None = None,
        profile: str = "Agent",
        departments: Iterable[str] | None = None,
    ) -> dict[str, Any]:
        """An active agent, new or changed; given ``permissions``, its own profile allows just these."""
        with self.world.lock:
            portal = self.world.portal(organization)
            return copy.deepcopy(_staff.agent(portal, email, permissions, profile, departments))

    def fault(self, **values: Any) -> None:
        with self.world.lock:
            self.world.faults.add(values)

    def clear_faults(self) -> None:
        with self.world.lock:
            self.world.faults.clear()

    def advance(self, seconds: float) -> str:
        """Moves the clock and returns the time."""
        with self.world.lock:
            return iso(round(self.world.clock.advance(seconds) * 1000))

    def log(self, since: int = 0) -> list[dict[str, Any]]:
        with self.world.lock:
            return self.world.log.entries(since)

    def clear_log(self) -> None:
        with self.world.lock:
            self.world.log.clear()

    def token(
        self,
        organization: str,
        scopes: list[str] | None = None,
        agent: str | None = None,
        departments: list[str] | None = None,
    ) -> dict[str, str]:
        """A refresh token and an access token, with the client they belong to."""
        with self.world.lock:
            grant = self.world.grant(organization, scopes, agent, departments)
            return {
                **{name.lower(): text for name, text in self.world.credentials(organization).items()},
                "refresh_token": grant.refresh_token,
                "access_token": self.world.accounts.issue(grant),
            }

    def code(
        self, organization: str, scopes: list[str] | None = None, agent: str | None = None, lifetime: float = 180
    ) -> str:
        """A code as the console makes it for a self client, good for that many seconds."""
        with self.world.lock:
            caller = self.world.caller(organization, scopes, agent)
            mail = self.world.portal(organization).get("agents", caller.agent)
            user = mail["emailId"].casefold() if mail else ""
            return self.world.accounts.codes.make(Consent(caller, user), lifetime)

    def redirect(self, uri: str) -> list[str]:
        """Registers one more address for callbacks and returns all of them."""
        with self.world.lock:
            self.world.accounts.redirects.add(uri)
            return sorted(self.world.accounts.redirects)

    def state(self, organization: str) -> dict[str, Any]:
        """A copy of everything an organisation holds, by kind."""
        with self.world.lock:
            portal = self.world.portal(organization)
            tables = {name: copy.deepcopy(list(table)) for name, table in portal.tables.items()}
            return {**tables, "id": portal.id, "credits_used": portal.limits.used}

    def switch(self, **values: Any) -> dict[str, Any]:
        """Sets switches and returns all of them."""
        with self.world.lock:
            self.world.switches.change(values)
            return asdict(self.world.switches)

    def answer(self, request: Request) -> Reply:
        """The control path over HTTP."""
        name = request.path.removeprefix(ROOT).strip("/")
        action = _ACTIONS.get((request.method, name))
        if action is None:
            return Reply(404, {"error": f"There is no control {request.method} {name}."})
        try:
            body = json.loads(request.body) if request.body.strip() else {}
            return Reply(200, action(self, body, dict(request.query)))
        except (ValueError, KeyError, TypeError) as error:
            return Reply(400, {"error": str(error)})


Action = Callable[[Control, Any, dict[str, str]], Any]


def _done(step: Callable[[], None]) -> dict[str, Any]:
    step()
    return {}


def _faults(control: Control, body: Any) -> Any:
    for one in body if isinstance(body, list) else [body]:
        control.fault(**one)
    return {}


def _edits(control: Control, body: Any) -> Any:
    one = dict(body)
    return control.edit(one.pop("organization"), one.pop("kind"), one.pop("action"), **one)


_ACTIONS: Mapping[tuple[str, str], Action] = {
    ("POST", "reset"): lambda control, body, query: _done(control.reset),
    ("POST", "seed"): lambda control, body, query: control.seed(body),
    ("POST", "edit"): lambda control, body, query: _edits(control, body),
    ("POST", "permissions"): lambda control, body, query: _done(lambda: control.permit(**body)),
    ("POST", "sharing"): lambda control, body, query: control.sharing(**body),
    ("POST", "agents"): lambda control, body, query: control.agent(**body),
    ("POST", "faults"): lambda control, body, query: _faults(control, body),
    ("DELETE", "faults"): lambda control, body, query: _done(control.clear_faults),
    ("POST", "clock"): lambda control, body, query: {"time": control.advance(body["advance"])},
    ("GET", "clock"): lambda control, body, query: {"time": control.advance(0)},
    ("GET", "log"): lambda control, body, query: control.log(int(query.get("since", "0"))),
    ("DELETE", "log"): lambda control, body, query: _done(control.clear_log),
    ("POST", "tokens"): lambda control, body, query: control.token(**body),
    ("POST", "codes"): lambda control, body, query: {"code": control.code(**body)},
    ("POST", "redirects"): lambda control, body, query: control.redirect(body["uri"]),
    ("GET", "state"): lambda control, body, query: (
        control.state(query["organization"])
        if "organization" in query
        else {name: control.state(name) for name in control.world.portals}
    ),
    ("GET", "switches"): lambda control, body, query: control.switch(),
    ("POST", "switches"): lambda control, body, query: control.switch(**body),
}
