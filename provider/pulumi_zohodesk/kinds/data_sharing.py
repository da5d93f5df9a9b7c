"""Which records agents see that are not theirs; an organisation has one such set of rules.

Source: SharingRule.json (getDataSharingRules, updateDataSharingRules, which answers 204).
"""

from __future__ import annotations

from pulumi_zohodesk.engine import Choice, Field, Setting
from pulumi_zohodesk.kinds._always import setting

CALLS = Setting(
    "/dataSharingRules",
    "DataSharingRules",
    ("permissions", "settings"),
    "setup.permission",
    reading=("basic", "permissions", "settings"),
)
LEVEL = Choice(("private", "public read only", "public"))
MODULES = ("tickets", "accounts", "contacts", "contracts", "products", "tasks", "events", "calls")

KIND = setting(
    "DataSharing",
    "data sharing",
    "Which records agents see that are not theirs. An organisation has one set; ``destroy`` leaves it as it is.",
    CALLS,
    *(Field(module, LEVEL, f"whether agents see, or change, all {module}") for module in MODULES),
)
