"""Every question with a switch and a probe: the probe tells which way the emulator is switched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.emulator._contract import lists
from pulumi_zohodesk.emulator._readings import FIRST_INDEX, READINGS
from pulumi_zohodesk.emulator._switches import Switches
from pulumi_zohodesk.questions import (
    CLEANING,
    PROBES,
    QUESTIONS,
    REASONS,
    SAID,
    SWITCHLESS,
    Question,
    ask,
    clean,
    cost,
)

APART = ("default-folders", "unknown-id")
ASKED = [one for one in QUESTIONS if one.name in PROBES and one.name not in APART]
TOKENS = {
    "invisible-department": {"departments": ["Some Sales"]},
    "reading-needs-permission": {"agent": "ann@example.com"},
    "related-records-shown": {"agent": "ann@example.com"},
}
"""Questions that only the token of somebody who may do less tells."""


def switched(question: Question, way: int) -> str:
    """One answer of those that the emulator can be made to give."""
    answers = [one for one, switches in question.answers.items() if switches or one == question.expected]
    return answers[way % len(answers)]


def switches_for(answers: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {"first_index": {}, "shapes": {}}
    for one in ASKED:
        switches = dict(one.answers[answers[one.name]])
        for name in ("first_index", "shapes"):
            found[name] |= switches.pop(name, {})
        found |= switches
    return found


@pytest.mark.parametrize("way", range(5))
def test_all_probes_tell_the_way_in_which_the_emulator_is_switched(emulator, asking, way):
    emulator.agent("prod", "ann@example.com", permissions=["tickets.view"])
    for module in ("tickets", "contacts"):
        emulator.sharing("prod", module, "public")
    wanted = {one.name: switched(one, way) for one in ASKED}
    emulator.switch(**switches_for(wanted))
    told = asking()
    found = list(ask(told, [one for one in ASKED if one.name not in TOKENS], write=True, departments=True))
    for name, token in TOKENS.items():
        found += ask(asking(**token), [one for one in ASKED if one.name == name])
    assert {one.question.name: one.answer or one.open for one in found} == wanted
    assert [one for one in clean(told) if "departments are for ever" not in one] == []
    calls, credits = cost([*PROBES.values(), CLEANING])
    assert told.client.calls <= calls
    assert told.client.credits_spent <= credits


@pytest.mark.parametrize(("given", "answer"), [(True, "yes"), (False, "no")])
def test_folders_that_are_given_with_a_department_are_told(asking_of, given, answer):
    """Apart from the others: the switch counts when an organisation is founded."""
    with Emulator(default_folders=given) as emulator:
        (found,) = ask(asking_of(emulator), [one for one in QUESTIONS if one.name == "default-folders"])
        assert found.answer == answer


@pytest.mark.parametrize("answer", ["404", "403", "other"])
def test_what_an_unknown_id_gets_is_told(emulator, asking, answer):
    """Apart from the others: where it is 403, nothing tells what may be removed again, and nothing is made."""
    emulator.switch(unknown_id=answer)
    found = {one.question.name: one for one in ask(asking(), QUESTIONS, write=True)}
    assert found["unknown-id"].answer == answer
    assert (found["skill-name"].answer == "") == (answer == "403")


def test_five_ways_are_all_of_them():
    assert {len({switched(one, way) for way in range(5)}) for one in ASKED if one.name.startswith("first-")} == {5}
    told = [one for one in ASKED if len({switched(one, way) for way in range(5)}) > 1]
    assert (len(SAID), len(ASKED), len(told)) == (211, 84, 68)


def test_every_question_has_a_probe_or_a_reason():
    assert [one.name for one in QUESTIONS if (one.name in PROBES) == bool(one.no_probe)] == []
    assert {one.no_probe for one in QUESTIONS} - {""} == set(REASONS)
    assert set(PROBES) <= {one.name for one in QUESTIONS}
    assert all(len(one.answers) > 1 for one in ASKED)


def test_every_probe_has_a_switch_that_gives_two_answers_or_a_reason():
    asked = [one for one in QUESTIONS if one.name in PROBES]
    assert [one.name for one in asked if one.switched == bool(one.no_switch)] == []
    assert {one.no_switch for one in asked} - {""} == set(SWITCHLESS)


def test_every_switch_belongs_to_a_question():
    said = " ".join(one.switch for one in SAID)
    assert [one.name for one in fields(Switches) if f"`{one.name}" not in said] == []


def test_every_list_that_counts_is_asked():
    named = {one.name.partition(".")[2]: one for one in QUESTIONS if one.name.startswith("first-index.")}
    assert set(named) == lists() - {name for name, reading in FIRST_INDEX.items() if reading == "one"}
    assert {name: one.expected for name, one in named.items()} == {name: Switches().counts(name) for name in named}
    assert all(set(one.answers) == set(READINGS) for one in named.values())
