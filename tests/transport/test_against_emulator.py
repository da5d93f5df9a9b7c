"""The client on the wire with the emulator, which knows nothing of the client."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.emulator._readings import READINGS
from pulumi_zohodesk.errors import (
    AuthError,
    Forbidden,
    InvalidRequest,
    NotFound,
    RateLimited,
    TokenThrottled,
    Unauthorized,
    UncertainWrite,
)
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import Client, Operation

from .desk import Time

LIST = Operation("getDepartments", "GET", "/departments", page_size=200)
READ = Operation("getDepartment", "GET", "/departments/{departmentId}", ("Desk.basic.READ",))
CREATE = Operation("createDepartment", "POST", "/departments", ("Desk.basic.CREATE",), repeatable=False)
UPDATE = Operation("updateDepartment", "PATCH", "/departments/{departmentId}", ("Desk.basic.UPDATE",))
NOWHERE = {"departmentId": "123456789012345"}


@pytest.fixture
def emulator():
    with Emulator(seed=7) as emulator:
        yield emulator


@pytest.fixture
def connect(emulator, tmp_path):
    clients = []

    def connect(**changes: str) -> Client:
        environ = emulator.env("prod") | {f"ZOHODESK_{name.upper()}": value for name, value in changes.items()}
        clients.append(Client(resolve(environ=environ), clock=Time().clock(), cache_dir=tmp_path))
        return clients[-1]

    yield connect
    for client in clients:
        client.close()


def token_requests(emulator):
    return [entry for entry in emulator.log() if "/oauth/v2/token" in str(entry)]


def names(client, limit=200):
    return [row["name"] for page in client.pages(LIST, limit=limit) for row in page]


@pytest.mark.parametrize("reading", ["", *READINGS])
@pytest.mark.parametrize("count", [1, 9, 10, 11, 19, 25])
def test_a_whole_list_is_read_whatever_it_counts_from(emulator, connect, reading, count):
    emulator.switch(first_index=reading)
    emulator.seed({"prod": {"departments": [{"name": f"Team {number}"} for number in range(1, count)]}})
    found = names(connect(), 10)
    assert len(found) == len(set(found)) == len(emulator.state("prod")["departments"]) == count


def test_credits_and_confirmation_come_from_the_answers(connect):
    client = connect()
    names(client)
    assert client.confirmed
    assert client.credits_left is not None
    assert client.credits_spent >= 3


def test_an_object_is_created_read_and_changed(connect):
    client = connect()
    made = client.call(CREATE, body={"name": "Billing"}, about='department "Billing"')
    path = {"departmentId": made["id"]}
    assert client.call(READ, path=path)["name"] == "Billing"
    assert client.call(UPDATE, path=path, body={"description": "Money"})["description"] == "Money"


def test_a_missing_object_is_a_json_404(connect):
    with pytest.raises(NotFound) as caught:
        connect().call(READ, path=NOWHERE)
    assert caught.value.code == "URL_NOT_FOUND"


def test_a_refused_body_names_the_field(connect):
    with pytest.raises(InvalidRequest) as caught:
        connect().call(CREATE, body={"name": "Billing", "colour": "red"}, about='department "Billing"')
    assert caught.value.status == 422
    assert str(caught.value).startswith('Creating department "Billing" failed with HTTP 422')


def test_an_unknown_parameter_is_not_taken_for_a_wrong_offset(connect):
    with pytest.raises(InvalidRequest):
        connect().page(LIST, start=0, query={"sortOrder": "asc"})


def test_a_token_with_fewer_scopes_is_told_which_one_is_missing(emulator, connect):
    reader = emulator.token("prod", ["Desk.basic.READ"])
    client = connect(refresh_token=reader["refresh_token"])
    names(client)
    with pytest.raises(Forbidden, match=r"createDepartment needs Desk\.basic\.CREATE"):
        client.call(CREATE, body={"name": "Billing"})


def test_the_other_organisation_is_refused_with_its_id(emulator, connect):
    other = emulator.env("sandbox")["ZOHODESK_ORG_ID"]
    with pytest.raises(Forbidden, match=f"another organisation than orgId {other}") as caught:
        connect(org_id=other).page(LIST, start=0)
    assert caught.value.code == "OAUTH_ORG_MISMATCH"


@pytest.mark.parametrize("field", ["client_id", "client_secret", "refresh_token"])
def test_wrong_credentials_are_told_apart_from_wrong_requests(connect, field):
    with pytest.raises(AuthError, match=f"ZOHODESK_{field.upper()}"):
        connect(**{field: "1000.wrong.wrong"}).page(LIST, start=0)


def test_a_wrong_data_centre_is_no_deleted_object(emulator, connect):
    emulator.switch(wrong_dc="html404")
    with pytest.raises(NotFound, match="most likely the data centre") as caught:
        connect().call(READ, path=NOWHERE)
    assert caught.value.code == ""


def test_an_expired_token_is_renewed_without_a_word(emulator, connect):
    client = connect()
    names(client)
    emulator.advance(3601)
    names(client)
    assert len(token_requests(emulator)) == 2


def test_a_renewed_token_that_is_refused_too_is_not_renewed_again(emulator, connect):
    client = connect()
    emulator.switch(wrong_dc="401")
    for _ in range(12):
        with pytest.raises(Unauthorized):
            names(client)
    assert len(token_requests(emulator)) == 2


def test_many_threads_and_clients_share_one_token(emulator, connect):
    clients = [connect() for _ in range(3)]
    with ThreadPoolExecutor(9) as pool:
        list(pool.map(lambda number: names(clients[number % 3]), range(18)))
    assert len(token_requests(emulator)) == 1


@pytest.mark.parametrize("status", [200, 400])
def test_throttled_token_requests_are_recognised(emulator, connect, status):
    emulator.switch(token_requests=0, throttle_status=status)
    with pytest.raises(TokenThrottled):
        connect().page(LIST, start=0)


@pytest.mark.parametrize("drop", ["before", "after"])
def test_a_create_whose_connection_is_cut_happens_at_most_once(emulator, connect, drop):
    client = connect()
    names(client)
    emulator.fault(method="POST", path="/departments$", drop=drop)
    with pytest.raises(UncertainWrite):
        client.call(CREATE, body={"name": "Billing"}, about='department "Billing"')
    assert names(client).count("Billing") == (1 if drop == "after" else 0)


def test_an_update_whose_connection_is_cut_is_sent_again(emulator, connect):
    client = connect()
    id = client.page(LIST, start=0)[0]["id"]
    emulator.fault(method="PATCH", drop="after")
    client.call(UPDATE, path={"departmentId": id}, body={"description": "new"})
    assert client.call(READ, path={"departmentId": id})["description"] == "new"


def test_used_up_credits_stop_at_once(emulator, connect):
    client = connect()
    emulator.fault(status=429, path="/departments", body={"errorCode": "THRESHOLD_EXCEEDED", "message": "x"})
    with pytest.raises(RateLimited, match="00:00 in the time zone"):
        client.page(LIST, start=0)
    assert client.calls == 1


def test_more_threads_than_the_portal_allows_get_through(emulator, connect):
    emulator.seed({"prod": {"edition": "FREE"}})
    emulator.switch(latency_ms=5)
    client = connect()
    client.throttle.edition("ENTERPRISE")  # a wrong belief: the service refuses, and the client slows down
    with ThreadPoolExecutor(16) as pool:
        assert len(list(pool.map(lambda _: names(client), range(48)))) == 48
    assert client.throttle.cap < 25
