"""Where the vendor's schemas are wrong, each with its reason.

The contract tables hold the schemas as they are; these corrections, by their reason, are laid over them when they are
loaded.
The contract test uses the same table, so it is the only place where an answer may leave its schema.
A kind may bring errata of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from pulumi_zohodesk.emulator._schema import Schema


@dataclass(frozen=True)
class Erratum:
    """One correction: in ``part`` of the matching operations, change the schemas of the named fields.

    ``drop`` removes keywords (of a list: from its entries too), ``set`` adds or replaces them (of properties those
    that it names), ``optional`` lifts ``required``, ``first_branch`` takes the first of a ``oneOf`` at the top,
    ``required`` demands fields at the top, ``rows`` lets the rows of a list, or a single object, have further fields,
    ``schema`` stands for one that the source does not have.
    """

    part: str = "answers"
    operations: str = "*"
    fields: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    set: Mapping[str, Any] = field(default_factory=dict)
    optional: bool = False
    first_branch: bool = False
    required: tuple[str, ...] = ()
    rows: frozenset[str] = frozenset()
    schema: Callable[[], Schema] | None = None

    def concerns(self, operation: str, part: str) -> bool:
        return part in self.part.split("|") and any(fnmatchcase(operation, one) for one in self.operations.split("|"))


NONE: Mapping[str, Erratum] = {}
TIMES = ("createdTime", "modifiedTime", "createdOn", "modifiedOn", "closedTime", "onholdTime", "customerResponseTime")
AGENT = "addAgent|updateAgent|getAgent|getMyInfo|getAgentByZuid|getAgentByEmail"
AGENTS = "getAgents|getAgentsByIds|getAgentsInDepartment|getAssociableAgents"
TICKETS = "getTickets|getAssociatedTickets|getTicketsByContact"
"""Operations that answer one agent, some, some tickets."""

ERRATA: Mapping[str, Erratum] = {
    "Times are declared as ISO text while the vendor's examples show epoch milliseconds: both are legal.": Erratum(
        fields=TIMES, set={"type": ["string", "integer", "null"]}
    ),
    "A description may be 200 or 500 characters on write, but the answer's schema says 100.": Erratum(
        fields=("description",), drop=("maxLength", "pattern")
    ),
    "Department names may hold | and & on write, which the pattern of the answer lacks.": Erratum(
        fields=("name", "nameInCustomerPortal"), drop=("pattern",)
    ),
    "The patterns of telephone numbers are negated character classes that refuse every digit.": Erratum(
        part="body", operations="addAgent|updateAgent", fields=("phone", "mobile", "extn"), drop=("pattern",)
    ),
    "A sanitized name is derived from a name of up to 150 characters, but its own limit is 100.": Erratum(
        fields=("sanitizedName",), drop=("maxLength",)
    ),
    "Addresses of photographs, as recorded, have the sign = that the pattern lacks.": Erratum(
        fields=("photoURL",), drop=("pattern", "maxLength")
    ),
    "Prose: ids are comma-separated, at most 50 of them.": Erratum(
        part="query",
        fields=("departmentIds", "agentIds", "roleIds", "profileIds", "skillIds"),
        set={"maxItems": 50},
        operations="getDepartmentsByIds|getAgentsByIds|getAgents|getRolesByIds|getSkills",
    ),
    "Telephone numbers in answers lack + and parentheses in their pattern, which the write takes.": Erratum(
        fields=("phone", "mobile", "extn"), operations=f"{AGENT}|{AGENTS}", drop=("pattern",)
    ),
    "An address may have parts of up to 100 characters on create, but the answer's schema says 30.": Erratum(
        fields=("city", "state", "country"), operations="*Account|*Contact", drop=("maxLength",)
    ),
    "The prose takes up to 30 names in fields, the schema any number.": Erratum(
        part="query", operations=f"getAccounts|{TICKETS}", fields=("fields",), set={"maxItems": 30}
    ),
    "The enum of the order has no form with -, which its pattern takes.": Erratum(
        part="query", operations=f"getAccounts|listTicketTags|{TICKETS}", fields=("sortBy",), drop=("enum",)
    ),
    "Filters are an object in a query, for which the source gives no spelling: any text is taken.": Erratum(
        part="query",
        operations="getAccounts|getTickets",
        fields=("filters",),
        drop=("properties",),
        set={"type": ["string"]},
    ),
}


def corrected(operation: str, part: str, schema: Any, errata: Mapping[str, Erratum]) -> Any:
    """The schema with every erratum that concerns it applied, those of all kinds first."""
    for erratum in (*ERRATA.values(), *errata.values()):
        if erratum.concerns(operation, part):
            schema = _applied(schema, erratum, top=True)
    return schema


def _applied(schema: Any, erratum: Erratum, *, top: bool = False) -> Any:
    if isinstance(schema, list):
        return [_applied(one, erratum) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if top and erratum.schema:
        return erratum.schema()
    if top and erratum.rows:
        return _widened(schema, erratum.rows)
    if top and erratum.first_branch and "oneOf" in schema:
        schema = schema["oneOf"][0]
    result = {key: _applied(value, erratum) for key, value in schema.items() if key != "properties"}
    if "properties" in schema:
        result["properties"] = {
            name: _field(_applied(one, erratum), erratum) if name in erratum.fields else _applied(one, erratum)
            for name, one in schema["properties"].items()
        }
    if erratum.optional and "required" in result:
        result["required"] = [name for name in result["required"] if name not in erratum.fields]
        if len(result["required"]) < len(schema["required"]):
            result.pop("minProperties", None)  # says the same once more
    if top and erratum.required:
        result["required"] = sorted({*result.get("required", []), *erratum.required})
    return result


def _widened(schema: Schema, names: Iterable[str]) -> Schema:
    """Rows or a single object with further fields, in every alternative."""
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return {**schema, word: [_widened(one, names) for one in schema[word]]}
    properties = schema.get("properties", {})
    if "items" in (data := properties.get("data", {})):
        return {**schema, "properties": {**properties, "data": {**data, "items": _widened(data["items"], names)}}}
    return {**schema, "properties": {**{name: {} for name in names}, **properties}}


def _field(schema: Schema, erratum: Erratum) -> Schema:
    kept = {key: value for key, value in schema.items() if key not in erratum.drop}
    if isinstance(kept.get("items"), dict):
        kept["items"] = {key: value for key, value in kept["items"].items() if key not in erratum.drop}
    nested = {**kept.get("properties", {}), **erratum.set.get("properties", {})}
    return {**kept, **erratum.set, **({"properties": nested} if nested else {})}
