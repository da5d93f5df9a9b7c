from __future__ import annotations

from typing import Any

import httpx
import pytest

from pulumi_zohodesk.emulator import Emulator

from .conftest import Api


def _ask(emulator: Emulator, place: str = "data", path: str = "token", **changes: str) -> httpx.Response:
    env = emulator.env("prod")
    form = {
        "grant_type": "refresh_token",
        "client_id": env["ZOHODESK_CLIENT_ID"],
        "client_secret": env["ZOHODESK_CLIENT_SECRET"],
        "refresh_token": env["ZOHODESK_REFRESH_TOKEN"],
        **changes,
    }
    with httpx.Client(verify=False) as client:
        if place == "data":
            return client.post(f"{emulator.url}/oauth/v2/{path}", data=form)
        return client.post(f"{emulator.url}/oauth/v2/{path}", params=form)


def _works(emulator: Emulator, token: str) -> bool:
    with httpx.Client(verify=False) as client:
        answer = client.get(f"{emulator.url}/api/v1/myinfo", headers={"Authorization": f"Zoho-oauthtoken {token}"})
    return answer.status_code == 200


@pytest.mark.parametrize("place", ["data", "params"])
def test_a_refresh_token_is_exchanged_for_an_access_token(emulator: Emulator, place: str) -> None:
    answer = _ask(emulator, place).json()
    assert answer["expires_in"] == 3600
    assert answer["token_type"] == "Bearer"
    assert answer["access_token"].startswith("1000.")
    assert "refresh_token" not in answer
    assert _works(emulator, answer["access_token"])


def test_the_api_domain_is_not_the_desk_host(emulator: Emulator) -> None:
    assert emulator.url not in _ask(emulator).json()["api_domain"]


@pytest.mark.parametrize(
    ("field", "error"),
    [("client_id", "invalid_client"), ("client_secret", "invalid_client_secret"), ("refresh_token", "invalid_code")],
)
def test_a_wrong_credential_is_an_error_with_status_200(emulator: Emulator, field: str, error: str) -> None:
    answer = _ask(emulator, **{field: "wrong"})
    assert (answer.status_code, answer.json()) == (200, {"error": error})


def test_the_eleventh_request_in_ten_minutes_is_denied_with_status_400(emulator: Emulator) -> None:
    answers = [_ask(emulator) for _ in range(11)]
    assert "access_token" in answers[9].json()
    assert answers[10].status_code == 400
    assert answers[10].json()["error"] == "Access Denied"
    assert answers[10].json()["error_description"].startswith("You have made too many requests continuously.")


def test_the_denial_can_be_switched_to_status_200(emulator: Emulator) -> None:
    emulator.switch(throttle_status=200, token_requests=1)
    answers = [_ask(emulator) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    assert "error" in answers[1].json()


def test_the_sixth_request_in_a_minute_can_be_denied(emulator: Emulator) -> None:
    emulator.switch(token_requests_a_minute=5)
    assert ["access_token" in _ask(emulator).json() for _ in range(6)] == [True] * 5 + [False]
    emulator.advance(60)
    assert "access_token" in _ask(emulator).json()


def test_the_wrong_data_centre_does_not_know_the_client(emulator: Emulator) -> None:
    emulator.switch(wrong_dc="invalid_client")
    assert _ask(emulator).json() == {"error": "invalid_client"}


def test_the_newer_form_of_revoking_takes_the_client_by_basic(emulator: Emulator) -> None:
    env = emulator.env()
    right = (env["ZOHODESK_CLIENT_ID"], env["ZOHODESK_CLIENT_SECRET"])
    token, form = _ask(emulator).json()["access_token"], {"token": env["ZOHODESK_REFRESH_TOKEN"]}
    with httpx.Client(base_url=f"{emulator.url}/oauth/v2/revoke", verify=False) as client:
        assert client.post("/token", data=form, auth=("wrong", "wrong")).json() == {"error": "invalid_client"}
        assert client.post("/token", data=form).json() == {"error": "invalid_client"}
        assert _works(emulator, token)
        assert client.post("/token", data=form, auth=right).json() == {"status": "success"}
    assert not _works(emulator, token)


def test_the_denial_ends_with_the_window(emulator: Emulator) -> None:
    emulator.switch(token_requests=1)
    _ask(emulator)
    emulator.advance(600)
    assert "access_token" in _ask(emulator).json()


def test_the_denial_of_one_refresh_token_leaves_another_alone(emulator: Emulator) -> None:
    emulator.switch(token_requests=1)
    _ask(emulator)
    _ask(emulator)
    other = emulator.env()["ZOHODESK_SANDBOX_REFRESH_TOKEN"]
    assert "access_token" in _ask(emulator, refresh_token=other).json()


def test_the_oldest_access_token_dies_when_an_eleventh_is_made(emulator: Emulator) -> None:
    tokens = [_ask(emulator).json()["access_token"] for _ in range(10)]
    emulator.advance(600)
    tokens.append(_ask(emulator).json()["access_token"])
    assert [_works(emulator, token) for token in tokens] == [False] + [True] * 10


def test_an_access_token_ends_after_an_hour(emulator: Emulator) -> None:
    token = _ask(emulator).json()["access_token"]
    emulator.advance(3599)
    assert _works(emulator, token)
    emulator.advance(1)
    assert not _works(emulator, token)


def test_revoking_a_refresh_token_ends_its_access_tokens(emulator: Emulator) -> None:
    token = _ask(emulator).json()["access_token"]
    refresh = emulator.env()["ZOHODESK_REFRESH_TOKEN"]
    assert _ask(emulator, "params", "token/revoke", token=refresh).json() == {"status": "success"}
    assert not _works(emulator, token)
    assert _ask(emulator).json() == {"error": "invalid_code"}


def test_revoking_an_unknown_token_is_refused(emulator: Emulator) -> None:
    assert _ask(emulator, path="token/revoke", token="1000.a.b").status_code == 400


def test_server_info_names_this_server(emulator: Emulator) -> None:
    with httpx.Client(verify=False) as client:
        answer = client.get(f"{emulator.url}/oauth/serverinfo").json()
    assert answer["locations"] == {"us": emulator.url}


def test_another_grant_is_refused(emulator: Emulator) -> None:
    assert _ask(emulator, grant_type="password").json() == {"error": "unsupported_grant_type"}


def test_the_log_never_holds_a_token(emulator: Emulator, connect: Any) -> None:
    token = _ask(emulator, "params").json()["access_token"]
    api: Api = connect()
    api.get("/myinfo")
    text = str(emulator.log())
    secrets = [token, api.credentials["access_token"], *emulator.env().values()]
    assert [one for one in secrets if one.startswith("1000.") and one in text] == []
