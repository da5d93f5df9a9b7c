"""References that follow a natural key which changes."""

from __future__ import annotations

import re

from pulumi_zohodesk.export import DataEdit, Rename, Renames, edit_data

TEXT = """\
# mine
SkillType:
  language:
    department: Sales   # where it lies
    name: Language
Agent:
  jo:
    email_id: jo@example.com
    associated_departments: &homes
      - sales    # letter case does not count
      - Support
  kim:
    email_id: kim@example.com
    associated_departments: *homes
  there:
    connection: other
    associated_departments: [Sales]
Skill:
  french:
    skill_type: [Sales, Language]   # from the outermost scope in
    name: French
    agents: [jo@example.com, {id: "7"}]
  odd:
    skill_type: [Sales, Language, French]
"""


def renamed(*renames: Rename) -> str:
    return even(edit_data(TEXT, [], Renames(renames))[0])


def even(text: str) -> str:
    """The text without what the writer may do differently: spaces before comments, braces of a single pair."""
    return re.sub(r" +#", " #", text).replace("{", "").replace("}", "")


def test_nested_keys_letter_case_comments_and_layout():
    done = renamed(
        Rename("", "Department", ("SALES",), {"name": "Verkauf", "description": "x"}),
        Rename("", "SkillType", ("sales", "language"), {"name": "Sprache"}),
        Rename("", "Agent", ("jo@example.com",), {"email_id": "doe@example.com"}),
    )
    assert done == (
        even(TEXT)
        .replace("department: Sales ", "department: Verkauf ")
        .replace("- sales ", "- Verkauf ")
        .replace("[Sales, Language] ", "[Verkauf, Sprache] ")
        .replace("agents: [jo@", "agents: [doe@")
    )


def test_names_that_swap_also_in_what_several_objects_share():
    done = renamed(
        Rename("", "Department", ("sales",), {"name": "Support"}),
        Rename("", "Department", ("support",), {"name": "Sales"}),
    )
    assert "- Support # letter case does not count\n      - Sales\n" in done
    assert "[Support, Language] " in done


def test_an_object_of_another_connection_means_another_object():
    done = renamed(Rename("other", "Department", ("sales",), {"name": "Verkauf"}))
    assert done == even(TEXT).replace("[Sales]", "[Verkauf]")


def test_nothing_is_touched_when_no_key_changes():
    text, done, _ = edit_data(TEXT, [], Renames([Rename("", "Department", ("sales",), {"description": "x"})]))
    assert (text, done) == (TEXT, [])


def test_what_moves_is_followed_and_edits_are_in_the_new_names():
    edits = [DataEdit("SkillType", "language", {"name": "Sprache"}), DataEdit("Agent", "kim", None)]
    text, done, _ = edit_data(
        TEXT, edits, Renames([Rename("", "SkillType", ("sales", "language"), {"name": "Sprache"})])
    )
    assert "[Sales, Sprache] " in text
    assert "kim" not in text
    assert done == [("Skill", "french"), ("SkillType", "language"), ("Agent", "kim")]
