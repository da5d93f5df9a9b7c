"""Removing what probes made, this time or before, and taking the department out of service again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from pulumi_zohodesk.errors import APIError
from pulumi_zohodesk.questions._asking import Asking, Ended, Open, Probe, known_form
from pulumi_zohodesk.questions._made import LEAVE, PREFIX, SORTS, SUCCESSORS, Sort, deleted
from pulumi_zohodesk.transport import Seen


def clean(asking: Asking) -> list[str]:
    """Remove what probes made, this time or before; says what could not be removed. Raises DeskError."""
    asking.forget()
    try:
        removed = [words for sort in SORTS.values() for words in _told(_what(sort), _sort_removed(asking, sort))]
        return [*removed, *_told(f'the department "{PREFIX}"', _departments(asking))]
    except Ended as ended:
        raise ended.cause from None


def _told(what: str, left: Iterator[str]) -> Iterator[str]:
    """What could not be removed; and why not even that could be found out."""
    try:
        with known_form():
            yield from left
    except Open as error:
        yield f"{what}: {error}"


def _what(sort: Sort) -> str:
    return f"what an earlier run may have left, {sort.words} by {sort.words}"


def _sort_removed(asking: Asking, sort: Sort) -> Iterator[str]:
    """First what is known to be there: its list may show it later, or be refused."""
    known = dict(asking.made[sort.words])
    yield from _each_removed(asking, sort, known)
    listed = {str(row[sort.key]): str(row[sort.name]) for row in _mine(asking, sort)}
    yield from _each_removed(asking, sort, {id: name for id, name in listed.items() if id not in known})


def _each_removed(asking: Asking, sort: Sort, names: Mapping[str, str]) -> Iterator[str]:
    for id, name in names.items():
        yield from _removed(f'{sort.words} "{name}"', partial(_deleted, asking, sort, id))


def _deleted(asking: Asking, sort: Sort, id: str) -> Seen:
    """A team that does not go without a successor gets one: it has neither tickets nor tasks. Raises Open."""
    seen = deleted(asking, sort.words, id)
    if sort.words != "team" or seen.status != 422:
        return seen
    active = [row for row in asking.rows("agents.list") if row.get("status") == "ACTIVE"]
    ids = [str(row["id"]) for row in active if asking.department in row.get("associatedDepartmentIds", ())]
    agents = dict.fromkeys((name for name in SUCCESSORS if name.endswith("Agent")), *ids[:1])
    return deleted(asking, sort.words, id, {**SUCCESSORS, **agents}) if ids else seen


def _mine(asking: Asking, sort: Sort) -> list[Mapping[str, Any]]:
    """The objects that probes made; none of what the organisation does not have."""
    rows = [row for place in _places(asking, sort) for row in _listed(asking, f"{sort.group}.list", **place)]
    return [row for row in rows if str(row.get(sort.name, "")).lower().startswith(f"{PREFIX} ")]


def _listed(asking: Asking, use: str, **place: Any) -> list[Mapping[str, Any]]:
    """All of a list; none of what the organisation does not have. Raises Open."""
    try:
        return [row for page in asking.pages(use, **place) for row in page]
    except APIError as error:
        if error.code == "SCOPE_MISMATCH":
            raise Open("the token lacks the scope to list it") from None
        if error.status in (401, 429) or error.status >= 500:
            raise
        if error.status == 422:
            raise Open(f"listing it was refused: HTTP 422 {error.code}".strip()) from None
        return []  # refused by the edition or the profile, as making it was


def _places(asking: Asking, sort: Sort) -> list[dict[str, Any]]:
    """What the lists of a sort need, one for each department where probes made something."""
    if not sort.place:
        return [{}]
    types = _mine(asking, SORTS["skill type"]) if sort.words == "skill" else []
    try:
        departments = {asking.department, *(str(row["departmentId"]) for row in types)}
    except Open:
        return []  # nothing could be made
    return [sort.where(department) for department in sorted(departments)]


def _removed(words: str, remove: Callable[[], Seen]) -> Iterator[str]:
    try:
        seen = remove()
    except Open as error:
        yield f"{words}: {error}"
        return
    if not seen.good and seen.status != 404:
        yield f"{words}: {seen.refusal}"


def _departments(asking: Asking) -> Iterator[str]:
    """The one department that is ever made: without agents and out of service, since none can be deleted."""
    known = dict.fromkeys(asking.made["department"], True)
    yield from _out_of_service(asking, known)
    rows = [row for row in _listed(asking, "departments.list") if row.get("name") == PREFIX]
    listed = {str(row["id"]): bool(row.get("isEnabled")) for row in rows}
    yield from _out_of_service(asking, {id: enabled for id, enabled in listed.items() if id not in known})


def _out_of_service(asking: Asking, departments: Mapping[str, bool]) -> Iterator[str]:
    for id, enabled in departments.items():
        path = {"departmentId": id}
        if enabled:
            words = f'the agents of the department "{PREFIX}"'
            yield from _told(words, _agents_removed(asking, path, words))
            words = f'taking the department "{PREFIX}" out of service'
            yield from _removed(words, partial(asking.send, "departments.disable", path=path))
        yield f'the department "{PREFIX}": departments are for ever; the next probe uses it again'


def _agents_removed(asking: Asking, path: Mapping[str, str], words: str) -> Iterator[str]:
    if agents := asking.row("departments.get", **path).get("associatedAgentIds"):
        yield from _removed(words, partial(asking.send, LEAVE, path=path, body={"agentIds": agents}))


CLEANING = Probe(
    lambda _asking: "",
    (
        *("departments.list", "departments.list", "departments.get", LEAVE, "departments.disable") * 2,
        *(use for sort in SORTS.values() for use in (f"{sort.group}.list", *[f"{sort.group}.delete"] * sort.most) * 2),
        *("skill_types.list", "skills.list", "agents.list", *["teams.delete"] * SORTS["team"].most) * 2,
        *(f"{sort.group}.list" for sort in SORTS.values() if sort.heir for _ in range(2)),
        *(sort.agents for sort in SORTS.values() if sort.agents for _ in range(2 * sort.most)),
        *["roles.get"] * (2 * SORTS["role"].most),
    ),
)
"""What cleaning up before and after asks for."""
