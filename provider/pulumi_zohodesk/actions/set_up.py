"""What administrators set up, and what is looked up. Source: the files of the contract that each group names.

Organisations: whoever may call at all may read them, so only the scope counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from pulumi_zohodesk.actions._action import Action, Layer, administrative
from pulumi_zohodesk.actions._uses import Use, operations_of
from pulumi_zohodesk.engine import GET_ORGANIZATION, MY_INFO, MY_PROFILE, SHARING_RULES, Kind, plural, single, snake
from pulumi_zohodesk.kinds import (
    FEATURE_COUNT,
    LICENSE_FEATURES,
    ORGANIZATIONS,
    TICKET_TAGS,
    VIEWS,
    department,
    profile,
    skill,
    skill_type,
)
from pulumi_zohodesk.kinds import _agent_calls as agent
from pulumi_zohodesk.transport import Operation

_ACCESSIBLE = Operation(
    "getAccessibleOrganizationsForUser",
    "GET",
    "/accessibleOrganizations",
    ("Desk.basic.READ", "Desk.organization.READ", "Desk.settings.READ"),
    needs_org=False,
)
_READ = ("Desk.automations.READ", "Desk.basic.READ", "Desk.settings.READ")
CRITERIA_FIELDS = Operation(
    "getCriteriaFieldsForSkills", "GET", "/skills/criteriaFields", _READ, permission="setup.automation"
)

_more = partial(administrative, connector=False)
"""What is not among the forty, as `administrative`."""


def actions_of_kind(kind: Kind) -> Iterator[Action]:
    """Its operations by the names that people type: ``holiday_lists.create``."""
    one = single(kind.words)
    new = ("clone", f"Clone {one}") if kind.cloned_from else ("create", f"Create {one}")
    made = {} if kind.always else {kind.create: new}
    read = {} if kind.get.page_size else {kind.get: ("get", f"Read {one}")}  # else the list of another kind
    listed = {} if kind.always else {kind.listing.operation: ("list", f"List {plural(kind.words)}")}
    titles = {**made, **read, **listed, kind.update: ("update", f"Change {one}")}
    for operation in dict.fromkeys((*titles, *operations_of(Use(kind.name).with_all_removals()))):
        if operation in titles or (operation != kind.get and operation.path.startswith(kind.calls.path)):
            verb, title = titles.get(operation) or _named(kind, operation, one)
            yield administrative(operation, f"{kind.group}.{verb}", title, connector=False)


def _named(kind: Kind, operation: Operation, one: str) -> tuple[str, str]:
    """``delete``, or ``related_rules`` of ``getRelatedRulesForBusinessHour``."""
    if operation.method == "DELETE":
        return "delete", f"Delete {one}"
    verb = snake(operation.name.removeprefix("get").split("For")[0].replace(kind.calls.noun, ""))
    said = verb.replace("_", " ")
    return verb, f"List the {said} of {one}" if operation.method == "GET" else f"{said.capitalize()} {one}"


ACTIONS = (
    # Organization.json
    Action("organizations.get", GET_ORGANIZATION, "Read one organisation: name, edition, primary contact"),
    Action(
        "organizations.list", ORGANIZATIONS, "List the organisations of the person who consented", list_credits=True
    ),
    Action(
        "organizations.list_accessible",
        _ACCESSIBLE,
        "List the organisations that the token reaches; signing in asks it",
        connector=False,
        list_credits=True,
    ),
    # Department.json. There is no deletion: the API cannot delete a department.
    administrative(department.CALLS.create, "departments.add", "Add a department"),
    administrative(department.CALLS.get, "departments.get", "Read one department"),
    administrative(department.CALLS.list, "departments.list", "List the departments that the agent can see"),
    administrative(department.CALLS.update, "departments.update", "Change fields of a department"),
    administrative(department.ENABLE, "departments.enable", "Bring a disabled department back"),
    administrative(
        department.DISABLE, "departments.disable", "Disable a department; others can take over mailboxes and agents"
    ),
    # Agent.json. Adding one mails an invitation and takes a seat.
    administrative(agent.CALLS.create, "agents.add", "Add an agent: mails an invitation, takes a seat"),
    administrative(agent.CALLS.get, "agents.get", "Read one agent"),
    administrative(agent.CALLS.list, "agents.list", "List agents"),
    administrative(agent.CALLS.update, "agents.update", "Change fields of an agent"),
    _more(agent.BY_EMAIL, "agents.get_by_email", "Read the agent with an address"),
    _more(agent.ACTIVATE, "agents.activate", "Bring deactivated agents back"),
    _more(agent.DEACTIVATE, "agents.deactivate", "Deactivate an agent"),
    _more(agent.REASSIGN, "agents.reassign", "Hand the open work of a deactivated agent to others"),
    _more(agent.CALLS.delete, "agents.delete", "Delete an agent who accepted the invitation, for good"),
    _more(agent.DELETE_UNCONFIRMED, "agents.delete_unconfirmed", "Delete agents who never accepted, for good"),
    Action("agents.me", MY_INFO, "Read the agent whose token it is", connector=False),
    # Skill.json, AutomationFeatureCount.json
    administrative(skill.CALLS.create, "skills.create", "Create a skill in a skill type"),
    administrative(skill.CALLS.get, "skills.get", "Read one skill"),
    administrative(skill.CALLS.list, "skills.list", "List the skills of a department"),
    administrative(skill.CALLS.update, "skills.update", "Change fields of a skill"),
    administrative(skill.CALLS.delete, "skills.delete", "Delete a skill"),
    _more(skill.RELATED_RULES, "skills.related_rules", "List the automation rules that name a skill"),
    _more(CRITERIA_FIELDS, "skills.criteria_fields", "List the fields that criteria can name; a clone asks"),
    _more(
        FEATURE_COUNT,
        "skills.feature_count",
        "Read how many objects of a sort there may be; a plan that makes some asks",
    ),
    # SkillType.json
    administrative(skill_type.CALLS.create, "skill_types.create", "Create a skill type in a department"),
    administrative(skill_type.CALLS.get, "skill_types.get", "Read one skill type"),
    administrative(skill_type.CALLS.list, "skill_types.list", "List skill types"),
    administrative(skill_type.CALLS.update, "skill_types.update", "Rename a skill type"),
    administrative(skill_type.CALLS.delete, "skill_types.delete", "Delete a skill type"),
    # Profile.json, SharingRule.json: programs look profiles up, and a refusal is explained with the caller's own.
    *actions_of_kind(profile.KIND),
    Action("profiles.mine", MY_PROFILE, "Read the profile of the agent whose token it is", connector=False),
    replace(
        _more(
            replace(SHARING_RULES, permission="setup.permission"),
            "profiles.data_sharing",
            "Read the level of data sharing of each module",
        ),
        operation=SHARING_RULES,
    ),
    # CustomView.json, TicketTag.json, LicenseFeaturePlan.json: what programs look up and no kind manages.
    Action("views.list", VIEWS, "List the views of a module", connector=False),
    Action(
        "ticket_tags.list",
        TICKET_TAGS,
        "List the tags of a department",
        profile=Layer("refused", TICKET_TAGS.permission, "tags are of tickets; that they need this is unconfirmed"),
        connector=False,
    ),
    Action("license_features.list", LICENSE_FEATURES, "List what the plan of the organisation allows", connector=False),
)
