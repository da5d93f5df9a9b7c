"""A call of each operation that must succeed, and the objects that it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

from .conftest import Api, skill_body


class World:
    """Some of everything, for the calls below."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.home = api.default_department()
        self.sales = api.department("Sales", description="Sells")["id"]
        self.agent = api.agent(departments=[self.home, self.sales], cf={"cf_shift": "early"}, phone="+1 555")["id"]
        self.skill_type = api.skill_type(self.sales)["id"]
        self.empty_type = api.skill_type(self.sales, "Products")["id"]
        self.skill = api.skill(self.skill_type, agentIds=[self.agent])["id"]
        self.other_skill = api.skill(self.skill_type, "French")["id"]
        self.account = api.account(website="https://southwind.example")["id"]
        self.contact = api.contact(accountId=self.account)["id"]
        state = api.emulator.state("prod")
        owner = state["agents"][0]["id"]
        self.product = api.product("Crate", [self.home])["id"]
        self.ticket = api.ticket(self.contact, assigneeId=owner, priority="High", cf={"cf_floor": "3"})["id"]
        self.organization = state["id"]
        self.administrator = state["agents"][0]
        self.role = state["roles"][0]["id"]
        self.profile = state["profiles"][0]["id"]

    def confirmed(self) -> str:
        self.api.emulator.edit("prod", "agents", "update", id=self.agent, values={"isConfirmed": True})
        return str(self.agent)

    def deleted(self) -> str:
        assert self.api.delete(f"/agents/{self.confirmed()}").status_code == 204
        return str(self.agent)

    def disabled(self) -> str:
        assert self.api.post(f"/agents/{self.agent}/deactivate").status_code == 204
        return str(self.agent)

    def related(self) -> str:
        rule = {"ruleId": "123", "ruleName": "Escalate", "ruleType": "SLA"}
        self.api.emulator.edit("prod", "skills", "update", id=self.skill, values={"relatedRules": [rule]})
        return str(self.skill)

    @property
    def tag(self) -> str:
        values = {"name": "returns", "departmentId": self.sales}
        return str(self.api.emulator.edit("prod", "ticketTags", "create", values=values)["id"])

    @property
    def lead(self) -> str:
        return str(self.api.role("Lead", reportsTo=self.role)["id"])

    @property
    def team(self) -> str:
        body = {"agents": [self.agent], "rolesWithSubordinates": [self.role]}
        return str(self.api.made("/teams", {"name": "First", "departmentId": self.sales, **body})["id"])

    @property
    def folder(self) -> str:
        return str(self.api.made("/templateFolders", folder(self.home))["folderId"])

    @property
    def template(self) -> str:
        return str(self.api.made("/templates", template(self.home, self.folder))["templateId"])

    @property
    def clone(self) -> str:
        return str(self.api.made(f"/profiles/{self.profile}/clone", {"name": "Copy"})["id"])

    @property
    def webhook(self) -> str:
        return str(self.api.made("/webhooks", webhook(Ticket_Add=None))["id"])

    @property
    def from_address(self) -> str:
        return str(self.api.made("/mailReplyAddress", from_address(self.home))["data"]["id"])

    @property
    def sla(self) -> str:
        values = {"name": "Gold", "departmentId": self.home}
        return str(self.api.emulator.edit("prod", "slas", "create", values=values)["id"])

    @property
    def plan(self) -> str:
        return str(self.api.made("/supportPlans", support_plan(self.home, self.sla))["id"])

    @property
    def holiday_list(self) -> str:
        return str(self.api.made("/holidayList", holidays("Bavaria"))["id"])

    @property
    def business_hours(self) -> str:
        return str(self.api.made("/businessHours", hours("Day shift"))["id"])

    def zuid(self) -> str:
        return str(self.administrator["zuid"])

    def reassignment(self) -> dict[str, Any]:
        owner = self.administrator["id"]
        return {"agentReassignment": [{"departmentId": self.home, "ticketNewOwner": owner, "taskNewOwner": None}]}


NO_SUCCESSORS = dict.fromkeys(("ticketNewTeam", "ticketNewAgent", "taskNewTeam", "taskNewAgent"), "")


