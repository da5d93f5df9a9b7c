"""What the shell completes: connections wherever one is asked for, and folders where those will do."""

from __future__ import annotations

import pytest
import typer

from pulumi_zohodesk.cli._main import COMMANDS, app, run

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


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["export", "--kind", "Sk"], ["SkillType", "Skill"]),
        (["diff", "prod", "sandbox", "-k", "Dep"], ["Department"]),
        (["scopes", "--kind", "A"], ["Agent"]),
        (["guide", "--dc", "c"], ["cn", "ca"]),
        (["connection", "add", "x", "--dc", "u"], ["us", "uk"]),
        (["scopes", "--action", "skill_types.l"], ["skill_types.list"]),
        (["call", "departments.li"], ["departments.list"]),
        *([[name, "--stack", "d"], ["dev"]] for name in ("up", "preview", "drift", "adopt", "restore")),
    ],
    ids=str,
)
def test_kinds_data_centres_actions_and_stacks_are_completed(completed, tmp_path, words, offered):
    for stack in ("dev", "prod"):
        (tmp_path / f"Pulumi.{stack}.yaml").touch()
    assert set(offered) <= set(completed(*words))
    assert all(one.startswith(words[-1]) for one in completed(*words))


def test_snapshots_are_completed_newest_first_in_the_folder_that_is_named(completed, tmp_path):
    folder = tmp_path / "project" / ".zohodesk" / "snapshots" / "dev"
    folder.mkdir(parents=True)
    for name in ("20260101T000000Z.json", "20260102T000000Z.json", "20260102T000000Z.json.restored"):
        (folder / name).touch()
    found = completed("restore", "-C", "project", "pro")
    assert [place.rsplit("/", 1)[1] for place in found] == ["20260102T000000Z.json", "20260101T000000Z.json"]


def test_every_option_that_names_something_known_is_completed():
    tree = typer.main.get_command(app)
    commands = {name: tree.get_command(None, name) for name in COMMANDS}
    commands |= {
        f"{name} {part}": one for name in ("connection", "report") for part, one in commands[name].commands.items()
    }
    named = {"DC", "KIND", "ACTION", "STACK"}
    lacking = [
        f"{name} {option.opts[0]}"
        for name, command in commands.items()
        for option in command.params
        if option.metavar in named and option._custom_shell_complete is None
    ]
    assert lacking == []
