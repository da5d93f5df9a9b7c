"""The contract tables are what was built from the vendor's files: corrections are errata, never edits of a table."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path

from pulumi_zohodesk.emulator import _contract
from pulumi_zohodesk.emulator.kinds import KINDS

DIGESTS = Path(__file__).parents[2] / "tools" / "contract" / "digests.json"


def test_no_table_differs_from_what_was_built() -> None:
    folder = files("pulumi_zohodesk.emulator").joinpath("contract")
    found = {
        one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.iterdir() if one.name.endswith(".json")
    }
    assert found == json.loads(DIGESTS.read_text("utf-8"))["tables"], "Build the tables: tools/contract/build.py."


def test_every_kind_has_a_table_and_every_table_a_kind() -> None:
    used = {f"{kind.contract}.json" for kind in KINDS if kind.contract} | {"errors.json"}
    assert used == set(json.loads(DIGESTS.read_text("utf-8"))["tables"])
    assert all(_contract.table(kind.contract) for kind in KINDS if kind.contract)
