"""One call, put together: address, query, body, and the words for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict
from urllib.parse import quote, urlencode

from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.settings import Settings
from pulumi_zohodesk.transport._operation import Operation
from pulumi_zohodesk.transport._paging import Bases

SCHEME = "Zoho-oauthtoken"
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_GERUNDS = {"get": "Reading", "map": "Mapping", "put": "Putting", "set": "Setting"}
_PLAIN = frozenset(
    {"get", "list", "create", "update", "delete", "enable", "disable", "activate", "deactivate", "clone"}
)


class Parameters(TypedDict, total=False):
    """What an operation is called with, beside a body.

    Attributes:
        path: values of the placeholders; they are percent-encoded here.
        query: parameters; None is left out, truth values become true and false, lists are joined by commas.
        about: the object in words, for messages: ``department "Billing" (id 123)``.
    """

    path: Mapping[str, str] | None
    query: Mapping[str, object] | None
    about: str


@dataclass(frozen=True)
class Request:
    """A call that is ready to be sent, any number of times.

    Attributes:
        path: below the API root, percent-encoded.
        query: pairs of text.
        body: what is sent as JSON; None for none. Never shown.
        title: what is attempted, as the start of a sentence: ``Updating department "Billing" (id 1)``.
        credits: what the call is expected to cost.
        hides_people: what the service says of people is not repeated in messages.
        secret: nothing of what it says is.
        raw: the answer is wanted as it is, a refusal too.
        scheme: what stands before the token.
        org_id: sent in place of the connection's own; empty for none.
    """

    op: Operation
    path: str
    query: tuple[tuple[str, str], ...]
    body: Mapping[str, Any] | None
    title: str
    credits: int
    hides_people: bool = False
    secret: bool = False
    raw: bool = False
    scheme: str = SCHEME
    org_id: str | None = None

    def __repr__(self) -> str:
        return f"<Request {self.op.name}: {self.title}>"


def build(
    op: Operation,
    path: Mapping[str, str] | None = None,
    query: Mapping[str, object] | None = None,
    body: Mapping[str, object] | None = None,
    about: str = "",
    credits: int | None = None,
) -> Request:
    """Put a call together. Raises InputError: a path parameter is missing, unknown or empty."""
    title = words_for(op, about)
    return Request(
        op=op,
        path=_path(op, path or {}, title),
        query=tuple((name, _text(value)) for name, value in (query or {}).items() if value is not None),
        body=body,
        title=title,
        credits=op.credits if credits is None else credits,
    )


def address(op: Operation, settings: Settings, path: Mapping[str, str], query: Mapping[str, object]) -> str:
    """The full address of a call, to be shown. Raises InputError as `build` does.

    Args:
        query: parameters; ``from`` of a list is rows to skip.
    """
    if op.page_size:
        query = {**query, "from": Bases().offset(op, int(str(query.get("from", 0))))}
    request = build(op, path, query)
    return settings.api_root + request.path + (f"?{urlencode(request.query)}" if request.query else "")


def words_for(op: Operation, about: str) -> str:
    """What is attempted, in words: the operation's verb, and what it is about."""
    verb, *rest = [word.lower() for word in _WORD.findall(op.name)] or ["call"]
    doing = _GERUNDS.get(verb) or (verb.removesuffix("e") if not verb.endswith("ee") else verb) + "ing"
    doing = doing[0].upper() + doing[1:]
    if about and (verb in _PLAIN or not rest):
        return f"{doing} {about}"
    return " ".join([doing, *rest]) + (f" for {about}" if about else "")


def _path(op: Operation, values: Mapping[str, str], title: str) -> str:
    names = re.findall(r"{(\w+)}", op.path)
    if set(names) != set(values):
        raise InputError(
            f"{title} was not attempted: {op.path} takes the path parameters "
            f"({', '.join(names)}) but was given ({', '.join(values)}). This is a mistake in the program."
        )
    result = op.path
    for name in names:
        # An empty value or a dot would quietly address another path, a list for example.
        if str(values[name]).strip() in ("", ".", ".."):
            raise InputError(
                f"{title} was not attempted: {name} is empty. Check where the id comes from; it may be "
                "missing in the state."
            )
        result = result.replace(f"{{{name}}}", quote(str(values[name]), safe=""))
    return result


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return ",".join(_text(item) for item in items)
    return str(value)
