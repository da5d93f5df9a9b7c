"""``[drift]`` of zohodesk.toml."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import load_connections, load_drift_ignore


def test_the_ignore_list_is_read_and_stands_beside_connections(tmp_path):
    assert load_drift_ignore(tmp_path) == ()
    (tmp_path / "zohodesk.toml").write_text('[connections.prod]\n[drift]\nignore = ["Agent:*@x.example", "*:Test *"]\n')
    assert load_drift_ignore(tmp_path) == ("Agent:*@x.example", "*:Test *")
    assert list(load_connections(tmp_path)) == ["prod"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("drift = 3", "line 1, drift must be a table"),
        ("[drift]\nignored = []", "line 2, ignored of [drift] means nothing here. Allowed is: ignore."),
        ('[drift]\nignore = "Agent:*"', "line 2, ignore of [drift] must be a list of texts"),
        ("[drift]\nignore = [3]", "must be a list of texts"),
        ('[drift]\nignore = ["Agent"]', 'ignore of [drift] has "Agent", which names no kind or no pattern'),
        ('[drift]\nignore = [":x"]', "names no kind or no pattern"),
        ('[drift]\nignore = ["Agent: "]', "names no kind or no pattern"),
        ('[drifts]\nignore = ["Agent:x"]', "Allowed are: connections, drift, limits"),
    ],
)
def test_what_means_nothing_is_refused_with_its_line(tmp_path, text, words):
    (tmp_path / "zohodesk.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_drift_ignore(tmp_path)
    assert words in str(caught.value)
