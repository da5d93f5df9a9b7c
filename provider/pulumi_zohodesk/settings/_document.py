"""What `zohodesk.toml` may say, version 1. Loaded only where there is a file: pydantic takes its time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings._places import fault, tidy
from pulumi_zohodesk.settings._shown import like_secret, printable, quoted, shown
from pulumi_zohodesk.settings._stack_keys import SECRET_WORDS, variable

MOST = 20
"""Mistakes that one error lists; who has more begins with these."""
FAULT, UNUSABLE = "fault", "unusable"
"""Errors of our own: the rest of a sentence about a key, and about a key with its value."""


def _must_be(words: str) -> WrapValidator:
    """What a value must be, in words; what a validator inside has said itself stays."""

    def check(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
        try:
            return validate(value)
        except ValidationError as error:
            if all(error["type"] in (FAULT, UNUSABLE) for error in error.errors()):
                raise
            raise PydanticCustomError(FAULT, f"must be {words}.") from None

    return WrapValidator(check)


def _usable(value: str, info: ValidationInfo) -> str:
    field = info.field_name or ""
    if (text := tidy(field, value)) and (reason := fault(field, text)):
        raise PydanticCustomError(UNUSABLE, reason)
    return value.strip()


def _bounding(value: list[str]) -> list[str]:
    if not value:
        raise PydanticCustomError(
            FAULT,
            "is an empty list, which bounds nothing. Leave it out if everything may be called; else name something.",
        )
    return value


def _pattern(line: str) -> str:
    kind, colon, glob = line.partition(":")
    if not (colon and kind.strip() and glob.strip()):
        how = 'which names no kind or no pattern: write KIND:PATTERN, as "Agent:*@contractor.example".'
        raise PydanticCustomError(FAULT, f"has {quoted(line)}, {how}")
    return line


Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Text = Annotated[str, _must_be("a text in quotes"), AfterValidator(_usable)]
Texts = Annotated[list[Said], _must_be("a list of texts")]
Names = Annotated[Texts, AfterValidator(_bounding)]
Grant = Annotated[Literal["refresh_token", "client_credentials"], _must_be("one of refresh_token, client_credentials")]
Count = Annotated[int, Field(strict=True, ge=0), _must_be("a whole number, 0 or more")]
Percent = Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False), _must_be("a number from 0 to 100")]
_PATTERNS = _must_be('a list of texts such as "Agent:*@contractor.example"')
_KEYS = _must_be('a list of natural keys, as in Department = ["Sales", "Support*"]')


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Connection(_Table):
    dc: Text = ""
    org_id: Annotated[Text, BeforeValidator(lambda value: str(value) if type(value) is int else value)] = ""
    client_id: Text = ""
    redirect_uri: Text = ""
    grant: Grant = "refresh_token"
    api_url: Text = ""
    accounts_url: Text = ""
    scopes: Texts = []
    actions: Names = []
    kinds: Names = []


class _Drift(_Table):
    ignore: Annotated[list[Annotated[str, _PATTERNS, AfterValidator(_pattern)]], _PATTERNS] = []
    baseline: Annotated[Said, _must_be('the name of a file such as "drift-baseline.json"')] = ""
    unmanaged: Annotated[Literal["tell", "fail"], _must_be('"tell" or "fail"')] = "tell"


class _Bounds(_Table):
    removals: Count = 0
    removals_percent: Percent = 0
    updates: Count = 0
    updates_percent: Percent = 0


class _Limits(_Bounds):
    """Other keys are kinds, with bounds of their own."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, _Bounds]


class _Document(_Table):
    version: Annotated[Literal[1], _must_be("1, the only version that this zohodesk knows")] = 1
    connections: dict[str, _Connection] = {}
    drift: _Drift | None = None
    limits: _Limits | None = None
    protected: dict[str, Annotated[list[Annotated[str, Field(min_length=1)]], _KEYS]] = {}


def valid(file: Path, content: Mapping[str, Any]) -> dict[str, Any]:
    """What the parsed content of a file says, without what it leaves out.

    Raises ConfigError: it means nothing; the first 20 problems, a sentence each.
    """
    problems = list(_shared(content.get("connections")))
    try:
        document = _Document.model_validate(content)
    except ValidationError as error:
        problems = [*map(_sentence, error.errors(include_url=False, include_context=False)), *problems]
    if not problems:
        return document.model_dump(exclude_unset=True)
    problems = [f"In {file}, {problem}" for problem in dict.fromkeys(problems)]
    if len(problems) > MOST:
        problems[MOST:] = [f"There are {len(problems) - MOST} more mistakes in {file}."]
    raise ConfigError(problems)


def _shared(tables: Any) -> Iterator[str]:
    """What is wrong with the names of connections."""
    owners: dict[str, str] = {}
    for name in tables if isinstance(tables, dict) else ():
        prefix = variable(name, "")
        if not name.strip():
            yield "a connection has no name: write [connections.prod]."
        if prefix in owners:
            yield f"{quoted(owners[prefix])} and {quoted(name)} would share the variables {shown(prefix)}*."
        owners[prefix] = name


def _sentence(error: ErrorDetails) -> str:
    *way, key = (part for part in error["loc"] if isinstance(part, str))  # the number of an element says nothing
    table = f"[{'.'.join(map(shown, way))}]" if way else "the file"
    sort, words = error["type"], error["msg"]
    if sort == "extra_forbidden" or (sort == "model_type" and way == ["limits"]):
        return _stranger(way, key, table)
    if sort in ("model_type", "dict_type"):
        whole = ".".join(map(shown, (*way, key)))
        return f"{whole} must be a table: [{'connections.prod' if whole == 'connections' else whole}]."
    if sort == UNUSABLE:
        return f"{key} {quoted(str(error['input']))} of {table} cannot be used: {words}."
    return f"{shown(key)} of {table} {words}"


def _stranger(way: list[str], key: str, table: str) -> str:
    if any(word in key.lower() for word in SECRET_WORDS):
        prefix = variable(way[1], "") if way[:1] == ["connections"] else "ZOHODESK_"
        named = shown(key) if like_secret(key) else f"{prefix}{printable(key[:60]).upper()}"
        return (
            f"{shown(key)} of {table} is refused: the file is meant to be shared and committed, and a "
            "secret in it would be too. Remove it (and renew it, if the file was ever committed) and set the "
            f"environment variable {named} instead."
        )
    models: dict[str, type[BaseModel]] = {"connections": _Connection, "drift": _Drift, "limits": _Limits}
    known = list((models[way[0]] if way else _Document).model_fields)
    near = "".join(f"Did you mean {name}? " for name in get_close_matches(key[:100], known, 1))
    kinds = ", and tables of kinds such as [limits.Agent]" if way == ["limits"] else ""
    return f"{shown(key)} of {table} means nothing here. {near}Allowed are: {', '.join(known)}{kinds}."
