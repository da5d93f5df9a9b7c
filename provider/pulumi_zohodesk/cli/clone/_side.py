"""One of the two organisations of a clone."""

from __future__ import annotations

from dataclasses import dataclass, field

from pulumi_zohodesk.cli._phases import reading
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.clone import PERSON
from pulumi_zohodesk.engine import Session, scalar
from pulumi_zohodesk.errors import Refused
from pulumi_zohodesk.inventory import Inventory, readable_kinds, take
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import client_for


@dataclass
class Side:
    name: str
    session: Session
    inventory: Inventory = field(init=False)

    @classmethod
    def of(cls, connection: str) -> Side:
        settings = resolve(connection=connection)
        return cls(connection, Session(client_for(settings), settings, KINDS))

    @property
    def id(self) -> str:
        return self.session.organization_id

    @property
    def edition(self) -> str:
        return scalar(self.session.organization().get("edition"))

    @property
    def title(self) -> str:
        """Its name, with where it is and what it is sold as: a clone may differ in both."""
        return f"{self.name} ({self.id}, {self.session.settings.dc}, edition {printable(self.edition)})"

    def indispensable(self) -> dict[tuple[str, str], str]:
        """Who must stay, with the reason, or this very connection ends with them."""
        if PERSON not in self.inventory.kinds:
            return {}
        spared = {(PERSON, scalar(self.session.me().get("id"))): "The token belongs to this agent."}
        contact = scalar(self.session.organization().get("primaryContact"))
        for item in self.inventory.find(PERSON, (contact,)):
            spared[PERSON, item.id] = "The primary contact of the organisation."
        return spared

    def read(self) -> None:
        readable_kinds(self.session)  # refused before anything is sent
        self.session.organization()  # tells the edition, and with it how many calls run at once
        with reading() as progress:
            self.inventory = take(self.session, progress=progress)

    def read_again(self) -> None:
        """Raises Refused for what was shown before and is hidden now: it would be made a second time."""
        before = {(gap.kind, gap.scope) for gap in self.inventory.gaps}
        inventory = take(self.session)
        for gap in inventory.gaps:
            if (gap.kind, gap.scope) not in before:
                raise Refused(f"{self.name} does not show every {gap.kind} any more. {gap.reason}")
        self.inventory = inventory
