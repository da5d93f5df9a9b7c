"""An open question: its sentence, the answers that are possible, what the emulator does, what relies on it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

SECTIONS = ("platform", "layers", "departments", "agents", "skills", "roles", "work", "records")
"""The files of ``said/``, and the tables of docs/api-notes.md."""

REASONS: Mapping[str, str] = {
    "agents": "needs the tokens of several agents who may do less, and records of each",
    "circle": "could leave the organisation with what nobody can mend",
    "client": "depends on the client and the grant, of which a connection has one",
    "consent": "needs a person at the consent page",
    "departments": "needs departments that nobody uses, which stay for ever",
    "elsewhere": "the token would be sent to a place that it is not for",
    "invitation": "invites somebody, who gets a mail",
    "limits": "only an organisation that has reached the limit tells",
    "load": "takes more or larger calls than an organisation in use should bear",
    "mail": "makes a From address, to which Zoho Desk may mail a link",
    "order": "changes the order of the skills that the department has",
    "outside": "makes Zoho Desk call an address, as every webhook does",
    "people": "takes departments, skills or access away from somebody",
    "price": "asking costs 50 credits",
    "records": "makes or changes records of customers",
    "shapes": "`zohodesk probe --shapes` tells",
    "stays": "makes a holiday list, which stays for ever",
    "tokens": "uses up the few token requests of ten minutes, or ends the tokens of others",
    "unwritten": "nothing here relies on it: none is written",
    "writes": "only a write tells, and nothing here relies on it: none is written",
}
"""Why a question has no probe."""
SWITCHLESS: Mapping[str, str] = {
    "seen": "the service was seen to answer so, by whom stands with it; a probe only confirms it",
    "unknown": "what would come instead is not known, so there is nothing to imitate",
    "unneeded": "nothing here relies on it: lists are asked for with a page size and without `include`",
}
"""Why a question with a probe has no switch of the emulator."""


@dataclass(frozen=True)
class Question:
    """Something that the vendor's texts leave open.

    Attributes:
        name: by which reports and commands call it.
        section: the table that it is in.
        asks: the sentence.
        emulator: what the emulator answers, and who says so.
        switch: the emulator's switch, in words.
        answers: the possible ones, that of the emulator first; each with the switches that make the emulator
            behave so, as far as it has any.
        no_switch: why it has none, where a probe tells, by a name of `SWITCHLESS`; empty where it has.
        relied: what relies on the first answer, or on a safe one, and what another would break; empty for nothing.
        safe: the further answers with which all is well.
        no_probe: why no probe tells, by a name of `REASONS`; empty where one does.
    """

    name: str
    section: str
    asks: str
    emulator: str
    switch: str = ""
    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    relied: str = ""
    safe: tuple[str, ...] = ()
    no_probe: str = ""
    no_switch: str = ""

    @property
    def switched(self) -> bool:
        """Whether the emulator can be made to give more than one of the answers."""
        return sum(map(bool, self.answers.values())) > 1

    @property
    def expected(self) -> str:
        """The answer that is taken for true until somebody asked."""
        return next(iter(self.answers))

    def unsafe(self, answer: str) -> bool:
        """Whether what relies on the question breaks with an answer."""
        return bool(self.relied) and answer not in (self.expected, *self.safe)


def _said(section: str) -> list[Question]:
    text = files("pulumi_zohodesk.questions").joinpath("said", f"{section}.toml").read_text("utf-8")
    rows = tomllib.loads(text).items()
    return [Question(name, section, **{**row, "safe": tuple(row.get("safe", ()))}) for name, row in rows]


SAID: tuple[Question, ...] = tuple(question for section in SECTIONS for question in _said(section))
"""All of them, as docs/api-notes.md lists them."""
