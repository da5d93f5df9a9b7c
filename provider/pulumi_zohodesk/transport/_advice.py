"""What to do about an error of the service: one sentence or two per errorCode, as far as there is something to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pulumi_zohodesk.settings import Settings, set_by, way_to_scope
from pulumi_zohodesk.transport._operation import Operation


@dataclass(frozen=True)
class Trouble:
    """What an advice may depend on."""

    op: Operation
    settings: Settings
    status: int
    code: str
    details: Mapping[str, str]
    retry_after: float | None = None
    about_organization: bool = False


def advice(trouble: Trouble) -> str:
    """What to do; an empty string where the answer says everything."""
    if trouble.status == 422 and trouble.about_organization:
        return f"There is no organisation with the orgId {trouble.settings.org_id}. {_right_id(trouble.settings)}."
    code = trouble.code if trouble.code in _BY_CODE else _BY_STATUS.get(trouble.status, "")
    if code:
        return _BY_CODE[code](trouble)
    if trouble.status >= 500:
        return "Nothing can be done but to try again later; if it lasts, see https://status.zoho.com."
    return ""


def wrong_place(settings: Settings) -> str:
    """For answers that are not those of the API: the request most likely reached the wrong host."""
    return (
        f"This is not how the API answers: most likely the data centre or the API root is wrong. The request went to "
        f'{settings.api_root} (data centre "{settings.dc}"). Check {set_by(settings, "dc")}, or '
        f"{set_by(settings, 'api_url')} where another server is meant; the address in the browser while signed "
        "in to Zoho Desk shows the data centre."
    )


def _scope(trouble: Trouble) -> str:
    scopes = trouble.op.scopes
    needs = f"needs {'one of ' if len(scopes) > 1 else ''}{' or '.join(scopes)}" if scopes else "needs another scope"
    return (
        f"Layer 1 of 3 refuses, the OAuth scope of the token: {trouble.op.name} {needs}. Scopes are fixed when a "
        f"refresh token is made, so make a new one that includes it. {way_to_scope(trouble.settings, scopes)}"
    )


def _license(trouble: Trouble) -> str:
    details = trouble.details
    words = f"The edition{_named(details, 'editionType')} or its number of seats does not allow it"
    if "feature" in details:
        words += f": feature {details['feature']}"
        words += f", at most {details['maxAllowedEntity']}" if "maxAllowedEntity" in details else ""
    return words + ". Free a seat, buy more in the Zoho store, or leave this out in this organisation."


def _named(details: Mapping[str, str], key: str) -> str:
    return f" {details[key]}" if key in details else ""


def _right_id(settings: Settings) -> str:
    return (
        f"Correct {set_by(settings, 'org_id')}: the right id is in Zoho Desk under Setup > Developer Space > API (the "
        "id of Zoho CRM or Zoho One is another one)"
    )


def _threshold(trouble: Trouble) -> str:
    wait = "" if trouble.retry_after is None else f" (in {_duration(trouble.retry_after)}, says the service)"
    return (
        f"The API credits of the day are used up. They are renewed at 00:00 in the time zone of the data "
        f"centre{wait}; all integrations of the organisation spend from the same credits. Run it "
        "again then, or buy credits."
    )


def _duration(seconds: float) -> str:
    hours, minutes = divmod(max(1, round(seconds / 60)), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


_BY_CODE: Mapping[str, Callable[[Trouble], str]] = {
    "SCOPE_MISMATCH": _scope,
    "FORBIDDEN": lambda trouble: (
        "The scope is not the reason: either the permission profile of the agent to whom the token belongs does not "
        f"allow it{f' ({trouble.op.permission})' if trouble.op.permission else ''}, or the object is out of reach for "
        "that agent (data sharing, department). Use the token of an administrator who sees all departments, or widen "
        "the profile."
    ),
    "LICENSE_ACCESS_LIMITED": _license,
    "OAUTH_ORG_MISMATCH": lambda trouble: (
        f"The refresh token was made for another organisation than orgId {trouble.settings.org_id}. "
        f"{_right_id(trouble.settings)}, or make the refresh token again and choose this organisation."
    ),
    "INVALID_OAUTH": lambda trouble: (
        "A fresh access token was not accepted either. Most likely the token comes from another data centre than "
        f"{trouble.settings.api_url} (then correct {set_by(trouble.settings, 'dc')}), or the agent was deactivated or "
        "has lost access to Zoho Desk."
    ),
    "URL_NOT_FOUND": lambda _: "There is no such object in this organisation, or the agent of the token cannot see it.",
    "THRESHOLD_EXCEEDED": _threshold,
    "TOO_MANY_REQUESTS": lambda _: (
        "Too many calls ran at once, even after waiting and slowing down. Other integrations share the limit of the "
        "organisation: try again later, or with less in parallel."
    ),
    "INTEGRATION_ADMIN_ERROR": lambda trouble: (
        f"This agent enabled an integration{_named(trouble.details, 'integration')}. Let another administrator take "
        "it over in Zoho Desk first."
    ),
    "ONLY_LIVECHAT_USER": lambda _: (
        "A department with live chat needs at least one agent for it. Add another one first."
    ),
}
_BY_STATUS = {401: "INVALID_OAUTH", 429: "TOO_MANY_REQUESTS"}
"""Codes that say what to do where an answer has none of these."""
