"""Names and types are read out of URNs as Pulumi reads them."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.dynamic import logical_name, qualified_type, urn_within

STACK = "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev"


@pytest.mark.parametrize("name", ["sales", "a::b", "::", "a$b", "Größe: 50 %", "a:b:c"])
@pytest.mark.parametrize("parent", [STACK, "urn:pulumi:dev::p::acme:Team::a::b", "urn:pulumi:dev::p::a:B$c:D::x$y"])
def test_a_urn_is_taken_apart_as_it_was_made(name, parent):
    urn = urn_within(parent, "pulumi-python:dynamic/zohodesk:Skill", name)
    outer = "" if parent == STACK else f"{qualified_type(parent)}$"
    assert logical_name(urn) == name
    assert qualified_type(urn) == f"{outer}pulumi-python:dynamic/zohodesk:Skill"
    assert urn.startswith("urn:pulumi:dev::p::")


def test_what_is_no_urn_has_no_name():
    assert logical_name("") == logical_name("x") == ""
