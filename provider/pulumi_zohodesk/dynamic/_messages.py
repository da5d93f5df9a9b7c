"""Errors of this package reach the user as their sentence."""

from __future__ import annotations

import sys
import traceback
from types import SimpleNamespace

from pulumi_zohodesk.errors import DeskError

__all__ = ["show_messages_without_traceback"]


def show_messages_without_traceback() -> None:
    """Let the plugin answer our errors with their message alone.

    The SDK answers every exception with ``traceback.format_exc()``. Our messages are sentences for users; twenty
    lines of frames around them hide what to do. Other errors, and other providers, keep their traceback.
    """
    main = sys.modules.get("__main__")
    if not hasattr(main, "_abort_with_traceback") or isinstance(getattr(main, "traceback", None), SimpleNamespace):
        return

    def format_exc() -> str:
        error = sys.exc_info()[1]
        return str(error) if isinstance(error, DeskError) else traceback.format_exc()

    setattr(main, "traceback", SimpleNamespace(format_exc=format_exc))  # noqa: B010
