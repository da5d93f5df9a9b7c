"""The operations that most kinds have, of one path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pulumi_zohodesk.transport import Operation

__all__ = ["Crud"]

Method = Literal["GET", "POST", "PATCH", "DELETE"]
_VERBS = {"GET": "READ", "POST": "CREATE", "DELETE": "DELETE", "PATCH": "UPDATE"}
_ALLOWS = {"READ": "view", "CREATE": "create", "UPDATE": "edit", "DELETE": "delete"}


@dataclass(frozen=True)
class Crud:
    """Attributes:
    path: of the collection: ``/skillTypes``.
    noun: what the contract calls one object in the names of its operations: ``SkillType``.
    scopes: areas of which any one opens it: ``automations``.
    permission: what the profile must allow; ``{verb}`` in it stands for view, create, edit or delete.
    page_size: the largest page of the list.
    personal: answers say something about people.
    first_row: what ``from`` is for the first row of the list, as far as that is known.
    names: of operations that the contract calls otherwise: ``{"create": "addDepartment"}``.
    paged: the list takes `from` and `limit`.
    id_key: the key under which answers have the id.
    id_name: its placeholder in paths, where that is neither this key nor ``skillTypeId`` of ``SkillType``.
    """

    path: str
    noun: str
    scopes: tuple[str, ...]
    permission: str
    page_size: int
    personal: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    first_row: int = 0
    paged: bool = True
    id_key: str = "id"
    id_name: str = ""

    @cached_property
    def placeholder(self) -> str:
        """Of the id in paths."""
        named = f"{self.noun[0].lower()}{self.noun[1:]}Id" if self.id_key == "id" else self.id_key
        return self.id_name or named

    @cached_property
    def get(self) -> Operation:
        return self.operation(self._name("get"), "GET", "/{id}")

    @cached_property
    def create(self) -> Operation:
        return self.operation(self._name("create"), "POST", "", repeatable=False)

    @cached_property
    def update(self) -> Operation:
        return self.operation(self._name("update"), "PATCH", "/{id}")

    @cached_property
    def delete(self) -> Operation:
        return self.operation(self._name("delete"), "DELETE", "/{id}")

    @cached_property
    def list(self) -> Operation:
        return self.operation(
            self.names.get("list", f"get{self.noun}s"), "GET", "", page_size=self.page_size, first_row=self.first_row
        )

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
