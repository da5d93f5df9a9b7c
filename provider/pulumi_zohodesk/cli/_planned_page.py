"""A run that was looked at, as Markdown for a comment or the summary of a job."""

from __future__ import annotations

import html
from collections.abc import Iterator

from pulumi_zohodesk.cli._differences_page import MOST, _code, _plain
from pulumi_zohodesk.cli._planned import SIGNS, Planned, label, price_words, summary, warnings, what

__all__ = ["as_markdown"]


def as_markdown(planned: Planned) -> str:
    """What would change, the price, and what speaks against it. Nobody is mentioned; what does not fit is left out."""
    plan = planned.plan
    if not plan:
        return "### Preview\n\n**Nothing to change.**\n"
    whose = ", ".join(planned.organizations)
    head = [f"### Preview of {_code(f'{plan.project}/{plan.stack}')}, organisation {_code(whose)}"]
    head += [f"**{_plain(summary(plan))}**", _plain(price_words(planned))]
    doubts = list(_within(f"- ⚠️ {_plain(one)}" for one in warnings(planned)))
    head += ["\n".join(doubts)] if doubts else []
    lines = list(_within(_lines(planned), MOST - 500 - sum(map(len, head))))
    title = html.escape(f"What would change in Zoho Desk ({len(plan.steps)})")
    body = f"<details open><summary>{title}</summary>\n\n" + "\n".join(lines) + "\n\n</details>"
    return "\n\n".join([*head, body]) + "\n"


def _lines(planned: Planned) -> Iterator[str]:
    for step in planned.plan.listed:
        words = f"{SIGNS[step.op][0]:2} {label(step, planned.hidden)}  {what(step, planned.hidden)}".rstrip()
        yield f"- {_code(words)}"


def _within(lines: Iterator[str], room: int = MOST // 4) -> Iterator[str]:
    """As many lines as fit, and how many do not."""
    left = 0
    for line in lines:
        room -= len(line.encode()) + 1  # comments are counted in characters, files are cut by bytes
        if room < 0:
            left += 1
        else:
            yield line
    if left:
        yield f"- … and {left} more, which do not fit here"
