"""Refusals: every answer that is not a success, in the service's own shapes."""

from __future__ import annotations

from typing import Any

FieldError = dict[str, str]

NOT_SIGNED_IN = "You are not authenticated to perform this operation."
BAD_TOKEN = "The OAuth Token you provided is invalid."
FORBIDDEN = "You are not authorized to access this resource."
NO_ACCESS = "You do not have access to any department."
NOT_FOUND = "The URL you requested could not be found."
INVALID_DATA = "The data is invalid due to validation restrictions"
IN_FULL = "The data does not comply to the validation restrictions defined."
OTHER_ORGANIZATION = "The OAuthToken is not valid for specified organization"
LICENSE = "Your Zoho Desk Edition does not support this feature/operation."
IMAGES = "Pictures are not emulated: they are not configuration that this emulator keeps."
NOT_USABLE = "The id does not name an object that can be used here."
INTERNAL = "An internal server error occurred while performing this operation."


class Refusal(Exception):
    """The call is refused: status, error code, message, and whatever else the body or headers carry."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        headers: dict[str, str] | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.body: dict[str, Any] = {"errorCode": code, "message": message, **extra}
        self.headers = headers or {}


def field_error(pointer: str, kind: str, message: str) -> FieldError:
    """One entry of ``errors``; the pointer is a JSON Pointer into the request body."""
    return {"fieldName": pointer, "errorType": kind, "errorMessage": message}


def invalid(pointer: str, message: str = "The value is not valid.") -> FieldError:
    return field_error(pointer, "invalid", message)


def missing(pointer: str) -> FieldError:
    return field_error(pointer, "missing", "A value is required.")


def duplicate(pointer: str) -> FieldError:
    return field_error(pointer, "duplicate", "The value already exists.")


def invalid_data(*errors: FieldError) -> Refusal:
    """422 with field reasons."""
    return Refusal(422, "INVALID_DATA", INVALID_DATA, errors=list(errors))


def worded(body: dict[str, Any], how: str) -> dict[str, Any]:
    """The body of a refusal with its field errors as they were seen: without words, or without a place for them."""
    if body["errorCode"] != "INVALID_DATA":
        return body
    if how == "full":
        return {**body, "message": IN_FULL}
    words = {"errorMessage": ""} if how == "empty" else {}
    errors = [{**{name: one[name] for name in ("fieldName", "errorType")}, **words} for one in body["errors"]]
    return {**body, "errors": errors}


def out_of_range(name: str, bounds: str) -> Refusal:
    """422 for a number of the query that is out of range, in the words that were seen."""
    return unprocessable(f"The value passed for field '{name}' exceeds the range of '{bounds}'.")


def unprocessable(message: str) -> Refusal:
    return Refusal(422, "UNPROCESSABLE_ENTITY", message)


def not_found() -> Refusal:
    return Refusal(404, "URL_NOT_FOUND", NOT_FOUND)


def forbidden(message: str = FORBIDDEN) -> Refusal:
    return Refusal(403, "FORBIDDEN", message)
