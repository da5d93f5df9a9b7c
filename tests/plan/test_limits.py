"""How much one run may change."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.plan import exceeded, plan_of
from pulumi_zohodesk.settings import Bounds, Limits

from .previews import agents, departments, preview

DEFAULT = Limits()
NONE = Bounds(removals=0, removals_percent=0, updates=0, updates_percent=0)


def reasons(*steps, limits=DEFAULT):
    return exceeded(plan_of(preview(*steps)), limits)


@pytest.mark.parametrize(
    ("removed", "kept", "refused"),
    [(10, 0, False), (11, 0, True), (11, 25, True), (11, 26, False), (30, 70, False), (31, 69, True)],
)
def test_removals_are_refused_when_both_count_and_share_are_exceeded(removed, kept, refused):
    said = reasons(*agents(removed, "delete"), *agents(kept, "same", removed))
    assert bool(said) is refused
    assert not refused or f"{removed} of {removed + kept} agents" in said[0]


@pytest.mark.parametrize(
    ("changed", "kept", "refused"), [(30, 0, False), (31, 30, True), (31, 31, False), (60, 60, False), (61, 60, True)]
)
def test_updates_are_refused_when_both_count_and_share_are_exceeded(changed, kept, refused):
    said = reasons(*agents(changed, "update"), *agents(kept, "same", changed))
    assert bool(said) is refused


def test_the_sentence_names_the_counts_and_the_limit():
    (said,) = reasons(*agents(12, "delete"), *agents(8, "same", 12))
    assert said == "12 of 20 agents (60 %) would be taken out of service or deleted; the limit is 10 and 30 %."


def test_all_kinds_together_have_the_limit_too():
    said = reasons(*agents(6, "delete"), *departments(6, "delete"))
    assert said == ("12 of 12 objects (100 %) would be taken out of service or deleted; the limit is 10 and 30 %.",)


def test_an_update_that_disables_is_a_removal():
    said = reasons(*departments(11, "update", isEnabled=False))
    assert [one.split(" (")[0] for one in said] == ["11 of 11 departments"]
    assert "taken out of service" in said[0]


def test_a_replacement_is_a_removal():
    assert len(reasons(*agents(11, "replace"))) == 1


def test_what_only_the_stack_forgets_is_none():
    steps = agents(11, "delete")
    for one in steps:
        one["oldState"]["retainOnDelete"] = True
    assert reasons(*steps) == ()
    kept = agents(11, "delete")
    for one in kept:
        one["oldState"]["outputs"]["onDestroy"] = "keep"
    assert reasons(*kept) == ()


def test_creating_is_never_too_much():
    steps = [{**one, "op": "create"} for one in agents(500, "update")]
    for one in steps:
        del one["oldState"]
    assert reasons(*steps) == ()


def test_nothing_at_all_may_be_allowed():
    strict = Limits(NONE)
    assert reasons(*agents(1, "update"), *agents(9, "same", 1), limits=strict)
    assert reasons(*agents(1, "delete"), *agents(9, "same", 1), limits=strict)
    assert reasons(*agents(9, "same"), limits=strict) == ()


def test_a_kind_may_have_limits_of_its_own():
    limits = Limits(kinds={"Agent": {"removals": 0, "removals_percent": 0}})
    assert reasons(*agents(1, "delete"), *departments(3), limits=limits)
    assert reasons(*agents(3, "same"), *departments(1, "delete"), limits=limits) == ()


def test_a_kind_that_there_is_not_is_an_error():
    with pytest.raises(ConfigError, match=r"limits.Agents.*Did you mean Agent\?"):
        reasons(limits=Limits(kinds={"Agents": {"removals": 0}}))
