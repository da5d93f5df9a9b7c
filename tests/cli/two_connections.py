"""A folder with the connections ``prod`` and ``sandbox`` of an emulator."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pulumi_zohodesk.emulator import Emulator

__all__ = ["connect", "narrow", "reads", "writes"]


def connect(emulator: Emulator, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a new folder with zohodesk.toml; returns it."""
    for name in [name for name in os.environ if name.startswith(("ZOHODESK_", "PULUMI_"))]:
        monkeypatch.delenv(name)
    variables = emulator.env()
    tables = []
    for name in ("prod", "sandbox"):
        own = f"ZOHODESK_{name.upper()}"
        lines = [f'{key} = "{variables[f"{own}_{key.upper()}"]}"' for key in ("client_id", "org_id")]
        lines += [f'{key} = "{emulator.url}"' for key in ("api_url", "accounts_url")]
        tables.append("\n".join([f"[connections.{name}]", *lines, ""]))
        for key in ("CLIENT_SECRET", "REFRESH_TOKEN"):
            monkeypatch.setenv(f"{own}_{key}", variables[f"{own}_{key}"])
    monkeypatch.setenv("ZOHODESK_CACHE_DIR", str(folder / "tokens"))
    monkeypatch.setenv("ZOHODESK_CONFIG_DIR", str(folder / "config"))
    home = folder / "home"
    home.mkdir()
    (home / "zohodesk.toml").write_text("\n".join(tables))
    monkeypatch.chdir(home)
    return home


def writes(emulator: Emulator) -> list[str]:
    """Operations that were no GET; requests for tokens go to another server."""
    return [one["operation"] for one in emulator.log() if one["method"] != "GET" and "/oauth/" not in one["path"]]


def reads(emulator: Emulator) -> list[str]:
    """Operations that were a GET."""
    return [one["operation"] for one in emulator.log() if one["method"] == "GET" and "/oauth/" not in one["path"]]


def narrow(home: Path, monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    """A third connection, ``narrow``, to the organisation of ``prod``, with bounds."""
    file = home / "zohodesk.toml"
    own = file.read_text().split("\n\n")[0].replace("connections.prod", "connections.narrow")
    file.write_text(f"{file.read_text()}\n{own.rstrip()}\n{bound}\n")
    for key in ("CLIENT_SECRET", "REFRESH_TOKEN"):
        monkeypatch.setenv(f"ZOHODESK_NARROW_{key}", os.environ[f"ZOHODESK_PROD_{key}"])
