"""`zohodesk report` as it is typed: pages that need nothing else, figures, and what reading costs."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.kinds import skill_table

from .two_connections import connect, reads, writes

HOSTILE = '<script>alert(1)</script> "\u202e</details>'


class Parsed(HTMLParser):
    """Elements, attributes and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[str] = []
        self.rows: list[list[str]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in ("meta", "input"):
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def self_contained(page: str) -> Parsed:
    """The page, which loads nothing, runs its own scripts alone, and turns no text around."""
    parsed = Parsed(page)
    assert not {"link", "img", "iframe", "object", "base", "form"} & set(parsed.tags)
    assert not [one for one in parsed.attributes if one[1].startswith("on") or one[1] in ("src", "style")]
    assert {value[0] for tag, name, value in parsed.attributes if name == "href"} <= {"#"}
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", page)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    allowed = re.findall(r"'sha256-([^']*)'", policy)
    run = [one for one in parsed.scripts if not one.startswith("{")]
    assert [b64encode(sha256(one.encode()).digest()).decode() for one in run] == allowed
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    assert "\u202e" not in page
    return parsed


@pytest.fixture
def home(emulator, tmp_path, monkeypatch):
    """Sales with three agents and two skills, and a department whose name is an attack."""
    table = {
        "departments": [{"name": "Sales"}, {"name": HOSTILE}],
        "agents": [
            {"firstName": name, "lastName": "Doe", "emailId": f"{name}@example.com", "departments": ["Sales"]}
            for name in ("jo", "kim", "lee")
        ],
        "skillTypes": [{"name": "Language", "department": "Sales"}],
        "skills": [{"name": one, "department": "Sales", "skillType": "Language"} for one in ("French", "Spanish")],
    }
    emulator.seed({"prod": table})
    ids = {row["emailId"]: row["id"] for row in emulator.state("prod")["agents"]}
    french = emulator.state("prod")["skills"][0]["id"]
    held = [ids["jo@example.com"], ids["kim@example.com"]]
    emulator.edit("prod", "skills", "update", id=french, values={"agentIds": held})
    emulator.clear_log()
    return connect(emulator, tmp_path, monkeypatch)


def test_the_page_of_skills(home, emulator, capsys):
    assert run(["report", "skills", "-c", "prod", "--html", "skills.html"]) == 0
    assert capsys.readouterr().out == ""
    page = self_contained((home / "skills.html").read_text(encoding="utf-8"))
    assert ["Sales", "3", "67%67%", "1", "2", "1"] in page.rows
    assert ["Agent", "Skills", "FrenchLanguage", "SpanishLanguage"] in page.rows
    assert ["jo Doejo@example.com", "1", "✓", ""] in page.rows
    assert ["lee Doelee@example.com", "0", "", ""] in page.rows
    assert ["Active agents", "2", "2", "0"] in page.rows
    assert page.tags["details"] == 3
    assert writes(emulator) == []
    assert Counter(reads(emulator)) == {
        "getOrganization": 1,
        "getDepartments": 1,
        "getAgents": 1,
        "getSkillTypes": 1,
        "getSkills": 3,
        "getRoles": 1,
        "getProfileList": 1,
    }


def test_the_table_of_skills_is_read_again(home):
    assert run(["report", "skills", "-c", "prod", "-d", "sales", "--csv", "skills.csv"]) == 0
    table = skill_table([home / "skills.csv"])
    assert {column.key: column.agents for column in table.columns.values()} == {
        ("Sales", "Language", "French"): ["jo@example.com", "kim@example.com"],
        ("Sales", "Language", "Spanish"): [],
    }
    assert list(table.agents) == ["jo@example.com", "kim@example.com", "lee@example.com"]
    assert run(["report", "skills", "-c", "prod", "-d", HOSTILE, "--csv", "empty.csv"]) == 0
    assert (home / "empty.csv").read_text(encoding="utf-8") == "\ufeffdepartment\nskill type\nagent\n"


