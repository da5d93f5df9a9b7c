"""Switches: what the emulator does where the service's behaviour is unconfirmed or varies.

``docs/api-notes.md`` lists each with the open question behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Annotated, Any, Literal

from annotated_types import Ge, Interval
from pydantic.dataclasses import dataclass as checked

from pulumi_zohodesk.emulator._contract import lists
from pulumi_zohodesk.emulator._readings import FIRST_INDEX, READINGS, Reading, WrongDc
from pulumi_zohodesk.emulator._values import STRICT, made, must_be

Count = Annotated[int, Ge(0)]


def _readings(value: Any) -> str:
    """A reading for every list, or an object of operations and their readings."""
    if isinstance(value, Mapping):
        right = all(name in lists() and one in READINGS for name, one in value.items())
    else:
        right = isinstance(value, str) and value in ("", *READINGS)
    return "" if right else f"one of {', '.join(READINGS)}, or an object of operations of lists and these"


@checked(config=STRICT)
class Switches:
    """The defaults are the strict or the documented reading."""

    thin_lists: bool = False
    """Agent rows of lists lack rolePermissionType, timeZone and cf."""
    epoch_times: bool = False
    """Times are integers (milliseconds since the epoch) instead of ISO text."""
    first_index: str | Mapping[str, str] = ""
    """How lists count, by a name of ``READINGS``: all of them, or those of some operations; else ``FIRST_INDEX``."""
    last_offset: Count = 4_999
    """The highest ``from`` of a list; 0 is no bound."""
    error_messages: Literal["empty", "full", "missing"] = "empty"
    """``errorMessage`` of field errors: ``empty``, ``full`` with the contract's words around it, or ``missing``."""
    credits_before: bool = True
    """The header of the remaining credits counts the call itself not yet."""
    unknown_account_status: Literal[403, 404] = 403
    """What the id of no account gets: 403 ``FORBIDDEN``, or 404."""
    unknown_org_status: Literal[422, 403] = 422
    """What an ``orgId`` that is no organisation gets: 422, or 403 as that of another organisation."""
    throttle_status: Literal[200, 400] = 400
    """HTTP status of the token endpoint's throttling answer: 200 or 400."""
    live_tokens: Annotated[int, Ge(1)] = 10
    """Access tokens alive at once for one refresh token; the oldest dies."""
    token_requests: Count = 10
    """Token requests in ten minutes for one refresh token."""
    token_requests_a_minute: Count = 0
    """Token requests in one minute for one refresh token; 0 is no bound beside that of ten minutes."""
    code_seconds: Annotated[int, Ge(1)] = 120
    """How long a code of the consent page is good."""
    email_change: bool = False
    """PATCH may change the e-mail address of a confirmed agent."""
    archived_email: Literal["invitation_fails", "free", "taken"] = "invitation_fails"
    """The address of a deleted agent: an invitation goes out, but cannot be accepted until that agent is anonymized
    (``invitation_fails``); it is ``free``; or it is ``taken``."""
    creator_type: Literal["Custom", "Admin"] = "Custom"
    """``rolePermissionType`` of who made the portal, on the role and profile of an administrator; or ``Admin``."""
    invisible_as_404: bool = False
    """An object in a department that the caller cannot see answers 404 instead of 403."""
    wrong_dc: WrongDc = ""
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
    unknown_fields_status: Literal[500, 422] = 500
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
    """Names of which no text says that they are unique may be taken twice (those of skills and skill types aside)."""
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
    default_profiles_fixed: bool = True
    """Profiles that the system made cannot be changed."""
    webhook_refusal_status: Literal[500, 422] = 500
    """What a webhook whose address does not answer gets: 500, as was seen, or 422 with its pointer."""
    webhook_update_checked: bool = True
    """A new address of a webhook must answer as well."""
    skill_name_scope: Literal["type", "department"] = "type"
    """A skill's name is unique within its ``type`` or within the ``department``."""
    normalized_pattern: bool = False
    """A criteria pattern comes back without needless parentheses and spaces."""
    shapes: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    """Operation to fields of its objects at any depth (``layoutDetails.id``) and their types: see ``_shapes``. Nothing
    is left out where the call says what it wants."""
    latency_ms: Annotated[int, Interval(ge=0, le=60_000)] = 0
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
        made("The switches", Switches, values)
        must_be("The switches: first_index", values.get("first_index", ""), _readings)
        for name, value in values.items():
            setattr(self, name, value)
