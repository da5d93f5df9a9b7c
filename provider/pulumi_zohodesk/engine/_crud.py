"""The operations of a kind: of what is made and removed, as most are, and of what is always there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pulumi_zohodesk.errors import InvalidRequest, NotFound
from pulumi_zohodesk.transport import Operation

if TYPE_CHECKING:
    from pulumi_zohodesk.transport import Client

Method = Literal["GET", "POST", "PATCH", "DELETE"]
_VERBS = {"GET": "READ", "POST": "CREATE", "DELETE": "DELETE", "PATCH": "UPDATE"}
_ALLOWS = {"READ": "view", "CREATE": "create", "UPDATE": "edit", "DELETE": "delete"}


@dataclass(frozen=True)
class Operations:
    """What can be done with any object at a path: read, set, and listed.

    Attributes:
        path: of the collection: ``/skillTypes``.
        noun: what the contract calls one object in the names of its operations: ``SkillType``.
        scopes: areas of which any one opens it: ``automations``.
        reading: areas of which any one opens it for reading, where they are others.
        permission: what the profile must allow; ``{verb}`` in it stands for view, create, edit or delete.
        page_size: the largest page of the list.
        personal: answers say something about people.
        first_row: what ``from`` is for the first row of the list, as far as that is known.
        names: of operations that the contract calls otherwise: ``{"create": "addDepartment"}``.
        paged: the list takes `from` and `limit`.
        id_key: the key under which answers have the id.
        envelope: the key under which answers that hold one object have it.
        id_name: its placeholder in paths, where that is neither this key nor ``skillTypeId`` of ``SkillType``.
    """

    path: str
    noun: str
    scopes: tuple[str, ...]
    permission: str
    page_size: int = 0
    personal: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    first_row: int = 0
    paged: bool = True
    id_key: str = "id"
    id_name: str = ""
    envelope: str = ""
    reading: tuple[str, ...] = ()

    @cached_property
    def placeholder(self) -> str:
        """Of the id in paths."""
        named = f"{self.noun[0].lower()}{self.noun[1:]}Id" if self.id_key == "id" else self.id_key
        return self.id_name or named

    @cached_property
    def get(self) -> Operation:
        return self.operation(self._name("get"), "GET", "/{id}", scopes=self.reading)

    @cached_property
    def update(self) -> Operation:
        return self.operation(self._name("update"), "PATCH", "/{id}")

    @cached_property
    def list(self) -> Operation:
        return self.operation(
            self.names.get("list", f"get{self.noun}s"),
            "GET",
            "",
            scopes=self.reading,
            page_size=self.page_size,
            first_row=self.first_row,
        )

    def path_of(self, operation: Operation, id: str) -> dict[str, str] | None:
        """What the path of an operation needs to tell which object it is for."""
        return {self.placeholder: id} if f"{{{self.placeholder}}}" in operation.path else None

    def fetch(self, client: Client, id: str, about: str) -> Any:
        """The answer that holds one object. Raises NotFound."""
        return client.call(self.get, path=self.path_of(self.get, id), about=about)

    def _name(self, verb: str) -> str:
        return self.names.get(verb, f"{verb}{self.noun}")

    def operation(
        self,
        name: str,
        method: Method,
        path: str,
        *,
        verb: str = "",
        scopes: tuple[str, ...] = (),
        repeatable: bool = True,
        page_size: int = 0,
        first_row: int = 0,
    ) -> Operation:
        """One below the path, in which ``{id}`` stands for the id; ``scopes`` where they are other areas."""
        doing = verb or _VERBS[method]
        return Operation(
            name,
            method,
            self.path + path.replace("{id}", f"{{{self.placeholder}}}"),
            tuple(f"Desk.{area}.{doing}" for area in scopes or self.scopes),
            page_size=page_size,
            repeatable=repeatable,
            permission=self.permission.format(verb=_ALLOWS[doing]),
            personal=self.personal,
            first_row=first_row,
            row_id=self.id_key,
            paged=self.paged or not page_size,
        )


@dataclass(frozen=True)
class Crud(Operations):
    """Of what is made, and may be deleted.

    Attributes:
        create_path: below the path, where objects are made.
    """

    create_path: str = ""

    @cached_property
    def create(self) -> Operation:
        return self.operation(self._name("create"), "POST", self.create_path, repeatable=False)

    @cached_property
    def delete(self) -> Operation:
        return self.operation(self._name("delete"), "DELETE", "/{id}")


@dataclass(frozen=True)
class Setting(Operations):
    """What is always there: read and set, neither made nor removed. Its id is that of what has it.

    Attributes:
        home: the parameter that tells whose it is, ``departmentId``; empty for that of the organisation.
    """

    home: str = ""

    @property
    def placeholder(self) -> str:
        return self.home

    @cached_property
    def get(self) -> Operation:
        return self.operation(self._name("get"), "GET", "", scopes=self.reading)

    @cached_property
    def update(self) -> Operation:
        return self.operation(self._name("update"), "PATCH", "")

    @property
    def list(self) -> Operation:
        return self.get

    def fetch(self, client: Client, id: str, about: str) -> Any:
        try:
            return self._ask(client, id, about)
        except InvalidRequest as error:
            if any(reason.field.lstrip("/") == self.home for reason in error.reasons):  # there is nothing to have it
                raise NotFound(str(error), status=error.status, code="URL_NOT_FOUND") from error
            raise

    def _ask(self, client: Client, id: str, about: str) -> Any:
        return client.call(self.get, query={self.home: id} if self.home else None, about=about)


@dataclass(frozen=True)
class Order(Setting):
    """The order of the objects of another kind, which no call answers by itself: their list does.

    Attributes:
        members: lists them, in each of which ``place`` has its number.
        wire: under which the ids are sent in their order.
    """

    members: Operation = field(kw_only=True)
    place: str = field(kw_only=True)
    wire: str = field(kw_only=True)

    @property
    def get(self) -> Operation:
        return self.members

    @cached_property
    def update(self) -> Operation:
        return self.operation(self._name("update"), "POST", "/order", verb="UPDATE")

    def _ask(self, client: Client, id: str, about: str) -> Any:
        pages = client.pages(self.members, query={self.home: id})
        rows = sorted((row for page in pages for row in page), key=lambda row: int(row.get(self.place) or 0))
        return {self.home: id, self.wire: [str(row["id"]) for row in rows]}
