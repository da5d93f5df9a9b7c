"""What a saved plan does not show is sealed: whatever its type, and the same meaning in the same way."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import Kind
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.plan._private import Seal
from tests.kinds.values import another_value


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_value_of_every_field_can_be_sealed(kind: Kind):
    seal = Seal(kind, frozenset(kind.by_wire), "00")
    values = {field.wire: another_value(field.type, None, lambda _kind: ["1", "2"]) for field in kind.managed}
    assert seal.is_on(seal.on(values))


def test_a_number_is_the_same_however_it_is_written():
    (product,) = (kind for kind in KINDS if kind.name == "Product")
    seal = Seal(product, frozenset({"unitPrice"}), "00")
    one, other, more = (seal.on({"unitPrice": price}) for price in (9.5, "9.50", "9.51"))
    assert one == other != more
