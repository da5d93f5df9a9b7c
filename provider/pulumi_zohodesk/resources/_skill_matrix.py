"""Who has which skill, from a table that a support lead edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pulumi

from pulumi_zohodesk.dynamic import MockedSession, ends_the_program_plainly, session_from_program
from pulumi_zohodesk.engine import Session, note_owner, scalar
from pulumi_zohodesk.errors import AmbiguousMatch, InputError
from pulumi_zohodesk.kinds import SkillKey, folded_skill, kind_named, refuse, skill_table, skill_words
from pulumi_zohodesk.resources.agent import AgentInfo
from pulumi_zohodesk.settings import is_on, printable

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.agent import Agent

    Known = Agent | AgentInfo | pulumi.Input[str]

AGENT = kind_named("Agent")
FEW = 10
"""So many agents are looked up one by one, two calls each; more of them from the list of all."""


class SkillMatrix:
    """``agent_ids`` of skills from tables of agents by skills: CSV, or YAML.

    Used with ``with``, so that a skill of the tables which the program asks nothing about is found at its end::

        with desk.SkillMatrix("skills.csv", agents=[jo]) as matrix:
            desk.Skill("french", ..., agent_ids=matrix.agent_ids("Sales", "Language", "French"))
    """

    @ends_the_program_plainly
    def __init__(
        self,
        *paths: str | Path,
        agents: Mapping[str, Known] | Iterable[Agent | AgentInfo] = (),
        connection: str | None = None,
    ) -> None:
        """Read the tables; they are not read again.

        Args:
            paths: files, relative to the program's folder; ``*.yaml`` is YAML, all else CSV.
            agents: those that this program declares, or looked up: as a list, or by address where an address is known
                only during the run. The tables may name others: these are looked up by address (getAgentByEmail,
                getAgents). What is all digits is an id.
            connection: a connection of ``zohodesk.toml`` in place of the stack's own.

        Raises:
            InputError: a file cannot be read, is no such table, or names an agent who is not there; every mistake is
                told with file, line and column, and with ``zohodesk:hidePersonalData`` without addresses.
            AmbiguousMatch: several agents have one address.
        """
        hides = is_on(pulumi.Config("zohodesk").get("hidePersonalData"))
        self._table = skill_table(paths, hide=hides)
        self._files = ", ".join(map(str, paths))
        self._asked: dict[SkillKey, str] | None = None
        given = dict(_given(agents))
        wanted = [agent for agent in self._table.agents if agent not in given and not agent.isdecimal()]
        known = {**(_looked_up(session_from_program(connection), wanted) if wanted else {}), **given}
        missing = [self._table.agents[agent] for agent in wanted if agent not in known]
        refuse(_no_agent(*agent, None if hides else known) for agent in missing)
        self._agents = {agent: known.get(agent, agent) for agent in self._table.agents}

    def __enter__(self) -> SkillMatrix:
        self._asked = {}
        return self

    @ends_the_program_plainly
    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        """Raises InputError for the skills of the tables that nothing asked for."""
        if error is not None:
            return
        asked = self._asked or {}
        words = {" ".join(key): said for key, said in asked.items()}
        refuse(
            f"{column.where}: the program asks for no skill {skill_words(column.key)}."
            f"{_nearest(' '.join(key), words)} Declare it there, or take it out of the table."
            for key, column in self._table.columns.items()
            if key not in asked
        )

    @ends_the_program_plainly
    def agent_ids(self, department: str, skill_type: str, skill: str) -> list[pulumi.Input[str] | Agent]:
        """Who has a skill, for the argument of that name; empty where the table has it and no mark.

        Raises InputError: the tables do not have the skill, or it is asked for outside of ``with``.
        """
        if self._asked is None:
            raise InputError(
                "Write `with desk.SkillMatrix(...) as matrix:` and ask inside of it: at its end, skills of the table "
                "that nothing asked for are found."
            )
        names = (department, skill_type, skill)
        column = self._table.columns.get(folded_skill(names))
        if column is None:
            columns = {" ".join(key): f"{skill_words(at.key)} ({at.where})" for key, at in self._table.columns.items()}
            raise InputError(
                f"{self._files} has no skill {skill_words(names)}.{_nearest(' '.join(names), columns)} "
                "Add it to the table, or correct the name."
            )
        self._asked[folded_skill(names)] = skill_words(names)
        return [self._agents[agent] for agent in dict.fromkeys(column.agents)]


def _given(agents: Any) -> Iterator[tuple[str, Any]]:
    """Folded addresses to agents of the program, or ids."""
    for address, agent in agents.items() if isinstance(agents, Mapping) else ((None, agent) for agent in agents):
        if address is None:
            address = agent.email_id if isinstance(agent, AgentInfo) else getattr(agent, "given_key", {}).get("emailId")
        if not isinstance(address, str):
            raise InputError(
                "An agent of agents= has no address that is known before the run. Give them by address: "
                'agents={"jo@example.com": jo}.'
            )
        yield address.strip().casefold(), agent.id if isinstance(agent, AgentInfo) else agent


def _looked_up(session: Session, wanted: list[str]) -> dict[str, str]:
    """Folded addresses to ids: of a few one by one; when that is not all, of everybody, who may be meant."""
    if isinstance(session, MockedSession):
        return {address: scalar(session.look_up(AGENT, {"emailId": address})["id"]) for address in wanted}
    session.require_kind("Agent", reading=True)
    rows = [row for one in wanted for row in session.find(AGENT, {"emailId": one})] if len(wanted) <= FEW else []
    if len(rows) < len(wanted):
        rows = [row for row in session.snapshot.rows(AGENT, None) if not AGENT.deleted(row)]
    found: dict[str, str] = {}
    for row in rows:
        address, id = scalar(row.get("emailId")).casefold(), scalar(row.get("id"))
        note_owner(id, session.organization_id)
        if found.setdefault(address, id) != id and address in wanted:
            raise AmbiguousMatch(f"Two agents have one address: ids {found[address]}, {id}. Use the id in the table.")
    return found


def _no_agent(name: str, where: str, known: Mapping[str, Any] | None) -> str:
    """A sentence; without names where none are given."""
    who = "this agent" if known is None else f'"{printable(name)}"'
    near = "" if known is None else _nearest(name, {address: address for address in known})
    return (
        f"{where}: {who} is none of agents=, and the organisation has no such agent that this token can see.{near} "
        "Declare the agent in the program and give it to agents=, or correct the address."
    )


def _nearest(name: str, known: Mapping[str, str]) -> str:
    """What may have been meant, in the words for it."""
    close = get_close_matches(name.casefold()[:200], known, 1)
    return f" Nearest: {printable(known[close[0]])}." if close else ""
