"""What the kinds have in common that are always there: nobody makes or removes one."""

from __future__ import annotations

from pulumi_zohodesk.engine import KEPT, Field, Reference, Row

__all__ = ["DEPARTMENT", "REMOVALS", "given"]

DEPARTMENT = Field("departmentId", Reference("Department"), "the department", required=True, fixed=True, always=True)
REMOVALS = {"keep": KEPT}


def given(_row: Row) -> bool:
    """Every one comes with Zoho Desk."""
    return True
