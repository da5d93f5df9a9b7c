from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from .conftest import Api, code, errors


def test_a_call_without_token_is_401_unauthorized(api: Api) -> None:
    answer = api("GET", "/departments", headers={"Authorization": ""})
    assert code(answer) == (401, "UNAUTHORIZED")


def test_a_call_with_a_wrong_token_is_401_invalid_oauth(api: Api) -> None:
    answer = api("GET", "/departments", headers={"Authorization": "Zoho-oauthtoken 1000.a.b"})
    assert code(answer) == (401, "INVALID_OAUTH")


def test_a_bearer_token_is_taken_unless_switched_off(api: Api) -> None:
    headers = {"Authorization": f"Bearer {api.credentials['access_token']}"}
    assert api("GET", "/departments", headers=headers).status_code == 200
    api.emulator.switch(bearer_accepted=False)
    assert code(api("GET", "/departments", headers=headers)) == (401, "INVALID_OAUTH")


def test_an_unknown_path_is_404_url_not_found(api: Api) -> None:
    assert code(api.get("/departements")) == (404, "URL_NOT_FOUND")


def test_a_path_id_that_is_not_a_number_is_404(api: Api) -> None:
    assert code(api.get("/agents/me")) == (404, "URL_NOT_FOUND")


@pytest.mark.parametrize(
    "path", ["/departments/1", "/agents/1", "/skillTypes/1", "/skills/1", "/roles/1", "/profiles/1"]
)
def test_an_unknown_id_is_404_url_not_found(api: Api, path: str) -> None:
    assert code(api.get(path)) == (404, "URL_NOT_FOUND")


def test_a_path_without_the_root_is_a_404_that_is_not_json(api: Api) -> None:
    answer = api("GET", f"{api.emulator.url}/departments")
    assert answer.status_code == 404
    assert "json" not in answer.headers["content-type"]


def test_a_wrong_method_is_405(api: Api) -> None:
    assert code(api.delete("/departments")) == (405, "METHOD_NOT_ALLOWED")


def test_departments_have_no_delete(api: Api) -> None:
    assert code(api.delete(f"/departments/{api.default_department()}")) == (405, "METHOD_NOT_ALLOWED")


def test_a_body_of_another_type_is_415(api: Api) -> None:
    answer = api("POST", "/departments", content=b"name=x", headers={"content-type": "text/plain"})
    assert code(answer) == (415, "UNSUPPORTED_MEDIA_TYPE")


def test_a_body_without_a_type_is_taken(api: Api) -> None:
    answer = api("POST", "/departments", content=b'{"name":"Sales"}')
    assert "content-type" not in answer.request.headers
    assert answer.status_code == 200


def test_a_body_is_needed_only_where_something_must_be_in_it(api: Api) -> None:
    assert api.post(f"/departments/{api.department()['id']}/disable").status_code == 204
    assert code(api.post("/tickets/moveToTrash")) == (422, "EMPTY_PAYLOAD")


def test_a_missing_body_is_422_empty_payload(api: Api) -> None:
    assert code(api.post("/departments")) == (422, "EMPTY_PAYLOAD")


def test_an_empty_change_is_422_empty_payload(api: Api) -> None:
    assert code(api.patch(f"/departments/{api.default_department()}", {})) == (422, "EMPTY_PAYLOAD")


def test_a_body_that_is_not_json_is_400(api: Api) -> None:
    answer = api("POST", "/departments", content=b"{", headers={"content-type": "application/json"})
    assert code(answer) == (400, "BAD_REQUEST")


def test_a_body_that_is_no_object_is_422(api: Api) -> None:
    assert errors(api.post("/departments", [1])) == {("", "invalid")}


def test_an_org_id_that_is_not_a_number_is_an_opaque_500(api: Api) -> None:
    assert code(api("GET", "/departments", headers={"orgId": "abc"})) == (500, "INTERNAL_SERVER_ERROR")


def test_the_list_of_organizations_takes_no_org_id(api: Api) -> None:
    assert api("GET", "/organizations", headers={"orgId": "abc"}).status_code == 200


def test_the_org_id_of_another_organisation_is_403(api: Api) -> None:
    other = api.emulator.env()["ZOHODESK_SANDBOX_ORG_ID"]
    assert code(api("GET", "/departments", headers={"orgId": other})) == (403, "OAUTH_ORG_MISMATCH")


def test_the_org_id_may_be_left_out(api: Api) -> None:
    del api.client.headers["orgId"]
    assert api.get("/departments").status_code == 200


