"""A whole help desk: 4 departments, 12 agents, 3 skill types, 10 skills, working time, and how they belong together."""

import pulumi
from people import PEOPLE

import pulumi_zohodesk as desk

# --- Departments ----------------------------------------------------------------------------------------------------

departments = {
    "support": desk.Department("support", name="Customer Support", description="First line for everything."),
    "technical": desk.Department("technical", name="Technical Support", description="Second line: bugs and outages."),
    "billing": desk.Department("billing", name="Billing & Refunds", name_in_customer_portal="Invoices"),
    "sales": desk.Department("sales", name="Sales", is_visible_in_customer_portal=False),
}

# --- Agents ---------------------------------------------------------------------------------------------------------

agents = {
    first.lower(): desk.Agent(
        first.lower(),
        first_name=first,
        last_name=last,
        email_id=email,
        role_permission_type="AgentPublic",
        associated_department_ids=[departments[key] for key in keys],
    )
    for first, last, email, keys in PEOPLE
}

# --- Skill types and skills -----------------------------------------------------------------------------------------

languages = desk.SkillType("languages", department_id=departments["support"], name="Languages")
products = desk.SkillType("products", department_id=departments["technical"], name="Products")
money = desk.SkillType("money", department_id=departments["billing"], name="Payment matters")


def skill(key: str, name: str, group: desk.SkillType, field: str, words: list[str], people: list[str]) -> desk.Skill:
    """A skill for tickets in which one field holds any of some words."""
    conditions = [
        desk.FieldCondition(field_module="tickets", field_name=field, condition="contains", value=[word])
        for word in words
    ]
    return desk.Skill(
        key,
        skill_type_id=group,
        name=name,
        status="ACTIVE",
        criteria=desk.Criteria(
            field_conditions=conditions,
            pattern="(" + "or".join(str(number) for number in range(1, len(words) + 1)) + ")",
        ),
        agent_ids=[agents[person] for person in people],
    )


skills = [
    skill("french", "French", languages, "Language", ["French"], ["julie", "amara"]),
    skill("spanish", "Spanish", languages, "Language", ["Spanish"], ["diego"]),
    skill("italian", "Italian", languages, "Language", ["Italian"], ["chiara"]),
    skill("german", "German", languages, "Language", ["German", "Austrian"], ["ben", "lena"]),
    skill("mobile", "Mobile app", products, "Subject", ["iOS", "Android", "app"], ["emi", "grace"]),
    skill("api", "API", products, "Subject", ["API", "webhook"], ["farid", "lena"]),
    skill("outage", "Outages", products, "Subject", ["down", "outage"], ["emi", "farid", "grace"]),
    skill("refunds", "Refunds", money, "Subject", ["refund"], ["hana", "amara"]),
    skill("tax", "Taxes and VAT", money, "Subject", ["VAT", "tax"], ["ivan"]),
    skill("dunning", "Overdue invoices", money, "Subject", ["overdue", "reminder"], ["hana", "ivan"]),
]

# --- Working time ---------------------------------------------------------------------------------------------------

holidays = desk.HolidayList(
    "holidays", name="New Year", holidays=[desk.Holiday(holiday_name="New Year", from_="01-01", to="01-02")]
)
desk.BusinessHours(
    "weekdays",
    name="Monday to Wednesday",
    type="SPECIFIC",
    time_zone_id="Europe/Berlin",
    business_times=[
        desk.BusinessDay(day="MONDAY", start_time="09:00", end_time="17:00"),
        desk.BusinessDay(day="TUESDAY", start_time="09:00", end_time="17:00"),
        desk.BusinessDay(day="WEDNESDAY", start_time="09:00", end_time="17:00"),
    ],
    holiday_list_ids=[holidays],
    status="ACTIVE",
)

pulumi.export("department_ids", {key: department.id for key, department in departments.items()})
pulumi.export("agents_waiting_for_acceptance", [agent.is_confirmed for agent in agents.values()])
pulumi.export("skills", [one.name for one in skills])
