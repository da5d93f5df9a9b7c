"""What comes back from the consent page, and whom it may lead to."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

import pytest

from pulumi_zohodesk.errors import AuthError
from pulumi_zohodesk.settings import DATA_CENTRES
from pulumi_zohodesk.transport import code_in, consent_address

from .desk import settings

CODE = "1000.c4n4ry.c4n4ry"


def back(server: str = "", **more: str) -> str:
    values = {"state": "s", "code": CODE, **more}
    if server:
        values["accounts-server"] = server
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in values.items() if value)


def test_the_consent_address_holds_no_secret():
    address = consent_address(settings(), "http://localhost:8791/callback", ["A", "B"], "s")
    assert address.startswith("https://accounts.zoho.eu/oauth/v2/auth?")
    query = parse_qs(urlsplit(address).query)
    assert (query["scope"], query["state"], query["prompt"]) == (["A,B"], ["s"], ["consent"])
    assert "c4n4ry" not in address


@pytest.mark.parametrize("dc", DATA_CENTRES)
def test_the_code_goes_to_the_data_centre_of_the_account(dc):
    code, found = code_in(back(f"https://{DATA_CENTRES[dc].accounts}", location=dc), "s", settings())
    assert code.reveal() == CODE
    assert (found.dc, found.accounts_url) == (dc, f"https://{DATA_CENTRES[dc].accounts}")
    assert found.api_url == f"https://{DATA_CENTRES[dc].desk}"


@pytest.mark.parametrize(
    "answer", [back(), f"http://localhost:1/cb?{back()}", f" http://x/?{back()}#top\n", f"{back()}"]
)
def test_the_whole_address_may_be_pasted_or_its_query(answer):
    assert code_in(answer, "s", settings())[0].reveal() == CODE


def test_the_server_of_the_connection_itself_is_known():
    own = settings(accounts_url="http://127.0.0.1:5", api_url="http://127.0.0.1:5")
    assert code_in(back("http://127.0.0.1:5"), "s", own)[1] == own


@pytest.mark.parametrize(
    "server",
    [
        "https://accounts.zoho.com.evil.example",
        "http://accounts.zoho.com",
        "https://accounts.zoho.com@evil.example",
        "https://evil.example/accounts.zoho.com",
        "https://accounts.zoho.com:444",
        "http://127.0.0.1:5",
    ],
)
def test_a_foreign_server_gets_nothing(server):
    with pytest.raises(AuthError, match="The code was sent nowhere") as caught:
        code_in(back(server), "s", settings())
    assert "c4n4ry" not in str(caught.value)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (back(state="other"), "its state is not"),
        (back(state=""), "its state is not"),
        ("", "its state is not"),
        ("http://[", "its state is not"),
        (back(code=""), "no code came back"),
        (back(code="", error="access_denied"), "consent was refused"),
        (back(code="", error=CODE), r"refused \(\[hidden\]\)"),
    ],
)
def test_what_is_wrong_is_one_sentence(answer, words):
    with pytest.raises(AuthError, match=words) as caught:
        code_in(answer, "s", settings())
    assert "Nothing was stored" in str(caught.value)
    assert "c4n4ry" not in str(caught.value)
