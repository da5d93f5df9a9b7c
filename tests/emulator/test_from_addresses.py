"""From addresses: the default of a department, what is written and never answered, a variant with a server."""

from __future__ import annotations

import pytest

from .calls import SMTP, from_address
from .conftest import Api, errors, rows

PASSWORD = SMTP["password"]


def made(api: Api, **values: object) -> dict[str, object]:
    body = {**from_address(api.default_department()), **values}
    return dict(api.made("/mailReplyAddress", body)["data"])


def test_a_password_is_taken_and_told_nowhere(api: Api) -> None:
    one = made(api, serviceProviderType="CustomSMTP", smtpDetails=SMTP)
    assert one["smtpDetails"] == {name: value for name, value in SMTP.items() if name != "password"}
    answers = [api.get(f"/mailReplyAddress/{one['id']}"), api.get("/mailReplyAddress", departmentId="allDepartment")]
    assert not any(PASSWORD in answer.text for answer in answers)
    assert PASSWORD not in str(api.emulator.log())
    assert api.emulator.state("prod")["mailReplyAddresses"][0]["smtpPassword"] == PASSWORD
    other = api.patch(f"/mailReplyAddress/{one['id']}", {"serviceProviderType": "Google"}).json()["data"]
    assert (other["smtpDetails"], other["url"]) == (None, "accounts.example.com/consent")


@pytest.mark.parametrize("moves", [True, False])
def test_a_new_default_takes_that_from_the_one_that_was(moves: bool, api: Api) -> None:
    api.emulator.switch(one_default_address=moves)
    first = made(api, isDepartmentDefault=True)
    second = made(api, address="desk@example.com")
    assert (first["isDepartmentDefault"], second["isDepartmentDefault"]) == (True, False)
    api.patch(f"/mailReplyAddress/{second['id']}", {"isDepartmentDefault": True})
    live = rows(api.get("/mailReplyAddress", departmentId=api.default_department()))
    assert [row["isDepartmentDefault"] for row in live] == [not moves, True]


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"serviceProviderType": "CustomSMTP"}, "/smtpDetails"),
        ({"smtpDetails": {**SMTP, "port": "26"}}, "/smtpDetails/port"),
        ({"smtpDetails": {name: value for name, value in SMTP.items() if name != "password"}}, "/smtpDetails/password"),
        ({"address": "nobody"}, "/address"),
    ],
)
def test_what_is_refused(more: dict[str, object], pointer: str, api: Api) -> None:
    body = {**from_address(api.default_department()), **more}
    assert {where for where, _ in errors(api.post("/mailReplyAddress", body))} == {pointer}
    assert rows(api.get("/mailReplyAddress", departmentId="allDepartment")) == []
