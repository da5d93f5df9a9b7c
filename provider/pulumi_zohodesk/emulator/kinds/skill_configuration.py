"""How skills are put on tickets: one object of every department. What its words do, no text explains."""

from __future__ import annotations

from pulumi_zohodesk.emulator._per_department import PerDepartment

KIND = PerDepartment(
    name="skillConfigurations",
    contract="skill_configuration",
    permission="setup.automation",
    blank={"autoSkillStamping": "INACTIVE", "attachSkillsOption": "AT_FIRST"},
).kind()
