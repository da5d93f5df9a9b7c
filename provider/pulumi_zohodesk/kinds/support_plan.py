"""Support plans of a department: what a contract gives its customers a right to.

Source: SupportPlan.json (createSupportPlan, getSupportPlans, getSupportPlanDetails, updateSupportPlan,
deleteSupportPlan). No operation lists service level agreements, so their ids are written as they are, or
looked up in other support plans (`desk.get_sla`). What deleting a plan
does to contracts that name it is not said; ``on_destroy="discontinue"`` is the softer way out.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import (
    ID,
    Call,
    Choice,
    Crud,
    Field,
    Flag,
    Kind,
    Listing,
    Number,
    Output,
    Part,
    Reference,
    Struct,
    Switch,
    Text,
    calls,
    sets,
)
from pulumi_zohodesk.kinds._names import NAME_LETTERS, NAME_WORDS
from pulumi_zohodesk.kinds._stamps import TIME

__all__ = ["CALLS", "KIND"]

CALLS = Crud(
    "/supportPlans",
    "SupportPlan",
    ("automations", "settings"),
    "setup.automation",
    page_size=50,
    names={"get": "getSupportPlanDetails"},
)
ACTIVATE, DISCONTINUE = (sets(CALLS.update, {"status": status}) for status in ("ACTIVE", "DISCONTINUED"))
CYCLES = ("WEEKLY", "MONTHLY", "QUARTERLY", "HALF_YEARLY", "YEARLY", "CONTRACT_DURATION")
CREDITS = Struct(
    "CreditDetails",
    "How much support there is, and for how long.",
    (
        Part("creditLimit", Number(0, 1_000_000, as_text=True), "hours, tickets or money in a cycle", required=True),
        Part("creditCycle", Choice(CYCLES), "how long a cycle lasts", required=True),
        Part("isAdditionalUsageAllowed", Flag(), "whether requests beyond the limit are taken", required=True),
        Part("isCarryForwardAllowed", Flag(), "whether what is left goes into the next cycle", required=True),
    ),
)

KIND = Kind(
    "SupportPlan",
    "support plan",
    "What a contract gives its customers a right to. ``destroy`` deletes it unless ``on_destroy`` says otherwise.",
    own_fields=(
        Field(
            "departmentId",
            Reference("Department"),
            "the department",
            required=True,
            fixed=True,
            read="department.id",
        ),
        Field("name", Text(100, NAME_LETTERS, NAME_WORDS, least=1), "unique in the department", required=True),
        Field(
            "supportType",
            Choice(("UNLIMITED_SUPPORT", "HOURS", "TICKETS", "PRICE")),
            "what is limited",
            required=True,
        ),
        Field("slaId", ID, "the service level agreement", required=True, read="sla.id"),
        Field("creditDetails", CREDITS, "the limit, where there is one"),
        Field(
            "status",
            Choice(("ACTIVE", "DISCONTINUED")),
            "whether contracts may name it",
            default="ACTIVE",
            switch=Switch("ACTIVE", "DISCONTINUED", ACTIVATE, DISCONTINUE, on_create=True),
        ),
        Field(
            "restore",
            Flag(),
            "when a discontinued plan of this name exists, bring it back instead of refusing",
            option=True,
        ),
        Field(
            "onDestroy",
            Choice(("delete", "discontinue")),
            "what ``destroy`` does: ``delete`` unless given",
            option=True,
        ),
    ),
    outputs=(
        Output("createdBy", ID, "the agent who made it", read="createdBy.id"),
        Output("createdTime", TIME, "when it was made, ISO 8601 in UTC"),
        Output("modifiedBy", ID, "the agent who changed it last", read="modifiedBy.id"),
        Output("modifiedTime", TIME, "when it was changed last"),
    ),
    key=("departmentId", "name"),
    calls=CALLS,
    listing=Listing(CALLS.list, scope="departmentId"),
    removals={
        "delete": calls("was deleted", Call(CALLS.delete), expected=True),
        "discontinue": calls("was discontinued", DISCONTINUE),
    },
    within=("Department", "departmentId"),
    counted="SupportPlans",
)
