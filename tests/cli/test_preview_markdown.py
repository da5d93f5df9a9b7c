"""`zohodesk preview --markdown`: what stands in the comment of a pull request."""

from __future__ import annotations

import json
import re

from pulumi_zohodesk.cli._main import run
from tests.pages import read
from tests.plan.previews import departments, state, step, wanted

from .test_up import create, home, says

__all__ = ["home"]


def markdown(home, capsys, *arguments):
    assert run(["preview", "--markdown", *arguments]) == 0
    return capsys.readouterr().out


def test_it_has_everything_that_a_reviewer_needs(home, capsys):
    (home.parent / "home" / "zohodesk.toml").write_text("[limits]\nremovals = 0\nremovals_percent = 0\n")
    agent = {"lastName": "Doe", "emailId": "jo@example.com", "rolePermissionType": "Light", "status": "ACTIVE"}
    says(home, create("a"), step("create", None, wanted("Agent", "jo", agent)), *departments(1, "delete"))
    out = markdown(home, capsys)
    assert out.startswith("### Preview of `desk/dev`, organisation `")
    assert "**2 to create, 1 to remove; 0 stay as they are.**" in out
    assert re.search(r"Price: at most \d+ API calls and \d+ credits", out)
    assert "1 invitation will be mailed." in out
    assert re.search(r"Looking took \d+ API calls? and \d+ credits?", out)
    assert "1 of 1 departments (100 %) would be taken out of service" in out
    assert '- `+  department "a" (a)  name: "a"' in out
    assert 'agent "jo@example.com" (jo)  last_name: "Doe", email_id: "jo@example.com"' in out


def test_every_form_says_whom_applying_it_calls(home, capsys):
    """By the field that does it: another description calls nobody."""
    url, subscriptions = "https://example.com/a", [{"event": "Ticket_Add"}]
    hook = {"name": "a", "url": url, "subscriptions": subscriptions}
    olds = [state("Webhook", name, id, {**hook, "name": name}) for name, id in (("a", "1"), ("b", "2"))]
    says(
        home,
        create("c", "Webhook", url=url, subscriptions=subscriptions),
        step("update", olds[0], wanted("Webhook", "a", {**hook, "url": "https://example.com/b"})),
        step("update", olds[1], wanted("Webhook", "b", {**hook, "name": "b", "description": "x"})),
    )
    sentence = "The url of 2 webhooks will be called, and must answer with 200."
    assert sentence in markdown(home, capsys)
    assert run(["preview", "--html", "plan.html"]) == 0
    assert sentence in " ".join(capsys.readouterr().out.split())
    assert sentence in read((home.parent / "home" / "plan.html").read_text()).text
    assert run(["preview", "--json"]) == 0
    told = {"kind": "Webhook", "field": "url", "objects": 2, "effect": "will be called, and must answer with 200"}
    assert json.loads(capsys.readouterr().out)["price"]["effects"] == [told]


def test_nothing_in_it_is_markup_or_a_mention(home, capsys):
    says(home, *departments(1, "update", name="@everyone `x` <b> [l](http://x)", description="@all"))
    out = markdown(home, capsys)
    outside = re.sub(r"(`+).+?\1(?!`)", "", out)
    assert "@" not in outside
    assert "<b>" not in outside
    assert "http" not in outside


def test_what_does_not_fit_into_a_comment_is_left_out(home, capsys):
    says(home, *departments(1500, "update", description="ü" * 60))
    out = markdown(home, capsys)
    assert len(out.encode()) < 60_000
    assert re.search(r"… and \d+ more, which do not fit here", out)
    assert out.endswith("</details>\n")


def test_nothing_to_change_is_said(home, capsys):
    says(home, *departments(2))
    assert "**Nothing to change.**" in markdown(home, capsys)


def test_the_plan_is_a_page_for_people_as_well(home, capsys):
    hostile = "<script>alert(1)</script> `x`"
    says(
        home,
        create("a", description=hostile),
        *departments(1, "update", description="x" * 100, agentSuccessorId="2001"),
        *departments(2)[1:],
        step("delete", state("Skill", "s", "9", {"name": "French"})),
    )
    assert run(["preview", "--plan", "plan.json", "--html", "plan.html"]) == 0
    text = (home.parent / "home" / "plan.html").read_text()
    found = read(text)
    assert hostile in found.text
    assert "x" * 100 in found.text  # whole, other than in a line of the terminal
    assert re.search(r"Organisation\s*Example Prod \(\d+\)", found.text)
    assert re.search(r"To remove \(1\).*To change \(1\).*To create \(1\)", found.text, re.DOTALL)
    assert "Agent successor" in found.text
    assert "D1 (id 2001)" in found.text
    assert "Settle what would be refused" in found.text  # the skill that goes is not there
    says(home, create("a"))
    assert run(["preview", "--plan", "plan.json", "--html", "plan.html"]) == 0
    assert "zohodesk up --plan plan.json" in read((home.parent / "home" / "plan.html").read_text()).text


def test_secrets_of_what_is_created_are_masked_in_every_form(home, capsys):
    agent = {"lastName": "Doe", "emailId": "jo@example.com", "rolePermissionType": "Light", "status": "ACTIVE"}
    says(home, step("create", None, wanted("Agent", "first", agent)), hidePersonalData="true")
    said = markdown(home, capsys, "--html", "plan.html")
    assert run(["preview"]) == 0
    said += capsys.readouterr().out + (home.parent / "home" / "plan.html").read_text()
    assert "Doe" not in said
    assert "jo@" not in said
    assert said.count("[secret]") >= 6
    assert "Light" in said


def test_two_forms_contradict_each_other(home):
    assert run(["preview", "--json", "--markdown"]) == 64
