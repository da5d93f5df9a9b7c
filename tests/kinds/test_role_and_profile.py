"""What is special about roles and profiles: no circle (of teams neither), who takes over, what is given, clones."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import MARKS, _turns, diff, read, remove, update
from pulumi_zohodesk.errors import InputError, Refused
from pulumi_zohodesk.kinds import KINDS

from .living import Living


@pytest.fixture(scope="module")
def emulator():
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def life(emulator, tmp_path):
    emulator.reset()
    _turns._made.clear()  # ids begin anew
    with ExitStack() as closes:
        yield lambda name: Living(KINDS.named(name), emulator, tmp_path, closes)


@pytest.mark.parametrize(("name", "field", "many"), [("Role", "reportsTo", False), ("Team", "subTeams", True)])
def test_a_circle_is_refused_with_its_chain(name, field, many, life):
    living = life(name)
    last = ""
    objects = []
    for title in ("Low", "Middle", "High"):
        objects.append(living.create(name=title, **{field: [last] if many and last else last or None}))
        last = objects[-1][0]
    low, state, wanted = objects[0]
    living.emulator.clear_log()
    for above, chain in ((last, ("Low", "High", "Middle", "Low")), (low, ("Low", "Low"))):
        words = " -> ".join(f'{living.kind.words} "{one}" \\(id \\d+\\)' for one in chain)
        with pytest.raises(Refused, match=f"would close a circle: {words}. Nothing was changed."):
            update(living.session(), living.kind, low, state, {**wanted, field: [above] if many else above})
    assert not living.writes()
    free = living.made[name][0]
    living.emulator.clear_log()
    state = update(living.session(), living.kind, low, state, {**wanted, field: [free] if many else free})
    update(living.session(), living.kind, low, state, {**wanted, field: state[field], "description": "New"})
    assert living.calls().count(living.kind.listing.operation.name) == 1  # only where what it refers to changes


@pytest.mark.parametrize("name", ["Role", "Profile"])
def test_nothing_is_removed_without_another_that_takes_over(name, life):
    living = life(name)
    id, state, _ = living.create()
    option = living.kind.removals["delete"].needs
    living.emulator.clear_log()
    for heir, words in (("", "it has no transfer_to_"), (id, "is itself")):
        with pytest.raises(Refused, match=words):
            remove(living.session(), living.kind, id, {**state, option: heir})
    assert not living.calls()


@pytest.mark.parametrize("name", ["Role", "Profile"])
def test_what_is_given_stays(name, life):
    living = life(name)
    rows = [row for row in living.rows() if living.kind.given(row)]
    assert len(rows) >= 3
    living.emulator.clear_log()
    for row in rows:
        given = read(living.session(), living.kind, row["id"], {}).outputs
        remove(living.session(), living.kind, row["id"], given)
    assert not living.writes()


def test_a_profile_begins_as_another_and_what_was_not_set_is_left_to_the_next_run(life):
    living = life("Profile")
    kind = living.kind
    with pytest.raises(InputError, match="only as a clone of another"):
        living.create(cloneOf=None)
    shipped = next(row for row in living.rows() if row["name"] == "Agent")
    living.emulator.fault(operation="updateProfile", status=422, body={"errorCode": "X", "message": "no"})
    id, state, wanted = living.create(cloneOf=shipped["id"])
    assert state[MARKS]["incomplete"] == ["permissions"]
    assert next(row for row in living.rows() if row["id"] == id)["permissions"] == shipped["permissions"]
    state = update(living.session(), kind, id, state, wanted)
    allowed = next(row for row in living.rows() if row["id"] == id)["permissions"]
    assert allowed["tickets"] == {**shipped["permissions"]["tickets"], **wanted["permissions"]["tickets"]}
    assert allowed["chat"] == shipped["permissions"]["chat"]
    assert not diff(kind, state, wanted)
