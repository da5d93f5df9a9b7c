"""A run that was looked at, as Markdown for a comment or the summary of a job."""

from __future__ import annotations

from collections.abc import Iterator

from pulumi_zohodesk.cli._markdown import MOST, code, fitting, folded, plain
from pulumi_zohodesk.cli._planned import SIGNS, Planned, label, price_words, summary, warnings, what

__all__ = ["as_markdown"]


def as_markdown(planned: Planned) -> str:
    """What would change, the price, and what speaks against it. Nobody is mentioned; what does not fit is left out."""
    plan = planned.plan
    if not plan:
        return "### Preview\n\n**Nothing to change.**\n"
    whose = ", ".join(planned.organizations)
    head = [f"### Preview of {code(f'{plan.project}/{plan.stack}')}, organisation {code(whose)}"]
    head += [f"**{plain(summary(plan))}**", plain(price_words(planned))]
    doubts, _ = fitting(([f"- ⚠️ {plain(one)}"] for one in warnings(planned)), MOST // 4)
    head += ["\n".join(doubts)] if doubts else []
    lines, _ = fitting(([line] for line in _lines(planned)), MOST - 500 - sum(len(one.encode()) for one in head))
    body = folded(f"What would change in Zoho Desk ({len(plan.steps)})", lines, unfolded=True)
    return "\n\n".join([*head, body]) + "\n"


def _lines(planned: Planned) -> Iterator[str]:
    for step in planned.plan.listed:
        words = f"{SIGNS[step.op][0]:2} {label(step)}  {what(step)}".rstrip()
        yield f"- {code(words)}"
