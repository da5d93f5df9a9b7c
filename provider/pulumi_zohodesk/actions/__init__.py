"""Everything that can be asked of Zoho Desk, by name: operation, parameters, scopes, permission, data sharing."""

from typing import TYPE_CHECKING

from pulumi_zohodesk._first_use import at_first_use

if TYPE_CHECKING:
    from pulumi_zohodesk.actions._action import LAYERS, Action
    from pulumi_zohodesk.actions._arguments import Arguments, arguments, parsed
    from pulumi_zohodesk.actions._choice import Choice, meant_by
    from pulumi_zohodesk.actions._client import DeskClient, client
    from pulumi_zohodesk.actions._diagnosis import Finding, diagnose
    from pulumi_zohodesk.actions._nearest import nearest
    from pulumi_zohodesk.actions._parameters import Parameter
    from pulumi_zohodesk.actions._perform import (
        asked_for,
        enabled,
        perform,
        remark,
        require_enabled,
        rows,
        without_secrets,
    )
    from pulumi_zohodesk.actions._program import python_files, scan
    from pulumi_zohodesk.actions._scopes import catalogued, check_scope, doubt_of_scope, holds, smallest
    from pulumi_zohodesk.actions._table import ACTIONS, GROUPS, action_named, action_of, group_named
    from pulumi_zohodesk.actions._uses import Use, kind_named_like, kind_names, operations_of

__all__ = [
    "ACTIONS",
    "GROUPS",
    "LAYERS",
    "Action",
    "Arguments",
    "Choice",
    "DeskClient",
    "Finding",
    "Parameter",
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
    "meant_by",
    "nearest",
    "operations_of",
    "parsed",
    "perform",
    "python_files",
    "remark",
    "require_enabled",
    "rows",
    "scan",
    "smallest",
    "without_secrets",
]

__getattr__ = at_first_use(
    __name__,
    {
        "_action": "LAYERS Action",
        "_arguments": "Arguments arguments parsed",
        "_choice": "Choice meant_by",
        "_client": "DeskClient client",
        "_diagnosis": "Finding diagnose",
        "_nearest": "nearest",
        "_parameters": "Parameter",
        "_perform": "asked_for enabled perform remark require_enabled rows without_secrets",
        "_program": "python_files scan",
        "_scopes": "catalogued check_scope doubt_of_scope holds smallest",
        "_table": "ACTIONS GROUPS action_named action_of group_named",
        "_uses": "Use kind_named_like kind_names operations_of",
    },
)
