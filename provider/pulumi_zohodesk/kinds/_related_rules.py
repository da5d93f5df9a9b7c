"""Which automation rules name an object. Source: Skill.json, BusinessHour.json (getRelatedRulesFor...)."""

from __future__ import annotations

from pulumi_zohodesk.engine import Change, Crud, Desk, Guard
from pulumi_zohodesk.transport import Operation


def related_rules(calls: Crud, page_size: int) -> Operation:
    """The list of the rules that name one of these objects."""
    return calls.operation(f"getRelatedRulesFor{calls.noun}", "GET", "/{id}/relatedRules", page_size=page_size)


def rules_using(desk: Desk, rules: Operation, id: str) -> str:
    """The rules in words, for messages; an empty string when there is none."""
    placeholder = rules.path.partition("{")[2].partition("}")[0]
    rows = desk.client.page(rules, start=0, path={placeholder: id})
    return ", ".join(f'{row.get("ruleType")} rule "{row.get("ruleName")}"' for row in rows)


def unused(rules: Operation) -> Guard:
    """Refuses to delete what automation rules name."""

    def ask(desk: Desk, change: Change) -> str | None:
        if change.action == "delete" and (words := rules_using(desk, rules, change.id)):
            return f"The {change.label} cannot be deleted: it is used by {words}. Take it out of these rules first."
        return None

    return Guard(ask, (rules,))
