"""Where to connect, and as whom: from the environment, `zohodesk.toml` and the stack configuration.

Identity given in several places must agree, secrets come from the environment or from the store of `zohodesk login`,
and everything that is wrong is said in one error.
"""

from typing import TYPE_CHECKING

from pulumi_zohodesk._first_use import at_first_use

if TYPE_CHECKING:
    from pulumi_zohodesk.settings._connections import (
        Connection,
        connection_named,
        load_connections,
        load_drift,
        load_limits,
    )
    from pulumi_zohodesk.settings._connections_file import (
        add_connection,
        name_fault,
        new_table,
        remove_connection,
        set_in_connection,
    )
    from pulumi_zohodesk.settings._find import FILE_NAME, find_file, hidden_file, program_file, project_file
    from pulumi_zohodesk.settings._places import DATA_CENTRES, DataCentre, fault, foreign, tidy
    from pulumi_zohodesk.settings._resolve import EVERYTHING, resolve
    from pulumi_zohodesk.settings._settings import USUAL_SCOPES, Secret, Settings, set_by, way_to_scope
    from pulumi_zohodesk.settings._shown import printable, quoted, shown
    from pulumi_zohodesk.settings._stack_keys import IDENTITY, STACK_KEYS, is_on, variable
    from pulumi_zohodesk.settings._store import SecretStore, Stored
    from pulumi_zohodesk.settings._tables import Bounds, DriftTable, Limits, Protected
    from pulumi_zohodesk.settings._whole_file import PrivateFile, read_text, rewrite, write_whole

__all__ = [
    "DATA_CENTRES",
    "EVERYTHING",
    "FILE_NAME",
    "IDENTITY",
    "STACK_KEYS",
    "USUAL_SCOPES",
    "Bounds",
    "Connection",
    "DataCentre",
    "DriftTable",
    "Limits",
    "PrivateFile",
    "Protected",
    "Secret",
    "SecretStore",
    "Settings",
    "Stored",
    "add_connection",
    "connection_named",
    "fault",
    "find_file",
    "foreign",
    "hidden_file",
    "is_on",
    "load_connections",
    "load_drift",
    "load_limits",
    "name_fault",
    "new_table",
    "printable",
    "program_file",
    "project_file",
    "quoted",
    "read_text",
    "remove_connection",
    "resolve",
    "rewrite",
    "set_by",
    "set_in_connection",
    "shown",
    "tidy",
    "variable",
    "way_to_scope",
    "write_whole",
]

__getattr__ = at_first_use(
    __name__,
    {
        "_connections": "Connection connection_named load_connections load_drift load_limits",
        "_connections_file": "add_connection name_fault new_table remove_connection set_in_connection",
        "_find": "FILE_NAME find_file hidden_file program_file project_file",
        "_places": "DATA_CENTRES DataCentre fault foreign tidy",
        "_resolve": "EVERYTHING resolve",
        "_settings": "Secret set_by Settings USUAL_SCOPES way_to_scope",
        "_shown": "printable quoted shown",
        "_stack_keys": "IDENTITY STACK_KEYS is_on variable",
        "_store": "SecretStore Stored",
        "_tables": "Bounds DriftTable Limits Protected",
        "_whole_file": "PrivateFile read_text rewrite write_whole",
    },
)
