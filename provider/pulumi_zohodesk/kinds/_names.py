"""Characters that the service takes in names. Sources: the patterns of the write bodies in the contract.

The contract writes them as Java patterns; ``\\P{InBasicLatin}`` there means every character beyond ASCII.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import Text

__all__ = ["NAME_LETTERS", "NAME_WORDS", "department_text", "name_text", "person_text"]

NAME_LETTERS = r"[0-9a-zA-Z_\-.$@?,:'/!\s]|[^\x00-\x7f]"
"""Skills, skill types, roles, profiles (Skill.json, SkillType.json)."""
NAME_WORDS = "letters, digits, spaces and _ - . $ @ ? , : ' / !"

DEPARTMENT_LETTERS = r"[0-9a-zA-Z_\-.$@?,:'/!\s|&]|[^\x00-\x7f]"
"""Departments (Department.json, updateDepartment)."""
DEPARTMENT_WORDS = f"{NAME_WORDS} | &"

PERSON_LETTERS = r"[0-9a-zA-Z_\-&.$@^(){}~=|*+?\[\],:\"'/!\s]|[^\x00-\x7f]"
"""Names of people and what they say of themselves (Agent.json, addAgent)."""
PERSON_WORDS = f'{DEPARTMENT_WORDS} ^ ( ) {{ }} ~ = * + [ ] "'


def name_text(limit: int, least: int = 1) -> Text:
    """Text in the characters of most names."""
    return Text(limit, NAME_LETTERS, NAME_WORDS, least=least)


def department_text(limit: int) -> Text:
    """Text in the characters of the names of departments."""
    return Text(limit, DEPARTMENT_LETTERS, DEPARTMENT_WORDS, least=1)


def person_text(limit: int) -> Text:
    """Text in the characters of what people say of themselves."""
    return Text(limit, PERSON_LETTERS, PERSON_WORDS, least=1)
