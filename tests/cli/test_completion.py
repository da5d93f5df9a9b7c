"""What the shell completes: connections wherever one is asked for, and folders where those will do."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.cli._main import run

WHERE = [
    *(["connection", verb] for verb in ("show", "remove", "use")),
    *([name] for name in ("login", "logout", "whoami")),
    *([name, "-c"] for name in ("doctor", "scopes", "guide", "export")),
    ["call", "tickets.list", "--connection"],
    ["clone", "--from"],
    ["clone", "--to"],
    ["diff"],
    ["diff", "prod"],
]


@pytest.fixture
def completed(tmp_path, monkeypatch, capsys):
    """What bash would offer for the words, of which the last is not finished."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zohodesk.toml").write_text("[connections.prod]\n[connections.preprod]\n[connections.sandbox]\n")

    def complete(*words: str) -> list[str]:
        monkeypatch.setenv("_ZOHODESK_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", " ".join(["zohodesk", *words]))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        with pytest.raises(SystemExit):
            run([])
        return capsys.readouterr().out.split()

    return complete


@pytest.mark.parametrize("words", WHERE, ids=" ".join)
def test_connections_are_completed(completed, words):
    assert completed(*words, "pr") == ["preprod", "prod"]


def test_folders_that_can_be_compared_are_completed(completed, tmp_path):
    (tmp_path / "production").mkdir()
    (tmp_path / "production" / "Pulumi.yaml").touch()
    (tmp_path / "presents").mkdir()
    assert completed("diff", "pr") == ["preprod", "prod", "production"]


def test_a_file_with_mistakes_completes_nothing(completed, tmp_path):
    (tmp_path / "zohodesk.toml").write_text("[connections.prod]\nbogus = 1\n")
    assert completed("whoami", "pr") == []
