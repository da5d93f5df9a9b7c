"""Objects with a connection of their own: one program, several organisations. No network."""

from __future__ import annotations

import pulumi
import pytest
from pulumi.dynamic import ConfigureRequest
from pulumi.dynamic.config import Config

from pulumi_zohodesk.dynamic import DeskProvider
from pulumi_zohodesk.dynamic._configuration import Configuration
from pulumi_zohodesk.dynamic._strangers import without_strangers
from pulumi_zohodesk.engine import MARKS, note_owner
from pulumi_zohodesk.errors import ConfigError, WrongOrganization
from pulumi_zohodesk.settings import add_connection

TYPE = DeskProvider("SkillType")


@pytest.fixture(autouse=True)
def configuration(monkeypatch, tmp_path):
    """Three connections: two to organisation 1, one to organisation 2; nothing for the whole stack."""
    monkeypatch.chdir(tmp_path)
    fresh = Configuration()
    monkeypatch.setattr("pulumi_zohodesk.dynamic._provider.CONFIGURATION", fresh)
    for name in ("ORG_ID", "CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN", "CONNECTION"):
        monkeypatch.delenv(f"ZOHODESK_{name}", raising=False)
    for name, organization in {"prod": "1", "again": "1", "staging": "2"}.items():
        add_connection(name, {"dc": "eu", "client_id": "c", "org_id": organization})
        monkeypatch.setenv(f"ZOHODESK_{name.upper()}_CLIENT_SECRET", "s")
        monkeypatch.setenv(f"ZOHODESK_{name.upper()}_REFRESH_TOKEN", "r")
    return fresh


def configure(**stack: str) -> None:
    TYPE.configure(ConfigureRequest(Config({f"zohodesk:{key}": value for key, value in stack.items()}, "project")))


def state(connection: str, organization: str) -> dict:
    marks = {"managed": ["departmentId", "name"], "organization": organization, "connection": connection}
    return {"name": "A", "departmentId": "7", "id": "5", "connection": connection, MARKS: marks}


def wanted(connection: str | None) -> dict:
    found = {"name": "A", "departmentId": "7"}
    return found if connection is None else {**found, "connection": connection}


def failures(connection: str | None, **more) -> dict[str, str]:
    return {one.property: one.reason for one in TYPE.check({}, {**wanted(connection), **more}).failures}


def test_a_stack_needs_no_organisation_when_its_objects_name_theirs():
    configure()
    assert failures("staging") == {}
    with pytest.raises(ConfigError, match="ZOHODESK_ORG_ID"):
        failures(None)


def test_a_stack_that_names_one_must_name_one_that_can_be_used():
    with pytest.raises(ConfigError, match='no connection "other"'):
        configure(connection="other")


def test_another_connection_to_the_same_organisation_is_no_change():
    configure(connection="prod")
    assert TYPE.diff("5", state("prod", "1"), wanted("again")).changes is False
    assert TYPE.diff("5", state("again", "1"), wanted(None)).changes is False


@pytest.mark.parametrize("connection", ["staging", None])
def test_another_organisation_is_refused_in_the_preview(connection):
    configure(connection="prod" if connection else "staging")
    with pytest.raises(WrongOrganization, match="belongs to organisation 1, but the connected organisation is 2"):
        TYPE.diff("5", state("prod", "1"), wanted(connection))


def test_a_connection_that_is_not_there_is_a_failure_of_its_argument():
    configure(connection="prod")
    assert 'There is no connection "stagin"' in failures("stagin")["connection"]


def test_what_is_not_known_yet_is_not_judged():
    configure(connection="prod")
    assert failures(pulumi.output.UNKNOWN) == {}


def test_a_reference_into_another_organisation_is_a_failure():
    configure(connection="prod")
    note_owner("8001", "2")
    found = failures(None, departmentId="8001")
    assert "belongs to organisation 2, but the skill type itself is for organisation 1" in found["department_id"]
    assert failures("staging", departmentId="8001") == {}


def test_what_a_diff_shows_is_known_to_later_checks():
    configure(connection="prod")
    DeskProvider("Department").diff(
        "8002",
        {"name": "D", "connection": "staging", MARKS: {"organization": "2"}},
        {"name": "D", "connection": "staging"},
    )
    assert "organisation 2" in failures(None, departmentId="8002")["department_id"]


