"""Made by `make generate` from kinds/_looked_up.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pulumi

from pulumi_zohodesk.dynamic import ends_the_program_plainly
from pulumi_zohodesk.kinds import LOOKED_UP
from pulumi_zohodesk.resources._lookups import later, seen

__all__ = [
    "AutomationCountInfo",
    "LicenseFeatureInfo",
    "SlaInfo",
    "TicketTagInfo",
    "ViewInfo",
    "get_automation_count",
    "get_automation_count_output",
    "get_license_feature",
    "get_license_feature_output",
    "get_sla",
    "get_sla_output",
    "get_ticket_tag",
    "get_ticket_tag_output",
    "get_view",
    "get_view_output",
]

_WHAT = {what.name: what for what in LOOKED_UP}


@dataclass(frozen=True)
class ViewInfo:
    """A view, as getViews answers it."""

    id: str
    name: str
    display_label: str | None
    is_custom_view: bool | None
    is_locked: bool | None


@ends_the_program_plainly
def get_view(*, module: str, name: str, department_id: str | None = None, connection: str | None = None) -> ViewInfo:
    """The view of this name (getViews).

    A list view of a module. Found by its name or by its label; ``department_id`` narrows.

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return seen(ViewInfo, _WHAT["View"], {"module": module, "departmentId": department_id, "name": name}, connection)


def get_view_output(
    *,
    module: pulumi.Input[str],
    name: pulumi.Input[str],
    department_id: pulumi.Input[str] | None = None,
    connection: str | None = None,
) -> pulumi.Output[ViewInfo]:
    """`get_view` for outputs."""
    return later(get_view, module=module, name=name, department_id=department_id, connection=connection)


@dataclass(frozen=True)
class TicketTagInfo:
    """A tag, as listTicketTags answers it."""

    id: str
    name: str
    tag_type: str | None
    ticket_count: int | None


@ends_the_program_plainly
def get_ticket_tag(*, department_id: str, name: str, connection: str | None = None) -> TicketTagInfo:
    """The tag of this name (listTicketTags).

    A tag of tickets in a department. There is no other way to make one than to give it to a ticket.

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return seen(TicketTagInfo, _WHAT["TicketTag"], {"departmentId": department_id, "name": name}, connection)


def get_ticket_tag_output(
    *, department_id: pulumi.Input[str], name: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[TicketTagInfo]:
    """`get_ticket_tag` for outputs."""
    return later(get_ticket_tag, department_id=department_id, name=name, connection=connection)


@dataclass(frozen=True)
class SlaInfo:
    """A service level agreement, as getSupportPlans answers it."""

    id: str
    name: str
    status: str | None


@ends_the_program_plainly
def get_sla(*, department_id: str, name: str, connection: str | None = None) -> SlaInfo:
    """The service level agreement of this name (getSupportPlans).

    A service level agreement, as far as support plans of the department name it: no operation lists all of
    them.

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return seen(SlaInfo, _WHAT["Sla"], {"departmentId": department_id, "name": name}, connection)


def get_sla_output(
    *, department_id: pulumi.Input[str], name: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[SlaInfo]:
    """`get_sla` for outputs."""
    return later(get_sla, department_id=department_id, name=name, connection=connection)


@dataclass(frozen=True)
class LicenseFeatureInfo:
    """A licence feature, as featureInfo answers it."""

    code: str
    name: str
    is_allowed: bool
    limits: Mapping[str, Any]


@ends_the_program_plainly
def get_license_feature(*, name: str, connection: str | None = None) -> LicenseFeatureInfo:
    """The licence feature of this name (featureInfo).

    What the organisation's plan allows, found by the name or the code of the feature.

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return seen(LicenseFeatureInfo, _WHAT["LicenseFeature"], {"name": name}, connection)


def get_license_feature_output(
    *, name: pulumi.Input[str], connection: str | None = None
) -> pulumi.Output[LicenseFeatureInfo]:
    """`get_license_feature` for outputs."""
    return later(get_license_feature, name=name, connection=connection)


@dataclass(frozen=True)
class AutomationCountInfo:
    """An automation count, as getUsedCountForAutomationFeature answers it."""

    max_total_count: int | None
    max_active_count: int | None
    used_total_count: int | None
    used_active_count: int | None


@ends_the_program_plainly
def get_automation_count(
    *, feature: str, department_id: str | None = None, module: str | None = None, connection: str | None = None
) -> AutomationCountInfo:
    """The automation count of this name (getUsedCountForAutomationFeature).

    How many workflows, blueprints, skills and so on there are and may be.

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return seen(
        AutomationCountInfo,
        _WHAT["AutomationCount"],
        {"feature": feature, "departmentId": department_id, "module": module},
        connection,
    )


def get_automation_count_output(
    *,
    feature: pulumi.Input[str],
    department_id: pulumi.Input[str] | None = None,
    module: pulumi.Input[str] | None = None,
    connection: str | None = None,
) -> pulumi.Output[AutomationCountInfo]:
    """`get_automation_count` for outputs."""
    return later(
        get_automation_count, feature=feature, department_id=department_id, module=module, connection=connection
    )