def test_the_org_id_may_be_a_query_parameter_unless_switched_off(api: Api) -> None:
    own = api.credentials["org_id"]
    assert api.get("/departments", orgId=own).status_code == 200
    assert api.get("/departments", orgId="").status_code == 500
    assert api.get("/departments", orgId="1").status_code == 422
    api.emulator.switch(org_query_accepted=False)
    assert api.get("/departments", orgId=own).status_code == 422


def test_an_org_id_that_is_no_organisation_is_422_unless_switched(api: Api) -> None:
    answer = api("GET", "/departments", headers={"orgId": "1"})
    assert code(answer) == (422, "UNPROCESSABLE_ENTITY")
    assert answer.json()["message"] == "The value passed for the 'orgId' parameter is invalid."
    api.emulator.switch(unknown_org_status=403)
    assert code(api("GET", "/departments", headers={"orgId": "1"})) == (403, "OAUTH_ORG_MISMATCH")


@pytest.mark.parametrize(
    ("path", "cap"),
    [("/departments", 200), ("/agents", 200), ("/roles", 500), ("/profiles", 250), ("/skillTypes", 100)],
)
def test_a_page_size_above_the_cap_is_refused_and_not_lowered(api: Api, path: str, cap: int) -> None:
    assert api.get(path, limit=cap).status_code in (200, 204)
    answer = api.get(path, limit=cap + 1)
    assert code(answer) == (422, "UNPROCESSABLE_ENTITY")
    assert f"-{cap}'" in answer.json()["message"]


RANGE, TYPE = "exceeds the range of '>=0'.", "is not of the data type 'integer'."


@pytest.mark.parametrize(("value", "words"), [("-1", RANGE), ("x", TYPE), ("1.5", TYPE), ("", TYPE)])
def test_a_from_that_is_no_number_is_refused(api: Api, value: str, words: str) -> None:
    answer = api.get("/departments", **{"from": value})
    assert code(answer) == (422, "UNPROCESSABLE_ENTITY")
    assert answer.json()["message"] == f"The value passed for field 'from' {words}"


def test_offsets_end_at_4999_unless_switched(api: Api) -> None:
    assert api.get("/departments", **{"from": 4_999}).status_code == 204
    answer = api.get("/departments", **{"from": 5_000})
    assert answer.json()["message"] == "The value passed for field 'from' exceeds the range of '0-4999'."
    api.emulator.switch(last_offset=0)
    assert api.get("/departments", **{"from": 5_000}).status_code == 204


def test_a_page_size_of_nought_is_refused_for_accounts_alone(api: Api) -> None:
    assert api.get("/departments", limit=0).status_code == 204
    assert code(api.get("/accounts", limit=0)) == (422, "UNPROCESSABLE_ENTITY")


@pytest.mark.parametrize(
    ("how", "message", "error"),
    [
        ("empty", "The data is invalid due to validation restrictions", {"errorMessage": ""}),
        (
            "full",
            "The data does not comply to the validation restrictions defined.",
            {"errorMessage": "A value is required."},
        ),
        ("missing", "The data is invalid due to validation restrictions", {}),
    ],
)
def test_the_words_of_field_errors_are_a_switch(api: Api, how: str, message: str, error: dict[str, str]) -> None:
    api.emulator.switch(error_messages=how)
    answer = api.post("/departments", {})
    assert code(answer) == (422, "INVALID_DATA")
    assert answer.json()["message"] == message
    assert answer.json()["errors"] == [{"fieldName": "/name", "errorType": "missing", **error}]


def test_the_id_of_no_account_is_403_unless_switched(api: Api) -> None:
    assert code(api.get("/accounts/1")) == (403, "FORBIDDEN")
    assert code(api.patch("/accounts/1", {"accountName": "x"})) == (403, "FORBIDDEN")
    api.emulator.switch(unknown_account_status=404)
    assert code(api.get("/accounts/1")) == (404, "URL_NOT_FOUND")


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/tickets/search"), ("GET", "/layouts"), ("POST", "/rulegroups"), ("GET", "/tickets/1/threads")],
)
def test_what_the_service_has_beside_is_501_and_not_nothing(api: Api, method: str, path: str) -> None:
    assert code(api(method, path)) == (501, "NOT_IMPLEMENTED")


def test_each_path_beside_names_methods_and_a_source_that_is_explained() -> None:
    text = files("pulumi_zohodesk.emulator").joinpath("elsewhere.txt").read_text("utf-8")
    rows = [line.split() for line in text.splitlines()]
    assert {source for _, _, source in rows} == {"contract", "SDK", "NANGO", "N8N-M", "CLIENTS"}


