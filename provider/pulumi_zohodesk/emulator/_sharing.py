"""Data sharing: what an agent may do with records that others own. The last of the three layers.

The levels are the values of the contract (SharingRule.json): at ``private`` an agent has its own records only, at
``public read only`` it reads all and changes its own, at ``public`` everything that its profile allows.
Administrators have everything at every level. That roles pass records up their tree is not emulated.
"""

from __future__ import annotations

from collections.abc import Mapping

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._errors import forbidden
from pulumi_zohodesk.emulator._kind import Portal, Record

TABLE = "dataSharingRules"
PRIVATE, READ_ONLY, PUBLIC = LEVELS = ("private", "public read only", "public")
MODULES = ("accounts", "calls", "contacts", "contracts", "events", "products", "tasks", "tickets")
"""The modules of the contract; those whose records are emulated have an owner below."""

OWNERS: Mapping[str, str] = {
    **dict.fromkeys(("accounts", "contacts", "products"), "ownerId"),
    "tickets": "assigneeId",
}
"""Kind to the field that names the agent whose record it is. A record without owner is nobody's (unconfirmed)."""


def rules(portal: Portal) -> Record:
    return next(iter(portal.table(TABLE)))


def share(portal: Portal, levels: Mapping[str, str]) -> Record:
    """Sets levels of modules and returns all; raises ValueError for a module or a level that is none."""
    for module, level in levels.items():
        if module not in MODULES:
            raise ValueError(f"There is no module named {module} in data sharing: {', '.join(MODULES)}.")
        if level not in LEVELS:
            raise ValueError(f"There is no level of data sharing named {level}: {', '.join(LEVELS)}.")
    rules(portal).update(levels)
    return {module: rules(portal)[module] for module in MODULES}


def allows(call: Call, kind: str, record: Record, *, write: bool) -> bool:
    """Whether the caller may read, or change, the record: as its owner, by the level, or as administrator."""
    level = rules(call.portal)[kind]
    if level == PUBLIC or (level == READ_ONLY and not write):
        return True
    return record[OWNERS[kind]] == call.caller.agent or call.caller.administers(call.portal)


def must_allow(call: Call, kind: str, record: Record, *, write: bool) -> None:
    """Refuses the call when data sharing keeps the record from the caller."""
    if not allows(call, kind, record, write=write):
        raise forbidden()


def must_create(call: Call, kind: str) -> None:
    """Refuses to create where the module is not shared ``public``, unless that is switched off (unconfirmed)."""
    if not call.switches.create_needs_public or rules(call.portal)[kind] == PUBLIC:
        return
    if not call.caller.administers(call.portal):
        raise forbidden()
