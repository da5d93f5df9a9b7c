"""The Desk API: the checks of the platform in their order, then the kind's handler, then the envelope."""

from __future__ import annotations

import re
from typing import Any

from pulumi_zohodesk.emulator._access import Caller
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._clock import iso
from pulumi_zohodesk.emulator._contract import Operation
from pulumi_zohodesk.emulator._errata import TIMES
from pulumi_zohodesk.emulator._errors import (
    BAD_TOKEN,
    INTERNAL,
    NOT_SIGNED_IN,
    OTHER_ORGANIZATION,
    Refusal,
    invalid,
    invalid_data,
    not_found,
    unprocessable,
    worded,
)
from pulumi_zohodesk.emulator._kind import Answer, Portal
from pulumi_zohodesk.emulator._limits import edition_exceeded, price_of
from pulumi_zohodesk.emulator._routes import Routes, Target, is_elsewhere
from pulumi_zohodesk.emulator._shapes import shaped
from pulumi_zohodesk.emulator._store import Record
from pulumi_zohodesk.emulator._wire import JSON, Reply, Request, page_of_html
from pulumi_zohodesk.emulator._world import World

ROOT = "/api/v1/"
WITHOUT_ORGANIZATION = "getOrganizations"
GENERAL = {
    "server": "ZGS",
    "cache-control": "private,no-cache,no-store,max-age=0,must-revalidate",
    "content-disposition": "attachment;",
    "pragma": "no-cache",
    "expires": "Thu, 01 Jan 1970 00:00:00 GMT",
    "x-content-type-options": "nosniff",
}
WEIGHT, LEFT = "X-Rate-Limit-Request-Weight-v3", "X-Rate-Limit-Remaining-v3"
TICKETS = ("createTicket", "updateTicket", "getTicket")
RULES = dict.fromkeys(("isassignmentruleapplied", "isslaapplied", "iswfruleapplied"), "false")
"""What answers about one ticket tell in headers."""


