"""A table of who has which skill, which a support lead edits: CSV from any spreadsheet, or YAML.

CSV has three lines of heads, then a line for each agent; a mark says who has the skill of a column::

    department,Sales,Sales
    skill type,Language,Language
    agent,French,Spanish
    jo@example.com,x,

YAML says the same without empty cells::

    Sales:
      Language:
        French: [jo@example.com]
        Spanish: []
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.settings import printable, read_text

SkillKey = tuple[str, str, str]
"""Names of the department, the skill type and the skill."""

HEADS = ("department", "skill type", "agent")
"""What the first three lines begin with."""
HAS = frozenset({"x", "✓", "✔", "1", "yes", "true"})
HAS_NOT = frozenset({"", "-", "0", "no", "false"})
FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for a formula at the start of a cell: `as_csv` writes ``'`` before it, as people do."""
MOST = 20
"""Mistakes that one error tells."""


@dataclass(frozen=True)
class SkillColumn:
    """One skill of a table.

    Attributes:
        key: as it is written.
        where: the place of its name.
        agents: folded addresses, or ids, of those who have it.
    """

    key: SkillKey
    where: str
    agents: list[str] = field(default_factory=list)


@dataclass
class SkillTable:
    """What some files say.

    Attributes:
        columns: by folded key.
        agents: folded addresses, or ids, to how and where they are written first.
    """

    columns: dict[SkillKey, SkillColumn] = field(default_factory=dict)
    agents: dict[str, tuple[str, str]] = field(default_factory=dict)


def folded_skill(key: Sequence[str]) -> SkillKey:
    """A key as it is compared: letter case and blanks around names do not count."""
    department, skill_type, skill = (name.strip().casefold() for name in key)
    return department, skill_type, skill


def skill_words(key: Sequence[str]) -> str:
    """``"French" in "Language" in "Sales"``."""
    return " in ".join(f'"{printable(name)}"' for name in reversed(key))


def refuse(problems: Iterable[str]) -> None:
    """Raises InputError with the first problems, each a sentence, where there are any. The rest are not looked at."""
    first = list(islice(problems, MOST + 1))
    if first:
        raise InputError("\n".join([*first[:MOST], *(["There are more."] if len(first) > MOST else [])]))


def skill_table(paths: Iterable[str | Path], *, hide: bool = False) -> SkillTable:
    """What files say together; those named ``*.yaml`` or ``*.yml`` are YAML, all others CSV.

    Args:
        hide: no message says an agent's address.

    Raises InputError, which tells every mistake with file, line and column: of the cell in CSV, of the letter in YAML.
    """
    reading = _Reading(hide)
    for path in map(Path, paths):
        try:
            text = read_text(path)
        except UnicodeError:
            raise InputError(f'{path} is not in UTF-8. Save it as "CSV UTF-8".') from None
        except OSError as error:
            raise InputError(f"{path} cannot be read: {error.strerror}.") from None
        if path.suffix.lower() in (".yaml", ".yml"):
            reading.read_yaml(path, text)
        else:
            reading.read_csv(path, text)
    refuse(reading.problems)
    return reading.table


