"""A run that was looked at, as Markdown for a comment or the summary of a job."""

from __future__ import annotations

from pulumi_zohodesk.cli._markdown import MOST, code, fitting, folded, plain
from pulumi_zohodesk.cli._planned import Planned, lines, price_words, summary, warnings

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
    changes = [[f"- {code(f'{sign:2} {words}')}"] for sign, _, words in lines(planned)]
    shown, _ = fitting(changes, MOST - 500 - sum(len(one.encode()) for one in head))
    body = folded(f"What would change ({len(changes)})", shown, unfolded=True)
    return "\n\n".join([*head, body]) + "\n"
