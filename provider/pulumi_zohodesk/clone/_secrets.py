"""Secrets that Zoho Desk tells nobody: a clone takes them from the environment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pulumi_zohodesk.clone._target import Place, TargetObject
from pulumi_zohodesk.engine import Field

__all__ = ["Secrets", "given_secrets", "lacking_secrets"]

Secrets = Mapping[Place, Mapping[str, str]]
"""By kind and id in the source: wire names and values."""


def lacking_secrets(objects: Iterable[TargetObject], environ: Mapping[str, str]) -> Iterator[str]:
    """What objects that are written need and the environment does not have, as sentences."""
    for target_object in objects:
        for field in _needed(target_object):
            if not environ.get(name := _variable(target_object, field)):
                label = (target_object.source or target_object.item).label
                yield (
                    f"{label}: Zoho Desk tells nobody its {field.snake}. Put it into the environment variable {name} "
                    "and clone again; the stack of the clone keeps it encrypted."
                )


def given_secrets(objects: Iterable[TargetObject], environ: Mapping[str, str]) -> Secrets:
    """The secrets of objects that are written, as the environment has them."""
    return {
        (one.item.kind.name, one.source.id): {of.wire: environ[_variable(one, of)] for of in needed}
        for one in objects
        if one.source and (needed := [*_needed(one)])
    }


def _needed(target_object: TargetObject) -> Iterator[Field]:
    item, live = target_object.item, target_object.live
    changed = target_object.changed if live else item.kind.by_wire
    sent = item.kind.sent_with([item.kind.by_wire[wire] for wire in changed])
    return (field for field in sent if field.write_only and field.applies(item.values))


def _variable(target_object: TargetObject, field: Field) -> str:
    """``ZOHODESK_SMTP_PASSWORD_4000000017``: with the id in the source, since names may have other letters."""
    return f"ZOHODESK_{field.snake.upper()}_{(target_object.source or target_object.item).id}"
