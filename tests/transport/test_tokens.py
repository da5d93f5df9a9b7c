from __future__ import annotations

import json
import logging
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import httpx
import pytest
from filelock import FileLock

from pulumi_zohodesk.errors import AuthError, TokenThrottled, Unauthorized
from pulumi_zohodesk.settings import Secret
from pulumi_zohodesk.transport import _tokens

from .desk import ACCESS, ID, READ, REFRESH_TOKEN, error
from .test_grant import THROTTLED


def file_of(desk):
    (path,) = (desk.folder / "tokens").glob("*.json")
    return path


def test_eight_threads_cause_one_token_request(desk):
    client = desk.client()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: client.call(READ, path=ID), range(32)))
    assert len(desk.token_requests) == 1
    assert set(desk.tokens) == {"1"}


def test_eight_threads_cause_one_token_request_without_a_cache_folder_too(desk):
    desk.folder.write_text("a file where a folder should be")
    client, second = desk.client(), Event()

    def patient(request: httpx.Request) -> httpx.Response:
        # Give a second request the time to show itself.
        second.set() if len(desk.token_requests) > 1 else second.wait(0.2)
        return httpx.Response(200, json={"access_token": "1000.a.b"})

    desk.token_answers.extend([patient] * 8)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: client.call(READ, path=ID), range(8)))
    assert len(desk.token_requests) == 1


def test_a_second_process_takes_the_token_from_disk(desk):
    desk.client().call(READ, path=ID)
    desk.client().call(READ, path=ID)
    assert len(desk.token_requests) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"refresh_token": Secret("1000.other.other")},
        {"org_id": "4712"},
        {"client_id": "1000.OTHER"},
        {"accounts_url": "https://accounts.zoho.com"},
    ],
)
def test_another_grant_organisation_client_or_server_never_shares_a_token(desk, change):
    desk.client().call(READ, path=ID)
    desk.client(**change).call(READ, path=ID)
    assert len(desk.token_requests) == 2
    assert desk.tokens == ["1", "2"]


def test_only_the_user_can_read_the_cache(desk):
    desk.client().call(READ, path=ID)
    assert stat.S_IMODE((desk.folder / "tokens").stat().st_mode) == 0o700
    modes = {path.suffix: stat.S_IMODE(path.stat().st_mode) for path in (desk.folder / "tokens").iterdir()}
    assert modes == {".json": 0o600, ".lock": 0o600}


def test_the_file_name_and_content_hold_no_long_lived_secret(desk):
    desk.client().call(READ, path=ID)
    path = file_of(desk)
    assert REFRESH_TOKEN not in path.read_text()
    assert len(path.stem) == 64
    assert set(json.loads(path.read_text())) == {"access_token", "good_until", "renewed", "throttled_until"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"access_token": 5, "good_until": 9e9}',
        b'{"access_token": "1000.x.x", "good_until": "soon"}',
        b'{"access_token": "1000.x.x", "good_until": 9e99}',
        b'{"access_token": "1000.x.x", "good_until": true}',
        b'{"access_token": "1000.x.x"}',
        b'{"throttled_until": 9e99}',
    ],
)
def test_a_corrupted_cache_is_replaced(desk, content):
    desk.client().call(READ, path=ID)
    path = file_of(desk)
    path.write_bytes(content)
    desk.client().call(READ, path=ID)
    assert desk.tokens == ["1", "2"]
    assert json.loads(path.read_text())["access_token"] == f"1000.{ACCESS}.2"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_that_others_could_have_read_or_written_is_not_trusted(desk, mode):
    desk.client().call(READ, path=ID)
    file_of(desk).chmod(mode)
    desk.client().call(READ, path=ID)
    assert desk.tokens == ["1", "2"]
    assert stat.S_IMODE(file_of(desk).stat().st_mode) == 0o600


def test_a_link_in_place_of_the_file_is_neither_read_nor_written_through(desk, tmp_path):
    desk.client().call(READ, path=ID)
    path, elsewhere = file_of(desk), tmp_path / "elsewhere.json"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    before = elsewhere.read_text()
    desk.client().call(READ, path=ID)
    assert desk.tokens == ["1", "2"]
    assert elsewhere.read_text() == before
    assert not path.is_symlink()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")
