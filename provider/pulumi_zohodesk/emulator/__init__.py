"""An emulator of the Zoho Desk API for tests and demonstrations. It stands alone.

from pulumi_zohodesk.emulator import Emulator

with Emulator(seed=7) as emulator:
    environment = emulator.env("prod")
"""

from __future__ import annotations

import importlib.util

if importlib.util.find_spec("uvicorn") is None:
    raise ModuleNotFoundError("The emulator needs its extra: pip install 'pulumi-zohodesk[emulator]'", name="uvicorn")

from pulumi_zohodesk.emulator._app import create_app
from pulumi_zohodesk.emulator._emulator import Emulator

__all__ = ["Emulator", "create_app"]
