"""Whether there is room for what a plan makes, as far as the service counts it, the licence or the edition tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from pulumi_zohodesk.engine import Kind, Row, Session, plural, scalar
from pulumi_zohodesk.errors import APIError, InputError, Refused
from pulumi_zohodesk.kinds import LIGHT, Edition, edition_of, licensed, seat, seats_taken
from pulumi_zohodesk.plan._rehearsal import RehearsalClient
from pulumi_zohodesk.plan._step import Step

_PERSON, _HOME = "Agent", "Department"
_Counts = tuple[int, int | None]
"""How many there are, and may be."""


class Room:
    """What was asked is asked once. Removals come last, so what they free is no room yet."""

    def __init__(self, real: Session) -> None:
        """``real`` asks for what is no part of the price."""
        self._real = real
        self._counts: dict[tuple[str, str], _Counts] = {}
        self._freed: Counter[str] = Counter()

    def require(self, step: Step, new: Row, home: str, client: RehearsalClient, *, made: bool) -> None:
        """Refuse, after a step was rehearsed, what it would be one too many of.

        Args:
            new: the whole object as it is then.
            home: the department that it lies in, where its kind lies in one.
            made: whether it is created, and not an existing one brought back.

        Raises InputError: there is no room.
        """
        kind = step.kind
        if made and kind.counted:
            where = f"The department {home}" if home else "The organisation"
            self._take(kind.name, home, lambda: client.room(kind, home), where, plural(kind.words))
        if made and kind.name == _HOME:
            self._take(kind.name, "", lambda: self._homes(kind, client), words=plural(kind.words))
        if kind.name == _PERSON:
            self._require_seat(step, new)

    def _require_seat(self, step: Step, new: Row) -> None:
        before = seat(step.state) if step.op == "update" and not step.kind.off(step.state) else ""
        after = seat(new) if not step.kind.off(new) else ""
        if before == after:
            return
        if before:
            self._freed[before] += 1
        if after and self._freed[after]:
            self._freed[after] -= 1
        elif after:
            self._take(_PERSON, after, lambda: self._seats(after), words=after)

    def _take(
        self, name: str, place: str, ask: Callable[[], _Counts], where: str = "The organisation", words: str = ""
    ) -> None:
        if (name, place) not in self._counts:
            self._counts[name, place] = ask()
        used, most = self._counts[name, place]
        self._counts[name, place] = used + 1, most
        if most is not None and used >= most:
            raise InputError(
                f"{where} would hold {used + 1} {words}; its edition has room for {most}. If that figure is "
                f"wrong: zohodesk up --force."
            )

    def _seats(self, sort: str) -> _Counts:
        edition = licensed(self._real.client, self._edition)
        most = edition.light_seats if sort == LIGHT else edition.seats
        if most is None:
            return 0, None
        try:
            return _believed(seats_taken(self._real.client, sort), most)
        except (APIError, Refused):  # a check that cannot be made must not stop what may be possible
            return 0, None

    def _homes(self, kind: Kind, client: RehearsalClient) -> _Counts:
        most = self._edition.departments
        return _believed(client.listed(kind) - 1, most) if most is not None else (0, None)

    @property
    def _edition(self) -> Edition:
        return edition_of(scalar(self._real.organization().get("edition")))


def _believed(used: int, most: int) -> _Counts:
    """A figure that the organisation is above already is wrong, or not for it."""
    return used, most if used <= most else None
