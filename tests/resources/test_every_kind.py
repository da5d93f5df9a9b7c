"""What holds for every kind: declaration, class, names and messages agree."""

from __future__ import annotations

import ast
import asyncio
import inspect

import pulumi
import pytest

import pulumi_zohodesk as desk
from pulumi_zohodesk.dynamic import DeskResource
from pulumi_zohodesk.dynamic._inputs import is_one_id, sent
from pulumi_zohodesk.engine import Many, check
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.kinds import KINDS

CLASSES = [getattr(desk, name) for name in desk.__all__ if isinstance(getattr(desk, name), type)]
CLASSES = [cls for cls in CLASSES if issubclass(cls, DeskResource)]


@pytest.fixture(params=CLASSES, ids=lambda cls: cls.__name__)
def cls(request):
    return request.param


def test_every_registered_kind_has_a_public_class_of_its_name():
    assert {cls.__name__ for cls in CLASSES} == {kind.name for kind in KINDS}
    assert all(cls.KIND.name == cls.__name__ for cls in CLASSES)


def test_parents_come_before_children():
    names = [kind.name for kind in KINDS]
    assert names.index("Department") < names.index("SkillType") < names.index("Skill")
    assert names.index("Agent") < names.index("Skill")


def test_the_arguments_are_the_fields(cls):
    parameters = inspect.signature(cls.__init__).parameters
    arguments = [name for name in parameters if name not in ("self", "resource_name", "opts")]
    assert set(arguments) == {field.snake for field in cls.KIND.fields}
    assert all(parameters[name].kind is inspect.Parameter.KEYWORD_ONLY for name in arguments)


def test_required_arguments_are_the_required_fields(cls):
    parameters = inspect.signature(cls.__init__).parameters
    required = {
        name
        for name, parameter in parameters.items()
        if parameter.default is inspect.Parameter.empty and name not in ("self", "resource_name")
    }
    assert required == {field.snake for field in cls.KIND.fields if field.required}


def test_every_output_is_annotated(cls):
    # The annotations are for type checkers only, so they are read from the source.
    (body,) = ast.parse(inspect.getsource(cls)).body
    annotated = {node.target.id for node in ast.walk(body) if isinstance(node, ast.AnnAssign)}
    wanted = {field.snake for field in cls.KIND.managed} | {output.snake for output in cls.KIND.outputs}
    assert wanted <= annotated


def test_every_argument_is_documented(cls):
    text = inspect.getdoc(cls.__init__)
    assert all(field.snake in text for field in cls.KIND.fields)


def test_outputs_have_pythons_names_and_keys_of_users_stay(monkeypatch):
    sent = {}

    def registered(self, type_, name, props, opts):
        sent.update(props)
        for key in ("id", *props):
            self.__dict__[key] = pulumi.Output.from_input(props.get(key))
        sent["opts"] = opts

    monkeypatch.setattr(pulumi.CustomResource, "__init__", registered)
    keys = {"first_name": "a", "order_id": "b", "cf_modelName": "c"}
    agent = desk.Agent(
        "jo",
        last_name="Jo",
        email_id="jo@example.com",
        role_permission_type="Light",
        associated_department_ids=["1"],
        cf=keys,
        opts=pulumi.ResourceOptions(ignore_changes=["email_id", "cf.first_name"], replace_on_changes=["phone"]),
    )
    assert {"lastName", "emailId", "associatedDepartmentIds"} <= set(sent)
    assert sent["cf"] == keys
    assert sent["opts"].ignore_changes == ["emailId", "cf.first_name"]
    assert "email_id" in vars(agent)
    assert "emailId" not in vars(agent)
    condition = desk.FieldCondition(field_module="tickets", field_name="Subject", condition="is", value=["x"])
    wired = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "is", "value": ["x"]}

    async def read():
        criteria = {"field_conditions": [condition], "pattern": pulumi.Output.from_input("1")}
        skill = desk.Skill("french", skill_type_id="5", name="French", status="ACTIVE", criteria=criteria)
        assert sent["criteria"]["fieldConditions"] == [wired]
        return await skill.criteria.future()

    assert asyncio.run(read())["field_conditions"][0]["field_name"] == "Subject"


def test_an_empty_program_object_names_every_missing_argument(cls):
    missing = {problem.argument for problem in check(cls.KIND, {}, {}).problems}
    assert missing == {field.snake for field in cls.KIND.fields if field.required}


def test_the_natural_key_is_made_of_required_fields(cls):
    assert all(cls.KIND.by_wire[wire].required for wire in cls.KIND.key)


def test_removals_can_be_chosen_only_where_there_are_several(cls):
    assert ("onDestroy" in cls.KIND.by_wire) == (len(cls.KIND.removals) > 1)


