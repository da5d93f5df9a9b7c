"""``[drift]`` of zohodesk.toml."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import DriftTable, load_connections, load_drift


def test_the_ignore_list_is_read_and_stands_beside_connections(tmp_path):
    assert load_drift(tmp_path) == DriftTable()
    (tmp_path / "zohodesk.toml").write_text('[connections.prod]\n[drift]\nignore = ["Agent:*@x.example", "*:Test *"]\n')
    assert load_drift(tmp_path).ignore == ("Agent:*@x.example", "*:Test *")
    (tmp_path / "zohodesk.toml").write_text('[drift]\nbaseline = "a.json"\nunmanaged = "fail"\n[connections.prod]\n')
    assert load_drift(tmp_path) == DriftTable((), tmp_path / "a.json", fails=True)
    assert list(load_connections(tmp_path)) == ["prod"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("drift = 3", "drift must be a table"),
        (
            "[drift]\nignored = []",
            "ignored of [drift] means nothing here. Did you mean ignore? Allowed are: ignore, baseline, unmanaged.",
        ),
        ('[drift]\nignore = "Agent:*"', "ignore of [drift] must be a list of texts"),
        ("[drift]\nignore = [3]", "must be a list of texts"),
        ('[drift]\nignore = ["Agent"]', 'ignore of [drift] has "Agent", which names no kind or no pattern'),
        ('[drift]\nignore = [":x"]', "names no kind or no pattern"),
        ('[drift]\nignore = ["Agent: "]', "names no kind or no pattern"),
        ('[drift]\nbaseline = " "', "baseline of [drift] must be the name of a file"),
        ("[drift]\nbaseline = true", "must be the name of a file"),
        ('[drift]\nunmanaged = "yes"', 'unmanaged of [drift] must be "tell" or "fail".'),
        ("[drift]\nunmanaged = []", 'must be "tell" or "fail"'),
        (
            '[drifts]\nignore = ["Agent:x"]',
            "drifts of the file means nothing here. Did you mean drift? Allowed are: version, connections, drift,",
        ),
    ],
)
def test_what_means_nothing_is_refused_with_table_and_key(tmp_path, text, words):
    (tmp_path / "zohodesk.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_drift(tmp_path)
    assert words in str(caught.value)
