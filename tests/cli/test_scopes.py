"""`zohodesk actions`, `scopes` and `guide`: one table, said in three ways."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pulumi_zohodesk.actions import ACTIONS
from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.settings import load_connections
from tests.pages import read

from .terminal import Terminal

HELP_DESK = str(Path(__file__).resolve().parents[2] / "examples" / "06-whole-help-desk")
VERBS = ("READ", "CREATE", "UPDATE", "DELETE")
ADD = ["connection", "add", "prod", "--dc", "eu", "--client-id", "1000.A"]


@pytest.fixture(autouse=True)
def _place_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def said(capsys):
    """Runs a command; gives exit code, output and errors."""

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(arguments)
        found = capsys.readouterr()
        return code, found.out, found.err

    return command


def test_the_forty_are_listed_and_the_rest_on_demand(said):
    code, out, _ = said("actions")
    assert code == 0
    assert all(action.name in out for action in ACTIONS if action.connector)
    assert "agents.get_by_email" not in out
    assert f"{sum(not action.connector for action in ACTIONS)} more" in out
    assert "agents.get_by_email" in said("actions", "--all")[1]


def test_each_action_is_listed_with_what_must_allow_it(said, monkeypatch):
    whole = "1 credit; scope Desk.tickets.CREATE; permission Tickets: Create; sharing Public Read/Write/Delete"
    assert whole in [line.strip() for line in said("actions", "--group", "tickets")[1].splitlines()]
    monkeypatch.setattr("sys.stdout", shown := Terminal())
    said("actions", "--group", "tickets")
    assert whole in " ".join(shown.plain().split())
    assert max(map(len, shown.plain().splitlines())) <= 80


def test_the_list_as_json_says_everything(said):
    rows = json.loads(said("actions", "--json")[1])
    assert len(rows) == 40
    (row,) = [row for row in rows if row["name"] == "tickets.move"]
    assert row["operation"] == {"id": "moveTicket", "method": "POST", "path": "/tickets/{ticketId}/move"}
    assert row["layers"]["profile"]["needs"] == "tickets.edit"
    assert {"name": "ticketId", "place": "path", "type": "id", "required": True} in row["parameters"]


def test_scopes_are_printed_one_per_line_joined_or_as_an_address(said):
    choice = ["--action", "tickets.list", "--kind", "SkillType"]
    _, out, _ = said("scopes", *choice)
    assert out.split() == [
        *(f"Desk.settings.{verb}" for verb in VERBS),
        "Desk.tickets.READ",
    ]
    assert said("scopes", *choice, "--comma")[1].strip() == ",".join(out.split())
    address = said("scopes", *choice, "--url", "--client-id", "1000.A", "--dc", "eu")[1].strip()
    assert address.startswith("https://accounts.zoho.eu/oauth/v2/auth?")
    assert "client_id=1000.A" in address
    assert "Desk.settings.READ" in address
    assert "state" not in address


def test_what_a_program_uses_is_asked_for(said):
    assert said("scopes", "--program", HELP_DESK)[1].split() == [f"Desk.settings.{verb}" for verb in VERBS]
    assert said("scopes", "--program", HELP_DESK, "--read-only")[1].split() == ["Desk.settings.READ"]


def test_narrow_scopes_come_with_a_warning(said):
    _, out, err = said("scopes", "--kind", "Department", "--narrow")
    assert out.split() == [*(f"Desk.departments.{verb}" for verb in VERBS[:3]), "Desk.organization.READ"]
    assert "catalogue of scopes does not list Desk.departments.READ, Desk.departments.CREATE" in err


def test_what_a_set_leaves_out_is_a_remark(said):
    assert 'on_destroy="delete" of agents also needs' in said("scopes", "--kind", "Agent")[2]
    assert "`zohodesk login` itself also needs Desk.basic.READ" in said("scopes", "--action", "tickets.list")[2]
    assert said("scopes", "--action", "tickets.list", "--sign-in")[2] == ""


def test_a_connection_says_what_it_is_for(said):
    run([*ADD, "--action", "tickets.list", "--kind", "Department"])
    assert set(said("scopes", "--connection", "prod")[1].split()) == {
        "Desk.tickets.READ",
        *(f"Desk.basic.{verb}" for verb in VERBS[:3]),
    }
    assert said("scopes", "-c", "prod", "--read-only")[1].split() == ["Desk.basic.READ", "Desk.tickets.READ"]


def test_all_that_is_wrong_with_a_connection_is_said_at_once(said, tmp_path):
    (tmp_path / "zohodesk.toml").write_text(
        '[connections.prod]\ndc = "eu"\nclient_id = "1000.A"\n'
        'actions = ["tickets.lst"]\nkinds = ["Agnt"]\nscopes = ["Desk.tikets.READ"]\n'
    )
    code, _, err = said("scopes", "--connection", "prod")
    assert code == 1
    for key, word in {"actions": "tickets.lst", "kinds": "Agnt", "scopes": "Desk.tikets.READ"}.items():
        assert any(f"zohodesk.toml, {key} of" in one and word in one for one in err.splitlines())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["scopes"], "Choose with"),
        (["guide"], "Choose with"),
        (["scopes", "-a", "tickts.list"], "Nearest: tickets.list"),
        (["scopes", "-k", "Agnt"], "Nearest: Agent"),
        (["scopes", "-a", "tickets.create", "--read-only"], "contradict"),
        (["scopes", "-a", "tickets.list", "--comma", "--json"], "exclude each other"),
        (["actions", "--group", "tickts"], "Nearest: tickets"),
        (["guide", "-a", "tickets.list", "--dc", "mars"], "no data centre"),
        (["conection"], "Nearest: connection"),
        (["scopes", "-k", "Agent", "--dc", "mars", "--client-id", "x y"], "--dc, --client-id: only for --url"),
        (["scopes", "-k", "Agent", "--url", "--client-id", "x y"], "a client id has no blanks"),
        (["scopes", "-k", "Agent", "--url", "--client-id", ""], "it is empty"),
        (["scopes", "-k", "Agent", "--url", "--redirect-uri", "javascript:alert(1)"], "a callback address looks like"),
        (["scopes", "--program", ""], "It names no folder"),
        (["scopes", "-a", "bad.one", "-a", "bad.two", "-k", "Bad"], '"bad.two"'),
        (["scopes", "-a", "bad.one", "-k", "Bad"], 'There is no kind "Bad"'),
        (["guide", "-k", "Agent", "--md", "g", "--html", "./g"], "name the same file"),
        (["guide", "-k", "Agent", "--name", "a b; rm -rf /"], "cannot name a connection"),
    ],
)
def test_a_wrong_choice_is_one_sentence_and_64(said, arguments, words):
    code, out, err = said(*arguments)
    assert (code, out) == (64, "")
    assert words in " ".join(err.split())


def test_a_guide_shows_what_applies_and_nothing_else(said):
    records = said("guide", "--action", "tickets.list")[1]
    assert "Data Sharing" in records
    assert "Tickets: View" in records
    assert "pulumi preview" not in records
    kinds = said("guide", "--kind", "Department", "--dc", "eu")[1]
    assert "Data Sharing" not in kinds
    assert "Departments" in kinds
    assert "pulumi preview" in kinds
    assert "https://api-console.zoho.eu" in kinds
    basic = said("guide", "--action", "organizations.list")[1]
    assert "Permission profile" not in basic


def test_the_commands_of_a_guide_work(said):
    """The line that adds the connection is taken from the page and run."""
    text = said("guide", "--action", "tickets.list", "--name", "desk")[1]
    start = text.index("zohodesk connection add")
    line = text[start : text.index("What each scope")].replace("\\\n", " ").replace("CLIENT_ID", "1000.A")
    assert run(line.split()[1:]) == 0
    assert load_connections()["desk"].scopes == ("Desk.basic.READ", "Desk.tickets.READ")


def test_a_guide_is_written_as_markdown_and_as_a_page(said, tmp_path):
    code, out, _ = said("guide", "-k", "Agent", "--md", "guide.md", "--html", "guide.html")
    assert code == 0
    assert "Wrote guide.md" in out
    page = (tmp_path / "guide.html").read_text()
    assert "OAuth application" in read(page).text
    assert (tmp_path / "guide.md").read_text().startswith("# Connecting Zoho Desk\n")
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_guide_that_cannot_be_written_is_one_sentence(said):
    code, _, err = said("guide", "-k", "Agent", "--md", "missing/guide.md")
    assert code == 1
    assert "cannot be written to missing/guide.md" in err


def test_names_are_no_markup_in_a_page(said, tmp_path):
    folder = tmp_path / "<b>x"
    folder.mkdir()
    (folder / "__main__.py").write_text("import pulumi_zohodesk as desk\ndesk.Agent('a')")
    said("guide", "--program", str(folder), "--html", "guide.html")
    assert "<b>x" not in (tmp_path / "guide.html").read_text()


def test_a_connection_that_lists_scopes_honours_read_only(said):
    run([*ADD, "--scope", "Desk.tickets.ALL", "--scope", "Desk.contacts.UPDATE"])
    assert said("scopes", "-c", "prod")[1].split() == ["Desk.tickets.ALL", "Desk.contacts.UPDATE"]
    assert said("scopes", "-c", "prod", "--read-only")[1].split() == ["Desk.tickets.READ"]
    assert "--narrow changes nothing" in said("scopes", "-c", "prod", "--narrow")[2]
    run(["connection", "add", "w", "--client-id", "1000.B", "--scope", "Desk.contacts.UPDATE"])
    assert "nothing is left" in said("scopes", "-c", "w", "--read-only")[2]


def test_a_text_of_any_length_is_cut_in_messages(said):
    for name in ("x" * 100_000, "\x1b[31mred"):
        _, _, err = said("scopes", "-a", name)
        assert len(err) < 3000
        assert "\x1b" not in err


def test_what_an_option_says_must_agree_with_the_connection(said, tmp_path):
    (tmp_path / "zohodesk.toml").write_text('[connections.prod]\ndc = "EU"\nclient_id = "1000.A"\nkinds = ["Agent"]\n')
    assert said("scopes", "--url", "-c", "prod", "--dc", "eu")[0] == 0
    assert said("guide", "-c", "prod", "--dc", "eu")[0] == 0
    for wrong in (["scopes", "--url", "--dc", "us"], ["guide", "--dc", "us"], ["guide", "--name", "other"]):
        code, _, err = said(*wrong, "-c", "prod")
        assert code == 64
        assert "say different things" in " ".join(err.split())


def test_a_guide_for_another_data_centre_makes_another_connection(said):
    run(ADD)
    assert "zohodesk connection add prod-in --dc in" in said("guide", "-k", "Agent", "--dc", "in")[1]
    assert "[connections.prod]" in said("guide", "-k", "Agent", "--dc", "eu")[1]
    assert said("guide", "-k", "Agent", "--dc", "in", "--name", "prod")[0] == 64


def test_the_connection_of_the_environment_says_where_consent_is_asked(said, monkeypatch):
    run(ADD)
    monkeypatch.setenv("ZOHODESK_CONNECTION", "prod")
    assert "accounts.zoho.eu" in said("scopes", "-k", "Agent", "--url")[1]
    other = said("scopes", "-k", "Agent", "--url", "--client-id", "1000.B", "--dc", "in")[1]
    assert "accounts.zoho.in" in other
    assert "client_id=1000.B" in other


def test_a_connection_whose_actions_all_change_something_leaves_nothing_to_read(said):
    run([*ADD, "--action", "tickets.create"])
    code, _, err = said("scopes", "-c", "prod", "--read-only")
    assert code == 1
    assert "None of the actions of [connections.prod]" in err


def test_a_program_with_look_ups_alone_says_what_a_bare_connection_is_for(said, tmp_path):
    run(ADD)
    (tmp_path / "__main__.py").write_text("import pulumi_zohodesk as desk\ndesk.get_role(name='x')\n")
    assert said("scopes", "--program", ".", "-c", "prod")[1].split() == ["Desk.basic.READ"]


def test_names_are_no_markup_in_markdown(said, tmp_path):
    folder = tmp_path / "d`<script>[x](y)"
    folder.mkdir()
    (folder / "__main__.py").write_text("import pulumi_zohodesk as desk\ndesk.Agent('a')")
    assert said("guide", "--program", str(folder), "--md", "guide.md")[0] == 0
    text = (tmp_path / "guide.md").read_text()
    assert "<script>" not in text
    assert "[x](" not in text


def test_a_scope_that_may_exist_is_a_warning(said):
    run([*ADD, "--scope", "Desk.teams.READ"])
    code, out, err = said("scopes", "-c", "prod")
    assert (code, out) == (0, "Desk.teams.READ\n")
    assert "Neither" not in err
    code, _, err = said("connection", "add", "x", "--client-id", "1000.B", "--scope", "Desk.tikets.READ")
    assert code == 0
    assert "Nearest: Desk.tickets.READ" in err
    assert "Nearest: Desk.tickets.READ" in said("guide", "-c", "x")[2]
