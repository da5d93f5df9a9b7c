"""Generated organisations: every kind from its declaration, with names that no validator would let pass."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from pulumi_zohodesk.engine import Choice, Field, Flag, Id, Kind, Many, Map, Reference
from pulumi_zohodesk.inventory import Inventory, Item, folded
from pulumi_zohodesk.inventory._item import item_of
from pulumi_zohodesk.kinds import CRITERIA, KINDS

HOSTILE = (
    "",
    " ",
    "ends in a space ",
    "it's",
    'say "no"',
    "'''\"\"\"",
    "back\\slash\\'",
    "line\nbreak\r\n\x85\u2028",
    "{braces} %s {0}",
    '"); __import__("os").abort(); ("',
    '"""\nimport os; os.abort()\n"""',
    "#comment",
    "\u202egnp.exe",
    "\x00\x1b[31m",
    "🎉",
    "👩‍💻",
    "größe",
    "売上",
    "مبيعات",
    "ﬁ",
    "class",
    "print",
    "desk",
    "lookups",
    "departments",
    "24/7",
    "a" * 90,
    "no",
    "12:30",
    "2020-01-01",
    "0x1F",
    "1e3",
    "~",
    "- dash",
    "key: value",
    "<<",
    "=",
    "&anchor *alias !tag",
    "| literal",
)
NAMED = {"Role": {"91": "CEO", "92": 'The "Boss"', "93": "twin", "94": "TWIN"}, "Profile": {"95": "Agent", "96": "🎉"}}

texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))
scalars = st.one_of(texts, st.integers(-(10**6), 10**6), st.booleans())


@st.composite
def organisations(draw: st.DrawFn) -> Inventory:
    """An inventory of a few objects of every kind; each refers to others where its kind can."""
    return Inventory("7001", _items(draw), kinds=[kind.name for kind in KINDS], named=NAMED)


def _items(draw: st.DrawFn) -> Iterator[Item]:
    ids = {name: list(found) for name, found in NAMED.items()}
    made: dict[tuple[str, str], Item] = {}
    keys: set[tuple[str, tuple[str, ...]]] = set()
    numbers = itertools.count(1000)
    for kind in KINDS:
        ids[kind.name] = []
        for _ in range(draw(st.integers(1, 4))):
            row = _row(draw, kind, ids, made, str(next(numbers)))
            item = item_of(kind, row, lambda name, id: _key(made, name, id))
            if (kind.name, folded(item.key)) in keys:
                continue
            keys.add((kind.name, folded(item.key)))
            made[kind.name, item.id] = item
            ids[kind.name].append(item.id)
            yield item


def _key(made: dict[tuple[str, str], Item], name: str, id: str) -> tuple[str, ...] | None:
    return made[name, id].key if (name, id) in made else None


def _row(draw: st.DrawFn, kind: Kind, ids: dict[str, list[str]], made: Any, id: str) -> dict[str, Any]:
    row = {field.wire: draw(_values(field, ids)) for field in kind.managed}
    row["id"] = id
    if kind.within and kind.within[1] not in row:
        wire = next(field for field in kind.fields if field.follows == kind.within[1])
        row[kind.within[1]] = made[wire.ref, row[wire.wire]].row[kind.within[1]]
    return row


def _values(field: Field, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    known = ids.get(field.ref or "", [])
    of = field.type
    if isinstance(of, Many) and isinstance(of.type, Reference):
        # An id that nobody knows: an object that the token cannot see.
        return st.lists(st.sampled_from([*known, "404"]), unique=True, max_size=3)
    if isinstance(of, Id):
        return st.sampled_from(known) if field.required else st.sampled_from([*known, None])
    if isinstance(of, Many):
        return st.lists(texts, unique=True, max_size=3)
    if isinstance(of, Map):
        return st.dictionaries(texts, scalars, max_size=3)
    if isinstance(of, Choice):
        return st.sampled_from(of.options)
    if isinstance(of, Flag):
        return st.booleans()
    if of is CRITERIA:
        return _criteria()
    return texts if field.required else st.one_of(st.none(), texts)


def _criteria() -> st.SearchStrategy[Any]:
    condition = st.fixed_dictionaries(
        {"condition": texts, "fieldModule": texts, "fieldName": texts, "value": st.lists(scalars, max_size=3)}
    )
    added = condition.map(lambda one: {**one, "displayValue": ["server"]})
    return st.fixed_dictionaries({"fieldConditions": st.lists(added, max_size=2), "pattern": texts})