def test_skills_on_a_terminal_and_as_json(home, capsys):
    assert run(["report", "skills", "-c", "prod", "--fewer-than", "3"]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"Sales +3 +67% +2 +2\n", printed)
    assert 'Thin: "French" in "Language" in "Sales", 2 active agents' in printed
    assert 'Without any skill in "Sales": lee Doe' in printed
    assert "\u202e" not in printed
    assert run(["report", "skills", "-c", "prod", "-d", "Sales", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    (sales,) = data["departments"]
    assert (sales["activeAgents"], round(sales["coverage"], 2), len(sales["withoutSkill"])) == (3, 0.67, 1)
    assert [(one["name"], one["activeAgents"]) for one in sales["skills"]] == [("French", 2), ("Spanish", 0)]
    assert data["gaps"] == []


def test_people_who_are_hidden_are_nowhere(home, capsys):
    arguments = [
        "report",
        "skills",
        "-c",
        "prod",
        "--hide-personal-data",
        "--json",
        "--html",
        "a.html",
        "--csv",
        "a.csv",
    ]
    assert run(arguments) == 0
    texts = [capsys.readouterr().out, *((home / f"a.{form}").read_text(encoding="utf-8") for form in ("html", "csv"))]
    assert not any("@example.com" in text or "Doe" in text for text in texts)


def test_the_page_of_the_map(home, emulator, capsys):
    assert run(["report", "map", "-c", "prod", "--html", "map.html"]) == 0
    text = (home / "map.html").read_text(encoding="utf-8")
    page = self_contained(text)
    assert all(words in text for words in ("<dt>Organisation</dt>", "<dt>Made</dt>", "How to read this"))
    assert "Copyright 2010-2026 Mike Bostock\n\nPermission to use, copy, modify" in text
    data = json.loads(page.scripts[0])
    names = {node["name"]: node for node in data["nodes"]}
    assert printable(HOSTILE) in names
    assert {"department", "agent", "skill type", "skill"} < {words for words, _ in data["kinds"]}
    french = names["French"]
    assert {data["nodes"][to]["name"] for words, to in french["refers"] if words == "agents"} == {"jo Doe", "kim Doe"}
    sales = next(inside for number, inside in data["areas"] if data["nodes"][number]["name"] == "Sales")
    assert {data["nodes"][number]["name"] for number, _ in sales} >= {"jo Doe", "kim Doe", "lee Doe", "Language"}
    assert re.search("Sales <small>[^<]*3 agents[^<]*1 skill type, 2 skills", text)
    assert writes(emulator) == []
    taken = Counter(reads(emulator))
    emulator.clear_log()
    assert run(["export", "-c", "prod", "--out", "out"]) == 0
    assert taken == Counter(reads(emulator))


def test_a_map_tells_what_it_lacks_and_hides_people(home, emulator, capsys):
    limited = {"errorCode": "LICENSE_ACCESS_LIMITED", "message": "no"}
    emulator.fault(operation="getSkillTypes", status=403, body=limited)
    assert run(["report", "map", "-c", "prod", "--hide-personal-data", "--html", "map.html"]) == 0
    text = (home / "map.html").read_text(encoding="utf-8")
    assert '<p class="warn">Not seen: SkillType. ' in text
    assert "Not seen: SkillType. " in capsys.readouterr().err
    assert "@example.com" not in text
    assert "Doe" not in text
    assert "agent 7" in text


def test_a_map_needs_a_file(capsys):
    assert run(["report", "map"]) == 64
    assert "--html" in capsys.readouterr().err


def test_a_department_that_is_not_there_is_refused_with_the_nearest(home, capsys):
    assert run(["report", "skills", "-c", "prod", "-d", "Salse", "--html", "a.html"]) == 1
    assert 'has no department "Salse" that this token can see. There are: "Sales"' in capsys.readouterr().err
    assert not (home / "a.html").exists()


def test_what_cannot_be_seen_of_a_department_is_told(home, emulator, capsys):
    forbidden = {"errorCode": "FORBIDDEN", "message": "no"}
    emulator.fault(operation="getSkills", status=403, body=forbidden)
    assert run(["report", "skills", "-c", "prod", "--html", "a.html"]) == 0
    assert "Not seen: Skill of the department " in capsys.readouterr().err
    assert '<p class="warn">Not seen: Skill of the department ' in (home / "a.html").read_text(encoding="utf-8")
