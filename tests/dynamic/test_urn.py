"""Names and types are read out of URNs as Pulumi reads them."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.dynamic import logical_name, qualified_type, urn_within
from pulumi_zohodesk.dynamic._urn import alias_line

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


TEAM, OTHER = "urn:pulumi:dev::p::acme:Team::team", "urn:pulumi:dev::p::acme:Group::group"


@pytest.mark.parametrize(
    ("old", "new", "alias"),
    [
        ((STACK, "a"), (STACK, "b"), 'pulumi.Alias(name="a")'),
        ((TEAM, "a"), (TEAM, "b"), 'pulumi.Alias(name="a")'),
        ((STACK, 'Größe "x"'), (STACK, "b"), 'pulumi.Alias(name="Größe \\"x\\"")'),
        ((STACK, "a"), (TEAM, "a"), "pulumi.Alias(parent=pulumi.ROOT_STACK_RESOURCE)"),
        ((STACK, "a"), (TEAM, "b"), 'pulumi.Alias(name="a", parent=pulumi.ROOT_STACK_RESOURCE)'),
        # Of the old parent a URN has the type alone, so the alias is the whole URN.
        ((TEAM, "a"), (STACK, "a"), '"urn:pulumi:dev::p::acme:Team$Skill::a"'),
        ((OTHER, "a"), (TEAM, "b"), '"urn:pulumi:dev::p::acme:Group$Skill::a"'),
    ],
)
def test_the_alias_says_what_a_resource_was_before(old, new, alias):
    urns = [urn_within(parent, "Skill", name) for parent, name in (old, new)]
    assert alias_line(*urns) == f"opts=pulumi.ResourceOptions(aliases=[{alias}])"