@dataclass
class _Reading:
    """Collects what files say, and what is wrong with it."""

    hide: bool
    table: SkillTable = field(default_factory=SkillTable)
    problems: list[str] = field(default_factory=list)

    def column(self, key: SkillKey, where: str) -> SkillColumn:
        column = SkillColumn(key, where)
        first = self.table.columns.setdefault(folded_skill(key), column)
        if first is not column:
            self.problems.append(f"{where}: {skill_words(key)} is there twice, first at {first.where}.")
        return column

    def agent(self, name: str, where: str) -> str:
        """The folded address of an agent, who is known from now on."""
        folded = name.casefold()
        self.table.agents.setdefault(folded, (name, where))
        return folded

    def words(self, name: str) -> str:
        return "this agent" if self.hide else f'"{printable(name)}"'

    def read_csv(self, path: Path, text: str) -> None:
        rows = list(_rows(path, text))
        heads = [rows[number] if number < len(rows) else (number + 1, [""]) for number in range(len(HEADS))]
        for (line, cells), head in zip(heads, HEADS, strict=True):
            if cells[0].casefold() != head:
                said = f'"{printable(cells[0])}"' if cells[0] else "nothing"
                self.problems.append(f'{_at(path, line, 1)}: "{head}" must stand here, not {said}.')
                return
        columns = self._columns(path, heads)
        lines: dict[str, int] = {}
        for line, cells in rows[len(HEADS) :]:
            if not cells[0]:
                self.problems.append(f"{_at(path, line, 1)}: the address of the agent is missing.")
                continue
            agent = self.agent(cells[0], _at(path, line, 1))
            if (first := lines.setdefault(agent, line)) != line:
                self.problems.append(
                    f"{_at(path, line, 1)}: {self.words(cells[0])} has a line already, line {first}. Make them one."
                )
            for number, cell in enumerate(cells[1:], 2):
                self._mark(cell, columns.get(number), agent, _at(path, line, number))

    def _columns(self, path: Path, heads: Sequence[tuple[int, list[str]]]) -> dict[int, SkillColumn]:
        """The skills by the number of their column; columns without any head are none."""
        columns: dict[int, SkillColumn] = {}
        for number in range(2, max(len(cells) for _, cells in heads) + 1):
            names = [cells[number - 1] if number <= len(cells) else "" for _, cells in heads]
            missing = [place for place, name in enumerate(names) if not name]
            if not missing:
                columns[number] = self.column((names[0], names[1], names[2]), _at(path, heads[2][0], number))
            elif len(missing) < len(HEADS):
                words = ("department", "skill type", "skill")[missing[0]]
                self.problems.append(f"{_at(path, heads[missing[0]][0], number)}: the name of the {words} is missing.")
                columns[number] = SkillColumn(("", "", ""), "")  # said once, not again for every mark in it
        return columns

    def _mark(self, cell: str, column: SkillColumn | None, agent: str, where: str) -> None:
        mark = cell.casefold()
        if mark not in HAS | HAS_NOT:
            self.problems.append(
                f'{where}: "{printable(cell)}" is no mark. Write x where the agent has the skill, nothing where not.'
            )
        elif mark in HAS and column is None:
            self.problems.append(f"{where}: this mark stands below no skill.")
        elif mark in HAS and column is not None:
            column.agents.append(agent)

    def read_yaml(self, path: Path, text: str) -> None:
        from ruamel.yaml import YAML  # here: most programs never need it
        from ruamel.yaml.error import MarkedYAMLError, YAMLError

        try:
            root = YAML(typ="rt", pure=True).compose(text)
        except MarkedYAMLError as error:
            raise InputError(f"{_of(path, error.problem_mark)}: {error.problem}.") from None
        except YAMLError as error:
            raise InputError(f"{path} cannot be read: {error}") from None
        for department, types in self._pairs(path, root, "a map of departments"):
            for skill_type, skills in self._pairs(path, types, "a map of skill types"):
                for skill, agents in self._pairs(path, skills, "a map of skills"):
                    column = self.column((department.value, skill_type.value, skill.value), _of(path, skill.start_mark))
                    self._held(path, column, agents)

    def _held(self, path: Path, column: SkillColumn, node: Any) -> None:
        for entry in self._inside(path, node, "sequence", "a list of agents"):
            where = _of(path, entry.start_mark)
            if not isinstance(entry.value, str) or not entry.value.strip():
                self.problems.append(f"{where}: the address of an agent must stand here.")
                continue
            agent = self.agent(entry.value.strip(), where)
            if agent in column.agents:
                self.problems.append(
                    f"{where}: {self.words(entry.value)} is named twice for {skill_words(column.key)}."
                )
            column.agents.append(agent)

    def _pairs(self, path: Path, node: Any, words: str) -> Iterator[tuple[Any, Any]]:
        for key, value in self._inside(path, node, "mapping", words):
            if isinstance(key.value, str) and key.value.strip():
                yield key, value
            else:
                self.problems.append(f"{_of(path, key.start_mark)}: a name must stand here.")

    def _inside(self, path: Path, node: Any, form: str, words: str) -> Sequence[Any]:
        """The entries of a node of this form; nothing written there has none."""
        if node is None or (node.id == "scalar" and node.value in ("", "null", "~")):
            return ()
        if node.id != form:
            self.problems.append(f"{_of(path, node.start_mark)}: {words} must stand here.")
            return ()
        return node.value  # type: ignore[no-any-return]


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold anything, with their numbers from 1. The first sign that can part cells does."""
    first = next((line for line in text.splitlines() if line.strip(" ,;\t")), "")
    parting = next((sign for sign in first if sign in ",;\t"), ",")
    reader = csv.reader(io.StringIO(text), delimiter=parting, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [_read(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"{path}, line {line}: this is no CSV: {error}.") from None


def _read(cell: str) -> str:
    text = cell.strip()
    return text[1:] if text.startswith(tuple(f"'{sign}" for sign in (*FORMULA, "'"))) else text


def _written(name: str) -> str:
    return f"'{name}" if name.startswith((*FORMULA, *(f"'{sign}" for sign in (*FORMULA, "'")))) else name


def _at(path: Path, line: int, column: int) -> str:
    return f"{path}, line {line}, column {column}"


def _of(path: Path, mark: Any) -> str:
    return _at(path, mark.line + 1, mark.column + 1)


def as_csv(columns: Mapping[SkillKey, Collection[str]], agents: Iterable[str]) -> str:
    """A table that `skill_table` reads, with the mark of UTF-8 that spreadsheets need.

    Args:
        columns: skills, as their heads, to who has each.
        agents: addresses or ids, a line each.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for place, head in enumerate(HEADS):
        writer.writerow([head, *(_written(key[place]) for key in columns)])
    for agent in agents:
        writer.writerow([_written(agent), *("x" if agent in held else "" for held in columns.values())])
    return f"\ufeff{out.getvalue()}"
