"""A run before it happens: what it would change and cost, whether that is too much, and what was there before.

Nothing here prints, and nothing but `restore` writes to Zoho Desk.
"""

from pulumi_zohodesk.plan._file import SavedPlan, is_applied, load_plan, misfits, save_plan
from pulumi_zohodesk.plan._known import holders_of, with_settings
from pulumi_zohodesk.plan._limits import exceeded
from pulumi_zohodesk.plan._plan import Plan, plan_of, without_removed
from pulumi_zohodesk.plan._price import AT_ONCE, SECONDS_PER_CALL, Price
from pulumi_zohodesk.plan._rehearse import Refusal, rehearse
from pulumi_zohodesk.plan._restore import Done, load_made, made_file, restore, save_made
from pulumi_zohodesk.plan._restoring import Act, choose, restoring
from pulumi_zohodesk.plan._secrets import hides_live_values, secrets_in, with_live_values, with_wanted_values
from pulumi_zohodesk.plan._snapshot import Entry, Snapshot, default_place, load_snapshot, save_snapshot, snapshot_of
from pulumi_zohodesk.plan._step import Op, Protection, Step
from pulumi_zohodesk.plan._values import object_from

__all__ = [
    "AT_ONCE",
    "SECONDS_PER_CALL",
    "Act",
    "Done",
    "Entry",
    "Op",
    "Plan",
    "Price",
    "Protection",
    "Refusal",
    "SavedPlan",
    "Snapshot",
    "Step",
    "choose",
    "default_place",
    "exceeded",
    "hides_live_values",
    "holders_of",
    "is_applied",
    "load_made",
    "load_plan",
    "load_snapshot",
    "made_file",
    "misfits",
    "object_from",
    "plan_of",
    "rehearse",
    "restore",
    "restoring",
    "save_made",
    "save_plan",
    "save_snapshot",
    "secrets_in",
    "snapshot_of",
    "with_live_values",
    "with_settings",
    "with_wanted_values",
    "without_removed",
]
