"""The ASGI application: reads a request, lets faults have their way, answers, writes the log."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.types import Receive, Scope, Send

from pulumi_zohodesk.emulator import _control
from pulumi_zohodesk.emulator._consent import PATH as CONSENT
from pulumi_zohodesk.emulator._consent import ConsentPage
from pulumi_zohodesk.emulator._control import Control
from pulumi_zohodesk.emulator._desk import Desk
from pulumi_zohodesk.emulator._errors import Refusal
from pulumi_zohodesk.emulator._faults import Fault
from pulumi_zohodesk.emulator._wire import Reply, Request, page_of_html
from pulumi_zohodesk.emulator._world import World

LOOPBACK = ("127.0.0.1", "::1", "testclient")
LARGEST = 10 * 1024 * 1024


class App:
    """One emulator as an ASGI application; all its state is its ``world``."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.desk = Desk(world)
        self.consent = ConsentPage(world)
        self.control = Control(world)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            request = await _read(scope, receive)
            if request.path.startswith(_control.ROOT):
                await _send(send, self._controlled(scope, request))
            else:
                await self._served(request, receive, send)

    def _controlled(self, scope: Scope, request: Request) -> Reply:
        client = scope.get("client")
        if client is not None and client[0] not in LOOPBACK:
            return page_of_html(404, "Not Found")
        return self.control.answer(request)

    async def _served(self, request: Request, receive: Receive, send: Send) -> None:
        with self.world.lock:
            portal = self.desk.portal(request)
            name = portal.name if portal else None
            fault = self.world.faults.take(request.method, request.path, self.desk.operation(request), name)
            if fault is not None and fault.clock:
                self.world.clock.advance(fault.clock)
        if portal is not None:
            portal.limits.in_flight += 1
        try:
            before, after = fault.delays if fault else (0, 0)
            await _wait(self.world.switches.latency_ms + before)
            reply = self._answered(request, fault)
            await _wait(after)
        finally:
            if portal is not None:
                portal.limits.in_flight -= 1
        if reply.dropped:
            await _cut(receive, send)
        else:
            await _send(send, reply)

    def _answered(self, request: Request, fault: Fault | None) -> Reply:
        """The answer, bent by the fault, and noted in the log."""
        with self.world.lock:
            early = fault is not None and (fault.drop == "before" or (fault.replaces and not fault.after))
            reply = Reply(0, operation=self.desk.operation(request)) if early else self._true_answer(request)
            if fault is not None:
                reply = fault.replaced(reply) if fault.replaces else fault.without_row(reply)
                reply.dropped = fault.drop is not None
            self._note(request, reply)
        return reply

    def _true_answer(self, request: Request) -> Reply:
        if len(request.body) > LARGEST:
            refusal = Refusal(413, "RESOURCE_SIZE_EXCEEDED", "The request body is too large.")
            return Reply(413, refusal.body)
        if request.path.startswith("/oauth/"):
            return self._accounts(request)
        return self.desk.answer(request)

    def _accounts(self, request: Request) -> Reply:
        accounts = self.world.accounts
        if request.path == CONSENT and request.method in ("GET", "POST"):
            return self.consent.answer(request)
        match (request.method, request.path):
            case ("POST", "/oauth/v2/token"):
                status, content = accounts.token(request.form())
            case ("POST", "/oauth/v2/token/revoke"):
                status, content = accounts.revoke(request.form())
            case ("GET", "/oauth/serverinfo"):
                host = f"http://{request.headers.get('host', 'localhost')}"
                status, content = 200, {"result": "success", "locations": {"us": host}}
            case _:
                return page_of_html(404, "Not Found")
        return Reply(status, content, operation=request.path)

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
    if reply.status != 204:
        headers.append((b"content-length", str(len(body)).encode()))
        headers.append((b"content-type", reply.media.encode()))
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
