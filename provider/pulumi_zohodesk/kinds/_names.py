"""Characters that the service takes in names. Sources: the patterns of the write bodies in the contract.

The contract writes them as Java patterns; ``\\P{InBasicLatin}`` there means every character beyond ASCII.
"""

from __future__ import annotations

__all__ = [
    "DEPARTMENT_LETTERS",
    "DEPARTMENT_WORDS",
    "NAME_LETTERS",
    "NAME_WORDS",
    "PERSON_LETTERS",
    "PERSON_WORDS",
]

NAME_LETTERS = r"[0-9a-zA-Z_\-.$@?,:'/!\s]|[^\x00-\x7f]"
"""Skills, skill types, roles, profiles (Skill.json, SkillType.json)."""
NAME_WORDS = "letters, digits, spaces and _ - . $ @ ? , : ' / !"

DEPARTMENT_LETTERS = r"[0-9a-zA-Z_\-.$@?,:'/!\s|&]|[^\x00-\x7f]"
"""Departments (Department.json, updateDepartment)."""
DEPARTMENT_WORDS = f"{NAME_WORDS} | &"

PERSON_LETTERS = r"[0-9a-zA-Z_\-&.$@^(){}~=|*+?\[\],:\"'/!\s]|[^\x00-\x7f]"
"""Names of people and what they say of themselves (Agent.json, addAgent)."""
PERSON_WORDS = f'{DEPARTMENT_WORDS} ^ ( ) {{ }} ~ = * + [ ] "'
