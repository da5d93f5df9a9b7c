"""`zohodesk diff` as it is typed, on the emulator's two organisations."""

from __future__ import annotations

import json
import re

import pytest

from pulumi_zohodesk.cli._differences import Report
from pulumi_zohodesk.cli._differences_page import as_markdown, tell
from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.compare import Edit, Finding, Sort, data_files, keys_in
from pulumi_zohodesk.engine import Text
from pulumi_zohodesk.kinds import KINDS
from tests.inventory.organisation import is_when
from tests.pages import read

from .two_connections import connect, writes

HOSTILE = "<script>alert(1)</script> `@all` \x1b[31m\u202e|"


@pytest.fixture
def home(emulator, tmp_path, monkeypatch):
    for name, value in (("prod", "French"), ("sandbox", "German")):
        table = {
            "departments": [{"name": "Sales"}, {"name": HOSTILE if name == "prod" else "Other"}],
            "agents": [{"lastName": "Doe", "emailId": "jo@example.com", "departments": ["Sales"]}],
            "skillTypes": [{"name": "Language", "department": "Sales"}],
            "skills": [
                {"name": "French", "department": "Sales", "skillType": "Language", "criteria": is_when(value)},
            ],
        }
        emulator.seed({name: table})
    jo, off = (
        next(row["id"] for row in emulator.state("sandbox")[table] if row.get(key) == value)
        for table, key, value in (("agents", "emailId", "jo@example.com"), ("departments", "name", "Sales"))
    )
    emulator.edit("sandbox", "agents", "update", id=jo, values={"status": "DISABLED", "lastName": "Dough"})
    skill = next(row for row in emulator.state("prod")["skills"])
    person = next(row["id"] for row in emulator.state("prod")["agents"] if row["emailId"] == "jo@example.com")
    emulator.edit("prod", "skills", "update", id=skill["id"], values={"agentIds": [person]})
    emulator.edit("sandbox", "departments", "update", id=off, values={"description": "x" * 20})
    emulator.clear_log()
    return connect(emulator, tmp_path, monkeypatch)


def test_two_organisations_are_compared_and_nothing_is_written(home, emulator, capsys):
    assert run(["diff", "prod", "sandbox"]) == 2
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "\x1b" not in printed.out
    assert "\u202e" not in printed.out
    assert 'agent "jo@example.com" (disabled in sandbox)' in printed.out
    assert 'skill "French" in "Language" in "Sales"\n      criteria.field_conditions[0].value: French → German' in (
        printed.out
    )
    assert "agent_ids: -jo@example.com" in printed.out
    assert "last_name: Doe → Dough" in printed.out
    assert f"description: (empty) → {'x' * 20}" in printed.out
    assert "Only in sandbox (2)" in printed.out
    assert writes(emulator) == []
    assert all(entry["status"] < 400 for entry in emulator.log())


def test_the_cost_is_the_list_pages_of_both(home, emulator):
    run(["diff", "prod", "sandbox"])
    calls = [entry["operation"] for entry in emulator.log() if "/oauth/" not in entry["path"]]
    scopes = [kind.listing.scope for kind in KINDS if not kind.dear]
    whole = scopes.count(None)
    assert len(calls) == 2 * (whole + 3 * (len(scopes) - whole))


def test_what_is_compared_only_by_its_name_is_told_where_an_export_has_it(home, capsys):
    assert run(["export", "-c", "prod", "--format", "yaml", "--kind", "DataSharing", "--out", "data"]) == 0
    capsys.readouterr()
    run(["diff", "prod", "./data"])
    said = " ".join("".join(capsys.readouterr()).split())
    assert "objects of kind DataSharing are compared only with --kind DataSharing." in said
    assert "is not for" not in said
    assert "Product" not in said
    assert run(["diff", "prod", "./data", "--kind", "DataSharing"]) == 0
    assert "only with" not in "".join(capsys.readouterr())


