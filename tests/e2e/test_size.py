"""3,000 objects through the engine, and what a run costs in calls when there is nothing to do."""

from __future__ import annotations

from pathlib import Path

from pulumi_zohodesk.emulator import Emulator

LARGE = Path(__file__).parent / "programs" / "large"
COUNT = 3_000


def test_three_thousand_objects_are_applied_and_a_second_run_calls_nobody(make_stack):
    with Emulator() as emulator:
        # Checkpoints are the engine's own business and would take ten minutes of this test's one.
        variables = {**emulator.env(), "LARGE": str(COUNT), "PULUMI_SKIP_CHECKPOINTS": "true"}
        stack = make_stack(LARGE, variables)
        emulator.seed({"prod": {"limits": {"seats": COUNT + 1, "credits": 1_000_000}}})
        stack.up("--suppress-progress", "--suppress-outputs")
        assert len(stack.resources()) == COUNT
        assert len(emulator.state("prod")["agents"]) == COUNT - 60 + 1
        emulator.clear_log()
        done = stack.up("--expect-no-changes", "--suppress-progress")
        assert f"{COUNT + 1} unchanged" in done.text
        assert emulator.log() == []
