"""What each parameter of an action means, in a few words: the contract gives names, types and bounds, but no prose.

A name means the same everywhere, unless its group or its action says otherwise. The words end without a full stop.
"""

from __future__ import annotations

from collections.abc import Mapping

from pulumi_zohodesk.engine import Kind, snake
from pulumi_zohodesk.kinds import KINDS


def meaning_of(action: str, parameter: str) -> str:
    """The meaning of a parameter (``departmentId``) of an action (``tickets.move``). Raises KeyError for none."""
    group, _, verb = action.partition(".")
    for key in (f"{action}.{parameter}", f"{group}.{parameter}"):
        if key in _OWN:
            return _OWN[key]
    kind = next((kind for kind in KINDS if kind.group == group), None)
    return (kind and _of_kind(kind, verb, parameter)) or _ANYWHERE[parameter]


def _of_kind(kind: Kind, verb: str, parameter: str) -> str:
    """What the declaration says of it; what is no argument of the kind says itself what it is."""
    if parameter == kind.calls.placeholder and not kind.always:
        return kind.words
    field = kind.by_wire.get(parameter)
    if field is None:
        return "" if parameter in _ANYWHERE else snake(parameter).replace("_", " ")
    return f"only those with this {parameter}" if verb == "list" else field.sentence


_TIME = "ISO 8601 in UTC, as 2026-03-01T09:30:00.000Z"

_ANYWHERE: Mapping[str, str] = {
    "accountId": "account, the organisation a contact belongs to",
    "accountIds": "accounts, moved to the recycle bin",
    "accountName": "name of the account",
    "agentNewDepartment": "department that its agents move to",
    "agentReassignment": "who takes over, per department: tasks (taskNewOwner), tickets (ticketNewOwner), as agent ids",
    "annualrevenue": "revenue of a year, in the currency of the organisation",
    "assignee": "only tickets of these agents",
    "assigneeId": "agent who works on the ticket",
    "associatedSLAIds": "service level agreements that hold for the account",
    "blueprint": "blueprint that the ticket runs through",
    "category": "category, as the layout lists them",
    "cf": "own fields by their API names, as cf_number",
    "cfFieldName": "API name of the own field that is searched",
    "cfSearchStr": "what the own field must hold",
    "channel": "how the ticket came, such as Email, Phone or Web",
    "chatStatus": "only departments whose chat is in this state",
    "city": "city of the address",
    "classification": "classification, such as Question, Problem or Feature",
    "clonedTicketId": "ticket that this one is a copy of",
    "commenter": "only tickets that this agent has commented on",
    "contact": "person who asks, made along with the ticket where there is no contact yet",
    "contactId": "contact, the person who asks",
    "contactIds": "contacts, moved to the recycle bin",
    "country": "country of the address",
    "customFields": "own fields by their labels; cf has them by API name, and is the newer way",
    "default": "only those that come with Zoho Desk (True), or only others",
    "departmentId": "department",
    "description": "description",
    "disableClosureNotification": "whether the contact is not told that the ticket was closed",
    "dueDate": f"until when it must be resolved, {_TIME}",
    "email": "e-mail address",
    "emailNewDepartment": "department that its e-mail addresses move to",
    "entitySkills": "skills that the ticket needs",
    "facebook": "id on Facebook",
    "fax": "fax number",
    "fieldName": "field that searchStr is looked for in",
    "fields": "fields that each row shall have, up to 30, by API name; any type but multi-text",
    "filterId": "saved filter whose rows are listed",
    "filters": "conditions, at most 25: criteria.fieldConditions have field (an API name), con and data",
    "firstName": "first name",
    "follower": "only tickets that this agent follows; commenter is ignored then",
    "forumId": "sub-category of the community, for a ticket that came from a forum",
    "from": "rows to skip, counted from 0",
    "include": "what comes with each object, beside its ids",
    "includeCustomDomain": "whether the organisation's own domain is told",
    "industry": "industry of the account",
    "isConfirmed": "only agents who have accepted the invitation (True), or only others",
    "isDefault": "only roles that come with Zoho Desk (True), or only others",
    "isLightAgent": "only light agents (True), or only others",
    "isShared": "tickets that departmentId shares (True), or that are shared with sharedDepartmentId (False)",
    "isSpam": "whether tickets marked as spam are listed, in place of the others",
    "isVisible": "only roles that are shown (True), or only others",
    "language": "language, as English",
    "lastName": "last name",
    "layoutId": "layout of the record's fields",
    "featureCodes": "only these features, by code",
    "includeDetailedLimits": "whether free and bought quotas are told beside the limit",
    "isAllowed": "only what the plan allows (True), or only the rest",
    "limit": "rows of a page",
    "mappedSkillsStatus": "only types that have skills in this status",
    "mobile": "mobile telephone number",
    "organizationId": "organisation",
    "ownerId": "agent who owns the record",
    "parentTicket": "ticket that this one belongs to",
    "phone": "telephone number",
    "priority": "priority, such as High, Medium or Low",
    "productId": "product that the ticket is about",
    "profileIds": "only agents with one of these permission profiles, at most 50",
    "receivedInDays": "only tickets whose customer answered within so many days; what -1 means is not told",
    "resolution": "how it was resolved",
    "responseDueDate": "until when the customer must be answered; it can only be taken away, by the text null",
    "roleIds": "only agents with one of these roles, at most 50",
    "searchStr": "what the name or description must be: x exactly; the start as x*, a part as *x*",
    "searchString": "how the name must begin",
    "secondaryContacts": "further contacts who are kept informed",
    "secondaryEmail": "second e-mail address",
    "sharedDepartmentId": "only tickets that are shared with this department, by departmentId if that is given",
    "sharedDepartments": "departments that may see the ticket as well",
    "skillIds": "only these skills, at most 50",
    "sortBy": "field that decides the order, the smallest first",
    "sortOrder": "order: asc, smallest first, or desc",
    "sourceTicket": "locked ticket that this one follows up",
    "state": "state or province of the address",
    "street": "street and number of the address",
    "subCategory": "category within the category",
    "subject": "what it is about, in a line",
    "teamId": "team that works on the ticket",
    "teamIds": "only tickets of these teams",
    "ticketCreationType": "what the ticket is made as",
    "ticketId": "ticket",
    "ticketIds": "tickets; they can be restored from the recycle bin for 60 days",
    "title": "title of the person, as Dr.",
    "twitter": "id on Twitter",
    "type": "what kind of contact it is",
    "uploads": "files that were uploaded before",
    "viewId": "list view whose rows are listed",
    "visible": "only those that are shown (True), or only others",
    "webUrl": "address of the ticket in the web interface",
    "website": "address of the account's website",
    "zip": "postal code of the address, as a number: it cannot begin with 0",
}

