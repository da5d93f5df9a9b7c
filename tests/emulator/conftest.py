"""One server for all tests of a process; every test gets it as new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from pulumi_zohodesk.emulator import Emulator

DAY = 24 * 60 * 60


class Api:
    """A plain client with an access token, knowing nothing but the address."""

    def __init__(self, emulator: Emulator, organization: str = "prod", **token: Any) -> None:
        self.emulator = emulator
        self.credentials = emulator.token(organization, **token)
        self.client = httpx.Client(
            base_url=f"{emulator.url}/api/v1",
            verify=False,  # spares reading the certificates, which takes longer than most tests
            headers={
                "Authorization": f"Zoho-oauthtoken {self.credentials['access_token']}",
                "orgId": self.credentials["org_id"],
            },
        )

    def __call__(self, method: str, path: str, json: Any = None, **more: Any) -> httpx.Response:
        return (
            self.client.request(method, path, json=json, **more)
            if json is not None
            else self._bare(method, path, **more)
        )

    def _bare(self, method: str, path: str, **more: Any) -> httpx.Response:
        return self.client.request(method, path, **more)

    def get(self, path: str, **query: Any) -> httpx.Response:
        return self.client.get(path, params={name: _text(value) for name, value in query.items()} or None)

    def post(self, path: str, json: Any = None) -> httpx.Response:
        return self("POST", path, json)

    def patch(self, path: str, json: Any) -> httpx.Response:
        return self("PATCH", path, json)

    def delete(self, path: str) -> httpx.Response:
        return self("DELETE", path)

    def made(self, path: str, json: Any) -> dict[str, Any]:
        """The object that a create must have made."""
        answer = self.post(path, json)
        assert answer.status_code in (200, 201), answer.text
        found: dict[str, Any] = answer.json()
        return found

    def department(self, name: str = "Sales", **more: Any) -> dict[str, Any]:
        return self.made("/departments", {"name": name, **more})

    def agent(self, email: str = "ann@example.com", departments: list[str] | None = None, **more: Any) -> Any:
        ids = departments or [self.default_department()]
        body = {"emailId": email, "lastName": "Lee", "associatedDepartmentIds": ids}
        return self.made("/agents", {**body, "rolePermissionType": "AgentPublic", **more})

    def skill_type(self, department: str, name: str = "Languages") -> dict[str, Any]:
        return self.made("/skillTypes", {"departmentId": department, "name": name})

    def skill(self, skill_type: str, name: str = "Spanish", **more: Any) -> dict[str, Any]:
        return self.made("/skills", {**skill_body(skill_type, name), **more})

    def role(self, name: str, **more: Any) -> dict[str, Any]:
        return self.made("/roles", {"name": name, "shareDataWithPeers": False, **more})

    def account(self, name: str = "Southwind", **more: Any) -> dict[str, Any]:
        return self.made("/accounts", {"accountName": name, **more})

    def product(self, name: str, departments: list[str], **more: Any) -> dict[str, Any]:
        return self.made("/products", {"productName": name, "departmentIds": departments, **more})

    def contact(self, email: str = "sam@example.net", **more: Any) -> dict[str, Any]:
        return self.made("/contacts", {"lastName": "Stone", "email": email, **more})

    def ticket(self, contact: str, department: str | None = None, **more: Any) -> dict[str, Any]:
        place = department or self.default_department()
        return self.made("/tickets", {"subject": "Broken", "contactId": contact, "departmentId": place, **more})

    def default_department(self) -> str:
        return next(row["id"] for row in self.emulator.state("prod")["departments"] if row["isDefault"])


def _text(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def skill_body(skill_type: str, name: str = "Spanish") -> dict[str, Any]:
    """A legal body of a new skill."""
    condition = {"fieldModule": "tickets", "fieldName": "Subject", "condition": "contains", "value": ["hola"]}
    return {
        "skillTypeId": skill_type,
        "name": name,
        "status": "ACTIVE",
        "criteria": {"fieldConditions": [condition], "pattern": "1"},
    }


@pytest.fixture(scope="session")
def server() -> Iterator[Emulator]:
    with Emulator(seed=7) as emulator:
        yield emulator


@pytest.fixture
def emulator(server: Emulator) -> Emulator:
    server.reset()
    return server


@pytest.fixture
def api(emulator: Emulator) -> Iterator[Api]:
    made = Api(emulator)
    yield made
    made.client.close()


@pytest.fixture
def contact(api: Api) -> str:
    """The id of a contact."""
    return str(api.contact()["id"])


@pytest.fixture
def ticket(api: Api, contact: str) -> str:
    """The id of a ticket of the contact in the default department, unassigned."""
    return str(api.ticket(contact)["id"])


@pytest.fixture
def connect(emulator: Emulator) -> Iterator[Any]:
    """Makes further clients, closed after the test."""
    made: list[Api] = []

    def another(organization: str = "prod", **token: Any) -> Api:
        made.append(Api(emulator, organization, **token))
        return made[-1]

    yield another
    for one in made:
        one.client.close()


def errors(answer: httpx.Response) -> set[tuple[str, str]]:
    """Pointer and type of every field error of a 422."""
    assert answer.status_code == 422, answer.text
    assert answer.json()["errorCode"] == "INVALID_DATA"
    return {(one["fieldName"], one["errorType"]) for one in answer.json()["errors"]}


def code(answer: httpx.Response) -> tuple[int, str]:
    """Status and error code of a refusal."""
    return answer.status_code, answer.json()["errorCode"]


def rows(answer: httpx.Response) -> list[dict[str, Any]]:
    """The rows of a list, none of an empty answer."""
    found: list[dict[str, Any]] = answer.json()["data"] if answer.content else []
    return found


def ids(answer: httpx.Response) -> set[str]:
    return {row["id"] for row in rows(answer)}
