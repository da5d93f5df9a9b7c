"""Support plans of a department: what a contract gives its customers a right to.

Source: SupportPlan.json (createSupportPlan, getSupportPlans, getSupportPlanDetails, updateSupportPlan,
deleteSupportPlan). No operation lists service level agreements, so their ids are written as they are, or
looked up in other support plans (`desk.get_sla`). What deleting a plan
does to contracts that name it is not said; ``on_destroy="discontinue"`` is the softer way out.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import ID, Call, Choice, Crud, Field, Flag, Kind, Number, Part, Reference, Struct, calls
from pulumi_zohodesk.kinds._fields import in_use, name_text, restore, stamps, status

CALLS = Crud(
    "/supportPlans",
    "SupportPlan",
    ("automations", "settings"),
    "setup.automation",
    page_size=50,
    names={"get": "getSupportPlanDetails"},
)
IN_USE = in_use(CALLS, "DISCONTINUED")
DESTROY = ("delete", "discontinue")
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
            "departmentId", Reference("Department"), "the department", required=True, fixed=True, read="department.id"
        ),
        Field("name", name_text(100), "unique in the department", required=True),
        Field(
            "supportType", Choice(("UNLIMITED_SUPPORT", "HOURS", "TICKETS", "PRICE")), "what is limited", required=True
        ),
        Field("slaId", ID, "the service level agreement", required=True, read="sla.id"),
        Field("creditDetails", CREDITS, "the limit, where there is one"),
        status(IN_USE, "whether contracts may name it"),
        restore("a discontinued plan of this name"),
        Field("onDestroy", Choice(DESTROY), "what ``destroy`` does: ``delete`` unless given", option=True),
    ),
    outputs=stamps(createdBy="createdBy.id", modifiedBy="modifiedBy.id"),
    key=("departmentId", "name"),
    calls=CALLS,
    removals={
        "delete": calls("was deleted", Call(CALLS.delete), expected=True),
        "discontinue": calls("was discontinued", IN_USE.turn_off),
    },
    within=("Department", "departmentId"),
    counted="SupportPlans",
)
