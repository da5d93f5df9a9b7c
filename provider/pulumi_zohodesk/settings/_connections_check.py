"""What is wrong with a `zohodesk.toml`, each mistake with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings._drift import drift_problems
from pulumi_zohodesk.settings._limits import limit_problems
from pulumi_zohodesk.settings._places import fault, tidy
from pulumi_zohodesk.settings._protected import protected_problems
from pulumi_zohodesk.settings._shown import like_secret, printable, quoted, shown
from pulumi_zohodesk.settings._toml_places import Places

__all__ = ["GRANTS", "LISTS", "SECRET_WORDS", "TEXTS", "check_content", "variable"]

SECRET_WORDS = ("secret", "token", "password")
TABLES = ("connections", "drift", "limits", "protected")
TEXTS = ("dc", "org_id", "client_id", "redirect_uri", "grant", "api_url", "accounts_url")
LISTS = ("scopes", "actions", "kinds")
GRANTS = ("refresh_token", "client_credentials")
MOST = 20
"""Mistakes that one error lists; who has more begins with these."""


def variable(connection: str | None, field: str) -> str:
    """Name of the environment variable of a field such as `org_id`, bare or of a named connection."""
    owner = "" if connection is None else re.sub(r"[^A-Z0-9]", "_", connection.upper()) + "_"
    return f"ZOHODESK_{owner}{field.upper()}"


def check_content(places: Places, content: Mapping[str, Any]) -> None:
    """Make sure that the parsed content of the file means something. Raises ConfigError, with the first 20 problems."""
    problems = list(_problems(places, content))
    if len(problems) > MOST:
        problems[MOST:] = [f"There are {len(problems) - MOST} more mistakes in {places.file}."]
    if problems:
        raise ConfigError(problems)


def _problems(places: Places, content: Mapping[str, Any]) -> Iterator[str]:
    yield from limit_problems(content.get("limits", {}), places.at)
    yield from drift_problems(content.get("drift", {}), places.at)
    yield from protected_problems(content.get("protected", {}), places.at)
    for key in content:
        if key not in TABLES:
            yield _stranger(places.at(key), key, "the file", ", ".join(TABLES), "ZOHODESK_")
    tables = content.get("connections", {})
    if not isinstance(tables, dict):
        yield f"In {places.at('connections')}, connections must be tables such as [connections.prod]."
        return
    owners: dict[str, str] = {}
    for name, table in tables.items():
        prefix = variable(name, "")
        if prefix in owners:
            yield (
                f"In {places.at('connections', name)}, {quoted(owners[prefix])} and {quoted(name)} would share the "
                f"variables {shown(prefix)}*."
            )
        owners[prefix] = name
        yield from _table_problems(places, name, table)


def _table_problems(places: Places, name: str, table: Any) -> Iterator[str]:
    where = f"[connections.{shown(name)}]"
    if not name.strip():
        yield f"In {places.at('connections', name)}, a connection has no name: write [connections.prod]."
    if not isinstance(table, dict):
        yield f"In {places.at('connections', name)}, {where} must be a table."
        return
    for key, value in table.items():
        way = ("connections", name, key)
        if key in TEXTS:
            reason = _text_fault(key, value, places.written(*way))
            if reason:
                yield f"In {places.at(*way)}, {reason.format(where=where)}"
        elif key in LISTS:
            yield from _list_problems(places, way, value, where)
        else:
            yield _stranger(places.at(*way), key, where, ", ".join(TEXTS + LISTS), variable(name, ""))


def _text_fault(key: str, value: Any, written: str) -> str:
    """The rest of a sentence about the value of a key, with a gap for the table; empty when it can be used."""
    if isinstance(value, str):
        text = tidy(key, value)
    elif key == "org_id" and type(value) is int and written.isdigit():
        text = str(value)
    else:
        return f"{key} of {{where}} must be a text in quotes."
    if key == "grant" and value not in GRANTS:
        return f"grant of {{where}} must be one of {', '.join(GRANTS)}."
    if text and (reason := fault(key, text)):
        said = quoted(text).replace("{", "{{").replace("}", "}}")
        return f"{key} {said} of {{where}} cannot be used: {reason}."
    return ""


def _list_problems(places: Places, way: tuple[str, ...], value: Any, where: str) -> Iterator[str]:
    key = way[-1]
    if not isinstance(value, list):
        yield f"In {places.at(*way)}, {key} of {where} must be a list of texts."
        return
    if not value and key != "scopes":
        yield (
            f"In {places.at(*way)}, {key} of {where} is an empty list, which bounds nothing. Leave it out if "
            "everything may be called; else name something."
        )
    for number, item in enumerate(value):
        if not isinstance(item, str) or not item.strip():
            yield f"In {places.at(*way, number)}, {key} of {where} must be a list of texts."
            return


def _stranger(place: str, key: str, where: str, allowed: str, prefix: str) -> str:
    if any(word in key.lower() for word in SECRET_WORDS):
        named = shown(key) if like_secret(key) else f"{prefix}{printable(key[:60]).upper()}"
        return (
            f"In {place}, {shown(key)} of {where} is refused: the file is meant to be shared and committed, and a "
            "secret in it would be too. Remove it (and renew it, if the file was ever committed) and set the "
            f"environment variable {named} instead."
        )
    return f"In {place}, {shown(key)} of {where} means nothing here. Allowed are: {allowed}."
