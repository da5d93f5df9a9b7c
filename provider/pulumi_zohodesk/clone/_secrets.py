"""Secrets that Zoho Desk tells nobody: a clone takes them from the environment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from pulumi_zohodesk.clone._target import TargetObject
from pulumi_zohodesk.engine import Field
from pulumi_zohodesk.inventory import Place

Secrets = Mapping[Place, Mapping[str, str]]
"""By kind and id in the source: wire names and values."""
NO_SECRETS: Secrets = MappingProxyType({})


def lacking_secrets(objects: Iterable[TargetObject], environ: Mapping[str, str]) -> Iterator[str]:
    """What objects that are written need and the environment does not have, as sentences."""
    for shall in objects:
        for field in _needed(shall):
            given = environ.get(name := _variable(shall, field), "")
            if not given:
                yield (
                    f"{shall.told.label}: Zoho Desk tells nobody its {field.snake}. Put it into the environment "
                    f"variable {name} and clone again; the stack of the clone keeps it encrypted."
                )
            elif problem := next(field.type.problems(given), None):
                yield f"{shall.told.label}: {name} in the environment {problem[1].replace(given, '...')}."


def given_secrets(objects: Iterable[TargetObject], environ: Mapping[str, str]) -> Secrets:
    """The secrets of objects that are written, all of which the environment has."""
    found = {shall.told.place: {of.wire: environ[_variable(shall, of)] for of in _needed(shall)} for shall in objects}
    return {place: values for place, values in found.items() if values}


def _needed(shall: TargetObject) -> Iterator[Field]:
    sent = shall.kind.sent_with([field for field in shall.kind.managed if shall.writes(field.wire)])
    return (field for field in sent if field.write_only and field.applies(shall.item.values))


def _variable(shall: TargetObject, field: Field) -> str:
    """``ZOHODESK_SMTP_PASSWORD_4000000017``: with the id in the source, since names may have other letters."""
    return f"ZOHODESK_{field.snake.upper()}_{shall.told.id}"
