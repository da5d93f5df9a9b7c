"""The operations that most kinds have, of one path."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pulumi_zohodesk.transport import Operation

__all__ = ["Crud"]

Method = Literal["GET", "POST", "PATCH", "DELETE"]
_VERBS = {"GET": "READ", "POST": "CREATE", "DELETE": "DELETE", "PATCH": "UPDATE"}


@dataclass(frozen=True)
class Crud:
    """Attributes:
    path: of the collection: ``/skillTypes``.
    noun: what the contract calls one object in the names of its operations: ``SkillType``.
    scopes: areas of which any one opens it: ``automations``.
    permission: what the profile must allow.
    page_size: the largest page of the list.
    personal: answers say something about people.
    first_row: what ``from`` is for the first row of the list, as far as that is known.
    create_verb: ``add`` where the contract does not say ``create``.
    id_key: the key under which answers have the id.
    """

    path: str
    noun: str
    scopes: tuple[str, ...]
    permission: str
    page_size: int
    personal: bool = False
    create_verb: str = "create"
    first_row: int = 0
    id_key: str = "id"

    @cached_property
    def id_name(self) -> str:
        """The placeholder of the id in paths."""
        return f"{self.noun[0].lower()}{self.noun[1:]}Id" if self.id_key == "id" else self.id_key

    @cached_property
    def get(self) -> Operation:
        return self.operation(f"get{self.noun}", "GET", "/{id}")

    @cached_property
    def create(self) -> Operation:
        return self.operation(f"{self.create_verb}{self.noun}", "POST", "", repeatable=False)

    @cached_property
    def update(self) -> Operation:
        return self.operation(f"update{self.noun}", "PATCH", "/{id}")

    @cached_property
    def delete(self) -> Operation:
        return self.operation(f"delete{self.noun}", "DELETE", "/{id}")

    @cached_property
    def list(self) -> Operation:
        return self.operation(f"get{self.noun}s", "GET", "", page_size=self.page_size, first_row=self.first_row)

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
        return Operation(
            name,
            method,
            self.path + path.replace("{id}", f"{{{self.id_name}}}"),
            tuple(f"Desk.{area}.{verb or _VERBS[method]}" for area in scopes or self.scopes),
            page_size=page_size,
            repeatable=repeatable,
            permission=self.permission,
            personal=self.personal,
            first_row=first_row,
            row_id=self.id_key,
        )
