"""A service of one page of Python, for what the engine does in general: any kind, faults on demand.

The emulator is the stand-in for Zoho Desk; this one only lets a test decide what each call does.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from pulumi_zohodesk.engine import Kind, Session
from pulumi_zohodesk.errors import NotFound
from pulumi_zohodesk.kinds import KINDS, kind_named
from pulumi_zohodesk.settings import Secret, Settings

ORGANIZATION = "7001"


def collection(kind: Kind) -> str:
    """Where the service keeps objects of a kind: ``skillTypes``."""
    return kind.calls.path.strip("/")


SETTINGS = {collection(kind) for kind in KINDS if kind.always}
ID_KEYS = {collection(kind): kind.calls.id_key for kind in KINDS}


class Service:
    """Objects by path; `before` and `after` hold faults by operation name."""

    def __init__(self) -> None:
        self.objects: dict[str, dict[str, dict[str, Any]]] = {collection(kind): {} for kind in KINDS}
        self.log: list[tuple[str, Any]] = []
        self.before: dict[str, Callable[[], None]] = {}
        self.after: dict[str, Callable[[], None]] = {}
        self.confirmed = True
        self.next_id = 100
        self.organization = {"id": ORGANIZATION, "primaryContact": "owner@example.com"}
        self.owner = {"id": "1", "emailId": "owner@example.com"}
        self.rules: list[dict[str, str]] = []
        self.thin: set[str] = set()  # keys that rows of lists lack
        self.throttle = SimpleNamespace(edition=lambda name: None)

    @property
    def writes(self) -> list[tuple[str, Any]]:
        return [(name, body) for name, body in self.log if not name.startswith(("get", "featureInfo"))]

    def add(self, path: str, **values: Any) -> str:
        self.next_id += 1
        id = values.setdefault("id", str(self.next_id))
        values.setdefault(ID_KEYS.get(path, "id"), id)
        self.objects[path][id] = values
        return id

    def call(self, op, *, path=None, query=None, body=None, about=""):
        self.log.append((op.name, body))
        if op.name in self.before:
            self.before[op.name]()
        if op.path.strip("/") in SETTINGS and op.method != "POST":
            path = {"id": (query or body or {}).get("departmentId", ORGANIZATION)}
        answer = self._effect(op, dict(path or {}), body)
        if op.name in self.after:
            self.after[op.name]()
        return answer

    def _effect(self, op, path, body):
        if op.name == "getMyInfo":
            return self.owner
        if op.name == "getOrganization":
            return self.organization
        if op.name == "getAgentByEmail":
            return next(
                (r for r in self.objects["agents"].values() if r["emailId"].lower() == path["emailId"].lower()), None
            )
        if op.name == "featureInfo":
            return None  # nothing is told of the licence
        collection = op.path.split("/")[1]
        table = self.objects[collection]
        if op.name == "activateAgents":
            for id in body["agentIds"]:
                table[id]["status"] = "ACTIVE"
            return None
        if not path or op.name.startswith("clone"):
            id = self.add(collection, **{"isEnabled": True, "status": "ACTIVE", **body})
            if collection == "skills":
                table[id]["departmentId"] = self.objects["skillTypes"][body["skillTypeId"]]["departmentId"]
            return dict(table[id])
        (id,) = path.values()
        if id not in table:
            raise NotFound("There is no such object.", status=404, code="URL_NOT_FOUND")
        return self._on_object(op, table, id, body)

    def _on_object(self, op, table, id, body):
        if op.name == "disableDepartment":
            table[id]["isEnabled"] = False
        elif op.name == "enableDepartment":
            table[id]["isEnabled"] = True
        elif op.name == "deactivateAgents":
            table[id]["status"] = "DISABLED"
        elif op.method == "DELETE" or op.name.startswith("delete"):
            del table[id]
        elif op.method == "PATCH":
            table[id].update(body)
            return dict(table[id])
        elif op.method == "GET":
            return dict(table[id])
        return None

    def page(self, op, *, start, query=None, path=None, limit=None):
        self.log.append((op.name, None))
        if op.path.endswith("/relatedRules"):
            return self.rules
        plain = [part for part in op.path.split("/") if part and not part.startswith("{")]
        rows = list(self.objects[plain[-1]].values())
        for key, value in {**(path or {}), **(query or {})}.items():
            # of all departments
            rows = [row for row in rows if key == "fields" or value in ("0", "allDepartment") or row.get(key) == value]
        page = rows[start : start + op.page_size]
        return [{key: value for key, value in row.items() if key not in self.thin} for row in page]

    def pages(self, op, *, query=None, path=None, known=()):
        yield [row for row in self.page(op, start=0, query=query, path=path) if row.get("id") not in known]


def session_on(
    service: Service, *, restore: bool = False, hides: bool = False, organization: str = ORGANIZATION, **more: Any
) -> Session:
    """A session whose client is the service itself."""
    settings = Settings(
        connection=None,
        dc="us",
        org_id=organization,
        client_id="id",
        client_secret=Secret("s"),
        refresh_token=Secret("r"),
        api_url="http://127.0.0.1:1",
        accounts_url="http://127.0.0.1:1",
        **more,
    )
    return Session(service, settings, KINDS, restore=restore, hides=hides)  # type: ignore[arg-type]


DEPARTMENT, AGENT = kind_named("Department"), kind_named("Agent")
SKILL_TYPE, SKILL = kind_named("SkillType"), kind_named("Skill")
