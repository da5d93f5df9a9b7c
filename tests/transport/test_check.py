from __future__ import annotations

import httpx
import pytest

from pulumi_zohodesk.errors import (
    APIError,
    FieldReason,
    Forbidden,
    InvalidRequest,
    NotFound,
    RateLimited,
    ServerError,
    TransportError,
    Unauthorized,
    UncertainWrite,
)

from .desk import CREATE, ID, LIST, READ, UPDATE, error

ABOUT = 'department "Billing" (id 1)'


def failure(desk, answer, op=UPDATE):
    desk.will(*[answer] * 9)
    with pytest.raises((APIError, TransportError)) as caught:
        desk.client().call(op, path=ID if "{" in op.path else None, about=ABOUT)
    return caught.value


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, "BAD_REQUEST", InvalidRequest),
        (401, "UNAUTHORIZED", Unauthorized),
        (403, "FORBIDDEN", Forbidden),
        (404, "URL_NOT_FOUND", NotFound),
        (405, "METHOD_NOT_ALLOWED", APIError),
        (413, "RESOURCE_SIZE_EXCEEDED", APIError),
        (415, "UNSUPPORTED_MEDIA_TYPE", APIError),
        (422, "INVALID_DATA", InvalidRequest),
        (429, "THRESHOLD_EXCEEDED", RateLimited),
        (500, "INTERNAL_SERVER_ERROR", ServerError),
        (503, "", ServerError),
    ],
)
def test_every_status_has_its_class_and_every_message_its_four_parts(desk, status, code, kind):
    caught = failure(desk, error(status, code, "The service said so."))
    assert type(caught) is kind
    assert (caught.status, caught.code) == (status, code)
    said = f"HTTP {status} {code}".strip()
    assert str(caught).startswith(f"Updating {ABOUT} failed with {said}: The service said so.")


def test_reasons_per_field_are_listed(desk):
    entries = [
        {"fieldName": "/name", "errorType": "duplicate", "errorMessage": ""},
        {"fieldName": "/departmentId", "errorType": "invalid", "errorMessage": "not a department"},
        {"fieldName": "/status", "errorType": "missing"},
        "nonsense",
    ]
    caught = failure(desk, error(422, "INVALID_DATA", "Bad.", errors=entries))
    assert caught.reasons == (
        FieldReason("/name", "duplicate"),
        FieldReason("/departmentId", "invalid", "not a department"),
        FieldReason("/status", "missing"),
    )
    assert "Reasons: /name is duplicate; /departmentId is invalid (not a department); /status is missing." in str(
        caught
    )


def test_a_missing_scope_names_what_is_needed(desk):
    message = str(failure(desk, error(403, "SCOPE_MISMATCH"), READ))
    assert "needs one of Desk.basic.READ or Desk.settings.READ" in message
    assert "make a new one" in message
    assert "`zohodesk scopes`" in message


def test_a_single_scope_is_named_without_a_choice(desk):
    assert "updateDepartment needs Desk.settings.UPDATE." in str(failure(desk, error(403, "SCOPE_MISMATCH")))


def test_forbidden_says_profile_or_data_sharing(desk):
    message = str(failure(desk, error(403, "FORBIDDEN")))
    assert "permission profile" in message
    assert "data sharing" in message


def test_a_licence_limit_names_feature_edition_and_number(desk):
    more = {"feature": "AGENTS", "editionType": "FREE", "maxAllowedEntity": "3", "isTrial": False, "x": "y"}
    caught = failure(desk, error(403, "LICENSE_ACCESS_LIMITED", **more))
    assert "The edition FREE" in str(caught)
    assert "feature AGENTS, at most 3" in str(caught)
    assert caught.details == {"feature": "AGENTS", "editionType": "FREE", "maxAllowedEntity": "3", "isTrial": "False"}


def test_a_wrong_organisation_names_the_id_used_and_where_the_right_one_is(desk):
    message = str(failure(desk, error(403, "OAUTH_ORG_MISMATCH")))
    assert "orgId 4711" in message
    assert "Developer Space" in message


def test_an_organisation_that_does_not_exist_is_told_in_the_same_words(desk):
    said = "The value passed for the 'orgId' parameter is invalid."
    message = str(failure(desk, error(422, "UNPROCESSABLE_ENTITY", said)))
    assert "There is no organisation with the orgId 4711." in message
    assert "Developer Space" in message


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(404, html="<html>Not found</html>"),
        httpx.Response(404, text="Not Found"),
        httpx.Response(404),
        httpx.Response(404, json=[]),
        httpx.Response(401, html="<html>Sign in</html>"),
        httpx.Response(403, html="<html>No</html>"),
    ],
)
def test_an_answer_that_is_not_the_apis_points_at_the_address(desk, answer):
    caught = failure(desk, answer)
    assert caught.code == ""
    assert "most likely the data centre or the API root is wrong" in str(caught)
    assert "https://desk.zoho.eu/api/v1" in str(caught)
    assert "html" not in str(caught)


def test_only_a_json_404_with_the_code_speaks_of_the_object(desk):
    caught = failure(desk, error(404, "URL_NOT_FOUND"))
    assert caught.code == "URL_NOT_FOUND"
    assert "There is no such object" in str(caught)
    assert "data centre" not in str(caught)


def test_used_up_credits_stop_at_once_and_say_when_they_come_back(desk):
    answer = error(429, "THRESHOLD_EXCEEDED")
    answer.headers["Retry-After"] = "9000"
    caught = failure(desk, answer)
    assert caught.retry_after == 9000
    assert "00:00 in the time zone of the data centre (in 2 h 30 min, says the service)" in str(caught)
    assert len(desk.requests) == 1