def test_answers_carry_the_headers_of_the_service(api: Api) -> None:
    contact = api.contact()["id"]
    answer = api.post("/tickets", {"contactId": contact, "departmentId": api.default_department(), "subject": "x"})
    assert answer.headers["server"] == "ZGS"
    assert answer.headers["content-type"] == "application/json;charset=UTF-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "no-store" in answer.headers["cache-control"]
    assert answer.headers["content-disposition"] == "attachment;"
    rules = ("isassignmentruleapplied", "isslaapplied", "iswfruleapplied")
    assert all(answer.headers[name] == "false" for name in rules)
    assert not any(name in api.get("/tickets").headers for name in rules)


def test_moving_a_ticket_to_the_bin_weighs_six(api: Api) -> None:
    ticket = api.ticket(api.contact()["id"])["id"]
    assert api.post("/tickets/moveToTrash", {"ticketIds": [ticket]}).headers["X-Rate-Limit-Request-Weight-v3"] == "6"


def test_a_missing_query_parameter_is_refused(api: Api) -> None:
    assert code(api.get("/skills")) == (422, "UNPROCESSABLE_ENTITY")


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/departments", {"isEnabled": "yes"}),
        ("/agents", {"status": "GONE"}),
        ("/agents", {"include": "role,role"}),
        ("/departmentsByIds", {"departmentIds": "1,x"}),
        ("/agentsByIds", {"agentIds": ",".join(str(one) for one in range(51))}),
    ],
)
def test_a_query_value_outside_its_rules_is_refused(api: Api, path: str, query: dict[str, str]) -> None:
    assert code(api.get(path, **query)) == (422, "UNPROCESSABLE_ENTITY")


def test_pages_do_not_overlap_and_end(api: Api) -> None:
    api.emulator.seed({"prod": {"departments": [{"name": f"D{number}"} for number in range(24)]}})
    pages = [api.get("/departments", limit=10, **{"from": start}).json()["data"] for start in (1, 11, 21)]
    assert [len(page) for page in pages] == [10, 10, 5]
    assert len({row["id"] for page in pages for row in page}) == 25
    assert api.get("/departments", limit=10, **{"from": 26}).status_code == 204


# The places that four rows at most begin at and end before, for: no `from`, 0, 1, 2; None is a refusal.
FIRST_INDEX = {
    "zero": [(0, 4), (0, 4), (1, 5), (2, 6)],
    "one": [(0, 4), None, (0, 4), (1, 5)],
    "both": [(0, 4), (0, 4), (0, 4), (1, 5)],
    "window": [(0, 4), (0, 3), (0, 4), (1, 5)],
    "window_by_default": [(0, 3), (0, 3), (0, 4), (1, 5)],
}


@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize("reading", FIRST_INDEX)
def test_how_a_list_counts_is_a_switch_for_all_or_for_one(api: Api, reading: str, single: bool) -> None:
    api.emulator.seed({"prod": {"departments": [{"name": f"D{number}"} for number in range(9)]}})
    whole = api.get("/departments").json()["data"]
    api.emulator.switch(first_index={"getDepartments": reading} if single else reading)
    for query, place in zip(({}, {"from": 0}, {"from": 1}, {"from": 2}), FIRST_INDEX[reading], strict=True):
        answer = api.get("/departments", limit=4, **query)
        if place is None:
            assert code(answer) == (422, "UNPROCESSABLE_ENTITY")
        else:
            assert answer.json()["data"] == whole[slice(*place)]
    roles = api.get("/roles", **{"from": 1}).json()["data"]
    assert (roles[0]["id"] == api.emulator.state("prod")["roles"][0]["id"]) == (not single and reading != "zero")


@pytest.mark.parametrize("path", ["/agents", "/departments", "/accounts", "/contacts"])
def test_lists_that_were_seen_to_take_both_begin_at_one(api: Api, path: str) -> None:
    api.account()
    pages = [api.get(path, limit=1, **query).json()["data"] for query in ({}, {"from": 0}, {"from": 1})]
    assert pages[0] == pages[1] == pages[2]


@pytest.mark.parametrize("path", ["/roles", "/profiles", "/tickets"])
def test_other_lists_begin_at_nought(api: Api, path: str) -> None:
    first, second = (api.get(path, limit=1, **{"from": start}).json()["data"] for start in (0, 1))
    assert first != second


