"""From an answer to its data, or to the error that explains it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from pulumi_zohodesk.errors import (
    APIError,
    FieldReason,
    Forbidden,
    InvalidRequest,
    NotFound,
    RateLimited,
    ServerError,
    TransportError,
    Unauthorized,
    UncertainWrite,
)
from pulumi_zohodesk.settings import Settings
from pulumi_zohodesk.transport._advice import Trouble, advice, wrong_place
from pulumi_zohodesk.transport._operation import Operation
from pulumi_zohodesk.transport._redact import Redactor
from pulumi_zohodesk.transport._request import Request
from pulumi_zohodesk.transport._retry import Answered

if TYPE_CHECKING:
    import httpx

_CLASSES: Mapping[int, type[APIError]] = {
    400: InvalidRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    422: InvalidRequest,
    429: RateLimited,
}
_PARSED = "pulumi_zohodesk.json"
_DETAILS = ("feature", "editionType", "maxAllowedEntity", "isTrial", "integration")
_ADDRESS = re.compile(r"[^\s\"'<>()]+(?:@|%40)[^\s\"'<>()]+")
CODE = re.compile(r"[A-Z][A-Z0-9_]{1,60}")
"""What an `errorCode` looks like; anything else under that name is dropped: it could quote a name."""

Words = Callable[[object], str]
"""Makes words of the service fit to be shown."""


def data_of(answer: httpx.Response, request: Request, settings: Settings) -> Any:
    """The parsed JSON of a successful answer; None when it has no body.

    Raises:
        TransportError: the body is not JSON.
        UncertainWrite: so it is, and the call was a write.
    """
    if answer.status_code == 204 or _is_empty(answer):
        return None
    try:
        return _parsed(answer)
    except ValueError:
        _not_json(answer, request, settings)


def flaw_of(answer: httpx.Response, op: Operation) -> str:
    """Why an answer with the status of a success says as little as none; empty when it says something."""
    if cut_off(answer):
        return f"HTTP {answer.status_code} with JSON that is cut off"
    # A list without objects is 204 or has an empty array, and what was created has an id.
    expected = answer.status_code != 204 and (op.method == "GET" or not op.repeatable)
    return f"HTTP {answer.status_code} without content" if expected and _is_empty(answer) else ""


def cut_off(answer: httpx.Response) -> bool:
    """Whether an answer began as JSON and does not end as such; a web page did not."""
    content = answer.content.strip()
    kind = answer.headers.get("Content-Type", "")
    if not content or content.startswith(b"<") or not (content[:1] in b"{[" or "json" in kind):
        return False
    try:
        _parsed(answer)
    except ValueError:
        return True
    return False


def facts_of(answer: httpx.Response) -> Answered | None:
    """What the decision about a repeat depends on; None when the answer is no error."""
    status = answer.status_code
    if status < 300 and b'"errorCode"' not in answer.content:
        return None
    code = code_of(parsed(answer))
    if status < 300 and not code:
        return None
    return Answered(status, code, number_in(answer, "Retry-After"), cut_off(answer))


def error_of(answer: httpx.Response, request: Request, settings: Settings, redact: Redactor) -> APIError:
    """The error that stands for an answer of 300 or more, or for one with an error object in place of data."""
    status, content = answer.status_code, parsed(answer)
    content = content if isinstance(content, dict) else {}
    if 300 <= status < 400:
        redirected = APIError(_redirect_words(answer, request, settings), status=status)
        redirected.misdirected = True
        return redirected
    code = code_of(content)
    details = {key: redact(content[key]) for key in _DETAILS if isinstance(content.get(key), (str, int))}
    hides = request.hides_people or request.secret
    names: Words = (lambda text: _ADDRESS.sub("[hidden]", redact(text))) if hides else redact
    # What complains about a list quotes nothing of an object, and paging has to understand it.
    quiet = (request.secret or (hides and request.op.personal)) and not request.op.page_size
    words: Words = (lambda _text: "") if quiet else names
    reasons = _reasons(content, names, words)
    retry_after = number_in(answer, "Retry-After")
    said = _said(content, str)
    trouble = Trouble(request.op, settings, status, code, details, retry_after, "'orgId'" in said)
    foreign = not code and status in (401, 403, 404, 405) and not cut_off(answer)
    parts = [
        f"{request.title} failed with HTTP {status}{f' {code}' if code else ''}{_said(content, words)}.",
        f"Reasons: {'; '.join(map(str, reasons))}." if reasons else "",
    ]
    message = " ".join(part for part in parts if part)
    kind = _CLASSES.get(status, ServerError if status >= 500 else APIError)
    what_to_do = wrong_place(settings) if foreign else advice(trouble)
    error = kind(message, status=status, code=code, reasons=reasons, details=details, advice=what_to_do)
    error.misdirected = foreign
    if isinstance(error, RateLimited):
        error.retry_after = retry_after
    return error


def uncertain(request: Request, what: str) -> UncertainWrite:
    """The error for a write of which nobody knows whether it happened."""
    return UncertainWrite(
        f"{request.title} got no usable answer ({what}): it may or may not have happened, and it was not sent again. "
        "Look in Zoho Desk whether the change is there before trying again."
    )


def number_in(answer: httpx.Response, header: str) -> float | None:
    """A header as a number that is not negative; None when it is missing or something else (a date)."""
    try:
        value = float(answer.headers[header])
    except (KeyError, ValueError):
        return None
    return value if 0 <= value < 1e9 else None


def _not_json(answer: httpx.Response, request: Request, settings: Settings) -> NoReturn:
    kind = answer.headers.get("Content-Type", "").partition(";")[0] or "no content type"
    what = f"HTTP {answer.status_code} with {kind} in place of JSON"
    if request.op.method != "GET":
        raise uncertain(request, what)
    error = TransportError(f"{request.title} failed: the answer was {what}. {wrong_place(settings)}")
    error.misdirected = True
    raise error


def _redirect_words(answer: httpx.Response, request: Request, settings: Settings) -> str:
    host = answer.next_request.url.host if answer.next_request else "an unnamed place"
    return (
        f"{request.title} failed with HTTP {answer.status_code}: a redirect to {host}, which is not followed because "
        f"the token would be handed on. {wrong_place(settings)}"
    )


def _is_empty(answer: httpx.Response) -> bool:
    return answer.content.strip() in (b"", b"null")


def _parsed(answer: httpx.Response) -> Any:
    """The JSON of an answer: pages are large, and several questions are asked of each. Raises ValueError."""
    if _PARSED not in answer.extensions:
        answer.extensions[_PARSED] = answer.json()
    return answer.extensions[_PARSED]


def parsed(answer: httpx.Response) -> Any:
    """The JSON of an answer; None where there is none."""
    try:
        return _parsed(answer)
    except ValueError:
        return None


def code_of(content: object) -> str:
    """The `errorCode` of an error; empty where there is none."""
    code = content.get("errorCode") if isinstance(content, dict) else ""
    return code if isinstance(code, str) and CODE.fullmatch(code) else ""


def _said(content: Mapping[str, Any], words: Words) -> str:
    message = content.get("message")
    said = words(message) if isinstance(message, str) else ""
    return f": {said.rstrip('.')}" if said else ""


def _reasons(content: Mapping[str, Any], names: Words, words: Words) -> tuple[FieldReason, ...]:
    entries = content.get("errors")
    if not isinstance(entries, list):
        return ()
    return tuple(
        FieldReason(
            names(entry.get("fieldName") or "the request"),
            names(entry.get("errorType") or "invalid"),
            words(entry.get("errorMessage") or ""),
        )
        for entry in entries
        if isinstance(entry, dict)
    )
