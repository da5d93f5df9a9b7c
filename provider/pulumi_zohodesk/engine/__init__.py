"""Kinds in general: what one is, and how any of them is checked, compared, read, created, changed and removed.

Knows neither Pulumi nor any particular kind, and of HTTP only `Client.call`.
"""

from pulumi_zohodesk.engine._check import Checked, Problem, check
from pulumi_zohodesk.engine._create import create
from pulumi_zohodesk.engine._criteria import CRITERIA, MODULES
from pulumi_zohodesk.engine._diff import Diff, diff
from pulumi_zohodesk.engine._free_map import FreeMap
from pulumi_zohodesk.engine._kind import (
    Call,
    Change,
    Field,
    Guard,
    Kind,
    Listing,
    Removal,
    Row,
    Switch,
    snake,
)
from pulumi_zohodesk.engine._layers import LEVELS, MY_PROFILE, SHARING_RULES, Layers, level_for, permission_words
from pulumi_zohodesk.engine._names import CIRCLE, note_rename, renames
from pulumi_zohodesk.engine._owners import note_owner, owner_of
from pulumi_zohodesk.engine._read import Live, gone, hydrate, read
from pulumi_zohodesk.engine._registry import kind_named, kinds, register
from pulumi_zohodesk.engine._remove import KEPT, calls, remove
from pulumi_zohodesk.engine._scopes import note_scope
from pulumi_zohodesk.engine._session import GET_ORGANIZATION, MY_INFO, Session
from pulumi_zohodesk.engine._sets import IdSet, TextSet
from pulumi_zohodesk.engine._state import MARKS, Marks, outputs_from
from pulumi_zohodesk.engine._update import update
from pulumi_zohodesk.engine._values import (
    EMAIL,
    ID,
    UNKNOWN,
    Choice,
    Flag,
    Id,
    Text,
    Unknown,
    ValueType,
    has_unknown,
    plain,
    scalar,
)

__all__ = [
    "CIRCLE",
    "CRITERIA",
    "EMAIL",
    "GET_ORGANIZATION",
    "ID",
    "KEPT",
    "LEVELS",
    "MARKS",
    "MODULES",
    "MY_INFO",
    "MY_PROFILE",
    "SHARING_RULES",
    "UNKNOWN",
    "Call",
    "Change",
    "Checked",
    "Choice",
    "Diff",
    "Field",
    "Flag",
    "FreeMap",
    "Guard",
    "Id",
    "IdSet",
    "Kind",
    "Layers",
    "Listing",
    "Live",
    "Marks",
    "Problem",
    "Removal",
    "Row",
    "Session",
    "Switch",
    "Text",
    "TextSet",
    "Unknown",
    "ValueType",
    "calls",
    "check",
    "create",
    "diff",
    "gone",
    "has_unknown",
    "hydrate",
    "kind_named",
    "kinds",
    "level_for",
    "note_owner",
    "note_rename",
    "note_scope",
    "outputs_from",
    "owner_of",
    "permission_words",
    "plain",
    "read",
    "register",
    "remove",
    "renames",
    "scalar",
    "snake",
    "update",
]
