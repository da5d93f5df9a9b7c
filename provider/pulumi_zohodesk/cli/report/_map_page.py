"""The map of an organisation as one page of HTML: a picture to look into, and the same as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.cli.report._found import source, text
from pulumi_zohodesk.engine import plural
from pulumi_zohodesk.page import Page
from pulumi_zohodesk.report import Map, Place

LIBRARY = "d3-hierarchy.min.js"
"""Lays out the picture; with its licence. See docs/dependencies.md."""

LEGEND = (
    ("A box", "An object; its colour is its kind. What belongs to it lies in it. Choose one to see what it refers to."),
    ("Striped", "Out of service."),
)

CONTROLS = """<div class="controls" hidden>
<div class="find"><input type="search" id="search" placeholder="Find a name" aria-label="Find a name">
<ul id="found" hidden></ul></div>
<fieldset id="kinds"><legend>Kinds</legend></fieldset>
</div>
<nav id="path" aria-label="Place" hidden></nav>
<div class="both" hidden>
<div id="map" role="group" aria-label="Map"></div>
<aside id="about" aria-live="polite"></aside>
</div>"""


def map_page(title: str, facts: Sequence[tuple[str, str]], drawn: Map, notes: Sequence[str]) -> str:
    """The page. Everything is escaped; the picture is made of what the data element holds."""
    parts = [CONTROLS, "\n".join(_outline(drawn))]
    return Page(
        printable(title),
        facts,
        body="\n".join(parts),
        warnings=notes,
        legend=LEGEND,
        style=source("page.css", "map.css"),
        scripts=[source(LIBRARY), source("map.js")],
        data=_data(drawn),
    ).html()


def _data(drawn: Map) -> dict[str, Any]:
    """Nodes by number, and the places of each: ``[number, [places in it]]``."""
    numbers = {key: number for number, key in enumerate(drawn.nodes)}
    kinds = {name: number for number, name in enumerate(drawn.kinds)}

    def place(one: Place) -> list[Any]:
        return [numbers[one.node], [place(inside) for inside in one.inside]]

    return {
        "kinds": [[words, plural(words)] for words in drawn.kinds.values()],
        "nodes": [
            {
                "kind": kinds[node.key[0]],
                "name": printable(node.name),
                "detail": printable(node.detail),
                "off": node.off,
                "refers": [[words, numbers[key]] for words, key in node.refers],
            }
            for node in drawn.nodes.values()
        ],
        "areas": [place(one) for one in drawn.areas],
        "others": [[kinds[name], [place(one) for one in places]] for name, places in drawn.others.items()],
    }


def _outline(drawn: Map) -> Iterator[str]:
    yield '<section id="outline"><h2>As text</h2>'
    for area in drawn.areas:
        yield _folded(_name(drawn, area), _counts(drawn, area.inside), _lists(drawn, area.inside))
    for kind, places in drawn.others.items():
        yield _folded(text(plural(drawn.kinds[kind])), str(len(places)), _list(drawn, places))
    yield "</section>"


def _folded(title: str, remark: str, content: str) -> str:
    return f"<details><summary>{title} <small>{text(remark)}</small></summary>{content}</details>"


def _counts(drawn: Map, places: Iterable[Place]) -> str:
    """``20 agents, 3 skill types, 12 skills``: at every depth."""
    found: Counter[str] = Counter()
    waiting = list(places)
    while waiting:
        one = waiting.pop()
        found[one.node[0]] += 1
        waiting += one.inside
    return ", ".join(count_of(found[kind], words) for kind, words in drawn.kinds.items() if found[kind]) or "empty"


def _lists(drawn: Map, places: tuple[Place, ...]) -> str:
    """A list for each kind, with its name before it."""
    by_kind = {kind: tuple(place for place in places if place.node[0] == kind) for kind in drawn.kinds}
    return "\n".join(
        f"<h3>{text(plural(drawn.kinds[kind]))}</h3>{_list(drawn, own)}" for kind, own in by_kind.items() if own
    )


def _list(drawn: Map, places: Iterable[Place]) -> str:
    entries = "\n".join(
        f"<li>{_name(drawn, place)}{_list(drawn, place.inside) if place.inside else ''}</li>" for place in places
    )
    return f"<ul>\n{entries}\n</ul>"


def _name(drawn: Map, place: Place) -> str:
    node = drawn.nodes[place.node]
    more = "; ".join(filter(None, (node.detail, "out of service" if node.off else "")))
    return f"{text(node.name)}{f' <small>{text(more)}</small>' if more else ''}"
