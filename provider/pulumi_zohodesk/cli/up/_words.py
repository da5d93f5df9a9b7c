"""A run that was looked at, in words: what would change, object by object and field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pulumi_zohodesk.cli._printable import count_of, printable
from pulumi_zohodesk.compare import Edit, Part, parts
from pulumi_zohodesk.engine import Kind, Row, Unknown, has_unknown
from pulumi_zohodesk.plan import Plan, Price, Protection, Step

SIGNS: Mapping[str, tuple[str, str]] = {
    "create": ("+", "green"),
    "update": ("~", "yellow"),
    "replace": ("+-", "magenta"),
    "delete": ("-", "red"),
}
SECRET = "[secret]"
LATER = "known later"
WIDTH = 60
"""Characters of a value that are shown."""


def lines(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Sign, style and words of everything that would change; protections first, since what does not fit is cut off."""
    for protection in plan.protections:
        yield "!", "green" if protection.begins else "red", f"{guarded(protection, plan)}  {protection.words}"
    for step in plan.listed:
        yield *SIGNS[step.op], f"{label(step)}  {what(step)}".rstrip()


def guarded(protection: Protection, plan: Plan) -> str:
    if protection.kind is None:
        return printable(f"{protection.type} ({protection.name})")
    id = plan.objects[protection.urn][1] if protection.urn in plan.objects else ""
    return _named(protection.kind, protection.name, id, protection.inputs, plan.hidden.get(protection.urn, frozenset()))


def label(step: Step) -> str:
    """The object in words: by logical name and id alone where its name is not shown."""
    return _named(step.kind, step.name, step.id, {**step.new, **step.inputs}, step.hidden)


def _named(kind: Kind, name: str, id: str, values: Row, hidden: frozenset[str]) -> str:
    if not kind.title or kind.title in hidden or has_unknown(values.get(kind.title)):
        return f"{kind.words} {printable(name)}" + (f" (id {id})" if id else "")
    return f"{printable(kind.label(values))} ({printable(name)})"


def what(step: Step) -> str:
    """A removal in a word, anything else field by field."""
    if step.op == "delete":
        return removal(step)
    if step.op == "create":
        return ", ".join(f"{step.kind.by_wire[wire].snake}: {_in_line(new)}" for wire, _, new in fields(step))
    changes = ", ".join(change(step.kind, wire, old, new, step.hidden) for wire, old, new in fields(step))
    return changes + (" (only an update, if that turns out to be of the same place)" if step.is_doubtful else "")


def removal(step: Step) -> str:
    """What removing it does, in a word."""
    return "forgotten by the stack only" if step.retained else step.removal_name


def fields(step: Step) -> Iterator[tuple[str, Any, Any]]:
    """Wire name, value before and after, of what changes; `SECRET` where it is not shown."""
    old = {**step.state, **step.inputs}
    for wire in step.changed:
        hides = wire in step.hidden
        yield wire, SECRET if hides else old.get(wire), SECRET if hides else step.new.get(wire)


def change(kind: Kind, wire: str, old: Any, new: Any, hidden: frozenset[str]) -> str:
    """One field, what differs before and after; ``[secret]`` where it is not shown."""
    field = kind.by_wire[wire]
    if wire in hidden:
        return f"{field.snake}: [secret]"
    return ", ".join(map(_part, parts(Edit(field.snake, old, new, field.type))))


def _part(part: Part) -> str:
    """``criteria.pattern: "1" -> "1or2"``, ``agent_ids: -"7" +"8"``."""
    signed = [f"-{_in_line(one)}" for one in part.removed] + [f"+{_in_line(one)}" for one in part.added]
    return f"{printable(part.path)}: {' '.join(signed) or f'{_in_line(part.old)} -> {_in_line(part.new)}'}"


def _in_line(value: Any) -> str:
    """A value of a field, short enough for a line: text is quoted, so that an empty one is seen."""
    value = known(value)
    if value is SECRET or value is LATER:  # the very words, which are no values
        return str(value)
    text = printable(f'"{value}"' if isinstance(value, str) else value)
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def known(value: Any) -> Any:
    """A value with `LATER` for what is not known yet."""
    if isinstance(value, Unknown):
        return LATER
    if isinstance(value, Mapping):
        return {key: known(item) for key, item in value.items()}
    return [known(item) for item in value] if isinstance(value, list) else value


def summary(plan: Plan) -> str:
    """How much changes, as a sentence."""
    counts: Counter[str] = Counter(step.shown.op for step in plan.steps)
    verbs = {"create": "to create", "update": "to change", "replace": "to replace", "delete": "to remove"}
    parts = [f"{counts[op]} {words}" for op, words in verbs.items() if counts[op]]
    parts += [f"{plan.others} of other providers"] if plan.others else []
    for begins, words in ((False, "to lose protection"), (True, "to gain protection")):
        found = {protection.urn for protection in plan.protections if protection.begins == begins}
        parts += [f"{len(found)} {words}"] if found else []
    touched = {step.urn for step in plan.steps} | {protection.urn for protection in plan.protections}
    return f"{', '.join(parts)}; {len(plan.objects.keys() - touched)} stay as they are."


def effect_words(price: Price) -> list[str]:
    """What applying it does outside of Zoho Desk, as sentences: ``The url of 1 webhook will be called.``"""
    return [
        f"The {field.snake} of {count_of(count, kind.words)} {field.effect}." for kind, field, count in price.effects
    ]
