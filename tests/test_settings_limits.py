"""The table `[limits]` of zohodesk.toml."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import Bounds, Limits, add_connection, load_connections, load_limits, resolve


def test_without_a_file_or_a_table_the_defaults_hold(tmp_path):
    assert load_limits(tmp_path) == Limits()
    (tmp_path / "zohodesk.toml").write_text("[connections.prod]\ndc = 'eu'\n")
    assert load_limits(tmp_path).of("Agent") == Bounds(10, 30, 30, 50)


def test_a_kind_has_what_its_own_table_says_and_else_what_all_have(tmp_path):
    (tmp_path / "zohodesk.toml").write_text(
        "[limits]\nupdates = 5\n[limits.Agent]\nremovals = 0\nremovals_percent = 2.5\n"
    )
    limits = load_limits(tmp_path)
    assert limits.of("Agent") == Bounds(removals=0, removals_percent=2.5, updates=5)
    assert limits.of("Skill") == limits.every == Bounds(updates=5)
    assert load_connections(tmp_path) == {}


WRONG = """[limits]
removals = -1
removal = 3
updates_percent = 101
updates = true

[limits.Agent]
removals = "many"
"""


def test_all_problems_are_told_at_once_each_with_table_and_key(tmp_path):
    (tmp_path / "zohodesk.toml").write_text(WRONG)
    for load in (load_limits, load_connections):
        with pytest.raises(ConfigError) as caught:
            load(tmp_path)
        said = sorted(problem.partition("zohodesk.toml, ")[2] for problem in caught.value.problems)
        assert [one.partition("]")[0] for one in said] == [
            "removal of [limits",
            "removals of [limits.Agent",
            "removals of [limits",
            "updates of [limits",
            "updates_percent of [limits",
        ]
        assert "means nothing here. Did you mean removals? Allowed are: removals," in said[0]
        assert "must be a whole number" in said[1]


def test_limits_that_are_no_table_are_refused(tmp_path):
    (tmp_path / "zohodesk.toml").write_text("limits = 3\n")
    with pytest.raises(ConfigError, match=r"limits must be a table"):
        load_limits(tmp_path)


def test_the_table_stays_when_a_connection_is_added(tmp_path):
    file = tmp_path / "zohodesk.toml"
    file.write_text("# ours\n[limits]\nremovals = 2 # few\n")
    add_connection("prod", {"dc": "eu"}, tmp_path)
    assert file.read_text().startswith("# ours\n[limits]\nremovals = 2 # few\n")
    assert load_limits(tmp_path).every.removals == 2


def test_what_is_protected_comes_with_the_settings(tmp_path):
    (tmp_path / "zohodesk.toml").write_text('[protected]\nDepartment = ["Sales", "S*"]\nAgent = []\n')
    names = ("ORG_ID", "CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN")
    settings = resolve(environ={f"ZOHODESK_{name}": "1" for name in names}, directory=tmp_path)
    assert settings.protected == (("Department", ("Sales", "S*")), ("Agent", ()))


@pytest.mark.parametrize("value", ['"Sales"', "[1]", '[""]', "3", "{ a = 1 }"])
def test_what_protects_nothing_is_refused(value, tmp_path):
    (tmp_path / "zohodesk.toml").write_text(f"[protected]\nDepartment = {value}\n")
    names = ("ORG_ID", "CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN")
    for load in (
        lambda: load_limits(tmp_path),
        lambda: resolve(environ={f"ZOHODESK_{name}": "1" for name in names}, directory=tmp_path),
    ):
        with pytest.raises(ConfigError, match=r"Department of \[protected\] must be a list"):
            load()