_OWN: Mapping[str, str] = {
    "contacts.list.viewId": "list view whose rows are listed; the contract has a short number here",
    "profiles.searchStr": "what the name or description must be: x exactly; the start as x%, a part as %x%",
    "agents.agentIds": "agents",
    "agents.list.rolePermissionType": "only agents who may see this much",
    "agents.list.searchStr": "what the field must be, or any of them: x exactly; the start as x*, a part as *x*",
    "agents.list.status": "only agents in this state",
    "agents.list.departmentIds": "only agents of these departments, at most 50",
    "agents.status": "whether the agent is in service",
    "accounts.code": "zip code of the account",
    "departments.departmentId": "department",
    "departments.associatedAgentIds": "agents of the department; an update replaces the list, with 1 to 100 of them",
    "skill_types.departmentId": "department that the skill type is for",
    "skills.departmentId": "department that the skill is for",
    "skills.criteria_fields.module": "module whose fields are listed",
    "skills.feature_count.feature": "what is counted",
    "skills.feature_count.module": "module, for features that are counted per module",
    "skills.agentIds": "agents who have the skill; an update replaces all of them",
    "skills.list.status": "only skills in this state",
    "skills.status": "whether tickets are assigned by the skill",
    "views.module": "module whose views are listed",
    "tickets.departmentIds": "only tickets of these departments",
    "tickets.list.channel": "only tickets that came by these channels",
    "tickets.list.priority": "only tickets of these priorities",
    "tickets.list.status": "only tickets in these states",
    "tickets.list_associated.status": "only tickets in these states",
    "tickets.move.departmentId": "department that the ticket moves to",
    "tickets.status": "status, as the layout lists them, such as Open, On Hold, Escalated or Closed",
}
"""By action and name, or by group and name."""
