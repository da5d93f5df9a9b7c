"""Mistakes of the first hour: one sentence, made of what the engine says in half a second, before it runs anything.

These are the engine's own messages; tests/e2e/test_first_hour.py has them from the engine itself.
"""

from __future__ import annotations

import pytest

from pulumi_zohodesk.cli.engine._words import explained

SAID = {
    "no Pulumi.yaml project file found (searching upwards from /x). If you": "There is no Pulumi project in /here or",
    "PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI": "Nothing says where the state is kept.",
    'unable to open state directory "file:///x" (resolved to "file:///x")': "There is no folder file:///x, where",
    "no stack selected; please use `pulumi stack select`": "No stack is selected here.",
    "no stack named 'prdo' found": "There is no stack prdo here. `pulumi stack ls` lists",
    "passphrase must be set with PULUMI_CONFIG_PASSPHRASE or": "under a passphrase, and none is given",
    "ModuleNotFoundError: No module named 'pulumi_zohodesk'": "The Python that runs the program does not have",
}


@pytest.mark.parametrize(("words", "sentence"), SAID.items(), ids=range(len(SAID)))
def test_a_mistake_of_the_first_hour_is_one_sentence_that_leads_on(words, sentence):
    said = explained(words, "/here")
    assert sentence in said
    assert "\n" not in said


def test_what_is_none_of_these_stays_as_it_is():
    assert explained("error: No module named 'pulumi_aws'\nAttributeError: x", "/here") is None
