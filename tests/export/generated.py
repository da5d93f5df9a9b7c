"""Generated organisations: every kind from its declaration, with names that no validator would let pass."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from pulumi_zohodesk.engine import (
    Choice,
    Field,
    Flag,
    Kind,
    Many,
    Map,
    Number,
    Reference,
    Scalar,
    Struct,
    ValueType,
)
from pulumi_zohodesk.inventory import Inventory, Item, folded
from pulumi_zohodesk.inventory._inventory import item_of
from pulumi_zohodesk.kinds import KINDS

HOSTILE = (
    "",
    " ",
    "ends in a space ",
    "it's",
    'say "no"',
    "'''\"\"\"",
    "back\\slash\\'",
    "line\nbreak\r\n\x85\u2028",
    "\ufeffmark\r",
    "\ufeffmark\r",
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

texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))
scalars = st.one_of(texts, st.integers(-(10**6), 10**6), st.booleans())


@st.composite
def organisations(draw: st.DrawFn) -> Inventory:
    """An inventory of a few objects of every kind; each refers to others where its kind can."""
    return Inventory("7001", _items(draw), kinds=[kind.name for kind in KINDS])


def _items(draw: st.DrawFn) -> Iterator[Item]:
    ids: dict[str, list[str]] = {}
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
    row = {field.wire: draw(_values(field, ids)) for field in kind.answered if not field.when}
    for field in (field for field in kind.answered if field.when):
        row[field.wire] = draw(_typed(field.type, ids)) if field.when.holds(row) else None
    row["id"] = id
    if kind.within and kind.within[1] not in row:
        wire = next(field for field in kind.fields if field.follows == kind.within[1])
        row[kind.within[1]] = made[wire.ref, row[wire.wire]].row[kind.within[1]]
    return row


def _values(field: Field, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    given = _typed(field.type, ids)
    return (
        given if field.required or isinstance(field.type, Many | Map | Choice | Flag) else st.one_of(st.none(), given)
    )


def _typed(of: ValueType, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    """Values of a type, more than the service takes."""
    if isinstance(of, Reference):
        return st.sampled_from(ids.get(of.kind) or ["404"])
    if isinstance(of, Many) and isinstance(of.type, Reference):
        # An id that nobody knows: an object that the token cannot see.
        return st.lists(st.sampled_from([*ids.get(of.type.kind, []), "404"]), unique=True, max_size=3)
    if isinstance(of, Many):
        unique = None if of.ordered else of.mark
        return st.lists(_typed(of.type, ids), unique_by=unique, max_size=3)
    if isinstance(of, Map) and of.entries:
        some = dict(list(of.entries.items())[:3])
        return st.fixed_dictionaries({}, optional={key: _typed(inner, ids) for key, inner in some.items()})
    if isinstance(of, Map):
        return st.dictionaries(texts, scalars, max_size=3)
    if isinstance(of, Struct):
        parts = {part.wire: _typed(part.type, ids) for part in of.parts}
        must = {part.wire: parts.pop(part.wire) for part in of.parts if part.required}
        return st.fixed_dictionaries({**must, **dict.fromkeys(of.added, st.just(["server"]))}, optional=parts)
    if isinstance(of, Choice):
        return st.sampled_from(of.options)
    if isinstance(of, Flag):
        return st.booleans()
    if isinstance(of, Number):
        return st.integers(of.least or 0, of.most or 10**6)
    return scalars if isinstance(of, Scalar) else texts
