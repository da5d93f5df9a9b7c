"""Markdown of reports: nothing in a name becomes markup, and what does not fit is counted."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.cli._markdown import code, fitting, folded, plain


@pytest.mark.parametrize("text", ["a", "`a`", "``", "a``b`c", " a ", ""])
def test_a_code_span_is_ended_by_nothing_in_it(text):
    span = code(text)
    fence = span[: len(span) - len(span.lstrip("`"))]
    assert span.endswith(fence)
    assert fence not in span[len(fence) : -len(fence)]


def test_a_sentence_holds_no_markup_mention_or_link():
    text = plain("*a* <b> [c](d) @you https://x.example www.x.example &amp;\n# e")
    assert all(one not in text for one in ("\n", "@you", "://", "www.", "&amp;a "))
    assert text.startswith(r"\*a\* \<b\> \[c\]")


def test_what_does_not_fit_is_counted_and_entries_stay_whole():
    lines, room = fitting([["- a", "  - b"], ["- c", "  - ü"], ["- d"]], 20)
    assert (lines, room < 0) == (["- a", "  - b", "- … and 2 more, which do not fit here"], True)
    assert fitting([["- ü"]], 5) == (["- ü"], 0)  # bytes, and the end of the line
    assert fitting([["- ü"]], 4)[0] == ["- … and 1 more, which do not fit here"]


def test_details_are_folded_below_an_escaped_title():
    assert folded("<b>", ["- a"]).startswith("<details><summary>&lt;b&gt;</summary>\n\n- a\n")
    assert folded("t", [], unfolded=True).startswith("<details open>")