def test_an_empty_list_is_204_where_the_contract_says_so(api: Api) -> None:
    answer = api.get("/departments", isEnabled=False)
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize("path", ["/skillTypes", "/skills"])
def test_an_empty_list_is_an_empty_array_where_the_contract_has_no_204(api: Api, path: str) -> None:
    query = {"departmentId": api.default_department()}
    assert api.get(path, **query).json() == {"data": []}


@pytest.mark.parametrize(
    ("path", "offset", "price"),
    [
        ("/departments", 0, 3),
        ("/departments", 2_000, 3),
        ("/departments", 2_001, 5),
        ("/departments", 10_001, 10),
        ("/departments", 50_001, 50),
        ("/departments", 100_001, 100),
        ("/departments/count", None, 50),
        ("/agents/email/x@example.com", None, 1),
    ],
)
def test_a_call_costs_credits(api: Api, path: str, offset: int | None, price: int) -> None:
    answer = api.get(path, **({} if offset is None else {"from": offset}))
    assert answer.headers["X-Rate-Limit-Request-Weight-v3"] == str(price)
    assert api.emulator.log()[-1]["credits"] == price


def test_the_remaining_credits_go_down_and_light_agents_bring_none(api: Api) -> None:
    """The header has what was left before the call, as was seen; or after it."""
    name = "X-Rate-Limit-Remaining-v3"
    assert api.get("/myinfo").headers[name] == str(100_000 + 1_000)
    api.agent(rolePermissionType="Light")
    assert api.get("/myinfo").headers[name] == str(100_000 + 1_000 - 2)
    api.emulator.switch(credits_before=False)
    assert api.get("/myinfo").headers[name] == str(100_000 + 1_000 - 4)


def test_used_up_credits_are_429_with_retry_after_until_midnight(api: Api) -> None:
    api.emulator.seed({"prod": {"limits": {"credits": 2}}})
    assert api.get("/myinfo").status_code == 200
    answer = api.get("/departments")
    assert code(answer) == (429, "THRESHOLD_EXCEEDED")
    assert int(answer.headers["Retry-After"]) == 16 * 3600


def test_credits_return_at_midnight(api: Api, connect: Any) -> None:
    api.emulator.seed({"prod": {"limits": {"credits": 1}}})
    api.get("/myinfo")
    assert api.get("/myinfo").status_code == 429
    api.emulator.advance(16 * 3600)
    assert connect().get("/myinfo").status_code == 200


def test_one_of_the_listed_scopes_is_enough(connect: Any) -> None:
    assert connect(scopes=["Desk.departments.READ"]).get("/departments").status_code == 200


def test_all_covers_every_verb(connect: Any) -> None:
    assert connect(scopes=["Desk.basic.ALL"]).get("/departments").status_code == 200


def test_basic_is_not_enough_for_skills(connect: Any) -> None:
    assert code(connect(scopes=["Desk.basic.READ"]).get("/skillTypes")) == (403, "SCOPE_MISMATCH")


def test_mapping_skills_is_not_covered_by_settings(api: Api, connect: Any) -> None:
    agent = api.agent()["id"]
    body = {"departmentId": api.default_department(), "skillIds": []}
    answer = connect(scopes=["Desk.settings.ALL"]).post(f"/agents/{agent}/mapSkills", body)
    assert code(answer) == (403, "SCOPE_MISMATCH")


def test_ids_are_eighteen_digits_and_differ_between_organisations(api: Api) -> None:
    ids = {name: {row["id"] for row in api.emulator.state(name)["roles"]} for name in ("prod", "sandbox")}
    assert all(len(one) == 18 and one.isdigit() for group in ids.values() for one in group)
    assert not ids["prod"] & ids["sandbox"]


def test_times_are_iso_unless_switched(api: Api) -> None:
    path = f"/departments/{api.default_department()}"
    assert api.get(path).json()["createdTime"] == "2026-01-05T08:00:00.000Z"
    api.emulator.switch(epoch_times=True)
    assert api.get(path).json()["createdTime"] == 1767600000000


@pytest.mark.parametrize(("switch", "status"), [("html404", 404), ("html401", 401)])
def test_the_wrong_data_centre_answers_html(api: Api, switch: str, status: int) -> None:
    api.emulator.switch(wrong_dc=switch)
    answer = api.get("/departments")
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (status, "text/html")


def test_the_wrong_data_centre_can_refuse_the_token(api: Api) -> None:
    api.emulator.switch(wrong_dc="401")
    assert code(api.get("/departments")) == (401, "INVALID_OAUTH")
