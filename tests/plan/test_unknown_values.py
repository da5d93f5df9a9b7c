"""Wherever in a value something is known later only, a run can be rehearsed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from typing import Any

import pytest

from pulumi_zohodesk.engine import _turns, diff
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.plan import plan_of, rehearse
from pulumi_zohodesk.plan._values import object_from
from tests.kinds.living import Living
from tests.kinds.objects import right

from .previews import preview, state, step, wanted
from .test_price import UNKNOWN


def places(value: Any) -> Iterator[Any]:
    """The value with something unknown in the place of one part, for every part at every depth; of it all first."""
    yield UNKNOWN
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        for other in places(part):
            if isinstance(value, dict):
                yield {**value, key: other}
            else:
                yield [*value[:key], other, *value[key + 1 :]]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.name)
def living(request, emulator, tmp_path):
    _turns._made.clear()  # ids begin anew
    with ExitStack() as closes:
        yield Living(request.param, emulator, tmp_path, closes)


def test_a_run_is_rehearsed_whatever_is_unknown(living):
    kind = living.kind
    id, live, inputs = living.create()
    numbers = count(1000)

    def refused(*steps):
        _, refusals = rehearse(plan_of(preview(*steps)), lambda _connection: living.session(), room=False)
        return [(one.step.new, one.reason) for one in refusals]

    living.emulator.clear_log()
    for field in kind.managed:
        for other in places(inputs.get(field.wire)):
            news = {**inputs, field.wire: other}
            op = "replace" if diff(kind, live, object_from(news)).replaces else "update"
            old = {**state(kind.name, "held", id, inputs), "outputs": live}
            if op == "update" or not kind.switch:  # what only leaves service keeps its name
                assert refused(step(op, old, wanted(kind.name, "held", news))) == []
            if not kind.always:
                new = {**right(kind, living.ids, next(numbers)), field.wire: other}
                assert refused(step("create", None, wanted(kind.name, "new", new))) == []
    assert living.writes() == []