def folder(department: str, name: str = "Welcome", **access: Any) -> dict[str, Any]:
    """A legal body of a new folder, for all agents unless ``access`` says otherwise."""
    lists: dict[str, Any] = {one: [] for one in ("teams", "roles", "rolesAndSubordinates", "agents")}
    details = {"type": "allAgents", **lists, **access}
    return {"departmentId": department, "folderName": name, "folderAccessDetails": details}


def template(department: str, folder: str, name: str = "Greeting", **more: Any) -> dict[str, Any]:
    """A legal body of a new template."""
    body = {"subject": "Hi", "body": "<P>Hi&auml;</P>", "contentType": "richtext", "recordType": "tickets"}
    place = {"departmentId": department, "folderId": folder, "fromId": "support@example.com"}
    return {"templateName": name, **body, **place, **more}


SMTP = {"host": "mail.example.com", "port": "587", "userName": "desk", "connectionType": "TLS", "password": "x" * 30}


def from_address(department: str, **more: Any) -> dict[str, Any]:
    """A legal body of a new From address."""
    body = {"address": "help@example.com", "displayName": "Help", "departmentId": department}
    return {**body, **({"serviceProviderType": "CustomSMTP"} if "smtpDetails" in more else {}), **more}


def webhook(**subscriptions: Any) -> dict[str, Any]:
    """A legal body of a new webhook."""
    return {"name": "Hook", "url": "https://hooks.example/desk", "subscriptions": subscriptions}


HOURS = {
    "supportType": "HOURS",
    "creditDetails": {
        "creditLimit": "40",
        "creditCycle": "MONTHLY",
        "isAdditionalUsageAllowed": False,
        "isCarryForwardAllowed": True,
    },
}


def support_plan(department: str, sla: str, name: str = "Basic", more: Any = ()) -> dict[str, Any]:
    """A legal body of a new support plan."""
    body = {"name": name, "departmentId": department, "slaId": sla, "status": "ACTIVE"}
    return {**body, "supportType": "UNLIMITED_SUPPORT", **dict(more)}


def holidays(name: str, **more: Any) -> dict[str, Any]:
    """A legal body of a new holiday list."""
    days = [{"holidayName": "New Year", "from": "01-01", "to": "01-01"}]
    return {"name": name, "status": "ACTIVE", "holidays": days, **more}


def hours(name: str, **more: Any) -> dict[str, Any]:
    """A legal body of new business hours."""
    days = [{"day": "MONDAY", "timeSlots": [{"startTime": "08:00", "endTime": "12:00"}]}]
    body = {"name": name, "type": "SPECIFIC", "status": "ACTIVE", "timeZoneId": "Europe/Berlin", "businessTimes": days}
    return {**body, **more}


CallIt = Callable[[Api, World], httpx.Response]

