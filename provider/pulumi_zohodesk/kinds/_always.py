"""Kinds that are always there, one of each department or of the organisation: nobody makes or removes one."""

from __future__ import annotations

from pulumi_zohodesk.engine import KEPT, Field, Kind, Reference, Setting

DEPARTMENT = Field("departmentId", Reference("Department"), "the department", required=True, fixed=True, always=True)


def setting(name: str, words: str, sentence: str, calls: Setting, *fields: Field) -> Kind:
    """Such a kind; ``calls.home`` says of what there is one in each."""
    home = calls.home
    return Kind(
        name,
        words,
        sentence,
        own_fields=(DEPARTMENT, *fields) if home else fields,
        outputs=(),
        key=(home,) if home else (),
        calls=calls,
        removals={"keep": KEPT},
        given=lambda _row: True,
        within=("Department", home) if home else None,
    )
