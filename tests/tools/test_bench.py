"""What `make bench` compares is the same work on both sides."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tests.processes import ran

READING = Path(__file__).resolve().parents[2] / "tools" / "bench_programs" / "reading.py"


def test_a_whole_organisation_is_read_with_as_many_calls_as_bare_httpx_needs(emulator):
    emulator.seed({"prod": {"generate": {"departments": 3, "agents": 250, "skill_types": 1, "skills": 5}}})
    environ = {**os.environ, **emulator.env()}
    ours, bare = (
        json.loads(ran([sys.executable, str(READING), side], env=environ).out)["calls"] for side in ("ours", "bare")
    )
    assert ours == bare
