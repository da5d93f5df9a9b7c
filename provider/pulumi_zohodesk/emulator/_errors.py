"""Refusals: every answer that is not a success, in the service's own shapes."""

from __future__ import annotations

from typing import Any

FieldError = dict[str, str]

NOT_SIGNED_IN = "You are not authenticated to perform this operation."
BAD_TOKEN = "The OAuth Token you provided is invalid."
FORBIDDEN = "You are not authorized to access this resource."
NO_ACCESS = "You do not have access to any department."
NOT_FOUND = "The URL you requested could not be found."
INVALID_DATA = "The data does not comply to the validation restrictions defined."
LICENSE = "Your Zoho Desk Edition does not support this feature/operation."
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


def unprocessable(message: str) -> Refusal:
    """422 for an unmet precondition or a bad query parameter."""
    return Refusal(422, "UNPROCESSABLE_ENTITY", message)


def not_found() -> Refusal:
    return Refusal(404, "URL_NOT_FOUND", NOT_FOUND)


def forbidden(message: str = FORBIDDEN) -> Refusal:
    return Refusal(403, "FORBIDDEN", message)
