"""What every kind does, from its declaration, at a service that knows nothing of it: the emulator, without an engine."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.engine import MARKS, _turns, diff, gone, read, remove, scalar, update
from pulumi_zohodesk.errors import DeskError, DoubtfulAbsence, DuplicateObject, Forbidden, UncertainWrite
from pulumi_zohodesk.kinds import KINDS

from .living import Living, checked
from .objects import change


@pytest.fixture(scope="module")
def emulator():
    with Emulator() as emulator:
        yield emulator


@pytest.fixture(params=[kind.name for kind in KINDS])
def living(request, emulator, tmp_path):
    emulator.reset()
    _turns._made.clear()  # ids begin anew
    with ExitStack() as closes:
        yield Living(KINDS.named(request.param), emulator, tmp_path, closes)


def read_both_ways(living, id, state):
    """The object from the list, where its rows have it, and by itself."""
    session = living.session()
    read(session, living.kind, living.made[living.kind.name][0], {})
    listed, alone = read(session, living.kind, id, state), read(session, living.kind, id, state, alone=True)
    assert listed.inputs == alone.inputs
    return alone


def test_what_was_created_is_what_is_wanted(living):
    id, state, wanted = living.create()
    assert state[MARKS]["incomplete"] == []
    assert not diff(living.kind, state, wanted)
    live = read_both_ways(living, id, state)
    assert not diff(living.kind, live.outputs, wanted)
    imported = read(living.session(), living.kind, id, {})
    assert not diff(living.kind, imported.outputs, checked(living.kind, imported.inputs, wanted))
    assert set(imported.inputs) == {one.wire for one in living.kind.managed if one.wire in wanted}


def test_every_argument_is_changed_by_itself_and_its_drift_is_found(living):
    """Changed by one stack, that is drift for another one, which mends it."""
    kind = living.kind
    id, state, wanted = living.create()
    for field in kind.own_fields:
        new = change(kind, field.wire, wanted, living.ids)
        news = checked(kind, wanted, {**wanted, **new})
        delta = diff(kind, state, news)
        assert delta.changed == (field.wire,)
        assert delta.replaces == (field.wire,) * field.fixed
        living.emulator.clear_log()
        if field.fixed:
            living.edit(id, **new)
        else:
            after = update(living.session(), kind, id, state, news)
            assert not diff(kind, after, news), field.wire
            assert bool(living.writes()) != field.option
            assert not diff(kind, read_both_ways(living, id, after).outputs, news), field.wire
        if field.option:
            continue
        live = read_both_ways(living, id, state)
        assert {field.wire} <= set(diff(kind, live.outputs, wanted).changed) <= {*new}
        if field.fixed:
            living.edit(id, **{wire: wanted[wire] for wire in new})
        else:
            state = update(living.session(), kind, id, live.outputs, wanted)
            assert not diff(kind, state, wanted), field.wire
        assert not diff(kind, read_both_ways(living, id, state).outputs, wanted), field.wire


def test_what_was_deleted_outside_is_gone_where_it_can_be_deleted(living):
    kind = living.kind
    id, state, wanted = living.create()
    living.edit(id, "delete")
    if kind.undeletable:
        with pytest.raises(DoubtfulAbsence):
            read(living.session(), kind, id, state)
        return
    assert read(living.session(), kind, id, state) is None
    remove(living.session(), kind, id, state)
    if kind.archives:
        return
    again, *_ = living.create(**{wire: wanted[wire] for wire in kind.key})
    assert again != id


def test_every_removal_does_what_it_says_and_a_second_one_nothing(living):
    kind = living.kind
    for name, removal in kind.removals.items():
        id, state, _ = living.create()
        living.emulator.clear_log()
        remove(living.session(), kind, id, {**state, "onDestroy": name})
        assert {*living.writes()} <= {call.name for call in removal.calls}
        assert bool(living.writes()) == bool(removal.calls)
        left = read(living.session(), kind, id, state)
        assert left is None or not removal.calls or kind.off(left.outputs)
        before = living.rows()
        remove(living.session(), kind, id, {**state, "onDestroy": name})
        assert living.rows() == before


def test_what_was_switched_off_is_brought_back_where_that_is_asked_for(living):
    kind = living.kind
    id, state, wanted = living.create()
    key = {wire: wanted[wire] for wire in kind.key}
    living.emulator.clear_log()
    with pytest.raises(DuplicateObject, match=id):
        living.create(**key)
    if kind.switch is None:
        assert "restore" not in kind.by_wire
        return
    update(living.session(), kind, id, state, {**wanted, kind.switch.wire: kind.switch.switch.off})
    with pytest.raises(DuplicateObject, match="restore=True"):
        living.create(**key)
    for field in (field for field in kind.managed if field.fixed):
        with pytest.raises(DuplicateObject, match=f"{field.snake} cannot be changed"):
            living.create(**key, **change(kind, field.wire, wanted, living.ids), restore=True)
    again, state, wanted = living.create(**key, restore=True)
    assert again == id
    assert not kind.off(read_both_ways(living, id, state).outputs)
    assert not diff(kind, state, wanted)