GOOD: dict[str, CallIt] = {
    "getOrganizations": lambda a, w: a.get("/organizations"),
    "getAccessibleOrganizationsForUser": lambda a, w: a.get("/accessibleOrganizations"),
    "getOrganization": lambda a, w: a.get(f"/organizations/{w.organization}", includeCustomDomain=True),
    "updateOrganization": lambda a, w: a.patch(f"/organizations/{w.organization}", {"alias": "Desk"}),
    "getRoles": lambda a, w: a.get("/roles"),
    "getRole": lambda a, w: a.get(f"/roles/{w.role}"),
    "getRolesByIds": lambda a, w: a.get("/rolesByIds", roleIds=w.role),
    "getPersonalRole": lambda a, w: a.get("/personalRole"),
    "getRoleCount": lambda a, w: a.get("/roles/count", isVisible=True),
    "getAgentsByRole": lambda a, w: a.get(f"/roles/{w.role}/agents"),
    "addRole": lambda a, w: a.post("/roles", {"name": "Lead", "shareDataWithPeers": True, "reportsTo": w.role}),
    "updateRole": lambda a, w: a.patch(f"/roles/{w.lead}", {"description": "Leads"}),
    "deleteRole": lambda a, w: a.post(f"/roles/{w.lead}/delete", {"transferToRoleId": w.role}),
    "getProfileList": lambda a, w: a.get("/profiles", fields="type,isVisible,permissions"),
    "getProfile": lambda a, w: a.get(f"/profiles/{w.profile}"),
    "getMyProfile": lambda a, w: a.get("/myProfile"),
    "getLightAgentProfile": lambda a, w: a.get("/lightAgentProfile"),
    "getAgentsByProfile": lambda a, w: a.get(f"/profiles/{w.profile}/agents", active=True),
    "getDataSharingRules": lambda a, w: a.get("/dataSharingRules"),
    "updateDataSharingRules": lambda a, w: a.patch("/dataSharingRules", {"tickets": "public read only"}),
    "getDepartments": lambda a, w: a.get("/departments"),
    "getMyDepartments": lambda a, w: a.get("/myDepartments", isEnabled=True),
    "getDepartmentsByIds": lambda a, w: a.get("/departmentsByIds", departmentIds=f"{w.home},{w.sales}"),
    "getDepartment": lambda a, w: a.get(f"/departments/{w.sales}"),
    "getDepartmentsCount": lambda a, w: a.get("/departments/count"),
    "checkDepartmentNameExist": lambda a, w: a.get("/departments/checkExists", departmentName="Sales"),
    "addDepartment": lambda a, w: a.post("/departments", {"name": "R|D & more", "associatedAgentIds": [w.agent]}),
    "updateDepartment": lambda a, w: a.patch(f"/departments/{w.sales}", {"description": "x" * 500}),
    "associateAgentsToDepartment": lambda a, w: a.post(
        f"/departments/{w.sales}/associateAgents", {"agentIds": [w.administrator["id"]]}
    ),
    "dissociateAgents": lambda a, w: a.post(f"/departments/{w.sales}/dissociateAgents", {"agentIds": [w.agent]}),
    "enableDepartment": lambda a, w: a.post(f"/departments/{w.sales}/enable"),
    "disableDepartment": lambda a, w: a.post(f"/departments/{w.sales}/disable", {"agentNewDepartment": w.home}),
    "getAgentsInDepartment": lambda a, w: a.get(f"/departments/{w.sales}/agents"),
    "getAssociableAgents": lambda a, w: a.get(f"/departments/{w.sales}/associableAgents"),
    "getAgents": lambda a, w: a.get("/agents", include="profile,role"),
    "getAgentsByIds": lambda a, w: a.get("/agentsByIds", agentIds=w.agent),
    "getAgent": lambda a, w: a.get(
        f"/agents/{w.agent}",
        include="profile,role,associatedDepartments,associatedChatDepartments,verifiedEmails",
    ),
    "getMyInfo": lambda a, w: a.get("/myinfo", include="profile,role,associatedDepartments"),
    "getAgentByEmail": lambda a, w: a.get("/agents/email/ann@example.com"),
    "getAgentByZuid": lambda a, w: a.get(f"/agents/zuid/{w.zuid()}"),
    "getDeletedAgents": lambda a, w: (w.deleted(), a.get("/deletedAgents"))[1],
    "getAgentsCount": lambda a, w: a.get("/agents/count"),
    "getAllAgentsCount": lambda a, w: a.get("/agents/allCounts"),
    "addAgent": lambda a, w: a.post(
        "/agents",
        {
            "emailId": "new@example.com",
            "lastName": "New",
            "associatedDepartmentIds": [w.home],
            "rolePermissionType": "Admin",
        },
    ),
    "updateAgent": lambda a, w: a.patch(f"/agents/{w.agent}", {"firstName": "Ann"}),
    "activateAgents": lambda a, w: a.post("/agents/activate", {"agentIds": [w.agent]}),
    "deactivateAgents": lambda a, w: a.post(f"/agents/{w.agent}/deactivate"),
    "deleteAgent": lambda a, w: a.delete(f"/agents/{w.confirmed()}"),
    "deleteUnconfirmedAgent": lambda a, w: a.post("/agents/deleteUnconfirmed", {"agentIds": [w.agent]}),
    "reInviteAgents": lambda a, w: a.post("/agents/reinvite", {"agentIds": [w.agent]}),
    "anonymizeDeletedAgent": lambda a, w: a.post(
        f"/deletedAgents/{w.deleted()}/anonymize", {"anonymizedName": "Nobody"}
    ),
    "scheduleAgentReassignment": lambda a, w: a.post(f"/agents/{w.disabled()}/reassignment", w.reassignment()),
    "getSkillTypes": lambda a, w: a.get("/skillTypes"),
    "getSkillType": lambda a, w: a.get(f"/skillTypes/{w.skill_type}"),
    "createSkillType": lambda a, w: a.post("/skillTypes", {"departmentId": w.sales, "name": "Regions"}),
    "updateSkillType": lambda a, w: a.patch(f"/skillTypes/{w.skill_type}", {"name": "Tongues"}),
    "deleteSkillType": lambda a, w: a.delete(f"/skillTypes/{w.empty_type}"),
    "getSkills": lambda a, w: a.get("/skills", departmentId=w.sales),
    "getSkill": lambda a, w: a.get(f"/skills/{w.skill}"),
    "createSkill": lambda a, w: a.post("/skills", {**skill_body(w.skill_type, "Latin"), "description": "x" * 200}),
    "updateSkill": lambda a, w: a.patch(f"/skills/{w.skill}", {"status": "INACTIVE"}),
    "deleteSkill": lambda a, w: a.delete(f"/skills/{w.skill}"),
    "getRelatedRulesForSkill": lambda a, w: a.get(f"/skills/{w.related()}/relatedRules"),
    "reorderSkills": lambda a, w: a.post(
        "/skills/order", {"departmentId": w.sales, "skillIds": [w.other_skill, w.skill]}
    ),
    "getCriteriaFieldsForSkills": lambda a, w: a.get("/skills/criteriaFields", departmentId=w.sales, module="tickets"),
    "getSkillsOfAgent": lambda a, w: a.get(f"/agents/{w.agent}/skills", departmentIds=w.sales),
    "mapSkillsWithAgent": lambda a, w: a.post(
        f"/agents/{w.agent}/mapSkills", {"departmentId": w.sales, "skillIds": [w.other_skill]}
    ),
    "getAccounts": lambda a, w: a.get("/accounts", sortBy="-accountName"),
    "getAccount": lambda a, w: a.get(f"/accounts/{w.account}", include="owner"),
    "createAccount": lambda a, w: a.post("/accounts", {"accountName": "Zephyr", "city": "x" * 100, "fax": "1;2"}),
    "updateAccount": lambda a, w: a.patch(f"/accounts/{w.account}", {"industry": "Retail"}),
    "deleteAccount": lambda a, w: a.post("/accounts/moveToTrash", {"accountIds": [w.account]}),
    "getContacts": lambda a, w: a.get("/contacts", sortBy="account", include="accounts"),
    "getContact": lambda a, w: a.get(f"/contacts/{w.contact}", include="accounts,owner"),
    "createContact": lambda a, w: a.post(
        "/contacts", {"lastName": "Öz", "email": "öz@bücher.example", "twitter": "oz"}
    ),
    "updateContact": lambda a, w: a.patch(f"/contacts/{w.contact}", {"accountId": None, "mobile": "+1 (555)"}),
    "deleteContact": lambda a, w: a.post("/contacts/moveToTrash", {"contactIds": [w.contact]}),
    "getTickets": lambda a, w: a.get("/tickets", include="contacts,departments,team,assignee", sortBy="-createdTime"),
    "getAssociatedTickets": lambda a, w: a.get("/associatedTickets", departmentId=w.home),
    "getTicketsByContact": lambda a, w: a.get(f"/contacts/{w.contact}/tickets", isSpam=False),
    "getTicket": lambda a, w: a.get(
        f"/tickets/{w.ticket}", include="contacts,products,departments,team,assignee,contract,isRead,skills"
    ),
    "createTicket": lambda a, w: a.post(
        "/tickets", {"departmentId": w.home, "contact": {"lastName": "New", "email": "new@example.net"}}
    ),
    "updateTicket": lambda a, w: a.patch(f"/tickets/{w.ticket}", {"status": "Closed", "dueDate": "null"}),
    "moveTicket": lambda a, w: a("POST", f"/tickets/{w.ticket}/move?departmentId={w.sales}"),
    "deleteTicket": lambda a, w: a.post("/tickets/moveToTrash", {"ticketIds": [w.ticket]}),
    "getTeams": lambda a, w: (w.team, a.get("/teams", limit=1))[1],
    "getTeam": lambda a, w: a.get(f"/teams/{w.team}"),
    "createTeam": lambda a, w: a.post("/teams", {"name": "T", "departmentId": w.sales, "subTeams": [w.team]}),
    "updateTeam": lambda a, w: a.patch(f"/teams/{w.team}", {"agents": [], "roles": [w.role]}),
    "deleteTeam": lambda a, w: a.post(f"/teams/{w.team}/deleteTeam", {**NO_SUCCESSORS, "ticketNewAgent": w.agent}),
    "getTeamsInDepartment": lambda a, w: (w.team, a.get(f"/departments/{w.sales}/teams", searchStr="first"))[1],
    "getAssociatedTeamsForRole": lambda a, w: (w.team, a.get(f"/roles/{w.role}/teams"))[1],
    "listAssociatedTeamsForAgent": lambda a, w: (w.team, a.get(f"/agents/{w.agent}/teams"))[1],
    "getSubTeamsIds": lambda a, w: a.get(f"/teams/{w.team}/associables"),
    "getTeamMembersDetails": lambda a, w: a.get(f"/teams/{w.team}/members", include="role"),
    "getTemplateFolders": lambda a, w: (
        w.template,
        a.get("/templateFolders", departmentId=w.home, include="emailTemplatesCount,smsTemplatesCount"),
    )[1],
    "getTemplateFolder": lambda a, w: a.get(f"/templateFolders/{w.folder}"),
    "addTemplateFolder": lambda a, w: a.post(
        "/templateFolders", folder(w.sales, type="restrictedAccess", roles=[w.role])
    ),
    "updateTemplateFolder": lambda a, w: a("PUT", f"/templateFolders/{w.folder}", {"folderDesc": "Ours"}),
    "patchTemplateFolder": lambda a, w: a.patch(f"/templateFolders/{w.folder}", {"folderName": "Other"}),
    "deleteTemplateFolder": lambda a, w: a.delete(f"/templateFolders/{w.folder}"),
    "getTemplates": lambda a, w: (w.template, a.get("/templates", departmentId=w.home, module="tickets"))[1],
    "getTemplate": lambda a, w: a.get(f"/templates/{w.template}"),
    "addTemplate": lambda a, w: a.post("/templates", template(w.home, w.folder, replyTo="re@example.com")),
    "updateTemplate": lambda a, w: a("PUT", f"/templates/{w.template}", {"subject": "Hello"}),
    "patchTemplate": lambda a, w: a.patch(f"/templates/{w.template}", {"contentType": "plaintext"}),
    "deleteTemplate": lambda a, w: a.delete(f"/templates/{w.template}"),
    "getPlaceHolders": lambda a, w: a.get("/templates/placeHolders", departmentId=w.home, module="tickets"),
    "getReplyMailAddresses": lambda a, w: (w.from_address, a.get("/mailReplyAddress", departmentId="allDepartment"))[1],
    "getFromAddress": lambda a, w: a.get(f"/mailReplyAddress/{w.from_address}"),
    "addFromAddress": lambda a, w: a.post("/mailReplyAddress", from_address(w.home, smtpDetails=SMTP)),
    "updateFromAddress": lambda a, w: a.patch(f"/mailReplyAddress/{w.from_address}", {"displayName": "Us"}),
    "deleteMailReplyAddress": lambda a, w: a.delete(f"/mailReplyAddress/{w.from_address}"),
    "getWebhooks": lambda a, w: (w.webhook, a.get("/webhooks"))[1],
    "getWebhook": lambda a, w: a.get(f"/webhooks/{w.webhook}"),
    "createWebhook": lambda a, w: a.post("/webhooks", webhook(Ticket_Add={"departmentIds": [w.home]}, Agent_Add=None)),
    "updateWebhook": lambda a, w: a.patch(f"/webhooks/{w.webhook}", {"subscriptions": {"Contact_Add": None}}),
    "deleteWebhook": lambda a, w: a.delete(f"/webhooks/{w.webhook}"),
    "getSupportPlans": lambda a, w: (w.plan, a.get("/supportPlans", departmentId=w.home, status="ACTIVE"))[1],
    "getSupportPlanDetails": lambda a, w: a.get(f"/supportPlans/{w.plan}"),
    "createSupportPlan": lambda a, w: a.post("/supportPlans", support_plan(w.home, w.sla, "Silver", HOURS)),
    "updateSupportPlan": lambda a, w: a.patch(f"/supportPlans/{w.plan}", {"status": "DISCONTINUED"}),
    "deleteSupportPlan": lambda a, w: a.delete(f"/supportPlans/{w.plan}"),
    "getRoutingPreference": lambda a, w: a.get("/routingPreferences", departmentId=w.sales),
    "updateRoutingPreference": lambda a, w: a.patch(
        "/routingPreferences",
        {
            "departmentId": w.sales,
            "backLogLimit": "20",
            "customThresholdVsAgents": [{"agentIds": [w.agent], "customThreshold": 5}],
        },
    ),
    "getSkillConfiguration": lambda a, w: a.get("/skillConfiguration", departmentId=w.sales),
    "updateSkillConfiguration": lambda a, w: a.patch(
        "/skillConfiguration", {"departmentId": w.sales, "autoSkillStamping": "ACTIVE"}
    ),
    "updateProfile": lambda a, w: a.patch(f"/profiles/{w.clone}", {"permissions": {"reports": {"view": False}}}),
    "cloneProfile": lambda a, w: a.post(f"/profiles/{w.profile}/clone", {"name": "Second", "description": "A copy"}),
    "deleteProfile": lambda a, w: a.post(f"/profiles/{w.clone}/delete", {"transferToProfileId": w.profile}),
    "getProducts": lambda a, w: (w.product, a.get("/products", departmentId="0", sortBy="-unitPrice"))[1],
    "getProduct": lambda a, w: a.get(f"/products/{w.product}"),
    "createProduct": lambda a, w: a.post("/products", {"productName": "Box", "departmentIds": [w.home]}),
    "updateProduct": lambda a, w: a.patch(f"/products/{w.product}", {"unitPrice": 9.5, "productCode": None}),
    "deleteProduct": lambda a, w: a.post("/products/moveToTrash", {"productIds": [w.product]}),
    "getHolidayLists": lambda a, w: (w.holiday_list, a.get("/holidayList", status="ACTIVE"))[1],
    "getHolidayList": lambda a, w: a.get(f"/holidayList/{w.holiday_list}"),
    "createHolidayList": lambda a, w: a.post(
        "/holidayList",
        holidays("2028", holidayListType="YEAR_SPECIFIC", year=2028, associatedBusinessHourIds=[w.business_hours]),
    ),
    "updateHolidayList": lambda a, w: a.patch(f"/holidayList/{w.holiday_list}", {"status": "INACTIVE"}),
    "getBusinessHours": lambda a, w: (w.business_hours, a.get("/businessHours", limit=50))[1],
    "getBusinessHour": lambda a, w: a.get(f"/businessHours/{w.business_hours}"),
    "createBusinessHour": lambda a, w: a.post("/businessHours", hours("Night", holidayListIds=[w.holiday_list])),
    "updateBusinessHour": lambda a, w: a.patch(f"/businessHours/{w.business_hours}", {"holidayListIds": []}),
    "deleteBusinessHour": lambda a, w: a.delete(f"/businessHours/{w.business_hours}"),
    "getRelatedRulesForBusinessHour": lambda a, w: a.get(f"/businessHours/{w.business_hours}/relatedRules"),
    "getUsedCountForAutomationFeature": lambda a, w: a.get(
        "/automationFeatureCount", feature="Skills", departmentId=w.sales
    ),
    "getViews": lambda a, w: a.get("/views", module="tickets", departmentId=w.sales),
    "listTicketTags": lambda a, w: (w.tag, a.get("/ticketTags", departmentId=w.sales, sortBy="-count"))[1],
    "searchTags": lambda a, w: (w.tag, a.get("/tags/search", departmentId=w.sales, searchVal="return"))[1],
    "featureInfo": lambda a, w: a.get("/licenses/features", featureCodes="AGNT01", includeDetailedLimits="true"),
    "planinfo": lambda a, w: a.get("/licenses/plan"),
}
"""A call of each operation that must succeed."""
