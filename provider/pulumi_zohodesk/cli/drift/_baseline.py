"""The baseline of a drift job: a file beside zohodesk.toml that says, by id, what was there before the stack."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import typer

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import read_text, write_whole

Baseline = Mapping[str, frozenset[tuple[str, str]]]
"""Ids of organisations to kind and id of objects. In the file: ``{"7001": {"Agent": ["123"]}}``, nothing of people."""


def read_baseline(file: Path | None, *, writes: bool) -> Baseline:
    """What the file says. One that shall be written may not be there yet.

    Raises:
        BadParameter: it shall be written, and nothing says where.
        ConfigError: it is not there, or no baseline.
    """
    if file is None:
        if writes:
            raise typer.BadParameter('say where first: [drift] in zohodesk.toml, baseline = "drift-baseline.json".')
        return {}
    try:
        content = json.loads(read_text(file))
        return {
            str(organization): frozenset((str(kind), str(id)) for kind, ids in table.items() for id in ids)
            for organization, table in content.items()
        }
    except FileNotFoundError:
        if writes:
            return {}
        raise ConfigError(
            [f"The baseline {file} of [drift] is not there. Write it with: zohodesk drift --write-baseline"]
        ) from None
    except (OSError, ValueError, AttributeError, TypeError):
        raise ConfigError(
            [f"{file} is no baseline. Take it away, and write it with: zohodesk drift --write-baseline"]
        ) from None


def write_baseline(file: Path, known: Baseline, more: Baseline) -> None:
    """Write what was known with what is new, sorted, so that a new baseline differs where the organisation does."""
    content: dict[str, dict[str, list[str]]] = {}
    for organization in sorted({*known, *more}):
        places = known.get(organization, frozenset()) | more.get(organization, frozenset())
        for kind, id in sorted(places, key=lambda place: (place[0], len(place[1]), place[1])):
            content.setdefault(organization, {}).setdefault(kind, []).append(id)
    write_whole(file, json.dumps(content, indent=1) + "\n")
