"""An emulator of the Zoho Desk API for tests and demonstrations. It stands alone.

from pulumi_zohodesk.emulator import Emulator

with Emulator(seed=7) as emulator:
    environment = emulator.env("prod")
"""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

if importlib.util.find_spec("uvicorn") is None:
    raise ModuleNotFoundError("The emulator needs its extra: pip install 'pulumi-zohodesk[emulator]'", name="uvicorn")

if TYPE_CHECKING:
    from pulumi_zohodesk.emulator._app import create_app as create_app
    from pulumi_zohodesk.emulator._emulator import Emulator as Emulator

__all__ = ["Emulator", "create_app"]


def __getattr__(name: str) -> Any:
    """Loaded at first use: the help of the command shall not wait for a server."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from pulumi_zohodesk.emulator import _emulator

    return getattr(_emulator, name)
