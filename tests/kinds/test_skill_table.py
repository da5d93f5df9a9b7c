"""Tables of agents by skills: what they say, and what is wrong with them, with its place."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import as_csv, skill_table

HEAD = "department,Sales,Sales\nskill type,Language,Language\nagent,French,Spanish\n"
FRENCH, SPANISH = ("sales", "language", "french"), ("sales", "language", "spanish")


def held(tmp_path, *texts: str, suffix: str = ".csv", **options) -> dict:
    """Who has which skill, as files say."""
    paths = [tmp_path / f"{number}{suffix}" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text.encode("utf-8"))
    return {key: column.agents for key, column in skill_table(paths, **options).columns.items()}


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Jo@example.com,x,\nkim@example.com,X,yes\n",
        "\ufeff" + HEAD.replace(",", ";").replace("\n", "\r\n") + "jo@example.com;✓;-\r\nkim@example.com;TRUE;1\r\n",
        "\n" + HEAD.replace(",", "\t") + "\t\t\njo@example.com\tx\nkim@example.com\tx\tx\t\t\n",
        'Department,"Sales", sales \nSkill type,Language,language\nAgent,French,Spanish,\njo@example.com,x\n'
        "kim@example.com,x,x,\n",
    ],
    ids=["plain", "excel", "tabs", "quotes and blanks"],
)
def test_csv_of_any_spreadsheet_is_read(tmp_path, text):
    both = ["jo@example.com", "kim@example.com"]
    assert held(tmp_path, text) == {FRENCH: both, SPANISH: both[1:]}


def test_yaml_says_the_same(tmp_path):
    text = "Sales:\n  Language:\n    French: [Jo@example.com, kim@example.com]\n    Spanish:\nBilling:\n"
    assert held(tmp_path, text, suffix=".yaml") == {FRENCH: ["jo@example.com", "kim@example.com"], SPANISH: []}


def test_words_of_yaml_stay_names(tmp_path):
    assert list(held(tmp_path, "no:\n  12:30:\n    on: [a@b.example]\n", suffix=".yml")) == [("no", "12:30", "on")]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ['line 1, column 1: "department" must stand here, not nothing.']),
        ("agent,French\n", ['line 1, column 1: "department" must stand here, not "agent".']),
        ("department,Sales\nskill type,a\n", ['line 3, column 1: "agent" must stand here, not nothing.']),
        (
            HEAD + "jo@example.com,maybe,\n\nJO@example.com,,x\n",
            [
                'line 4, column 2: "maybe" is no mark. Write x where the agent has the skill, nothing where not.',
                'line 6, column 1: "JO@example.com" has a line already, line 4. Make them one.',
            ],
        ),
        (
            "department,Sales,,Sales\nskill type,a,a,\nagent,s,s,s\njo@example.com,x,x,x\n",
            [
                "line 1, column 3: the name of the department is missing.",
                "line 2, column 4: the name of the skill type is missing.",
            ],
        ),
        (
            HEAD.replace("Spanish", "FRENCH"),
            ['line 3, column 3: "FRENCH" in "Language" in "Sales" is there twice, first at {path}, line 3, column 2.'],
        ),
        (HEAD + ",x\n", ["line 4, column 1: the address of the agent is missing."]),
        (HEAD + "jo@example.com,,,x\n", ["line 4, column 4: this mark stands below no skill."]),
        (HEAD + '"jo@example.com,x\n', ["line 4: this is no CSV: unexpected end of data."]),
    ],
)
def test_every_mistake_of_csv_has_its_place(tmp_path, text, sentences):
    path = tmp_path / "0.csv"
    with pytest.raises(InputError) as caught:
        held(tmp_path, text)
    assert str(caught.value) == "\n".join(f"{path}, {sentence.format(path=path)}" for sentence in sentences)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("- a", "line 1, column 1: a map of departments must stand here."),
        ("Sales: [a]", "line 1, column 8: a map of skill types must stand here."),
        ("Sales:\n  Language: x", "line 2, column 13: a map of skills must stand here."),
        ("a: {b: {c: jo@example.com}}", "line 1, column 12: a list of agents must stand here."),
        ("a: {b: {c: [{d: e}]}}", "line 1, column 13: the address of an agent must stand here."),
        ("a: {b: {c: [], C: []}}", 'line 1, column 16: "C" in "b" in "a" is there twice, first at {path}, line 1'),
        ("a: {b: {c: [x@y, X@Y]}}", 'line 1, column 18: "X@Y" is named twice for "c" in "b" in "a".'),
        ("a: {[b]: {}}", "line 1, column 5: a name must stand here."),
        ("a: [", "line 1, column 5: "),
    ],
)
def test_every_mistake_of_yaml_has_its_place(tmp_path, text, sentence):
    path = tmp_path / "0.yaml"
    with pytest.raises(InputError) as caught:
        held(tmp_path, text, suffix=".yaml")
    assert str(caught.value).startswith(f"{path}, {sentence.format(path=path)}")


def test_a_skill_is_in_one_file_and_an_agent_in_any(tmp_path):
    other = HEAD.replace("Sales", "Billing")
    assert len(held(tmp_path, HEAD + "jo@example.com,x,\n", other + "jo@example.com,x,\n")) == 4
    with pytest.raises(InputError, match=r"1\.csv, line 3, column 2: .* is there twice, first at .*0\.csv"):
        held(tmp_path, HEAD, HEAD)


def test_files_that_cannot_be_read(tmp_path):
    path = tmp_path / "a.csv"
    with pytest.raises(InputError, match=r"a\.csv cannot be read: No such file"):
        skill_table([path])
    path.write_bytes("departement,Québec".encode("cp1252"))
    with pytest.raises(InputError, match=r'a\.csv is not in UTF-8. Save it as "CSV UTF-8"'):
        skill_table([path])


def test_people_who_are_hidden_are_in_no_message_and_many_mistakes_are_cut(tmp_path):
    text = HEAD + "jo@example.com,?,\n" * 30
    with pytest.raises(InputError) as caught:
        held(tmp_path, text, hide=True)
    assert "jo@" not in str(caught.value)
    assert "this agent has a line already, line 4" in str(caught.value)
    assert str(caught.value).splitlines()[20:] == ["There are more."]


HOSTILE = ["=cmd|' /C calc'!A0", "@x", "'=x", "''", "'t Hooft", "-", 'a"b,c;d\ne', "<b>&amp;", "日本", "+1"]


def test_what_is_written_is_read_again_whatever_names_there_are(tmp_path):
    columns = {("Sales", "-", name): [f"{name}@example.com", "12"] for name in HOSTILE}
    agents = [*(f"{name}@example.com" for name in HOSTILE), "nobody@example.com", "12"]
    text = as_csv(columns, agents)
    assert held(tmp_path, text) == {
        tuple(part.casefold() for part in key): [one.casefold() for one in who] for key, who in columns.items()
    }
    path = tmp_path / "0.csv"
    assert [name for name, _ in skill_table([path]).agents.values()] == agents
    assert [column.key for column in skill_table([path]).columns.values()] == list(columns)
    cells = [cell for line in text.removeprefix("\ufeff").splitlines() for cell in line.split(",")]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]
