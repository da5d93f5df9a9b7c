"""Who may use the control path: programs of this machine, and no page that a browser has open."""

from __future__ import annotations

import json

import httpx
import pytest

from pulumi_zohodesk.emulator import Emulator

EVIL = "https://evil.example"


def _send(emulator: Emulator, method: str = "POST", name: str = "switches", **headers: str) -> httpx.Response:
    given = {"content-type": "application/json", **{key.replace("_", "-"): text for key, text in headers.items()}}
    with httpx.Client(verify=False) as client:
        body = json.dumps({"thin_lists": True}) if method == "POST" else None
        return client.request(method, f"{emulator.url}/_emulator/{name}", content=body, headers=given)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": EVIL},
        {"origin": "null"},
        {"origin": "http://localhost:1"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"host": "evil.example"},
        {"host": "evil.example:80"},
        {"host": "127.0.0.1.evil.example:80"},
        {"host": "evil.example:80", "origin": "http://evil.example:80", "sec_fetch_site": "same-origin"},
    ],
)
def test_other_pages_and_names_are_refused(emulator: Emulator, headers: dict[str, str]) -> None:
    before = emulator.switch()
    for method, name in (("POST", "switches"), ("GET", "state"), ("POST", "tokens"), ("DELETE", "log")):
        answer = _send(emulator, method, name, **headers)
        assert answer.status_code == 403
        assert answer.json()["error"].endswith(".")
        assert "access-control-allow-origin" not in answer.headers
    assert emulator.switch() == before


MEDIA = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]


@pytest.mark.parametrize("sign", ["origin", "referer", "cookie", "sec_fetch_site"])
@pytest.mark.parametrize("media", MEDIA)
def test_a_form_of_a_page_is_not_taken(emulator: Emulator, media: str, sign: str) -> None:
    own = {"origin": emulator.url, "sec_fetch_site": "none"}.get(sign, "x")
    assert _send(emulator, content_type=media, **{sign: own}).status_code == 415
    assert emulator.switch()["thin_lists"] is False


@pytest.mark.parametrize("media", MEDIA)
def test_a_script_need_not_say_that_it_sends_json(emulator: Emulator, media: str) -> None:
    """As `curl -d` and Python's own client do not."""
    assert _send(emulator, content_type=media).status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8790", "[::1]", "[::1]:8790", "testclient", "testclient:80"])
def test_names_of_this_machine_are_taken(emulator: Emulator, host: str) -> None:
    assert _send(emulator, host=host, content_type="application/json; charset=utf-8").status_code == 200


def test_its_own_page_may_use_it(emulator: Emulator) -> None:
    assert _send(emulator, origin=emulator.url, sec_fetch_site="same-origin").status_code == 200
    assert _send(emulator, "GET", "log", sec_fetch_site="none").status_code == 200


def test_what_is_not_the_control_path_asks_for_none_of_this(emulator: Emulator) -> None:
    with httpx.Client(verify=False, headers={"host": "desk.example", "origin": EVIL}) as client:
        assert client.get(f"{emulator.url}/oauth/serverinfo").status_code == 200
        assert client.get(f"{emulator.url}/api/v1/departments").status_code == 401
