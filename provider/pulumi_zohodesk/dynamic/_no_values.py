"""Texts that Python makes of an output or a resource where its value was meant, as in ``f"... {resource.name}"``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pulumi_zohodesk.engine import Kind

_NO_VALUE = re.compile(r"Calling __str__ on an Output\[T\] is not supported|<[\w.]+ object at 0x[0-9a-fA-F]+>")
"""The SDK's own advice (pulumi/output.py), and what Python calls an object that has no text."""


def no_values(kind: Kind, olds: Mapping[str, Any], news: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Arguments that hold such a text at any depth, with a sentence each; what old inputs hold as well is live."""
    for field in kind.fields:
        known = set(_texts(olds.get(field.wire)))
        if any(_NO_VALUE.search(text) and text not in known for text in _texts(news.get(field.wire))):
            yield (
                field.snake,
                f"The {field.snake} of the {kind.words} holds a text that Python makes of an object in place of its "
                "value: an output or a resource in an f-string, str() or +. Write pulumi.Output.concat(...) or "
                "output.apply(lambda value: ...).",
            )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from _texts(list(pair))
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
