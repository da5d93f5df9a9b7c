"""Kinds in general: what one is, and how any of them is checked, compared, read, created, changed and removed.

Knows neither Pulumi nor any particular kind, and of HTTP only `Client.call`.
"""

from typing import TYPE_CHECKING

from pulumi_zohodesk._first_use import at_first_use
from pulumi_zohodesk.engine._change import Change
from pulumi_zohodesk.engine._crud import Crud, Order, Setting
from pulumi_zohodesk.engine._fields import Call, Field, Listing, Output, Row, Switch
from pulumi_zohodesk.engine._kind import KEPT, Desk, Guard, Kind, LookUp, Removal, calls
from pulumi_zohodesk.engine._kinds import Kinds
from pulumi_zohodesk.engine._own_operations import GET_ORGANIZATION, MY_INFO, MY_PROFILE, SHARING_RULES
from pulumi_zohodesk.engine._values import UNKNOWN, Unknown, each_leaf, has_unknown, plain, scalar
from pulumi_zohodesk.engine._words import plural, single
from pulumi_zohodesk.engine.types import (
    EMAIL,
    ID,
    Choice,
    Decimal,
    Flag,
    Id,
    LongText,
    Many,
    Map,
    Number,
    Part,
    Problem,
    Reference,
    Scalar,
    Struct,
    Text,
    ValueType,
    When,
    snake,
    structures,
    targets,
)

if TYPE_CHECKING:
    from pulumi_zohodesk.engine._check import Checked, check
    from pulumi_zohodesk.engine._create import create
    from pulumi_zohodesk.engine._diff import Diff, diff
    from pulumi_zohodesk.engine._layers import LEVELS, Layers, level_for, permission_words
    from pulumi_zohodesk.engine._looked_up import LookedUp
    from pulumi_zohodesk.engine._names import CIRCLE, note_rename, renames
    from pulumi_zohodesk.engine._read import Live, gone, hydrate, read
    from pulumi_zohodesk.engine._remove import remove
    from pulumi_zohodesk.engine._seen import note_homes, note_owner, note_scope, outsiders, owner_of, unseen
    from pulumi_zohodesk.engine._session import Session
    from pulumi_zohodesk.engine._state import MARKS, Marks, as_written, outputs_from
    from pulumi_zohodesk.engine._update import update

__all__ = [
    "CIRCLE",
    "EMAIL",
    "GET_ORGANIZATION",
    "ID",
    "KEPT",
    "LEVELS",
    "MARKS",
    "MY_INFO",
    "MY_PROFILE",
    "SHARING_RULES",
    "UNKNOWN",
    "Call",
    "Change",
    "Checked",
    "Choice",
    "Crud",
    "Decimal",
    "Desk",
    "Diff",
    "Field",
    "Flag",
    "Guard",
    "Id",
    "Kind",
    "Kinds",
    "Layers",
    "Listing",
    "Live",
    "LongText",
    "LookUp",
    "LookedUp",
    "Many",
    "Map",
    "Marks",
    "Number",
    "Order",
    "Output",
    "Part",
    "Problem",
    "Reference",
    "Removal",
    "Row",
    "Scalar",
    "Session",
    "Setting",
    "Struct",
    "Switch",
    "Text",
    "Unknown",
    "ValueType",
    "When",
    "as_written",
    "calls",
    "check",
    "create",
    "diff",
    "each_leaf",
    "gone",
    "has_unknown",
    "hydrate",
    "level_for",
    "note_homes",
    "note_owner",
    "note_rename",
    "note_scope",
    "outputs_from",
    "outsiders",
    "owner_of",
    "permission_words",
    "plain",
    "plural",
    "read",
    "remove",
    "renames",
    "scalar",
    "single",
    "snake",
    "structures",
    "targets",
    "unseen",
    "update",
]

__getattr__ = at_first_use(
    __name__,
    {
        "_check": "Checked check",
        "_create": "create",
        "_diff": "Diff diff",
        "_layers": "LEVELS Layers level_for permission_words",
        "_looked_up": "LookedUp",
        "_names": "CIRCLE note_rename renames",
        "_read": "Live gone hydrate read",
        "_remove": "remove",
        "_seen": "note_homes note_owner note_scope outsiders owner_of unseen",
        "_session": "Session",
        "_state": "MARKS Marks as_written outputs_from",
        "_update": "update",
    },
)
