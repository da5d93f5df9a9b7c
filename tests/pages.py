"""Reads a page as a browser does, and holds it to what every page of ours is."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

EMPTY = {"meta", "br", "input"}
FROM_OUTSIDE = {"script", "link", "img", "iframe", "object", "embed", "base"}


class Read(HTMLParser):
    """Attributes:
    tags: every tag, with its attributes.
    text: what people read.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        assert not self._open, self._open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open and self._open[-1] not in ("style", "title"):
            self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def read(page: str) -> Read:
    """The page, which is whole, needs nothing from outside, and whose headings and tables say what they are."""
    assert page.startswith('<!doctype html>\n<html lang="en">')
    found = Read(page)
    assert not FROM_OUTSIDE & {name for name, _ in found.tags}
    assert "@import" not in page
    assert "url(" not in page
    assert not any("src" in attributes or "style" in attributes for _, attributes in found.tags)
    assert not any(name.startswith("on") for _, attributes in found.tags for name in attributes)
    levels = [int(name[1]) for name, _ in found.tags if name in ("h1", "h2", "h3")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(then - first <= 1 for first, then in pairwise(levels))
    assert all(one.get("scope") in ("col", "row") for one in found.named("th"))
    assert len(found.named("th")) > len(found.named("tr")) or not found.named("table")  # each row has a head
    assert found.named("meta")[1]["name"] == "viewport"
    assert str(found.named("meta")[2]["content"]).startswith("default-src 'none'")
    for rule in ("prefers-color-scheme: dark", "@media print", "break-inside: avoid", "max-width: 40rem"):
        assert rule in page
    return found
