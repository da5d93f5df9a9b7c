"""An emulated organisation in which every question can be told, for one server of all tests."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest

from pulumi_zohodesk.cli._main import run
from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.questions import Asking
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import Client

from ..transport.desk import Time

ADMIN = "admin@example.com"
CANARY = "C4n4ry"
RULE = {"ruleId": "123", "ruleName": "Escalate", "ruleType": "SLA"}


def furnish(emulator: Emulator, **words: str) -> None:
    """Some of everything: two rows of what is ordered, eleven contacts, somebody who was deleted.

    Args:
        words: what stands in names and the like, for canaries.
    """
    home = emulator.state("prod")["departments"][0]["name"]
    name = words.get("name", "Some")
    people = [
        {
            "lastName": f"{name} {number}",
            "emailId": f"{name}{number}@example.com",
            "departments": [home, f"{name} Sales"],
        }
        for number in range(3)
    ]
    elsewhere = {"lastName": f"{name} 3", "emailId": f"{name}3@example.com", "departments": [f"{name} Sales"]}
    skill = {"department": home, "skillType": f"{name} type", "relatedRules": [RULE]}
    emulator.seed(
        {
            "prod": {
                "departments": [{"name": f"{name} Sales"}, {"name": f"{name} Support"}],
                "agents": [{**one, "isConfirmed": True} for one in [*people, elsewhere]],
                "teams": [{"name": f"{name} team", "department": home, "agents": [ADMIN], "roles": ["CEO"]}],
                "templateFolders": [{"folderName": f"{name} folder", "department": home}],
                "emailTemplates": [{"templateName": name, "department": home, "folder": f"{name} folder"}],
                "webhooks": [{"name": name, "url": "https://example.com/", "subscriptions": {"Ticket_Add": None}}],
                "slas": [{"name": f"{name} SLA", "department": home}],
                "supportPlans": [{"name": f"{name} plan", "department": home, "sla": f"{name} SLA"}],
                "ticketTags": [{"name": f"{name} tag {number}", "department": home} for number in range(2)],
                "products": [{"productName": f"{name} product", "departments": [home]}],
                "holidayLists": [{"name": f"{name} holidays {number}"} for number in range(2)],
                "businessHours": [{"name": f"{name} hours", "relatedRules": [RULE]}],
                "skillTypes": [{"name": f"{name} type", "department": home}],
                "skills": [{"name": f"{name} {number}", **skill} for number in range(2)],
                "accounts": [{"accountName": f"{name} account {number}"} for number in range(2)],
                "contacts": [
                    {"lastName": f"{name} {number}", "email": f"c{number}{name}@example.com"} for number in range(13)
                ],
            }
        }
    )
    emulator.edit("prod", "agents", "delete", key={"emailId": f"{name}2@example.com"})
    state = emulator.state("prod")
    place = {"contactId": state["contacts"][0]["id"], "departmentId": state["departments"][0]["id"]}
    for number in range(2):
        emulator.advance(60)
        emulator.edit("prod", "tickets", "create", values={"subject": f"{name} {number}", **place})


@pytest.fixture(scope="session")
def server():
    with Emulator(seed=7) as emulator:
        yield emulator


@pytest.fixture
def emulator(server):
    server.reset()
    furnish(server)
    return server


@pytest.fixture
def asking_of(tmp_path):
    """Makes what probes ask an emulator through, with the token of the administrator or another one."""
    clients = []

    def made(emulator: Emulator, **token) -> Asking:
        environ = emulator.env("prod")
        if token:
            environ["ZOHODESK_REFRESH_TOKEN"] = emulator.token("prod", **token)["refresh_token"]
        clients.append(Client(resolve(environ=environ), clock=Time().clock(), cache_dir=tmp_path))
        return Asking(clients[-1])

    yield made
    for client in clients:
        client.close()


@pytest.fixture
def asking(emulator, asking_of):
    return partial(asking_of, emulator)


@pytest.fixture
def probe(server, monkeypatch, tmp_path, capsys):
    """Runs the command; gives exit code, what it printed as JSON, and its sentences."""
    server.reset()
    furnish(server, name=CANARY)
    server.clear_log()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZOHODESK_CACHE_DIR", str(tmp_path / "cache"))
    clients: dict[object, Any] = {}
    monkeypatch.setattr("pulumi_zohodesk.transport._client._clients", clients)
    monkeypatch.setattr("pulumi_zohodesk.transport._client.Client", partial(Client, clock=Time().clock()))

    def command(*arguments: str, **token):
        for name, value in server.env().items():
            monkeypatch.setenv(name, value)
        if token:
            monkeypatch.setenv("ZOHODESK_REFRESH_TOKEN", server.token("prod", **token)["refresh_token"])
        capsys.readouterr()
        code = run(["probe", "--json", *arguments])
        said = capsys.readouterr()
        return code, json.loads(said.out or "null"), said.err

    yield command
    for client in clients.values():
        client.close()
