"""The control path over HTTP: who may use it, and which control each path is.

Whoever can use it can read tokens and change what tests see, so a page that a browser has open must not: it could
send a plain form to a loopback address, or have its own name point there.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from pulumi_zohodesk.emulator._control import Control
from pulumi_zohodesk.emulator._wire import Reply, Request

ROOT = "/_emulator/"
HOSTS = ("127.0.0.1", "localhost", "[::1]", "testclient")
OWN = ("same-origin", "none")
"""What a browser says in ``Sec-Fetch-Site`` of a request that no other site began."""


class ControlPath:
    """Answers the control path; every mistake is a 4xx with a sentence."""

    def __init__(self, control: Control) -> None:
        self.control = control

    def answer(self, request: Request) -> Reply:
        stranger = _stranger(request)
        if stranger:
            return Reply(403, {"error": stranger})
        name = request.path.removeprefix(ROOT).strip("/")
        action = _ACTIONS.get((request.method, name))
        if action is None:
            return Reply(404, {"error": f"There is no control {request.method} {name}."})
        if request.body.strip() and request.media != "application/json" and _from_browser(request):
            return Reply(415, {"error": "The body of a control must be application/json, and say so."})
        try:
            return Reply(200, action(self.control, request))
        except ValueError as error:
            return Reply(400, {"error": str(error)})
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            return Reply(400, {"error": f"{request.method} {name} cannot be done with these values ({what})."})


def _stranger(request: Request) -> str:
    """Why a request may not use the control path; empty when it may."""
    host = request.headers.get("host", HOSTS[0])
    name, _, port = host.rpartition(":")
    if (name if name and port.isdigit() else host) not in HOSTS:
        return "The control path answers only on a loopback name such as 127.0.0.1 or localhost."
    if request.headers.get("origin", f"http://{host}") != f"http://{host}":
        return "The control path does not answer pages of other origins."
    if request.headers.get("sec-fetch-site", OWN[0]) not in OWN:
        return "The control path does not answer pages of other sites."
    return ""


def _from_browser(request: Request) -> bool:
    """Whether a browser may have sent it, which a page can make send forms; scripts say nothing of these."""
    return any(name in request.headers for name in ("origin", "referer", "cookie", "sec-fetch-site"))


Action = Callable[[Control, Request], Any]


def _given(request: Request) -> dict[str, Any]:
    body = request.json() if request.body.strip() else {}
    if not isinstance(body, dict):
        raise ValueError("The body must be an object.")
    return body


def _by_name(step: Callable[..., Any], given: Mapping[str, Any]) -> Any:
    """Calls the step with the values as arguments; raises ValueError for one that it lacks or does not have."""
    places = inspect.signature(step).parameters
    unknown = sorted(set(given) - set(places))
    if unknown:
        raise ValueError(f"There is no {', '.join(unknown)} here; what can be given is {', '.join(places)}.")
    missing = [name for name, one in places.items() if one.default is one.empty and name not in given]
    if missing:
        raise ValueError(f"What must be given is {', '.join(missing)}.")
    answer = step(**given)
    return {} if answer is None else answer


def _faults(control: Control, request: Request) -> Any:
    body = request.json() if request.body.strip() else {}
    control.faults(body if isinstance(body, list) else [body])
    return {}


def _clock(control: Control, request: Request) -> Any:
    given = _given(request)
    if set(given) != {"advance"}:
        raise ValueError("What must be given is advance, a number of seconds.")
    return {"time": control.advance(given["advance"])}


def _log(control: Control, request: Request) -> Any:
    since = dict(request.query).get("since", "0")
    if not (since.isascii() and since.isdigit() and len(since) < 10):
        raise ValueError("since must be the number of a log entry.")
    return control.log(int(since))


def _state(control: Control, request: Request) -> Any:
    query = dict(request.query)
    if "organization" in query:
        return control.state(query["organization"])
    return {name: control.state(name) for name in control.world.portals}


_ACTIONS: Mapping[tuple[str, str], Action] = {
    ("POST", "reset"): lambda control, request: _by_name(control.reset, _given(request)),
    ("POST", "seed"): lambda control, request: control.seed(_given(request)),
    ("POST", "edit"): lambda control, request: _by_name(control.edit, _given(request)),
    ("POST", "permissions"): lambda control, request: _by_name(control.permit, _given(request)),
    ("POST", "sharing"): lambda control, request: _by_name(control.sharing, _given(request)),
    ("POST", "agents"): lambda control, request: _by_name(control.agent, _given(request)),
    ("POST", "faults"): _faults,
    ("DELETE", "faults"): lambda control, request: _by_name(control.clear_faults, {}),
    ("POST", "clock"): _clock,
    ("GET", "clock"): lambda control, request: {"time": control.advance(0)},
    ("GET", "log"): _log,
    ("DELETE", "log"): lambda control, request: _by_name(control.clear_log, {}),
    ("POST", "tokens"): lambda control, request: _by_name(control.token, _given(request)),
    ("POST", "codes"): lambda control, request: {"code": _by_name(control.code, _given(request))},
    ("POST", "redirects"): lambda control, request: _by_name(control.redirect, _given(request)),
    ("GET", "state"): _state,
    ("GET", "switches"): lambda control, request: control.switch(),
    ("POST", "switches"): lambda control, request: control.switch(**_given(request)),
}
