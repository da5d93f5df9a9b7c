"""What goes together, what only one object has, and what is written and never read."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.dynamic import Holders
from pulumi_zohodesk.engine import MARKS, UNKNOWN, check, create, diff, update
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.kinds import kind_named

from .service import Service, session_on

KIND = kind_named("MailReplyAddress")
PLAIN = {"departmentId": "1", "address": "help@example.com", "displayName": "Help"}
SERVER = {"host": "mail.example.com", "port": "587", "userName": "desk", "connectionType": "TLS"}
CUSTOM = {**PLAIN, "serviceProviderType": "CustomSMTP", "smtpDetails": SERVER}
WHOLE = {**CUSTOM, "smtpPassword": "hush"}
NEEDS = 'is missing: service_provider_type "CustomSMTP" needs it.'


def reasons(news, olds=None, kind=KIND, **more):
    return [problem.reason for problem in check(kind, olds or {}, news, **more).problems]


def test_what_does_not_go_together_is_refused_with_its_path():
    assert reasons(WHOLE) == []
    only = 'is for service_provider_type "CustomSMTP" only: leave it out, or change that.'
    assert reasons({**PLAIN, "smtpDetails": SERVER}) == [f"The smtp_details of the from address {only}"]
    assert reasons({**PLAIN, "serviceProviderType": "CustomSMTP"}) == [
        f"The smtp_details of the from address {NEEDS}",
        f"The smtp_password of the from address {NEEDS}",
    ]
    assert reasons({**PLAIN, "serviceProviderType": UNKNOWN, "smtpDetails": SERVER}) == []
    hook = {"name": "Hook", "url": "https://example.com", "subscriptions": [{"event": "Agent_Add", "direction": "in"}]}
    assert reasons(hook, kind=kind_named("Webhook")) == [
        'The subscriptions[0].direction of the webhook is for event "Ticket_Thread_Add" only: leave it out, or change '
        "that."
    ]


def test_what_is_live_already_is_no_problem():
    assert reasons({**PLAIN, "smtpDetails": SERVER}, {**PLAIN, "smtpDetails": SERVER}) == []


@pytest.mark.parametrize(
    ("olds", "news", "asked"),
    [
        ({}, CUSTOM, True),
        (CUSTOM, {**CUSTOM, "displayName": "Us"}, False),
        (CUSTOM, {**CUSTOM, "smtpDetails": {**SERVER, "port": "25"}}, True),
        (PLAIN, CUSTOM, True),
    ],
    ids=["new", "another field", "its structure", "its condition"],
)
def test_a_secret_is_asked_for_when_it_would_be_sent(olds, news, asked):
    assert reasons(news, olds) == [f"The smtp_password of the from address {NEEDS}"] * asked
    assert reasons(news, olds, adopting=True) == []


def test_a_flag_that_one_has_takes_only_true():
    (said,) = reasons({**PLAIN, "isDepartmentDefault": False})
    assert said == (
        "The is_department_default of the from address takes only True, since one always has it: leave it out here, "
        "and write is_department_default=True for the one that shall have it."
    )
    assert reasons({**PLAIN, "isDepartmentDefault": True}) == []


def test_two_resources_of_one_home_cannot_have_what_one_has():
    holders, wanted = Holders(), {**PLAIN, "isDepartmentDefault": True}
    assert holders.claim(KIND, "7001", wanted, "urn:a") == []
    assert holders.claim(KIND, "7001", {**wanted, "departmentId": "2"}, "urn:b") == []
    assert holders.claim(KIND, "7001", {**wanted, "departmentId": UNKNOWN}, "urn:c") == []
    assert [other for _, other in holders.claim(KIND, "7001", wanted, "urn:d")] == ["urn:a"]
    assert holders.claim(KIND, "7001", PLAIN, "urn:a") == []  # it wants it no longer
    assert holders.claim(KIND, "7001", wanted, "urn:e") != []


def made(**more):
    service = Service()
    service.add("departments", name="Sales", isEnabled=True)
    id, state = create(session_on(service), KIND, {**WHOLE, **more})
    return service, id, state


def test_a_secret_travels_in_its_structure_and_is_nowhere_but_in_state():
    service, id, state = made()
    (body,) = (body for name, body in service.log if name == "addFromAddress")
    assert body["smtpDetails"] == {**SERVER, "password": "hush"}
    assert "smtpPassword" not in body
    assert (state["smtpDetails"], state["smtpPassword"]) == (SERVER, "hush")
    assert "hush" not in str(state[MARKS])
    assert diff(KIND, state, {**WHOLE, "smtpPassword": "other"}).changed == ("smtpPassword",)
    session = session_on(service)
    after = update(session, KIND, id, state, {**WHOLE, "smtpPassword": "other"})
    assert service.log[-1] == ("updateFromAddress", {"smtpDetails": {**SERVER, "password": "other"}})
    assert (after["smtpDetails"], after["smtpPassword"]) == (SERVER, "other")
    assert "other" not in str(session.snapshot._ledgers)


def test_an_update_without_the_secret_that_it_needs_is_refused_before_any_request():
    service, id, state = made()
    service.log.clear()
    wanted = {**CUSTOM, "smtpDetails": {**SERVER, "port": "25"}}
    with pytest.raises(Refused, match=r"smtp_password .* is missing: it is sent with what is new"):
        update(session_on(service), KIND, id, state, wanted)
    assert service.log == []
    assert "smtpPassword" not in update(session_on(service), KIND, id, state, {**CUSTOM, "displayName": "Us"})


def test_what_one_takes_from_another_is_read_anew():
    service, id, state = made()
    session = session_on(service)
    session.snapshot.put(KIND, "other", {"id": "other", "isDepartmentDefault": True})
    update(session, KIND, id, state, {**WHOLE, "isDepartmentDefault": True})
    assert set(session.snapshot._ledgers[KIND.name].own) == {id}
