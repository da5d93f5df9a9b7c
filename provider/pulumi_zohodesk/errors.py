"""What can go wrong, as one tree.

    DeskError
    ├── ConfigError            missing or contradictory settings, all problems listed at once
    ├── InputError             a value that Zoho Desk would refuse, or a rule of the provider broken
    │   ├── DuplicateObject    an object with this natural key exists already
    │   ├── AmbiguousMatch     one natural key fits several objects
    │   ├── FolderError        a folder holds what an export must not replace; nothing was written
    │   └── Refused            a guard said no before any write (last administrator, default department ...)
    ├── Declined               a person was asked, and said no
    ├── EngineError            the `pulumi` command failed
    ├── WrongOrganization      state belongs to another organisation than the one connected
    ├── DoubtfulAbsence        objects look deleted, but more likely cannot be seen
    ├── TransportError         no answer
    │   └── UncertainWrite     no answer to a write that may have happened
    ├── AuthError              the accounts server refuses the credentials
    │   └── TokenThrottled     too many token requests; the credentials may well be right
    └── APIError               an answer of 400 or more
        ├── InvalidRequest     400, 422: with the reasons per field
        ├── Unauthorized       401
        ├── Forbidden          403: scope, profile permission, edition or organisation
        ├── NotFound           404
        ├── RateLimited        429
        └── ServerError        5xx

Messages are sentences: what was attempted, on what, why it failed, what to do. They never hold a token, a secret,
a header or a body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class DeskError(Exception):
    """Anything this package raises on purpose.

    Attributes:
        misdirected: the answer was not that of the service, so the data centre or an address is most likely wrong.
    """

    misdirected: bool = False


class ConfigError(DeskError):
    """Settings are missing or contradict each other.

    Attributes:
        problems: every problem found, one sentence each.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class InputError(DeskError):
    """A value that the service would refuse, or a rule of the provider that is broken."""


class DuplicateObject(InputError):
    """An object with the same natural key exists already; nothing was written."""


class AmbiguousMatch(InputError):
    """One natural key fits several objects; the message lists their ids."""


class FolderError(InputError):
    """A folder holds something that an export must not replace. Nothing was written."""


class Refused(InputError):
    """A guard refused the change before anything was written."""


class Declined(DeskError):
    """A person was asked, and said no."""


class EngineError(DeskError):
    """The ``pulumi`` command failed; the message holds its last words."""


class WrongOrganization(DeskError):
    """The state belongs to another organisation than the one connected."""


class DoubtfulAbsence(DeskError):
    """Objects answer 404 although they were most likely not deleted."""


class TransportError(DeskError):
    """The service gave no answer."""


class UncertainWrite(TransportError):
    """A write got no usable answer: it may or may not have happened."""


class AuthError(DeskError):
    """The accounts server refuses the credentials."""


class TokenThrottled(AuthError):
    """The accounts server hands out no more tokens for some minutes."""


@dataclass(frozen=True)
class FieldReason:
    """One entry of an answer's ``errors[]``.

    Attributes:
        field: JSON pointer, for example ``/departmentId``.
        kind: ``invalid``, ``duplicate`` or ``missing``.
        message: the service's own words, often empty.
    """

    field: str
    kind: str
    message: str = ""

    def __str__(self) -> str:
        return f"{self.field} is {self.kind}" + (f" ({self.message})" if self.message else "")


class APIError(DeskError):
    """The service answered with an error.

    Attributes:
        status: HTTP status.
        code: Zoho's ``errorCode``, or an empty string when the answer was not JSON.
        reasons: reasons per field.
        details: further plain keys of the answer (``feature``, ``maxAllowedEntity`` ...).
        advice: the end of the message: why, and what to do.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        code: str = "",
        reasons: Sequence[FieldReason] = (),
        details: Mapping[str, str] | None = None,
        advice: str = "",
    ) -> None:
        super().__init__(f"{message} {advice}" if advice else message)
        self.advice = advice
        self.status = status
        self.code = code
        self.reasons = tuple(reasons)
        self.details = dict(details or {})

    def advise(self, advice: str) -> None:
        """Put better advice in place of what the message ends with."""
        self.args = (f"{str(self).removesuffix(self.advice).rstrip()} {advice}",)
        self.advice = advice


class InvalidRequest(APIError):
    """400 or 422: the service refuses the content of the request."""


class Unauthorized(APIError):
    """401: the access token is not accepted."""


class Forbidden(APIError):
    """403: a scope, a permission, the edition or the organisation stands in the way."""


class NotFound(APIError):
    """404: no such path or object (or the wrong data centre)."""


class RateLimited(APIError):
    """429: too many calls at once, or the credits of the day are used up.

    Attributes:
        retry_after: seconds to wait, where the service says so.
    """

    retry_after: float | None = None


class ServerError(APIError):
    """5xx: the service failed."""