def test_state_outlives_the_name_of_its_connection(configuration):
    configure(connection="staging")
    assert configuration.session_of(state("older", "1")).organization_id == "1"
    with pytest.raises(ConfigError, match='no connection "older"'):
        configuration.session_of(state("older", "3"))


def test_a_refresh_compares_although_the_connection_has_another_name_by_now():
    """The engine then hands the state's own inputs to `diff`."""
    configure(connection="staging")
    assert TYPE.diff("5", state("older", "1"), wanted("older")).changes is False
    with pytest.raises(ConfigError, match='no connection "older"'):
        TYPE.diff("5", state("prod", "1"), wanted("older"))


def test_what_is_wrong_with_a_stack_may_be_its_copy_in_the_state():
    with pytest.raises(ConfigError, match=r"copy of the configuration.*`pulumi up` renews it.*--run-program"):
        configure(connection="older")


def test_without_a_configuration_no_copy_is_spoken_of(monkeypatch):
    monkeypatch.setenv("ZOHODESK_ORG_ID", "1")
    with pytest.raises(ConfigError) as caught:
        configure()
    assert "copy" not in str(caught.value)


def test_a_connection_is_for_the_kinds_it_names():
    add_connection("narrow", {"client_id": "c", "org_id": "1", "kinds": ["department"], "actions": ["roles.list"]})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZOHODESK_NARROW_CLIENT_SECRET", "s")
        patch.setenv("ZOHODESK_NARROW_REFRESH_TOKEN", "r")
        configure(connection="prod")
        assert 'The connection "narrow" is not for SkillType' in failures("narrow")["connection"]
        assert DeskProvider("Department").check({}, {"name": "D", "connection": "narrow"}).failures == []


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("client_secret", "zohodesk:client_secret in the stack configuration is refused"),
        ("refresh-token", "zohodesk:refresh-token in the stack configuration is refused"),
        ("org_id", "misspelt: write zohodesk:orgId"),
        ("OrgId", "misspelt: write zohodesk:orgId"),
    ],
)
def test_what_is_misspelt_or_secret_in_the_stack_is_noticed(key, words):
    with pytest.raises(ConfigError, match=words):
        configure(connection="prod", **{key: "c4n4ry"})


def test_the_credit_reserve_of_the_stack_counts(configuration):
    configure(connection="prod", creditReserve="500")
    assert configuration.session().settings.credit_reserve == 500
    assert configuration.session("staging").settings.credit_reserve == 500


def test_the_credit_reserve_alone_names_no_organisation(configuration):
    configure(creditReserve="500")
    assert configuration.session("staging").settings.credit_reserve == 500


def test_a_connection_that_is_gone_gives_way_to_the_stacks_own(configuration):
    configure(connection="prod")
    assert configuration.session_of(state("older", "1")).settings.connection == "prod"


def test_a_connection_is_a_name():
    configure(connection="prod")
    assert "connection" in failures(5)


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_one_failure(name):
    configure()
    found = TYPE.check({}, wanted(name)).failures
    assert [(one.property, "leave it out" in one.reason) for one in found] == [("connection", True)]


def test_of_the_connections_to_an_organisation_one_that_can_be_used_serves(configuration, monkeypatch):
    configure(connection="staging")
    monkeypatch.delenv("ZOHODESK_PROD_REFRESH_TOKEN")
    assert configuration.session_of(state("older", "1")).settings.connection == "again"


@pytest.mark.parametrize("connection", ["staging", "prod", pulumi.output.UNKNOWN, "unknown"])
def test_an_id_of_a_look_up_is_refused_in_the_program(connection):
    note_owner("8003", "2")
    args = {"department_id": "8003", "connection": connection}
    props = {"departmentId": "8003", "connection": connection}
    if connection != "prod":
        without_strangers(TYPE.kind, "french", args, props)
        return
    with pytest.raises(
        WrongOrganization, match=r"test_connections.py, line \d+: The department_id of the skill type fr"
    ):
        without_strangers(TYPE.kind, "french", args, props)
