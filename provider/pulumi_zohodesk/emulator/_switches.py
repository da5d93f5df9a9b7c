"""Switches: what the emulator does where the service's behaviour is unconfirmed or varies.

``docs/api-notes.md`` lists each with the open question behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any


@dataclass
class Switches:
    """The defaults are the strict or the documented reading."""

    thin_lists: bool = False
    """Agent rows of lists lack rolePermissionType, timeZone and cf."""
    epoch_times: bool = False
    """Times are integers (milliseconds since the epoch) instead of ISO text."""
    from_base: int = 0
    """The first row of a list: 0, or 1 (``from=0`` is then refused)."""
    throttle_status: int = 200
    """HTTP status of the token endpoint's throttling answer: 200 or 400."""
    live_tokens: int = 10
    """Access tokens alive at once for one refresh token; the oldest dies."""
    token_requests: int = 10
    """Token requests in ten minutes for one refresh token."""
    email_change: bool = False
    """PATCH may change the e-mail address of a confirmed agent."""
    archived_email_taken: bool = False
    """The address of a deleted agent cannot be used again."""
    invisible_as_404: bool = False
    """An object in a department that the caller cannot see answers 404 instead of 403."""
    wrong_dc: str = ""
    """``html404``: every path answers an HTML 404; ``401``: every token is refused."""
    reading_needs_permission: bool = True
    """Reading departments, agents, skills, roles, profiles and sharing rules needs what changing them needs."""
    create_needs_public: bool = True
    """A record can be created only where its module is shared ``public``; administrators can always."""
    bearer_accepted: bool = False
    """``Authorization: Bearer`` is accepted too."""
    org_query_accepted: bool = False
    """``orgId`` may be sent as a query parameter."""
    department_agents_add: bool = False
    """PATCH of a department's associatedAgentIds adds to the agents instead of replacing them."""
    last_department_refused: bool = True
    """An agent's last department cannot be taken away."""
    skill_name_scope: str = "type"
    """A skill's name is unique within its ``type`` or within the ``department``."""
    normalized_pattern: bool = False
    """A criteria pattern comes back without needless parentheses and spaces."""
    latency_ms: int = 0
    """Real milliseconds every API call takes, so that calls overlap and the concurrency cap bites."""

    def change(self, values: dict[str, Any]) -> None:
        """Sets the named switches; raises ValueError for a name that is none."""
        known = {one.name for one in fields(self)}
        unknown = sorted(set(values) - known)
        if unknown:
            raise ValueError(f"There is no switch named {', '.join(unknown)}.")
        for name, value in values.items():
            setattr(self, name, value)
