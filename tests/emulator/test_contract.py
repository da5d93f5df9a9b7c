"""Every operation is answered within its schema, and refused within the shapes of errors.

The errata table is the only thing that stands between an answer and its schema.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator, ValidationError

from pulumi_zohodesk.emulator import _contract
from pulumi_zohodesk.emulator._schema import merged, searchable
from pulumi_zohodesk.emulator.kinds import KINDS

from .calls import GOOD, World
from .conftest import Api

ROWS = {row["id"]: (kind, row) for kind in KINDS for row in _contract.table(kind.contract).values()}
UNSUPPORTED = {name for kind in KINDS for name in kind.unsupported}
SUPPORTED = sorted(set(ROWS) - UNSUPPORTED)


@cache
def _validator(operation: str, status: int) -> Draft202012Validator | None:
    kind, row = ROWS[operation]
    schema = _contract.answer_schema(row, status, kind.errata)
    return None if schema is None else Draft202012Validator(searchable(schema))


@cache
def _error_validator() -> Draft202012Validator:
    text = files("pulumi_zohodesk.emulator").joinpath("contract", _contract.ERRORS).read_text("utf-8")
    return Draft202012Validator({"anyOf": list(searchable(merged(json.loads(text))).values())})


def _hold(operation: str, answer: httpx.Response) -> None:
    """Fails unless the answer is one that the contract declares."""
    assert str(answer.status_code) in ROWS[operation][1]["answers"], answer.text
    validator = _validator(operation, answer.status_code)
    if validator is None:
        assert answer.content == b""
        return
    found = [reason for one in validator.iter_errors(answer.json()) for reason in _reasons(one)]
    assert found == []


def _reasons(error: ValidationError) -> list[str]:
    """What is wrong; of alternatives, what keeps the nearest one from fitting."""
    if not error.context:
        return [f"{error.json_path}: {error.message[-200:]}"]
    branches: dict[Any, list[str]] = {}
    for one in error.context:
        branches.setdefault(one.schema_path[0], []).extend(_reasons(one))
    return min(branches.values(), key=len)


def test_every_operation_that_is_emulated_has_a_call_that_succeeds() -> None:
    assert sorted(GOOD) == SUPPORTED


@pytest.mark.parametrize("operation", SUPPORTED)
def test_a_success_is_within_its_schema(operation: str, api: Api) -> None:
    answer = GOOD[operation](api, World(api))
    assert api.emulator.log()[-1]["operation"] == operation
    assert 200 <= answer.status_code < 300, answer.text
    _hold(operation, answer)


@pytest.mark.parametrize("operation", SUPPORTED)
def test_an_unknown_query_parameter_is_refused_in_the_shape_of_errors(operation: str, api: Api) -> None:
    path = ROWS[operation][1]["path"].removeprefix("/api/v1").replace("{emailId}", "a@b.co")
    for name in ROWS[operation][1]["path_parameters"]:
        path = path.replace(f"{{{name}}}", "1")
    answer = api(ROWS[operation][1]["method"], path, params={"sortBanana": "1"})
    assert answer.status_code == 422
    assert answer.json()["message"] == "Extra query parameter 'sortBanana' is present in the input."
    assert _error_validator().is_valid(answer.json())


OPEN = ("getContacts",)
"""The one body that may hold anything."""


@pytest.mark.parametrize("operation", sorted(name for name in {*SUPPORTED} - {*OPEN} if "body" in ROWS[name][1]))
def test_an_unknown_body_key_is_refused_with_its_pointer(operation: str, api: Api) -> None:
    row = ROWS[operation][1]
    path = row["path"].removeprefix("/api/v1")
    for name in row["path_parameters"]:
        path = path.replace(f"{{{name}}}", "1")
    query = {name: "1" for name, one in row["query"].items() if one.get("required")}
    answer = api(row["method"], path, {"banana": 1}, params=query)
    assert answer.status_code == 422
    assert {"fieldName": "/banana", "errorType": "invalid"}.items() <= answer.json()["errors"][-1].items()
    assert _error_validator().is_valid(answer.json())


@pytest.mark.parametrize("operation", sorted(UNSUPPORTED))
def test_what_is_not_emulated_says_so_with_a_reason(operation: str, api: Api, connect: Any) -> None:
    row = ROWS[operation][1]
    path = row["path"].removeprefix("/api/v1")
    for name in row["path_parameters"]:
        path = path.replace(f"{{{name}}}", "1")
    answer = connect(scopes=row["scopes"])(row["method"], path)
    assert answer.status_code == 501
    assert answer.json()["errorCode"] == "NOT_IMPLEMENTED"
    assert answer.json()["message"].endswith(".")


@pytest.mark.parametrize("operation", SUPPORTED)
def test_every_operation_asks_for_one_of_its_scopes(operation: str, connect: Any) -> None:
    row = ROWS[operation][1]
    path = row["path"].removeprefix("/api/v1").replace("{emailId}", "a@b.co")
    for name in row["path_parameters"]:
        path = path.replace(f"{{{name}}}", "1")
    answer = connect(scopes=["Desk.articles.ALL"])(row["method"], path)
    assert (answer.status_code, answer.json()["errorCode"]) == (403, "SCOPE_MISMATCH")


TIMED = (
    "getAgent",
    "getDepartment",
    "getSkill",
    "getSkillTypes",
    "getProfile",
    "getTicket",
    "getTickets",
    "getContact",
)


@pytest.mark.parametrize("operation", TIMED)
def test_times_as_numbers_are_within_the_schema_too(operation: str, api: Api) -> None:
    api.emulator.switch(epoch_times=True)
    _hold(operation, GOOD[operation](api, World(api)))


def test_a_deleted_agent_is_still_answered_within_the_schema(api: Api) -> None:
    agent = World(api).deleted()
    answer = api.get(f"/agents/{agent}")
    assert answer.json()["status"] == "DELETED"
    _hold("getAgent", answer)


def test_every_erratum_has_a_reason_that_is_a_sentence() -> None:
    for kind in KINDS:
        assert all(len(reason) > 20 and reason.endswith(".") for reason in kind.errata)
