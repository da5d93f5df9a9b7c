"""Fields, options and outputs that several kinds have, and the characters that names take.

Sources of the characters: the patterns of the write bodies in the contract. It writes them as Java patterns;
``\\P{InBasicLatin}`` there means every character beyond ASCII.
"""

from __future__ import annotations

from dataclasses import replace

from pulumi_zohodesk.engine import (
    ID,
    Call,
    Choice,
    Crud,
    Field,
    Flag,
    Output,
    Reference,
    Removal,
    Row,
    Switch,
    Text,
    calls,
    scalar,
)

NAME_LETTERS = r"[0-9a-zA-Z_\-.$@?,:'/!\s]|[^\x00-\x7f]"
"""Skills, skill types, roles, profiles (Skill.json, SkillType.json)."""
NAME_WORDS = "letters, digits, spaces and _ - . $ @ ? , : ' / !"

DEPARTMENT_LETTERS = r"[0-9a-zA-Z_\-.$@?,:'/!\s|&]|[^\x00-\x7f]"
"""Departments (Department.json, updateDepartment)."""
DEPARTMENT_WORDS = f"{NAME_WORDS} | &"

PERSON_LETTERS = r"[0-9a-zA-Z_\-&.$@^(){}~=|*+?\[\],:\"'/!\s]|[^\x00-\x7f]"
"""Names of people and what they say of themselves (Agent.json, addAgent)."""
PERSON_WORDS = f'{DEPARTMENT_WORDS} ^ ( ) {{ }} ~ = * + [ ] "'

TIME = Text(30)
STAMPS = (
    Output("createdBy", ID, "the agent who made it"),
    Output("createdTime", TIME, "when it was made, ISO 8601 in UTC"),
    Output("modifiedBy", ID, "the agent who changed it last"),
    Output("modifiedTime", TIME, "when it was changed last"),
)
"""Who made an object, and who changed it last."""


def name_text(limit: int, least: int = 1) -> Text:
    """Text in the characters of most names."""
    return Text(limit, NAME_LETTERS, NAME_WORDS, least=least)


def department_text(limit: int) -> Text:
    """Text in the characters of the names of departments."""
    return Text(limit, DEPARTMENT_LETTERS, DEPARTMENT_WORDS, least=1)


def person_text(limit: int) -> Text:
    """Text in the characters of what people say of themselves."""
    return Text(limit, PERSON_LETTERS, PERSON_WORDS, least=1)


def stamps(**read: str) -> tuple[Output, ...]:
    """`STAMPS`, where answers have some of them elsewhere: by wire name, the way there."""
    return tuple(replace(stamp, read=read.get(stamp.wire, "")) for stamp in STAMPS)


def in_use(crud: Crud, off: str) -> Switch:
    """``ACTIVE`` or what it is out of use, each set by an update."""
    return Switch("ACTIVE", off, _sets(crud, "ACTIVE"), _sets(crud, off), on_create=True)


def _sets(crud: Crud, status: str) -> Call:
    return Call(crud.update, lambda _id, _state: {"status": status})


def status(switch: Switch, sentence: str) -> Field:
    return Field("status", Choice((switch.on, switch.off)), sentence, default=switch.on, switch=switch)


def restore(what: str) -> Field:
    """The option that brings back ``what`` is out of use: ``an inactive list of this name``."""
    return Field("restore", Flag(), f"when {what} exists, bring it back instead of refusing", option=True)


def successor(kind: str, wire: str, takes: str) -> Field:
    """The option that names the successor; ``takes`` says what it takes over."""
    return Field(wire, Reference(kind), f"takes over {takes} when it is deleted, which needs it", option=True)


def deleted_for(crud: Crud, wire: str) -> Removal:
    """The removal that names the successor, which the option holds."""

    def body(_id: str, state: Row) -> dict[str, str]:
        return {wire: scalar(state.get(wire))}

    operation = crud.operation(f"delete{crud.noun}", "POST", "/{id}/delete", verb="DELETE")
    return calls("was deleted", Call(operation, body), expected=True, needs=wire)
