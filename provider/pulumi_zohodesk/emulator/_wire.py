"""What comes in and what goes out, free of any server library."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl

Scope = MutableMapping[str, Any]
"""One connection of ASGI: its type, method, path, headers, addresses."""
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
JSON = "application/json;charset=UTF-8"
HTML = "text/html;charset=UTF-8"


@dataclass
class Request:
    """One request: the path decoded, header names in lower case."""

    method: str
    path: str
    query_string: str
    headers: dict[str, str]
    body: bytes = b""

    @cached_property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(self.query_string, keep_blank_values=True)

    @property
    def media(self) -> str:
        """The media type of the body, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def json(self) -> Any:
        """The body as JSON; raises ValueError for anything else, also for numbers that JSON does not have."""
        try:
            return json.loads(self.body, parse_constant=_no_number)
        except RecursionError as error:
            raise ValueError("The body is nested too deeply.") from error

    def form(self) -> dict[str, str]:
        """Parameters from the query and from a form body; the body wins."""
        sent = dict(self.query)
        if self.media == "application/x-www-form-urlencoded":
            sent.update(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))
        return sent


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number of JSON.")


@dataclass
class Reply:
    """One answer, with what the log keeps about the call."""

    status: int
    content: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    media: str = JSON
    operation: str | None = None
    organization: str | None = None
    token: str | None = None
    credits: int = 0
    dropped: bool = False
    cut: int | None = None

    def encoded(self) -> bytes:
        """The body, as much of it as is sent."""
        return self._whole()[: self.cut]

    def _whole(self) -> bytes:
        if self.content is None:
            return b""
        if isinstance(self.content, str):
            return self.content.encode()
        return json.dumps(self.content, ensure_ascii=False, separators=(",", ":")).encode()


def page_of_html(status: int, title: str) -> Reply:
    """An answer that is no JSON, as gateways give it."""
    return Reply(status, f"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>", media=HTML)
