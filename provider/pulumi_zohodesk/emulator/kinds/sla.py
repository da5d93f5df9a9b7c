"""SLAs: no operation that is emulated lists or changes them; support plans name them by their ids, seeds make them."""

from __future__ import annotations

from pulumi_zohodesk.emulator._plain import Plain

KIND = Plain(
    name="slas",
    contract="",
    permission="setup.automation",
    blank={"name": "", "departmentId": "", "status": "ACTIVE"},
    key=("departmentId", "name"),
).kind()
