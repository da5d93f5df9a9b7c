"""The bytes in every user's state. If one of these tests fails, existing objects cannot be removed any more."""

from __future__ import annotations

import base64
import subprocess
import sys

import dill
import pytest

from pulumi_zohodesk.dynamic import DeskProvider, provider_string


@pytest.mark.parametrize("kind", ["Department", "Agent", "SkillType", "Skill"])
def test_the_bytes_never_change(kind):
    body = (
        b"\x8c\x17pulumi_zohodesk.dynamic\x94\x8c\x0dload_provider\x94\x93\x94\x8c" + bytes([len(kind)]) + kind.encode()
    )
    inner = body + b"\x94\x85\x94R\x94."
    golden = b"\x80\x04\x95" + len(inner).to_bytes(8, "little") + inner
    assert base64.b64decode(provider_string(kind)) == golden


def test_the_bytes_load_the_way_the_plugin_loads_them():
    loaded = dill.loads(base64.b64decode(provider_string("Agent")))
    assert isinstance(loaded, DeskProvider)
    assert loaded.kind_name == "Agent"


def test_every_process_makes_the_same_bytes():
    code = "from pulumi_zohodesk.dynamic import provider_string; print(provider_string('Skill'))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout.strip()
        for seed in ("0", "1", "2")
    }
    assert runs == {provider_string("Skill")}


def test_a_provider_carries_nothing_but_its_kind():
    provider = DeskProvider("Agent")
    provider.secret = "1000.canary"  # type: ignore[attr-defined]
    assert dill.dumps(provider, protocol=4) == base64.b64decode(provider_string("Agent"))


def test_what_is_secret_is_named_and_loads_as_well():
    text = provider_string("Agent", {"phone", "emailId"})
    assert text == provider_string("Agent", ["emailId", "phone"]) != provider_string("Agent")
    assert dill.loads(base64.b64decode(text)).given == ("emailId", "phone")
