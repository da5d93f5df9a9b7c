"""Input that is far off: answered like any other mistake, and always noted in the log."""

from __future__ import annotations

import logging

import pytest

from pulumi_zohodesk.emulator.kinds._criteria import is_pattern

from .conftest import Api, code, errors, skill_body

JSON = {"content-type": "application/json"}


def test_a_body_that_is_nested_without_end_is_400(api: Api) -> None:
    answer = api("POST", "/departments", content=b"[" * 100_000, headers=JSON)
    assert code(answer) == (400, "BAD_REQUEST")
    assert api.emulator.log()[-1]["status"] == 400


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_numbers_that_json_does_not_have_are_400(api: Api, number: str) -> None:
    answer = api("POST", "/departments", content=f'{{"name":{number}}}'.encode(), headers=JSON)
    assert code(answer) == (400, "BAD_REQUEST")


@pytest.mark.parametrize("start", ["9" * 5000, str(2**31)])
def test_an_offset_beyond_its_type_is_422(api: Api, start: str) -> None:
    assert code(api.get("/departments", **{"from": start})) == (422, "UNPROCESSABLE_ENTITY")


def test_a_number_beyond_its_type_is_422(api: Api) -> None:
    assert errors(api.post("/contacts", {"lastName": "Stone", "zip": 2**31})) == {("/zip", "invalid")}


@pytest.mark.parametrize("media", ["application/json-patch+json", "text/json"])
def test_only_json_is_a_body(api: Api, media: str) -> None:
    answer = api("POST", "/departments", content=b'{"name":"Sales"}', headers={"content-type": media})
    assert code(answer) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize(
    ("pattern", "legal"), [("(" * 990 + "1" + ")" * 990, True), ("(" * 990 + "1", False), ("9" * 5000, False)]
)
def test_a_pattern_of_any_depth_is_read(api: Api, pattern: str, legal: bool) -> None:
    body = skill_body(api.skill_type(api.default_department())["id"])
    answer = api.post("/skills", {**body, "criteria": {**body["criteria"], "pattern": pattern}})
    assert is_pattern(pattern, 1) is legal
    assert answer.status_code in (201, 422)
    assert api.emulator.log()[-1]["status"] == answer.status_code


def test_what_the_emulator_fails_at_is_a_500_of_the_service(
    api: Api, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_arguments: object, **_more: object) -> None:
        raise RuntimeError("A mistake of the emulator.")

    monkeypatch.setattr(api.emulator.app.desk, "_answer", broken)
    with caplog.at_level(logging.CRITICAL):
        answer = api.get("/myinfo")
    assert code(answer) == (500, "INTERNAL_SERVER_ERROR")
    assert (api.emulator.log()[-1]["operation"], api.emulator.log()[-1]["status"]) == ("getMyInfo", 500)