def test_json(home, capsys):
    assert run(["diff", "prod", "sandbox", "--json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert report["a"]["connection"] == "prod"
    assert report["counts"] == {"changed": 4, "disabled": 1, "only_in_a": 2, "only_in_b": 2, "duplicates": 0}
    skill = next(one for one in report["findings"] if one["kind"] == "Skill")
    assert skill["key"] == ["Sales", "Language", "French"]
    assert {"field": "agent_ids", "old": ["jo@example.com"], "new": None} in skill["fields"]
    assert len(skill["ids"]) == 2


def test_markdown_for_a_comment_folds_the_details_and_mentions_nobody(home, capsys):
    assert run(["diff", "prod", "sandbox", "--markdown"]) == 2
    text = capsys.readouterr().out
    assert text.startswith(
        "### prod and sandbox\n\n**4 different, 1 disabled in one, 2 only in prod, 2 only in sandbox"
    )
    assert text.count("<details>") == text.count("</details>") == 4
    bare = re.sub(r"(`+) ?.*?\1", "", text)
    assert "<script>" not in bare
    assert "@" not in bare


def test_html_is_one_page_in_which_everything_is_text(home, capsys):
    assert run(["diff", "prod", "sandbox", "--html", "page.html"]) == 2
    assert "Written: page.html" in capsys.readouterr().err
    page = (home / "page.html").read_text()
    found = read(page)
    assert "<script>alert(1)</script>" in found.text
    assert not re.search(r"https?://", page)
    assert re.search(r"First\s*prod: Example Prod \(\d+\)\s*Second\s*sandbox: Example Sandbox", found.text)
    assert "Criteria: field conditions: value" in found.text
    assert "zohodesk clone --from prod --to sandbox" in found.text


def test_only_one_kind_and_no_difference_ends_with_0(home, capsys):
    assert run(["diff", "prod", "sandbox", "--kind", "skill-type"]) == 0
    assert "No difference; 1 object compared." in capsys.readouterr().out


@pytest.mark.parametrize("markdown", ["--markdown", "--json"])
def test_an_organisation_and_its_export(home, emulator, capsys, markdown):
    assert run(["export", "-c", "prod", "--format", "yaml", "--out", "data"]) == 0
    capsys.readouterr()
    assert run(["diff", "prod", "./data"]) == 0
    assert run(["diff", "data", "prod", markdown]) == 0
    sales = next(row["id"] for row in emulator.state("prod")["departments"] if row["name"] == "Sales")
    emulator.edit("prod", "departments", "update", id=sales, values={"description": "new"})
    capsys.readouterr()
    assert run(["diff", "prod", "data"]) == 2
    assert "description: new → (empty)" in capsys.readouterr().out


def test_what_a_clone_left_out_is_excused(home, emulator, capsys):
    assert run(["diff", "prod", "sandbox", "--json"]) == 2
    found = json.loads(capsys.readouterr().out)["findings"]
    omitted = [
        {"kind": one["kind"], "key": one["key"], **({"field": field["field"]} if one["sort"] == "changed" else {})}
        for one in found
        for field in one["fields"] or [{}]
        if one["sort"] in ("changed", "only_in_a")
    ]
    for one in omitted:
        one["leftOut"], one["putIn"] = [["jo@example.com"], ["Example Prod"]], [["Example Sandbox"]]
    kept = [{"kind": one["kind"], "key": one["key"]} for one in found if one["sort"] == "only_in_b"]
    variables = emulator.env()
    ids = {key: variables[f"ZOHODESK_{name}_ORG_ID"] for key, name in (("from", "PROD"), ("to", "SANDBOX"))}
    report = {**{key: {"organization": id} for key, id in ids.items()}, "omitted": omitted, "kept": kept}
    (home / "report.json").write_text(json.dumps({**report, "status": "done"}))
    assert run(["diff", "prod", "sandbox", "--as-cloned", "report.json"]) == 2
    assert capsys.readouterr().out.startswith("Disabled in one (1)")
    emulator.clear_log()
    (home / "unfinished.json").write_text(json.dumps({**report, "status": "unfinished"}))
    (home / "other.json").write_text(json.dumps({**report, "to": {"organization": "999"}, "status": "done"}))
    for arguments, words in (
        (["prod", "sandbox", "--as-cloned", "unfinished.json"], "has not come to its end"),
        (["prod", "sandbox", "--as-cloned", "other.json"], "is of a clone into organisation 999, and"),
        (["sandbox", "prod", "--as-cloned", "report.json"], "only what is compared in the direction of the clone"),
    ):
        assert run(["diff", *arguments]) == 1
        assert words in capsys.readouterr().err
    assert emulator.log() == []


def test_one_organisation_under_another_spelling_of_its_host_is_refused(home, emulator, monkeypatch, capsys):
    file = home / "zohodesk.toml"
    text = file.read_text().split("[connections.sandbox]")[0]
    alias = text.replace("connections.prod", "connections.alias").replace("127.0.0.1", "localhost")
    file.write_text(f"{text}\n{alias}")
    for key in ("CLIENT_SECRET", "REFRESH_TOKEN"):
        monkeypatch.setenv(f"ZOHODESK_ALIAS_{key}", emulator.env()[f"ZOHODESK_PROD_{key}"])
    assert run(["diff", "prod", "alias"]) == 1
    assert "are the same organisation" in capsys.readouterr().err
    assert emulator.log() == []


def made_report(doubts=(), notes=(), findings=()) -> Report:
    return Report("a and b", ("a", "b"), {Sort.CHANGED: "Different"}, findings, 1, notes, doubts)


def test_markdown_always_fits_into_a_comment():
    text = as_markdown(made_report(doubts=["x" * 200] * 600, notes=["note"]))
    assert len(text) < 65_536
    assert "more, which do not fit here" in text


def test_sentences_of_markdown_hold_no_entities_mentions_or_links():
    text = as_markdown(made_report(doubts=["&commat;octocat @octocat https://evil.example www.evil.example *x*"]))
    assert "&amp;commat;octocat @\u200boctocat https&#58;//evil.example www&#46;evil.example \\*x\\*" in text


def test_half_a_sign_is_still_json(capsys):
    edit = Edit("description", "x", "y \ud83d é", Text(99))
    report = made_report(findings=[Finding(Sort.CHANGED, "Department", ("A",), (edit,))])
    assert tell(report, as_json=True, markdown=False, page=None) == 2
    printed = capsys.readouterr().out
    assert "\\ud83d é" in printed
    assert json.loads(printed)["findings"][0]["fields"][0]["new"] == "y \ud83d é"


def test_two_objects_of_one_key_are_named(home, emulator, capsys):
    emulator.edit("sandbox", "departments", "create", values={"name": "SALES"})
    assert run(["diff", "prod", "sandbox", "-k", "Department"]) == 2
    assert re.search(r'department "\w+" \(2 in sandbox: ids \d+, \d+\)', capsys.readouterr().out)


def test_what_cannot_be_seen_is_an_error_beside_the_rest(home, emulator, capsys):
    emulator.fault(operation="getSkills", status=403, body={"errorCode": "FORBIDDEN", "message": "no"})
    assert run(["diff", "prod", "sandbox"]) == 1
    printed = capsys.readouterr()
    assert "last_name: Doe → Dough" in printed.out
    assert 'error: prod: the objects of kind Skill of the department "' in printed.err


REFUSED = {"errorCode": "FORBIDDEN", "message": "no"}


def test_a_hidden_kind_is_a_gap_and_the_rest_is_compared(home, emulator, capsys):
    skill, jo = (emulator.state("sandbox")[table][-1]["id"] for table in ("skills", "agents"))
    emulator.edit("sandbox", "agents", "update", id=jo, values={"status": "ACTIVE"})
    emulator.edit("sandbox", "skills", "update", id=skill, values={"agentIds": [jo]})
    emulator.fault(operation="getAgents", organization="sandbox", status=403, body=REFUSED, count=None)
    assert run(["diff", "prod", "sandbox", "--json"]) == 1
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert "error: sandbox: the objects of kind Agent cannot be seen, so nothing is said of them." in printed.err
    assert "profile" in printed.err
    assert {(one["kind"], one["sort"]) for one in found["findings"]} == {
        *(("Department", "changed"), ("Department", "only_in_a"), ("Department", "only_in_b"), ("Skill", "changed")),
    }
    skill = next(one for one in found["findings"] if one["kind"] == "Skill")
    assert [edit["field"] for edit in skill["fields"]] == ["criteria"]  # of agents nothing is said
    assert run(["diff", "prod", "sandbox", "--kind", "Agent"]) == 1
    assert capsys.readouterr().err.startswith("error: Reading agents failed with HTTP 403 FORBIDDEN")


def test_without_departments_nothing_that_lies_in_them_is_missing(home, emulator, capsys):
    emulator.fault(operation="getDepartments", organization="sandbox", status=403, body=REFUSED, count=None)
    assert run(["diff", "prod", "sandbox", "--json"]) == 1
    printed = capsys.readouterr()
    found = json.loads(printed.out)["findings"]
    assert {(one["kind"], one["sort"]) for one in found} == {("Agent", "changed"), ("Agent", "disabled")}
    for kind in ("Department", "SkillType", "Skill"):
        assert f"error: sandbox: the objects of kind {kind} cannot be seen" in printed.err


@pytest.mark.parametrize("hidden", ["getAgents", "getDepartments"])
def test_what_an_export_could_not_see_is_no_difference_later(home, emulator, capsys, hidden):
    emulator.fault(operation=hidden, organization="prod", status=403, body=REFUSED, count=None)
    assert run(["export", "-c", "prod", "--format", "yaml", "--out", "data"]) == 0
    emulator.clear_faults()
    assert keys_in(data_files(home / "data"))  # which `desk.load` takes as well
    capsys.readouterr()
    assert run(["diff", "data", "prod"]) == 1
    printed = capsys.readouterr()
    assert "No difference; " in printed.out
    assert "error: data: the objects of kind " in printed.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["prod", "prod"], 1, "are the same organisation"),
        (["prod", "nope"], 1, 'no connection "nope"'),
        (["prod", "./nope"], 1, "There is no folder ./nope"),
        (["prod", "empty"], 1, "empty is no export: it has no __main__.py"),
        (["prod", "python"], 1, "is a Python program; only data can be compared"),
        (["empty", "./empty"], 1, "are the same folder"),
        (["prod", "sandbox", "--kind", "Nope"], 1, 'no kind "Nope"'),
        (["prod", "sandbox", "--json", "--markdown"], 64, "contradict each other"),
        (["prod", "sandbox", "--as-cloned", "empty"], 1, "empty"),
        (["prod", "sandbox", "--as-cloned", "zohodesk.toml"], 1, "is no report of `zohodesk clone`"),
        (["prod"], 64, "Missing argument"),
    ],
)
def test_bad_input_is_refused_before_anything_is_read(home, emulator, capsys, arguments, code, words):
    (home / "empty").mkdir()
    (home / "python").mkdir()
    (home / "python" / "__main__.py").write_text("import pulumi\n")
    assert run(["diff", *arguments]) == code
    assert words in capsys.readouterr().err
    if arguments[-1] not in ("empty", "python"):
        assert emulator.log() == []
