"""What is not deleted without a successor: the service wants its id in the body."""

from __future__ import annotations

from pulumi_zohodesk.engine import Call, Crud, Field, Reference, Removal, Row, calls, scalar

__all__ = ["deleted_for", "successor"]


def successor(kind: str, wire: str, takes: str) -> Field:
    """The option that names the successor; ``takes`` says what it takes over."""
    return Field(wire, Reference(kind), f"takes over {takes} when it is deleted, which needs it", option=True)


def deleted_for(crud: Crud, wire: str) -> Removal:
    """The removal that names the successor, which the option holds."""

    def body(_id: str, state: Row) -> dict[str, str]:
        return {wire: scalar(state.get(wire))}

    operation = crud.operation(f"delete{crud.noun}", "POST", "/{id}/delete", verb="DELETE")
    return calls("was deleted", Call(operation, body), expected=True, needs=wire)
