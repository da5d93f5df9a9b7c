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
    unknown_id: Literal["404", "403", "other"] = "404"
    """What the id of nothing gets: ``404 URL_NOT_FOUND``, ``403 FORBIDDEN``, or 404 with another code."""
    deleted_object: Literal["404", "403", "found"] = "404"
    """What reading a deleted object gets: the same, or the object as it was (``found``)."""
    list_lag_seconds: Count = 0
    """How long lists do not show what was made."""
    refused_calls_cost: bool = True
    """A call that is refused costs what it would have cost; else nothing."""
    page_size_zero_refused: bool = False
    """A ``limit`` of 0 is refused (422); else the page is empty. Accounts always refuse it."""
    largest_page: Count = 0
    """The largest ``limit`` of a list, where the contract allows more; 0 is no bound beside the contract's."""
    undeclared_204: bool = False
    """An empty list answers 204 also where the contract declares none."""
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
    skill_type_names: Literal["any case", "case", "no"] = "any case"
    """Names of skill types are unique in their department whatever their case, with it, or not."""
    full_skill_types_refused: bool = True
    """A skill type that holds skills cannot be deleted; else they go with it."""
    empty_criteria: bool = False
    """Criteria may have no condition."""
    pattern_uses_all: bool = False
    """A pattern must name every condition."""
    skill_patch_resets: bool = False
    """PATCH of a skill resets description, status, criteria and agents that it does not name."""
    team_lists_add: bool = False
    """PATCH of a team's agents, roles and teams adds to what there is instead of replacing it."""
    team_successor_needed: bool = False
    """A team cannot be deleted without naming a successor."""
    role_successor_below: bool = False
    """A role that goes may be taken over by one below it."""
    clone_type: Literal["Custom", "source"] = "Custom"
    """The type of a profile that is made: ``Custom``, or that of the one it is a clone of."""
    permissions_reset: bool = False
    """PATCH of a profile's permissions takes away those that it does not name."""
    slots_checked: bool = True
    """Days that are there twice, and times that overlap or end before they begin, are refused."""
    always_there: bool = True
    """Data sharing, routing and skill settings have values from the beginning; else reading and setting them is 404."""
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
    one_default_address: bool = True
    """A From address that is made the default of its department takes that from the one that was."""
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
