"""A webhook whose address does not answer: said of the field, and nothing is half done."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import create, update
from pulumi_zohodesk.errors import InvalidRequest, ServerError, UncertainWrite
from pulumi_zohodesk.kinds import KINDS

from .living import Living

DEAD = "https://nobody.invalid/desk"
WORDS = "The url will be called, and must answer with 200: see that it does."


@pytest.fixture
def living(tmp_path):
    with Emulator() as emulator, ExitStack() as closes:
        yield Living(KINDS.named("Webhook"), emulator, tmp_path, closes)


@pytest.mark.parametrize(
    ("status", "made", "changed", "words"),
    [(500, UncertainWrite, ServerError, WORDS), (422, InvalidRequest, InvalidRequest, "url")],
)
def test_an_address_that_does_not_answer(living, status, made, changed, words):
    living.emulator.switch(webhook_refusal_status=status)
    before = living.emulator.state("prod")["webhooks"]
    inputs = living.inputs(living.kind)
    with pytest.raises(made) as caught:
        create(living.session(), living.kind, {**inputs, "url": DEAD}, sleep=lambda _seconds: None)
    assert words in str(caught.value)
    assert living.emulator.state("prod")["webhooks"] == before
    id, state, wanted = living.create()
    before = living.emulator.state("prod")["webhooks"]
    with pytest.raises(changed) as caught:
        update(living.session(), living.kind, id, state, {**wanted, "url": DEAD})
    assert words in str(caught.value)
    assert living.emulator.state("prod")["webhooks"] == before
