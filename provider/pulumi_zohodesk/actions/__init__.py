"""Everything that can be asked of Zoho Desk, by name: operation, parameters, scopes, permission, data sharing."""

from typing import TYPE_CHECKING

from pulumi_zohodesk._first_use import at_first_use

if TYPE_CHECKING:
    from pulumi_zohodesk.actions._action import LAYERS, Action, Effect, Layer
    from pulumi_zohodesk.actions._arguments import Arguments, arguments, parsed
    from pulumi_zohodesk.actions._choice import Choice, Need
    from pulumi_zohodesk.actions._client import DeskClient, client
    from pulumi_zohodesk.actions._diagnosis import Finding, diagnose
    from pulumi_zohodesk.actions._known_scopes import catalogued, check_scope, doubt_of_scope
    from pulumi_zohodesk.actions._meant import Meant, meant_by
    from pulumi_zohodesk.actions._nearest import nearest
    from pulumi_zohodesk.actions._parameters import Parameter
    from pulumi_zohodesk.actions._perform import Asked, asked_for, enabled, perform, remark, require_enabled, rows
    from pulumi_zohodesk.actions._program import Program, scan
    from pulumi_zohodesk.actions._scopes import holds, smallest
    from pulumi_zohodesk.actions._table import ACTIONS, GROUPS, action_named, action_of, group_named
    from pulumi_zohodesk.actions._uses import (
        LOOK_UPS,
        Use,
        kind_named_like,
        kind_names,
        look_up_operations,
        operations_of,
    )

__all__ = [
    "ACTIONS",
    "GROUPS",
    "LAYERS",
    "LOOK_UPS",
    "Action",
    "Arguments",
    "Asked",
    "Choice",
    "DeskClient",
    "Effect",
    "Finding",
    "Layer",
    "Meant",
    "Need",
    "Parameter",
    "Program",
    "Use",
    "action_named",
    "action_of",
    "arguments",
    "asked_for",
    "catalogued",
    "check_scope",
    "client",
    "diagnose",
    "doubt_of_scope",
    "enabled",
    "group_named",
    "holds",
    "kind_named_like",
    "kind_names",
    "look_up_operations",
    "meant_by",
    "nearest",
    "operations_of",
    "parsed",
    "perform",
    "remark",
    "require_enabled",
    "rows",
    "scan",
    "smallest",
]

__getattr__ = at_first_use(
    __name__,
    {
        "_action": "LAYERS Action Effect Layer",
        "_arguments": "Arguments arguments parsed",
        "_choice": "Choice Need",
        "_client": "DeskClient client",
        "_diagnosis": "Finding diagnose",
        "_known_scopes": "catalogued check_scope doubt_of_scope",
        "_meant": "Meant meant_by",
        "_nearest": "nearest",
        "_parameters": "Parameter",
        "_perform": "Asked asked_for enabled perform remark require_enabled rows",
        "_program": "Program scan",
        "_scopes": "holds smallest",
        "_table": "ACTIONS GROUPS action_named action_of group_named",
        "_uses": "LOOK_UPS Use kind_named_like kind_names look_up_operations operations_of",
    },
)