class Desk:
    """Answers the API's calls against a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.routes = Routes(
            Target(operation, kind)
            for kind in world.kinds.values()
            for operation in (*kind.described.values(), *kind.beside)
        )

    def operation(self, request: Request) -> str | None:
        """The id of the operation that a request names, whether it may be called or not."""
        found = self.routes.find(request.path)
        target = found[0].get(request.method) if found else None
        return target.operation.id if target else None

    def portal(self, request: Request) -> Portal | None:
        """The organisation of the request's token, if that is any good."""
        caller = self.caller(request)
        return self.world.portals.get(caller.organization) if caller else None

    def answer(self, request: Request, *, admitted: bool = True) -> Reply:
        """The answer to one call, refusals included; one that was not ``admitted`` came beyond the concurrency cap."""
        if self.world.switches.wrong_dc == "html404" or not request.path.startswith(ROOT):
            return page_of_html(404, "Not Found")
        if self.world.switches.wrong_dc == "html401":
            return page_of_html(401, "Unauthorized")
        reply = Reply(200, operation=self.operation(request), headers=dict(GENERAL))
        try:
            self._answer(request, reply, admitted)
        except Refusal as refusal:
            reply.status, reply.content = refusal.status, worded(refusal.body, self.world.switches.error_messages)
            reply.headers.update(refusal.headers)
            self._refund(reply)
        return reply

    def _refund(self, reply: Reply) -> None:
        """Takes back what a refused call cost, where such calls cost nothing."""
        if reply.credits and reply.organization and not self.world.switches.refused_calls_cost:
            portal = self.world.portal(reply.organization)
            portal.limits.charge(-reply.credits)
            reply.credits = 0
            reply.headers |= {WEIGHT: "0", LEFT: str(portal.credits_left())}

    def _answer(self, request: Request, reply: Reply, admitted: bool) -> None:
        caller = self._authenticated(request)
        portal = self.world.portals[caller.organization]
        reply.organization, reply.token = portal.name, caller.label
        target, path = self._routed(request)
        self._check_organization(request, portal, target.operation)
        if not admitted:
            raise Refusal(429, "TOO_MANY_REQUESTS", "Too many requests are being processed at the same time.")
        self._charge(portal, target.operation, request, reply)
        caller.must_be_active(portal)
        if self.world.switches.disabled_departments_closed:
            caller.must_have_access(portal)
        caller.must_hold(target.operation.scopes)
        if reason := target.kind.unsupported.get(target.operation.id):
            raise Refusal(501, "NOT_IMPLEMENTED", reason)
        if target.kind.editions and portal.edition not in target.kind.editions:
            raise edition_exceeded()
        if permission := target.kind.needed(target.operation, self.world.switches):
            caller.must_be_permitted(portal, permission)
        named = self.world.switches.org_query_accepted
        query = target.operation.query.read([pair for pair in request.query if not (named and pair[0] == "orgId")])
        body = _body(request, target.operation)
        portals = tuple(self.world.portals.values())
        call = Call(portal, caller, target.operation, path, query, body, portals, request.headers)
        self._complete(reply, target, call, target.kind.operations[target.operation.id](call))

    def caller(self, request: Request) -> Caller | None:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        accepted = ("Zoho-oauthtoken", "Bearer") if self.world.switches.bearer_accepted else ("Zoho-oauthtoken",)
        return self.world.accounts.caller(token.strip()) if kind in accepted else None

    def _authenticated(self, request: Request) -> Caller:
        caller = self.caller(request)
        if caller is not None and self.world.switches.wrong_dc != "401":
            return caller
        if request.headers.get("authorization", "").startswith(("Zoho-oauthtoken ", "Bearer ")):
            raise Refusal(401, "INVALID_OAUTH", BAD_TOKEN)
        raise Refusal(401, "UNAUTHORIZED", NOT_SIGNED_IN)

    def _routed(self, request: Request) -> tuple[Target, dict[str, str]]:
        found = self.routes.find(request.path)
        if (found is None or request.method not in found[0]) and is_elsewhere(request.method, request.path):
            raise Refusal(501, "NOT_IMPLEMENTED", "Zoho Desk has this operation; the emulator does not have it.")
        if found is None:
            raise not_found()
        targets, values = found
        if request.method not in targets:
            raise Refusal(405, "METHOD_NOT_ALLOWED", "The method is not allowed for the requested URL.")
        target = targets[request.method]
        return target, dict(zip(re.findall(r"{(\w+)}", target.operation.path), values, strict=True))

    def _check_organization(self, request: Request, portal: Portal, operation: Operation) -> None:
        sent = [request.headers["orgid"]] if "orgid" in request.headers else []
        if self.world.switches.org_query_accepted:
            sent += [text for name, text in request.query if name == "orgId"]
        for one in () if operation.id == WITHOUT_ORGANIZATION else sent:
            if not (one.isascii() and one.isdigit()):
                raise Refusal(500, "INTERNAL_SERVER_ERROR", INTERNAL)
            known = any(one == other.id for other in self.world.portals.values())
            if not known and self.world.switches.unknown_org_status == 422:
                raise unprocessable("The value passed for the 'orgId' parameter is invalid.")
            if one != portal.id:
                raise Refusal(403, "OAUTH_ORG_MISMATCH", OTHER_ORGANIZATION)

    def _charge(self, portal: Portal, operation: Operation, request: Request, reply: Reply) -> None:
        """Refuses calls beyond the daily credits; charges the others."""
        price = price_of(operation, dict(request.query).get("from", "0"))
        left = portal.credits_left()
        if price > left:
            wait = {"Retry-After": str(portal.clock.until_midnight())}
            raise Refusal(429, "THRESHOLD_EXCEEDED", "The daily limit of API credits is used up.", headers=wait)
        portal.limits.charge(price)
        reply.credits = price
        reply.headers[WEIGHT] = str(price)
        reply.headers[LEFT] = str(left if self.world.switches.credits_before else left - price)

    def _complete(self, reply: Reply, target: Target, call: Call, answer: Answer) -> None:
        """Puts the answer into the shape and the status that the contract gives it."""
        operation = target.operation
        keys = operation.keys
        if self.world.switches.thin_lists:
            keys = keys - target.kind.thin.get(operation.id, frozenset())
        shape = {} if "fields" in call.query else self.world.switches.shapes.get(operation.id, {})
        undeclared = self.world.switches.undeclared_204 and operation.method == "GET"
        if answer is None or (answer == [] and (undeclared or 204 in operation.statuses)):
            empty = operation.method == "GET" or 204 in operation.statuses
            reply.status = 204 if empty else operation.success
        else:
            given: list[Any] = answer if isinstance(answer, list) else [answer]
            rows = [self._shown(row, keys) if isinstance(row, dict) else row for row in given]
            rows = shaped(rows, shape, whole="include" in call.query) if shape else rows
            reply.status, reply.content = operation.success, rows if given is answer else rows[0]
            if given is answer and operation.envelope != "":
                reply.content = {operation.envelope or "data": rows}
        if operation.id in TICKETS:
            reply.headers |= RULES

    def _shown(self, record: Record, keys: frozenset[str]) -> Record:
        """The record reduced to what the contract declares, times in the form that is switched on."""
        shown = {name: value for name, value in record.items() if name in keys}
        if not self.world.switches.epoch_times:
            for name in TIMES:
                if isinstance(shown.get(name), int):
                    shown[name] = iso(shown[name])
        return shown


def _body(request: Request, operation: Operation) -> dict[str, Any]:
    """The JSON body of an operation that takes one, validated."""
    if operation.body is None:
        return {}
    if not request.body.strip():
        if operation.method == "PATCH" or operation.body({}):
            raise Refusal(422, "EMPTY_PAYLOAD", "The request body is empty.")
        return {}
    if request.media not in ("", "application/json"):
        raise Refusal(415, "UNSUPPORTED_MEDIA_TYPE", f"The body must be {JSON.partition(';')[0]}.")
    try:
        body = request.json()
    except ValueError as error:
        raise Refusal(400, "BAD_REQUEST", "The body is not valid JSON.") from error
    if body == {} and operation.method == "PATCH":
        raise Refusal(422, "EMPTY_PAYLOAD", "The request body is empty.")
    if not isinstance(body, dict):
        raise invalid_data(invalid("", "The body must be an object."))
    if errors := operation.body(body):
        raise invalid_data(*errors)
    return body
