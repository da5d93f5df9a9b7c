"""Mistakes of the first hour: one sentence, made of what the engine says in half a second, before it runs anything.

These are the engine's own messages; tests/e2e/test_first_hour.py has them from the engine itself.
"""

from __future__ import annotations

import sys

import pytest

from pulumi_zohodesk.cli.clone._stack import CloneStack
from pulumi_zohodesk.cli.engine._engine import PulumiStack
from pulumi_zohodesk.cli.engine._run import RunStack
from pulumi_zohodesk.cli.engine._words import explained, without_passwords
from pulumi_zohodesk.errors import EngineError

SAID = {
    "no Pulumi.yaml project file found (searching upwards from /x). If you": "There is no Pulumi project in /here or",
    "PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI": "Nothing says where the state is kept.",
    'unable to open state directory "file:///x" (resolved to "file:///x")': "There is no folder file:///x, where",
    'unable to open state database "postgres://h/x": failed to ping PostgreSQL: dial tcp h: refused\nx': (
        "cannot be used: failed to ping PostgreSQL: dial tcp h: refused. Start it"
    ),
    'read ".pulumi/meta.yaml": blob (code=Unknown): operation error S3: GetObject, get identity: get credentials: x': (
        "asks for keys, and none is set"
    ),
    'read ".pulumi/meta.yaml": blob: GetObject, request send failed, Get "http://h/b": dial tcp h: refused': (
        'cannot be read: Get "http://h/b": dial tcp h: refused. Correct PULUMI_BACKEND_URL'
    ),
    "no stack selected; please use `pulumi stack select`": "No stack is selected here.",
    "no stack named 'prdo' found": "There is no stack prdo here. `pulumi stack ls` lists",
    "passphrase must be set with PULUMI_CONFIG_PASSPHRASE or": "under a passphrase, and none is given",
    "ModuleNotFoundError: No module named 'pulumi_zohodesk'": "The Python that runs the program does not have",
}


@pytest.fixture(autouse=True)
def no_store(monkeypatch):
    monkeypatch.delenv("PULUMI_BACKEND_URL", raising=False)


@pytest.mark.parametrize(("words", "sentence"), SAID.items(), ids=range(len(SAID)))
def test_a_mistake_of_the_first_hour_is_one_sentence_that_leads_on(words, sentence):
    said = explained(words, "/here")
    assert sentence in said
    assert "\n" not in said


def test_a_store_that_is_named_and_asks_for_a_token_is_no_store_that_is_not_named(monkeypatch):
    monkeypatch.setenv("PULUMI_BACKEND_URL", "fil:///desk")
    assert "PULUMI_BACKEND_URL names no store that is known" in explained(
        "PULUMI_ACCESS_TOKEN must be set for login", ""
    )


@pytest.mark.parametrize("who", ["u:pw@", "u:p@w@", "u:p/w@", 'u:p\\"w@', "u%40x:pw@", "pw@"])
def test_the_password_in_the_address_of_a_store_is_not_repeated(who):
    said = without_passwords(f'database "postgres://{who}127.0.0.1:1/x": failed; see https://example.com/a and a@b')
    assert said == 'database "postgres://127.0.0.1:1/x": failed; see https://example.com/a and a@b'


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (
            'parse "postgres://u:p/w@h/x": invalid port ":p" after host',
            'parse "postgres://h/x": invalid port after host',
        ),
        ("postgres://h/x?password=p/w, it failed: p/w", "postgres://h/x it failed: ***"),
        ('Get "https://h/x?sig=p/w": dial tcp', 'Get "https://h/x": dial tcp'),
        ('no folder "file:///home/a@b/x"', 'no folder "file:///home/a@b/x"'),
    ],
)
def test_nor_is_a_part_of_it(words, shown, monkeypatch):
    monkeypatch.setenv("PULUMI_BACKEND_URL", "postgres://u:p/w@h/x?sslmode=disable")
    assert without_passwords(words) == shown


@pytest.mark.parametrize(
    "runs",
    [
        lambda folder: PulumiStack(folder)._run("preview"),
        lambda folder: RunStack(folder).update(sys.stdout),
        lambda folder: CloneStack(folder, "sandbox").up(refresh=False, progress=None),
    ],
    ids=["read", "update", "clone"],
)
def test_no_way_out_of_the_engine_lets_it_through(runs, tmp_path, monkeypatch, capsys):
    (tmp_path / "pulumi").write_text(f"#!{sys.executable}\nprint('lost: postgres://u:p/w@h/x?a=b')\nexit(1)\n")
    (tmp_path / "pulumi").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    try:
        runs(tmp_path)
    except EngineError as failed:
        print(failed)
    assert capsys.readouterr().out.endswith("lost: postgres://h/x\n")


def test_what_the_plugin_said_is_repeated_without_what_the_engine_puts_around_it():
    said = "error: Preview failed: Reading x failed.\nMore.\nerror: Preview failed: Reading x failed.\nMore."
    assert explained(f"{said}\nerror: preview failed\n", "/here") == "Reading x failed.\nMore."
    assert explained(f"{said}\nerror: another engine's words", "/here") is None


def test_what_the_plugin_said_is_not_taken_for_words_of_the_engine():
    said = 'Department "no stack selected" is not there.'
    assert explained(f"error: Preview failed: {said}\nerror: preview failed\n", "/here") == said


def test_what_is_none_of_these_stays_as_it_is():
    assert explained("error: No module named 'pulumi_aws'\nAttributeError: x", "/here") is None