def test_a_redirect_is_not_followed(desk):
    caught = failure(desk, httpx.Response(302, headers={"Location": "https://evil.example/x"}))
    assert (type(caught), caught.status) == (APIError, 302)
    assert "a redirect to evil.example" in str(caught)
    assert [request.url.host for request in desk.requests] == ["desk.zoho.eu"]


@pytest.mark.parametrize("location", [None, "", "/here"])
def test_a_redirect_to_nowhere_in_particular_is_an_error_too(desk, location):
    assert failure(desk, httpx.Response(301, headers={"Location": location} if location else {})).status == 301


CUT = httpx.Response(200, content=b'{"data": [{"id": "1"}, {"na', headers={"Content-Type": "application/json"})
SAYS_NOTHING = {
    "cut off": CUT,
    "cut off, without a type": httpx.Response(200, content=CUT.content),
    "in the middle of a character": httpx.Response(200, content='{"name": "ü'.encode()[:-1]),
    "no content": httpx.Response(200),
    "null": httpx.Response(200, json=None),
}
UNUSABLE = {**SAYS_NOTHING, "an error": error(200, "INTERNAL_ERROR", "Not today.")}


@pytest.mark.parametrize("answer", UNUSABLE.values(), ids=UNUSABLE)
@pytest.mark.parametrize("ask", [lambda client: client.call(READ, path=ID), lambda client: client.page(LIST, start=0)])
def test_a_read_is_asked_again_after_an_answer_that_cannot_be_used(desk, answer, ask):
    row = {"id": "7"}
    desk.will(answer, answer, httpx.Response(200, json={"data": [row]}))
    assert ask(desk.client()) in ([row], {"data": [row]})
    assert len(desk.requests) == 3


@pytest.mark.parametrize("answer", SAYS_NOTHING.values(), ids=SAYS_NOTHING)
def test_what_never_answers_a_list_is_an_error_and_no_empty_list(desk, answer):
    desk.will(*[answer] * 9)
    with pytest.raises(TransportError, match=r"HTTP 200 with(out content| JSON that is cut off)\. ") as caught:
        desk.client().page(LIST, start=0)
    assert not caught.value.misdirected
    assert "data centre" not in str(caught.value)


@pytest.mark.parametrize("answer", UNUSABLE.values(), ids=UNUSABLE)
def test_a_create_is_not_repeated_after_an_answer_that_cannot_be_used(desk, answer):
    assert type(failure(desk, answer, CREATE)) is UncertainWrite
    assert len(desk.requests) == 1


def test_an_update_is_repeated_after_an_answer_that_cannot_be_used(desk):
    desk.will(CUT, error(202, "INTERNAL_ERROR"), httpx.Response(200, json={"id": "1"}))
    assert desk.client().call(UPDATE, path=ID) == {"id": "1"}


def test_an_update_without_a_whole_answer_leaves_doubt(desk):
    assert type(failure(desk, CUT)) is UncertainWrite


def test_an_error_object_is_an_error_whatever_the_status(desk):
    caught = failure(desk, error(200, "INVALID_DATA", "Bad."))
    assert (caught.status, caught.code) == (200, "INVALID_DATA")
    assert "failed with HTTP 200 INVALID_DATA: Bad." in str(caught)
    # It is not believed that the object is gone.
    assert not isinstance(failure(desk, error(200, "URL_NOT_FOUND"), READ), NotFound)


def test_an_object_that_has_a_field_of_that_name_is_data(desk):
    row = {"id": "1", "errorCode": None, "notes": {"errorCode": "INVALID_DATA"}}
    desk.will(httpx.Response(200, json=row))
    assert desk.client().call(READ, path=ID) == row


@pytest.mark.parametrize("status", [403, 404])
def test_a_refusal_that_is_cut_off_is_asked_for_again_and_blames_no_address(desk, status):
    cut = httpx.Response(status, content=b'{"errorCode":"URL_NOT_', headers={"Content-Type": "application/json"})
    desk.will(cut, error(404, "URL_NOT_FOUND"))
    with pytest.raises(NotFound) as caught:
        desk.client().call(READ, path=ID)
    assert caught.value.code == "URL_NOT_FOUND"
    assert not failure(desk, cut, READ).misdirected
    assert type(failure(desk, cut, CREATE)) is (Forbidden if status == 403 else NotFound)


def test_a_web_page_in_place_of_json_is_no_answer(desk):
    caught = failure(desk, httpx.Response(200, html="<html>Sign in</html>"), READ)
    assert type(caught) is TransportError
    assert "HTTP 200 with text/html in place of JSON" in str(caught)


def test_a_web_page_after_a_write_leaves_doubt(desk):
    caught = failure(desk, httpx.Response(200, html="<html></html>"), CREATE)
    assert type(caught) is UncertainWrite
    assert "may or may not have happened" in str(caught)


@pytest.mark.parametrize("code", ["lower", "WITH SPACE", "X" * 80, 7, None, "1000.aa.bb"])
def test_a_code_that_is_no_code_is_ignored(desk, code):
    assert failure(desk, error(422, code)).code == ""


def test_foreign_words_are_cut_and_cleaned(desk):
    message = str(failure(desk, error(422, "INVALID_DATA", "\x1b[31mred\x07\n\n" + "long " * 400)))
    assert "\x1b" not in message
    assert "\n" not in message
    assert len(message) < 450
