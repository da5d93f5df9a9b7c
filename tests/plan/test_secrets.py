"""What the engine hides in a preview is found elsewhere, or said to be missing; its mask is never taken for a value."""

from __future__ import annotations

import json

import pytest

from pulumi_zohodesk.dynamic import SECRET_MARK
from pulumi_zohodesk.engine import UNKNOWN, Live
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.plan import hides_live_values, plan_of, with_live_values, with_wanted_values
from pulumi_zohodesk.plan._secrets import MASK

from .previews import preview, state, step, urn, wanted

INPUTS = {"lastName": "Doe", "emailId": "jo@example.com", "status": "ACTIVE"}
HIDDEN = {**INPUTS, "lastName": MASK, "emailId": MASK}


def secret(value):
    return {SECRET_MARK: "1b47061264138c4ac30d75fd1eb44270", "plaintext": json.dumps(value)}


def held(name="jo", **changes):
    inputs = {**INPUTS, **changes}
    return state("Agent", name, "7", {wire: secret(value) for wire, value in inputs.items()})


def live(**changes):
    inputs = {**INPUTS, **changes}
    return lambda _kind, _id, known: Live(inputs, {**known, **inputs})


def test_what_is_wanted_is_told_by_the_plan():
    said = {"steps": [step("create", None, wanted("Agent", "jo", HIDDEN))]}
    plan = {"resourcePlans": {urn("Agent", "jo"): {"state": {wire: secret(value) for wire, value in INPUTS.items()}}}}
    (one,) = plan_of(with_wanted_values(said, plan)).steps
    assert one.new == INPUTS


def test_what_the_provider_did_not_check_is_told_as_the_program_gave_it():
    said = {"steps": [step("create", None, wanted("Agent", "jo", {"cf": {"a": MASK}, "phone": MASK}))]}
    given = {"adds": {"cf": {"a": secret("x")}}, "updates": {"phone": secret("04da6b54-80e4-46f7-96ec-b56ff0331ba9")}}
    plan = {"resourcePlans": {urn("Agent", "jo"): {"goal": {"inputDiff": given}}}}
    (one,) = plan_of(with_wanted_values(said, plan)).steps
    assert one.new == {"cf": {"a": "x"}, "phone": UNKNOWN}


@pytest.mark.parametrize("plan", [{}, {"resourcePlans": {urn("Agent", "jo"): {"state": {"lastName": "Doe"}}}}])
def test_a_wanted_value_that_nothing_tells_is_an_error(plan):
    said = {"steps": [step("create", None, wanted("Agent", "jo", HIDDEN))]}
    with pytest.raises(InputError, match=r"does not tell the secret values of jo: .*emailId"):
        with_wanted_values(said, plan)


def test_what_is_live_is_read_and_compared_with_what_the_state_has():
    old = state("Agent", "jo", "7", HIDDEN, phone=MASK)
    same = preview(step("same", old, wanted("Agent", "jo", HIDDEN)))
    assert hides_live_values(same)
    deployment = {"resources": [{**held(), "outputs": {**held()["outputs"], "phone": secret("1")}}]}
    found = plan_of(with_live_values(same, deployment, live()))
    assert found.stale == ()
    moved = plan_of(with_live_values(same, deployment, live(lastName="Roe")))
    assert moved.stale == (urn("Agent", "jo"),)
    assert moved.objects[urn("Agent", "jo")][2]["lastName"] == "Roe"


def test_a_live_text_that_looks_like_a_mask_is_a_text():
    old = state("Agent", "jo", "7", HIDDEN)
    said = preview(step("same", old, wanted("Agent", "jo", HIDDEN)))
    shown = with_live_values(said, {"resources": [held(lastName=MASK)]}, live(lastName=MASK))
    assert plan_of(shown).objects[urn("Agent", "jo")][2]["lastName"] == MASK


def test_what_went_away_meanwhile_is_an_error():
    said = preview(step("same", state("Agent", "jo", "7", HIDDEN), wanted("Agent", "jo", HIDDEN)))
    with pytest.raises(InputError, match="jo was removed"):
        with_live_values(said, {"resources": [held()]}, lambda *_: None)


def test_where_nothing_is_hidden_nothing_is_asked():
    said = preview(step("same", state("Agent", "jo", "7", INPUTS), wanted("Agent", "jo", INPUTS)))
    assert not hides_live_values(said)
    assert with_wanted_values(said, {}) == said
