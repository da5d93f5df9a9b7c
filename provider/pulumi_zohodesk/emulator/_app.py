"""The ASGI application: reads a request, lets faults have their way, answers, writes the log."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from pulumi_zohodesk.emulator._accounts import AccountsServer
from pulumi_zohodesk.emulator._control import Control
from pulumi_zohodesk.emulator._control_path import ROOT, ControlPath
from pulumi_zohodesk.emulator._desk import Desk
from pulumi_zohodesk.emulator._errors import INTERNAL, Refusal
from pulumi_zohodesk.emulator._faults import Fault
from pulumi_zohodesk.emulator._kind import Portal
from pulumi_zohodesk.emulator._wire import Receive, Reply, Request, Scope, Send, page_of_html
from pulumi_zohodesk.emulator._world import World

LOOPBACK = ("127.0.0.1", "::1", "testclient")
LARGEST = 10 * 1024 * 1024


class App:
    """One emulator as an ASGI application; all its state is its ``world``."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.desk = Desk(world)
        self.accounts = AccountsServer(world)
        self.control = ControlPath(Control(world))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            try:
                await self._answer(scope, receive, send)
            except asyncio.CancelledError:  # the server ends while the call waits: no answer is better than a wrong one
                await _cut(receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = await _read(scope, receive)
        if request.path.startswith(ROOT):
            await _send(send, self._controlled(scope, request))
        else:
            await self._served(request, receive, send)

    def _controlled(self, scope: Scope, request: Request) -> Reply:
        client = scope.get("client")
        if client is not None and client[0] not in LOOPBACK:
            return page_of_html(404, "Not Found")
        return self.control.answer(request)

    async def _served(self, request: Request, receive: Receive, send: Send) -> None:
        """Whether there is room for the call is decided when it arrives, before anything waits."""
        with self.world.lock:
            portal, fault = self._arrived(request)
            admitted = portal is None or portal.limits.enter(portal.edition)
        try:
            before, after = fault.delays if fault else (0, 0)
            await _wait(before + (self.world.switches.latency_ms if admitted else 0))
            reply = self._answered(request, fault, admitted)
            await _wait(after)
        finally:
            if portal is not None and admitted:
                portal.limits.leave()
        if reply.dropped:
            await _cut(receive, send)
        else:
            await _send(send, reply)

    def _arrived(self, request: Request) -> tuple[Portal | None, Fault | None]:
        """The organisation that a call of the API counts for, and the fault that strikes the call."""
        portal = self.desk.portal(request)
        name = portal.name if portal else self.accounts.organization(request)
        fault = self.world.faults.take(request.method, request.path, self._operation(request), name)
        if fault is not None and fault.clock:
            self.world.clock.advance(fault.clock)
        return portal, fault

    def _operation(self, request: Request) -> str | None:
        return self.accounts.operation(request) or self.desk.operation(request)

    def _answered(self, request: Request, fault: Fault | None, admitted: bool) -> Reply:
        """The answer, bent by the fault, and noted in the log."""
        with self.world.lock:
            early = fault is not None and (fault.drop == "before" or (fault.replaces and not fault.after))
            reply = self._unanswered(request) if early else self._true_answer(request, admitted)
            if fault is not None:
                reply = fault.bent(reply)
            self._note(request, reply)
        return reply

    def _unanswered(self, request: Request) -> Reply:
        """What the log keeps of a call that a fault stops before it takes effect."""
        caller = self.desk.caller(request)
        name = caller.organization if caller else self.accounts.organization(request)
        return Reply(0, operation=self._operation(request), organization=name, token=caller.label if caller else None)

    def _true_answer(self, request: Request, admitted: bool) -> Reply:
        if len(request.body) > LARGEST:
            refusal = Refusal(413, "RESOURCE_SIZE_EXCEEDED", "The request body is too large.")
            return Reply(413, refusal.body)
        try:
            if request.path.startswith("/oauth/"):
                return self.accounts.answer(request)
            return self.desk.answer(request, admitted=admitted)
        except Exception:
            logging.getLogger(__name__).exception("The emulator could not answer %s %s.", request.method, request.path)
            refusal = Refusal(500, "INTERNAL_SERVER_ERROR", INTERNAL)
            return Reply(500, refusal.body, operation=self._operation(request))

    def _note(self, request: Request, reply: Reply) -> None:
        secret = request.path.startswith("/oauth/")
        self.world.log.add(
            method=request.method,
            path=request.path,
            query={} if secret else dict(request.query),
            operation=reply.operation,
            status=0 if reply.dropped else reply.status,
            credits=reply.credits,
            organization=reply.organization,
            token=reply.token,
        )


async def _wait(milliseconds: int) -> None:
    if milliseconds:
        await asyncio.sleep(milliseconds / 1000)


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _read(scope: Scope, receive: Receive) -> Request:
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            break
    headers = {name.decode("latin-1").lower(): text.decode("latin-1") for name, text in scope["headers"]}
    return Request(scope["method"], scope["path"], scope["query_string"].decode("latin-1"), headers, b"".join(parts))


async def _send(send: Send, reply: Reply) -> None:
    body = reply.encoded()
    headers = [(name.encode("latin-1"), text.encode("latin-1")) for name, text in reply.headers.items()]
    headers.append((b"content-type", reply.media.encode()))  # as recorded, also where there is no body
    if reply.status != 204:
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _cut(receive: Receive, send: Send) -> None:
    """Cuts the connection without an answer. The server's transport is the only way to do so."""
    transport: Any = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is None:
        raise ConnectionResetError("The connection was cut by a fault.")
    transport.abort()
    await receive()


def create_app(**options: Any) -> App:
    """A new emulator as an ASGI application; the options are those of ``Emulator``."""
    return App(_world(options))


def _world(options: dict[str, Any]) -> World:
    options = dict(options)
    seed, running = options.pop("seed", 1), options.pop("running_clock", False)
    return World(seed, running_clock=running, switches=options)
