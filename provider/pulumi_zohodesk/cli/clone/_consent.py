"""What a clone is refused for and asked about once its plan is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pulumi_zohodesk.cli._asking import agree
from pulumi_zohodesk.errors import Refused

__all__ = ["Consent"]


@dataclass(frozen=True)
class Consent:
    """Attributes:
    target: name of its connection.
    writes: whether anything is to be written.
    too_much: why more leaves service than the limits allow; empty when it does not, or with ``--force``.
    invitations: people who will be sent one.
    free: so many are invited without a question.
    """

    target: str
    writes: bool
    too_much: Sequence[str]
    invitations: int
    free: int

    def hurdles(self) -> Iterator[str]:
        """For the plan, what `ask` will refuse or ask about, "go on?" aside."""
        if self.too_much:
            yield f"Refused without --force: {' '.join(self.too_much)}"
        if self._too_many:
            yield f"Asked about: {self.invitations} invitations; --yes-invite {self.invitations} says yes."

    def ask(self, yes: bool) -> None:
        """Raises Refused when nobody can say yes, Declined when somebody says no."""
        if self.too_much:
            raise Refused(f"{' '.join(self.too_much)} Nothing was changed. Look at the plan, then use --force.")
        if self._too_many:
            _confirm(f"{self.invitations} people will be sent an invitation.", f"--yes-invite {self.invitations}")
        if not yes and self.writes:
            _confirm(f"This will be written to {self.target}.", "--yes")

    @property
    def _too_many(self) -> bool:
        return self.invitations > max(self.free, 0)


def _confirm(words: str, option: str) -> None:
    agree(f"{words} Go on?", f"{words} Nothing was changed. Say so with {option}.")
