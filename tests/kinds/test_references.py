"""References at every depth: whoever asks what an object names finds each, in every field of every kind."""

from __future__ import annotations

import pulumi
import pytest

from pulumi_zohodesk.clone._target import TargetObject
from pulumi_zohodesk.clone._work import HOME, _put_into
from pulumi_zohodesk.dynamic._strangers import without_strangers
from pulumi_zohodesk.engine import targets
from pulumi_zohodesk.export._selection import _homes
from pulumi_zohodesk.inventory import Item
from pulumi_zohodesk.kinds import KINDS

from .values import text_value

NAMING = [(kind, field) for kind in KINDS for field in kind.managed if any(targets(field.type))]
OF_DEPARTMENTS = [(kind, field) for kind, field in NAMING if HOME in targets(field.type)]


def naming(kind, field) -> Item:
    """An object that names the department 7 in one field, and lies in another one."""
    row = {kind.within[1]: "8"} if kind.within else {}
    return Item(kind, "1", ("x",), {field.wire: text_value(field.type, "7")}, row)


@pytest.mark.parametrize(("kind", "field"), OF_DEPARTMENTS, ids=lambda one: getattr(one, "wire", "") or one.name)
def test_a_department_is_found_wherever_it_is_named(kind, field):
    item = naming(kind, field)
    assert "7" in set(_put_into(TargetObject(item, None, None)))
    assert set(_put_into(TargetObject(item, None, item, (field.wire,)))) == {"7"}
    assert set(_put_into(TargetObject(item, None, item))) == set()
    assert set(_homes(item)) == ({"8"} if kind.within else {"7"})


@pytest.mark.parametrize(("kind", "field"), NAMING, ids=lambda one: getattr(one, "wire", "") or one.name)
def test_an_output_is_judged_once_it_is_known_wherever_it_stands(kind, field, monkeypatch):
    monkeypatch.setattr("pulumi_zohodesk.dynamic._strangers._EXPECTED", [True])
    given = text_value(field.type, pulumi.Output.from_input("7"))
    assert list(without_strangers(kind, "x", {field.snake: given}, {field.wire: given})) == [field.wire]


def test_some_are_named_below_the_top():
    assert ("Webhook", "subscriptions") in [(kind.name, field.wire) for kind, field in OF_DEPARTMENTS if not field.ref]
