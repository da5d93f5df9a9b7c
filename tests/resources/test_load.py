"""Declarations in YAML: what is refused, and in which words."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from pulumi_zohodesk.dynamic import DeskResource
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import KINDS, json_schema
from pulumi_zohodesk.resources._load import _Loader, entries, load

TYPE = "SkillType:\n  t: {department: Sales, name: Language}\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Department: [", "cannot be read"),
        ("- a", "must be a map"),
        ("Departments: {}", "there is no kind Departments; known are Department"),
        ("Department: []", "Department must be a map"),
        ("Department: {d: x}", "Department d must be a map"),
        ("Department: {d: {nam: x}}", "has no nam. Did you mean name?"),
        ("Department: {d: {zzz: x}}", "It has name, name_in_customer_portal"),
        ("Agent: {a: {associated_departments: Sales}}", "associated_departments must be a list"),
        ("Skill: {s: {skill_type: {name: x}}}", "names nothing"),
        ("Skill: {s: {skill_type: 12}}", "names nothing"),
        ("EmailTemplate: {t: {body: {file: none.html}}}", "EmailTemplate t: body: "),
        ("EmailTemplate: {t: {body: {file: none.html, more: x}}}", "body must be text, not"),
        ("Department: {d: {name: a}}\nAgent: {d: {}}", "has a name that is taken"),
        ("Department: {d: {name: a}, d: {name: b}}", "cannot be read"),
    ],
)
def test_what_is_no_declaration_is_refused_with_its_place(tmp_path, text, words):
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        arguments_in(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)


def arguments_in(path) -> None:
    """Read a file as far as that goes without declaring anything."""
    loader = _Loader(list(entries((path,))))
    for entry in loader.entries:
        list(loader._arguments(entry))


def test_the_line_of_the_object_is_told(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("# first\nDepartment:\n  a: {name: A}\n\n  b: {nam: B}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        arguments_in(path)
    assert f"{path}, line 5: Department b: a department has no nam." in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.yaml cannot be read"):
        load(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\na: 2\n", 'line 2: found duplicate key "a"'),
        ("a:\n\t- b\n", "line 2: found character"),
        ("a: *x\n", "line 1:"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(tmp_path, text, words):
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as said:
        load(path)
    assert f"a.yaml cannot be read: {words}" in str(said.value)
    assert "http" not in str(said.value)


def test_an_empty_file_declares_nothing(tmp_path):
    path = tmp_path / "a.yaml"
    path.touch()
    assert load(path) == {}


def test_keys_of_what_lies_in_something_have_its_name(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(TYPE, encoding="utf-8")
    (entry,) = entries((path,))
    assert entry.key == ("sales", "language")


def test_words_of_yaml_1_1_stay_text(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("Department:\n  d: {name: no, description: 12:30}\n", encoding="utf-8")
    (entry,) = entries((path,))
    assert entry.arguments == {"name": "no", "description": "12:30"}


@pytest.fixture
def declared(monkeypatch):
    """What is declared, in order: kind, name and arguments; no engine."""
    made: list[tuple[str, str, dict]] = []

    def record(self, name, args, opts=None):
        self.__dict__["id"] = f"<{name}>"
        made.append((self.KIND.name, name, {key: value for key, value in args.items() if value is not None}))

    monkeypatch.setattr(DeskResource, "__init__", record)
    return made


def test_objects_of_one_kind_may_refer_to_later_ones(tmp_path, declared):
    path = tmp_path / "a.yaml"
    path.write_text("Department:\n  a: {name: A, agent_successor: B}\n  b: {name: B}\n", encoding="utf-8")
    made = load(path)
    assert [name for _, name, _ in declared] == ["b", "a"]
    assert declared[1][2]["agent_successor_id"] is made["b"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Department: {a: {description: x}}", "name of the department is missing"),
        ("Skill: {s: {name: x}}", "skill_type, status, criteria of the skill is missing"),
        ("Department: {a: {name: X}, b: {name: x}}", "is the same object as"),
        (
            "Department: {a: {name: A, agent_successor: B}, b: {name: B, agent_successor: A}}",
            "refers to itself: a -> b",
        ),
    ],
)
def test_what_cannot_be_declared_is_one_sentence(tmp_path, declared, text, words):
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(path)
    assert words in str(caught.value)


def test_the_same_name_in_two_organisations_is_two_objects(tmp_path, declared):
    path = tmp_path / "a.yaml"
    path.write_text("Department: {a: {name: A}, b: {name: A, connection: staging}}", encoding="utf-8")
    assert set(load(path)) == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Department: {a: {name: A, is_enabled: 'yes'}}", ["is_enabled must be true or false, not 'yes'."]),
        (
            "Agent: {a: {status: 7}}",
            ["status must be text, not 7.", "last_name, email_id"],
        ),
        (
            "Skill: {s: {skill_type: x, name: n, criteria: {field_conditions: [{valu: 1}], pattern: 1}}}",
            [
                "criteria.field_conditions[0].value is missing.",
                "criteria.field_conditions[0] has no valu. Did you mean value?",
                "criteria.pattern must be text, not 1.",
            ],
        ),
        ("Skill: {s: {agents: [a@b.example, {name: x}]}}", ["agents[1] is {'name': 'x'}, which names nothing"]),
    ],
)
def test_every_mistake_is_told_with_its_path(tmp_path, text, words):
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        list(entries((path,)))
    assert all(one in str(caught.value) for one in words), str(caught.value)


def test_the_schema_takes_what_is_right_and_nothing_that_is_refused(tmp_path):
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema)
    assert set(schema["properties"]) == {kind.name for kind in KINDS}
    agents = [["Sales", "x"], "jo@example.com", {"id": "7"}]
    skill = {"skill_type": ["Sales", "Language"], "name": "French", "status": "ACTIVE", "agents": agents}
    skill["criteria"] = {
        "field_conditions": [{"field_module": "tickets", "field_name": "L", "condition": "is", "value": ["a", 5]}],
        "pattern": "1",
    }
    assert not list(check.iter_errors({"Skill": {"s": skill}, "Department": {}}))
    for wrong in ({**skill, "nam": "x"}, {**skill, "status": "OFF"}, {**skill, "agents": "x"}, {"name": "n"}):
        assert list(check.iter_errors({"Skill": {"s": wrong}}))


def test_a_secret_stands_in_the_settings_of_the_stack_and_in_no_file(tmp_path):
    file = tmp_path / "desk.yaml"
    file.write_text(
        "MailReplyAddress:\n  help:\n    department: Sales\n    address: a@example.com\n    smtp_password: hush\n"
    )
    with pytest.raises(InputError) as said:
        list(entries([file]))
    assert "hush" not in str(said.value)
    assert "smtp_password is a secret, which no file may hold: write {secret: NAME} here" in str(said.value)
