"""What `zohodesk.toml` protects keeps its name and stays in service, whoever runs the engine."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import remove, update
from pulumi_zohodesk.errors import ConfigError, Refused
from tests.engine.service import AGENT, DEPARTMENT, SKILL_TYPE, Service, session_on

PROTECTED = (("Department", ("Sales", "Support*")), ("SkillType", ("lang?ages",)))


@pytest.fixture
def service():
    made = Service()
    made.add("departments", id="9", name="Other", isEnabled=True)
    return made


def state(service, name="Sales", **more):
    return {"id": "1", "name": name, "isEnabled": True, **more, "__zohodesk": {"managed": ["name", "isEnabled"]}}


def on(service):
    return session_on(service, protected=PROTECTED)


@pytest.mark.parametrize("new", [{"name": "Sold"}, {"name": "Sales", "isEnabled": False}])
@pytest.mark.parametrize("name", ["Sales", "SALES", "Support EU"])
def test_it_is_neither_renamed_nor_disabled(service, name, new):
    with pytest.raises(Refused, match=r"is protected by \[protected\] in zohodesk.toml.*Nothing was changed"):
        update(on(service), DEPARTMENT, "1", state(service, name), new)
    assert service.log == []


def test_it_is_not_removed(service):
    with pytest.raises(Refused, match="protected"):
        remove(on(service), DEPARTMENT, "1", state(service))
    with pytest.raises(Refused, match="protected"):
        remove(on(service), SKILL_TYPE, "2", {"id": "2", "name": "Languages", "departmentId": "9"})
    assert service.log == []


@pytest.mark.parametrize("new", [{"name": "Sales", "description": "x"}, {"description": "x"}])
def test_everything_else_of_it_may_change(service, new):
    service.add("departments", id="1", name="Sales", isEnabled=True)
    update(on(service), DEPARTMENT, "1", state(service), new)
    assert service.writes == [("updateDepartment", {"description": "x"})]


def test_others_are_not_protected(service):
    service.add("departments", id="1", name="Sale", isEnabled=True)
    remove(on(service), DEPARTMENT, "1", state(service, "Sale"))
    assert [name for name, _ in service.writes] == ["disableDepartment"]


def test_what_only_the_stack_forgets_may_be_protected(service):
    session = session_on(service, protected=(("Agent", ("*",)),))
    remove(session, AGENT, "3", {"id": "3", "emailId": "a@example.com", "onDestroy": "keep"})
    assert service.log == []


def test_a_kind_that_there_is_not_stops_everything(service):
    session = session_on(service, protected=(("Departments", ("Sales",)),))
    with pytest.raises(ConfigError, match=r"names Departments, which is no kind. Did you mean Department\?"):
        remove(session, DEPARTMENT, "1", state(service))
    assert service.log == []
