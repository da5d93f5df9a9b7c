"""Switches: what the emulator does where the service's behaviour is unconfirmed or varies.

``docs/api-notes.md`` lists each with the open question behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from pulumi_zohodesk.emulator._contract import lists
from pulumi_zohodesk.emulator._values import Rule, flag, must_keep, one_of, texts, whole

WRONG_DC = ("", "html404", "html401", "401", "invalid_client")
LATENCY = 60_000


@dataclass(frozen=True)
class Reading:
    """How a list counts: ``from`` of its first row, what a missing ``from`` is, what 0 gives where the first is 1.

    ``low`` is ``first`` (as if it were 1), ``window`` (the window begins before the first row, and so has a row less)
    or ``refused`` (422).
    """

    first: int
    missing: int
    low: str = "first"


READINGS: Mapping[str, Reading] = {
    "zero": Reading(0, 0),
    "one": Reading(1, 1, "refused"),
    "both": Reading(1, 1),
    "window": Reading(1, 1, "window"),
    "window_by_default": Reading(1, 0, "window"),
}
FIRST_INDEX: Mapping[str, str] = {
    **dict.fromkeys(("getAgents", "getDepartments", "getAccounts", "getContacts"), "both"),
    **dict.fromkeys(("getTemplateFolders", "getTemplates"), "one"),
}
"""Where 1 was seen to be, or is declared or said to be, the first row; other lists count from 0."""


def _readings(value: Any) -> str:
    """A reading for every list, or an object of operations and their readings."""
    if isinstance(value, Mapping):
        right = all(name in lists() and one in READINGS for name, one in value.items())
    else:
        right = isinstance(value, str) and value in ("", *READINGS)
    return "" if right else f"one of {', '.join(READINGS)}, or an object of operations of lists and these"


def _shapes(value: Any) -> str:
    """Operation to field to types."""
    right = isinstance(value, Mapping) and all(
        isinstance(fields, Mapping) and not any(map(texts, fields.values())) for fields in value.values()
    )
    return "" if right else "an object of operations, each with fields and lists of their types"


RULES: Mapping[str, Rule] = {
    "shapes": _shapes,
    "first_index": _readings,
    "last_offset": whole(0),
    "error_messages": one_of("empty", "full", "missing"),
    "unknown_account_status": one_of(403, 404),
    "unknown_org_status": one_of(422, 403),
    "throttle_status": one_of(200, 400),
    "live_tokens": whole(1),
    "token_requests": whole(0),
    "token_requests_a_minute": whole(0),
    "code_seconds": whole(1),
    "archived_email": one_of("invitation_fails", "free", "taken"),
    "creator_type": one_of("Custom", "Admin"),
    "wrong_dc": one_of(*WRONG_DC),
    "unknown_fields_status": one_of(500, 422),
    "skill_name_scope": one_of("type", "department"),
    "latency_ms": whole(0, LATENCY),
}
"""What switches take that are not simply on or off."""


@dataclass
class Switches:
    """The defaults are the strict or the documented reading."""

    thin_lists: bool = False
    """Agent rows of lists lack rolePermissionType, timeZone and cf."""
    epoch_times: bool = False
    """Times are integers (milliseconds since the epoch) instead of ISO text."""
    first_index: str | Mapping[str, str] = ""
    """How lists count, by a name of ``READINGS``: all of them, or those of some operations; else ``FIRST_INDEX``."""
    last_offset: int = 4_999
    """The highest ``from`` of a list; 0 is no bound."""
    error_messages: str = "empty"
    """``errorMessage`` of field errors: ``empty``, ``full`` with the contract's words around it, or ``missing``."""
    credits_before: bool = True
    """The header of the remaining credits counts the call itself not yet."""
    unknown_account_status: int = 403
    """What the id of no account gets: 403 ``FORBIDDEN``, or 404."""
    unknown_org_status: int = 422
    """What an ``orgId`` that is no organisation gets: 422, or 403 as that of another organisation."""
    throttle_status: int = 400
    """HTTP status of the token endpoint's throttling answer: 200 or 400."""
    live_tokens: int = 10
    """Access tokens alive at once for one refresh token; the oldest dies."""
    token_requests: int = 10
    """Token requests in ten minutes for one refresh token."""
    token_requests_a_minute: int = 0
    """Token requests in one minute for one refresh token; 0 is no bound beside that of ten minutes."""
    code_seconds: int = 120
    """How long a code of the consent page is good."""
    email_change: bool = False
    """PATCH may change the e-mail address of a confirmed agent."""
    archived_email: str = "invitation_fails"
    """The address of a deleted agent: an invitation goes out, but cannot be accepted until that agent is anonymized
    (``invitation_fails``); it is ``free``; or it is ``taken``."""
    creator_type: str = "Custom"
    """``rolePermissionType`` of who made the portal, on the role and profile of an administrator; or ``Admin``."""
    invisible_as_404: bool = False
    """An object in a department that the caller cannot see answers 404 instead of 403."""
    wrong_dc: str = ""
    """``html404``, ``html401``: every path of the API answers that page; ``401``: every token is refused;
    ``invalid_client``: the token endpoint does not know the client."""
    reading_needs_permission: bool = True
    """Reading departments, agents, skills, roles, profiles and sharing rules needs what changing them needs."""
    related_records_guarded: bool = True
    """Records that the caller may not read are left out of what ``include`` adds, and no new reference to them is
    taken (422)."""
    disabled_departments_closed: bool = True
    """Tickets of a disabled department cannot be reached, nor can anything by an agent who has only such departments;
    administrators always can."""
    unknown_fields_status: int = 500
    """Status of a ticket list whose ``fields`` names what no ticket has: 500, or 422."""
    criteria_checked: bool = False
    """Criteria of skills take only fields and conditions that the organisation lists. Which these are in a real
    organisation, the emulator does not know, so the default takes all."""
    create_needs_public: bool = True
    """A record can be created only where its module is shared ``public``; administrators can always."""
    bearer_accepted: bool = True
    """``Authorization: Bearer`` is accepted too."""
    org_query_accepted: bool = True
    """``orgId`` may be sent as a query parameter."""
    department_agents_add: bool = False
    """PATCH of a department's associatedAgentIds adds to the agents instead of replacing them."""
    last_department_refused: bool = True
    """An agent's last department cannot be taken away."""
    duplicate_names: bool = False
    """Names of which no text says that they are unique may be taken twice (those of skills aside)."""
    hours_in_use_refused: bool = True
    """Business hours that rules use cannot be deleted."""
    role_agents_move: bool = True
    """Agents of a deleted role get the role that takes over those below it; else a role with agents stays (422)."""
    default_folders: bool = True
    """Every department has a folder of templates that was given with it (``DEFAULT_FOLDER``)."""
    full_folders_refused: bool = True
    """A folder that holds templates cannot be deleted; else they go with it."""
    rewrites_html: bool = False
    """Bodies of e-mail templates come back as other HTML than was sent."""
    skill_name_scope: str = "type"
    """A skill's name is unique within its ``type`` or within the ``department``."""
    normalized_pattern: bool = False
    """A criteria pattern comes back without needless parentheses and spaces."""
    shapes: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    """Operation to fields of its objects: those without types are left out, unless the call says what it wants;
    those that the emulator does not have are added with an empty value of the first type."""
    latency_ms: int = 0
    """Real milliseconds every API call takes, so that calls overlap and the concurrency cap bites."""

    def counts(self, operation: str) -> str:
        """How a list counts, by a name of ``READINGS``."""
        given = self.first_index
        name = given if isinstance(given, str) else given.get(operation, "")
        return name or FIRST_INDEX.get(operation, "zero")

    def reading(self, operation: str) -> Reading:
        """How a list counts, taken apart."""
        return READINGS[self.counts(operation)]

    def change(self, values: Mapping[str, Any]) -> None:
        """Sets the named switches, all or none; raises ValueError for a name or a value that is none."""
        must_keep("The switches", values, {one.name: RULES.get(one.name, flag) for one in fields(self)})
        for name, value in values.items():
            setattr(self, name, value)