def test_creates_are_never_repeated_blindly(cls):
    kind = cls.KIND
    assert [op.name for op in kind.writes if not op.repeatable] == ([] if kind.always else [kind.create.name])
    assert all(op.repeatable for op in (kind.get, kind.update, kind.listing.operation))


def test_nothing_says_how_to_make_or_remove_what_is_always_there(cls):
    if cls.KIND.always:
        assert not hasattr(cls.KIND.calls, "create")
        assert not hasattr(cls.KIND.calls, "delete")
        assert "create" not in cls.__init__.__doc__
        with pytest.raises(TypeError, match="nobody makes"):
            _ = cls.KIND.create


def given(argument, value):
    return sent(desk.Skill.KIND.by_snake[argument].type, value, f"Skill.{argument}")


WHERE = "The argument of the object one"


def bare(cls, id=None):
    """An object that no engine was told of."""
    made = cls.__new__(cls)
    made.__dict__["id"] = id
    return made


def references():
    return [
        pytest.param(cls.KIND, field, id=f"{cls.__name__}.{field.snake}") for cls in CLASSES for field in _refs(cls)
    ]


def _refs(cls):
    return [field for field in cls.KIND.fields if field.ref]


def meant(kind, key, value):
    return sent(kind.by_snake[key].type, value, WHERE)


@pytest.mark.parametrize(("kind", "field"), references())
def test_a_reference_takes_one_object_or_a_list_and_nothing_else(kind, field):
    wrong = desk.Department if field.ref == "Skill" else desk.Skill
    other = bare(wrong)
    right = bare(getattr(desk, field.ref), "7") if field.ref in desk.__all__ else "7"
    if isinstance(field.type, Many):
        good, wanted = [[right, "8"], (right, "8"), []], [["7", "8"], ["7", "8"], []]
        bad = {"takes a list": [right, "8", 8], "holds a list in a list": [[[right, "8"]], [("8",)]]}
    else:
        good, wanted = [right], ["7"]
        bad = {"not a list": [[right], (right,), []]}
    assert [meant(kind, field.snake, value) for value in good] == wanted
    bad[f"not a {wrong.__name__}"] = [[other]] if isinstance(field.type, Many) else [other]
    for words, values in bad.items():
        for value in values:
            with pytest.raises(InputError) as caught:
                meant(kind, field.snake, value)
            assert str(caught.value).startswith(f"{WHERE} ")
            assert words in str(caught.value)
            assert isinstance(caught.value, pulumi.RunError)
    assert meant(kind, field.snake, None) is None


def test_the_id_of_one_object_is_no_list_though_it_is_not_known_yet():
    async def held():
        id = pulumi.Output.from_input("7")
        is_one_id(id)
        with pytest.raises(InputError, match=r"takes a list of Agent resources or their ids, not one id: write \["):
            meant(desk.Skill.KIND, "agent_ids", id)
        listed = meant(desk.Skill.KIND, "agent_ids", pulumi.Output.from_input([id, "8"]))
        return await pulumi.Output.from_input(listed).future(), await meant(
            desk.Skill.KIND, "skill_type_id", id
        ).future()

    assert asyncio.run(held()) == (["7", "8"], "7")


def test_a_list_in_an_output_is_judged_when_it_is_known():
    async def held(value):
        return await meant(desk.Skill.KIND, "agent_ids", pulumi.Output.from_input(value)).future()

    assert asyncio.run(held(["7"])) == ["7"]
    for value in ("7", [["7"]]):
        with pytest.raises(InputError, match="list"):
            asyncio.run(held(value))


def test_an_object_where_a_text_belongs_is_refused():
    with pytest.raises(InputError, match=f"{WHERE} takes a value, not a Department: write an output of it"):
        meant(desk.Skill.KIND, "description", bare(desk.Department))


def test_a_typed_value_in_an_output_is_a_map_as_well():
    condition = desk.FieldCondition(field_module="tickets", field_name="Subject", condition="is", value=["x"])
    criteria = desk.Criteria(field_conditions=[condition], pattern="1")

    async def held():
        return await meant(desk.Skill.KIND, "criteria", pulumi.Output.from_input(criteria)).future()

    assert asyncio.run(held()) == given("criteria", criteria)


def test_a_resource_of_another_kind_in_an_output_is_refused():
    async def held():
        wrong = desk.Department.__new__(desk.Department)
        return await meant(desk.Skill.KIND, "skill_type_id", pulumi.Output.from_input(wrong)).future()

    with pytest.raises(InputError, match="takes a SkillType or its id, not a Department"):
        asyncio.run(held())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_about_people_says_so(kind):
    """Else an answer that quotes what was sent would be repeated where a stack hides people."""
    people = any(field.personal for field in kind.fields)
    for op in (kind.get, *kind.writes, kind.listing.operation):
        assert op.personal == people, op.name