def test_a_file_of_another_user_is_not_trusted(desk, monkeypatch):
    desk.client().call(READ, path=ID)
    client = desk.client()
    ours = os.geteuid()
    real = os.fstat
    foreign = lambda handle: os.stat_result((*real(handle)[:4], ours + 1, *real(handle)[5:]))  # noqa: E731
    monkeypatch.setattr(_tokens.os, "fstat", foreign)
    client.call(READ, path=ID)
    assert desk.tokens == ["1", "2"]


def test_a_folder_that_was_too_open_is_closed(desk):
    (desk.folder / "tokens").mkdir(parents=True)
    (desk.folder / "tokens").chmod(0o755)
    desk.client().call(READ, path=ID)
    assert stat.S_IMODE((desk.folder / "tokens").stat().st_mode) == 0o700


def test_without_a_usable_folder_it_works_from_memory_and_warns_once(desk, caplog):
    desk.folder.write_text("a file where a folder should be")
    client = desk.client()
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            client.call(READ, path=ID)
    assert len(desk.token_requests) == 1
    (record,) = caplog.records
    assert "ZOHODESK_CACHE_DIR" in record.getMessage()


def test_a_disk_that_cannot_be_written_does_not_stop_the_work(desk, monkeypatch, caplog):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    client = desk.client()
    client.call(READ, path=ID)
    client.call(READ, path=ID)
    assert len(desk.token_requests) == 1
    assert "No space left on device" in caplog.text


def test_a_lock_that_is_kept_by_another_process_is_given_up_with_a_reason(desk, monkeypatch):
    desk.client().call(READ, path=ID)
    monkeypatch.setattr(_tokens, "LOCK_TIMEOUT", 0.0)
    desk.time.now += 3600
    with (
        FileLock(file_of(desk).with_suffix(".lock")),
        pytest.raises(AuthError, match=r"another process has kept .* locked"),
    ):
        desk.client().call(READ, path=ID)


def test_a_refused_token_is_renewed_once(desk):
    desk.will(error(401, "INVALID_OAUTH"))
    assert desk.client().call(READ, path=ID) == {"id": "1"}
    assert desk.tokens == ["1", "2"]
    assert desk.time.sleeps == []


def test_a_token_refused_twice_is_the_end(desk):
    desk.will(error(401, "INVALID_OAUTH"), error(401, "INVALID_OAUTH"))
    with pytest.raises(Unauthorized, match="another data centre") as caught:
        desk.client().call(READ, path=ID)
    assert caught.value.code == "INVALID_OAUTH"
    assert len(desk.token_requests) == 2


def test_a_refused_token_is_replaced_by_the_one_another_process_has_got(desk):
    late, early = desk.client(), desk.client()
    late.call(READ, path=ID)
    desk.will(error(401, "INVALID_OAUTH"))
    early.call(READ, path=ID)
    desk.will(error(401, "INVALID_OAUTH"))
    late.call(READ, path=ID)
    assert len(desk.token_requests) == 2
    assert desk.tokens == ["1", "1", "2", "1", "2"]


def test_many_threads_with_a_refused_token_cause_one_renewal(desk):
    client = desk.client()
    client.call(READ, path=ID)

    def picky(request: httpx.Request) -> httpx.Response:
        old = request.headers["Authorization"].endswith(".1")
        return error(401, "INVALID_OAUTH") if old else httpx.Response(200, json={})

    desk.will(*[picky] * 64)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: client.call(READ, path=ID), range(16)))
    assert len(desk.token_requests) == 2


def test_after_throttling_no_process_asks_again_for_a_minute(desk):
    desk.token_answers.append(httpx.Response(200, json=THROTTLED))
    for _ in range(8):
        with pytest.raises(TokenThrottled, match="may well be right"):
            desk.client().call(READ, path=ID)
    assert len(desk.token_requests) == 1
    desk.time.now += 61
    desk.client().call(READ, path=ID)
    assert len(desk.token_requests) == 2


def test_throttling_while_renewing_keeps_the_token_for_others(desk):
    client = desk.client()
    client.call(READ, path=ID)
    desk.token_answers.append(httpx.Response(200, json=THROTTLED))
    desk.will(error(401, "INVALID_OAUTH"))
    with pytest.raises(TokenThrottled):
        client.call(READ, path=ID)
    assert json.loads(file_of(desk).read_text())["access_token"] == f"1000.{ACCESS}.1"
