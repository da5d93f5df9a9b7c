"""``zohodesk diff``: two organisations, or an organisation and an export, by natural key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pulumi_zohodesk.cli._group import argument, option
from pulumi_zohodesk.cli._options import AsHtml, AsJson, AsMarkdown, OnlyKinds, check_form, sides


def diff(
    a: Annotated[str, argument("A", "Connection, or folder of a YAML export.", sides)],
    b: Annotated[str, argument("B", "The other one.", sides)],
    kind: OnlyKinds = None,
    as_cloned: Annotated[Path | None, option("--as-cloned REPORT", "Excuse what a clone's report lists.")] = None,
    as_json: AsJson = False,
    markdown: AsMarkdown = False,
    page: AsHtml = None,
) -> int:
    """Compare two organisations, or one and an export.

    Objects are the same by natural key. Ids, times and what the service sets never count; references are compared by
    what they mean. Nothing is changed. Ends with 2 when there are differences, with 0 when there are none.
    """
    from pulumi_zohodesk.actions import kind_named_like  # here: help starts without Pulumi
    from pulumi_zohodesk.cli._differences_page import tell
    from pulumi_zohodesk.cli.diff._parties import Party, excused, refuse_same, report_of, then
    from pulumi_zohodesk.compare import compare

    check_form(as_json, markdown)
    kinds = tuple(dict.fromkeys(kind_named_like(one) for one in kind or ()))
    one, other = Party.of(a), Party.of(b)
    refuse_same(one, other)
    excuses = excused(as_cloned, one, other) if as_cloned else []
    read = one.read(kinds), other.read(kinds)
    found = compare(*read, kinds=kinds or None).without(excuses)
    report = report_of((one, other), read, found, kinds)
    if page is not None:
        report = replace(report, about=[("First", one.about), ("Second", other.about)], then=then(one, other))
    return tell(report, as_json=as_json, markdown=markdown, page=page)
