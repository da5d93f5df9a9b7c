"""A password that Zoho Desk tells nobody, through a life: nobody tells it, and nobody needs it but to send it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pulumi_zohodesk.emulator import Emulator
from tests.processes import Done, ran

from .stack import BIN, Stack

CANARY = "Canary-of-a-password"
PROGRAM = """\
import json
import pathlib

import pulumi
import pulumi_zohodesk as desk

support = desk.Department("support", name="Support")
values = json.loads(pathlib.Path("wanted.json").read_text())
if values.pop("secret", False):
    values["smtp_password"] = pulumi.Config().require_secret("password")
desk.MailReplyAddress("help", department_id=support, address="help@example.com", display_name="Help", **values)
"""
SMTP = {"host": "mail.example.com", "port": "587", "user_name": "desk", "connection_type": "TLS"}
CUSTOM = {"service_provider_type": "CustomSMTP", "smtp_details": SMTP}
LACKS = 'The smtp_password of the from address is missing: service_provider_type "CustomSMTP" needs it.'


class Life:
    """A stack with one address, and all that was said of it."""

    def __init__(self, emulator: Emulator, stack: Stack, home: Path) -> None:
        self.emulator, self.stack, self.home = emulator, stack, home

    def want(self, **values: Any) -> None:
        (self.stack.program / "wanted.json").write_text(json.dumps(values))

    def pulumi(self, *arguments: str, code: int = 0, **more: str) -> str:
        return self._quiet(self.stack.run(*arguments, code=code, **more))

    def zohodesk(self, command: str, *flags: str, code: int = 0) -> str:
        return self._quiet(self.stack.zohodesk(command, *flags, code=code))

    def other(self, *arguments: str, code: int = 0, **more: str) -> str:
        """A command of ours that is of no stack."""
        env = {**self.stack.environment(), **more}
        return self._quiet(ran([str(BIN / "zohodesk"), *arguments], code=code, env=env, cwd=self.home))

    def _quiet(self, done: Done) -> str:
        assert CANARY not in done.text
        for file in self.home.rglob("*"):
            assert not file.is_file() or CANARY.encode() not in file.read_bytes(), file
        assert CANARY not in json.dumps(self.emulator.log())
        return done.text

    @property
    def rows(self) -> list[dict[str, Any]]:
        return list(self.emulator.state("prod")["mailReplyAddresses"])

    @property
    def password(self) -> str:
        return str(self.rows[0]["smtpPassword"])


@pytest.fixture
def life(make_stack: Any, tmp_path: Path) -> Iterator[Life]:
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "Pulumi.yaml").write_text("name: mail\nruntime: python\n")
    (folder / "__main__.py").write_text(PROGRAM)
    with Emulator() as emulator:
        life = Life(emulator, make_stack(folder, emulator.env()), tmp_path)
        life.stack.secret("password", f"{CANARY}-1")
        yield life


def test_a_password_is_sent_and_never_told(life: Life) -> None:
    life.want(**CUSTOM)
    assert LACKS in life.pulumi("preview", code=1)
    life.want(**CUSTOM, secret=True)
    plan = str(life.home / "plan.json")
    assert "smtp_password: [secret]" in life.zohodesk("preview", "--plan", plan)
    life.zohodesk("up", "--yes", "--plan", plan)
    assert life.password == f"{CANARY}-1"
    life.stack.clean()
    life.stack.secret("password", f"{CANARY}-2")
    assert list(life.stack.changes()["help"]["detailedDiff"]) == ["smtpPassword"]
    assert "smtpPassword" in life.zohodesk("preview", "--json")
    life.zohodesk("up", "--yes", "--snapshot-file", str(life.home / "kept.json"))
    assert life.password == f"{CANARY}-2"
    life.stack.clean()
    life.emulator.edit("prod", "mailReplyAddresses", "update", id=life.rows[0]["id"], values={"smtpPassword": "else"})
    assert "smtp_password of from addresses, so it is not compared" in life.zohodesk("drift")
    _restored(life)
    life.pulumi("destroy", "--yes", "--skip-preview")


def _restored(life: Life) -> None:
    """What a snapshot cannot put back, since it does not have it, is said before anything is written."""
    life.want(**{**CUSTOM, "smtp_details": {**SMTP, "host": "new.example.com"}}, secret=True)
    kept = str(life.home / "host.json")
    life.zohodesk("up", "--yes", "--snapshot-file", kept)
    assert life.password == f"{CANARY}-2"
    assert "Zoho Desk tells nobody its smtp_password" in life.zohodesk("restore", kept, "--dry-run", code=1)


def test_an_address_whose_password_nobody_knows_is_taken_over(life: Life) -> None:
    home = life.emulator.edit("prod", "departments", "create", values={"name": "Support"})["id"]
    details = {"host": "mail.example.com", "port": "587", "userName": "desk", "connectionType": "TLS"}
    values = {"address": "help@example.com", "displayName": "Help", "serviceProviderType": "CustomSMTP"}
    more = {"smtpDetails": details, "smtpPassword": "nobody knows", "departmentId": home}
    life.emulator.edit("prod", "mailReplyAddresses", "create", values={**values, **more})
    life.want(**CUSTOM)
    life.zohodesk("adopt")
    life.stack.clean()
    life.want(**{**CUSTOM, "smtp_details": {**SMTP, "host": "new.example.com"}})
    assert LACKS in life.pulumi("preview", code=1)
    life.want(**CUSTOM, secret=True)
    assert list(life.stack.changes()["help"]["detailedDiff"]) == ["smtpPassword"]
    assert life.password == "nobody knows"
    life.stack.up()
    assert life.password == f"{CANARY}-1"
    life.stack.clean()


def test_an_export_and_a_clone_take_the_password_from_whom_they_are_told(life: Life) -> None:
    life.want(**CUSTOM, secret=True, is_department_default=True)
    life.stack.up()
    id = life.rows[0]["id"]
    both = {
        key: value for key, value in life.emulator.env().items() if key.startswith(("ZOHODESK_PROD", "ZOHODESK_SAND"))
    }
    for form, says in (("python", "pulumi.Config().require_secret("), ("yaml", "secret: ")):
        told = life.other("export", "--connection", "prod", "--format", form, "--out", form, **both)
        (name,) = [line.split()[-1] for line in told.splitlines() if "config set --secret" in line]
        (file,) = [file for file in (life.home / form).iterdir() if file.stem == "mail_reply_addresses"]
        assert says in file.read_text()
        assert name in file.read_text()
        assert f"$ pulumi config set --secret {name}" in (life.home / form / "README.md").read_text()
    clone = ("clone", "--from", "prod", "--to", "sandbox", "--out", "copy", "--yes")
    refused = life.other(*clone, code=1, **both)
    assert f"ZOHODESK_SMTP_PASSWORD_{id}" in refused
    long = life.other(*clone, code=1, **both, **{f"ZOHODESK_SMTP_PASSWORD_{id}": CANARY * 20})
    assert f"ZOHODESK_SMTP_PASSWORD_{id} in the environment is " in long
    assert life.emulator.state("sandbox")["mailReplyAddresses"] == []
    assert not (life.home / "copy" / "Pulumi.yaml").exists()
    life.other(*clone, **both, **{f"ZOHODESK_SMTP_PASSWORD_{id}": f"{CANARY}-3"})
    (made,) = life.emulator.state("sandbox")["mailReplyAddresses"]
    assert (made["smtpPassword"], made["isDepartmentDefault"]) == (f"{CANARY}-3", True)
    differs = life.other("diff", "prod", "sandbox", "--kind", "MailReplyAddress", **both)
    assert "No difference" in differs
    assert "smtp_password of from addresses, so it is not compared" in differs
    life.other(*clone, **both)
    life.emulator.edit("prod", "departments", "update", id=life.rows[0]["departmentId"], values={"description": "New"})
    life.other(*clone, **both)  # the stack has kept the password, and goes on without being told
    (program,) = (life.home / "copy").glob("mail_reply_addresses.*")
    assert "require_secret(" in program.read_text()
    (same,) = life.emulator.state("sandbox")["mailReplyAddresses"]
    assert (same["id"], same["smtpPassword"]) == (made["id"], f"{CANARY}-3")


def test_two_that_want_what_only_one_has_are_refused_and_who_lost_it_is_told(life: Life) -> None:
    life.want(is_department_default=True)
    life.zohodesk("up", "--yes")
    home = life.rows[0]["departmentId"]
    more = {"address": "desk@example.com", "displayName": "Desk", "isDepartmentDefault": True, "departmentId": home}
    life.emulator.edit("prod", "mailReplyAddresses", "create", values=more)
    life.emulator.edit(
        "prod", "mailReplyAddresses", "update", id=life.rows[0]["id"], values={"isDepartmentDefault": False}
    )
    drifted = life.zohodesk("drift", code=2)
    assert "desk@example.com has it now, and only one can" in " ".join(drifted.split())
    assert "leave out is_department_default" in life.zohodesk("drift", "--accept", code=2)
    life.want(is_department_default=False)
    assert "takes only True" in life.pulumi("preview", code=1)
    program = life.stack.program / "__main__.py"
    named = 'address="desk@example.com", display_name="Desk", is_department_default=True'
    second = f'desk.MailReplyAddress("desk", department_id=support, {named})'
    program.write_text(f"{program.read_text()}{second}\n")
    life.want(is_department_default=True)
    assert "both have is_department_default=True" in life.pulumi("preview", code=1)
