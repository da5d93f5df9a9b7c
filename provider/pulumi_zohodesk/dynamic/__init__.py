"""Pulumi's protocol for any kind: pickling, check, diff, create, read, update, delete; unknowns and secrets.

State format, frozen: the pickle in every resource's ``__provider`` names ``pulumi_zohodesk.dynamic.load_provider``, a
kind, and secret fields where there are any. Renaming one makes every existing object undeletable.
tests/dynamic/test_pickle.py holds the bytes.
"""

from __future__ import annotations

from pulumi_zohodesk.dynamic._configuration import require_session, session_from, session_from_program
from pulumi_zohodesk.dynamic._holders import Holders, twice
from pulumi_zohodesk.dynamic._import import (
    BY_TYPE,
    PULUMI_UNKNOWN,
    SECRET_MARK,
    TYPE_PREFIX,
    import_entry,
    marks_in,
    opened,
)
from pulumi_zohodesk.dynamic._messages import ends_the_program_plainly
from pulumi_zohodesk.dynamic._mocks import MockedSession
from pulumi_zohodesk.dynamic._pickle import provider_string
from pulumi_zohodesk.dynamic._provider import ADOPTING, DeskProvider, load_provider
from pulumi_zohodesk.dynamic._resource import DeskResource
from pulumi_zohodesk.dynamic._strangers import expect_owners
from pulumi_zohodesk.dynamic._urn import alias_line, logical_name, qualified_type, urn_within
from pulumi_zohodesk.dynamic._values import repeating

__all__ = [
    "ADOPTING",
    "BY_TYPE",
    "PULUMI_UNKNOWN",
    "SECRET_MARK",
    "TYPE_PREFIX",
    "DeskProvider",
    "DeskResource",
    "Holders",
    "MockedSession",
    "alias_line",
    "ends_the_program_plainly",
    "expect_owners",
    "import_entry",
    "load_provider",
    "logical_name",
    "marks_in",
    "opened",
    "provider_string",
    "qualified_type",
    "repeating",
    "require_session",
    "session_from",
    "session_from_program",
    "twice",
    "urn_within",
]
