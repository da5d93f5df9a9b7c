"""What every kind does, from its declaration, at a service that knows nothing of it (the emulator), without Pulumi."""

from __future__ import annotations

import re
from contextlib import ExitStack

import pytest

from pulumi_zohodesk.emulator import Emulator
from pulumi_zohodesk.emulator.kinds import KINDS as EMULATED
from pulumi_zohodesk.engine import MARKS, _turns, check, diff, read, remove, update
from pulumi_zohodesk.errors import DoubtfulAbsence, DuplicateObject, Forbidden, UncertainWrite
from pulumi_zohodesk.inventory import take
from pulumi_zohodesk.kinds import KINDS
from tests.processes import struck

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
    assert check(living.kind, {}, imported.inputs, adopting=True).problems == ()
    kept = {one.wire: wanted[one.wire] for one in living.kind.answered if one.wire in wanted}
    assert not diff(living.kind, imported.outputs, checked(living.kind, imported.inputs, kept))
    assert {*imported.inputs} == {*kept}


def test_every_argument_is_changed_by_itself_and_its_drift_is_found(living):
    """Changed by one stack, that is drift for another one, which mends it."""
    kind = living.kind
    id, state, wanted = living.create()
    for field in (field for field in kind.own_fields if not field.exclusive):
        new = change(kind, field.wire, wanted, living.ids)
        news = checked(kind, wanted, {**wanted, **new})
        delta = diff(kind, state, news)
        assert delta.changed == (field.wire,) * field.compared
        assert delta.replaces == (field.wire,) * field.fixed
        if kind.always and field.fixed:
            continue  # whose it is, nobody changes
        living.emulator.clear_log()
        if field.fixed:
            living.edit(id, **{wire: value for wire, value in new.items() if value is not None})
        else:
            after = update(living.session(), kind, id, state, news)
            assert not diff(kind, after, news), field.wire
            assert bool(living.writes()) != field.option
            assert not diff(kind, read_both_ways(living, id, after).outputs, news), field.wire
        if field.option or field.write_only:
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
    if kind.always:
        return  # there is none without it
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
        if kind.switch and name == "delete":  # what is out of use already, too
            id, state, wanted = living.create()
            state = update(living.session(), kind, id, state, {**wanted, kind.switch.wire: kind.switch.switch.off})
            remove(living.session(), kind, id, {**state, "onDestroy": name})
            assert read(living.session(), kind, id, state) is None


def test_what_was_switched_off_is_brought_back_where_that_is_asked_for(living):
    kind = living.kind
    id, state, wanted = living.create()
    key = {wire: wanted[wire] for wire in kind.key}
    living.emulator.clear_log()
    if kind.always:
        session = living.session()
        living.create(session)
        with pytest.raises(DuplicateObject, match="another resource has it"):
            living.create(session)
        return
    with pytest.raises(DuplicateObject, match=id):
        living.create(**key)
    if kind.switch is None:
        assert "restore" not in kind.by_wire
        return
    update(living.session(), kind, id, state, {**wanted, kind.switch.wire: kind.switch.switch.off})
    with pytest.raises(DuplicateObject, match="restore=True"):
        living.create(**key)
    for field in (field for field in kind.managed if field.fixed and field.wire not in kind.key):
        with pytest.raises(DuplicateObject, match=f"{field.snake} cannot be changed"):
            living.create(**{**key, **change(kind, field.wire, wanted, living.ids)}, restore=True)
    again, state, wanted = living.create(**key, restore=True)
    assert again == id
    assert not kind.off(read_both_ways(living, id, state).outputs)
    assert not diff(kind, state, wanted)


# --- When something breaks -------------------------------------------------------------------------------------------


def steps(living):
    """The life of one object, step by step: each is done in a session of its own, from what the one before left."""
    kind, now = living.kind, {}

    def created(session):
        now["id"], now["state"], now["wanted"] = living.create(session)

    def updated(news):
        def act(session):
            wanted = checked(kind, now["wanted"], {**now["wanted"], **news()})
            now["state"] = update(session, kind, now["id"], now["state"], wanted)

        return act

    def refreshed(session):
        now["state"] = read(session, kind, now["id"], now["state"]).outputs

    def removed(name):
        return lambda session: remove(session, kind, now["id"], {**now["state"], "onDestroy": name})

    yield created
    yield updated(lambda: change(kind, plain(kind), now["wanted"], living.ids))
    if kind.switch:
        yield updated(lambda: {kind.switch.wire: kind.switch.switch.off})
    yield updated(dict)
    yield refreshed
    yield from map(removed, sorted(kind.removals, key="delete".__eq__))  # what is deleted cannot be removed otherwise


def plain(kind):
    """A field that is sent and can be changed."""
    return next(one.wire for one in kind.managed if not (one.fixed or one.switch))


def operations_of_a_life(living):
    living.emulator.clear_log()
    for step in steps(living):
        step(living.session())
    return list(dict.fromkeys(living.calls()))


@pytest.mark.parametrize("effect", ["before", "after"])
def test_a_request_or_an_answer_that_is_lost_costs_a_look_and_no_object(effect, living):
    kind, start = living.kind, len(living.rows())
    operations = operations_of_a_life(living)
    left = len(living.rows()) - start
    for place, operation in enumerate(operations, start=2):
        living.emulator.clear_log()
        living.emulator.fault(operation=operation, drop=effect)
        for step in steps(living):
            made = "" if kind.always else kind.create.name
            if (operation, effect) == (made, "before") and operation not in living.calls():
                with pytest.raises(UncertainWrite):
                    step(living.session())
            step(living.session())
        assert struck(living.emulator) >= 1, operation
        living.emulator.clear_faults()
        assert len(living.rows()) == start + place * left, operation


def test_a_scope_that_is_missing_is_told_and_nothing_is_half_done(living):
    every = {name: one for kind in EMULATED for name, one in kind.described.items()}
    scopes = {scope for one in every.values() for scope in one.scopes}
    for operation in operations_of_a_life(living):
        lacking, refused = sorted(scopes - {*every[operation].scopes}), []
        for step in steps(living):
            before = living.rows()
            try:
                step(living.session(scopes=lacking))
            except Forbidden as error:
                assert living.rows() == before
                refused.append(str(error))
                step(living.session())
        assert refused, operation
        assert all("Layer 1 of 3 refuses" in words for words in refused)


def test_what_the_edition_hides_is_a_gap_and_never_gone(living):
    kind = living.kind
    id, state, wanted = living.create()
    body = {"errorCode": "LICENSE_ACCESS_LIMITED", "message": "no"}
    for path in (kind.calls.path, re.sub(r"{\w+}", "[0-9]+", kind.listing.operation.path)):
        living.emulator.fault(path=f"^/api/v1{path}(/|$)", status=403, body=body, count=None)
    acts = {
        "create": lambda session: living.create(session),
        "update": lambda session: update(
            session, kind, id, state, {**wanted, **change(kind, plain(kind), wanted, living.ids)}
        ),
        "read": lambda session: read(session, kind, id, state),
        "remove": lambda session: remove(session, kind, id, state),
    }
    if kind.always:
        del acts["remove"]  # which asks for nothing
    before = living.rows()
    for act in acts.values():
        with pytest.raises(Forbidden, match="edition"):
            act(living.session())
    assert living.rows() == before
    inventory = take(living.session(), kinds=[one.name for one in KINDS], asked=False)
    assert {gap.kind: gap.layer for gap in inventory.gaps}[kind.name] == "edition"
    assert not inventory.items(kind.name)
