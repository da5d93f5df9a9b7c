"""Inputs as the user wrote them: defaults, old spelling, and what the service would refuse. No network."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_zohodesk.engine._fields import Field, Row
from pulumi_zohodesk.engine._kind import Kind
from pulumi_zohodesk.engine._seen import outsiders, owner_of
from pulumi_zohodesk.engine._values import Unknown, near, plain, scalar


@dataclass(frozen=True)
class Problem:
    """One thing the service would refuse.

    Attributes:
        argument: the argument's Python name.
        reason: a full sentence.
    """

    argument: str
    reason: str


@dataclass(frozen=True)
class Checked:
    """Inputs in normal form, and what is wrong with them."""

    inputs: dict[str, Any]
    problems: tuple[Problem, ...]


def check(
    kind: Kind,
    olds: Row,
    news: Row,
    organization: str = "",
    *,
    secret: Collection[str] = (),
    adopting: bool = False,
) -> Checked:
    """Bring new inputs into normal form; references to objects of another ``organization`` are problems.

    ``olds`` are the old *inputs* (empty for a new object). Values that mean the same, and parts of values, keep their
    old spelling and pass whatever they are: what is live already was accepted once. No reason says what a ``secret``
    field (wire names) holds. What exists and is only being taken over (``adopting``) needs no secret that it has.
    """
    inputs = {key: plain(value) for key, value in news.items() if value is not None}
    problems = [*_unknown_arguments(kind, inputs)]
    for field in kind.fields:
        if inputs.get(field.wire) is None and field.default is not None:
            inputs[field.wire] = field.default
        found = _settle(kind, field, olds, inputs)
        problems.extend(_untold(kind, field, found) if field.wire in secret else found)
    if not problems:
        problems.extend(_broken_rules(kind, olds, inputs, secret, adopting))
    problems.extend(_strangers(kind, inputs, organization))
    hides_home = kind.within is not None and kind.within[1] in secret
    for wire, reason in outsiders(kind, plain(olds), inputs):
        found = iter([Problem(kind.by_wire[wire].snake, reason)])
        problems.extend(_untold(kind, kind.by_wire[wire], found) if wire in secret or hides_home else found)
    return Checked(inputs, tuple(problems))


def _unknown_arguments(kind: Kind, inputs: Mapping[str, Any]) -> Iterator[Problem]:
    """What no argument brings: a transform of the program added it."""
    for key in inputs:
        if key not in kind.by_wire:
            words = (
                f"{kind.name} has no argument {key!r}, which a transform may have added; {near(key, kind.by_snake)}."
            )
            yield Problem(key, words)


def _settle(kind: Kind, field: Field, olds: Row, inputs: dict[str, Any]) -> Iterator[Problem]:
    new = inputs.get(field.wire)
    if new is None:
        if field.required:
            yield Problem(field.snake, f"{kind.name} needs {field.snake} ({field.type.words}); it is missing.")
        return
    if isinstance(new, Unknown):
        return
    if field.exclusive and new is False and olds.get(field.wire) is not False:
        yield Problem(
            field.snake,
            f"The {field.snake} of the {kind.words} takes only True, since one always has it: leave it out here, and "
            f"write {field.snake}=True for the one that shall have it.",
        )
    if (old := plain(olds.get(field.wire))) is not None:
        inputs[field.wire] = field.type.respell(old, new)
        if inputs[field.wire] == old:
            return
    for path, clause in field.type.problems(inputs[field.wire], old):
        yield Problem(field.snake, f"The {field.snake}{path} of the {kind.words} {clause}.")


def _untold(kind: Kind, field: Field, found: Iterable[Problem]) -> Iterator[Problem]:
    """One problem in place of those of a secret value: what is wrong with it may tell it."""
    if any(found):
        yield Problem(
            field.snake,
            f"The {field.snake} of the {kind.words} is secret, so it is not said why Zoho Desk refuses it; it takes "
            f"{field.type.words}.",
        )


def _strangers(kind: Kind, inputs: Mapping[str, Any], organization: str) -> Iterator[Problem]:
    """References to objects that are known to belong to another organisation."""
    for field in kind.fields:
        for _, id in field.type.references(inputs.get(field.wire)) if organization else ():
            if (owner := owner_of(id)) and owner != organization:
                yield Problem(
                    field.snake,
                    f"The {field.snake} of the {kind.words} names {id}, which belongs to organisation {owner}, but "
                    f"the {kind.words} itself is for organisation {organization}. Give both the same connection.",
                )


def _broken_rules(
    kind: Kind, olds: Row, inputs: Mapping[str, Any], secret: Collection[str], adopting: bool
) -> Iterator[Problem]:
    if all(inputs.get(key) == olds.get(key) for key in kind.by_wire):
        return
    for wire, sentence in (*_misfits(kind, olds, inputs, adopting), *kind.rules(inputs)):
        snake = kind.by_wire[wire].snake
        if any(text in sentence for text in (scalar(inputs.get(one)) for one in secret) if text):
            sentence = (
                f"The {snake} of the {kind.words} does not go with its other arguments, of which some are secret."
            )
        yield Problem(snake, sentence)


def _misfits(kind: Kind, olds: Row, inputs: Mapping[str, Any], adopting: bool) -> Iterator[tuple[str, str]]:
    """What does not go together (`Part.when`). A secret that the object has need not be told until it is sent again."""
    changed = [field for field in kind.managed if inputs.get(field.wire) != plain(olds.get(field.wire))]
    sent = {field.wire for field in kind.sent_with(changed)}
    for field in kind.fields:
        kept = field.write_only and inputs.get(field.wire) is None and (adopting or field.wire not in sent)
        if not kept and (clause := field.misfit(inputs)):
            yield field.wire, f"The {field.snake} of the {kind.words} {clause}."
